//! How a screen is written: [`el`] makes an element, [`kids!`](crate::ui::dom::kids) lists what stands in it, a closure
//! among them is drawn again whenever a signal it reads changes.
//!
//! ```ignore
//! el("section.stack", kids![
//!     el("h2#h-here", "Sur cet ordinateur"),
//!     move || store.notice.get().map(|notice| el("p", notice.text)),
//!     button("btn", "Annuler", move || store.undo()),
//! ])
//! ```
//!
//! When a closure draws again, an element of the same tag at the same place is kept and changed: the focus and what is
//! being typed stay. [`Node::fresh`] is for what must not be kept, a whole screen. It refuses HTML text but from
//! [`El::svg`].
//!
//! Leptos’ signals drive it; its `view!` is not used, because it compiles the drawing and redrawing of each shape of
//! view anew. Here a screen is data of one type, [`Node`], and that code exists once (`dom/built.rs`): the app went
//! from 289 to 245 kB of brotli with the same document. For the same reason what is generic here only boxes its
//! closure, and the rest is in functions that are not inlined, so that an element costs a few calls: 239 kB.

mod built;
mod values;

use crate::browser::focus::Pressed;
use crate::browser::page;
use built::Built;
use leptos::tachys::view::Render;
use leptos::task::spawn_local;
use std::borrow::Cow;
use values::{IntoValue, Value};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// What can stand in a screen. A pointer, so that building a screen moves little.
pub struct Node(Box<Kind>);

enum Kind {
    Text(Cow<'static, str>),
    Element(El),
    /// Several, one after the other; or nothing.
    Many(Vec<Node>),
    /// Drawn again whenever a signal it reads changes.
    Live(Box<dyn FnMut() -> Node>),
    /// Drawn anew, where a former screen stood; then what is to be done once it stands there.
    Fresh(Node, Option<Box<dyn FnOnce()>>),
}

/// An element being described.
pub struct El(Box<Description>);

struct Description {
    tag: &'static str,
    settings: Vec<Setting>,
    handlers: Vec<Handler>,
    kids: Vec<Node>,
}

enum Setting {
    Attribute(&'static str, Value),
    /// The text of a field, which is not its attribute.
    Value(Box<dyn FnMut() -> String>),
    /// Whether a box is checked, which is not its attribute.
    Checked(Box<dyn FnMut() -> bool>),
    Svg(String),
}

type Handler = (&'static str, Box<dyn FnMut(Event)>);

/// What stands in an element: `kids![title, "\u{a0}: ", move || count.get()]`.
macro_rules! kids {
    ($($kid:expr),* $(,)?) => {
        $crate::ui::dom::Node::none()$(.and($crate::ui::dom::IntoNode::into_node($kid)))*
    };
}
pub(crate) use kids;

/// An element from its tag, classes and id, `el("p.small.meta#hint", …)`, and what stands in it.
pub fn el(selector: &'static str, kids: impl IntoNode) -> El {
    El::new(selector, kids.into_node())
}

/// The title of a screen, where the focus arrives.
pub fn h1(kids: impl IntoNode) -> El {
    el("h1", kids).attr("tabindex", "-1")
}

/// A link from its classes, its address and its words.
pub fn link(class: &'static str, href: impl IntoValue, kids: impl IntoNode) -> El {
    el("a", kids).attr("class", some(class)).attr("href", href)
}

/// A button from its classes, its words and what it does.
pub fn button(class: &'static str, kids: impl IntoNode, mut act: impl FnMut() + 'static) -> El {
    El::button(class, kids.into_node(), Box::new(move |_| act()))
}

/// A button that leaves with what it stands in: the second click of a double one would fall on the next.
pub fn leaving(class: &'static str, kids: impl IntoNode, mut act: impl FnMut() + 'static) -> El {
    let once = move |click: Event| {
        if !page::is_again(&click) {
            act();
        }
    };
    El::button(class, kids.into_node(), Box::new(once))
}

fn some(class: &'static str) -> Option<&'static str> {
    (!class.is_empty()).then_some(class)
}

/// Does something once what has just changed is drawn: that drawing was queued first. Not at the next frame, which a
/// person who types is ahead of, and which a tab in the background does not have.
pub fn once_drawn(act: impl FnOnce() + 'static) {
    spawn_local(async move { act() });
}

/// Elements of the same tag, one an item.
pub fn each<T: IntoNode>(selector: &'static str, items: impl IntoIterator<Item = T>) -> Vec<El> {
    items.into_iter().map(|item| el(selector, item)).collect()
}

impl El {
    #[inline(never)]
    fn new(selector: &'static str, kids: Node) -> Self {
        let kids = match *kids.0 {
            Kind::Many(kids) => kids,
            kid => vec![Node(Box::new(kid))],
        };
        let end = selector.find(['.', '#']).unwrap_or(selector.len());
        let (tag, rest) = selector.split_at(end);
        let element = Self(Box::new(Description { tag, settings: Vec::new(), handlers: Vec::new(), kids }));
        let (classes, id) = rest.split_once('#').unwrap_or((rest, ""));
        let class = classes.strip_prefix('.').map(|classes| classes.replace('.', " "));
        // A browser writes what a field holds to the disk, to restore it: the dossier alone says what is kept.
        let off = matches!(tag, "input" | "textarea" | "select").then_some("off");
        element.attr("class", class).attr("id", some(id)).attr("autocomplete", off)
    }

    #[inline(never)]
    fn button(class: &'static str, kids: Node, mut act: Box<dyn FnMut(Event)>) -> Self {
        let mut button = Self::new("button", kids).attr("class", some(class)).attr("type", "button");
        let pressed = move |click: Event| {
            let pressed = Pressed::by_keyboard(&click);
            act(click);
            pressed.into_iter().for_each(|pressed| spawn_local(pressed.keep_focus()));
        };
        button.0.handlers.push(("click", Box::new(pressed)));
        button
    }

    /// An attribute; none leaves it out. A closure keeps it up to date.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        value.give(self, name)
    }

    #[inline(never)]
    fn give(mut self, name: &'static str, value: Value) -> Self {
        if !matches!(value, Value::Fixed(None)) {
            self.0.settings.push(Setting::Attribute(name, value));
        }
        self
    }

    /// Classes that are made; those that never change stand in the selector.
    pub fn class(self, class: impl IntoValue) -> Self {
        self.attr("class", class)
    }

    /// The name read aloud, when the words are not enough.
    pub fn label(self, label: impl IntoValue) -> Self {
        self.attr("aria-label", label)
    }

    /// The text of a field, kept up to date.
    pub fn value(mut self, value: impl FnMut() -> String + 'static) -> Self {
        self.0.settings.push(Setting::Value(Box::new(value)));
        self
    }

    /// Whether a box is checked, kept up to date.
    pub fn checked(mut self, checked: impl FnMut() -> bool + 'static) -> Self {
        self.0.settings.push(Setting::Checked(Box::new(checked)));
        self
    }

    /// Present without a value, or absent: `open`, `selected`.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.attr(name, on.then_some(""))
    }

    /// A drawing made by `charts`, whose texts are escaped there.
    pub fn svg(mut self, svg: String) -> Self {
        self.0.settings.push(Setting::Svg(svg));
        self
    }

    /// What to do at an event.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(handler))
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, handler: Box<dyn FnMut(Event)>) -> Self {
        self.0.handlers.push((event, handler));
        self
    }

    /// What to do with the text of a field at `input` or `change`.
    pub fn on_text(self, event: &'static str, mut handler: impl FnMut(String) + 'static) -> Self {
        self.on(event, move |event| handler(text_of(&event)))
    }
}

#[inline(never)]
fn text_of(event: &Event) -> String {
    leptos::prelude::event_target_value(event)
}

/// The field that an event comes from.
pub fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target().and_then(|target| target.dyn_into().ok())
}

impl Node {
    #[inline(never)]
    fn new(kind: Kind) -> Self {
        Self(Box::new(kind))
    }

    /// Nothing yet.
    #[inline(never)]
    pub fn none() -> Self {
        Self::new(Kind::Many(Vec::new()))
    }

    /// This, then `next`.
    #[inline(never)]
    pub fn and(mut self, next: Self) -> Self {
        if let Kind::Many(kids) = &mut *self.0 {
            kids.push(next);
            return self;
        }
        Self::many(vec![self, next])
    }

    #[inline(never)]
    fn text(text: Cow<'static, str>) -> Self {
        Self::new(Kind::Text(text))
    }

    #[inline(never)]
    fn fixed(text: &'static str) -> Self {
        Self::text(Cow::Borrowed(text))
    }

    #[inline(never)]
    fn element(el: El) -> Self {
        Self::new(Kind::Element(el))
    }

    #[inline(never)]
    fn live(draw: Box<dyn FnMut() -> Self>) -> Self {
        Self::new(Kind::Live(draw))
    }

    #[inline(never)]
    fn many(kids: Vec<Self>) -> Self {
        Self::new(Kind::Many(kids))
    }

    /// Never takes over what stood at its place.
    pub fn fresh(self) -> Self {
        Self::new(Kind::Fresh(self, None))
    }

    /// The same, and what to do as soon as it stands where the former one was. Nothing is done when nothing stood there.
    pub fn fresh_then(self, stands: impl FnOnce() + 'static) -> Self {
        Self::new(Kind::Fresh(self, Some(Box::new(stands))))
    }
}

/// Whatever [`kids!`] accepts: texts, elements, options, lists, closures that give one of these.
pub trait IntoNode {
    fn into_node(self) -> Node;
}

impl IntoNode for Node {
    fn into_node(self) -> Node {
        self
    }
}

impl IntoNode for El {
    fn into_node(self) -> Node {
        Node::element(self)
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        Node::fixed(self)
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::text(self.into())
    }
}

impl IntoNode for () {
    fn into_node(self) -> Node {
        Node::none()
    }
}

impl<N: IntoNode> IntoNode for Option<N> {
    fn into_node(self) -> Node {
        self.map_or_else(Node::none, N::into_node)
    }
}

impl<N: IntoNode> IntoNode for Vec<N> {
    fn into_node(self) -> Node {
        Node::many(self.into_iter().map(N::into_node).collect())
    }
}

impl<F: FnMut() -> N + 'static, N: IntoNode> IntoNode for F {
    fn into_node(mut self) -> Node {
        Node::live(Box::new(move || self().into_node()))
    }
}

/// So that Leptos can mount the app.
impl Render for Node {
    type State = Built;

    fn build(self) -> Built {
        Built::new(self)
    }

    fn rebuild(self, built: &mut Built) {
        built.update(self);
    }
}

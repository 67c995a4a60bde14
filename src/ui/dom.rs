//! How a screen is written: [`el`] makes an element, [`kids!`](crate::ui::dom::kids) lists what stands in it, a closure
//! among them is drawn again whenever a signal it reads changes.
//!
//! Leptos’ signals drive it; its `view!` is not used, because it compiles the drawing and redrawing code anew for each
//! shape of view. Here every screen is data of one type, [`Node`], and that code exists once (`dom/built.rs`).
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

mod built;
mod values;

use built::Built;
use leptos::tachys::view::Render;
use std::borrow::Cow;
use values::{IntoValue, Value};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// What can stand in a screen.
pub enum Node {
    Text(Cow<'static, str>),
    Element(El),
    /// Several, one after the other; or nothing.
    Many(Vec<Node>),
    /// Drawn again whenever a signal it reads changes.
    Live(Box<dyn FnMut() -> Node>),
    /// Drawn anew, where a former screen stood.
    Fresh(Box<Node>),
}

/// An element being described.
pub struct El {
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
        $crate::ui::dom::Node::Many(vec![$($crate::ui::dom::IntoNode::into_node($kid)),*])
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
    el("button", kids).attr("class", some(class)).attr("type", "button").on("click", move |_| act())
}

fn some(class: &'static str) -> Option<&'static str> {
    (!class.is_empty()).then_some(class)
}

/// Elements of the same tag, one an item.
pub fn each<T: IntoNode>(selector: &'static str, items: impl IntoIterator<Item = T>) -> Vec<El> {
    items.into_iter().map(|item| el(selector, item)).collect()
}

impl El {
    fn new(selector: &'static str, kids: Node) -> Self {
        let kids = match kids {
            Node::Many(kids) => kids,
            kid => vec![kid],
        };
        let end = selector.find(['.', '#']).unwrap_or(selector.len());
        let (tag, rest) = selector.split_at(end);
        let mut element = Self { tag, settings: Vec::new(), handlers: Vec::new(), kids };
        let (classes, id) = rest.split_once('#').unwrap_or((rest, ""));
        if !classes.is_empty() {
            element = element.attr("class", classes[1..].replace('.', " "));
        }
        if id.is_empty() { element } else { element.attr("id", id) }
    }

    /// An attribute; none leaves it out. A closure keeps it up to date.
    pub fn attr(mut self, name: &'static str, value: impl IntoValue) -> Self {
        self.settings.push(Setting::Attribute(name, value.into_value()));
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
        self.settings.push(Setting::Value(Box::new(value)));
        self
    }

    /// Whether a box is checked, kept up to date.
    pub fn checked(mut self, checked: impl FnMut() -> bool + 'static) -> Self {
        self.settings.push(Setting::Checked(Box::new(checked)));
        self
    }

    /// Present without a value, or absent: `open`, `selected`.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.attr(name, on.then_some(""))
    }

    /// A drawing made by `charts`, whose texts are escaped there.
    pub fn svg(mut self, svg: String) -> Self {
        self.settings.push(Setting::Svg(svg));
        self
    }

    /// What to do at an event.
    pub fn on(mut self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.handlers.push((event, Box::new(handler)));
        self
    }

    /// What to do with the text of a field at `input` or `change`.
    pub fn on_text(self, event: &'static str, mut handler: impl FnMut(String) + 'static) -> Self {
        self.on(event, move |event| handler(leptos::prelude::event_target_value(&event)))
    }

    /// What to do when a form is submitted, instead of leaving the page.
    pub fn on_submit(self, mut act: impl FnMut() + 'static) -> Self {
        self.on("submit", move |event| {
            event.prevent_default();
            act();
        })
    }
}

/// The field that an event comes from.
pub fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target().and_then(|target| target.dyn_into().ok())
}

impl Node {
    /// Never takes over what stood at its place.
    pub fn fresh(self) -> Self {
        Self::Fresh(Box::new(self))
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
        Node::Element(self)
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        Node::Text(self.into())
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::Text(self.into())
    }
}

impl IntoNode for () {
    fn into_node(self) -> Node {
        Node::Many(Vec::new())
    }
}

impl<N: IntoNode> IntoNode for Option<N> {
    fn into_node(self) -> Node {
        self.map_or(Node::Many(Vec::new()), N::into_node)
    }
}

impl<N: IntoNode> IntoNode for Vec<N> {
    fn into_node(self) -> Node {
        Node::Many(self.into_iter().map(N::into_node).collect())
    }
}

impl<F: FnMut() -> N + 'static, N: IntoNode> IntoNode for F {
    fn into_node(mut self) -> Node {
        Node::Live(Box::new(move || self().into_node()))
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

//! What stands in the document for a [`Node`], and how it becomes another: the only code that creates, changes and
//! removes elements.

use super::values::Value;
use super::{El, Handler, Kind, Node, Setting};
use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::Mountable;
use std::borrow::Cow;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

type Text = Cow<'static, str>;

/// What stands in the document.
pub enum Built {
    Text(types::Text, Text),
    Element(Box<Standing>),
    /// Several, and the mark of their end.
    Many(Vec<Built>, types::Placeholder),
    Live(Living),
}

/// What is drawn again whenever a signal changes. Dropped, it lets go of what it has drawn at once: its task would keep
/// it until its next turn, and closures within would run meanwhile over signals that are gone.
pub struct Living(RenderEffect<Built>);

impl Drop for Living {
    fn drop(&mut self) {
        drop(self.0.take_value());
    }
}

/// An element in the document.
pub struct Standing {
    element: Element,
    tag: &'static str,
    kids: Vec<Built>,
    /// The attributes as they were last given: what the browser or the person did to them since is left alone.
    given: Vec<(&'static str, Option<Text>)>,
    /// What keeps the rest up to date, and listens; dropped and made again when the element is given other settings.
    links: Vec<RenderEffect<()>>,
    listeners: Vec<Listener>,
}

struct Listener {
    element: Element,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(element: &Element, (event, handler): Handler) -> Self {
        let closure = Closure::wrap(handler);
        // An event that exists is never refused.
        let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        Self { element: element.clone(), event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
    }
}

impl Built {
    pub fn new(node: Node) -> Self {
        match *node.0 {
            Kind::Text(text) => Self::Text(Rndr::create_text_node(&text), text),
            Kind::Element(el) => Self::Element(Box::new(Standing::new(el))),
            Kind::Many(nodes) => Self::Many(nodes.into_iter().map(Self::new).collect(), Rndr::create_placeholder()),
            Kind::Live(mut draw) => Self::Live(Living(RenderEffect::new(move |built: Option<Self>| {
                let node = draw();
                match built {
                    Some(mut built) => {
                        built.update(node);
                        built
                    }
                    None => Self::new(node),
                }
            }))),
            Kind::Fresh(node, _) => Self::new(node),
        }
    }

    /// Becomes `node`, keeping what can be kept.
    pub fn update(&mut self, node: Node) {
        match (self, *node.0) {
            (Self::Text(place, old), Kind::Text(text)) => {
                if *old != text {
                    Rndr::set_text(place, &text);
                    *old = text;
                }
            }
            (Self::Element(standing), Kind::Element(el)) if standing.tag == el.0.tag => standing.update(el),
            (Self::Many(kids, end), Kind::Many(nodes)) => {
                let end: &types::Node = end;
                let parent = end.parent_element();
                update_list(kids, nodes, parent.as_ref(), Some(end));
            }
            (place, Kind::Fresh(node, stands)) => {
                place.replace(node);
                stands.into_iter().for_each(|act| act());
            }
            (place, kind) => place.replace(Node(Box::new(kind))),
        }
    }

    fn replace(&mut self, node: Node) {
        let mut new = Self::new(node);
        self.insert_before_this(&mut new);
        self.unmount();
        *self = new;
    }

    fn first(&self) -> Option<types::Node> {
        match self {
            Self::Text(text, _) => Some(text.clone().into()),
            Self::Element(standing) => Some(standing.element.clone().into()),
            Self::Many(kids, end) => kids.first().map_or_else(|| Some(end.clone().into()), Self::first),
            Self::Live(Living(effect)) => effect.with_value_mut(|built| built.first()).flatten(),
        }
    }
}

/// The kids at the same places become the new ones; the others come or go.
fn update_list(kids: &mut Vec<Built>, nodes: Vec<Node>, parent: Option<&Element>, before: Option<&types::Node>) {
    for mut gone in kids.drain(nodes.len().min(kids.len())..) {
        gone.unmount();
    }
    let kept = kids.len();
    for (index, node) in nodes.into_iter().enumerate() {
        if index < kept {
            kids[index].update(node);
        } else {
            let mut kid = Built::new(node);
            if let Some(parent) = parent {
                kid.mount(parent, before);
            }
            kids.push(kid);
        }
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        match self {
            Self::Text(text, _) => text.remove(),
            Self::Element(standing) => standing.element.remove(),
            Self::Many(kids, end) => {
                kids.iter_mut().for_each(Self::unmount);
                end.remove();
            }
            Self::Live(Living(effect)) => {
                effect.with_value_mut(Self::unmount);
            }
        }
    }

    fn mount(&mut self, parent: &types::Element, before: Option<&types::Node>) {
        match self {
            Self::Text(text, _) => Rndr::insert_node(parent, text, before),
            Self::Element(standing) => Rndr::insert_node(parent, &standing.element, before),
            Self::Many(kids, end) => {
                Rndr::insert_node(parent, end, before);
                kids.iter_mut().for_each(|kid| kid.mount(parent, Some(end)));
            }
            Self::Live(Living(effect)) => {
                effect.with_value_mut(|built| built.mount(parent, before));
            }
        }
    }

    fn insert_before_this(&self, other: &mut dyn Mountable) -> bool {
        let place = self.first().and_then(|first| Some((first.parent_element()?, first)));
        if let Some((parent, first)) = &place {
            other.mount(parent, Some(first));
        }
        place.is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

impl Standing {
    fn new(el: El) -> Self {
        let element = Rndr::create_element(el.0.tag, None);
        let (kids, given, links, listeners) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut standing = Self { element, tag: el.0.tag, kids, given, links, listeners };
        standing.update(el);
        standing
    }

    fn update(&mut self, el: El) {
        let el = *el.0;
        self.links.clear();
        self.listeners.clear();
        update_list(&mut self.kids, el.kids, Some(&self.element), None);
        // After the kids: a list can only be given the value of an option that it has.
        let old = std::mem::take(&mut self.given);
        for (name, _) in &old {
            if !el.settings.iter().any(|setting| matches!(setting, Setting::Attribute(kept, _) if kept == name)) {
                Rndr::remove_attribute(&self.element, name);
            }
        }
        for setting in el.settings {
            self.set(setting, &old);
        }
        for handler in el.handlers {
            self.listeners.push(Listener::new(&self.element, handler));
        }
    }

    fn set(&mut self, setting: Setting, old: &[(&'static str, Option<Text>)]) {
        let element = self.element.clone();
        match setting {
            Setting::Attribute(name, Value::Fixed(value)) => {
                if old.iter().all(|(given, was)| *given != name || *was != value) {
                    set_attribute(&element, name, value.as_deref());
                }
                self.given.push((name, value));
            }
            Setting::Attribute(name, Value::Live(mut value)) => {
                self.links.push(RenderEffect::new(move |_| set_attribute(&element, name, value().as_deref())));
                self.given.push((name, None));
            }
            Setting::Value(mut value) => {
                self.links.push(RenderEffect::new(move |_| set_value(&element, &value())));
            }
            Setting::Checked(mut checked) => {
                self.links.push(RenderEffect::new(move |_| set_property(&element, "checked", &checked().into())));
            }
            Setting::Svg(svg) => element.set_inner_html(&svg),
        }
    }
}

fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => Rndr::set_attribute(element, name, value),
        None => Rndr::remove_attribute(element, name),
    }
}

/// Leaves a field alone that already says so: its caret, and a number or a date half typed, stay.
fn set_value(element: &Element, text: &str) {
    let now = js_sys::Reflect::get(element, &"value".into()).ok().and_then(|value| value.as_string());
    if now.as_deref() != Some(text) {
        set_property(element, "value", &text.into());
    }
}

fn set_property(element: &Element, name: &str, value: &JsValue) {
    // A property of a standard element is never refused.
    let _ = js_sys::Reflect::set(element, &name.into(), value);
}

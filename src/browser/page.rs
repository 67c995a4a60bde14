//! The page itself: address, title, focus, keyboard, printing, and when it is left.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Event, EventTarget, HtmlElement, KeyboardEvent, UiEvent, VisibilityState, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The address after `#`, empty when there is none.
#[must_use]
pub fn hash() -> String {
    window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        // A browser that refuses leaves the page as it is.
        let _ = window.location().reload();
    }
}

/// Goes to an address, `#/bilan`.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        // The only failure is a page being torn down.
        let _ = window.location().set_hash(hash);
    }
}

/// Replaces the address without a step in the history.
pub fn replace(hash: &str) {
    if let Some(history) = window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// What the page says of its folder under that name, in a `meta`.
#[must_use]
pub fn said(name: &str) -> Option<String> {
    document()?.query_selector(&format!("meta[name={name}]")).ok()??.get_attribute("content")
}

/// Whether the page stands in a frame that may not act for its host: downloads are dropped there without a word.
#[must_use]
pub fn is_sandboxed() -> bool {
    window().is_some_and(|w| w.origin() == "null" && w.location().protocol().is_ok_and(|p| p.starts_with("http")))
}

/// Whether the page was opened from a disk or a stick, not from a site.
#[must_use]
pub fn is_from_file() -> bool {
    window().is_some_and(|w| w.location().protocol().is_ok_and(|p| p == "file:"))
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the first element that a selector finds, without choosing where it scrolls.
pub fn focus(selector: &str) {
    let element = document().and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus like [`focus`], unless something else than the page has it.
pub fn focus_if_lost(selector: &str) {
    if !has_focus() {
        focus(selector);
    }
}

/// Whether something else than the page has the focus.
pub(super) fn has_focus() -> bool {
    document().and_then(|d| d.active_element()).is_some_and(|e| e.tag_name() != "BODY")
}

/// Brings an element to the top of the window when it is out of sight.
pub fn reveal(selector: &str) {
    if let Some(element) = document().and_then(|d| d.query_selector(selector).ok().flatten()) {
        let top = element.get_bounding_client_rect().top();
        let height = window().and_then(|w| w.inner_height().ok()).and_then(|h| h.as_f64()).unwrap_or(0.0);
        if top < 0.0 || top > height * 0.6 {
            element.scroll_into_view();
        }
    }
}

/// Scrolls to the top, as a new screen does.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Tells `start.js` that more files were used, to be kept for a dropped network.
pub fn used_more() {
    if let (Some(window), Ok(event)) = (window(), Event::new("paliers:used")) {
        // A listener that fails says so in the console.
        let _ = window.dispatch_event(&event);
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Sets or removes an attribute of the root element, `data-theme`.
pub fn set_root(attribute: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = match value {
            Some(value) => root.set_attribute(attribute, value),
            None => root.remove_attribute(attribute),
        };
    }
}

/// Removes the static shell of `index.html`, which the app replaces.
pub fn clear_shell() {
    if let Some(body) = document().and_then(|d| d.body()) {
        body.set_text_content(None);
    }
}

fn listen(target: &EventTarget, name: &str, handler: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(handler);
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    // The listeners of the page live as long as it does.
    closure.forget();
}

/// Calls back with each new address.
pub fn on_address(mut handler: impl FnMut(String) + 'static) {
    if let Some(window) = window() {
        listen(&window, "hashchange", move |_| handler(hash()));
    }
}

/// Calls back when the page is hidden or left: the last moment to save.
pub fn on_leave(mut handler: impl FnMut() + 'static) {
    if let Some(document) = document() {
        listen(&document.clone(), "visibilitychange", move |_| {
            if document.visibility_state() == VisibilityState::Hidden {
                handler();
            }
        });
    }
}

/// Asks before the page is closed, while `at_risk` says so.
pub fn on_close(at_risk: impl Fn() -> bool + 'static) {
    if let Some(window) = window() {
        listen(&window, "beforeunload", move |event| {
            if at_risk() {
                event.prevent_default();
            }
        });
    }
}

/// What Ctrl or Cmd with a letter asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    Undo,
    Redo,
}

/// Calls back on Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, but not inside a text field, which undoes its own typing.
pub fn on_shortcut(mut handler: impl FnMut(Shortcut) + 'static) {
    let Some(window) = window() else { return };
    listen(&window, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || in_text_field(event) {
            return;
        }
        let shortcut = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Shortcut::Undo,
            ("y", false) | ("z", true) => Shortcut::Redo,
            _ => return,
        };
        event.prevent_default();
        handler(shortcut);
    });
}

/// Whether a click was made with a pointer: the click that a keyboard makes has no detail.
#[must_use]
pub fn is_by_pointer(click: &Event) -> bool {
    click.dyn_ref::<UiEvent>().is_some_and(|click| click.detail() > 0)
}

/// Whether a click is the second of a double one.
#[must_use]
pub fn is_again(click: &Event) -> bool {
    click.dyn_ref::<UiEvent>().is_some_and(|click| click.detail() > 1)
}

fn in_text_field(event: &KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()) else { return false };
    let kind = element.get_attribute("type").unwrap_or_default();
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(kind.as_str(), "radio" | "checkbox" | "button" | "file"),
        _ => false,
    }
}

//! Where the focus goes when a control that had it leaves the screen: to the next one, else to the one before.
//!
//! A browser leaves it on the page, and a person without a mouse begins again from its top. It refuses to take the focus
//! from anything that has it, and what is done with a pointer, which needs none.

use super::page::{document, focus, has_focus, hash, is_by_pointer};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, Node, NodeList};

/// What may take the focus.
const CONTROLS: &str = "a[href], button, input, select, textarea, summary";
/// How long, at most, what was asked for takes to be drawn, in milliseconds.
const LATE: u32 = 300;

/// A control that was pressed, among those of the page.
pub struct Pressed {
    control: Node,
    controls: NodeList,
    /// Its place among them.
    at: u32,
    address: String,
}

impl Pressed {
    /// The control of a click made by keyboard.
    #[must_use]
    pub fn by_keyboard(click: &Event) -> Option<Self> {
        if is_by_pointer(click) {
            return None;
        }
        let control: Node = click.current_target()?.dyn_into().ok()?;
        let controls = document()?.query_selector_all(CONTROLS).ok()?;
        let at = (0..controls.length()).find(|at| controls.item(*at).as_ref() == Some(&control))?;
        Some(Self { control, controls, at, address: hash() })
    }

    /// Gives the focus to a neighbour if the control has left with it; a new screen gives it itself.
    pub async fn keep_focus(self) {
        if self.control.is_connected() {
            TimeoutFuture::new(LATE).await;
        }
        if self.control.is_connected() || has_focus() || hash() != self.address {
            return;
        }
        // Where it cannot stand, it stays on the page.
        for at in (self.at + 1..self.controls.length()).chain((0..self.at).rev()) {
            let control = self.controls.item(at).and_then(|node| node.dyn_into::<HtmlElement>().ok());
            if control.is_some_and(|control| control.is_connected() && control.focus().is_ok()) && has_focus() {
                return;
            }
        }
        focus("main h1");
    }
}

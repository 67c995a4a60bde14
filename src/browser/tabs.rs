//! What one tab tells the others of the same copy of the app: « this dossier was saved », « this one is gone ».
//!
//! A convenience, not a safety: the stored revision alone protects the answers.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel of this copy of the app; silent where the browser has none.
#[derive(Clone)]
pub struct Tabs {
    channel: Option<BroadcastChannel>,
}

impl Tabs {
    /// Opens the channel and listens: the handler receives the id of a dossier that another tab saved or erased.
    pub fn open(mut handler: impl FnMut(String) + 'static) -> Self {
        let channel = BroadcastChannel::new(&super::scope()).ok();
        if let Some(channel) = &channel {
            let closure = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(id) = event.data().as_string() {
                    handler(id);
                }
            });
            channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
            closure.forget();
        }
        Self { channel }
    }

    /// Tells the other tabs that a dossier was saved or erased.
    pub fn tell(&self, id: &str) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&id.into());
        }
    }
}

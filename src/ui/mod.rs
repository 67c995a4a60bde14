//! The screens: memos in, commands out, native controls, no arithmetic.
//!
//! [`dom`] is how a screen is written; [`store`] holds the state and is the only place that saves; [`shell`] frames every screen and chooses the page of
//! the address; `pages` and `components` draw. Nothing here touches storage, files or the clock but through `browser`.

mod actions;
mod components;
pub(crate) mod dom;
mod errands;
mod files;
mod following;
mod making;
mod pages;
mod parts;
mod saving;
mod shell;
mod store;

use leptos::prelude::*;

/// Starts the app in the page's body.
pub fn start() {
    crate::browser::page::clear_shell();
    let Some(body) = document().body() else { return };
    let app = leptos::mount::mount_to_renderer(&body, || {
        let store = store::Store::new();
        provide_context(store);
        store.start();
        shell::shell(store)
    });
    // The app lives as long as the page.
    app.forget();
}

//! The screens: memos in, commands out, native controls, no arithmetic.
//!
//! [`store`] holds the state and is the only place that saves; [`shell`] frames every screen and chooses the page of
//! the address; `pages` and `components` draw. Nothing here touches storage, files or the clock but through `browser`.

mod actions;
mod components;
mod files;
mod pages;
mod saving;
mod shell;
mod store;

use leptos::prelude::*;

/// Starts the app in the page's body.
pub fn start() {
    crate::browser::page::clear_shell();
    leptos::mount::mount_to_body(|| {
        let store = store::Store::new();
        provide_context(store);
        store.start();
        view! { <shell::Shell /> }
    });
}

//! The only place that touches the browser: storage, files, clock, addresses, preferences.
//!
//! Every call can fail: nothing here panics, and what fails is a value that `ui` turns into a sentence. It refuses
//! every request but those for the files of the app's own folder.

pub mod assets;
pub mod borrowed;
pub mod clock;
pub mod files;
pub mod focus;
pub mod kept;
mod memory;
pub mod page;
pub mod preferences;
pub mod storage;
pub mod tabs;
pub mod worker;

/// The name that `start.js` made from the folder's path: prefix of the database and of every preference.
#[must_use]
pub fn scope() -> String {
    page::document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("data-scope"))
        .unwrap_or_else(|| "paliers:/".to_owned())
}

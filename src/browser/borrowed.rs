//! A borrowed computer: while it is said to be one, nothing of a dossier is written on it, and nothing kept on it is read.
//!
//! `storage`, `kept` and `preferences` ask here before they touch the browser. What was said is remembered for the tab
//! (yes or no, nothing else), so that loading the page again does not forget it. A page opened from a file is taken to be on a
//! borrowed computer, unless a dossier of this very page is already kept here: then its owner has said otherwise.

use super::{page, preferences};
use std::cell::Cell;

thread_local! {
    static BORROWED: Cell<bool> = const { Cell::new(false) };
}

/// Whether nothing may be written.
#[must_use]
pub fn is_borrowed() -> bool {
    BORROWED.get()
}

/// What holds for this tab at its start.
#[must_use]
pub fn at_start() -> bool {
    let by_default = || page::is_from_file() && preferences::dossier().is_none();
    BORROWED.set(preferences::borrowed().unwrap_or_else(by_default));
    BORROWED.get()
}

/// Holds from now on, and for the next page of this tab.
pub fn set(borrowed: bool) {
    preferences::set_borrowed(borrowed);
    BORROWED.set(borrowed);
}

//! Small preferences in `localStorage`, and the tab's own dossier in `sessionStorage`; both may be refused, and neither is
//! touched on a borrowed computer.
//!
//! `gloo-storage` panics where storage is refused (a sandboxed frame), so a probe comes first, once.

use gloo_storage::{LocalStorage, SessionStorage, Storage};
use std::cell::OnceCell;

thread_local! {
    static ALLOWED: OnceCell<bool> = const { OnceCell::new() };
}

fn allowed() -> bool {
    !super::borrowed::is_borrowed() && possible()
}

fn possible() -> bool {
    ALLOWED.with(|cell| {
        *cell.get_or_init(|| {
            super::page::window().is_some_and(|window| {
                matches!(window.local_storage(), Ok(Some(_))) && matches!(window.session_storage(), Ok(Some(_)))
            })
        })
    })
}

crate::names::words!(
    /// What is remembered. Nothing here is about a school, but for what is being saved.
    Preference {
        Theme = "theme",
        /// The last dossier opened, the default of a new tab.
        Dossier = "dossier",
        /// When a backup file was last made, by dossier.
        Backup = "backup",
        /// Typed a moment before the page was left, for the next page of the tab.
        Left = "left",
        /// Whether this tab was said to be on a borrowed computer.
        Borrowed = "borrowed",
    }
);

fn key(preference: Preference) -> String {
    format!("{}{}", super::scope(), preference.as_str())
}

/// The value, if storage is allowed and holds one.
#[must_use]
pub fn get(preference: Preference) -> Option<String> {
    if !allowed() {
        return None;
    }
    LocalStorage::get(key(preference)).ok()
}

/// Remembers, or forgets; silently in vain where storage is refused.
pub fn set(preference: Preference, value: Option<&str>) {
    if !allowed() {
        return;
    }
    match value {
        Some(value) => {
            let _ = LocalStorage::set(key(preference), value);
        }
        None => LocalStorage::delete(key(preference)),
    }
}

/// The dossier of this tab, else the last one opened.
#[must_use]
pub fn dossier() -> Option<String> {
    if !allowed() {
        return None;
    }
    SessionStorage::get(key(Preference::Dossier)).ok().or_else(|| get(Preference::Dossier))
}

/// Remembers the dossier of this tab, and as the default of the next.
pub fn set_dossier(id: Option<&str>) {
    if !allowed() {
        return;
    }
    match id {
        Some(id) => {
            let _ = SessionStorage::set(key(Preference::Dossier), id);
        }
        None => SessionStorage::delete(key(Preference::Dossier)),
    }
    set(Preference::Dossier, id);
}

/// Leaves a text for the next page of this tab, or takes it away. Written at once, unlike the database.
pub fn set_left(text: Option<&str>) {
    if !allowed() {
        return;
    }
    match text {
        Some(text) => {
            let _ = SessionStorage::set(key(Preference::Left), text);
        }
        None => SessionStorage::delete(key(Preference::Left)),
    }
}

/// What the former page of this tab left.
#[must_use]
pub fn take_left() -> Option<String> {
    let left = allowed().then(|| SessionStorage::get(key(Preference::Left)).ok()).flatten();
    set_left(None);
    left
}

/// The value of a preference for one dossier.
#[must_use]
pub fn get_for(preference: Preference, id: &str) -> Option<String> {
    if !allowed() {
        return None;
    }
    LocalStorage::get(format!("{}:{id}", key(preference))).ok()
}

/// Remembers a preference for one dossier, or forgets it.
pub fn set_for(preference: Preference, id: &str, value: Option<&str>) {
    if !allowed() {
        return;
    }
    let key = format!("{}:{id}", key(preference));
    match value {
        Some(value) => {
            let _ = LocalStorage::set(key, value);
        }
        None => LocalStorage::delete(key),
    }
}

/// What this tab was said to be: on a borrowed computer or not.
#[must_use]
pub fn borrowed() -> Option<bool> {
    possible().then(|| SessionStorage::get(key(Preference::Borrowed)).ok()).flatten()
}

/// Remembers it for the next page of this tab; the only thing written whatever is said.
pub fn set_borrowed(borrowed: bool) {
    if possible() {
        let _ = SessionStorage::set(key(Preference::Borrowed), borrowed);
    }
}

//! Which référentiel the app holds: the one of the open dossier, served with the app or kept on this computer.
//!
//! It is loaded when a screen needs it and follows the dossier; it never changes what the dossier says.

use super::parts;
use super::store::{FrameworkState, Store};
use crate::browser::assets;
use crate::domain::Dossier;
use crate::routes::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The référentiel of whoever names no other.
pub const DEFAULT_FRAMEWORK: &str = "egn-2020";

impl Store {
    pub(super) fn needs_framework(self) -> bool {
        !self.address.with_untracked(|a| matches!(a.route, Route::Home | Route::Page(_) | Route::Unknown))
    }

    /// Loads the référentiel of the dossier unless it is here; the default one where there is none, or where it is
    /// neither served nor kept.
    pub async fn load_framework(self) {
        loop {
            let wanted = self.wanted();
            if self.holds(&wanted) {
                return;
            }
            let mut state = self.fetch_framework(&wanted).await;
            if wanted != DEFAULT_FRAMEWORK && !matches!(state, FrameworkState::Ready(_)) {
                state = self.fetch_framework(DEFAULT_FRAMEWORK).await;
            }
            // Two loads may have crossed, or another dossier been opened.
            if self.wanted() == wanted {
                if !self.holds(&wanted) {
                    self.sought.set_value(wanted);
                    self.framework.set(state);
                }
                return;
            }
        }
    }

    /// Whether what is loaded is what that id gives.
    fn holds(self, wanted: &str) -> bool {
        let ready = matches!(self.framework.get_untracked(), FrameworkState::Ready(_));
        ready && self.sought.with_value(|sought| sought == wanted)
    }

    /// The id of the dossier’s référentiel.
    fn wanted(self) -> String {
        self.peek(|d| d.framework.id.as_str().to_owned()).unwrap_or_else(|| DEFAULT_FRAMEWORK.to_owned())
    }

    /// The référentiel of that id: the one served with the app, else the one kept on this computer.
    pub async fn fetch_framework(self, id: &str) -> FrameworkState {
        let loaded = self.framework.get_untracked();
        if matches!(&loaded, FrameworkState::Ready(framework) if framework.id.as_str() == id) {
            return loaded;
        }
        let file = framework_file(id);
        let served = match assets::load(&file).await {
            Err(_) => FrameworkState::Missing,
            Ok(text) => read_framework(text).await,
        };
        if let FrameworkState::Ready(_) = served {
            return served;
        }
        if id == DEFAULT_FRAMEWORK {
            // What the app cannot do without may be asked for again.
            assets::forget(&file);
            return served;
        }
        match parts::kept_framework(id).await {
            Some(text) => read_framework(text).await,
            None => served,
        }
    }

    /// The text of the référentiel in use, for the worker.
    pub async fn framework_text(self) -> Option<String> {
        let id = self.sought.get_value();
        match assets::load(&framework_file(&id)).await {
            Ok(text) => Some(text),
            Err(_) => parts::kept_framework(&id).await,
        }
    }

    /// The dossier has changed to one that may speak of another référentiel: that one comes before anything is shown.
    pub(super) fn follow_framework(self) {
        if !self.sought.with_value(|sought| sought.is_empty() || *sought == self.wanted()) {
            self.reload_framework();
        }
    }

    /// What is kept here under that id has changed.
    pub fn framework_changed(self, id: &str) {
        if self.wanted() == id {
            self.reload_framework();
        }
    }

    fn reload_framework(self) {
        self.sought.set_value(String::new());
        self.framework.set(FrameworkState::Loading);
        spawn_local(self.load_framework());
    }

    /// Whether the dossier speaks of another référentiel than the one loaded, or of a newer version of it.
    pub fn is_foreign(self) -> bool {
        let served = self.framework().map(|framework| self.look(|d| d.framework.is_served_by(&framework)));
        served.flatten() == Some(false)
    }

    /// Looks, whenever the dossier follows another version than the one loaded, whether that changes anything for it.
    pub(super) fn watch_versions(self) {
        let older = Memo::new(move |_| {
            let framework = self.framework()?;
            let older = |d: &Dossier| d.framework.id == framework.id && d.framework.version != framework.version;
            self.look(|d| older(d).then(|| (d.id.clone(), d.framework.version.clone()))).flatten()
        });
        Effect::new(move |_| {
            self.outdated.set(false);
            if older.get().is_some() {
                parts::look_for_changes(self);
            }
        });
    }
}

async fn read_framework(text: String) -> FrameworkState {
    match parts::framework(text).await {
        Err(parts::Missing) => FrameworkState::Missing,
        Ok(Ok(framework)) => FrameworkState::Ready(Arc::new(framework)),
        Ok(Err(refusal)) => FrameworkState::Refused(refusal),
    }
}

/// The served file of a référentiel, which a host may replace.
fn framework_file(id: &str) -> String {
    format!("frameworks/{id}.json")
}

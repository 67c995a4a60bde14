//! Work that this computer does not keep: in memory, then in the person's file, which is asked for each quarter of an hour.
//!
//! « Poste prêté » is said on a screen, or holds by default for a page opened from a file ([`crate::browser::borrowed`]); the
//! same path serves a browser that refuses storage. What was kept before can be erased, never cleaned off a disk: it says so.

use super::dom::{El, button, el, kids};
use super::errands::{self, Errand};
use super::store::{SaveState, Store};
use crate::browser::preferences::{self, Preference};
use crate::browser::storage::{self, StorageError};
use crate::browser::{borrowed, clock, files};
use crate::domain::Command;
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// After how many minutes of unsaved work the file is asked for, then again.
const QUARTER: u32 = 15;

const NOTHING_KEPT: &str = "Rien n’est gardé sur cet ordinateur.";

thread_local! {
    /// Runs while something waits for a file.
    static QUARTERS: RefCell<Option<Interval>> = const { RefCell::new(None) };
}

impl Store {
    /// Something was saved to memory alone: the rescue screen gets it, and the quarters of an hour begin.
    pub(super) async fn only_in_memory(self, store: &storage::Store) {
        let records = store.all().await.unwrap_or_default();
        files::hand_over(records.iter().map(|record| record.text.as_str()));
        QUARTERS.with_borrow_mut(|quarters| {
            quarters.get_or_insert_with(|| {
                Interval::new(QUARTER * 60_000, move || self.unfiled.update(|minutes| *minutes += QUARTER))
            });
        });
        if self.save_state.get_untracked() != SaveState::Saving {
            self.save_state.set(SaveState::MemoryOnly);
        }
    }

    /// A file holds the open dossier as it is, and `said` is what the save state says of it; of no use where the browser
    /// keeps it.
    pub fn filed(self, said: SaveState) {
        let Some(store) = self.stored().filter(|store| !store.is_lasting()) else { return };
        self.peek(|d| store.file(d.id.as_str()));
        if store.is_safe() {
            QUARTERS.take();
            self.unfiled.set(0);
        }
        self.save_state.set(said);
    }

    /// The same, by the person’s own file, at this hour.
    pub fn filed_now(self) {
        let (hour, minute) = clock::hour();
        self.filed(SaveState::InFile(hour, minute));
    }

    /// « Poste prêté » is ticked, or no longer.
    pub async fn borrow(self, yes: bool) {
        self.settle().await;
        if yes == borrowed::is_borrowed() {
            return;
        }
        let done = if yes { self.stop_keeping().await } else { self.keep_again().await };
        if let Err(StorageError(words)) = done {
            borrowed::set(!yes);
            self.say(&format!("Le navigateur a refusé ({words})\u{a0}: rien n’a été changé."));
        }
        self.borrowed.set(borrowed::is_borrowed());
        self.shelf.update(|n| *n += 1);
    }

    /// Erases what is kept here of the open dossier, and goes on in memory.
    async fn stop_keeping(self) -> Result<(), StorageError> {
        let id = self.peek(|d| d.id.as_str().to_owned());
        let mut kept = false;
        if let Some((store, id)) = self.stored().zip(id.as_deref()).filter(|(store, _)| store.is_lasting()) {
            kept = store.get(id).await?.is_some();
            store.erase(id).await?;
            self.tell_others(id);
            preferences::set_for(Preference::Backup, id, None);
            preferences::set_dossier(None);
            preferences::set_left(None);
        }
        borrowed::set(true);
        self.storage.set_value(Some(Rc::new(storage::Store::in_memory())));
        self.save_state.set(SaveState::Nothing);
        self.save_whole();
        self.settle().await;
        if kept {
            self.say("Ce dossier avait déjà été gardé ici\u{a0}: il en est effacé. Des restes, invisibles à l’écran, peuvent demeurer un temps dans les fichiers internes du navigateur\u{a0}: une page ne peut pas nettoyer un disque.");
        }
        Ok(())
    }

    /// Keeps here every dossier of the memory; one that is already here is copied first.
    async fn keep_again(self) -> Result<(), StorageError> {
        borrowed::set(false);
        let store = match storage::Store::open().await {
            Ok(store) => store,
            // It goes on in memory, under the banner that says why.
            Err(_) => return Ok(()),
        };
        let records = match self.stored() {
            Some(memory) => memory.all().await?,
            None => Vec::new(),
        };
        for record in records {
            let here = store.get(&record.id).await?;
            if let Some(here) = &here {
                store.keep_copy(&here.id, &here.text).await?;
            }
            store.save(&record.id, here.map_or(0, |here| here.revision), &record.text, |_| None).await?;
        }
        QUARTERS.take();
        self.unfiled.set(0);
        files::hand_over(std::iter::empty());
        self.storage.set_value(Some(Rc::new(store)));
        if let Some(id) = self.peek(|d| d.id.as_str().to_owned()) {
            self.open_stored(&id).await;
        }
        Ok(())
    }

    /// Saves the whole open dossier, unless it says nothing yet.
    fn save_whole(self) {
        self.start_over();
        if let Some(dossier) = self.dossier.get_untracked().filter(|d| !d.is_untouched()) {
            self.save(Command::Everything(Box::new(dossier)), false);
        }
    }
}

/// What is said on every screen while nothing is kept here.
pub fn banner(store: Store) -> Option<El> {
    if !store.borrowed.get() {
        return None;
    }
    let waits = Memo::new(move |_| match store.save_state.get() {
        SaveState::MemoryOnly | SaveState::Saving => Some(store.unfiled.get()),
        _ => None,
    });
    let words = move || match waits.get() {
        None => "Votre travail va dans le fichier que vous enregistrez.".to_owned(),
        Some(0) => "Enregistrez votre fichier avant de fermer.".to_owned(),
        Some(minutes) => {
            format!(
                "{minutes} minutes de travail ne sont pas encore dans votre fichier\u{a0}: enregistrez-le maintenant."
            )
        }
    };
    let save = move || {
        store.has_dossier().then(|| {
            button("btn", "Enregistrer le fichier", move || errands::send(store, Errand::Backup))
                .class(move || if waits.get().is_some() { "btn go" } else { "btn" })
        })
    };
    let text = el("p", kids![el("b", NOTHING_KEPT), " ", el("span", words).attr("aria-live", "polite")]);
    let class = move || if waits.get().is_some_and(|minutes| minutes > 0) { "banner halt" } else { "banner" };
    Some(el("div", kids![text, save]).class(class))
}

/// The tick: this computer is borrowed.
pub fn tick(store: Store) -> El {
    let check = el("input", ()).attr("type", "checkbox").checked(move || store.borrowed.get());
    let check = check.on("change", move |_| errands::send(store, Errand::Borrow(!store.borrowed.get_untracked())));
    el(
        "div",
        kids![
            el("label.check", kids![check, "Poste prêté\u{a0}: ne rien garder sur cet ordinateur"]),
            el(
                "p.meta.small",
                "Pour l’ordinateur d’une salle ou d’une autre personne. Votre travail va seulement dans le fichier que vous enregistrez."
            ),
        ],
    )
}

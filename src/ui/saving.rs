//! Keeping the work: what waits to be saved, when, and what happens when the browser refuses.
//!
//! A save is one transaction that compares the stored revision. When another tab has saved meanwhile, the commands
//! that wait are applied over its text, so that neither tab loses an answer; both are told. Where nothing may be kept, the
//! same saves go to memory, and [`super::borrowing`] asks for a file.

use super::errands::{self, Errand};
use super::store::{SaveState, Store};
use crate::browser::storage::{Record, Saved, StorageError};
use crate::browser::{clock, files, preferences, storage};
use crate::documents;
use crate::domain::commands::apply;
use crate::domain::history::History;
use crate::domain::order::by_rank_down;
use crate::domain::{Command, Dossier};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How long typed text waits for the next stroke, in milliseconds.
const TYPING_PAUSE: u32 = 400;

/// What waits to be saved.
#[derive(Default)]
pub struct Saver {
    /// The stored revision this tab’s dossier is based on.
    revision: u32,
    pending: Vec<Command>,
    timer: Option<Timeout>,
    running: bool,
    /// Another tab saved while this one was busy: look again afterwards.
    news: bool,
}

/// A stored dossier: read, or set aside because it cannot be.
pub enum Shelved {
    Dossier {
        dossier: Box<Dossier>,
        saved: String,
    },
    /// Unreadable or newer: its text is never overwritten.
    Damaged {
        id: String,
        text: String,
        saved: String,
    },
}

impl Store {
    /// Opens the storage of this browser; what keeps nothing where it is refused.
    pub(super) async fn open_storage(self) {
        let store = storage::Store::open().await.unwrap_or_else(|_| storage::Store::in_memory());
        self.storage.set_value(Some(Rc::new(store)));
        if self.saver.with_value(|saver| !saver.pending.is_empty()) {
            errands::send(self, Errand::Flush);
        }
    }

    pub(super) fn stored(self) -> Option<Rc<storage::Store>> {
        self.storage.get_value()
    }

    /// Every stored dossier, the last saved first.
    pub async fn shelf(self) -> Result<Vec<Shelved>, StorageError> {
        let Some(store) = self.stored() else { return Ok(Vec::new()) };
        let records = by_rank_down(store.all().await?, |record| clock::milliseconds(&record.saved));
        Ok(records.into_iter().map(shelved).collect())
    }

    /// Makes a stored dossier the current one. False when it is not there or cannot be read.
    pub async fn open_stored(self, id: &str) -> bool {
        let Some(store) = self.stored() else { return false };
        let Ok(Some(record)) = store.get(id).await else { return false };
        match documents::read_stored(&record.text) {
            Ok(reading) => {
                let dossier = reading.dossier;
                let left = left_behind(&record, &dossier);
                self.become_current(dossier, record.revision).await;
                self.save_state.set(match clock::local(&record.saved) {
                    _ if !store.is_filed(id) => SaveState::MemoryOnly,
                    Some((day, ..)) if store.is_lasting() && day != clock::today() => SaveState::SavedOn(day),
                    Some((_, hour, minute)) if store.is_lasting() => SaveState::Saved(hour, minute),
                    _ => SaveState::Nothing,
                });
                left.into_iter().for_each(|command| self.send(command));
                true
            }
            Err(_) => false,
        }
    }

    /// Makes a dossier the current one of this tab; what waits for the former one is saved first.
    async fn become_current(self, dossier: Dossier, revision: u32) {
        self.settle().await;
        if revision > 0 {
            preferences::set_dossier(Some(dossier.id.as_str()));
        }
        self.save_state.set(SaveState::Nothing);
        self.saver.update_value(|saver| *saver = Saver { revision, ..Saver::default() });
        self.history.set(History::default());
        self.dossier.set(Some(dossier));
        self.follow_framework();
    }

    /// Takes in a dossier that is not stored yet, or replaces the stored one under a copy of it, and saves it. One that says
    /// nothing yet is not worth keeping: its first change saves it.
    pub async fn adopt(self, dossier: Dossier) {
        let revision = match self.stored() {
            Some(store) => store.get(dossier.id.as_str()).await.ok().flatten().map_or(0, |r| r.revision),
            None => 0,
        };
        self.become_current(dossier.clone(), revision).await;
        if !dossier.is_untouched() {
            self.save(Command::Everything(Box::new(dossier)), false);
            self.settle().await;
        }
        self.shelf.update(|n| *n += 1);
        // The screen that is there is drawn with it before the caller goes to another, whose address it would replace.
        TimeoutFuture::new(0).await;
    }

    /// Leaves the current dossier without a successor.
    pub fn close_dossier(self) {
        preferences::set_dossier(None);
        self.saver.update_value(|saver| *saver = Saver::default());
        self.history.set(History::default());
        self.dossier.set(None);
        self.follow_framework();
        self.save_state.set(SaveState::Nothing);
    }

    /// The open dossier is stored nowhere yet.
    pub(super) fn start_over(self) {
        self.saver.update_value(|saver| *saver = Saver::default());
    }

    /// Puts a command in line and saves, once what it changed is drawn or after the pause of typing: a big dossier takes
    /// as long to write as to draw.
    pub(super) fn save(self, command: Command, typing: bool) {
        let pause = if typing { TYPING_PAUSE } else { 0 };
        self.saver.update_value(|saver| {
            saver.pending.push(command);
            saver.timer = Some(Timeout::new(pause, move || self.flush()));
        });
        self.save_state.set(SaveState::Saving);
    }

    /// Saves now whatever waits.
    pub fn flush(self) {
        if self.stored().is_none() {
            return;
        }
        let idle = self.saver.try_update_value(|saver| {
            saver.timer = None;
            let idle = !saver.running && !saver.pending.is_empty();
            saver.running |= idle;
            idle
        });
        if idle == Some(true) {
            self.save_state.set(SaveState::Saving);
            spawn_local(self.save_pending());
        }
    }

    /// The page is hidden or left: saves, and leaves what may not reach the disk in time to the next page of this tab.
    pub(super) fn leave(self) {
        self.flush();
        let (revision, waiting) = self.saver.with_value(|s| (s.revision, !s.pending.is_empty()));
        let left = self.peek(|d| format!("{} {revision}\n{}", d.id.as_str(), documents::write(d)));
        preferences::set_left(left.filter(|_| waiting).as_deref());
    }

    /// Saves whatever waits and comes back when nothing is under way.
    pub(super) async fn settle(self) {
        self.flush();
        while self.saver.with_value(|saver| saver.running) {
            TimeoutFuture::new(5).await;
        }
    }

    /// Whether leaving now would lose something: what no disk took, or what no file holds.
    pub(super) fn at_risk(self) -> bool {
        let failed = matches!(self.save_state.get_untracked(), SaveState::Failed(_));
        let waits = || self.saver.with_value(|saver| !saver.pending.is_empty());
        let typed = self.together.with_untracked(|together| together.typed);
        failed || typed || self.stored().is_some_and(|store| !store.is_lasting() && (waits() || !store.is_safe()))
    }

    async fn save_pending(self) {
        loop {
            let Some(store) = self.stored() else { return };
            let Some(dossier) = self.dossier.get_untracked() else { return self.stop_saving() };
            let (revision, waiting) = self.saver.with_value(|s| (s.revision, s.pending.clone()));
            if waiting.is_empty() {
                return self.stop_saving();
            }
            let merge = |text: &str| merge(text, &waiting);
            let id = dossier.id.as_str();
            match store.save(id, revision, &documents::write(&dossier), merge).await {
                Ok(saved) => {
                    self.saved(&dossier, waiting.len(), saved);
                    if !store.is_lasting() {
                        self.only_in_memory(&store).await;
                    }
                }
                Err(StorageError(words)) => {
                    self.stop_saving();
                    files::hand_over(std::iter::once(documents::write(&dossier).as_str()));
                    self.save_state.set(SaveState::Failed(words));
                    return;
                }
            }
        }
    }

    fn stop_saving(self) {
        self.saver.update_value(|saver| saver.running = false);
        let news = self.saver.try_update_value(|saver| std::mem::take(&mut saver.news));
        if let (Some(true), Some(id)) = (news, self.peek(|d| d.id.as_str().to_owned())) {
            self.changed_elsewhere(&id);
        }
    }

    fn saved(self, dossier: &Dossier, count: usize, saved: Saved) {
        let id = dossier.id.as_str();
        let still_current = self.peek(|d| d.id == dossier.id) == Some(true);
        if !still_current {
            return self.saver.update_value(|saver| saver.pending.clear());
        }
        let (revision, merged) = match saved {
            Saved::AsIs(revision) => (revision, None),
            Saved::Merged { revision, text } => (revision, documents::read_stored(&text).ok()),
        };
        let still_waiting = self.saver.try_update_value(|saver| {
            if saver.revision == 0 {
                preferences::set_dossier(Some(id));
            }
            saver.revision = revision;
            saver.pending.drain(..count);
            saver.pending.clone()
        });
        if let Some(reading) = merged {
            let mut dossier = reading.dossier;
            still_waiting.iter().flatten().for_each(|command| apply(&mut dossier, command));
            self.dossier.set(Some(dossier));
            self.say("Un autre onglet a aussi changé ce dossier\u{a0}: ses réponses et les vôtres sont gardées.");
        }
        files::hand_over(std::iter::empty());
        self.tell_others(id);
        if still_waiting.is_none_or(|waiting| waiting.is_empty()) {
            preferences::set_left(None);
            let (hour, minute) = clock::hour();
            self.save_state.set(SaveState::Saved(hour, minute));
        }
    }

    /// Tells the other tabs that a dossier was saved or erased.
    pub(super) fn tell_others(self, id: &str) {
        if !self.stored().is_some_and(|store| store.is_lasting()) {
            return;
        }
        self.tabs.with_value(|tabs| {
            if let Some(tabs) = tabs {
                tabs.tell(id);
            }
        });
    }

    /// Another tab saved or erased a dossier: when it is ours and nothing waits here, take its text.
    pub(super) fn changed_elsewhere(self, id: &str) {
        self.shelf.update(|n| *n += 1);
        let ours = self.peek(|d| d.id.as_str() == id) == Some(true);
        let busy = self.saver.with_value(|s| s.running || !s.pending.is_empty());
        if busy {
            self.saver.update_value(|saver| saver.news |= ours);
        }
        if !ours || busy {
            return;
        }
        let id = id.to_owned();
        spawn_local(async move {
            let Some(store) = self.stored() else { return };
            match store.get(&id).await {
                Ok(Some(record)) => self.take_newer(&record),
                Ok(None) => {
                    self.close_dossier();
                    self.say("Ce dossier a été effacé dans un autre onglet.");
                }
                Err(_) => {}
            }
        });
    }

    fn take_newer(self, record: &Record) {
        let behind = self.saver.with_value(|s| s.pending.is_empty() && s.revision < record.revision);
        if let (true, Ok(reading)) = (behind, documents::read_stored(&record.text)) {
            self.saver.update_value(|saver| saver.revision = record.revision);
            self.dossier.set(Some(reading.dossier));
            self.say("Un autre onglet a changé ce dossier\u{a0}: vous voyez ses réponses.");
        }
    }
}

/// What a page of this tab left before it could be saved: all of it when nobody has saved since, else what is absent.
fn left_behind(record: &Record, stored: &Dossier) -> Option<Command> {
    let left = preferences::take_left()?;
    let (place, text) = left.split_once('\n')?;
    let revision: u32 = place.strip_prefix(record.id.as_str())?.trim().parse().ok()?;
    let dossier = documents::read_stored(text).ok()?.dossier;
    Some(if revision == record.revision { documents::replace(dossier) } else { documents::add(stored, &dossier) })
}

/// The stored text with the waiting commands over it; nothing when it cannot be read, so that it is left alone.
fn merge(text: &str, waiting: &[Command]) -> Option<String> {
    let mut dossier = documents::read_stored(text).ok()?.dossier;
    waiting.iter().for_each(|command| apply(&mut dossier, command));
    Some(documents::write(&dossier))
}

fn shelved(record: Record) -> Shelved {
    match documents::read_stored(&record.text) {
        Ok(reading) => Shelved::Dossier { dossier: Box::new(reading.dossier), saved: record.saved },
        Err(_) => Shelved::Damaged { id: record.id, text: record.text, saved: record.saved },
    }
}

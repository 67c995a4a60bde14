//! Files in and out: the full backup, opening a file with its preview, the shelf of this computer.

use super::dom::{El, button, el, kids};
use super::errands::{self, Errand};
use super::saving::Shelved;
use super::store::Store;
use crate::browser::files::{Chosen, download};
use crate::browser::preferences::{self, Preference};
use crate::browser::storage::Record;
use crate::browser::{clock, page};
use crate::documents::{self, Difference, Reading};
use crate::domain::{Day, Dossier, Standing};
use crate::routes::Route;
use crate::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// After how many days without a backup file the app says so.
const REMIND_AFTER: i32 = 7;

/// A dossier of this computer, as lists show it.
#[derive(Clone, PartialEq)]
pub struct Entry {
    pub id: String,
    pub name: String,
    /// Its point d’étape, or why it cannot be read.
    pub campaign: String,
    pub when: texts::files::When,
    pub readable: bool,
}

/// A file that was read and waits for a decision.
#[derive(Clone)]
pub struct Import {
    pub file: String,
    pub reading: Reading,
    /// The dossier of the same id that is here, and how the two differ.
    pub known: Option<(Box<Dossier>, Difference)>,
}

/// What came of choosing a file.
#[derive(Clone)]
pub enum Opening {
    Preview(Box<Import>),
    Refused { file: String, why: String },
}

/// The full backup, as a file.
pub fn save_backup(store: Store) {
    spawn_local(async move {
        // What is in memory alone is compared with what the file holds: nothing may wait.
        if store.stored().is_some_and(|stored| !stored.is_lasting()) {
            store.settle().await;
        }
        hand_out_backup(store);
    });
}

fn hand_out_backup(store: Store) {
    let saved = store.peek(|dossier| {
        let (name, text) = (documents::file_name(dossier, clock::today()), documents::write(dossier));
        let done = download(&name, &text, "application/json");
        (dossier.id.as_str().to_owned(), name, text, done)
    });
    match saved {
        Some((id, name, _, true)) => {
            remember_backup(&id);
            store.filed_now();
            store.say(&format!("Sauvegarde complète enregistrée dans vos téléchargements\u{a0}: {name}"));
            store.shelf.update(|n| *n += 1);
        }
        Some((_, _, text, false)) => store.to_copy.set(Some(text)),
        None => {}
    }
}

/// The text of a stored dossier that cannot be read, as a file.
pub fn save_raw(store: Store, id: &str) {
    let id = id.to_owned();
    spawn_local(async move {
        for entry in store.shelf().await.unwrap_or_default() {
            if let Shelved::Damaged { id: this, text, .. } = entry
                && this == id
            {
                download(&format!("dossier-illisible-{id}.json"), &text, "application/json");
            }
        }
    });
}

fn remember_backup(id: &str) {
    preferences::set_for(Preference::Backup, id, Some(&clock::today().to_string()));
}

/// The banner that reminds of a backup; the first day a dossier is seen counts as its first.
pub fn reminder(store: Store) -> Option<El> {
    store.shelf.track();
    let counts = |d: &Dossier| !d.example && !d.is_untouched();
    let id = store.look(|d| counts(d).then(|| d.id.as_str().to_owned())).flatten()?;
    let last = preferences::get_for(Preference::Backup, &id).and_then(|day| Day::parse(&day));
    let Some(last) = last else {
        remember_backup(&id);
        return None;
    };
    let days = clock::days_since(last);
    (days >= REMIND_AFTER).then(|| {
        let save = button("btn", "Sauvegarde complète", move || errands::send(store, Errand::Backup));
        el("div.banner", kids![el("p", texts::files::reminder(days)), save])
    })
}

/// The dossiers of this computer, followed as they change.
pub fn shelf(store: Store) -> RwSignal<Vec<Entry>> {
    let entries = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        store.shelf.track();
        if store.ready.get() {
            spawn_local(list(store, entries));
        }
    });
    entries
}

/// Nothing is fetched to read dossiers where there is none.
async fn list(store: Store, entries: RwSignal<Vec<Entry>>) {
    match store.stored() {
        Some(stored) if !stored.is_empty().await => errands::run(store, Errand::List(entries)).await,
        _ => entries.set(Vec::new()),
    }
}

/// The dossiers of this computer, the last saved first.
pub async fn entries(store: Store) -> Vec<Entry> {
    store.shelf().await.unwrap_or_default().into_iter().map(entry).collect()
}

fn entry(shelved: Shelved) -> Entry {
    let when = |saved: &str| texts::files::When { today: clock::today(), saved: clock::local(saved) };
    match shelved {
        Shelved::Dossier { dossier, saved } => Entry {
            id: dossier.id.as_str().to_owned(),
            name: texts::school::name(&dossier.school),
            campaign: dossier.campaign().map(|c| c.name.clone()).unwrap_or_default(),
            when: when(&saved),
            readable: true,
        },
        Shelved::Damaged { id, saved, .. } => Entry {
            id,
            name: "Dossier illisible".to_owned(),
            campaign: "Son texte est gardé tel quel\u{a0}; cette page n’y touche pas.".replace("\u{a0};", "\u{202f};"),
            when: when(&saved),
            readable: false,
        },
    }
}

/// Makes a stored dossier the current one and goes on where it was left: its questions, or its bilan once all have an
/// answer.
pub fn open_stored(store: Store, id: String) {
    spawn_local(async move {
        if store.open_stored(&id).await {
            store.load_framework().await;
            let unanswered = untrack(|| {
                store.read(|framework, dossier, campaign| {
                    dossier.asked(framework, campaign).any(|c| campaign.standing(&c.id) == Standing::Unanswered)
                })
            });
            let then = if unanswered == Some(true) { Route::Questions } else { Route::Results };
            page::go(&then.href());
        } else {
            store.say("Ce dossier n’a pas pu être ouvert. Il est resté tel quel.");
        }
    });
}

/// Reads a chosen file and shows its preview, or why it is refused, on « Mes dossiers ».
pub fn open_file(store: Store, chosen: Chosen) {
    spawn_local(async move {
        store.load_framework().await;
        let opening = look_at(store, &chosen).await;
        page::go(&Route::Data.href());
        store.opening.set(Some(opening));
        request_animation_frame(|| page::focus("#opening h2"));
    });
}

async fn look_at(store: Store, chosen: &Chosen) -> Opening {
    let file = chosen.name();
    let refuse = |why: String| Opening::Refused { file: file.clone(), why };
    #[allow(clippy::cast_precision_loss)]
    if chosen.size() > documents::MAX_BYTES as f64 {
        return refuse(texts::files::refusal(documents::Refusal::TooLarge));
    }
    let Some(text) = chosen.text().await else { return refuse(texts::files::UNREADABLE.to_owned()) };
    let mut reading = match documents::read(&text) {
        Ok(reading) => reading,
        Err(why) => return refuse(texts::files::refusal(why)),
    };
    let framework = store.framework.with_untracked(|_| store.framework());
    if let Some(framework) = framework.as_deref().filter(|f| reading.dossier.framework.is_served_by(f)) {
        reading.warnings.extend(documents::unknown_criteria(&reading.dossier, framework));
    }
    let id = reading.dossier.id.as_str();
    if is_damaged(store, id).await {
        return refuse(texts::files::DAMAGED_HERE.to_owned());
    }
    let known = here(store, id).await.map(|mine| {
        let difference = documents::compare(&mine, &reading.dossier, framework.as_deref());
        (Box::new(mine), difference)
    });
    Opening::Preview(Box::new(Import { file, reading, known }))
}

/// Whether this computer keeps a record of that id that cannot be read: nothing may be written over it.
async fn is_damaged(store: Store, id: &str) -> bool {
    let Some(stored) = store.stored() else { return false };
    let record = stored.get(id).await.ok().flatten();
    record.is_some_and(|record| documents::read_stored(&record.text).is_err())
}

/// The dossier of that id on this computer: the one open in this tab, else the stored one.
async fn here(store: Store, id: &str) -> Option<Dossier> {
    let current = store.peek(|d| (d.id.as_str() == id).then(|| d.clone())).flatten();
    if current.is_some() {
        return current;
    }
    let record = store.stored()?.get(id).await.ok()??;
    documents::read_stored(&record.text).ok().map(|reading| reading.dossier)
}

/// What to do with a file that was previewed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Unknown here: open it.
    Open,
    /// Add what is absent here.
    Add,
    /// Take the file whole.
    Replace,
}

/// Carries the choice out, after a copy of what is here; the dossier becomes the current one.
pub fn accept(store: Store, import: Import, choice: Choice) {
    spawn_local(async move {
        store.opening.set(None);
        let theirs = import.reading.dossier;
        let id = theirs.id.as_str().to_owned();
        let Some((mine, _)) = import.known.filter(|_| choice != Choice::Open) else {
            store.adopt(theirs).await;
            store.filed_now();
            store.say(if store.stored().is_some_and(|stored| stored.is_lasting()) {
                "Le dossier est ouvert et gardé sur cet ordinateur."
            } else {
                "Le dossier est ouvert."
            });
            page::focus("main h1");
            return;
        };
        if let Some(stored) = store.stored() {
            // Without a copy nothing large happens.
            if stored.keep_copy(&id, &documents::write(&mine)).await.is_err() {
                return store
                    .say("Le navigateur n’a pas pu garder de copie avant l’ouverture\u{a0}: rien n’a été changé.");
            }
        }
        let is_current = store.peek(|d| d.id.as_str() == id) == Some(true);
        if !is_current && !store.open_stored(&id).await {
            return store.say("Ce dossier n’a pas pu être ouvert. Il est resté tel quel.");
        }
        store.send(match choice {
            Choice::Add => documents::add(&mine, &theirs),
            Choice::Open | Choice::Replace => documents::replace(theirs),
        });
        store.shelf.update(|n| *n += 1);
        page::focus("main h1");
        store.offer("C’est fait. Une copie de l’état précédent est gardée.".to_owned(), "Annuler", move || {
            store.undo()
        });
    });
}

/// Erases a dossier of this computer, and offers to take it back while this page is open.
pub fn erase(store: Store, id: String) {
    erase_these(store, Some(id), "Dossier effacé de cet ordinateur.");
}

/// Erases every dossier of this computer, and offers to take them back while this page is open.
pub fn erase_all(store: Store) {
    erase_these(store, None, "Tous les dossiers sont effacés de cet ordinateur.");
}

fn erase_these(store: Store, only: Option<String>, done: &'static str) {
    spawn_local(async move {
        let Some(stored) = store.stored() else { return store.close_dossier() };
        let chosen = |record: &Record| only.as_ref().is_none_or(|id| *id == record.id);
        let records: Vec<Record> = stored.all().await.unwrap_or_default().into_iter().filter(chosen).collect();
        let current = store.peek(|d| d.id.as_str().to_owned());
        let reopen = current.filter(|id| records.iter().any(|record| record.id == *id));
        if reopen.is_some() {
            store.close_dossier();
        }
        for record in &records {
            if stored.erase(&record.id).await.is_err() {
                return store.say("Le navigateur n’a pas pu effacer ce dossier. Réessayez.");
            }
            store.tell_others(&record.id);
        }
        store.shelf.update(|n| *n += 1);
        store.offer(done.to_owned(), "Annuler", move || bring_back(store, records.clone(), reopen.clone()));
    });
}

/// Puts erased dossiers back, and opens again the one that was open.
fn bring_back(store: Store, records: Vec<Record>, reopen: Option<String>) {
    spawn_local(async move {
        let Some(stored) = store.stored() else { return };
        for record in records {
            if stored.save(&record.id, 0, &record.text, |_| None).await.is_err() {
                return store.say("Le navigateur n’a pas pu le reprendre. Réessayez.");
            }
        }
        if let Some(id) = reopen {
            store.open_stored(&id).await;
        }
        store.shelf.update(|n| *n += 1);
        store.say("C’est revenu.");
    });
}

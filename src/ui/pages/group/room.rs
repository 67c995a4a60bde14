//! The schools of this tab: read from files, kept in memory, forgotten with the tab.
//!
//! What comes in goes through `documents::archive` and `documents::read`, a file after the other, and the page stays alive
//! meanwhile. Of a dossier only what [`Member`] keeps stays; nothing is stored, nothing is sent.

use crate::browser::clock::{self, Stretch};
use crate::browser::files::Chosen;
use crate::documents::archive::{self, Entry};
use crate::documents::{self, Shared, animator};
use crate::domain::group::shield::Shield;
use crate::domain::group::{Added, Group, Left, Member, Places, Sieve, View};
use crate::exports::BETWEEN;
use crate::framework::Framework;
use crate::names::DossierId;
use crate::texts::{files as file_words, group as words};
use crate::ui::store::{Store, Together};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How long the page is held, at most, before it may answer.
const BREATH: f64 = 40.0;
/// The stretches of reading and computing, among the browser’s times.
const READ: &str = "paliers-read";

/// The schools and what has to be said of their files.
pub struct Room {
    /// The one that the first file was read with.
    pub framework: Arc<Framework>,
    places: Places,
    pub group: Group,
    shield: Shield,
    /// Files that stayed outside, with their reason.
    pub refused: Vec<(String, String)>,
    /// Schools of which several files came.
    pub again: BTreeSet<DossierId>,
    /// How many files the last choice brought in.
    pub entered: usize,
}

thread_local! {
    static ROOM: RefCell<Option<Room>> = const { RefCell::new(None) };
}

impl Room {
    fn new(framework: Arc<Framework>) -> Self {
        Self {
            places: Places::of(&framework),
            framework,
            group: Group::default(),
            shield: Shield::default(),
            refused: Vec::new(),
            again: BTreeSet::new(),
            entered: 0,
        }
    }

    /// What a sieve shows.
    pub fn view<'a>(&'a self, sieve: &'a Sieve) -> View<'a> {
        let ground = self.places.ground(&self.framework);
        View { ground, group: &self.group, shield: &self.shield, sieve }
    }

    fn take(&mut self, name: String, bytes: Vec<u8>) {
        if let Err(why) = self.enter(bytes) {
            self.refused.push((name, why));
        }
    }

    /// Lets the dossier of a file in, or says why not.
    fn enter(&mut self, bytes: Vec<u8>) -> Result<(), String> {
        let text = String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned());
        let reading = documents::read(&text).map_err(file_words::refusal)?;
        let member = Member::of(self.places.ground(&self.framework), &reading.dossier)
            .map_err(|left: Left| words::left(&left))?;
        self.add(member);
        Ok(())
    }

    fn add(&mut self, member: Member) {
        let id = member.id.clone();
        if self.group.add(member) != Added::New {
            self.again.insert(id);
        }
        self.entered += 1;
    }

    fn settle(&mut self) {
        self.shield = Shield::of(&self.group);
    }
}

/// Something of the room; none before the first file.
pub fn look<T>(get: impl FnOnce(&Room) -> T) -> Option<T> {
    ROOM.with_borrow(|room| room.as_ref().map(get))
}

fn change(store: Store, change: impl FnOnce(&mut Room)) {
    let Some(framework) = untrack(|| store.framework()) else { return };
    ROOM.with_borrow_mut(|room| change(room.get_or_insert_with(|| Room::new(framework))));
}

/// Says that the room has changed, or how far reading is.
fn tell(store: Store, tell: impl FnOnce(&mut Together)) {
    store.together.update(tell);
}

/// Reads the chosen files, one after the other.
pub fn open(store: Store, chosen: Vec<Chosen>) {
    if store.together.with_untracked(|together| together.total > 0) || chosen.is_empty() {
        return;
    }
    spawn_local(async move {
        change(store, |room| (room.entered, room.refused) = (0, Vec::new()));
        tell(store, |together| together.total = chosen.len());
        let mut pace = Pace { since: clock::elapsed(), stretch: None };
        for file in chosen {
            read(store, &file, &mut pace).await;
            tell(store, |together| together.done += 1);
        }
        let stretch = Stretch::begin(READ);
        change(store, Room::settle);
        drop(stretch);
        tell(store, |together| *together = Together { changes: together.changes + 1, done: 0, total: 0, ..*together });
    });
}

/// Lets the page answer now and then.
struct Pace {
    since: f64,
    /// Under way between two breaths.
    stretch: Option<Stretch>,
}

impl Pace {
    async fn breathe(&mut self) {
        if clock::elapsed() - self.since > BREATH {
            let reads = self.stretch.take().is_some();
            gloo_timers::future::TimeoutFuture::new(0).await;
            self.since = clock::elapsed();
            self.stretch = reads.then(|| Stretch::begin(READ));
        }
    }
}

async fn read(store: Store, file: &Chosen, pace: &mut Pace) {
    let name = file.name();
    let refuse = |why: &str| change(store, |room| room.refused.push((name.clone(), why.to_owned())));
    #[allow(clippy::cast_precision_loss)]
    if file.size() > archive::MAX_ARCHIVE as f64 {
        return refuse(words::fault(archive::Fault::TooLarge));
    }
    let Some(bytes) = file.bytes().await else { return refuse(file_words::UNREADABLE) };
    if !archive::is_zip(&bytes) {
        change(store, |room| room.take(name, bytes));
        return pace.breathe().await;
    }
    pace.stretch = Some(Stretch::begin(READ));
    match archive::files(&bytes) {
        Err(fault) => refuse(words::fault(fault)),
        Ok(entries) => {
            tell(store, |together| together.total += entries.len());
            for entry in entries {
                change(store, |room| room.unfold(&bytes, entry));
                store.together.update_untracked(|together| together.done += 1);
                pace.breathe().await;
            }
        }
    }
    pace.stretch = None;
}

impl Room {
    /// Lets in a file of a zip.
    fn unfold(&mut self, zip: &[u8], entry: Entry) {
        if !entry.name.to_ascii_lowercase().ends_with(".json") {
            return self.refused.push((entry.name, words::NOT_A_DOSSIER.to_owned()));
        }
        match archive::content(zip, &entry) {
            Ok(bytes) => self.take(entry.name, bytes),
            Err(fault) => self.refused.push((entry.name, words::fault(fault).to_owned())),
        }
    }
}

/// Every school as a file for the animator, one after the other; none without a school.
pub fn texts() -> Option<String> {
    let shared = Shared { name: true, titles: false };
    let text = |room: &Room| {
        let ground = room.places.ground(&room.framework);
        let texts = room.group.members().iter().map(|m| animator(&m.dossier(ground), Some(&room.framework), shared));
        texts.collect::<Vec<_>>().join(&BETWEEN.to_string())
    };
    look(|room| (!room.group.is_empty()).then(|| text(room))).flatten()
}

/// What is kept of a dossier; none when it cannot be in the view.
pub fn member(store: Store, dossier: &crate::domain::Dossier) -> Option<Member> {
    change(store, |_| {});
    look(|room| Member::of(room.places.ground(&room.framework), dossier).ok()).flatten()
}

/// Adds a school that the trainer has typed.
pub fn add(store: Store, member: Member) {
    settled(store, |room| {
        (room.entered, room.refused) = (0, Vec::new());
        room.add(member);
    });
}

/// Takes a school away, which can come back.
pub fn remove(store: Store, id: &DossierId, name: &str) {
    let mut gone = None;
    settled(store, |room| gone = room.group.remove(id));
    let Some((place, member)) = gone else { return };
    let left = look(|room| room.group.members().len()).unwrap_or_default();
    store.offer(words::removed(name, left), "Annuler", move || {
        let back = member.clone();
        settled(store, |room| room.group.put_back(place, back));
    });
}

/// Forgets every school.
pub fn clear(store: Store) {
    ROOM.with_borrow_mut(|room| *room = None);
    tell(store, |together| *together = Together { changes: together.changes + 1, ..Together::default() });
}

fn settled(store: Store, act: impl FnOnce(&mut Room)) {
    change(store, |room| {
        act(room);
        room.settle();
    });
    let typed = look(|room| room.group.members().iter().any(|member| member.by_hand)).unwrap_or_default();
    tell(store, |together| *together = Together { changes: together.changes + 1, typed, ..*together });
}

//! The state of the app, created once at the root: the référentiel, the dossier, what is saved, what is said.
//!
//! One door for every change: [`Store::send`]. Pages read through [`Store::read`] and derive the rest.

use super::errands::{self, Errand};
use super::files::Opening;
use super::parts;
use super::saving::Saver;
use crate::browser::{assets, borrowed, clock, page, preferences, storage, tabs::Tabs};
use crate::domain::history::{History, Outcome};
use crate::domain::{Campaign, Command, Day, Dossier};
use crate::framework::{Framework, Refusal};
use crate::names::CampaignId;
use crate::routes::Address;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

/// Where the référentiel is.
#[derive(Clone)]
pub enum FrameworkState {
    Loading,
    Ready(Arc<Framework>),
    /// It did not come: network, or a missing file.
    Missing,
    Refused(Refusal),
}

/// Whether the work is kept.
#[derive(Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing to keep yet.
    Nothing,
    Saving,
    /// With the hour.
    Saved(u32, u32),
    /// On another day.
    SavedOn(Day),
    /// In memory only, with something that no file holds yet: the browser refuses storage, or the computer is borrowed.
    MemoryOnly,
    /// In memory, and whole in the person’s file since that hour.
    InFile(u32, u32),
    /// A save failed, with the browser’s words.
    Failed(String),
}

/// A passing message, with what can be done about it.
#[derive(Clone)]
pub struct Notice {
    pub text: String,
    pub action: Option<(&'static str, Callback<()>)>,
}

/// Of several schools seen together: how often they have changed, and how far reading their files is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Together {
    pub changes: u32,
    pub done: usize,
    /// None to do when nothing is being read.
    pub total: usize,
    /// A school was typed: no file holds it.
    pub typed: bool,
}

/// The state of the app. A pointer: hundreds of closures hold it.
#[derive(Clone, Copy)]
pub struct Store(&'static Signals);

impl Deref for Store {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// Every signal of the app.
pub struct Signals {
    pub address: RwSignal<Address>,
    pub framework: RwSignal<FrameworkState>,
    /// The id that was looked for: where it was not found, the default stands in.
    pub sought: StoredValue<String>,
    /// The open dossier follows an older version, and passing to the present one would change something.
    pub outdated: RwSignal<bool>,
    pub dossier: RwSignal<Option<Dossier>>,
    pub save_state: RwSignal<SaveState>,
    pub notice: RwSignal<Option<Notice>>,
    /// False until the stored dossiers have been looked at.
    pub ready: RwSignal<bool>,
    pub history: RwSignal<History>,
    pub saver: StoredValue<Saver, LocalStorage>,
    /// None until it is open.
    pub storage: StoredValue<Option<Rc<storage::Store>>, LocalStorage>,
    /// Nothing is written on this computer.
    pub borrowed: RwSignal<bool>,
    /// For how many minutes, by quarters of an hour, work has been waiting for a file.
    pub unfiled: RwSignal<u32>,
    pub tabs: StoredValue<Option<Tabs>, LocalStorage>,
    /// The file that was chosen and waits for a decision.
    pub opening: RwSignal<Option<Opening>>,
    /// The text of a backup that the browser refuses to save, to be copied by hand.
    pub to_copy: RwSignal<Option<String>>,
    /// Whether the person has moved from the first screen: then the focus follows to each title.
    pub moved: StoredValue<bool>,
    /// Which parts of the app are here.
    pub parts: RwSignal<parts::Presences>,
    /// Several schools seen together: `pages/group/room.rs` keeps them.
    pub together: RwSignal<Together>,
    /// Raised when the list of stored dossiers may have changed.
    pub shelf: RwSignal<u32>,
}

impl Store {
    /// The empty state.
    pub fn new() -> Self {
        // It lives as long as the page.
        Self(Box::leak(Box::new(Signals {
            address: RwSignal::new(Address::parse(&page::hash())),
            framework: RwSignal::new(FrameworkState::Loading),
            sought: StoredValue::new(String::new()),
            outdated: RwSignal::new(false),
            dossier: RwSignal::new(None),
            save_state: RwSignal::new(SaveState::Nothing),
            notice: RwSignal::new(None),
            ready: RwSignal::new(false),
            history: RwSignal::new(History::default()),
            saver: StoredValue::new_local(Saver::default()),
            storage: StoredValue::new_local(None),
            borrowed: RwSignal::new(borrowed::at_start()),
            unfiled: RwSignal::new(0),
            tabs: StoredValue::new_local(None),
            opening: RwSignal::new(None),
            to_copy: RwSignal::new(None),
            moved: StoredValue::new(false),
            parts: RwSignal::new(parts::Presences::default()),
            together: RwSignal::new(Together::default()),
            shelf: RwSignal::new(0),
        })))
    }

    /// Listens to the page, opens the storage and the dossier of this tab.
    pub fn start(self) {
        page::on_address(move |hash| self.arrive(&hash));
        page::on_leave(move || self.errand(Errand::Leave));
        page::on_close(move || self.at_risk());
        page::on_shortcut(move |shortcut| match shortcut {
            page::Shortcut::Undo => self.errand(Errand::Undo),
            page::Shortcut::Redo => self.errand(Errand::Redo),
        });
        self.watch_versions();
        self.tabs.set_value(Some(Tabs::open(move |id| self.heard(id))));
        // What the first screen needs is asked for at once, not one after the other.
        let known = preferences::dossier();
        if known.is_some() {
            spawn_local(parts::fetch_keeping());
        }
        if known.is_some() || self.needs_framework() {
            spawn_local(self.load_framework());
        }
        spawn_local(async move {
            self.open_storage().await;
            if let Some(id) = known {
                errands::run(self, Errand::Reopen(id)).await;
            }
            self.ready.set(true);
            if !assets::saves_data() {
                gloo_timers::future::TimeoutFuture::new(1_500).await;
                self.warm().await;
            }
        });
    }

    /// Sends an errand about the open dossier; without one there is nothing to do.
    fn errand(self, errand: Errand) {
        if self.peek(|_| ()).is_some() {
            errands::send(self, errand);
        }
    }

    /// Another tab saved or erased a dossier.
    fn heard(self, id: String) {
        if self.peek(|d| d.id.as_str() == id) == Some(true) {
            errands::send(self, Errand::ChangedElsewhere(id));
        } else {
            self.shelf.update(|n| *n += 1);
        }
    }

    fn arrive(self, hash: &str) {
        let before = self.address.get_untracked();
        let address = Address::parse(hash);
        let moved = before.route != address.route;
        self.errand(Errand::Flush);
        self.address.set(address);
        if moved {
            self.notice.set(None);
            self.moved.set_value(true);
            page::scroll_to_top();
        }
        if self.needs_framework() {
            spawn_local(self.load_framework());
        }
    }

    /// What a screen waited for has come and is drawn: its title takes the focus that the former one had.
    pub fn drawn_late(self) {
        if self.moved.get_value() {
            page::focus_if_lost("main h1");
        }
    }

    /// Loads what other screens will need, so that the network may drop.
    async fn warm(self) {
        self.load_framework().await;
        parts::warm(self).await;
        for page in crate::routes::Page::ALL {
            let _ = assets::load(&super::pages::text_page::file(*page)).await;
        }
        let _ = assets::load(crate::papers::FILE).await;
        let _ = assets::load(super::actions::EXAMPLE_FILE).await;
    }

    /// Something of the dossier; none without one. Tracks it.
    pub fn look<T>(self, get: impl FnOnce(&Dossier) -> T) -> Option<T> {
        once(get, |get| self.visit(get))
    }

    /// The same, without tracking.
    pub fn peek<T>(self, get: impl FnOnce(&Dossier) -> T) -> Option<T> {
        once(get, |get| untrack(|| self.visit(get)))
    }

    /// Whether there is a dossier; tracked.
    pub fn has_dossier(self) -> bool {
        self.look(|_| ()).is_some()
    }

    #[inline(never)]
    fn visit(self, visitor: &mut dyn FnMut(&Dossier)) {
        self.dossier.with(|dossier| dossier.iter().for_each(visitor));
    }

    /// Something computed from the référentiel, the dossier and its current point d’étape; none while one is missing.
    /// Tracks all of them.
    pub fn read<T>(self, compute: impl FnOnce(&Framework, &Dossier, &Campaign) -> T) -> Option<T> {
        let framework = self.framework()?;
        self.look(|dossier| Some(compute(&framework, dossier, dossier.campaign()?))).flatten()
    }

    /// The référentiel once it is here; tracked.
    #[inline(never)]
    pub fn framework(self) -> Option<Arc<Framework>> {
        self.framework.with(|state| match state {
            FrameworkState::Ready(framework) => Some(Arc::clone(framework)),
            _ => None,
        })
    }

    /// The current point d’étape’s id, without tracking.
    pub fn campaign_id(self) -> Option<CampaignId> {
        self.peek(|d| Some(d.campaign()?.id.clone())).flatten()
    }

    /// Today, for rules that need it.
    pub fn today(self) -> Day {
        clock::today()
    }

    /// A choice: applied and saved at once.
    pub fn send(self, command: Command) {
        self.apply(command, false);
    }

    /// Typed text: applied at once, saved 400 ms after the last stroke, and one step to undo.
    pub fn send_typing(self, command: Command) {
        self.apply(command, true);
    }

    fn apply(self, command: Command, typing: bool) {
        let Some(mut dossier) = self.dossier.get_untracked() else { return };
        let changed = self.history.try_update(|history| history.send(&mut dossier, &command, typing));
        if changed == Some(true) {
            self.dossier.set(Some(dossier));
            self.save(command, typing);
        }
    }

    /// Takes the last step back, and says so.
    pub fn undo(self) {
        self.step(History::undo, "Annulé.");
    }

    /// Does it again.
    pub fn redo(self) {
        self.step(History::redo, "Rétabli.");
    }

    fn step(self, act: impl FnOnce(&mut History, &mut Dossier) -> Outcome, done: &str) {
        let Some(mut dossier) = self.dossier.get_untracked() else { return };
        let outcome = self.history.try_update(|history| act(history, &mut dossier));
        match outcome {
            None | Some(Outcome::Nothing) => {}
            Some(Outcome::ChangedSince) => {
                self.say("Un autre onglet a changé cette réponse depuis\u{a0}: elle est laissée telle quelle.");
            }
            Some(Outcome::Applied(command)) => {
                self.dossier.set(Some(dossier));
                self.save(command, false);
                self.say(done);
            }
        }
    }

    /// Shows a passing message.
    pub fn say(self, text: &str) {
        self.notice.set(Some(Notice { text: text.to_owned(), action: None }));
    }

    /// Shows a passing message with something to do about it.
    pub fn offer(self, text: String, label: &'static str, act: impl Fn() + Send + Sync + 'static) {
        self.notice.set(Some(Notice { text, action: Some((label, Callback::new(move |()| act()))) }));
    }
}

/// Lends `get` as a closure that may be called, so that what calls it is compiled once for all.
fn once<T>(get: impl FnOnce(&Dossier) -> T, visit: impl FnOnce(&mut dyn FnMut(&Dossier))) -> Option<T> {
    let (mut get, mut got) = (Some(get), None);
    visit(&mut |dossier| got = get.take().map(|get| get(dossier)));
    got
}

/// The store of the app.
#[inline(never)]
pub fn store() -> Store {
    expect_context()
}

//! The state of the app, created once at the root: the référentiel, the dossier, what is saved, what is said.
//!
//! One door for every change: [`Store::send`]. Pages read through [`Store::read`] and derive the rest.

use super::errands::{self, Errand};
use super::files::Opening;
use super::parts;
use super::saving::{Saver, Storage};
use crate::browser::{assets, clock, page, preferences, tabs::Tabs};
use crate::domain::history::{History, Outcome};
use crate::domain::{Campaign, Command, Day, Dossier};
use crate::framework::{Framework, Refusal};
use crate::names::CampaignId;
use crate::routes::{Address, Route};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Deref;
use std::sync::Arc;

/// The référentiel of whoever names no other.
pub const DEFAULT_FRAMEWORK: &str = "egn-2020";

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
    /// Kept in memory only: the browser refuses storage.
    MemoryOnly,
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
    pub storage: StoredValue<Storage, LocalStorage>,
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
            storage: StoredValue::new_local(Storage::Unknown),
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

    fn needs_framework(self) -> bool {
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

    /// Whether the dossier speaks of another référentiel than the one loaded, or of a newer version of it.
    pub fn is_foreign(self) -> bool {
        let served = self.framework().map(|framework| self.look(|d| d.framework.is_served_by(&framework)));
        served.flatten() == Some(false)
    }

    /// Looks, whenever the dossier follows another version than the one loaded, whether that changes anything for it.
    fn watch_versions(self) {
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

async fn read_framework(text: String) -> FrameworkState {
    match parts::framework(text).await {
        Err(parts::Missing) => FrameworkState::Missing,
        Ok(Ok(framework)) => FrameworkState::Ready(Arc::new(framework)),
        Ok(Err(refusal)) => FrameworkState::Refused(refusal),
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

/// The served file of a référentiel, which a host may replace.
fn framework_file(id: &str) -> String {
    format!("frameworks/{id}.json")
}

//! What a button does when it is more than one command: begin, try the example, decide, put off.

use super::following::DEFAULT_FRAMEWORK;
use super::store::{FrameworkState, SaveState, Store};
use crate::browser::{assets, clock, page};
use crate::documents;
use crate::domain::commands::Placed;
use crate::domain::evolution::following;
use crate::domain::{Campaign, Command, Dossier, Paper, PlanItem, Scope, SetAside};
use crate::extra::Extra;
use crate::names::{ActionId, CampaignId, DossierId, PaperId, PlanItemId};
use crate::routes::Route;
use crate::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The example shipped with the app.
pub const EXAMPLE_FILE: &str = "examples/ecole.paliers.json";

/// Starts a new dossier on the essential questions, and asks who the school is. A dossier begun and left untouched is
/// taken up again, so that hesitating makes no pile of empty ones.
pub fn begin(store: Store) {
    if store.dossier.with_untracked(|d| d.as_ref().is_some_and(Dossier::is_untouched)) {
        return page::go(&Route::School.href());
    }
    begin_with(store, DEFAULT_FRAMEWORK.to_owned());
}

/// Starts a new dossier that follows the référentiel of that id.
pub fn begin_with(store: Store, framework: String) {
    spawn_local(async move {
        if let FrameworkState::Ready(framework) = store.fetch_framework(&framework).await {
            let made = DossierId::parse(&clock::fresh_id()).zip(todays_campaign());
            if let Some((id, campaign)) = made {
                store.adopt(Dossier::new(id, &framework, campaign)).await;
            }
        }
        // Without a référentiel that screen says what to do.
        page::go(&Route::School.href());
    });
}

/// Gives a dossier that has none its first point d’étape.
pub fn start_campaign(store: Store) {
    if let Some(campaign) = todays_campaign() {
        store.send(Command::Campaign { id: campaign.id.clone(), campaign: Some(Placed::last(campaign)) });
    }
}

/// Starts a new point d’étape after the last, with its answers or without, and goes to the questions.
pub fn follow(store: Store, with_answers: bool) {
    let today = clock::today();
    let made = CampaignId::parse(&clock::fresh_id()).zip(store.peek(|d| d.campaign().cloned()).flatten());
    let Some((id, last)) = made else { return };
    let campaign = following(&last, id.clone(), texts::evolution::new_name(today), today, with_answers);
    let words = format!("Le {} est commencé.", texts::format::lower(&campaign.name));
    store.send(Command::Campaign { id, campaign: Some(Placed::last(campaign)) });
    page::go(&Route::Questions.href());
    // The arrival clears messages; this one belongs there, and drawing may come before the news of the address.
    spawn_local(async move {
        gloo_timers::future::TimeoutFuture::new(0).await;
        store.offer(words, "Annuler", move || store.undo());
    });
}

/// A point d’étape of today, on the essential questions.
fn todays_campaign() -> Option<Campaign> {
    let today = clock::today();
    let name = texts::evolution::new_name(today);
    Some(Campaign::new(CampaignId::parse(&clock::fresh_id())?, name, today, Scope::Essential))
}

/// Opens a copy of the example as the current dossier.
pub fn try_example(store: Store) {
    open_example(store, EXAMPLE_FILE, &Route::Results);
}

/// Opens a copy of one of the examples, on that screen.
pub fn open_example(store: Store, file: &'static str, then: &Route) {
    let then = then.href();
    spawn_local(async move {
        let example = match assets::load(file).await {
            Ok(text) => documents::read(&text).ok(),
            Err(_) => None,
        };
        let Some((reading, id)) = example.zip(DossierId::parse(&clock::fresh_id())) else {
            return store.say("L’exemple n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.");
        };
        store.load_framework().await;
        store.adopt(Dossier { id, example: true, ..reading.dossier }).await;
        // It comes with the app: nothing of it can be lost yet.
        store.filed(SaveState::Nothing);
        page::go(&then);
    });
}

/// Decides an action of the référentiel: it enters the plan, pre-filled.
pub fn decide(store: Store, action: &ActionId) {
    let item = store.framework().zip(PlanItemId::parse(&clock::fresh_id())).and_then(|(framework, id)| {
        Some(PlanItem::from_action(&framework, framework.action(action)?, id, clock::today()))
    });
    if let Some(item) = item {
        let title = item.title.clone();
        store.send(Command::PlanItem { id: item.id.clone(), item: Some(Placed::last(item)) });
        store.offer(format!("Décidé\u{a0}: {title}."), "Annuler", move || store.undo());
    }
}

/// Begins a document of the dossier, which speaks of that action, and opens it.
pub fn begin_paper(store: Store, id: PaperId, model: &str, item: Option<PlanItemId>) {
    let paper = Paper { item, at: Some(clock::now()), ..Paper::new(id.clone(), model) };
    store.send(Command::Paper { id: id.clone(), paper: Some(Placed::last(paper)) });
    page::go(&format!("{}?papier={}", Route::Papers.href(), id.as_str()));
    request_animation_frame(|| page::focus("main h1"));
}

/// Puts an action off, or recalls it.
pub fn set_aside(store: Store, action: &ActionId, aside: bool) {
    let value = aside
        .then(|| Placed::last(SetAside { extra: Extra::default(), action: action.clone(), at: Some(clock::now()) }));
    store.send(Command::SetAside { action: action.clone(), aside: value });
    if aside {
        store.offer("Mis de côté pour l’instant.".to_owned(), "Annuler", move || store.undo());
    }
}

/// Adds an action written by the committee itself, and opens its form.
pub fn add_own(store: Store) {
    if let Some(id) = PlanItemId::parse(&clock::fresh_id()) {
        let item = PlanItem::free(id.clone(), clock::today());
        store.send(Command::PlanItem { id: id.clone(), item: Some(Placed::last(item)) });
        page::go(&Route::PlanItem(id).href());
    }
}

//! The parts of the app that arrive apart: what the first minutes need is in the module that starts it, the other
//! screens come when they are asked for, or once the app is idle.
//!
//! `#[wasm_split(name)]` marks where the module is cut: the function, and all that only functions of the same name call,
//! go into a file of their own, which shares the memory of the app (`scripts/bin/wasm-bindgen` does the cutting). A
//! build that does not cut has everything in one module. A part that does not come says so and can be asked for again.

// The macro declares what the other module brings.
#![allow(unsafe_code)]

use super::dom::{IntoNode, Node, button, el, h1, kids};
use super::errands::{self, Errand, Rest};
use super::pages;
use super::store::Store;
use crate::browser::{kept, page};
use crate::framework::{self, Framework, Refusal};
use crate::routes::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What is said when a part does not come.
pub const MISSING: &str =
    "Vos réponses sont là. La connexion manque peut-être, ou le site vient de changer de version.";

/// The part did not come: the network, or a host that has changed its files meanwhile.
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// A part that holds screens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Asking,
    After,
    Further,
    Record,
    Meeting,
    Paper,
    Reading,
    Shelf,
    Group,
}

/// Where a part is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Presence {
    #[default]
    Away,
    Here,
    Missing,
}

/// Where each part is, in the order of [`Part`].
pub type Presences = [Presence; Part::ALL.len()];

impl Part {
    /// Every part, in the order in which an idle app brings them.
    pub const ALL: [Self; 9] = [
        Self::Asking,
        Self::After,
        Self::Paper,
        Self::Reading,
        Self::Further,
        Self::Meeting,
        Self::Record,
        Self::Shelf,
        Self::Group,
    ];

    /// The part of an address’s screen; none when it is in the first module.
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Home | Route::Unknown => None,
            Route::School | Route::Questions | Route::Thematique(_) | Route::SubTheme { .. } => Some(Self::Asking),
            Route::Results | Route::Plan | Route::PlanItem(_) => Some(Self::After),
            Route::Report | Route::Letter(_) | Route::WorkshopTables | Route::Papers => Some(Self::Paper),
            Route::Evolution | Route::Answers | Route::Reading(_) | Route::Targets => Some(Self::Further),
            Route::Workshops | Route::Indicators | Route::Actors => Some(Self::Record),
            Route::Meeting => Some(Self::Meeting),
            Route::Reference | Route::Criterion(_) => Some(Self::Reading),
            Route::Data | Route::Page(_) => Some(Self::Shelf),
            Route::Group => Some(Self::Group),
        }
    }

    async fn load(self) -> Result<(), SplitLoaderError> {
        match self {
            Self::Asking => load_asking().await,
            Self::After => load_after().await,
            Self::Further => load_further().await,
            Self::Record => load_record().await,
            Self::Meeting => load_meeting().await,
            Self::Paper => load_paper().await,
            Self::Shelf => load_shelf().await,
            Self::Group => load_group().await,
            Self::Reading => load_reading().await,
        }
    }
}

/// The school and its answers.
#[wasm_split(asking, fallible, preload(load_asking))]
fn asking(route: Route) -> Result<Node, Missing> {
    Ok(match route {
        Route::Thematique(thematique) => pages::questions::questions(Some(thematique), None),
        Route::SubTheme { thematique, sub_theme } => pages::questions::questions(Some(thematique), Some(sub_theme)),
        Route::Questions => pages::questions::questions(None, None),
        _ => pages::school::school().into_node(),
    })
}

/// Reads the référentiel, with the screens that need it first.
#[wasm_split(asking, fallible)]
fn read_framework(text: String) -> Result<Result<Framework, Refusal>, Missing> {
    Ok(framework::read(&text))
}

/// What comes after the questions.
#[wasm_split(after, fallible, preload(load_after))]
fn after(route: Route) -> Result<Node, Missing> {
    Ok(match route {
        Route::Plan => pages::plan::plan(),
        Route::PlanItem(id) => pages::plan_item::plan_item(id).into_node(),
        _ => pages::results::results().into_node(),
    })
}

/// What looks further than the bilan.
#[wasm_split(further, fallible, preload(load_further))]
fn further(route: Route) -> Result<Node, Missing> {
    Ok(match route {
        Route::Targets => pages::targets::targets(),
        Route::Answers => pages::answers::answers().into_node(),
        Route::Reading(reading) => pages::reading::reading(reading),
        _ => pages::evolution::evolution(),
    })
}

/// What a school writes down as it goes: workshops, indicators, whom to call.
#[wasm_split(record, fallible, preload(load_record))]
fn record(route: Route) -> Result<Node, Missing> {
    Ok(match route {
        Route::Workshops => pages::workshops::workshops(),
        Route::Indicators => pages::indicators::indicators(),
        _ => pages::actors::actors(),
    })
}

/// Deciding together, step by step.
#[wasm_split(meeting, fallible, preload(load_meeting))]
fn meeting(_: Route) -> Result<Node, Missing> {
    Ok(pages::meeting::meeting())
}

/// What is printed, with the model of the documents: the report, letters, the tables of a workshop, documents to adapt.
#[wasm_split(paper, fallible, preload(load_paper))]
fn paper(route: Route) -> Result<Node, Missing> {
    Ok(match route {
        Route::Letter(reach) => pages::letter::letter(reach),
        Route::WorkshopTables => pages::workshop_tables::workshop_tables(),
        Route::Papers => pages::papers::papers(),
        _ => pages::report::report(),
    })
}

/// Files, and pages of text.
#[wasm_split(shelf, fallible, preload(load_shelf))]
fn shelf(route: Route) -> Result<Node, Missing> {
    Ok(match route {
        Route::Page(page) => pages::text_page::text_page(page).into_node(),
        _ => pages::data::data(),
    })
}

/// Several schools seen together.
#[wasm_split(group, fallible, preload(load_group))]
fn group(_: Route) -> Result<Node, Missing> {
    Ok(pages::group::group())
}

/// What reads, changes and keeps dossiers.
#[wasm_split(keeping, fallible, preload(load_keeping))]
pub fn keep(store: Store, errand: Errand) -> Result<Rest, Missing> {
    Ok(errands::carry_out(store, errand))
}

/// The référentiel, to be read.
#[wasm_split(reading, fallible, preload(load_reading))]
fn reading(route: Route) -> Result<Node, Missing> {
    Ok(match route {
        Route::Criterion(id) => pages::reference::criterion::criterion(id),
        _ => pages::reference::reference(),
    })
}

/// The text of a référentiel kept here.
#[wasm_split(reading, fallible)]
fn kept_text(id: String) -> Result<Pin<Box<dyn Future<Output = Option<String>>>>, Missing> {
    Ok(Box::pin(async move { kept::get(&id).await }))
}

/// Whether passing to the present version changes something.
#[wasm_split(reading, fallible)]
fn changes(store: Store) -> Result<(), Missing> {
    let found = untrack(|| pages::reference::versions::pending(store)).is_some_and(|m| !m.effects.is_empty());
    store.outdated.set(found);
    Ok(())
}

/// The text of the référentiel of that id, if this computer keeps it.
pub async fn kept_framework(id: &str) -> Option<String> {
    let text = kept_text(id.to_owned()).await.ok()?;
    text.await
}

/// Sets [`Signals::outdated`](super::store::Signals::outdated) once it is known.
pub fn look_for_changes(store: Store) {
    spawn_local(async move {
        // Without the part the dossier goes on as it is.
        let _ = changes(store).await;
    });
}

/// The référentiel of this text.
///
/// # Errors
/// The part that reads it did not come.
pub async fn framework(text: String) -> Result<Result<Framework, Refusal>, Missing> {
    read_framework(text).await
}

/// The screen of an address whose part is here.
pub fn draw(store: Store, part: Part, route: Route) -> Node {
    let drawn = match part {
        Part::Asking => at_once(asking(route)),
        Part::After => at_once(after(route)),
        Part::Further => at_once(further(route)),
        Part::Record => at_once(record(route)),
        Part::Meeting => at_once(meeting(route)),
        Part::Paper => at_once(paper(route)),
        Part::Reading => at_once(reading(route)),
        Part::Shelf => at_once(shelf(route)),
        Part::Group => at_once(group(route)),
    };
    drawn.unwrap_or_else(|| missing(store, part))
}

/// What a function of a part gives: nothing is left to wait for once the part is here.
fn at_once(drawn: impl Future<Output = Result<Node, Missing>>) -> Option<Node> {
    match pin!(drawn).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(node)) => Some(node),
        Poll::Ready(Err(Missing)) | Poll::Pending => None,
    }
}

/// What to do without the part.
pub fn missing(store: Store, part: Part) -> Node {
    let again = move || spawn_local(fetch(store, part));
    kids![
        h1("Cette page n’est pas arrivée"),
        el("p", MISSING),
        el(
            "div.acts",
            kids![button("btn go", "Essayer à nouveau", again), button("btn", "Recharger la page", page::reload),]
        ),
    ]
}

/// Brings a part, and says in the store where it is.
pub async fn fetch(store: Store, part: Part) {
    let presence = if part.load().await.is_ok() { Presence::Here } else { Presence::Missing };
    store.parts.update(|parts| parts[part as usize] = presence);
}

/// Brings what reads dossiers, before it is asked for; the errand that needs it says when it does not come.
pub async fn fetch_keeping() {
    let _ = load_keeping().await;
}

/// Brings every part, so that the network may drop.
pub async fn warm(store: Store) {
    fetch_keeping().await;
    for part in Part::ALL {
        if store.parts.with_untracked(|parts| parts[part as usize]) != Presence::Here {
            fetch(store, part).await;
        }
    }
}

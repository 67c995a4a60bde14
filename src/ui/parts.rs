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
use super::store::{Store, store};
use crate::browser::page;
use crate::framework::{self, Framework, Refusal};
use crate::names::PlanItemId;
use crate::routes::{Page, Route};
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What is said when a part does not come.
pub const MISSING: &str =
    "Vos réponses sont là. La connexion manque peut-être, ou le site vient de changer de version.";

/// A screen on its way.
type Coming = Pin<Box<dyn Future<Output = Result<Node, Missing>>>>;

/// The part did not come: the network, or a host that has changed its files meanwhile.
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// A screen that belongs to a part.
#[derive(Clone)]
pub enum Screen {
    School,
    /// The thématique and the sous-thématique of the address.
    Questions(Option<String>, Option<String>),
    Results,
    Plan,
    PlanItem(PlanItemId),
    Report,
    Data,
    Page(Page),
}

impl Screen {
    fn coming(self) -> Coming {
        match self {
            Self::School | Self::Questions(..) => Box::pin(asking(self)),
            Self::Data | Self::Page(_) => Box::pin(shelf(self)),
            screen => Box::pin(after(screen)),
        }
    }
}

/// The school and its answers.
#[wasm_split(asking, fallible, preload(load_asking))]
fn asking(screen: Screen) -> Result<Node, Missing> {
    Ok(match screen {
        Screen::Questions(thematique, sub_theme) => pages::questions::questions(thematique, sub_theme),
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
fn after(screen: Screen) -> Result<Node, Missing> {
    Ok(match screen {
        Screen::Results => pages::results::results().into_node(),
        Screen::Plan => pages::plan::plan(),
        Screen::PlanItem(id) => pages::plan_item::plan_item(id).into_node(),
        _ => pages::report::report(),
    })
}

/// Files, and pages of text.
#[wasm_split(shelf, fallible, preload(load_shelf))]
fn shelf(screen: Screen) -> Result<Node, Missing> {
    Ok(match screen {
        Screen::Page(page) => pages::text_page::text_page(page).into_node(),
        _ => pages::data::data(),
    })
}

/// What reads, changes and keeps dossiers.
#[wasm_split(keeping, fallible, preload(load_keeping))]
pub fn keep(store: Store, errand: Errand) -> Result<Rest, Missing> {
    Ok(errands::carry_out(store, errand))
}

/// The référentiel of this text.
///
/// # Errors
/// The part that reads it did not come.
pub async fn framework(text: String) -> Result<Result<Framework, Refusal>, Missing> {
    read_framework(text).await
}

/// The screen, when its part is here; until then, a word to wait.
pub fn draw(screen: Screen) -> impl Fn() -> Node {
    let arrived = RwSignal::new(false);
    let place = StoredValue::new_local(None);
    let (store, owner) = (store(), Owner::current().unwrap_or_default());
    let fetch = move || {
        let coming = screen.clone().coming();
        // What the screen creates belongs to the frame, whoever asked for it.
        let coming = owner.with(|| ScopedFuture::new_untracked(coming));
        spawn_local(async move {
            place.set_value(Some(coming.await));
            arrived.set(true);
            store.arrived_late();
        });
    };
    fetch();
    move || {
        arrived.track();
        match place.try_update_value(Option::take).flatten() {
            None => h1("Un instant…").into_node(),
            Some(Ok(node)) => node,
            Some(Err(Missing)) => missing(fetch.clone()),
        }
    }
}

/// What to do without the part.
fn missing(fetch: impl Fn() + 'static) -> Node {
    kids![
        h1("Cette page n’est pas arrivée"),
        el("p", MISSING),
        el(
            "div.acts",
            kids![button("btn go", "Essayer à nouveau", fetch), button("btn", "Recharger la page", page::reload),]
        ),
    ]
}

/// Brings the part of a screen, and what reads dossiers when there is one, before they are asked for.
pub async fn ahead(route: Route, dossier: bool) {
    if dossier {
        spawn_local(async {
            let _ = load_keeping().await;
        });
    }
    // One that does not come is asked for again by its screen, which says so.
    let _ = match route {
        Route::Home | Route::Unknown => return,
        Route::Data | Route::Page(_) => load_shelf().await,
        Route::School | Route::Questions | Route::Thematique(_) | Route::SubTheme { .. } => load_asking().await,
        Route::Results | Route::Plan | Route::PlanItem(_) | Route::Report => load_after().await,
    };
}

/// Brings every part, so that the network may drop.
pub async fn warm() {
    let _ = load_keeping().await;
    let _ = load_asking().await;
    let _ = load_after().await;
    let _ = load_shelf().await;
}

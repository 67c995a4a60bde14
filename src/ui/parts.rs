//! The parts of the app that arrive apart: what the first minutes need is in the module that starts it, the other
//! screens come when they are asked for, or once the app is idle.
//!
//! `#[wasm_split(name)]` marks where the module is cut: the function, and all that only functions of the same name call,
//! go into a file of their own, which shares the memory of the app (`scripts/bin/wasm-bindgen` does the cutting). A
//! build that does not cut has everything in one module. A part that does not come says so and can be asked for again.

// The macro declares what the other module brings.
#![allow(unsafe_code)]

use super::dom::{IntoNode, Node, button, el, h1, kids};
use super::store::{Store, store};
use super::{files, pages};
use crate::browser::files::Chosen;
use crate::browser::{kept, page};
use crate::framework::{self, Framework, Refusal};
use crate::names::{CriterionId, PlanItemId};
use crate::routes::Page;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

const MISSING: &str = "Vos réponses sont là. La connexion manque peut-être, ou le site vient de changer de version.";

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
    Reference,
    Criterion(CriterionId),
    Page(Page),
}

impl Screen {
    fn coming(self) -> Coming {
        match self {
            Self::School | Self::Questions(..) => Box::pin(asking(self)),
            Self::Data | Self::Page(_) => Box::pin(shelf(self)),
            Self::Reference | Self::Criterion(_) => Box::pin(reading(self)),
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

/// Shows what a chosen file holds.
#[wasm_split(shelf, fallible)]
fn look_into(store: Store, chosen: Chosen) -> Result<(), Missing> {
    files::open_file(store, chosen);
    Ok(())
}

/// The référentiel, to be read.
#[wasm_split(reading, fallible, preload(load_reading))]
fn reading(screen: Screen) -> Result<Node, Missing> {
    Ok(match screen {
        Screen::Criterion(id) => pages::reference::criterion::criterion(id),
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

/// Opens a file that was chosen, on « Mes dossiers ».
pub fn open_file(store: Store, chosen: Chosen) {
    spawn_local(async move {
        if look_into(store, chosen).await.is_err() {
            store.say(MISSING);
        }
    });
}

/// The screen, when its part is here; until then, a word to wait.
pub fn draw(screen: Screen) -> impl Fn() -> Node {
    let arrived = RwSignal::new(false);
    let place = StoredValue::new_local(None);
    let fetch = move || {
        let coming = screen.clone().coming();
        spawn_local(ScopedFuture::new(async move {
            place.set_value(Some(coming.await));
            arrived.set(true);
            store().arrived_late();
        }));
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

/// Brings every part, so that the network may drop.
pub async fn warm() {
    let _ = load_asking().await;
    let _ = load_after().await;
    let _ = load_shelf().await;
    let _ = load_reading().await;
}

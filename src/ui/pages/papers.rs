//! The documents to adapt. The address says which one, and what of it: `?papier=…&voir=papier`, or a part of the model
//! that is filled part by part. The models come from their file when the screen is opened.

mod drills;
mod form;
mod list;
mod sheet;

use super::unknown::no_text;
use crate::browser::assets::{self, LoadError};
use crate::browser::{clock, page};
use crate::domain::{Command, Dossier, Paper, papers as rules};
use crate::names::PaperId;
use crate::papers::{self, Model, Models};
use crate::routes::Route;
use crate::texts::papers::{self as words, Context};
use crate::ui::dom::{El, IntoNode, Node, el, h1, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What the address shows of a document besides a part of it.
const SHEET: &str = "papier";

/// A document of the dossier and its model; cheap to copy.
#[derive(Clone, Copy)]
struct Open {
    store: Store,
    id: StoredValue<PaperId>,
    model: StoredValue<Model>,
}

impl Open {
    /// Something of the document; tracked. None as well once its screen is gone.
    fn read<T>(self, get: impl FnOnce(&Context, &Model) -> T) -> Option<T> {
        let look = |framework: &_, dossier: &Dossier, _: &_| {
            let paper = self.id.try_with_value(|id| dossier.papers.iter().find(|paper| paper.id == *id))??;
            let context = Context { framework, dossier, paper, today: self.store.today() };
            self.model.try_with_value(|model| get(&context, model))
        };
        self.store.read(look).flatten()
    }

    /// The command that changes it, and says to the indicators what its drills say.
    fn command(self, change: impl FnOnce(&mut Paper)) -> Option<Command> {
        let mut paper = untrack(|| self.read(|context, _| context.paper.clone()))?;
        change(&mut paper);
        paper.at = Some(clock::now());
        let id = paper.id.clone();
        self.store.peek(|dossier| rules::change(dossier, &id, Some(paper), |told| told_by(self.store, told)))
    }

    fn change(self, change: impl FnOnce(&mut Paper)) {
        self.command(change).into_iter().for_each(|command| self.store.send(command));
    }

    fn type_in(self, change: impl FnOnce(&mut Paper)) {
        self.command(change).into_iter().for_each(|command| self.store.send_typing(command));
    }

    /// The address of a view of the document.
    fn at(self, view: &str) -> String {
        address(&self.id.try_with_value(|id| id.as_str().to_owned()).unwrap_or_default(), view)
    }
}

fn address(id: &str, view: &str) -> String {
    let view = if view.is_empty() { String::new() } else { format!("&voir={view}") };
    format!("{}?papier={id}{view}", Route::Papers.href())
}

/// The name and the unit of an indicator of the référentiel.
fn told_by(store: Store, id: &str) -> (String, String) {
    let framework = untrack(|| store.framework());
    let known = framework.iter().flat_map(|f| &f.indicators).find(|indicator| indicator.id == id);
    known.map(|known| (known.title.clone(), known.unit.clone())).unwrap_or_default()
}

/// The screen.
pub fn papers() -> Node {
    let store = store();
    let models: RwSignal<Option<Result<Arc<Models>, LoadError>>> = RwSignal::new(None);
    spawn_local(async move {
        let text = assets::load(papers::FILE).await;
        let read = text.and_then(|text| papers::read(&text).map(Arc::new).map_err(|_| LoadError::Missing));
        // The screen may be gone.
        let _ = models.try_set(Some(read));
        page::used_more();
    });
    kids![move || {
        let models = models.get();
        untrack(|| match models {
            None => h1("Un instant…").into_node(),
            Some(Err(why)) => kids![h1("Les modèles ne sont pas là"), el("p", no_text(why))],
            Some(Ok(models)) => kids![shown(store, models)],
        })
        .fresh_then(move || store.drawn_late())
    }]
}

/// The list, or the document that the address names.
fn shown(store: Store, models: Arc<Models>) -> impl Fn() -> Node {
    let here = Memo::new(move |_| {
        let (named, view) = store
            .address
            .with(|a| Some((a.get("papier")?.to_owned(), a.get("voir").unwrap_or_default().to_owned())))?;
        let known = |paper: &&Paper| paper.id.as_str().eq_ignore_ascii_case(&named);
        let found =
            |dossier: &Dossier| Some(dossier.papers.iter().find(known)?).map(|p| (p.id.clone(), p.model.clone()));
        let (id, model) = store.look(found).flatten()?;
        Some((id, model, view))
    });
    move || {
        let here = here.get();
        untrack(|| match here {
            None => list::list(store, &models),
            Some((id, model, view)) => match models.model(&model) {
                None => without_model(),
                Some(model) => {
                    let open = Open { store, id: StoredValue::new(id), model: StoredValue::new(model.clone()) };
                    if view == SHEET { sheet::sheet(open, model) } else { form::form(open, model, &view) }
                }
            },
        })
        .fresh_then(move || store.drawn_late())
    }
}

fn without_model() -> Node {
    let words = "Ce document suit un modèle que cette version de Paliers ne propose pas. Il reste dans votre dossier.";
    kids![
        h1("Ce modèle n’est pas là"),
        el("p", words),
        el("div.acts", link("btn", Route::Papers.href(), "Tous les documents")),
    ]
}

/// What stands over every view of a document: its name, what is left to fill, the way to its other views.
fn opening(open: Open, model: &Model, view: &str) -> El {
    let left = move || open.read(|context, model| words::left(context.blanks(model)));
    let parts = match model.guided {
        true => model.sections.iter().map(|part| (part.id.clone(), part.title.clone())).collect(),
        false => vec![(String::new(), "Écrire".to_owned())],
    };
    let sheet = (SHEET.to_owned(), "Voir et imprimer".to_owned());
    let links = parts.into_iter().chain([sheet]).map(|(part, title)| {
        link("btn txt", open.at(&part), title).attr("aria-current", (part == view).then_some("page"))
    });
    el(
        "section.stack.noprint",
        kids![
            el("p.eye", link("", Route::Papers.href(), "Documents à adapter")),
            el("p", kids![el("b", model.title.clone()), ". ", left]).attr("aria-live", "polite"),
            el("nav.acts.views", links.collect::<Vec<_>>()).label("Vues du document"),
        ],
    )
}

//! The documents begun in this dossier, and the models to begin from.

use super::{Open, address, told_by};
use crate::browser::clock;
use crate::domain::{Day, Paper, papers as rules};
use crate::names::PaperId;
use crate::papers::{Model, Models};
use crate::texts::papers as words;
use crate::ui::actions;
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use crate::ui::pages::plan::lists;
use crate::ui::store::Store;
use leptos::prelude::*;
use std::sync::Arc;

/// How many documents a page holds.
const A_PAGE: usize = 20;
const ADVICE: &str = "Ce sont des modèles à faire relire, non des avis juridiques. Chacun dit par qui. Ce que vous y \
    écrivez reste dans votre dossier.";

pub(super) fn list(store: Store, models: &Arc<Models>) -> Node {
    let known = Arc::clone(models);
    let begun = move || {
        let total = store.look(|dossier| dossier.papers.len()).unwrap_or_default();
        let page = store.address.with(lists::page_of);
        let ids = store.look(|dossier| dossier.papers.iter().map(|paper| paper.id.clone()).collect::<Vec<_>>());
        let lines: Vec<El> = lists::cut(ids.unwrap_or_default(), page, A_PAGE)
            .into_iter()
            .filter_map(|id| line(store, &known, id))
            .collect();
        (total > 0).then(|| {
            let pages = store.address.with(|address| lists::pages(address, total, A_PAGE));
            el("section.stack", kids![el("h2#h-begun", "Commencés ici"), el("ul.cards", lines), pages])
                .attr("aria-labelledby", "h-begun")
        })
    };
    let proposed: Vec<El> = models.models.iter().map(|model| proposal(store, model)).collect();
    kids![
        el(
            "section.stack-l",
            kids![
                h1("Documents à adapter"),
                el("p.say", kids!["Des modèles à compléter, ", el("span", "à faire relire, puis à imprimer.")]),
                el("p.note", ADVICE),
            ]
        ),
        begun,
        el("section.stack", kids![el("h2#h-models", "Les modèles"), el("ul.cards", proposed)])
            .attr("aria-labelledby", "h-models"),
    ]
}

/// A document begun; what is left to fill in it.
fn line(store: Store, models: &Models, id: PaperId) -> Option<El> {
    let (model, at, item) = store.look(|dossier| {
        let paper = dossier.papers.iter().find(|paper| paper.id == id)?;
        let item = dossier.plan.iter().find(|item| Some(&item.id) == paper.item.as_ref());
        let at = paper.at.as_deref().and_then(|at| Day::parse(at.get(..10)?));
        Some((paper.model.clone(), at, item.map(|item| crate::texts::follow::title(item).to_owned())))
    })??;
    let known = models.model(&model);
    let title = known.map_or(model.clone(), |model| model.title.clone());
    let open =
        known.map(|model| Open { store, id: StoredValue::new(id.clone()), model: StoredValue::new(model.clone()) });
    let said = open.and_then(|open| open.read(|context, model| words::summary(context.blanks(model), at)));
    let about = item.map(|item| format!("{item}. "));
    let to = address(id.as_str(), "");
    let remove = button("btn txt", "Retirer", move || remove(store, &id)).label(format!("Retirer\u{a0}: {title}"));
    Some(el("li", kids![el("div", kids![link("", to, title), el("p.meta.small", kids![about, said])]), remove]))
}

fn remove(store: Store, id: &PaperId) {
    let command = store.peek(|dossier| rules::change(dossier, id, None::<Paper>, |told| told_by(store, told)));
    command.into_iter().for_each(|command| store.send(command));
    store.offer("Document retiré du dossier.".to_owned(), "Annuler", move || store.undo());
}

fn proposal(store: Store, model: &Model) -> El {
    let (id, title) = (model.id.clone(), model.title.clone());
    let begin = move || {
        if let Some(paper) = PaperId::parse(&clock::fresh_id()) {
            actions::begin_paper(store, paper, &id, None);
        }
    };
    el(
        "li",
        kids![
            el("div", kids![el("h3", title.clone()), el("p.meta", model.purpose.clone())]),
            button("btn", "Commencer", begin).label(format!("Commencer\u{a0}: {title}")),
        ],
    )
}

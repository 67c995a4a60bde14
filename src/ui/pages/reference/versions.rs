//! A dossier that follows an earlier version: what passing to the present one would change, and what is kept of before.

use crate::domain::versions::{Migration, migration};
use crate::domain::{Answer, Dossier};
use crate::framework::Framework;
use crate::names::CriterionId;
use crate::texts;
use crate::ui::dom::{El, IntoNode, Node, button, each, el, kids};
use crate::ui::store::Store;
use leptos::prelude::*;

/// What passing to the version that is loaded would do to the open dossier. Tracked.
pub fn pending(store: Store) -> Option<Migration> {
    let framework = store.framework()?;
    store
        .look(|dossier| migration(&framework, dossier, &|change, old| texts::versions::note(&framework, change, old)))
        .flatten()
}

/// The section.
pub fn versions(store: Store) -> Node {
    let outlook = move || match pending(store).filter(|m| !m.effects.is_empty()) {
        Some(migration) => offered(store, &migration).into_node(),
        None if store.has_dossier() => {
            el("p", "Le dossier ouvert suit la version de ces questions\u{a0}: rien à changer.").into_node()
        }
        None => el("p", "Aucun dossier n’est ouvert.").into_node(),
    };
    kids![outlook, move || kept(store)]
}

fn offered(store: Store, migration: &Migration) -> El {
    let mut lines = texts::versions::lines(migration);
    let title = if lines.is_empty() { String::new() } else { lines.remove(0) };
    let command = migration.command();
    let pass = move || {
        store.send(command.clone());
        store.offer("Le dossier suit la nouvelle version.".to_owned(), "Annuler", move || store.undo());
        crate::browser::page::focus("main h1");
    };
    let stay = move || {
        store.outdated.set(false);
        store.say("L’ancienne version est gardée. Cette page reste dans «\u{a0}Les questions et leurs paliers\u{a0}».");
    };
    el(
        "section.stack",
        kids![
            el("h2", title),
            el("p", "Voici ce qui changerait dans ce dossier. Aucune réponse n’est effacée, et vous pourrez annuler."),
            el("ul.plain", each("li", lines)),
            el(
                "div.acts",
                kids![
                    button("btn go", "Essayer", pass),
                    button("btn", "Garder l’ancienne version pour l’instant", stay),
                ]
            ),
        ],
    )
}

/// The answers whose questions are no longer asked, as they were given.
fn kept(store: Store) -> Option<El> {
    let framework = store.framework()?;
    let gone = |dossier: &Dossier| -> Vec<El> {
        let old = |(id, _): &(&CriterionId, &Answer)| framework.criterion(id).is_none();
        let campaigns = dossier.campaigns.iter();
        let answers =
            campaigns.flat_map(|c| c.answers.iter().filter(old).map(move |(id, answer)| (&c.name, id, answer)));
        answers.map(|(campaign, id, answer)| row(&framework, campaign, id, answer)).collect()
    };
    let rows = store.look(gone).filter(|rows| !rows.is_empty())?;
    let column = |name: &'static str| el("th", name).attr("scope", "col");
    Some(el(
        "table",
        kids![
            el("caption", "Réponses gardées de l’ancienne version"),
            el("thead", el("tr", kids![column("Question"), column("Réponse"), column("Point d’étape")])),
            el("tbody", rows),
        ],
    ))
}

fn row(framework: &Framework, campaign: &str, id: &CriterionId, answer: &Answer) -> El {
    let note = answer.note.as_ref().map(|note| kids![el("br", ()), el("span.small.meta", note.clone())]);
    el(
        "tr",
        kids![
            el("th", id.as_str().to_owned()).attr("scope", "row"),
            el("td", kids![texts::results::answer(framework, Some(answer)), note]),
            el("td", campaign.to_owned()),
        ],
    )
}

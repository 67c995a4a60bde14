//! The three tables of a workshop on their sheets, with the words of the national workshops: read, print, take away.
//! The address names the workshop; what stands in the tables is written in its three times.

use super::unknown;
use crate::browser::page;
use crate::domain::Workshop;
use crate::exports::report::Subject;
use crate::exports::{Kind, Options, workshop};
use crate::routes::Route;
use crate::ui::components;
use crate::ui::dom::{El, IntoNode, Node, button, el, h1, kids, link};
use crate::ui::making::{self, Making};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// The screen.
pub fn workshop_tables() -> Node {
    let store = store();
    let making = making::begin();
    let id = Memo::new(move |_| {
        let named = store.address.with(|a| a.get("atelier").map(str::to_owned))?;
        let known = |w: &&Workshop| w.id.as_str().eq_ignore_ascii_case(&named);
        store.look(|d| d.workshops.iter().find(known).map(|w| w.id.as_str().to_owned())).flatten()
    });
    kids![move || match id.get() {
        None => unknown::unknown().into_node(),
        Some(id) => kids![desk(store, &id, making), sheets(store, id)],
    }]
}

fn desk(store: Store, id: &str, making: RwSignal<Making>) -> El {
    let make = |words: &'static str, kind: Kind| {
        let options = Options::about(id);
        button("btn", words, move || making::make(store, kind, &options, making))
    };
    let back = link("btn txt", format!("#/ateliers?atelier={id}"), "Revenir à l’atelier");
    el(
        "section.desk.stack.noprint",
        kids![
            h1("Tableaux de l’atelier"),
            el(
                "p.meta",
                "Les trois tableaux des ateliers nationaux, remplis avec ce qui est écrit ici. Ils se joignent à un compte rendu."
            ),
            el(
                "div.acts",
                kids![
                    button("btn go", "Imprimer ou enregistrer en PDF", page::print),
                    make("Télécharger en ODT", Kind::Workshop),
                ]
            ),
            el(
                "div.acts",
                kids![
                    make("CSV\u{a0}: diagnostic", Kind::CsvDiagnosis),
                    make("CSV\u{a0}: besoins et axes", Kind::CsvNeeds),
                    make("CSV\u{a0}: plan d’action", Kind::CsvDecided),
                ]
            ),
            making::progress(making),
            el("div.acts", kids![back, link("btn txt", Route::Workshops.href(), "Tous les ateliers")]),
        ],
    )
}

fn sheets(store: Store, id: String) -> impl Fn() -> Option<El> {
    move || {
        store
            .read(|framework, dossier, campaign| {
                let named = dossier.workshops.iter().find(|workshop| workshop.id.as_str() == id)?;
                let subject = Subject { framework, dossier, campaign, today: store.today() };
                let report = workshop::report(&subject, named);
                Some(el("div.sheets", components::sheets(&report.blocks)))
            })
            .flatten()
    }
}

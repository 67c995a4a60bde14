//! The view as documents, and each school’s lines for whoever computes elsewhere.

use super::room;
use crate::browser::{page, worker};
use crate::exports::GroupKind;
use crate::texts::group as words;
use crate::ui::dom::{El, Node, button, el, kids, link};
use crate::ui::making::{self, Making};
use crate::ui::store::Store;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The view.
pub fn export(store: Store) -> Node {
    spawn_local(async {
        worker::warm().await;
        page::used_more();
    });
    let making = RwSignal::new(Making::Nothing);
    on_cleanup(move || making::stop(making));
    let make = move |words: &'static str, kind: GroupKind| button("btn", words, move || ask(store, kind, making));
    kids![
        el(
            "section.stack",
            kids![
                el("h2", "La vue, pour la montrer ou la donner"),
                el(
                    "p",
                    "Ce que les autres écrans montrent, avec les filtres choisis\u{a0}: ce qui est partagé, les paliers médians, les pistes, les demandes. Ce qui porte sur moins de cinq écoles n’y est pas."
                ),
                el(
                    "div.acts",
                    kids![
                        make("Télécharger en HTML", GroupKind::Html),
                        make("Télécharger en ODS", GroupKind::Ods),
                        make("CSV\u{a0}: paliers", GroupKind::Csv),
                    ]
                ),
            ]
        ),
        el(
            "section.stack",
            kids![
                el("h2", "Les lignes, pour un observatoire"),
                el(
                    "p.advice",
                    "Une ligne par école, point d’étape et question\u{a0}: les réponses de chacune. Ce fichier est à vous seul, ou à un observatoire, avec l’accord des écoles."
                ),
                el(
                    "div.acts",
                    kids![
                        make("CSV\u{a0}: lignes", GroupKind::Tidy),
                        link("", "schemas/paliers-lignes.schema.json", "Ce que disent ses colonnes"),
                    ]
                ),
            ]
        ),
        said(making),
    ]
}

fn said(making: RwSignal<Making>) -> El {
    let words = move || match making.get() {
        Making::Nothing => String::new(),
        Making::Working(..) => "Le document se prépare…".to_owned(),
        Making::Ended(words) => words,
    };
    let stop = move || {
        matches!(making.get(), Making::Working(..)).then(|| button("btn", "Arrêter", move || making::stop(making)))
    };
    el("div.acts", kids![el("p", words).attr("role", "status"), stop])
}

fn ask(store: Store, kind: GroupKind, making: RwSignal<Making>) {
    let sieve = untrack(|| store.address.with(super::sieve));
    let Some(dossiers) = room::texts() else { return making.set(Making::Ended(words::NOBODY.to_owned())) };
    let fields = vec![
        ("kind", kind.as_str().to_owned()),
        ("dossier", dossiers),
        ("type", sieve.kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default()),
        ("commune", sieve.commune.unwrap_or_default()),
    ];
    making::make_of(store, fields, making);
}

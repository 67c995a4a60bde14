//! A letter on its sheet: read it, print it, take it as ODT. What is asked is decided on « À demander à… ».

use crate::browser::page;
use crate::exports::report::Subject;
use crate::exports::{Kind, Options, letter};
use crate::framework::Reach;
use crate::texts::letter as words;
use crate::ui::components;
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use crate::ui::making::{self, Making};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

const BACK: &str = "#/plan?vue=demandes";

/// The screen.
pub fn letter(reach: Reach) -> Node {
    let store = store();
    let making = making::begin();
    let title = move || store.look(|d| words::title(reach, &d.school));
    kids![
        el(
            "section.desk.stack.noprint",
            kids![
                h1(title),
                el("p.meta", "Elle se complète et se signe à la main. Chaque demande y est avec le fait qui l’appuie."),
                acts(store, reach, making),
                making::progress(making),
            ]
        ),
        move || {
            store.read(|framework, dossier, campaign| {
                let subject = Subject { framework, dossier, campaign, today: store.today() };
                match letter::letter(&subject, reach) {
                    Some(letter) => el("div.sheets", components::sheets(&letter.blocks)),
                    None => el("p.note", "Rien ne leur est demandé pour l’instant."),
                }
            })
        },
    ]
}

fn acts(store: Store, reach: Reach, making: RwSignal<Making>) -> El {
    let make = move || making::make(store, Kind::Letter, &Options::about(reach.as_str()), making);
    el(
        "div.acts",
        kids![
            button("btn go", "Imprimer ou enregistrer en PDF", page::print),
            button("btn", "Télécharger en ODT", make),
            link("btn txt", BACK, "Revenir aux demandes"),
        ],
    )
}

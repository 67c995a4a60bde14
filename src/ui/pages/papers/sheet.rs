//! The document as it is printed, and the files made of it.

use super::{Open, SHEET, opening};
use crate::browser::page;
use crate::exports::{Kind, paper};
use crate::papers::Model;
use crate::ui::components;
use crate::ui::dom::{Node, button, el, h1, kids};
use crate::ui::making;
use leptos::prelude::WithValue;

pub(super) fn sheet(open: Open, model: &Model) -> Node {
    let making = making::begin();
    let make = move |words: &'static str, kind: Kind| {
        button("btn", words, move || {
            if let Some(id) = open.id.try_with_value(|id| id.as_str().to_owned()) {
                making::make_paper(open.store, kind, id, making);
            }
        })
    };
    let title = move || open.read(|context, model| paper::title(model, context));
    let sheets = move || open.read(|context, model| components::sheets(&paper::compose(model, context).blocks));
    kids![
        opening(open, model, SHEET),
        el(
            "div.stack.noprint",
            kids![
                el(
                    "div.acts",
                    kids![
                        button("btn go", "Imprimer ou enregistrer en PDF", page::print),
                        make("Télécharger en ODT", Kind::Odt),
                        make("Télécharger en HTML", Kind::Html),
                    ]
                ),
                making::progress(making),
            ]
        ),
        h1(title),
        el("div.sheets", sheets),
    ]
}

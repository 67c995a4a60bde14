//! « Vérifier un référentiel »: a file written elsewhere, all its faults, what it holds, and working with it.

use super::{part, shelf};
use crate::browser::files::Chosen;
use crate::browser::page;
use crate::framework::check;
use crate::framework::coherence::Fault;
use crate::framework::{self, Framework};
use crate::texts::format::count;
use crate::texts::{files, reference};
use crate::ui::components::file_button;
use crate::ui::dom::{El, Node, button, each, el, kids, once_drawn};
use crate::ui::store::Store;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How many faults a page shows.
const PAGE: usize = 20;
/// No référentiel is longer; a longer file is not read.
const MAX_BYTES: f64 = 5_242_880.0;

/// A file that was looked at.
#[derive(Clone)]
struct Checked {
    file: String,
    text: Arc<str>,
    faults: Arc<[Fault]>,
    /// What it holds, when the app can use it.
    framework: Option<Arc<Framework>>,
}

/// The section.
pub fn check(store: Store) -> Node {
    let checked: RwSignal<Option<Checked>> = RwSignal::new(None);
    let choose = move |chosen: Chosen| {
        spawn_local(async move {
            checked.set(Some(look(&chosen).await));
            once_drawn(|| page::focus("#checked"));
        });
    };
    kids![
        el(
            "section.stack",
            kids![
                el(
                    "p",
                    "Une académie, un réseau ou une école peut écrire ses propres questions. Choisissez votre fichier\u{a0}: toutes ses fautes sont dites, avec leur place. Il ne quitte pas cet ordinateur."
                ),
                el(
                    "p",
                    kids![
                        "Le guide et le modèle sont dans le code source de Paliers\u{a0}; le format est décrit par ",
                        el("a", "son schéma").attr("href", "schemas/paliers-framework-1.schema.json"),
                        "."
                    ]
                ),
                el("div.acts", file_button("Choisir un référentiel à vérifier", choose)),
            ]
        ),
        move || checked.get().map(|checked| report(store, checked)),
        shelf::shelf(store),
    ]
}

async fn look(chosen: &Chosen) -> Checked {
    let refused = |message: &str| Checked {
        file: chosen.name(),
        text: Arc::from(""),
        faults: Arc::from([Fault { place: "fichier".to_owned(), message: message.to_owned() }]),
        framework: None,
    };
    if chosen.size() > MAX_BYTES {
        return refused("plus de 5 Mio : un référentiel est bien plus court");
    }
    let Some(text) = chosen.text().await else { return refused(files::UNREADABLE) };
    let framework = framework::read(text.trim_start_matches('\u{feff}')).ok().map(Arc::new);
    Checked { file: chosen.name(), faults: check::check(&text).into(), text: text.into(), framework }
}

fn report(store: Store, checked: Checked) -> El {
    let n = checked.faults.len();
    let title = match n {
        0 => "Aucune faute".to_owned(),
        check::MAX_FAULTS.. => format!("Plus de {}", count(check::MAX_FAULTS - 1, "faute", "fautes")),
        n => count(n, "faute", "fautes"),
    };
    let preview = checked.framework.clone().map(|framework| preview(store, &framework, checked.text.clone(), n));
    el(
        "section.opening.stack-l",
        kids![
            el("h2#checked", title).attr("tabindex", "-1"),
            el("p", el("b", checked.file.clone())),
            (n > 0).then(|| faults(checked.faults)),
            preview,
        ],
    )
    .attr("aria-labelledby", "checked")
}

/// Twenty faults at a time.
fn faults(all: Arc<[Fault]>) -> El {
    let at = RwSignal::new(0_usize);
    let of = all.len().div_ceil(PAGE);
    let list = move || {
        let fault = |fault: &Fault| kids![el("b", fault.place.clone()), el("br", ()), fault.message.clone()];
        el("ul.plain", each("li", all.iter().skip(at.get() * PAGE).take(PAGE).map(fault)))
    };
    let step = move |by: isize, words: &'static str| {
        let next = move || at.get().checked_add_signed(by).filter(|next| *next < of);
        move || next().map(|next| button("btn", words, move || at.set(next)))
    };
    let pages = (of > 1).then(|| {
        let words = move || reference::page(at.get(), of);
        el("div.acts", kids![step(-1, "Fautes précédentes"), step(1, "Fautes suivantes"), el("span.meta", words)])
    });
    el("div.stack", kids![list, pages])
}

fn preview(store: Store, framework: &Framework, text: Arc<str>, faults: usize) -> El {
    let id = framework.id.as_str().to_owned();
    let titles = each("li", framework.thematiques.iter().map(|t| t.title.clone()));
    let work = move || shelf::keep_and_begin(store, id.clone(), text.clone());
    let advice = (faults > 0)
        .then(|| el("p.meta", "Vous pouvez déjà l’essayer\u{a0}; corrigez ces fautes avant de le partager."));
    part(
        framework.title.clone(),
        kids![
            el("p.meta", format!("{} · version\u{a0}{}", framework.id.as_str(), framework.version)),
            el("p", reference::contents(framework)),
            el("ul.plain", titles),
            advice,
            el("div.acts", button("btn go", "Travailler avec ce référentiel", work)),
        ],
    )
}

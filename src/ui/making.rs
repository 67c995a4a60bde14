//! Making a document: what is asked of the worker, how far it is, what came of it; for every screen that offers one.

use super::dom::{El, button, el, kids};
use super::store::Store;
use crate::browser::worker::{self, Told};
use crate::browser::{assets, files, page};
use crate::documents;
use crate::exports::{Kind, Options};
use crate::papers;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

const FAILED: &str = "Le document n’a pas pu être fait. Vos réponses sont là\u{a0}: vérifiez la connexion, réessayez, ou rechargez la page. L’impression reste possible.";
const REFUSED: &str = "Ce navigateur n’enregistre pas de fichier ici. Ouvrez Paliers dans une fenêtre à lui, puis redemandez le document.";

/// Where the document is.
#[derive(Clone, PartialEq)]
pub enum Making {
    Nothing,
    /// Steps done and to do; nothing to do is not known yet.
    Working(u32, u32),
    /// What is said at the end.
    Ended(String),
}

/// What a screen that offers documents begins with: the worker is fetched meanwhile, and the screen that is left ends
/// what is under way.
pub fn begin() -> RwSignal<Making> {
    spawn_local(async {
        worker::warm().await;
        page::used_more();
    });
    let making = RwSignal::new(Making::Nothing);
    on_cleanup(move || stop(making));
    making
}

/// Asks for a document of the open dossier, unless one is under way.
pub fn make(store: Store, kind: Kind, options: &Options, making: RwSignal<Making>) {
    let Some(dossier) = store.peek(documents::write) else { return };
    let parts: Vec<&str> = options.parts.iter().map(|part| part.as_str()).collect();
    let notes = if options.notes { "oui" } else { "" };
    let fields = vec![
        ("kind", kind.as_str().to_owned()),
        ("dossier", dossier),
        ("parts", parts.join(" ")),
        ("notes", notes.to_owned()),
        ("about", options.about.clone()),
    ];
    make_of(store, fields, making);
}

/// Buttons that take one table away for a spreadsheet. The worker comes when one is pressed: most who look at the table
/// do not take it.
pub fn take_table(store: Store, words: &'static str, ods: Kind, csv: Kind) -> El {
    let making = RwSignal::new(Making::Nothing);
    on_cleanup(move || stop(making));
    let take = move |words: &'static str, kind: Kind| {
        button("btn txt", words, move || make(store, kind, &Options::default(), making))
    };
    el(
        "div.stack.noprint",
        kids![
            el("p.small.meta", words),
            el("div.acts", kids![take("Télécharger en ODS", ods), take("Télécharger en CSV", csv)]),
            progress(making),
        ],
    )
}

/// Asks for the document of that id, which follows a model, unless one is under way.
pub fn make_paper(store: Store, kind: Kind, id: String, making: RwSignal<Making>) {
    let Some(dossier) = store.peek(documents::write) else { return };
    spawn_local(async move {
        match assets::load(papers::FILE).await {
            Err(_) => making.set(Making::Ended(FAILED.to_owned())),
            Ok(models) => {
                let kind = kind.as_str().to_owned();
                make_of(store, vec![("kind", kind), ("dossier", dossier), ("about", id), ("models", models)], making);
            }
        }
    });
}

/// Asks for a document made of these fields, the référentiel and today, unless one is under way.
pub fn make_of(store: Store, fields: Vec<(&'static str, String)>, making: RwSignal<Making>) {
    if matches!(making.get_untracked(), Making::Working(..)) {
        return;
    }
    if page::is_sandboxed() {
        return making.set(Making::Ended(REFUSED.to_owned()));
    }
    let today = store.today().to_string();
    making.set(Making::Working(0, 0));
    spawn_local(async move {
        let Some(framework) = store.framework_text().await else {
            return making.set(Making::Ended(FAILED.to_owned()));
        };
        let mut fields: Vec<(&str, JsValue)> = fields.into_iter().map(|(name, text)| (name, text.into())).collect();
        fields.extend([("framework", framework.into()), ("today", today.into())]);
        worker::ask(&fields, move |told| {
            making.set(match told {
                Told::Progress(done, total) => Making::Working(done, total),
                Told::Refused(why) => Making::Ended(why),
                Told::Failed => Making::Ended(FAILED.to_owned()),
                Told::Made(made) => Making::Ended(handed_over(&made)),
            });
        });
    });
}

fn handed_over(made: &worker::Made) -> String {
    if files::download_bytes(&made.name, &made.bytes, &made.mime) {
        format!("Enregistré dans vos téléchargements\u{a0}: {}", made.name)
    } else {
        REFUSED.to_owned()
    }
}

/// Ends the document under way, if there is one.
pub fn stop(making: RwSignal<Making>) {
    if !matches!(making.get_untracked(), Making::Working(..)) {
        return;
    }
    worker::end();
    making.set(Making::Ended("Arrêté. Aucun fichier n’a été fait.".to_owned()));
}

/// How far the document is, with a way to stop it, then what came of it.
pub fn progress(making: RwSignal<Making>) -> El {
    let words = move || match making.get() {
        Making::Nothing => String::new(),
        Making::Working(..) => "Le document se prépare…".to_owned(),
        Making::Ended(words) => words,
    };
    let bar = move || {
        let Making::Working(done, total) = making.get() else { return None };
        let bar = el("progress", ()).label("Avancement du document");
        let bar = if total > 0 { bar.attr("max", total.to_string()).attr("value", done.to_string()) } else { bar };
        Some(kids![bar, button("btn", "Arrêter", move || stop(making))])
    };
    el("div.making", kids![el("p", words).attr("role", "status"), bar])
}

//! Making a document: what is asked of the worker, how far it is, what came of it.

use super::store::Store;
use crate::browser::worker::{self, Told};
use crate::browser::{assets, files, page};
use crate::documents;
use crate::exports::{Kind, Options};
use crate::papers;
use leptos::prelude::*;
use leptos::task::spawn_local;

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

/// What a document is made of.
enum Asked {
    /// Parts of the report, set apart by spaces, and whether notes go with them.
    Report(String, bool),
    /// A document that the school adapts.
    Paper(String),
}

/// Asks for the report or its tables, unless a document is under way.
pub fn make(store: Store, kind: Kind, options: &Options, making: RwSignal<Making>) {
    let parts: Vec<&str> = options.parts.iter().map(|part| part.as_str()).collect();
    ask(store, kind, Asked::Report(parts.join(" "), options.notes), making);
}

/// Asks for the document of that id, unless one is under way.
pub fn make_paper(store: Store, kind: Kind, paper: String, making: RwSignal<Making>) {
    ask(store, kind, Asked::Paper(paper), making);
}

fn ask(store: Store, kind: Kind, asked: Asked, making: RwSignal<Making>) {
    if matches!(making.get_untracked(), Making::Working(..)) {
        return;
    }
    if page::is_sandboxed() {
        return making.set(Making::Ended(REFUSED.to_owned()));
    }
    let Some(dossier) = store.peek(documents::write) else { return };
    let today = store.today().to_string();
    making.set(Making::Working(0, 0));
    spawn_local(async move {
        let models = match asked {
            Asked::Report(..) => Ok(String::new()),
            Asked::Paper(_) => assets::load(papers::FILE).await,
        };
        let Some((framework, models)) = store.framework_text().await.zip(models.ok()) else {
            return making.set(Making::Ended(FAILED.to_owned()));
        };
        let (parts, notes, paper) = match asked {
            Asked::Report(parts, notes) => (parts, notes, String::new()),
            Asked::Paper(paper) => (String::new(), false, paper),
        };
        let fields = [
            ("kind", kind.as_str().into()),
            ("framework", framework.into()),
            ("dossier", dossier.into()),
            ("parts", parts.into()),
            ("notes", notes.into()),
            ("today", today.into()),
            ("paper", paper.into()),
            ("models", models.into()),
        ];
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

//! « Fichier pour l’animateur »: what goes into it, read before it is saved.

use crate::browser::files::download;
use crate::documents::{self, Shared};
use crate::routes::Route;
use crate::texts::animator as words;
use crate::ui::components::{cell, check, empty, row_head, table, unfold};
use crate::ui::dom::{El, Node, button, each, el, h1, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;

const TITLE: &str = "Fichier pour l’animateur";

/// The screen.
pub fn animator(store: Store) -> Node {
    let has_dossier = Memo::new(move |_| store.has_dossier());
    kids![move || match has_dossier.get() {
        true => shown(store).fresh(),
        false => nothing().fresh(),
    }]
}

fn nothing() -> Node {
    let act = link("btn go", Route::Data.href(), "Mes dossiers");
    kids![h1(TITLE), empty("Aucun dossier n’est ouvert", "Ouvrez d’abord le dossier de l’école.", act)]
}

fn shown(store: Store) -> Node {
    let shared = RwSignal::new(Shared::default());
    let saved = RwSignal::new(String::new());
    let save = move || saved.set(save(store, shared.get_untracked()));
    let held = move || {
        let framework = store.framework();
        store.look(|d| each("li", words::held(d, framework.as_deref(), shared.get())))
    };
    kids![
        el(
            "section.stack-l",
            kids![
                h1(TITLE),
                el(
                    "p.say",
                    kids!["Nos réponses, ", el("span", "sans nos notes, et sans notre nom si nous le voulons.")]
                ),
                el(
                    "p",
                    "Ce fichier sert à la personne qui anime une rencontre entre plusieurs écoles. Voici ce qu’il contient, avant de l’enregistrer."
                ),
                el(
                    "div.form.checks",
                    kids![
                        check(
                            "Avec le nom de l’école",
                            move || shared.with(|s| s.name),
                            move |on| shared.update(|s| s.name = on)
                        ),
                        check(
                            "Avec les titres d’actions que nous avons écrits",
                            move || shared.with(|s| s.titles),
                            move |on| shared.update(|s| s.titles = on)
                        ),
                    ]
                ),
            ]
        ),
        el(
            "section.stack",
            kids![
                el("h2#h-held", "Ce qu’il contient"),
                el("ul.plain", held),
                move || store.look(words::caution).flatten().map(|caution| el("p.advice", caution)),
                unfold("Lire le fichier, mot pour mot", move || el("pre.small", text(store, shared.get()))
                    .attr("tabindex", "0")),
            ]
        )
        .attr("aria-labelledby", "h-held"),
        el("section.stack", kids![el("h2#h-left", "Ce qui reste ici"), el("p", words::LEFT)])
            .attr("aria-labelledby", "h-left"),
        el(
            "div.acts",
            kids![
                button("btn go", "Enregistrer ce fichier", save),
                link("btn", Route::Data.href(), "Mes dossiers"),
                el("p", move || saved.get()).attr("role", "status"),
            ]
        ),
        el(
            "section.stack",
            kids![
                el("h2#h-aloud", "Si ce poste ne donne pas de fichier"),
                el("p", "Ces lignes se lisent à voix haute\u{a0}: la personne qui anime les tape en une minute."),
                unfold("Les lignes à taper", move || store.read(|framework, dossier, campaign| {
                    let row = |(criterion, sign): (&crate::framework::Criterion, String)| {
                        el("tr", kids![row_head(criterion.title.clone()), cell("À taper", sign)]).attr("role", "row")
                    };
                    let rows = words::lines_to_type(framework, dossier, campaign).into_iter().map(row).collect();
                    table("table.fold", "Réponses à taper", &["Question", "À taper"], rows)
                })),
            ]
        )
        .attr("aria-labelledby", "h-aloud"),
    ]
}

fn text(store: Store, shared: Shared) -> String {
    let framework = store.framework();
    store.look(|d| documents::animator(d, framework.as_deref(), shared)).unwrap_or_default()
}

/// Saves the file, and what is said of it.
fn save(store: Store, shared: Shared) -> String {
    let name = store.peek(|d| documents::animator_file_name(d, shared, store.today())).unwrap_or_default();
    let text = untrack(|| text(store, shared));
    if download(&name, &text, "application/json") {
        return format!("Enregistré dans vos téléchargements\u{a0}: {name}");
    }
    store.to_copy.set(Some(text));
    "Ce navigateur n’enregistre pas de fichier ici\u{a0}: le texte à copier est en haut de la page.".to_owned()
}

/// The way here.
pub fn way() -> El {
    link("btn", format!("{}?voir=animateur", Route::Data.href()), TITLE)
}

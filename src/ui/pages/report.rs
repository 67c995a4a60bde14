//! The report: what the documents hold, on the screen and on paper, and the buttons that make them.

use crate::browser::page;
use crate::domain::{Campaign, Dossier};
use crate::exports::blocks::Report;
use crate::exports::report::{self, Subject};
use crate::exports::{Kind, Options, Part};
use crate::framework::Framework;
use crate::routes::Route;
use crate::ui::components::{self, check};
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use crate::ui::making::{self, Making};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// The screen.
pub fn report() -> Node {
    let store = store();
    // As a school prints it first: two pages, what its meeting decided, then the plan.
    let met = untrack(|| store.look(|d| d.meeting().is_some())) == Some(true);
    let minutes = met.then_some(Part::Minutes);
    let parts = [Some(Part::Council), minutes, Some(Part::Plan)].into_iter().flatten().collect();
    let chosen = RwSignal::new(Options { parts, ..Options::default() });
    let making = making::begin();
    kids![
        move || store.read(|f, d, c| h1(report::title(&subject(store, f, d, c)))),
        controls(store, chosen, making),
        move || {
            let composed = chosen.with(|options| composed(store, options));
            composed.map(|report| el("div.sheets", components::sheets(&report.blocks)))
        },
    ]
}

fn subject<'a>(store: Store, framework: &'a Framework, dossier: &'a Dossier, campaign: &'a Campaign) -> Subject<'a> {
    Subject { framework, dossier, campaign, today: store.today() }
}

fn composed(store: Store, options: &Options) -> Option<Report> {
    store.read(|f, d, c| report::report(&subject(store, f, d, c), options))
}

fn controls(store: Store, chosen: RwSignal<Options>, making: RwSignal<Making>) -> El {
    let parts: Vec<El> = Part::ALL.iter().map(|part| part_box(*part, chosen)).collect();
    let notes = check(
        "Avec les notes",
        move || chosen.with(|options| options.notes),
        move |on| chosen.update(|options| options.notes = on),
    )
    .attr("aria-describedby", "h-notes");
    let make = move |words: &'static str, kind: Kind| {
        button("btn", words, move || chosen.with_untracked(|options| making::make(store, kind, options, making)))
    };
    el(
        "section.desk.stack.noprint",
        kids![
            el(
                "p",
                "Deux pages pour le conseil, puis ce que vous choisissez. L’écran, le papier et les fichiers disent la même chose."
            ),
            el(
                "fieldset.form",
                kids![el("legend", el("b", "Ce que le rapport contient")), el("div.checks", kids![parts, notes])]
            ),
            el("p.small.meta#h-notes", "Les notes privées ne sortent jamais d’ici, sauf dans la sauvegarde complète."),
            move || chosen
                .with(|options| options.parts.is_empty())
                .then(|| el("p.advice", "Aucune partie n’est choisie.")),
            el(
                "div.acts",
                kids![
                    button("btn go", "Imprimer ou enregistrer en PDF", page::print),
                    make("Télécharger en ODT", Kind::Odt),
                    make("Télécharger en HTML", Kind::Html),
                ]
            ),
            el(
                "p",
                "Pour un tableur, toutes les réponses, les résultats, le plan, les indicateurs et l’annuaire par fonction\u{a0}:"
            ),
            el(
                "div.acts",
                kids![
                    make("Télécharger en ODS", Kind::Ods),
                    make("CSV\u{a0}: réponses", Kind::CsvAnswers),
                    make("CSV\u{a0}: résultats", Kind::CsvResults),
                    make("CSV\u{a0}: plan", Kind::CsvPlan),
                    make("CSV\u{a0}: indicateurs", Kind::CsvIndicators),
                    make("CSV\u{a0}: annuaire", Kind::CsvActors),
                ]
            ),
            making::progress(making),
            el("p", link("", Route::School.href(), "Compléter qui a participé")),
            el("p", link("", format!("{}?voir=animateur", Route::Data.href()), "Préparer le fichier pour l’animateur")),
            el("p", link("", Route::Papers.href(), "Adapter un document\u{a0}: convention, charte, questionnaire…")),
        ],
    )
}

fn part_box(part: Part, chosen: RwSignal<Options>) -> El {
    let words = match part {
        Part::Council => "Les deux pages pour le conseil",
        Part::Minutes => "Le relevé de décisions de la réunion",
        Part::Results => "Les résultats",
        Part::Answers => "Les questions et nos réponses",
        Part::Plan => "Le plan d’action",
        Part::Requests => "Ce que nous demandons, et à qui",
    };
    check(
        words,
        move || chosen.with(|options| options.has(part)),
        move |on| {
            chosen.update(|options| {
                options.parts.retain(|kept| *kept != part);
                if on {
                    options.parts.push(part);
                }
            });
        },
    )
}

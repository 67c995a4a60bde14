//! « Relecture croisée »: our highest answers that rest on no document, for another school to ask how one sees it.

use super::Room;
use crate::browser::page;
use crate::domain::evidence::to_support;
use crate::domain::{Campaign, Standing};
use crate::framework::{Criterion, Framework};
use crate::routes::Route;
use crate::texts::meeting::Step;
use crate::texts::{format, results, school};
use crate::ui::components::stairs;
use crate::ui::dom::{El, Node, button, each, el, h1, kids, link};
use leptos::prelude::untrack;

pub(super) fn review(room: Room) -> Node {
    let sheet = untrack(|| {
        room.store.read(|framework, dossier, current| {
            let campaign = dossier.meeting().and_then(|m| m.campaign(dossier)).unwrap_or(current);
            let highest = to_support(framework, dossier, campaign, 1);
            let answers: Vec<El> = highest.iter().map(|c| answer(framework, campaign, c)).collect();
            let date = campaign.date.map(|day| format!(" · {}", format::day(day))).unwrap_or_default();
            let whose = format!("{}{date}", school::name(&dossier.school));
            (!answers.is_empty()).then(|| {
                el(
                    "article.a4",
                    kids![
                        el("p.eye", whose),
                        el("h2", "À quoi le voit-on\u{202f}?"),
                        el(
                            "p",
                            "Une autre école lit nos deux réponses les plus hautes qui ne reposent encore sur aucun document, et pose cette seule question. Rien n’oblige à changer la réponse."
                        ),
                        answers,
                    ],
                )
            })
        })
        .flatten()
    });
    let answered = untrack(|| room.store.read(|_, _, current| !current.answers.is_empty())).unwrap_or_default();
    let nothing = if answered {
        "Nos réponses reposent sur un document, ou sont encore «\u{a0}à engager\u{a0}»\u{a0}: lisez celles de l’autre école, et demandez-lui «\u{a0}À quoi le voit-on\u{202f}?\u{a0}»"
    } else {
        "Aucune réponse n’est encore donnée\u{a0}: deux écoles se relisent une fois les questions passées."
    };
    let print = sheet.is_some().then(|| el("div.acts.noprint", button("btn go", "Imprimer la relecture", page::print)));
    let shown = match sheet {
        Some(sheet) => el("div.sheets", sheet),
        None => el("p.note", nothing),
    };
    let then = el("div.acts.noprint", link("btn", Route::Plan.href(), "Ensuite\u{a0}: trois actions, dans le plan"));
    kids![el("div.noprint", kids![el("p.eye", "Entre deux écoles"), h1(Step::Review.name())]), print, shown, then]
}

fn answer(framework: &Framework, campaign: &Campaign, criterion: &Criterion) -> El {
    let level = campaign.standing(&criterion.id).level();
    let kept = level.map(|level| {
        let words = kids![el("b", results::level(framework, level)), "\u{a0}: ", criterion.fact(level).to_owned()];
        el("p.works", kids![stairs(results::standing_class(Standing::At(level))), el("span", words)])
    });
    el(
        "section",
        kids![
            el("h3", criterion.question.clone()),
            kept,
            el("ul.lines", each("li", ["Ce que nous montrons", "Ce que vous avez demandé", "Ce que nous en gardons"])),
        ],
    )
}

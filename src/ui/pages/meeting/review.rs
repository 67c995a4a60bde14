//! « Relecture croisée »: our highest answers that rest on no document, for another school to ask how one sees it.

use super::Room;
use crate::browser::page;
use crate::domain::evidence::to_support;
use crate::domain::{Campaign, Standing};
use crate::framework::{Criterion, Framework};
use crate::texts::meeting::Step;
use crate::texts::{format, results, school};
use crate::ui::components::stairs;
use crate::ui::dom::{El, Node, button, each, el, h1, kids};
use leptos::prelude::untrack;

pub(super) fn review(room: Room) -> Node {
    let sheet = untrack(|| {
        room.store.read(|framework, dossier, current| {
            let campaign = dossier.meeting().and_then(|m| m.campaign(dossier)).unwrap_or(current);
            let highest = to_support(framework, dossier, campaign);
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
    let nothing = "Aucune réponse haute ne manque d’appui\u{a0}: il n’y a rien à faire relire pour l’instant.";
    let print = sheet.is_some().then(|| el("div.acts.noprint", button("btn go", "Imprimer la relecture", page::print)));
    let shown = match sheet {
        Some(sheet) => el("div.sheets", sheet),
        None => el("p.note", nothing),
    };
    kids![el("div.noprint", kids![el("p.eye", "Entre deux écoles"), h1(Step::Review.name())]), print, shown]
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

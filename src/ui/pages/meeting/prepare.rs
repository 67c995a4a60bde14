//! Before the meeting: a sheet for each person, who will be there, and how opinions come in.

use super::{Room, to};
use crate::domain::meeting::attended;
use crate::domain::{Role, Scope};
use crate::texts::meeting::Step;
use crate::texts::school;
use crate::ui::components::{field, if_whole};
use crate::ui::dom::{El, Node, el, h1, kids, link};
use leptos::prelude::untrack;

pub(super) fn prepare(room: Room) -> Node {
    let essential = untrack(|| room.scene(|_, _, campaign, _| campaign.scope == Scope::Essential)).unwrap_or(true);
    let (sheet, about) = if essential {
        ("essentiel", "Deux pages par personne\u{a0}: les règles, les questions et leurs quatre faits.")
    } else {
        ("questions", "Les questions et leurs quatre faits. Pour deux pages seulement, revenez à l’essentiel.")
    };
    let print = link("btn", format!("#/referentiel?voir=imprimer&feuille={sheet}"), "Imprimer la feuille de chacun");
    let date = move || room.read(|m| m.date.map(|day| day.to_string())).flatten().unwrap_or_default();
    let date = field("Jour de la réunion", "date", date, move |text| {
        if_whole(&text, |day| room.change(|meeting| meeting.date = day));
    });
    kids![
        el("div", kids![el("p.eye", "Avant la réunion"), h1(Step::Prepare.name())]),
        el("div.form", date),
        el(
            "section.stack.rule",
            kids![
                el("h2", "Une semaine avant\u{a0}: une feuille par personne"),
                el("p", about),
                el("p", "Elle ne porte ni nom ni fonction. Chacun la remplit seul, puis la rend."),
                el("div.acts", print),
            ]
        ),
        el(
            "section.stack.rule",
            kids![
                el("h2", "Qui sera là"),
                el(
                    "p.meta",
                    "Des nombres, jamais des noms. À partir de trois personnes d’un rôle, leurs feuilles peuvent se compter à part."
                ),
                present(room),
            ]
        ),
        el(
            "section.stack.rule",
            kids![
                el("h2", "Recueillir les avis"),
                el("p", "Comptez les feuilles rendues, ou faites passer cet ordinateur de main en main."),
                el(
                    "div.acts",
                    kids![
                        link("btn go", to(Step::Sheets), Step::Sheets.name()),
                        link("btn", to(Step::Passing), Step::Passing.name()),
                        link("btn", to(Step::Frame), "Commencer la réunion"),
                    ]
                ),
            ]
        ),
    ]
}

/// Who is there, counted by role and never named.
pub(super) fn present(room: Room) -> El {
    let one = |role: &Role| {
        let role = *role;
        let label = untrack(|| room.store.look(|d| school::role_label(role, &d.school))).unwrap_or_default();
        let value = move || {
            let number = room.read(|m| m.present.counts.get(&role).copied()).flatten();
            number.map(|n| n.to_string()).unwrap_or_default()
        };
        let set = move |text: String| {
            let number = text.trim().parse::<u32>().ok().filter(|n| (1..10_000).contains(n));
            room.send_typing(|_, _, campaign, meeting| attended(meeting, campaign, role, number));
        };
        field(label, "number", value, set)
    };
    el("div.roles.form", Role::ALL.iter().map(one).collect::<Vec<_>>())
}

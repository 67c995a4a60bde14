//! Three « pastilles » each, typed as counts on the questions that have a next step.

use super::{Room, onward};
use crate::domain::Meeting;
use crate::domain::meeting::dotted;
use crate::domain::targets::to_climb;
use crate::framework::Criterion;
use crate::names::CriterionId;
use crate::texts::format;
use crate::texts::meeting::{self as words, Step};
use crate::texts::results;
use crate::ui::components::stairs;
use crate::ui::dom::{El, Node, el, h1, kids};
use crate::ui::pages::plan::lists;
use leptos::prelude::*;

/// How many questions a page holds.
const A_PAGE: usize = 16;

pub(super) fn priorities(room: Room) -> Node {
    let total = Memo::new(move |_| room.scene(|f, d, c, _| to_climb(f, d, c).len()).unwrap_or_default());
    let given = move || {
        let given = room.scene(|_, _, c, _| c.answers.values().filter_map(|a| a.dots).fold(0, u32::saturating_add));
        words::dots(given.unwrap_or_default(), room.read(Meeting::people).flatten())
    };
    let list = move || {
        let page = room.store.address.with(lists::page_of);
        let _ = total.get();
        untrack(|| {
            room.scene(|framework, dossier, campaign, _| {
                let all = lists::cut(to_climb(framework, dossier, campaign), page, A_PAGE);
                let line = |(criterion, level): &(&Criterion, _)| line(room, criterion, *level);
                el("ul.dots", all.iter().map(line).collect::<Vec<_>>())
            })
        })
    };
    let nothing =
        move || (total.get() == 0).then(|| el("p.note", "Aucune question n’a de marche suivante pour l’instant."));
    kids![
        h1(kids!["Trois pastilles chacun, ", el("span", "là où une marche compterait le plus.")]).class("say"),
        el(
            "p.meta",
            "Collez-les sur la feuille affichée, ou levez la main. Tapez ici combien chaque question en reçoit."
        ),
        list,
        nothing,
        move || room.store.address.with(|address| lists::pages(address, total.get(), A_PAGE)),
        el("p", given).attr("aria-live", "polite"),
        el("div.acts", onward("btn go", Step::Priorities)),
    ]
}

fn line(room: Room, criterion: &Criterion, level: crate::framework::Level) -> El {
    let id: CriterionId = criterion.id.clone();
    let own = id.clone();
    let value = move || room.answer(&own, |a| a.dots).map(|n| n.to_string()).unwrap_or_default();
    let set = move |text: String| {
        let dots = text.trim().parse::<u32>().ok().filter(|n| (1..1000).contains(n));
        room.send_typing(|_, _, campaign, _| dotted(campaign, &id, dots));
    };
    let input = el("input", ()).attr("type", "number").attr("min", "0").value(value).on_text("input", set);
    let next = level
        .next()
        .map(|next| el("span.small.meta", format!("Ensuite\u{a0}: {}", format::lower(criterion.fact(next)))));
    let words = el("span", kids![el("b", criterion.title.clone()), next]);
    el(
        "li",
        el(
            "label",
            kids![
                stairs(results::level_class(level)),
                words,
                input.label(format!("Pastilles\u{a0}: {}", criterion.title))
            ],
        ),
    )
}

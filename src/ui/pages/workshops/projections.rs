//! Projections: one irritant at a time, what would be needed, and from each need the axes.

use super::{Open, classify, number, turn};
use crate::browser::clock;
use crate::domain::Workshop;
use crate::domain::workshop::{CardKind, Idea};
use crate::texts::workshop as words;
use crate::ui::components::adder;
use crate::ui::dom::{El, Node, button, el, kids};
use leptos::prelude::*;

pub(super) fn projections(open: Open) -> Node {
    let place = Memo::new(move |_| {
        let total = open.read(|w| w.cards_of(CardKind::Stuck).count()).unwrap_or_default();
        (number(open.store, "n").clamp(1, total.max(1)), total)
    });
    let irritant = Memo::new(move |_| {
        let (n, _) = place.get();
        open.read(|w| w.cards_of(CardKind::Stuck).nth(n - 1).map(|card| card.id.clone())).flatten()
    });
    kids![
        move || match irritant.get() {
            None => el("p.note", "Rien ne coince encore\u{a0}: une carte du premier temps suffit pour commencer."),
            Some(id) => one(open, &id, place.get_untracked()),
        },
        move || {
            let (n, total) = place.get();
            turn(open, 2, n, total)
        },
    ]
}

fn one(open: Open, irritant: &str, (n, total): (usize, usize)) -> El {
    let id = StoredValue::new(irritant.to_owned());
    let card = open.read(|w| {
        let card = w.cards.iter().find(|card| card.id == irritant)?;
        Some((card.text.clone(), words::beside(card, w.is_of_a_document()), classify(open, card)))
    });
    let Some((text, beside, choice)) = card.flatten() else { return el("section", ()) };
    let needs = Memo::new(move |_| {
        let ids = |w: &Workshop| id.try_with_value(|id| w.needs_of(id).map(|need| need.id.clone()).collect::<Vec<_>>());
        open.read(ids).flatten().unwrap_or_default()
    });
    let add = move |typed: String| {
        let need = Idea::new(clock::fresh_id(), typed, id.get_value());
        open.change(|workshop| workshop.needs.push(need));
    };
    el(
        "section.stack-l",
        kids![
            el(
                "div.stack",
                kids![el("p.eye", format!("Ce qui coince, {n} sur {total}{beside}")), el("h2.q", text), choice]
            ),
            move || needs.get().into_iter().map(|need| of_need(open, need)).collect::<Vec<_>>(),
            adder("Ce qu’il nous faudrait".to_owned(), add),
        ],
    )
}

fn of_need(open: Open, need: String) -> El {
    let id = StoredValue::new(need);
    let text =
        untrack(|| open.read(|w| w.needs.iter().find(|n| id.with_value(|id| n.id == *id)).map(|n| n.text.clone())));
    let text = text.flatten().unwrap_or_default();
    let axes = move || {
        let line = |axis: &Idea| {
            let axis_id = axis.id.clone();
            let remove = button("btn txt", "Retirer", move || open.remove(&axis_id))
                .label(format!("Retirer\u{a0}: {}", axis.text));
            el("li", kids![el("span", axis.text.clone()), remove])
        };
        open.read(|w| id.try_with_value(|id| w.axes_of(id).map(line).collect::<Vec<_>>())).flatten()
    };
    let add = move |typed: String| {
        let axis = Idea::new(clock::fresh_id(), typed, id.get_value());
        open.change(|workshop| workshop.axes.push(axis));
    };
    let label = format!("Par où s’améliorer, pour «\u{a0}{text}\u{a0}»");
    let remove = button("btn txt", "Retirer ce besoin", move || open.remove(&id.get_value()))
        .label(format!("Retirer ce besoin\u{a0}: {text}"));
    el(
        "div.stack.rule",
        kids![
            el("p", kids![el("span.eye", "Ce qu’il nous faudrait"), el("br", ()), el("b", text)]),
            el("ul.cards", axes),
            adder(label, add),
            remove
        ],
    )
}

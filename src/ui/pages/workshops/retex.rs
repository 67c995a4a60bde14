//! Retour d’expérience: short cards, what works and what does not. The thématique of each can come later.

use super::{Open, classify, number, turn};
use crate::browser::clock;
use crate::domain::workshop::{Card, CardKind, Speaker};
use crate::texts::workshop as words;
use crate::ui::components::{adder, select};
use crate::ui::dom::{El, Node, button, el, kids};
use crate::ui::pages::plan::lists;
use leptos::prelude::*;

/// How many cards of each kind a page holds.
const A_PAGE: usize = 10;

pub(super) fn retex(open: Open) -> Node {
    let who = RwSignal::new(String::new());
    let speakers = Speaker::ALL.iter().map(|s| (s.as_str().to_owned(), words::speaker(*s).to_owned()));
    let speakers = std::iter::once((String::new(), "Nous tous".to_owned())).chain(speakers).collect();
    let waiting = move || open.read(words::to_classify).flatten().map(|said| el("p.meta", said));
    kids![
        el("div.form", kids![select("Qui parle", speakers, move || who.get(), move |chosen| who.set(chosen)), waiting]),
        el("div.cols", CardKind::ALL.iter().map(|kind| column(open, *kind, who)).collect::<Vec<_>>()),
        move || pages(open),
        turn(open, 1, 1, 1),
    ]
}

fn column(open: Open, kind: CardKind, who: RwSignal<String>) -> El {
    let add = move |text: String| {
        let mut card = Card::new(clock::fresh_id(), kind, text);
        card.who = Speaker::parse(&who.get_untracked());
        open.change(|workshop| workshop.cards.push(card));
    };
    let cards = move || {
        let page = number(open.store, "page").max(1);
        open.read(|w| {
            let line = |card: &Card| line(open, card, w.is_of_a_document());
            lists::cut(w.cards_of(kind).collect(), page, A_PAGE).into_iter().map(line).collect::<Vec<_>>()
        })
    };
    let total = move || open.read(|w| w.cards_of(kind).count()).unwrap_or_default();
    el(
        "section.stack.rule",
        kids![
            el("h2", kids![words::kind(kind), move || format!(" ({})", total())]),
            adder(format!("{}, en quelques mots", words::kind(kind)), add),
            el("ul.cards", cards),
        ],
    )
}

fn line(open: Open, card: &Card, is_of_a_document: bool) -> El {
    let id = card.id.clone();
    let remove = button("btn txt", "Retirer", move || open.remove(&id)).label(format!("Retirer\u{a0}: {}", card.text));
    let text = el("span", kids![card.text.clone(), words::beside(card, is_of_a_document)]);
    el("li.said-by", kids![text, classify(open, card), remove])
}

fn pages(open: Open) -> Option<El> {
    let most = open.read(|w| CardKind::ALL.iter().map(|kind| w.cards_of(*kind).count()).max()).flatten()?;
    open.store.address.with(|address| lists::pages(address, most, A_PAGE))
}

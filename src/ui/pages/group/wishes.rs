//! What the schools ask, by addressee: counted where it may be, in sentences where the schools agree.

use super::has_figures;
use crate::domain::group::View;
use crate::domain::group::asks::{Ask, Asks, asks as all_asks};
use crate::routes::Address;
use crate::texts::group as words;
use crate::ui::components::{check, unfold};
use crate::ui::dom::{El, IntoNode, Node, el, kids};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How many addressees are shown at a time, and how many requests of each.
const A_PAGE: usize = 12;
const REQUESTS: usize = 15;

/// The view.
pub fn asks(store: Store, view: &View, address: &Address) -> Node {
    if !view.sieve.is_open() && !view.is_shown() {
        return Node::none();
    }
    if view.group.members().len() < crate::domain::group::TWO {
        return el("p.note", "Deux écoles au moins sont nécessaires.").into_node();
    }
    let agreed = RwSignal::new(false);
    let address = address.clone();
    kids![
        el(
            "p",
            "Ce qui ne dépend pas des écoles seules, par destinataire. Un destinataire que moins de cinq écoles sollicitent n’est pas détaillé, sauf si elles en sont d’accord."
        ),
        el(
            "div.form.noprint",
            check(
                "Ces écoles sont d’accord pour que leurs demandes soient dites",
                move || agreed.get(),
                move |on| agreed.set(on)
            )
        ),
        move || {
            let agreed = agreed.get();
            super::again(store, |view| list(view, &address, agreed))
        },
    ]
}

fn list(view: &View, address: &Address, agreed: bool) -> Node {
    let (found, pages) = super::paged(address, all_asks(view), A_PAGE);
    let lines: Vec<El> = found.into_iter().map(|asks| group(view, &asks, agreed)).collect();
    if lines.is_empty() {
        return el("p.note", "Rien à demander pour l’instant.").into_node();
    }
    kids![lines, pages]
}

fn group(view: &View, asks: &Asks, agreed: bool) -> El {
    let title = words::addressee(&asks.to, view.group);
    let who = asks.schools.map_or_else(|| words::WITHHELD.to_owned(), words::schools);
    let heading = kids![el("h2", title.clone()), el("p.meta", who)];
    if asks.schools.is_none() && !agreed {
        return el("section.rule", heading);
    }
    let line = |ask: &Ask| {
        let title = ask.action.title.clone();
        (title, ask.schools.filter(|_| has_figures(view.group)).map(words::schools))
    };
    let lines: Vec<(String, Option<String>)> = asks.asks.iter().take(REQUESTS).map(line).collect();
    let content = move || {
        let line = |(title, schools): &(String, Option<String>)| {
            el(
                "li",
                kids![
                    el("b", title.clone()),
                    schools.clone().map(|schools| kids![el("br", ()), el("span.meta", schools)])
                ],
            )
        };
        el("ul.stack", lines.iter().map(line).collect::<Vec<_>>())
    };
    let summary = crate::texts::format::count(asks.asks.len(), "demande", "demandes");
    el("section.rule", kids![heading, unfold(summary, content)])
}

//! The look at where we stand, without a chart: two things that work, three next steps; then what we ask, read aloud.

use super::{Room, onward};
use crate::domain::highlights::{Highlight, highlights};
use crate::domain::requests::{Group, Request, by_addressee};
use crate::domain::{Campaign, Dossier};
use crate::framework::Framework;
use crate::routes::Route;
use crate::texts::meeting::Step;
use crate::texts::{format, plan, results};
use crate::ui::actions;
use crate::ui::components::stairs;
use crate::ui::dom::{El, Node, el, h1, kids, leaving, link};

/// How many next steps, and how many requests of each addressee.
const STEPS: usize = 3;
const REQUESTS: usize = 2;

pub(super) fn look(room: Room) -> Node {
    let seen = move || room.scene(|framework, dossier, campaign, _| columns(framework, dossier, campaign));
    kids![
        h1(kids!["Ce qui marche, ", el("span", "et la prochaine marche.")]).class("say"),
        seen,
        el(
            "div.acts",
            kids![onward("btn go", Step::Look), link("btn txt", Route::Results.href(), "Voir tout le bilan")]
        ),
    ]
}

fn columns(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Node {
    let found = highlights(framework, dossier, campaign);
    let nothing = |words: &'static str| el("p.meta", words);
    let works: Vec<El> = found.strengths.iter().map(strength).collect();
    let works = match works.is_empty() {
        true => nothing("Les premières réponses le diront."),
        false => el("ul.stack", works),
    };
    let steps = |list: &[Highlight], empty: &'static str| {
        let items: Vec<El> = list.iter().take(STEPS).map(step).collect();
        if items.is_empty() { nothing(empty) } else { el("ul.next", items) }
    };
    kids![
        el("section.stack.rule", kids![el("h2", "Deux choses qui marchent"), works]),
        el(
            "div.cols",
            kids![
                el(
                    "section.stack.rule",
                    kids![el("h2", "Ce qui dépend de nous"), steps(&found.ours, "Rien de plus pour l’instant.")]
                ),
                el(
                    "section.stack.rule",
                    kids![el("h2", "Ce que nous demandons"), steps(&found.asked, "Rien à demander pour l’instant.")]
                ),
            ]
        ),
    ]
}

fn strength(h: &Highlight) -> El {
    let words = el("div", kids![el("b", h.criterion.title.clone()), el("p", h.criterion.fact(h.level).to_owned())]);
    el("li.works", kids![stairs(results::level_class(h.level)), words])
}

fn step(h: &Highlight) -> El {
    let request = h.request.map(|request| request.title.as_str());
    let next = request.or_else(|| Some(h.criterion.fact(h.level.next()?)));
    let next = next.map(|words| el("p", kids![el("span.meta", "Ensuite\u{a0}: "), format::lower(words)]));
    let words = el("div", kids![el("b", h.criterion.title.clone()), next]);
    el("li", kids![stairs(results::level_class(h.level)), words])
}

pub(super) fn requests(room: Room) -> Node {
    let seen = move || room.scene(|framework, dossier, campaign, _| groups(room, framework, dossier, campaign));
    kids![
        h1(kids!["Ce que nous demandons, ", el("span", "lu à voix haute.")]).class("say"),
        seen,
        el(
            "div.acts",
            kids![
                onward("btn go", Step::Requests),
                link("btn txt", "#/plan?vue=demandes", "Toutes les demandes, et leurs lettres"),
            ]
        ),
    ]
}

fn groups(room: Room, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Node {
    let group = |group: &Group| {
        let items: Vec<El> = group.requests.iter().take(REQUESTS).map(|r| request(room, r)).collect();
        let title = results::addressee(group.reach, &dossier.school);
        el("section.stack.rule", kids![el("h2", title), el("ul.stack", items)])
    };
    let groups: Vec<El> = by_addressee(framework, dossier, campaign).iter().map(group).collect();
    match groups.is_empty() {
        true => kids![el("p.note", "Rien à demander pour l’instant.")],
        false => kids![el("div.cols", groups)],
    }
}

/// What is asked, and the fact that proves it.
fn request(room: Room, r: &Request) -> El {
    let (title, id, store) = (r.title().to_owned(), r.action.id.clone(), room.store);
    let fact = r.fact().map(proof);
    let act = match r.item {
        Some(item) => kids![el("p.meta", format!("Décidé. {}.", plan::item_state(item)))],
        None => kids![
            leaving("btn", "Décider de demander", move || actions::decide(store, &id))
                .label(format!("Décider de demander\u{a0}: {title}")),
        ],
    };
    el("li", kids![el("p", el("b", title)), fact, act])
}

fn proof(fact: &str) -> El {
    el("p", kids![el("span.meta", "Aujourd’hui\u{a0}: "), format::lower(fact)])
}

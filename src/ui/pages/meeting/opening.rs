//! The first ten minutes: why we are here, how we answer, and one thing that works from each.

use super::{Room, onward};
use crate::browser::clock;
use crate::domain::commands::Placed;
use crate::domain::meeting::changed;
use crate::domain::workshop::{Card, CardKind};
use crate::domain::{Command, Dossier, Meeting, Workshop};
use crate::names::WorkshopId;
use crate::texts::meeting::{self as words, Step};
use crate::texts::questions::RULES;
use crate::ui::components::adder;
use crate::ui::dom::{Node, button, each, el, h1, kids, link};
use leptos::prelude::*;

/// How many cards the screen shows: the last ones said.
const SHOWN: usize = 12;
/// After how long the frame begins another hour, in milliseconds.
const OVER: u64 = 2 * 3_600_000;

pub(super) fn frame(room: Room) -> Node {
    let start = move |_| {
        room.change(|meeting| {
            // That of a rehearsal on the eve has run out.
            let over = |started: &String| clock::milliseconds(&clock::now()) > clock::milliseconds(started) + OVER;
            if meeting.started.as_ref().is_none_or(over) {
                meeting.started = Some(clock::now());
            }
        });
    };
    let again = move || {
        let started = room.read(|m| m.started.is_some()).unwrap_or(false);
        let restart = move || {
            room.change(|meeting| meeting.started = Some(clock::now()));
            room.store.say("L’heure repart de zéro.");
        };
        started.then(|| button("btn txt", "Faire repartir l’heure", restart))
    };
    kids![
        h1(kids!["Nous disons ensemble où nous en sommes, ", el("span", "puis nous choisissons trois actions.")])
            .class("say"),
        el(
            "ul.said",
            each(
                "li",
                [
                    "Ce n’est ni une note, ni une inspection, ni un classement.",
                    "Rien ne sort de cet ordinateur sans nous. Le rapport compte les personnes par rôle\u{a0}; il ne dit jamais qui a répondu quoi.",
                    "Un avis différent se note et se garde.",
                    "Nous pouvons arrêter à tout moment\u{a0}: ce qui est fait reste.",
                ]
            )
        ),
        el("div.acts", kids![onward("btn go", Step::Frame).map(|link| link.on("click", start)), again]),
    ]
}

pub(super) fn rules(room: Room) -> Node {
    let example = untrack(|| {
        room.scene(|framework, dossier, campaign, _| {
            let criterion = dossier.asked(framework, campaign).next()?;
            let facts = criterion.levels.iter().map(|fact| el("li", el("p.fact-t", fact.text.clone())));
            Some(el(
                "section.stack.try",
                kids![
                    el(
                        "h2",
                        kids![el("span.eye", "Une question, pour essayer"), el("br", ()), criterion.question.clone()]
                    ),
                    el("ol.four", facts.collect::<Vec<_>>()),
                ],
            ))
        })
    });
    kids![
        h1(Step::Rules.name()).class("say"),
        el("ul.said.two", each("li", RULES)),
        example.flatten(),
        el("div.acts", onward("btn go", Step::Rules)),
    ]
}

pub(super) fn works(room: Room) -> Node {
    let cards = move || {
        let line = |card: &Card| {
            let id = card.id.clone();
            let remove =
                button("btn txt", "Retirer", move || remove(room, &id)).label(format!("Retirer\u{a0}: {}", card.text));
            el("li", kids![el("span", card.text.clone()), remove])
        };
        said(room, |workshop| {
            let all: Vec<&Card> = workshop.cards_of(CardKind::Works).collect();
            all.into_iter().rev().take(SHOWN).map(line).collect::<Vec<_>>()
        })
    };
    let count = move || {
        let n = said(room, |w| w.cards_of(CardKind::Works).count()).unwrap_or_default();
        let people = room.read(Meeting::people).flatten();
        words::cards(n, people)
    };
    let kept = move || {
        said(room, |w| w.title.clone())
            .map(|_| el("p.meta", kids!["Gardé dans les ", link("", "#/ateliers", "ateliers"), "."]))
    };
    kids![
        h1(kids!["Chacun dit une chose qui marche, ", el("span", "en quelques mots.")]).class("say"),
        adder("Ce qui marche".to_owned(), move |text| add(room, text)),
        el("p.meta", count).attr("aria-live", "polite"),
        el("ul.cards.said", cards),
        kept,
        el("div.acts", onward("btn go", Step::Works)),
    ]
}

/// Something of the workshop that keeps what is said here; tracked.
fn said<T>(room: Room, get: impl FnOnce(&Workshop) -> T) -> Option<T> {
    room.scene(|_, dossier, _, meeting| workshop_of(dossier, meeting).map(get)).flatten()
}

fn workshop_of<'a>(dossier: &'a Dossier, meeting: &Meeting) -> Option<&'a Workshop> {
    dossier.workshops.iter().find(|w| Some(&w.id) == meeting.workshop.as_ref())
}

/// Adds a card to the workshop of this meeting, which begins with its first card.
fn add(room: Room, text: String) {
    let Some(fresh) = WorkshopId::parse(&clock::fresh_id()) else { return };
    let card = Card::new(clock::fresh_id(), CardKind::Works, text);
    room.send(|_, dossier, _, meeting| {
        let today = meeting.date.unwrap_or_else(clock::today);
        let known = workshop_of(dossier, meeting).cloned();
        let mut workshop = known.unwrap_or_else(|| Workshop::new(fresh, words::title(meeting), today));
        workshop.cards.push(card);
        let id = workshop.id.clone();
        Command::All(vec![
            Command::Workshop { id: id.clone(), workshop: Some(Placed::last(workshop)) },
            changed(meeting, |meeting| meeting.workshop = Some(id)),
        ])
    });
}

fn remove(room: Room, card: &str) {
    room.send(|_, dossier, _, meeting| match workshop_of(dossier, meeting).cloned() {
        None => Command::All(Vec::new()),
        Some(mut workshop) => {
            workshop.remove(card);
            Command::Workshop { id: workshop.id.clone(), workshop: Some(Placed::last(workshop)) }
        }
    });
    room.store.offer("Retiré.".to_owned(), "Annuler", move || room.store.undo());
}

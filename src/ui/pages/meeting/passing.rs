//! One device passed round: each person answers alone, with a screen that says nothing between two people.
//!
//! What a person answers stays in this screen until the end, then is only added to the counts, in one step that cannot be
//! taken back: an undo would show it. Leaving before the end forgets it.

use super::{Room, onward, to};
use crate::browser::page;
use crate::domain::history::History;
use crate::domain::{Meeting, Role, Standing};
use crate::framework::Criterion;
use crate::names::CriterionId;
use crate::routes::Route;
use crate::texts::meeting::{self as words, Step};
use crate::texts::school;
use crate::ui::components::select;
use crate::ui::dom::{El, Node, button, each, el, h1, kids, link};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Whose turn it is.
#[derive(Clone, Default, PartialEq)]
enum Turn {
    /// Nobody’s: the device changes hands.
    #[default]
    Between,
    /// Someone’s, at that question; past the last one, they end.
    At(usize),
}

/// What the person of this turn has said so far.
#[derive(Clone, Copy)]
struct Passing {
    room: Room,
    turn: RwSignal<Turn>,
    said: RwSignal<BTreeMap<CriterionId, Standing>>,
    role: RwSignal<String>,
}

pub(super) fn passing(room: Room) -> Node {
    let passing = Passing {
        room,
        turn: RwSignal::new(Turn::Between),
        said: RwSignal::new(BTreeMap::new()),
        role: RwSignal::new(String::new()),
    };
    kids![move || {
        let turn = passing.turn.get();
        untrack(|| match turn {
            Turn::Between => passing.between(),
            Turn::At(n) => passing.question(n),
        })
        .fresh()
    }]
}

impl Passing {
    fn turn_to(self, turn: Turn) {
        self.turn.set(turn);
        page::scroll_to_top();
        request_animation_frame(|| page::focus("main h1"));
    }

    fn between(self) -> Node {
        let room = self.room;
        let passed = room.read(|m| m.sheets).flatten().unwrap_or_default();
        let sheets = link("btn txt", to(Step::Sheets), "Compter aussi des feuilles");
        kids![
            h1(kids!["Passez l’ordinateur ", el("span", "à la personne suivante.")]).class("say"),
            el(
                "p",
                "Chacun répond seul. Rien de ce qui a été répondu ne s’affiche, et personne ne saura qui a répondu quoi."
            ),
            el("p.meta", words::passed(passed)),
            el("div.form", self.roles()),
            el("div.acts", button("btn go", "Je commence", move || self.turn_to(Turn::At(0)))),
            el(
                "nav.acts.ways",
                kids![
                    onward("btn txt", Step::Passing),
                    sheets,
                    link("btn txt", Route::Meeting.href(), "Quitter la réunion")
                ],
            )
            .label("Étapes de la réunion"),
        ]
    }

    /// « Je suis », where three people or more share a role.
    fn roles(self) -> Option<El> {
        let roles = self.room.read(Meeting::roles_apart).filter(|roles| !roles.is_empty())?;
        let label = |role: &Role| {
            let label = self.room.store.look(|d| school::role_label(*role, &d.school));
            (role.as_str().to_owned(), label.unwrap_or_default().to_owned())
        };
        let any = std::iter::once((String::new(), "Une autre personne, ou je préfère ne pas le dire".to_owned()));
        let options = any.chain(roles.iter().map(label)).collect();
        Some(select("Je suis", options, move || self.role.get(), move |chosen| self.role.set(chosen)))
    }

    fn question(self, n: usize) -> Node {
        let found = self.room.scene(|framework, dossier, campaign, _| {
            let asked: Vec<&Criterion> = dossier.asked(framework, campaign).collect();
            (asked.get(n).map(|c| (*c).clone()), asked.len())
        });
        let Some((Some(criterion), of)) = found else { return self.end(n) };
        let fact = |(standing, text): (Standing, String)| self.answer(n, &criterion.id, standing, text);
        let facts = criterion.levels.iter().map(|f| fact((Standing::At(f.level), f.text.clone())));
        let others = [
            (Standing::Unknown, "Je ne peux pas le dire\u{a0}: à vérifier"),
            (Standing::NotApplicable, "Sans objet chez nous"),
        ];
        let others = others.map(|(standing, text)| fact((standing, text.to_owned())));
        let back = (n > 0).then(|| button("btn txt", "Question précédente", move || self.turn_to(Turn::At(n - 1))));
        let own = criterion.id.clone();
        let skip = button("btn txt", "Passer cette question", move || {
            self.forget(&own);
            self.turn_to(Turn::At(n + 1));
        });
        kids![
            el("p.eye", format!("Question {} sur {of}", n + 1)),
            h1(criterion.question.clone()).class("say"),
            el("p.meta", "Choisissez le fait le plus haut qui est vrai aujourd’hui."),
            el("ul.choose", each("li", facts)),
            el("ul.choose.else", each("li", others)),
            el("div.acts", kids![back, skip]),
        ]
    }

    fn forget(self, id: &CriterionId) {
        self.said.update(|said| {
            said.remove(id);
        });
    }

    /// A fact that one presses; the one chosen before says so when one comes back.
    fn answer(self, n: usize, id: &CriterionId, standing: Standing, text: String) -> El {
        let chosen = self.said.with_untracked(|said| said.get(id) == Some(&standing));
        let id = id.clone();
        let choose = move || {
            self.said.update(|said| {
                said.insert(id.clone(), standing);
            });
            self.turn_to(Turn::At(n + 1));
        };
        button("btn", text, choose).attr("aria-pressed", if chosen { "true" } else { "false" })
    }

    fn end(self, n: usize) -> Node {
        let back =
            (n > 0).then(|| button("btn txt", "Revoir la dernière question", move || self.turn_to(Turn::At(n - 1))));
        let answered = self.said.with_untracked(BTreeMap::len);
        kids![
            h1(kids!["C’est la fin des questions. ", el("span", "Vos réponses vont rejoindre les autres.")])
                .class("say"),
            el("p.meta", words::ending(answered)),
            el("div.acts", kids![button("btn go", "Ajouter mes réponses", move || self.add()), back]),
        ]
    }

    /// Adds what was said to the counts, and forgets it: nothing to undo is kept.
    fn add(self) {
        let said = self.said.get_untracked();
        let role = Role::parse(&self.role.get_untracked());
        self.room.change(|meeting| meeting.hear(role, &said));
        self.room.store.history.set(History::default());
        self.said.set(BTreeMap::new());
        self.role.set(String::new());
        self.turn_to(Turn::Between);
    }
}

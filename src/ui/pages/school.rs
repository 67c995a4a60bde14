//! Who the school is. Only the types matter for the questions; everything else may stay empty.

use crate::domain::school::check_uai;
use crate::domain::{Command, Participants, Role, School as SchoolFacts};
use crate::framework::SchoolType;
use crate::routes::Route;
use crate::texts::school as words;
use crate::ui::borrowing;
use crate::ui::components::{field, submit};
use crate::ui::dom::{El, el, h1, kids};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// The screen.
pub fn school() -> El {
    let store = store();
    let facts = Facts { store };
    let types: Vec<_> = SchoolType::ALL.iter().map(|kind| facts.kind(*kind)).collect();
    let advice = move || words::uai_advice(check_uai(&facts.read(|s| s.uai.clone())));
    let questions = move || store.read(crate::texts::questions::scope);
    let form = el(
        "form.form",
        kids![
            borrowing::tick(store),
            el(
                "fieldset",
                kids![
                    el("legend", kids![el("b", "Que réunit-il\u{202f}?"), " Plusieurs réponses sont possibles."]),
                    el("div.checks", types),
                ]
            ),
            facts.text("Nom", |s| &mut s.name),
            el("div.row", kids![facts.text("Code de l’école (UAI), facultatif", |s| &mut s.uai), facts.pupils()]),
            el("p.advice", advice).attr("aria-live", "polite"),
            el(
                "div.row",
                kids![
                    facts.text("Commune, facultatif", |s| &mut s.commune),
                    facts.text("Académie, facultatif", |s| &mut s.academie),
                ]
            ),
            facts.participants(),
            el("p.meta", questions),
            el("div.acts", submit("Répondre aux questions", || crate::browser::page::go(&Route::Questions.href()))),
        ],
    );
    el(
        "section.stack-l",
        kids![
            el(
                "div",
                kids![
                    h1("Votre école ou établissement"),
                    el(
                        "p.meta",
                        "Seul le type change les questions. Le reste peut rester vide\u{202f}; rien ne sort de cet ordinateur."
                    ),
                ]
            ),
            form,
        ],
    )
}

#[derive(Clone, Copy)]
struct Facts {
    store: Store,
}

impl Facts {
    fn read<T: Default>(self, get: impl FnOnce(&SchoolFacts) -> T) -> T {
        self.store.look(|d| get(&d.school)).unwrap_or_default()
    }

    fn changed(self, change: impl FnOnce(&mut SchoolFacts)) -> Command {
        let mut school = untrack(|| self.read(SchoolFacts::clone));
        change(&mut school);
        Command::School(school)
    }

    fn type_in(self, change: impl FnOnce(&mut SchoolFacts)) {
        self.store.send_typing(self.changed(change));
    }

    fn text(self, label: &'static str, place: fn(&mut SchoolFacts) -> &mut String) -> El {
        let value = move || std::mem::take(place(&mut self.read(SchoolFacts::clone)));
        field(label, "text", value, move |text| self.type_in(|s| *place(s) = text))
    }

    fn pupils(self) -> El {
        let value = move || self.read(|s| s.pupils.map(|n| n.to_string()).unwrap_or_default());
        let set = move |text: String| self.type_in(|s| s.pupils = text.trim().parse().ok().filter(|n| *n <= 100_000));
        field("Nombre d’élèves", "number", value, set)
    }

    fn kind(self, kind: SchoolType) -> El {
        let checked = move || self.read(|s| s.types.contains(&kind));
        let toggle = move |_| {
            self.store.send(self.changed(|s| {
                let had = s.types.contains(&kind);
                let has = |t: &SchoolType| if *t == kind { !had } else { s.types.contains(t) };
                s.types = SchoolType::ALL.iter().copied().filter(has).collect();
            }));
        };
        let check = el("input", ()).attr("type", "checkbox").checked(checked).on("change", toggle);
        el("label.check", kids![check, words::type_label(kind)])
    }

    /// Who takes part, counted by role and never named.
    fn participants(self) -> El {
        let store = self.store;
        let shown = RwSignal::new(false);
        let summary = move || {
            store
                .read(|_, dossier, campaign| words::participants(&campaign.participants, &dossier.school))
                .flatten()
                .unwrap_or_else(|| "Qui participe aujourd’hui\u{202f}? (facultatif)".to_owned())
        };
        let roles = move || {
            shown.get().then(|| el("div.roles", Role::ALL.iter().map(|role| self.role(*role)).collect::<Vec<_>>()))
        };
        el("details", kids![el("summary", summary), roles]).on("toggle", move |_| shown.set(true))
    }

    fn role(self, role: Role) -> El {
        let store = self.store;
        let label = untrack(|| self.read(|s| words::role_label(role, s)));
        let counts = move || store.read(|_, _, c| c.participants.clone()).unwrap_or_default();
        let value = move || counts().counts.get(&role).map(ToString::to_string).unwrap_or_default();
        let set = move |text: String| {
            let mut participants: Participants = untrack(counts);
            match text.trim().parse::<u32>().ok().filter(|n| (1..10_000).contains(n)) {
                Some(n) => participants.counts.insert(role, n),
                None => participants.counts.remove(&role),
            };
            if let Some(campaign) = store.campaign_id() {
                store.send_typing(Command::Participants { campaign, participants });
            }
        };
        field(label, "number", value, set)
    }
}

//! The questions to discuss, widest first: four facts side by side without numbers, where the opinions are, and what the
//! committee retains, with its dissent or who checks.

use super::{Room, onward, to};
use crate::browser::{clock, page};
use crate::domain::meeting::{Docket, retain};
use crate::domain::{Check, Counts, Opinions, Standing};
use crate::framework::{Criterion, Fact};
use crate::names::CriterionId;
use crate::texts::meeting::{self as words, Step};
use crate::ui::components::{area, field, if_whole, unfold};
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use leptos::prelude::*;

/// How many squares stand for opinions; beyond, the words say how many.
const SQUARES: u32 = 30;

/// A question on the table.
#[derive(Clone, Copy)]
struct Table {
    room: Room,
    id: StoredValue<CriterionId>,
    /// The note of dissent is asked for.
    noting: RwSignal<bool>,
}

pub(super) fn contested(room: Room) -> Node {
    // Deciding on a question leaves it on the screen, for its dissent; the address brings the next.
    let shown = Memo::new(move |_| {
        let asked = room.store.address.with(|a| a.get("question").map(str::to_owned));
        untrack(|| with_docket(room, |docket| chosen(docket, asked.as_deref())).flatten())
    });
    kids![move || {
        let shown = shown.get();
        untrack(|| shown.and_then(|id| question(room, id)).unwrap_or_else(nothing)).fresh()
    }]
}

fn with_docket<T>(room: Room, get: impl FnOnce(&Docket) -> T) -> Option<T> {
    room.scene(|framework, dossier, campaign, meeting| get(&meeting.docket(framework, dossier, campaign)))
}

/// The question of the address, else the first that is not decided.
fn chosen(docket: &Docket, asked: Option<&str>) -> Option<CriterionId> {
    let named = docket.contested.iter().find(|c| Some(c.criterion.id.as_str()) == asked);
    let open = docket.contested.iter().find(|c| !c.decided);
    named.or(open).map(|c| c.criterion.id.clone())
}

/// The first undecided question after this one, or from the top.
fn after(docket: &Docket, id: &CriterionId) -> Option<CriterionId> {
    let here = docket.contested.iter().position(|c| c.criterion.id == *id).unwrap_or_default();
    let (before, rest) = docket.contested.split_at(here);
    let open = rest.iter().chain(before).find(|c| !c.decided && c.criterion.id != *id);
    open.map(|c| c.criterion.id.clone())
}

fn nothing() -> Node {
    kids![h1("Toutes les questions ont leur réponse.").class("say"), el("div.acts", onward("btn go", Step::Opinions)),]
}

fn question(room: Room, id: CriterionId) -> Option<Node> {
    let noting = RwSignal::new(room.answer(&id, |a| a.dissent.is_some()));
    let table = Table { room, id: StoredValue::new(id.clone()), noting };
    room.scene(|framework, dossier, _, meeting| {
        let criterion = framework.criterion(&id)?;
        let thematique = framework.thematique_of(criterion).map(|t| t.title.clone()).unwrap_or_default();
        let opinions = meeting.opinions.get(&id);
        let whole = opinions.map(Opinions::whole).unwrap_or_default();
        let roles = opinions.map(|o| words::by_role(framework, &dossier.school, o)).unwrap_or_default();
        let roles = roles.into_iter().map(|line| el("p.small", line)).collect::<Vec<_>>();
        let why = words::why(opinions);
        let facts: Vec<El> = criterion.levels.iter().map(|fact| table.fact(fact, &whole)).collect();
        Some(kids![
            el(
                "div",
                kids![el("p.eye", kids![thematique, " · ", el("b", why)]), h1(criterion.question.clone()).class("say")]
            ),
            el("ol.four", facts),
            table.acts(),
            el("div.meetfoot", kids![table.hints(criterion, roles), table.aside(&whole)]),
        ])
    })
    .flatten()
}

/// One filled square a person, hollow for those who gave no level.
fn squares(n: u32, class: &'static str) -> Option<El> {
    let squares: Vec<El> =
        (0..n.min(SQUARES)).map(|_| el("i", ()).attr("class", Some(class).filter(|c| !c.is_empty()))).collect();
    (n > 0).then(|| el("div.votes", squares).attr("aria-hidden", "true"))
}

impl Table {
    /// What the committee retains today; tracked.
    fn standing(self) -> Standing {
        self.id.try_with_value(|id| self.room.answer(id, |a| a.standing())).unwrap_or(Standing::Unanswered)
    }

    /// Whether it was decided in this meeting; tracked.
    fn is_decided(self) -> bool {
        self.id.try_with_value(|id| self.room.read(|m| m.has_decided(id))).flatten().unwrap_or(false)
    }

    fn retains(self, standing: Standing) {
        self.id.with_value(|id| {
            self.room.send(|_, _, campaign, meeting| retain(meeting, campaign, id, standing, &clock::now()));
        });
    }

    fn fact(self, fact: &Fact, whole: &Counts) -> El {
        let standing = Standing::At(fact.level);
        let n = whole.of(standing);
        let chosen = Memo::new(move |_| self.is_decided() && self.standing() == standing);
        let word = move || if chosen.get() { "Retenu" } else { "Retenir" };
        let text = fact.text.clone();
        let button = button("btn", word, move || self.retains(standing))
            .attr("aria-pressed", move || if chosen.get() { "true" } else { "false" })
            .label(move || format!("{}\u{a0}: {text}", word()));
        let said = (whole.people() > 0).then(|| el("p.small", words::opinions(n)));
        el("li", kids![el("p.fact-t", fact.text.clone()), el("div", kids![squares(n, ""), said]), button])
            .class(move || chosen.get().then_some("kept"))
    }

    fn hints(self, criterion: &Criterion, roles: Vec<El>) -> El {
        let decide = criterion.decide.clone();
        el(
            "div.note",
            kids![
                el("p", "Les deux avis les plus éloignés parlent d’abord, une minute chacun."),
                el("p.meta", "Le plus bas en cas de doute, et nous notons l’hésitation."),
                roles,
                // It may name paliers, which stay unseen until they are asked for.
                unfold("Pour trancher", move || el("p", decide.clone())),
            ],
        )
    }

    /// What is not one of the four facts, the dissent, and the way on: on one line under the facts, for the projector.
    fn acts(self) -> El {
        let other = move |words: &'static str, standing: Standing| {
            let chosen = Memo::new(move |_| self.is_decided() && self.standing() == standing);
            button("btn", words, move || self.retains(standing))
                .attr("aria-pressed", move || if chosen.get() { "true" } else { "false" })
        };
        let note = button("btn", "Noter le désaccord", move || {
            self.noting.set(true);
            request_animation_frame(|| page::focus(".meetfoot textarea"));
        });
        let next = move || {
            let next =
                self.id.try_with_value(|id| with_docket(self.room, |docket| after(docket, id)).flatten()).flatten();
            let class = if self.is_decided() { "btn go" } else { "btn txt" };
            match next {
                Some(id) => {
                    Some(link(class, format!("{}&question={}", to(Step::Opinions), id.as_str()), "Question suivante"))
                }
                None => onward(class, Step::Opinions),
            }
        };
        el(
            "div.acts",
            kids![
                other("À vérifier\u{a0}: qui, quand", Standing::Unknown),
                other("Sans objet chez nous", Standing::NotApplicable),
                note,
                next,
            ],
        )
    }

    /// The other opinions, and what is written.
    fn aside(self, whole: &Counts) -> El {
        let others = [(whole.unknown, "à vérifier"), (whole.not_applicable, "sans objet")];
        let others = others.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| {
            el("div", kids![squares(n, "hollow"), el("p.small", format!("{n}\u{a0}avis «\u{a0}{what}\u{a0}»"))])
        });
        let written = kids![move || self.check(), move || self.reason(), move || self.dissent()];
        el("div.stack", kids![others.collect::<Vec<_>>(), written])
    }

    fn text(self, get: fn(&crate::domain::Answer) -> Option<String>) -> String {
        self.id.try_with_value(|id| self.room.answer(id, get)).flatten().unwrap_or_default()
    }

    fn type_in(self, change: impl FnOnce(&mut crate::domain::Answer)) {
        self.id.with_value(|id| self.room.type_answer(id, change));
    }

    fn check(self) -> Option<El> {
        let who = move || self.text(|a| a.check.as_ref().map(|c| c.who.clone()));
        let by = move || self.text(|a| a.check.as_ref()?.by.map(|day| day.to_string()));
        let set = move |change: &dyn Fn(&mut Check)| {
            self.type_in(|answer| change(answer.check.get_or_insert_with(Check::default)));
        };
        (self.is_decided() && self.standing() == Standing::Unknown).then(|| {
            el(
                "div.form.row",
                kids![
                    field("Qui vérifie\u{202f}?", "text", who, move |text| set(&|c| c.who.clone_from(&text))),
                    field("Pour quand\u{202f}?", "date", by, move |text| if_whole(&text, |by| set(&|c| c.by = by))),
                ],
            )
        })
    }

    fn reason(self) -> Option<El> {
        let reason = move || self.text(|a| a.reason.clone());
        let set = move |text: String| self.type_in(|a| a.reason = some(text));
        (self.is_decided() && self.standing() == Standing::NotApplicable)
            .then(|| el("div.form", field("Parce que…", "text", reason, set)))
    }

    fn dissent(self) -> Option<El> {
        let dissent = move || self.text(|a| a.dissent.clone());
        let set = move |text: String| self.type_in(|a| a.dissent = some(text));
        let noting = self.noting.try_get().unwrap_or(false);
        noting.then(|| el("div.form", area("Un avis différent, gardé dans le relevé", "2", dissent, set)))
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

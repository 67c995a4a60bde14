//! Three actions, pre-filled from the best pistes: only who leads and the moment are left to type.

use super::{Room, onward};
use crate::browser::{clock, page};
use crate::domain::commands::Placed;
use crate::domain::meeting::{ACTIONS, at_moment, changed};
use crate::domain::suggestions::{Suggestion, suggest};
use crate::domain::{Command, Meeting, PlanItem};
use crate::framework::Period;
use crate::names::{ActionId, PlanItemId};
use crate::routes::Route;
use crate::texts::meeting::{self as words, Step};
use crate::texts::{format, plan};
use crate::ui::actions;
use crate::ui::components::{field, select};
use crate::ui::dom::{El, Node, button, el, h1, kids, leaving, link};
use leptos::prelude::*;

pub(super) fn actions(room: Room) -> Node {
    let decided = Memo::new(move |_| room.scene(|_, d, _, m| decided(&d.plan, m)).unwrap_or_default());
    let pistes = Memo::new(move |_| {
        let left = ACTIONS.saturating_sub(decided.get().len());
        let best = room.scene(|f, d, c, _| {
            suggest(f, d, c).first_six().iter().take(left).map(|s| s.action.id.clone()).collect::<Vec<_>>()
        });
        best.unwrap_or_default()
    });
    let cards = move || decided.get().into_iter().enumerate().map(|(n, id)| card(room, n, id)).collect::<Vec<_>>();
    let proposed = move || pistes.get().into_iter().filter_map(|id| proposal(room, &id)).collect::<Vec<_>>();
    let class = move || if decided.get().len() < ACTIONS { "btn" } else { "btn go" };
    kids![
        h1(kids!["Trois actions, ", el("span", "chacune avec un pilote et un moment.")]).class("say"),
        el("p.meta", move || words::decided(decided.get().len())).attr("aria-live", "polite"),
        el("ol.three", kids![cards, proposed]),
        el(
            "div.acts",
            kids![
                move || onward(class(), Step::Actions),
                button("btn txt", "Une action à nous", move || own(room)),
                link("btn txt", Route::Plan.href(), "Tout le plan d’action"),
            ]
        ),
    ]
}

/// The actions of the meeting that are still in the plan.
fn decided(plan: &[PlanItem], meeting: &Meeting) -> Vec<PlanItemId> {
    meeting.actions.iter().filter(|id| plan.iter().any(|item| item.id == **id)).cloned().collect()
}

/// A piste with what it asks and what will show it.
fn proposal(room: Room, id: &ActionId) -> Option<El> {
    let (take, aside) = (id.clone(), id.clone());
    untrack(|| {
        room.scene(|framework, dossier, campaign, _| {
            let found = suggest(framework, dossier, campaign);
            let piste: &Suggestion = found.pistes.iter().find(|s| s.action.id == *id)?;
            let action = piste.action;
            let (strong, rest) = plan::reason(piste);
            let store = room.store;
            Some(el(
                "li.rule",
                kids![
                    el("p.eye", format!("Piste · {}", action.axis)),
                    el("h2", action.title.clone()),
                    words::first_step(&action.steps).map(|step| el("p", step)),
                    el("p", words::sign(piste.criterion.fact(action.to))),
                    el("p.small.meta", kids![strong, " ", rest]),
                    el(
                        "div.acts",
                        kids![
                            button("btn", "Décider", move || decide(room, &take))
                                .label(format!("Décider\u{a0}: {}", action.title)),
                            leaving("btn txt", "Une autre piste", move || actions::set_aside(store, &aside, true))
                                .label(format!("Une autre piste que\u{a0}: {}", action.title)),
                        ]
                    ),
                ],
            ))
        })
        .flatten()
    })
}

fn decide(room: Room, action: &ActionId) {
    let Some(id) = PlanItemId::parse(&clock::fresh_id()) else { return };
    let place = untrack(|| room.read(|m| m.actions.len())).unwrap_or_default();
    room.send(|framework, _, _, meeting| match framework.action(action) {
        None => Command::All(Vec::new()),
        Some(action) => put(meeting, PlanItem::from_action(framework, action, id, clock::today())),
    });
    focus_lead(place);
}

/// An action that the committee words itself.
fn own(room: Room) {
    let Some(id) = PlanItemId::parse(&clock::fresh_id()) else { return };
    room.send(|_, _, _, meeting| put(meeting, PlanItem::free(id, clock::today())));
    request_animation_frame(|| page::focus(".three li:has(.own) .own input"));
}

fn put(meeting: &Meeting, item: PlanItem) -> Command {
    let id = item.id.clone();
    Command::All(vec![
        Command::PlanItem { id: id.clone(), item: Some(Placed::last(item)) },
        changed(meeting, |meeting| meeting.actions.push(id)),
    ])
}

fn focus_lead(place: usize) {
    request_animation_frame(move || page::focus(&format!(".three li:nth-child({}) input", place + 1)));
}

/// A decided action; cheap to copy.
#[derive(Clone, Copy)]
struct Card {
    room: Room,
    id: StoredValue<PlanItemId>,
}

impl Card {
    fn read<T>(self, get: impl FnOnce(&PlanItem) -> T) -> Option<T> {
        let found =
            |d: &crate::domain::Dossier| self.id.try_with_value(|id| d.plan.iter().find(|i| i.id == *id).map(get));
        self.room.store.look(found).flatten().flatten()
    }

    fn command(self, change: impl FnOnce(&mut PlanItem)) -> Option<Command> {
        let mut item = untrack(|| self.read(PlanItem::clone))?;
        change(&mut item);
        Some(Command::PlanItem { id: item.id.clone(), item: Some(Placed::last(item)) })
    }

    fn type_in(self, change: impl FnOnce(&mut PlanItem)) {
        self.command(change).into_iter().for_each(|command| self.room.store.send_typing(command));
    }

    fn title(self) -> String {
        self.read(|item| item.title.clone()).unwrap_or_default()
    }

    /// Who leads, and the moment.
    fn fields(self) -> Node {
        let leads = move || self.read(|item| item.leads.join(", ")).unwrap_or_default();
        let set_leads = move |text: String| {
            self.type_in(|item| item.leads = (!text.trim().is_empty()).then_some(text).into_iter().collect());
        };
        let moments = Period::ALL.iter().map(|p| (p.as_str().to_owned(), plan::period(*p).to_owned()));
        let moments = std::iter::once((String::new(), "Non précisé".to_owned())).chain(moments).collect();
        let moment = move || self.read(|item| item.period.map(|p| p.as_str().to_owned())).flatten().unwrap_or_default();
        let set_moment = move |value: String| {
            let Some(framework) = untrack(|| self.room.store.framework()) else { return };
            let period = Period::parse(&value);
            let command = self.command(|item| at_moment(&framework, item, period, clock::today()));
            command.into_iter().for_each(|command| self.room.store.send(command));
        };
        let due = move || {
            let framework = self.room.store.framework()?;
            let due = self.read(|item| plan::due(item.due(&framework, clock::today())))?;
            Some(el("p.small.meta", due))
        };
        kids![
            field("Pilote (une fonction)", "text", leads, set_leads),
            select("Moment", moments, moment, set_moment),
            due,
        ]
    }

    fn remove(self) {
        let id = self.id.get_value();
        self.room.send(|_, _, _, meeting| {
            Command::All(vec![
                Command::PlanItem { id: id.clone(), item: None },
                changed(meeting, |meeting| meeting.actions.retain(|own| *own != id)),
            ])
        });
        self.room.store.offer("Action retirée.".to_owned(), "Annuler", move || self.room.store.undo());
        page::focus("main h1");
    }
}

fn card(room: Room, n: usize, id: PlanItemId) -> El {
    let card = Card { room, id: StoredValue::new(id) };
    let own = untrack(|| card.read(|item| item.action.is_none())).unwrap_or(false);
    let sign = untrack(|| {
        let framework = room.store.framework()?;
        card.read(|item| {
            let criterion = framework.criterion(item.criterion.as_ref()?)?;
            item.to.map(|to| words::sign(criterion.fact(to)))
        })
        .flatten()
    });
    let step = untrack(|| card.read(|item| words::first_step(&item.how))).flatten();
    let axis = untrack(|| card.read(|item| item.axis.clone())).filter(|axis| !axis.trim().is_empty());
    let title = if own {
        let set = move |text: String| card.type_in(|item| item.title = text);
        el("div.form.own", field("Action", "text", move || card.title(), set))
    } else {
        el("h2", move || card.title())
    };
    let name = untrack(|| card.title());
    let eye = std::iter::once(format!("Action {}", n + 1)).chain(axis).collect::<Vec<_>>().join(" · ");
    el(
        "li.rule",
        kids![
            el("p.eye", eye),
            title,
            step.map(|step| el("p", step)),
            sign.map(|sign| el("p", sign)),
            el("div.form", card.fields()),
            el(
                "div.acts",
                button("btn txt", "Retirer", move || card.remove())
                    .label(format!("Retirer\u{a0}: {}", format::lower(&name)))
            ),
        ],
    )
    .label(format!("Action {}", n + 1))
}

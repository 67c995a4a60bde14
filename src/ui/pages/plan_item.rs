//! The form of one decided action. Everything is saved as it is typed or chosen.

mod done;
mod steps;

use crate::browser::{clock, page};
use crate::domain::commands::Placed;
use crate::domain::{Command, Dossier, Effort, Means, PlanItem, State};
use crate::framework::{Horizon, Period};
use crate::names::{PaperId, PlanItemId, ThematiqueId};
use crate::papers::FLAGSHIP;
use crate::routes::Route;
use crate::texts::{follow, format, plan as words, workshop};
use crate::ui::actions;
use crate::ui::components::{area, field, if_whole, select, submit};
use crate::ui::dom::{El, button, el, h1, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// The screen of one action.
pub fn plan_item(id: PlanItemId) -> impl Fn() -> El {
    let store = store();
    let form = Form { store, id: StoredValue::new(id) };
    let known = Memo::new(move |_| form.read(|_| ()).is_some());
    move || if known.get() { form.view() } else { gone() }
}

fn gone() -> El {
    el(
        "section.stack-l",
        kids![
            h1("Cette action n’est plus dans le plan"),
            el("p", "Elle a été retirée, ici ou dans un autre onglet."),
            el("div.acts", link("btn", Route::Plan.href(), "Revenir au plan")),
        ],
    )
}

#[derive(Clone, Copy)]
struct Form {
    store: Store,
    id: StoredValue<PlanItemId>,
}

impl Form {
    fn read<T>(self, get: impl FnOnce(&PlanItem) -> T) -> Option<T> {
        let item =
            |dossier: &Dossier| self.id.with_value(|id| dossier.plan.iter().find(|item| item.id == *id).map(get));
        self.store.look(item).flatten()
    }

    fn text(self, get: fn(&PlanItem) -> String) -> impl Fn() -> String + Copy {
        move || self.read(get).unwrap_or_default()
    }

    fn command(self, change: impl FnOnce(&mut PlanItem)) -> Option<Command> {
        let mut item = untrack(|| self.read(PlanItem::clone))?;
        change(&mut item);
        Some(Command::PlanItem { id: item.id.clone(), item: Some(Placed::last(item)) })
    }

    fn type_in(self, change: impl FnOnce(&mut PlanItem)) {
        if let Some(command) = self.command(change) {
            self.store.send_typing(command);
        }
    }

    fn choose(self, change: impl FnOnce(&mut PlanItem)) {
        if let Some(command) = self.command(change) {
            self.store.send(command);
        }
    }

    /// Its sheet, for whoever could take it up.
    fn present(self) {
        if let Some(id) = PaperId::parse(&clock::fresh_id()) {
            actions::begin_paper(self.store, id, FLAGSHIP, Some(self.id.get_value()));
        }
    }

    fn remove(self) {
        let store = self.store;
        store.send(Command::PlanItem { id: self.id.get_value(), item: None });
        page::go(&Route::Plan.href());
        // The arrival on the plan clears messages; this one belongs there.
        request_animation_frame(move || {
            store.offer("Action retirée du plan.".to_owned(), "Annuler", move || store.undo());
        });
    }

    fn view(self) -> El {
        let form = el(
            "form.form",
            kids![
                self.thematique(),
                self.line("Axe d’amélioration (quoi)", |i| &mut i.axis),
                self.line("Action (comment)", |i| &mut i.title),
                self.list("Étapes, une par ligne", "4", |i| &mut i.how),
                steps::steps(self),
                self.list("Pilote, une fonction par ligne", "2", |i| &mut i.leads),
                self.list("Avec, une fonction par ligne", "2", |i| &mut i.involved),
                self.when(),
                area("Indicateurs, un par ligne", "2", move || self.indicators(), move |t| self.set_indicators(&t)),
                self.list("Facteurs de réussite, un par ligne", "2", |i| &mut i.success),
                self.state(),
                done::done(self),
                self.means(),
                area("Note", "2", self.text(|i| i.note.clone().unwrap_or_default()), move |t| {
                    self.type_in(|i| i.note = (!t.is_empty()).then_some(t));
                }),
                el(
                    "div.acts",
                    kids![
                        submit("Revenir au plan", || page::go(&Route::Plan.href())),
                        button("btn txt", "Présenter cette action à d’autres", move || self.present()),
                        button("btn txt", "Retirer du plan", move || self.remove()),
                    ]
                ),
            ],
        );
        let origin = move || {
            let item = self.read(Clone::clone)?;
            let said = self.store.read(|framework, dossier, _| workshop::origin(framework, dossier, &item))?;
            Some(el("p.meta", format!("D’où elle vient\u{a0}: {}", format::lower(&said))))
        };
        let late = move || {
            let framework = self.store.framework()?;
            self.read(|i| follow::late(&framework, i, self.store.today())).flatten()
        };
        let late = move || late().map(|said| el("p.note", format!("{}.", format::capital(&said))));
        el(
            "section.stack-l",
            kids![el("div", kids![el("p.eye", "Plan d’action"), h1("Modifier l’action"), origin]), late, form],
        )
    }

    /// A text of the action.
    fn line(self, label: &'static str, place: fn(&mut PlanItem) -> &mut String) -> El {
        let value = move || self.read(|i| std::mem::take(place(&mut i.clone()))).unwrap_or_default();
        field(label, "text", value, move |text| self.type_in(|i| *place(i) = text))
    }

    /// A list of the action, one item a line.
    fn list(self, label: &'static str, rows: &'static str, place: fn(&mut PlanItem) -> &mut Vec<String>) -> El {
        let value = move || self.read(|i| place(&mut i.clone()).join("\n")).unwrap_or_default();
        area(label, rows, value, move |text| self.type_in(|i| *place(i) = split(&text)))
    }

    fn thematique(self) -> El {
        let mut all = vec![(String::new(), "Aucune en particulier".to_owned())];
        for thematique in self.store.framework().iter().flat_map(|f| &f.thematiques) {
            all.push((thematique.id.as_str().to_owned(), thematique.title.clone()));
        }
        let current = self.text(|i| i.thematique.as_ref().map(|t| t.as_str().to_owned()).unwrap_or_default());
        select("Thématique", all, current, move |value| self.choose(|i| i.thematique = ThematiqueId::parse(&value)))
    }

    fn when(self) -> El {
        let periods = or_none(Period::ALL.iter().map(|p| (p.as_str(), words::period(*p))));
        let horizons = or_none(Horizon::ALL.iter().map(|h| (h.as_str(), words::horizon(*h))));
        let period = self.text(|i| i.period.map(|p| p.as_str().to_owned()).unwrap_or_default());
        let horizon = self.text(|i| i.horizon.map(|h| h.as_str().to_owned()).unwrap_or_default());
        let due = self.text(|i| i.due.map(|d| d.to_string()).unwrap_or_default());
        el(
            "fieldset.row",
            kids![
                el("legend", "Quand"),
                select("Moment", periods, period, move |v| self.choose(|i| i.period = Period::parse(&v))),
                select("Année", horizons, horizon, move |v| self.choose(|i| i.horizon = Horizon::parse(&v))),
                field("Ou un jour précis", "date", due, move |t| if_whole(&t, |due| self.choose(|i| i.due = due))),
            ],
        )
    }

    /// What it asks for: the effort of the team, money, people, law.
    fn means(self) -> El {
        let efforts = or_none(Effort::ALL.iter().map(|e| (e.as_str(), follow::effort(*e))));
        let effort = self.text(|i| i.effort.map(|e| e.as_str().to_owned()).unwrap_or_default());
        el(
            "details",
            kids![
                el("summary", "Effort et moyens"),
                el(
                    "div.form",
                    kids![
                        select("Effort de mise en place", efforts, effort, move |v| self
                            .choose(|i| i.effort = Effort::parse(&v))),
                        self.means_of("Moyens financiers", |m| &mut m.financial),
                        self.means_of("Moyens humains", |m| &mut m.human),
                        self.means_of("Cadre juridique", |m| &mut m.legal),
                    ]
                ),
            ],
        )
    }

    fn means_of(self, label: &'static str, place: fn(&mut Means) -> &mut String) -> El {
        let value = move || {
            self.read(|i| i.means.clone().map(|mut m| std::mem::take(place(&mut m)))).flatten().unwrap_or_default()
        };
        area(label, "2", value, move |text| self.type_in(|i| *place(i.means.get_or_insert_default()) = text))
    }

    fn state(self) -> El {
        let options = State::ALL.iter().map(|s| (s.as_str().to_owned(), words::state(*s).to_owned())).collect();
        let state = self.text(|i| i.state.as_str().to_owned());
        let waiting = Memo::new(move |_| self.read(|i| i.state == State::Waiting).unwrap_or(false));
        let waiting_for = move || {
            let value = self.text(|i| i.waiting_for.clone().unwrap_or_default());
            let set = move |t: String| self.type_in(|i| i.waiting_for = (!t.is_empty()).then_some(t));
            waiting.get().then(|| field("En attente de…", "text", value, set))
        };
        el(
            "div.row",
            kids![
                select("État", options, state, move |v| self
                    .choose(|i| i.state = State::parse(&v).unwrap_or(i.state))),
                waiting_for,
            ],
        )
    }

    /// Titles on the screen, ids in the dossier where the référentiel knows them.
    fn indicators(self) -> String {
        let Some(framework) = self.store.framework() else { return String::new() };
        self.read(|i| i.indicators.iter().map(|id| framework.indicator_title(id)).collect::<Vec<_>>().join("\n"))
            .unwrap_or_default()
    }

    fn set_indicators(self, text: &str) {
        let framework = untrack(|| self.store.framework());
        let id_of = |line: String| {
            let known = framework.as_ref().and_then(|f| f.indicators.iter().find(|i| i.title == line));
            known.map_or(line, |i| i.id.clone())
        };
        self.type_in(|i| i.indicators = split(text).into_iter().map(id_of).collect());
    }
}

/// Lines as typed: a line being begun must not vanish under the hand, so only the ends of the list are trimmed.
fn split(text: &str) -> Vec<String> {
    if text.trim().is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() }
}

/// Words to choose from, or none of them.
fn or_none(words: impl Iterator<Item = (&'static str, &'static str)>) -> Vec<(String, String)> {
    let named = words.map(|(value, label)| (value.to_owned(), label.to_owned()));
    std::iter::once((String::new(), "Non précisé".to_owned())).chain(named).collect()
}

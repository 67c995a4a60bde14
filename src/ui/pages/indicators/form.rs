//! The form of one indicator. Everything is saved as it is typed.

use crate::browser::page;
use crate::domain::commands::Placed;
use crate::domain::indicators::names_someone;
use crate::domain::{Command, Dossier, Indicator, Measure};
use crate::names::IndicatorId;
use crate::texts::indicators as words;
use crate::ui::components::{area, field, if_whole, submit};
use crate::ui::dom::{El, Node, button, each, el, h1, kids};
use crate::ui::store::Store;
use leptos::prelude::*;

const LIST: &str = "#/plan?vue=indicateurs";

#[derive(Clone, Copy)]
struct Form {
    store: Store,
    id: StoredValue<IndicatorId>,
}

/// The screen.
pub fn form(store: Store, id: IndicatorId) -> Node {
    let form = Form { store, id: StoredValue::new(id) };
    let warned = Memo::new(move |_| form.read(|i| names_someone(&i.title)).unwrap_or(false));
    let warning =
        "Ce titre semble nommer quelqu’un. Un indicateur compte des faits ou des groupes, jamais une personne.";
    kids![el(
        "section.stack-l",
        kids![
            el("div", kids![el("p.eye", "Indicateurs"), h1("Modifier l’indicateur")]),
            el(
                "form.form",
                kids![
                    form.line("Ce que nous comptons", |i| &mut i.title),
                    move || warned.get().then(|| el("p.note", warning).attr("role", "status")),
                    form.line("Unité", |i| &mut i.unit),
                    move || form.measuring(),
                    el("div.row", kids![form.line("Départ", |i| &mut i.start), form.line("Cible", |i| &mut i.target)]),
                    form.values(),
                    form.area("Effet constaté", |i| &mut i.effect),
                    form.area("Ce que nous ajustons", |i| &mut i.corrective),
                    el(
                        "div.acts",
                        kids![
                            submit("Revenir au tableau", || page::go(LIST)),
                            button("btn txt", "Ne plus suivre", move || form.remove()),
                        ]
                    ),
                ]
            ),
        ]
    )]
}

impl Form {
    fn read<T>(self, get: impl FnOnce(&Indicator) -> T) -> Option<T> {
        let found = |d: &Dossier| self.id.try_with_value(|id| d.indicators.iter().find(|i| i.id == *id).map(get));
        self.store.look(found).flatten().flatten()
    }

    fn command(self, change: impl FnOnce(&mut Indicator)) -> Option<Command> {
        let mut indicator = untrack(|| self.read(Indicator::clone))?;
        change(&mut indicator);
        Some(Command::Indicator { id: indicator.id.clone(), indicator: Some(Placed::last(indicator)) })
    }

    fn type_in(self, change: impl FnOnce(&mut Indicator)) {
        if let Some(command) = self.command(change) {
            self.store.send_typing(command);
        }
    }

    fn choose(self, change: impl FnOnce(&mut Indicator)) {
        if let Some(command) = self.command(change) {
            self.store.send(command);
        }
    }

    fn remove(self) {
        let store = self.store;
        store.send(Command::Indicator { id: self.id.get_value(), indicator: None });
        page::go(LIST);
        store.offer("Indicateur retiré du tableau.".to_owned(), "Annuler", move || store.undo());
    }

    fn value(self, place: fn(&mut Indicator) -> &mut String) -> impl Fn() -> String {
        move || self.read(|i| std::mem::take(place(&mut i.clone()))).unwrap_or_default()
    }

    fn line(self, label: &'static str, place: fn(&mut Indicator) -> &mut String) -> El {
        field(label, "text", self.value(place), move |text| self.type_in(|i| *place(i) = text))
    }

    fn area(self, label: &'static str, place: fn(&mut Indicator) -> &mut String) -> El {
        area(label, "2", self.value(place), move |text| self.type_in(|i| *place(i) = text))
    }

    /// How to measure it, and the published figures, when the référentiel says so.
    fn measuring(self) -> Option<El> {
        let id = self.read(|i| i.reference.clone())?;
        let framework = self.store.framework()?;
        let proposed = framework.indicators.iter().find(|i| i.id == id)?;
        let references = words::references(proposed);
        let list = (!references.is_empty()).then(|| {
            kids![
                el("p.meta", "Chiffres publiés, pour se repérer sans se comparer\u{a0}:"),
                el("ul.plain.small", each("li", references))
            ]
        });
        Some(el("div.note.stack", kids![el("p", proposed.how.clone()), list]))
    }

    /// The dated values.
    fn values(self) -> El {
        let number = Memo::new(move |_| self.read(|i| i.values.len()).unwrap_or_default());
        let today = self.store.today();
        let more = move || self.choose(|i| i.values.push(Measure { date: Some(today), ..Measure::default() }));
        let trend = move || self.read(|i| el("p.meta", format!("Tendance\u{a0}: {}", words::trend(i.trend()))));
        el(
            "fieldset.stack",
            kids![
                el("legend", el("b", "Valeurs")),
                move || (0..number.get()).map(|index| self.measure(index)).collect::<Vec<_>>(),
                move || (number.get() > 0).then_some(trend),
                button("btn", "Ajouter une valeur", more),
            ],
        )
    }

    fn measure(self, index: usize) -> El {
        let get = move |of: fn(&Measure) -> String| {
            move || self.read(|i| i.values.get(index).map(of)).flatten().unwrap_or_default()
        };
        let set = move |change: &dyn Fn(&mut Measure)| {
            self.type_in(|i| {
                if let Some(measure) = i.values.get_mut(index) {
                    change(measure);
                }
            });
        };
        let date = get(|m| m.date.map(|d| d.to_string()).unwrap_or_default());
        let remove = button("btn txt", "Retirer", move || {
            self.choose(|i| {
                if index < i.values.len() {
                    i.values.remove(index);
                }
            });
        });
        el(
            "div.row",
            kids![
                field("Le", "date", date, move |text| if_whole(&text, |day| set(&|m| m.date = day))),
                field("Valeur", "text", get(|m| m.value.clone()), move |text| set(&|m| m.value.clone_from(&text))),
                remove.label(format!("Retirer la valeur {}", index + 1)),
            ],
        )
    }
}

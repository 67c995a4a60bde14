//! Indicators: the reporting table of the year, and the form of one of them.

mod form;

use crate::browser::{clock, page};
use crate::domain::commands::Placed;
use crate::domain::{Command, Dossier, Indicator};
use crate::exports::Kind;
use crate::framework::Framework;
use crate::names::IndicatorId;
use crate::routes::Address;
use crate::texts::indicators as words;
use crate::ui::components::{cell, row_head, select, table};
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use crate::ui::making;
use crate::ui::pages::plan::{View, lists, views};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// How many indicators a page holds.
const A_PAGE: usize = 20;
const TAKEN: &str = "Pour un tableur, tous les indicateurs, une ligne par valeur\u{a0}:";

/// The screen: the table, or the form of the indicator that the address names.
pub fn indicators() -> Node {
    let store = store();
    let named = Memo::new(move |_| store.address.with(|a| a.get("ligne").map(str::to_owned)));
    let id = Memo::new(move |_| {
        let named = named.get()?;
        let known = |d: &Dossier| {
            d.indicators.iter().find(|i| i.id.as_str().eq_ignore_ascii_case(&named)).map(|i| i.id.clone())
        };
        store.look(known).flatten()
    });
    kids![move || match id.get() {
        Some(id) => form::form(store, id).fresh_then(|| page::focus_if_lost("main h1")),
        None => whole(store).fresh_then(|| page::focus_if_lost("main h1")),
    }]
}

/// The address of an indicator’s form.
fn address(id: &IndicatorId) -> String {
    format!("#/plan?vue=indicateurs&ligne={}", id.as_str())
}

fn whole(store: Store) -> Node {
    let followed = Memo::new(move |_| store.look(|d| !d.indicators.is_empty()).unwrap_or(false));
    kids![
        move || store.read(|_, dossier, _| {
            let year = words::year(&dossier.indicators, store.today());
            let rule = "Un indicateur compte des faits ou des groupes, jamais une personne. Trois suffisent.";
            el(
                "section.stack-l",
                kids![
                    h1("Indicateurs"),
                    el("p", kids![year, el("br", ()), el("span.meta", rule)]),
                    views(View::Indicators)
                ],
            )
        }),
        move || store.read(|_, dossier, _| store.address.with(|here| reporting(dossier, here))),
        move || followed.get().then(|| { making::take_table(store, TAKEN, Kind::OdsIndicators, Kind::CsvIndicators) }),
        adding(store),
    ]
}

fn reporting(dossier: &Dossier, here: &Address) -> Option<El> {
    let row = |indicator: &Indicator| {
        let to = link("", address(&indicator.id), words::title_and_unit(indicator));
        let cells = kids![
            row_head(to),
            cell("Départ", words::said(&indicator.start)),
            cell("Cible", words::said(&indicator.target)),
            cell("Valeur", words::last(indicator)),
            cell("Tendance", words::trend(indicator.trend())),
            cell("Effet", words::said(&indicator.effect)),
            cell("Ajuster", words::said(&indicator.corrective)),
        ];
        el("tr", cells).attr("role", "row")
    };
    let columns =
        ["Indicateur", "Départ", "Cible", "Dernière valeur", "Tendance", "Effet constaté", "Ce que nous ajustons"];
    let followed: Vec<&Indicator> = dossier.indicators.iter().collect();
    let total = followed.len();
    let rows: Vec<El> = lists::cut(followed, lists::page_of(here), A_PAGE).into_iter().map(row).collect();
    (total > 0).then(|| {
        let table = table("table.plan.fold", "Tableau de suivi", &columns, rows);
        el("div.stack", kids![table, lists::pages(here, total, A_PAGE)])
    })
}

/// Following one of the référentiel, or one of our own.
fn adding(store: Store) -> El {
    let chosen = RwSignal::new(String::new());
    let options = move || {
        store.read(|framework, dossier, _| {
            let proposed = words::proposed(framework, &dossier.indicators, &dossier.plan);
            let one = |i: &&crate::framework::Indicator| (i.id.clone(), i.title.clone());
            let options = std::iter::once((String::new(), "Choisir…".to_owned())).chain(proposed.iter().map(one));
            select(
                "Un indicateur du référentiel, ceux du plan d’abord",
                options.collect(),
                move || chosen.get(),
                move |id| chosen.set(id),
            )
        })
    };
    let follow = move || {
        let id = chosen.get_untracked();
        match store.framework().filter(|_| !id.is_empty()) {
            Some(framework) => add(store, |indicator| from_framework(indicator, &framework, &id)),
            None => store.say("Choisissez d’abord un indicateur dans la liste."),
        }
        chosen.set(String::new());
    };
    el(
        "section.stack.form",
        kids![
            el("h2#h-add", "Suivre un indicateur"),
            options,
            el(
                "div.acts",
                kids![
                    button("btn", "Suivre cet indicateur", follow),
                    button("btn txt", "Écrire un indicateur à nous", move || add(store, |_| {})),
                ]
            ),
        ],
    )
    .attr("aria-labelledby", "h-add")
}

fn from_framework(indicator: &mut Indicator, framework: &Framework, id: &str) {
    if let Some(proposed) = framework.indicators.iter().find(|i| i.id == id) {
        indicator.reference.clone_from(&proposed.id);
        indicator.title.clone_from(&proposed.title);
        indicator.unit.clone_from(&proposed.unit);
    }
}

/// A new indicator, and its form.
fn add(store: Store, change: impl FnOnce(&mut Indicator)) {
    if let Some(id) = IndicatorId::parse(&clock::fresh_id()) {
        let mut indicator = Indicator::new(id.clone());
        change(&mut indicator);
        store.send(Command::Indicator { id: id.clone(), indicator: Some(Placed::last(indicator)) });
        page::go(&address(&id));
    }
}

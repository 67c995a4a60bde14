//! The questions in groups, one group at a time, or those that a search finds.

use super::{Filters, See, address, folded, search};
use crate::framework::{Criterion, Framework};
use crate::routes::Route;
use crate::texts::format::count;
use crate::texts::reference::{Audience, By, Group, groups, marks};
use crate::texts::results;
use crate::ui::components::{select, stairs};
use crate::ui::dom::{El, IntoNode, Node, el, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// What the address asks for.
#[derive(Clone, PartialEq)]
struct Choice {
    by: By,
    audience: Option<Audience>,
    group: String,
}

impl Choice {
    fn read(filters: Filters) -> Self {
        Self {
            by: filters.get("par").and_then(|word| By::parse(&word)).unwrap_or(By::Thematique),
            audience: filters.get("type").and_then(|word| Audience::parse(&word)),
            group: filters.get("groupe").unwrap_or_default(),
        }
    }

    fn href(&self) -> String {
        let by = if self.by == By::Thematique { "" } else { self.by.as_str() };
        address(&[("par", by), ("type", self.audience.map_or("", Audience::as_str)), ("groupe", &self.group)])
    }

    fn go(&self) {
        crate::browser::page::go(&self.href());
    }
}

/// The section.
pub fn browse(store: Store, filters: Filters) -> Node {
    let asked = Memo::new(move |_| filters.get("q").unwrap_or_default());
    let choice = Memo::new(move |_| Choice::read(filters));
    let searched = StoredValue::new(false);
    let body = move || {
        let framework = untrack(|| store.framework())?;
        let asked = asked.get();
        if !asked.is_empty() {
            return Some(search::results(filters, &framework, &asked, searched));
        }
        let choice = choice.get();
        let groups = groups(&framework, choice.by, choice.audience);
        Some(shown(&framework, &groups, &choice))
    };
    let choices = move || asked.with(String::is_empty).then(|| choices(choice));
    kids![el("section.stack-l", kids![search::form(filters, searched), choices]), body]
}

fn choices(choice: Memo<Choice>) -> El {
    let by = By::ALL.iter().map(|by| (by.as_str().to_owned(), by.label().to_owned())).collect();
    let everyone = [(String::new(), "Tous les types".to_owned())];
    let audience = Audience::ALL.iter().map(|kind| (kind.as_str().to_owned(), kind.label().to_owned()));
    el(
        "div.form.row",
        kids![
            select(
                "Ranger les questions",
                by,
                move || choice.with(|c| c.by.as_str().to_owned()),
                move |value| {
                    let by = By::parse(&value).unwrap_or(By::Thematique);
                    Choice { by, group: String::new(), ..choice.get_untracked() }.go();
                }
            ),
            select(
                "Celles que l’on pose dans",
                everyone.into_iter().chain(audience).collect(),
                move || choice.with(|c| c.audience.map_or("", Audience::as_str).to_owned()),
                move |value| Choice { audience: Audience::parse(&value), ..choice.get_untracked() }.go()
            ),
        ],
    )
}

/// The names of the groups, and the questions of one.
fn shown(framework: &Framework, groups: &[Group], choice: &Choice) -> Node {
    let Some(group) = groups.iter().find(|g| g.id == choice.group).or(groups.first()) else {
        return el("p", "Ce référentiel ne propose pas de correspondance de cette sorte.").into_node();
    };
    let name = |g: &Group| {
        let here = (g.id == group.id).then_some("true");
        let words = format!("{} ({})", g.title, g.len());
        let href = Choice { group: g.id.clone(), ..choice.clone() }.href();
        el("li", link("btn txt", href, words).attr("aria-current", here))
    };
    let proposed = (choice.by != By::Thematique).then(|| {
        el(
            "p.meta",
            "Ces correspondances sont proposées. Une question peut se trouver dans plusieurs groupes, ou dans aucun.",
        )
    });
    let parts: Vec<_> = group.parts.iter().map(|(title, criteria)| part(framework, *title, criteria)).collect();
    kids![
        el("nav", el("ul.groups", groups.iter().map(name).collect::<Vec<_>>())).label("Groupes de questions"),
        el(
            "section.stack-l",
            kids![
                el(
                    "div.stack",
                    kids![
                        el("h2", group.title.clone()),
                        group.summary.map(|summary| el("p", summary.to_owned())),
                        el("p.meta", count(group.len(), "question", "questions")),
                        proposed,
                    ]
                ),
                parts,
            ]
        ),
    ]
}

fn part(framework: &Framework, title: Option<&str>, criteria: &[&Criterion]) -> El {
    let items: Vec<_> = criteria.iter().map(|c| item(framework, c)).collect();
    el("div", kids![title.map(|title| el("h3.rule", title.to_owned())), el("ul.asked", items)])
}

fn item(framework: &Framework, criterion: &Criterion) -> El {
    let marks = marks(criterion);
    let facts: Vec<_> = criterion
        .levels
        .iter()
        .map(|fact| (results::level_class(fact.level), results::level(framework, fact.level), fact.text.clone()))
        .collect();
    let facts = move || {
        let fact = |(class, name, text): &(&'static str, String, String)| {
            el("li", kids![stairs(class), el("span", kids![el("b", name.clone()), "\u{a0}: ", text.clone()])])
        };
        el("ol.signs", facts.iter().map(fact).collect::<Vec<_>>()).into_node()
    };
    el(
        "li",
        kids![
            link("", Route::Criterion(criterion.id.clone()).href(), criterion.title.clone()),
            (!marks.is_empty()).then(|| el("span.small.meta", marks)),
            el("p", criterion.question.clone()),
            folded("Ses quatre paliers", facts),
        ],
    )
}

/// The way back from a search.
pub fn home() -> String {
    address(&[("voir", See::Questions.as_str())])
}

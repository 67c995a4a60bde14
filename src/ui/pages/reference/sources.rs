//! The sources: how many of their entries an action answers, document by document, then each entry.

use super::{Filters, See, address, pages};
use crate::framework::coverage::{Entry, Row, answers, entries, table};
use crate::framework::{Framework, Reach};
use crate::routes::Route;
use crate::texts::reference;
use crate::ui::components::select;
use crate::ui::dom::{El, Node, el, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How many entries a page shows, and how many actions an entry.
const PAGE: usize = 10;
const ACTIONS: usize = 3;

/// The section.
pub fn sources(store: Store, filters: Filters, framework: &Framework) -> Node {
    let rows = table(framework);
    let (documents, whole) = rows.split_at(rows.len().saturating_sub(1));
    let names: Vec<String> = documents.iter().map(|row| row.document.to_owned()).collect();
    let choices = ["Tous".to_owned()].into_iter().chain(names).enumerate().map(|(n, name)| (n.to_string(), name));
    let chosen = Memo::new(move |_| filters.get("document").unwrap_or_else(|| "0".to_owned()));
    let choose = move |value: String| crate::browser::page::go(&to(&value, ""));
    let list = move || {
        let framework = untrack(|| store.framework())?;
        Some(listed(filters, &framework, &chosen.get()))
    };
    kids![
        el(
            "section.stack",
            kids![
                whole.first().map(|row| el("p", reference::coverage(row))),
                el(
                    "p.meta",
                    "Chaque entrée est résumée avec nos mots. Une entrée répétée ailleurs compte avec celle qu’elle répète."
                ),
                coverage(&rows),
            ]
        ),
        el(
            "section.stack-l",
            kids![
                el("h2", "Chaque entrée, et ce qui y répond"),
                el("div.form", select("Document", choices.collect(), move || chosen.get(), choose)),
                list,
            ]
        ),
    ]
}

fn to(document: &str, page: &str) -> String {
    let document = if document == "0" { "" } else { document };
    address(&[("voir", See::Sources.as_str()), ("document", document), ("page", page)])
}

fn coverage(rows: &[Row]) -> El {
    let columns =
        ["Document", "Entrées", "À notre portée", "Avec une action", "Dont une demande", "Sans action, avec la raison"];
    let head: Vec<_> =
        columns.iter().map(|name| el("th", *name).attr("scope", "col").attr("role", "columnheader")).collect();
    let row = |row: &Row| {
        let name = if row.document.is_empty() { "Ensemble".to_owned() } else { row.document.to_owned() };
        let numbers = [row.entries, row.within_reach, row.cited, row.asked, row.explained];
        let cells: Vec<_> = columns[1..]
            .iter()
            .zip(numbers)
            .map(|(column, n)| el("td", n.to_string()).attr("role", "cell").attr("data-l", *column))
            .collect();
        el("tr", kids![el("th", name).attr("scope", "row").attr("role", "rowheader"), cells]).attr("role", "row")
    };
    el(
        "table.fold",
        kids![
            el("caption", "Couverture des sources"),
            el("thead", el("tr", head).attr("role", "row")).attr("role", "rowgroup"),
            el("tbody", rows.iter().map(row).collect::<Vec<_>>()).attr("role", "rowgroup"),
        ],
    )
    .attr("role", "table")
}

fn listed(filters: Filters, framework: &Framework, document: &str) -> Node {
    let all = entries(framework);
    let number = document.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let name = number.and_then(|n| table(framework).get(n).map(|row| row.document.to_owned()));
    let kept: Vec<&Entry> =
        all.iter().filter(|e| name.as_ref().is_none_or(|name| e.proposition.document == *name)).collect();
    let of = kept.len().div_ceil(PAGE);
    let at = filters.page().min(of.saturating_sub(1));
    let items: Vec<_> = kept.iter().skip(at * PAGE).take(PAGE).map(|e| item(framework, e)).collect();
    kids![el("ul.asked", items), pages(at, of, |page| to(document, page))]
}

fn item(framework: &Framework, entry: &Entry) -> El {
    let own = entry.proposition;
    let place = format!("{} · {} ({})", own.document, own.section, reference::kind(own.kind));
    let found = answers(framework, own);
    let action = |action: &&crate::framework::Action| {
        let asked = if action.reach == Reach::Etablissement { "" } else { "À demander\u{a0}: " };
        el("li", kids![asked, link("", Route::Criterion(action.criterion.clone()).href(), action.title.clone())])
    };
    let more = found.len().saturating_sub(ACTIONS);
    let answer = if found.is_empty() {
        el("p", reference::unanswered(entry))
    } else {
        let more = (more > 0).then(|| el("li", crate::texts::format::count(more, "autre action", "autres actions")));
        el("ul.plain", kids![found.iter().take(ACTIONS).map(action).collect::<Vec<_>>(), more])
    };
    el("li", kids![el("b", own.title.clone()), el("span.small.meta", place), answer])
}

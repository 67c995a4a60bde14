//! Following: the dates that are past, and the whole table, narrowed by the address.

use super::lists;
use crate::domain::follow::by_day;
use crate::domain::{Dossier, PlanItem};
use crate::framework::Framework;
use crate::routes::{Address, Route};
use crate::texts::{follow as words, narrow};
use crate::ui::components::{empty, plan_table};
use crate::ui::dom::{El, el, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How many decided actions a page holds.
const A_PAGE: usize = 20;
/// How many past dates are told one by one.
const TOLD: usize = 5;

pub fn follow(store: Store) -> impl Fn() -> Option<El> {
    move || {
        store.read(|framework, dossier, _| {
            if dossier.plan.is_empty() {
                let act = link("btn", Route::Plan.href(), "Choisir parmi les pistes");
                return empty(
                    "Rien à suivre pour l’instant",
                    "Les actions décidées se suivent ici, date par date.",
                    act,
                );
            }
            store.address.with(|address| narrowed(store, framework, dossier, address))
        })
    }
}

fn narrowed(store: Store, framework: &Framework, dossier: &Dossier, address: &Address) -> El {
    let today = store.today();
    let all: Vec<&PlanItem> = dossier.plan.iter().collect();
    let tags: Vec<_> = all.iter().map(|item| narrow::tags_of_item(framework, item, today)).collect();
    let chosen = lists::chosen(address, &narrow::OF_PLAN);
    let kept: Vec<&PlanItem> =
        all.iter().zip(&tags).filter(|(_, tags)| narrow::keeps(tags, &chosen)).map(|(item, _)| *item).collect();
    let (shown, total) = (kept.len(), all.len());
    let late = chosen.is_empty().then(|| late(store, framework, &all)).flatten();
    let page = lists::cut(kept, lists::page_of(address), A_PAGE);
    let table = (shown > 0).then(|| plan_table(framework, &page, today, true));
    let nothing = (shown == 0).then(|| lists::nothing("Aucune action ne répond à tous ces choix."));
    el(
        "section.stack-l",
        kids![
            late,
            lists::choices(store, &narrow::OF_PLAN, &tags),
            lists::count(address, &narrow::OF_PLAN, words::shown(shown, total)),
            nothing,
            table,
            lists::pages(address, shown, A_PAGE),
        ],
    )
}

/// The dates that are past, the oldest first.
fn late(store: Store, framework: &Framework, all: &[&PlanItem]) -> Option<El> {
    let today = store.today();
    let late: Vec<(&PlanItem, String)> = by_day(framework, all.to_vec(), today)
        .into_iter()
        .filter_map(|item| Some((item, words::late(framework, item, today)?)))
        .collect();
    let line = |(item, said): &(&PlanItem, String)| {
        let to = link("", Route::PlanItem(item.id.clone()).href(), words::title(item).to_owned());
        el("li", kids![to, format!("\u{a0}: {said}.")])
    };
    let items: Vec<_> = late.iter().take(TOLD).map(line).collect();
    let more = (late.len() > TOLD).then(|| el("p", link("", "#/plan?echeance=passee", words::all_late(late.len()))));
    (!items.is_empty()).then(|| {
        let advice = "Une nouvelle date, un autre pilote, ou «\u{a0}Non retenu\u{a0}»\u{a0}: les trois se valent.";
        el(
            "section.stack",
            kids![el("h2#h-late", words::late_title(late.len())), el("p.meta", advice), el("ul.plain", items), more],
        )
        .attr("aria-labelledby", "h-late")
    })
}

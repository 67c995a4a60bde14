//! The calendar: a sentence, a drawing over the school years, and the table that says the same.

use super::lists;
use crate::charts;
use crate::domain::follow::by_day;
use crate::domain::{Dossier, PlanItem};
use crate::framework::Framework;
use crate::routes::{Address, Route};
use crate::texts::follow as words;
use crate::ui::components::{calendar_table, empty};
use crate::ui::dom::{El, el, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How many actions a page holds.
const A_PAGE: usize = 20;

pub fn calendar(store: Store) -> impl Fn() -> Option<El> {
    move || {
        store.read(|framework, dossier, _| {
            let open: Vec<&PlanItem> = dossier.plan.iter().filter(|item| item.is_open()).collect();
            if open.is_empty() {
                let act = link("btn", Route::Plan.href(), "Choisir parmi les pistes");
                return empty("Le calendrier est vide", "Il montrera quand tombent les actions à mener.", act);
            }
            store.address.with(|address| draw(store, framework, dossier, open, address))
        })
    }
}

fn draw(store: Store, framework: &Framework, dossier: &Dossier, open: Vec<&PlanItem>, address: &Address) -> El {
    let today = store.today();
    let total = open.len();
    let lines = charts::timeline_lines(framework, &open, today);
    // Too fine for a narrow screen, where the table says it all.
    let chart = (!lines.is_empty()).then(|| {
        let (size, shapes) = charts::timeline(&lines, today);
        let drawing = el("div.chart", ())
            .attr("role", "img")
            .label("Calendrier des actions à mener, par thématique. Le tableau du calendrier donne les mêmes dates.")
            .svg(charts::draw(size, &shapes));
        el("div.wide-only", kids![drawing, el("p.small.meta", "Le trait plein est aujourd’hui.")])
    });
    let items = lists::cut(by_day(framework, open, today), lists::page_of(address), A_PAGE);
    el(
        "section.stack-l",
        kids![
            el(
                "figure",
                kids![
                    el(
                        "figcaption",
                        kids![el("b", "Quand tombent nos actions"), words::calendar(framework, dossier, today),]
                    ),
                    chart,
                ]
            ),
            calendar_table(framework, &items, today),
            lists::pages(address, total, A_PAGE),
        ],
    )
}

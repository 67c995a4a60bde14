//! « À demander à… »: grouped by addressee, each with the fact that supports it, and a letter a group.

use super::save_text;
use crate::documents::named;
use crate::domain::requests::{ADDRESSEES, Request, requests_to};
use crate::domain::suggestions::suggest;
use crate::domain::{Campaign, Dossier};
use crate::framework::{Framework, Reach};
use crate::routes::Route;
use crate::texts::{format, letter, plan as words, results};
use crate::ui::actions;
use crate::ui::components::empty;
use crate::ui::dom::{El, button, el, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;

pub fn requests(store: Store) -> impl Fn() -> Option<El> {
    move || store.read(|framework, dossier, campaign| groups(store, framework, dossier, campaign))
}

fn groups(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let found = suggest(framework, dossier, campaign);
    let group = |reach: Reach| {
        let requests = requests_to(reach, framework, dossier, campaign, &found);
        (!requests.is_empty()).then(|| group(store, dossier, reach, &requests))
    };
    let groups: Vec<El> = ADDRESSEES.into_iter().filter_map(group).collect();
    if groups.is_empty() {
        let act = link("btn", Route::Plan.href(), "Revenir aux pistes");
        return empty("Rien à demander pour l’instant", "Ce qui ne dépend pas de nous seuls apparaîtra ici.", act);
    }
    let meta = "Ce qui ne dépend pas de nous seuls, avec le fait qui appuie la demande.";
    el("section.stack-l", kids![el("div", kids![el("h2#h-asks", "À demander à…"), el("p.meta", meta)]), groups])
        .attr("aria-labelledby", "h-asks")
}

fn group(store: Store, dossier: &Dossier, reach: Reach, requests: &[Request]) -> El {
    let title = results::addressee(reach, &dossier.school);
    let items: Vec<_> = requests.iter().map(|r| request(store, r)).collect();
    let save = button("btn", "Télécharger la lettre", move || save_letter(store, reach))
        .label(format!("Télécharger la lettre\u{a0}: {}", format::lower(title)));
    el("div.stack.rule", kids![el("h3", title), el("ul.stack", items), el("div.acts", save)])
}

fn request(store: Store, r: &Request) -> El {
    let title = r.title().to_owned();
    let id = r.action.id.clone();
    let fact = r.from.map(|from| el("p.meta", kids!["Aujourd’hui\u{a0}: ", format::lower(r.criterion.fact(from))]));
    let act = match r.item {
        Some(item) => kids![
            el("span.meta", format!("Décidé. {}. ", words::item_state(item))),
            link("", Route::PlanItem(item.id.clone()).href(), "Modifier").label(format!("Modifier\u{a0}: {title}")),
        ],
        None => kids![
            button("btn txt", "Décider de demander", move || actions::decide(store, &id))
                .label(format!("Décider de demander\u{a0}: {title}")),
        ],
    };
    el("li", kids![el("p", el("b", title)), fact, el("p", act)])
}

/// The letter of a group, as a text to be finished and signed.
fn save_letter(store: Store, reach: Reach) {
    let today = store.today();
    let file = untrack(|| {
        store.read(|framework, dossier, campaign| {
            let found = suggest(framework, dossier, campaign);
            let requests = requests_to(reach, framework, dossier, campaign, &found);
            let text = letter::letter(&dossier.school, campaign, reach, &requests, today);
            (named(dossier, today, &letter::file_ending(reach, &dossier.school)), text)
        })
    });
    if let Some((name, text)) = file {
        save_text(store, &name, &text, "text/plain;charset=utf-8");
    }
}

//! The pistes: each with its reason and what it would make true; all of them, narrowed by the address.

use super::lists;
use crate::domain::Campaign;
use crate::domain::suggestions::{Suggestion, suggest};
use crate::framework::Framework;
use crate::routes::{Address, Route};
use crate::texts::{narrow, plan as words, results};
use crate::ui::actions;
use crate::ui::components::{empty, stairs};
use crate::ui::dom::{El, el, kids, leaving, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How many pistes a page holds.
const A_PAGE: usize = 12;

/// « Toutes les pistes ».
pub fn all(store: Store) -> impl Fn() -> Option<El> {
    move || {
        store.read(|framework, dossier, campaign| {
            let found = suggest(framework, dossier, campaign);
            if found.pistes.is_empty() {
                return none(campaign);
            }
            store.address.with(|address| list(store, framework, &found.pistes, address))
        })
    }
}

fn list(store: Store, framework: &Framework, pistes: &[Suggestion], address: &Address) -> El {
    let tags: Vec<_> = pistes.iter().map(|piste| narrow::tags_of_piste(framework, piste)).collect();
    let chosen = lists::chosen(address, &narrow::OF_PISTES);
    let kept: Vec<&Suggestion> =
        pistes.iter().zip(&tags).filter(|(_, tags)| narrow::keeps(tags, &chosen)).map(|(piste, _)| piste).collect();
    let (shown, total) = (kept.len(), pistes.len());
    let items: Vec<_> =
        lists::cut(kept, lists::page_of(address), A_PAGE).into_iter().map(|s| piste(store, framework, s)).collect();
    let nothing = (shown == 0).then(|| lists::nothing("Aucune piste ne répond à tous ces choix."));
    el(
        "section.stack-l",
        kids![
            el("h2#h-pistes", words::all_pistes(total)),
            lists::choices(store, &narrow::OF_PISTES, &tags),
            lists::count(address, &narrow::OF_PISTES, words::pistes_shown(shown, total)),
            nothing,
            el("ul.pistes", items),
            lists::pages(address, shown, A_PAGE),
            el("p", link("", Route::Plan.href(), "Revenir au plan")),
        ],
    )
    .attr("aria-labelledby", "h-pistes")
}

/// What stands for the pistes when there is none.
pub fn none(campaign: &Campaign) -> El {
    let (title, text) = if campaign.answers.is_empty() {
        ("Les pistes viendront avec les réponses", "Chaque réponse ouvre une piste vers la marche suivante.")
    } else {
        ("Aucune autre piste pour l’instant", "Tout ce qui est proposé est déjà décidé, mis de côté ou atteint.")
    };
    empty(title, text, link("btn", Route::Questions.href(), "Reprendre les questions"))
}

/// One piste.
pub fn piste(store: Store, framework: &Framework, s: &Suggestion) -> El {
    let (strong, rest) = words::reason(s);
    let (decided, put_off) = (s.action.id.clone(), s.action.id.clone());
    let title = &s.action.title;
    el(
        "li.piste",
        kids![
            el("p.eye", s.thematique.title.clone()),
            el("h3", title.clone()),
            el(
                "p.move",
                kids![
                    stairs(results::level_class(s.from)),
                    stairs(results::level_class(s.action.to)),
                    el("span", words::from_to(framework, s.from, s.action.to)),
                ]
            ),
            el("p", kids![el("b", strong), " ", rest]),
            el("p.small.meta", words::makes_true(s)),
            el(
                "div.acts",
                kids![
                    leaving("btn", "Décider", move || actions::decide(store, &decided))
                        .label(format!("Décider\u{a0}: {title}")),
                    leaving("btn txt", "Pas maintenant", move || actions::set_aside(store, &put_off, true))
                        .label(format!("Pas maintenant\u{a0}: {title}")),
                ]
            ),
        ],
    )
}

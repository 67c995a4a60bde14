//! Deciding: our six pistes, what is decided, what is asked, what to check first, what was put off.

use super::{lists, pistes};
use crate::domain::suggestions::{FIRST, Suggestions, ToCheck, suggest};
use crate::domain::{Campaign, Day, Dossier, PlanItem};
use crate::framework::{Action, Framework};
use crate::routes::{Address, Route};
use crate::texts::{evolution, plan as words};
use crate::ui::actions;
use crate::ui::components::{empty, plan_table, unfold};
use crate::ui::dom::{El, Node, el, kids, leaving, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How many decided actions a page holds beside the pistes.
const A_PAGE: usize = 12;

pub fn decide(store: Store) -> Node {
    let some_put_off = Memo::new(move |_| store.read(|f, d, _| aside(f, d).next().is_some()).unwrap_or(false));
    kids![
        move || store.read(|framework, dossier, campaign| six(store, framework, dossier, campaign)),
        move || store.read(|f, d, _| store.address.with(|address| decided(store, f, d, address))),
        move || store.read(|f, d, c| apart(f, d, c, store.today())),
        move || some_put_off.get().then(|| put_off(store)),
    ]
}

fn six(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let found = suggest(framework, dossier, campaign);
    if found.pistes.is_empty() {
        return pistes::none(campaign);
    }
    let six = found.first_six();
    let total = found.pistes.len();
    let why = format!(
        "Choisies parce qu’elles ouvrent un palier ou avancent vite, deux au plus par thématique parmi les {FIRST} premières. Rien n’est décidé à notre place."
    );
    let items: Vec<_> = six.iter().map(|s| pistes::piste(store, framework, s)).collect();
    let all = (total > six.len()).then(|| el("p", link("", "#/plan?pistes=toutes", words::all_pistes(total))));
    el(
        "section.stack-l",
        kids![
            el("div", kids![el("h2#h-pistes", words::pistes_title(six.len())), el("p.meta", why)]),
            el("ul.pistes", items),
            all,
        ],
    )
    .attr("aria-labelledby", "h-pistes")
}

fn decided(store: Store, framework: &Framework, dossier: &Dossier, address: &Address) -> El {
    if dossier.plan.is_empty() {
        return empty(
            "Le plan d’action est vide",
            "Décidez une piste ci-dessus\u{a0}: elle arrive ici avec son axe, ses étapes et ses indicateurs.",
            (),
        );
    }
    let items: Vec<&PlanItem> = lists::cut(dossier.plan.iter().collect(), lists::page_of(address), A_PAGE);
    let pages = lists::pages(address, dossier.plan.len(), A_PAGE);
    el("div.stack", kids![plan_table(framework, &items, store.today(), true), pages])
}

/// What is asked of others, what is to be checked.
fn apart(framework: &Framework, dossier: &Dossier, campaign: &Campaign, today: Day) -> Node {
    let found = suggest(framework, dossier, campaign);
    kids![asked(&found), to_check(campaign, &found, today)]
}

fn asked(found: &Suggestions) -> Option<El> {
    let words = words::requests(found.requests.len())?;
    let to = link("btn", "#/plan?vue=demandes", "Préparer les demandes");
    Some(
        el("section.stack", kids![el("h2#h-asks", "À demander à…"), el("p", words), el("div.acts", to)])
            .attr("aria-labelledby", "h-asks"),
    )
}

fn to_check(campaign: &Campaign, found: &Suggestions, today: Day) -> Option<El> {
    let line = |line: &ToCheck| {
        let who = campaign.answers.get(&line.criterion.id).and_then(|answer| evolution::checked(answer, today));
        let route = Route::SubTheme {
            thematique: line.thematique.id.as_str().to_owned(),
            sub_theme: line.criterion.sub_theme.last_part().to_owned(),
        };
        let title = link("", route.href(), line.criterion.title.clone());
        el("li", kids![title, who.map(|who| format!("\u{a0}: {who}"))])
    };
    let items: Vec<_> = found.to_check.iter().map(line).collect();
    (!items.is_empty()).then(|| {
        el("section.stack", kids![el("h2#h-check", "À vérifier d’abord"), el("ul.plain", items)])
            .attr("aria-labelledby", "h-check")
    })
}

/// The actions put off that the référentiel has.
fn aside<'a>(framework: &'a Framework, dossier: &'a Dossier) -> impl Iterator<Item = &'a Action> {
    dossier.set_aside.iter().filter_map(|aside| framework.action(&aside.action))
}

/// What was put off, drawn once it is asked for.
fn put_off(store: Store) -> El {
    let line = move |action: &Action| {
        let id = action.id.clone();
        let recall = leaving("btn txt", "Proposer à nouveau", move || actions::set_aside(store, &id, false))
            .label(format!("Proposer à nouveau\u{a0}: {}", action.title));
        el("li", kids![action.title.clone(), " ", recall])
    };
    let summary = move || store.read(|f, d, _| words::set_aside(aside(f, d).count()));
    unfold(summary, move || store.read(|f, d, _| el("ul.plain", aside(f, d).map(line).collect::<Vec<_>>())))
}

//! The plan: what is decided, our six pistes or all of them, what was put off, what is asked of others, what to check.

use crate::domain::suggestions::{FIRST, Suggestion, Suggestions, ToCheck, suggest};
use crate::domain::{Campaign, Dossier, PlanItem};
use crate::framework::{Action, Framework, Reach};
use crate::routes::Route;
use crate::texts::{self, plan as words, results};
use crate::ui::actions;
use crate::ui::components::{empty, plan_table, stairs};
use crate::ui::dom::{El, IntoNode, Node, button, el, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// How many decided actions, or pistes, a page holds: few enough for a light screen.
const A_PAGE: usize = 12;

/// The screen.
pub fn plan() -> Node {
    let store = store();
    let all = Memo::new(move |_| store.address.with(|a| a.get("pistes") == Some("toutes")));
    let page =
        Memo::new(move |_| store.address.with(|a| a.get("page").and_then(|p| p.parse().ok()).unwrap_or(1_usize)));
    kids![
        move || store.read(|framework, dossier, _| opening(store, framework, dossier)),
        move || store.read(|f, d, c| pistes(store, f, d, c, all.get(), page.get())),
        move || store.read(|f, d, _| (!all.get()).then(|| decided(store, f, d, page.get()))),
        move || store.read(|f, d, c| (!all.get()).then(|| apart(store, f, d, c))),
    ]
}

fn opening(store: Store, framework: &Framework, dossier: &Dossier) -> El {
    let (decided, next) = words::headline(framework, dossier, store.today());
    el(
        "section.stack-l",
        kids![
            el("h1.eye", "Plan d’action").attr("tabindex", "-1"),
            el("p.say", kids![decided, next.map(|next| kids![" ", el("span", next)])]),
            el(
                "div.acts",
                kids![
                    button("btn", "Ajouter une action à nous", move || actions::add_own(store)),
                    link("btn txt", Route::Report.href(), "Voir le rapport à imprimer"),
                ]
            ),
        ],
    )
}

fn pistes(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign, all: bool, page: usize) -> El {
    let found = suggest(framework, dossier, campaign);
    if found.pistes.is_empty() {
        return no_piste(campaign);
    }
    let total = found.pistes.len();
    let (list, title, more): (Vec<&Suggestion>, String, Node) = if all {
        let from = (page.max(1) - 1) * A_PAGE;
        let back = el("a", "Revenir au plan").attr("href", Route::Plan.href());
        let more = kids![pages(total, page, "?pistes=toutes&page="), el("p", back)];
        (found.pistes.iter().skip(from).take(A_PAGE).collect(), words::all_pistes(total), more)
    } else {
        let six = found.first_six();
        let title = words::pistes_title(six.len());
        let all = || el("p", el("a", words::all_pistes(total)).attr("href", "#/plan?pistes=toutes"));
        let more = (total > six.len()).then(all);
        (six, title, more.into_node())
    };
    let items: Vec<_> = list.iter().map(|s| piste(store, framework, s)).collect();
    let why = format!(
        "Choisies parce qu’elles ouvrent un palier ou avancent vite, deux au plus par thématique parmi les {FIRST} premières. Rien n’est décidé à notre place."
    );
    el(
        "section.stack-l",
        kids![el("div", kids![el("h2#h-pistes", title), el("p.meta", why)]), el("ul.pistes", items), more,],
    )
    .attr("aria-labelledby", "h-pistes")
}

fn no_piste(campaign: &Campaign) -> El {
    let (title, text) = if campaign.answers.is_empty() {
        ("Les pistes viendront avec les réponses", "Chaque réponse ouvre une piste vers la marche suivante.")
    } else {
        ("Aucune autre piste pour l’instant", "Tout ce qui est proposé est déjà décidé, mis de côté ou atteint.")
    };
    empty(title, text, link("btn", Route::Questions.href(), "Reprendre les questions"))
}

fn piste(store: Store, framework: &Framework, s: &Suggestion) -> El {
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
            el(
                "div.acts",
                kids![
                    button("btn", "Décider", move || actions::decide(store, &decided))
                        .label(format!("Décider\u{a0}: {title}")),
                    button("btn txt", "Pas maintenant", move || actions::set_aside(store, &put_off, true))
                        .label(format!("Pas maintenant\u{a0}: {title}")),
                ]
            ),
        ],
    )
}

fn decided(store: Store, framework: &Framework, dossier: &Dossier, page: usize) -> El {
    if dossier.plan.is_empty() {
        return empty(
            "Le plan d’action est vide",
            "Décidez une piste ci-dessus\u{a0}: elle arrive ici avec son axe, ses étapes et ses indicateurs.",
            (),
        );
    }
    let from = (page.max(1) - 1) * A_PAGE;
    let items: Vec<&PlanItem> = dossier.plan.iter().skip(from).take(A_PAGE).collect();
    el(
        "div.stack",
        kids![plan_table(framework, &items, store.today(), true), pages(dossier.plan.len(), page, "?page="),],
    )
}

/// Links to the pages of a long list; nothing for one page.
fn pages(total: usize, page: usize, query: &'static str) -> Option<El> {
    let count = total.div_ceil(A_PAGE);
    let to = |n: usize| {
        link("btn txt", format!("#/plan{query}{n}"), format!("Page {n}"))
            .attr("aria-current", (n == page).then_some("page"))
    };
    (count > 1).then(|| el("nav.acts", (1..=count).map(to).collect::<Vec<_>>()).label("Pages"))
}

/// What is asked of others, what is to be checked, what was put off.
fn apart(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Node {
    let found = suggest(framework, dossier, campaign);
    kids![requests(store, dossier, &found), to_check(campaign, &found), put_off(store, framework, dossier)]
}

fn requests(store: Store, dossier: &Dossier, found: &Suggestions) -> Option<El> {
    let group = |reach: Reach| {
        let items: Vec<_> =
            found.requests.iter().filter(|s| s.action.reach == reach).map(|s| request(store, s)).collect();
        let title = results::addressee(reach, &dossier.school);
        (!items.is_empty()).then(|| el("div.stack.rule", kids![el("h3", title), el("ul.stack", items)]))
    };
    let groups: Vec<_> =
        [Reach::Collectivite, Reach::Academie, Reach::National].into_iter().filter_map(group).collect();
    let meta = "Ce qui ne dépend pas de nous seuls, avec le fait qui appuie la demande.";
    (!groups.is_empty()).then(|| {
        el(
            "section.stack-l",
            kids![el("div", kids![el("h2#h-asks", "À demander à…"), el("p.meta", meta)]), el("div.cols", groups),],
        )
        .attr("aria-labelledby", "h-asks")
    })
}

fn request(store: Store, s: &Suggestion) -> El {
    let id = s.action.id.clone();
    let title = &s.action.title;
    el(
        "li",
        kids![
            el("p", el("b", title.clone())),
            el("p.meta", kids!["Aujourd’hui\u{a0}: ", texts::format::lower(s.criterion.fact(s.from))]),
            button("btn txt", "Décider de demander", move || actions::decide(store, &id))
                .label(format!("Décider de demander\u{a0}: {title}")),
        ],
    )
}

fn to_check(campaign: &Campaign, found: &Suggestions) -> Option<El> {
    let line = |line: &ToCheck| {
        let who = campaign.answers.get(&line.criterion.id).and_then(results::check);
        let route = Route::SubTheme {
            thematique: line.thematique.id.as_str().to_owned(),
            sub_theme: line.criterion.sub_theme.last_part().to_owned(),
        };
        let title = el("a", line.criterion.title.clone()).attr("href", route.href());
        el("li", kids![title, who.map(|who| format!("\u{a0}: {who}"))])
    };
    let items: Vec<_> = found.to_check.iter().map(line).collect();
    (!items.is_empty()).then(|| {
        el("section.stack", kids![el("h2#h-check", "À vérifier d’abord"), el("ul.plain", items)])
            .attr("aria-labelledby", "h-check")
    })
}

fn put_off(store: Store, framework: &Framework, dossier: &Dossier) -> Option<El> {
    let line = |action: &Action| {
        let id = action.id.clone();
        let recall = button("btn txt", "Proposer à nouveau", move || actions::set_aside(store, &id, false))
            .label(format!("Proposer à nouveau\u{a0}: {}", action.title));
        el("li", kids![action.title.clone(), " ", recall])
    };
    let items: Vec<_> =
        dossier.set_aside.iter().filter_map(|aside| framework.action(&aside.action)).map(line).collect();
    let summary = words::set_aside(items.len());
    (!items.is_empty()).then(|| el("details", kids![el("summary", summary), el("ul.plain", items)]))
}

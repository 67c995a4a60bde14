//! The plan: what is decided, our six pistes or all of them, what was put off, what is asked of others, what to check.

use crate::domain::suggestions::{FIRST, Suggestion, Suggestions, suggest};
use crate::domain::{Campaign, Dossier, PlanItem};
use crate::framework::{Framework, Reach};
use crate::names::ActionId;
use crate::routes::Route;
use crate::texts::{self, plan, results};
use crate::ui::actions;
use crate::ui::components::{empty, plan_table, stairs};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// How many decided actions, or pistes, a page holds: few enough for a light screen.
const A_PAGE: usize = 12;

/// The screen.
#[component]
pub fn Plan() -> impl IntoView {
    let store = store();
    let all = Memo::new(move |_| store.address.with(|a| a.get("pistes") == Some("toutes")));
    let page =
        Memo::new(move |_| store.address.with(|a| a.get("page").and_then(|p| p.parse().ok()).unwrap_or(1_usize)));
    view! {
        {move || store.read(|framework, dossier, _| opening(store, framework, dossier))}
        {move || store.read(|f, d, c| pistes(store, f, d, c, all.get(), page.get()))}
        {move || store.read(|f, d, _| if all.get() { None } else { Some(decided(store, f, d, page.get())) })}
        {move || store.read(|f, d, c| if all.get() { None } else { Some(apart(store, f, d, c)) })}
    }
}

fn opening(store: Store, framework: &Framework, dossier: &Dossier) -> impl IntoView + use<> {
    let (decided, next) = plan::headline(framework, dossier, store.today());
    view! {
        <section class="stack-l">
            <h1 class="eye" tabindex="-1">"Plan d’action"</h1>
            <p class="say">{decided}{next.map(|next| view! { " "<span>{next}</span> })}</p>
            <div class="acts">
                <button class="btn" type="button" on:click=move |_| actions::add_own(store)>"Ajouter une action à nous"</button>
                <a class="btn txt" href=Route::Report.href()>"Voir le rapport à imprimer"</a>
            </div>
        </section>
    }
}

fn pistes(
    store: Store,
    framework: &Framework,
    dossier: &Dossier,
    campaign: &Campaign,
    all: bool,
    page: usize,
) -> AnyView {
    let found = suggest(framework, dossier, campaign);
    if found.pistes.is_empty() {
        return no_piste(campaign).into_any();
    }
    let total = found.pistes.len();
    let (list, title, aside): (Vec<&Suggestion>, String, _) = if all {
        let from = (page.max(1) - 1) * A_PAGE;
        (
            found.pistes.iter().skip(from).take(A_PAGE).collect(),
            plan::all_pistes(total),
            pages(total, page, "?pistes=toutes&page="),
        )
    } else {
        let six = found.first_six();
        let title = plan::pistes_title(six.len());
        (six, title, None)
    };
    let more = if all {
        Some(view! { <p><a href=Route::Plan.href()>"Revenir au plan"</a></p> }.into_any())
    } else {
        (total > list.len())
            .then(|| view! { <p><a href="#/plan?pistes=toutes">{plan::all_pistes(total)}</a></p> }.into_any())
    };
    let items: Vec<_> = list.iter().map(|s| piste(store, framework, s)).collect();
    view! {
        <section class="stack-l" aria-labelledby="h-pistes">
            <div><h2 id="h-pistes">{title}</h2>
                <p class="meta">"Choisies parce qu’elles ouvrent un palier ou avancent vite, deux au plus par thématique parmi les "{FIRST}" premières. Rien n’est décidé à notre place."</p>
            </div>
            <ul class="pistes">{items}</ul>{aside}{more}
        </section>
    }
    .into_any()
}

fn no_piste(campaign: &Campaign) -> impl IntoView + use<> {
    let (title, text) = if campaign.answers.is_empty() {
        ("Les pistes viendront avec les réponses", "Chaque réponse ouvre une piste vers la marche suivante.")
    } else {
        ("Aucune autre piste pour l’instant", "Tout ce qui est proposé est déjà décidé, mis de côté ou atteint.")
    };
    empty(title, text.to_owned(), view! { <a class="btn" href=Route::Questions.href()>"Reprendre les questions"</a> })
}

fn piste(store: Store, framework: &Framework, s: &Suggestion) -> impl IntoView + use<> {
    let (strong, rest) = plan::reason(s);
    let (decided, put_off) = (s.action.id.clone(), s.action.id.clone());
    let title = s.action.title.clone();
    view! {
        <li class="piste"><p class="eye">{s.thematique.title.clone()}</p><h3>{title.clone()}</h3>
            <p class="move">{stairs(results::level_class(s.from))}{stairs(results::level_class(s.action.to))}
                <span>{plan::from_to(framework, s.from, s.action.to)}</span></p>
            <p><b>{strong}</b>" "{rest}</p>
            <div class="acts">
                <button class="btn" type="button" aria-label=format!("Décider\u{a0}: {title}")
                    on:click=move |_| actions::decide(store, &decided)>"Décider"</button>
                <button class="btn txt" type="button" aria-label=format!("Pas maintenant\u{a0}: {title}")
                    on:click=move |_| actions::set_aside(store, &put_off, true)>"Pas maintenant"</button>
            </div>
        </li>
    }
}

fn decided(store: Store, framework: &Framework, dossier: &Dossier, page: usize) -> AnyView {
    if dossier.plan.is_empty() {
        return empty(
            "Le plan d’action est vide",
            "Décidez une piste ci-dessus\u{a0}: elle arrive ici avec son axe, ses étapes et ses indicateurs."
                .to_owned(),
            (),
        )
        .into_any();
    }
    let from = (page.max(1) - 1) * A_PAGE;
    let items: Vec<&PlanItem> = dossier.plan.iter().skip(from).take(A_PAGE).collect();
    view! {
        <div class="stack">{plan_table(framework, &items, store.today(), true)}
            {pages(dossier.plan.len(), page, "?page=")}</div>
    }
    .into_any()
}

/// Links to the pages of a long list; nothing for one page.
fn pages(total: usize, page: usize, query: &'static str) -> Option<AnyView> {
    let count = total.div_ceil(A_PAGE);
    (count > 1).then(|| {
        let links: Vec<_> = (1..=count)
            .map(|n| {
                let here = (n == page).then_some("page");
                view! { <a class="btn txt" href=format!("#/plan{query}{n}") aria-current=here>{format!("Page {n}")}</a> }
            })
            .collect();
        view! { <nav class="acts" aria-label="Pages">{links}</nav> }.into_any()
    })
}

/// What is asked of others, what is to be checked, what was put off.
fn apart(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let found = suggest(framework, dossier, campaign);
    view! {
        {requests(store, dossier, &found)}
        {to_check(campaign, &found)}
        {put_off(store, framework, dossier)}
    }
}

fn requests(store: Store, dossier: &Dossier, found: &Suggestions) -> impl IntoView + use<> {
    let groups: Vec<_> = [Reach::Collectivite, Reach::Academie, Reach::National]
        .into_iter()
        .filter_map(|reach| {
            let items: Vec<_> =
                found.requests.iter().filter(|s| s.action.reach == reach).map(|s| request(store, s)).collect();
            let title = results::addressee(reach, &dossier.school);
            (!items.is_empty())
                .then(|| view! { <div class="stack rule"><h3>{title}</h3><ul class="stack">{items}</ul></div> })
        })
        .collect();
    (!groups.is_empty()).then(|| {
        view! {
            <section class="stack-l" aria-labelledby="h-asks"><div><h2 id="h-asks">"À demander à…"</h2>
                <p class="meta">"Ce qui ne dépend pas de nous seuls, avec le fait qui appuie la demande."</p></div>
                <div class="cols">{groups}</div>
            </section>
        }
    })
}

fn request(store: Store, s: &Suggestion) -> impl IntoView + use<> {
    let id = s.action.id.clone();
    let title = s.action.title.clone();
    view! {
        <li><p><b>{title.clone()}</b></p>
            <p class="meta">"Aujourd’hui\u{a0}: "{texts::format::lower(s.criterion.fact(s.from))}</p>
            <button class="btn txt" type="button" aria-label=format!("Décider de demander\u{a0}: {title}")
                on:click=move |_| actions::decide(store, &id)>"Décider de demander"</button>
        </li>
    }
}

fn to_check(campaign: &Campaign, found: &Suggestions) -> impl IntoView + use<> {
    let items: Vec<_> = found
        .to_check
        .iter()
        .map(|line| {
            let who = campaign.answers.get(&line.criterion.id).and_then(results::check);
            let route = Route::SubTheme {
                thematique: line.thematique.id.as_str().to_owned(),
                sub_theme: line.criterion.sub_theme.last_part().to_owned(),
            };
            view! { <li><a href=route.href()>{line.criterion.title.clone()}</a>{who.map(|who| format!("\u{a0}: {who}"))}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <section class="stack" aria-labelledby="h-check"><h2 id="h-check">"À vérifier d’abord"</h2><ul class="plain">{items}</ul></section> }
    })
}

fn put_off(store: Store, framework: &Framework, dossier: &Dossier) -> impl IntoView + use<> {
    let known: Vec<(ActionId, String)> = dossier
        .set_aside
        .iter()
        .filter_map(|aside| framework.action(&aside.action))
        .map(|action| (action.id.clone(), action.title.clone()))
        .collect();
    (!known.is_empty()).then(|| {
        let summary = plan::set_aside(known.len());
        let items: Vec<_> = known
            .into_iter()
            .map(|(id, title)| {
                view! {
                    <li>{title.clone()}" "
                        <button class="btn txt" type="button" aria-label=format!("Proposer à nouveau\u{a0}: {title}")
                            on:click=move |_| actions::set_aside(store, &id, false)>"Proposer à nouveau"</button></li>
                }
            })
            .collect();
        view! { <details><summary>{summary}</summary><ul class="plain">{items}</ul></details> }
    })
}

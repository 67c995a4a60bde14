//! The report, made to be printed: two sheets for the conseil, then the plan.

use super::results::{headline, progress};
use crate::browser::page;
use crate::domain::suggestions::suggest;
use crate::domain::{Campaign, Day, Dossier, PlanItem, Standing};
use crate::framework::{Framework, Level};
use crate::routes::Route;
use crate::texts::{self, format, plan, results, school};
use crate::ui::components::{self, chart_radar, plan_table};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// How many facts, actions and requests the two sheets can hold.
const FACTS: usize = 4;
const ACTIONS: usize = 5;
const REQUESTS: usize = 4;

/// The screen.
#[component]
pub fn Report() -> impl IntoView {
    let store = store();
    view! {
        <section class="stack noprint">
            <h1 tabindex="-1">"Rapport"</h1>
            <p>"Deux pages pour le conseil, puis le plan d’action. La fenêtre d’impression permet aussi de garder un PDF."</p>
            <div class="acts">
                <button class="btn go" type="button" on:click=|_| page::print()>"Imprimer ou garder en PDF"</button>
                <a class="btn txt" href=Route::School.href()>"Compléter qui a participé"</a>
            </div>
        </section>
        {move || store.read(|framework, dossier, campaign| sheets(store, framework, dossier, campaign))}
    }
}

fn sheets(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let today = store.today();
    view! {
        <div class="sheets">
            {first_sheet(framework, dossier, campaign)}
            {second_sheet(framework, dossier, campaign, today)}
            {plan_sheet(framework, dossier, today)}
        </div>
    }
}

fn heading(dossier: &Dossier, what: &str) -> String {
    format!("{} · pour le {} · {what}", school::name(&dossier.school), school::council(&dossier.school))
}

fn first_sheet(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let rows = components::rows(framework, dossier, campaign);
    let (stands, next) = headline(framework, dossier, campaign);
    let facts: Vec<_> =
        for_pupils(framework, dossier, campaign).into_iter().map(|fact| view! { <li>{fact}</li> }).collect();
    let none = facts.is_empty().then(|| view! { <p class="meta">"Rien d’établi pour l’instant."</p> });
    let (radar, _) = components::sentences(&rows);
    view! {
        <article class="a4">
            <header class="stack"><p class="eye">{heading(dossier, "page 1 sur 2")}</p>
                <h2 class="say">{stands}{next.map(|n| view! { " "<span>{n}</span> })}</h2></header>
            <section><h3>"Pour les élèves et les familles, aujourd’hui"</h3>{none}<ul class="plain">{facts}</ul></section>
            {components::results_table(framework, &rows)}
            <div class="cols side">
                <figure><figcaption class="small">{radar}</figcaption>{chart_radar(&rows)}</figure>
                <div class="stack"><h3>"Comment lire"</h3>
                    <p class="small">"Un palier décrit des faits\u{a0}: 1, les bases sont posées\u{202f}; 2, c’est écrit ou organisé pour tous\u{202f}; 3, c’est regardé et corrigé. Ce n’est ni une note ni un classement."</p>
                    <p class="small">"Trait plein\u{a0}: palier. Hachures\u{a0}: entre le bas et le haut, tant qu’une réponse reste à vérifier. Losanges et tirets\u{a0}: objectif."</p>
                    <p class="small">"«\u{a0}Avancement\u{a0}» dit le chemin parcouru sur l’ensemble des questions répondues."</p>
                </div>
            </div>
        </article>
    }
}

/// What stands at « bases posées » or above in what touches pupils and families first, the highest first.
fn for_pupils(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Vec<String> {
    let mut facts: Vec<(Level, String)> = dossier
        .asked(framework, campaign)
        .filter(|c| framework.thematique_of(c).is_some_and(|t| matches!(t.id.as_str(), "acces" | "enseigner")))
        .filter_map(|c| Some((campaign.standing(&c.id).level()?, c)))
        .filter(|(level, _)| *level > Level::ZERO)
        .map(|(level, c)| (level, c.fact(level).to_owned()))
        .collect();
    facts.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    facts.into_iter().take(FACTS).map(|(_, fact)| fact).collect()
}

fn second_sheet(framework: &Framework, dossier: &Dossier, campaign: &Campaign, today: Day) -> impl IntoView + use<> {
    let people = school::participants(&campaign.participants, &dossier.school);
    let date = campaign.date.map(|d| format!(", le {}", format::day(d))).unwrap_or_default();
    let took_part = match people {
        Some(people) => format!("{people}{date}."),
        None => format!("La liste des participants reste à compléter{date}."),
    };
    let reference = format!(
        "Établi avec Paliers. Le référentiel ({}, version {}) est proposé, non officiel\u{202f}; il aide à se situer et à décider.",
        framework.id.as_str(),
        framework.version
    );
    view! {
        <article class="a4">
            <p class="eye">{heading(dossier, "page 2 sur 2")}</p>
            {decided(framework, dossier, today)}
            {asked(framework, dossier, campaign)}
            {dissents(framework, dossier, campaign)}
            {to_check(framework, dossier, campaign)}
            <section class="stack"><h3>"Qui a participé"</h3>
                <p>{took_part}" "{texts::questions::scope(framework, dossier, campaign)}"\u{a0}: "{progress(framework, dossier, campaign)}"."</p></section>
            <p class="small meta">{reference}</p>
        </article>
    }
}

fn decided(framework: &Framework, dossier: &Dossier, today: Day) -> impl IntoView + use<> {
    let open: Vec<&PlanItem> = dossier.plan.iter().filter(|i| i.is_open()).collect();
    let rows: Vec<_> = open
        .iter()
        .take(ACTIONS)
        .map(|item| {
            let sign = item
                .success
                .iter()
                .map(String::as_str)
                .chain(item.indicators.iter().map(|i| framework.indicator_title(i)))
                .next();
            view! {
                <tr><th scope="row">{item.title.clone()}</th><td data-l="Qui">{plan::who(item)}</td>
                    <td data-l="Quand">{plan::due(item.due(framework, today))}</td>
                    <td data-l="Signe">{sign.unwrap_or(results::NONE).to_owned()}</td></tr>
            }
        })
        .collect();
    let more = open.len().saturating_sub(ACTIONS);
    let body = if rows.is_empty() {
        view! { <p>"Aucune action n’est encore décidée."</p> }.into_any()
    } else {
        view! {
            <table class="fold"><caption class="vh">"Actions décidées"</caption>
                <thead><tr><th scope="col">"Action"</th><th scope="col">"Qui"</th><th scope="col">"Quand"</th>
                    <th scope="col">"Nous saurons que c’est fait quand…"</th></tr></thead>
                <tbody>{rows}</tbody></table>
        }
        .into_any()
    };
    view! {
        <section class="stack"><h3>"Ce que nous avons décidé"</h3>{body}
            {(more > 0).then(|| view! { <p class="small meta">{format!("Et {} dans le plan qui suit.", format::count(more, "autre action", "autres actions"))}</p> })}
        </section>
    }
}

fn asked(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let found = suggest(framework, dossier, campaign);
    let decided = dossier.plan.iter().filter(|i| i.is_open()).filter_map(|item| {
        let action = framework.action(item.action.as_ref()?)?;
        let criterion = framework.criterion(&action.criterion)?;
        let level = campaign.standing(&criterion.id).level()?;
        (action.reach != crate::framework::Reach::Etablissement)
            .then(|| (action.reach, item.title.clone(), criterion.fact(level).to_owned()))
    });
    let proposed =
        found.requests.iter().map(|s| (s.action.reach, s.action.title.clone(), s.criterion.fact(s.from).to_owned()));
    let rows: Vec<_> = decided
        .chain(proposed)
        .take(REQUESTS)
        .map(|(reach, title, fact)| {
            view! {
                <tr><th scope="row">{results::addressee(reach, &dossier.school)}</th><td data-l="Quoi">{title}</td><td data-l="Fait">{fact}</td></tr>
            }
        })
        .collect();
    let body = if rows.is_empty() {
        view! { <p>"Aucune demande pour l’instant."</p> }.into_any()
    } else {
        view! {
            <table class="fold"><caption class="vh">"Demandes"</caption>
                <thead><tr><th scope="col">"À qui"</th><th scope="col">"Quoi"</th><th scope="col">"Le fait à l’appui"</th></tr></thead>
                <tbody>{rows}</tbody></table>
        }
        .into_any()
    };
    view! { <section class="stack"><h3>"Ce que nous demandons"</h3>{body}</section> }
}

fn dissents(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let items: Vec<_> = dossier
        .asked(framework, campaign)
        .filter_map(|c| {
            let answer = campaign.answers.get(&c.id)?;
            let dissent = answer.dissent.as_deref().map(str::trim).filter(|d| !d.is_empty())?.to_owned();
            let kept = results::answer(framework, Some(answer));
            Some(view! { <li>"Sur «\u{a0}"{c.title.clone()}"\u{a0}» (retenu\u{a0}: "{format::lower(&kept)}")\u{a0}: "{dissent}</li> })
        })
        .collect();
    (!items.is_empty()).then(
        || view! { <section class="stack"><h3>"Avis différents, gardés"</h3><ul class="plain">{items}</ul></section> },
    )
}

fn to_check(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let items: Vec<_> = dossier
        .asked(framework, campaign)
        .filter(|c| campaign.standing(&c.id) == Standing::Unknown)
        .map(|c| {
            let who = campaign.answers.get(&c.id).and_then(results::check).map(|w| format!("\u{a0}: {w}"));
            view! { <li>{c.title.clone()}{who}</li> }
        })
        .collect();
    (!items.is_empty()).then(
        || view! { <section class="stack"><h3>"Ce qui reste à vérifier"</h3><ul class="plain">{items}</ul></section> },
    )
}

/// The whole plan, and the steps of each open action.
fn plan_sheet(framework: &Framework, dossier: &Dossier, today: Day) -> impl IntoView + use<> {
    let items: Vec<&PlanItem> = dossier.plan.iter().collect();
    let body = if items.is_empty() {
        view! { <p>"Aucune action n’est encore décidée. Les pistes du plan d’action en proposent."</p> }.into_any()
    } else {
        let steps: Vec<_> = items
            .iter()
            .filter(|i| i.is_open() && !i.how.is_empty())
            .map(|item| {
                let how: Vec<_> = item.how.iter().map(|step| view! { <li>{step.clone()}</li> }).collect();
                view! { <section class="stack how"><h3>{item.title.clone()}</h3><ol>{how}</ol></section> }
            })
            .collect();
        view! { {plan_table(framework, &items, today, false)} {steps} }.into_any()
    };
    view! {
        <article class="a4 land"><p class="eye">{format!("{} · plan d’action", school::name(&dossier.school))}</p>{body}</article>
    }
}

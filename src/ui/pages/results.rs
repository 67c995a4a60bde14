//! The bilan: a sentence, two things that work, what comes next, then the table, then the charts, then what is missing.

use crate::domain::gaps::missing;
use crate::domain::highlights::{Highlight, highlights};
use crate::domain::scoring::Selection;
use crate::domain::{Campaign, Dossier, Standing};
use crate::framework::{Dependence, Framework, Reach, Thematique};
use crate::routes::Route;
use crate::texts::{self, results};
use crate::ui::components::{self, big_stairs, chart_bars, chart_radar, empty, stairs};
use crate::ui::store::store;
use leptos::prelude::*;

/// The screen.
#[component]
pub fn Results() -> impl IntoView {
    let store = store();
    move || store.read(screen)
}

fn screen(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> AnyView {
    let rows = components::rows(framework, dossier, campaign);
    if rows.iter().all(|row| row.score.bracket.is_none()) {
        return view! {
            <section class="stack-l"><h1 class="eye" tabindex="-1">"Bilan\u{a0}: où en sommes-nous\u{202f}?"</h1></section>
            {empty("Aucune réponse pour l’instant", "Une première réponse suffit pour que le bilan commence à se dessiner.".to_owned(),
                view! { <a class="btn go" href=Route::Questions.href()>"Répondre aux questions"</a> })}
        }
        .into_any();
    }
    let (radar, bars) = components::sentences(&rows);
    view! {
        {opening(framework, dossier, campaign)}
        {what_works(framework, dossier, campaign)}
        {what_comes_next(framework, dossier, campaign)}
        {components::results_table(framework, &rows)}
        <section class="cols" aria-label="Graphiques">
            <figure><figcaption><b>"Paliers et objectifs"</b>{radar}</figcaption>{chart_radar(&rows)}
                <p class="small meta">"Trait plein\u{a0}: palier d’aujourd’hui. Hachures\u{a0}: entre le bas et le haut, tant qu’une réponse est à vérifier. Losanges et tirets\u{a0}: objectif."</p>
            </figure>
            <figure><figcaption><b>"Chemin parcouru"</b>{bars}</figcaption>{chart_bars(&rows)}</figure>
        </section>
        {what_is_missing(framework, dossier, campaign)}
    }
    .into_any()
}

/// The sentence that says the essential, who answered and how much.
pub fn opening(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let (stands, next) = headline(framework, dossier, campaign);
    let date = campaign.date.map(|day| format!("Point d’étape du {}\u{a0}: ", texts::format::day(day)));
    let people = texts::school::participants(&campaign.participants, &dossier.school);
    view! {
        <section class="stack-l">
            <h1 class="eye" tabindex="-1">"Bilan\u{a0}: où en sommes-nous\u{202f}?"</h1>
            <p class="say">{stands}{next.map(|next| view! { " "<span>{next}</span> })}</p>
            <div class="meta"><p>{date}{progress(framework, dossier, campaign)}"."</p>{people.map(|p| view! { <p>{p}"."</p> })}</div>
        </section>
    }
}

/// The two halves of the sentence.
pub fn headline(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> (String, Option<String>) {
    let scores: Vec<_> = framework
        .thematiques
        .iter()
        .map(|t| Selection::of_thematique(framework, dossier, campaign, t).score())
        .collect();
    results::headline(&scores, &highlights(framework, dossier, campaign))
}

/// « 14 réponses sur 16, 1 à vérifier ».
pub fn progress(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> String {
    let standings: Vec<Standing> = dossier.asked(framework, campaign).map(|c| campaign.standing(&c.id)).collect();
    let count = |wanted: fn(&Standing) -> bool| standings.iter().filter(|s| wanted(s)).count();
    let not_applicable = count(|s| *s == Standing::NotApplicable);
    results::progress(
        count(|s| s.level().is_some()),
        standings.len() - not_applicable,
        count(|s| *s == Standing::Unknown),
        not_applicable,
    )
}

fn what_works(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let strengths = highlights(framework, dossier, campaign).strengths;
    let items: Vec<_> = strengths
        .iter()
        .map(|h| {
            view! {
                <li>{big_stairs(results::level_class(h.level))}
                    <div><h3>{h.criterion.title.clone()}</h3><p>{h.criterion.fact(h.level).to_owned()}</p></div>
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <section class="stack-l" aria-labelledby="h-works"><h2 id="h-works">"Ce qui marche"</h2><ul class="cols pair">{items}</ul></section> }
    })
}

fn what_comes_next(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let found = highlights(framework, dossier, campaign);
    let column = |title: &'static str, list: &[Highlight], empty: &'static str, asked: bool| {
        let items: Vec<_> = list.iter().map(|h| next_step(h, dossier, asked)).collect();
        let none = items.is_empty().then(|| view! { <p class="meta">{empty}</p> });
        view! { <div class="stack-l rule"><h3>{title}</h3>{none}<ul class="next">{items}</ul></div> }
    };
    let unknown = dossier.asked(framework, campaign).filter(|c| campaign.standing(&c.id) == Standing::Unknown).count();
    let check = match unknown {
        0 => None,
        1 => Some("Reprendre la question à vérifier".to_owned()),
        n => Some(format!("Reprendre les {n}\u{a0}questions à vérifier")),
    };
    view! {
        <section class="stack-l" aria-labelledby="h-next"><h2 id="h-next">"La prochaine marche"</h2>
            <div class="cols">
                {column("Ce qui dépend de nous", &found.ours, "Rien de plus à engager seuls pour l’instant.", false)}
                {column("Ce que nous demandons", &found.asked, "Aucune demande pour l’instant.", true)}
            </div>
            <div class="acts"><a class="btn go" href=Route::Plan.href()>"Choisir nos actions"</a>
                {check.map(|text| view! { <a class="btn txt" href=first_to_check(framework, dossier, campaign)>{text}</a> })}
            </div>
        </section>
    }
}

fn first_to_check(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> String {
    dossier
        .asked(framework, campaign)
        .find(|c| campaign.standing(&c.id) == Standing::Unknown)
        .and_then(|c| {
            let thematique = framework.thematique_of(c)?.id.as_str().to_owned();
            Some(Route::SubTheme { thematique, sub_theme: c.sub_theme.last_part().to_owned() }.href())
        })
        .unwrap_or_else(|| Route::Questions.href())
}

/// A next step: today’s fact in grey, the next one in ink, and whom it is asked of.
fn next_step(h: &Highlight, dossier: &Dossier, asked: bool) -> impl IntoView + use<> {
    let next = h.level.next().map(|next| texts::format::lower(h.criterion.fact(next)));
    let before = if asked { to_whom(h.criterion.depends_on.as_slice(), dossier) } else { "Ensuite".to_owned() };
    view! {
        <li>{stairs(results::level_class(h.level))}
            <div><p><b>{h.criterion.title.clone()}</b></p>
                <p class="meta">{h.criterion.fact(h.level).to_owned()}</p>
                {next.map(|next| view! { <p>{before}"\u{a0}: "{next}</p> })}
            </div>
        </li>
    }
}

/// « Avec le Département et l’académie ».
fn to_whom(depends_on: &[Dependence], dossier: &Dossier) -> String {
    let others: Vec<&str> = depends_on
        .iter()
        .filter_map(|d| match d {
            Dependence::Ecole => None,
            Dependence::Collectivite => Some(results::addressee(Reach::Collectivite, &dossier.school)),
            Dependence::Academie => Some(results::addressee(Reach::Academie, &dossier.school)),
        })
        .collect();
    match others.as_slice() {
        [] => "Ensuite".to_owned(),
        [first, rest @ ..] => {
            let rest: Vec<String> = rest.iter().map(|w| texts::format::lower(w)).collect();
            let all: Vec<&str> = std::iter::once(*first).chain(rest.iter().map(String::as_str)).collect();
            texts::format::list(&all)
        }
    }
}

/// « Ce qui manque pour le palier… », a thématique at a time, built when opened.
fn what_is_missing(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> impl IntoView + use<> {
    let parts: Vec<_> = framework.thematiques.iter().map(|t| missing_for(framework, dossier, campaign, t)).collect();
    view! {
        <section class="stack" aria-labelledby="h-missing"><h2 id="h-missing">"Ce qui manque pour le palier suivant"</h2>{parts}</section>
    }
}

fn missing_for(
    framework: &Framework,
    dossier: &Dossier,
    campaign: &Campaign,
    thematique: &Thematique,
) -> impl IntoView + use<> {
    let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
    let gap = missing(&selection);
    let Some(tier) = gap.tier else {
        let text = if selection.score().bracket.is_some() {
            "rien ne manque, tout est ancré."
        } else {
            "aucune réponse pour l’instant."
        };
        return view! { <p>{thematique.title.clone()}"\u{a0}: "{text}</p> }.into_any();
    };
    let summary =
        format!("{}\u{a0}: ce qui manque pour le palier {}", thematique.title, results::level(framework, tier));
    let below: Vec<(String, String)> =
        gap.below.iter().map(|e| (e.criterion.title.clone(), e.criterion.fact(tier).to_owned())).collect();
    let to_check: Vec<String> = gap.to_check.iter().map(|e| e.criterion.title.clone()).collect();
    let shown = RwSignal::new(false);
    view! {
        <details on:toggle=move |_| shown.set(true)><summary>{summary}</summary>
            {move || shown.get().then(|| view! {
                <ul class="plain">
                    {below.iter().map(|(title, fact)| view! { <li><b>{title.clone()}</b>"\u{a0}: "{texts::format::lower(fact)}</li> }).collect::<Vec<_>>()}
                    {to_check.iter().map(|title| view! { <li>"À vérifier\u{a0}: "{texts::format::lower(title)}</li> }).collect::<Vec<_>>()}
                </ul>
            })}
        </details>
    }
    .into_any()
}

//! One question, whole: its facts as stairs, how to settle, proofs, indicators, actions by step, correspondences, sources.

use super::{See, address, folded, part, tabs};
use crate::domain::{Campaign, Dossier, School};
use crate::framework::{Action, Criterion, Fact, Framework, Indicator, Level, Reach};
use crate::names::CriterionId;
use crate::routes::Route;
use crate::texts::format::count;
use crate::texts::{format, plan, reference, results};
use crate::ui::components::{explained, stairs};
use crate::ui::dom::{El, IntoNode, Node, each, el, h1, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::*;
use std::sync::Arc;

/// The screen of `#/referentiel/<critere>`.
pub fn criterion(id: CriterionId) -> Node {
    let store = store();
    let Some(framework) = untrack(|| store.framework()) else { return Node::none() };
    let Some(criterion) = find(&framework, &id) else { return unknown() };
    let place = framework.thematique_of(criterion).map(|thematique| {
        let sub = thematique.sub_themes.iter().find(|s| s.id == criterion.sub_theme);
        format!("{} · {}", thematique.title, sub.map_or("", |s| &s.title))
    });
    let marks = [reference::marks(criterion), reference::depends(criterion)];
    let marks: Vec<&str> = marks.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    kids![
        el(
            "section.stack",
            kids![
                tabs(|| None),
                el("p.eye", place),
                h1(criterion.title.clone()),
                el("p.ask-it", criterion.question.clone()),
                el("p.meta", marks.join(" · ")),
                answer_it(store, &criterion.id),
            ]
        ),
        facts(&framework, criterion),
        proofs(criterion),
        indicators(&framework, criterion),
        actions(store, &framework, criterion),
        correspondences(criterion),
        sources(&framework, criterion),
        neighbours(&framework, criterion),
    ]
}

/// Addresses are in lower case.
fn find<'a>(framework: &'a Framework, id: &CriterionId) -> Option<&'a Criterion> {
    framework.criteria.iter().find(|c| c.id.as_str().eq_ignore_ascii_case(id.as_str()))
}

fn unknown() -> Node {
    kids![
        h1("Cette question n’est pas dans ce référentiel"),
        el("p", "Elle a peut-être changé de nom, ou l’adresse a été coupée en la recopiant."),
        el("p", link("btn", Route::Reference.href(), "Voir toutes les questions")),
    ]
}

/// The way to answer it, when it is asked of the open dossier.
fn answer_it(store: Store, id: &CriterionId) -> impl Fn() -> Option<El> + use<> {
    let id = id.clone();
    move || {
        let asked = |framework: &Framework, dossier: &Dossier, campaign: &Campaign| {
            let criterion = dossier.asked(framework, campaign).find(|c| c.id == id)?;
            let route = Route::SubTheme {
                thematique: framework.thematique_of(criterion)?.id.as_str().to_owned(),
                sub_theme: criterion.sub_theme.last_part().to_owned(),
            };
            let today = results::answer(framework, campaign.answers.get(&id));
            Some((format!("{}?question={}", route.href(), id.as_str()), today))
        };
        let (href, today) = store.read(asked).flatten()?;
        let today = el("span.meta", kids!["Aujourd’hui\u{a0}: ", format::lower(&today)]);
        Some(el("div.acts", kids![link("btn go", href, "Répondre à cette question"), today]))
    }
}

fn facts(framework: &Framework, criterion: &Criterion) -> El {
    let signs = |fact: &Fact| {
        let signs = each("li", fact.signs.iter().cloned());
        (!signs.is_empty())
            .then(|| kids![el("p.small.meta", "À quoi le voit-on\u{202f}?"), el("ul.plain.small", signs)])
    };
    let fact = |fact: &Fact| {
        let words = kids![
            el("h3.small.meta", results::level(framework, fact.level)),
            el("p.fact-text", fact.text.clone()),
            signs(fact),
        ];
        el("li", kids![stairs(results::level_class(fact.level)), el("div", words)])
    };
    part(
        "Les quatre paliers",
        kids![
            el("ol.ladder", criterion.levels.iter().map(fact).collect::<Vec<_>>()),
            el("p.note", kids![el("b", "Pour trancher"), " ", criterion.decide.clone()]),
            explained(framework, criterion),
        ],
    )
}

fn proofs(criterion: &Criterion) -> Option<El> {
    let proofs = each("li", criterion.proofs.iter().cloned());
    (!proofs.is_empty()).then(|| part("Ce qui peut l’appuyer", el("ul.plain", proofs)))
}

fn indicators(framework: &Framework, criterion: &Criterion) -> Option<El> {
    let found: Vec<_> = criterion
        .indicators
        .iter()
        .filter_map(|id| framework.indicators.iter().find(|i| i.id == *id))
        .map(|i| indicator(framework, i))
        .collect();
    (!found.is_empty()).then(|| part("Ce qui se mesure", found))
}

fn indicator(framework: &Framework, indicator: &Indicator) -> El {
    let figures = each("li", indicator.references.iter().map(|r| reference::reference(framework, r)));
    let figures = (!figures.is_empty()).then(|| {
        kids![
            el("p.small.meta", "Chiffres publiés, pour situer\u{a0}; ils ne sont pas un objectif."),
            el("ul.plain.small", figures)
        ]
    });
    el(
        "div",
        kids![
            el("h3", indicator.title.clone()),
            el("p.small.meta", format!("Unité\u{a0}: {}", indicator.unit)),
            el("p", indicator.how.clone()),
            figures,
        ],
    )
}

/// The actions, one step at a time, then what is asked of others.
fn actions(store: Store, framework: &Arc<Framework>, criterion: &Criterion) -> Option<El> {
    let own: Vec<&Action> = framework.actions.iter().filter(|a| a.criterion == criterion.id).collect();
    let steps = Level::ALL.windows(2).filter_map(|step| {
        let ids: Vec<usize> = positions(framework, |a| a.to == step[1] && a.criterion == criterion.id && is_ours(a));
        (!ids.is_empty()).then(|| {
            let words =
                format!("{} ({})", plan::from_to(framework, step[0], step[1]), count(ids.len(), "action", "actions"));
            unfolding(framework, format::capital(&words), ids)
        })
    });
    let steps: Vec<_> = steps.collect();
    let school = store.peek(|d| d.school.clone()).unwrap_or_default();
    let asked = positions(framework, |a| a.criterion == criterion.id && !is_ours(a));
    let asked = (!asked.is_empty()).then(|| {
        let requests: Vec<_> = asked.iter().map(|n| request(&framework.actions[*n], &school)).collect();
        kids![el("h3", "À demander à…"), el("ul.plain", requests)]
    });
    (!own.is_empty()).then(|| part("Passer au palier suivant", kids![steps, asked]))
}

fn is_ours(action: &Action) -> bool {
    action.reach == Reach::Etablissement
}

fn positions(framework: &Framework, keep: impl Fn(&Action) -> bool) -> Vec<usize> {
    framework.actions.iter().enumerate().filter(|(_, action)| keep(action)).map(|(n, _)| n).collect()
}

fn unfolding(framework: &Arc<Framework>, summary: String, ids: Vec<usize>) -> El {
    let framework = Arc::clone(framework);
    let content = move || {
        let shown: Vec<_> = ids.iter().filter_map(|n| framework.actions.get(*n)).map(action).collect();
        el("div.stack-l.steps-of", shown).into_node()
    };
    folded(summary, content)
}

fn action(action: &Action) -> El {
    let steps = each("li", action.steps.iter().cloned());
    let success = each("li", action.success_factors.iter().cloned());
    let who = format!(
        "{} · {} · {}",
        format::list(&action.leads),
        plan::period(action.period),
        format::lower(plan::horizon(action.horizon))
    );
    el(
        "div.stack",
        kids![
            el("h3", action.title.clone()),
            el("p.small.meta", kids![action.axis.clone(), el("br", ()), who]),
            el("ol.numbers", steps),
            (!success.is_empty())
                .then(|| kids![el("p.small.meta", "Cela réussit mieux quand"), el("ul.plain.small", success)]),
        ],
    )
}

fn request(action: &Action, school: &School) -> El {
    let to = results::addressee(action.reach, school);
    el("li", kids![el("b", to), "\u{a0}: ", action.title.clone()])
}

fn correspondences(criterion: &Criterion) -> Option<El> {
    let rows = reference::correspondences(criterion);
    let row = |(name, parts): (&'static str, String)| el("div", kids![el("dt", name), el("dd", parts)]);
    (!rows.is_empty())
        .then(|| part("Correspondances proposées", el("dl.words", rows.into_iter().map(row).collect::<Vec<_>>())))
}

fn sources(framework: &Framework, criterion: &Criterion) -> El {
    let source = |id: &String| {
        let own = framework.propositions.iter().find(|p| p.id == *id)?;
        Some(el(
            "li",
            kids![own.title.clone(), " ", el("span.small.meta", format!("({}, {})", own.document, own.section))],
        ))
    };
    let items: Vec<_> = criterion.sources.iter().filter_map(source).collect();
    part(
        "Ce qui l’a inspirée",
        kids![
            el("ul.plain", items),
            el("p", link("", address(&[("voir", See::Sources.as_str())]), "Toutes les sources, et ce qui y répond")),
        ],
    )
}

fn neighbours(framework: &Framework, criterion: &Criterion) -> El {
    let at = framework.criteria.iter().position(|c| c.id == criterion.id).unwrap_or_default();
    let to = |c: &Criterion, class: &'static str, words: &str| {
        link(class, Route::Criterion(c.id.clone()).href(), format!("{words}\u{a0}: {}", c.title))
    };
    let next = framework.criteria.get(at + 1).map(|c| to(c, "btn", "Question suivante"));
    let before =
        at.checked_sub(1).and_then(|n| framework.criteria.get(n)).map(|c| to(c, "btn txt", "Question précédente"));
    el("nav.acts.ends", kids![next, before]).label("Questions voisines")
}

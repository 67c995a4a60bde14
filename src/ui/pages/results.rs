//! The bilan: a sentence, two things that work, what comes next, then the table and where it comes from, then the charts,
//! then what is missing, what the answers rest on, and the ways to look further.
//!
//! What can be opened or chosen stands outside what is drawn again at each change, so that it stays as it was left.

use super::evidence::evidence;
use super::explained::explanations;
use super::missing::what_is_missing;
use crate::charts::Beside;
use crate::domain::highlights::{Highlight, highlights};
use crate::domain::readings::{Reading, groups};
use crate::domain::scoring::{Selection, projected};
use crate::domain::{Campaign, Dossier, Standing, evolution};
use crate::framework::{Dependence, Framework, Reach};
use crate::routes::Route;
use crate::texts::{self, results};
use crate::ui::components::{self, big_stairs, chart_bars, chart_radar, empty, select, stairs};
use crate::ui::dom::{El, Node, el, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::{Get, Memo, RwSignal, Set, untrack};

/// The screen.
pub fn results() -> impl Fn() -> Node {
    let store = store();
    let begun = Memo::new(move |_| {
        let rows = store.read(components::rows).unwrap_or_default();
        rows.iter().any(|row| row.score.bracket.is_some())
    });
    move || if begun.get() { untrack(|| whole(store)) } else { kids![move || store.read(nothing_yet)] }
}

fn title() -> El {
    el("h1.eye", "Bilan\u{a0}: où en sommes-nous\u{202f}?").attr("tabindex", "-1")
}

fn nothing_yet(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Node {
    let text = "Une première réponse avec un fait retenu suffit pour que le bilan commence à se dessiner.";
    let act = link("btn go", Route::Questions.href(), "Répondre aux questions");
    let table = components::results_table(framework, &components::rows(framework, dossier, campaign));
    kids![el("section.stack-l", title()), empty("Aucun palier pour l’instant", text, act), table]
}

fn whole(store: Store) -> Node {
    let framework = store.framework();
    kids![
        move || store.read(first_glance),
        framework.as_deref().map(explanations),
        charts(store),
        framework.as_deref().map(what_is_missing),
        evidence(),
        move || store.read(further),
    ]
}

fn first_glance(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Node {
    kids![
        opening(framework, dossier, campaign),
        what_works(framework, dossier, campaign),
        what_comes_next(framework, dossier, campaign),
        components::results_table(framework, &components::rows(framework, dossier, campaign)),
    ]
}

fn charts(store: Store) -> El {
    let beside = RwSignal::new(String::new());
    let radar = move || {
        let beside = beside.get();
        store.read(|framework, dossier, campaign| {
            let rows = components::rows(framework, dossier, campaign);
            let other = third(framework, dossier, campaign, &beside);
            let words = components::sentences(&rows).0;
            kids![el("figcaption", kids![el("b", "Paliers et objectifs"), words]), chart_radar(&rows, other.as_ref()),]
        })
    };
    let bars = move || {
        store.read(|framework, dossier, campaign| {
            let rows = components::rows(framework, dossier, campaign);
            let words = components::sentences(&rows).1;
            kids![el("figcaption", kids![el("b", "Chemin parcouru"), words]), chart_bars(&rows)]
        })
    };
    let key = "Trait plein\u{a0}: palier d’aujourd’hui. Hachures\u{a0}: entre le bas et le haut, tant qu’une réponse est à vérifier. Losanges et tirets\u{a0}: objectif.";
    let options = [
        ("", "Rien d’autre"),
        ("plan", "Le palier si le plan réussit (ronds vides)"),
        ("avant", "Le point d’étape précédent (pointillé)"),
    ];
    let has_before = store.look(|d| evolution::previous(d).is_some()) == Some(true);
    let options = options.into_iter().filter(|(value, _)| *value != "avant" || has_before);
    let options = options.map(|(value, words)| (value.to_owned(), words.to_owned())).collect();
    let also = select("Montrer aussi sur le radar", options, move || beside.get(), move |value| beside.set(value));
    el(
        "section.cols",
        kids![el("figure", kids![radar, el("p.small.meta", key), el("div.form.noprint", also)]), el("figure", bars),],
    )
    .label("Graphiques")
}

/// The third outline of the radar, by the word of its choice.
fn third(framework: &Framework, dossier: &Dossier, campaign: &Campaign, word: &str) -> Option<Beside> {
    let lows = |of: &dyn Fn(&crate::framework::Thematique) -> crate::domain::scoring::Score| {
        framework.thematiques.iter().map(|t| of(t).bracket.map(|b| b.low)).collect()
    };
    match word {
        "plan" => Some(Beside::Projected(lows(&|t| {
            projected(&Selection::of_thematique(framework, dossier, campaign, t), dossier).score()
        }))),
        "avant" => {
            let before = evolution::previous(dossier)?;
            Some(Beside::Previous(lows(&|t| Selection::of_thematique(framework, dossier, before, t).score())))
        }
        _ => None,
    }
}

/// Where to look further.
fn further(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let mut ways = vec![
        (Route::Targets, "Choisir nos objectifs"),
        (Route::Evolution, "Voir l’évolution, ou commencer un nouveau point d’étape"),
        (Route::Answers, "Voir toutes les réponses d’un coup d’œil"),
    ];
    for (reading, words) in [
        (Reading::Champ, "Lire les résultats par champ d’action"),
        (Reading::Selfie, "Lire les résultats par domaine de SELFIE"),
    ] {
        if !groups(framework, dossier, campaign, reading).is_empty() {
            ways.push((Route::Reading(reading), words));
        }
    }
    let items: Vec<_> = ways.into_iter().map(|(route, words)| el("li", link("", route.href(), words))).collect();
    el("section.stack.noprint", kids![el("h2#h-further", "Regarder plus loin"), el("ul.ways", items)])
        .attr("aria-labelledby", "h-further")
}

/// The sentence that says the essential, who answered and how much.
fn opening(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let (stands, next) = headline(framework, dossier, campaign);
    let date = campaign.date.map(|day| format!("Point d’étape du {}\u{a0}: ", texts::format::day(day)));
    let people = texts::school::participants(&campaign.participants, &dossier.school);
    el(
        "section.stack-l",
        kids![
            title(),
            el("p.say", kids![stands, next.map(|next| kids![" ", el("span", next)])]),
            el(
                "div.meta",
                kids![
                    el("p", kids![date, progress(framework, dossier, campaign), "."]),
                    people.map(|people| el("p", kids![people, "."])),
                ]
            ),
        ],
    )
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

fn what_works(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Option<El> {
    let item = |h: &Highlight| {
        let fact = h.criterion.fact(h.level).to_owned();
        el(
            "li",
            kids![
                big_stairs(results::level_class(h.level)),
                el("div", kids![el("h3", h.criterion.title.clone()), el("p", fact)]),
            ],
        )
    };
    let items: Vec<_> = highlights(framework, dossier, campaign).strengths.iter().map(item).collect();
    (!items.is_empty()).then(|| {
        el("section.stack-l", kids![el("h2#h-works", "Ce qui marche"), el("ul.cols.pair", items)])
            .attr("aria-labelledby", "h-works")
    })
}

fn what_comes_next(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let found = highlights(framework, dossier, campaign);
    let column = |title: &'static str, list: &[Highlight], empty: &'static str, asked: bool| {
        let items: Vec<_> = list.iter().map(|h| next_step(h, dossier, asked)).collect();
        let none = items.is_empty().then(|| el("p.meta", empty));
        el("div.stack-l.rule", kids![el("h3", title), none, el("ul.next", items)])
    };
    let unknown = dossier.asked(framework, campaign).filter(|c| campaign.standing(&c.id) == Standing::Unknown).count();
    let check = match unknown {
        0 => None,
        1 => Some("Reprendre la question à vérifier".to_owned()),
        n => Some(format!("Reprendre les {n}\u{a0}questions à vérifier")),
    };
    el(
        "section.stack-l",
        kids![
            el("h2#h-next", "La prochaine marche"),
            el(
                "div.cols",
                kids![
                    column("Ce qui dépend de nous", &found.ours, "Rien de plus à engager seuls pour l’instant.", false),
                    column("Ce que nous demandons", &found.asked, "Aucune demande pour l’instant.", true),
                ]
            ),
            el(
                "div.acts",
                kids![
                    link("btn go", Route::Plan.href(), "Choisir nos actions"),
                    check.map(|text| link("btn txt", first_to_check(framework, dossier, campaign), text)),
                ]
            ),
        ],
    )
    .attr("aria-labelledby", "h-next")
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
fn next_step(h: &Highlight, dossier: &Dossier, asked: bool) -> El {
    let fact = || h.level.next().map(|next| texts::format::lower(h.criterion.fact(next)));
    let (before, next) = match h.request {
        // Its title says of whom.
        Some(request) => ("Ensuite".to_owned(), Some(texts::format::lower(&request.title))),
        None if asked => (to_whom(h.criterion.depends_on.as_slice(), dossier), fact()),
        None => ("Ensuite".to_owned(), fact()),
    };
    el(
        "li",
        kids![
            stairs(results::level_class(h.level)),
            el(
                "div",
                kids![
                    el("p", el("b", h.criterion.title.clone())),
                    el("p.meta", h.criterion.fact(h.level).to_owned()),
                    next.map(|next| el("p", kids![before, "\u{a0}: ", next])),
                ]
            ),
        ],
    )
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

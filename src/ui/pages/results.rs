//! The bilan: a sentence, two things that work, what comes next, then the table, then the charts, then what is missing.

use crate::domain::gaps::missing;
use crate::domain::highlights::{Highlight, highlights};
use crate::domain::scoring::Selection;
use crate::domain::{Campaign, Dossier, Standing};
use crate::framework::{Dependence, Framework, Reach, Thematique};
use crate::routes::Route;
use crate::texts::{self, results};
use crate::ui::components::{self, big_stairs, chart_bars, chart_radar, empty, stairs};
use crate::ui::dom::{El, Node, el, kids, link};
use crate::ui::store::store;
use leptos::prelude::{Get, RwSignal, Set};

/// The screen.
pub fn results() -> impl Fn() -> Option<Node> {
    let store = store();
    move || store.read(screen)
}

fn title() -> El {
    el("h1.eye", "Bilan\u{a0}: où en sommes-nous\u{202f}?").attr("tabindex", "-1")
}

fn screen(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Node {
    let rows = components::rows(framework, dossier, campaign);
    if rows.iter().all(|row| row.score.bracket.is_none()) {
        let text = "Une première réponse avec un fait retenu suffit pour que le bilan commence à se dessiner.";
        let act = link("btn go", Route::Questions.href(), "Répondre aux questions");
        let table = components::results_table(framework, &rows);
        return kids![el("section.stack-l", title()), empty("Aucun palier pour l’instant", text, act), table];
    }
    kids![
        opening(framework, dossier, campaign),
        what_works(framework, dossier, campaign),
        what_comes_next(framework, dossier, campaign),
        components::results_table(framework, &rows),
        charts(&rows),
        what_is_missing(framework, dossier, campaign),
    ]
}

fn charts(rows: &[components::Row]) -> El {
    let (radar, bars) = components::sentences(rows);
    let key = "Trait plein\u{a0}: palier d’aujourd’hui. Hachures\u{a0}: entre le bas et le haut, tant qu’une réponse est à vérifier. Losanges et tirets\u{a0}: objectif.";
    el(
        "section.cols",
        kids![
            el(
                "figure",
                kids![
                    el("figcaption", kids![el("b", "Paliers et objectifs"), radar]),
                    chart_radar(rows),
                    el("p.small.meta", key),
                ]
            ),
            el("figure", kids![el("figcaption", kids![el("b", "Chemin parcouru"), bars]), chart_bars(rows)]),
        ],
    )
    .label("Graphiques")
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
    let next = h.level.next().map(|next| texts::format::lower(h.criterion.fact(next)));
    let before = if asked { to_whom(h.criterion.depends_on.as_slice(), dossier) } else { "Ensuite".to_owned() };
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

/// « Ce qui manque pour le palier… », a thématique at a time, built when opened.
fn what_is_missing(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let parts: Vec<_> = framework.thematiques.iter().map(|t| missing_for(framework, dossier, campaign, t)).collect();
    el("section.stack", kids![el("h2#h-missing", "Ce qui manque pour le palier suivant"), parts])
        .attr("aria-labelledby", "h-missing")
}

fn missing_for(framework: &Framework, dossier: &Dossier, campaign: &Campaign, thematique: &Thematique) -> El {
    let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
    let gap = missing(&selection);
    let Some(tier) = gap.tier else {
        let text = if selection.score().bracket.is_some() {
            "rien ne manque, tout est ancré."
        } else {
            "aucune réponse pour l’instant."
        };
        return el("p", kids![thematique.title.clone(), "\u{a0}: ", text]);
    };
    let summary =
        format!("{}\u{a0}: ce qui manque pour le palier {}", thematique.title, results::level(framework, tier));
    let below: Vec<(String, String)> =
        gap.below.iter().map(|e| (e.criterion.title.clone(), texts::format::lower(e.criterion.fact(tier)))).collect();
    let to_check: Vec<String> = gap.to_check.iter().map(|e| texts::format::lower(&e.criterion.title)).collect();
    let shown = RwSignal::new(false);
    let list = move || {
        let below = below.iter().map(|(title, fact)| el("li", kids![el("b", title.clone()), "\u{a0}: ", fact.clone()]));
        let to_check = to_check.iter().map(|title| el("li", kids!["À vérifier\u{a0}: ", title.clone()]));
        shown.get().then(|| el("ul.plain", below.chain(to_check).collect::<Vec<_>>()))
    };
    el("details", kids![el("summary", summary), list]).on("toggle", move |_| shown.set(true))
}

//! What is printed of the référentiel: the participant's sheet on two pages, every question, the poster of the paliers.

use super::{Filters, See, address, part, print_button};
use crate::framework::{Criterion, Fact, Framework, Tier};
use crate::texts::questions::RULES;
use crate::texts::{format, reference, results};
use crate::ui::components::{big_stairs, stairs};
use crate::ui::dom::{El, IntoNode, Node, each, el, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// The section: what can be printed, or one of them.
pub fn print(store: Store, filters: Filters) -> Node {
    let sheet = Memo::new(move |_| filters.get("feuille").unwrap_or_default());
    let draw = move || {
        let sheet = sheet.get();
        let school = store.peek(|d| d.school.clone()).unwrap_or_default();
        let framework = untrack(|| store.framework())?;
        let asked: Vec<&Criterion> = framework.criteria.iter().filter(|c| school.is_among(&c.applies_to)).collect();
        Some(
            match sheet.as_str() {
                "essentiel" => document(essential(&framework, &asked)),
                "questions" => document(every_question(&framework, &asked)),
                "affiche" => document(poster(&framework)),
                _ => choices(),
            }
            .fresh(),
        )
    };
    draw.into_node()
}

fn to(sheet: &str) -> String {
    address(&[("voir", See::Print.as_str()), ("feuille", sheet)])
}

fn choices() -> Node {
    let choice = |sheet: &str, title: &'static str, text: &'static str| {
        el(
            "li.stack",
            kids![
                el("h2", title),
                el("p", text),
                el(
                    "p",
                    link("btn", to(sheet), "Voir cette feuille").label(format!("Voir cette feuille\u{a0}: {title}"))
                )
            ],
        )
    };
    kids![
        el(
            "p",
            "Les questions sont celles de votre école ou établissement, si un dossier est ouvert et que son type est connu."
        ),
        el(
            "ul.trio",
            kids![
                choice(
                    "essentiel",
                    "L’essentiel",
                    "Deux pages par personne\u{a0}: les règles, les questions et leurs quatre faits, avec une case à cocher."
                ),
                choice(
                    "questions",
                    "Toutes les questions",
                    "Chaque question avec ses faits, ce à quoi on les voit, et ce qui permet de trancher."
                ),
                choice(
                    "affiche",
                    "Les paliers",
                    "Une page à afficher\u{a0}: ce que veut dire chaque palier, et comment nous répondons."
                ),
            ]
        ),
    ]
}

fn document(sheet: El) -> Node {
    kids![
        el("div.acts.noprint", kids![print_button("btn go"), link("btn txt", to(""), "Choisir une autre feuille")]),
        el("div.sheets", sheet),
    ]
}

/// Two pages: the rules, then each essential question with a box before each answer.
fn essential(framework: &Framework, asked: &[&Criterion]) -> El {
    let questions: Vec<&&Criterion> = asked.iter().filter(|c| c.essential).collect();
    let question = |(n, c): (usize, &&&Criterion)| {
        let fact =
            |fact: &Fact| el("li", kids![stairs(results::level_class(fact.level)), el("span", fact.text.clone())]);
        el(
            "section",
            kids![
                el("h3", format!("{}. {}", n + 1, c.question)),
                el(
                    "ul.boxes",
                    kids![
                        c.levels.iter().map(fact).collect::<Vec<_>>(),
                        el("li.half", "À vérifier"),
                        el("li.half", "Sans objet"),
                    ]
                ),
            ],
        )
    };
    el(
        "article.a4.sheet",
        kids![
            el(
                "header",
                kids![
                    el("h2", format!("L’essentiel · {}", format::count(questions.len(), "question", "questions"))),
                    el("ul.rules", each("li", RULES)),
                ]
            ),
            el("div.columns", questions.iter().enumerate().map(question).collect::<Vec<_>>()),
            el("p.eye", foot(framework)),
        ],
    )
}

fn foot(framework: &Framework) -> String {
    format!("{}, version\u{a0}{}. Référentiel proposé, non officiel.", framework.title, framework.version)
}

fn every_question(framework: &Framework, asked: &[&Criterion]) -> El {
    let thematique = |t: &crate::framework::Thematique| {
        let own = asked.iter().filter(|c| framework.thematique_of(c).is_some_and(|own| own.id == t.id));
        let own: Vec<_> = own.map(|c| whole_question(framework, c)).collect();
        (!own.is_empty()).then(|| part(t.title.clone(), own))
    };
    let parts: Vec<_> = framework.thematiques.iter().filter_map(thematique).collect();
    el("article.a4.all", kids![el("p.eye", foot(framework)), parts])
}

fn whole_question(framework: &Framework, criterion: &Criterion) -> El {
    let fact = |fact: &Fact| {
        let signs = (!fact.signs.is_empty()).then(|| el("span.small.meta", fact.signs.join(" · ")));
        let words =
            kids![el("b", results::level(framework, fact.level)), "\u{a0}: ", fact.text.clone(), el("br", ()), signs];
        el("li", kids![stairs(results::level_class(fact.level)), el("span", words)])
    };
    el(
        "section.how-asked",
        kids![
            el("p.eye", reference::marks(criterion)),
            el("h3", criterion.question.clone()),
            el("ol.signs", criterion.levels.iter().map(fact).collect::<Vec<_>>()),
            el("p.small", kids![el("b", "Pour trancher"), " ", criterion.decide.clone()]),
        ],
    )
}

fn poster(framework: &Framework) -> El {
    let tier = |tier: &Tier| {
        let words = kids![el("h3", results::level(framework, tier.level)), el("p", tier.meaning.clone())];
        el("li", kids![big_stairs(results::level_class(tier.level)), el("div", words)])
    };
    el(
        "article.a4.poster",
        kids![
            el("h2.say", "Où en sommes-nous avec le numérique\u{202f}?"),
            el("ol.ladder", framework.tiers.iter().map(tier).collect::<Vec<_>>()),
            part("Comment nous répondons", el("ul.plain", each("li", RULES))),
            el("p.eye", foot(framework)),
        ],
    )
}

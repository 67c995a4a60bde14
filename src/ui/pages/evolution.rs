//! From one point d’étape to another: what has moved, what remains to be checked, and how to begin the next.

use crate::domain::evolution::{Course, Evolution, Move, compare};
use crate::domain::{Campaign, Dossier, Standing};
use crate::framework::Framework;
use crate::routes::Route;
use crate::texts::{evolution as words, format, results};
use crate::ui::actions;
use crate::ui::components::{cell, chart_slope, row_head, select, table};
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::{Get, Memo, RwSignal, Set};

/// The screen.
pub fn evolution() -> Node {
    let store = store();
    let before = RwSignal::new(String::new());
    let now = RwSignal::new(String::new());
    let names = Memo::new(move |_| {
        let all = |d: &Dossier| d.campaigns.iter().map(|c| (c.id.as_str().to_owned(), words::name(c))).collect();
        store.look(all).unwrap_or_default()
    });
    let choices = move || {
        let names: Vec<(String, String)> = names.get();
        let [.., last_but_one, last] = names.as_slice() else { return None };
        before.set(last_but_one.0.clone());
        now.set(last.0.clone());
        let first = select("De", names.clone(), move || before.get(), move |id| before.set(id));
        let second = select("À", names.clone(), move || now.get(), move |id| now.set(id));
        Some(el("div.form.noprint", el("div.row", kids![first, second])))
    };
    let compared = move || {
        let (before, now) = (before.get(), now.get());
        store.read(|framework, dossier, _| {
            let find = |id: &str| dossier.campaigns.iter().find(|c| c.id.as_str() == id);
            match find(&before).zip(find(&now)) {
                Some((before, now)) => comparison(framework, dossier, before, now),
                None => {
                    kids![el("p.say", "Un seul point d’étape pour l’instant\u{a0}: le prochain dira ce qui a bougé.")]
                }
            }
        })
    };
    kids![
        el("section.stack-l", kids![h1("Bilan\u{a0}: l’évolution"), choices]),
        compared,
        move || store.read(|f, d, c| to_check(store, f, d, c)),
        next(store),
        el("div.acts", link("btn txt", Route::Results.href(), "Revenir au bilan")),
    ]
}

fn comparison(framework: &Framework, dossier: &Dossier, before: &Campaign, now: &Campaign) -> Node {
    let found = compare(framework, dossier, before, now);
    let month = |c: &Campaign| c.date.map(format::month_and_year);
    let moment = if month(before) == month(now) { format::day } else { format::month_and_year };
    let side = |c: &Campaign| c.date.map_or_else(|| c.name.clone(), moment);
    let caption = kids![el("b", "D’un point d’étape à l’autre"), words::slopes(&found.courses)];
    let key = "Trait plein\u{a0}: le palier monte. Tirets\u{a0}: il est plus bas. Pointillé\u{a0}: il reste le même. Tant qu’une réponse est à vérifier, c’est le palier le plus bas qui est dessiné.";
    kids![
        el(
            "section.stack-l",
            kids![el("p.say", words::headline(&found)), words::scope(&found).map(|text| el("p.meta", text))]
        ),
        courses(framework, &found.courses),
        el(
            "figure",
            kids![
                el("figcaption", caption),
                chart_slope(framework, (side(before), side(now)), &found.courses),
                el("p.small.meta", key),
            ]
        ),
        moves(framework, &found),
    ]
}

fn courses(framework: &Framework, courses: &[Course]) -> El {
    let row = |course: &Course| {
        let class = |score: &crate::domain::scoring::Score| {
            format!("pal {}", score.bracket.map_or("pe", |bracket| results::level_class(bracket.low)))
        };
        let (before, now) = (&course.before, &course.now);
        let cells = kids![
            row_head(course.thematique.title.clone()),
            cell("Avant", results::palier(framework, before.bracket)).class(class(before)),
            cell("Maintenant", results::palier(framework, now.bracket)).class(class(now)),
            cell("Avancement avant", results::percent(before.progress)),
            cell("Avancement maintenant", results::percent(now.progress)),
        ];
        el("tr", cells).attr("role", "row")
    };
    let columns = ["Thématique", "Avant", "Maintenant", "Avancement avant", "Avancement maintenant"];
    table("table.fold.results", "Évolution par thématique", &columns, courses.iter().map(row).collect())
}

/// The questions that have moved, by kind.
fn moves(framework: &Framework, found: &Evolution) -> Vec<El> {
    let lists = [
        ("Ce qui a monté", &found.rose),
        ("Ce qui est maintenant connu", &found.known),
        ("Ce qui est plus bas", &found.fell),
        ("Ce qui est à revoir", &found.lost),
    ];
    let item =
        |step: &Move| el("li", kids![el("b", step.criterion.title.clone()), "\u{a0}: ", words::step(framework, step)]);
    let list = |(title, moves): (&'static str, &Vec<Move>)| {
        let items: Vec<_> = moves.iter().map(item).collect();
        (!items.is_empty()).then(|| el("section.stack", kids![el("h2", title), el("ul.plain", items)]))
    };
    lists.into_iter().filter_map(list).collect()
}

/// « À vérifier » comes back with who and by when.
fn to_check(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Option<El> {
    let today = store.today();
    let items: Vec<_> = dossier
        .asked(framework, campaign)
        .filter(|c| campaign.standing(&c.id) == Standing::Unknown)
        .filter_map(|criterion| {
            let answer = campaign.answers.get(&criterion.id)?;
            let thematique = framework.thematique_of(criterion)?.id.as_str().to_owned();
            let sub_theme = criterion.sub_theme.last_part().to_owned();
            let href = Route::SubTheme { thematique, sub_theme }.href();
            let said = words::to_check(answer, today);
            Some(el("li", kids![link("", href, criterion.title.clone()), "\u{a0}: ", said, "."]))
        })
        .collect();
    (!items.is_empty()).then(|| {
        el("section.stack", kids![el("h2#h-check", "Ce qui reste à vérifier"), el("ul.plain", items)])
            .attr("aria-labelledby", "h-check")
    })
}

/// Begins the next point d’étape.
fn next(store: Store) -> El {
    let text = "Reprendre les réponses du dernier permet de ne revoir que ce qui a bougé\u{202f}; « À vérifier » y reste. Les points d’étape d’avant ne changent pas.";
    el(
        "section.stack.noprint",
        kids![
            el("h2#h-new", "Un nouveau point d’étape"),
            el("p", text),
            el(
                "div.acts",
                kids![
                    button("btn go", "Commencer avec les dernières réponses", move || actions::follow(store, true)),
                    button("btn", "Commencer sans réponse", move || actions::follow(store, false)),
                ]
            ),
        ],
    )
    .attr("aria-labelledby", "h-new")
}

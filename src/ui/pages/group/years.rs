//! Two school years of the same schools, compared on the questions that both asked.

use crate::domain::group::View;
use crate::domain::group::years::{Course, Year, compare, years as all_years};
use crate::framework::Framework;
use crate::routes::Address;
use crate::texts::{group as words, results};
use crate::ui::components::{cell, row_head, select, table};
use crate::ui::dom::{El, IntoNode, Node, el, kids};

/// How many questions are shown.
const QUESTIONS: usize = 10;
const COLUMNS: [&str; 5] = ["Écoles", "Médian avant", "Médian après", "Ont monté", "Ont descendu"];

/// The view.
pub fn years(view: &View, address: &Address) -> Node {
    let known = all_years(view.group.members());
    let all: Vec<Year> = known.keys().copied().collect();
    let [.., before, now] = all.as_slice() else {
        return el(
            "p.note",
            "Les fichiers ne portent que sur une année scolaire\u{a0}: il en faut deux pour comparer.",
        )
        .into_node();
    };
    let chosen = |key: &str, default: Year| {
        address.get(key).and_then(|year| year.parse().ok()).filter(|year| all.contains(year)).unwrap_or(default)
    };
    let (before, now) = (chosen("de", *before), chosen("a", *now));
    let choice = |label: &'static str, key: &'static str, year: Year| {
        let options = all.iter().map(|year| (year.to_string(), words::year(*year))).collect();
        let address = address.clone();
        select(
            label,
            options,
            move || year.to_string(),
            move |value| crate::browser::page::go(&address.with(key, Some(&value))),
        )
    };
    let choices = el("div.row.noprint", kids![choice("Avant", "de", before), choice("Après", "a", now)]);
    if before >= now {
        return kids![choices, el("p.advice", "Choisissez deux années, la plus ancienne d’abord.")];
    }
    kids![choices, compared(view, (before, now))]
}

fn compared(view: &View, (before, now): (Year, Year)) -> Node {
    let framework = view.ground.framework;
    let found = compare(view, before, now);
    let Some(schools) = found.schools else {
        let few = view.sieve.is_open();
        return kids![few.then(|| el(
            "p.advice",
            "Moins de cinq écoles ont un point d’étape dans ces deux années\u{a0}: rien n’est montré."
        ))];
    };
    let rows: Vec<El> =
        found.themes.iter().map(|(theme, course)| row(framework, theme.title.clone(), *course)).collect();
    let questions: Vec<El> = found
        .questions
        .iter()
        .take(QUESTIONS)
        .map(|(criterion, course)| row(framework, criterion.title.clone(), Some(*course)))
        .collect();
    let columns = |first: &'static str| -> Vec<&'static str> { [first].into_iter().chain(COLUMNS).collect() };
    let moved = (!questions.is_empty())
        .then(|| table("table.fold.spread", "Les questions qui ont le plus monté", &columns("Question"), questions));
    kids![
        el(
            "p",
            format!(
                "{} ont un point d’étape dans les deux années. La comparaison porte, pour chacune, sur les questions posées les deux fois.",
                words::schools(schools)
            )
        ),
        table("table.fold.spread", "Évolution par thématique", &columns("Thématique"), rows),
        moved,
    ]
}

fn row(framework: &Framework, name: String, course: Option<Course>) -> El {
    let number =
        |get: fn(&Course) -> usize| course.as_ref().map_or_else(|| results::NONE.to_owned(), |c| get(c).to_string());
    let class = course.map_or("pe", |course| results::level_class(course.now.median));
    let cells = kids![
        row_head(name),
        cell(COLUMNS[0], number(|course| course.now.schools())),
        cell(COLUMNS[1], words::median(framework, course.map(|course| course.before))),
        cell(COLUMNS[2], words::median(framework, course.map(|course| course.now))).class(format!("pal {class}")),
        cell(COLUMNS[3], number(|course| course.rose)),
        cell(COLUMNS[4], number(|course| course.fell)),
    ];
    el("tr", cells).attr("role", "row")
}

//! Medians and distributions: a thématique a row, then the questions of one thématique.

use crate::domain::group::View;
use crate::domain::group::figures::Spread;
use crate::framework::{Framework, Level};
use crate::routes::Address;
use crate::texts::{group as words, results};
use crate::ui::components::{cell, row_head, table};
use crate::ui::dom::{El, Node, el, kids, link};

/// The columns that stand before the four levels.
const BEFORE: [&str; 2] = ["Écoles", "Palier médian"];
/// The heads of the four levels, as the référentiel that Paliers ships names them; the words stand in each row’s label.
const LEVELS: [&str; 4] = ["À engager", "1", "2", "3"];

/// The view.
pub fn paliers(view: &View, address: &Address) -> Node {
    let framework = view.ground.framework;
    if !super::has_figures(view.group) {
        return kids![el("p.note", "Les paliers médians viennent à partir de cinq écoles.")];
    }
    if !view.is_shown() {
        return Node::none();
    }
    let themes = &framework.thematiques;
    let rows =
        themes.iter().enumerate().map(|(index, theme)| row(framework, theme.title.clone(), view.thematique(index)));
    let asked = address.get("thematique");
    let here = themes.iter().position(|theme| Some(theme.id.as_str()) == asked).unwrap_or(0);
    let tabs = themes.iter().enumerate().map(|(index, theme)| {
        link("btn txt", address.with("thematique", Some(theme.id.as_str())), theme.short.clone())
            .attr("aria-current", (index == here).then_some("true"))
    });
    let questions: Vec<usize> = view.ground.criteria_of(here).filter(|index| view.is_asked(*index)).collect();
    let lines: Vec<El> = questions
        .iter()
        .filter_map(|index| {
            Some(row(framework, framework.criteria[*index].title.clone(), Some(view.criterion(*index)?)))
        })
        .collect();
    let hidden = questions.len() - lines.len();
    let columns = columns("Thématique");
    let of_questions = self::columns("Question");
    kids![
        el(
            "p",
            kids![
                "Une école sur deux, au moins, est au palier médian ou au-dessus. Ce n’est ni une moyenne ni un classement. ",
                key(framework)
            ]
        ),
        table("table.fold.spread", "Paliers par thématique", &columns, rows.collect()),
        el(
            "section.stack",
            kids![
                el("nav.acts", tabs.collect::<Vec<_>>()).label("Thématiques"),
                table(
                    "table.fold.spread",
                    format!("Question par question\u{a0}: {}", themes.get(here).map_or("", |t| &t.title)),
                    &of_questions,
                    lines
                ),
                (hidden > 0).then(|| el("p.meta", words::not_shown(hidden))),
            ]
        ),
    ]
}

fn columns(first: &'static str) -> Vec<&'static str> {
    [first].into_iter().chain(BEFORE).chain(LEVELS).collect()
}

/// What the four columns mean.
fn key(framework: &Framework) -> String {
    let names: Vec<String> = Level::ALL.iter().map(|level| results::level(framework, *level)).collect();
    format!("Les quatre dernières colonnes comptent les écoles\u{a0}: {}.", names.join(", "))
}

fn row(framework: &Framework, name: String, spread: Option<Spread>) -> El {
    let class = spread.map_or("pe", |spread| results::level_class(spread.median));
    let schools = spread.map_or_else(|| results::NONE.to_owned(), |spread| spread.schools().to_string());
    let levels: Vec<El> =
        LEVELS.iter().enumerate().map(|(level, column)| cell(column, words::at(spread, level))).collect();
    let cells = kids![
        row_head(name),
        cell(BEFORE[0], schools),
        cell(BEFORE[1], words::median(framework, spread)).class(format!("pal {class}")),
        levels,
    ];
    el("tr", cells).attr("role", "row")
}

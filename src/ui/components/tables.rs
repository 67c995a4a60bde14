//! The two tables that other software reads: « Résultats par thématique » and « Plan d'action ».

use super::figures::Row;
use crate::domain::{Day, PlanItem};
use crate::framework::Framework;
use crate::routes::Route;
use crate::texts::{follow, plan, results};
use crate::ui::dom::{El, IntoNode, el, kids, link};

/// A table whose rows can fold into blocks on a narrow screen, which takes its roles away: they are said again.
pub fn table(selector: &'static str, caption: impl IntoNode, columns: &[&'static str], rows: Vec<El>) -> El {
    let cells: Vec<_> =
        columns.iter().map(|name| el("th", *name).attr("scope", "col").attr("role", "columnheader")).collect();
    el(
        selector,
        kids![
            el("caption", caption),
            el("thead", el("tr", cells).attr("role", "row")).attr("role", "rowgroup"),
            el("tbody", rows).attr("role", "rowgroup"),
        ],
    )
    .attr("role", "table")
}

/// The head of a row.
pub fn row_head(words: impl IntoNode) -> El {
    el("th", words).attr("scope", "row").attr("role", "rowheader")
}

/// A cell with the name of its column, which shows when the row is folded.
pub fn cell(column: &'static str, words: impl IntoNode) -> El {
    el("td", words).attr("role", "cell").attr("data-l", column)
}

/// « Résultats par thématique »: nothing else than the contract stands in its cells.
pub fn results_table(framework: &Framework, rows: &[Row]) -> El {
    let row = |row: &Row| {
        let class = row.score.bracket.map_or("pe", |bracket| results::level_class(bracket.low));
        let cells = kids![
            row_head(row.title.clone()),
            cell("Palier", results::palier(framework, row.score.bracket)).class(format!("pal {class}")),
            cell("Réponses", results::responses(row.score.responses)),
            cell("Avancement", results::percent(row.score.progress)),
            cell("Objectif", results::target(framework, row.target)),
        ];
        el("tr", cells).attr("role", "row")
    };
    let columns = ["Thématique", "Palier", "Réponses", "Avancement", "Objectif"];
    table("table.fold.results", "Résultats par thématique", &columns, rows.iter().map(row).collect())
}

/// « Plan d’action »: text, with a link to the form of each action when `editable`.
pub fn plan_table(framework: &Framework, items: &[&PlanItem], today: Day, editable: bool) -> El {
    let columns = [
        "Thématique",
        "Axe d’amélioration (quoi)",
        "Action (comment)",
        "Qui",
        "Quand",
        "Indicateurs et facteurs de réussite",
        "État",
    ];
    let rows = items.iter().map(|item| plan_row(framework, item, today, editable)).collect();
    table("table.plan.fold", "Plan d’action", &columns, rows)
}

/// « Calendrier du plan »: what the drawing of the calendar says, by day.
pub fn calendar_table(framework: &Framework, items: &[&PlanItem], today: Day) -> El {
    let row = |item: &&PlanItem| {
        let to = link("", Route::PlanItem(item.id.clone()).href(), follow::title(item).to_owned());
        let cells = kids![
            row_head(plan::due(item.due(framework, today))),
            cell("Action", to),
            cell("Qui", plan::who(item)),
            cell("État", plan::item_state(item)),
            cell("Étapes", follow::steps(item).unwrap_or_else(|| results::NONE.to_owned())),
        ];
        el("tr", cells).attr("role", "row")
    };
    let columns = ["Quand", "Action", "Qui", "État", "Étapes faites"];
    table("table.plan.fold", "Calendrier du plan", &columns, items.iter().map(row).collect())
}

fn plan_row(framework: &Framework, item: &PlanItem, today: Day, editable: bool) -> El {
    let thematique = item
        .thematique
        .as_ref()
        .and_then(|id| framework.thematiques.iter().find(|t| t.id == *id))
        .map_or_else(|| results::NONE.to_owned(), |t| t.title.clone());
    let or_none = |text: &str| if text.trim().is_empty() { results::NONE.to_owned() } else { text.to_owned() };
    let edit = editable.then(|| {
        let href = Route::PlanItem(item.id.clone()).href();
        kids![" ", link("edit", href, "Modifier").label(format!("Modifier\u{a0}: {}", item.title))]
    });
    let cells = kids![
        row_head(thematique),
        cell("Axe", or_none(&item.axis)),
        cell("Action", kids![or_none(&item.title), edit]),
        cell("Qui", plan::who(item)),
        cell("Quand", plan::due(item.due(framework, today))),
        cell("Réussite", plan::evidence(framework, item)),
        cell("État", plan::item_state(item)),
    ];
    el("tr", cells).attr("role", "row")
}

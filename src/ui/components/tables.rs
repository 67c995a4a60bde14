//! The two tables that other software reads: « Résultats par thématique » and « Plan d'action ».

use super::figures::Row;
use crate::domain::{Day, PlanItem};
use crate::framework::Framework;
use crate::routes::Route;
use crate::texts::{plan, results};
use leptos::prelude::*;

fn head(names: &'static [&'static str]) -> impl IntoView {
    let cells: Vec<_> = names.iter().map(|name| view! { <th scope="col" role="columnheader">{*name}</th> }).collect();
    view! { <thead role="rowgroup"><tr role="row">{cells}</tr></thead> }
}

/// « Résultats par thématique »: nothing else than the contract stands in its cells.
pub fn results_table(framework: &Framework, rows: &[Row]) -> impl IntoView + use<> {
    let body: Vec<_> = rows
        .iter()
        .map(|row| {
            let class = match row.score.bracket {
                Some(bracket) => format!("pal {}", results::level_class(bracket.low)),
                None => "pal pe".to_owned(),
            };
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{row.title.clone()}</th>
                    <td role="cell" class=class data-l="Palier">{results::palier(framework, row.score.bracket)}</td>
                    <td role="cell" data-l="Réponses">{results::responses(row.score.responses)}</td>
                    <td role="cell" data-l="Avancement">{results::percent(row.score.progress)}</td>
                    <td role="cell" data-l="Objectif">{results::target(framework, row.target)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="fold results" role="table"><caption>"Résultats par thématique"</caption>
            {head(&["Thématique", "Palier", "Réponses", "Avancement", "Objectif"])}
            <tbody role="rowgroup">{body}</tbody>
        </table>
    }
}

/// « Plan d’action »: text, with a link to the form of each action when `editable`.
pub fn plan_table(framework: &Framework, items: &[&PlanItem], today: Day, editable: bool) -> impl IntoView + use<> {
    let body: Vec<_> = items.iter().map(|item| plan_row(framework, item, today, editable)).collect();
    view! {
        <table class="plan fold" role="table"><caption>"Plan d’action"</caption>
            {head(&["Thématique", "Axe d’amélioration (quoi)", "Action (comment)", "Qui", "Quand",
                "Indicateurs et facteurs de réussite", "État"])}
            <tbody role="rowgroup">{body}</tbody>
        </table>
    }
}

fn plan_row(framework: &Framework, item: &PlanItem, today: Day, editable: bool) -> impl IntoView + use<> {
    let thematique = item
        .thematique
        .as_ref()
        .and_then(|id| framework.thematiques.iter().find(|t| t.id == *id))
        .map_or_else(|| results::NONE.to_owned(), |t| t.title.clone());
    let or_none = |text: &str| if text.trim().is_empty() { results::NONE.to_owned() } else { text.to_owned() };
    let edit = editable.then(|| {
        let label = format!("Modifier\u{a0}: {}", item.title);
        view! { " "<a class="edit" href=Route::PlanItem(item.id.clone()).href() aria-label=label>"Modifier"</a> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{thematique}</th>
            <td role="cell" data-l="Axe">{or_none(&item.axis)}</td>
            <td role="cell" data-l="Action">{or_none(&item.title)}{edit}</td>
            <td role="cell" data-l="Qui">{plan::who(item)}</td>
            <td role="cell" data-l="Quand">{plan::due(item.due(framework, today))}</td>
            <td role="cell" data-l="Réussite">{plan::evidence(framework, item)}</td>
            <td role="cell" data-l="État">{plan::item_state(item)}</td>
        </tr>
    }
}

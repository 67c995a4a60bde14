//! Other readings of the bilan: the same results by champ d’action, or by area of SELFIE.

use crate::domain::readings::{Group, Reading, groups};
use crate::domain::{Campaign, Dossier};
use crate::framework::Framework;
use crate::routes::Route;
use crate::texts::{results, targets as words};
use crate::ui::components::{Row, cell, chart_bars, row_head, table, unfold};
use crate::ui::dom::{El, IntoNode, Node, each, el, h1, kids, link};
use crate::ui::store::store;

/// The screen.
pub fn reading(reading: Reading) -> Node {
    let store = store();
    (move || store.read(|framework, dossier, campaign| screen(framework, dossier, campaign, reading))).into_node()
}

fn screen(framework: &Framework, dossier: &Dossier, campaign: &Campaign, reading: Reading) -> Node {
    let found = groups(framework, dossier, campaign, reading);
    let other = match reading {
        Reading::Champ => (Reading::Selfie, "Lire les résultats par domaine de SELFIE"),
        Reading::Selfie => (Reading::Champ, "Lire les résultats par champ d’action"),
    };
    let proposed = "Les correspondances sont proposées par les auteurs du référentiel, non officielles. Une question peut compter dans plusieurs groupes, ou dans aucun.";
    let opening = el(
        "section.stack-l",
        kids![
            h1(kids!["Bilan\u{a0}: ", crate::texts::format::lower(words::reading(reading))]),
            el("p.say", words::reading_sentence(&found)),
            el("p.meta", proposed),
        ],
    );
    let questions: Vec<_> = found.iter().map(questions).collect();
    kids![
        opening,
        results_of(framework, reading, &found),
        bars(&found),
        el("section", kids![el("h2#h-groups", "Quelles questions dans quel groupe\u{202f}?"), questions])
            .attr("aria-labelledby", "h-groups"),
        el(
            "div.acts",
            kids![
                link("btn", Route::Results.href(), "Revenir au bilan"),
                link("btn txt", Route::Reading(other.0).href(), other.1),
            ]
        ),
    ]
}

fn results_of(framework: &Framework, reading: Reading, groups: &[Group]) -> El {
    let row = |group: &Group| {
        let score = group.selection.score();
        let class = score.bracket.map_or("pe", |bracket| results::level_class(bracket.low));
        let cells = kids![
            row_head(words::part(group.part)),
            cell("Palier", results::palier(framework, score.bracket)).class(format!("pal {class}")),
            cell("Réponses", results::responses(score.responses)),
            cell("Avancement", results::percent(score.progress)),
        ];
        el("tr", cells).attr("role", "row")
    };
    let first = match reading {
        Reading::Champ => "Champ d’action",
        Reading::Selfie => "Domaine de SELFIE",
    };
    let columns = [first, "Palier", "Réponses", "Avancement"];
    table("table.fold.results", words::reading(reading), &columns, groups.iter().map(row).collect())
}

fn bars(groups: &[Group]) -> El {
    let rows: Vec<Row> = groups
        .iter()
        .map(|group| Row {
            short: words::part(group.part).to_owned(),
            title: words::part(group.part).to_owned(),
            score: group.selection.score(),
            target: None,
            progress_target: None,
        })
        .collect();
    let caption = kids![el("b", "Chemin parcouru"), words::reading_sentence(groups)];
    el("figure", kids![el("figcaption", caption), chart_bars(&rows)])
}

fn questions(group: &Group) -> El {
    let titles: Vec<String> = group.selection.entries.iter().map(|e| e.criterion.title.clone()).collect();
    unfold(words::part(group.part), move || el("ul.plain", each("li", titles.clone())))
}

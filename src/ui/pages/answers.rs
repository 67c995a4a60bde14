//! Every answer at a glance: a table, a line a sous-thématique, a cell a question, the palier in words in each.

use crate::domain::{Campaign, Dossier};
use crate::framework::{Criterion, Framework, SubTheme, Thematique};
use crate::routes::Route;
use crate::texts::{explain, format, results};
use crate::ui::dom::{El, Node, el, h1, kids, link};
use crate::ui::store::store;

/// The screen.
pub fn answers() -> impl Fn() -> Option<Node> {
    let store = store();
    move || store.read(screen)
}

fn screen(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Node {
    let asked: Vec<&Criterion> = dossier.asked(framework, campaign).collect();
    let standings: Vec<_> = asked.iter().map(|c| campaign.standing(&c.id)).collect();
    let of = |sub: &SubTheme| asked.iter().filter(|c| c.sub_theme == sub.id).copied().collect::<Vec<_>>();
    let widest =
        framework.thematiques.iter().flat_map(|t| &t.sub_themes).map(|s| of(s).len()).max().unwrap_or(1).max(1);
    let groups: Vec<_> = framework.thematiques.iter().map(|t| group(framework, campaign, t, widest, &of)).collect();
    let date = campaign.date.map(|day| kids![" du ", format::day(day)]);
    let head = el(
        "tr",
        kids![
            el("th", "Sous-thématique").attr("scope", "col").attr("role", "columnheader"),
            el("th", "Questions et palier retenu")
                .attr("scope", "colgroup")
                .attr("role", "columnheader")
                .attr("colspan", widest.to_string()),
        ],
    )
    .attr("role", "row");
    let table = el(
        "table.heat",
        kids![el("caption", "Réponses par sous-thématique"), el("thead", head).attr("role", "rowgroup"), groups],
    )
    .attr("role", "table");
    kids![
        el(
            "section.stack-l",
            kids![
                h1("Bilan\u{a0}: toutes les réponses d’un coup d’œil"),
                el("p.say", results::spread(framework, &standings)),
                el("p.meta", kids!["Point d’étape", date, "."]),
            ]
        ),
        table,
        el("div.acts", link("btn", Route::Results.href(), "Revenir au bilan")),
    ]
}

/// A thématique and its lines; none when nothing of it is asked.
fn group<'a>(
    framework: &Framework,
    campaign: &Campaign,
    thematique: &Thematique,
    widest: usize,
    of: &dyn Fn(&SubTheme) -> Vec<&'a Criterion>,
) -> Option<El> {
    let lines: Vec<_> = thematique
        .sub_themes
        .iter()
        .filter_map(|sub| {
            let questions = of(sub);
            let rest = widest - questions.len();
            let cells: Vec<_> = questions.iter().map(|c| answer(framework, campaign, c)).collect();
            let blank = (rest > 0).then(|| el("td", ()).attr("role", "cell").attr("colspan", rest.to_string()));
            let head = el("th", sub.title.clone()).attr("scope", "row").attr("role", "rowheader");
            (!questions.is_empty()).then(|| el("tr", kids![head, cells, blank]).attr("role", "row"))
        })
        .collect();
    let title = el("th.group", thematique.title.clone())
        .attr("scope", "rowgroup")
        .attr("role", "rowheader")
        .attr("colspan", (widest + 1).to_string());
    (!lines.is_empty()).then(|| el("tbody", kids![el("tr", title).attr("role", "row"), lines]).attr("role", "rowgroup"))
}

fn answer(framework: &Framework, campaign: &Campaign, criterion: &Criterion) -> El {
    let standing = campaign.standing(&criterion.id);
    let words = kids![criterion.title.clone(), el("b", explain::standing(framework, standing))];
    el("td", words).attr("role", "cell").class(format!("cell {}", results::standing_class(standing)))
}

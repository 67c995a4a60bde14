//! « École par école », for the trainer alone: it waits behind a choice.

use crate::domain::group::{Member, View};
use crate::routes::Address;
use crate::texts::{group as words, results};
use crate::ui::dom::{El, Node, el, kids};
use crate::ui::store::Store;

/// How many schools are shown at a time.
const A_PAGE: usize = 25;

/// The view.
pub fn schools(store: Store, address: &Address) -> Node {
    let address = address.clone();
    kids![
        el(
            "p.advice",
            "Ce tableau montre chaque école. Il aide à préparer la rencontre\u{a0}: il ne se projette pas et ne se donne pas."
        ),
        super::behind("Montrer le tableau, pour l’animateur seul", move || {
            super::again(store, |view| matrix(view, &address))
        }),
    ]
}

fn matrix(view: &View, address: &Address) -> Node {
    let framework = view.ground.framework;
    let (members, pages) = super::paged(address, view.group.members().iter().enumerate().collect(), A_PAGE);
    let head = |words: &str| el("th", words.to_owned()).attr("scope", "col").attr("role", "columnheader");
    let heads: Vec<El> = framework.thematiques.iter().map(|theme| head(&theme.short)).collect();
    let row = |(place, member): (usize, &Member)| {
        let cells = member.scores.iter().map(|score| {
            let class = score.bracket.map_or("pe", |bracket| results::level_class(bracket.low));
            el("td", results::palier(framework, score.bracket)).attr("role", "cell").class(format!("cell {class}"))
        });
        let name = el("th", words::name(place, member)).attr("scope", "row").attr("role", "rowheader");
        el("tr", kids![name, cells.collect::<Vec<_>>()]).attr("role", "row")
    };
    let rows: Vec<El> = members.into_iter().map(row).collect();
    kids![
        el(
            "table.heat",
            kids![
                el("caption", "Paliers école par école"),
                el("thead", el("tr", kids![head("École"), heads]).attr("role", "row")).attr("role", "rowgroup"),
                el("tbody", rows).attr("role", "rowgroup"),
            ]
        )
        .attr("role", "table"),
        pages,
    ]
}

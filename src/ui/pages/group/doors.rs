//! Where files come in: dropped or chosen, any number, or a zip. Who is in, what stayed outside and why.

use super::room::{self, Room};
use crate::domain::group::Member;
use crate::routes::Address;
use crate::texts::group as words;
use crate::ui::components::files_button;
use crate::ui::dom::{El, Node, button, el, kids, leaving, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How many lines a list shows at a time.
const A_PAGE: usize = 20;

/// The view.
pub fn doors(store: Store, changes: Memo<u32>) -> Node {
    let hand = move || store.address.with(|address| address.with("voir", Some("a-la-main")));
    kids![
        el(
            "section.stack",
            kids![
                files_button(
                    "Déposer ou choisir les fichiers des écoles",
                    ".json,.zip,application/json,application/zip",
                    move |files| room::open(store, files)
                ),
                el(
                    "p.meta",
                    "Des fichiers pour l’animateur, des sauvegardes, ou un zip qui les contient. Rien n’est gardé ni envoyé\u{a0}: la vue disparaît avec cet onglet, les fichiers restent où ils sont."
                ),
                el("p", move || said(store, changes)).attr("role", "status"),
                el("div.acts", link("btn", hand, "Taper une école à la main")),
            ]
        ),
        move || {
            changes.get();
            let address = store.address.get();
            room::look(|room| kids![outside(room), several(room), inside(store, room, &address)])
        },
    ]
}

/// How far reading is, then what came of it.
fn said(store: Store, changes: Memo<u32>) -> String {
    changes.get();
    let reading =
        store.together.with(|together| (together.total > 0).then(|| words::progress(together.done, together.total)));
    let read = || room::look(|room| words::read(room.entered, room.refused.len()));
    reading.or_else(read).unwrap_or_default()
}

fn outside(room: &Room) -> Option<El> {
    let line = |(file, why): &(String, String)| el("li", kids![el("b", file.clone()), "\u{a0}: ", why.clone()]);
    let lines: Vec<El> = room.refused.iter().take(A_PAGE).map(line).collect();
    let more = room.refused.len().saturating_sub(A_PAGE);
    (!lines.is_empty()).then(|| {
        let more = (more > 0).then(|| el("li", format!("et {more} autres.")));
        el("section.stack", kids![el("h2#h-out", "Restés dehors"), el("ul.plain", kids![lines, more])])
            .attr("aria-labelledby", "h-out")
    })
}

fn several(room: &Room) -> Option<El> {
    let line = |(place, member): (usize, &Member)| {
        room.again.contains(&member.id).then(|| el("li", words::again(&words::name(place, member), member.date())))
    };
    let lines: Vec<El> = room.group.members().iter().enumerate().filter_map(line).take(A_PAGE).collect();
    (!lines.is_empty()).then(|| {
        el("section.stack", kids![el("h2#h-again", "Reçues plusieurs fois"), el("ul.plain", lines)])
            .attr("aria-labelledby", "h-again")
    })
}

fn inside(store: Store, room: &Room, address: &Address) -> Option<El> {
    let members = room.group.members();
    let (lines, pages) = super::paged(address, members.iter().enumerate().collect(), A_PAGE);
    let line = |(place, member): (usize, &Member)| {
        let (id, name) = (member.id.clone(), words::name(place, member));
        let label = format!("Retirer\u{a0}: {name}");
        let gone = name.clone();
        let remove = leaving("btn txt", "Retirer", move || room::remove(store, &id, &gone)).label(label);
        el(
            "li",
            kids![el("div", kids![el("b", name), el("br", ()), el("span.meta.small", words::about(member))]), remove],
        )
    };
    let lines: Vec<El> = lines.into_iter().map(line).collect();
    let what = words::what_shows(members.len());
    (!members.is_empty()).then(|| {
        el(
            "section.stack",
            kids![
                el("h2#h-in", "Dans la vue"),
                el("p.meta", what),
                el("ul.shelf", lines),
                pages,
                el("div.acts", button("btn txt", "Tout retirer", move || room::clear(store))),
            ],
        )
        .attr("aria-labelledby", "h-in")
    })
}

//! The end: who was there, the next date, the two pages, the file and where it lies.

use super::{Room, prepare, to};
use crate::routes::Route;
use crate::texts::meeting::Step;
use crate::ui::components::{field, if_whole};
use crate::ui::dom::{Node, button, el, h1, kids, link};
use crate::ui::errands::{self, Errand};

pub(super) fn closing(room: Room) -> Node {
    let store = room.store;
    let next = move || room.read(|m| m.next.map(|day| day.to_string())).flatten().unwrap_or_default();
    let next = field("Prochaine réunion", "date", next, move |text| {
        if_whole(&text, |day| room.change(|meeting| meeting.set_next(day)));
    });
    kids![
        h1(kids!["Pour finir, ", el("span", "qui était là, et quand nous nous revoyons.")]).class("say"),
        el(
            "div.cols",
            kids![
                el("section.stack.rule", kids![el("h2", "Qui était là"), prepare::present(room)]),
                el(
                    "section.stack.rule",
                    kids![
                        el("h2", "La suite"),
                        el("div.form", next),
                        el(
                            "p.meta",
                            kids![
                                "Elle entre dans l’agenda (.ics) du ",
                                link("", Route::Plan.href(), "plan d’action"),
                                "."
                            ]
                        ),
                    ]
                ),
            ]
        ),
        el(
            "section.stack.rule",
            kids![
                el("h2", "Ce que nous emportons"),
                el(
                    "ul.plain",
                    kids![
                        el("li", "Les deux pages pour le conseil et le relevé de décisions, à imprimer ou à envoyer."),
                        el(
                            "li",
                            "Le fichier du dossier, à ranger en lieu sûr. Le dossier reste aussi dans ce navigateur, sur cet ordinateur."
                        ),
                    ]
                ),
                el(
                    "div.acts",
                    kids![
                        link("btn go", Route::Report.href(), "Voir les deux pages et le relevé"),
                        button("btn", "Enregistrer le fichier du dossier", move || errands::send(
                            store,
                            Errand::Backup
                        )),
                        link("btn txt", to(Step::Review), Step::Review.name()),
                    ]
                ),
            ]
        ),
    ]
}

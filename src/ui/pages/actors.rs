//! « Qui appeler pour quoi »: a directory by role. A name is asked for after a warning, and only if wanted.

use crate::browser::clock;
use crate::domain::commands::Placed;
use crate::domain::{Actor, Command, Dossier};
use crate::exports::Kind;
use crate::names::ActorId;
use crate::texts::indicators as words;
use crate::ui::components::{cell, field, row_head, table};
use crate::ui::dom::{El, Node, button, el, h1, kids};
use crate::ui::making;
use crate::ui::pages::plan::{View, lists, views};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

const WARNING: &str = "Un nom, un numéro ou une adresse sont des données personnelles\u{a0}: demandez l’accord de la \
    personne. Ils restent sur cet ordinateur et partent avec la sauvegarde complète. Une fonction suffit souvent.";

const TAKEN: &str = "Pour un tableur, tout l’annuaire par fonction\u{a0}; les noms et les contacts restent ici\u{a0}:";

/// How many contacts a page holds.
const A_PAGE: usize = 12;

/// The screen.
pub fn actors() -> Node {
    let store = store();
    let number = Memo::new(move |_| store.look(|d| d.actors.len()).unwrap_or_default());
    let ids = Memo::new(move |_| {
        let page = store.address.with(lists::page_of);
        let all = |d: &Dossier| lists::cut(d.actors.iter().map(|a| a.id.clone()).collect(), page, A_PAGE);
        store.look(all).unwrap_or_default()
    });
    let some = Memo::new(move |_| number.get() > 0);
    kids![
        move || {
            el(
                "section.stack-l",
                kids![h1("Qui appeler pour quoi"), el("p", words::contacts(number.get())), views(View::Actors)],
            )
        },
        move || (number.get() > 0).then(|| directory(store)),
        move || some.get().then(|| making::take_table(store, TAKEN, Kind::OdsActors, Kind::CsvActors)),
        move || {
            let forms: Vec<El> = ids.get().into_iter().map(|id| form(store, id)).collect();
            let begin =
                forms.is_empty().then(|| button("btn", "Partir des fonctions habituelles", move || begin(store)));
            el(
                "section.stack-l",
                kids![
                    el("h2#h-edit", "Modifier l’annuaire"),
                    forms,
                    move || store.address.with(|address| lists::pages(address, number.get(), A_PAGE)),
                    el("div.acts", kids![begin, button("btn", "Ajouter une fonction", move || add(store, "", ""))]),
                ],
            )
            .attr("aria-labelledby", "h-edit")
        },
    ]
}

fn directory(store: Store) -> impl Fn() -> Option<El> {
    move || {
        store.look(|dossier| {
            let row = |actor: &Actor| {
                let name = [actor.name.trim(), actor.contact.trim()].into_iter().filter(|t| !t.is_empty());
                let cells = kids![
                    row_head(words::said(&actor.purpose)),
                    cell("Fonction", words::said(&actor.role)),
                    cell("Contact", words::said(&name.collect::<Vec<_>>().join(", "))),
                ];
                el("tr", cells).attr("role", "row")
            };
            let rows: Vec<&Actor> =
                lists::cut(dossier.actors.iter().collect(), store.address.with(lists::page_of), A_PAGE);
            let rows = rows.into_iter().map(row).collect();
            table("table.plan.fold", "Annuaire", &["Pour quoi", "Qui appeler", "Contact"], rows)
        })
    }
}

fn begin(store: Store) {
    let primary = store.peek(|d| d.school.is_primary()).unwrap_or(false);
    let command = |(role, purpose)| actor(role, purpose).map(put);
    store.send(Command::All(words::usual_roles(primary).into_iter().filter_map(command).collect()));
}

fn actor(role: &str, purpose: &str) -> Option<Actor> {
    let id = ActorId::parse(&clock::fresh_id())?;
    Some(Actor { role: role.to_owned(), purpose: purpose.to_owned(), ..Actor::new(id) })
}

fn put(actor: Actor) -> Command {
    Command::Actor { id: actor.id.clone(), actor: Some(Placed::last(actor)) }
}

fn add(store: Store, role: &str, purpose: &str) {
    if let Some(actor) = actor(role, purpose) {
        store.send(put(actor));
    }
}

/// The fields of one contact: role and purpose, and behind a warning, a name.
fn form(store: Store, id: ActorId) -> El {
    let id = StoredValue::new(id);
    let read = move |place: fn(&Actor) -> String| {
        move || {
            let found = |d: &Dossier| id.try_with_value(|id| d.actors.iter().find(|a| a.id == *id).map(place));
            store.look(found).flatten().flatten().unwrap_or_default()
        }
    };
    let line = move |label: &'static str, get: fn(&Actor) -> String, set: fn(&mut Actor, String)| {
        field(label, "text", read(get), move |text| {
            let found = |d: &Dossier| id.with_value(|id| d.actors.iter().find(|a| a.id == *id).cloned());
            if let Some(mut actor) = store.peek(found).flatten() {
                set(&mut actor, text);
                store.send_typing(put(actor));
            }
        })
    };
    let remove = move || {
        store.send(Command::Actor { id: id.get_value(), actor: None });
        store.offer("Contact retiré de l’annuaire.".to_owned(), "Annuler", move || store.undo());
    };
    el(
        "div.form.rule",
        kids![
            el(
                "div.row",
                kids![
                    line("Fonction", |a| a.role.clone(), |a, text| a.role = text),
                    line("Pour quoi", |a| a.purpose.clone(), |a, text| a.purpose = text),
                ]
            ),
            el(
                "details.stack",
                kids![
                    el("summary", "Un nom ou un contact"),
                    el("p.note", WARNING),
                    el(
                        "div.row",
                        kids![
                            line("Nom, si la fonction ne suffit pas", |a| a.name.clone(), |a, text| a.name = text),
                            line("Téléphone ou adresse", |a| a.contact.clone(), |a, text| a.contact = text),
                        ]
                    ),
                ]
            ),
            el("div.acts", button("btn txt", "Retirer", remove)),
        ],
    )
}

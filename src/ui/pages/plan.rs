//! The plan, in four views of one address: decide (the six pistes and what is decided), follow, the calendar, what is
//! asked of others; and all the pistes.

mod calendar;
mod decide;
mod follow;
pub mod lists;
mod pistes;
mod requests;

use crate::browser::{clock, files};
use crate::documents::named;
use crate::domain::Dossier;
use crate::exports::{Kind, agenda};
use crate::framework::Framework;
use crate::routes::{Address, Route};
use crate::texts::follow::{self as following, Agenda};
use crate::texts::{narrow, plan as words};
use crate::ui::components::begin_each;
use crate::ui::dom::{El, IntoNode, Node, button, el, kids, link};
use crate::ui::store::{Store, store};
use crate::ui::{actions, making};
use leptos::prelude::*;

/// What the address shows of the plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    Decide,
    Pistes,
    Follow,
    Calendar,
    Requests,
    /// Screens of their own, with their own title.
    Indicators,
    Actors,
}

/// The views that have a link of their own.
const VIEWS: [(View, &str, &str); 6] = [
    (View::Decide, "#/plan", "Décider"),
    (View::Follow, "#/plan?vue=suivi", "Suivre"),
    (View::Calendar, "#/plan?vue=calendrier", "Calendrier"),
    (View::Requests, "#/plan?vue=demandes", "À demander à…"),
    (View::Indicators, "#/plan?vue=indicateurs", "Indicateurs"),
    (View::Actors, "#/plan?vue=annuaire", "Qui appeler"),
];

const TAKEN: &str = "Pour un tableur, toutes les actions du plan\u{a0}:";

impl View {
    fn of(address: &Address) -> Self {
        let narrowed = || narrow::OF_PLAN.iter().any(|(key, _)| address.get(key).is_some());
        match (address.get("pistes"), address.get("vue")) {
            (Some("toutes"), _) => Self::Pistes,
            (_, Some("calendrier")) => Self::Calendar,
            (_, Some("demandes")) => Self::Requests,
            (_, Some("suivi")) => Self::Follow,
            _ if narrowed() => Self::Follow,
            _ => Self::Decide,
        }
    }
}

impl View {
    fn title(self) -> &'static str {
        match self {
            Self::Follow => "Plan d’action\u{a0}: le suivi",
            Self::Calendar => "Plan d’action\u{a0}: le calendrier",
            Self::Requests => "Plan d’action\u{a0}: à demander",
            Self::Pistes => "Plan d’action\u{a0}: toutes les pistes",
            Self::Decide | Self::Indicators | Self::Actors => "Plan d’action",
        }
    }
}

/// The screen.
pub fn plan() -> Node {
    let store = store();
    let view = Memo::new(move |_| store.address.with(View::of));
    begin_each(view);
    let followed =
        Memo::new(move |_| view.get() == View::Follow && store.look(|d| !d.plan.is_empty()).unwrap_or(false));
    kids![
        move || {
            let view = view.get();
            store.read(|framework, dossier, _| opening(store, framework, dossier, view))
        },
        move || match view.get() {
            View::Decide => decide::decide(store),
            View::Pistes => pistes::all(store).into_node(),
            View::Follow => follow::follow(store).into_node(),
            View::Calendar => calendar::calendar(store).into_node(),
            // Indicators and actors are screens of their own.
            View::Requests | View::Indicators | View::Actors => requests::requests(store).into_node(),
        },
        move || followed.get().then(|| making::take_table(store, TAKEN, Kind::OdsPlan, Kind::CsvPlan)),
    ]
}

fn opening(store: Store, framework: &Framework, dossier: &Dossier, view: View) -> El {
    let today = store.today();
    let (decided, next) = words::headline(framework, dossier, today);
    let counted = agenda::count(framework, dossier, today);
    let note = (counted != Agenda::default()).then(|| el("p.small.meta", following::agenda(counted)));
    el(
        "section.stack-l",
        kids![
            el("h1.eye", view.title()).attr("tabindex", "-1"),
            el("p.say", kids![decided, next.map(|next| kids![" ", el("span", next)])]),
            el(
                "div.acts",
                kids![
                    button("btn", "Ajouter une action à nous", move || actions::add_own(store)),
                    button("btn txt", "Exporter l’agenda (.ics)", move || save_agenda(store)),
                    link("btn txt", Route::Meeting.href(), "Décider ensemble"),
                    link("btn txt", Route::Workshops.href(), "Partir d’un atelier"),
                    link("btn txt", Route::Report.href(), "Voir le rapport à imprimer"),
                ]
            ),
            note,
            views(view),
        ],
    )
}

/// The links to the views.
pub fn views(view: View) -> El {
    let to = |(to, href, name): &(View, &'static str, &'static str)| {
        link("btn txt", *href, *name).attr("aria-current", (*to == view).then_some("page"))
    };
    el("nav.acts.views", VIEWS.iter().map(to).collect::<Vec<_>>()).label("Vues du plan")
}

/// The deadlines, as a file for a calendar.
fn save_agenda(store: Store) {
    let today = store.today();
    let file = untrack(|| {
        store.read(|framework, dossier, _| {
            let empty = agenda::is_empty(framework, dossier, today);
            let text = || agenda::agenda(framework, dossier, today, &clock::now());
            (!empty).then(|| (named(dossier, today, "plan.ics"), text()))
        })
    });
    match file.flatten() {
        None => store.say("Aucune action du plan n’a encore de date\u{a0}: l’agenda serait vide."),
        Some((name, text)) => save_text(store, &name, &text, "text/calendar;charset=utf-8"),
    }
}

/// Offers a text as a file, and says where it went.
fn save_text(store: Store, name: &str, text: &str, mime: &str) {
    if files::download(name, text, mime) {
        store.say(&format!("Enregistré dans vos téléchargements\u{a0}: {name}"));
    } else {
        store.say(
            "Ce navigateur n’enregistre pas de fichier ici. Ouvrez Paliers dans un onglet à part, puis réessayez.",
        );
    }
}

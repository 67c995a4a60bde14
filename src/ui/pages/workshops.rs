//! The three workshops. The address says which workshop and which of its times: `?atelier=…&temps=2&n=3`.

mod planning;
mod projections;
mod retex;

use crate::browser::{clock, page};
use crate::domain::commands::Placed;
use crate::domain::{Card, Command, Dossier, Workshop};
use crate::names::{ThematiqueId, WorkshopId};
use crate::routes::Route;
use crate::texts::{format, workshop as words};
use crate::ui::actions;
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// A workshop of the dossier; cheap to copy.
#[derive(Clone, Copy)]
struct Open {
    store: Store,
    id: StoredValue<WorkshopId>,
}

impl Open {
    /// Something of the workshop; tracked. None as well once its screen is gone, which what it drew may hear of later.
    fn read<T>(self, get: impl FnOnce(&Workshop) -> T) -> Option<T> {
        let found = |d: &Dossier| self.id.try_with_value(|id| d.workshops.iter().find(|w| w.id == *id).map(get));
        self.store.look(found).flatten().flatten()
    }

    /// Changes it, as one step.
    fn change(self, change: impl FnOnce(&mut Workshop)) {
        if let Some(mut workshop) = untrack(|| self.read(Workshop::clone)) {
            change(&mut workshop);
            let id = workshop.id.clone();
            self.store.send(Command::Workshop { id, workshop: Some(Placed::last(workshop)) });
        }
    }

    /// Takes a card, a need or an axis away.
    fn remove(self, id: &str) {
        self.change(|workshop| workshop.remove(id));
        self.store.offer("Retiré.".to_owned(), "Annuler", move || self.store.undo());
    }

    fn at(self, time: usize, n: usize) -> String {
        let id = self.id.try_with_value(|id| id.as_str().to_owned()).unwrap_or_default();
        format!("#/ateliers?atelier={id}&temps={time}&n={n}")
    }

    /// The address of its tables.
    fn tables(self) -> String {
        let id = self.id.try_with_value(|id| id.as_str().to_owned()).unwrap_or_default();
        format!("#/ateliers?vue=tableaux&atelier={id}")
    }
}

/// The screen.
pub fn workshops() -> Node {
    let store = store();
    let id = Memo::new(move |_| {
        let named = store.address.with(|a| a.get("atelier").map(str::to_owned))?;
        let known = |w: &&Workshop| w.id.as_str().eq_ignore_ascii_case(&named);
        store.look(|d| d.workshops.iter().find(known).map(|w| w.id.clone())).flatten()
    });
    let time = Memo::new(move |_| number(store, "temps").clamp(1, 3));
    kids![move || match id.get() {
        None => list(store).fresh_then(|| page::focus_if_lost("main h1")),
        Some(id) => {
            let open = Open { store, id: StoredValue::new(id) };
            kids![
                opening(open, time.get()),
                match time.get() {
                    1 => retex::retex(open),
                    2 => projections::projections(open),
                    _ => planning::planning(open),
                },
            ]
            .fresh_then(|| page::focus_if_lost("main h1"))
        }
    }]
}

/// A number of the address; 1 when it says none.
fn number(store: Store, key: &str) -> usize {
    store.address.with(|a| a.get(key).and_then(|text| text.parse().ok()).unwrap_or(1))
}

fn list(store: Store) -> Node {
    let line = move |workshop: &Workshop| {
        let open = Open { store, id: StoredValue::new(workshop.id.clone()) };
        el("li", kids![link("", open.at(1, 1), workshop.title.clone()), "\u{a0}: ", words::summary(workshop)])
    };
    let known = move || {
        let items = store.look(|d| d.workshops.iter().map(line).collect::<Vec<_>>()).unwrap_or_default();
        (!items.is_empty()).then(|| el("ul.plain", items))
    };
    let times: Vec<El> = words::TIMES.iter().map(|(title, time, _)| el("li", format!("{title}, {time}"))).collect();
    let examples: Vec<El> = words::EXAMPLES
        .iter()
        .map(|(file, title)| {
            let act = move || actions::open_example(store, file, &Route::Workshops);
            el("li", button("btn txt", format!("Ouvrir l’exemple\u{a0}: {title}"), act))
        })
        .collect();
    let about = "Trois ateliers réels de 2020, dits avec nos mots. Une copie s’ouvre, à part de votre dossier.";
    kids![
        el(
            "section.stack-l",
            kids![
                h1("Ateliers"),
                el("p.say", kids!["Partir de ce que nous vivons, ", el("span", "et arriver à trois actions.")]),
                el("ol.numbers", times),
                el("div.acts", button("btn go", "Commencer un atelier", move || begin(store))),
                known,
            ]
        ),
        el("section.stack", kids![el("h2#h-examples", "Des exemples"), el("p.meta", about), el("ul", examples)])
            .attr("aria-labelledby", "h-examples"),
    ]
}

fn begin(store: Store) {
    if let Some(id) = WorkshopId::parse(&clock::fresh_id()) {
        let today = store.today();
        let title = format!("Atelier du {}", format::day(today));
        let workshop = Workshop::new(id.clone(), title, today);
        store.send(Command::Workshop { id: id.clone(), workshop: Some(Placed::last(workshop)) });
        page::go(&Open { store, id: StoredValue::new(id) }.at(1, 1));
    }
}

fn opening(open: Open, time: usize) -> El {
    let (title, minutes, what) = words::TIMES[time - 1];
    let steps = words::TIMES.iter().zip(1..).map(|((title, ..), n)| {
        link("btn txt", open.at(n, 1), format!("{n}. {title}")).attr("aria-current", (n == time).then_some("page"))
    });
    let name = move || open.read(|w| w.title.clone());
    el(
        "section.stack",
        kids![
            el("p.eye", kids![name, " · ", minutes]),
            h1(title),
            el("p", what),
            el(
                "nav.acts.views",
                kids![
                    steps.collect::<Vec<_>>(),
                    link("btn txt", open.tables(), "Tableaux à imprimer"),
                    link("btn txt", Route::Workshops.href(), "Tous les ateliers"),
                ]
            )
            .label("Les trois temps de l’atelier"),
        ],
    )
}

/// The thématique of a card, said and chosen at one place; it says that it waits for one.
fn classify(open: Open, card: &Card) -> El {
    let known = untrack(|| open.store.framework());
    let known = known.iter().flat_map(|f| &f.thematiques).map(|t| (t.id.as_str().to_owned(), t.short.clone()));
    let options = std::iter::once((String::new(), words::TO_CLASSIFY.to_owned())).chain(known);
    let options: Vec<El> = options.map(|(value, words)| el("option", words).attr("value", value)).collect();
    let now = card.thematique.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default();
    let id = card.id.clone();
    let choose = move |chosen: String| open.change(|w| w.classify(&id, ThematiqueId::parse(&chosen)));
    el("select.pick", options)
        .label(format!("Thématique\u{a0}: {}", card.text))
        .value(move || now.clone())
        .on_text("change", choose)
}

/// Back and forth in a list shown one element at a time.
fn turn(open: Open, time: usize, n: usize, of: usize) -> El {
    let before = (n > 1).then(|| link("btn", open.at(time, n - 1), "Précédent"));
    let after = (n < of).then(|| link("btn", open.at(time, n + 1), "Suivant"));
    let next = (n >= of && time < 3).then(|| link("btn go", open.at(time + 1, 1), "Passer au temps suivant"));
    el("div.acts", kids![before, after, next])
}

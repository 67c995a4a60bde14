//! The log of the drills: planned, then done, what worked and what is to be mended. Its numbers go to the indicators and
//! its days to the agenda of the plan; nothing is asked about anyone.

use super::Open;
use crate::browser::clock;
use crate::domain::Drill;
use crate::routes::Route;
use crate::texts::papers as words;
use crate::ui::components::{area, check, field, if_whole};
use crate::ui::dom::{El, Node, button, el, kids, link};
use crate::ui::pages::plan::lists;
use leptos::prelude::*;

/// How many drills a page holds.
const A_PAGE: usize = 5;
const RULE: &str = "Un exercice fait, avec sa date, donne ses nombres aux indicateurs. Un exercice daté est dans l’agenda \
    du plan (.ics).";

pub(super) fn drills(open: Open) -> Node {
    let ids = Memo::new(move |_| {
        let known = |drill: &Drill| drill.id.clone();
        open.read(|context, _| context.paper.drills.iter().map(known).collect::<Vec<_>>()).unwrap_or_default()
    });
    let forms = move || {
        let ids = ids.get();
        let total = ids.len();
        let page = open.store.address.with(lists::page_of);
        let shown: Vec<El> = lists::cut(ids, page, A_PAGE).into_iter().map(|id| one(open, id)).collect();
        let pages = open.store.address.with(|address| lists::pages(address, total, A_PAGE));
        kids![(total == 0).then(|| el("p", "Aucun exercice n’est encore prévu.")), shown, pages]
    };
    let add = move || open.change(|paper| paper.drills.insert(0, Drill::new(clock::fresh_id())));
    kids![
        el("p.meta", kids![RULE, " ", link("", Route::Indicators.href(), "Voir les indicateurs")]),
        el("div.acts", button("btn", "Prévoir ou noter un exercice", add)),
        el("div.stack", forms),
    ]
}

/// A drill that stays where it is while it is written.
#[derive(Clone, Copy)]
struct One {
    open: Open,
    id: StoredValue<String>,
}

impl One {
    fn read<T>(self, get: impl FnOnce(&Drill) -> T) -> Option<T> {
        let id = self.id.try_with_value(String::clone)?;
        self.open.read(|context, _| context.paper.drills.iter().find(|drill| drill.id == id).map(get)).flatten()
    }

    fn text(self, get: fn(&mut Drill) -> &mut String) -> impl Fn() -> String + Copy {
        move || self.read(|drill| std::mem::take(get(&mut drill.clone()))).unwrap_or_default()
    }

    fn changed(self, change: impl FnOnce(&mut Drill)) -> impl FnOnce(&mut crate::domain::Paper) {
        move |paper| {
            let id = self.id.try_with_value(String::clone);
            if let Some(drill) = paper.drills.iter_mut().find(|drill| Some(&drill.id) == id.as_ref()) {
                change(drill);
            }
        }
    }

    fn line(self, label: &'static str, place: fn(&mut Drill) -> &mut String) -> El {
        field(label, "text", self.text(place), move |text| {
            self.open.type_in(self.changed(|drill| *place(drill) = text))
        })
    }

    fn lines(self, label: &'static str, place: fn(&mut Drill) -> &mut String) -> El {
        area(label, "2", self.text(place), move |text| self.open.type_in(self.changed(|drill| *place(drill) = text)))
    }

    fn remove(self) {
        let store = self.open.store;
        let id = self.id.try_with_value(String::clone);
        self.open.change(|paper| paper.drills.retain(|drill| Some(&drill.id) != id.as_ref()));
        store.offer("Exercice retiré.".to_owned(), "Annuler", move || store.undo());
    }
}

fn one(open: Open, id: String) -> El {
    let this = One { open, id: StoredValue::new(id) };
    let when = move || this.read(words::drill_when);
    let date = move || this.read(|drill| drill.date.map(|day| day.to_string())).flatten().unwrap_or_default();
    let set_date = move |text: String| {
        if_whole(&text, |day| open.change(this.changed(|drill| drill.date = day)));
    };
    let is_done = Memo::new(move |_| this.read(|drill| drill.done).unwrap_or_default());
    let after = move || {
        is_done.get().then(|| {
            kids![
                this.lines("Ce qui a marché", |drill| &mut drill.worked),
                this.lines("Ce qui est à corriger", |drill| &mut drill.mend),
                this.line("Passages du plan corrigés, en nombre", |drill| &mut drill.corrections),
                this.line("Élèves qui ont trouvé le travail du jour, en %", |drill| &mut drill.reached),
            ]
        })
    };
    let remove = button("btn txt", "Retirer cet exercice", move || this.remove());
    el(
        "fieldset.form",
        kids![
            el("legend", el("b", kids!["Exercice\u{a0}: ", when])),
            field("Jour", "date", date, set_date),
            this.lines("Ce qui est essayé", |drill| &mut drill.tried),
            check("Il a eu lieu", move || is_done.get(), move |on| open.change(this.changed(|drill| drill.done = on))),
            after,
            el("div.acts", remove),
        ],
    )
}

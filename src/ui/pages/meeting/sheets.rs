//! One grid counts every sheet: a line a question, a cell a fact in the order of the sheet, then « à vérifier » and « sans
//! objet ». A digit goes to the next cell, arrows move, Enter goes to the next line: no mouse is needed.

use super::{Room, onward, to};
use crate::browser::page;
use crate::domain::meeting::{changed, is_whole};
use crate::domain::{Role, Standing};
use crate::framework::{Criterion, Level};
use crate::names::CriterionId;
use crate::texts::meeting::{self as words, Step};
use crate::texts::school;
use crate::ui::components::{field, row_head, select, table};
use crate::ui::dom::{El, Node, el, h1, input_of, kids};
use crate::ui::pages::plan::lists;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// How many questions a page holds.
const A_PAGE: usize = 16;
/// The columns: what stands in each, and its name.
const COLUMNS: [(Standing, &str); 6] = [
    (Standing::At(Level::ALL[0]), "1er fait"),
    (Standing::At(Level::ALL[1]), "2e fait"),
    (Standing::At(Level::ALL[2]), "3e fait"),
    (Standing::At(Level::ALL[3]), "4e fait"),
    (Standing::Unknown, "À vérifier"),
    (Standing::NotApplicable, "Sans objet"),
];

/// The sheets being counted.
#[derive(Clone, Copy, PartialEq)]
struct Pile {
    role: Option<Role>,
    page: usize,
}

pub(super) fn sheets(room: Room) -> Node {
    let pile = Memo::new(move |_| {
        let role = room.store.address.with(|a| a.get("role").and_then(Role::parse));
        let apart = room.read(|m| role.filter(|role| m.roles_apart().contains(role))).flatten();
        Pile { role: apart, page: room.store.address.with(lists::page_of) }
    });
    let total = Memo::new(move |_| room.scene(|f, d, c, _| d.asked(f, c).count()).unwrap_or_default());
    kids![
        el("div", kids![el("p.eye", "Avant la réunion"), h1(Step::Sheets.name())]),
        el(
            "p",
            "Pour chaque question, combien de feuilles cochent chaque fait. Un chiffre passe à la case suivante, les flèches se déplacent, Entrée va à la ligne. Une case vide vaut zéro."
        ),
        el(
            "p.narrow-only.small",
            "De gauche à droite\u{a0}: les quatre faits, dans l’ordre de la feuille, puis «\u{a0}à vérifier\u{a0}», puis «\u{a0}sans objet\u{a0}»."
        ),
        el("div.form.row", kids![group(room, pile), number(room, pile)]),
        move || grid(room, pile.get()),
        el("p.note", to_reread(room, pile)).attr("aria-live", "polite"),
        move || room.store.address.with(|address| lists::pages(address, total.get(), A_PAGE)),
        el("div.acts", onward("btn go", Step::Sheets)),
    ]
}

/// Whose sheets, when a role has three people or more.
fn group(room: Room, pile: Memo<Pile>) -> impl Fn() -> Option<El> {
    let roles = Memo::new(move |_| room.read(crate::domain::Meeting::roles_apart).unwrap_or_default());
    move || {
        let roles = roles.get();
        let label = |role: &Role| {
            let label = untrack(|| room.store.look(|d| school::role_label(*role, &d.school)));
            (role.as_str().to_owned(), label.unwrap_or_default().to_owned())
        };
        let options = std::iter::once((String::new(), "Tout le monde, ou les autres".to_owned()));
        let options: Vec<_> = options.chain(roles.iter().map(label)).collect();
        let value = move || pile.get().role.map(|role| role.as_str().to_owned()).unwrap_or_default();
        let choose = |value: String| {
            let role = if value.is_empty() { String::new() } else { format!("&role={value}") };
            page::go(&format!("{}{role}", to(Step::Sheets)));
        };
        (!roles.is_empty()).then(|| select("Feuilles de", options, value, choose))
    }
}

/// How many sheets there are in all.
fn number(room: Room, pile: Memo<Pile>) -> impl Fn() -> Option<El> {
    move || {
        let value =
            move || room.read(|m| m.sheets.or_else(|| m.people())).flatten().map(|n| n.to_string()).unwrap_or_default();
        let set = move |text: String| {
            let sheets = text.trim().parse().ok().filter(|n| (1..10_000).contains(n));
            room.send_typing(|_, _, _, meeting| changed(meeting, |m| m.sheets = sheets));
        };
        pile.get().role.is_none().then(|| field("Nombre de feuilles", "number", value, set))
    }
}

/// The questions of a page, with their numbers on the sheet.
fn lines(room: Room, page: usize) -> Vec<(usize, CriterionId, String)> {
    let line = |(n, c): (usize, &Criterion)| (n + 1, c.id.clone(), c.title.clone());
    let all = room.scene(|f, d, c, _| d.asked(f, c).enumerate().map(line).collect::<Vec<_>>());
    lists::cut(all.unwrap_or_default(), page, A_PAGE)
}

fn grid(room: Room, pile: Pile) -> El {
    let lines = untrack(|| lines(room, pile.page));
    let last = lines.len();
    let rows = lines.into_iter().enumerate().map(|(row, (n, id, title))| {
        let place = move |column| Place { row, column, last };
        let cells: Vec<El> = COLUMNS
            .iter()
            .enumerate()
            .map(|(column, (standing, name))| {
                let label = format!("{n}. {title}\u{a0}: {}", name.to_lowercase());
                el("td", cell(room, pile.role, id.clone(), *standing, place(column)).label(label)).attr("role", "cell")
            })
            .collect();
        el("tr", kids![row_head(format!("{n}. {title}")), cells]).attr("role", "row")
    });
    let rows = rows.collect();
    let columns: Vec<&str> = std::iter::once("Question").chain(COLUMNS.map(|(_, name)| name)).collect();
    table("table.counts", "Les feuilles, comptées", &columns, rows)
}

/// Where a cell is.
#[derive(Clone, Copy)]
struct Place {
    row: usize,
    column: usize,
    /// How many lines there are.
    last: usize,
}

impl Place {
    fn id(self) -> String {
        format!("c{}-{}", self.row, self.column)
    }

    /// The cell that is so many cells further, line after line.
    fn further(self, by: isize) -> Option<Self> {
        let at = (self.row * COLUMNS.len() + self.column).checked_add_signed(by)?;
        let there = Self { row: at / COLUMNS.len(), column: at % COLUMNS.len(), ..self };
        (there.row < self.last).then_some(there)
    }

    fn focus(self) {
        page::focus(&format!("#{}", self.id()));
    }
}

fn cell(room: Room, role: Option<Role>, id: CriterionId, standing: Standing, place: Place) -> El {
    let own = id.clone();
    let value = move || {
        let number = room.read(|m| m.opinions.get(&own).map(|o| o.group(role).of(standing))).flatten();
        number.filter(|n| *n > 0).map(|n| n.to_string()).unwrap_or_default()
    };
    let typed = move |text: String| {
        let digits: String = text.chars().filter(char::is_ascii_digit).take(3).collect();
        let number: u32 = digits.parse().unwrap_or_default();
        room.change(|meeting| meeting.count(&id, role, standing, number));
        let sheets = untrack(|| room.read(|m| m.sheets_of(role)).flatten());
        if !digits.is_empty() && is_whole(number, sheets) {
            match place.further(1) {
                Some(next) => next.focus(),
                None => page::focus(".step .btn.go"),
            }
        }
    };
    el("input", ())
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("id", place.id())
        .value(value)
        .on_text("input", typed)
        .on("focus", |event| {
            // What is typed replaces what is there.
            if let Some(input) = input_of(&event) {
                input.select();
            }
        })
        .on("keydown", move |event| moved(&event, place))
}

/// Arrows and Enter.
fn moved(event: &Event, place: Place) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|e| !e.ctrl_key() && !e.alt_key() && !e.meta_key()) else {
        return;
    };
    let line = COLUMNS.len().cast_signed();
    let by = match key.key().as_str() {
        "ArrowRight" => 1,
        "ArrowLeft" => -1,
        "ArrowDown" => line,
        "ArrowUp" => -line,
        "Enter" => line - place.column.cast_signed(),
        _ => return,
    };
    event.prevent_default();
    match place.further(by) {
        Some(there) => there.focus(),
        None if by > 1 => page::focus(".step .btn.go"),
        None => {}
    }
}

/// The lines whose opinions are not as many as the sheets.
fn to_reread(room: Room, pile: Memo<Pile>) -> impl Fn() -> Option<String> {
    move || {
        let Pile { role, page } = pile.get();
        let lines = lines(room, page);
        let people = |id: &CriterionId| room.read(|m| m.opinions.get(id).map(|o| o.group(role).people())).flatten();
        let sheets = room.read(|m| m.sheets_of(role)).flatten()?;
        let off = |(n, id, title): &'_ (usize, CriterionId, String)| {
            let people = people(id).filter(|people| *people > 0 && *people != sheets)?;
            Some((*n, title.clone(), people))
        };
        let off: Vec<(usize, String, u32)> = lines.iter().filter_map(off).collect();
        let off: Vec<(usize, &str, u32)> = off.iter().map(|(n, title, people)| (*n, title.as_str(), *people)).collect();
        words::to_reread(&off, sheets)
    }
}

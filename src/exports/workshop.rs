//! The three tables of a workshop, in the layout and with the words of the national workshops of 2020: the diagnosis, the
//! needs and the axes, the plan. As blocks for a document and on paper, and each as a table to compute with.
//!
//! A line of a table holds what belongs together: the cards of a thématique, the needs that answer the same irritants,
//! an action. Where an example says on which line of its document a thing stands, that is its line. It refuses what
//! the workshop does not hold: states, notes and means stay in the plan.

use super::blocks::{Block, Cell, Page, Report, Table, Tone, page};
use super::report::Subject;
use crate::domain::workshop::{Card, CardKind, Idea, Workshop};
use crate::domain::{PlanItem, workshop::Speaker};
use crate::names::ThematiqueId;
use crate::texts::format::{self, NB};
use crate::texts::{plan as plan_words, school, workshop as words};

const DIAGNOSIS: [(&str, u32); 4] =
    [("Thématique concernée", 20), ("RETEX", 14), ("Irritants", 33), ("Points forts", 33)];
const NEEDS: [(&str, u32); 4] = [
    ("Thématique concernée", 18),
    ("Irritants principaux", 27),
    ("Besoin", 22),
    ("Axes d’amélioration ou leviers permettant de répondre aux besoins correspondants aux irritants", 33),
];
const PLAN: [(&str, u32); 6] = [
    ("Thématique concernée", 14),
    ("Axes d’amélioration principaux (Quoi)", 18),
    ("Actions à mener (Comment)", 22),
    ("Acteurs mobilisés", 15),
    ("Temporalité souhaitée pour une mise en œuvre", 13),
    ("Indicateurs et facteurs de réussite", 18),
];
/// What the cards of a line of the first table share: its number in the document, its thématique.
type Place<'a> = (Option<u32>, Option<&'a ThematiqueId>);
const NOTHING: &str = "Rien n’est encore écrit dans ce temps de l’atelier.";
/// What stands for a thématique that was not chosen.
const NO_THEMATIQUE: &str = "À préciser";

/// The three tables as a document, each on a page of its own.
#[must_use]
pub fn report(subject: &Subject, workshop: &Workshop) -> Report {
    let when = workshop.date.map(|date| format!(", le {}", format::day(date))).unwrap_or_default();
    let title = Some(workshop.title.trim()).filter(|title| !title.is_empty()).unwrap_or("Atelier");
    let who = format!("{title} – {}{when}.", school::name(&subject.dossier.school));
    let times = [
        ("1. Retour d’expérience", diagnosis(subject, workshop)),
        ("2. Projections", needs(subject, workshop)),
        ("3. Plan d’action", plan(subject, workshop)),
    ];
    // Each sheet says by itself where it comes from.
    let sheet =
        |(time, table)| page(Page::Wide, time, vec![Block::Paragraph(Tone::Quiet, who.clone()), Block::Table(table)]);
    Report { title: title.to_owned(), blocks: times.map(sheet).into() }
}

/// « Diagnostic des points forts et irritants ».
#[must_use]
pub fn diagnosis(subject: &Subject, workshop: &Workshop) -> Table {
    let mut table = Table::new("Diagnostic des points forts et irritants", &DIAGNOSIS, NOTHING);
    // Of an example, what stands in its second table alone is not a line of the first.
    let has_lines = workshop.cards.iter().any(|card| card.row.is_some());
    let elsewhere = |card: &Card| has_lines && card.row.is_none() && workshop.needs_of(&card.id).next().is_some();
    let cards = workshop.cards.iter().filter(|card| !elsewhere(card));
    let lines = gathered(cards, |card| (card.row, card.thematique.as_ref()));
    let row = |((_, thematique), cards): &(Place, Vec<&Card>)| {
        let said = |kind| lines_of(cards.iter().filter(|card| card.kind == kind).map(|card| card.text.as_str()));
        let speaks = |who: &&Speaker| cards.iter().any(|card| card.who == Some(**who));
        let who = Speaker::ALL.iter().filter(speaks).map(|who| words::speaker(*who));
        vec![title(subject, *thematique), lines_of(who), said(CardKind::Stuck), said(CardKind::Works)]
    };
    table.rows = in_order(subject, lines).iter().map(row).collect();
    table
}

/// « Synthèse des besoins & axes d’amélioration »: the needs that answer the same irritants. An irritant that none answers
/// is in the first table.
#[must_use]
pub fn needs(subject: &Subject, workshop: &Workshop) -> Table {
    let mut table = Table::new("Synthèse des besoins & axes d’amélioration", &NEEDS, NOTHING);
    let row = |(_, needs): &((Option<u32>, &Vec<String>), Vec<&Idea>)| {
        let irritants = workshop
            .cards_of(CardKind::Stuck)
            .filter(|card| needs.iter().any(|need| need.answers.contains(&card.id)))
            .map(|card| card.text.as_str());
        let axes = workshop.axes.iter().filter(|axis| needs.iter().any(|need| axis.answers.contains(&need.id)));
        let thematique = needs.iter().find_map(|need| workshop.thematique_of(&need.id));
        vec![
            title(subject, thematique),
            lines_of(irritants),
            lines_of(needs.iter().map(|need| need.text.as_str())),
            lines_of(axes.map(|axis| axis.text.as_str())),
        ]
    };
    // On a line of its document, or with those that answer the same.
    let none = Vec::new();
    let lines = gathered(workshop.needs.iter(), |need| match need.row {
        Some(line) => (Some(line), &none),
        None => (None, &need.answers),
    });
    table.rows = lines.iter().map(row).collect();
    table
}

/// « Plan d’action pour répondre aux besoins et activer les leviers d’amélioration »: what was decided in this workshop.
#[must_use]
pub fn plan(subject: &Subject, workshop: &Workshop) -> Table {
    let Subject { framework, dossier, today, .. } = *subject;
    let caption = "Plan d’action pour répondre aux besoins et activer les leviers d’amélioration";
    let mut table = Table::new(caption, &PLAN, "Aucune action n’est encore décidée dans cet atelier.");
    let row = |item: &PlanItem| {
        let action = std::iter::once(item.title.as_str()).chain(plan_words::filled(&item.how));
        let indicators = plan_words::filled(&item.indicators).map(|id| framework.indicator_title(id));
        vec![
            title(subject, item.thematique.as_ref()),
            Cell::text(&item.axis),
            lines_of(action),
            lines_of(plan_words::filled(&item.leads).chain(plan_words::filled(&item.involved))),
            Cell::Text(plan_words::due(item.due(framework, today))),
            lines_of(indicators.chain(plan_words::filled(&item.success))),
        ]
    };
    table.rows = dossier.plan.iter().filter(|item| workshop.has_decided(item)).map(row).collect();
    table
}

/// Elements by what they share, in the order in which each was first met.
fn gathered<'a, T, K: PartialEq>(all: impl Iterator<Item = &'a T>, key: impl Fn(&'a T) -> K) -> Vec<(K, Vec<&'a T>)> {
    let mut lines: Vec<(K, Vec<&'a T>)> = Vec::new();
    for one in all {
        let its = key(one);
        match lines.iter_mut().find(|(known, _)| *known == its) {
            Some((_, line)) => line.push(one),
            None => lines.push((its, vec![one])),
        }
    }
    lines
}

/// The lines of the first table by the order of the référentiel; what has no thématique comes last.
fn in_order<'a, T>(subject: &Subject, lines: Vec<(Place<'a>, T)>) -> Vec<(Place<'a>, T)> {
    let place = |id: Option<&ThematiqueId>| {
        let known = id.and_then(|id| subject.framework.thematiques.iter().position(|t| t.id == *id));
        known.map_or(u64::MAX, |place| place as u64)
    };
    crate::domain::order::by_rank(lines, |((line, thematique), _)| line.map_or_else(|| place(*thematique), u64::from))
}

fn title(subject: &Subject, id: Option<&ThematiqueId>) -> Cell {
    let known = id.and_then(|id| subject.framework.thematiques.iter().find(|t| t.id == *id));
    Cell::text(known.map_or(NO_THEMATIQUE, |t| t.title.as_str()))
}

/// Several texts in a cell, a line each, marked when they are several.
fn lines_of<'a>(texts: impl Iterator<Item = &'a str>) -> Cell {
    let texts: Vec<&str> = texts.map(str::trim).filter(|text| !text.is_empty()).collect();
    match texts.as_slice() {
        [one] => Cell::text(one),
        several => Cell::text(several.iter().map(|text| format!("•{NB}{text}")).collect::<Vec<_>>().join("\n")),
    }
}

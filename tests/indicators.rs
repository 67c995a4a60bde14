//! Indicators and the directory: what a value is, where it goes, what is said of it, and how two dossiers come together.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;

use build::{day, dossier, framework};
use paliers::documents::{add, compare};
use paliers::domain::commands::apply;
use paliers::domain::indicators::{Trend, names_someone, thousandths};
use paliers::domain::{Actor, Dossier, Indicator, Measure};
use paliers::names::{ActorId, IndicatorId};
use paliers::texts::files::difference;

fn indicator(id: &str) -> Indicator {
    Indicator::new(IndicatorId::parse(id).unwrap())
}

fn actor(id: &str, role: &str) -> Actor {
    Actor { role: role.into(), ..Actor::new(ActorId::parse(id).unwrap()) }
}

fn measured(start: &str, target: &str, values: &[(&str, &str)]) -> Indicator {
    let measure = |(date, value): &(&str, &str)| Measure {
        date: (!date.is_empty()).then(|| day(date)),
        value: (*value).into(),
        ..Measure::default()
    };
    let values = values.iter().map(measure).collect();
    Indicator { start: start.into(), target: target.into(), values, ..indicator("i") }
}

#[test]
fn numbers_are_read_as_french_hands_write_them() {
    for (text, expected) in [
        ("56", Some(56_000)),
        ("56,5", Some(56_500)),
        ("56.25 %", Some(56_250)),
        ("1\u{202f}250", Some(1_250_000)),
        ("-3", Some(-3_000)),
        ("0,005", Some(5)),
        ("", None),
        ("oui", None),
        ("12 familles", None),
        ("1,2,3", None),
        ("9999999999999", None),
        ("1,2345", None),
        ("%", None),
    ] {
        assert_eq!(thousandths(text), expected, "{text:?}");
    }
}

#[test]
fn a_trend_is_seen_from_the_target() {
    let trend = |start: &str, target: &str, values: &[(&str, &str)]| measured(start, target, values).trend();
    for (expected, found) in [
        (Trend::Untold, trend("", "", &[])),
        (Trend::Untold, trend("62", "90", &[])),
        (Trend::Untold, trend("", "90", &[("2026-11-12", "70")])),
        (Trend::Untold, trend("non", "oui", &[("2026-11-12", "non")])),
        (Trend::Closer, trend("62", "90", &[("2026-11-12", "70")])),
        (Trend::Farther, trend("62", "90", &[("2026-11-12", "60")])),
        (Trend::Same, trend("62", "90", &[("2026-11-12", "62,0")])),
        (Trend::Reached, trend("62", "90", &[("2026-11-12", "90")])),
        // The last by date, in whatever order they were typed.
        (Trend::Closer, trend("62", "90", &[("2027-06-01", "80"), ("2026-11-12", "70")])),
        (Trend::Farther, trend("62", "90", &[("2027-06-01", "70"), ("2026-11-12", "80")])),
        // Fewer is the aim.
        (Trend::Closer, trend("40", "10", &[("2026-11-12", "30")])),
        (Trend::Reached, trend("40", "10", &[("2026-11-12", "8")])),
        // No target: no way is forward.
        (Trend::Moved, trend("40", "", &[("2026-11-12", "30")])),
        (Trend::Same, trend("40", "", &[("2026-11-12", "40")])),
    ] {
        assert_eq!(found, expected);
    }
}

#[test]
fn an_empty_line_being_typed_is_no_value() {
    let found = measured("62", "90", &[("2026-11-12", "70"), ("2027-01-01", " ")]);
    assert_eq!(found.last().unwrap().value, "70");
}

#[test]
fn a_name_is_noticed() {
    for (text, expected) in [
        ("Heures de Mme Diallo", true),
        ("M. Petit", true),
        ("l’absence de Madame Lopez", true),
        ("Élèves équipés", false),
        ("5 m. de câble", false),
        ("Mme", false),
    ] {
        assert_eq!(names_someone(text), expected, "{text}");
    }
}

fn told(indicators: &[(&str, &str)], actors: &[(&str, &str)]) -> Dossier {
    let mut dossier = Dossier::clone(&dossier(&framework()));
    dossier.indicators =
        indicators.iter().map(|(id, title)| Indicator { title: (*title).into(), ..indicator(id) }).collect();
    dossier.actors = actors.iter().map(|(id, role)| actor(id, role)).collect();
    dossier
}

#[test]
fn adding_a_dossier_brings_the_indicators_and_contacts_that_are_absent() {
    let mine = told(&[("a", "Le mien"), ("b", "Deux")], &[("m", "Mairie")]);
    let theirs = told(&[("a", "Le leur"), ("c", "Trois")], &[("n", "Région")]);
    let found = compare(&mine, &theirs, None);
    let ids = |list: &[IndicatorId]| list.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>().join(" ");
    let lists = &found.indicators;
    assert_eq!((ids(&lists.theirs), ids(&lists.differing), ids(&lists.mine)), ("c".into(), "a".into(), "b".into()));
    let said = difference(&found).join("\n").replace('\u{a0}', " ");
    for line in ["1 indicateur dans le fichier seulement", "1 contact ici seulement"] {
        assert!(said.contains(line), "{said}");
    }
    let mut merged = mine.clone();
    apply(&mut merged, &add(&mine, &theirs));
    let titles: Vec<&str> = merged.indicators.iter().map(|indicator| indicator.title.as_str()).collect();
    assert_eq!(titles, ["Le mien", "Deux", "Trois"], "mine stays");
    assert_eq!(merged.actors.len(), 2);
    let equal = compare(&merged, &merged, None);
    assert_eq!(difference(&equal), ["Le fichier dit la même chose que ce dossier."]);
}

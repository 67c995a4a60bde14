//! Indicators and the directory in words.

use super::format::{NB, capital, count, day, in_words};
use super::results::NONE;
use crate::domain::indicators::Trend;
use crate::domain::{Day, Indicator};
use crate::framework::{Framework, Indicator as Proposed};

/// Where the last value stands.
#[must_use]
pub fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Reached => "Cible atteinte",
        Trend::Closer => "Se rapproche de la cible",
        Trend::Same => "Stable",
        Trend::Farther => "S’éloigne de la cible",
        Trend::Moved => "A changé",
        Trend::Untold => NONE,
    }
}

/// The title of an indicator, or what stands for it.
#[must_use]
pub fn title(indicator: &Indicator) -> &str {
    Some(indicator.title.trim()).filter(|title| !title.is_empty()).unwrap_or("Indicateur sans titre")
}

/// « Familles équipées (% des familles) ».
#[must_use]
pub fn title_and_unit(indicator: &Indicator) -> String {
    match indicator.unit.trim() {
        "" => title(indicator).to_owned(),
        unit => format!("{} ({unit})", title(indicator)),
    }
}

/// « 71,5, le 12 novembre 2026 », or « — ».
#[must_use]
pub fn last(indicator: &Indicator) -> String {
    match indicator.last() {
        None => NONE.to_owned(),
        Some(measure) => match measure.date {
            None => measure.value.trim().to_owned(),
            Some(date) => format!("{}, le {}", measure.value.trim(), day(date)),
        },
    }
}

/// A text of the table, or « — ».
#[must_use]
pub fn said(text: &str) -> String {
    Some(text.trim()).filter(|text| !text.is_empty()).unwrap_or(NONE).to_owned()
}

/// « Année scolaire 2026-2027 : deux indicateurs sur trois ont une valeur. »
#[must_use]
pub fn year(indicators: &[Indicator], today: Day) -> String {
    let first = today.school_year();
    let this_year = |indicator: &&Indicator| {
        indicator.by_date().iter().any(|measure| measure.date.is_some_and(|date| date.school_year() == first))
    };
    let (measured, all) = (indicators.iter().filter(this_year).count(), indicators.len());
    let year = format!("Année scolaire {first}-{}", first + 1);
    let verb = if measured < 2 { "a" } else { "ont" };
    match all {
        0 => format!("{year}{NB}: aucun indicateur n’est suivi."),
        _ => format!("{year}{NB}: {} sur {all} {verb} une valeur.", count(measured, "indicateur", "indicateurs")),
    }
}

/// The published figures of an indicator of the référentiel, a line each: « 62 %, collégiens, 2024 ».
#[must_use]
pub fn references(proposed: &Proposed) -> Vec<String> {
    proposed.references.iter().map(|r| format!("{}, {}, {}", r.value, r.population, r.year)).collect()
}

/// The indicators of the référentiel that can still be followed: those that a decided action names first.
#[must_use]
pub fn proposed<'a>(
    framework: &'a Framework,
    followed: &[Indicator],
    plan: &[crate::domain::PlanItem],
) -> Vec<&'a Proposed> {
    let free = framework.indicators.iter().filter(|i| followed.iter().all(|own| own.reference != i.id));
    let is_named = |i: &&Proposed| plan.iter().any(|item| item.is_open() && item.indicators.contains(&i.id));
    let (mut first, rest): (Vec<&Proposed>, Vec<&Proposed>) = free.partition(is_named);
    first.extend(rest);
    first
}

/// « Trois contacts. »
#[must_use]
pub fn contacts(n: usize) -> String {
    match n {
        0 => "L’annuaire est vide.".to_owned(),
        1 => "Un contact.".to_owned(),
        n => format!("{} contacts.", capital(&in_words(n).replace("une", "un"))),
    }
}

/// Whom a school calls, by role, to begin a directory: role and purpose.
#[must_use]
pub fn usual_roles(is_primary: bool) -> [(&'static str, &'static str); 5] {
    let owner =
        if is_primary { "Service informatique de la commune" } else { "Service informatique de la collectivité" };
    let near = if is_primary {
        "Enseignant référent du numérique (ERUN)"
    } else {
        "Référent numérique de l’établissement"
    };
    [
        (near, "Une question d’usage en classe, une formation"),
        (owner, "Une panne du réseau ou d’un appareil"),
        ("Assistance de l’académie", "Un compte bloqué, un service en ligne de l’académie"),
        ("Délégué à la protection des données", "Un nouveau service, une fuite de données"),
        ("Mission numérique de l’académie", "Un projet, un prêt, une expérimentation"),
    ]
}

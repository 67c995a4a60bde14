//! The faults of a référentiel, all at once, each with its place and a sentence for the person who writes it.
//!
//! [`super::read`] refuses what the screens cannot hold up; this module says what would make a référentiel unfair,
//! unclear or untraceable: a ladder without its four facts, a step nobody shows how to climb, a source that does not
//! exist. It judges the shape of the content, never its ideas, and it corrects nothing.
//!
//! A place is an id, then the part of it: `acces.egalite.reperer › niveau 2`. What is neither a question nor an action
//! is named first: `indicateur acces.familles-equipees › repère 1`.

mod actions;
mod changes;
mod criteria;
mod crosswalks;
mod register;
mod setting;
mod texts;
pub mod typography;

use super::Framework;
use crate::names::is_id;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::ops::RangeInclusive;

/// Something to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: an id and the part concerned.
    pub place: String,
    /// What, in plain French.
    pub message: String,
}

/// Between the subject of a place and its part.
pub(super) const PART: &str = " › ";

impl Fault {
    /// What the place is a part of: `acces.egalite.reperer` for `acces.egalite.reperer › niveau 2`.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.place.split(PART).next().unwrap_or(&self.place)
    }
}

/// Every fault of a référentiel; none means that it can be published.
#[must_use]
pub fn faults(framework: &Framework) -> Vec<Fault> {
    let mut faults = Faults(Vec::new());
    let known = Known::of(framework);
    setting::check(framework, &mut faults);
    criteria::check(framework, &known, &mut faults);
    actions::check(framework, &known, &mut faults);
    register::check(framework, &known, &mut faults);
    crosswalks::check(framework, &mut faults);
    changes::check(framework, &mut faults);
    texts::check(framework, &mut faults);
    faults.0
}

/// The ids that other entries may name.
struct Known<'a> {
    sub_themes: BTreeSet<&'a str>,
    criteria: BTreeSet<&'a str>,
    indicators: BTreeSet<&'a str>,
    sources: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(framework: &'a Framework) -> Self {
        Self {
            sub_themes: framework.thematiques.iter().flat_map(|t| &t.sub_themes).map(|s| s.id.as_str()).collect(),
            criteria: framework.criteria.iter().map(|c| c.id.as_str()).collect(),
            indicators: framework.indicators.iter().map(|i| i.id.as_str()).collect(),
            sources: framework.propositions.iter().map(|p| p.id.as_str()).collect(),
        }
    }
}

/// The list being written, and the rules that several parts of a référentiel share.
struct Faults(Vec<Fault>);

impl Faults {
    fn require(&mut self, holds: bool, place: &str, message: impl Into<String>) {
        if !holds {
            self.0.push(Fault { place: place.to_owned(), message: message.into() });
        }
    }

    fn between<N: PartialOrd + Display>(&mut self, number: N, range: RangeInclusive<N>, place: &str, what: &str) {
        let message = format!("{what} : {number} (attendu : de {} à {})", range.start(), range.end());
        self.require(range.contains(&number), place, message);
    }

    /// Ids of one kind: of the right form, and each used once. `kind` begins the place; empty for questions and actions.
    fn ids<'a>(&mut self, kind: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            let place = of_kind(kind, id);
            let form =
                "identifiant mal formé : minuscules sans accent, chiffres et tirets, parties séparées par un point";
            self.require(is_content_id(id), &place, form);
            self.require(seen.insert(id), &place, "identifiant employé deux fois");
        }
    }

    fn prefix(&mut self, id: &str, parent: &str, place: &str) {
        let holds = id.strip_prefix(parent).is_some_and(|rest| rest.starts_with('.'));
        self.require(holds, place, format!("l’identifiant doit commencer par « {parent}. »"));
    }

    fn sources(&mut self, sources: &[String], known: &Known, place: &str) {
        self.require(!sources.is_empty(), place, "aucune source");
        for source in sources {
            self.require(known.sources.contains(source.as_str()), place, format!("source inconnue : {source}"));
        }
    }

    fn indicators(&mut self, indicators: &[String], known: &Known, place: &str) {
        for id in indicators {
            self.require(known.indicators.contains(id.as_str()), place, format!("indicateur inconnu : {id}"));
        }
    }
}

/// The place of an entry that is neither a question nor an action: `source nat.w1-3`.
fn of_kind(kind: &str, id: &str) -> String {
    if kind.is_empty() { id.to_owned() } else { format!("{kind} {id}") }
}

/// Ids of content are lower-case ASCII, parts joined by dots.
fn is_content_id(id: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    is_id(id) && id.split('.').all(part)
}

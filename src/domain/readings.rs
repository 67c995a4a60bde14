//! Other readings of the same results: by champ d’action, by area of SELFIE. Only the groups that hold questions of the
//! school and of the scope.

use super::dossier::{Campaign, Dossier};
use super::scoring::Selection;
use crate::framework::crosswalk::{by_champ, by_selfie};
use crate::framework::{Champ, Criterion, Framework, Selfie};
use crate::names::words;

words!(
    /// What the results are grouped by.
    Reading {
        /// The six champs d’action of the academic paliers.
        Champ = "champ",
        /// The eight areas of SELFIE.
        Selfie = "selfie",
    }
);

/// A part of another framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Champ(Champ),
    Selfie(Selfie),
}

/// The questions of the school that answer to a part.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    pub part: Part,
    pub selection: Selection<'a>,
}

/// The groups of a reading, in the order of the other framework.
#[must_use]
pub fn groups<'a>(
    framework: &'a Framework,
    dossier: &'a Dossier,
    campaign: &'a Campaign,
    reading: Reading,
) -> Vec<Group<'a>> {
    let parts: Vec<(Part, Vec<&Criterion>)> = match reading {
        Reading::Champ => by_champ(framework).into_iter().map(|(part, held)| (Part::Champ(part), held)).collect(),
        Reading::Selfie => by_selfie(framework).into_iter().map(|(part, held)| (Part::Selfie(part), held)).collect(),
    };
    let group = |(part, held): (Part, Vec<&Criterion>)| {
        let within = |c: &Criterion| held.iter().any(|own| own.id == c.id);
        Group { part, selection: Selection::of(framework, dossier, campaign, within) }
    };
    parts.into_iter().map(group).filter(|group| !group.selection.entries.is_empty()).collect()
}

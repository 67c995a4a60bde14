//! What became of the ids of earlier versions: each change has the shape of its kind, leaves ids that are gone and
//! leads to ids that are there.

use super::{Faults, of_kind};
use crate::framework::semver::{is_semver, numbers};
use crate::framework::{Change, ChangeKind, Framework};
use std::collections::BTreeSet;

pub(super) fn check(framework: &Framework, faults: &mut Faults) {
    let expected = |version: &str| format!("version : {version} (attendu : trois nombres, comme 1.2.0)");
    faults.require(is_semver(&framework.version), "référentiel", expected(&framework.version));
    let ids = ids(framework);
    for (index, change) in framework.changes.iter().enumerate() {
        let place = of_kind("changement", &(index + 1).to_string());
        faults.require(is_semver(&change.version), &place, expected(&change.version));
        let later = numbers(&change.version) > numbers(&framework.version);
        faults.require(!later, &place, format!("version {} : plus récente que le référentiel", change.version));
        shape(change, &place, faults);
        for id in &change.from {
            let message = format!("« from » nomme un identifiant qui existe encore : {id}");
            faults.require(!ids.contains(id.as_str()), &place, message);
        }
        for id in &change.to {
            let there = ids.contains(id.as_str()) || leaves_later(framework, index, id);
            faults.require(there, &place, format!("« to » nomme un identifiant inconnu : {id}"));
        }
    }
}

/// How many ids a kind of change starts from and leads to.
fn shape(change: &Change, place: &str, faults: &mut Faults) {
    let (from, to) = (change.from.len(), change.to.len());
    let (holds, expected) = match change.kind {
        ChangeKind::Renamed => ((from, to) == (1, 1), "un ancien identifiant et un nouveau"),
        ChangeKind::Split => (from == 1 && to >= 2, "un ancien identifiant et au moins deux nouveaux"),
        ChangeKind::Merged => (from >= 2 && to == 1, "au moins deux anciens identifiants et un nouveau"),
        ChangeKind::Removed => (from >= 1 && to == 0, "des anciens identifiants et aucun nouveau"),
    };
    let kind = change.kind.as_str();
    faults.require(holds, place, format!("{kind} : {from} vers {to} (attendu : {expected})"));
}

/// Whether a change that comes after this one starts from `id`.
fn leaves_later(framework: &Framework, index: usize, id: &str) -> bool {
    let rank = |index: usize| (numbers(&framework.changes[index].version), index);
    let starts = |change: &Change| change.from.iter().any(|from| from == id);
    framework.changes.iter().enumerate().any(|(other, change)| rank(other) > rank(index) && starts(change))
}

/// Every id that a dossier may name.
fn ids(framework: &Framework) -> BTreeSet<&str> {
    let thematiques = framework.thematiques.iter();
    let sub_themes = thematiques.clone().flat_map(|t| &t.sub_themes).map(|s| s.id.as_str());
    let criteria = framework.criteria.iter().map(|c| c.id.as_str());
    let actions = framework.actions.iter().map(|a| a.id.as_str());
    let indicators = framework.indicators.iter().map(|i| i.id.as_str());
    thematiques.map(|t| t.id.as_str()).chain(sub_themes).chain(criteria).chain(actions).chain(indicators).collect()
}

//! The actions: the step they make, and enough to carry them out and see that it worked.

use super::{Faults, Known};
use crate::framework::{Framework, Level};

pub(super) fn check(framework: &Framework, known: &Known, faults: &mut Faults) {
    faults.ids("", framework.actions.iter().map(|a| a.id.as_str()));
    for action in &framework.actions {
        let (place, criterion) = (action.id.as_str(), action.criterion.as_str());
        faults.require(known.criteria.contains(criterion), place, format!("question inconnue : {criterion}"));
        faults.prefix(place, criterion, place);
        faults.require(action.to != Level::ZERO, place, "une action mène au niveau 1, 2 ou 3, jamais au niveau 0");
        faults.between(action.steps.len(), 2..=5, place, "étapes");
        faults.require(!action.leads.is_empty(), place, "aucun pilote (« leads »)");
        faults.require(!action.indicators.is_empty(), place, "aucun indicateur");
        faults.indicators(&action.indicators, known, place);
        faults.between(action.impact, 1..=3, place, "impact");
        faults.between(action.effort, 1..=3, place, "effort");
        faults.sources(&action.sources, known, place);
    }
}

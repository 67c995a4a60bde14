//! What the questions and actions refer to: indicators, each of use, and the register of sources, each answered.

use super::{Faults, Known, PART, of_kind};
use crate::framework::coverage::{Repeats, entries};
use crate::framework::{Framework, Reach};
use std::collections::BTreeSet;

pub(super) fn check(framework: &Framework, known: &Known, faults: &mut Faults) {
    faults.ids("indicateur", framework.indicators.iter().map(|i| i.id.as_str()));
    let by_questions = framework.criteria.iter().flat_map(|c| &c.indicators);
    let used: BTreeSet<&String> = by_questions.chain(framework.actions.iter().flat_map(|a| &a.indicators)).collect();
    for indicator in &framework.indicators {
        let place = of_kind("indicateur", &indicator.id);
        faults.require(used.contains(&indicator.id), &place, "aucune question ni action ne l’emploie");
        for (index, reference) in indicator.references.iter().enumerate() {
            let place = format!("{}{PART}repère {}", of_kind("indicateur", &indicator.id), index + 1);
            let source = &reference.source;
            faults.require(known.sources.contains(source.as_str()), &place, format!("source inconnue : {source}"));
        }
    }
    faults.ids("source", framework.propositions.iter().map(|p| p.id.as_str()));
    let repeats = Repeats::of(framework);
    for proposition in &framework.propositions {
        if let Some(other) = &proposition.same_as {
            let place = of_kind("source", &proposition.id);
            let message = format!("« same_as » renvoie à une source inconnue : {other}");
            faults.require(known.sources.contains(other.as_str()), &place, message);
            faults.require(!repeats.turns(&proposition.id), &place, "« same_as » finit par revenir à cette source");
        }
    }
    answered(framework, faults);
}

/// The rule of the coverage.
fn answered(framework: &Framework, faults: &mut Faults) {
    for entry in entries(framework) {
        let proposition = entry.proposition;
        let message = if proposition.reach == Reach::Etablissement {
            "à la portée d’une école, et aucune action ne la cite"
        } else {
            "aucune action ne la cite, et rien ne dit pourquoi (« none_because »)"
        };
        faults.require(!entry.is_left_out(), &of_kind("source", &proposition.id), message);
    }
}

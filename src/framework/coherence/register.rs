//! What the questions and actions refer to: indicators and the register of sources.

use super::{Faults, Known, PART, of_kind};
use crate::framework::Framework;

pub(super) fn check(framework: &Framework, known: &Known, faults: &mut Faults) {
    faults.ids("indicateur", framework.indicators.iter().map(|i| i.id.as_str()));
    for indicator in &framework.indicators {
        for (index, reference) in indicator.references.iter().enumerate() {
            let place = format!("{}{PART}repère {}", of_kind("indicateur", &indicator.id), index + 1);
            let source = &reference.source;
            faults.require(known.sources.contains(source.as_str()), &place, format!("source inconnue : {source}"));
        }
    }
    faults.ids("source", framework.propositions.iter().map(|p| p.id.as_str()));
    for proposition in &framework.propositions {
        if let Some(other) = &proposition.same_as {
            let place = of_kind("source", &proposition.id);
            let message = format!("« same_as » renvoie à une source inconnue : {other}");
            faults.require(known.sources.contains(other.as_str()), &place, message);
        }
    }
}

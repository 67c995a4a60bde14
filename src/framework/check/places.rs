//! The places of coherence in the words of a person who has the file open: `question 3 (acces.egalite.reperer), niveau 2`.

use crate::framework::Framework;
use crate::framework::coherence::{Fault, PART};
use std::collections::BTreeMap;

/// What each subject of a place is called; the later of two of the same id, since it is the one to change.
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    pub(super) fn of(framework: &Framework) -> Self {
        let mut names = Self(BTreeMap::new());
        names.list("", "question", framework.criteria.iter().map(|c| c.id.as_str()));
        names.list("", "action", framework.actions.iter().map(|a| a.id.as_str()));
        names.list("thématique ", "thématique", framework.thematiques.iter().map(|t| t.id.as_str()));
        names.list("indicateur ", "indicateur", framework.indicators.iter().map(|i| i.id.as_str()));
        names.list("source ", "source", framework.propositions.iter().map(|p| p.id.as_str()));
        names.list("lexique ", "lexique", framework.glossary.iter().map(|t| t.term.as_str()));
        names
    }

    fn list<'a>(&mut self, prefix: &str, kind: &str, ids: impl Iterator<Item = &'a str>) {
        for (index, id) in ids.enumerate() {
            self.0.insert(format!("{prefix}{id}"), format!("{kind} {} ({id})", index + 1));
        }
    }

    pub(super) fn told(&self, fault: Fault) -> Fault {
        let subject = fault.subject();
        let named = self.0.get(subject).map_or(subject, String::as_str);
        let place = match fault.place.split_once(PART) {
            Some((_, part)) => format!("{named}, {part}"),
            None => named.to_owned(),
        };
        Fault { place, message: fault.message }
    }
}

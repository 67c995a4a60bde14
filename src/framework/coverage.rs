//! The coverage of the register: which entries of the sources an action answers, document by document.
//!
//! An entry and the one it repeats (`same_as`) stand or fall together: citing one cites all those that say the same.
//! An entry within a school's reach must be cited; any other is cited or says why not (`none_because`). This module
//! counts; [`super::coherence`] makes faults of what is left out.

use super::{Action, Framework, Proposition, Reach};
use std::collections::{BTreeMap, BTreeSet};

/// What became of one entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The entry.
    pub proposition: &'a Proposition,
    /// An action cites it, or one that says the same.
    pub cited: bool,
    /// One of these actions is an « à demander ».
    pub asked: bool,
    /// It says why no action answers it.
    pub explained: bool,
}

/// How many entries of a document there are, and what became of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The document; empty for the whole register.
    pub document: &'a str,
    /// All its entries.
    pub entries: usize,
    /// Those within a school's reach.
    pub within_reach: usize,
    /// Those that an action cites.
    pub cited: usize,
    /// Those that an « à demander » cites.
    pub asked: usize,
    /// Those that say why no action answers them.
    pub explained: usize,
    /// Those that break the rule.
    pub left_out: Vec<&'a Proposition>,
}

impl Entry<'_> {
    /// Whether the rule is broken.
    #[must_use]
    pub fn is_left_out(&self) -> bool {
        !self.cited && (self.proposition.reach == Reach::Etablissement || !self.explained)
    }
}

impl<'a> Row<'a> {
    fn new(document: &'a str) -> Self {
        Self { document, entries: 0, within_reach: 0, cited: 0, asked: 0, explained: 0, left_out: Vec::new() }
    }

    fn count(&mut self, entry: &Entry<'a>) {
        self.entries += 1;
        self.within_reach += usize::from(entry.proposition.reach == Reach::Etablissement);
        self.cited += usize::from(entry.cited);
        self.asked += usize::from(entry.asked);
        self.explained += usize::from(entry.explained);
        if entry.is_left_out() {
            self.left_out.push(entry.proposition);
        }
    }
}

/// Every entry of the register, in its order.
#[must_use]
pub fn entries<'f>(framework: &'f Framework) -> Vec<Entry<'f>> {
    let repeats = Repeats::of(framework);
    let cited = |asked: bool| -> BTreeSet<&str> {
        let actions = framework.actions.iter().filter(|a| !asked || a.reach != Reach::Etablissement);
        actions.flat_map(|a| &a.sources).map(|source| repeats.first(source)).collect()
    };
    let (cited, asked) = (cited(false), cited(true));
    let entry = |proposition: &'f Proposition| {
        let first = repeats.first(&proposition.id);
        Entry {
            proposition,
            cited: cited.contains(first),
            asked: asked.contains(first),
            explained: proposition.none_because.is_some(),
        }
    };
    framework.propositions.iter().map(entry).collect()
}

/// The actions that answer an entry, by citing it or one that says the same.
#[must_use]
pub fn answers<'f>(framework: &'f Framework, entry: &Proposition) -> Vec<&'f Action> {
    let repeats = Repeats::of(framework);
    let first = repeats.first(&entry.id);
    let answers = |action: &&Action| action.sources.iter().any(|source| repeats.first(source) == first);
    framework.actions.iter().filter(answers).collect()
}

/// A row for each document, in the order of the register, then one for the whole.
#[must_use]
pub fn table(framework: &Framework) -> Vec<Row<'_>> {
    let (mut rows, mut whole): (Vec<Row>, _) = (Vec::new(), Row::new(""));
    for entry in entries(framework) {
        let document = entry.proposition.document.as_str();
        let at = rows.iter().position(|row| row.document == document).unwrap_or_else(|| {
            rows.push(Row::new(document));
            rows.len() - 1
        });
        rows[at].count(&entry);
        whole.count(&entry);
    }
    rows.push(whole);
    rows
}

/// Which entry repeats which.
pub(super) struct Repeats<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Repeats<'a> {
    pub(super) fn of(framework: &'a Framework) -> Self {
        let repeats = framework.propositions.iter();
        Self(repeats.filter_map(|p| Some((p.id.as_str(), p.same_as.as_deref()?))).collect())
    }

    /// The entry at the end of the chain; where the chain turns in a circle, the first id of the circle.
    fn first<'s>(&'s self, id: &'s str) -> &'s str {
        let chain = self.chain(id);
        let last = chain[chain.len() - 1];
        match self.0.get(last).and_then(|next| chain.iter().position(|seen| seen == next)) {
            Some(begins) => chain[begins..].iter().min().copied().unwrap_or(last),
            None => last,
        }
    }

    /// Whether the entry repeats itself, by way of others or not.
    pub(super) fn turns(&self, id: &str) -> bool {
        self.chain(id).last().and_then(|last| self.0.get(last)).is_some_and(|next| *next == id)
    }

    /// An id and those it leads to, each once.
    fn chain<'s>(&'s self, id: &'s str) -> Vec<&'s str> {
        let mut chain = vec![id];
        while let Some(next) = self.0.get(chain[chain.len() - 1]).filter(|next| !chain.contains(next)) {
            chain.push(next);
        }
        chain
    }
}

//! Where a palier comes from: the two conditions of rule 3, tier by tier, with the figures that decide.
//!
//! It computes nothing that `scoring` does not; it lays the same sums open so that `texts` can say them.

use super::answers::Standing;
use super::scoring::{Entry, Score, Selection};
use crate::framework::Level;

/// Whether a selection is at a tier, by both conditions of rule 3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub tier: Level,
    /// How many criteria are at the tier or above, and how many there are.
    pub there: usize,
    pub of: usize,
    /// The same in weights, which decide.
    pub weight_there: u32,
    pub weight: u32,
    /// How many core criteria are there, and how many there are.
    pub core_there: usize,
    pub core: usize,
    /// Hundredths of the weight that are asked for.
    pub share: u32,
}

/// All that a figure of a selection is made of.
#[derive(Clone, Debug)]
pub struct Explanation {
    pub score: Score,
    /// The tiers up to the first that is not reached, with what is not known counted as 0.
    pub low: Vec<Check>,
    /// The same with what is not known counted as 3; empty when everything is known.
    pub high: Vec<Check>,
    /// Steps climbed and steps there are, by weight: the avancement.
    pub climbed: u32,
    pub steps: u32,
    pub unknown: usize,
    pub unanswered: usize,
    /// Whether all criteria weigh the same.
    pub even: bool,
}

impl Check {
    /// Condition (a): every core criterion is there.
    #[must_use]
    pub fn core_holds(&self) -> bool {
        self.core_there == self.core
    }

    /// Condition (b): enough of the weight is there.
    #[must_use]
    pub fn share_holds(&self) -> bool {
        100 * self.weight_there >= self.share * self.weight
    }

    /// Both.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.core_holds() && self.share_holds()
    }
}

/// Lays open what the figures of a selection are made of.
#[must_use]
pub fn explain(selection: &Selection) -> Explanation {
    let entries = &selection.entries;
    let count = |wanted: Standing| entries.iter().filter(|e| e.standing == wanted).count();
    let (unknown, unanswered) = (count(Standing::Unknown), count(Standing::Unanswered));
    let known = entries.iter().filter_map(|e| Some((e.criterion.weight, e.standing.level()?)));
    let (climbed, steps) =
        known.fold((0, 0), |(n, d), (weight, level)| (n + weight * u32::from(level.get()), d + 3 * weight));
    let high = if unknown + unanswered == 0 { Vec::new() } else { checks(selection, Level::MAX) };
    Explanation {
        score: selection.score(),
        low: checks(selection, Level::ZERO),
        high,
        climbed,
        steps,
        unknown,
        unanswered,
        even: entries.windows(2).all(|two| two[0].criterion.weight == two[1].criterion.weight),
    }
}

/// The tiers up to the first that is not reached: above it none is.
fn checks(selection: &Selection, unknown: Level) -> Vec<Check> {
    let all: Vec<Check> = Level::ALL.into_iter().skip(1).map(|tier| check(selection, tier, unknown)).collect();
    let reached = all.iter().take_while(|check| check.holds()).count();
    all.into_iter().take(reached + 1).collect()
}

fn check(selection: &Selection, tier: Level, unknown: Level) -> Check {
    let there = |e: &&Entry| e.standing.level().unwrap_or(unknown) >= tier;
    let entries = || selection.entries.iter();
    let core = || entries().filter(|e| e.criterion.core);
    Check {
        tier,
        there: entries().filter(there).count(),
        of: entries().count(),
        weight_there: entries().filter(there).map(|e| e.criterion.weight).sum(),
        weight: entries().map(|e| e.criterion.weight).sum(),
        core_there: core().filter(there).count(),
        core: core().count(),
        share: selection.share,
    }
}

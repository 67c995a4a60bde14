//! Rules 1 to 3 and 7: avancement, réponses, palier, palier projeté.
//!
//! Integers only. The unknown is never a zero: without an answered level there is no figure at all, and what is not
//! known widens the bracket of a palier instead of lowering it.

use super::answers::Standing;
use super::dossier::{Campaign, Dossier};
use super::plan::State;
use crate::framework::{Criterion, Framework, Level, Thematique};

/// A question as the rules see it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub criterion: &'a Criterion,
    pub standing: Standing,
}

/// The set S of the rules: criteria that apply, in scope, and not answered « sans objet », in the référentiel's order.
#[derive(Clone, Debug, Default)]
pub struct Selection<'a> {
    pub entries: Vec<Entry<'a>>,
    /// Hundredths of the weight that must be at a tier.
    pub share: u32,
}

/// A share n of d, rounded half up to a whole percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent(pub u32);

/// Rule 2: n answered with a level, of m.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Responses {
    pub answered: usize,
    pub of: usize,
}

/// Rule 3: the palier with what is not known counted as 0 (*bas*) and as 3 (*haut*). Always `low <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracket {
    pub low: Level,
    pub high: Level,
}

/// Rules 1 to 3 for one selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// None when nothing is answered: no figure, never 0.
    pub progress: Option<Percent>,
    /// None when S is empty.
    pub responses: Option<Responses>,
    /// None when nothing is answered.
    pub bracket: Option<Bracket>,
}

/// A percentage of n/d is (200·n + d) ÷ (2·d); none when d is 0.
#[must_use]
pub fn percent(n: u32, d: u32) -> Option<Percent> {
    (200 * n + d).checked_div(2 * d).map(Percent)
}

impl<'a> Selection<'a> {
    /// S for the criteria that `keep` accepts.
    #[must_use]
    pub fn of(
        framework: &'a Framework,
        dossier: &'a Dossier,
        campaign: &'a Campaign,
        keep: impl Fn(&Criterion) -> bool,
    ) -> Self {
        let entries = dossier
            .asked(framework, campaign)
            .filter(|c| keep(c))
            .map(|criterion| Entry { criterion, standing: campaign.standing(&criterion.id) })
            .filter(|entry| entry.standing != Standing::NotApplicable)
            .collect();
        Self { entries, share: framework.tier_rule.share }
    }

    /// S of a thématique.
    #[must_use]
    pub fn of_thematique(
        framework: &'a Framework,
        dossier: &'a Dossier,
        campaign: &'a Campaign,
        thematique: &Thematique,
    ) -> Self {
        Self::of(framework, dossier, campaign, |c| thematique.sub_themes.iter().any(|s| s.id == c.sub_theme))
    }

    /// Rules 1 to 3.
    #[must_use]
    pub fn score(&self) -> Score {
        let answered: Vec<(u32, Level)> =
            self.entries.iter().filter_map(|e| Some((e.criterion.weight, e.standing.level()?))).collect();
        let done: u32 = answered.iter().map(|(w, level)| w * u32::from(level.get())).sum();
        let full: u32 = answered.iter().map(|(w, _)| 3 * w).sum();
        let responses =
            (!self.entries.is_empty()).then_some(Responses { answered: answered.len(), of: self.entries.len() });
        let bracket = (!answered.is_empty()).then(|| Bracket {
            low: self.tier(|e| e.standing.level().unwrap_or(Level::ZERO)),
            high: self.tier(|e| e.standing.level().unwrap_or(Level::MAX)),
        });
        Score { progress: percent(done, full), responses, bracket }
    }

    /// Rule 3 for given levels: the highest tier whose core criteria are all there, and enough of the weight.
    fn tier(&self, level: impl Fn(&Entry) -> Level) -> Level {
        let reached = |tier: &Level| {
            let core = self.entries.iter().filter(|e| e.criterion.core).all(|e| level(e) >= *tier);
            core && self.carries(*tier, &level)
        };
        Level::ALL.into_iter().skip(1).rev().find(|tier| reached(tier)).unwrap_or(Level::ZERO)
    }

    /// Rule 3 (b): the criteria at `tier` or above carry at least the share of the weight.
    pub(super) fn carries(&self, tier: Level, level: &impl Fn(&Entry) -> Level) -> bool {
        let weight = |e: &Entry| e.criterion.weight;
        let all: u32 = self.entries.iter().map(weight).sum();
        let there: u32 = self.entries.iter().filter(|e| level(e) >= tier).map(weight).sum();
        100 * there >= self.share * all
    }
}

/// Rule 7: the same selection once the decided actions, but the dropped ones, have succeeded.
#[must_use]
pub fn projected<'a>(selection: &Selection<'a>, dossier: &Dossier) -> Selection<'a> {
    let reached = |entry: &Entry| {
        let decided = dossier
            .plan
            .iter()
            .filter(|item| item.state != State::Dropped && item.criterion.as_ref() == Some(&entry.criterion.id))
            .filter_map(|item| item.to)
            .max();
        match (entry.standing, decided) {
            (Standing::At(level), Some(to)) => Standing::At(level.max(to)),
            (Standing::Unknown | Standing::Unanswered, Some(to)) => Standing::At(to),
            (standing, _) => standing,
        }
    };
    Selection {
        entries: selection.entries.iter().map(|e| Entry { criterion: e.criterion, standing: reached(e) }).collect(),
        share: selection.share,
    }
}

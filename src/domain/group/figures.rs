//! Distributions and medians, each shown or withheld.

use super::{FEW, View};
use crate::framework::Level;

/// How levels are spread over schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// How many schools are at each level.
    pub counts: [usize; 4],
    /// The lower median.
    pub median: Level,
}

impl Spread {
    /// Of these levels; none without any.
    #[must_use]
    pub fn of(levels: impl Iterator<Item = Level>) -> Option<Self> {
        let mut counts = [0_usize; 4];
        levels.for_each(|level| counts[usize::from(level.get())] += 1);
        let all: usize = counts.iter().sum();
        // The middle one of an odd number, the lower of the two middle ones of an even number.
        let middle = all.div_ceil(2).checked_sub(1)?;
        let mut below = 0;
        let at = |level: &Level| {
            below += counts[usize::from(level.get())];
            below > middle
        };
        let median = Level::ALL.into_iter().find(at)?;
        Some(Self { counts, median })
    }

    /// How many schools it covers.
    #[must_use]
    pub fn schools(&self) -> usize {
        self.counts.iter().sum()
    }
}

impl View<'_> {
    /// Whether a school of the group, kept or not, was asked this criterion, given by its place: what none was asked is not
    /// withheld.
    #[must_use]
    pub fn is_asked(&self, criterion: usize) -> bool {
        self.group.members().iter().any(|member| member.latest().standings[criterion].is_some())
    }

    /// The levels of a criterion, given by its place; none when withheld.
    #[must_use]
    pub fn criterion(&self, criterion: usize) -> Option<Spread> {
        let kept = self.shown(|member| member.level(criterion).is_some())?;
        Spread::of(kept.into_iter().filter_map(|member| self.level(member, criterion)))
    }

    /// The paliers (*bas*) of a thématique, given by its place; none when withheld.
    #[must_use]
    pub fn thematique(&self, theme: usize) -> Option<Spread> {
        let bas = |member: &super::Member| member.scores.get(theme).and_then(|score| score.bracket).map(|b| b.low);
        let kept = self.shown(|member| bas(member).is_some())?;
        Spread::of(kept.into_iter().filter_map(|member| bas(&self.group.members()[member])))
    }

    /// How many schools check a criterion; none below [`FEW`] or when withheld.
    #[must_use]
    pub fn unknown(&self, criterion: usize) -> Option<usize> {
        let standing = |member: &super::Member| member.latest().standings[criterion];
        let kept = self.shown(|member| standing(member).is_some())?;
        let unknown =
            |index: &&usize| standing(&self.group.members()[**index]) == Some(crate::domain::Standing::Unknown);
        Some(kept.iter().filter(unknown).count()).filter(|checks| *checks >= FEW)
    }
}

//! Rule 8: what several people said of one question, counted by level, and how far apart they are.
//!
//! It knows counts and never who said what. The unknown and « sans objet » are counted apart and are no level. It refuses
//! percentages of agreement, and to show or compare a role of fewer than three people.

use super::answers::Standing;
use super::dossier::Role;
use crate::extra::Extra;
use crate::framework::Level;
use std::collections::BTreeMap;

/// From how many people the opinions of a role are shown or compared.
pub const ENOUGH: u32 = 3;
/// From which distance opinions are « partagés ».
pub const APART: u8 = 2;

/// How many people said each thing of one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    pub extra: Extra,
    /// How many at each level.
    pub levels: [u32; 4],
    pub unknown: u32,
    pub not_applicable: u32,
}

/// What was said of one question: by everyone, and by those whose sheets were kept apart by role.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opinions {
    /// The sheets that no role keeps apart.
    pub counts: Counts,
    pub roles: BTreeMap<Role, Counts>,
}

impl Counts {
    /// How many said that; nobody says « sans réponse ».
    #[must_use]
    pub fn of(&self, standing: Standing) -> u32 {
        match standing {
            Standing::At(level) => self.levels[usize::from(level.get())],
            Standing::Unknown => self.unknown,
            Standing::NotApplicable => self.not_applicable,
            Standing::Unanswered => 0,
        }
    }

    /// Puts a number in its place.
    pub fn set(&mut self, standing: Standing, number: u32) {
        match standing {
            Standing::At(level) => self.levels[usize::from(level.get())] = number,
            Standing::Unknown => self.unknown = number,
            Standing::NotApplicable => self.not_applicable = number,
            Standing::Unanswered => {}
        }
    }

    /// How many people said something.
    #[must_use]
    pub fn people(&self) -> u32 {
        self.with_level() + self.unknown + self.not_applicable
    }

    /// How many gave a level.
    #[must_use]
    pub fn with_level(&self) -> u32 {
        self.levels.iter().sum()
    }

    /// The lower median of the levels; none when nobody gave one.
    #[must_use]
    pub fn median(&self) -> Option<Level> {
        let middle = self.with_level().checked_sub(1)? / 2;
        let mut below = 0;
        Level::ALL.into_iter().find(|level| {
            below += self.of(Standing::At(*level));
            below > middle
        })
    }

    /// The distance from the lowest level given to the highest; none when nobody gave one.
    #[must_use]
    pub fn spread(&self) -> Option<u8> {
        let given = |level: &Level| self.of(Standing::At(*level)) > 0;
        let low = Level::ALL.into_iter().find(given)?;
        let high = Level::ALL.into_iter().rev().find(given)?;
        Some(high.get() - low.get())
    }

    /// Both together.
    fn with(&self, other: &Self) -> Self {
        let mut levels = self.levels;
        levels.iter_mut().zip(other.levels).for_each(|(own, more)| *own += more);
        Self {
            extra: Extra::default(),
            levels,
            unknown: self.unknown + other.unknown,
            not_applicable: self.not_applicable + other.not_applicable,
        }
    }
}

impl Opinions {
    /// Everyone, whatever their role.
    #[must_use]
    pub fn whole(&self) -> Counts {
        self.roles.values().fold(self.counts.clone(), |whole, role| whole.with(role))
    }

    /// The sheets of a role, or those that no role keeps apart.
    #[must_use]
    pub fn group(&self, role: Option<Role>) -> Counts {
        role.map_or_else(|| self.counts.clone(), |role| self.roles.get(&role).cloned().unwrap_or_default())
    }

    /// The place of these sheets.
    pub fn group_mut(&mut self, role: Option<Role>) -> &mut Counts {
        match role {
            None => &mut self.counts,
            Some(role) => self.roles.entry(role).or_default(),
        }
    }

    /// The roles of three people or more.
    pub fn compared(&self) -> impl Iterator<Item = (Role, &Counts)> {
        self.roles.iter().filter(|(_, counts)| counts.people() >= ENOUGH).map(|(role, counts)| (*role, counts))
    }

    /// The roles that can be shown: those of three people or more, unless what is left of the whole would then say what
    /// one or two others answered.
    #[must_use]
    pub fn shown(&self) -> Vec<(Role, &Counts)> {
        let shown: Vec<(Role, &Counts)> = self.compared().collect();
        let apart: u32 = shown.iter().map(|(_, counts)| counts.people()).sum();
        let left = self.whole().people() - apart;
        if (1..ENOUGH).contains(&left) { Vec::new() } else { shown }
    }

    /// « Avis partagés »: the levels given are two apart or more, or the medians of two roles are.
    #[must_use]
    pub fn are_shared(&self) -> bool {
        let medians: Vec<u8> = self.compared().filter_map(|(_, counts)| counts.median()).map(Level::get).collect();
        let apart = medians.iter().max().zip(medians.iter().min()).map(|(high, low)| high - low);
        [self.whole().spread(), apart].into_iter().flatten().any(|distance| distance >= APART)
    }
}

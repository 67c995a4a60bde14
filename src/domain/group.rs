//! Several schools seen together by a trainer, rule 9.
//!
//! Pure functions, in integers, over what each school gave ([`Member`]); nothing is kept of a dossier but what a file for the
//! animator holds. What a figure covers decides whether it is shown ([`shield`]): fewer than [`FEW`] schools, or so few
//! left outside, and it is withheld. Nothing here ranks schools, and no figure is made of a school’s place among others.

pub mod asks;
pub mod by_hand;
pub mod figures;
mod kinds;
mod member;
pub mod needs;
pub mod shield;
pub mod ways;
pub mod years;

pub use kinds::Kind;
pub use member::{Decided, Left, Member, Step};

use crate::framework::{Action, Criterion, Framework, Level};
use crate::names::{DossierId, slug};
use shield::Shield;
use std::collections::BTreeMap;

/// A figure that covers fewer schools is withheld.
pub const FEW: usize = 5;
/// Fewer schools have nothing in common to be said.
pub const TWO: usize = 2;
/// Longest name of a commune that is told from another.
const MAX_COMMUNE: usize = 64;

/// The référentiel with the places that are looked for once rather than once a school.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'f> {
    pub framework: &'f Framework,
    places: &'f Places,
}

/// Where things stand in a référentiel.
#[derive(Clone, Debug)]
pub struct Places {
    /// The thématique of each criterion.
    themes: Vec<usize>,
    /// The criteria in the order of their ids, in which a dossier holds its answers.
    by_id: Vec<usize>,
    /// The criterion of each action.
    criteria: Vec<Option<usize>>,
}

/// The schools, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Group {
    members: Vec<Member>,
    known: BTreeMap<DossierId, usize>,
}

/// What came of a school’s file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    New,
    /// The school was there: this file’s point d’étape is the latest, and is kept.
    Newer,
    /// The school was there, with a later point d’étape, which stays.
    Older,
}

/// Which schools are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve {
    pub kind: Option<Kind>,
    /// As [`commune_key`] gives it.
    pub commune: Option<String>,
}

/// What a screen shows: the schools that a sieve keeps, and what may be said of them.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub ground: Ground<'a>,
    pub group: &'a Group,
    pub shield: &'a Shield,
    pub sieve: &'a Sieve,
}

impl Places {
    #[must_use]
    pub fn of(framework: &Framework) -> Self {
        let theme = |c: &Criterion| {
            let holds = |t: &crate::framework::Thematique| t.sub_themes.iter().any(|s| s.id == c.sub_theme);
            framework.thematiques.iter().position(holds).unwrap_or(usize::MAX)
        };
        let criteria = &framework.criteria;
        let by_id = (0..criteria.len()).fold(Vec::new(), |mut sorted: Vec<usize>, index| {
            sorted.insert(sorted.partition_point(|other| criteria[*other].id < criteria[index].id), index);
            sorted
        });
        let criterion = |a: &Action| criteria.iter().position(|c| c.id == a.criterion);
        Self {
            themes: criteria.iter().map(theme).collect(),
            by_id,
            criteria: framework.actions.iter().map(criterion).collect(),
        }
    }

    /// With the référentiel they were made of.
    #[must_use]
    pub fn ground<'f>(&'f self, framework: &'f Framework) -> Ground<'f> {
        Ground { framework, places: self }
    }
}

impl<'f> Ground<'f> {
    /// The places of the criteria of a thématique, given by its place.
    pub fn criteria_of(self, theme: usize) -> impl Iterator<Item = usize> {
        self.places.themes.iter().enumerate().filter(move |(_, of)| **of == theme).map(|(index, _)| index)
    }

    /// Each action with its criterion’s place.
    pub fn actions(self) -> impl Iterator<Item = (usize, &'f Action, usize)> {
        let placed = self.framework.actions.iter().zip(&self.places.criteria).enumerate();
        placed.filter_map(|(index, (action, criterion))| Some((index, action, (*criterion)?)))
    }
}

impl Group {
    /// Adds a school, or what a second file of it brings.
    pub fn add(&mut self, member: Member) -> Added {
        let Some(index) = self.known.get(&member.id).copied() else {
            self.known.insert(member.id.clone(), self.members.len());
            self.members.push(member);
            return Added::New;
        };
        let here = &mut self.members[index];
        if member.date() >= here.date() {
            let older = std::mem::replace(here, member);
            here.complete(older);
            Added::Newer
        } else {
            here.complete(member);
            Added::Older
        }
    }

    /// Takes a school away; says where it was.
    pub fn remove(&mut self, id: &DossierId) -> Option<(usize, Member)> {
        let place = self.known.get(id).copied()?;
        let member = self.members.remove(place);
        self.count_places();
        Some((place, member))
    }

    /// Puts a school back where it was.
    pub fn put_back(&mut self, place: usize, member: Member) {
        self.members.insert(place.min(self.members.len()), member);
        self.count_places();
    }

    fn count_places(&mut self) {
        self.known = self.members.iter().enumerate().map(|(index, member)| (member.id.clone(), index)).collect();
    }

    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The communes that the files name, by key, each as it was first written.
    #[must_use]
    pub fn communes(&self) -> BTreeMap<String, &str> {
        let mut communes = BTreeMap::new();
        for member in self.members.iter().filter(|member| !member.commune.is_empty()) {
            communes.entry(member.commune.clone()).or_insert(member.school.commune.trim());
        }
        communes
    }

    /// The kinds of schools that are there, in order.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        Kind::ALL.iter().copied().filter(|kind| self.members.iter().any(|member| member.kind == *kind)).collect()
    }
}

impl Sieve {
    /// Whether it keeps every school.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it keeps that one.
    #[must_use]
    pub fn keeps(&self, member: &Member) -> bool {
        self.kind.is_none_or(|kind| member.kind == kind)
            && self.commune.as_ref().is_none_or(|commune| member.commune == *commune)
    }
}

impl<'a> View<'a> {
    /// The schools kept, with their places in the group.
    pub fn kept(&self) -> impl Iterator<Item = (usize, &'a Member)> {
        let sieve = self.sieve;
        self.group.members.iter().enumerate().filter(move |(_, member)| sieve.keeps(member))
    }

    /// The places of the schools kept, when a figure on those of the whole group that `has` accepts may be shown of
    /// them.
    #[must_use]
    pub fn shown(&self, has: impl Fn(&Member) -> bool) -> Option<Vec<usize>> {
        let base: Vec<usize> = (0..self.group.members.len()).filter(|index| has(&self.group.members[*index])).collect();
        let kept: Vec<usize> = base.iter().copied().filter(|i| self.sieve.keeps(&self.group.members[*i])).collect();
        self.shield.lets_through(&base, &kept).then_some(kept)
    }

    /// Whether figures may be shown of the schools kept, as a whole.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.shown(|_| true).is_some()
    }

    /// Whether what these schools have in common may be said without a figure, once they agree: there are at least two,
    /// and they are the whole group.
    #[must_use]
    pub fn may_agree(&self) -> bool {
        self.sieve.is_open() && (TWO..FEW).contains(&self.group.members.len())
    }

    fn level(&self, member: usize, criterion: usize) -> Option<Level> {
        self.group.members[member].level(criterion)
    }
}

/// What tells a commune from another: accents, case and hyphens do not.
#[must_use]
pub fn commune_key(name: &str) -> String {
    slug(name, MAX_COMMUNE)
}

//! Objectifs as they are chosen: a level and a day for a thématique or a question, and what the plan makes of them.

use super::commands::Aim;
use super::dates::Day;
use super::dossier::{Campaign, Dossier, Target};
use super::gaps::{criterion_target, distance, thematique_target};
use super::scoring::{Entry, Score, Selection, projected};
use crate::extra::Extra;
use crate::framework::{Criterion, Framework, Level, Thematique};

/// Where a thématique stands, where it goes, and where the plan leads it.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    pub thematique: &'a Thematique,
    pub today: Score,
    /// Rule 5: the chosen one, else the next step.
    pub target: Option<Level>,
    /// The one that was chosen.
    pub own: Option<&'a Target>,
    /// Rule 7.
    pub projected: Score,
}

/// Where every thématique stands and goes.
#[must_use]
pub fn courses<'a>(framework: &'a Framework, dossier: &'a Dossier, campaign: &'a Campaign) -> Vec<Course<'a>> {
    let course = |thematique: &'a Thematique| {
        let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
        let today = selection.score();
        Course {
            thematique,
            today,
            target: thematique_target(&dossier.targets, &thematique.id, &today),
            own: dossier.targets.thematiques.get(&thematique.id),
            projected: projected(&selection, dossier).score(),
        }
    };
    framework.thematiques.iter().map(course).collect()
}

/// The questions that have a next step towards their objectif, with their level of today.
#[must_use]
pub fn to_climb<'a>(
    framework: &'a Framework,
    dossier: &'a Dossier,
    campaign: &'a Campaign,
) -> Vec<(&'a Criterion, Level)> {
    let below = |thematique: &'a Thematique| {
        let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
        let climb = |entry: &Entry<'a>| {
            let level = entry.standing.level()?;
            let target = criterion_target(&dossier.targets, &thematique.id, entry.criterion, entry.standing)?;
            (distance(target, level) > 0).then_some((entry.criterion, level))
        };
        selection.entries.iter().filter_map(climb).collect::<Vec<_>>()
    };
    framework.thematiques.iter().flat_map(below).collect()
}

/// The chosen objectif.
#[must_use]
pub fn chosen<'a>(dossier: &'a Dossier, aim: &Aim) -> Option<&'a Target> {
    match aim {
        Aim::Thematique(id) => dossier.targets.thematiques.get(id),
        Aim::Criterion(id) => dossier.targets.criteria.get(id),
    }
}

/// The objectif with another level, its day kept; no level takes the whole away.
#[must_use]
pub fn at_level(chosen: Option<&Target>, level: Option<Level>) -> Option<Target> {
    let level = level?;
    Some(chosen.map_or(Target { extra: Extra::default(), level, due: None }, |t| Target { level, ..t.clone() }))
}

/// The objectif with another day. A day alone makes the next step above `today` an objectif.
#[must_use]
pub fn by_day(chosen: Option<&Target>, today: Option<Level>, due: Option<Day>) -> Option<Target> {
    let Some(chosen) = chosen else {
        let level = today.unwrap_or(Level::ZERO).next().unwrap_or(Level::MAX);
        return due.map(|day| Target { extra: Extra::default(), level, due: Some(day) });
    };
    Some(Target { due, ..chosen.clone() })
}

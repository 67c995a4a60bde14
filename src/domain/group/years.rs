//! Two school years of the same schools, on the questions that both asked.

use super::figures::Spread;
use super::{Member, Step, View};
use crate::domain::order::by_rank_down;
use crate::domain::scoring::Bracket;
use crate::domain::{Day, Standing};
use crate::framework::{Criterion, Level, Thematique};
use std::collections::{BTreeMap, BTreeSet};

/// The calendar year in which a school year began.
pub type Year = i16;

/// Two spreads over the same schools, and how many moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    pub before: Spread,
    pub now: Spread,
    pub rose: usize,
    pub fell: usize,
}

/// What has moved between two years; whatever is withheld is none, or left out.
#[derive(Clone, Debug, Default)]
pub struct Years<'f> {
    /// How many schools of the view have a point d’étape in both; none when withheld.
    pub schools: Option<usize>,
    pub themes: Vec<(&'f Thematique, Option<Course>)>,
    /// Questions that rose in at least one school.
    pub questions: Vec<(&'f Criterion, Course)>,
}

/// The school years of the group, each with how many schools have a point d’étape in it.
#[must_use]
pub fn years(members: &[Member]) -> BTreeMap<Year, usize> {
    let mut years = BTreeMap::new();
    for member in members {
        let own: BTreeSet<Year> = member.steps().iter().filter_map(|step| step.date).map(Day::school_year).collect();
        own.into_iter().for_each(|year| *years.entry(year).or_insert(0) += 1);
    }
    years
}

/// The latest point d’étape of a school year.
fn step(member: &Member, year: Year) -> Option<&Step> {
    member.steps().iter().rev().find(|step| step.date.map(Day::school_year) == Some(year))
}

/// Compares two years, on common criteria only.
#[must_use]
pub fn compare<'a>(view: &View<'a>, before: Year, now: Year) -> Years<'a> {
    let framework = view.ground.framework;
    let both = |member: &Member| step(member, before).is_some() && step(member, now).is_some();
    let themes = framework
        .thematiques
        .iter()
        .enumerate()
        .map(|(index, theme)| (theme, course(view, |member| paliers(view, member, (before, now), index))));
    let questions = framework.criteria.iter().enumerate().filter_map(|(index, criterion)| {
        let levels = |member: &Member| Some((step(member, before)?.level(index)?, step(member, now)?.level(index)?));
        Some((criterion, course(view, levels)?))
    });
    let questions = questions.filter(|(_, course)| course.rose > 0).collect();
    Years {
        schools: view.shown(both).map(|kept| kept.len()),
        themes: themes.collect(),
        questions: by_rank_down(questions, |(_, course): &(_, Course)| course.rose as u64),
    }
}

/// The paliers (*bas*) of a thématique in both years, on the criteria that both asked and that had an object.
fn paliers(view: &View, member: &Member, (before, now): (Year, Year), theme: usize) -> Option<(Level, Level)> {
    let (before, now) = (step(member, before)?, step(member, now)?);
    let counts = |step: &Step, index: usize| step.standings[index].is_some_and(|s| s != Standing::NotApplicable);
    let common = |index: usize| counts(before, index) && counts(now, index);
    let low = |step: &Step| step.select(view.ground, theme, common).score().bracket.map(|Bracket { low, .. }| low);
    Some((low(before)?, low(now)?))
}

/// From what each school has of both years; none when withheld.
fn course(view: &View, of: impl Fn(&Member) -> Option<(Level, Level)>) -> Option<Course> {
    let found: Vec<Option<_>> = view.group.members().iter().map(of).collect();
    let base: Vec<usize> = (0..found.len()).filter(|index| found[*index].is_some()).collect();
    let kept: Vec<usize> = base.iter().copied().filter(|i| view.sieve.keeps(&view.group.members()[*i])).collect();
    if !view.shield.lets_through(&base, &kept) {
        return None;
    }
    let pairs: Vec<_> = kept.iter().filter_map(|index| found[*index]).collect();
    Some(Course {
        before: Spread::of(pairs.iter().map(|(before, _)| *before))?,
        now: Spread::of(pairs.iter().map(|(_, now)| *now))?,
        rose: pairs.iter().filter(|(before, now)| now > before).count(),
        fell: pairs.iter().filter(|(before, now)| now < before).count(),
    })
}

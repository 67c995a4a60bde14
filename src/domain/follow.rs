//! Following the plan: when each action falls, what is late, what marking one « fait » changes.

use super::answers::Standing;
use super::dates::Day;
use super::dossier::{Campaign, Dossier};
use super::gaps::missing;
use super::order::by_rank;
use super::plan::{Due, PlanItem};
use super::scoring::{Bracket, Entry, Selection};
use crate::framework::{Criterion, Framework, Horizon, Level, Thematique};
use crate::names::words;

words!(
    /// When an action falls, seen from today.
    When {
        /// Open, and its day is over.
        Past = "passee",
        ThisYear = "cette-annee",
        NextYear = "annee-prochaine",
        Later = "au-dela",
        Undated = "sans-date",
    }
);

/// An open action whose day is over.
#[must_use]
pub fn is_late(framework: &Framework, item: &PlanItem, today: Day) -> bool {
    item.is_open() && item.due(framework, today).day().is_some_and(|day| day < today)
}

/// The calendar year in which the school year of an action begins, when it has one.
#[must_use]
pub fn school_year(framework: &Framework, item: &PlanItem, today: Day) -> Option<i16> {
    let decided = item.decided.unwrap_or(today);
    match item.due(framework, today) {
        Due::By(day) | Due::Around(_, Some(day)) => Some(day.school_year()),
        Due::Within(horizon) => Some(decided.school_year() + ahead(horizon)),
        Due::Around(_, None) => item.horizon.map(|horizon| decided.school_year() + ahead(horizon)),
        Due::Unsaid => None,
    }
}

fn ahead(horizon: Horizon) -> i16 {
    match horizon {
        Horizon::Court => 0,
        Horizon::Moyen => 1,
        Horizon::Long => 2,
    }
}

/// When an action falls. What is done or not retained is never « past »: nothing waits for it.
#[must_use]
pub fn when(framework: &Framework, item: &PlanItem, today: Day) -> When {
    if is_late(framework, item, today) {
        return When::Past;
    }
    match school_year(framework, item, today).map(|year| year - today.school_year()) {
        None => When::Undated,
        Some(..=0) => When::ThisYear,
        Some(1) => When::NextYear,
        Some(_) => When::Later,
    }
}

/// The actions by day; those without one come last, in the order of the plan.
#[must_use]
pub fn by_day<'a>(framework: &Framework, items: Vec<&'a PlanItem>, today: Day) -> Vec<&'a PlanItem> {
    by_rank(items, |item| {
        let days = item.due(framework, today).day().map(|day| Day::EPOCH.days_to(day).max(0));
        days.and_then(|days| u64::try_from(days).ok()).unwrap_or(u64::MAX)
    })
}

/// What becoming true would change: an action is done, its question can be answered again.
#[derive(Clone, Debug)]
pub struct Effect<'a> {
    pub criterion: &'a Criterion,
    pub thematique: &'a Thematique,
    /// The answer today.
    pub from: Standing,
    /// The level that the action makes true.
    pub to: Level,
    /// The palier of the thématique today, and with that answer.
    pub before: Option<Bracket>,
    pub after: Option<Bracket>,
    /// How many questions the next palier would still miss.
    pub missing: usize,
}

/// What marking this action « fait » lets one answer. None when it moves no question that is asked here, or when the
/// answer is already there.
#[must_use]
pub fn effect<'a>(
    framework: &'a Framework,
    dossier: &'a Dossier,
    campaign: &'a Campaign,
    item: &PlanItem,
) -> Option<Effect<'a>> {
    let (id, to) = (item.criterion.as_ref()?, item.to?);
    let criterion = framework.criterion(id)?;
    let thematique = framework.thematique_of(criterion)?;
    let today = Selection::of_thematique(framework, dossier, campaign, thematique);
    let from = today.entries.iter().find(|entry| entry.criterion.id == *id)?.standing;
    if from.level() >= Some(to) {
        return None;
    }
    let reached = |entry: &Entry<'a>| match entry.criterion.id == *id {
        true => Entry { standing: Standing::At(to), ..*entry },
        false => *entry,
    };
    let then = Selection { entries: today.entries.iter().map(reached).collect(), share: today.share };
    let (before, after) = (today.score().bracket, then.score().bracket);
    Some(Effect { criterion, thematique, from, to, before, after, missing: missing(&then).below.len() })
}

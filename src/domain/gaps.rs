//! Rules 4 and 5: what is missing for the next palier, objectifs and the distance to them.

use super::answers::Standing;
use super::dossier::Targets;
use super::order::by_rank_down;
use super::scoring::{Entry, Percent, Score, Selection, percent};
use crate::framework::{Criterion, Level};
use crate::names::ThematiqueId;

/// Rule 4: what stands between a selection and its next palier.
#[derive(Clone, Debug, Default)]
pub struct Missing<'a> {
    /// The next palier; none at 3 or without a palier.
    pub tier: Option<Level>,
    /// Core criteria below it, then, when the weight is short, the others, heaviest first.
    pub below: Vec<Entry<'a>>,
    /// Unknown and unanswered, listed apart: things to check.
    pub to_check: Vec<Entry<'a>>,
}

/// Rule 4 for a selection.
#[must_use]
pub fn missing<'a>(selection: &Selection<'a>) -> Missing<'a> {
    let Some(tier) = selection.score().bracket.and_then(|bracket| bracket.low.next()) else {
        return Missing::default();
    };
    let (known, to_check): (Vec<Entry>, Vec<Entry>) =
        selection.entries.iter().partition(|e| e.standing.level().is_some());
    let below = |entry: &&Entry| entry.standing.level().is_some_and(|level| level < tier);
    let mut list: Vec<Entry> = known.iter().filter(below).filter(|e| e.criterion.core).copied().collect();
    if !selection.carries(tier, &|e: &Entry| e.standing.level().unwrap_or(Level::ZERO)) {
        let others = known.iter().filter(below).filter(|e| !e.criterion.core).copied().collect();
        list.extend(by_rank_down(others, |e| u64::from(e.criterion.weight)));
    }
    Missing { tier: Some(tier), below: list, to_check }
}

/// Rule 5: the objectif of a criterion; none when its level is not known.
#[must_use]
pub fn criterion_target(
    targets: &Targets,
    thematique: &ThematiqueId,
    criterion: &Criterion,
    standing: Standing,
) -> Option<Level> {
    let level = standing.level()?;
    let own = targets.criteria.get(&criterion.id).or_else(|| targets.thematiques.get(thematique));
    Some(own.map_or_else(|| level.next().unwrap_or(Level::MAX), |target| target.level))
}

/// Rule 5: the distance to an objectif, 0 when it is reached.
#[must_use]
pub fn distance(target: Level, level: Level) -> u8 {
    target.get().saturating_sub(level.get())
}

/// Rule 5: the objectif of a thématique; none without a palier.
#[must_use]
pub fn thematique_target(targets: &Targets, thematique: &ThematiqueId, score: &Score) -> Option<Level> {
    let low = score.bracket?.low;
    Some(targets.thematiques.get(thematique).map_or_else(|| low.next().unwrap_or(Level::MAX), |target| target.level))
}

/// Rule 5: the mark on a bar, Σ w·objectif ÷ Σ 3w over the criteria answered with a level.
#[must_use]
pub fn progress_target(selection: &Selection, targets: &Targets, thematique: &ThematiqueId) -> Option<Percent> {
    let aims = selection.entries.iter().filter_map(|e| {
        let aim = criterion_target(targets, thematique, e.criterion, e.standing)?;
        Some((e.criterion.weight * u32::from(aim.get()), 3 * e.criterion.weight))
    });
    let (n, d) = aims.fold((0, 0), |(n, d), (aim, full)| (n + aim, d + full));
    percent(n, d)
}

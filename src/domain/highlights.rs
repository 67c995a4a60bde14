//! What the bilan says first: two things that work, and what comes next, split between what depends on the school and
//! what it asks for.

use super::dossier::{Campaign, Dossier};
use super::gaps::{criterion_target, distance, missing};
use super::order::{by_rank, by_rank_down};
use super::scoring::Selection;
use crate::framework::{Action, Criterion, Dependence, Framework, Level, Reach, Thematique};

/// How many next steps a column holds.
const NEXT_STEPS: usize = 3;

/// A question answered with a level, worth saying.
#[derive(Clone, Copy, Debug)]
pub struct Highlight<'a> {
    pub criterion: &'a Criterion,
    pub thematique: &'a Thematique,
    pub level: Level,
    /// What leads to the next level and is asked of others; none when the référentiel says none, or the school can do it.
    pub request: Option<&'a Action>,
}

/// What the bilan says first.
#[derive(Clone, Debug, Default)]
pub struct Highlights<'a> {
    /// The highest answers, from two thématiques when possible, never below « bases posées ».
    pub strengths: Vec<Highlight<'a>>,
    /// Next steps that depend on the school alone, nearest palier first.
    pub ours: Vec<Highlight<'a>>,
    /// Next steps that also depend on others, unless the référentiel has only actions of the school towards them.
    pub asked: Vec<Highlight<'a>>,
}

/// Finds them in the current answers.
#[must_use]
pub fn highlights<'a>(framework: &'a Framework, dossier: &'a Dossier, campaign: &'a Campaign) -> Highlights<'a> {
    let mut known: Vec<Highlight> = Vec::new();
    let mut next: Vec<(bool, bool, Highlight)> = Vec::new();
    for thematique in &framework.thematiques {
        let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
        let gap = missing(&selection);
        for entry in &selection.entries {
            let Some(level) = entry.standing.level() else { continue };
            let mut highlight = Highlight { criterion: entry.criterion, thematique, level, request: None };
            known.push(highlight);
            let target = criterion_target(&dossier.targets, &thematique.id, entry.criterion, entry.standing);
            if target.is_some_and(|target| distance(target, level) > 0) {
                let opens = gap.below.iter().any(|e| e.criterion.id == entry.criterion.id);
                let mut actions = framework.actions.iter().filter(|action| {
                    action.criterion == entry.criterion.id
                        && Some(action.to) == level.next()
                        && dossier.school.is_among(&action.applies_to)
                });
                let own = actions.clone().any(|action| action.reach == Reach::Etablissement);
                let others = entry.criterion.depends_on.iter().any(|d| *d != Dependence::Ecole);
                highlight.request = actions.find(|action| others && action.reach != Reach::Etablissement);
                let asked = others && (highlight.request.is_some() || !own);
                next.push((asked, opens, highlight));
            }
        }
    }
    // The heaviest question first; then, before that, the lowest level; before all, what opens a palier.
    let next = by_rank_down(next, |(_, _, h)| u64::from(h.criterion.weight));
    let next = by_rank(next, |(_, opens, h)| u64::from(!opens) * 4 + u64::from(h.level.get()));
    let of = |wanted: bool| {
        let those = next.iter().filter(|(asked, ..)| *asked == wanted).map(|(_, _, h)| *h);
        those.take(NEXT_STEPS).collect()
    };
    Highlights { strengths: strengths(known), ours: of(false), asked: of(true) }
}

/// Two: the highest first, core before the others; the second from another thématique unless there is none as high.
fn strengths(mut known: Vec<Highlight>) -> Vec<Highlight> {
    known.retain(|h| h.level > Level::ZERO);
    let known = by_rank_down(known, |h| u64::from(h.level.get()) * 2 + u64::from(h.criterion.core));
    let [first, second, ..] = known[..] else { return known };
    let elsewhere = |h: &&Highlight| h.level == second.level && h.thematique.id != first.thematique.id;
    vec![first, known[1..].iter().find(elsewhere).copied().unwrap_or(second)]
}

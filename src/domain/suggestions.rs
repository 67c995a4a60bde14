//! Rule 6: pistes, ranked, each with its reason; and what is to be asked of others.
//!
//! Never proposes what is decided, done, set aside, out of scope, or beyond the next level.

use super::answers::Standing;
use super::dossier::{Campaign, Dossier};
use super::gaps::{criterion_target, missing};
use super::order::{by_rank, by_rank_down};
use super::scoring::Selection;
use crate::framework::{Action, Criterion, Framework, Level, Reach, Thematique};

/// How many pistes are shown first, and how many of them a thématique may have.
pub const FIRST: usize = 6;
const A_THEMATIQUE: usize = 2;

/// An eligible action and the factors of its rank.
#[derive(Clone, Debug)]
pub struct Suggestion<'a> {
    pub action: &'a Action,
    pub criterion: &'a Criterion,
    pub thematique: &'a Thematique,
    /// The level today; the action leads to the next.
    pub from: Level,
    /// The next palier of the thématique when this criterion is missing for it.
    pub opens: Option<Level>,
    /// Dots of the committee.
    pub dots: u32,
    pub rank: u64,
}

/// A question whose answer is not known, to be checked before anything is proposed.
#[derive(Clone, Debug)]
pub struct ToCheck<'a> {
    pub criterion: &'a Criterion,
    pub thematique: &'a Thematique,
}

/// Rule 6 for a whole dossier.
#[derive(Clone, Debug, Default)]
pub struct Suggestions<'a> {
    /// What the school can do, best first.
    pub pistes: Vec<Suggestion<'a>>,
    /// What it can ask for, best first, addressed by `action.reach`.
    pub requests: Vec<Suggestion<'a>>,
    /// « À vérifier », in the référentiel's order.
    pub to_check: Vec<ToCheck<'a>>,
}

/// Rule 6.
#[must_use]
pub fn suggest<'a>(framework: &'a Framework, dossier: &'a Dossier, campaign: &'a Campaign) -> Suggestions<'a> {
    let mut suggestions = Suggestions::default();
    for thematique in &framework.thematiques {
        let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
        let gap = missing(&selection);
        for entry in &selection.entries {
            if entry.standing == Standing::Unknown {
                suggestions.to_check.push(ToCheck { criterion: entry.criterion, thematique });
            }
            let Some(from) = entry.standing.level() else { continue };
            let target = criterion_target(&dossier.targets, &thematique.id, entry.criterion, entry.standing);
            let opens = gap.tier.filter(|_| gap.below.iter().any(|e| e.criterion.id == entry.criterion.id));
            let dots = campaign.answers.get(&entry.criterion.id).and_then(|a| a.dots).unwrap_or(0);
            let eligible = framework.actions.iter().filter(|action| {
                action.criterion == entry.criterion.id
                    && Some(action.to) == from.next()
                    && Some(action.to) <= target
                    && dossier.school.is_among(&action.applies_to)
                    && !is_decided_or_aside(dossier, action)
            });
            for action in eligible {
                let rank = rank(entry.criterion, action, opens.is_some(), dots);
                let suggestion = Suggestion { action, criterion: entry.criterion, thematique, from, opens, dots, rank };
                match action.reach {
                    Reach::Etablissement => suggestions.pistes.push(suggestion),
                    _ => suggestions.requests.push(suggestion),
                }
            }
        }
    }
    for list in [&mut suggestions.pistes, &mut suggestions.requests] {
        // Those of the same rank in the order of the référentiel.
        let place = |s: &Suggestion| framework.actions.iter().position(|a| a.id == s.action.id).unwrap_or(usize::MAX);
        *list = by_rank_down(by_rank(std::mem::take(list), |s| place(s) as u64), |s| s.rank);
    }
    suggestions
}

impl<'a> Suggestions<'a> {
    /// « Nos 6 pistes »: the first six, at most two a thématique.
    #[must_use]
    pub fn first_six(&self) -> Vec<&Suggestion<'a>> {
        let mut kept: Vec<&Suggestion> = Vec::with_capacity(FIRST);
        for piste in &self.pistes {
            let same = kept.iter().filter(|k| k.thematique.id == piste.thematique.id).count();
            if same < A_THEMATIQUE && kept.len() < FIRST {
                kept.push(piste);
            }
        }
        kept
    }
}

fn is_decided_or_aside(dossier: &Dossier, action: &Action) -> bool {
    dossier.plan.iter().any(|item| item.action.as_ref() == Some(&action.id))
        || dossier.set_aside.iter().any(|aside| aside.action == action.id)
}

/// In 64 bits: a file may hold any number of dots.
fn rank(criterion: &Criterion, action: &Action, opens: bool, dots: u32) -> u64 {
    let ease = 6 / action.effort.clamp(1, 3);
    let factors = criterion.weight * action.impact * ease * if opens { 2 } else { 1 };
    u64::from(factors) * (u64::from(dots) + 1)
}

//! « Pistes utiles au plus grand nombre », and the schools that have done it already.
//!
//! An action is useful to a school when it leads one of its questions to the next level and is not in its plan.

use super::{Member, TWO, View};
use crate::domain::State;
use crate::domain::order::by_rank_down;
use crate::framework::{Action, Reach};

/// An action of the référentiel, and what it is to the schools.
#[derive(Clone, Debug)]
pub struct Way<'f> {
    pub action: &'f Action,
    /// How many schools it is useful to.
    pub useful: usize,
    /// How many have it in their plan, still open.
    pub decided: usize,
    /// The places of the schools that have done it: their level is there, or their plan says so.
    pub done: Vec<usize>,
}

/// The actions that the schools of a view can carry out themselves, those useful to the most schools first, then by
/// impact and ease; each is useful to two at least. Counted over all the schools kept: none when figures on these are
/// withheld, but for a whole group of two to four schools, which may agree to hear it without a figure.
#[must_use]
pub fn ways<'a>(view: &View<'a>) -> Vec<Way<'a>> {
    if !view.is_shown() && !view.may_agree() {
        return Vec::new();
    }
    let ours = view.ground.actions().filter(|(_, action, _)| action.reach == Reach::Etablissement);
    let ways = ours.map(|(index, action, criterion)| {
        let count = |is: &dyn Fn(&Member) -> bool| view.kept().filter(|(_, member)| is(member)).count();
        Way {
            action,
            useful: count(&|member| is_useful(member, index, action, criterion)),
            decided: count(&|member| is_decided(member, index)),
            done: view.kept().filter(|(_, m)| is_done(m, index, action, criterion)).map(|(place, _)| place).collect(),
        }
    });
    let ways = ways.filter(|way| way.useful >= TWO).collect();
    by_rank_down(ways, |way: &Way| {
        (way.useful as u64) << 8 | u64::from(way.action.impact * (6 / way.action.effort.clamp(1, 3)))
    })
}

/// Whether it leads a question of this school to its next level, and is not in its plan.
pub(super) fn is_useful(member: &Member, index: usize, action: &Action, criterion: usize) -> bool {
    let next = member.level(criterion).and_then(|level| level.next());
    next == Some(action.to)
        && member.school.is_among(&action.applies_to)
        && member.plan.iter().all(|decided| decided.action != Some(index))
}

/// Whether it is in the plan and still open.
pub(super) fn is_decided(member: &Member, index: usize) -> bool {
    let open = |state| !matches!(state, State::Done | State::Dropped);
    member.plan.iter().any(|decided| decided.action == Some(index) && open(decided.state))
}

fn is_done(member: &Member, index: usize, action: &Action, criterion: usize) -> bool {
    let there = member.level(criterion).is_some_and(|level| level >= action.to);
    there || member.plan.iter().any(|decided| decided.action == Some(index) && decided.state == State::Done)
}

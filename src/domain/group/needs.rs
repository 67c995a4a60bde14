//! What several schools have in common: what works, what they all need next, what they are all checking.
//!
//! Said of the schools together: with figures from five of them, in sentences without a figure from two, once they agree.

use super::figures::Spread;
use super::{TWO, View};
use crate::domain::order::by_rank_down;
use crate::framework::{Criterion, Level};

/// From this level on a thing is there for all.
pub const SHARED: u8 = 2;
/// How many of each are said first.
pub const FIRST: usize = 6;
/// The weights of the référentiel are below.
const WEIGHTS: usize = 8;

/// One thing in common.
#[derive(Clone, Copy, Debug)]
pub struct Common<'f> {
    pub criterion: &'f Criterion,
    /// How many schools it is true of.
    pub schools: usize,
    /// How many have a known level.
    pub of: usize,
}

/// What the schools of a view have in common.
#[derive(Clone, Debug, Default)]
pub struct Needs<'f> {
    /// « Partagé » or above in most of them.
    pub works: Vec<Common<'f>>,
    /// Below « partagé » in at least half of them.
    pub wanted: Vec<Common<'f>>,
    /// To be checked in five of them at least.
    pub checked: Vec<Common<'f>>,
}

/// What may be said with figures; questions whose figures are withheld are left out.
#[must_use]
pub fn needs<'a>(view: &View<'a>) -> Needs<'a> {
    let mut needs = common(view, |criterion| view.criterion(criterion));
    let all = view.ground.framework.criteria.iter().enumerate();
    let checked = |(index, criterion): (usize, &'a Criterion)| {
        let schools = view.unknown(index)?;
        let of = view.kept().filter(|(_, member)| member.latest().standings[index].is_some()).count();
        Some(Common { criterion, schools, of })
    };
    needs.checked = ranked(all.filter_map(checked).collect());
    needs
}

/// What two to four schools have in common, to be said without any figure once they agree.
#[must_use]
pub fn agreed<'a>(view: &View<'a>) -> Needs<'a> {
    if !view.may_agree() {
        return Needs::default();
    }
    common(view, |criterion| {
        let spread = Spread::of(view.group.members().iter().filter_map(|member| member.level(criterion)));
        spread.filter(|spread| spread.schools() >= TWO)
    })
}

fn common<'a>(view: &View<'a>, spread: impl Fn(usize) -> Option<Spread>) -> Needs<'a> {
    let mut needs = Needs::default();
    for (index, criterion) in view.ground.framework.criteria.iter().enumerate() {
        let Some(spread) = spread(index) else { continue };
        let of = spread.schools();
        let there: usize = spread.counts[usize::from(SHARED)..].iter().sum();
        let below = of - there;
        if there >= TWO && 2 * there > of {
            needs.works.push(Common { criterion, schools: there, of });
        } else if below >= TWO {
            needs.wanted.push(Common { criterion, schools: below, of });
        }
    }
    needs.works = ranked(needs.works);
    needs.wanted = ranked(needs.wanted);
    needs
}

/// The most schools first, then the heaviest questions, then the order of the référentiel.
fn ranked(list: Vec<Common>) -> Vec<Common> {
    by_rank_down(list, |c| (c.schools * WEIGHTS) as u64 + u64::from(c.criterion.weight))
}

impl Common<'_> {
    /// The fact that the schools have, or want.
    #[must_use]
    pub fn fact(&self) -> &str {
        Level::new(SHARED).map_or("", |level| self.criterion.fact(level))
    }
}

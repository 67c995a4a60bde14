//! What is withheld, and why no sequence of filters gives it back.
//!
//! Counting the schools of one filter is not enough: two filters of five schools each, in a group of twelve, leave two
//! schools that a subtraction names. So the filters are judged together. For what a figure covers — its *base*, the schools
//! of which the thing is known — the base is cut into blocks: every filter of the group, in an order that nobody chooses, cuts the blocks
//! that it crosses, unless that would leave a piece of fewer than [`FEW`] schools; then it cuts nothing. A figure is
//! shown of a selection when the selection is made of whole blocks, and withheld otherwise.
//!
//! Whatever is shown of a thing is then the same for all the schools of a block, and so is any sum or difference of what is
//! shown: nothing that covers fewer than five schools can be had of it (`docs/decisions/0021`).

use super::{FEW, Group, Kind, Member};
use crate::domain::order::by_rank_down;
use std::collections::BTreeMap;

/// The filters of a group, in the order in which they cut.
#[derive(Clone, Debug, Default)]
pub struct Shield {
    /// Of each filter the schools it keeps, by their places, rising.
    filters: Vec<Vec<usize>>,
    schools: usize,
}

impl Shield {
    /// The filters of that group: kinds, those whose requests go to the Région, communes. Those that divide the group
    /// most evenly come first.
    #[must_use]
    pub fn of(group: &Group) -> Self {
        let members = group.members();
        let those = |keep: &dyn Fn(&Member) -> bool| -> Vec<usize> {
            (0..members.len()).filter(|index| keep(&members[*index])).collect()
        };
        let mut filters: Vec<Vec<usize>> = Kind::ALL.iter().map(|kind| those(&|m| m.kind == *kind)).collect();
        filters.push(those(&|m| matches!(m.kind, Kind::Lycee | Kind::LyceePro)));
        let mut communes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, member) in members.iter().enumerate() {
            communes.entry(&member.commune).or_default().push(index);
        }
        filters.extend(communes.into_values());
        Self::from(filters, members.len())
    }

    /// These filters, of a group of so many schools.
    #[must_use]
    pub fn from(filters: Vec<Vec<usize>>, schools: usize) -> Self {
        let cutting = |kept: &Vec<usize>| kept.len() >= FEW && kept.len() < schools;
        let filters = filters.into_iter().filter(cutting).collect();
        let filters = by_rank_down(filters, |kept: &Vec<usize>| kept.len().min(schools - kept.len()) as u64);
        Self { filters, schools }
    }

    /// Whether a figure whose base is `base` may be shown of `kept`, a part of it; both by rising places.
    #[must_use]
    pub fn lets_through(&self, base: &[usize], kept: &[usize]) -> bool {
        if base.len() < FEW || kept.is_empty() {
            return false;
        }
        if kept.len() == base.len() {
            return true;
        }
        // What is too small to be a block need not be cut out first.
        kept.len() >= FEW && base.len() - kept.len() >= FEW && self.blocks(base).is_made_of_whole_ones(kept)
    }

    /// The blocks of a base.
    #[must_use]
    pub fn blocks(&self, base: &[usize]) -> Blocks {
        let mut of = vec![NOWHERE; self.schools];
        base.iter().for_each(|index| of[*index] = 0);
        let mut blocks = Blocks { of, sizes: vec![base.len()] };
        self.filters.iter().for_each(|filter| blocks.cut(filter));
        blocks
    }
}

/// Outside the base.
const NOWHERE: usize = usize::MAX;

/// A base cut into blocks, none of which has fewer than [`FEW`] schools unless the base has.
#[derive(Clone, Debug)]
pub struct Blocks {
    /// The block of each school.
    of: Vec<usize>,
    sizes: Vec<usize>,
}

impl Blocks {
    /// How many schools each block has.
    #[must_use]
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// How many schools of each block are among `these`.
    fn touched(&self, these: &[usize]) -> BTreeMap<usize, usize> {
        let mut touched = BTreeMap::new();
        for block in these.iter().map(|index| self.of[*index]).filter(|block| *block != NOWHERE) {
            *touched.entry(block).or_insert(0) += 1;
        }
        touched
    }

    /// Cuts every block that `filter` crosses, or none when a piece would be too small.
    fn cut(&mut self, filter: &[usize]) {
        let touched = self.touched(filter);
        let crossed = || touched.iter().filter(|(block, inside)| **inside < self.sizes[**block]);
        if crossed().any(|(block, inside)| *inside < FEW || self.sizes[*block] - inside < FEW) {
            return;
        }
        let pieces: BTreeMap<usize, usize> =
            crossed().zip(self.sizes.len()..).map(|((block, _), piece)| (*block, piece)).collect();
        for block in pieces.keys() {
            self.sizes[*block] -= touched[block];
            self.sizes.push(touched[block]);
        }
        for index in filter {
            if let Some(piece) = pieces.get(&self.of[*index]) {
                self.of[*index] = *piece;
            }
        }
    }

    fn is_made_of_whole_ones(&self, kept: &[usize]) -> bool {
        self.touched(kept).iter().all(|(block, inside)| *inside == self.sizes[*block])
    }
}

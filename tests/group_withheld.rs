//! What is shown of a group, all filters taken together, singles no few schools out: properties.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/group.rs"]
mod group;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use build::framework;
use group::{Told, any_told, every_sieve};
use paliers::domain::group::asks::{Addressee, asks, local};
use paliers::domain::group::{FEW, Member};
use std::collections::BTreeMap;

fn questions() -> build::FrameworkBuilder {
    framework().thematique("acces").criterion("a").criterion("b").asked_of(&[paliers::framework::SchoolType::College])
}

fn any_group(u: &mut Unstructured) -> Result<Told> {
    any_told(u, questions())
}

/// The selections whose levels of a question are shown, each as the places of the schools it covers.
fn shown(told: &Told, criterion: usize) -> Vec<Vec<usize>> {
    let covered = |sieve: &_| {
        told.seen(sieve, |view| {
            let spread = view.criterion(criterion)?;
            let kept: Vec<usize> = view.kept().filter(|(_, m)| m.level(criterion).is_some()).map(|(p, _)| p).collect();
            assert_eq!(spread.schools(), kept.len());
            Some(kept)
        })
    };
    every_sieve(&told.group).iter().filter_map(covered).collect()
}

/// Schools that every shown selection holds together are one class: nothing computed from what is shown can tell them
/// apart. This is checked without the blocks that the app computes.
#[test]
fn schools_that_can_be_told_apart_are_never_few() {
    arbtest(|u| {
        let told = any_group(u)?;
        for criterion in 0..2 {
            let shown = shown(&told, criterion);
            let mut classes: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
            for (place, member) in told.group.members().iter().enumerate() {
                if member.level(criterion).is_some() {
                    let held: Vec<bool> = shown.iter().map(|selection| selection.contains(&place)).collect();
                    *classes.entry(held).or_default() += 1;
                }
            }
            let few = classes.iter().filter(|(held, size)| held.contains(&true) && **size < FEW).count();
            assert_eq!(few, 0, "{classes:?}");
        }
        Ok(())
    });
}

/// Someone adds and subtracts what a sequence of filters shows.
#[test]
fn no_sequence_of_filters_gives_few_schools_by_difference() {
    arbtest(|u| {
        let told = any_group(u)?;
        let shown = shown(&told, 0);
        if shown.is_empty() {
            return Ok(());
        }
        let mut sum = vec![0_i32; told.group.members().len()];
        for _ in 0..u.int_in_range(1..=12)? {
            let sign = if u.arbitrary()? { 1 } else { -1 };
            u.choose(&shown)?.iter().for_each(|place| sum[*place] += sign);
            // What is left with one weight, whatever the others weigh.
            let mut weights: BTreeMap<i32, usize> = BTreeMap::new();
            sum.iter().filter(|weight| **weight != 0).for_each(|weight| *weights.entry(*weight).or_default() += 1);
            assert!(weights.values().all(|schools| *schools >= FEW), "{sum:?}");
        }
        Ok(())
    });
}

/// The whole group is always shown from five schools that know; a filter that is shown never covers fewer.
#[test]
fn the_whole_is_shown_and_a_selection_is_never_few() {
    arbtest(|u| {
        let told = any_group(u)?;
        for criterion in 0..2 {
            let known = told.group.members().iter().filter(|m| m.level(criterion).is_some()).count();
            let shown = shown(&told, criterion);
            assert_eq!(shown.iter().any(|selection| selection.len() == known), known >= FEW);
            assert!(shown.iter().all(|selection| {
                selection.len() >= FEW && (known == selection.len() || known - selection.len() >= FEW)
            }));
        }
        Ok(())
    });
}

/// Counted requests, over all filters, cover whole classes of schools too.
#[test]
fn counted_requests_single_no_few_schools_out() {
    arbtest(|u| {
        let told = any_told(u, questions().action("c", 1).reach(paliers::framework::Reach::Collectivite))?;
        let mut covered: Vec<Vec<usize>> = vec![];
        for sieve in every_sieve(&told.group) {
            told.seen(&sieve, |view| {
                for found in asks(view).iter().filter(|found| found.schools.is_some()) {
                    let concerned = |m: &Member| found.to == Addressee::Academie || local(m) == found.to;
                    covered.push(view.kept().filter(|(_, m)| concerned(m)).map(|(place, _)| place).collect());
                }
            });
        }
        let mut classes: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
        for place in 0..told.group.members().len() {
            *classes.entry(covered.iter().map(|c| c.contains(&place)).collect()).or_default() += 1;
        }
        assert!(classes.iter().all(|(held, size)| !held.contains(&true) || *size >= FEW), "{classes:?}");
        Ok(())
    });
}

//! Rule 8: counts by level, lower median, spread, « avis partagés », and what may be shown of a role.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use paliers::domain::opinions::{APART, ENOUGH};
use paliers::domain::{Counts, Opinions, Role, Standing};
use paliers::framework::Level;

/// « 0 1 1 3 ? – »: a level a digit, « ? » unknown, « – » not applicable.
fn said(people: &str) -> Counts {
    let mut counts = Counts::default();
    for person in people.chars().filter(|c| !c.is_whitespace()) {
        let standing = match person {
            '?' => Standing::Unknown,
            '–' => Standing::NotApplicable,
            digit => Standing::At(Level::new(digit.to_digit(10).unwrap() as u8).unwrap()),
        };
        counts.set(standing, counts.of(standing) + 1);
    }
    counts
}

fn by_role(others: &str, roles: &[(Role, &str)]) -> Opinions {
    Opinions { counts: said(others), roles: roles.iter().map(|(role, people)| (*role, said(people))).collect() }
}

#[test]
fn lower_median_and_spread() {
    for (people, median, spread) in [
        ("", None, None),
        ("? – ?", None, None),
        ("2", Some(2), Some(0)),
        ("1 2", Some(1), Some(1)),
        ("1 2 2", Some(2), Some(1)),
        ("0 1 1 2 2 3", Some(1), Some(3)),
        ("0 0 3 3", Some(0), Some(3)),
        ("0 3 3", Some(3), Some(3)),
        ("1 1 1 2 ? ? ? ? –", Some(1), Some(1)),
    ] {
        let counts = said(people);
        assert_eq!((counts.median().map(Level::get), counts.spread()), (median, spread), "{people}");
        assert_eq!(counts.people() as usize, people.split_whitespace().count(), "{people}");
    }
}

#[test]
fn opinions_are_shared_from_two_levels_apart_or_between_the_medians_of_two_roles() {
    use Role::{Eleves, Enseignants, Parents};
    for (opinions, shared) in [
        (by_role("", &[]), false),
        (by_role("? ? –", &[]), false),
        (by_role("1 2 2 1", &[]), false),
        (by_role("1 2 3", &[]), true),
        (by_role("0 2", &[]), true),
        (by_role("1 ?", &[(Eleves, "1 1 2"), (Enseignants, "2 2 2")]), false),
        (by_role("", &[(Eleves, "0 0 0"), (Enseignants, "2 2 2")]), true),
        // Two people are no role: they count in the whole, which is one apart.
        (by_role("", &[(Eleves, "1 1"), (Parents, "2 2 2")]), false),
    ] {
        assert_eq!(opinions.are_shared(), shared, "{opinions:?}");
    }
}

#[test]
fn a_role_is_shown_from_three_people_and_never_says_what_one_or_two_others_answered() {
    use Role::{Direction, Eleves, Enseignants};
    for (opinions, compared, shown) in [
        (by_role("1 1", &[]), vec![], vec![]),
        (by_role("1 1 1", &[(Eleves, "0 1")]), vec![], vec![]),
        (by_role("1 1 1", &[(Eleves, "0 1 ?")]), vec![Eleves], vec![Eleves]),
        (
            by_role("", &[(Eleves, "0 1 ?"), (Enseignants, "2 2 2 –")]),
            vec![Enseignants, Eleves],
            vec![Enseignants, Eleves],
        ),
        (by_role("1", &[(Enseignants, "2 2 2 2")]), vec![Enseignants], vec![]),
        (by_role("1", &[(Direction, "3"), (Enseignants, "2 2 2 2")]), vec![Enseignants], vec![]),
        (by_role("1 2", &[(Direction, "3"), (Enseignants, "2 2 2 2")]), vec![Enseignants], vec![Enseignants]),
    ] {
        assert_eq!(opinions.compared().map(|(role, _)| role).collect::<Vec<_>>(), compared, "{opinions:?}");
        assert_eq!(opinions.shown().iter().map(|(role, _)| *role).collect::<Vec<_>>(), shown, "{opinions:?}");
    }
}

fn any_opinions(u: &mut Unstructured) -> Result<Opinions> {
    let any_counts = |u: &mut Unstructured| {
        let mut number = || u.int_in_range(0..=4);
        let levels = [number()?, number()?, number()?, number()?];
        let (unknown, not_applicable) = (number()?, number()?);
        Ok(Counts { levels, unknown, not_applicable, ..Counts::default() })
    };
    let mut roles = std::collections::BTreeMap::new();
    for role in Role::ALL {
        if u.ratio(1, 3)? {
            roles.insert(*role, any_counts(u)?);
        }
    }
    Ok(Opinions { counts: any_counts(u)?, roles })
}

/// The levels of everyone, one by one.
fn levels(counts: &Counts) -> Vec<u8> {
    Level::ALL.iter().flat_map(|l| std::iter::repeat_n(l.get(), counts.of(Standing::At(*l)) as usize)).collect()
}

#[test]
fn the_counts_say_what_the_list_of_people_says() {
    arbtest(|u| {
        let whole = any_opinions(u)?.whole();
        let levels = levels(&whole);
        let median = levels.get(levels.len().saturating_sub(1) / 2).copied();
        assert_eq!(whole.median().map(Level::get), median, "{whole:?}");
        assert_eq!(whole.spread(), levels.last().map(|high| high - levels[0]));
        assert_eq!(whole.people(), levels.len() as u32 + whole.unknown + whole.not_applicable);
        Ok(())
    });
}

#[test]
fn keeping_roles_apart_changes_nothing_of_the_whole_and_the_unknown_changes_no_level() {
    arbtest(|u| {
        let opinions = any_opinions(u)?;
        let together = Opinions { counts: opinions.whole(), ..Opinions::default() };
        assert_eq!(together.whole(), opinions.whole());
        assert!(!together.are_shared() || opinions.are_shared(), "roles can only add a difference");
        let wide = opinions.whole().spread().is_some_and(|spread| spread >= APART);
        assert!(!wide || opinions.are_shared());
        let mut more = opinions.clone();
        more.counts.unknown += u.int_in_range(1..=3)?;
        more.counts.not_applicable += 1;
        assert_eq!(
            (more.whole().median(), more.whole().spread()),
            (opinions.whole().median(), opinions.whole().spread())
        );
        Ok(())
    });
}

#[test]
fn what_is_shown_by_role_leaves_nobody_in_a_group_of_one_or_two() {
    arbtest(|u| {
        let opinions = any_opinions(u)?;
        let shown = opinions.shown();
        let apart: u32 = shown.iter().map(|(_, counts)| counts.people()).sum();
        let left = opinions.whole().people() - apart;
        assert!(shown.iter().all(|(_, counts)| counts.people() >= ENOUGH));
        assert!(shown.is_empty() || left == 0 || left >= ENOUGH, "{opinions:?}");
        Ok(())
    });
}

//! What holds of rules 1 to 5 and 7 whatever the référentiel and the answers.

#[path = "common/any.rs"]
mod any;
#[path = "common/build.rs"]
mod build;

use any::{any_school, any_standing, shuffle};
use arbtest::arbitrary::Unstructured;
use arbtest::arbtest;
use build::{DossierBuilder, FrameworkBuilder, level};
use paliers::domain::gaps::{criterion_target, distance, missing, progress_target, thematique_target};
use paliers::domain::scoring::{Bracket, Entry, Percent, Score, Selection, projected};
use paliers::domain::{Standing, State};
use paliers::framework::{Criterion, Level, Thematique};

/// Every S that a screen may look at: each thématique, and the whole.
fn selections<'a>(framework: &'a FrameworkBuilder, dossier: &'a DossierBuilder) -> Vec<Selection<'a>> {
    let of = |t: &Thematique| Selection::of_thematique(framework, dossier, dossier.now(), t);
    let whole = Selection::of(framework, dossier, dossier.now(), |_| true);
    framework.thematiques.iter().map(of).chain([whole]).collect()
}

fn scores(framework: &FrameworkBuilder, dossier: &DossierBuilder) -> Vec<Score> {
    selections(framework, dossier).iter().map(Selection::score).collect()
}

/// What rule 4 lists, as ids, for every S.
fn lists(framework: &FrameworkBuilder, dossier: &DossierBuilder) -> Vec<(Option<Level>, Vec<String>, Vec<String>)> {
    let ids = |entries: &[Entry]| entries.iter().map(|e| e.criterion.id.as_str().to_owned()).collect::<Vec<_>>();
    let of = |selection: &Selection| {
        let missing = missing(selection);
        (missing.tier, ids(&missing.below), ids(&missing.to_check))
    };
    selections(framework, dossier).iter().map(of).collect()
}

/// Runs `property` on any school.
fn for_any_school(mut property: impl FnMut(&mut Unstructured, FrameworkBuilder, DossierBuilder)) {
    arbtest(|u| {
        let (framework, dossier) = any_school(u)?;
        property(u, framework, dossier);
        Ok(())
    });
}

/// The dossier with the answers that `change` gives another standing.
fn answering(
    framework: &FrameworkBuilder,
    dossier: &DossierBuilder,
    mut change: impl FnMut(&Criterion, Standing) -> Standing,
) -> DossierBuilder {
    framework.criteria.iter().fold(dossier.clone(), |told, c| {
        let standing = change(c, dossier.now().standing(&c.id));
        told.stands(c.id.as_str(), standing)
    })
}

#[test]
fn figures_are_within_bounds_and_absent_together() {
    for_any_school(|_, framework, dossier| {
        for selection in selections(&framework, &dossier) {
            let score = selection.score();
            let answered = selection.entries.iter().filter(|e| e.standing.level().is_some()).count();
            assert!(score.progress.is_none_or(|p| p.0 <= 100));
            assert!(score.bracket.is_none_or(|b| b.low <= b.high));
            assert_eq!(score.responses.map(|r| r.of), Some(selection.entries.len()).filter(|size| *size > 0));
            assert_eq!(score.responses.map_or(0, |r| r.answered), answered);
            assert_eq!(score.progress.is_some(), answered > 0);
            assert_eq!(score.bracket.is_some(), answered > 0);
        }
    });
}

#[test]
fn raising_a_level_lowers_nothing() {
    for_any_school(|u, framework, dossier| {
        let raised = answering(&framework, &dossier, |_, standing| match standing {
            Standing::At(now) if u.ratio(1, 3).unwrap_or(true) => Standing::At(now.next().unwrap_or(now)),
            other => other,
        });
        for (before, after) in scores(&framework, &dossier).iter().zip(scores(&framework, &raised)) {
            assert!(before.progress.map(|p| p.0) <= after.progress.map(|p| p.0));
            assert_eq!(before.responses, after.responses);
            assert!(before.bracket.map(|b| b.low) <= after.bracket.map(|b| b.low));
            assert!(before.bracket.map(|b| b.high) <= after.bracket.map(|b| b.high));
        }
    });
}

#[test]
fn to_check_instead_of_blank_changes_no_figure() {
    for_any_school(|_, framework, dossier| {
        let asked = answering(&framework, &dossier, |_, standing| match standing {
            Standing::Unanswered => Standing::Unknown,
            other => other,
        });
        assert_eq!(scores(&framework, &dossier), scores(&framework, &asked));
        assert_eq!(lists(&framework, &dossier), lists(&framework, &asked));
    });
}

#[test]
fn honesty_widens_the_bracket_and_knowing_narrows_it() {
    for_any_school(|u, framework, dossier| {
        let doubted = answering(&framework, &dossier, |_, standing| match standing {
            Standing::At(_) if u.ratio(1, 3).unwrap_or(true) => Standing::Unknown,
            other => other,
        });
        for (known, doubted) in scores(&framework, &dossier).iter().zip(scores(&framework, &doubted)) {
            if let (Some(known), Some(doubted)) = (known.bracket, doubted.bracket) {
                assert!(doubted.low <= known.low && known.high <= doubted.high, "{doubted:?} holds {known:?}");
            }
        }
    });
}

#[test]
fn the_order_of_the_questions_changes_no_figure() {
    for_any_school(|u, framework, dossier| {
        let mut other = framework.clone();
        shuffle(u, &mut other.criteria).unwrap();
        assert_eq!(scores(&framework, &dossier), scores(&other, &dossier));
        for (a, b) in lists(&framework, &dossier).into_iter().zip(lists(&other, &dossier)) {
            let sorted = |(tier, mut below, mut check): (Option<Level>, Vec<String>, Vec<String>)| {
                below.sort();
                check.sort();
                (tier, below, check)
            };
            assert_eq!(sorted(a), sorted(b));
        }
    });
}

#[test]
fn not_applicable_counts_as_a_question_that_does_not_exist() {
    for_any_school(|_, framework, dossier| {
        let mut without = framework.clone();
        without.criteria.retain(|c| dossier.now().standing(&c.id) != Standing::NotApplicable);
        assert_eq!(scores(&framework, &dossier), scores(&without, &dossier));
        assert_eq!(lists(&framework, &dossier), lists(&without, &dossier));
    });
}

#[test]
fn answers_that_are_not_asked_count_in_nothing() {
    for_any_school(|u, framework, dossier| {
        let asked: Vec<_> = dossier.asked(&framework, dossier.now()).map(|c| c.id.clone()).collect();
        let other = answering(&framework, &dossier, |criterion, standing| {
            if asked.contains(&criterion.id) { standing } else { any_standing(u).unwrap() }
        });
        assert_eq!(scores(&framework, &dossier), scores(&framework, &other));
        assert_eq!(lists(&framework, &dossier), lists(&framework, &other));
    });
}

#[test]
fn what_is_missing_is_enough_to_reach_the_next_palier() {
    for_any_school(|_, framework, dossier| {
        for selection in selections(&framework, &dossier) {
            let missing = missing(&selection);
            let Some(tier) = missing.tier else {
                let reached = selection.score().bracket.map(|b| b.low);
                assert!(reached.is_none_or(|low| low == Level::MAX));
                assert!(missing.below.is_empty() && missing.to_check.is_empty());
                continue;
            };
            assert_eq!(selection.score().bracket.and_then(|b| b.low.next()), Some(tier));
            let mut settled = selection.clone();
            for entry in &mut settled.entries {
                let listed = |list: &[Entry]| list.iter().any(|e| e.criterion.id == entry.criterion.id);
                if listed(&missing.below) || listed(&missing.to_check) {
                    entry.standing = Standing::At(tier);
                }
            }
            assert!(settled.score().bracket.is_some_and(|b| b.low >= tier), "{tier:?} is out of reach");
        }
    });
}

#[test]
fn objectifs_exist_with_a_level_and_the_bar_mark_is_at_their_mean() {
    for_any_school(|_, framework, dossier| {
        for thematique in &framework.thematiques {
            let selection = Selection::of_thematique(&framework, &dossier, dossier.now(), thematique);
            let score = selection.score();
            let mark = progress_target(&selection, &dossier.targets, &thematique.id);
            assert_eq!(mark.is_some(), score.progress.is_some());
            assert_eq!(thematique_target(&dossier.targets, &thematique.id, &score).is_some(), score.bracket.is_some());
            let mut aims = selection.clone();
            for entry in &mut aims.entries {
                let aim = criterion_target(&dossier.targets, &thematique.id, entry.criterion, entry.standing);
                assert_eq!(aim.is_some(), entry.standing.level().is_some());
                if let (Some(aim), Some(now)) = (aim, entry.standing.level()) {
                    assert_eq!(u32::from(distance(aim, now)), u32::from(aim.get().max(now.get()) - now.get()));
                    entry.standing = Standing::At(aim);
                }
            }
            assert_eq!(mark, aims.score().progress);
        }
    });
}

#[test]
fn the_plan_never_lowers_what_is_sure() {
    for_any_school(|_, framework, mut dossier| {
        for selection in selections(&framework, &dossier) {
            let (now, then) = (selection.score(), projected(&selection, &dossier).score());
            assert!(now.bracket.map(|b| b.low) <= then.bracket.map(|b| b.low));
            assert!(now.responses.map(|r| r.answered) <= then.responses.map(|r| r.answered));
            assert_eq!(now.responses.map(|r| r.of), then.responses.map(|r| r.of));
        }
        for item in &mut dossier.plan {
            item.state = State::Dropped;
        }
        for selection in selections(&framework, &dossier) {
            assert_eq!(projected(&selection, &dossier).score(), selection.score());
        }
    });
}

#[test]
fn the_same_level_everywhere_is_that_palier() {
    for_any_school(|u, framework, dossier| {
        let same = level(u.int_in_range(0..=3).unwrap());
        let dossier = answering(&framework, &dossier, |_, _| Standing::At(same));
        for score in scores(&framework, &dossier).iter().filter(|s| s.responses.is_some()) {
            assert_eq!(score.bracket, Some(Bracket { low: same, high: same }));
            assert_eq!(score.progress, Some(Percent([0, 33, 67, 100][usize::from(same.get())])));
        }
    });
}

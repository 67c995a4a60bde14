//! Rules 1 to 5 and 7 of the calculation, a table each. Answers are sketched in a line (`common/build.rs`): `2!` core at
//! 2, `1*3` weight 3, `?` à vérifier, `-` sans objet, `.` no answer.

#[path = "common/build.rs"]
mod build;

use build::{DossierBuilder, FrameworkBuilder, criterion, item, level, sketch, thematique};
use paliers::domain::gaps::{criterion_target, distance, missing, progress_target, thematique_target};
use paliers::domain::scoring::{Bracket, Entry, Percent, Responses, Score, Selection, percent, projected};
use paliers::domain::{PlanItem, Standing, State};
use paliers::framework::Level;
use paliers::names::CriterionId;

/// S of the only thématique.
fn selection<'a>((framework, dossier): &'a (FrameworkBuilder, DossierBuilder)) -> Selection<'a> {
    Selection::of_thematique(framework, dossier, dossier.now(), &framework.thematiques[0])
}

fn score(told: &(FrameworkBuilder, DossierBuilder)) -> Score {
    selection(told).score()
}

fn bracket((low, high): (u8, u8)) -> Bracket {
    Bracket { low: level(low), high: level(high) }
}

#[test]
fn a_percentage_is_rounded_half_up_and_nothing_has_none() {
    for (n, d, expected) in [
        (0, 0, None),
        (1, 0, None),
        (0, 5, Some(0)),
        (1, 201, Some(0)),
        (1, 200, Some(1)),
        (1, 3, Some(33)),
        (1, 8, Some(13)),
        (2, 3, Some(67)),
        (199, 200, Some(100)),
        (198, 200, Some(99)),
        (7, 7, Some(100)),
    ] {
        assert_eq!(percent(n, d), expected.map(Percent), "{n} ÷ {d}");
    }
}

#[test]
fn rule_1_progress_is_the_weighted_share_of_the_answered() {
    #[track_caller]
    fn check(answers: &str, expected: Option<u32>) {
        assert_eq!(score(&sketch(answers)).progress, expected.map(Percent), "{answers}");
    }
    check("", None);
    check("-", None);
    check("? . - ?", None);
    check("0", Some(0));
    check("0 0!", Some(0));
    check("1", Some(33));
    check("2", Some(67));
    check("3", Some(100));
    // What has no level is in neither sum.
    check("2 ? . -", Some(67));
    check("3 - - -", Some(100));
    check("0 ? ?", Some(0));
    // 3 ÷ 24 is 12,5 %.
    check("3 0 0 0 0 0 0 0", Some(13));
    // Weights count in both sums: 15 ÷ 18, 8 ÷ 18, 6 ÷ 9.
    check("3*5 0", Some(83));
    check("1*5 3", Some(44));
    check("3*2 0", Some(67));
    // Core changes nothing here.
    check("3! 0", Some(50));
}

#[test]
fn rule_2_responses_count_levels_only() {
    #[track_caller]
    fn check(answers: &str, expected: Option<(usize, usize)>) {
        let expected = expected.map(|(answered, of)| Responses { answered, of });
        assert_eq!(score(&sketch(answers)).responses, expected, "{answers}");
    }
    check("", None);
    check("- -", None);
    check("?", Some((0, 1)));
    check(". ?", Some((0, 2)));
    check("0", Some((1, 1)));
    check("2 ? . -", Some((1, 3)));
    // Questions are counted, not their weight.
    check("2*5 .*4", Some((1, 2)));
}

#[test]
fn rule_3_palier_between_what_is_known_and_what_may_be() {
    #[track_caller]
    fn check(share: u32, answers: &str, expected: Option<(u8, u8)>) {
        let (told, dossier) = sketch(answers);
        let found = score(&(told.share(share), dossier)).bracket;
        assert_eq!(found, expected.map(bracket), "{answers}, share {share}");
    }
    // Without an answered level there is no palier.
    check(60, "", None);
    check(60, "- -", None);
    check(60, "? . -", None);
    // « À engager » is a palier, not an absence.
    check(60, "0", Some((0, 0)));
    check(60, "0! 0", Some((0, 0)));
    // Every palier can be reached.
    check(60, "1! 1", Some((1, 1)));
    check(60, "2! 2", Some((2, 2)));
    check(60, "3! 3", Some((3, 3)));
    // (a) Every core criterion, whatever the weight elsewhere.
    check(60, "0! 3*5 3*5", Some((0, 0)));
    check(60, "1! 3*5 3*5", Some((1, 1)));
    check(60, "2! 3*5 3*5", Some((2, 2)));
    check(60, "3! 1! 3*5 3*5", Some((1, 1)));
    // (a) is not enough: core alone at 3 carries one third.
    check(60, "3! 0 0", Some((0, 0)));
    // (b) Exactly 60 hundredths, then 59,09: 13 ÷ 22.
    check(60, "2 2 2 0 0", Some((2, 2)));
    check(60, "2*3 0*2", Some((2, 2)));
    check(60, "2*5 2*5 2*3 0*5 0*4", Some((0, 0)));
    check(60, "2 2 0 0", Some((0, 0)));
    // (b) « At p or above ».
    check(60, "3 2 2 1 0", Some((2, 2)));
    check(60, "3 2 1 1 0", Some((1, 1)));
    // The share is the référentiel's.
    check(50, "2 0", Some((2, 2)));
    check(51, "2 0", Some((0, 0)));
    check(100, "3 3 2", Some((2, 2)));
    check(100, "3 3 3", Some((3, 3)));
    // *Bas* counts what is not known as 0, *haut* as 3, answered or not.
    check(60, "1 ?", Some((0, 1)));
    check(60, "1 .", Some((0, 1)));
    check(60, "3 ? ?", Some((0, 3)));
    check(60, "3 3 ?", Some((3, 3)));
    check(60, "3 3 ?!", Some((0, 3)));
    check(60, "3 3 .!", Some((0, 3)));
    check(60, "0 ?", Some((0, 0)));
    check(60, "0 ?*2", Some((0, 3)));
    // Sans objet is not there at all, core or not.
    check(60, "2 - -", Some((2, 2)));
    check(60, "2 -! -*5", Some((2, 2)));
}

#[test]
fn the_worked_example() {
    let example = sketch("2! 2! 1 ? -");
    assert_eq!(
        score(&example),
        Score {
            progress: Some(Percent(56)),
            responses: Some(Responses { answered: 3, of: 4 }),
            bracket: Some(bracket((1, 2))),
        }
    );
    let (framework, dossier) = example;
    assert_eq!(
        score(&(framework, dossier.answer("d", 3))),
        Score {
            progress: Some(Percent(67)),
            responses: Some(Responses { answered: 4, of: 4 }),
            bracket: Some(bracket((2, 2))),
        }
    );
}

#[test]
fn rule_4_what_is_missing_for_the_next_palier() {
    #[track_caller]
    fn check(answers: &str, tier: Option<u8>, below: &str, to_check: &str) {
        let told = sketch(answers);
        let selection = selection(&told);
        let missing = missing(&selection);
        let names = |entries: &[Entry]| join(entries.iter().map(|e| &e.criterion.id));
        assert_eq!(missing.tier, tier.map(level), "palier of {answers}");
        assert_eq!(names(&missing.below), below, "below, of {answers}");
        assert_eq!(names(&missing.to_check), to_check, "to check, of {answers}");
    }
    check("2! 2! 1 ? -", Some(2), "c", "d");
    // The weight is there: core only.
    check("1! 0 2 2 2", Some(2), "a", "");
    // The weight is short: core first, then the others.
    check("0 1! 0 2 2*3", Some(2), "b a c", "");
    check("0 1! 1 2", Some(2), "b a c", "");
    // Exactly the share is enough; one less is not.
    check("1! 2 2 2 0", Some(2), "a", "");
    check("1! 2 2 0 0", Some(2), "a d e", "");
    check("0! 1 1 1 0", Some(1), "a", "");
    check("1! 2 2 1 0", Some(2), "a d e", "");
    // The heaviest first, then the référentiel's order.
    check("0 0*3 0*2 0*3", Some(1), "b d c a", "");
    // Core criteria stay in the référentiel's order.
    check("0! 0!*3 0*5 0*5", Some(1), "a b c d", "");
    // Below p + 1, not at it.
    check("1 1 2 3", Some(2), "a b", "");
    check("2 2 2 3", Some(3), "a b c", "");
    // What is not known is apart, and counts as 0 when the weight is looked at.
    check("0 . ?", Some(1), "a", "b c");
    check("1 0 ?", Some(1), "b", "c");
    check("?! 3 3", Some(1), "", "a");
    check("-! 0 -", Some(1), "b", "");
    // At palier 3 nothing is missing, whatever is left.
    check("3! 3 3 0 ?", None, "", "");
    check("3", None, "", "");
    // Without a palier there is no next one.
    check("", None, "", "");
    check("? .", None, "", "");
}

#[test]
fn rule_5_objectif_of_a_criterion_and_the_distance_to_it() {
    #[track_caller]
    fn check(standing: Standing, own: Option<u8>, thematiques: Option<u8>, expected: Option<(u8, u8)>) {
        let (framework, mut dossier) = sketch("?");
        dossier = dossier.target("elsewhere", 0).thematique_target("enseigner", 0);
        if let Some(own) = own {
            dossier = dossier.target("a", own);
        }
        if let Some(of_thematique) = thematiques {
            dossier = dossier.thematique_target("acces", of_thematique);
        }
        let target = criterion_target(&dossier.targets, &thematique("acces"), &framework.criteria[0], standing);
        let found = target.map(|target| (target.get(), distance(target, standing.level().unwrap())));
        assert_eq!(found, expected, "{standing:?}, own {own:?}, thématique {thematiques:?}");
    }
    let at = |number| Standing::At(level(number));
    // The next level, none above 3.
    check(at(0), None, None, Some((1, 1)));
    check(at(1), None, None, Some((2, 1)));
    check(at(2), None, None, Some((3, 1)));
    check(at(3), None, None, Some((3, 0)));
    // Its own, else its thématique's.
    check(at(0), Some(3), None, Some((3, 3)));
    check(at(0), None, Some(2), Some((2, 2)));
    check(at(0), Some(1), Some(3), Some((1, 1)));
    check(at(0), Some(0), Some(3), Some((0, 0)));
    // An objectif behind us is no distance.
    check(at(3), Some(1), None, Some((1, 0)));
    check(at(2), None, Some(1), Some((1, 0)));
    // No known level, no objectif.
    for standing in [Standing::Unknown, Standing::Unanswered, Standing::NotApplicable] {
        check(standing, Some(2), Some(2), None);
    }
}

#[test]
fn rule_5_objectif_of_a_thematique() {
    #[track_caller]
    fn check(answers: &str, own: Option<u8>, expected: Option<u8>) {
        let (framework, mut dossier) = sketch(answers);
        dossier = dossier.target("a", 0).thematique_target("enseigner", 0);
        if let Some(own) = own {
            dossier = dossier.thematique_target("acces", own);
        }
        let score = score(&(framework, dossier.clone()));
        let found = thematique_target(&dossier.targets, &thematique("acces"), &score);
        assert_eq!(found, expected.map(level), "{answers}, own {own:?}");
    }
    check("0", None, Some(1));
    check("2", None, Some(3));
    check("3", None, Some(3));
    // From *bas*: between 1 and 2, it is 2.
    check("2! 2! 1 ?", None, Some(2));
    check("0", Some(3), Some(3));
    check("3", Some(1), Some(1));
    // Without a palier, none, even chosen.
    check("?", None, None);
    check("?", Some(2), None);
    check("-", Some(2), None);
}

#[test]
fn rule_5_mark_on_the_bar_of_progress() {
    #[track_caller]
    fn check(answers: &str, own: &[(&str, u8)], of_thematique: Option<u8>, expected: Option<u32>) {
        let (framework, mut dossier) = sketch(answers);
        for (id, number) in own {
            dossier = dossier.target(id, *number);
        }
        if let Some(number) = of_thematique {
            dossier = dossier.thematique_target("acces", number);
        }
        let targets = dossier.targets.clone();
        let found = progress_target(&selection(&(framework, dossier)), &targets, &thematique("acces"));
        assert_eq!(found, expected.map(Percent), "{answers}, {own:?}, {of_thematique:?}");
    }
    // 3 + 3 + 2 of 9, over the answered alone.
    check("2! 2! 1 ? -", &[], None, Some(89));
    check("2! 2! 1 ? -", &[("c", 3), ("d", 3)], None, Some(100));
    check("2! 2! 1 ? -", &[("c", 3)], Some(1), Some(56));
    // (5 × 1 + 3) of 18: weights count in both sums.
    check("0*5 2", &[], None, Some(44));
    check("? .", &[("a", 3)], Some(3), None);
}

#[test]
fn rule_7_palier_projete() {
    use State::{Doing, Done, Dropped, Todo, Waiting};
    #[track_caller]
    fn check(answers: &str, plan: &[(&str, u8, State)], expected: Option<(u8, u8)>) {
        let (framework, mut dossier) = sketch(answers);
        for (id, to, state) in plan {
            dossier = dossier.plans(id, *to, *state);
        }
        let before = dossier.clone();
        let told = (framework, dossier);
        let projected = projected(&selection(&told), &told.1);
        assert_eq!(projected.score().bracket, expected.map(bracket), "{answers}, {plan:?}");
        assert_eq!(*told.1, *before, "looking ahead changes nothing");
    }
    check("2! 2! 1 ?", &[], Some((1, 2)));
    check("2! 2! 1 ?", &[("c", 2, Todo)], Some((2, 2)));
    for state in [Todo, Doing, Waiting, Done] {
        check("0", &[("a", 1, state)], Some((1, 1)));
    }
    check("0", &[("a", 1, Dropped)], Some((0, 0)));
    check("0", &[("a", 1, Todo), ("a", 3, Dropped)], Some((1, 1)));
    // The highest of level and aims.
    check("3", &[("a", 1, Todo)], Some((3, 3)));
    check("0", &[("a", 2, Todo), ("a", 1, Todo)], Some((2, 2)));
    check("0", &[("a", 1, Todo), ("a", 2, Todo)], Some((2, 2)));
    // What is not known takes the aim, and is known from then on.
    check("?", &[("a", 1, Todo)], Some((1, 1)));
    check(".", &[("a", 2, Todo)], Some((2, 2)));
    check("?", &[("a", 1, Dropped)], None);
    check("3 3 3 ?!", &[("d", 1, Todo)], Some((1, 1)));
    // Other questions stay as they are; sans objet stays out.
    check("0 0", &[("a", 3, Todo)], Some((0, 0)));
    check("- 1", &[("a", 3, Todo)], Some((1, 1)));
    check("1", &[("z", 3, Todo)], Some((1, 1)));
}

#[test]
fn rule_7_takes_items_that_name_a_criterion_and_a_level() {
    let (framework, mut dossier) = sketch("1");
    dossier.plan.push(PlanItem { to: Some(Level::MAX), ..item("level-only") });
    dossier.plan.push(PlanItem { criterion: Some(criterion("a")), ..item("criterion-only") });
    let told = (framework, dossier);
    assert_eq!(projected(&selection(&told), &told.1).score().bracket, Some(bracket((1, 1))));
}

#[test]
fn rule_7_uses_the_share_of_the_referentiel() {
    for (share, expected) in [(66, (3, 3)), (67, (0, 0))] {
        let (framework, dossier) = sketch("3 0 0");
        let told = (framework.share(share), dossier.plans("b", 3, State::Todo));
        assert_eq!(projected(&selection(&told), &told.1).score().bracket, Some(bracket(expected)), "{share}");
    }
}

fn join<'a>(ids: impl Iterator<Item = &'a CriterionId>) -> String {
    ids.map(CriterionId::as_str).collect::<Vec<_>>().join(" ")
}

//! Rule 6: which actions become pistes, in which order, and which are to be asked of others.

#[path = "common/any.rs"]
mod any;
#[path = "common/build.rs"]
mod build;

use any::any_school;
use arbtest::arbtest;
use build::{DossierBuilder, FrameworkBuilder, criterion, dossier, framework, level};
use paliers::domain::gaps::missing;
use paliers::domain::requests::{ADDRESSEES, Group, Request, by_addressee};
use paliers::domain::scoring::Selection;
use paliers::domain::suggestions::{FIRST, Suggestion, suggest};
use paliers::domain::{Scope, Standing, State};
use paliers::framework::SchoolType::{College, LyceePro};
use paliers::framework::{Action, Reach};

/// Pistes, requests and questions to check, each as a line of ids.
#[track_caller]
fn check(framework: &FrameworkBuilder, dossier: &DossierBuilder, pistes: &str, requests: &str, to_check: &str) {
    let found = suggest(framework, dossier, dossier.now());
    assert_eq!(names(&found.pistes), pistes, "pistes");
    assert_eq!(names(&found.requests), requests, "requests");
    let checks: Vec<&str> = found.to_check.iter().map(|c| c.criterion.id.as_str()).collect();
    assert_eq!(checks.join(" "), to_check, "to check");
}

fn names<'a>(list: impl IntoIterator<Item = &'a Suggestion<'a>>) -> String {
    list.into_iter().map(|s| s.action.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// One question with an action to each level.
fn stairs() -> FrameworkBuilder {
    framework().thematique("acces").criterion("a").action("a.1", 1).action("a.2", 2).action("a.3", 3)
}

#[test]
fn only_the_next_level_is_proposed() {
    let framework = stairs();
    for (number, expected) in [(0, "a.1"), (1, "a.2"), (2, "a.3"), (3, "")] {
        check(&framework, &dossier(&framework).answer("a", number), expected, "", "");
    }
}

#[test]
fn what_is_not_known_is_to_be_checked_and_nothing_else() {
    let framework = stairs();
    check(&framework, &dossier(&framework), "", "", "");
    check(&framework, &dossier(&framework).unknown("a"), "", "", "a");
    check(&framework, &dossier(&framework).not_applicable("a"), "", "", "");
}

#[test]
fn nothing_is_proposed_beyond_the_objectif() {
    let framework = stairs();
    let at_1 = || dossier(&framework).answer("a", 1);
    check(&framework, &at_1().target("a", 1), "", "", "");
    check(&framework, &at_1().target("a", 0), "", "", "");
    check(&framework, &at_1().target("a", 2), "a.2", "", "");
    check(&framework, &at_1().target("a", 3), "a.2", "", "");
    check(&framework, &at_1().thematique_target("acces", 1), "", "", "");
    check(&framework, &at_1().thematique_target("acces", 1).target("a", 2), "a.2", "", "");
}

#[test]
fn what_is_decided_in_any_state_or_set_aside_is_not_proposed() {
    let framework = stairs();
    let at_0 = || dossier(&framework).answer("a", 0);
    for state in State::ALL {
        check(&framework, &at_0().decides("a.1", *state), "", "", "");
    }
    check(&framework, &at_0().sets_aside("a.1"), "", "", "");
    // Another action of the same question stays, and so does one whose aim alone is in the plan.
    check(&framework, &at_0().decides("a.2", State::Todo).sets_aside("a.3"), "a.1", "", "");
    check(&framework, &at_0().plans("a", 1, State::Todo), "a.1", "", "");
}

#[test]
fn the_question_is_in_scope_and_the_action_for_this_school() {
    let framework = framework()
        .thematique("acces")
        .criterion("a")
        .essential()
        .action("a.lycee", 1)
        .done_by(&[LyceePro])
        .action("a.college", 1)
        .done_by(&[LyceePro, College])
        .criterion("b")
        .action("b.1", 1)
        .criterion("c")
        .asked_of(&[LyceePro])
        .essential()
        .action("c.1", 1);
    let college = || dossier(&framework).answer("a", 0).answer("b", 0).answer("c", 0);
    check(&framework, &college(), "a.college b.1", "", "");
    check(&framework, &college().scope(Scope::Essential), "a.college", "", "");
    check(&framework, &college().scope(Scope::List(vec![criterion("b")])), "b.1", "", "");
    check(&framework, &college().types(&[LyceePro]), "a.lycee a.college b.1 c.1", "", "");
    // Out of scope or not asked, an unknown is not even to be checked.
    check(&framework, &college().unknown("b").unknown("c").scope(Scope::Essential), "a.college", "", "");
}

#[test]
fn what_others_do_is_asked_of_them() {
    let framework = framework()
        .thematique("acces")
        .criterion("a")
        .action("ecole", 1)
        .action("pays", 1)
        .reach(Reach::National)
        .action("commune", 1)
        .reach(Reach::Collectivite)
        .impact(2)
        .action("rectorat", 1)
        .reach(Reach::Academie);
    check(&framework, &dossier(&framework).answer("a", 0), "ecole", "commune pays rectorat", "");
}

#[test]
fn rank_is_the_product_of_its_factors() {
    let one = |weight, impact, effort| {
        framework()
            .thematique("acces")
            .criterion("a")
            .weight(weight)
            .action("a.1", 1)
            .impact(impact)
            .effort(effort)
            // Heavy enough for `a` not to be missing when it is answered.
            .criterion("b")
            .weight(weight * 2)
    };
    #[track_caller]
    fn check(framework: &FrameworkBuilder, dossier: &DossierBuilder, rank: u64, opens: Option<u8>) {
        let found = suggest(framework, dossier, dossier.now()).pistes;
        assert_eq!((found[0].rank, found[0].opens), (rank, opens.map(level)));
    }
    let settled = |f: &FrameworkBuilder| dossier(f).answer("a", 0).answer("b", 3);
    let opening = |f: &FrameworkBuilder| dossier(f).answer("a", 0).answer("b", 0);
    for (weight, impact, effort, rank) in [(1, 1, 1, 6), (1, 1, 2, 3), (1, 1, 3, 2), (1, 3, 3, 6), (5, 2, 2, 30)] {
        let framework = one(weight, impact, effort);
        check(&framework, &settled(&framework), rank, None);
        check(&framework, &opening(&framework), 2 * rank, Some(1));
        check(&framework, &settled(&framework).dots("a", 0), rank, None);
        check(&framework, &settled(&framework).dots("a", 1), 2 * rank, None);
        check(&framework, &opening(&framework).dots("a", 3), 8 * rank, Some(1));
    }
    // A file may hold any number of dots.
    let framework = one(5, 3, 1);
    check(&framework, &opening(&framework).dots("a", u32::MAX), 180 << 32, Some(1));
}

#[test]
fn opens_names_the_next_palier_of_the_thematique() {
    // At palier 1; core `a` is missing for 2, `b` is not since the weight is there.
    let framework = framework()
        .thematique("acces")
        .criterion("a")
        .core()
        .action("a.2", 2)
        .criterion("b")
        .weight(3)
        .action("b.2", 2)
        .criterion("c")
        .weight(5)
        .criterion("d");
    let dossier = dossier(&framework).answer("a", 1).answer("b", 1).answer("c", 2).answer("d", 2);
    let found = suggest(&framework, &dossier, dossier.now()).pistes;
    let seen: Vec<_> = found.iter().map(|s| (s.action.id.as_str(), s.opens, s.from, s.rank)).collect();
    assert_eq!(seen, [("b.2", None, level(1), 6), ("a.2", Some(level(2)), level(1), 4)]);
}

#[test]
fn best_first_then_the_order_of_the_actions() {
    let framework = framework()
        .thematique("acces")
        .criterion("a")
        .criterion("b")
        .action("b.un", 1)
        .action("b.fort", 1)
        .impact(3)
        .action("b.deux", 1);
    let mut framework = framework;
    // The order of `actions[]`, not of the questions nor of the ids.
    let mut last = framework.actions[0].clone();
    last.id = build::action("a.1");
    last.criterion = criterion("a");
    framework.actions.push(last);
    check(&framework, &dossier(&framework).answer("a", 0).answer("b", 0), "b.fort b.un b.deux a.1", "", "");
}

#[test]
fn the_six_hold_two_of_a_thematique_at_most() {
    let mut told = framework();
    for (theme, actions) in [("t1", 4), ("t2", 1), ("t3", 3), ("t4", 2)] {
        told = told.thematique(theme).criterion(theme);
        for number in 1..=actions {
            told = told.action(&format!("{theme}.{number}"), 1);
        }
    }
    let all = || ["t1", "t2", "t3", "t4"].iter().fold(dossier(&told), |d, id| d.answer(id, 0));
    let six = |d: &DossierBuilder| names(suggest(&told, d, d.now()).first_six());
    assert_eq!(six(&all()), "t1.1 t1.2 t2.1 t3.1 t3.2 t4.1");
    assert_eq!(six(&all().sets_aside("t1.1")), "t1.2 t1.3 t2.1 t3.1 t3.2 t4.1");
    assert_eq!(six(&all().not_applicable("t1")), "t2.1 t3.1 t3.2 t4.1 t4.2");
    // Best first decides which two.
    assert_eq!(six(&all().dots("t4", 1)), "t4.1 t4.2 t1.1 t1.2 t2.1 t3.1");
}

/// Rule 6 word for word, one action at a time.
fn is_eligible(framework: &FrameworkBuilder, dossier: &DossierBuilder, action: &Action) -> bool {
    let Some(question) = framework.criteria.iter().find(|c| c.id == action.criterion) else { return false };
    let Some(thematique) = framework.thematique_of(question) else { return false };
    let shares_a_type = |types: &[_]| types.is_empty() || types.iter().any(|t| dossier.school.types.contains(t));
    let in_scope = match &dossier.now().scope {
        Scope::Complete => true,
        Scope::Essential => question.essential,
        Scope::List(ids) => ids.contains(&question.id),
    };
    let Standing::At(now) = dossier.now().standing(&question.id) else {
        return false;
    };
    let own = dossier.targets.criteria.get(&question.id).or(dossier.targets.thematiques.get(&thematique.id));
    let objectif = own.map_or((now.get() + 1).min(3), |target| target.level.get());
    shares_a_type(&action.applies_to)
        && shares_a_type(&question.applies_to)
        && in_scope
        && action.to.get() == now.get() + 1
        && now.get() < objectif
        && !dossier.plan.iter().any(|item| item.action.as_ref() == Some(&action.id))
        && !dossier.set_aside.iter().any(|aside| aside.action == action.id)
}

#[test]
fn every_eligible_action_is_proposed_once_and_no_other() {
    arbtest(|u| {
        let (framework, dossier) = any_school(u)?;
        let found = suggest(&framework, &dossier, dossier.now());
        let mut proposed: Vec<&Action> = found.pistes.iter().chain(&found.requests).map(|s| s.action).collect();
        proposed.sort_by(|a, b| a.id.cmp(&b.id));
        let mut eligible: Vec<&Action> =
            framework.actions.iter().filter(|a| is_eligible(&framework, &dossier, a)).collect();
        eligible.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(proposed, eligible);
        assert!(found.pistes.iter().all(|s| s.action.reach == Reach::Etablissement));
        assert!(found.requests.iter().all(|s| s.action.reach != Reach::Etablissement));
        Ok(())
    });
}

#[test]
fn lists_are_ranked_and_ties_follow_the_actions() {
    arbtest(|u| {
        let (framework, dossier) = any_school(u)?;
        let found = suggest(&framework, &dossier, dossier.now());
        let place = |s: &Suggestion| framework.actions.iter().position(|a| a.id == s.action.id);
        for list in [&found.pistes, &found.requests] {
            for pair in list.windows(2) {
                let in_order =
                    pair[0].rank > pair[1].rank || pair[0].rank == pair[1].rank && place(&pair[0]) < place(&pair[1]);
                assert!(in_order, "{} before {}", pair[0].action.id.as_str(), pair[1].action.id.as_str());
            }
        }
        for s in found.pistes.iter().chain(&found.requests) {
            let selection = Selection::of_thematique(&framework, &dossier, dossier.now(), s.thematique);
            let opens = missing(&selection).below.iter().any(|e| e.criterion.id == s.criterion.id);
            let dots = dossier.now().answers[&s.criterion.id].dots.unwrap_or(0);
            let ease = [6, 3, 2][s.action.effort as usize - 1];
            let rank = s.criterion.weight * s.action.impact * ease * (1 + u32::from(opens)) * (1 + dots);
            assert_eq!((s.rank, s.opens.is_some()), (u64::from(rank), opens));
        }
        Ok(())
    });
}

#[test]
fn the_six_are_the_best_that_two_a_thematique_allow() {
    arbtest(|u| {
        let (framework, dossier) = any_school(u)?;
        let found = suggest(&framework, &dossier, dossier.now());
        let same = |a: &Suggestion, b: &Suggestion| a.thematique.id == b.thematique.id;
        let best_two =
            found.pistes.iter().enumerate().filter(|(index, piste)| {
                found.pistes[..*index].iter().filter(|before| same(before, piste)).count() < 2
            });
        let expected: Vec<&Suggestion> = best_two.map(|(_, piste)| piste).take(6).collect();
        assert_eq!(FIRST, 6);
        assert_eq!(names(found.first_six()), names(expected));
        Ok(())
    });
}

/// The three addressees and what is asked of each, the decided first.
fn asked(framework: &FrameworkBuilder, dossier: &DossierBuilder) -> Vec<String> {
    let groups = by_addressee(framework, dossier, dossier.now());
    let mark = |request: &Request| if request.item.is_some() { "!" } else { "" };
    let said = |group: &Group| {
        let ids = group.requests.iter().map(|r| format!("{}{}", r.action.id.as_str(), mark(r)));
        ids.collect::<Vec<_>>().join(" ")
    };
    let of = |reach| groups.iter().find(|group| group.reach == reach).map(said).unwrap_or_default();
    ADDRESSEES.into_iter().map(of).collect()
}

#[test]
fn requests_go_to_whom_they_depend_on_and_stay_there_once_decided() {
    let told = framework().thematique("acces").criterion("a");
    let told = told.action("a.c", 1).reach(Reach::Collectivite).action("a.d", 1).reach(Reach::Academie);
    let told = told.action("a.e", 1).reach(Reach::Collectivite).action("a.f", 1);
    let at_0 = || dossier(&told).answer("a", 0);
    assert_eq!(asked(&told, &at_0()), ["a.c a.e", "a.d", ""]);
    assert_eq!(asked(&told, &at_0().decides("a.e", State::Waiting)), ["a.e! a.c", "a.d", ""]);
    assert_eq!(asked(&told, &at_0().decides("a.e", State::Done)), ["a.c", "a.d", ""], "done is asked no more");
    assert_eq!(asked(&told, &at_0().sets_aside("a.c")), ["a.e", "a.d", ""]);
}

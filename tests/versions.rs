//! Passing from one version of the référentiel to a later one: each kind of change, chains, and what is never lost.
#![allow(clippy::unwrap_used)]

#[path = "common/build.rs"]
mod build;

use arbtest::arbtest;
use build::{dossier, framework};
use paliers::domain::commands::apply;
use paliers::domain::history::History;
use paliers::domain::versions::{Migration, migration, shared};
use paliers::domain::{Answer, Campaign, Dossier, PlanItem, Scope, SetAside, Standing, State, Status, Target};
use paliers::extra::Extra;
use paliers::framework::ChangeKind::{self, Merged, Removed, Renamed, Split};
use paliers::framework::{Change, Framework, Level};
use paliers::names::{ActionId, CriterionId};
use paliers::texts::versions::{lines, note};

fn change(version: &str, kind: ChangeKind, from: &[&str], to: &[&str]) -> Change {
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    Change { version: version.into(), kind, from: owned(from), to: owned(to) }
}

/// Version 3.0.0, with the questions `x`, `y`, `z` and the action `x.1`.
fn with(changes: Vec<Change>) -> Framework {
    let built = framework().thematique("acces").criterion("x").action("x.1", 1).criterion("y").criterion("z");
    Framework { version: "3.0.0".into(), changes, ..(*built).clone() }
}

/// A dossier of version 1.0.0.
fn old(framework: &Framework, answers: &[(&str, Standing)]) -> Dossier {
    let mut built = dossier(framework);
    for (id, standing) in answers {
        built = built.stands(id, *standing);
    }
    let mut dossier = (*built).clone();
    dossier.framework.version = "1.0.0".into();
    dossier
}

fn migrate(framework: &Framework, dossier: &Dossier) -> Option<Migration> {
    migration(framework, dossier, &|change, old| note(framework, change, old))
}

fn at(level: u8) -> Standing {
    Standing::At(Level::new(level).unwrap())
}

fn id(text: &str) -> CriterionId {
    CriterionId::parse(text).unwrap()
}

fn standing(dossier: &Dossier, criterion: &str) -> Standing {
    dossier.campaign().unwrap().standing(&id(criterion))
}

use Standing::{NotApplicable, Unanswered, Unknown};

#[test]
fn each_kind_of_change_and_what_becomes_of_the_answers() {
    let merge = || vec![change("2.0.0", Merged, &["a", "b"], &["x"])];
    for (changes, answers, expected) in [
        (vec![change("2.0.0", Renamed, &["a"], &["x"])], vec![("a", at(2))], vec![("x", at(2)), ("a", Unanswered)]),
        (
            vec![change("2.0.0", Renamed, &["a"], &["x"])],
            vec![("a", at(2)), ("x", at(1))],
            vec![("x", at(1)), ("a", at(2))],
        ),
        (vec![change("2.0.0", Renamed, &["a"], &["x"])], vec![("b", at(2))], vec![("b", at(2)), ("x", Unanswered)]),
        (merge(), vec![("a", at(3)), ("b", at(1))], vec![("x", at(1)), ("a", at(3)), ("b", at(1))]),
        (merge(), vec![("a", at(3)), ("b", Unknown)], vec![("x", Unknown), ("a", at(3)), ("b", Unknown)]),
        (merge(), vec![("a", at(3))], vec![("x", Unknown), ("a", at(3))]),
        (merge(), vec![("a", at(3)), ("b", NotApplicable)], vec![("x", at(3))]),
        (merge(), vec![("a", NotApplicable), ("b", NotApplicable)], vec![("x", NotApplicable)]),
        (merge(), vec![("a", NotApplicable)], vec![("x", Unknown)]),
        (merge(), vec![("a", at(3)), ("b", at(3)), ("x", at(0))], vec![("x", at(0))]),
        (merge(), vec![], vec![("x", Unanswered)]),
        (
            vec![change("2.0.0", Split, &["a"], &["x", "y"])],
            vec![("a", at(2))],
            vec![("a", at(2)), ("x", Unanswered), ("y", Unanswered)],
        ),
        (vec![change("2.0.0", Removed, &["a"], &[])], vec![("a", at(2))], vec![("a", at(2))]),
        (
            vec![change("3.0.0", Merged, &["b", "c"], &["x"]), change("2.0.0", Renamed, &["a"], &["b"])],
            vec![("a", at(3)), ("c", at(2))],
            vec![("x", at(2)), ("b", at(3)), ("a", Unanswered)],
        ),
        (vec![change("1.0.0", Renamed, &["a"], &["x"])], vec![("a", at(2))], vec![("a", at(2)), ("x", Unanswered)]),
    ] {
        let framework = with(changes);
        let migrated = migrate(&framework, &old(&framework, &answers)).unwrap().dossier;
        for (criterion, expected) in expected {
            assert_eq!(standing(&migrated, criterion), expected, "{criterion} after {:?}", framework.changes);
        }
        assert_eq!(migrated.framework.version, "3.0.0");
    }
}

#[test]
fn notes_say_what_was_answered_before() {
    let framework =
        with(vec![change("2.0.0", Merged, &["a", "b"], &["x"]), change("2.0.0", Split, &["c"], &["y", "z"])]);
    let mut dossier = old(&framework, &[("a", at(2)), ("c", NotApplicable)]);
    dossier.campaigns[0].answers.get_mut(&id("c")).unwrap().note = Some("Vu en équipe".into());
    let migrated = migrate(&framework, &dossier).unwrap().dossier;
    let note = |criterion| migrated.campaigns[0].answers[&id(criterion)].note.clone().unwrap().replace('\u{a0}', " ");
    assert_eq!(note("x"), "Avant la version 2.0.0 : « a » :  · « b » : sans réponse");
    assert_eq!(
        (note("y"), note("z")),
        (note("z"), "Avant la version 2.0.0 : « c » : sans objet – Vu en équipe".into())
    );
    assert_eq!(migrated.campaigns[0].answers[&id("c")], dossier.campaigns[0].answers[&id("c")]);
}

#[test]
fn nothing_is_proposed_for_another_referentiel_or_a_version_that_is_not_older() {
    let framework = with(vec![]);
    let dossier = old(&framework, &[]);
    for (version, is_older) in [("1.0.0", true), ("2.9.9", true), ("", true), ("3.0.0", false), ("3.0.1", false)] {
        let mut other = dossier.clone();
        other.framework.version = version.into();
        assert_eq!(migrate(&framework, &other).is_some(), is_older, "{version}");
    }
    let mut foreign = dossier;
    foreign.framework.id = paliers::names::FrameworkId::parse("autre").unwrap();
    assert_eq!(migrate(&framework, &foreign), None);
}

#[test]
fn targets_plan_and_set_aside_follow() {
    let framework = with(vec![change("2.0.0", Renamed, &["a"], &["x"]), change("2.0.0", Removed, &["d"], &[])]);
    let mut dossier = old(&framework, &[("a", at(1)), ("b", at(1)), ("d", at(1))]);
    let target = |level| Target { extra: Extra::default(), level: Level::new(level).unwrap(), due: None };
    dossier.targets.criteria.extend([(id("a"), target(2)), (id("d"), target(3))]);
    let aside = |action| SetAside { extra: Extra::default(), action: ActionId::parse(action).unwrap(), at: None };
    dossier.set_aside = vec![aside("a.1"), aside("a.gone")];
    let migration = migrate(&framework, &dossier).unwrap();
    let after = &migration.dossier;
    assert_eq!(after.targets.criteria.keys().map(CriterionId::as_str).collect::<Vec<_>>(), ["d", "x"]);
    assert_eq!(after.set_aside.iter().map(|a| a.action.as_str()).collect::<Vec<_>>(), ["x.1", "a.gone"]);
    assert_eq!((migration.kept, migration.effects.len()), (1, 5));
    assert_eq!(lines(&migration).len(), 7);
    assert!(lines(&migration)[2].contains("s’appelle maintenant"), "{:?}", lines(&migration));
}

#[test]
fn decided_actions_follow_their_question_and_their_action() {
    let framework = with(vec![
        change("2.0.0", Renamed, &["a"], &["x"]),
        change("2.0.0", Split, &["b"], &["y", "z"]),
        change("3.0.0", Merged, &["c.1", "c.2"], &["x.1"]),
    ]);
    let built = dossier(&framework).plans("a", 2, State::Todo).plans("b", 2, State::Doing);
    let built = built.decides("a.1", State::Todo).decides("c.2", State::Done).decides("lost.1", State::Todo);
    let mut before = (*built).clone();
    before.framework.version = "1.0.0".into();
    let plan = migrate(&framework, &before).unwrap().dossier.plan;
    let named = |item: &PlanItem| {
        let criterion = item.criterion.as_ref().map(|id| id.as_str().to_owned());
        criterion.or(item.action.as_ref().map(|id| id.as_str().to_owned())).unwrap()
    };
    assert_eq!(plan.iter().map(named).collect::<Vec<_>>(), ["x", "b", "x.1", "x.1", "lost.1"]);
    let rest = |item: &PlanItem| PlanItem { criterion: None, action: None, ..item.clone() };
    assert!(plan.iter().zip(&before.plan).all(|(new, old)| rest(new) == rest(old)));
}

#[test]
fn merged_targets_aim_at_what_both_reach() {
    let framework = with(vec![change("2.0.0", Merged, &["a", "b"], &["x"])]);
    let mut dossier = old(&framework, &[]);
    for (criterion, level) in [("a", Level::MAX), ("b", Level::new(2).unwrap())] {
        dossier.targets.criteria.insert(id(criterion), Target { extra: Extra::default(), level, due: None });
    }
    let targets = migrate(&framework, &dossier).unwrap().dossier.targets.criteria;
    assert_eq!((targets.len(), targets[&id("x")].level.get()), (3, 2));
}

#[test]
fn it_is_one_step_that_can_be_undone() {
    let framework = with(vec![change("2.0.0", Renamed, &["a"], &["x"])]);
    let before = old(&framework, &[("a", at(1))]);
    let (mut dossier, mut history) = (before.clone(), History::default());
    assert!(history.send(&mut dossier, &migrate(&framework, &before).unwrap().command(), false));
    assert_eq!(standing(&dossier, "x"), at(1));
    history.undo(&mut dossier);
    assert_eq!(dossier, before);
}

#[test]
fn a_list_of_questions_follows() {
    let framework = with(vec![change("2.0.0", Split, &["a"], &["x", "y"]), change("2.0.0", Removed, &["d"], &[])]);
    let mut dossier = old(&framework, &[]);
    dossier.campaigns[0].scope = Scope::List(["z", "a", "d"].map(id).to_vec());
    let after = migrate(&framework, &dossier).unwrap().dossier;
    assert_eq!(after.campaigns[0].scope, Scope::List(["z", "x", "y", "d"].map(id).to_vec()));
}

#[test]
fn points_detape_of_two_versions_compare_on_what_they_share() {
    let framework = with(vec![change("2.0.0", Renamed, &["a"], &["x"]), change("3.0.0", Split, &["b"], &["y", "z"])]);
    let of = |answers: &[(&str, Standing)]| -> Campaign { old(&framework, answers).campaigns.remove(0) };
    let (before, after) = (of(&[("a", at(1)), ("b", at(2))]), of(&[("x", at(3)), ("y", at(2)), ("z", Unknown)]));
    let ids = |one, other| {
        let both = shared(&framework, one, other);
        both.into_iter().map(|(c, a, b)| (c.id.as_str().to_owned(), a.get(), b.get())).collect::<Vec<_>>()
    };
    assert_eq!(ids((&before, "1.0.0"), (&after, "3.0.0")), [("x".to_owned(), 1, 3)]);
    assert_eq!(ids((&after, "3.0.0"), (&before, "1.0.0")), [("x".to_owned(), 3, 1)]);
    assert_eq!(ids((&before, "3.0.0"), (&after, "3.0.0")), []);
}

/// Any changes at all over a handful of ids, sound or not.
fn any_changes(u: &mut arbtest::arbitrary::Unstructured) -> arbtest::arbitrary::Result<Vec<Change>> {
    const IDS: [&str; 6] = ["a", "b", "c", "x", "y", "z"];
    let mut changes = Vec::new();
    for _ in 0..u.int_in_range(0..=5)? {
        let some = |u: &mut arbtest::arbitrary::Unstructured| -> arbtest::arbitrary::Result<Vec<&str>> {
            (0..u.int_in_range(0..=3)?).map(|_| Ok(*u.choose(&IDS)?)).collect()
        };
        let (from, to) = (some(u)?, some(u)?);
        changes.push(change(
            u.choose(&["1.0.0", "1.5.0", "2.0.0", "3.0.0", "x"])?,
            *u.choose(ChangeKind::ALL)?,
            &from,
            &to,
        ));
    }
    Ok(changes)
}

#[test]
fn no_answer_is_lost_and_twice_is_once() {
    arbtest(|u| {
        let framework = with(any_changes(u)?);
        let mut answers = Vec::new();
        for criterion in ["a", "b", "c", "x", "y", "z"] {
            if u.arbitrary()? {
                answers.push((criterion, *u.choose(&[at(0), at(1), at(2), at(3), Unknown, NotApplicable])?));
            }
        }
        let mut before = old(&framework, &answers);
        for (index, answer) in before.campaigns[0].answers.values_mut().enumerate() {
            answer.private_note = Some(format!("note {index}"));
        }
        let migration = migrate(&framework, &before).unwrap();
        let after = &migration.dossier.campaigns[0].answers;
        let is_there = |answer: &Answer| after.values().any(|other| other == answer);
        assert!(before.campaigns[0].answers.values().all(is_there), "{:?}", framework.changes);
        assert_eq!(migrate(&framework, &migration.dossier), None);
        let mut again = migration.dossier.clone();
        apply(&mut again, &migration.command());
        assert_eq!(again, migration.dossier);
        let guessed = after.values().filter(|a| a.status == Some(Status::Unknown) && a.level.is_some());
        assert_eq!(guessed.count(), 0);
        Ok(())
    })
    .budget_ms(300);
}

//! Bringing two states of a dossier together: what the preview says, what adding brings, and what it never touches.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/dossiers.rs"]
mod dossiers;
#[path = "common/files.rs"]
mod files;

use arbtest::arbtest;
use dossiers::any_dossier;
use paliers::documents::{self, Difference, ListDifference, SchoolFact, add, compare, replace};
use paliers::domain::commands::apply;
use paliers::domain::{Command, Dossier};
use serde_json::{Value, json};

fn dossier(fields: Value) -> Dossier {
    files::read(&files::with(fields)).dossier
}

fn campaign(id: &str, answers: Value) -> Value {
    json!({"id": id, "answers": answers})
}

fn after(mine: &Dossier, command: &Command) -> Dossier {
    let mut dossier = mine.clone();
    apply(&mut dossier, command);
    dossier
}

fn is_nothing(command: &Command) -> bool {
    *command == Command::All(vec![])
}

fn mine() -> Dossier {
    dossier(json!({
        "school": {"name": "Jules-Ferry", "types": ["college"], "pupils": 300},
        "campaigns": [
            campaign("old", json!({})),
            campaign("now", json!({"a.b.both": {"level": 1}, "a.b.same": {"level": 2, "at": "2026-11-01T08:00:00Z"}, "a.b.mine": {"level": 0}})),
        ],
        "set_aside": [{"action": "x"}],
        "plan": [{"id": "p1", "title": "Un"}, {"id": "p2", "title": "Deux"}],
    }))
}

fn theirs() -> Dossier {
    dossier(json!({
        "school": {"name": "Jules-Ferry", "types": ["college", "cfa"], "commune": "Lyon", "pupils": 300},
        "campaigns": [
            campaign("spring", json!({"a.b.both": {"level": 0}})),
            campaign("summer", json!({})),
            campaign("now", json!({
                "a.b.both": {"level": 3}, "a.b.same": {"level": 2, "at": "2026-11-02T08:00:00Z"},
                "acces.egalite.reperer": {"level": 1}, "responsable.donnees.recenser": {"level": 2},
            })),
        ],
        "set_aside": [{"action": "x"}, {"action": "y"}],
        "plan": [{"id": "p2", "title": "Deux bis"}, {"id": "p3", "title": "Trois"}],
    }))
}

/// The ids of each list of a difference, in the order of its fields.
fn told(difference: &Difference) -> Vec<Vec<String>> {
    let places = |list: &[documents::AnswerPlace]| {
        list.iter().map(|p| format!("{} {}", p.campaign.as_str(), p.criterion.as_str())).collect()
    };
    let campaigns = |list: &[paliers::names::CampaignId]| list.iter().map(|id| id.as_str().to_owned()).collect();
    let items = |list: &[paliers::names::PlanItemId]| list.iter().map(|id| id.as_str().to_owned()).collect();
    vec![
        places(&difference.answers_theirs),
        places(&difference.answers_differing),
        places(&difference.answers_mine),
        campaigns(&difference.campaigns_theirs),
        campaigns(&difference.campaigns_mine),
        items(&difference.plan_theirs),
        items(&difference.plan_differing),
        items(&difference.plan_mine),
        difference.set_aside_theirs.iter().map(|id| id.as_str().to_owned()).collect(),
    ]
}

#[test]
fn the_preview_says_what_each_has_and_what_differs() {
    let difference = compare(&mine(), &theirs(), None);
    let expected: [&[&str]; 9] = [
        &["spring a.b.both", "now acces.egalite.reperer", "now responsable.donnees.recenser"],
        &["now a.b.both"],
        &["now a.b.mine"],
        &["spring", "summer"],
        &["old"],
        &["p3"],
        &["p2"],
        &["p1"],
        &["y"],
    ];
    assert_eq!(told(&difference), expected);
    assert_eq!(difference.school, [SchoolFact::Types, SchoolFact::Commune]);
}

#[test]
fn with_the_framework_answers_come_in_its_order() {
    let difference = compare(&mine(), &theirs(), Some(&files::framework()));
    let order = ["now responsable.donnees.recenser", "now acces.egalite.reperer", "spring a.b.both"];
    assert_eq!(told(&difference)[0], order);
}

#[test]
fn adding_brings_what_is_absent_and_the_current_point_stays_the_last() {
    let merged = after(&mine(), &add(&mine(), &theirs()));
    let campaigns: Vec<&str> = merged.campaigns.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(campaigns, ["old", "spring", "summer", "now"]);
    let written: serde_json::Value = serde_json::from_str(&paliers::documents::write(&merged)).unwrap();
    let answers = &written["campaigns"][merged.campaigns.len() - 1]["answers"];
    let level = |id: &str| answers[id]["level"].as_u64();
    assert_eq!(level("a.b.both"), Some(1), "mine stays");
    assert_eq!(answers["a.b.same"]["at"], "2026-11-01T08:00:00Z", "mine stays");
    assert_eq!((level("acces.egalite.reperer"), level("a.b.mine")), (Some(1), Some(0)));
    let plan: Vec<&str> = merged.plan.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(plan, ["Un", "Deux", "Trois"]);
    let aside: Vec<&str> = merged.set_aside.iter().map(|aside| aside.action.as_str()).collect();
    assert_eq!(aside, ["x", "y"]);
    assert_eq!(merged.school, mine().school);
}

#[test]
fn a_dossier_without_a_point_takes_theirs_in_their_order() {
    let merged = after(&dossier(json!({})), &add(&dossier(json!({})), &theirs()));
    let campaigns: Vec<&str> = merged.campaigns.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(campaigns, ["spring", "summer", "now"]);
}

#[test]
fn replacing_takes_the_other_whole() {
    let mut taken = after(&mine(), &replace(theirs()));
    // But a sequence, which never falls: what has changed says so to calendars.
    taken.plan.iter_mut().for_each(|item| item.sequence = 0);
    assert_eq!(taken, theirs());
}

#[test]
fn adding_changes_nothing_that_is_there() {
    arbtest(|u| {
        let (mine, theirs) = (any_dossier(u)?, any_dossier(u)?);
        let merged = after(&mine, &add(&mine, &theirs));
        let unchanged = Dossier {
            campaigns: mine.campaigns.clone(),
            plan: mine.plan.clone(),
            workshops: mine.workshops.clone(),
            meetings: mine.meetings.clone(),
            indicators: mine.indicators.clone(),
            actors: mine.actors.clone(),
            papers: mine.papers.clone(),
            set_aside: mine.set_aside.clone(),
            targets: mine.targets.clone(),
            ..merged.clone()
        };
        assert_eq!(unchanged, mine, "only eight lists and the objectifs may grow");
        let (own, all) = (&mine.targets, &merged.targets);
        assert!(own.thematiques.iter().all(|(id, target)| all.thematiques.get(id) == Some(target)));
        assert!(own.criteria.iter().all(|(id, target)| all.criteria.get(id) == Some(target)));
        assert_eq!(own.extra, all.extra);
        for campaign in &mine.campaigns {
            let found = merged.campaigns.iter().find(|c| c.id == campaign.id).unwrap();
            assert!(campaign.answers.iter().all(|(id, answer)| found.answers.get(id) == Some(answer)));
            let same = paliers::domain::Campaign { answers: campaign.answers.clone(), ..found.clone() };
            assert_eq!(same, *campaign);
        }
        assert!(mine.plan.iter().all(|item| merged.plan.contains(item)));
        assert!(mine.meetings.iter().all(|meeting| merged.meetings.contains(meeting)));
        assert_eq!(
            mine.meeting().is_some().then(|| merged.meeting()).flatten(),
            mine.meeting(),
            "the current one stays"
        );
        assert!(mine.indicators.iter().all(|indicator| merged.indicators.contains(indicator)));
        assert!(mine.actors.iter().all(|actor| merged.actors.contains(actor)));
        assert!(mine.papers.iter().all(|paper| merged.papers.contains(paper)));
        assert!(mine.set_aside.iter().all(|aside| merged.set_aside.contains(aside)));
        if let Some(current) = mine.campaign() {
            assert_eq!(merged.campaign().map(|c| &c.id), Some(&current.id));
        }
        Ok(())
    });
}

#[test]
fn adding_brings_exactly_what_the_preview_said() {
    arbtest(|u| {
        let (mine, theirs) = (any_dossier(u)?, any_dossier(u)?);
        let before = compare(&mine, &theirs, None);
        let after = compare(&after(&mine, &add(&mine, &theirs)), &theirs, None);
        let nothing = Difference { school: before.school.clone(), ..Difference::default() };
        let kept = Difference {
            answers_differing: before.answers_differing.clone(),
            answers_mine: before.answers_mine.clone(),
            campaigns_mine: before.campaigns_mine.clone(),
            plan_differing: before.plan_differing.clone(),
            plan_mine: before.plan_mine.clone(),
            targets_differing: before.targets_differing,
            workshops: ListDifference { theirs: vec![], ..before.workshops },
            meetings: ListDifference { theirs: vec![], ..before.meetings },
            indicators: ListDifference { theirs: vec![], ..before.indicators },
            actors: ListDifference { theirs: vec![], ..before.actors },
            papers: ListDifference { theirs: vec![], ..before.papers },
            ..nothing
        };
        assert_eq!(after, kept);
        Ok(())
    });
}

#[test]
fn adding_twice_is_adding_once_and_adding_oneself_is_nothing() {
    arbtest(|u| {
        let (mine, theirs) = (any_dossier(u)?, any_dossier(u)?);
        let merged = after(&mine, &add(&mine, &theirs));
        assert!(is_nothing(&add(&merged, &theirs)));
        assert_eq!(after(&merged, &add(&mine, &theirs)), merged);
        assert!(is_nothing(&add(&mine, &mine)));
        assert_eq!(compare(&mine, &mine, None), Difference::default());
        Ok(())
    });
}

#[test]
fn an_objectif_that_only_the_file_has_is_added_and_one_that_differs_is_left() {
    let aims = |thematiques: Value, criteria: Value| {
        dossier(json!({"targets": {"thematiques": thematiques, "criteria": criteria}}))
    };
    let mine = aims(json!({"acces": {"level": 2}}), json!({}));
    let theirs = aims(json!({"acces": {"level": 3}, "enseigner": {"level": 1}}), json!({"a.b.c": {"level": 2}}));
    let difference = compare(&mine, &theirs, None);
    assert_eq!((difference.targets_theirs, difference.targets_differing), (2, 1));
    let added = after(&mine, &add(&mine, &theirs)).targets;
    let expected = aims(json!({"acces": {"level": 2}, "enseigner": {"level": 1}}), json!({"a.b.c": {"level": 2}}));
    assert_eq!(added, expected.targets);
}

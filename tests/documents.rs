//! Dossier files: what is refused, what is forgiven and said, and what stays.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/files.rs"]
mod files;

use files::{corpus, framework, holds, parsed, read, said, with, written};
use paliers::documents::{self, MAX_BYTES, MAX_WARNINGS, Refusal, WarningKind};
use paliers::domain::{Scope, Standing, State};
use paliers::framework::{Level, SchoolType};
use paliers::names::CriterionId;
use serde_json::{Value, json};

#[test]
fn five_things_are_refused() {
    let new = |schema: &str| format!(r#"{{"format": "paliers-dossier", "schema": {schema}, "id": "d"}}"#);
    let not_json = |line, column| Refusal::NotJson { line, column };
    for (text, refusal) in [
        (" ".repeat(MAX_BYTES + 1), Refusal::TooLarge),
        (String::new(), not_json(1, 0)),
        ("{\n  \"id\": d".into(), not_json(2, 9)),
        ("PK\u{3}\u{4}".into(), not_json(1, 1)),
        ("[".repeat(1_000), not_json(1, 128)),
        ("[]".into(), Refusal::NotADossier),
        ("\"paliers-dossier\"".into(), Refusal::NotADossier),
        ("{}".into(), Refusal::NotADossier),
        (r#"{"format": "paliers-framework", "schema": 9}"#.into(), Refusal::NotADossier),
        (r#"{"format": ["paliers-dossier"]}"#.into(), Refusal::NotADossier),
        (new("2"), Refusal::TooNew(2)),
        (new("1.5"), Refusal::TooNew(u32::MAX)),
        (new("99999999999"), Refusal::TooNew(u32::MAX)),
        (r#"{"format": "paliers-dossier", "schema": 1}"#.into(), Refusal::NoId),
        (r#"{"format": "paliers-dossier", "schema": 1, "id": 3}"#.into(), Refusal::NoId),
        (r#"{"format": "paliers-dossier", "schema": 1, "id": "a b"}"#.into(), Refusal::NoId),
        (r#"{"format": "paliers-dossier", "schema": 1, "id": ""}"#.into(), Refusal::NoId),
    ] {
        assert_eq!(documents::read(&text), Err(refusal), "{}", text.chars().take(80).collect::<String>());
    }
}

#[test]
fn the_largest_file_is_read_and_what_is_stored_has_no_limit() {
    let text = with(json!({})).to_string();
    let padded = format!("{text}{}", " ".repeat(MAX_BYTES - text.len()));
    assert!(documents::read(&padded).is_ok());
    assert_eq!(documents::read_stored(&format!("{padded} ")), documents::read(&text));
}

#[test]
fn a_byte_order_mark_is_forgiven_once() {
    let text = with(json!({})).to_string();
    assert_eq!(documents::read(&format!("\u{feff}{text}")), documents::read(&text));
    assert!(documents::read(&format!("\u{feff}\u{feff}{text}")).is_err());
}

/// As floats they came back changed, and 1e400 refused the whole file.
#[test]
fn a_number_of_another_program_comes_back_digit_for_digit() {
    for digits in
        ["3333333333333333333333333333333313333333", "12345678901234567890123", "0.1000000000000000000001", "1e400"]
    {
        let text = format!(r#"{{"format": "paliers-dossier", "schema": 1, "id": "d", "later": {digits}}}"#);
        let kept = documents::write(&documents::read(&text).unwrap().dossier);
        assert!(kept.to_lowercase().replace('+', "").contains(digits), "{kept}");
    }
}

/// What is wrong in the file, and the places that are named. The value stays in its place when written again.
#[test]
fn a_value_that_cannot_be_read_is_said_counts_as_absent_and_stays() {
    let school = |field: &str, value: Value| json!({"school": {field: value}});
    let campaign = |field: &str, value: Value| json!({"campaigns": [{"id": "c", field: value}]});
    let answer = |field: &str, value: Value| campaign("answers", json!({"acces.x": {field: value}}));
    let check = |field: &str, value: Value| answer("check", json!({field: value}));
    let target = |field: &str, value: Value| json!({"targets": {"criteria": {"x": {"level": 1, field: value}}}});
    let plan = |field: &str, value: Value| json!({"plan": [{"id": "p", field: value}]});
    let step = |field: &str, value: Value| plan("steps", json!([{field: value}]));
    for (fields, place) in [
        (json!({"example": "oui"}), "example"),
        (json!({"framework": 3}), "framework"),
        (json!({"framework": {"id": "a b"}}), "framework.id"),
        (json!({"framework": {"id": "x", "version": 1}}), "framework.version"),
        (json!({"school": []}), "school"),
        (school("name", json!(42)), "school.name"),
        (school("uai", json!({})), "school.uai"),
        (school("types", json!("college")), "school.types"),
        (school("academie", json!(true)), "school.academie"),
        (school("commune", json!([])), "school.commune"),
        (school("pupils", json!(100_001)), "school.pupils"),
        (school("pupils", json!(-1)), "school.pupils"),
        (school("pupils", json!(1.5)), "school.pupils"),
        (school("pupils", json!("12")), "school.pupils"),
        (json!({"campaigns": {}}), "campaigns"),
        (campaign("name", json!(1)), "campaigns[0].name"),
        (campaign("date", json!("2026-02-30")), "campaigns[0].date"),
        (campaign("date", json!("23/11/2026")), "campaigns[0].date"),
        (campaign("scope", json!("tout")), "campaigns[0].scope"),
        (campaign("scope", json!({})), "campaigns[0].scope"),
        (campaign("participants", json!([])), "campaigns[0].participants"),
        (campaign("participants", json!({"eleves": 10_000})), "campaigns[0].participants.eleves"),
        (campaign("answers", json!([])), "campaigns[0].answers"),
        (answer("level", json!(4)), "campaigns[0].answers.acces.x.level"),
        (answer("level", json!("2")), "campaigns[0].answers.acces.x.level"),
        (answer("status", json!("n/a")), "campaigns[0].answers.acces.x.status"),
        (answer("reason", json!(1)), "campaigns[0].answers.acces.x.reason"),
        (answer("check", json!("demain")), "campaigns[0].answers.acces.x.check"),
        (check("who", json!(1)), "campaigns[0].answers.acces.x.check.who"),
        (check("by", json!("demain")), "campaigns[0].answers.acces.x.check.by"),
        (answer("note", json!(1)), "campaigns[0].answers.acces.x.note"),
        (answer("private_note", json!(1)), "campaigns[0].answers.acces.x.private_note"),
        (answer("dissent", json!(1)), "campaigns[0].answers.acces.x.dissent"),
        (answer("basis", json!("sûr")), "campaigns[0].answers.acces.x.basis"),
        (answer("dots", json!(1_000)), "campaigns[0].answers.acces.x.dots"),
        (answer("at", json!(0)), "campaigns[0].answers.acces.x.at"),
        (json!({"targets": []}), "targets"),
        (json!({"targets": {"thematiques": 1}}), "targets.thematiques"),
        (target("due", json!("juin")), "targets.criteria.x.due"),
        (json!({"set_aside": 1}), "set_aside"),
        (json!({"set_aside": [{"action": "a", "at": 1}]}), "set_aside[0].at"),
        (json!({"plan": "p"}), "plan"),
        (plan("action", json!("a b")), "plan[0].action"),
        (plan("criterion", json!(1)), "plan[0].criterion"),
        (plan("to", json!(4)), "plan[0].to"),
        (plan("origin", json!("free")), "plan[0].origin"),
        (plan("origin", json!({"kind": "free", "ref": 1})), "plan[0].origin.ref"),
        (plan("thematique", json!("é")), "plan[0].thematique"),
        (plan("axis", json!(1)), "plan[0].axis"),
        (plan("title", json!(1)), "plan[0].title"),
        (plan("how", json!("faire")), "plan[0].how"),
        (plan("due", json!("bientôt")), "plan[0].due"),
        (plan("period", json!("été")), "plan[0].period"),
        (plan("horizon", json!("jamais")), "plan[0].horizon"),
        (plan("decided", json!(1)), "plan[0].decided"),
        (plan("state", json!("bloqué")), "plan[0].state"),
        (plan("waiting_for", json!(1)), "plan[0].waiting_for"),
        (plan("means", json!("aucun")), "plan[0].means"),
        (plan("means", json!({"legal": 1})), "plan[0].means.legal"),
        (plan("note", json!(1)), "plan[0].note"),
        (plan("sequence", json!(4_294_967_296_u64)), "plan[0].sequence"),
        (step("text", json!(1)), "plan[0].steps[0].text"),
        (step("done", json!("oui")), "plan[0].steps[0].done"),
    ] {
        let file = with(fields);
        let reading = read(&file);
        assert_eq!(said(&reading), [format!("Unreadable {place}")], "{file}");
        let again = written(&reading.dossier);
        assert!(holds(&again, &file), "{again} lost something of {file}");
        assert_eq!(read(&again), reading, "{file}");
    }
}

#[test]
fn elements_that_cannot_be_read_are_said_and_kept_aside() {
    let plan = |field: &str, value: Value| json!({"plan": [{"id": "p", field: value}]});
    let campaign = |field: &str, value: Value| json!({"campaigns": [{"id": "c", field: value}]});
    for (fields, warnings, aside, kept) in [
        (json!({"campaigns": [3]}), vec!["Unreadable campaigns[0]"], "/campaigns:illisible", json!([3])),
        (
            json!({"campaigns": [{"id": "c", "name": "a"}, {"id": "c", "name": "b"}]}),
            vec!["Repeated campaigns[1]"],
            "/campaigns:illisible",
            json!([{"id": "c", "name": "b"}]),
        ),
        (
            json!({"campaigns": [{"name": "a"}], "campaigns:illisible": [1]}),
            vec!["Unreadable campaigns[0]"],
            "/campaigns:illisible",
            json!([1, {"name": "a"}]),
        ),
        (
            json!({"campaigns": [1], "campaigns:illisible": "x"}),
            vec!["Unreadable campaigns[0]"],
            "/campaigns:illisible+",
            json!([1]),
        ),
        (
            json!({"plan": [{"id": "a b"}]}),
            vec!["Unreadable plan[0].id", "Unreadable plan[0]"],
            "/plan:illisible",
            json!([{"id": "a b"}]),
        ),
        (
            json!({"plan": [{"id": "p"}, {"id": "p"}]}),
            vec!["Repeated plan[1]"],
            "/plan:illisible",
            json!([{"id": "p"}]),
        ),
        (
            json!({"set_aside": [{"at": "x"}]}),
            vec!["Unreadable set_aside[0]"],
            "/set_aside:illisible",
            json!([{"at": "x"}]),
        ),
        (plan("how", json!(["a", 3])), vec!["Unreadable plan[0].how[1]"], "/plan/0/how:illisible", json!([3])),
        (plan("steps", json!(["a"])), vec!["Unreadable plan[0].steps[0]"], "/plan/0/steps:illisible", json!(["a"])),
        (
            json!({"school": {"types": [7, "college"]}}),
            vec!["Unreadable school.types[0]"],
            "/school/types:illisible",
            json!([7]),
        ),
        (
            campaign("scope", json!(["a", "b c"])),
            vec!["Unreadable campaigns[0].scope[1]"],
            "/campaigns/0/scope:illisible",
            json!(["b c"]),
        ),
        (
            campaign("answers", json!({"deux mots": {"level": 1}, "x": 3})),
            vec!["Unreadable campaigns[0].answers.deux mots", "Unreadable campaigns[0].answers.x"],
            "/campaigns/0/answers:illisible",
            json!({"deux mots": {"level": 1}, "x": 3}),
        ),
        (
            json!({"targets": {"criteria": {"x": {"due": "2026-01-01"}}, "criteria:illisible": {"x": 1}}}),
            vec!["Unreadable targets.criteria.x"],
            "/targets/criteria:illisible",
            json!({"x": 1, "x+": {"due": "2026-01-01"}}),
        ),
    ] {
        let reading = read(&with(fields.clone()));
        assert_eq!(said(&reading), warnings, "{fields}");
        let again = written(&reading.dossier);
        assert_eq!(again.pointer(aside), Some(&kept), "{fields}");
        assert_eq!(read(&again).dossier, reading.dossier, "{fields}");
    }
}

#[test]
fn an_origin_without_its_kind_is_none_and_stays() {
    let file = with(json!({"plan": [{"id": "p", "origin": {"kind": "rumeur"}}]}));
    let reading = read(&file);
    assert_eq!(said(&reading), ["Unreadable plan[0].origin.kind", "Unreadable plan[0].origin"]);
    assert_eq!(reading.dossier.plan[0].origin, None);
    assert!(holds(&written(&reading.dossier), &file));
}

#[test]
fn what_the_app_gives_a_value_to_replaces_what_could_not_be_read() {
    let file = with(json!({
        "school": {"name": 42},
        "campaigns": [{"id": "c", "scope": "tout", "participants": {"eleves": -1}, "answers": {"x": {"level": 9, "basis": 1}}}],
        "plan": [{"id": "p", "state": "bloqué"}],
    }));
    let mut dossier = read(&file).dossier;
    dossier.school.name = "Jules-Ferry".into();
    dossier.campaigns[0].scope = Scope::Essential;
    let answer = dossier.campaigns[0].answers.values_mut().next().unwrap();
    *answer = answer.choosing(Standing::At(Level::MAX));
    dossier.plan[0].state = State::Doing;
    let again = written(&dossier);
    for (place, value) in [
        ("/school/name", json!("Jules-Ferry")),
        ("/campaigns/0/scope", json!("essential")),
        ("/campaigns/0/participants/eleves", json!(-1)),
        ("/campaigns/0/answers/x/level", json!(3)),
        ("/campaigns/0/answers/x/basis", json!(1)),
        ("/plan/0/state", json!("doing")),
    ] {
        assert_eq!(again.pointer(place), Some(&value), "{place}");
    }
}

#[test]
fn what_is_absent_or_null_is_nothing_and_nothing_is_said() {
    let absent = read(&with(json!({})));
    assert_eq!(said(&absent), Vec::<String>::new());
    let null =
        json!({"example": null, "school": null, "campaigns": null, "targets": null, "set_aside": null, "plan": null});
    assert_eq!(read(&with(null)), absent);
    let campaign = |fields: Value| read(&with(json!({"campaigns": [fields], "plan": [null]})));
    let null = json!({"id": "c", "name": null, "date": null, "scope": null, "participants": {"eleves": null}, "answers": {"x": null}});
    assert_eq!(campaign(null), campaign(json!({"id": "c"})));
    assert_eq!(campaign(json!({"id": "c"})).dossier.campaigns[0].scope, Scope::Complete);
}

#[test]
fn a_missing_framework_or_schema_is_said() {
    let mut file = with(json!({}));
    for (field, value, warnings) in [
        ("framework", json!(null), vec!["Missing framework"]),
        ("framework", json!({}), vec!["Missing framework.id"]),
        ("schema", json!(null), vec!["Missing schema", "Missing framework.id"]),
        ("schema", json!("1"), vec!["Unreadable schema", "Missing framework.id"]),
        ("schema", json!(0), vec!["Unreadable schema", "Missing framework.id"]),
        ("schema", json!(1.0), vec!["Missing framework.id"]),
    ] {
        file[field] = value;
        let reading = read(&file);
        assert_eq!(said(&reading), warnings, "{file}");
        assert_eq!((reading.dossier.framework.id.as_str(), &*reading.dossier.framework.version), ("inconnu", ""));
    }
}

#[test]
fn scopes() {
    let list = |ids: &[&str]| Scope::List(ids.iter().map(|id| CriterionId::parse(id).unwrap()).collect());
    for (scope, expected) in [
        (json!("essential"), Scope::Essential),
        (json!("complete"), Scope::Complete),
        (json!("Essential"), Scope::Complete),
        (json!(["a", "b"]), list(&["a", "b"])),
        (json!(["a", 1]), list(&["a"])),
        (json!([]), list(&[])),
        (json!([1, 2]), Scope::Complete),
    ] {
        let reading = read(&with(json!({"campaigns": [{"id": "c", "scope": scope}]})));
        assert_eq!(reading.dossier.campaigns[0].scope, expected, "{scope}");
    }
}

#[test]
fn unknown_school_types_are_kept_and_match_nothing() {
    let file = with(json!({"school": {"types": ["cfa"]}}));
    let reading = read(&file);
    assert_eq!(said(&reading), ["UnknownWord school.types[0]"]);
    assert!(!reading.dossier.school.is_among(&[SchoolType::College]));
    let mut dossier = reading.dossier;
    dossier.school.types = vec![SchoolType::LyceePro];
    assert_eq!(written(&dossier)["school"]["types"], json!(["lycee_pro", "cfa"]));
}

#[test]
fn status_wins_over_level_and_both_stay() {
    let answers = json!({"x": {"level": 3, "status": "not_applicable"}, "y": {"level": 2.0}, "z": {"note": "n"}});
    let file = with(json!({"campaigns": [{"id": "c", "answers": answers}]}));
    let dossier = read(&file).dossier;
    let standing = |id| dossier.campaigns[0].standing(&CriterionId::parse(id).unwrap());
    assert_eq!(standing("x"), Standing::NotApplicable);
    assert_eq!(standing("y").level().map(Level::get), Some(2));
    assert_eq!(standing("z"), Standing::Unanswered);
    let again = written(&dossier);
    assert_eq!(again["campaigns"][0]["answers"]["x"], json!({"level": 3, "status": "not_applicable"}));
    assert_eq!(again["campaigns"][0]["answers"]["z"], json!({"level": null, "note": "n"}));
}

#[test]
fn a_file_of_nothing_but_damage_is_said_within_reason() {
    let reading = read(&with(json!({"campaigns": vec![0; 5_000]})));
    assert_eq!(reading.warnings.len(), MAX_WARNINGS);
    assert_eq!(written(&reading.dossier)["campaigns:illisible"].as_array().map(Vec::len), Some(5_000));
}

/// An element kept aside lies no deeper than it did, or a file at the limit of the JSON reader could not be read again.
#[test]
fn the_deepest_file_that_can_be_read_can_be_read_again() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let answer = |depth| {
        let answers = format!(r#"[{{"id": "c", "answers": {{"x": {}}}}}]"#, nested(depth));
        format!(r#"{{"format": "paliers-dossier", "schema": 1, "id": "d", "campaigns": {answers}}}"#)
    };
    let deepest = (1..200).rev().find(|depth| documents::read(&answer(*depth)).is_ok()).unwrap();
    assert!(deepest > 100, "{deepest}");
    let dossier = documents::read(&answer(deepest)).unwrap().dossier;
    assert_eq!(documents::read(&documents::write(&dossier)).map(|r| r.dossier), Ok(dossier));
}

#[test]
fn the_corpus_loads_as_it_always_has() {
    for (name, warnings) in [
        ("minimal", 0),
        ("complete", 0),
        ("unknown-fields", 0),
        ("unknown-criteria", 0),
        ("followed", 0),
        ("met", 0),
        ("papers", 0),
    ] {
        let text = corpus(&format!("dossier-1-{name}"));
        let reading = documents::read(&text).unwrap();
        assert_eq!(reading.warnings.len(), warnings, "{name}: {:?}", reading.warnings);
        assert!(holds(&written(&reading.dossier), &parsed(&text)), "{name}");
    }
    let complete = documents::read(&corpus("dossier-1-complete")).unwrap().dossier;
    assert_eq!(written(&complete), parsed(&corpus("dossier-1-complete")), "nothing added, nothing lost");
    assert_eq!(complete.campaign().unwrap().id.as_str(), "automne");
    let followed = documents::read(&corpus("dossier-1-followed")).unwrap().dossier;
    assert_eq!(written(&followed), parsed(&corpus("dossier-1-followed")), "nothing added, nothing lost");
    assert_eq!((followed.indicators.len(), followed.indicators[0].values.len(), followed.actors.len()), (2, 2, 2));
    let met = documents::read(&corpus("dossier-1-met")).unwrap().dossier;
    assert_eq!(written(&met), parsed(&corpus("dossier-1-met")), "nothing added, nothing lost");
    assert_eq!((met.meetings.len(), met.meetings[0].opinions.len(), met.meetings[1].present.counts.len()), (2, 2, 0));
    let adapted = documents::read(&corpus("dossier-1-papers")).unwrap().dossier;
    assert_eq!(written(&adapted), parsed(&corpus("dossier-1-papers")), "nothing added, nothing lost");
    assert_eq!((adapted.papers.len(), adapted.papers[1].drills.len()), (2, 2));
    assert_eq!(complete.campaigns[2].participants.counts.len(), 9);
}

#[test]
fn answers_to_unknown_questions_are_kept_and_named() {
    let text = corpus("dossier-1-unknown-criteria");
    let dossier = documents::read(&text).unwrap().dossier;
    let unknown = documents::unknown_criteria(&dossier, &framework());
    let places: Vec<&str> = unknown.iter().map(|w| w.place.as_str()).collect();
    assert_eq!(places, ["campaigns[0].answers.retiree.depuis.longtemps", "campaigns[0].answers.x"]);
    assert!(unknown.iter().all(|w| w.kind == WarningKind::UnknownCriterion));
    assert_eq!(written(&dossier), parsed(&text));
}

#[test]
fn a_file_says_first_what_it_is_and_ends_with_a_line() {
    let text = documents::write(&documents::read(&corpus("dossier-1-minimal")).unwrap().dossier);
    assert!(text.starts_with("{\n  \"format\": \"paliers-dossier\",\n  \"schema\": 1,\n  \"campaigns\""), "{text}");
    assert!(text.ends_with("}\n"));
}

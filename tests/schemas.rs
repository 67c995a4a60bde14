//! The public schemas say what the app reads and writes: every file of the corpus that is whole, and every dossier that
//! can be written, are accepted; a wrong value in any known place is refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/dossiers.rs"]
mod dossiers;
#[path = "common/files.rs"]
mod files;

use arbtest::arbtest;
use files::corpus;
use jsonschema::Validator;
use paliers::{documents, framework};
use serde_json::{Value, json};

fn schema(name: &str) -> Validator {
    let path = format!("{}/public/schemas/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn faults(schema: &Validator, text: &str) -> Vec<String> {
    let value = serde_json::from_str(text).unwrap();
    schema.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect()
}

#[test]
fn the_corpus_is_valid_and_the_damaged_file_is_not() {
    let schema = schema("paliers-dossier-1");
    for name in ["minimal", "complete", "unknown-fields", "unknown-criteria", "followed", "met", "papers"] {
        assert_eq!(faults(&schema, &corpus(&format!("dossier-1-{name}"))), Vec::<String>::new(), "{name}");
    }
    assert!(faults(&schema, &corpus("dossier-1-damaged")).len() > 20);
}

#[test]
fn whatever_is_written_is_valid() {
    let schema = schema("paliers-dossier-1");
    arbtest(|u| {
        let dossier = dossiers::any_dossier(u)?;
        let shared = documents::Shared { name: u.arbitrary()?, titles: u.arbitrary()? };
        for text in [documents::write(&dossier), documents::animator(&dossier, None, shared)] {
            assert_eq!(faults(&schema, &text), Vec::<String>::new(), "{text}");
        }
        Ok(())
    });
}

/// Each place that the complete dossier holds, given a value that no place accepts.
#[test]
fn a_wrong_value_in_any_known_place_is_refused() {
    for (name, file) in [("paliers-dossier-1", "dossier-1-complete"), ("paliers-framework-1", "framework-1-small")] {
        let (schema, value) = (schema(name), serde_json::from_str::<Value>(&corpus(file)).unwrap());
        let places = places(&value);
        assert!(places.len() > 80, "{}", places.len());
        for place in places {
            let mut wrong = value.clone();
            *wrong.pointer_mut(&place).unwrap() = json!(-0.5);
            assert!(!schema.is_valid(&wrong), "{name} accepts a number below zero at {place}");
        }
    }
}

#[test]
fn a_framework_that_is_read_is_valid_and_comes_back_as_it_was() {
    let text = corpus("framework-1-small");
    assert_eq!(faults(&schema("paliers-framework-1"), &text), Vec::<String>::new());
    let written = serde_json::to_value(framework::read(&text).unwrap()).unwrap();
    assert_eq!(faults(&schema("paliers-framework-1"), &written.to_string()), Vec::<String>::new());
}

#[test]
fn a_framework_is_refused_for_each_of_these() {
    let schema = schema("paliers-framework-1");
    for (place, wrong) in [
        ("/id", json!("Majuscule")),
        ("/version", json!("1.2")),
        ("/tiers/1/level", json!(2)),
        ("/tier_rule/share", json!(0)),
        ("/criteria", json!([])),
        ("/criteria/0/weight", json!(6)),
        ("/criteria/0/levels", json!([])),
        ("/criteria/0/crosswalk/selfie", json!(["I"])),
        ("/actions/0/to", json!(0)),
        ("/actions/0/reach", json!("ecole")),
        ("/periods/0/last", json!("09-31-2026")),
        ("/changes/0/from", json!([])),
    ] {
        let mut value: Value = serde_json::from_str(&corpus("framework-1-small")).unwrap();
        *value.pointer_mut(place).unwrap() = wrong;
        assert!(!schema.is_valid(&value), "{place}");
    }
}

/// Pointers to every value below the root.
fn places(value: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, child)| (format!("/{key}"), child)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(index, child)| (format!("/{index}"), child)).collect(),
        _ => vec![],
    };
    let below = |(place, child): (String, &Value)| {
        let deeper: Vec<String> = places(child).into_iter().map(|rest| format!("{place}{rest}")).collect();
        std::iter::once(place).chain(deeper)
    };
    children.into_iter().flat_map(below).collect()
}

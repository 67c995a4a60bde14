//! Dossier files in sentences: the corpus, the smallest file with something besides, and what reading and writing make
//! of them.

#![allow(dead_code, reason = "each suite uses its part")]

use paliers::documents::{self, Reading};
use paliers::domain::Dossier;
use paliers::framework::Framework;
use serde_json::{Value, json};

pub fn corpus(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/corpus/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

pub fn framework() -> Framework {
    paliers::framework::read(&corpus("framework-1-small")).unwrap()
}

pub fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The smallest dossier, with these fields besides.
pub fn with(fields: Value) -> Value {
    let mut value = json!({"format": "paliers-dossier", "schema": 1, "id": "d", "framework": {"id": "egn-2020"}});
    value.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    value
}

pub fn read(value: &Value) -> Reading {
    documents::read(&value.to_string()).unwrap()
}

pub fn written(dossier: &Dossier) -> Value {
    parsed(&documents::write(dossier))
}

/// Each warning as `kind place`.
pub fn said(reading: &Reading) -> Vec<String> {
    reading.warnings.iter().map(|w| format!("{:?} {}", w.kind, w.place)).collect()
}

/// Whether everything of `part` is in `whole`, in the same place.
pub fn holds(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(key, value)| whole.get(key).is_some_and(|found| holds(found, value)))
        }
        (Value::Array(whole), Value::Array(part)) => {
            whole.len() == part.len() && whole.iter().zip(part).all(|(found, value)| holds(found, value))
        }
        (found, value) => found == value || (found.is_number() && found.as_f64() == value.as_f64()),
    }
}

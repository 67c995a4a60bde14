//! What a file holds and this version of Paliers does not use, kept so that a file read and written again loses nothing.
//!
//! `Extra` is opaque on purpose: the domain carries it without being able to look inside. Only `documents` fills it and
//! puts it back. It keeps two things of one JSON object: the fields that nobody here knows, and the known fields whose
//! value could not be read. The latter go back in their place as long as the app has given that place no other value.
//!
//! In the serialised form of a struct it is one reserved field, which [`restore`] dissolves: serde alone would let a
//! default (an empty text, `todo`) overwrite the value that could not be read.

use serde::Serialize;
use serde_json::{Map, Value};

/// The reserved field. It never reaches a file, and cannot meet a field of the same name: unknown ones are inside it.
const KEPT: &str = "\0kept";

/// What one JSON object held besides what was read of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Extra {
    #[serde(rename = "\0kept", skip_serializing_if = "Option::is_none")]
    kept: Option<Box<Kept>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Kept {
    unknown: Map<String, Value>,
    unread: Vec<Unread>,
}

/// A known field whose value could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unread {
    pub field: String,
    /// As it was in the file.
    pub raw: Value,
    /// What is written for this field while nobody has given it a value; null when nothing is.
    pub counted_as: Value,
}

impl Extra {
    /// Wraps what a reader did not consume, and what it could not read.
    #[must_use]
    pub fn new(unknown: Map<String, Value>, unread: Vec<Unread>) -> Self {
        let nothing = unknown.is_empty() && unread.is_empty();
        Self { kept: (!nothing).then(|| Box::new(Kept { unknown, unread })) }
    }

    /// True when there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_none()
    }
}

/// Puts back, everywhere in the serialised form of a dossier, what its `Extra`s keep.
pub fn restore(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(restore),
        Value::Object(fields) => {
            let kept = fields.remove(KEPT);
            fields.values_mut().for_each(restore);
            if let Some(Value::Object(mut kept)) = kept {
                put_unknown(fields, kept.remove("unknown"));
                put_unread(fields, kept.remove("unread"));
            }
        }
        _ => {}
    }
}

fn put_unknown(fields: &mut Map<String, Value>, unknown: Option<Value>) {
    let Some(Value::Object(unknown)) = unknown else { return };
    for (field, value) in unknown {
        fields.entry(field).or_insert(value);
    }
}

fn put_unread(fields: &mut Map<String, Value>, unread: Option<Value>) {
    let Some(Value::Array(unread)) = unread else { return };
    for mut entry in unread {
        let Some(Value::String(field)) = entry.get_mut("field").map(Value::take) else { continue };
        if fields.get(&field).is_none_or(|written| *written == entry["counted_as"]) {
            fields.insert(field, entry["raw"].take());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Serialize)]
    struct Named {
        #[serde(flatten)]
        extra: Extra,
        name: &'static str,
    }

    fn written(name: &'static str, unknown: Value) -> Value {
        let Value::Object(unknown) = unknown else { panic!("an object") };
        let unread = Unread { field: "name".into(), raw: json!(42), counted_as: json!("") };
        let mut value = serde_json::to_value(Named { extra: Extra::new(unknown, vec![unread]), name }).unwrap();
        restore(&mut value);
        value
    }

    #[test]
    fn what_could_not_be_read_stays_until_its_place_has_a_value() {
        assert_eq!(written("", json!({})), json!({"name": 42}));
        assert_eq!(written("Jules", json!({})), json!({"name": "Jules"}));
    }

    #[test]
    fn unknown_fields_are_not_looked_into() {
        let unknown = json!({"a": {KEPT: {"unknown": {"b": 1}}}, KEPT: 2});
        assert_eq!(written("", unknown), json!({"a": {KEPT: {"unknown": {"b": 1}}}, KEPT: 2, "name": 42}));
    }
}

//! What a file holds and this version of Paliers does not use, kept so that a file read and written again loses nothing.
//!
//! `Extra` is opaque on purpose: the domain carries it without being able to look inside. Only `documents` fills it and
//! puts it back. It keeps two things of one JSON object: the fields that nobody here knows, and the known fields whose
//! value could not be read. The latter go back in their place as long as the app has given that place no other value.

use serde_json::{Map, Value};

/// What one JSON object held besides what was read of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    kept: Option<Box<Kept>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Kept {
    unknown: Map<String, Value>,
    unread: Vec<Unread>,
}

/// A known field whose value could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// Puts back what was kept into the fields written for the same object: the unknown ones, and the raw values of the
    /// known ones that nobody has given a value since.
    pub fn put_back(&self, fields: &mut Map<String, Value>) {
        let Some(kept) = &self.kept else { return };
        for (field, value) in &kept.unknown {
            fields.entry(field.clone()).or_insert_with(|| value.clone());
        }
        for Unread { field, raw, counted_as } in &kept.unread {
            if fields.get(field).is_none_or(|written| written == counted_as) {
                fields.insert(field.clone(), raw.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_could_not_be_read_stays_until_its_place_has_a_value() {
        let unread = Unread { field: "name".into(), raw: json!(42), counted_as: json!("") };
        let extra = Extra::new(Map::from_iter([("later".into(), json!(1))]), vec![unread]);
        for (name, expected) in [("", json!(42)), ("Jules", json!("Jules"))] {
            let mut fields = Map::from_iter([("name".to_owned(), json!(name))]);
            extra.put_back(&mut fields);
            assert_eq!(Value::Object(fields), json!({"name": expected, "later": 1}));
        }
    }

    #[test]
    fn an_unknown_field_does_not_replace_a_written_one() {
        let extra = Extra::new(Map::from_iter([("name".into(), json!("kept"))]), Vec::new());
        let mut fields = Map::from_iter([("name".to_owned(), json!("written"))]);
        extra.put_back(&mut fields);
        assert_eq!(Value::Object(fields), json!({"name": "written"}));
    }
}

//! One entry of a TOML file: read into a type of the référentiel, every unknown or misplaced key reported with its line.
//!
//! A type of the public format ignores the keys it does not know, since a later version may have written them. Content
//! is stricter: a key that the entry has and the value read from it has not is a misspelling.

use super::places::{Located, line_of};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use toml::de::{DeTable, DeValue, Error, ValueDeserializer};
use toml::{Spanned, Value};

/// A value with its place in the file.
pub type Written<'a> = Spanned<DeValue<'a>>;

/// A file in memory.
pub struct Document {
    pub file: String,
    pub text: String,
}

impl Document {
    /// The whole file as a table, or every syntax error.
    pub fn parse(&self) -> Result<DeTable<'_>, Vec<Located>> {
        let (root, errors) = DeTable::parse_recoverable(&self.text);
        if errors.is_empty() {
            Ok(root.into_inner())
        } else {
            Err(errors.iter().map(|e| self.refusal("", e)).collect())
        }
    }

    /// Reads an entry; `place` names it in the faults.
    pub fn read<T: DeserializeOwned + Serialize>(
        &self,
        place: &str,
        entry: Written,
        faults: &mut Vec<Located>,
    ) -> Option<T> {
        match T::deserialize(ValueDeserializer::from(entry.clone())) {
            Ok(value) => {
                let known = Value::try_from(&value).ok()?;
                self.unknown_keys(place, entry.get_ref(), &known, faults);
                Some(value)
            }
            Err(error) => {
                faults.push(self.refusal(place, &error));
                None
            }
        }
    }

    /// Adds to an entry what its place in the files says; writing it as well is a fault.
    pub fn give<'a>(&self, entry: &mut DeTable<'a>, key: &'static str, value: DeValue<'a>, faults: &mut Vec<Located>) {
        if let Some((written, _)) = entry.get_key_value(key) {
            faults.push(self.fault(
                written.span().start,
                "",
                format!("« {key} » ne s’écrit pas ici : l’endroit le dit"),
            ));
        }
        entry.insert(Spanned::new(0..0, Cow::Borrowed(key)), Spanned::new(0..0, value));
    }

    /// A fault at a byte of the file.
    pub fn fault(&self, offset: usize, place: &str, message: impl Into<String>) -> Located {
        Located::new(&self.file, line_of(&self.text, offset), place, message)
    }

    pub fn unknown_key(&self, key: &Spanned<Cow<str>>, place: &str) -> Located {
        self.fault(key.span().start, place, format!("clé inconnue : {}", key.get_ref()))
    }

    fn unknown_keys(&self, place: &str, written: &DeValue, known: &Value, faults: &mut Vec<Located>) {
        match (written, known) {
            (DeValue::Table(written), Value::Table(known)) => {
                for (key, value) in written {
                    match known.get(key.get_ref().as_ref()) {
                        Some(known) => self.unknown_keys(place, value.get_ref(), known, faults),
                        None => faults.push(self.unknown_key(key, place)),
                    }
                }
            }
            (DeValue::Array(written), Value::Array(known)) => {
                for (value, known) in written.iter().zip(known) {
                    self.unknown_keys(place, value.get_ref(), known, faults);
                }
            }
            _ => {}
        }
    }

    fn refusal(&self, place: &str, error: &Error) -> Located {
        let message = match error.message().strip_prefix("missing field ") {
            Some(field) => format!("champ manquant : {field}"),
            None if error.message().contains(' ') => format!("illisible : {}", error.message()),
            // A word or an id outside its list is all that the reader says.
            None => format!("valeur refusée : {}", error.message()),
        };
        self.fault(error.span().map_or(0, |span| span.start), place, message)
    }
}

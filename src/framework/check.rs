//! Checks a référentiel written elsewhere, an academy's own: every fault of its file, of shape and of coherence, at once.
//!
//! [`super::read`] stops at the first thing it cannot read, which is all that the app needs. An author needs the whole
//! list, with places in plain words: `question 3 (acces.egalite.reperer), niveau 2`. So `shape` looks at each value
//! against the tables of the format and puts a neutral one where it is wrong; what remains can be read, and
//! [`super::coherence`] speaks of it. Only the page that checks a file calls this module. It corrects nothing for good.

mod format;
mod places;
mod shape;

use super::coherence::{self, Fault};
use super::{FORMAT, SCHEMA, read};
use serde_json::Value;
use serde_json::error::{Category, Error};

/// Faults listed at most; a file with more is another kind of file.
pub const MAX_FAULTS: usize = 500;

/// The place of what concerns the whole.
const FILE: &str = "fichier";

/// Every fault of a `paliers-framework` file, at most [`MAX_FAULTS`]; none means that the app can use it and that it can
/// be published.
#[must_use]
pub fn check(text: &str) -> Vec<Fault> {
    let mut value: Value = match text.strip_prefix('\u{feff}').unwrap_or(text).parse() {
        Ok(value) => value,
        Err(error) => return vec![not_json(&error)],
    };
    if let Some(message) = foreign(&value) {
        return vec![Fault { place: FILE.into(), message }];
    }
    let mut faults = shape::check(&mut value);
    if faults.len() < MAX_FAULTS
        && let Ok(framework) = read::whole(&value.to_string())
    {
        let names = places::Names::of(&framework);
        faults.extend(coherence::faults(&framework).into_iter().map(|fault| names.told(fault)));
    }
    faults.truncate(MAX_FAULTS);
    faults
}

fn not_json(error: &Error) -> Fault {
    let message = match error.classify() {
        Category::Eof => "le texte s’arrête avant la fin : le fichier a peut-être été coupé",
        _ => "ce n’est plus du JSON : une virgule, un guillemet ou une accolade n’est pas à sa place",
    };
    Fault { place: format!("ligne {}, caractère {}", error.line(), error.column()), message: message.into() }
}

/// Why the file is not ours to check.
fn foreign(value: &Value) -> Option<String> {
    let Value::Object(fields) = value else {
        return Some("un référentiel est un objet, entre accolades".into());
    };
    let schema = fields.get("schema").and_then(Value::as_u64).unwrap_or_default();
    if fields.get("format").and_then(Value::as_str) != Some(FORMAT) && !fields.contains_key("criteria") {
        Some(format!("ce n’est pas un référentiel de Paliers : « format » doit dire « {FORMAT} »"))
    } else if schema > u64::from(SCHEMA) {
        Some(format!("écrit pour une version plus récente de Paliers : « schema » dit {schema}, ce site lit {SCHEMA}"))
    } else {
        None
    }
}

//! Dossier files: the public format `paliers-dossier` (schema 1), read, written, named and merged.
//!
//! Reading is lenient: five things are refused, the rest is read with warnings that name their place. Nothing of a file
//! is lost: unknown fields, and values that cannot be read, are in the text that [`write()`] gives back. The browser's
//! storage holds the same text, so there is one reader for storage, import and rescue.
//!
//! ```
//! use paliers::documents;
//! let text = r#"{"format": "paliers-dossier", "schema": 1, "id": "d", "framework": {"id": "egn-2020"}, "later": 7}"#;
//! let reading = documents::read(text).unwrap();
//! assert!(reading.warnings.is_empty());
//! assert!(documents::write(&reading.dossier).contains(r#""later": 7"#));
//! ```

mod animator;
pub mod archive;
mod fields;
mod file_name;
mod merge;
mod object;
mod read;
mod tree;
mod write;

pub use animator::{Shared, animator, animator_file_name, is_own_title};
pub use fields::MAX_WARNINGS;
pub use file_name::{file_name, named};
pub use merge::{AnswerPlace, Difference, ListDifference, SchoolFact, add, compare, replace};

use crate::domain::Dossier;
use crate::framework::Framework;
use fields::{Fields, Place};
use serde_json::Value;
use thiserror::Error;
use tree::Json;

/// What `format` says.
pub const FORMAT: &str = "paliers-dossier";
/// The version of the format this app writes.
pub const SCHEMA: u32 = 1;
/// Longest file accepted: 5 MiB.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// A dossier, and what has to be said about its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub dossier: Dossier,
    /// In the order of reading, at most [`MAX_WARNINGS`].
    pub warnings: Vec<Warning>,
}

/// Something that was not read as its author meant it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// `campaigns[0].answers.acces.egalite.reperer.level`
    pub place: String,
    pub kind: WarningKind,
}

/// What is the matter. In every case the file keeps what it held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// A field that every file has.
    Missing,
    /// Of another type or range than expected: counts as absent.
    Unreadable,
    /// Bears the id of an earlier element: counts as absent.
    Repeated,
    /// A word of a later version: matches nothing.
    UnknownWord,
    /// The answer to a question that the référentiel does not have: counts in nothing.
    UnknownCriterion,
}

/// Why a file cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("more than {MAX_BYTES} bytes")]
    TooLarge,
    #[error("not JSON: line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    #[error("not a {FORMAT}")]
    NotADossier,
    #[error("schema {0} is newer than {SCHEMA}")]
    TooNew(u32),
    #[error("without a usable id")]
    NoId,
}

/// Reads the text of a file that someone chose.
///
/// # Errors
/// The first reason why it cannot be opened.
pub fn read(text: &str) -> Result<Reading, Refusal> {
    if text.len() > MAX_BYTES { Err(Refusal::TooLarge) } else { read_stored(text) }
}

/// Reads a text that Paliers itself has stored: whatever could be opened once can be opened again, although it is
/// longer as we write it than as it came.
///
/// # Errors
/// The first reason why it cannot be opened; never [`Refusal::TooLarge`].
pub fn read_stored(text: &str) -> Result<Reading, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = Json::read(text).map_err(|e| Refusal::NotJson { line: e.line(), column: e.column() })?;
    let mut warnings = Vec::new();
    let fields = Fields::open(&value, &Place::Root, &mut warnings).ok_or(Refusal::NotADossier)?;
    let dossier = read::dossier(fields)?;
    Ok(Reading { dossier, warnings })
}

/// The text of a dossier's file. `format` and `schema` come first, so that a person who opens it sees what it is.
#[must_use]
pub fn write(dossier: &Dossier) -> String {
    text(&write::dossier(dossier))
}

/// The text of these fields, after what every file begins with.
fn text(fields: &Value) -> String {
    let fields = format!("{fields:#}");
    let fields = fields.strip_prefix('{').unwrap_or_default();
    format!("{{\n  \"format\": \"{FORMAT}\",\n  \"schema\": {SCHEMA},{fields}\n")
}

/// The answers that `framework` has no question for. They are kept, and count in nothing.
#[must_use]
pub fn unknown_criteria(dossier: &Dossier, framework: &Framework) -> Vec<Warning> {
    let campaigns = dossier.campaigns.iter().enumerate();
    let places = campaigns.flat_map(|(index, campaign)| {
        let unknown = campaign.answers.keys().filter(|id| framework.criterion(id).is_none());
        unknown.map(move |id| format!("campaigns[{index}].answers.{}", id.as_str()))
    });
    places.take(MAX_WARNINGS).map(|place| Warning { place, kind: WarningKind::UnknownCriterion }).collect()
}

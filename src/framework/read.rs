//! Reading a référentiel file. Refuses what is not one, is newer than this app, or cannot hold the screens up.

use super::{Framework, Level};
use thiserror::Error;

/// What `format` says.
pub const FORMAT: &str = "paliers-framework";
/// The version of the format this app reads.
pub const SCHEMA: u32 = 1;

/// Why a référentiel cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Not JSON, or not of the shape; with the reader's own words.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// JSON, but of another format.
    #[error("not a paliers-framework")]
    Foreign,
    /// Written for a later version of Paliers.
    #[error("schema {0} is newer than {SCHEMA}")]
    TooNew(u32),
    /// Without tiers, thématiques or criteria, or with a criterion that lacks a level.
    #[error("incomplete: {0}")]
    Incomplete(&'static str),
}

#[derive(serde::Deserialize)]
struct Envelope {
    #[serde(default)]
    format: String,
    #[serde(default)]
    schema: u32,
}

/// Reads the text of a `paliers-framework` file.
///
/// # Errors
/// The first reason why it cannot be used.
pub fn read(text: &str) -> Result<Framework, Refusal> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|e| Refusal::Unreadable(e.to_string()))?;
    if envelope.format != FORMAT {
        return Err(Refusal::Foreign);
    }
    if envelope.schema > SCHEMA {
        return Err(Refusal::TooNew(envelope.schema));
    }
    let framework: Framework = serde_json::from_str(text).map_err(|e| Refusal::Unreadable(e.to_string()))?;
    let four = |levels: Vec<Level>| levels == Level::ALL;
    if !four(framework.tiers.iter().map(|t| t.level).collect()) {
        return Err(Refusal::Incomplete("tiers"));
    }
    if framework.thematiques.is_empty() || framework.criteria.is_empty() {
        return Err(Refusal::Incomplete("criteria"));
    }
    if !framework.criteria.iter().all(|c| four(c.levels.iter().map(|f| f.level).collect())) {
        return Err(Refusal::Incomplete("levels"));
    }
    Ok(framework)
}

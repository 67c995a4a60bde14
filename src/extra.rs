//! Fields that this version of Paliers does not know, kept so that a file read and written again loses nothing.
//!
//! `Extra` is opaque on purpose: the domain carries it without being able to look inside. Only `documents` opens it.

use serde::Serialize;
use serde_json::{Map, Value};

/// The unknown fields of one JSON object, and the known ones whose value could not be read (they stay in the file as
/// they were). Written first, so that a known field that has since been given a value takes over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Extra(Map<String, Value>);

impl Extra {
    /// Wraps what a reader did not consume.
    #[must_use]
    pub fn new(fields: Map<String, Value>) -> Self {
        Self(fields)
    }

    /// True when there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

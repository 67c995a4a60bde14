//! The list of the référentiels that a site serves, `frameworks/index.json`: what can be chosen without loading each.

use crate::json::{self, Object};
use crate::names::FrameworkId;
use serde::Serialize;

/// The name of the file, beside the référentiels.
pub const FILE: &str = "index.json";

/// The file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Index {
    /// In the order in which they are shown.
    pub frameworks: Vec<Served>,
}

/// One référentiel of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Served {
    /// Its id, and the name of its file.
    pub id: FrameworkId,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
}

/// Reads the file; an empty list when it is none.
#[must_use]
pub fn read(text: &str) -> Index {
    json::read(text, |o| Some(Index { frameworks: o.list("frameworks", served) })).unwrap_or_default()
}

fn served(o: &mut Object) -> Option<Served> {
    Some(Served { id: o.word("id", FrameworkId::parse)?, version: o.text("version"), title: o.text("title") })
}

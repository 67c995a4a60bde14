//! The names of files: readable on every system, with the school and the day.

use crate::domain::{Day, Dossier};
use crate::names::slug;

/// Longest school name kept.
const MAX_NAME: usize = 40;

/// `<nom>_<date>_sauvegarde.paliers.json`
#[must_use]
pub fn file_name(dossier: &Dossier, today: Day) -> String {
    named(dossier, today, "sauvegarde.paliers.json")
}

/// `<nom>_<date>_<ending>`
#[must_use]
pub fn named(dossier: &Dossier, today: Day, ending: &str) -> String {
    format!("{}_{today}_{ending}", plain(&dossier.school.name))
}

/// The name as a slug; `ecole` when nothing is left.
pub(super) fn plain(name: &str) -> String {
    let plain = slug(name, MAX_NAME);
    if plain.is_empty() { "ecole".to_owned() } else { plain }
}

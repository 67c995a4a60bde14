//! The words of a question that the glossary explains, where they are read.

use crate::framework::glossary::of_question;
use crate::framework::{Criterion, Framework, Term};
use crate::ui::dom::{El, el, kids};

/// A native disclosure; nothing when no word needs it.
pub fn explained(framework: &Framework, criterion: &Criterion) -> Option<El> {
    let terms = of_question(framework, criterion);
    let entry = |term: &&Term| el("div", kids![el("dt", term.term.clone()), el("dd", term.text.clone())]);
    let summary = format!("Mots expliqués ({})", terms.len());
    let entries: Vec<_> = terms.iter().map(entry).collect();
    (!entries.is_empty()).then(|| el("details", kids![el("summary", summary), el("dl.words", entries)]))
}

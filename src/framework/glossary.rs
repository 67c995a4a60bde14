//! The words of the glossary that occur in texts, to be explained where they are read.
//!
//! An acronym is found in its own case, so that « avec » is no AVEC; any other term whatever its case and accents, in the
//! singular or with an s. A term such as `AVEC (ou BYOD)` is found by each of its names.

use super::search::fold;
use super::{Criterion, Framework, Term};

/// The terms that occur in one of the texts, in the order of the glossary.
#[must_use]
pub fn explained<'a>(framework: &'a Framework, texts: &[&str]) -> Vec<&'a Term> {
    let texts: Vec<Text> = texts.iter().map(|text| Text::of(text)).collect();
    framework.glossary.iter().filter(|term| texts.iter().any(|text| text.names(&term.term))).collect()
}

/// The terms that the question, its hint, its facts and their signs use.
#[must_use]
pub fn of_question<'a>(framework: &'a Framework, criterion: &Criterion) -> Vec<&'a Term> {
    let facts = criterion.levels.iter().flat_map(|fact| fact.signs.iter().chain([&fact.text]));
    let texts: Vec<&str> =
        facts.chain([&criterion.title, &criterion.question, &criterion.decide]).map(String::as_str).collect();
    explained(framework, &texts)
}

struct Text {
    /// Its words as they are written, between spaces.
    written: String,
    /// The same without accents or case.
    folded: String,
}

impl Text {
    fn of(text: &str) -> Self {
        Self { written: between_spaces(&words(text)), folded: between_spaces(&fold(text)) }
    }

    fn names(&self, term: &str) -> bool {
        term.replace(" et ", "/").split(['(', ')', '/']).map(|name| name.trim().trim_start_matches("ou ").trim()).any(
            |name| {
                if is_acronym(name) {
                    self.written.contains(&between_spaces(&words(name)))
                } else {
                    let name = fold(name);
                    !name.is_empty()
                        && (self.folded.contains(&format!(" {name} ")) || self.folded.contains(&format!(" {name}s ")))
                }
            },
        )
    }
}

fn is_acronym(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() > 1
}

fn words(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn between_spaces(text: &str) -> String {
    format!(" {text} ")
}

//! Finding words in a référentiel: its questions, facts, actions and glossary, in that order.
//!
//! Accents, case, apostrophes and hyphens are forgiven; each word asked for must begin a word of what is found. It does
//! not guess at spellings and gives no marks: the order is that of the référentiel.

use super::{Action, Criterion, Framework, Level, Term};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hit<'a> {
    /// In the title, the question or the hint.
    Question(&'a Criterion),
    /// In a fact or its signs.
    Fact(&'a Criterion, Level),
    /// In an action or its steps.
    Action(&'a Action),
    /// In the glossary.
    Term(&'a Term),
}

/// What holds every word of `asked`; nothing when it holds none.
#[must_use]
pub fn find<'a>(framework: &'a Framework, asked: &str) -> Vec<Hit<'a>> {
    let asked = fold(asked);
    let asked: Vec<&str> = asked.split(' ').filter(|word| !word.is_empty()).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    let mut look = |texts: &[&str], hit: Hit<'a>| {
        if holds(texts, &asked) {
            hits.push(hit);
        }
    };
    for criterion in &framework.criteria {
        look(&[&criterion.title, &criterion.question, &criterion.decide], Hit::Question(criterion));
    }
    for criterion in &framework.criteria {
        for fact in &criterion.levels {
            let texts: Vec<&str> = fact.signs.iter().chain([&fact.text]).map(String::as_str).collect();
            look(&texts, Hit::Fact(criterion, fact.level));
        }
    }
    for action in &framework.actions {
        let texts: Vec<&str> = action.steps.iter().chain([&action.title, &action.axis]).map(String::as_str).collect();
        look(&texts, Hit::Action(action));
    }
    for term in &framework.glossary {
        look(&[&term.term, &term.text], Hit::Term(term));
    }
    hits
}

/// Whether each word begins a word of the texts.
fn holds(texts: &[&str], asked: &[&str]) -> bool {
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    asked.iter().all(|word| folded.iter().any(|text| text.split(' ').any(|own| own.starts_with(word))))
}

/// The words of a text without accents or case, one space between two: `Données d’élèves` gives `donnees d eleves`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            // An accent that stands apart, as files made on some computers have them.
            "" if ('\u{300}'..='\u{36f}').contains(&letter) => {}
            "" if letter.is_alphanumeric() => folded.push(letter),
            "" if folded.is_empty() || folded.ends_with(' ') => {}
            "" => folded.push(' '),
            plain => folded.push_str(plain),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A letter of French without its accent; empty for what is no such letter.
fn plain(letter: char) -> &'static str {
    match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' | 'ì' => "i",
        'ñ' => "n",
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'ÿ' => "y",
        'æ' => "ae",
        'œ' => "oe",
        _ => "",
    }
}

/// A search as it stands in an address: `données élèves` gives `donn%c3%a9es+%c3%a9l%c3%a8ves`, which browsers show well.
#[must_use]
pub fn to_address(asked: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut address = String::new();
    for byte in asked.trim().to_lowercase().bytes() {
        match byte {
            b' ' => address.push('+'),
            _ if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            _ => address.extend(['%', hex(HEX, byte >> 4), hex(HEX, byte & 15)]),
        }
    }
    address
}

fn hex(digits: &[u8; 16], half: u8) -> char {
    char::from(digits[usize::from(half)])
}

/// A search as an address gives it, whoever escaped it.
#[must_use]
pub fn from_address(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = (*first == b'%').then(|| after.get(..2)).flatten();
        let escaped = escaped.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match escaped {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(if *first == b'+' { b' ' } else { *first });
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

//! The names of files: readable on every system, with the school and the day.

use crate::domain::{Day, Dossier};

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

/// Lower-case ASCII letters, digits and single hyphens; `ecole` when nothing is left.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().filter(|letter| !is_accent(*letter)) {
        match fold(letter) {
            "" if letter.is_ascii_alphanumeric() => plain.push(letter.to_ascii_lowercase()),
            "" if plain.is_empty() || plain.ends_with('-') => {}
            "" => plain.push('-'),
            folded => plain.push_str(folded),
        }
    }
    plain.truncate(MAX_NAME);
    let plain = plain.trim_end_matches('-');
    if plain.is_empty() { "ecole".to_owned() } else { plain.to_owned() }
}

/// A combining accent, as some systems write « é » in two characters.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The ASCII letters of an accented or joined one; empty for any other character. A table rather than `to_lowercase`,
/// whose tables of all scripts weigh more than the rest of this module.
fn fold(letter: char) -> &'static str {
    match letter {
        'À'..='Å' | 'à'..='å' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' => "c",
        'È'..='Ë' | 'è'..='ë' => "e",
        'Ì'..='Ï' | 'ì'..='ï' => "i",
        'Ñ' | 'ñ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' => "o",
        'Œ' | 'œ' => "oe",
        'ß' => "ss",
        'Ù'..='Ü' | 'ù'..='ü' => "u",
        'Ý' | 'Ÿ' | 'ý' | 'ÿ' => "y",
        _ => "",
    }
}

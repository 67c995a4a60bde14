//! The name of a backup file: readable on every system, with the school and the day.

use crate::domain::{Day, Dossier};

/// Longest school name kept.
const MAX_NAME: usize = 40;

/// `<nom>_<date>_sauvegarde.paliers.json`
#[must_use]
pub fn file_name(dossier: &Dossier, today: Day) -> String {
    format!("{}_{today}_sauvegarde.paliers.json", plain(&dossier.school.name))
}

/// Lower-case ASCII letters, digits and single hyphens; `ecole` when nothing is left.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.chars().flat_map(char::to_lowercase).filter(|c| !is_accent(*c)) {
        match fold(letter) {
            "" if letter.is_ascii_alphanumeric() => plain.push(letter),
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

/// The ASCII letters of an accented or joined one; empty for any other character.
fn fold(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => "a",
        'æ' => "ae",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ī' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => "u",
        'ý' | 'ÿ' => "y",
        _ => "",
    }
}

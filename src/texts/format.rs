//! Numbers, dates, lists and spaces, as French typography wants them.

use crate::domain::Day;

/// No-break space: before `:`, inside « », between a number and its noun.
pub const NB: char = '\u{a0}';
/// Narrow no-break space: before `;`, `?` and `!`.
pub const NNB: char = '\u{202f}';

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

fn month(day: Day) -> &'static str {
    usize::try_from(day.month() - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("")
}

/// « 1er décembre 2026 ».
#[must_use]
pub fn day(day: Day) -> String {
    format!("{}{NB}{}", day_without_year(day), day.year())
}

/// « 1er décembre ».
#[must_use]
pub fn day_without_year(day: Day) -> String {
    let number = if day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
    format!("{number}{NB}{}", month(day))
}

/// « novembre 2026 ».
#[must_use]
pub fn month_and_year(day: Day) -> String {
    format!("{}{NB}{}", month(day), day.year())
}

/// « 17 h 05 ».
#[must_use]
pub fn hour(hour: u32, minute: u32) -> String {
    format!("{hour}{NB}h{NB}{minute:02}")
}

/// « 1 réponse », « 3 réponses »: plural from two on, as in French.
#[must_use]
pub fn count(n: usize, singular: &str, plural: &str) -> String {
    format!("{n}{NB}{}", if n < 2 { singular } else { plural })
}

/// A number from zero to twenty in words, in the feminine.
#[must_use]
pub fn in_words(n: usize) -> String {
    const WORDS: [&str; 21] = [
        "aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
    ];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// « a, b et c ».
#[must_use]
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{} et {}", init.join(", "), last.as_ref())
        }
    }
}

/// The text with its first letter in upper case.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text with its first letter in lower case, unless its first word is an acronym.
#[must_use]
pub fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// « 2 – partagé » whose number and dash stay on one line, in running text.
#[must_use]
pub fn unbroken(level: &str) -> String {
    level.replace(" – ", "\u{a0}– ")
}

/// The text on one line; beyond `most` letters, its beginning up to a word, and « […] ».
#[must_use]
pub fn brief(text: &str, most: usize) -> String {
    let line = lines(text).join(" ");
    let Some((end, _)) = line.char_indices().nth(most) else { return line };
    let word = line[..end].rfind(' ').filter(|at| *at > 0).unwrap_or(end);
    format!("{}{NB}[…]", line[..word].trim_end())
}

/// A text field's content, one item a line, blank lines dropped.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_dates_and_numbers() {
        let first = Day::parse("2026-12-01").unwrap();
        assert_eq!(day(first), "1er\u{a0}décembre\u{a0}2026");
        assert_eq!(month_and_year(first), "décembre\u{a0}2026");
        assert_eq!(hour(17, 5), "17\u{a0}h\u{a0}05");
        assert_eq!(count(0, "réponse", "réponses"), "0\u{a0}réponse");
        assert_eq!(count(2, "réponse", "réponses"), "2\u{a0}réponses");
    }

    #[test]
    fn lists_and_letters() {
        for (items, expected) in
            [(vec![], ""), (vec!["a"], "a"), (vec!["a", "b"], "a et b"), (vec!["a", "b", "c"], "a, b et c")]
        {
            assert_eq!(list(&items), expected);
        }
        for (text, expected) in
            [("Un plan", "un plan"), ("ENT ouvert", "ENT ouvert"), ("À vérifier", "à vérifier"), ("", "")]
        {
            assert_eq!(lower(text), expected);
        }
        assert_eq!(capital("élève"), "Élève");
        assert_eq!(lines(" a \n\n b"), ["a", "b"]);
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        for (text, expected) in [
            ("", ""),
            (" un deux ", "un deux"),
            ("un\ndeux", "un deux"),
            ("un deux trois", "un deux\u{a0}[…]"),
            ("élémentaire", "élémentai\u{a0}[…]"),
        ] {
            assert_eq!(brief(text, 9), expected, "{text}");
        }
    }
}

//! The school of a dossier: its set of types, and the check letter of its code.

use crate::extra::Extra;
use crate::framework::SchoolType;

/// Who the dossier is about. Everything but the types may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct School {
    pub extra: Extra,
    pub name: String,
    /// Code (UAI) as typed; a wrong one is said and kept.
    pub uai: String,
    /// A set, in the order of [`SchoolType::ALL`].
    pub types: Vec<SchoolType>,
    /// Types that only a later Paliers knows; they match nothing. Files hold them at the end of `types`.
    pub other_types: Vec<String>,
    pub academie: String,
    pub commune: String,
    /// Number of pupils.
    pub pupils: Option<u32>,
}

impl School {
    /// True when something that applies to `types` (empty: all) applies to this school. A school that has not said its
    /// types is asked everything.
    #[must_use]
    pub fn is_among(&self, types: &[SchoolType]) -> bool {
        let unsaid = self.types.is_empty() && self.other_types.is_empty();
        types.is_empty() || unsaid || types.iter().any(|t| self.types.contains(t))
    }

    /// An école has a conseil d’école and no vie scolaire; a collège or a lycée has both.
    #[must_use]
    pub fn is_primary(&self) -> bool {
        !self.types.is_empty()
            && self.types.iter().all(|t| matches!(t, SchoolType::Maternelle | SchoolType::Elementaire))
    }
}

/// The letters of a UAI code, indexed by its number modulo 23.
const UAI_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";

/// What a code of school is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uai {
    /// Nothing typed: accepted.
    Empty,
    /// Seven digits and the right letter.
    Valid,
    /// Not seven digits and a letter.
    Malformed,
    /// The letter should be this one.
    WrongLetter(char),
}

/// Checks a UAI: seven digits, then the letter of rank (number mod 23). Case and spaces are forgiven.
#[must_use]
pub fn check_uai(text: &str) -> Uai {
    let code: Vec<u8> = text.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    if code.is_empty() {
        return Uai::Empty;
    }
    let [digits @ .., letter] = code.as_slice() else { return Uai::Malformed };
    if digits.len() != 7 || !digits.iter().all(u8::is_ascii_digit) || !letter.is_ascii_alphabetic() {
        return Uai::Malformed;
    }
    let number = digits.iter().fold(0_usize, |n, d| n * 10 + usize::from(d - b'0'));
    let expected = UAI_LETTERS[number % 23];
    if letter.to_ascii_uppercase() == expected { Uai::Valid } else { Uai::WrongLetter(char::from(expected)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_letter_of_a_uai() {
        for (code, expected) in [
            ("", Uai::Empty),
            ("  ", Uai::Empty),
            ("0750655E", Uai::Valid),
            ("0750655e", Uai::Valid),
            ("075 0655 E", Uai::Valid),
            ("0750655F", Uai::WrongLetter('E')),
            ("750655E", Uai::Malformed),
            ("07506551", Uai::Malformed),
            ("0750655É", Uai::Malformed),
            ("E", Uai::Malformed),
        ] {
            assert_eq!(check_uai(code), expected, "{code}");
        }
    }

    #[test]
    fn types_are_a_set() {
        let school = |types: &[SchoolType]| School { types: types.to_vec(), ..School::default() };
        use SchoolType::{College, Elementaire, LyceeGt, LyceePro, Maternelle};
        assert!(school(&[LyceeGt, LyceePro]).is_among(&[LyceePro]));
        assert!(!school(&[College]).is_among(&[LyceePro]));
        assert!(school(&[College]).is_among(&[]));
        assert!(school(&[]).is_among(&[LyceePro]), "a school that said nothing is asked everything");
        let unknown = School { other_types: vec!["cfa".into()], ..School::default() };
        assert!(!unknown.is_among(&[College]) && unknown.is_among(&[]), "a type of a later version matches nothing");
        assert!(school(&[Maternelle, Elementaire]).is_primary());
        assert!(!school(&[Elementaire, College]).is_primary());
        assert!(!school(&[]).is_primary());
    }
}

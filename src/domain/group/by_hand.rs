//! An answer in one character: what a school reads aloud, or shows, when its computer gives no file, and what the trainer
//! types. It refuses any other sign.

use crate::domain::Standing;
use crate::framework::Level;

/// The sign of a question without an answer.
pub const UNANSWERED: char = '-';
const UNKNOWN: char = 'v';
const NOT_APPLICABLE: char = 's';

/// The sign of an answer: 0 to 3, `v` à vérifier, `s` sans objet, `-` no answer.
#[must_use]
pub fn sign(standing: Standing) -> char {
    match standing {
        Standing::At(level) => char::from(b'0' + level.get()),
        Standing::Unknown => UNKNOWN,
        Standing::NotApplicable => NOT_APPLICABLE,
        Standing::Unanswered => UNANSWERED,
    }
}

/// The answer of a sign, upper or lower case.
#[must_use]
pub fn standing(sign: char) -> Option<Standing> {
    match sign.to_ascii_lowercase() {
        UNKNOWN => Some(Standing::Unknown),
        NOT_APPLICABLE => Some(Standing::NotApplicable),
        UNANSWERED => Some(Standing::Unanswered),
        digit => digit.to_digit(10).and_then(|digit| Level::new(u8::try_from(digit).ok()?)).map(Standing::At),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_has_one_sign_and_no_other_sign_is_read() {
        let levels = Level::ALL.map(Standing::At);
        for standing in levels.into_iter().chain([Standing::Unknown, Standing::NotApplicable, Standing::Unanswered]) {
            assert_eq!(super::standing(sign(standing)), Some(standing));
        }
        assert_eq!(standing('V'), Some(Standing::Unknown));
        for other in ['4', '9', ' ', 'x', 'é', '½'] {
            assert_eq!(standing(other), None, "{other}");
        }
    }
}

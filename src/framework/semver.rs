//! Semantic versions of a référentiel, as far as Paliers needs them: whether a text is one, and which of two is later.

/// Whether `text` is `1.2.3`, with or without what follows a `-` or a `+`.
#[must_use]
pub fn is_semver(text: &str) -> bool {
    let (core, rest) = text.split_at(text.find(['-', '+']).unwrap_or(text.len()));
    let number = |part: &str| part.parse::<u32>().is_ok_and(|n| n.to_string() == part);
    let label = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    core.split('.').count() == 3
        && core.split('.').all(number)
        && (rest.is_empty() || rest[1..].split(['.', '+']).all(label))
}

/// A version as three numbers to compare; what is not a number counts as 0, what follows a `-` or a `+` not at all.
#[must_use]
pub fn numbers(text: &str) -> [u32; 3] {
    let mut parts = text.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0));
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_without_leading_zeros() {
        for (text, is) in [
            ("1.0.0", true),
            ("0.12.3-rc.1", true),
            ("1.0.0+2026", true),
            ("1.0", false),
            ("1.0.0.0", false),
            ("01.0.0", false),
            ("+1.0.0", false),
            ("1.0.0-", false),
            ("1.0.0-é", false),
            ("v1.0.0", false),
            ("", false),
        ] {
            assert_eq!(is_semver(text), is, "{text}");
        }
    }

    #[test]
    fn numbers_compare_as_numbers() {
        assert!(numbers("1.10.0") > numbers("1.9.9") && numbers("2") == numbers("2.0.0") && numbers("x") == [0; 3]);
    }
}

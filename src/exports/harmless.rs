//! Texts that do nothing: what no format may hold is left out, and no cell of a spreadsheet begins like a formula.
//!
//! The rule of the apostrophe: a text whose first sign, blanks aside, is `=`, `+`, `-` or `@`, or that begins with a
//! tabulation or an end of line, gets an apostrophe before it. Typed numbers and dates are no texts. A spreadsheet then
//! shows the apostrophe and computes nothing.

/// The text without control characters and non-characters, its ends of line all `\n`.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' => clean.push('\n'),
            '\n' | '\t' => clean.push(letter),
            _ if is_forbidden(letter) => {}
            _ => clean.push(letter),
        }
    }
    clean
}

/// What XML or HTML refuse: controls, and the code points that Unicode promises never to give a meaning.
fn is_forbidden(letter: char) -> bool {
    let code = u32::from(letter);
    matches!(code, 0..=0x1f | 0x7f..=0x9f | 0xfdd0..=0xfdef) || code & 0xfffe == 0xfffe
}

/// A clean text that no spreadsheet takes for a formula.
#[must_use]
pub fn cell(text: &str) -> String {
    let clean = clean(text);
    let first = clean.trim_start_matches(|letter: char| letter.is_whitespace() || is_invisible(letter)).chars().next();
    let begins_badly = clean.starts_with(['\t', '\n']) || matches!(first, Some('=' | '+' | '-' | '@'));
    if begins_badly { format!("'{clean}") } else { clean }
}

/// Marks of order and direction that some readers drop before looking at a text.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_never_begins_like_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+33 1", "'+33 1"),
            ("- relancer", "'- relancer"),
            ("@nom", "'@nom"),
            ("\t=1", "'\t=1"),
            ("\r\n=1", "'\n=1"),
            ("\0=1", "'=1"),
            (" =1", "' =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\ta", "'\ta"),
            ("— rien", "— rien"),
            ("2 – partagé", "2 – partagé"),
            ("'déjà", "'déjà"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_no_format_may_hold_is_left_out() {
        assert_eq!(clean("a\0\u{1b}\u{85}\u{fffe}\u{1ffff}\u{fdd0}b\r\nc\rd\te"), "ab\nc\nd\te");
        assert_eq!(clean("é\u{a0}\u{202f}👩🏽‍🏫"), "é\u{a0}\u{202f}👩🏽‍🏫");
    }
}

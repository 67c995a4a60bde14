//! French typography of a text: the slips that a keyboard makes and a line break shows. It looks for two: the straight
//! apostrophe, and an ordinary space where a no-break one belongs. It does not judge which no-break space was chosen.

/// Marks that a no-break space precedes.
const AFTER_A_SPACE: &str = ":;?!%»";
/// Characters shown on each side of a slip.
const CONTEXT: usize = 15;

/// The slips of a text, each in a French sentence that shows the words around it.
#[must_use]
pub fn slips(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut slips = Vec::new();
    for (index, current) in chars.iter().enumerate() {
        let next = chars.get(index + 1);
        let what = match (current, next) {
            ('\'', _) => "apostrophe droite".to_owned(),
            (' ', Some(mark)) if AFTER_A_SPACE.contains(*mark) => format!("espace sécable avant {mark}"),
            ('«', Some(' ')) => "espace sécable après «".to_owned(),
            _ => continue,
        };
        let around = &chars[index.saturating_sub(CONTEXT)..chars.len().min(index + CONTEXT)];
        slips.push(format!("{what} dans : {}", around.iter().collect::<String>().trim()));
    }
    slips
}

//! Names that cross a boundary (a file, an address, a form): ids, one type per identity, and closed lists of words.
//!
//! Ids are 1 to 64 characters of `[A-Za-z0-9._-]`; they are never assumed to be UUIDs. An id that breaks the rule
//! cannot be made: the only door is `parse`. A word outside its list is refused, never mapped to a default.

use serde::{Deserialize, Serialize};

/// Longest id accepted, in characters.
pub const MAX_ID: usize = 64;

/// Whether `text` may be an id of a dossier.
#[must_use]
pub fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
}

/// A text as it may stand in a file's name or an address: lower-case ASCII letters, digits and single hyphens, at most
/// `longest` of them.
#[must_use]
pub fn slug(text: &str, longest: usize) -> String {
    let mut plain = String::new();
    for letter in text.chars().filter(|letter| !is_accent(*letter)) {
        match fold(letter) {
            "" if letter.is_ascii_alphanumeric() => plain.push(letter.to_ascii_lowercase()),
            "" if plain.is_empty() || plain.ends_with('-') => {}
            "" => plain.push('-'),
            folded => plain.push_str(folded),
        }
    }
    plain.truncate(longest);
    plain.trim_end_matches('-').to_owned()
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

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id, or nothing when `text` cannot be one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                is_id(text).then(|| Self(text.to_owned()))
            }

            /// The id as written in files and addresses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<Self, String> {
                if is_id(&text) { Ok(Self(text)) } else { Err(text) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

/// A closed list of words: an enum with its one spelling in files, addresses and forms.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word of the list, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The spelling in files, addresses and forms.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The word so spelled, if it is in the list.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(text: String) -> Result<Self, String> {
                Self::parse(&text).ok_or(text)
            }
        }

        impl From<$name> for &'static str {
            fn from(word: $name) -> Self {
                word.as_str()
            }
        }
    };
}
pub(crate) use words;

id!(
    /// A référentiel, `egn-2020`.
    FrameworkId
);
id!(
    /// A thématique, `acces`.
    ThematiqueId
);
id!(
    /// A sous-thématique, `acces.egalite`.
    SubThemeId
);
id!(
    /// A question, `acces.egalite.reperer`.
    CriterionId
);
id!(
    /// An action of the référentiel.
    ActionId
);
id!(
    /// A dossier, made on this or another computer.
    DossierId
);
id!(
    /// A point d'étape of a dossier.
    CampaignId
);
id!(
    /// A decided action.
    PlanItemId
);
id!(
    /// An indicator that the school follows.
    IndicatorId
);
id!(
    /// Someone of the directory.
    ActorId
);
id!(
    /// A workshop.
    WorkshopId
);
id!(
    /// A meeting of the committee.
    MeetingId
);
id!(
    /// A document that the school adapts.
    PaperId
);

impl FrameworkId {
    /// Stands for the référentiel of a file that names none.
    #[must_use]
    pub fn unnamed() -> Self {
        Self("inconnu".to_owned())
    }
}

impl SubThemeId {
    /// The last part, used in addresses: `egalite` for `acces.egalite`.
    #[must_use]
    pub fn last_part(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_checked_at_the_door() {
        for (text, accepted) in [
            ("acces.egalite", true),
            ("A_b-9", true),
            ("", false),
            ("é", false),
            ("a b", false),
            ("a/b", false),
            (&"x".repeat(64), true),
            (&"x".repeat(65), false),
        ] {
            assert_eq!(CriterionId::parse(text).is_some(), accepted, "{text}");
        }
    }

    #[test]
    fn an_address_takes_the_last_part_of_a_sub_theme() {
        assert_eq!(SubThemeId::parse("acces.egalite").unwrap().last_part(), "egalite");
    }
}

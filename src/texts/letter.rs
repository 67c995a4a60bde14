//! The sentences of a letter to one addressee: what we ask, each with the fact that supports it. Signed and sent by hand.
//! Nobody is at fault in it, and it says what it rests on.

use super::format::{NB, day, lower};
use super::results::addressee;
use super::school;
use crate::domain::{Campaign, Day, School};
use crate::framework::Reach;

/// What it is about.
pub const ABOUT: &str = "Objet\u{a0}: nos demandes pour le numérique";
/// The greeting, to be completed by hand.
pub const GREETING: &str = "Madame, Monsieur,";
/// What it rests on.
pub const RESTS_ON: &str = "Ces constats viennent d’un point d’étape fait entre nous, avec un référentiel proposé, non officiel. \
    Nous pouvons vous les présenter et préparer la suite avec vous.";
/// Its last words.
pub const FAREWELL: &str =
    "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations respectueuses.";

/// « Lettre à la commune ».
#[must_use]
pub fn title(reach: Reach, school: &School) -> String {
    format!("Lettre {}", lower(addressee(reach, school)))
}

/// The end of the file's name: `lettre-commune.odt`.
#[must_use]
pub fn file_ending(reach: Reach, school: &School) -> String {
    let whom = addressee(reach, school);
    let whom = whom.rsplit([' ', '’']).next().unwrap_or(whom);
    format!("lettre-{}.odt", crate::names::slug(whom, 20))
}

/// The school, and where it is: « Montaigu, le 25 novembre 2026 ».
#[must_use]
pub fn place_and_day(school: &School, today: Day) -> String {
    match school.commune.trim() {
        "" => format!("Le {}", day(today)),
        place => format!("{place}, le {}", day(today)),
    }
}

/// Why we write.
#[must_use]
pub fn opening(school: &School, campaign: &Campaign) -> String {
    let when = campaign.date.map(|date| format!(" le {}", day(date))).unwrap_or_default();
    let here = school::of_the(school).replace("de l’", "dans l’").replace("du ", "au ");
    format!(
        "Nous avons fait le point{when} sur le numérique {here}. Ce qui suit ne dépend pas de nous seuls. \
         Chaque demande est accompagnée du fait constaté aujourd’hui."
    )
}

/// The fact of today, and the one that what we ask would make true.
#[must_use]
pub fn facts(today: Option<&str>, then: &str) -> String {
    let now = today.map(|fact| format!("Aujourd’hui{NB}: {}\n", lower(fact))).unwrap_or_default();
    format!("{now}Ce que cela rendrait possible{NB}: {}", lower(then))
}

/// Who signs.
#[must_use]
pub fn signature(school: &School) -> String {
    format!("Pour le comité numérique {}", school::of_the(school))
}

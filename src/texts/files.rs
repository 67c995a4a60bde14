//! Files in words: why one is refused, what a preview shows, what was read with a warning, when one was saved.

use super::format::{NB, count, day, hour};
use super::school;
use crate::documents::{Difference, Refusal, SchoolFact, Warning, WarningKind};
use crate::domain::{Day, Dossier};
use crate::framework::Refusal as FrameworkRefusal;

/// Why a file cannot be opened, and what to do.
#[must_use]
pub fn refusal(refusal: Refusal) -> String {
    match refusal {
        Refusal::TooLarge => "Ce fichier dépasse 5\u{a0}Mo\u{a0}: ce n’est pas une sauvegarde de Paliers. Choisissez un fichier qui finit par .paliers.json.".to_owned(),
        Refusal::NotJson { line, column } => format!(
            "Ce fichier est illisible à partir de la ligne {line}, caractère {column}. Il a peut-être été coupé en chemin{NB}: demandez-en une nouvelle copie."
        ),
        Refusal::NotADossier => "Ce fichier n’est pas un dossier de Paliers. Choisissez un fichier qui finit par .paliers.json.".to_owned(),
        Refusal::TooNew(_) => "Ce dossier vient d’une version plus récente de Paliers. Ouvrez-le avec cette version, ou demandez à l’hébergeur de mettre à jour ce site.".to_owned(),
        Refusal::NoId => "Ce dossier n’a pas d’identifiant utilisable. Il a peut-être été modifié à la main\u{a0}: demandez-en une nouvelle copie.".to_owned(),
    }
}

/// The disk did not give the file.
pub const UNREADABLE: &str = "Ce fichier n’a pas pu être lu sur le disque. Copiez-le ailleurs, puis réessayez.";

/// A record of the same id is here and cannot be read: its text comes first.
pub const DAMAGED_HERE: &str = "Un dossier du même identifiant est gardé sur cet ordinateur et ne peut pas être lu. Téléchargez son texte ci-dessous, effacez-le, puis ouvrez ce fichier.";

/// What was not read as its author meant it.
#[must_use]
pub fn warning(warning: &Warning) -> String {
    let what = match warning.kind {
        WarningKind::Missing => "manque",
        WarningKind::Unreadable => "n’est pas lisible et compte comme absent",
        WarningKind::Repeated => "répète un élément déjà lu et compte comme absent",
        WarningKind::UnknownWord => "emploie un mot que cette version ne connaît pas",
        WarningKind::UnknownCriterion => "répond à une question que ce référentiel n’a pas, et ne compte dans rien",
    };
    format!("{} {what}{NB}; la valeur reste dans le fichier.", warning.place).replace("\u{a0};", "\u{202f};")
}

/// What a file holds, in a line.
#[must_use]
pub fn summary(dossier: &Dossier) -> String {
    let answers = dossier.campaign().map_or(0, |c| c.answers.len());
    let name = dossier.campaign().map_or_else(|| "aucun point d’étape".to_owned(), |c| super::format::lower(&c.name));
    format!(
        "{}{NB}: {name}, {}, {}.",
        school::name(&dossier.school),
        count(answers, "réponse", "réponses"),
        count(dossier.plan.len(), "action décidée", "actions décidées")
    )
}

/// What opening a file would change here, in lines.
#[must_use]
pub fn difference(d: &Difference) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |n: usize, one: &str, many: &str, what: &str| {
        if n > 0 {
            lines.push(format!("{} {what}", count(n, one, many)));
        }
    };
    line(d.answers_theirs.len(), "réponse", "réponses", "dans le fichier seulement");
    line(d.answers_differing.len(), "réponse", "réponses", "différente d’un côté et de l’autre");
    line(d.answers_mine.len(), "réponse", "réponses", "ici seulement");
    line(d.campaigns_theirs.len(), "point d’étape", "points d’étape", "dans le fichier seulement");
    line(d.plan_theirs.len(), "action décidée", "actions décidées", "dans le fichier seulement");
    line(d.plan_differing.len(), "action décidée", "actions décidées", "différente d’un côté et de l’autre");
    line(d.plan_mine.len(), "action décidée", "actions décidées", "ici seulement");
    line(d.targets_theirs, "objectif", "objectifs", "dans le fichier seulement");
    line(d.targets_differing, "objectif", "objectifs", "différent d’un côté et de l’autre");
    for (list, one, many) in [
        ([d.workshops.theirs.len(), d.workshops.differing.len(), d.workshops.mine.len()], "atelier", "ateliers"),
        ([d.meetings.theirs.len(), d.meetings.differing.len(), d.meetings.mine.len()], "réunion", "réunions"),
        (
            [d.indicators.theirs.len(), d.indicators.differing.len(), d.indicators.mine.len()],
            "indicateur",
            "indicateurs",
        ),
        ([d.actors.theirs.len(), d.actors.differing.len(), d.actors.mine.len()], "contact", "contacts"),
        (
            [d.papers.theirs.len(), d.papers.differing.len(), d.papers.mine.len()],
            "document adapté",
            "documents adaptés",
        ),
    ] {
        line(list[0], one, many, "dans le fichier seulement");
        line(list[1], one, many, "différent d’un côté et de l’autre");
        line(list[2], one, many, "ici seulement");
    }
    if !d.school.is_empty() {
        let facts: Vec<&str> = d.school.iter().map(|fact| school_fact(*fact)).collect();
        lines.push(format!(
            "Sur l’école ou l’établissement{NB}: {} ne se disent pas pareil",
            super::format::list(&facts)
        ));
    }
    if lines.is_empty() {
        lines.push("Le fichier dit la même chose que ce dossier.".to_owned());
    }
    lines
}

fn school_fact(fact: SchoolFact) -> &'static str {
    match fact {
        SchoolFact::Name => "le nom",
        SchoolFact::Uai => "le code UAI",
        SchoolFact::Types => "les types",
        SchoolFact::Academie => "l’académie",
        SchoolFact::Commune => "la commune",
        SchoolFact::Pupils => "le nombre d’élèves",
    }
}

/// When something was saved, seen from today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub today: Day,
    pub saved: Option<(Day, u32, u32)>,
}

/// « Modifié aujourd’hui à 17 h 12 », « Modifié le 3 mars 2026 ».
#[must_use]
pub fn modified(when: &When) -> String {
    match when.saved {
        Some((date, h, m)) if date == when.today => format!("Modifié aujourd’hui à {}", hour(h, m)),
        Some((date, ..)) => format!("Modifié le {}", day(date)),
        None => String::new(),
    }
}

/// The référentiel did not come.
#[must_use]
pub fn framework_missing() -> String {
    "Le fichier des questions, frameworks/egn-2020.json, ne vient pas. Vérifiez la connexion, puis réessayez. Si le \
     message revient, signalez à la personne qui héberge ce site que ce fichier manque."
        .to_owned()
}

/// The référentiel is not usable.
#[must_use]
pub fn framework_refusal(refusal: &FrameworkRefusal) -> String {
    let what = match refusal {
        FrameworkRefusal::Unreadable(words) => {
            return format!(
                "Le fichier des questions est abîmé ({words}). Réessayez\u{202f}; si le message revient, signalez-le à la personne qui héberge ce site."
            );
        }
        FrameworkRefusal::Foreign => "n’est pas un référentiel de Paliers",
        FrameworkRefusal::TooNew(_) => "est écrit pour une version plus récente de Paliers",
        FrameworkRefusal::Incomplete(_) => "est incomplet\u{a0}: il manque des paliers, des thématiques ou des faits",
    };
    format!("Le fichier des questions {what}. Signalez-le à la personne qui héberge ce site.")
}

/// A dossier made with another référentiel.
#[must_use]
pub fn foreign(id: &str, version: &str) -> String {
    let version = if version.is_empty() { String::new() } else { format!(", version {version}") };
    format!(
        "Il a été fait avec le référentiel «{NB}{id}{NB}»{version}, que cette page ne connaît pas. Vous pouvez le lire et en \
         garder un fichier\u{202f}; pour y répondre, ouvrez-le sur le site où il a été commencé, ou sur un site de Paliers plus récent."
    )
}

/// A reminder to make a backup file.
#[must_use]
pub fn reminder(days: i32) -> String {
    format!(
        "Pas de fichier de sauvegarde depuis {days}{NB}jours. Un fichier suffit à tout retrouver, même sur un autre ordinateur."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_says_what_to_do() {
        for (kind, words) in [
            (Refusal::TooLarge, "5\u{a0}Mo"),
            (Refusal::NotJson { line: 3, column: 7 }, "ligne 3"),
            (Refusal::NotADossier, "n’est pas un dossier"),
            (Refusal::TooNew(2), "plus récente"),
            (Refusal::NoId, "identifiant"),
        ] {
            assert!(refusal(kind).contains(words), "{}", refusal(kind));
        }
    }

    #[test]
    fn a_save_of_today_says_its_hour() {
        let today = Day::parse("2026-11-23").unwrap();
        let when = |saved| modified(&When { today, saved });
        assert_eq!(when(Some((today, 9, 5))), "Modifié aujourd’hui à 9\u{a0}h\u{a0}05");
        assert_eq!(when(Some((Day::parse("2026-03-01").unwrap(), 9, 5))), "Modifié le 1er\u{a0}mars\u{a0}2026");
        assert_eq!(when(None), "");
    }
}

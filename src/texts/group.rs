//! Several schools in words: who is in, what is said of them together, and what is withheld.

use super::format::{self, NB, NNB, count, day};
use crate::documents::archive::Fault;
use crate::domain::group::asks::Addressee;
use crate::domain::group::figures::Spread;
use crate::domain::group::needs::Common;
use crate::domain::group::ways::Way;
use crate::domain::group::years::Year;
use crate::domain::group::{FEW, Group, Kind, Left, Member, Sieve};
use crate::domain::{Day, Standing};
use crate::framework::Framework;
use crate::texts::{files, results};

/// Said instead of a figure.
pub const WITHHELD: &str = "moins de cinq écoles";

/// What is said where a filter shows nothing.
pub const FILTER_WITHHELD: &str = "Moins de cinq écoles, d’un côté de ce choix ou de l’autre, ou en rapprochant plusieurs choix\u{a0}: rien n’est montré, ni ici ni pour les autres écoles.";

/// « École », « Collège »: what a school without a name is called, before its number.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Ecole => "École",
        Kind::College => "Collège",
        Kind::Lycee => "Lycée",
        Kind::LyceePro => "Lycée professionnel",
        Kind::Other => "Établissement",
    }
}

/// The kinds as a filter names them.
#[must_use]
pub fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Ecole => "Écoles",
        Kind::College => "Collèges",
        Kind::Lycee => "Lycées généraux, technologiques ou polyvalents",
        Kind::LyceePro => "Lycées professionnels",
        Kind::Other => "Autres, ou type non dit",
    }
}

/// The name of a school, or « École 3 » by its place in the group.
#[must_use]
pub fn name(place: usize, member: &Member) -> String {
    if member.school.name.is_empty() {
        format!("{} {}", kind(member.kind), place + 1)
    } else {
        member.school.name.clone()
    }
}

/// « 8 écoles ».
#[must_use]
pub fn schools(n: usize) -> String {
    count(n, "école", "écoles")
}

/// « collège, Fougères, 16 réponses, 12 novembre 2026 ».
#[must_use]
pub fn about(member: &Member) -> String {
    let standings = member.latest().standings.iter().flatten();
    let answered = standings.filter(|standing| **standing != Standing::Unanswered).count();
    let parts = [
        Some(format::lower(kind(member.kind))).filter(|_| !member.school.name.is_empty()),
        Some(member.school.commune.clone()).filter(|commune| !commune.is_empty()),
        Some(count(answered, "réponse", "réponses")),
        member.date().map(day),
        member.by_hand.then(|| "tapée ici".to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What stands at the head of the screen.
#[must_use]
pub fn headline(group: &Group) -> (String, String) {
    let schools_in = group.members().len();
    let kinds: Vec<String> = group
        .kinds()
        .into_iter()
        .map(|kind| {
            let n = group.members().iter().filter(|member| member.kind == kind).count();
            let (one, many) = nouns(kind);
            count(n, one, many)
        })
        .collect();
    (format!("{} dans la vue", schools(schools_in)), format!("{}.", format::list(&kinds)))
}

fn nouns(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Ecole => ("école", "écoles"),
        Kind::College => ("collège", "collèges"),
        Kind::Lycee => ("lycée", "lycées"),
        Kind::LyceePro => ("lycée professionnel", "lycées professionnels"),
        Kind::Other => ("établissement", "établissements"),
    }
}

/// A school was taken out of the view.
#[must_use]
pub fn removed(name: &str, left: usize) -> String {
    format!("{name} n’est plus là. Il reste {}.", schools(left))
}

/// What can be shown of so many schools.
#[must_use]
pub fn what_shows(schools: usize) -> &'static str {
    match schools {
        0 => "",
        1 => {
            "Une seule école\u{a0}: ajoutez-en d’autres. À partir de deux, les besoins se disent en phrases, si les écoles sont d’accord\u{202f}; à partir de cinq, avec des chiffres."
        }
        2..FEW => {
            "Moins de cinq écoles\u{a0}: les besoins se disent en phrases, si les écoles sont d’accord. Les chiffres viennent à partir de cinq."
        }
        _ => {
            "Un tableau n’est montré que s’il réunit cinq écoles au moins, et si un choix de type ou de commune en laisse cinq au moins de l’autre côté."
        }
    }
}

/// A second file of a school.
#[must_use]
pub fn again(name: &str, kept: Option<Day>) -> String {
    let kept = kept.map_or_else(|| "le plus récent".to_owned(), |kept| format!("celui du {}", day(kept)));
    format!(
        "{name}{NB}: plusieurs fichiers. Le point d’étape retenu est {kept}{NNB}; les plus anciens servent à comparer les années."
    )
}

/// Why a dossier is not in the group.
#[must_use]
pub fn left(left: &Left) -> String {
    match left {
        Left::Silent => "Ce dossier n’a pas encore de point d’étape.".to_owned(),
        Left::Foreign { id, version } => {
            let version = if version.is_empty() { String::new() } else { format!(", version {version}") };
            format!(
                "Ce dossier suit un autre référentiel («{NB}{id}{NB}»{version})\u{a0}: ses réponses ne se comparent pas à celles-ci."
            )
        }
    }
}

/// Why a zip, or a file of it, is not read.
#[must_use]
pub fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Damaged => "Ce fichier est abîmé, ou n’est pas ce qu’il annonce. Demandez-en une nouvelle copie.",
        Fault::Encrypted => {
            "Ce fichier est protégé par un mot de passe. Ouvrez-le d’abord, puis déposez ce qu’il contient."
        }
        Fault::Unknown => {
            "Ce zip est fait d’une façon que Paliers ne lit pas. Ouvrez-le d’abord, puis déposez ce qu’il contient."
        }
        Fault::TooLarge => "Ce zip dépasse 128\u{a0}Mo. Faites-en plusieurs.",
        Fault::TooMany => "Ce zip contient plus de 20\u{a0}000 fichiers. Faites-en plusieurs.",
        Fault::Unfolds => {
            "Une fois ouvert, ce fichier serait bien plus gros qu’un dossier de Paliers. Il n’a pas été ouvert."
        }
    }
}

/// Nobody is in the view.
pub const NOBODY: &str = "Aucune école n’est dans la vue.";

/// A file that is neither a dossier nor a zip of them.
pub const NOT_A_DOSSIER: &str = "Ce n’est pas un fichier .paliers.json.";

/// How far reading is.
#[must_use]
pub fn progress(done: usize, total: usize) -> String {
    format!("Lecture en cours{NB}: {} sur {total}.", count(done, "fichier", "fichiers"))
}

/// What came of reading.
#[must_use]
pub fn read(entered: usize, refused: usize) -> String {
    let entered = match entered {
        0 => "Aucun fichier n’est entré".to_owned(),
        1 => format!("1{NB}fichier est entré"),
        n => format!("{n}{NB}fichiers sont entrés"),
    };
    match refused {
        0 => format!("{entered}."),
        1 => format!("{entered}{NNB}; 1{NB}fichier est resté dehors, avec sa raison."),
        n => format!("{entered}{NNB}; {n}{NB}fichiers sont restés dehors, avec leur raison."),
    }
}

/// What the filter keeps, when it may be said.
#[must_use]
pub fn sieved(sieve: &Sieve, communes: &str, kept: usize, all: usize) -> String {
    let which =
        [sieve.kind.map(|kind| format::lower(kinds(kind))), Some(communes.to_owned()).filter(|c| !c.is_empty())];
    let which: Vec<String> = which.into_iter().flatten().collect();
    format!("{} sur {all}{NB}: {}.", schools(kept), which.join(", "))
}

/// « 6 écoles sur 8 n’y sont pas encore. »
#[must_use]
pub fn wanted(common: &Common) -> String {
    match (common.schools, common.of) {
        (schools, of) if schools == of => format!("Aucune des {of}{NB}écoles qui ont répondu n’y est encore."),
        (schools, of) => format!("{} sur {of} n’y {} pas encore.", self::schools(schools), are(schools)),
    }
}

/// « 6 écoles sur 8 y sont. »
#[must_use]
pub fn works(common: &Common) -> String {
    match (common.schools, common.of) {
        (schools, of) if schools == of => format!("Les {of}{NB}écoles qui ont répondu y sont."),
        (schools, of) => format!("{} sur {of} y {}.", self::schools(schools), are(schools)),
    }
}

/// « 5 écoles sur 8 le vérifient. »
#[must_use]
pub fn checked(common: &Common) -> String {
    format!("{} sur {} le vérifient.", schools(common.schools), common.of)
}

fn are(n: usize) -> &'static str {
    if n < 2 { "est" } else { "sont" }
}

/// « Utile à 6 écoles sur 8. 2 écoles l’ont décidée. 3 écoles l’ont déjà fait. »
#[must_use]
pub fn way(way: &Way, of: usize) -> String {
    let useful = if way.useful == of {
        format!("Utile aux {of}{NB}écoles.")
    } else {
        format!("Utile à {} sur {of}.", schools(way.useful))
    };
    let have = |n: usize, what: &str| match n {
        0 => String::new(),
        1 => format!(" 1{NB}école l’a {what}."),
        n => format!(" {n}{NB}écoles l’ont {what}."),
    };
    format!("{useful}{}{}", have(way.decided, "décidée"), have(way.done.len(), "déjà faite"))
}

/// To whom, as a title.
#[must_use]
pub fn addressee(to: &Addressee, group: &Group) -> String {
    match to {
        Addressee::Commune(key) => match group.communes().get(key) {
            Some(name) => format!("À la commune{NB}: {name}"),
            None => "À la commune (non dite)".to_owned(),
        },
        Addressee::Departement => "Au Département".to_owned(),
        Addressee::Region => "À la Région".to_owned(),
        Addressee::Collectivite => "À la collectivité".to_owned(),
        Addressee::Academie => "À l’académie".to_owned(),
        Addressee::National => "Au ministère".to_owned(),
    }
}

/// « 2026–2027 ».
#[must_use]
pub fn year(year: Year) -> String {
    format!("{year}–{}", year + 1)
}

/// The median of a spread, « 1 – bases posées », or that it is withheld.
#[must_use]
pub fn median(framework: &Framework, spread: Option<Spread>) -> String {
    spread.map_or_else(|| WITHHELD.to_owned(), |spread| results::level(framework, spread.median))
}

/// How many questions have no line, since too few schools answer them.
#[must_use]
pub fn not_shown(questions: usize) -> String {
    match questions {
        1 => format!(
            "1{NB}autre question a moins de cinq réponses, ou en laisserait moins de cinq de l’autre côté du choix{NB}: elle n’est pas montrée."
        ),
        n => format!(
            "{n}{NB}autres questions ont moins de cinq réponses, ou en laisseraient moins de cinq de l’autre côté du choix{NB}: elles ne sont pas montrées."
        ),
    }
}

/// How many schools are at a level; nothing when withheld.
#[must_use]
pub fn at(spread: Option<Spread>, level: usize) -> String {
    spread.map_or_else(|| results::NONE.to_owned(), |spread| spread.counts[level].to_string())
}

/// Why a file is refused, whatever it is.
#[must_use]
pub fn refusal(refusal: crate::documents::Refusal) -> String {
    files::refusal(refusal)
}

//! The words that follow the school's types: an école has a conseil d’école and no « conseil d’administration ».

use super::format::{NB, count};
use crate::domain::school::Uai;
use crate::domain::{Dossier, Participants, Role, School, Workshop};
use crate::framework::SchoolType;

/// « école », « collège », « lycée » or, for a mixed or unknown set, « établissement ».
#[must_use]
pub fn noun(school: &School) -> &'static str {
    use SchoolType::{College, LyceeGt, LyceePro};
    match school.types.as_slice() {
        [] => "établissement",
        _ if school.is_primary() => "école",
        [College] => "collège",
        types if types.iter().all(|t| matches!(t, LyceeGt | LyceePro)) => "lycée",
        _ => "établissement",
    }
}

/// « de l’école », « du collège ».
#[must_use]
pub fn of_the(school: &School) -> String {
    match noun(school) {
        noun @ ("collège" | "lycée") => format!("du {noun}"),
        noun => format!("de l’{noun}"),
    }
}

/// Its name, or « Votre école » while it has none.
#[must_use]
pub fn name(school: &School) -> String {
    let typed = school.name.trim();
    if typed.is_empty() { format!("Votre {}", noun(school)) } else { typed.to_owned() }
}

/// What is said above an example: that it is one, and, once a workshop or a meeting was begun in it, that it stays there.
#[must_use]
pub fn example(dossier: &Dossier) -> Option<&'static str> {
    let is_workshop = dossier.workshops.iter().any(Workshop::is_of_a_document);
    let is_written = dossier.workshops.iter().any(|workshop| !workshop.is_of_a_document());
    dossier.example.then_some(match (is_workshop, is_written) {
        (false, false) => "Vous regardez un exemple\u{a0}: une école imaginée. Tout peut y être essayé.",
        (true, false) => "Vous regardez un exemple\u{a0}: un atelier. Tout peut y être essayé, votre dossier n’y est pas.",
        (false, true) => {
            "Vous écrivez dans un exemple\u{a0}: une école imaginée. Ce que vous y écrivez n’ira pas dans votre dossier."
        }
        (true, true) => {
            "Vous écrivez dans un exemple\u{a0}: un atelier. Ce que vous y écrivez n’ira pas dans votre dossier."
        }
    })
}

/// The council that adopts the plan.
#[must_use]
pub fn council(school: &School) -> &'static str {
    if school.is_primary() { "conseil d’école" } else { "conseil d’administration" }
}

/// Label of a type.
#[must_use]
pub fn type_label(kind: SchoolType) -> &'static str {
    match kind {
        SchoolType::Maternelle => "École maternelle",
        SchoolType::Elementaire => "École élémentaire",
        SchoolType::College => "Collège",
        SchoolType::LyceeGt => "Lycée général et technologique",
        SchoolType::LyceePro => "Lycée professionnel",
    }
}

/// Label of a role, for a form.
#[must_use]
pub fn role_label(role: Role, school: &School) -> &'static str {
    match role {
        Role::Direction => "Direction",
        Role::Enseignants => "Enseignantes et enseignants",
        Role::VieScolaire if school.is_primary() => "ATSEM et périscolaire",
        Role::VieScolaire => "Vie scolaire",
        Role::Agents => "Agents et personnels administratifs",
        Role::Accompagnement => "Accompagnement (AESH)",
        Role::Eleves => "Élèves",
        Role::Parents => "Parents",
        Role::Collectivite => "Collectivité",
        Role::Partenaires => "Partenaires",
    }
}

fn role_noun(role: Role, n: u32, school: &School) -> &'static str {
    let one = n < 2;
    match role {
        Role::Direction => "direction",
        Role::Enseignants if one => "enseignante ou enseignant",
        Role::Enseignants => "enseignantes et enseignants",
        Role::VieScolaire if school.is_primary() => "ATSEM ou périscolaire",
        Role::VieScolaire if one => "personne de la vie scolaire",
        Role::VieScolaire => "personnes de la vie scolaire",
        Role::Agents if one => "agent",
        Role::Agents => "agents",
        Role::Accompagnement if one => "personne de l’accompagnement",
        Role::Accompagnement => "personnes de l’accompagnement",
        Role::Eleves if one => "élève",
        Role::Eleves => "élèves",
        Role::Parents if one => "parent",
        Role::Parents => "parents",
        Role::Collectivite if one => "personne de la collectivité",
        Role::Collectivite => "personnes de la collectivité",
        Role::Partenaires if one => "partenaire",
        Role::Partenaires => "partenaires",
    }
}

/// « 9 personnes : 1 direction, 4 enseignantes et enseignants, 2 parents », or nothing when nobody is counted.
#[must_use]
pub fn participants(participants: &Participants, school: &School) -> Option<String> {
    let total: u32 = participants.counts.values().sum();
    if total == 0 {
        return None;
    }
    let roles: Vec<String> = participants
        .counts
        .iter()
        .filter(|(_, n)| **n > 0)
        .map(|(role, n)| format!("{n}{NB}{}", role_noun(*role, *n, school)))
        .collect();
    let people = count(usize::try_from(total).unwrap_or(usize::MAX), "personne", "personnes");
    Some(format!("{people}{NB}: {}", roles.join(", ")))
}

/// What to say of a code of school; nothing when it is right or empty.
#[must_use]
pub fn uai_advice(uai: Uai) -> Option<String> {
    match uai {
        Uai::Empty | Uai::Valid => None,
        Uai::Malformed => Some(format!(
            "Un code UAI a sept chiffres et une lettre, comme 0750655E. Vérifiez-le{NB}: il est gardé tel quel."
        )),
        Uai::WrongLetter(letter) => Some(format!(
            "La lettre ne correspond pas aux chiffres{NB}: ce serait {letter}. Vérifiez-le{NB}: il est gardé tel quel."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SchoolType::{College, Elementaire, LyceeGt, LyceePro, Maternelle};

    #[test]
    fn words_follow_the_types() {
        for (types, expected) in [
            (vec![], "établissement"),
            (vec![Maternelle, Elementaire], "école"),
            (vec![College], "collège"),
            (vec![LyceeGt, LyceePro], "lycée"),
            (vec![College, LyceePro], "établissement"),
        ] {
            assert_eq!(noun(&School { types, ..School::default() }), expected);
        }
        let school = School { types: vec![Elementaire], ..School::default() };
        assert_eq!((council(&school), of_the(&school).as_str()), ("conseil d’école", "de l’école"));
    }

    #[test]
    fn participants_are_counted_by_role() {
        let school = School { types: vec![College], ..School::default() };
        let counts = [(Role::Direction, 1), (Role::Parents, 2), (Role::Eleves, 0)].into_iter().collect();
        let some = Participants { counts, ..Participants::default() };
        assert_eq!(participants(&some, &school).unwrap(), "3\u{a0}personnes\u{a0}: 1\u{a0}direction, 2\u{a0}parents");
        assert_eq!(participants(&Participants::default(), &school), None);
    }
}

//! The questions in words: progress, scope, and what widening it will do.

use super::format::{NB, count};
use crate::domain::{Campaign, Dossier, Scope};
use crate::framework::Framework;

/// The six answering rules in one line each, as printed on every sheet.
pub const RULES: [&str; 6] = [
    "Nous parlons de l’année scolaire en cours, sauf si la phrase dit autre chose.",
    "Nous parlons de toute l’école ou de tout l’établissement, non de la classe la plus avancée.",
    "Nous retenons le fait le plus haut qui est vrai aujourd’hui, avec ceux d’en dessous. «\u{a0}Prévu\u{a0}» ne compte pas.",
    "Entre deux, nous prenons le plus bas et nous notons l’hésitation.",
    "«\u{a0}À vérifier\u{a0}», quand personne ne sait\u{a0}: nous disons qui, et pour quand.",
    "«\u{a0}Sans objet\u{a0}»\u{a0}: la question n’a pas d’objet ici. Cela ne veut pas dire qu’elle n’est pas une priorité.",
];

/// What answering takes, with the number of essential questions once the référentiel is here.
#[must_use]
pub fn essential(framework: Option<&Framework>) -> String {
    let n = framework.map(|f| f.criteria.iter().filter(|c| c.essential).count()).filter(|n| *n > 0);
    let questions = n.map_or_else(|| "quelques questions".to_owned(), |n| count(n, "question", "questions"));
    format!(
        "L’essentiel{NB}: {questions}, 40{NB}minutes à plusieurs. «{NB}À vérifier{NB}» est une réponse{NB}: nous disons \
         qui, et pour quand."
    )
}

/// « Étape 2 sur 14 · Égal accès · 3 réponses sur 4 ».
#[must_use]
pub fn step(step: usize, of: usize, thematique: &str, answered: usize, asked: usize) -> String {
    format!("Étape {step} sur {of} · {thematique} · {} sur {asked}", count(answered, "réponse", "réponses"))
}

/// « L’essentiel (16 questions, 40 min) » or « Tout le référentiel (42 questions) ».
#[must_use]
pub fn scope(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> String {
    let n = dossier.asked(framework, campaign).count();
    match campaign.scope {
        Scope::Essential => format!("L’essentiel ({}, 40{NB}min)", count(n, "question", "questions")),
        Scope::Complete => format!("Tout le référentiel ({})", count(n, "question", "questions")),
        Scope::List(_) => format!("Une partie du référentiel ({})", count(n, "question", "questions")),
    }
}

/// How many questions the whole référentiel would add, and what that does to the bilan; nothing when it adds none.
#[must_use]
pub fn widening(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Option<String> {
    let whole = Campaign { scope: Scope::Complete, ..campaign.clone() };
    let (now, then) = (dossier.asked(framework, campaign).count(), dossier.asked(framework, &whole).count());
    let more = then.checked_sub(now).filter(|more| *more > 0)?;
    Some(format!(
        "{} de plus. Vos réponses restent. Les paliers seront calculés sur {}{NB}: tant qu’elles n’ont pas toutes \
         une réponse, ils se diront «{NB}entre… et…{NB}». Vous pourrez annuler.",
        count(more, "question", "questions"),
        count(then, "question", "questions"),
    ))
}

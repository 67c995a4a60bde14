//! What has moved between two points d’étape, in words.

use super::format::{NB, NNB, capital, count, day, in_words, list, unbroken};
use super::results;
use crate::domain::evolution::{Course, Evolution, Move};
use crate::domain::{Answer, Campaign, Day};
use crate::framework::{Framework, Level};

/// The name of a point d’étape among others, with its day.
#[must_use]
pub fn name(campaign: &Campaign) -> String {
    match campaign.date {
        Some(date) => format!("{} ({})", campaign.name, day(date)),
        None => campaign.name.clone(),
    }
}

/// « Sur 12 questions communes, 5 ont monté, 1 a baissé et 1 est maintenant connue. »
#[must_use]
pub fn headline(found: &Evolution) -> String {
    if found.common == 0 {
        return "Ces deux points d’étape n’ont aucune question en commun.".to_owned();
    }
    let verbs = |n: usize, one: &str, many: &str| (n > 0).then(|| count(n, one, many));
    let parts: Vec<String> = [
        verbs(found.rose.len(), "a monté", "ont monté"),
        verbs(found.known.len(), "est maintenant connue", "sont maintenant connues"),
        verbs(found.fell.len(), "est plus basse", "sont plus basses"),
        verbs(found.lost.len(), "est à revoir", "sont à revoir"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let common = count(found.common, "question commune", "questions communes");
    if parts.is_empty() {
        return format!("Sur {common}, toutes les réponses sont les mêmes.");
    }
    format!("Sur {common}, {}.", list(&parts))
}

/// What is not compared, said when there is some.
#[must_use]
pub fn scope(found: &Evolution) -> Option<String> {
    let (verb, pronoun) =
        if found.apart < 2 { ("n’est posée", "elle ne compte") } else { ("ne sont posées", "elles ne comptent") };
    (found.apart > 0).then(|| {
        format!(
            "{} {verb}, ou n’a d’objet, que dans l’un des deux points d’étape{NNB}: {pronoun} pas dans cette comparaison.",
            count(found.apart, "question", "questions")
        )
    })
}

/// The sentence of the slopes.
#[must_use]
pub fn slopes(courses: &[Course]) -> String {
    let low = |course: &Course| Some((course.before.bracket?.low, course.now.bracket?.low));
    let both: Vec<(Level, Level)> = courses.iter().filter_map(low).collect();
    let up = both.iter().filter(|(before, now)| now > before).count();
    let down = both.iter().filter(|(before, now)| now < before).count();
    let same = both.len() - up - down;
    let part = |n: usize, one: &str, many: &str| {
        (n > 0).then(|| format!("{} {}", in_words(n), if n < 2 { one } else { many }))
    };
    let parts: Vec<String> = [
        part(up, "thématique a gagné au moins un palier", "thématiques ont gagné au moins un palier"),
        part(same, "garde le sien", "gardent le leur"),
        part(down, "est plus basse", "sont plus basses"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        return "Aucune thématique n’a de palier dans les deux points d’étape.".to_owned();
    }
    if up == 0 && down == 0 {
        return "Aucune thématique n’a changé de palier.".to_owned();
    }
    format!("{}.", capital(&list(&parts)))
}

/// « Débit de la connexion : de « à engager » à « 2 – partagé » ».
#[must_use]
pub fn step(framework: &Framework, step: &Move) -> String {
    let said = |standing| {
        format!("«{NB}{}{NB}»", unbroken(&super::format::lower(&super::explain::standing(framework, standing))))
    };
    format!("de {} à {}", said(step.before), said(step.now))
}

/// Who checks and by when, and whether the day is past.
#[must_use]
pub fn to_check(answer: &Answer, today: Day) -> String {
    checked(answer, today).unwrap_or_else(|| "reste à dire qui vérifie, et pour quand".to_owned())
}

/// The same; none when neither is said.
#[must_use]
pub fn checked(answer: &Answer, today: Day) -> Option<String> {
    let check = results::check(answer)?;
    let late = answer.check.as_ref().and_then(|c| c.by).is_some_and(|by| by < today);
    Some(if late { format!("{check}{NNB}; cette date est passée") } else { check })
}

/// What a new point d’étape is called.
#[must_use]
pub fn new_name(today: Day) -> String {
    format!("Point d’étape de {}", super::format::month_and_year(today))
}

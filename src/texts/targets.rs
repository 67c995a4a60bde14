//! Objectifs and the palier that the plan leads to, in words; and the sentence of another reading.

use super::format::{NB, NNB, in_words, lower};
use super::{crosswalk, results};
use crate::domain::readings::{Group, Part, Reading};
use crate::domain::targets::Course;
use crate::framework::Framework;

/// The sentence of the screen: how many objectifs the plan reaches if it succeeds. `decided`: whether it holds an action.
#[must_use]
pub fn headline(courses: &[Course], decided: bool) -> String {
    let aimed = courses.iter().filter(|c| c.target.is_some());
    let all = aimed.clone().count();
    let low = |course: &Course| course.projected.bracket.map(|b| b.low);
    let reached = aimed.filter(|c| low(c) >= c.target).count();
    match (reached, all) {
        (_, 0) => "Les objectifs se choisissent une fois les premières réponses données.".to_owned(),
        (0, _) if !decided => "Aucune action n’est encore décidée\u{a0}: choisissons d’abord où aller.".to_owned(),
        (0, _) => "Le plan rapproche des objectifs, sans encore en atteindre un.".to_owned(),
        (n, all) if n == all => "Si le plan réussit, tous les objectifs sont atteints.".to_owned(),
        (1, all) => format!("Si le plan réussit, un objectif sur {} est atteint.", in_words(all)),
        (n, all) => format!("Si le plan réussit, {} objectifs sur {} sont atteints.", in_words(n), in_words(all)),
    }
}

/// What the plan makes of one thématique.
#[must_use]
pub fn projection(framework: &Framework, course: &Course, decided: bool) -> String {
    let (Some(today), Some(then)) = (course.today.bracket, course.projected.bracket) else {
        return "Le palier se calcule dès la première réponse.".to_owned();
    };
    let today_words = lower(&results::palier(framework, Some(today)));
    let words = lower(&results::palier(framework, Some(then)));
    let moves = if !decided {
        format!("Aujourd’hui{NB}: {today_words}")
    } else if today == then {
        format!("Aujourd’hui{NB}: {today_words}. Les actions décidées ne changent pas encore ce palier")
    } else {
        format!("Aujourd’hui{NB}: {today_words}. Si le plan réussit{NB}: {words}")
    };
    let left = course.target.map_or(0, |target| target.get().saturating_sub(then.low.get()));
    match left {
        _ if course.target.is_none() => format!("{moves}."),
        0 => format!("{moves}{NNB}; l’objectif est atteint."),
        1 => format!("{moves}{NNB}; il reste une marche jusqu’à l’objectif."),
        n => format!("{moves}{NNB}; il reste {} marches jusqu’à l’objectif.", in_words(usize::from(n))),
    }
}

/// The name of a part of another framework.
#[must_use]
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Champ(champ) => crosswalk::champ(champ),
        Part::Selfie(area) => crosswalk::selfie(area),
    }
}

/// The title of a reading.
#[must_use]
pub fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Champ => "Résultats par champ d’action",
        Reading::Selfie => "Résultats par domaine de SELFIE",
    }
}

/// The sentence of a reading: which group has come the farthest, and which has the most steps before it.
#[must_use]
pub fn reading_sentence(groups: &[Group]) -> String {
    let known: Vec<(&Group, u32)> = groups.iter().filter_map(|g| Some((g, g.selection.score().progress?.0))).collect();
    let first = |wanted: Option<u32>| known.iter().find(|(_, n)| Some(*n) == wanted).map(|(g, _)| part(g.part));
    let (low, high) = (known.iter().map(|k| k.1).min(), known.iter().map(|k| k.1).max());
    match (first(high), first(low)) {
        (Some(high_name), Some(low_name)) if high != low => format!(
            "Le plus de chemin parcouru{NB}: {}. Le plus de marches à monter{NB}: {}.",
            lower(high_name),
            lower(low_name)
        ),
        (Some(_), Some(_)) => "Le chemin parcouru est le même partout.".to_owned(),
        _ => "Aucune réponse à montrer.".to_owned(),
    }
}

//! « D’où vient ce palier ? »: the arithmetic of a figure, in sentences.

use super::format::{NB, NNB, count};
use super::results;
use crate::domain::explain::{Check, Explanation};
use crate::domain::scoring::{Bracket, percent};
use crate::domain::{Standing, Target};
use crate::framework::{Framework, Level};

/// Each figure of a row in a sentence, in the order of its columns.
#[must_use]
pub fn lines(framework: &Framework, found: &Explanation) -> Vec<String> {
    let mut lines = vec![responses(found)];
    let Some(bracket) = found.score.bracket else { return lines };
    lines.extend(found.low.iter().map(|check| tier(framework, found, check)));
    if let Some(open) = widening(found, bracket) {
        lines.push(open);
    }
    lines.push(progress(found));
    lines
}

fn responses(found: &Explanation) -> String {
    let Some(responses) = found.score.responses else {
        return "Aucune de ces questions n’est posée ici.".to_owned();
    };
    let mut rest = Vec::new();
    if found.unknown > 0 {
        rest.push(format!("{} à vérifier", found.unknown));
    }
    if found.unanswered > 0 {
        rest.push(format!("{} sans réponse", found.unanswered));
    }
    let rest = if rest.is_empty() { String::new() } else { format!("{NB}: {}", super::format::list(&rest)) };
    format!(
        "Réponses{NB}: {} avec un palier sur {}{rest}. Ce qui est sans objet chez nous n’est pas compté.",
        count(responses.answered, "réponse", "réponses"),
        count(responses.of, "question", "questions"),
    )
}

/// « Palier 1 – bases posées : 3 questions sur 4 sont à ce palier ou plus haut… »
fn tier(framework: &Framework, found: &Explanation, check: &Check) -> String {
    let verb = if check.there < 2 { "est" } else { "sont" };
    let part = percent(check.weight_there, check.weight).map_or(0, |p| p.0);
    let weighed = if found.even { "soit" } else { "avec leurs poids," };
    let core = match (check.core_there, check.core) {
        (_, 0) => String::new(),
        (1, 1) => " La question-clé y est.".to_owned(),
        (0, 1) => " La question-clé n’y est pas encore.".to_owned(),
        (there, all) if there == all => format!(" Les {all}{NB}questions-clés y sont."),
        (there, all) => format!(" Il y faut aussi les {all}{NB}questions-clés{NB}: {there} y {}.", be(there)),
    };
    let end = if check.holds() { "Ce palier est atteint." } else { "Ce palier reste à atteindre." };
    format!(
        "Palier {}{NB}: {} sur {} {verb} au palier {} ou plus haut, {weighed} {part}{NB}%{NNB}; il en faut \
         {}{NB}%.{core} {end}",
        results::level(framework, check.tier),
        count(check.there, "question", "questions"),
        check.of,
        check.tier.get(),
        check.share,
    )
}

fn be(n: usize) -> &'static str {
    if n < 2 { "est" } else { "sont" }
}

/// Why the palier is « entre x et y », or that what is missing changes nothing.
fn widening(found: &Explanation, bracket: Bracket) -> Option<String> {
    let open = found.unknown + found.unanswered;
    if open == 0 {
        return None;
    }
    let (verb, counted) = if open < 2 { ("n’est", "Comptée") } else { ("ne sont", "Comptées") };
    let start = format!(
        "{} {verb} pas encore {}.",
        count(open, "réponse", "réponses"),
        if open < 2 { "connue" } else { "connues" }
    );
    let word = |level: Level| if level == Level::ZERO { "à engager".to_owned() } else { level.get().to_string() };
    let end = if bracket.low == bracket.high {
        format!("{counted} au plus bas comme au plus haut, le palier ne change pas.")
    } else {
        format!(
            "{counted} au plus bas, le palier est {}{NNB}; {} au plus haut, {}. C’est pourquoi nous lisons «{NB}entre {} et {}{NB}».",
            word(bracket.low),
            counted.to_lowercase(),
            word(bracket.high),
            bracket.low.get(),
            bracket.high.get()
        )
    };
    Some(format!("{start} {end}"))
}

fn progress(found: &Explanation) -> String {
    let weights = if found.even { "" } else { ", chaque question comptant selon son poids" };
    format!(
        "Avancement{NB}: sur les questions qui ont un palier, {} {} sur {} possibles{weights}, soit {}.",
        count(found.climbed as usize, "marche", "marches"),
        if found.climbed < 2 { "est montée" } else { "sont montées" },
        found.steps,
        results::percent(found.score.progress),
    )
}

/// Where the objectif comes from.
#[must_use]
pub fn target(framework: &Framework, level: Option<Level>, own: Option<&Target>) -> Option<String> {
    let level = results::level(framework, level?);
    Some(match own {
        None => format!("Objectif{NB}: {level}. Aucun n’est choisi{NNB}; c’est la marche suivante."),
        Some(own) => {
            let due = own.due.map(|day| format!(", d’ici le {}", super::format::day(day))).unwrap_or_default();
            format!("Objectif{NB}: {level}, choisi par nous{due}.")
        }
    })
}

/// A question that may be under a figure, and its answer in words.
#[must_use]
pub fn standing(framework: &Framework, standing: Standing) -> String {
    match standing {
        Standing::At(level) => results::level(framework, level),
        Standing::Unknown => "À vérifier".to_owned(),
        Standing::NotApplicable => "Sans objet".to_owned(),
        Standing::Unanswered => "À répondre".to_owned(),
    }
}

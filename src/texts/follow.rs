//! Following the plan in words: what is late, when things fall, what marking an action « fait » changes.

use super::format::{NB, NNB, capital, count, in_words, list, lower};
use super::results;
use crate::domain::follow::{Effect, When, is_late, when};
use crate::domain::{Day, Dossier, Effort, PlanItem};
use crate::framework::Framework;

/// When an action falls, as a choice of a list.
#[must_use]
pub fn when_label(when: When) -> &'static str {
    match when {
        When::Past => "Date passée",
        When::ThisYear => "Cette année scolaire",
        When::NextYear => "L’année scolaire prochaine",
        When::Later => "Au-delà",
        When::Undated => "Sans date",
    }
}

/// What an action asks of the team.
#[must_use]
pub fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::Light => "Faible",
        Effort::Medium => "Moyen",
        Effort::Heavy => "Fort",
    }
}

/// The title of an action, or what stands for it.
#[must_use]
pub fn title(item: &PlanItem) -> &str {
    Some(item.title.trim()).filter(|title| !title.is_empty()).unwrap_or("Action sans titre")
}

/// « avant le 12 novembre 2026, date passée depuis trois semaines »; none when nothing is late.
#[must_use]
pub fn late(framework: &Framework, item: &PlanItem, today: Day) -> Option<String> {
    let due = item.due(framework, today);
    let days = due.day().filter(|_| is_late(framework, item, today))?.days_to(today);
    Some(format!("{}, date passée depuis {}", lower(&super::plan::due(due)), since(days)))
}

/// « hier », « cinq jours », « trois semaines », « quatre mois », « plus d’un an ».
fn since(days: i32) -> String {
    let number = |n: i32| in_words(usize::try_from(n).unwrap_or_default());
    match days {
        ..=1 => "hier".to_owned(),
        2..=13 => format!("{}{NB}jours", number(days)),
        14..=59 => format!("{}{NB}semaines", number(days / 7)),
        60..=364 => format!("{}{NB}mois", number(days / 30)).replace("une\u{a0}mois", "un\u{a0}mois"),
        _ => "plus d’un an".to_owned(),
    }
}

/// « Deux actions cette année scolaire, une l’année scolaire prochaine ; une sans date. » Open actions only.
#[must_use]
pub fn calendar(framework: &Framework, dossier: &Dossier, today: Day) -> String {
    let open: Vec<When> =
        dossier.plan.iter().filter(|item| item.is_open()).map(|item| when(framework, item, today)).collect();
    let number = |kind: When| open.iter().filter(|when| **when == kind).count();
    let parts: Vec<String> = [
        (When::ThisYear, "cette année scolaire"),
        (When::NextYear, "l’année scolaire prochaine"),
        (When::Later, "au-delà"),
        (When::Past, "dont la date est passée"),
        (When::Undated, "sans date"),
    ]
    .into_iter()
    .filter(|(kind, _)| number(*kind) > 0)
    .enumerate()
    .map(|(index, (kind, words))| match (index, number(kind)) {
        (0, 1) => format!("une action {words}"),
        (0, n) => format!("{} actions {words}", in_words(n)),
        (_, n) => format!("{} {words}", in_words(n)),
    })
    .collect();
    match parts.is_empty() {
        true => "Aucune action n’est à mener.".to_owned(),
        false => format!("{}.", capital(&list(&parts))),
    }
}

/// « 4 actions sur 12. »
#[must_use]
pub fn shown(shown: usize, total: usize) -> String {
    format!("{} sur {total}.", count(shown, "action", "actions"))
}

/// « Trois dates sont passées ».
#[must_use]
pub fn late_title(n: usize) -> String {
    match n {
        1 => "Une date est passée".to_owned(),
        n => format!("{} dates sont passées", capital(&in_words(n))),
    }
}

/// « Les 8 actions dont la date est passée ».
#[must_use]
pub fn all_late(n: usize) -> String {
    format!("Les {n}{NB}actions dont la date est passée")
}

/// « 2 étapes sur 5 »; none without a step.
#[must_use]
pub fn steps(item: &PlanItem) -> Option<String> {
    let done = item.steps.iter().filter(|step| step.done).count();
    let of = item.steps.len();
    (of > 0).then(|| format!("{} sur {of}", count(done, "étape", "étapes")))
}

/// What is true once the action is done, as the question to ask: « Peut-on dire maintenant : … ? »
#[must_use]
pub fn ask_again(effect: &Effect) -> String {
    let fact = effect.criterion.fact(effect.to).trim_end_matches('.');
    format!("Pouvons-nous dire aujourd’hui{NB}: «{NB}{fact}{NB}»{NNB}?")
}

/// What that answer does to the palier of its thématique.
#[must_use]
pub fn effect(framework: &Framework, effect: &Effect) -> String {
    let quoted = |bracket| match bracket {
        None => "sans palier".to_owned(),
        bracket => format!("«{NB}{}{NB}»", results::palier(framework, bracket)),
    };
    let title = &effect.thematique.title;
    if effect.before != effect.after {
        let (before, after) = (quoted(effect.before), quoted(effect.after));
        return format!("Le palier de «{NB}{title}{NB}» passerait de {before} à {after}.");
    }
    let stays = format!("Le palier de «{NB}{title}{NB}» resterait {}", quoted(effect.before));
    match effect.missing {
        0 => format!("{stays}{NNB}; des questions restent à vérifier pour aller plus haut."),
        1 => format!("{stays}{NNB}; une question manquerait encore pour le suivant."),
        n => format!("{stays}{NNB}; {} questions manqueraient encore pour le suivant.", in_words(n)),
    }
}

/// What an agenda holds: actions with a day, next meetings, drills; and the actions that stay out of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    pub deadlines: usize,
    pub meetings: usize,
    pub drills: usize,
    pub undated: usize,
}

/// « Trois échéances et un exercice iront dans l’agenda ; une action sans date n’y sera pas. »
#[must_use]
pub fn agenda(agenda: Agenda) -> String {
    let Agenda { deadlines, meetings, drills, undated } = agenda;
    let said = |n: usize, one: &str, more: &str| match n {
        0 => None,
        1 => Some(one.to_owned()),
        n => Some(format!("{} {more}", in_words(n))),
    };
    let parts: Vec<String> = [
        said(deadlines, "une échéance", "échéances"),
        said(meetings, "une réunion", "réunions"),
        said(drills, "un exercice", "exercices"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let goes = match deadlines + meetings + drills {
        0 => "Aucune échéance à mettre dans l’agenda".to_owned(),
        1 => format!("{} ira dans l’agenda", capital(&list(&parts))),
        _ => format!("{} iront dans l’agenda", capital(&list(&parts))),
    };
    match undated {
        0 => format!("{goes}."),
        1 => format!("{goes}{NNB}; une action sans date n’y sera pas."),
        n => format!("{goes}{NNB}; {} actions sans date n’y seront pas.", in_words(n)),
    }
}

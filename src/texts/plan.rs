//! The plan in words: why a piste is proposed, when an action is due, where it stands.

use super::format::{NB, NNB, capital, count, day, day_without_year, in_words, list, lower};
use super::results;
use crate::domain::plan::Due;
use crate::domain::requests::Request;
use crate::domain::suggestions::Suggestion;
use crate::domain::{Day, Dossier, PlanItem, State};
use crate::framework::{Framework, Horizon, Level, Period};

/// Why a piste is proposed: its factors in words, the strongest first; figures stay in the data.
#[must_use]
pub fn reason(suggestion: &Suggestion) -> (String, String) {
    let mut parts: Vec<String> = Vec::new();
    match suggestion.opens {
        Some(tier) if suggestion.action.to >= tier => parts.push(format!("Ouvre le palier {}", tier.get())),
        Some(tier) => parts.push(format!("Première marche vers le palier {}", tier.get())),
        None => {}
    }
    parts.push(
        match suggestion.action.effort {
            1 => "Rapide",
            2 => "Demande un peu de temps",
            _ => "Demande du temps en équipe",
        }
        .to_owned(),
    );
    if suggestion.action.impact >= 3 {
        parts.push("change beaucoup de choses".to_owned());
    }
    match suggestion.dots {
        0 => {}
        1 => parts.push("une pastille du comité".to_owned()),
        n => parts.push(format!("{n}{NB}pastilles du comité")),
    }
    let first = parts.remove(0);
    let rest: Vec<String> = parts.iter().map(|p| lower(p)).collect();
    let rest = if rest.is_empty() { String::new() } else { format!("{}.", capital(&list(&rest))) };
    (format!("{first}."), rest)
}

/// « de « bases posées » à « partagé » ».
#[must_use]
pub fn from_to(framework: &Framework, from: Level, to: Level) -> String {
    format!("de «{NB}{}{NB}» à «{NB}{}{NB}»", framework.tier_name(from), framework.tier_name(to))
}

/// A moment of the school year.
#[must_use]
pub fn period(period: Period) -> &'static str {
    match period {
        Period::Rentree => "À la rentrée",
        Period::Arrivees => "À l’arrivée de nouveaux collègues",
        Period::Automne => "À l’automne",
        Period::Projet => "Avec le projet d’école ou d’établissement",
        Period::Conseil => "Avant un conseil",
        Period::Printemps => "Au printemps",
        Period::FinAnnee => "En fin d’année",
    }
}

/// A horizon, as defined by Paliers.
#[must_use]
pub fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Court => "Cette année scolaire",
        Horizon::Moyen => "L’année scolaire prochaine",
        Horizon::Long => "Au-delà",
    }
}

/// When an action is due: « Avant le 29 janvier 2027 », « À la rentrée, vers la fin septembre 2027 ».
#[must_use]
pub fn due(due: Due) -> String {
    match due {
        Due::By(date) => format!("Avant le {}", day(date)),
        Due::Around(moment, Some(last)) => format!("{}, {}", period(moment), around(last)),
        Due::Around(moment, None) => period(moment).to_owned(),
        Due::Within(h) => horizon(h).to_owned(),
        Due::Unsaid => results::NONE.to_owned(),
    }
}

/// « vers la fin septembre 2026 », « vers le 5 juillet 2027 ».
fn around(last: Day) -> String {
    if last.day() >= 25 {
        let month = super::format::month_and_year(last);
        format!("vers la fin {month}")
    } else {
        format!("vers le {}", day(last))
    }
}

/// Where an action stands.
#[must_use]
pub fn state(state: State) -> &'static str {
    match state {
        State::Todo => "À lancer",
        State::Doing => "En cours",
        State::Waiting => "En attente de…",
        State::Done => "Fait",
        State::Dropped => "Non retenu",
    }
}

/// Where an action stands, with who is awaited.
#[must_use]
pub fn item_state(item: &PlanItem) -> String {
    match (item.state, item.waiting_for.as_deref().map(str::trim).filter(|w| !w.is_empty())) {
        (State::Waiting, Some(whom)) => format!("En attente de{NB}: {whom}"),
        (State::Waiting, None) => "En attente".to_owned(),
        (other, _) => state(other).to_owned(),
    }
}

/// Where a request stands: that of its decided action, or only proposed.
#[must_use]
pub fn request_state(request: &Request) -> String {
    request.item.map_or_else(|| "Proposée".to_owned(), item_state)
}

/// The lines of a list that say something: while one is typed, an empty one may wait at its end.
pub fn filled(lines: &[String]) -> impl Iterator<Item = &str> {
    lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty())
}

/// « Direction, avec équipe enseignante et parents élus », or « — ».
#[must_use]
pub fn who(item: &PlanItem) -> String {
    let involved: Vec<String> = filled(&item.involved).map(lower).collect();
    let leads: Vec<&str> = filled(&item.leads).collect();
    match (leads.is_empty(), involved.is_empty()) {
        (true, true) => results::NONE.to_owned(),
        (false, true) => list(&leads),
        (true, false) => format!("Avec {}", list(&involved)),
        (false, false) => format!("{}, avec {}", list(&leads), list(&involved)),
    }
}

/// « Direction »: who leads, else who takes part, or « — ».
#[must_use]
pub fn lead(item: &PlanItem) -> String {
    let leads: Vec<&str> = filled(&item.leads).collect();
    if leads.is_empty() { who(item) } else { list(&leads) }
}

/// Indicators and success factors, or « — ».
#[must_use]
pub fn evidence(framework: &Framework, item: &PlanItem) -> String {
    let indicators = filled(&item.indicators).map(|i| framework.indicator_title(i));
    let mut all = indicators.chain(filled(&item.success));
    let Some(first) = all.next() else { return results::NONE.to_owned() };
    all.fold(first.to_owned(), |said, next| format!("{said}{NNB}; {}", lower(next)))
}

/// The sentence of the plan: how much is decided, and the next date.
#[must_use]
pub fn headline(framework: &Framework, dossier: &Dossier, today: Day) -> (String, Option<String>) {
    let open: Vec<&PlanItem> = dossier.plan.iter().filter(|i| i.is_open()).collect();
    if open.is_empty() {
        let text = if dossier.plan.is_empty() {
            "Rien n’est encore décidé\u{a0}: trois actions suffisent pour commencer."
        } else {
            "Tout ce qui était décidé est fait ou clos."
        };
        return (text.to_owned(), None);
    }
    let done = dossier.plan.iter().filter(|i| i.state == State::Done).count();
    let actions = if open.len() == 1 { "action décidée" } else { "actions décidées" };
    let mut decided = format!("{} {actions}", capital(&in_words(open.len())));
    if done > 0 {
        decided = format!("{decided}, {} {}", in_words(done), if done == 1 { "déjà faite" } else { "déjà faites" });
    }
    let dated: Vec<(Day, &PlanItem)> = open.iter().filter_map(|i| Some((i.due(framework, today).day()?, *i))).collect();
    let past = dated.iter().filter(|(day, _)| *day < today).count();
    let next = dated.into_iter().min_by_key(|(day, _)| *day);
    let next = next.map(|(date, item)| {
        let title = lower(&item.title);
        let date = day_without_year(date);
        if past == 1 {
            format!("Une date est passée{NB}: le {date}, {title}.")
        } else if past > 1 {
            format!("{} dates sont passées{NNB}; la plus ancienne{NB}: le {date}, {title}.", capital(&in_words(past)))
        } else {
            format!("Prochaine échéance{NB}: le {date}, {title}.")
        }
    });
    (format!("{decided}."), next)
}

/// « Nos 6 pistes »; the number is counted.
#[must_use]
pub fn pistes_title(n: usize) -> String {
    match n {
        0 => "Nos pistes".to_owned(),
        1 => "Notre piste".to_owned(),
        n => format!("Nos {n}{NB}pistes"),
    }
}

/// « Toutes les pistes (31) ».
#[must_use]
pub fn all_pistes(n: usize) -> String {
    format!("Toutes les pistes ({n})")
}

/// « 4 pistes sur 31. »
#[must_use]
pub fn pistes_shown(shown: usize, total: usize) -> String {
    format!("{} sur {total}.", count(shown, "piste", "pistes"))
}

/// What a piste would make true.
#[must_use]
pub fn makes_true(suggestion: &Suggestion) -> String {
    let fact = suggestion.criterion.fact(suggestion.action.to).trim_end_matches('.');
    format!("Pour pouvoir dire{NB}: «{NB}{fact}{NB}».")
}

/// How many things could be asked of others; none without any.
#[must_use]
pub fn requests(n: usize) -> Option<String> {
    match n {
        0 => None,
        1 => Some(
            "Une demande ne dépend pas de nous seuls. Elle a le fait qui l’appuie, et une lettre à compléter."
                .to_owned(),
        ),
        n => Some(format!(
            "{} demandes ne dépendent pas de nous seuls. Chacune a le fait qui l’appuie, et une lettre à compléter.",
            capital(&super::format::in_words(n))
        )),
    }
}

/// « 2 pistes pas maintenant ».
#[must_use]
pub fn set_aside(n: usize) -> String {
    format!("Pas maintenant ({})", count(n, "piste", "pistes"))
}

//! The bilan in words: paliers, figures, and the sentence that says the essential.

use super::format::{NB, capital, count, in_words, list, lower};
use crate::domain::highlights::{Highlight, Highlights};
use crate::domain::scoring::{Bracket, Percent, Responses, Score};
use crate::domain::{Answer, Basis, Standing};
use crate::framework::{Framework, Level, Reach};

/// What stands for « no figure ».
pub const NONE: &str = "—";

/// « 2 – partagé », or « À engager »: 0 is never printed.
#[must_use]
pub fn level(framework: &Framework, level: Level) -> String {
    let name = framework.tier_name(level);
    if level == Level::ZERO { capital(name) } else { format!("{} – {name}", level.get()) }
}

/// « 2 – partagé », « entre 1 et 2 » or « — ».
#[must_use]
pub fn palier(framework: &Framework, bracket: Option<Bracket>) -> String {
    match bracket {
        None => NONE.to_owned(),
        Some(Bracket { low, high }) if low == high => level(framework, low),
        Some(Bracket { low, high }) => format!("entre {} et {}", low.get(), high.get()),
    }
}

/// « 3 sur 4 » or « — ».
#[must_use]
pub fn responses(responses: Option<Responses>) -> String {
    responses.map_or_else(|| NONE.to_owned(), |r| format!("{} sur {}", r.answered, r.of))
}

/// « 56 % » or « — ».
#[must_use]
pub fn percent(percent: Option<Percent>) -> String {
    percent.map_or_else(|| NONE.to_owned(), |p| format!("{}{NB}%", p.0))
}

/// « 2 – partagé » or « — ».
#[must_use]
pub fn target(framework: &Framework, target: Option<Level>) -> String {
    target.map_or_else(|| NONE.to_owned(), |t| level(framework, t))
}

/// The class of the pictogram: `p0`–`p3`, dashed, a dash, or dotted.
#[must_use]
pub fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::At(level) => level_class(level),
        Standing::Unknown => "pv",
        Standing::NotApplicable => "pn",
        Standing::Unanswered => "pe",
    }
}

/// The class of a level’s pictogram.
#[must_use]
pub fn level_class(level: Level) -> &'static str {
    ["p0", "p1", "p2", "p3"][usize::from(level.get())]
}

/// An answer on one line: « 2 – partagé », « À vérifier : M. Diallo, avant le 4 décembre ».
#[must_use]
pub fn answer(framework: &Framework, answer: Option<&Answer>) -> String {
    match answer.map_or(Standing::Unanswered, Answer::standing) {
        Standing::At(l) => level(framework, l),
        Standing::Unanswered => "À répondre".to_owned(),
        Standing::NotApplicable => match answer.and_then(|a| a.reason.as_deref()).filter(|r| !r.trim().is_empty()) {
            Some(reason) => format!("Sans objet chez nous{NB}: {}", lower(reason)),
            None => "Sans objet chez nous".to_owned(),
        },
        Standing::Unknown => match answer.and_then(check) {
            Some(check) => format!("À vérifier{NB}: {check}"),
            None => "À vérifier".to_owned(),
        },
    }
}

/// « M. Diallo, avant le 4 décembre 2026 ».
#[must_use]
pub fn check(answer: &Answer) -> Option<String> {
    let check = answer.check.as_ref()?;
    let who = Some(check.who.trim()).filter(|who| !who.is_empty()).map(str::to_owned);
    let by = check.by.map(|day| format!("avant le {}", super::format::day(day)));
    let parts: Vec<String> = [who, by].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What an answer rests on.
#[must_use]
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Opinion => "un avis partagé",
        Basis::Observed => "un fait constaté",
        Basis::Measured => "un document ou une mesure",
    }
}

/// The sentence of the bilan: what stands, and what comes next.
#[must_use]
pub fn headline(scores: &[Score], highlights: &Highlights) -> (String, Option<String>) {
    let lows: Vec<Level> = scores.iter().filter_map(|s| s.bracket).map(|b| b.low).collect();
    let all = scores.len();
    let at_least = |n: u8| lows.iter().filter(|low| low.get() >= n).count();
    let where_ = |n: usize| {
        if n == all {
            format!("Dans les {} thématiques", in_words(all))
        } else if n == 1 {
            format!("Dans une thématique sur {}", in_words(all))
        } else {
            format!("Dans {} thématiques sur {}", in_words(n), in_words(all))
        }
    };
    let stands = if lows.is_empty() {
        "Le bilan se dessinera avec vos premières réponses.".to_owned()
    } else if at_least(3) == all {
        format!("{}, c’est ancré.", where_(all))
    } else if at_least(2) > 0 && at_least(2) == at_least(1) {
        format!("{}, c’est partagé par tous.", where_(at_least(2)))
    } else if at_least(2) > 0 {
        format!("{}, les bases sont posées ou partagées.", where_(at_least(1)))
    } else if at_least(1) > 0 {
        format!("{}, les bases sont posées.", where_(at_least(1)))
    } else if let Some(strength) = highlights.strengths.first() {
        format!("Un premier appui{NB}: {}.", lower(&strength.criterion.title))
    } else {
        "Nous savons maintenant par où commencer.".to_owned()
    };
    // What works is not also what comes next, in the same breath.
    let works = |h: &&Highlight| highlights.strengths.iter().any(|s| s.criterion.id == h.criterion.id);
    let next = highlights.ours.iter().chain(&highlights.asked).find(|h| !works(h));
    let next = next.map(|h| format!("La prochaine marche{NB}: {}.", lower(&h.criterion.title)));
    (stands, next)
}

/// « 14 réponses sur 16, 1 à vérifier, 1 sans objet ».
#[must_use]
pub fn progress(answered: usize, of: usize, unknown: usize, not_applicable: usize) -> String {
    let mut text = format!("{} sur {of}", count(answered, "réponse", "réponses"));
    if unknown > 0 {
        text.push_str(&format!(", {unknown} à vérifier"));
    }
    if not_applicable > 0 {
        text.push_str(&format!(", {not_applicable} sans objet"));
    }
    text
}

/// « Sur 16 questions : 3 au palier 3 – ancré, 5 au palier 2 – partagé, 2 à engager et 1 à vérifier. »
#[must_use]
pub fn spread(framework: &Framework, standings: &[Standing]) -> String {
    let count_of = |wanted: Standing| standings.iter().filter(|s| **s == wanted).count();
    let mut parts: Vec<String> = Vec::new();
    for l in Level::ALL.into_iter().rev() {
        let words = if l == Level::ZERO {
            lower(&level(framework, l))
        } else {
            format!("au palier{NB}{}", super::format::unbroken(&level(framework, l)))
        };
        parts.extend(Some(count_of(Standing::At(l))).filter(|n| *n > 0).map(|n| format!("{n} {words}")));
    }
    let others = [
        (Standing::Unknown, "à vérifier"),
        (Standing::Unanswered, "sans réponse"),
        (Standing::NotApplicable, "sans objet"),
    ];
    for (standing, words) in others {
        parts.extend(Some(count_of(standing)).filter(|n| *n > 0).map(|n| format!("{n} {words}")));
    }
    format!("Sur {}{NB}: {}.", count(standings.len(), "question", "questions"), list(&parts))
}

/// To whom a request goes: « À la commune », « Au Département », by the school’s types; to both for a mixed set.
#[must_use]
pub fn addressee(reach: Reach, school: &crate::domain::School) -> &'static str {
    use crate::framework::SchoolType::{College, LyceeGt, LyceePro};
    match reach {
        Reach::Etablissement => "À nous",
        Reach::Academie => "À l’académie",
        Reach::National => "Au ministère",
        Reach::Collectivite if school.is_primary() => "À la commune",
        Reach::Collectivite => match school.types.as_slice() {
            [College] => "Au Département",
            types if !types.is_empty() && types.iter().all(|t| matches!(t, LyceeGt | LyceePro)) => "À la Région",
            _ => "À la collectivité",
        },
    }
}

/// The sentence of the radar.
#[must_use]
pub fn radar_sentence(scores: &[(Score, Option<Level>)]) -> String {
    let known: Vec<(Level, Level)> = scores.iter().filter_map(|(s, t)| Some((s.bracket?.low, (*t)?))).collect();
    let reached = known.iter().filter(|(low, target)| low >= target).count();
    let near = known.iter().filter(|(low, target)| low < target && target.get() - low.get() == 1).count();
    let far = known.len() - reached - near;
    let mut parts = Vec::new();
    if reached > 0 {
        let verb = if reached == 1 { "touche son objectif" } else { "touchent leur objectif" };
        parts.push(format!("{} {} {verb}", in_words(reached), thematiques(reached)));
    }
    if near > 0 {
        let verb = if near == 1 { "est à une marche de son objectif" } else { "sont à une marche de leur objectif" };
        parts.push(if reached == 0 {
            format!("{} {} {verb}", in_words(near), thematiques(near))
        } else {
            format!("{} {verb}", in_words(near))
        });
    }
    if far > 0 {
        let verb = if far == 1 { "en est plus loin" } else { "en sont plus loin" };
        parts.push(if parts.is_empty() {
            format!("{} {} {verb}", in_words(far), thematiques(far))
        } else {
            format!("{} {verb}", in_words(far))
        });
    }
    if parts.is_empty() {
        return "Aucune thématique n’a encore de palier.".to_owned();
    }
    format!("{}.", capital(&list(&parts)))
}

fn thematiques(n: usize) -> &'static str {
    if n < 2 { "thématique" } else { "thématiques" }
}

/// The sentence of the bars.
#[must_use]
pub fn bars_sentence(scores: &[Score]) -> String {
    let known: Vec<u32> = scores.iter().filter_map(|s| s.progress).map(|p| p.0).collect();
    match (known.iter().min(), known.iter().max()) {
        (Some(low), Some(high)) if low == high => {
            format!("{low}{NB}% ; le trait marque l’objectif.").replace(" ;", "\u{202f};")
        }
        (Some(low), Some(high)) => {
            format!("De {low}{NB}% à {high}{NB}% selon la thématique\u{202f}; le trait marque l’objectif.")
        }
        _ => "Aucune réponse à montrer.".to_owned(),
    }
}

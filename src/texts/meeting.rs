//! A committee's meeting in words: its steps and their minutes, what was said of a question, what is left.
//!
//! Opinions are said with the names of the paliers, never with their numbers.

use super::format::{NB, count, day, list};
use super::school;
use crate::domain::{Counts, Meeting, Opinions, School, Standing};
use crate::framework::{Framework, Level};

crate::names::words!(
    /// A step of a meeting, as its address names it.
    Step {
        Prepare = "preparer",
        Sheets = "feuilles",
        Passing = "machine",
        Frame = "cadre",
        Rules = "regles",
        Works = "marche",
        Agree = "accord",
        Opinions = "avis",
        Look = "regard",
        Priorities = "priorites",
        Actions = "actions",
        Requests = "demandes",
        Close = "cloture",
        Review = "relecture",
    }
);

impl Step {
    /// The steps of the hour, in order.
    pub const HOUR: [Self; 10] = [
        Self::Frame,
        Self::Rules,
        Self::Works,
        Self::Agree,
        Self::Opinions,
        Self::Look,
        Self::Priorities,
        Self::Actions,
        Self::Requests,
        Self::Close,
    ];

    /// From which minute of the hour to which; none before and after it.
    #[must_use]
    pub fn minutes(self) -> Option<(u32, u32)> {
        Some(match self {
            Self::Frame => (0, 3),
            Self::Rules => (3, 5),
            Self::Works => (5, 10),
            Self::Agree => (10, 15),
            Self::Opinions => (15, 35),
            Self::Look => (35, 40),
            Self::Priorities => (40, 44),
            Self::Actions => (44, 55),
            Self::Requests => (55, 58),
            Self::Close => (58, 60),
            Self::Prepare | Self::Sheets | Self::Passing | Self::Review => return None,
        })
    }

    /// Its name in a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Prepare => "Préparer la réunion",
            Self::Sheets => "Compter les feuilles",
            Self::Passing => "Faire passer l’ordinateur",
            Self::Frame => "Pourquoi nous sommes là",
            Self::Rules => "Comment nous répondons",
            Self::Works => "Une chose qui marche",
            Self::Agree => "Là où nous sommes d’accord",
            Self::Opinions => "Là où les avis sont partagés",
            Self::Look => "Où nous en sommes",
            Self::Priorities => "Nos priorités",
            Self::Actions => "Trois actions",
            Self::Requests => "Ce que nous demandons",
            Self::Close => "Pour finir",
            Self::Review => "Relecture croisée",
        }
    }

    /// The step after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Prepare => Some(Self::Sheets),
            Self::Sheets | Self::Passing => Some(Self::Frame),
            Self::Close | Self::Review => None,
            _ => Self::HOUR.iter().copied().skip_while(|step| *step != self).nth(1),
        }
    }

    /// The step before it.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        match self {
            Self::Prepare => None,
            Self::Sheets | Self::Passing | Self::Frame => Some(Self::Prepare),
            Self::Review => Some(Self::Close),
            _ => Self::HOUR.iter().copied().take_while(|step| *step != self).last(),
        }
    }
}

/// « de la minute 15 à la minute 35 », for the list; nothing outside the hour.
#[must_use]
pub fn minutes(step: Step) -> Option<String> {
    step.minutes().map(|(from, to)| format!("{from} à {to}{NB}min"))
}

/// « 20 minutes prévues ».
#[must_use]
pub fn planned(step: Step) -> Option<String> {
    step.minutes().map(|(from, to)| format!("{}{NB}minutes prévues", to - from))
}

/// « Réunion du 19 novembre 2026 · 9 personnes ».
#[must_use]
pub fn opening(meeting: &Meeting) -> String {
    let title = title(meeting);
    match meeting.people() {
        Some(people) => format!("{title} · {}", people_of(people)),
        None => title,
    }
}

/// « Réunion du 19 novembre 2026 ».
#[must_use]
pub fn title(meeting: &Meeting) -> String {
    meeting.date.map_or_else(|| "Réunion".to_owned(), |date| format!("Réunion du {}", day(date)))
}

fn people_of(people: u32) -> String {
    count(people as usize, "personne", "personnes")
}

/// « Il reste 3 questions et 8 minutes ». Past the time, only the questions are said: there is no bell.
#[must_use]
pub fn left(questions: usize, minutes: Option<u32>) -> String {
    if questions == 0 {
        return "Il ne reste aucune question".to_owned();
    }
    let minutes = minutes.map(|n| format!(" et {}", count(n as usize, "minute", "minutes"))).unwrap_or_default();
    format!("Il reste {}{minutes}", count(questions, "question", "questions"))
}

/// « 5 choses dites, 8 personnes ».
#[must_use]
pub fn cards(n: usize, people: Option<u32>) -> String {
    let said = count(n, "chose dite", "choses dites");
    people.map_or_else(|| format!("{said}."), |people| format!("{said}, {}.", people_of(people)))
}

/// « Adopter ces 8 réponses ».
#[must_use]
pub fn adopt(n: usize) -> String {
    if n == 1 { "Adopter cette réponse".to_owned() } else { format!("Adopter ces {n}{NB}réponses") }
}

/// « bases posées (3), partagé (5), à vérifier (1) »; nothing when nobody said anything.
#[must_use]
pub fn said(framework: &Framework, counts: &Counts) -> Option<String> {
    let levels = Level::ALL.into_iter().map(|level| (counts.of(Standing::At(level)), framework.tier_name(level)));
    let others = [(counts.unknown, "à vérifier"), (counts.not_applicable, "sans objet")];
    let parts: Vec<String> =
        levels.chain(others).filter(|(n, _)| *n > 0).map(|(n, words)| format!("{words}{NB}({n})")).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A line for each role that can be shown.
#[must_use]
pub fn by_role(framework: &Framework, school: &School, opinions: &Opinions) -> Vec<String> {
    let line = |(role, counts): (crate::domain::Role, &Counts)| {
        Some(format!("{}{NB}: {}", school::role_label(role, school), said(framework, counts)?))
    };
    opinions.shown().into_iter().filter_map(line).collect()
}

/// « 3 avis », or « aucun avis ».
#[must_use]
pub fn opinions(n: u32) -> String {
    if n == 0 { "aucun avis".to_owned() } else { format!("{n}{NB}avis") }
}

/// Why a question is discussed.
#[must_use]
pub fn why(opinions: Option<&Opinions>) -> &'static str {
    let Some(opinions) = opinions.filter(|o| o.whole().people() > 0) else { return "sans avis compté" };
    let whole = opinions.whole();
    match whole.spread() {
        _ if opinions.are_shared() => "avis partagés",
        None => "à vérifier ensemble",
        Some(_) if whole.with_level() <= whole.unknown + whole.not_applicable => "peu d’avis",
        Some(_) => "à discuter",
    }
}

/// The lines of the grid whose opinions are not as many as the sheets: their number, title, and how many.
#[must_use]
pub fn to_reread(lines: &[(usize, &str, u32)], sheets: u32) -> Option<String> {
    let lines: Vec<String> = lines.iter().map(|(n, title, people)| format!("{n}. {title} ({people})")).collect();
    (!lines.is_empty()).then(|| format!("Pour {}, à relire{NB}: {}.", feuilles(sheets), list(&lines)))
}

fn feuilles(sheets: u32) -> String {
    count(sheets as usize, "feuille", "feuilles")
}

/// « 12 pastilles sur 24, trois par personne ».
#[must_use]
pub fn dots(given: u32, people: Option<u32>) -> String {
    let given = count(given as usize, "pastille", "pastilles");
    match people {
        Some(people) => format!("{given} sur {}, trois par personne.", 3 * people),
        None => format!("{given}, trois par personne."),
    }
}

/// How many have answered on the device that is passed round.
#[must_use]
pub fn passed(people: u32) -> String {
    match people {
        0 => "Personne n’a encore répondu.".to_owned(),
        1 => "Les réponses d’une personne sont comptées.".to_owned(),
        n => format!("Les réponses de {} sont comptées.", people_of(n)),
    }
}

/// What a piste asks first, and what will show that it succeeded.
#[must_use]
pub fn first_step(how: &[String]) -> Option<String> {
    how.iter()
        .map(|step| step.trim())
        .find(|step| !step.is_empty())
        .map(|step| format!("Première étape{NB}: {}", super::format::lower(step)))
}

/// « Signe de réussite : … ».
#[must_use]
pub fn sign(fact: &str) -> String {
    format!("Signe de réussite{NB}: {}", super::format::lower(fact))
}

/// What a person has answered, before it joins the counts.
#[must_use]
pub fn ending(answered: usize) -> String {
    format!("{}. Elles seront comptées, sans garder qui les a données.", count(answered, "réponse", "réponses"))
}

/// « 8 réponses adoptées. »; nothing when there is none.
#[must_use]
pub fn adopted(n: usize) -> String {
    if n == 0 { String::new() } else { format!("{}.", count(n, "réponse adoptée", "réponses adoptées")) }
}

/// Why there is nothing to adopt.
#[must_use]
pub fn nothing_agreed(heard: bool, adopted: usize) -> &'static str {
    match (heard, adopted) {
        (_, 1..) => "Tout ce qui nous réunit est adopté. Le reste se discute, une question à la fois.",
        (true, 0) => "Aucune question ne réunit les avis pour l’instant\u{a0}: elles se discutent, une à la fois.",
        (false, 0) => "Aucun avis n’est compté. Les questions peuvent se discuter une à une, à voix haute.",
    }
}

/// How many of the three actions are decided.
#[must_use]
pub fn decided(n: usize) -> String {
    match n {
        0 => "Aucune action n’est encore décidée.".to_owned(),
        1 => "Une action décidée.".to_owned(),
        n => format!("{} actions décidées.", super::format::capital(&super::format::in_words(n))),
    }
}

//! A letter to one addressee: what we ask, each with the fact that supports it. Plain text, to be pasted anywhere, signed
//! and sent by hand. Nobody is at fault in it, and it says what it rests on.

use super::format::{NB, day};
use super::results::addressee;
use super::school;
use crate::domain::requests::Request;
use crate::domain::{Campaign, Day, School};
use crate::framework::Reach;

/// Where the text of a letter is folded.
const WIDTH: usize = 78;

/// The end of the file's name: `lettre-commune.txt`.
#[must_use]
pub fn file_ending(reach: Reach, school: &School) -> String {
    let whom = addressee(reach, school);
    let whom = whom.rsplit([' ', '’']).next().unwrap_or(whom);
    format!("lettre-{}.txt", crate::names::slug(whom, 20))
}

/// The letter.
#[must_use]
pub fn letter(school: &School, campaign: &Campaign, reach: Reach, requests: &[Request], today: Day) -> String {
    let place = school.commune.trim();
    let mut lines = vec![school::name(school)];
    lines.extend((!place.is_empty()).then(|| place.to_owned()));
    lines.extend([String::new(), addressee(reach, school).to_owned(), String::new(), format!("Le {}", day(today))]);
    lines.extend([String::new(), format!("Objet{NB}: nos demandes pour le numérique"), String::new()]);
    lines.extend(["Madame, Monsieur,".to_owned(), String::new()]);
    let when = campaign.date.map(|date| format!(" le {}", day(date))).unwrap_or_default();
    let opening = format!(
        "Nous avons fait le point{when} sur le numérique {}. Ce qui suit ne dépend pas de nous seuls. \
         Chaque demande est accompagnée du fait constaté aujourd’hui.",
        school::of_the(school).replace("de l’", "dans l’").replace("du ", "au ")
    );
    lines.extend(folded(&opening, ""));
    for (number, request) in (1..).zip(requests) {
        lines.push(String::new());
        lines.extend(folded(&format!("{number}. {}", request.title()), "   "));
        if let Some(from) = request.from {
            lines.extend(folded(&format!("   Aujourd’hui{NB}: {}", request.criterion.fact(from)), "   "));
        }
        let then = request.criterion.fact(request.action.to);
        lines.extend(folded(&format!("   Ce que cela rendrait possible{NB}: {then}"), "   "));
    }
    lines.push(String::new());
    let closing = "Ces constats viennent d’un point d’étape fait entre nous, avec un référentiel proposé, non officiel. \
                   Nous pouvons vous les présenter et préparer la suite avec vous.";
    lines.extend(folded(closing, ""));
    lines.extend([String::new(), format!("Pour le comité numérique {}", school::of_the(school)), String::new()]);
    lines.join("\r\n")
}

/// A paragraph in lines that fit; those after the first begin with `indent`.
fn folded(text: &str, indent: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let lead: String = text.chars().take_while(|letter| *letter == ' ').collect();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let Some(line) = lines.last_mut() else { break };
        let fresh = line.trim().is_empty();
        if !fresh && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(format!("{indent}{word}"));
        } else if fresh {
            *line = format!("{lead}{word}");
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines
}

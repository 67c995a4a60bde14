//! The questions: where they belong, what they depend on, their four facts, and a way up from each.

use super::{Faults, Known, PART};
use crate::framework::{Criterion, Dependence, Fact, Framework, Level, Reach};

pub(super) fn check(framework: &Framework, known: &Known, faults: &mut Faults) {
    faults.ids("", framework.criteria.iter().map(|c| c.id.as_str()));
    for criterion in &framework.criteria {
        belonging(criterion, known, faults);
        ladder(criterion, faults);
        ways_up(framework, criterion, faults);
    }
}

fn belonging(criterion: &Criterion, known: &Known, faults: &mut Faults) {
    let (place, sub_theme) = (criterion.id.as_str(), criterion.sub_theme.as_str());
    faults.require(known.sub_themes.contains(sub_theme), place, format!("sous-thématique inconnue : {sub_theme}"));
    faults.prefix(place, sub_theme, place);
    faults.between(criterion.weight, 1..=5, place, "poids");
    faults.require(!criterion.depends_on.is_empty(), place, "« depends_on » est vide : de qui le fait dépend-il ?");
    let alone = criterion.depends_on.iter().all(|d| *d == Dependence::Ecole);
    faults.require(!criterion.core || alone, place, "une question-clé (« core ») dépend de l’école seule");
    faults.between(criterion.proofs.len(), 1..=3, place, "preuves");
    faults.indicators(&criterion.indicators, known, place);
    faults.sources(&criterion.sources, known, place);
}

fn ladder(criterion: &Criterion, faults: &mut Faults) {
    let id = criterion.id.as_str();
    let four = criterion.levels.iter().map(|f| f.level).eq(Level::ALL);
    faults.require(four, id, "niveaux : il en faut quatre, de 0 à 3, chacun une fois et dans l’ordre");
    for fact in &criterion.levels {
        rung(fact, &format!("{id}{PART}niveau {}", fact.level.get()), faults);
    }
}

fn rung(fact: &Fact, place: &str, faults: &mut Faults) {
    let words = words(&fact.text);
    if words > 0 {
        faults.between(words, 8..=25, place, "mots");
    }
    if fact.level == Level::ZERO {
        faults.require(fact.signs.is_empty(), place, "le niveau 0 n’a pas de signes");
    } else {
        faults.between(fact.signs.len(), 1..=3, place, "signes");
    }
}

/// Words as one counts them aloud: `l’élève` is one, a punctuation mark between spaces none.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn ways_up(framework: &Framework, criterion: &Criterion, faults: &mut Faults) {
    for to in Level::ALL.into_iter().filter(|to| *to != Level::ZERO) {
        let shown = framework
            .actions
            .iter()
            .any(|a| a.criterion == criterion.id && a.to == to && a.reach == Reach::Etablissement);
        let message = format!("aucune action à la portée de l’école pour atteindre le niveau {}", to.get());
        faults.require(shown, criterion.id.as_str(), message);
    }
}

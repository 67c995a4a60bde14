//! Which actions are near what a workshop said: those that share its words come first, then the order of rule 6.
//!
//! A word is compared without accents, case or plural. Small words say nothing, nor do those of the référentiel’s own
//! turn of phrase: a word counts when at most one action in ten holds it, twice where it says what the action is about.
//! It refuses to guess: no synonym, no root.

use super::order::by_rank_down;
use super::suggestions::Suggestion;
use crate::framework::search::fold;
use crate::framework::{Action, Framework};
use crate::names::ActionId;
use std::collections::BTreeSet;

/// A word counts when at most one action in so many holds it.
const RARE: usize = 10;

/// Words that say nothing of a subject, folded, a space round each.
const SMALL: &str = " a afin ai aient ainsi ait alors apres as assez au aucun aucune aujourd aussi autre autres aux avaient avait \
    avant avec avoir beaucoup besoin besoins bien c ca car ce cela celle celles celui ces cet cette ceux chacun chacune chaque chez \
    comme comment contre d dans de deja depuis des deux donc dont du elle elles en encore entre es est et etaient \
    etait ete etes etre eu eux faire fait faites font faut hors hui il ils j jamais je jour jours jusqu juste l la \
    le les leur leurs lors lui m ma mais mal manque manquent me meme memes mes mieux moi moins mon n ne ni non nos notre nous on ont \
    ou par parce parfois pas pendant peu peut peuvent plus plusieurs pour pourquoi pouvoir puis qu quand que quel \
    quelle quelles quelque quelques quels qui quoi rien s sa sans sauf se selon sera ses si son sont sous souvent \
    sur t te temps tes toi ton toujours tous tout toute toutes tres trois trop tu un une vers vos votre vous \
    vraiment y ";

/// A suggestion, and the words it shares with what was said, as they were said.
pub type Near<'s, 'a> = (&'s Suggestion<'a>, Vec<String>);

/// The words of a référentiel’s actions, read once.
#[derive(Default)]
pub struct Lexicon {
    actions: Vec<(ActionId, Held)>,
}

impl Lexicon {
    /// Of a référentiel.
    #[must_use]
    pub fn of(framework: &Framework) -> Self {
        let held = |action: &Action| (action.id.clone(), Held::of(framework, action));
        Self { actions: framework.actions.iter().map(held).collect() }
    }

    /// The suggestions, those nearest to what was said first; the others keep their order.
    #[must_use]
    pub fn nearest<'s, 'a>(&self, list: Vec<&'s Suggestion<'a>>, said: &str) -> Vec<Near<'s, 'a>> {
        let told = self.told(said);
        let near = |piste: &'s Suggestion<'a>| {
            let held = self.actions.iter().find(|(id, _)| *id == piste.action.id);
            let points = |word: &str| held.map_or(0, |(_, held)| held.points(word));
            let shared = told.iter().filter(|(word, _)| points(word) > 0).map(|(_, typed)| typed.clone()).collect();
            (told.iter().map(|(word, _)| points(word)).sum::<u64>(), (piste, shared))
        };
        let ranked: Vec<(u64, Near)> = list.into_iter().map(near).collect();
        by_rank_down(ranked, |(points, _)| *points).into_iter().map(|(_, near)| near).collect()
    }

    /// The words that were said and tell actions apart: compared form, and as typed.
    fn told(&self, said: &str) -> Vec<(String, String)> {
        let most = (self.actions.len() / RARE).max(1);
        let mut told: Vec<(String, String)> = Vec::new();
        for (word, typed) in telling(said) {
            let holding = self.actions.iter().filter(|(_, held)| held.points(&word) > 0).count();
            if (1..=most).contains(&holding) && told.iter().all(|(known, _)| *known != word) {
                told.push((word, typed));
            }
        }
        told
    }
}

/// The words of an action: of its title, its axis and its question, and of its steps.
struct Held {
    subject: BTreeSet<String>,
    steps: BTreeSet<String>,
}

impl Held {
    fn of(framework: &Framework, action: &Action) -> Self {
        let question = framework.criterion(&action.criterion).map(|c| &c.title);
        let all = |text: &String| fold(text).split(' ').map(singular).collect::<Vec<_>>();
        let subject = [&action.title, &action.axis].into_iter().chain(question).flat_map(all).collect();
        Self { subject, steps: action.steps.iter().flat_map(all).collect() }
    }

    /// What a word brings: two where it says what the action is about, one in its steps.
    fn points(&self, word: &str) -> u64 {
        if self.subject.contains(word) { 2 } else { u64::from(self.steps.contains(word)) }
    }
}

/// The words of a text that say something: compared form, and as typed.
fn telling(text: &str) -> impl Iterator<Item = (String, String)> {
    let typed = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    typed.filter_map(|typed| {
        let folded = fold(typed);
        let says = folded.len() > 1 && !SMALL.contains(&format!(" {folded} "));
        says.then(|| (singular(&folded), typed.to_lowercase()))
    })
}

/// Without its plural: `réseaux` and `réseau`, `locaux` and `local`, `postes` and `poste`; alike for what only looks plural.
fn singular(word: &str) -> String {
    let without = |end: &str| word.strip_suffix(end).filter(|rest| rest.len() > 2);
    if let Some(rest) = without("eaux") {
        return format!("{rest}eau");
    }
    if let Some(rest) = without("aux") {
        return format!("{rest}al");
    }
    without("s").or_else(|| without("x")).unwrap_or(word).to_owned()
}

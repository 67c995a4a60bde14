//! What long lists can be narrowed by. Each element says its values, each with its words; the address holds those that
//! were chosen, so that a list can be kept as a bookmark and sent. A value that nothing has keeps nothing: the screen
//! says so.

use super::plan as words;
use super::{follow, format::capital};
use crate::domain::follow::when;
use crate::domain::order::by_rank;
use crate::domain::suggestions::Suggestion;
use crate::domain::{Day, Effort, PlanItem, State};
use crate::framework::Framework;
use crate::names::slug;

/// Longest value of an address.
const MAX: usize = 40;

/// The keys of an address that narrow the plan, with their labels.
pub const OF_PLAN: [(&str, &str); 4] =
    [("thematique", "Thématique"), ("etat", "État"), ("pilote", "Pilote"), ("echeance", "Échéance")];
/// Those that narrow the pistes.
pub const OF_PISTES: [(&str, &str); 4] =
    [("thematique", "Thématique"), ("effort", "Effort"), ("horizon", "Horizon"), ("qui", "Qui")];

/// One thing an element answers to a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub key: &'static str,
    /// In the address.
    pub value: String,
    /// In the list of choices.
    pub words: String,
    /// Its place among the choices.
    rank: u64,
}

/// What a decided action answers to the keys of [`OF_PLAN`].
#[must_use]
pub fn tags_of_item(framework: &Framework, item: &PlanItem, today: Day) -> Vec<Tag> {
    let when = when(framework, item, today);
    let mut tags = vec![
        tag("etat", state_word(item.state), words::state(item.state).trim_end_matches('…'), item.state as u64),
        tag("echeance", when.as_str(), follow::when_label(when), when as u64),
    ];
    if let Some(id) = &item.thematique {
        tags.extend(thematique(framework, id.as_str()));
    }
    tags.extend(words::filled(&item.leads).map(|lead| person("pilote", lead)));
    tags
}

/// What a piste answers to the keys of [`OF_PISTES`].
#[must_use]
pub fn tags_of_piste(framework: &Framework, piste: &Suggestion) -> Vec<Tag> {
    let effort = Effort::of_action(piste.action);
    let horizon = piste.action.horizon;
    let mut tags = vec![
        tag("effort", effort_word(effort), follow::effort(effort), effort as u64),
        tag("horizon", horizon.as_str(), words::horizon(horizon), horizon as u64),
    ];
    tags.extend(thematique(framework, piste.thematique.id.as_str()));
    tags.extend(words::filled(&piste.action.leads).map(|lead| person("qui", lead)));
    tags
}

/// Whether an element of these tags stays, for the values chosen.
#[must_use]
pub fn keeps(tags: &[Tag], chosen: &[(&str, String)]) -> bool {
    chosen.iter().all(|(key, value)| tags.iter().any(|tag| tag.key == *key && tag.value == *value))
}

/// The choices of a key, each once, in their order.
#[must_use]
pub fn choices(all: &[Vec<Tag>], key: &str) -> Vec<(String, String)> {
    let mut found: Vec<Tag> = Vec::new();
    for tag in all.iter().flatten().filter(|tag| tag.key == key) {
        if found.iter().all(|known| known.value != tag.value) {
            found.push(tag.clone());
        }
    }
    by_rank(found, |tag| tag.rank).into_iter().map(|tag| (tag.value, tag.words)).collect()
}

fn tag(key: &'static str, value: &str, words: &str, rank: u64) -> Tag {
    Tag { key, value: value.to_owned(), words: words.to_owned(), rank }
}

fn thematique(framework: &Framework, id: &str) -> Option<Tag> {
    let at = framework.thematiques.iter().position(|thematique| thematique.id.as_str() == id)?;
    Some(tag("thematique", id, &framework.thematiques[at].title, at as u64))
}

/// A role, in the order of the alphabet as far as its first letters go.
fn person(key: &'static str, name: &str) -> Tag {
    let value = slug(name, MAX);
    let first = value.bytes().chain([0; 8]).take(8).fold(0, |rank, letter| rank << 8 | u64::from(letter));
    tag(key, &value, &capital(name), first)
}

/// The state in an address, in French as the rest of it.
fn state_word(state: State) -> &'static str {
    match state {
        State::Todo => "a-lancer",
        State::Doing => "en-cours",
        State::Waiting => "en-attente",
        State::Done => "fait",
        State::Dropped => "non-retenu",
    }
}

fn effort_word(effort: Effort) -> &'static str {
    match effort {
        Effort::Light => "faible",
        Effort::Medium => "moyen",
        Effort::Heavy => "fort",
    }
}

//! « Fichier pour l’animateur »: what a school gives of its dossier to whoever sees several schools together.
//!
//! A list of what it takes, and nothing besides: the référentiel, the types of the school, its commune and number of pupils,
//! of each point d’étape its date, its questions, who took part counted by role, and each answer as a level or a status; of
//! each decided action its question, its aim and its state. The name, and titles in the school’s own words, only when
//! they are ticked. It refuses notes, reasons, dissents, what rests on what, aims, and whatever another version knows.

use super::object::Object;
use super::{file_name, text, write};
use crate::domain::{Answer, Campaign, Day, Dossier, PlanItem, School, Standing, Status};
use crate::extra::Extra;
use crate::framework::Framework;
use crate::names::slug;
use serde_json::Value;

/// How much of the id stands for a name that is not shared: files of several schools end up in one folder.
const MAX_ID: usize = 6;

/// What is shared besides, each by a choice of the school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The name of the school, in the file and in the name of the file.
    pub name: bool,
    /// The titles of decided actions that are not those of the référentiel.
    pub titles: bool,
}

/// The text of the file. Without the référentiel, no title can be told to be one of its own.
#[must_use]
pub fn animator(dossier: &Dossier, framework: Option<&Framework>, shared: Shared) -> String {
    let mut o = Object::default();
    o.text("id", dossier.id.as_str());
    let mut served = Object::default();
    served.text("id", dossier.framework.id.as_str());
    served.text("version", &dossier.framework.version);
    o.put("framework", whole(served));
    o.put("school", school(&dossier.school, shared));
    o.put("campaigns", dossier.campaigns.iter().map(campaign).collect());
    o.put("plan", dossier.plan.iter().map(|item| plan_item(item, framework, shared)).collect());
    text(&whole(o))
}

/// `<nom>_<date>_animateur.paliers.json`; a school that keeps its name has the beginning of its dossier’s id instead.
#[must_use]
pub fn animator_file_name(dossier: &Dossier, shared: Shared, today: Day) -> String {
    let named = shared.name && !dossier.school.name.trim().is_empty();
    let id = || format!("ecole-{}", slug(dossier.id.as_str(), MAX_ID));
    let name = if named { file_name::plain(&dossier.school.name) } else { id() };
    format!("{name}_{today}_animateur.paliers.json")
}

/// Whether a title is in the school’s own words.
#[must_use]
pub fn is_own_title(item: &PlanItem, framework: Option<&Framework>) -> bool {
    let known = framework.zip(item.action.as_ref()).and_then(|(framework, id)| framework.action(id));
    !item.title.is_empty() && known.is_none_or(|action| action.title != item.title)
}

/// The object, without what its dossier keeps for others.
fn whole(object: Object) -> Value {
    object.end(&Extra::default())
}

fn school(school: &School, shared: Shared) -> Value {
    let mut o = Object::default();
    if shared.name {
        o.text_if_full("name", &school.name);
    }
    o.put("types", write::types(school));
    o.text_if_full("commune", &school.commune);
    o.number_if_any("pupils", school.pupils);
    whole(o)
}

fn campaign(campaign: &Campaign) -> Value {
    let mut o = Object::default();
    o.text("id", campaign.id.as_str());
    o.day_if_any("date", campaign.date);
    o.put("scope", write::scope(&campaign.scope));
    let mut counts = Object::default();
    campaign.participants.counts.iter().for_each(|(role, count)| counts.number_if_any(role.as_str(), Some(*count)));
    o.put("participants", whole(counts));
    let mut answers = Object::default();
    for (id, said) in campaign.answers.iter().filter_map(|(id, given)| Some((id, answer(given)?))) {
        answers.put(id.as_str(), said);
    }
    o.put("answers", whole(answers));
    whole(o)
}

/// A level or a status; an answer that only has notes is none.
fn answer(answer: &Answer) -> Option<Value> {
    let mut o = Object::default();
    let status = match answer.standing() {
        Standing::At(level) => {
            return Some(whole({
                o.put("level", level.get().into());
                o
            }));
        }
        Standing::Unknown => Status::Unknown,
        Standing::NotApplicable => Status::NotApplicable,
        Standing::Unanswered => return None,
    };
    o.text("status", status.as_str());
    Some(whole(o))
}

fn plan_item(item: &PlanItem, framework: Option<&Framework>, shared: Shared) -> Value {
    let mut o = Object::default();
    o.text("id", item.id.as_str());
    o.text_if_any("action", item.action.as_ref().map(|id| id.as_str()));
    o.text_if_any("criterion", item.criterion.as_ref().map(|id| id.as_str()));
    o.number_if_any("to", item.to.map(|level| level.get().into()));
    if shared.titles || !is_own_title(item, framework) {
        o.text_if_full("title", &item.title);
    }
    o.text("state", item.state.as_str());
    whole(o)
}

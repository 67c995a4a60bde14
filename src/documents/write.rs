//! Writing a dossier: each object field by field, then what its `Extra` keeps.
//!
//! By hand, as reading is: what serde derives for the same work weighed twice as much in the browser.

use super::object::Object;
use crate::domain::{
    Actor, Answer, Campaign, Card, Check, Counts, Dossier, Drill, Entry, FrameworkRef, Idea, Indicator, Means, Measure,
    Meeting, Opinions, Origin, Paper, Participants, PlanItem, School, Scope, SetAside, Step, Target, Targets, Workshop,
};
use serde_json::Value;

pub(super) fn dossier(dossier: &Dossier) -> Value {
    let mut o = Object::default();
    o.text("id", dossier.id.as_str());
    if dossier.example {
        o.put("example", Value::from(true));
    }
    o.put("framework", framework(&dossier.framework));
    o.put("school", school(&dossier.school));
    o.list("campaigns", &dossier.campaigns, campaign);
    o.put("targets", targets(&dossier.targets));
    o.list("set_aside", &dossier.set_aside, set_aside);
    o.list("plan", &dossier.plan, plan_item);
    o.list_if_any("workshops", &dossier.workshops, workshop);
    o.list_if_any("meetings", &dossier.meetings, meeting);
    o.list_if_any("indicators", &dossier.indicators, indicator);
    o.list_if_any("actors", &dossier.actors, actor);
    o.list_if_any("papers", &dossier.papers, paper);
    o.end(&dossier.extra)
}

pub(super) fn framework(framework: &FrameworkRef) -> Value {
    let mut o = Object::default();
    o.text("id", framework.id.as_str());
    o.text("version", &framework.version);
    o.end(&framework.extra)
}

pub(super) fn school(school: &School) -> Value {
    let mut o = Object::default();
    o.text("name", &school.name);
    o.text("uai", &school.uai);
    o.put("types", types(school));
    o.text("academie", &school.academie);
    o.text("commune", &school.commune);
    o.number_if_any("pupils", school.pupils);
    o.end(&school.extra)
}

pub(super) fn types(school: &School) -> Value {
    let known = school.types.iter().map(|kind| kind.as_str());
    known.chain(school.other_types.iter().map(String::as_str)).map(Value::from).collect()
}

fn campaign(campaign: &Campaign) -> Value {
    let mut o = Object::default();
    o.text("id", campaign.id.as_str());
    o.text("name", &campaign.name);
    o.day_if_any("date", campaign.date);
    o.put("scope", scope(&campaign.scope));
    o.put("participants", participants(&campaign.participants));
    o.entries("answers", campaign.answers.iter().map(|(id, answer)| (id.as_str(), answer)), answer);
    o.end(&campaign.extra)
}

pub(super) fn scope(scope: &Scope) -> Value {
    match scope {
        Scope::Essential => Value::from("essential"),
        Scope::Complete => Value::from("complete"),
        Scope::List(ids) => ids.iter().map(|id| Value::from(id.as_str())).collect(),
    }
}

pub(super) fn participants(participants: &Participants) -> Value {
    let mut o = Object::default();
    participants.counts.iter().for_each(|(role, count)| o.number_if_any(role.as_str(), Some(*count)));
    o.end(&participants.extra)
}

fn answer(answer: &Answer) -> Value {
    let mut o = Object::default();
    o.put("level", answer.level.map(|level| Value::from(level.get())).unwrap_or_default());
    o.text_if_any("status", answer.status.map(|status| status.as_str()));
    o.text_if_any("reason", answer.reason.as_deref());
    if let Some(check) = &answer.check {
        o.put("check", self::check(check));
    }
    o.text_if_any("note", answer.note.as_deref());
    o.text_if_any("private_note", answer.private_note.as_deref());
    o.text_if_any("dissent", answer.dissent.as_deref());
    o.text_if_any("basis", answer.basis.map(|basis| basis.as_str()));
    o.number_if_any("dots", answer.dots);
    o.text_if_any("at", answer.at.as_deref());
    o.end(&answer.extra)
}

fn check(check: &Check) -> Value {
    let mut o = Object::default();
    o.text_if_full("who", &check.who);
    o.day_if_any("by", check.by);
    o.end(&check.extra)
}

pub(super) fn targets(targets: &Targets) -> Value {
    let mut o = Object::default();
    o.entries("thematiques", targets.thematiques.iter().map(|(id, aim)| (id.as_str(), aim)), target);
    o.entries("criteria", targets.criteria.iter().map(|(id, aim)| (id.as_str(), aim)), target);
    o.end(&targets.extra)
}

fn target(target: &Target) -> Value {
    let mut o = Object::default();
    o.number_if_any("level", Some(target.level.get().into()));
    o.day_if_any("due", target.due);
    o.end(&target.extra)
}

fn set_aside(aside: &SetAside) -> Value {
    let mut o = Object::default();
    o.text("action", aside.action.as_str());
    o.text_if_any("at", aside.at.as_deref());
    o.end(&aside.extra)
}

fn plan_item(item: &PlanItem) -> Value {
    let mut o = Object::default();
    o.text("id", item.id.as_str());
    o.text_if_any("action", item.action.as_ref().map(|id| id.as_str()));
    o.text_if_any("criterion", item.criterion.as_ref().map(|id| id.as_str()));
    o.number_if_any("to", item.to.map(|level| level.get().into()));
    if let Some(origin) = &item.origin {
        o.put("origin", self::origin(origin));
    }
    o.text_if_any("thematique", item.thematique.as_ref().map(|id| id.as_str()));
    o.text("axis", &item.axis);
    o.text("title", &item.title);
    o.texts("how", &item.how);
    o.texts("leads", &item.leads);
    o.texts("involved", &item.involved);
    o.day_if_any("due", item.due);
    o.text_if_any("period", item.period.map(|period| period.as_str()));
    o.text_if_any("horizon", item.horizon.map(|horizon| horizon.as_str()));
    o.day_if_any("decided", item.decided);
    o.texts("indicators", &item.indicators);
    o.texts("success", &item.success);
    o.text("state", item.state.as_str());
    o.text_if_any("waiting_for", item.waiting_for.as_deref());
    o.text_if_any("effort", item.effort.map(|effort| effort.as_str()));
    if let Some(means) = &item.means {
        o.put("means", self::means(means));
    }
    o.text_if_any("note", item.note.as_deref());
    o.list("steps", &item.steps, step);
    o.number_if_any("sequence", Some(item.sequence));
    o.end(&item.extra)
}

fn origin(origin: &Origin) -> Value {
    let mut o = Object::default();
    o.text("kind", origin.kind.as_str());
    o.text_if_any("ref", origin.reference.as_deref());
    o.end(&origin.extra)
}

fn means(means: &Means) -> Value {
    let mut o = Object::default();
    o.text_if_full("financial", &means.financial);
    o.text_if_full("human", &means.human);
    o.text_if_full("legal", &means.legal);
    o.end(&means.extra)
}

fn step(step: &Step) -> Value {
    let mut o = Object::default();
    o.text("text", &step.text);
    o.put("done", Value::from(step.done));
    o.end(&step.extra)
}

fn indicator(indicator: &Indicator) -> Value {
    let mut o = Object::default();
    o.text("id", indicator.id.as_str());
    o.text_if_full("indicator", &indicator.reference);
    o.text_if_full("title", &indicator.title);
    o.text_if_full("unit", &indicator.unit);
    o.text_if_full("start", &indicator.start);
    o.text_if_full("target", &indicator.target);
    o.list_if_any("values", &indicator.values, measure);
    o.text_if_full("effect", &indicator.effect);
    o.text_if_full("corrective", &indicator.corrective);
    o.end(&indicator.extra)
}

fn measure(measure: &Measure) -> Value {
    let mut o = Object::default();
    o.day_if_any("date", measure.date);
    o.text_if_full("value", &measure.value);
    o.text_if_any("drill", measure.drill.as_deref());
    o.end(&measure.extra)
}

fn actor(actor: &Actor) -> Value {
    let mut o = Object::default();
    o.text("id", actor.id.as_str());
    o.text_if_full("role", &actor.role);
    o.text_if_full("purpose", &actor.purpose);
    o.text_if_full("name", &actor.name);
    o.text_if_full("contact", &actor.contact);
    o.end(&actor.extra)
}

fn paper(paper: &Paper) -> Value {
    let mut o = Object::default();
    o.text("id", paper.id.as_str());
    o.text("model", &paper.model);
    o.text_if_any("item", paper.item.as_ref().map(|id| id.as_str()));
    o.list_if_any("values", &paper.values, entry);
    o.list_if_any("drills", &paper.drills, drill);
    o.text_if_any("at", paper.at.as_deref());
    o.end(&paper.extra)
}

fn entry(entry: &Entry) -> Value {
    let mut o = Object::default();
    o.text("id", &entry.id);
    o.text("text", &entry.text);
    o.end(&entry.extra)
}

fn drill(drill: &Drill) -> Value {
    let mut o = Object::default();
    o.text("id", &drill.id);
    o.day_if_any("date", drill.date);
    if drill.done {
        o.put("done", Value::from(true));
    }
    o.text_if_full("tried", &drill.tried);
    o.text_if_full("worked", &drill.worked);
    o.text_if_full("mend", &drill.mend);
    o.text_if_full("corrections", &drill.corrections);
    o.text_if_full("reached", &drill.reached);
    o.number_if_any("sequence", Some(drill.sequence));
    o.end(&drill.extra)
}

fn workshop(workshop: &Workshop) -> Value {
    let mut o = Object::default();
    o.text("id", workshop.id.as_str());
    o.text_if_full("title", &workshop.title);
    o.day_if_any("date", workshop.date);
    o.list_if_any("cards", &workshop.cards, card);
    o.list_if_any("needs", &workshop.needs, idea);
    o.list_if_any("axes", &workshop.axes, idea);
    o.end(&workshop.extra)
}

fn meeting(meeting: &Meeting) -> Value {
    let mut o = Object::default();
    o.text("id", meeting.id.as_str());
    o.day_if_any("date", meeting.date);
    o.text_if_any("campaign", meeting.campaign.as_ref().map(|id| id.as_str()));
    o.text_if_any("started", meeting.started.as_deref());
    o.put("present", participants(&meeting.present));
    o.number_if_any("sheets", meeting.sheets);
    if !meeting.opinions.is_empty() {
        o.entries("opinions", meeting.opinions.iter().map(|(id, said)| (id.as_str(), said)), opinions);
    }
    o.ids_if_any("taken_out", meeting.taken_out.iter().map(|id| id.as_str()));
    o.ids_if_any("adopted", meeting.adopted.iter().map(|id| id.as_str()));
    o.ids_if_any("discussed", meeting.discussed.iter().map(|id| id.as_str()));
    o.text_if_any("workshop", meeting.workshop.as_ref().map(|id| id.as_str()));
    o.ids_if_any("actions", meeting.actions.iter().map(|id| id.as_str()));
    o.day_if_any("next", meeting.next);
    o.count("sequence", meeting.sequence);
    o.end(&meeting.extra)
}

fn opinions(opinions: &Opinions) -> Value {
    let mut o = said(&opinions.counts);
    if !opinions.roles.is_empty() {
        o.entries("roles", opinions.roles.iter().map(|(role, counts)| (role.as_str(), counts)), counts);
    }
    o.end(&opinions.counts.extra)
}

fn counts(counts: &Counts) -> Value {
    said(counts).end(&counts.extra)
}

/// How many said each thing.
fn said(counts: &Counts) -> Object {
    let mut o = Object::default();
    ["0", "1", "2", "3"].iter().zip(counts.levels).for_each(|(level, number)| o.count(level, number));
    o.count("unknown", counts.unknown);
    o.count("not_applicable", counts.not_applicable);
    o
}

fn card(card: &Card) -> Value {
    let mut o = Object::default();
    o.text("id", &card.id);
    o.text("kind", card.kind.as_str());
    o.text_if_full("text", &card.text);
    o.text_if_any("who", card.who.map(|who| who.as_str()));
    o.text_if_any("thematique", card.thematique.as_ref().map(|id| id.as_str()));
    o.number_if_any("row", card.row);
    o.end(&card.extra)
}

fn idea(idea: &Idea) -> Value {
    let mut o = Object::default();
    o.text("id", &idea.id);
    o.text_if_full("text", &idea.text);
    o.text_if_any("thematique", idea.thematique.as_ref().map(|id| id.as_str()));
    o.texts("answers", &idea.answers);
    o.number_if_any("row", idea.row);
    o.end(&idea.extra)
}

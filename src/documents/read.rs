//! Reading a dossier, type by type, in the order of the format. Each function takes the fields it knows; what is left
//! is kept. `None` means that the object cannot stand without what is missing: its parent then keeps it aside.

use super::fields::{Fields, number, warn};
use super::tree::Json;
use super::write;
use super::{FORMAT, Refusal, SCHEMA, WarningKind};
use crate::domain::{
    Actor, Answer, Basis, Campaign, Card, CardKind, Check, Counts, Day, Dossier, Drill, Effort, Entry, FrameworkRef,
    Idea, Indicator, Means, Measure, Meeting, Opinions, Origin, OriginKind, Paper, Participants, PlanItem, Role,
    School, Scope, SetAside, Speaker, State, Status, Step, Target, Targets, Workshop,
};
use crate::extra::Extra;
use crate::framework::{Horizon, Period, SchoolType};
use crate::names::{
    ActionId, ActorId, CampaignId, CriterionId, DossierId, FrameworkId, IndicatorId, MeetingId, PaperId, PlanItemId,
    ThematiqueId, WorkshopId,
};
use serde_json::Value;
use std::collections::BTreeMap;

const MAX_PUPILS: u32 = 100_000;
const MAX_PARTICIPANTS: u32 = 9_999;
const MAX_DOTS: u32 = 999;
const MAX_ROW: u32 = 999;

pub(super) fn dossier(mut fields: Fields) -> Result<Dossier, Refusal> {
    if fields.take("format").and_then(Json::as_str) != Some(FORMAT) {
        return Err(Refusal::NotADossier);
    }
    schema(&mut fields)?;
    let id = fields.take("id").and_then(Json::as_str).and_then(DossierId::parse).ok_or(Refusal::NoId)?;
    Ok(Dossier {
        id,
        example: fields.mark("example"),
        framework: framework(&mut fields),
        school: fields.object("school", write::school(&School::default()), school).unwrap_or_default(),
        campaigns: fields.objects("campaigns", "id", campaign),
        targets: fields.object("targets", write::targets(&Targets::default()), targets).unwrap_or_default(),
        set_aside: fields.objects("set_aside", "action", set_aside),
        plan: fields.objects("plan", "id", plan_item),
        workshops: fields.objects_if_any("workshops", "id", workshop),
        meetings: fields.objects_if_any("meetings", "id", meeting),
        indicators: fields.objects_if_any("indicators", "id", indicator),
        actors: fields.objects_if_any("actors", "id", actor),
        papers: fields.objects_if_any("papers", "id", paper),
        extra: fields.rest(),
    })
}

/// Refuses a newer schema. Any other strange value is said; the first schema is what there is to try.
fn schema(fields: &mut Fields) -> Result<(), Refusal> {
    fields.require("schema");
    match fields.take("schema") {
        Some(value) if value.as_f64().is_some_and(|n| n > f64::from(SCHEMA)) => {
            Err(Refusal::TooNew(number(value, u32::MAX).unwrap_or(u32::MAX)))
        }
        Some(value) if number(value, SCHEMA) != Some(SCHEMA) => {
            fields.warn("schema", WarningKind::Unreadable);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The référentiel that the file names, or the unnamed one, which no app has.
fn framework(fields: &mut Fields) -> FrameworkRef {
    let unnamed = FrameworkRef { extra: Extra::default(), id: FrameworkId::unnamed(), version: String::new() };
    fields.require("framework");
    let named = fields.object("framework", write::framework(&unnamed), |mut fields| {
        fields.require("id");
        let id = fields.word_or("id", Value::from(FrameworkId::unnamed().as_str()), FrameworkId::parse);
        Some(FrameworkRef {
            id: id.unwrap_or_else(FrameworkId::unnamed),
            version: fields.text("version"),
            extra: fields.rest(),
        })
    });
    named.unwrap_or(unnamed)
}

fn school(mut fields: Fields) -> Option<School> {
    let (mut types, mut other_types) = (Vec::new(), Vec::new());
    fields.each("types", "", &mut |raw, place, log| {
        let Some(word) = raw.as_str() else { return Some(WarningKind::Unreadable) };
        match SchoolType::parse(word) {
            Some(known) => types.push(known),
            None => {
                warn(log, place, WarningKind::UnknownWord);
                other_types.push(word.to_owned());
            }
        }
        None
    });
    Some(School {
        name: fields.text("name"),
        uai: fields.text("uai"),
        types: SchoolType::ALL.iter().copied().filter(|known| types.contains(known)).collect(),
        other_types,
        academie: fields.text("academie"),
        commune: fields.text("commune"),
        pupils: fields.number("pupils", Value::Null, MAX_PUPILS),
        extra: fields.rest(),
    })
}

fn campaign(mut fields: Fields) -> Option<Campaign> {
    Some(Campaign {
        id: fields.word("id", CampaignId::parse)?,
        name: fields.text("name"),
        date: fields.word("date", Day::parse),
        scope: scope(&mut fields),
        participants: fields
            .object("participants", write::participants(&Participants::default()), participants)
            .unwrap_or_default(),
        answers: fields.entries("answers", CriterionId::parse, answer),
        extra: fields.rest(),
    })
}

/// A word or a list of questions; a list of which nothing can be read is no list.
fn scope(fields: &mut Fields) -> Scope {
    if let Some(elements) = fields.peek_list("scope") {
        let is_empty = elements.is_empty();
        let ids = fields.words("scope", CriterionId::parse);
        return if ids.is_empty() && !is_empty { Scope::Complete } else { Scope::List(ids) };
    }
    let word = |text: &str| match text {
        "essential" => Some(Scope::Essential),
        "complete" => Some(Scope::Complete),
        _ => None,
    };
    fields.word_or("scope", Value::from("complete"), word).unwrap_or(Scope::Complete)
}

fn participants(mut fields: Fields) -> Option<Participants> {
    let mut counts = BTreeMap::new();
    for role in Role::ALL {
        if let Some(count) = fields.number(role.as_str(), Value::Null, MAX_PARTICIPANTS) {
            counts.insert(*role, count);
        }
    }
    Some(Participants { counts, extra: fields.rest() })
}

fn answer(mut fields: Fields) -> Option<Answer> {
    let (level, status) = (fields.level("level"), fields.word("status", Status::parse));
    // Most answers say nothing else.
    if fields.is_spent() {
        return Some(Answer { level, status, ..Answer::default() });
    }
    Some(Answer {
        level,
        status,
        reason: fields.optional_text("reason"),
        check: fields.object("check", Value::Null, check),
        note: fields.optional_text("note"),
        private_note: fields.optional_text("private_note"),
        dissent: fields.optional_text("dissent"),
        basis: fields.word("basis", Basis::parse),
        dots: fields.number("dots", Value::Null, MAX_DOTS),
        at: fields.optional_text("at"),
        extra: fields.rest(),
    })
}

fn check(mut fields: Fields) -> Option<Check> {
    Some(Check { who: fields.text_if_full("who"), by: fields.word("by", Day::parse), extra: fields.rest() })
}

fn targets(mut fields: Fields) -> Option<Targets> {
    Some(Targets {
        thematiques: fields.entries("thematiques", ThematiqueId::parse, target),
        criteria: fields.entries("criteria", CriterionId::parse, target),
        extra: fields.rest(),
    })
}

fn target(mut fields: Fields) -> Option<Target> {
    Some(Target { level: fields.level("level")?, due: fields.word("due", Day::parse), extra: fields.rest() })
}

fn set_aside(mut fields: Fields) -> Option<SetAside> {
    Some(SetAside {
        action: fields.word("action", ActionId::parse)?,
        at: fields.optional_text("at"),
        extra: fields.rest(),
    })
}

fn plan_item(mut fields: Fields) -> Option<PlanItem> {
    Some(PlanItem {
        id: fields.word("id", PlanItemId::parse)?,
        action: fields.word("action", ActionId::parse),
        criterion: fields.word("criterion", CriterionId::parse),
        to: fields.level("to"),
        origin: fields.object("origin", Value::Null, origin),
        thematique: fields.word("thematique", ThematiqueId::parse),
        axis: fields.text("axis"),
        title: fields.text("title"),
        how: fields.texts("how"),
        leads: fields.texts("leads"),
        involved: fields.texts("involved"),
        due: fields.word("due", Day::parse),
        period: fields.word("period", Period::parse),
        horizon: fields.word("horizon", Horizon::parse),
        decided: fields.word("decided", Day::parse),
        indicators: fields.texts("indicators"),
        success: fields.texts("success"),
        state: fields.word_or("state", Value::from(State::Todo.as_str()), State::parse).unwrap_or(State::Todo),
        waiting_for: fields.optional_text("waiting_for"),
        effort: fields.word("effort", Effort::parse),
        means: fields.object("means", Value::Null, means),
        note: fields.optional_text("note"),
        steps: fields.objects("steps", "", step),
        sequence: fields.number("sequence", Value::from(0), u32::MAX).unwrap_or(0),
        extra: fields.rest(),
    })
}

fn workshop(mut fields: Fields) -> Option<Workshop> {
    Some(Workshop {
        id: fields.word("id", WorkshopId::parse)?,
        title: fields.text_if_full("title"),
        date: fields.word("date", Day::parse),
        cards: fields.objects_if_any("cards", "id", card),
        needs: fields.objects_if_any("needs", "id", idea),
        axes: fields.objects_if_any("axes", "id", idea),
        extra: fields.rest(),
    })
}

fn card(mut fields: Fields) -> Option<Card> {
    Some(Card {
        id: fields.word("id", id)?,
        kind: fields.word("kind", CardKind::parse)?,
        text: fields.text_if_full("text"),
        who: fields.word("who", Speaker::parse),
        thematique: fields.word("thematique", ThematiqueId::parse),
        row: fields.number("row", Value::Null, MAX_ROW),
        extra: fields.rest(),
    })
}

fn idea(mut fields: Fields) -> Option<Idea> {
    Some(Idea {
        id: fields.word("id", id)?,
        text: fields.text_if_full("text"),
        thematique: fields.word("thematique", ThematiqueId::parse),
        answers: fields.texts("answers"),
        row: fields.number("row", Value::Null, MAX_ROW),
        extra: fields.rest(),
    })
}

fn meeting(mut fields: Fields) -> Option<Meeting> {
    Some(Meeting {
        id: fields.word("id", MeetingId::parse)?,
        date: fields.word("date", Day::parse),
        campaign: fields.word("campaign", CampaignId::parse),
        started: fields.optional_text("started"),
        present: present(&mut fields),
        sheets: fields.number("sheets", Value::Null, MAX_PARTICIPANTS),
        opinions: fields.entries_if_any("opinions", CriterionId::parse, opinions),
        taken_out: fields.words_if_any("taken_out", CriterionId::parse),
        adopted: fields.words_if_any("adopted", CriterionId::parse),
        discussed: fields.words_if_any("discussed", CriterionId::parse),
        workshop: fields.word("workshop", WorkshopId::parse),
        actions: fields.words_if_any("actions", PlanItemId::parse),
        next: fields.word("next", Day::parse),
        sequence: fields.count("sequence", u32::MAX),
        extra: fields.rest(),
    })
}

/// Who was there; written even when nobody is counted.
fn present(fields: &mut Fields) -> Participants {
    let nobody = write::participants(&Participants::default());
    fields.object("present", nobody, participants).unwrap_or_default()
}

fn opinions(mut fields: Fields) -> Option<Opinions> {
    let roles = fields.entries_if_any("roles", Role::parse, counts);
    counts(fields).map(|counts| Opinions { counts, roles })
}

fn counts(mut fields: Fields) -> Option<Counts> {
    let mut number = |field: &'static str| fields.count(field, MAX_PARTICIPANTS);
    Some(Counts {
        levels: ["0", "1", "2", "3"].map(&mut number),
        unknown: number("unknown"),
        not_applicable: number("not_applicable"),
        extra: fields.rest(),
    })
}

fn id(text: &str) -> Option<String> {
    crate::names::is_id(text).then(|| text.to_owned())
}

fn indicator(mut fields: Fields) -> Option<Indicator> {
    Some(Indicator {
        id: fields.word("id", IndicatorId::parse)?,
        reference: fields.text_if_full("indicator"),
        title: fields.text_if_full("title"),
        unit: fields.text_if_full("unit"),
        start: fields.text_if_full("start"),
        target: fields.text_if_full("target"),
        values: fields.objects_if_any("values", "", measure),
        effect: fields.text_if_full("effect"),
        corrective: fields.text_if_full("corrective"),
        extra: fields.rest(),
    })
}

fn measure(mut fields: Fields) -> Option<Measure> {
    Some(Measure {
        date: fields.word("date", Day::parse),
        value: fields.text_if_full("value"),
        drill: fields.word("drill", id),
        extra: fields.rest(),
    })
}

fn actor(mut fields: Fields) -> Option<Actor> {
    Some(Actor {
        id: fields.word("id", ActorId::parse)?,
        role: fields.text_if_full("role"),
        purpose: fields.text_if_full("purpose"),
        name: fields.text_if_full("name"),
        contact: fields.text_if_full("contact"),
        extra: fields.rest(),
    })
}

fn paper(mut fields: Fields) -> Option<Paper> {
    Some(Paper {
        id: fields.word("id", PaperId::parse)?,
        model: fields.word("model", id)?,
        item: fields.word("item", PlanItemId::parse),
        values: fields.objects_if_any("values", "id", entry),
        drills: fields.objects_if_any("drills", "id", drill),
        at: fields.optional_text("at"),
        extra: fields.rest(),
    })
}

fn entry(mut fields: Fields) -> Option<Entry> {
    Some(Entry { id: fields.word("id", id)?, text: fields.text("text"), extra: fields.rest() })
}

fn drill(mut fields: Fields) -> Option<Drill> {
    Some(Drill {
        id: fields.word("id", id)?,
        date: fields.word("date", Day::parse),
        done: fields.mark("done"),
        tried: fields.text_if_full("tried"),
        worked: fields.text_if_full("worked"),
        mend: fields.text_if_full("mend"),
        corrections: fields.text_if_full("corrections"),
        reached: fields.text_if_full("reached"),
        sequence: fields.number("sequence", Value::from(0), u32::MAX).unwrap_or(0),
        extra: fields.rest(),
    })
}

fn origin(mut fields: Fields) -> Option<Origin> {
    Some(Origin {
        kind: fields.word("kind", OriginKind::parse)?,
        reference: fields.optional_text("ref"),
        extra: fields.rest(),
    })
}

fn means(mut fields: Fields) -> Option<Means> {
    Some(Means {
        financial: fields.text_if_full("financial"),
        human: fields.text_if_full("human"),
        legal: fields.text_if_full("legal"),
        extra: fields.rest(),
    })
}

fn step(mut fields: Fields) -> Option<Step> {
    Some(Step { text: fields.text("text"), done: fields.flag("done", Value::from(false)), extra: fields.rest() })
}

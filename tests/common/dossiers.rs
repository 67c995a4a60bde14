//! Any dossier: every field of the format, strange texts, and fields that nobody knows. For the properties of files.
//!
//! What an exhausted source gives is the plainest choice, so that a counter-example shrinks to few words.

#![allow(dead_code, reason = "each suite uses its part")]

use arbtest::arbitrary::{Result, Unstructured};
use paliers::domain::{
    Actor, Answer, Basis, Campaign, Card, CardKind, Check, Counts, Day, Dossier, Drill, Effort, Entry, FrameworkRef,
    Idea, Indicator, Means, Measure, Meeting, Opinions, Origin, OriginKind, Paper, Participants, PlanItem, Role,
    School, Scope, SetAside, Speaker, State, Status, Step, Target, Targets, Workshop,
};
use paliers::extra::Extra;
use paliers::framework::{Horizon, Level, Period, SchoolType};
use paliers::names::{
    ActionId, ActorId, CampaignId, CriterionId, DossierId, FrameworkId, IndicatorId, MeetingId, PaperId, PlanItemId,
    ThematiqueId, WorkshopId,
};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

const QUESTIONS: [&str; 5] = ["acces.egalite.reperer", "responsable.donnees.recenser", "inconnue", "A_b-9", "..."];
const TEXTS: [&str; 10] = [
    "",
    "Collège Jean-Moulin",
    "« L’été »\u{202f}!",
    "\u{feff}",
    "\0\u{7f}\n\t\r\u{2028}",
    "e\u{301}\u{200d}\u{202e}",
    "👩🏽‍🏫",
    "\\\"</script><!--",
    "=SOMME(A1)",
    "__proto__",
];
const UNKNOWN: [&str; 8] = ["x", "é t é", "", "\0kept", "__proto__", "Level", "x:illisible", "\u{10ffff}"];

/// A dossier as this app could have made it, with unknown fields everywhere. `other_types` stays empty: it is warned of.
pub fn any_dossier(u: &mut Unstructured) -> Result<Dossier> {
    Ok(Dossier {
        extra: any_extra(u)?,
        id: DossierId::parse(u.choose(&["d", "a.b_c-D"])?).unwrap(),
        example: chance(u, 4)?,
        framework: FrameworkRef {
            extra: any_extra(u)?,
            id: FrameworkId::parse(u.choose(&["egn-2020", "autre"])?).unwrap(),
            version: any_text(u)?,
        },
        school: any_school(u)?,
        campaigns: any_keyed(u, &["c1", "c2", "c3"], |u, id| any_campaign(u, CampaignId::parse(id).unwrap()))?,
        targets: Targets {
            extra: any_extra(u)?,
            thematiques: any_map(u, &["acces", "autre"], |id| ThematiqueId::parse(id).unwrap(), any_target)?,
            criteria: any_map(u, &QUESTIONS, |id| CriterionId::parse(id).unwrap(), any_target)?,
        },
        set_aside: any_keyed(u, &["a1", "a2"], |u, id| {
            Ok(SetAside { extra: any_extra(u)?, action: ActionId::parse(id).unwrap(), at: maybe(u, any_instant)? })
        })?,
        plan: any_keyed(u, &["p1", "p2", "p3"], |u, id| any_plan_item(u, PlanItemId::parse(id).unwrap()))?,
        workshops: any_keyed(u, &["w1", "w2"], |u, id| any_workshop(u, WorkshopId::parse(id).unwrap()))?,
        meetings: any_keyed(u, &["m1", "m2"], |u, id| any_meeting(u, MeetingId::parse(id).unwrap()))?,
        indicators: any_keyed(u, &["i1", "i2"], |u, id| any_indicator(u, IndicatorId::parse(id).unwrap()))?,
        actors: any_keyed(u, &["q1", "q2"], |u, id| {
            let (role, purpose, name, contact) = (any_text(u)?, any_text(u)?, any_text(u)?, any_text(u)?);
            Ok(Actor { extra: any_extra(u)?, id: ActorId::parse(id).unwrap(), role, purpose, name, contact })
        })?,
        papers: any_keyed(u, &["d1", "d2"], |u, id| any_paper(u, PaperId::parse(id).unwrap()))?,
    })
}

pub fn any_school(u: &mut Unstructured) -> Result<School> {
    let mut types = vec![];
    for word in SchoolType::ALL {
        if chance(u, 3)? {
            types.push(*word);
        }
    }
    Ok(School {
        extra: any_extra(u)?,
        name: any_text(u)?,
        uai: any_text(u)?,
        types,
        other_types: vec![],
        academie: any_text(u)?,
        commune: any_text(u)?,
        pupils: maybe(u, |u| u.int_in_range(0..=100_000))?,
    })
}

pub fn any_campaign(u: &mut Unstructured, id: CampaignId) -> Result<Campaign> {
    Ok(Campaign {
        extra: any_extra(u)?,
        id,
        name: any_text(u)?,
        date: maybe(u, any_day)?,
        scope: match u.int_in_range(0..=3)? {
            0 => Scope::Complete,
            1 => Scope::Essential,
            2 => Scope::List(vec![]),
            _ => Scope::List(QUESTIONS.iter().filter_map(|id| CriterionId::parse(id)).collect()),
        },
        participants: any_participants(u)?,
        answers: any_map(u, &QUESTIONS, |id| CriterionId::parse(id).unwrap(), any_answer)?,
    })
}

fn any_participants(u: &mut Unstructured) -> Result<Participants> {
    let mut counts = BTreeMap::new();
    for role in Role::ALL {
        if chance(u, 3)? {
            counts.insert(*role, u.int_in_range(0..=9_999)?);
        }
    }
    Ok(Participants { extra: any_extra(u)?, counts })
}

pub fn any_meeting(u: &mut Unstructured, id: MeetingId) -> Result<Meeting> {
    let any_counts = |u: &mut Unstructured| {
        let mut number = || u.int_in_range(0..=9_999);
        let levels = [number()?, number()?, number()?, number()?];
        let (unknown, not_applicable) = (number()?, number()?);
        Ok(Counts { extra: any_extra(u)?, levels, unknown, not_applicable })
    };
    let any_questions = |u: &mut Unstructured| several(u, |u| Ok(CriterionId::parse(u.choose(&QUESTIONS)?).unwrap()));
    Ok(Meeting {
        extra: any_extra(u)?,
        id,
        date: maybe(u, any_day)?,
        campaign: maybe(u, |u| Ok(CampaignId::parse(u.choose(&["c1", "c2"])?).unwrap()))?,
        started: maybe(u, any_instant)?,
        present: any_participants(u)?,
        sheets: maybe(u, |u| u.int_in_range(0..=9_999))?,
        opinions: any_map(
            u,
            &QUESTIONS,
            |id| CriterionId::parse(id).unwrap(),
            |u| {
                let roles = any_map(u, &["eleves", "parents"], |role| Role::parse(role).unwrap(), any_counts)?;
                Ok(Opinions { counts: any_counts(u)?, roles })
            },
        )?,
        taken_out: any_questions(u)?,
        adopted: any_questions(u)?,
        discussed: any_questions(u)?,
        workshop: maybe(u, |_| Ok(WorkshopId::parse("w1").unwrap()))?,
        actions: several(u, |u| Ok(PlanItemId::parse(u.choose(&["p1", "p2"])?).unwrap()))?,
        next: maybe(u, any_day)?,
        sequence: u.arbitrary()?,
    })
}

pub fn any_answer(u: &mut Unstructured) -> Result<Answer> {
    Ok(Answer {
        extra: any_extra(u)?,
        level: maybe(u, any_level)?,
        status: maybe(u, |u| u.choose(Status::ALL).copied())?,
        reason: maybe(u, any_text)?,
        check: maybe(u, |u| Ok(Check { extra: any_extra(u)?, who: any_text(u)?, by: maybe(u, any_day)? }))?,
        note: maybe(u, any_text)?,
        private_note: maybe(u, any_text)?,
        dissent: maybe(u, any_text)?,
        basis: maybe(u, |u| u.choose(Basis::ALL).copied())?,
        dots: maybe(u, |u| u.int_in_range(0..=999))?,
        at: maybe(u, any_instant)?,
    })
}

fn any_target(u: &mut Unstructured) -> Result<Target> {
    Ok(Target { extra: any_extra(u)?, level: any_level(u)?, due: maybe(u, any_day)? })
}

pub fn any_plan_item(u: &mut Unstructured, id: PlanItemId) -> Result<PlanItem> {
    Ok(PlanItem {
        extra: any_extra(u)?,
        id,
        action: maybe(u, |u| Ok(ActionId::parse(u.choose(&["a1", "a2"])?).unwrap()))?,
        criterion: maybe(u, |u| Ok(CriterionId::parse(u.choose(&QUESTIONS)?).unwrap()))?,
        to: maybe(u, any_level)?,
        origin: maybe(u, |u| {
            let kind = *u.choose(OriginKind::ALL)?;
            Ok(Origin { extra: any_extra(u)?, kind, reference: maybe(u, any_text)? })
        })?,
        thematique: maybe(u, |_| Ok(ThematiqueId::parse("acces").unwrap()))?,
        axis: any_text(u)?,
        title: any_text(u)?,
        how: any_texts(u)?,
        leads: any_texts(u)?,
        involved: any_texts(u)?,
        due: maybe(u, any_day)?,
        period: maybe(u, |u| u.choose(Period::ALL).copied())?,
        horizon: maybe(u, |u| u.choose(Horizon::ALL).copied())?,
        decided: maybe(u, any_day)?,
        indicators: any_texts(u)?,
        success: any_texts(u)?,
        state: *u.choose(State::ALL)?,
        waiting_for: maybe(u, any_text)?,
        effort: maybe(u, |u| u.choose(Effort::ALL).copied())?,
        means: maybe(u, |u| {
            let (financial, human, legal) = (any_text(u)?, any_text(u)?, any_text(u)?);
            Ok(Means { extra: any_extra(u)?, financial, human, legal })
        })?,
        note: maybe(u, any_text)?,
        steps: several(u, |u| Ok(Step { extra: any_extra(u)?, text: any_text(u)?, done: u.arbitrary()? }))?,
        sequence: u.arbitrary()?,
    })
}

fn any_workshop(u: &mut Unstructured, id: WorkshopId) -> Result<Workshop> {
    let any_row = |u: &mut Unstructured| maybe(u, |u| u.int_in_range(0..=999));
    let any_theme = |u: &mut Unstructured| maybe(u, |_| Ok(ThematiqueId::parse("acces").unwrap()));
    let any_idea = |u: &mut Unstructured, id: &str| {
        let (extra, text, answers) = (any_extra(u)?, any_text(u)?, any_texts(u)?);
        Ok(Idea { extra, id: id.into(), text, thematique: any_theme(u)?, answers, row: any_row(u)? })
    };
    Ok(Workshop {
        extra: any_extra(u)?,
        id,
        title: any_text(u)?,
        date: maybe(u, any_day)?,
        cards: any_keyed(u, &["c1", "c2"], |u, id| {
            let (extra, kind, text) = (any_extra(u)?, *u.choose(CardKind::ALL)?, any_text(u)?);
            let who = maybe(u, |u| u.choose(Speaker::ALL).copied())?;
            Ok(Card { extra, id: id.into(), kind, text, who, thematique: any_theme(u)?, row: any_row(u)? })
        })?,
        needs: any_keyed(u, &["n1", "n2"], any_idea)?,
        axes: any_keyed(u, &["x1", "x2"], any_idea)?,
    })
}

fn any_indicator(u: &mut Unstructured, id: IndicatorId) -> Result<Indicator> {
    Ok(Indicator {
        extra: any_extra(u)?,
        id,
        reference: any_text(u)?,
        title: any_text(u)?,
        unit: any_text(u)?,
        start: any_text(u)?,
        target: any_text(u)?,
        values: several(u, any_measure)?,
        effect: any_text(u)?,
        corrective: any_text(u)?,
    })
}

fn any_measure(u: &mut Unstructured) -> Result<Measure> {
    let drill = maybe(u, |u| Ok((*u.choose(&["e1", "e2"])?).to_owned()))?;
    Ok(Measure { extra: any_extra(u)?, date: maybe(u, any_day)?, value: any_text(u)?, drill })
}

fn any_paper(u: &mut Unstructured, id: PaperId) -> Result<Paper> {
    Ok(Paper {
        extra: any_extra(u)?,
        id,
        model: (*u.choose(&["phare", "continuite", "inconnu"])?).to_owned(),
        item: maybe(u, |u| Ok(PlanItemId::parse(u.choose(&["p1", "p9"])?).unwrap()))?,
        values: any_keyed(u, &["titre", "resume"], |u, id| {
            Ok(Entry { extra: any_extra(u)?, id: id.into(), text: any_text(u)? })
        })?,
        drills: any_keyed(u, &["e1", "e2"], |u, id| {
            Ok(Drill {
                extra: any_extra(u)?,
                id: id.into(),
                date: maybe(u, any_day)?,
                done: u.arbitrary()?,
                tried: any_text(u)?,
                worked: any_text(u)?,
                mend: any_text(u)?,
                corrections: any_text(u)?,
                reached: any_text(u)?,
                sequence: u.arbitrary()?,
            })
        })?,
        at: maybe(u, any_instant)?,
    })
}

/// Fields that nobody knows, now and then.
pub fn any_extra(u: &mut Unstructured) -> Result<Extra> {
    let mut unknown = Map::new();
    if chance(u, 3)? {
        unknown.insert((*u.choose(&UNKNOWN)?).to_owned(), any_json(u, 2)?);
    }
    Ok(Extra::new(unknown, vec![]))
}

/// Any JSON value, at most so deep.
pub fn any_json(u: &mut Unstructured, depth: u32) -> Result<Value> {
    Ok(match u.int_in_range(0..=if depth == 0 { 6 } else { 9 })? {
        0 => json!(u.int_in_range(-3..=1_000)?),
        1 => Value::Null,
        2 => json!(u.arbitrary::<bool>()?),
        3 => json!(f64::from(u.int_in_range(-9_i8..=9)?) / 4.0),
        4 => json!(u.arbitrary::<i64>()?),
        5 => json!(u.arbitrary::<u64>()?),
        6 => json!(any_text(u)?),
        7 => Value::Array(several(u, |u| any_json(u, depth - 1))?),
        _ => {
            let entries = several(u, |u| Ok((any_text(u)?, any_json(u, depth - 1)?)))?;
            Value::Object(entries.into_iter().collect())
        }
    })
}

pub fn any_text(u: &mut Unstructured) -> Result<String> {
    if chance(u, 4)? { u.arbitrary() } else { Ok((*u.choose(&TEXTS)?).to_owned()) }
}

pub fn any_day(u: &mut Unstructured) -> Result<Day> {
    Ok(Day::new(u.int_in_range(1900..=2999)?, u.int_in_range(1..=12)?, u.int_in_range(1..=28)?).unwrap())
}

fn any_instant(u: &mut Unstructured) -> Result<String> {
    Ok(format!("{}T16:05:{:02}Z", any_day(u)?, u.int_in_range(0..=59)?))
}

fn any_texts(u: &mut Unstructured) -> Result<Vec<String>> {
    several(u, any_text)
}

fn any_level(u: &mut Unstructured) -> Result<Level> {
    u.choose(&Level::ALL).copied()
}

/// Once in `times`; never when the source is exhausted.
fn chance(u: &mut Unstructured, times: u32) -> Result<bool> {
    Ok(u.int_in_range(1..=times)? == times)
}

fn maybe<T>(u: &mut Unstructured, any: impl FnOnce(&mut Unstructured) -> Result<T>) -> Result<Option<T>> {
    chance(u, 2)?.then(|| any(u)).transpose()
}

fn several<T>(u: &mut Unstructured, any: impl Fn(&mut Unstructured) -> Result<T>) -> Result<Vec<T>> {
    let number = u.int_in_range(0..=3)?;
    (0..number).map(|_| any(u)).collect()
}

/// Some of these ids, each once, in any order.
fn any_keyed<T>(
    u: &mut Unstructured,
    ids: &[&str],
    any: impl Fn(&mut Unstructured, &str) -> Result<T>,
) -> Result<Vec<T>> {
    let mut seen = BTreeSet::new();
    let mut list = vec![];
    for _ in ids {
        let id = *u.choose(ids)?;
        if chance(u, 2)? && seen.insert(id) {
            list.push(any(u, id)?);
        }
    }
    Ok(list)
}

fn any_map<K: Ord, T>(
    u: &mut Unstructured,
    ids: &[&str],
    key: fn(&str) -> K,
    any: impl Fn(&mut Unstructured) -> Result<T>,
) -> Result<BTreeMap<K, T>> {
    Ok(any_keyed(u, ids, |u, id| Ok((key(id), any(u)?)))?.into_iter().collect())
}

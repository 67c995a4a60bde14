//! Commands told in words, and any command for the properties, all meant for one small dossier.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::build::{action, campaign, criterion, day, dossier, framework, item, level, plan_item, thematique};
use arbtest::arbitrary::{Result, Unstructured};
use paliers::domain::commands::{Aim, Placed, apply};
use paliers::domain::{
    Actor, Answer, Campaign, Command, Dossier, Indicator, Meeting, Paper, Participants, PlanItem, Role, School, Scope,
    SetAside, Target, Workshop,
};
use paliers::extra::Extra;
use paliers::names::{ActorId, IndicatorId, MeetingId, PaperId, WorkshopId};

/// Question `b` answered in the point d’étape `c1`, and three decided actions.
pub fn start() -> Dossier {
    let framework = framework().thematique("acces").criterion("a").criterion("b");
    let mut dossier = dossier(&framework).answer("b", 1);
    dossier.plan = ["p1", "p2", "p3"].map(item).to_vec();
    Dossier::clone(&dossier)
}

/// The dossier without what only tells calendars that something changed.
#[allow(dead_code, reason = "each suite uses its part")]
pub fn still(dossier: &Dossier) -> Dossier {
    let mut still = dossier.clone();
    still.plan.iter_mut().for_each(|item| item.sequence = 0);
    still.meetings.iter_mut().for_each(|meeting| meeting.sequence = 0);
    still
}

pub fn answer(id: &str, number: u8) -> Command {
    let answer = Some(Answer::at(level(number)));
    Command::Answer { campaign: campaign("c1"), criterion: criterion(id), answer }
}

pub fn noted(id: &str, note: &str) -> Command {
    let answer = Some(Answer { note: Some(note.into()), ..Answer::default() });
    Command::Answer { campaign: campaign("c1"), criterion: criterion(id), answer }
}

pub fn put_item(id: &str, at: usize) -> Command {
    Command::PlanItem { id: plan_item(id), item: Some(Placed { at, value: Box::new(item(id)) }) }
}

pub fn remove_item(id: &str) -> Command {
    Command::PlanItem { id: plan_item(id), item: None }
}

pub fn school(name: &str) -> Command {
    Command::School(School { name: name.into(), ..School::default() })
}

/// Any command but `Everything` and `All`.
fn any_place(u: &mut Unstructured) -> Result<Command> {
    let campaign = campaign(u.choose(&["c1", "c2", "c3"])?);
    let criterion = criterion(u.choose(&["a", "b", "c"])?);
    let number = u.int_in_range(0..=2)?;
    let here = u.ratio(2, 3)?;
    let at = *u.choose(&[usize::MAX, 0, 1, 2])?;
    Ok(match u.int_in_range(0..=15)? {
        14 => {
            let id = MeetingId::parse(u.choose(&["m1", "m2"])?).unwrap();
            let about = Campaign::new(campaign, String::new(), day("2026-11-23"), Scope::Complete);
            let value = Meeting { sheets: Some(number.into()), ..Meeting::new(id.clone(), &about, day("2026-11-23")) };
            Command::Meeting { id, meeting: here.then_some(Placed { at, value: Box::new(value) }) }
        }
        15 => {
            let id = PaperId::parse(u.choose(&["d1", "d2"])?).unwrap();
            let value = Paper { at: Some(number.to_string()), ..Paper::new(id.clone(), "phare") };
            Command::Paper { id, paper: here.then_some(Placed { at, value: Box::new(value) }) }
        }
        13 => {
            let id = WorkshopId::parse(u.choose(&["w1", "w2"])?).unwrap();
            let value = Workshop::new(id.clone(), number.to_string(), day("2026-11-23"));
            Command::Workshop { id, workshop: here.then_some(Placed { at, value: Box::new(value) }) }
        }
        12 => {
            let id = IndicatorId::parse(u.choose(&["i1", "i2"])?).unwrap();
            let value = Indicator { title: number.to_string(), ..Indicator::new(id.clone()) };
            Command::Indicator { id, indicator: here.then_some(Placed { at, value: Box::new(value) }) }
        }
        11 => {
            let id = ActorId::parse(u.choose(&["q1", "q2"])?).unwrap();
            let value = Actor { role: number.to_string(), ..Actor::new(id.clone()) };
            Command::Actor { id, actor: here.then_some(Placed { at, value: Box::new(value) }) }
        }
        0 => school(&number.to_string()),
        1 => Command::Scope { campaign, scope: [Scope::Essential, Scope::Complete][usize::from(here)].clone() },
        2 => {
            let counts = [(Role::Eleves, u32::from(number))].into();
            Command::Participants { campaign, participants: Participants { counts, ..Participants::default() } }
        }
        3 => {
            let value = Campaign::new(campaign.clone(), number.to_string(), day("2026-11-23"), Scope::Complete);
            let placed = Placed { at, value: Box::new(value) };
            Command::Campaign { id: campaign, campaign: here.then_some(placed) }
        }
        4 => {
            let action = action(u.choose(&["x", "y", "z"])?);
            let value = SetAside { extra: Extra::default(), action: action.clone(), at: Some(number.to_string()) };
            Command::SetAside { action, aside: here.then_some(Placed { at, value: Box::new(value) }) }
        }
        5 | 6 => {
            let id = plan_item(u.choose(&["p1", "p2", "p3", "p4", "p5"])?);
            let value = PlanItem { title: number.to_string(), ..item(id.as_str()) };
            Command::PlanItem { id, item: here.then_some(Placed { at, value: Box::new(value) }) }
        }
        7 => {
            let aim = if u.ratio(1, 2)? { Aim::Criterion(criterion) } else { Aim::Thematique(thematique("acces")) };
            let target = Target { extra: Extra::default(), level: level(number), due: None };
            Command::Target { aim, target: here.then_some(target) }
        }
        _ => Command::Answer { campaign, criterion, answer: here.then_some(Answer::at(level(number))) },
    })
}

/// Whether two commands may be sent at once: neither lies in the other's place.
fn are_apart(one: &Command, other: &Command) -> bool {
    let point_d_etape = |command: &Command| match command {
        Command::Answer { campaign, .. }
        | Command::Scope { campaign, .. }
        | Command::Participants { campaign, .. }
        | Command::Campaign { id: campaign, .. } => Some(campaign.clone()),
        _ => None,
    };
    match (one, other) {
        (Command::Campaign { .. }, _) | (_, Command::Campaign { .. }) => point_d_etape(one) != point_d_etape(other),
        (Command::PlanItem { id: a, .. }, Command::PlanItem { id: b, .. }) => a != b,
        (Command::Workshop { id: a, .. }, Command::Workshop { id: b, .. }) => a != b,
        (Command::Meeting { id: a, .. }, Command::Meeting { id: b, .. }) => a != b,
        (Command::Indicator { id: a, .. }, Command::Indicator { id: b, .. }) => a != b,
        (Command::Actor { id: a, .. }, Command::Actor { id: b, .. }) => a != b,
        (Command::Paper { id: a, .. }, Command::Paper { id: b, .. }) => a != b,
        (Command::SetAside { action: a, .. }, Command::SetAside { action: b, .. }) => a != b,
        _ => true,
    }
}

/// Any command, one alone, several at once or everything.
pub fn any_command(u: &mut Unstructured) -> Result<Command> {
    match u.int_in_range(0..=9)? {
        0 => {
            let mut other = start();
            for _ in 0..3 {
                apply(&mut other, &any_place(u)?);
            }
            Ok(Command::Everything(Box::new(other)))
        }
        1..=3 => {
            let mut several: Vec<Command> = vec![];
            for _ in 0..u.int_in_range(1..=6)? {
                let command = any_place(u)?;
                if several.iter().all(|other| are_apart(other, &command)) {
                    several.push(command);
                }
            }
            Ok(Command::All(several))
        }
        _ => any_place(u),
    }
}

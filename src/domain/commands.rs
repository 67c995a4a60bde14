//! The closed list of what can happen to a dossier, and the one function that makes it happen.
//!
//! Each command puts a value in a place: applied twice it changes nothing more, and applied over what another tab has
//! saved it touches its own place only. That is what makes saving, undo and import safe with one door.

use super::actors::Actor;
use super::answers::Answer;
use super::dossier::{Campaign, Dossier, Participants, Scope, SetAside, Target};
use super::indicators::Indicator;
use super::meeting::Meeting;
use super::order::by_rank;
use super::papers::{Drill, Paper};
use super::plan::PlanItem;
use super::school::School;
use super::workshop::Workshop;
use crate::names::{
    ActionId, ActorId, CampaignId, CriterionId, IndicatorId, MeetingId, PaperId, PlanItemId, ThematiqueId, WorkshopId,
};
use std::collections::BTreeMap;

/// A value for a place of the dossier. `None` takes away what is there.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// The school's facts.
    School(School),
    /// An answer of a point d’étape.
    Answer { campaign: CampaignId, criterion: CriterionId, answer: Option<Answer> },
    /// Which questions a point d’étape covers.
    Scope { campaign: CampaignId, scope: Scope },
    /// Who took part.
    Participants { campaign: CampaignId, participants: Participants },
    /// A whole point d’étape; a new one comes last and becomes the current one.
    Campaign { id: CampaignId, campaign: Option<Placed<Campaign>> },
    /// A decided action; a new one comes last.
    PlanItem { id: PlanItemId, item: Option<Placed<PlanItem>> },
    /// The level aimed at, and its day.
    Target { aim: Aim, target: Option<Target> },
    /// A workshop.
    Workshop { id: WorkshopId, workshop: Option<Placed<Workshop>> },
    /// A meeting of the committee; a new one comes last and becomes the current one.
    Meeting { id: MeetingId, meeting: Option<Placed<Meeting>> },
    /// An indicator that is followed.
    Indicator { id: IndicatorId, indicator: Option<Placed<Indicator>> },
    /// Someone of the directory.
    Actor { id: ActorId, actor: Option<Placed<Actor>> },
    /// A document that the school adapts.
    Paper { id: PaperId, paper: Option<Placed<Paper>> },
    /// A piste put off, or recalled.
    SetAside { action: ActionId, aside: Option<Placed<SetAside>> },
    /// The whole dossier, when a file replaces it.
    Everything(Box<Dossier>),
    /// Several at once, each in a place of its own and none of them several, undone together.
    All(Vec<Command>),
}

impl Command {
    /// The same, all sequences at rest: they tell calendars that something changed, and are no change themselves.
    pub(super) fn still(mut self) -> Self {
        match &mut self {
            Self::PlanItem { item: Some(placed), .. } => placed.value.sequence = 0,
            Self::Meeting { meeting: Some(placed), .. } => placed.value.sequence = 0,
            Self::Paper { paper: Some(placed), .. } => {
                placed.value.drills.iter_mut().for_each(|drill| drill.sequence = 0);
            }
            Self::Everything(dossier) => {
                let drills = dossier.papers.iter_mut().flat_map(|paper| &mut paper.drills);
                drills.for_each(|drill| drill.sequence = 0);
                dossier.plan.iter_mut().for_each(|item| item.sequence = 0);
                dossier.meetings.iter_mut().for_each(|meeting| meeting.sequence = 0);
            }
            Self::All(commands) => return Self::All(std::mem::take(commands).into_iter().map(Self::still).collect()),
            _ => {}
        }
        self
    }
}

/// What a level is aimed at for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    Thematique(ThematiqueId),
    Criterion(CriterionId),
}

/// An element of a list and where it goes when it is not there yet. Two are equal when their values are: another tab
/// may have moved the element without changing it.
#[derive(Clone, Debug)]
pub struct Placed<T> {
    pub at: usize,
    pub value: Box<T>,
}

impl<T> Placed<T> {
    /// At the end of its list.
    pub fn last(value: T) -> Self {
        Self { at: usize::MAX, value: Box::new(value) }
    }

    /// Another value at the same place.
    fn with(&self, value: T) -> Self {
        Self { at: self.at, value: Box::new(value) }
    }
}

impl<T: PartialEq> PartialEq for Placed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// Puts the command's value in its place. A place that is not there (a point d’étape removed meanwhile) is left alone.
pub fn apply(dossier: &mut Dossier, command: &Command) {
    match command {
        Command::School(school) => dossier.school.clone_from(school),
        Command::Answer { campaign, criterion, answer } => {
            if let Some(campaign) = campaign_mut(dossier, campaign) {
                match answer {
                    Some(answer) => campaign.answers.insert(criterion.clone(), answer.clone()),
                    None => campaign.answers.remove(criterion),
                };
            }
        }
        Command::Scope { campaign, scope } => {
            if let Some(campaign) = campaign_mut(dossier, campaign) {
                campaign.scope.clone_from(scope);
            }
        }
        Command::Participants { campaign, participants } => {
            if let Some(campaign) = campaign_mut(dossier, campaign) {
                campaign.participants.clone_from(participants);
            }
        }
        Command::Campaign { id, campaign } => put(&mut dossier.campaigns, |c| c.id == *id, campaign.as_ref()),
        Command::PlanItem { id, item } => {
            let raised = item.as_ref().map(|placed| placed.with(raised_item(&dossier.plan, &placed.value)));
            put(&mut dossier.plan, |i| i.id == *id, raised.as_ref());
        }
        Command::Target { aim: Aim::Thematique(id), target } => {
            put_under(&mut dossier.targets.thematiques, id, target.as_ref());
        }
        Command::Target { aim: Aim::Criterion(id), target } => {
            put_under(&mut dossier.targets.criteria, id, target.as_ref());
        }
        Command::Workshop { id, workshop } => put(&mut dossier.workshops, |w| w.id == *id, workshop.as_ref()),
        Command::Meeting { id, meeting } => {
            let raised = meeting.as_ref().map(|placed| placed.with(raised_meeting(&dossier.meetings, &placed.value)));
            put(&mut dossier.meetings, |m| m.id == *id, raised.as_ref());
        }
        Command::Indicator { id, indicator } => put(&mut dossier.indicators, |i| i.id == *id, indicator.as_ref()),
        Command::Actor { id, actor } => put(&mut dossier.actors, |a| a.id == *id, actor.as_ref()),
        Command::Paper { id, paper } => {
            let raised = paper.as_ref().map(|placed| placed.with(raised_paper(&dossier.papers, &placed.value)));
            put(&mut dossier.papers, |p| p.id == *id, raised.as_ref());
        }
        Command::SetAside { action, aside } => put(&mut dossier.set_aside, |s| s.action == *action, aside.as_ref()),
        Command::Everything(other) => {
            let (plan, meetings) = (std::mem::take(&mut dossier.plan), std::mem::take(&mut dossier.meetings));
            let papers = std::mem::take(&mut dossier.papers);
            dossier.clone_from(other);
            dossier.plan.iter_mut().for_each(|item| *item = raised_item(&plan, item));
            dossier.meetings.iter_mut().for_each(|meeting| *meeting = raised_meeting(&meetings, meeting));
            dossier.papers.iter_mut().for_each(|paper| *paper = raised_paper(&papers, paper));
        }
        Command::All(commands) => {
            let commands = by_rank(commands.iter().collect(), |command| turn(command));
            commands.into_iter().for_each(|command| apply(dossier, command));
        }
    }
}

/// The command that puts back what is in this command's place today. None when the place does not exist.
#[must_use]
pub fn current(dossier: &Dossier, command: &Command) -> Option<Command> {
    let campaign_of = |id: &CampaignId| dossier.campaigns.iter().find(|c| c.id == *id);
    Some(match command {
        Command::School(_) => Command::School(dossier.school.clone()),
        Command::Answer { campaign, criterion, .. } => Command::Answer {
            campaign: campaign.clone(),
            criterion: criterion.clone(),
            answer: campaign_of(campaign)?.answers.get(criterion).cloned(),
        },
        Command::Scope { campaign, .. } => {
            Command::Scope { campaign: campaign.clone(), scope: campaign_of(campaign)?.scope.clone() }
        }
        Command::Participants { campaign, .. } => Command::Participants {
            campaign: campaign.clone(),
            participants: campaign_of(campaign)?.participants.clone(),
        },
        Command::Campaign { id, .. } => {
            Command::Campaign { id: id.clone(), campaign: placed(&dossier.campaigns, |c| c.id == *id) }
        }
        Command::PlanItem { id, .. } => {
            Command::PlanItem { id: id.clone(), item: placed(&dossier.plan, |i| i.id == *id) }
        }
        Command::Target { aim, .. } => {
            let targets = &dossier.targets;
            let target = match aim {
                Aim::Thematique(id) => targets.thematiques.get(id),
                Aim::Criterion(id) => targets.criteria.get(id),
            };
            Command::Target { aim: aim.clone(), target: target.cloned() }
        }
        Command::Workshop { id, .. } => {
            Command::Workshop { id: id.clone(), workshop: placed(&dossier.workshops, |w| w.id == *id) }
        }
        Command::Meeting { id, .. } => {
            Command::Meeting { id: id.clone(), meeting: placed(&dossier.meetings, |m| m.id == *id) }
        }
        Command::Indicator { id, .. } => {
            Command::Indicator { id: id.clone(), indicator: placed(&dossier.indicators, |i| i.id == *id) }
        }
        Command::Actor { id, .. } => Command::Actor { id: id.clone(), actor: placed(&dossier.actors, |a| a.id == *id) },
        Command::Paper { id, .. } => Command::Paper { id: id.clone(), paper: placed(&dossier.papers, |p| p.id == *id) },
        Command::SetAside { action, .. } => {
            Command::SetAside { action: action.clone(), aside: placed(&dossier.set_aside, |s| s.action == *action) }
        }
        Command::Everything(_) => Command::Everything(Box::new(dossier.clone())),
        Command::All(commands) => {
            Command::All(commands.iter().filter_map(|command| current(dossier, command)).collect())
        }
    })
}

/// When a command among several has its turn: first what leaves a list, then what enters one, from the top, so that
/// each finds its place whatever the order they were written in; last the rest, which may lie in what has entered.
fn turn(command: &Command) -> u64 {
    let at = match command {
        Command::Campaign { campaign, .. } => campaign.as_ref().map(|placed| placed.at),
        Command::PlanItem { item, .. } => item.as_ref().map(|placed| placed.at),
        Command::Workshop { workshop, .. } => workshop.as_ref().map(|placed| placed.at),
        Command::Meeting { meeting, .. } => meeting.as_ref().map(|placed| placed.at),
        Command::Indicator { indicator, .. } => indicator.as_ref().map(|placed| placed.at),
        Command::Actor { actor, .. } => actor.as_ref().map(|placed| placed.at),
        Command::Paper { paper, .. } => paper.as_ref().map(|placed| placed.at),
        Command::SetAside { aside, .. } => aside.as_ref().map(|placed| placed.at),
        _ => return u64::MAX,
    };
    at.map_or(0, |at| (at as u64).saturating_add(1))
}

fn campaign_mut<'a>(dossier: &'a mut Dossier, id: &CampaignId) -> Option<&'a mut Campaign> {
    dossier.campaigns.iter_mut().find(|c| c.id == *id)
}

/// The element that `is_it` recognises, with its place.
fn placed<T: Clone>(list: &[T], is_it: impl Fn(&T) -> bool) -> Option<Placed<T>> {
    let at = list.iter().position(is_it)?;
    Some(Placed { at, value: Box::new(list[at].clone()) })
}

fn put_under<K: Ord + Clone>(map: &mut BTreeMap<K, Target>, key: &K, value: Option<&Target>) {
    match value {
        Some(target) => drop(map.insert(key.clone(), target.clone())),
        None => drop(map.remove(key)),
    }
}

/// What takes the place of what was there: its sequence never falls, and rises when anything of it changes, so that a
/// calendar follows whatever brought the change: a hand, an undo, a file, another tab.
fn raised<T: Clone + PartialEq>(mine: Option<&T>, mut theirs: T, sequence: fn(&mut T) -> &mut u32) -> T {
    if let Some(mine) = mine {
        let before = *sequence(&mut mine.clone());
        let after = std::mem::replace(sequence(&mut theirs), before);
        let least = if theirs == *mine { before } else { before.saturating_add(1) };
        *sequence(&mut theirs) = after.max(least);
    }
    theirs
}

fn raised_item(plan: &[PlanItem], item: &PlanItem) -> PlanItem {
    raised(plan.iter().find(|mine| mine.id == item.id), item.clone(), |item| &mut item.sequence)
}

fn raised_meeting(meetings: &[Meeting], meeting: &Meeting) -> Meeting {
    raised(meetings.iter().find(|mine| mine.id == meeting.id), meeting.clone(), |meeting| &mut meeting.sequence)
}

fn raised_paper(papers: &[Paper], paper: &Paper) -> Paper {
    let mine = papers.iter().find(|mine| mine.id == paper.id).map_or(&[][..], |mine| &mine.drills);
    let drill = |theirs: &Drill| {
        raised(mine.iter().find(|mine| mine.id == theirs.id), theirs.clone(), |drill| &mut drill.sequence)
    };
    Paper { drills: paper.drills.iter().map(drill).collect(), ..paper.clone() }
}

/// Replaces, inserts or takes away the element that `is_it` recognises.
fn put<T: Clone>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, value: Option<&Placed<T>>) {
    match (list.iter().position(is_it), value) {
        (Some(index), Some(placed)) => list[index].clone_from(&placed.value),
        (Some(index), None) => drop(list.remove(index)),
        (None, Some(placed)) => list.insert(placed.at.min(list.len()), (*placed.value).clone()),
        (None, None) => {}
    }
}

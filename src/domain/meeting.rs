//! A committee's meeting: who was there by role, what each question received as opinions, what was adopted or discussed,
//! and what was decided.
//!
//! The decision itself is the answer of the point d’étape and the action of the plan; a meeting says which ones are its
//! own. It counts people by role and never names them; what one person answered on a shared device is only ever added to
//! the counts.

use super::answers::{Answer, Standing};
use super::commands::{Command, Placed};
use super::dates::{Day, last_day};
use super::dossier::{Campaign, Dossier, Participants, Role};
use super::opinions::{ENOUGH, Opinions};
use super::order::by_rank_down;
use super::plan::PlanItem;
use crate::extra::Extra;
use crate::framework::{Criterion, Framework, Horizon, Level, Period};
use crate::names::{CampaignId, CriterionId, MeetingId, PlanItemId, WorkshopId};
use std::collections::BTreeMap;

/// The minute of the hour at which the discussion of opinions ends.
pub const DISCUSSED_BY: u32 = 35;
/// How many actions a meeting decides.
pub const ACTIONS: usize = 3;

/// A meeting. The last of a dossier is the current one.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    pub extra: Extra,
    pub id: MeetingId,
    pub date: Option<Day>,
    /// The point d’étape that it answers.
    pub campaign: Option<CampaignId>,
    /// When the hour began, RFC 3339 UTC.
    pub started: Option<String>,
    pub present: Participants,
    /// How many people’s opinions are counted in all, when it was said.
    pub sheets: Option<u32>,
    pub opinions: BTreeMap<CriterionId, Opinions>,
    /// Agreed by the counts, and discussed all the same.
    pub taken_out: Vec<CriterionId>,
    /// Adopted as the opinions agreed.
    pub adopted: Vec<CriterionId>,
    /// Decided after a discussion.
    pub discussed: Vec<CriterionId>,
    /// Where « une chose qui marche » was written down.
    pub workshop: Option<WorkshopId>,
    /// The actions it decided.
    pub actions: Vec<PlanItemId>,
    /// When the next one is.
    pub next: Option<Day>,
    /// Rises with each change of that date, as calendars expect.
    pub sequence: u32,
}

/// A question on which opinions agree, and the level they give.
#[derive(Clone, Copy, Debug)]
pub struct Agreed<'a> {
    pub criterion: &'a Criterion,
    pub level: Level,
}

/// A question to discuss.
#[derive(Clone, Copy, Debug)]
pub struct Contested<'a> {
    pub criterion: &'a Criterion,
    pub decided: bool,
}

/// What there is to adopt and to discuss.
#[derive(Clone, Debug, Default)]
pub struct Docket<'a> {
    /// Not adopted yet, in the order of the référentiel.
    pub agreed: Vec<Agreed<'a>>,
    /// Widest first, then what few know, then what nobody was asked; those decided keep their place.
    pub contested: Vec<Contested<'a>>,
}

impl Meeting {
    /// A meeting about a point d’étape, with those who took part in it.
    #[must_use]
    pub fn new(id: MeetingId, campaign: &Campaign, date: Day) -> Self {
        Self {
            extra: Extra::default(),
            id,
            date: Some(date),
            campaign: Some(campaign.id.clone()),
            started: None,
            present: Participants { extra: Extra::default(), counts: campaign.participants.counts.clone() },
            sheets: None,
            opinions: BTreeMap::new(),
            taken_out: Vec::new(),
            adopted: Vec::new(),
            discussed: Vec::new(),
            workshop: None,
            actions: Vec::new(),
            next: None,
            sequence: 0,
        }
    }

    /// The point d’étape it answers, or the current one when it is gone.
    #[must_use]
    pub fn campaign<'a>(&self, dossier: &'a Dossier) -> Option<&'a Campaign> {
        let own = dossier.campaigns.iter().find(|c| Some(&c.id) == self.campaign.as_ref());
        own.or_else(|| dossier.campaign())
    }

    /// The roles whose sheets can be kept apart.
    #[must_use]
    pub fn roles_apart(&self) -> Vec<Role> {
        let enough = |role: &Role| self.present.counts.get(role).is_some_and(|n| *n >= ENOUGH);
        Role::ALL.iter().copied().filter(enough).collect()
    }

    /// How many people are there, when it was counted.
    #[must_use]
    pub fn people(&self) -> Option<u32> {
        let people = self.present.counts.values().fold(0, |sum: u32, n| sum.saturating_add(*n));
        (people > 0).then_some(people)
    }

    /// How many sheets one group has; none when it was not said.
    #[must_use]
    pub fn sheets_of(&self, role: Option<Role>) -> Option<u32> {
        match role {
            Some(role) => self.present.counts.get(&role).copied(),
            None => self.sheets.or_else(|| self.people()).map(|all| {
                let apart = self.roles_apart().into_iter().filter(|role| self.keeps_apart(*role));
                apart.filter_map(|role| self.present.counts.get(&role)).fold(all, |left, n| left.saturating_sub(*n))
            }),
        }
    }

    /// Whether sheets of that role are counted apart.
    #[must_use]
    pub fn keeps_apart(&self, role: Role) -> bool {
        self.opinions.values().any(|opinions| opinions.roles.get(&role).is_some_and(|counts| counts.people() > 0))
    }

    /// Puts the number of people of a group who said that of a question.
    pub fn count(&mut self, criterion: &CriterionId, role: Option<Role>, standing: Standing, number: u32) {
        self.opinions.entry(criterion.clone()).or_default().group_mut(role).set(standing, number);
    }

    /// Adds what one person said of every question; nothing else is kept of that person.
    pub fn hear(&mut self, role: Option<Role>, said: &BTreeMap<CriterionId, Standing>) {
        let apart = role.filter(|role| self.roles_apart().contains(role));
        for (criterion, standing) in said {
            let counts = self.opinions.entry(criterion.clone()).or_default().group_mut(apart);
            counts.set(*standing, counts.of(*standing) + 1);
        }
        let heard = self.opinions.values().map(|o| o.whole().people()).max().unwrap_or_default();
        self.sheets = Some(self.sheets.unwrap_or_default().max(heard));
    }

    /// Whether the committee has decided on a question.
    #[must_use]
    pub fn has_decided(&self, criterion: &CriterionId) -> bool {
        self.adopted.contains(criterion) || self.discussed.contains(criterion)
    }

    /// Notes that a question was decided after a discussion.
    pub fn discuss(&mut self, criterion: &CriterionId) {
        if !self.has_decided(criterion) {
            self.discussed.push(criterion.clone());
        }
    }

    /// Sets when the next one is.
    pub fn set_next(&mut self, next: Option<Day>) {
        if self.next != next {
            self.next = next;
            self.sequence = self.sequence.saturating_add(1);
        }
    }

    /// The level that the opinions on a question agree on: at most one apart, and more people with a level than without.
    fn agreement(&self, criterion: &CriterionId) -> Option<Level> {
        let opinions = self.opinions.get(criterion).filter(|_| !self.taken_out.contains(criterion))?;
        let whole = opinions.whole();
        let known = whole.with_level() > whole.unknown + whole.not_applicable;
        whole.median().filter(|_| known && !opinions.are_shared())
    }

    /// What there is to adopt and to discuss.
    #[must_use]
    pub fn docket<'a>(&self, framework: &'a Framework, dossier: &'a Dossier, campaign: &'a Campaign) -> Docket<'a> {
        let mut docket = Docket::default();
        for criterion in dossier.asked(framework, campaign) {
            let id = &criterion.id;
            let heard = self.opinions.get(id).is_some_and(|o| o.whole().people() > 0);
            let discussed = self.discussed.contains(id);
            match self.agreement(id) {
                _ if discussed => docket.contested.push(Contested { criterion, decided: true }),
                _ if self.adopted.contains(id) => {}
                Some(level) => docket.agreed.push(Agreed { criterion, level }),
                None if heard || campaign.standing(id) == Standing::Unanswered => {
                    docket.contested.push(Contested { criterion, decided: false });
                }
                None => {}
            }
        }
        docket.contested = by_rank_down(docket.contested, |c| self.width(&c.criterion.id));
        docket
    }

    /// How wide opinions are: by the levels, then between roles; then questions that few know; last those nobody heard.
    fn width(&self, criterion: &CriterionId) -> u64 {
        let Some(opinions) = self.opinions.get(criterion) else { return 0 };
        let whole = opinions.whole();
        match whole.spread() {
            Some(spread) => 2 + 2 * u64::from(spread) + u64::from(opinions.are_shared()),
            None => u64::from(whole.people() > 0),
        }
    }
}

/// Changes the current meeting, as a command.
#[must_use]
pub fn changed(meeting: &Meeting, change: impl FnOnce(&mut Meeting)) -> Command {
    let mut meeting = meeting.clone();
    change(&mut meeting);
    Command::Meeting { id: meeting.id.clone(), meeting: Some(Placed::last(meeting)) }
}

/// « Adopter ces réponses »: each takes the lower median of its opinions; what was noted with an answer stays.
#[must_use]
pub fn adopt(meeting: &Meeting, campaign: &Campaign, agreed: &[Agreed], at: &str) -> Command {
    let mut commands: Vec<Command> =
        agreed.iter().map(|a| retained(campaign, &a.criterion.id, Standing::At(a.level), at)).collect();
    let ids = agreed.iter().map(|a| a.criterion.id.clone());
    commands.push(changed(meeting, |meeting| meeting.adopted.extend(ids)));
    Command::All(commands)
}

/// « Retenir »: what the committee decides after a discussion.
#[must_use]
pub fn retain(
    meeting: &Meeting,
    campaign: &Campaign,
    criterion: &CriterionId,
    standing: Standing,
    at: &str,
) -> Command {
    Command::All(vec![
        retained(campaign, criterion, standing, at),
        changed(meeting, |meeting| meeting.discuss(criterion)),
    ])
}

fn retained(campaign: &Campaign, criterion: &CriterionId, standing: Standing, at: &str) -> Command {
    let known = campaign.answers.get(criterion).cloned().unwrap_or_default();
    let answer = Answer { at: Some(at.to_owned()), ..known.choosing(standing) };
    Command::Answer { campaign: campaign.id.clone(), criterion: criterion.clone(), answer: Some(answer) }
}

/// The « pastilles » that a question received; none takes them away.
#[must_use]
pub fn dotted(campaign: &Campaign, criterion: &CriterionId, dots: Option<u32>) -> Command {
    let answer = Answer { dots, ..campaign.answers.get(criterion).cloned().unwrap_or_default() };
    Command::Answer { campaign: campaign.id.clone(), criterion: criterion.clone(), answer: Some(answer) }
}

/// Whether a count is whole as it is typed: another digit would make it larger than the pile of sheets. A pile that nobody
/// counted is taken for a small one.
#[must_use]
pub fn is_whole(number: u32, sheets: Option<u32>) -> bool {
    number == 0 || number * 10 > sheets.unwrap_or(9)
}

/// Who is there: in the meeting, and in its point d’étape unless others took part in that.
#[must_use]
pub fn attended(meeting: &Meeting, campaign: &Campaign, role: Role, number: Option<u32>) -> Command {
    let mut present = meeting.present.clone();
    match number {
        Some(number) => drop(present.counts.insert(role, number)),
        None => drop(present.counts.remove(&role)),
    }
    let same = campaign.participants.counts == meeting.present.counts || campaign.participants.counts.is_empty();
    let participants = Participants { counts: present.counts.clone(), extra: campaign.participants.extra.clone() };
    let follows = same.then(|| Command::Participants { campaign: campaign.id.clone(), participants });
    let own = changed(meeting, |meeting| meeting.present = present);
    Command::All(follows.into_iter().chain([own]).collect())
}

/// An action at that moment: of this school year, or of the next when its last day is past.
pub fn at_moment(framework: &Framework, item: &mut PlanItem, period: Option<Period>, today: Day) {
    let past = |period| last_day(framework, period, Horizon::Court, today).is_some_and(|last| last < today);
    item.period = period;
    item.due = None;
    item.horizon = period.map(|period| if past(period) { Horizon::Moyen } else { Horizon::Court });
}

/// The minutes left before that minute of the hour; none once it is past, or when it has not begun.
#[must_use]
pub fn minutes_left(elapsed: Option<u64>, minute: u32) -> Option<u32> {
    let left = (u64::from(minute) * 60_000).checked_sub(elapsed?)?;
    u32::try_from(left.div_ceil(60_000)).ok().filter(|left| *left > 0)
}

//! What is kept of a school’s dossier: small, and nothing that a file for the animator does not hold.

use super::{Ground, Kind, commune_key};
use crate::domain::scoring::{Entry, Score, Selection};
use crate::domain::versions::migration;
use crate::domain::{
    Answer, Campaign, Day, Dossier, FrameworkRef, Participants, PlanItem, School, Scope, Standing, State,
};
use crate::extra::Extra;
use crate::framework::{Criterion, Level};
use crate::names::{CampaignId, DossierId, PlanItemId};

/// A school of the group.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: DossierId,
    /// Its types, commune and number of pupils; its name when the file says it.
    pub school: School,
    pub kind: Kind,
    /// The key of its commune; empty when it says none.
    pub commune: String,
    /// The latest last; never empty.
    steps: Vec<Step>,
    pub plan: Vec<Decided>,
    /// Rules 1 to 3 on the latest point d’étape, a thématique after the other.
    pub scores: Vec<Score>,
    /// Typed by the trainer, from what was read aloud.
    pub by_hand: bool,
}

/// A point d’étape.
#[derive(Clone, Debug)]
pub struct Step {
    pub id: CampaignId,
    pub date: Option<Day>,
    pub scope: Scope,
    pub participants: Participants,
    /// A criterion after the other: where it stands; none when it was not asked.
    pub standings: Vec<Option<Standing>>,
}

/// A decided action, and the place of the action of the référentiel it comes from.
#[derive(Clone, Debug)]
pub struct Decided {
    pub action: Option<usize>,
    pub state: State,
}

/// Why a dossier is not in the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// Made with another référentiel, or a later version of this one.
    Foreign { id: String, version: String },
    /// It has no point d’étape.
    Silent,
}

impl Member {
    /// What is kept of a dossier; one that follows an earlier version of the référentiel is read as this version would.
    ///
    /// # Errors
    /// Why the school cannot be in the group.
    pub fn of(ground: Ground, dossier: &Dossier) -> Result<Self, Left> {
        let FrameworkRef { id, version, .. } = &dossier.framework;
        if !dossier.framework.is_served_by(ground.framework) {
            return Err(Left::Foreign { id: id.as_str().to_owned(), version: version.clone() });
        }
        if dossier.campaigns.is_empty() {
            return Err(Left::Silent);
        }
        match migration(ground.framework, dossier, &|_, _| String::new()) {
            Some(migrated) => Ok(Self::keep(ground, &migrated.dossier)),
            None => Ok(Self::keep(ground, dossier)),
        }
    }

    fn keep(ground: Ground, dossier: &Dossier) -> Self {
        let School { name, types, other_types, commune, pupils, .. } = &dossier.school;
        let school = School {
            name: name.trim().to_owned(),
            types: types.clone(),
            other_types: other_types.clone(),
            commune: commune.trim().to_owned(),
            pupils: *pupils,
            ..School::default()
        };
        let mut member = Self {
            id: dossier.id.clone(),
            kind: Kind::of(&school),
            commune: commune_key(&school.commune),
            school,
            steps: dossier.campaigns.iter().map(|campaign| Step::of(ground, dossier, campaign)).collect(),
            plan: dossier.plan.iter().map(|item| Decided::of(ground, item)).collect(),
            scores: Vec::new(),
            by_hand: false,
        };
        let latest = member.latest();
        member.scores = (0..ground.framework.thematiques.len()).map(|t| latest.selection(ground, t).score()).collect();
        member
    }

    /// The latest point d’étape: the current one of its dossier.
    #[must_use]
    pub fn latest(&self) -> &Step {
        &self.steps[self.steps.len() - 1]
    }

    /// Every point d’étape, the latest last.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The day of the latest.
    #[must_use]
    pub fn date(&self) -> Option<Day> {
        self.latest().date
    }

    /// The level of a criterion, given by its place, when it is known and counts.
    #[must_use]
    pub fn level(&self, criterion: usize) -> Option<Level> {
        self.latest().level(criterion)
    }

    /// Adds the earlier points d’étape that an older file of the same school holds.
    pub(super) fn complete(&mut self, older: Self) {
        let missing: Vec<Step> =
            older.steps.into_iter().filter(|step| self.steps.iter().all(|here| here.id != step.id)).collect();
        self.steps.splice(0..0, missing);
    }

    /// The dossier that says no more than what is kept.
    #[must_use]
    pub fn dossier(&self, ground: Ground) -> Dossier {
        let campaigns: Vec<Campaign> = self.steps.iter().map(|step| step.campaign(ground)).collect();
        let mut dossier = Dossier::new(self.id.clone(), ground.framework, self.latest().campaign(ground));
        dossier.school = self.school.clone();
        dossier.campaigns = campaigns;
        dossier.plan = self.plan.iter().enumerate().filter_map(|(n, decided)| decided.item(ground, n)).collect();
        dossier
    }
}

impl Step {
    fn of(ground: Ground, dossier: &Dossier, campaign: &Campaign) -> Self {
        let asks = |c: &Criterion| dossier.school.is_among(&c.applies_to) && campaign.scope.covers(c);
        let criteria = &ground.framework.criteria;
        let mut standings = vec![None; criteria.len()];
        // Both go in the order of the ids: no answer has to be looked for.
        let mut answers = campaign.answers.iter().peekable();
        for index in ground.places.by_id.iter().copied().filter(|index| asks(&criteria[*index])) {
            let id = &criteria[index].id;
            while answers.next_if(|(given, _)| *given < id).is_some() {}
            let answer = answers.next_if(|(given, _)| *given == id);
            standings[index] = Some(answer.map_or(Standing::Unanswered, |(_, answer)| answer.standing()));
        }
        Self {
            id: campaign.id.clone(),
            date: campaign.date,
            scope: campaign.scope.clone(),
            participants: Participants { counts: campaign.participants.counts.clone(), extra: Extra::default() },
            standings,
        }
    }

    /// The level of a criterion, given by its place, when it is known and counts.
    #[must_use]
    pub fn level(&self, criterion: usize) -> Option<Level> {
        self.standings.get(criterion).copied().flatten().and_then(Standing::level)
    }

    /// The set S of a thématique, given by its place.
    #[must_use]
    pub fn selection<'f>(&self, ground: Ground<'f>, theme: usize) -> Selection<'f> {
        self.select(ground, theme, |_| true)
    }

    /// The same, of the criteria whose places `keep` accepts.
    #[must_use]
    pub fn select<'f>(&self, ground: Ground<'f>, theme: usize, keep: impl Fn(usize) -> bool) -> Selection<'f> {
        let entry = |index: usize| {
            let standing = self.standings[index].filter(|standing| *standing != Standing::NotApplicable)?;
            Some(Entry { criterion: &ground.framework.criteria[index], standing })
        };
        Selection {
            entries: ground.criteria_of(theme).filter(|index| keep(*index)).filter_map(entry).collect(),
            share: ground.framework.tier_rule.share,
        }
    }

    fn campaign(&self, ground: Ground) -> Campaign {
        let given = |(c, standing): (&Criterion, &Option<Standing>)| {
            let standing = standing.filter(|standing| *standing != Standing::Unanswered)?;
            Some((c.id.clone(), Answer::default().choosing(standing)))
        };
        Campaign {
            extra: Extra::default(),
            id: self.id.clone(),
            name: String::new(),
            date: self.date,
            scope: self.scope.clone(),
            participants: self.participants.clone(),
            answers: ground.framework.criteria.iter().zip(&self.standings).filter_map(given).collect(),
        }
    }
}

impl Decided {
    fn of(ground: Ground, item: &PlanItem) -> Self {
        let named = item.action.as_ref();
        let action = named.and_then(|id| ground.framework.actions.iter().position(|action| action.id == *id));
        Self { action, state: item.state }
    }

    fn item(&self, ground: Ground, number: usize) -> Option<PlanItem> {
        let action = self.action.map(|index| &ground.framework.actions[index]);
        let free = PlanItem::free(PlanItemId::parse(&format!("p{number}"))?, Day::EPOCH);
        Some(PlanItem {
            action: action.map(|action| action.id.clone()),
            criterion: action.map(|action| action.criterion.clone()),
            to: action.map(|action| action.to),
            title: action.map(|action| action.title.clone()).unwrap_or_default(),
            state: self.state,
            ..free
        })
    }
}

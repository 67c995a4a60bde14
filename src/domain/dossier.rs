//! A dossier: everything about one school, as the file format `paliers-dossier` (schema 1) holds it.
//!
//! Plain data without setters: it changes only through [`super::commands`]. Fields that other versions of Paliers know
//! travel in `extra`.

use super::actors::Actor;
use super::answers::{Answer, Standing};
use super::dates::Day;
use super::indicators::Indicator;
use super::meeting::Meeting;
use super::papers::Paper;
use super::plan::PlanItem;
use super::school::School;
use super::workshop::Workshop;
use crate::extra::Extra;
use crate::framework::semver::numbers;
use crate::framework::{Criterion, Framework, Level};
use crate::names::{ActionId, CampaignId, CriterionId, DossierId, FrameworkId, ThematiqueId, words};
use std::collections::BTreeMap;

/// Everything about one school.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    pub extra: Extra,
    pub id: DossierId,
    /// An example shipped with Paliers, or a copy of one.
    pub example: bool,
    pub framework: FrameworkRef,
    pub school: School,
    /// The last is the current one; may be empty in a file made elsewhere.
    pub campaigns: Vec<Campaign>,
    pub targets: Targets,
    pub set_aside: Vec<SetAside>,
    pub plan: Vec<PlanItem>,
    pub workshops: Vec<Workshop>,
    /// The last is the current one.
    pub meetings: Vec<Meeting>,
    pub indicators: Vec<Indicator>,
    pub actors: Vec<Actor>,
    pub papers: Vec<Paper>,
}

/// The référentiel that the answers speak of.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameworkRef {
    pub extra: Extra,
    pub id: FrameworkId,
    pub version: String,
}

/// A dated positioning.
#[derive(Clone, Debug, PartialEq)]
pub struct Campaign {
    pub extra: Extra,
    pub id: CampaignId,
    pub name: String,
    pub date: Option<Day>,
    pub scope: Scope,
    pub participants: Participants,
    pub answers: BTreeMap<CriterionId, Answer>,
}

/// Who took part, counted by role.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Participants {
    pub extra: Extra,
    pub counts: BTreeMap<Role, u32>,
}

words!(
    /// The place from which someone speaks.
    Role {
        Direction = "direction",
        Enseignants = "enseignants",
        VieScolaire = "vie-scolaire",
        Agents = "agents",
        Accompagnement = "accompagnement",
        Eleves = "eleves",
        Parents = "parents",
        Collectivite = "collectivite",
        Partenaires = "partenaires",
    }
);

/// Which questions a point d’étape covers. Answers outside are kept, shown, and count in nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Scope {
    Essential,
    Complete,
    List(Vec<CriterionId>),
}

/// Levels aimed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Targets {
    pub extra: Extra,
    pub thematiques: BTreeMap<ThematiqueId, Target>,
    pub criteria: BTreeMap<CriterionId, Target>,
}

/// A level aimed at, and by when.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub extra: Extra,
    pub level: Level,
    pub due: Option<Day>,
}

/// A piste the committee put off.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    pub extra: Extra,
    pub action: ActionId,
    /// Instant, RFC 3339 UTC.
    pub at: Option<String>,
}

impl FrameworkRef {
    /// Whether that référentiel can show this dossier: the same one, in this version or a later one.
    #[must_use]
    pub fn is_served_by(&self, framework: &Framework) -> bool {
        self.id == framework.id && numbers(&self.version) <= numbers(&framework.version)
    }
}

impl Scope {
    /// Whether a criterion is in the scope.
    #[must_use]
    pub fn covers(&self, criterion: &Criterion) -> bool {
        match self {
            Self::Essential => criterion.essential,
            Self::Complete => true,
            Self::List(ids) => ids.contains(&criterion.id),
        }
    }
}

impl Campaign {
    /// A new point d’étape without answers.
    #[must_use]
    pub fn new(id: CampaignId, name: String, date: Day, scope: Scope) -> Self {
        Self {
            extra: Extra::default(),
            id,
            name,
            date: Some(date),
            scope,
            participants: Participants::default(),
            answers: BTreeMap::new(),
        }
    }

    /// Where a question stands.
    #[must_use]
    pub fn standing(&self, criterion: &CriterionId) -> Standing {
        self.answers.get(criterion).map_or(Standing::Unanswered, Answer::standing)
    }
}

impl Dossier {
    /// A new dossier with one empty point d’étape on the essential questions.
    #[must_use]
    pub fn new(id: DossierId, framework: &Framework, campaign: Campaign) -> Self {
        Self {
            extra: Extra::default(),
            id,
            example: false,
            framework: FrameworkRef {
                extra: Extra::default(),
                id: framework.id.clone(),
                version: framework.version.clone(),
            },
            school: School::default(),
            campaigns: vec![campaign],
            targets: Targets::default(),
            set_aside: Vec::new(),
            plan: Vec::new(),
            workshops: Vec::new(),
            meetings: Vec::new(),
            indicators: Vec::new(),
            actors: Vec::new(),
            papers: Vec::new(),
        }
    }

    /// Begun, and nothing was said yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        let silent = |campaign: &Campaign| campaign.answers.is_empty() && campaign.participants.counts.is_empty();
        let nothing_kept = self.workshops.is_empty()
            && self.meetings.is_empty()
            && self.plan.is_empty()
            && self.indicators.is_empty()
            && self.actors.is_empty()
            && self.papers.is_empty();
        !self.example && self.school == School::default() && nothing_kept && self.campaigns.iter().all(silent)
    }

    /// The current point d’étape: the last.
    #[must_use]
    pub fn campaign(&self) -> Option<&Campaign> {
        self.campaigns.last()
    }

    /// The current meeting: the last.
    #[must_use]
    pub fn meeting(&self) -> Option<&Meeting> {
        self.meetings.last()
    }

    /// The criteria asked of this school in a point d’étape, in the order of the référentiel, those answered « sans
    /// objet » included.
    pub fn asked<'a>(
        &'a self,
        framework: &'a Framework,
        campaign: &'a Campaign,
    ) -> impl Iterator<Item = &'a Criterion> {
        framework.criteria.iter().filter(|c| self.school.is_among(&c.applies_to) && campaign.scope.covers(c))
    }
}

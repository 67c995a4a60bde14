//! Decided actions: what, how, who, when, and how we shall know.

use super::dates::{Day, last_day};
use crate::extra::Extra;
use crate::framework::{Action, Framework, Horizon, Level, Period};
use crate::names::{ActionId, CriterionId, PlanItemId, ThematiqueId, words};

/// A decided action.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    pub extra: Extra,
    pub id: PlanItemId,
    /// The action of the référentiel it comes from.
    pub action: Option<ActionId>,
    /// The question it moves, and the level it makes true.
    pub criterion: Option<CriterionId>,
    pub to: Option<Level>,
    pub origin: Option<Origin>,
    pub thematique: Option<ThematiqueId>,
    /// Axe d’amélioration (quoi).
    pub axis: String,
    /// Action (comment).
    pub title: String,
    /// How it is done, step by step.
    pub how: Vec<String>,
    /// Pilotes.
    pub leads: Vec<String>,
    /// Avec.
    pub involved: Vec<String>,
    /// A day; wins over the moment.
    pub due: Option<Day>,
    pub period: Option<Period>,
    pub horizon: Option<Horizon>,
    /// The day it was decided, from which `horizon` counts. An optional field of ours.
    pub decided: Option<Day>,
    /// Ids of indicators, or free text.
    pub indicators: Vec<String>,
    /// Success factors.
    pub success: Vec<String>,
    pub state: State,
    pub waiting_for: Option<String>,
    /// What it asks of the team. An optional field of ours.
    pub effort: Option<Effort>,
    pub means: Option<Means>,
    pub note: Option<String>,
    pub steps: Vec<Step>,
    /// Raised at each change, for calendars.
    pub sequence: u32,
}

/// Why an action is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    pub extra: Extra,
    pub kind: OriginKind,
    pub reference: Option<String>,
}

words!(
    /// Where a decided action comes from.
    OriginKind {
        Gap = "gap",
        Irritant = "irritant",
        Source = "source",
        Free = "free",
    }
);
words!(
    /// Where a decided action stands.
    State {
        Todo = "todo",
        Doing = "doing",
        Waiting = "waiting",
        Done = "done",
        Dropped = "dropped",
    }
);

words!(
    /// What an action asks of the team.
    Effort {
        Light = "light",
        Medium = "medium",
        Heavy = "heavy",
    }
);

/// Money, people, law: free texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Means {
    pub extra: Extra,
    pub financial: String,
    pub human: String,
    pub legal: String,
}

/// A part of an action, ticked when done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    pub extra: Extra,
    pub text: String,
    pub done: bool,
}

/// When an action is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// By a day the committee named.
    By(Day),
    /// At a moment, whose last day is known when it is dated.
    Around(Period, Option<Day>),
    /// Only a horizon.
    Within(Horizon),
    /// Nothing said.
    Unsaid,
}

impl PlanItem {
    /// An action written by the committee itself.
    #[must_use]
    pub fn free(id: PlanItemId, decided: Day) -> Self {
        Self {
            extra: Extra::default(),
            id,
            action: None,
            criterion: None,
            to: None,
            origin: Some(Origin { extra: Extra::default(), kind: OriginKind::Free, reference: None }),
            thematique: None,
            axis: String::new(),
            title: String::new(),
            how: Vec::new(),
            leads: Vec::new(),
            involved: Vec::new(),
            due: None,
            period: None,
            horizon: None,
            decided: Some(decided),
            indicators: Vec::new(),
            success: Vec::new(),
            state: State::Todo,
            waiting_for: None,
            effort: None,
            means: None,
            note: None,
            steps: Vec::new(),
            sequence: 0,
        }
    }

    /// An action taken from the référentiel, pre-filled. When its moment is already past, which only happens to this
    /// school year’s, the horizon moves to the next, so that nothing is late on the day it is decided.
    #[must_use]
    pub fn from_action(framework: &Framework, action: &Action, id: PlanItemId, decided: Day) -> Self {
        let criterion = framework.criterion(&action.criterion);
        let past = last_day(framework, action.period, action.horizon, decided).is_some_and(|last| last < decided);
        Self {
            action: Some(action.id.clone()),
            criterion: Some(action.criterion.clone()),
            to: Some(action.to),
            origin: Some(Origin {
                extra: Extra::default(),
                kind: OriginKind::Gap,
                reference: Some(action.criterion.as_str().to_owned()),
            }),
            thematique: criterion.and_then(|c| framework.thematique_of(c)).map(|t| t.id.clone()),
            axis: action.axis.clone(),
            title: action.title.clone(),
            how: action.steps.clone(),
            leads: action.leads.clone(),
            involved: action.involved.clone(),
            period: Some(action.period),
            horizon: Some(if past { Horizon::Moyen } else { action.horizon }),
            indicators: action.indicators.clone(),
            success: action.success_factors.clone(),
            effort: Some(Effort::of_action(action)),
            ..Self::free(id, decided)
        }
    }

    /// When it is due: its day, else its moment in the school year of its horizon, counted from the day it was
    /// decided (or from `reference` when that is not known).
    #[must_use]
    pub fn due(&self, framework: &Framework, reference: Day) -> Due {
        let decided = self.decided.unwrap_or(reference);
        match (self.due, self.period, self.horizon) {
            (Some(day), _, _) => Due::By(day),
            (None, Some(period), horizon) => {
                Due::Around(period, last_day(framework, period, horizon.unwrap_or(Horizon::Court), decided))
            }
            (None, None, Some(horizon)) => Due::Within(horizon),
            (None, None, None) => Due::Unsaid,
        }
    }

    /// Whether the steps to tick are those of « comment ».
    #[must_use]
    pub fn steps_follow(&self) -> bool {
        self.steps == self.steps_from_how()
    }

    /// The steps to tick that « comment » gives: what is ticked stays so, and is never taken away.
    #[must_use]
    pub fn steps_from_how(&self) -> Vec<Step> {
        let lines = self.how.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        let known = |line: &str| self.steps.iter().find(|step| step.text.trim() == line).cloned();
        let mut steps: Vec<Step> = lines
            .map(|line| known(line).unwrap_or_else(|| Step { text: line.to_owned(), ..Step::default() }))
            .collect();
        let ticked = self.steps.iter().filter(|step| step.done);
        let gone: Vec<Step> = ticked.filter(|step| !steps.contains(step)).cloned().collect();
        steps.extend(gone);
        steps
    }

    /// Still to be done: neither done nor dropped.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.state, State::Done | State::Dropped)
    }
}

impl Effort {
    /// The effort of an action of the référentiel, 1 to 3 there.
    #[must_use]
    pub fn of_action(action: &Action) -> Self {
        match action.effort {
            ..=1 => Self::Light,
            2 => Self::Medium,
            _ => Self::Heavy,
        }
    }
}

impl Due {
    /// The day to sort and remind by.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        match self {
            Self::By(day) => Some(day),
            Self::Around(_, day) => day,
            Self::Within(_) | Self::Unsaid => None,
        }
    }
}

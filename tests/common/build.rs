//! Référentiels and dossiers told in sentences, for the tests of the rules.
//!
//! `framework().thematique("acces").criterion("a").core()` says only what the test is about; everything else is the
//! quietest value the format allows. A word after `criterion` or `action` speaks of the last one. Nothing is checked:
//! a test may build what the reader would refuse.

#![allow(dead_code, reason = "each suite uses the words it needs")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a sentence that cannot be told fails its test")]

use paliers::domain::{
    Answer, Campaign, Day, Dossier, Origin, OriginKind, PlanItem, Scope, SetAside, Standing, State, Target,
};
use paliers::extra::Extra;
use paliers::framework::{
    Action, Criterion, Crosswalk, Dependence, Fact, Framework, Horizon, Level, Period, PeriodSpan, Reach, SchoolType,
    SubTheme, Thematique, Tier, TierRule,
};
use paliers::names::{ActionId, CampaignId, CriterionId, DossierId, FrameworkId, PlanItemId, SubThemeId, ThematiqueId};
use std::ops::{Deref, DerefMut};

/// A référentiel being told; it is read as the `Framework` it has become.
#[derive(Clone, Debug)]
pub struct FrameworkBuilder(Framework);

/// A dossier being told, with one point d’étape on every question.
#[derive(Clone, Debug)]
pub struct DossierBuilder(Dossier);

/// Share 60, no thématique yet.
pub fn framework() -> FrameworkBuilder {
    FrameworkBuilder(Framework {
        format: "paliers-framework".into(),
        schema: 1,
        id: FrameworkId::parse("essai").unwrap(),
        version: "1.0.0".into(),
        lang: "fr".into(),
        title: String::new(),
        licence: String::new(),
        tiers: Level::ALL.map(|level| Tier { level, name: String::new(), meaning: String::new() }).to_vec(),
        tier_rule: TierRule { share: 60 },
        thematiques: vec![],
        criteria: vec![],
        actions: vec![],
        indicators: vec![],
        propositions: vec![],
        glossary: vec![],
        periods: vec![],
        changes: vec![],
    })
}

impl FrameworkBuilder {
    pub fn share(mut self, share: u32) -> Self {
        self.0.tier_rule.share = share;
        self
    }

    /// A thématique with one sous-thématique; the criteria that follow are in it.
    pub fn thematique(mut self, id: &str) -> Self {
        self.0.thematiques.push(Thematique {
            id: thematique(id),
            title: String::new(),
            short: String::new(),
            summary: String::new(),
            sub_themes: vec![SubTheme { id: sub_theme(id), title: String::new() }],
        });
        self
    }

    /// A question of weight 1 in the last thématique, neither core nor essential, asked everywhere.
    pub fn criterion(mut self, id: &str) -> Self {
        let thematique = self.0.thematiques.last().expect("a thématique comes first");
        self.0.criteria.push(Criterion {
            id: criterion(id),
            sub_theme: thematique.sub_themes[0].id.clone(),
            title: String::new(),
            question: String::new(),
            decide: String::new(),
            weight: 1,
            core: false,
            essential: false,
            applies_to: vec![],
            depends_on: vec![Dependence::Ecole],
            levels: Level::ALL.map(|level| Fact { level, text: String::new(), signs: vec![] }).to_vec(),
            proofs: vec![],
            indicators: vec![],
            crosswalk: Crosswalk::default(),
            sources: vec![],
        });
        self
    }

    pub fn core(self) -> Self {
        self.of_criterion(|c| c.core = true)
    }

    pub fn essential(self) -> Self {
        self.of_criterion(|c| c.essential = true)
    }

    pub fn weight(self, weight: u32) -> Self {
        self.of_criterion(|c| c.weight = weight)
    }

    pub fn asked_of(self, types: &[SchoolType]) -> Self {
        self.of_criterion(|c| c.applies_to = types.to_vec())
    }

    pub fn depends_on(self, on: &[Dependence]) -> Self {
        self.of_criterion(|c| c.depends_on = on.to_vec())
    }

    /// An action of the school on the last criterion, of rank 2 before the weight: impact 1, effort 3.
    pub fn action(mut self, id: &str, to: u8) -> Self {
        let criterion = self.0.criteria.last().expect("a criterion comes first").id.clone();
        self.0.actions.push(Action {
            id: action(id),
            criterion,
            to: level(to),
            axis: String::new(),
            title: String::new(),
            steps: vec![],
            leads: vec![],
            involved: vec![],
            horizon: Horizon::Court,
            period: Period::FinAnnee,
            indicators: vec![],
            success_factors: vec![],
            impact: 1,
            effort: 3,
            reach: Reach::Etablissement,
            applies_to: vec![],
            sources: vec![],
        });
        self
    }

    pub fn impact(self, impact: u32) -> Self {
        self.of_action(|a| a.impact = impact)
    }

    pub fn effort(self, effort: u32) -> Self {
        self.of_action(|a| a.effort = effort)
    }

    pub fn reach(self, reach: Reach) -> Self {
        self.of_action(|a| a.reach = reach)
    }

    pub fn done_by(self, types: &[SchoolType]) -> Self {
        self.of_action(|a| a.applies_to = types.to_vec())
    }

    pub fn when(self, horizon: Horizon, period: Period) -> Self {
        self.of_action(|a| (a.horizon, a.period) = (horizon, period))
    }

    /// A moment of the school year and its last day, `MM-DD`.
    pub fn period(mut self, id: Period, last: &str) -> Self {
        self.0.periods.push(PeriodSpan { id, first: last.into(), last: last.into() });
        self
    }

    pub fn of_criterion(mut self, change: impl FnOnce(&mut Criterion)) -> Self {
        change(self.0.criteria.last_mut().expect("a criterion comes first"));
        self
    }

    pub fn of_action(mut self, change: impl FnOnce(&mut Action)) -> Self {
        change(self.0.actions.last_mut().expect("an action comes first"));
        self
    }
}

/// An empty dossier of a collège.
pub fn dossier(framework: &Framework) -> DossierBuilder {
    let campaign = Campaign::new(campaign("c1"), String::new(), day("2026-11-23"), Scope::Complete);
    let mut dossier = Dossier::new(DossierId::parse("d").unwrap(), framework, campaign);
    dossier.school.types = vec![SchoolType::College];
    DossierBuilder(dossier)
}

impl DossierBuilder {
    pub fn answer(self, id: &str, number: u8) -> Self {
        self.stands(id, Standing::At(level(number)))
    }

    pub fn unknown(self, id: &str) -> Self {
        self.stands(id, Standing::Unknown)
    }

    pub fn not_applicable(self, id: &str) -> Self {
        self.stands(id, Standing::NotApplicable)
    }

    /// The answer of that standing; dots and notes stay.
    pub fn stands(self, id: &str, standing: Standing) -> Self {
        self.of_answer(id, |answer| *answer = answer.choosing(standing))
    }

    pub fn dots(self, id: &str, dots: u32) -> Self {
        self.of_answer(id, |answer| answer.dots = Some(dots))
    }

    pub fn types(mut self, types: &[SchoolType]) -> Self {
        self.0.school.types = types.to_vec();
        self
    }

    pub fn scope(mut self, scope: Scope) -> Self {
        self.0.campaigns[0].scope = scope;
        self
    }

    pub fn target(mut self, id: &str, number: u8) -> Self {
        self.0.targets.criteria.insert(criterion(id), target(number));
        self
    }

    pub fn thematique_target(mut self, id: &str, number: u8) -> Self {
        self.0.targets.thematiques.insert(thematique(id), target(number));
        self
    }

    /// An item of the plan that leads a question to a level.
    pub fn plans(mut self, id: &str, to: u8, state: State) -> Self {
        let item = item(&format!("p{}", self.0.plan.len()));
        self.0.plan.push(PlanItem { criterion: Some(criterion(id)), to: Some(level(to)), state, ..item });
        self
    }

    /// An item of the plan taken from an action of the référentiel.
    pub fn decides(mut self, id: &str, state: State) -> Self {
        let item = item(&format!("p{}", self.0.plan.len()));
        self.0.plan.push(PlanItem { action: Some(action(id)), state, ..item });
        self
    }

    pub fn sets_aside(mut self, id: &str) -> Self {
        self.0.set_aside.push(SetAside { extra: Extra::default(), action: action(id), at: None });
        self
    }

    /// The point d’étape.
    pub fn now(&self) -> &Campaign {
        &self.0.campaigns[0]
    }

    fn of_answer(mut self, id: &str, change: impl FnOnce(&mut Answer)) -> Self {
        change(self.0.campaigns[0].answers.entry(criterion(id)).or_default());
        self
    }
}

/// A thématique `acces` and its answers in one line, questions named a, b, c…: `2!` is a core question at 2, `1*3` one
/// of weight 3, `?` à vérifier, `-` sans objet, `.` no answer.
pub fn sketch(answers: &str) -> (FrameworkBuilder, DossierBuilder) {
    let mut told = framework().thematique("acces");
    let mut dossier = dossier(&told);
    for (name, token) in ('a'..='z').zip(answers.split_whitespace()) {
        let id = name.to_string();
        told = told.criterion(&id);
        let (answer, weight) = token.split_once('*').unwrap_or((token, "1"));
        told = told.weight(weight.parse().unwrap());
        if answer.ends_with('!') {
            told = told.core();
        }
        dossier = match answer.trim_end_matches('!') {
            "?" => dossier.unknown(&id),
            "-" => dossier.not_applicable(&id),
            "." => dossier,
            number => dossier.answer(&id, number.parse().unwrap()),
        };
    }
    (told, dossier)
}

impl Deref for FrameworkBuilder {
    type Target = Framework;
    fn deref(&self) -> &Framework {
        &self.0
    }
}

impl DerefMut for FrameworkBuilder {
    fn deref_mut(&mut self) -> &mut Framework {
        &mut self.0
    }
}

impl Deref for DossierBuilder {
    type Target = Dossier;
    fn deref(&self) -> &Dossier {
        &self.0
    }
}

impl DerefMut for DossierBuilder {
    fn deref_mut(&mut self) -> &mut Dossier {
        &mut self.0
    }
}

pub fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

pub fn criterion(id: &str) -> CriterionId {
    CriterionId::parse(id).unwrap()
}

pub fn thematique(id: &str) -> ThematiqueId {
    ThematiqueId::parse(id).unwrap()
}

pub fn action(id: &str) -> ActionId {
    ActionId::parse(id).unwrap()
}

pub fn campaign(id: &str) -> CampaignId {
    CampaignId::parse(id).unwrap()
}

pub fn plan_item(id: &str) -> PlanItemId {
    PlanItemId::parse(id).unwrap()
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// An item of the plan that says nothing yet.
pub fn item(id: &str) -> PlanItem {
    PlanItem::free(plan_item(id), day("2026-11-23"))
}

pub fn origin_gap(id: &str) -> Origin {
    Origin { extra: Extra::default(), kind: OriginKind::Gap, reference: Some(id.into()) }
}

fn sub_theme(thematique: &str) -> SubThemeId {
    SubThemeId::parse(&format!("{thematique}.tout")).unwrap()
}

fn target(number: u8) -> Target {
    Target { extra: Extra::default(), level: level(number), due: None }
}

//! From one point d’étape to another: the new one, and what has moved between two.
//!
//! Two points d’étape are compared on the questions that both asked and that had an object both times: a scope that was
//! widened moves no palier. Both belong to one dossier, hence to one version of the référentiel.

use super::answers::{Answer, Standing};
use super::dates::Day;
use super::dossier::{Campaign, Dossier};
use super::scoring::{Score, Selection};
use crate::framework::{Criterion, Framework, Thematique};
use crate::names::CampaignId;

/// One question, before and now.
#[derive(Clone, Copy, Debug)]
pub struct Move<'a> {
    pub criterion: &'a Criterion,
    pub before: Standing,
    pub now: Standing,
}

/// One thématique on the common questions, before and now.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    pub thematique: &'a Thematique,
    pub before: Score,
    pub now: Score,
}

/// What has moved between two points d’étape.
#[derive(Clone, Debug, Default)]
pub struct Evolution<'a> {
    pub courses: Vec<Course<'a>>,
    pub rose: Vec<Move<'a>>,
    pub fell: Vec<Move<'a>>,
    /// Had no level before, has one now.
    pub known: Vec<Move<'a>>,
    /// Had a level before, has none now.
    pub lost: Vec<Move<'a>>,
    /// How many questions are compared.
    pub common: usize,
    /// How many were asked, or had an object, only once.
    pub apart: usize,
}

/// Compares two points d’étape of a dossier.
#[must_use]
pub fn compare<'a>(
    framework: &'a Framework,
    dossier: &'a Dossier,
    before: &'a Campaign,
    now: &'a Campaign,
) -> Evolution<'a> {
    let asked = |c: &Criterion| dossier.school.is_among(&c.applies_to);
    let counts = |campaign: &Campaign, c: &Criterion| {
        asked(c) && campaign.scope.covers(c) && campaign.standing(&c.id) != Standing::NotApplicable
    };
    let common = |c: &Criterion| counts(before, c) && counts(now, c);
    let mut evolution = Evolution::default();
    for criterion in &framework.criteria {
        if common(criterion) {
            evolution.common += 1;
            evolution.place(Move {
                criterion,
                before: before.standing(&criterion.id),
                now: now.standing(&criterion.id),
            });
        } else {
            evolution.apart += usize::from(counts(before, criterion) || counts(now, criterion));
        }
    }
    let course = |thematique: &'a Thematique| {
        let within = |c: &Criterion| common(c) && thematique.sub_themes.iter().any(|s| s.id == c.sub_theme);
        let score = |campaign: &'a Campaign| Selection::of(framework, dossier, campaign, within).score();
        Course { thematique, before: score(before), now: score(now) }
    };
    evolution.courses = framework.thematiques.iter().map(course).collect();
    evolution
}

impl<'a> Evolution<'a> {
    fn place(&mut self, step: Move<'a>) {
        match (step.before.level(), step.now.level()) {
            (Some(before), Some(now)) if now > before => self.rose.push(step),
            (Some(before), Some(now)) if now < before => self.fell.push(step),
            (None, Some(_)) => self.known.push(step),
            (Some(_), None) => self.lost.push(step),
            _ => {}
        }
    }
}

/// The point d’étape that follows another, on the same questions: with its answers, « à vérifier » included, or without
/// any. Who takes part and where dots go is of the day, and begins anew.
#[must_use]
pub fn following(last: &Campaign, id: CampaignId, name: String, date: Day, with_answers: bool) -> Campaign {
    let new = Campaign::new(id, name, date, last.scope.clone());
    if !with_answers {
        return new;
    }
    let copy = |answer: &Answer| Answer { dots: None, ..answer.clone() };
    Campaign { answers: last.answers.iter().map(|(id, answer)| (id.clone(), copy(answer))).collect(), ..new }
}

/// The point d’étape before the current one.
#[must_use]
pub fn previous(dossier: &Dossier) -> Option<&Campaign> {
    dossier.campaigns.iter().rev().nth(1)
}

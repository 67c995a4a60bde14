//! What answers rest on: an opinion, an observed fact, a document or a measure. Asked once for all of them, never a
//! condition: an answer without a document stays what it is.

use super::answers::{Answer, Basis};
use super::commands::Command;
use super::dossier::{Campaign, Dossier};
use super::order::by_rank_down;
use crate::framework::{Criterion, Framework, Level};

/// How many high answers are asked « à quoi le voit-on ? » at once.
const ASKED: usize = 2;

/// The answers that have a level, in the order of the référentiel.
#[must_use]
pub fn answered<'a>(
    framework: &'a Framework,
    dossier: &'a Dossier,
    campaign: &'a Campaign,
) -> Vec<(&'a Criterion, &'a Answer)> {
    let known = |c: &'a Criterion| {
        let answer = campaign.answers.get(&c.id)?;
        answer.standing().level().map(|_| (c, answer))
    };
    dossier.asked(framework, campaign).filter_map(known).collect()
}

/// The highest answers, of `least` at least, that rest on nothing said: no basis but an opinion.
#[must_use]
pub fn to_support<'a>(
    framework: &'a Framework,
    dossier: &'a Dossier,
    campaign: &'a Campaign,
    least: u8,
) -> Vec<&'a Criterion> {
    let bare = |(criterion, answer): (&'a Criterion, &'a Answer)| {
        let level = answer.standing().level()?;
        let supported = matches!(answer.basis, Some(Basis::Observed | Basis::Measured));
        (level.get() >= least && !supported).then_some((level, criterion))
    };
    let bare = answered(framework, dossier, campaign).into_iter().filter_map(bare).collect();
    let ranked = by_rank_down(bare, |(level, _): &(Level, &Criterion)| u64::from(level.get()));
    ranked.into_iter().take(ASKED).map(|(_, criterion)| criterion).collect()
}

/// Says what one answer rests on.
#[must_use]
pub fn rests(campaign: &Campaign, criterion: &Criterion, basis: Option<Basis>) -> Option<Command> {
    let answer = campaign.answers.get(&criterion.id)?;
    Some(Command::Answer {
        campaign: campaign.id.clone(),
        criterion: criterion.id.clone(),
        answer: Some(Answer { basis, ..answer.clone() }),
    })
}

/// Says what every answer rests on that rests on no document or measure.
#[must_use]
pub fn others_rest(framework: &Framework, dossier: &Dossier, campaign: &Campaign, basis: Option<Basis>) -> Command {
    let others = answered(framework, dossier, campaign).into_iter().filter(|(_, a)| a.basis != Some(Basis::Measured));
    Command::All(others.filter_map(|(criterion, _)| rests(campaign, criterion, basis)).collect())
}

/// What those answers rest on today, when they all rest on the same.
#[must_use]
pub fn others(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Option<Basis> {
    let mut bases = answered(framework, dossier, campaign)
        .into_iter()
        .filter(|(_, answer)| answer.basis != Some(Basis::Measured))
        .map(|(_, answer)| answer.basis);
    let first = bases.next()??;
    bases.all(|basis| basis == Some(first)).then_some(first)
}

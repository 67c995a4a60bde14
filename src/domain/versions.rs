//! From one version of a référentiel to a later one: what becomes of a dossier whose questions were renamed, split, merged
//! or removed since (`changes[]`).
//!
//! No answer is ever dropped. Renamed: the answer follows its question, as it is. Merged: the new question takes the
//! lowest of the levels, « à vérifier » when one of them is not known; the old answers stay under their old ids. Split:
//! the old answer stays, and no level is proposed to the new questions; in the current point d’étape each carries a note
//! that holds it. Removed: the answer stays and counts in nothing, as that of any unknown question. What an answer under
//! a new id already says is never replaced. The whole is one command, which can be undone.
//!
//! The words of the notes are passed in: sentences are made in `texts`.

use super::answers::{Answer, Standing, Status};
use super::commands::Command;
use super::dossier::{Campaign, Dossier, Scope, Target};
use super::order::by_rank;
use crate::framework::semver::numbers;
use crate::framework::{Change, ChangeKind, Criterion, Framework, Level};
use crate::names::{ActionId, CriterionId, ThematiqueId};
use std::collections::BTreeMap;

/// Writes the note of an answer made from older ones: the change, and each old id with its answer.
pub type Note<'a> = &'a dyn Fn(&Change, &[(&str, &Answer)]) -> String;

/// What passing to the référentiel’s version would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Migration {
    /// The version that the dossier speaks of.
    pub from: String,
    /// The version of the référentiel.
    pub to: String,
    /// What changes, in the order of the versions.
    pub effects: Vec<Effect>,
    /// Answers that stay as they are, where they are.
    pub kept: usize,
    /// The dossier afterwards.
    pub dossier: Dossier,
}

/// One thing of the dossier that a change concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Whose it is.
    pub part: Part,
    /// What happened to its question or action.
    pub kind: ChangeKind,
    /// Ids before, those that the dossier holds.
    pub from: Vec<String>,
    /// Ids after.
    pub to: Vec<String>,
}

/// A part of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// An answer of a point d’étape.
    Answer,
    /// A level aimed at.
    Target,
    /// A decided action.
    PlanItem,
    /// A piste put off.
    SetAside,
}

impl Migration {
    /// The command that carries it out; undone as any other.
    #[must_use]
    pub fn command(&self) -> Command {
        Command::Everything(Box::new(self.dossier.clone()))
    }
}

/// What would become of the dossier; none when it already speaks of this version, of a later one, or of another
/// référentiel.
#[must_use]
pub fn migration(framework: &Framework, dossier: &Dossier, note: Note) -> Option<Migration> {
    let from = &dossier.framework.version;
    if dossier.framework.id != framework.id || numbers(from) >= numbers(&framework.version) {
        return None;
    }
    let mut migration = Migration {
        from: from.clone(),
        to: framework.version.clone(),
        effects: Vec::new(),
        kept: 0,
        dossier: dossier.clone(),
    };
    for change in changes_since(framework, from) {
        migration.apply(framework, change, note);
    }
    let concerned: Vec<&String> = changes_since(framework, from).into_iter().flat_map(|c| &c.from).collect();
    let stays = |id: &&CriterionId| concerned.iter().all(|from| *from != id.as_str());
    migration.kept = dossier.campaigns.iter().map(|c| c.answers.keys().filter(stays).count()).sum();
    migration.dossier.framework.version.clone_from(&framework.version);
    Some(migration)
}

/// The changes that a dossier of version `from` has not seen, in the order of the versions.
fn changes_since<'a>(framework: &'a Framework, from: &str) -> Vec<&'a Change> {
    let later = framework.changes.iter().filter(|change| numbers(&change.version) > numbers(from)).collect();
    by_rank(later, |change: &&Change| {
        let [major, minor, patch] = numbers(&change.version).map(u64::from);
        major << 42 | (minor & 0x1f_ffff) << 21 | (patch & 0x1f_ffff)
    })
}

/// The criteria that two points d’étape, of whatever versions, both answer with a level, and these levels: what can be
/// compared of them.
#[must_use]
pub fn shared<'a>(
    framework: &'a Framework,
    (one, one_version): (&Campaign, &str),
    (other, other_version): (&Campaign, &str),
) -> Vec<(&'a Criterion, Level, Level)> {
    let today = |campaign: &Campaign, version: &str| {
        let mut campaign = campaign.clone();
        for change in changes_since(framework, version) {
            answers(&mut campaign, change, false, &|_, _| String::new(), &mut Vec::new());
        }
        campaign
    };
    let (one, other) = (today(one, one_version), today(other, other_version));
    let both = |c: &'a Criterion| {
        let level = |campaign: &Campaign| campaign.standing(&c.id).level().filter(|_| campaign.scope.covers(c));
        Some((c, level(&one)?, level(&other)?))
    };
    framework.criteria.iter().filter_map(both).collect()
}

impl Migration {
    fn apply(&mut self, framework: &Framework, change: &Change, note: Note) {
        let current = self.dossier.campaigns.len();
        for (index, campaign) in self.dossier.campaigns.iter_mut().enumerate() {
            answers(campaign, change, index + 1 == current, note, &mut self.effects);
        }
        let targets = &mut self.dossier.targets;
        self.effects.extend(aims(&mut targets.criteria, change, CriterionId::parse, CriterionId::as_str));
        self.effects.extend(aims(&mut targets.thematiques, change, ThematiqueId::parse, ThematiqueId::as_str));
        self.plan(framework, change);
        self.set_aside(framework, change);
    }

    fn plan(&mut self, framework: &Framework, change: &Change) {
        for item in &mut self.dossier.plan {
            let mut named = Vec::new();
            let ids =
                [item.criterion.as_ref().map(CriterionId::as_str), item.thematique.as_ref().map(ThematiqueId::as_str)];
            named.extend(
                ids.into_iter().flatten().filter(|id| change.from.iter().any(|from| from == id)).map(str::to_owned),
            );
            replace(&mut item.criterion, change, CriterionId::as_str, CriterionId::parse);
            replace(&mut item.thematique, change, ThematiqueId::as_str, ThematiqueId::parse);
            if let Some(action) = &mut item.action
                && let Some(next) = next_action(framework, change, action)
            {
                named.push(action.as_str().to_owned());
                *action = next;
            }
            for indicator in &mut item.indicators {
                if let Some(to) = successor(change, indicator) {
                    to.clone_into(indicator);
                }
            }
            if !named.is_empty() {
                self.effects.push(Effect {
                    part: Part::PlanItem,
                    kind: change.kind,
                    from: named,
                    to: change.to.clone(),
                });
            }
        }
    }

    /// A piste is put off again when all those it comes from were.
    fn set_aside(&mut self, framework: &Framework, change: &Change) {
        let aside = &mut self.dossier.set_aside;
        let all = change.from.iter().all(|id| aside.iter().any(|a| a.action.as_str() == id));
        for index in 0..aside.len() {
            let own = aside[index].action.clone();
            let Some(next) = next_action(framework, change, &own).filter(|_| change.kind == ChangeKind::Renamed || all)
            else {
                continue;
            };
            self.effects.push(Effect {
                part: Part::SetAside,
                kind: change.kind,
                from: vec![own.as_str().to_owned()],
                to: vec![next.as_str().to_owned()],
            });
            if aside.iter().all(|a| a.action != next) {
                aside[index].action = next;
            }
        }
    }
}

/// The one id that takes the place of `id`, if the change gives it one.
fn successor<'a>(change: &'a Change, id: &str) -> Option<&'a String> {
    let one = matches!(change.kind, ChangeKind::Renamed | ChangeKind::Merged);
    change.to.first().filter(|_| one && change.from.iter().any(|from| from == id))
}

/// An action begins with the id of its question: it follows when the question is renamed and the référentiel has it.
fn next_action(framework: &Framework, change: &Change, action: &ActionId) -> Option<ActionId> {
    if let Some(to) = successor(change, action.as_str()) {
        return ActionId::parse(to);
    }
    let rest = |from: &String| action.as_str().strip_prefix(from.as_str())?.strip_prefix('.').map(str::to_owned);
    let (from, to) = (change.from.first()?, change.to.first()?);
    let next = (change.kind == ChangeKind::Renamed).then(|| rest(from)).flatten()?;
    ActionId::parse(&format!("{to}.{next}")).filter(|id| framework.action(id).is_some())
}

fn replace<I>(place: &mut Option<I>, change: &Change, text: fn(&I) -> &str, parse: fn(&str) -> Option<I>) {
    if let Some(next) = place.as_ref().and_then(|id| successor(change, text(id))).and_then(|to| parse(to)) {
        *place = Some(next);
    }
}

fn answers(campaign: &mut Campaign, change: &Change, is_current: bool, note: Note, effects: &mut Vec<Effect>) {
    let to: Vec<CriterionId> = change.to.iter().filter_map(|id| CriterionId::parse(id)).collect();
    scope(&mut campaign.scope, change, &to);
    let from: Vec<CriterionId> = change.from.iter().filter_map(|id| CriterionId::parse(id)).collect();
    let old: Vec<(CriterionId, Answer)> =
        from.into_iter().filter_map(|id| campaign.answers.get(&id).cloned().map(|answer| (id, answer))).collect();
    if old.is_empty() {
        return;
    }
    let named: Vec<(&str, &Answer)> = old.iter().map(|(id, answer)| (id.as_str(), answer)).collect();
    let made = match change.kind {
        ChangeKind::Renamed => Some(old[0].1.clone()),
        ChangeKind::Merged => Some(merged(&named, change, note(change, &named))),
        ChangeKind::Split if is_current => Some(Answer { note: Some(note(change, &named)), ..Answer::default() }),
        ChangeKind::Split | ChangeKind::Removed => None,
    };
    for id in made.iter().flat_map(|_| &to).filter(|id| !campaign.answers.contains_key(id)).cloned().collect::<Vec<_>>()
    {
        campaign.answers.extend(made.clone().map(|answer| (id, answer)));
        if change.kind == ChangeKind::Renamed {
            campaign.answers.remove(&old[0].0);
        }
    }
    let from = named.iter().map(|(id, _)| (*id).to_owned()).collect();
    effects.push(Effect { part: Part::Answer, kind: change.kind, from, to: change.to.clone() });
}

fn scope(scope: &mut Scope, change: &Change, to: &[CriterionId]) {
    let Scope::List(ids) = scope else { return };
    let Some(at) = ids.iter().position(|id| change.from.iter().any(|from| from == id.as_str())) else { return };
    if change.kind == ChangeKind::Removed {
        return;
    }
    ids.retain(|id| !change.from.iter().any(|from| from == id.as_str()) && !to.contains(id));
    let at = at.min(ids.len());
    ids.splice(at..at, to.iter().cloned());
}

/// The lowest of the levels; « à vérifier » when a question that has an object here has no level; « sans objet » when
/// none has one.
fn merged(old: &[(&str, &Answer)], change: &Change, note: String) -> Answer {
    let standings: Vec<Standing> = old.iter().map(|(_, answer)| answer.standing()).collect();
    let with_object = standings.iter().filter(|s| **s != Standing::NotApplicable);
    let all_known = old.len() == change.from.len() && with_object.clone().all(|s| s.level().is_some());
    let lowest = with_object.filter_map(|s| s.level()).min();
    let status = match lowest {
        None if standings.iter().all(|s| *s == Standing::NotApplicable) && all_known => Some(Status::NotApplicable),
        Some(_) if all_known => None,
        _ => Some(Status::Unknown),
    };
    Answer {
        level: lowest.filter(|_| status.is_none()),
        status,
        reason: joined(old, |a| a.reason.as_deref()),
        check: old.iter().find_map(|(_, a)| a.check.clone()).filter(|_| status == Some(Status::Unknown)),
        note: Some(note),
        private_note: joined(old, |a| a.private_note.as_deref()),
        dissent: joined(old, |a| a.dissent.as_deref()),
        dots: old.iter().filter_map(|(_, a)| a.dots).max(),
        at: old.iter().filter_map(|(_, a)| a.at.clone()).max(),
        ..Answer::default()
    }
}

fn joined(old: &[(&str, &Answer)], text: fn(&Answer) -> Option<&str>) -> Option<String> {
    let texts: Vec<&str> = old.iter().filter_map(|(_, answer)| text(answer)).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// A target follows what is renamed; what is merged aims at the lowest of the levels, which the others reach as well.
fn aims<I: Ord + Clone>(
    targets: &mut BTreeMap<I, Target>,
    change: &Change,
    parse: fn(&str) -> Option<I>,
    text: fn(&I) -> &str,
) -> Option<Effect> {
    let from: Vec<I> = change.from.iter().filter_map(|id| parse(id)).filter(|id| targets.contains_key(id)).collect();
    let lowest = from.iter().filter_map(|id| targets.get(id)).min_by_key(|target| target.level)?.clone();
    let to = change.to.first().and_then(|id| parse(id)).filter(|id| !targets.contains_key(id));
    if let (Some(to), ChangeKind::Renamed | ChangeKind::Merged) = (to, change.kind) {
        targets.insert(to, lowest);
        if change.kind == ChangeKind::Renamed {
            from.iter().for_each(|id| drop(targets.remove(id)));
        }
    }
    let from = from.iter().map(|id| text(id).to_owned()).collect();
    Some(Effect { part: Part::Target, kind: change.kind, from, to: change.to.clone() })
}

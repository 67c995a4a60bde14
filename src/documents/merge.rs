//! Two states of the same dossier: what one has and the other has not, and the commands that bring them together.
//!
//! « Ajouter ces réponses » adds what is absent and changes nothing that is there. « Remplacer les miennes » takes the
//! other dossier whole. Nobody's answer is averaged or chosen: where two answers differ, the preview says so.

use crate::domain::commands::{Aim, Placed};
use crate::domain::{Answer, Campaign, Command, Dossier, School, Target};
use crate::framework::Framework;
use crate::names::{
    ActionId, ActorId, CampaignId, CriterionId, IndicatorId, MeetingId, PaperId, PlanItemId, WorkshopId,
};

/// What a preview shows before anything is touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Answers that only the other dossier has; adding brings these.
    pub answers_theirs: Vec<AnswerPlace>,
    /// Answers that both have and that differ otherwise than by their instant.
    pub answers_differing: Vec<AnswerPlace>,
    /// Answers that only this dossier has; replacing loses these.
    pub answers_mine: Vec<AnswerPlace>,
    /// Points d’étape that only the other has; adding brings these.
    pub campaigns_theirs: Vec<CampaignId>,
    /// Points d’étape that only this one has.
    pub campaigns_mine: Vec<CampaignId>,
    /// Decided actions that only the other has; adding brings these.
    pub plan_theirs: Vec<PlanItemId>,
    /// Decided actions that both have and that differ.
    pub plan_differing: Vec<PlanItemId>,
    /// Decided actions that only this one has.
    pub plan_mine: Vec<PlanItemId>,
    /// Workshops, meetings, indicators, people of the directory, documents being adapted.
    pub workshops: ListDifference<WorkshopId>,
    pub meetings: ListDifference<MeetingId>,
    pub indicators: ListDifference<IndicatorId>,
    pub actors: ListDifference<ActorId>,
    pub papers: ListDifference<PaperId>,
    /// Pistes that only the other has put off; adding brings these.
    pub set_aside_theirs: Vec<ActionId>,
    /// Objectifs that only the other has; adding brings these.
    pub targets_theirs: usize,
    /// Objectifs that both have and that differ.
    pub targets_differing: usize,
    /// Facts about the school that differ.
    pub school: Vec<SchoolFact>,
}

/// How two lists of the same kind differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListDifference<Id> {
    /// Only the other has them; adding brings these.
    pub theirs: Vec<Id>,
    pub differing: Vec<Id>,
    /// Only this one has them.
    pub mine: Vec<Id>,
}

impl<Id> Default for ListDifference<Id> {
    fn default() -> Self {
        Self { theirs: Vec::new(), differing: Vec::new(), mine: Vec::new() }
    }
}

/// The place of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerPlace {
    pub campaign: CampaignId,
    pub criterion: CriterionId,
}

/// A fact about the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchoolFact {
    Name,
    Uai,
    Types,
    Academie,
    Commune,
    Pupils,
}

/// Compares two dossiers. With the référentiel, answers come in its order; those it does not know come last.
#[must_use]
pub fn compare(mine: &Dossier, theirs: &Dossier, framework: Option<&Framework>) -> Difference {
    let mut difference = Difference { school: school_facts(&mine.school, &theirs.school), ..Difference::default() };
    compare_campaigns(&mut difference, mine, theirs);
    let plan = lists(&mine.plan, &theirs.plan, |item| &item.id);
    (difference.plan_theirs, difference.plan_differing, difference.plan_mine) =
        (plan.theirs, plan.differing, plan.mine);
    difference.workshops = lists(&mine.workshops, &theirs.workshops, |workshop| &workshop.id);
    difference.meetings = lists(&mine.meetings, &theirs.meetings, |meeting| &meeting.id);
    difference.indicators = lists(&mine.indicators, &theirs.indicators, |indicator| &indicator.id);
    difference.actors = lists(&mine.actors, &theirs.actors, |actor| &actor.id);
    difference.papers = lists(&mine.papers, &theirs.papers, |paper| &paper.id);
    difference.set_aside_theirs.extend(set_aside_absent(mine, theirs).map(|aside| aside.action.clone()));
    for (own, target) in aims(mine, theirs) {
        match own {
            None => difference.targets_theirs += 1,
            Some(own) => difference.targets_differing += usize::from(own != target),
        }
    }
    if let Some(framework) = framework {
        for list in [&mut difference.answers_theirs, &mut difference.answers_differing, &mut difference.answers_mine] {
            *list = in_order(std::mem::take(list), framework);
        }
    }
    difference
}

fn lists<T: PartialEq, Id: Clone + PartialEq>(mine: &[T], theirs: &[T], id: fn(&T) -> &Id) -> ListDifference<Id> {
    let mut difference = ListDifference::default();
    for other in theirs {
        match mine.iter().find(|own| id(own) == id(other)) {
            None => difference.theirs.push(id(other).clone()),
            Some(own) if own != other => difference.differing.push(id(other).clone()),
            Some(_) => {}
        }
    }
    let only = mine.iter().filter(|own| theirs.iter().all(|other| id(other) != id(own)));
    difference.mine.extend(only.map(|own| id(own).clone()));
    difference
}

fn in_order(mut places: Vec<AnswerPlace>, framework: &Framework) -> Vec<AnswerPlace> {
    let mut ordered = Vec::with_capacity(places.len());
    for criterion in &framework.criteria {
        let (here, elsewhere): (Vec<_>, Vec<_>) = places.into_iter().partition(|place| place.criterion == criterion.id);
        ordered.extend(here);
        places = elsewhere;
    }
    ordered.extend(places);
    ordered
}

fn compare_campaigns(difference: &mut Difference, mine: &Dossier, theirs: &Dossier) {
    for campaign in &theirs.campaigns {
        let own = campaign_of(mine, &campaign.id);
        if own.is_none() {
            difference.campaigns_theirs.push(campaign.id.clone());
        }
        for (criterion, answer) in &campaign.answers {
            let place = || AnswerPlace { campaign: campaign.id.clone(), criterion: criterion.clone() };
            match own.and_then(|own| own.answers.get(criterion)) {
                None => difference.answers_theirs.push(place()),
                Some(own) if !says_the_same(own, answer) => difference.answers_differing.push(place()),
                Some(_) => {}
            }
        }
    }
    for campaign in &mine.campaigns {
        let other = campaign_of(theirs, &campaign.id);
        if other.is_none() {
            difference.campaigns_mine.push(campaign.id.clone());
        }
        let absent = |criterion: &&CriterionId| !other.is_some_and(|other| other.answers.contains_key(*criterion));
        let places = campaign.answers.keys().filter(absent);
        let place =
            |criterion: &CriterionId| AnswerPlace { campaign: campaign.id.clone(), criterion: criterion.clone() };
        difference.answers_mine.extend(places.map(place));
    }
}

/// « Ajouter ces réponses »: everything of `theirs` that has no place in `mine` yet. A point d’étape or a meeting that comes
/// in goes before the current one, which stays the last.
#[must_use]
pub fn add(mine: &Dossier, theirs: &Dossier) -> Command {
    let mut commands = Vec::new();
    let mut at = mine.campaigns.len().saturating_sub(1);
    for campaign in &theirs.campaigns {
        if let Some(own) = campaign_of(mine, &campaign.id) {
            commands.extend(answers_absent(own, campaign));
        } else {
            let placed = Placed { at, value: Box::new(campaign.clone()) };
            commands.push(Command::Campaign { id: campaign.id.clone(), campaign: Some(placed) });
            at += 1;
        }
    }
    for item in theirs.plan.iter().filter(|item| mine.plan.iter().all(|own| own.id != item.id)) {
        commands.push(Command::PlanItem { id: item.id.clone(), item: Some(Placed::last(item.clone())) });
    }
    for workshop in theirs.workshops.iter().filter(|other| mine.workshops.iter().all(|own| own.id != other.id)) {
        let placed = Some(Placed::last(workshop.clone()));
        commands.push(Command::Workshop { id: workshop.id.clone(), workshop: placed });
    }
    let met = theirs.meetings.iter().filter(|other| mine.meetings.iter().all(|own| own.id != other.id));
    for (at, meeting) in (mine.meetings.len().saturating_sub(1)..).zip(met) {
        let placed = Some(Placed { at, value: Box::new(meeting.clone()) });
        commands.push(Command::Meeting { id: meeting.id.clone(), meeting: placed });
    }
    for indicator in theirs.indicators.iter().filter(|other| mine.indicators.iter().all(|own| own.id != other.id)) {
        let placed = Some(Placed::last(indicator.clone()));
        commands.push(Command::Indicator { id: indicator.id.clone(), indicator: placed });
    }
    for actor in theirs.actors.iter().filter(|other| mine.actors.iter().all(|own| own.id != other.id)) {
        commands.push(Command::Actor { id: actor.id.clone(), actor: Some(Placed::last(actor.clone())) });
    }
    for paper in theirs.papers.iter().filter(|other| mine.papers.iter().all(|own| own.id != other.id)) {
        commands.push(Command::Paper { id: paper.id.clone(), paper: Some(Placed::last(paper.clone())) });
    }
    for aside in set_aside_absent(mine, theirs) {
        commands.push(Command::SetAside { action: aside.action.clone(), aside: Some(Placed::last(aside.clone())) });
    }
    let (mine_aims, theirs_aims) = (&mine.targets, &theirs.targets);
    for (id, target) in &theirs_aims.thematiques {
        if !mine_aims.thematiques.contains_key(id) {
            commands.push(Command::Target { aim: Aim::Thematique(id.clone()), target: Some(target.clone()) });
        }
    }
    for (id, target) in &theirs_aims.criteria {
        if !mine_aims.criteria.contains_key(id) {
            commands.push(Command::Target { aim: Aim::Criterion(id.clone()), target: Some(target.clone()) });
        }
    }
    Command::All(commands)
}

/// Each objectif of `theirs`, after the one of `mine` in the same place.
fn aims<'a>(mine: &'a Dossier, theirs: &'a Dossier) -> impl Iterator<Item = (Option<&'a Target>, &'a Target)> {
    let (mine, theirs) = (&mine.targets, &theirs.targets);
    let thematiques = theirs.thematiques.iter().map(|(id, target)| (mine.thematiques.get(id), target));
    thematiques.chain(theirs.criteria.iter().map(|(id, target)| (mine.criteria.get(id), target)))
}

/// « Remplacer les miennes ».
#[must_use]
pub fn replace(theirs: Dossier) -> Command {
    Command::Everything(Box::new(theirs))
}

fn answers_absent<'a>(own: &'a Campaign, theirs: &'a Campaign) -> impl Iterator<Item = Command> + 'a {
    let absent = theirs.answers.iter().filter(|(criterion, _)| !own.answers.contains_key(criterion));
    absent.map(|(criterion, answer)| Command::Answer {
        campaign: own.id.clone(),
        criterion: criterion.clone(),
        answer: Some(answer.clone()),
    })
}

fn set_aside_absent<'a>(
    mine: &'a Dossier,
    theirs: &'a Dossier,
) -> impl Iterator<Item = &'a crate::domain::SetAside> + 'a {
    theirs.set_aside.iter().filter(|aside| mine.set_aside.iter().all(|own| own.action != aside.action))
}

fn campaign_of<'a>(dossier: &'a Dossier, id: &CampaignId) -> Option<&'a Campaign> {
    dossier.campaigns.iter().find(|campaign| campaign.id == *id)
}

/// Two answers given at different instants may say the same.
fn says_the_same(a: &Answer, b: &Answer) -> bool {
    let timeless = |answer: &Answer| Answer { at: None, ..answer.clone() };
    timeless(a) == timeless(b)
}

fn school_facts(mine: &School, theirs: &School) -> Vec<SchoolFact> {
    let types = |school: &School| (school.types.clone(), school.other_types.clone());
    let facts = [
        (SchoolFact::Name, mine.name != theirs.name),
        (SchoolFact::Uai, mine.uai != theirs.uai),
        (SchoolFact::Types, types(mine) != types(theirs)),
        (SchoolFact::Academie, mine.academie != theirs.academie),
        (SchoolFact::Commune, mine.commune != theirs.commune),
        (SchoolFact::Pupils, mine.pupils != theirs.pupils),
    ];
    facts.into_iter().filter_map(|(fact, differs)| differs.then_some(fact)).collect()
}

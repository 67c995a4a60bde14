//! « À demander à… »: what does not depend on the school alone, each with the fact of today that supports it. The screen,
//! the letters and the report gather it here.

use super::dossier::{Campaign, Dossier};
use super::plan::PlanItem;
use super::suggestions::suggest;
use crate::framework::{Action, Criterion, Framework, Level, Reach};

/// Those to whom one asks, in the order of the screen.
pub const ADDRESSEES: [Reach; 3] = [Reach::Collectivite, Reach::Academie, Reach::National];

/// One thing to ask.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub action: &'a Action,
    pub criterion: &'a Criterion,
    /// The level today, when it is known.
    pub from: Option<Level>,
    /// The decided action, once the committee has decided to ask.
    pub item: Option<&'a PlanItem>,
}

/// What is asked of one addressee.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    pub reach: Reach,
    pub requests: Vec<Request<'a>>,
}

impl<'a> Request<'a> {
    /// As the committee has worded it, or as the référentiel does.
    #[must_use]
    pub fn title(&self) -> &'a str {
        let worded = self.item.map(|item| item.title.trim()).filter(|title| !title.is_empty());
        worded.unwrap_or(&self.action.title)
    }

    /// The fact of today that supports it, when it is known.
    #[must_use]
    pub fn fact(&self) -> Option<&'a str> {
        self.from.map(|from| self.criterion.fact(from))
    }

    /// The fact that it would make true.
    #[must_use]
    pub fn makes_possible(&self) -> &'a str {
        self.criterion.fact(self.action.to)
    }
}

/// The action behind a decided one, when it is asked of others.
#[must_use]
pub fn of_item<'a>(framework: &'a Framework, item: &PlanItem) -> Option<&'a Action> {
    item.action.as_ref().and_then(|id| framework.action(id)).filter(|action| action.reach != Reach::Etablissement)
}

/// Every request: what is decided and still open, in the order of the plan, then what could be asked.
#[must_use]
pub fn requests<'a>(framework: &'a Framework, dossier: &'a Dossier, campaign: &'a Campaign) -> Vec<Request<'a>> {
    let decided = dossier.plan.iter().filter(|item| item.is_open()).filter_map(|item| {
        let action = of_item(framework, item)?;
        let criterion = framework.criterion(&action.criterion)?;
        Some(Request { action, criterion, from: campaign.standing(&criterion.id).level(), item: Some(item) })
    });
    let proposed = suggest(framework, dossier, campaign).requests.into_iter().map(|found| Request {
        action: found.action,
        criterion: found.criterion,
        from: Some(found.from),
        item: None,
    });
    decided.chain(proposed).collect()
}

/// The same, by addressee; those of whom nothing is asked are not there.
#[must_use]
pub fn by_addressee<'a>(framework: &'a Framework, dossier: &'a Dossier, campaign: &'a Campaign) -> Vec<Group<'a>> {
    let all = requests(framework, dossier, campaign);
    let of = |reach| Group { reach, requests: all.iter().filter(|r| r.action.reach == reach).copied().collect() };
    ADDRESSEES.into_iter().map(of).filter(|group| !group.requests.is_empty()).collect()
}

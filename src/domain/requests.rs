//! « À demander à… »: what does not depend on the school alone, each with the fact of today that supports it.

use super::dossier::{Campaign, Dossier};
use super::plan::PlanItem;
use super::suggestions::Suggestions;
use crate::framework::{Action, Criterion, Framework, Level, Reach};

/// Those to whom one asks, in the order of the screen.
pub const ADDRESSEES: [Reach; 3] = [Reach::Collectivite, Reach::Academie, Reach::National];

/// One thing to ask.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    pub action: &'a Action,
    pub criterion: &'a Criterion,
    /// The level today, when it is known.
    pub from: Option<Level>,
    /// The decided action, once the committee has decided to ask.
    pub item: Option<&'a PlanItem>,
}

impl Request<'_> {
    /// As the committee has worded it, or as the référentiel does.
    #[must_use]
    pub fn title(&self) -> &str {
        let worded = self.item.map(|item| item.title.trim()).filter(|title| !title.is_empty());
        worded.unwrap_or(&self.action.title)
    }
}

/// What to ask of one addressee: what is decided and still open, in the order of the plan, then what could be asked.
#[must_use]
pub fn requests_to<'a>(
    reach: Reach,
    framework: &'a Framework,
    dossier: &'a Dossier,
    campaign: &Campaign,
    found: &Suggestions<'a>,
) -> Vec<Request<'a>> {
    let decided = dossier.plan.iter().filter(|item| item.is_open()).filter_map(|item| {
        let action = framework.action(item.action.as_ref()?)?;
        let criterion = framework.criterion(&action.criterion)?;
        let from = campaign.standing(&criterion.id).level();
        Some(Request { action, criterion, from, item: Some(item) })
    });
    let proposed = found.requests.iter().map(|s| Request {
        action: s.action,
        criterion: s.criterion,
        from: Some(s.from),
        item: None,
    });
    decided.chain(proposed).filter(|request| request.action.reach == reach).collect()
}

//! What we ask of whom, each with the fact that supports it: what is decided first, then what could be asked.

use super::Subject;
use crate::domain::PlanItem;
use crate::domain::suggestions::suggest;
use crate::exports::blocks::{Block, Cell, Page, Table, page, paragraph, section};
use crate::framework::{Action, Framework, Reach};
use crate::texts::{plan, results};

/// One thing to ask.
#[derive(Clone, Debug)]
pub(super) struct Request<'a> {
    pub reach: Reach,
    pub title: &'a str,
    /// The fact of today, when it is known.
    pub fact: Option<&'a str>,
    /// Where it stands.
    pub state: String,
}

pub(super) fn part(subject: &Subject) -> Vec<Block> {
    let all = requests(subject);
    let school = &subject.dossier.school;
    let whom: Vec<Block> = Reach::ALL
        .iter()
        .filter_map(|reach| {
            let theirs: Vec<&Request> = all.iter().filter(|request| request.reach == *reach).collect();
            (!theirs.is_empty()).then(|| group(results::addressee(*reach, school), &theirs))
        })
        .collect();
    let blocks = if whom.is_empty() { vec![paragraph(super::results::NOTHING_ASKED)] } else { whom };
    vec![page(Page::New, "À demander à…", blocks)]
}

fn group(addressee: &str, requests: &[&Request]) -> Block {
    let columns = [("Quoi", 42), ("Le fait à l’appui", 42), ("Où en est la demande", 16)];
    let mut table = Table::new(format!("Demandes\u{a0}: {}", crate::texts::format::lower(addressee)), &columns, "");
    table.rows = requests
        .iter()
        .map(|request| vec![Cell::text(request.title), Cell::text_if_any(request.fact), Cell::text(&request.state)])
        .collect();
    section(addressee, vec![Block::Table(table)])
}

/// Every request, those of the plan first.
pub(super) fn requests<'a>(subject: &Subject<'a>) -> Vec<Request<'a>> {
    let Subject { framework, dossier, campaign, .. } = *subject;
    let decided = dossier.plan.iter().filter(|item| item.is_open()).filter_map(|item| {
        let action = of_item(framework, item)?;
        let criterion = framework.criterion(&action.criterion);
        let fact = criterion.and_then(|c| Some(c.fact(campaign.standing(&c.id).level()?)));
        Some(Request { reach: action.reach, title: &item.title, fact, state: plan::item_state(item) })
    });
    let proposed = suggest(framework, dossier, campaign).requests.into_iter().map(|found| Request {
        reach: found.action.reach,
        title: &found.action.title,
        fact: Some(found.criterion.fact(found.from)),
        state: "Proposée".to_owned(),
    });
    decided.chain(proposed).collect()
}

/// The action behind a decided one, when it is asked of others.
pub(super) fn of_item<'a>(framework: &'a Framework, item: &PlanItem) -> Option<&'a Action> {
    item.action.as_ref().and_then(|id| framework.action(id)).filter(|action| action.reach != Reach::Etablissement)
}

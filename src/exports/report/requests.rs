//! What we ask of whom, each with the fact that supports it: what is decided first, then what could be asked.

use super::Subject;
use crate::domain::requests::{Group, Request, by_addressee};
use crate::exports::blocks::{Block, Cell, Page, Table, page, paragraph, section};
use crate::texts::{format, plan, results};

pub(super) fn part(subject: &Subject) -> Vec<Block> {
    let Subject { framework, dossier, campaign, .. } = *subject;
    let groups = by_addressee(framework, dossier, campaign);
    let whom: Vec<Block> =
        groups.iter().map(|group| of_group(results::addressee(group.reach, &dossier.school), group)).collect();
    let blocks = if whom.is_empty() { vec![paragraph(super::results::NOTHING_ASKED)] } else { whom };
    vec![page(Page::New, "À demander à…", blocks)]
}

fn of_group(addressee: &str, group: &Group) -> Block {
    let columns = [("Quoi", 42), ("Le fait à l’appui", 42), ("Où en est la demande", 16)];
    let mut table = Table::new(format!("Demandes\u{a0}: {}", format::lower(addressee)), &columns, "");
    let row = |request: &Request| {
        vec![Cell::text(request.title()), Cell::text_if_any(request.fact()), Cell::Text(plan::request_state(request))]
    };
    table.rows = group.requests.iter().map(row).collect();
    section(addressee, vec![Block::Table(table)])
}

//! Objectifs, the table of the plan, and how each action is carried out.

use super::Subject;
use crate::domain::{Day, PlanItem, Target};
use crate::exports::blocks::{Block, Cell, Page, Table, page, paragraph, section};
use crate::framework::Framework;
use crate::texts::format::NB;
use crate::texts::{plan, results};

/// The columns of « Plan d’action », which other software reads, and their shares of the width.
pub const PLAN_COLUMNS: [(&str, u32); 7] = [
    ("Thématique", 13),
    ("Axe d’amélioration (quoi)", 15),
    ("Action (comment)", 18),
    ("Qui", 15),
    ("Quand", 12),
    ("Indicateurs et facteurs de réussite", 18),
    ("État", 9),
];
const NOTHING: &str = "Aucune action n’est encore décidée.";

pub(super) fn part(subject: &Subject, notes: bool) -> Vec<Block> {
    let Subject { framework, dossier, today, .. } = *subject;
    let mut table = Table::new("Plan d’action", &PLAN_COLUMNS, NOTHING);
    table.rows = dossier.plan.iter().map(|item| plan_cells(framework, item, today)).collect();
    let details: Vec<Block> = dossier.plan.iter().filter_map(|item| detail(item, notes)).collect();
    let details = if details.is_empty() { vec![paragraph("Aucune étape n’est encore décrite.")] } else { details };
    vec![
        page(Page::New, "Objectifs", vec![Block::Table(targets(subject))]),
        page(Page::Wide, "Plan d’action", vec![Block::Table(table)]),
        page(Page::New, "Comment nous nous y prenons", details),
    ]
}

/// The seven cells of an action.
#[must_use]
pub fn plan_cells(framework: &Framework, item: &PlanItem, today: Day) -> Vec<Cell> {
    vec![
        Cell::Text(thematique_title(framework, item)),
        Cell::text(&item.axis),
        Cell::text(&item.title),
        Cell::Text(plan::who(item)),
        Cell::Text(plan::due(item.due(framework, today))),
        Cell::Text(plan::evidence(framework, item)),
        Cell::Text(plan::item_state(item)),
    ]
}

/// The thématique of an action, or « — ».
fn thematique_title(framework: &Framework, item: &PlanItem) -> String {
    let id = item.thematique.as_ref();
    let found = framework.thematiques.iter().find(|t| Some(&t.id) == id);
    found.map_or_else(|| results::NONE.to_owned(), |t| t.title.clone())
}

/// The objectifs that were chosen; the others are the next step.
fn targets(subject: &Subject) -> Table {
    let Subject { framework, dossier, .. } = *subject;
    let columns = [("Thématique ou question", 50), ("Palier visé", 25), ("Pour quand", 25)];
    let nothing = "Aucun objectif n’a été choisi\u{a0}: chacun est alors la marche suivante.";
    let mut table = Table::new("Objectifs choisis", &columns, nothing);
    let row = |title: &str, target: &Target| {
        let level = Cell::Text(results::level(framework, target.level));
        vec![Cell::text(title), level, Cell::date_if_any(target.due)]
    };
    for thematique in &framework.thematiques {
        let own = dossier.targets.thematiques.get(&thematique.id);
        table.rows.extend(own.map(|target| row(&thematique.title, target)));
    }
    for criterion in &framework.criteria {
        let own = dossier.targets.criteria.get(&criterion.id);
        table.rows.extend(own.map(|target| row(&criterion.title, target)));
    }
    table
}

/// How an action is carried out; nothing when nothing is said.
fn detail(item: &PlanItem, notes: bool) -> Option<Block> {
    let how: Vec<String> = plan::filled(&item.how).map(str::to_owned).collect();
    let said = said(item, notes);
    let mut blocks = Vec::new();
    if !how.is_empty() {
        blocks.push(Block::Steps(how));
    }
    if !said.is_empty() {
        blocks.push(Block::List(said));
    }
    let title = Some(item.title.trim()).filter(|title| !title.is_empty()).unwrap_or("Action sans titre");
    (!blocks.is_empty()).then(|| section(title, blocks))
}

/// Steps done and to do, means, and the note when it is asked for.
fn said(item: &PlanItem, notes: bool) -> Vec<String> {
    let mut lines = steps(item);
    lines.extend(means(item));
    let note = item.note.as_deref().map(str::trim).filter(|note| notes && !note.is_empty());
    lines.extend(note.map(|note| format!("Note{NB}: {note}")));
    lines
}

/// « Fait : déposer la demande », « Reste à faire : … ».
pub(in crate::exports) fn steps(item: &PlanItem) -> Vec<String> {
    let said = item.steps.iter().filter(|step| !step.text.trim().is_empty());
    said.map(|step| format!("{}{NB}: {}", if step.done { "Fait" } else { "Reste à faire" }, step.text.trim())).collect()
}

/// « Moyens financiers : … »
pub(in crate::exports) fn means(item: &PlanItem) -> Vec<String> {
    let Some(means) = &item.means else { return Vec::new() };
    let all =
        [("Moyens financiers", &means.financial), ("Moyens humains", &means.human), ("Cadre juridique", &means.legal)];
    let said = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
    said.map(|(label, text)| format!("{label}{NB}: {}", text.trim())).collect()
}

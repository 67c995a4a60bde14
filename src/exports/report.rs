//! The report: what a school leaves with, composed once for every format.
//!
//! From a référentiel and a dossier it makes blocks, in one order: the two pages for the conseil, the decisions of the meeting, the results, the
//! questions with their answers, the plan, the requests, the method. Each part is a list of the fields it takes: a private
//! note is named nowhere here, a note only where it is asked for. A part that is empty says so.

mod answers;
mod council;
mod method;
mod minutes;
mod plan;
mod requests;
mod results;

pub use plan::{PLAN_COLUMNS, plan_cells};
pub(super) use plan::{means, steps};
pub use results::{Row, rows};

use super::blocks::{Block, Page, Report, Tone};
use super::options::{Options, Part};
use crate::domain::{Campaign, Day, Dossier, Standing};
use crate::framework::Framework;
use crate::texts::format::{self, NB};
use crate::texts::{questions, results as words, school};

/// What a report speaks of.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub framework: &'a Framework,
    pub dossier: &'a Dossier,
    pub campaign: &'a Campaign,
    pub today: Day,
}

/// Composes the parts that `options` asks for.
#[must_use]
pub fn report(subject: &Subject, options: &Options) -> Report {
    let mut blocks = Vec::new();
    let part = |wanted, compose: &dyn Fn() -> Vec<Block>| if options.has(wanted) { compose() } else { Vec::new() };
    blocks.extend(part(Part::Council, &|| council::pages(subject)));
    blocks.extend(part(Part::Minutes, &|| minutes::part(subject)));
    blocks.extend(part(Part::Results, &|| results::part(subject)));
    blocks.extend(part(Part::Answers, &|| answers::part(subject, options.notes)));
    blocks.extend(part(Part::Plan, &|| plan::part(subject, options.notes)));
    blocks.extend(part(Part::Requests, &|| requests::part(subject)));
    // The first part begins where the identity ends.
    if let Some(Block::Section(first)) = blocks.first_mut() {
        first.page = Page::Here;
    }
    blocks.splice(0..0, identity(subject));
    if options.is_full() {
        blocks.push(method::part(subject));
    } else {
        blocks.push(Block::Paragraph(Tone::Quiet, method::reference(subject)));
    }
    Report { title: title(subject), blocks }
}

/// « Rapport – Collège X ».
#[must_use]
pub fn title(subject: &Subject) -> String {
    format!("Rapport – {}", school::name(&subject.dossier.school))
}

/// Who, when, and on how much.
fn identity(subject: &Subject) -> Vec<Block> {
    let Subject { dossier, campaign, .. } = subject;
    let school = &dossier.school;
    let types: Vec<String> = school.types.iter().map(|kind| format::lower(school::type_label(*kind))).collect();
    let labelled = |label: &str, text: &str| {
        Some(text.trim()).filter(|text| !text.is_empty()).map(|text| format!("{label}{NB}{text}"))
    };
    let pupils = school.pupils.filter(|n| *n > 0).and_then(|n| usize::try_from(n).ok());
    let facts: Vec<String> = [
        Some(format::capital(&format::list(&types))).filter(|types| !types.is_empty()),
        labelled("commune\u{a0}:", &school.commune),
        labelled("académie\u{a0}:", &school.academie),
        labelled("code UAI", &school.uai),
        pupils.map(|n| format::count(n, "élève", "élèves")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut blocks = Vec::new();
    if !facts.is_empty() {
        blocks.push(Block::Paragraph(Tone::Quiet, format!("{}.", facts.join(", "))));
    }
    let date = campaign.date.map(|day| format!("le {}", format::day(day)));
    let when: Vec<String> =
        [Some(campaign.name.trim().to_owned()).filter(|name| !name.is_empty()), date].into_iter().flatten().collect();
    let when = if when.is_empty() { String::new() } else { format!("{}. ", format::capital(&when.join(", "))) };
    blocks.push(Block::Paragraph(Tone::Quiet, format!("{when}{}.", extent(subject))));
    blocks
}

/// « L’essentiel (16 questions, 40 min) : 14 réponses sur 16, 1 à vérifier ».
fn extent(subject: &Subject) -> String {
    let Subject { framework, dossier, campaign, .. } = subject;
    let standings: Vec<Standing> = dossier.asked(framework, campaign).map(|c| campaign.standing(&c.id)).collect();
    let count = |wanted: fn(&Standing) -> bool| standings.iter().filter(|s| wanted(s)).count();
    let not_applicable = count(|s| *s == Standing::NotApplicable);
    let progress = words::progress(
        count(|s| s.level().is_some()),
        standings.len() - not_applicable,
        count(|s| *s == Standing::Unknown),
        not_applicable,
    );
    format!("{}{NB}: {progress}", questions::scope(framework, dossier, campaign))
}

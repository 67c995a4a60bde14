//! A letter to one addressee, in the blocks of every document: what we ask, each with the fact of today that supports it
//! and what it would make possible. It takes the school's name and commune, the date of the point d'étape, the titles
//! of the requests; it refuses notes, names of persons, and anything that is asked of somebody else.

use super::blocks::{Block, Report, Tone, paragraph};
use super::report::Subject;
use crate::domain::requests::{Group, Request, by_addressee};
use crate::framework::Reach;
use crate::texts::{letter as words, results, school};

/// The letter; none when nothing is asked of them.
#[must_use]
pub fn letter(subject: &Subject, reach: Reach) -> Option<Report> {
    let Subject { framework, dossier, campaign, .. } = *subject;
    let group = by_addressee(framework, dossier, campaign).into_iter().find(|group| group.reach == reach)?;
    Some(Report { title: words::title(reach, &dossier.school), blocks: blocks(subject, &group) })
}

fn blocks(subject: &Subject, group: &Group) -> Vec<Block> {
    let Subject { dossier, campaign, today, .. } = *subject;
    let school = &dossier.school;
    let strong = |text: String| Block::Paragraph(Tone::Strong, text);
    let mut blocks = vec![
        strong(school::name(school)),
        paragraph(results::addressee(group.reach, school)),
        paragraph(words::place_and_day(school, today)),
        strong(words::ABOUT.to_owned()),
        paragraph(words::GREETING),
        paragraph(words::opening(school, campaign)),
    ];
    for (number, request) in (1..).zip(&group.requests) {
        blocks.extend(asked(number, request));
    }
    blocks.extend([paragraph(words::RESTS_ON), paragraph(words::FAREWELL), paragraph(words::signature(school))]);
    blocks
}

fn asked(number: usize, request: &Request) -> [Block; 2] {
    let title = format!("{number}. {}", request.title());
    [Block::Paragraph(Tone::Strong, title), paragraph(words::facts(request.fact(), request.makes_possible()))]
}

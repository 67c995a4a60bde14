//! Documents in sentences: a dossier as text, the document made of it, and what stands in it.

#![allow(dead_code, reason = "each suite uses its part")]

use paliers::domain::{Day, Dossier};
use paliers::exports::blocks::{Block, Section};
use paliers::exports::report::{Subject, report};
use paliers::exports::{Document, Error, Kind, Options, make};
use paliers::framework::Framework;

pub const TODAY: &str = "2026-11-25";

pub fn today() -> Day {
    Day::parse(TODAY).unwrap()
}

/// A document, from the types.
pub fn made(kind: Kind, framework: &Framework, dossier: &Dossier, options: &Options) -> Result<Document, Error> {
    let framework = serde_json::to_string(framework).unwrap();
    make(kind, &framework, &paliers::documents::write(dossier), options, today(), &mut |_, _| true)
}

pub fn text(kind: Kind, framework: &Framework, dossier: &Dossier, options: &Options) -> String {
    String::from_utf8_lossy(&made(kind, framework, dossier, options).unwrap().bytes).into_owned()
}

/// The blocks of the report.
pub fn blocks(framework: &Framework, dossier: &Dossier, options: &Options) -> Vec<Block> {
    let campaign = dossier.campaign().unwrap();
    report(&Subject { framework, dossier, campaign, today: today() }, options).blocks
}

/// Every title, indented by its depth.
pub fn outline(blocks: &[Block]) -> Vec<String> {
    sections(blocks)
        .flat_map(|section| {
            let under = outline(&section.blocks).into_iter().map(|title| format!("  {title}"));
            std::iter::once(section.title.clone()).chain(under).collect::<Vec<_>>()
        })
        .collect()
}

fn sections(blocks: &[Block]) -> impl Iterator<Item = &Section> {
    blocks.iter().filter_map(|block| match block {
        Block::Section(section) => Some(section),
        _ => None,
    })
}

/// The section of that title, wherever it is.
pub fn section<'a>(blocks: &'a [Block], title: &str) -> Option<&'a Section> {
    sections(blocks).find_map(|s| if s.title == title { Some(s) } else { section(&s.blocks, title) })
}

/// Every text of the blocks, cells and sentences of figures included, one by one; no-break spaces are spaces.
pub fn texts(blocks: &[Block]) -> Vec<String> {
    let raw = blocks.iter().flat_map(|block| match block {
        Block::Section(section) => [vec![section.title.clone()], texts(&section.blocks)].concat(),
        Block::Paragraph(_, text) => vec![text.clone()],
        Block::List(items) | Block::Steps(items) => items.clone(),
        Block::Table(table) if table.rows.is_empty() => vec![table.empty.to_owned()],
        Block::Table(table) => table.rows.iter().flatten().map(|cell| cell.words()).collect(),
        Block::Pairs(pairs) => pairs.iter().flat_map(|(name, text)| [name.clone(), text.clone()]).collect(),
        Block::Figure(figure) => vec![figure.sentence.clone()],
    });
    raw.map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

/// What one section says.
pub fn said(blocks: &[Block], title: &str) -> Vec<String> {
    texts(&section(blocks, title).unwrap_or_else(|| panic!("no section {title:?}")).blocks)
}

//! What a document is made of, whatever its format: a tree of sections, paragraphs, lists, tables and figures.
//!
//! A heading has no level of its own: it is the depth of its section, so headings are always in order. A cell has a
//! type, so that a spreadsheet gets numbers and dates. Nothing here knows HTML, XML or a page.

use crate::domain::Day;
use crate::domain::indicators::thousandths;
use crate::domain::scoring::Percent;
use crate::texts::{format, results};

/// A whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Section(Section),
    Paragraph(Tone, String),
    List(Vec<String>),
    /// A list whose order matters.
    Steps(Vec<String>),
    Table(Table),
    /// Names, and what is written beside each.
    Pairs(Vec<(String, String)>),
    Figure(Figure),
}

/// How a paragraph speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    /// The sentence that says the essential.
    Lead,
    /// What was decided or chosen.
    Strong,
    /// What accompanies.
    Quiet,
}

/// A title and what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub title: String,
    pub page: Page,
    pub blocks: Vec<Block>,
}

/// Where a section begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Where the one before it ends.
    Here,
    /// On a page of its own.
    New,
    /// On a page of its own, laid on its side.
    Wide,
}

/// A table. The first cell of a row names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// What is said when there is no row.
    pub empty: &'static str,
}

/// A column, and its share of the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub share: u32,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    /// A number of what the column names.
    Number(u32),
    /// Hundredths.
    Percent(u32),
    /// A number with decimals, in thousandths.
    Decimal(i64),
    Date(Day),
}

/// A drawing, and the sentence that says the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub title: &'static str,
    pub sentence: String,
    pub svg: String,
    /// How to read the drawing; said beside it only.
    pub key: &'static str,
}

impl Table {
    /// A table without rows yet.
    #[must_use]
    pub fn new(caption: impl Into<String>, columns: &[(&'static str, u32)], empty: &'static str) -> Self {
        let columns = columns.iter().map(|(name, share)| Column { name, share: *share }).collect();
        Self { caption: caption.into(), columns, rows: Vec::new(), empty }
    }
}

impl Cell {
    /// A text; nothing when it says nothing.
    #[must_use]
    pub fn text(text: impl AsRef<str>) -> Self {
        let text = text.as_ref().trim();
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// A value that people typed: a number when it is one and nothing else, « 56,5 », else its text.
    #[must_use]
    pub fn value(text: &str) -> Self {
        match thousandths(text) {
            Some(number) if !text.contains('%') => Self::Decimal(number),
            _ => Self::text(text),
        }
    }

    /// A text that may be absent.
    #[must_use]
    pub fn text_if_any(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// What a person reads in a document; « — » for nothing.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Empty => results::NONE.to_owned(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Percent(percent) => results::percent(Some(Percent(*percent))),
            Self::Decimal(thousandths) => decimal(*thousandths, ','),
            Self::Date(day) => format::day(*day),
        }
    }

    /// Its type in OpenDocument, and the attribute that holds its value, if its words do not say it.
    #[must_use]
    pub(super) fn typed(&self) -> (&'static str, &'static str, String) {
        match self {
            Self::Empty | Self::Text(_) => ("string", "", String::new()),
            Self::Number(number) => ("float", "office:value", number.to_string()),
            Self::Decimal(thousandths) => ("float", "office:value", decimal(*thousandths, '.')),
            Self::Percent(n) => ("percentage", "office:value", format!("{}.{:02}", n / 100, n % 100)),
            Self::Date(day) => ("date", "office:date-value", day.to_string()),
        }
    }

    /// A day that may be absent.
    #[must_use]
    pub fn date_if_any(day: Option<Day>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }
}

/// « -1250,5 »
fn decimal(thousandths: i64, point: char) -> String {
    let (sign, all) = (if thousandths < 0 { "-" } else { "" }, thousandths.unsigned_abs());
    let part = format!("{:03}", all % 1000);
    match part.trim_end_matches('0') {
        "" => format!("{sign}{}", all / 1000),
        part => format!("{sign}{}{point}{part}", all / 1000),
    }
}

/// How many steps it takes to write these blocks: a step a block, and a step a row.
#[must_use]
pub fn steps(blocks: &[Block]) -> u32 {
    let rows = |table: &Table| u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let step = |block: &Block| match block {
        Block::Section(section) => steps(&section.blocks).saturating_add(1),
        Block::Table(table) => rows(table).saturating_add(1),
        _ => 1,
    };
    blocks.iter().map(step).fold(0, u32::saturating_add)
}

/// A section where the one before it ends.
#[must_use]
pub fn section(title: impl Into<String>, blocks: Vec<Block>) -> Block {
    page(Page::Here, title, blocks)
}

/// A section that begins there.
#[must_use]
pub fn page(page: Page, title: impl Into<String>, blocks: Vec<Block>) -> Block {
    Block::Section(Section { title: title.into(), page, blocks })
}

/// A plain paragraph.
#[must_use]
pub fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph(Tone::Plain, text.into())
}

/// A list, or the sentence that says that there is nothing.
#[must_use]
pub fn list(items: Vec<String>, empty: &'static str) -> Block {
    if items.is_empty() { paragraph(empty) } else { Block::List(items) }
}

//! The report as a text of OpenDocument: headings with their levels, lists, tables whose header repeats.
//!
//! A figure is its sentence: the table that says the same stands beside it, and every reader opens both.

use super::blocks::{Block, Cell, Page, Report, Section, Table, Tone};
use super::opendocument::{package, part};
use super::progress::Progress;
use super::xml::Xml;
use super::{Error, Kind};
use crate::domain::Day;
use std::collections::BTreeSet;

const STYLES: &str = include_str!("odt-styles.xml");
const TABLE_STYLES: &str = include_str!("odt-table-styles.xml");

pub(super) fn write(report: &Report, today: Day, progress: &mut Progress) -> Result<Vec<u8>, Error> {
    whole(report, true, today, progress)
}

/// The same without its title at the top, where its blocks say it: a letter, sheets laid on their side.
pub(super) fn write_bare(report: &Report, today: Day, progress: &mut Progress) -> Result<Vec<u8>, Error> {
    whole(report, false, today, progress)
}

fn whole(report: &Report, titled: bool, today: Day, progress: &mut Progress) -> Result<Vec<u8>, Error> {
    let mut text = Text::default();
    text.xml.open("office:body", &[]);
    text.xml.open("office:text", &[]);
    if titled {
        text.lines("text:h", &[("text:style-name", "Title"), ("text:outline-level", "1")], &report.title);
    }
    text.blocks(&report.blocks, 2, progress)?;
    text.xml.close("office:text");
    text.xml.close("office:body");
    let content = automatic_styles(&text.shares) + &text.xml.end();
    let parts = vec![
        ("content.xml", part("office:document-content", &content)),
        ("styles.xml", part("office:document-styles", STYLES)),
    ];
    Ok(package(Kind::Odt.mime(), &report.title, today, parts))
}

/// Headings that begin a page, and tables: LibreOffice reads the styles of tables here alone.
fn automatic_styles(shares: &BTreeSet<u32>) -> String {
    let mut xml = Xml::default();
    xml.open("office:automatic-styles", &[]);
    xml.raw(TABLE_STYLES);
    for (name, master) in [("New", "Standard"), ("Wide", "Wide")] {
        for depth in 2..=LAST_DEPTH {
            let (name, parent) = (format!("{name}{depth}"), format!("Heading_20_{depth}"));
            let named =
                [("style:name", name.as_str()), ("style:family", "paragraph"), ("style:parent-style-name", &parent)];
            xml.empty("style:style", &[&named[..], &[("style:master-page-name", master)]].concat());
        }
    }
    for share in shares {
        let (name, width) = (format!("Column{share}"), format!("{}*", share * 1000));
        xml.open("style:style", &[("style:name", &name), ("style:family", "table-column")]);
        xml.empty("style:table-column-properties", &[("style:rel-column-width", &width)]);
        xml.close("style:style");
    }
    xml.close("office:automatic-styles");
    xml.end()
}

/// The deepest heading that has a style.
const LAST_DEPTH: usize = 5;

#[derive(Default)]
struct Text {
    xml: Xml,
    /// Widths of columns met so far.
    shares: BTreeSet<u32>,
    tables: u32,
}

impl Text {
    fn blocks(&mut self, blocks: &[Block], depth: usize, progress: &mut Progress) -> Result<(), Error> {
        for block in blocks {
            match block {
                Block::Section(section) => self.section(section, depth, progress)?,
                Block::Paragraph(tone, text) => self.paragraph(style(*tone), text),
                Block::List(items) => self.items("Bullets", items),
                Block::Steps(items) => self.items("Steps", items),
                Block::Table(table) => self.table(table, progress)?,
                Block::Pairs(pairs) => self.pairs(pairs),
                Block::Figure(figure) => self.paragraph("Text_20_body", &figure.sentence),
            }
            progress.step()?;
        }
        Ok(())
    }

    fn section(&mut self, section: &Section, depth: usize, progress: &mut Progress) -> Result<(), Error> {
        let level = depth.min(LAST_DEPTH).to_string();
        let style = match section.page {
            Page::Here => format!("Heading_20_{level}"),
            Page::New => format!("New{level}"),
            Page::Wide => format!("Wide{level}"),
        };
        self.lines("text:h", &[("text:style-name", &style), ("text:outline-level", &level)], &section.title);
        self.blocks(&section.blocks, depth + 1, progress)
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        self.lines("text:p", &[("text:style-name", style)], text);
    }

    /// An element that holds a text, whose ends of line stay.
    fn lines(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.xml.open(tag, attributes);
        for (index, line) in text.lines().enumerate() {
            if index > 0 {
                self.xml.empty("text:line-break", &[]);
            }
            self.xml.write(line);
        }
        self.xml.close(tag);
    }

    fn items(&mut self, style: &str, items: &[String]) {
        self.xml.open("text:list", &[("text:style-name", style)]);
        for item in items {
            self.xml.open("text:list-item", &[]);
            self.paragraph("List", item);
            self.xml.close("text:list-item");
        }
        self.xml.close("text:list");
    }

    fn table(&mut self, table: &Table, progress: &mut Progress) -> Result<(), Error> {
        if table.rows.is_empty() {
            self.paragraph("Text_20_body", table.empty);
            return Ok(());
        }
        self.paragraph("Caption", &table.caption);
        self.begin_table(&table.columns.iter().map(|column| column.share).collect::<Vec<_>>());
        self.xml.open("table:table-header-rows", &[]);
        self.xml.open("table:table-row", &[("table:style-name", "Row")]);
        table.columns.iter().for_each(|column| self.cell("Head", "Table_20_Heading", &Cell::text(column.name)));
        self.xml.close("table:table-row");
        self.xml.close("table:table-header-rows");
        for row in &table.rows {
            self.xml.open("table:table-row", &[("table:style-name", "Row")]);
            row.iter().for_each(|cell| self.cell("Cell", "Table_20_Contents", cell));
            self.xml.close("table:table-row");
            progress.step()?;
        }
        self.xml.close("table:table");
        Ok(())
    }

    /// A table of two columns without a head.
    fn pairs(&mut self, pairs: &[(String, String)]) {
        const SHARES: [u32; 2] = [2, 5];
        self.begin_table(&SHARES);
        for (name, text) in pairs {
            self.xml.open("table:table-row", &[("table:style-name", "Row")]);
            self.cell("Cell", "Table_20_Heading", &Cell::text(name));
            self.cell("Cell", "Table_20_Contents", &Cell::text(text));
            self.xml.close("table:table-row");
        }
        self.xml.close("table:table");
    }

    /// Opens a table and says its columns.
    fn begin_table(&mut self, shares: &[u32]) {
        self.tables += 1;
        let name = format!("Tableau {}", self.tables);
        self.xml.open("table:table", &[("table:name", &name), ("table:style-name", "Table")]);
        for share in shares {
            self.shares.insert(*share);
            self.xml.empty("table:table-column", &[("table:style-name", &format!("Column{share}"))]);
        }
    }

    fn cell(&mut self, style: &str, paragraph: &str, cell: &Cell) {
        let (kind, name, value) = cell.typed();
        let typed = [("table:style-name", style), ("office:value-type", kind), (name, value.as_str())];
        let attributes = if name.is_empty() { &typed[..2] } else { &typed[..] };
        self.xml.open("table:table-cell", attributes);
        self.paragraph(paragraph, &cell.words());
        self.xml.close("table:table-cell");
    }
}

fn style(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "Text_20_body",
        Tone::Lead => "Lead",
        Tone::Strong => "Strong",
        Tone::Quiet => "Quiet",
    }
}

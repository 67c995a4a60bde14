//! The report as one page of HTML that stands alone: its style is in it, it asks the network for nothing, it prints.

use super::Error;
use super::blocks::{Block, Figure, Page, Report, Section, Table, Tone};
use super::progress::Progress;
use super::xml::Xml;

const STYLE: &str = include_str!("report.css");

pub(super) fn write(report: &Report, progress: &mut Progress) -> Result<Vec<u8>, Error> {
    let mut page = HtmlPage { xml: Xml::default(), figures: 0 };
    page.xml.raw("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.xml.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.xml.element("title", &[], &report.title);
    page.xml.raw("\n<style>\n");
    page.xml.raw(STYLE);
    page.xml.raw("</style>\n</head>\n<body>\n<main>\n");
    page.xml.element("h1", &[], &report.title);
    page.blocks(&report.blocks, 2, progress)?;
    page.xml.raw("</main>\n</body>\n</html>\n");
    Ok(page.xml.end().into_bytes())
}

struct HtmlPage {
    xml: Xml,
    /// How many figures there are so far: their ids are numbered.
    figures: u32,
}

impl HtmlPage {
    fn blocks(&mut self, blocks: &[Block], depth: usize, progress: &mut Progress) -> Result<(), Error> {
        for block in blocks {
            match block {
                Block::Section(section) => self.section(section, depth, progress)?,
                Block::Paragraph(tone, text) => self.xml.element("p", class(*tone), text),
                Block::List(items) => self.items("ul", items),
                Block::Steps(items) => self.items("ol", items),
                Block::Table(table) => self.table(table, progress)?,
                Block::Pairs(pairs) => self.pairs(pairs),
                Block::Figure(figure) => self.figure(figure),
            }
            self.xml.raw("\n");
            progress.step()?;
        }
        Ok(())
    }

    fn section(&mut self, section: &Section, depth: usize, progress: &mut Progress) -> Result<(), Error> {
        let class: &[(&str, &str)] = match section.page {
            Page::Here => &[],
            Page::New => &[("class", "new")],
            Page::Wide => &[("class", "new wide")],
        };
        self.xml.open("section", class);
        self.xml.element(["h2", "h3", "h4", "h5", "h6"][(depth - 2).min(4)], &[], &section.title);
        self.xml.raw("\n");
        self.blocks(&section.blocks, depth + 1, progress)?;
        self.xml.close("section");
        Ok(())
    }

    fn items(&mut self, tag: &str, items: &[String]) {
        self.xml.open(tag, &[]);
        items.iter().for_each(|item| self.xml.element("li", &[], item));
        self.xml.close(tag);
    }

    fn table(&mut self, table: &Table, progress: &mut Progress) -> Result<(), Error> {
        if table.rows.is_empty() {
            self.xml.element("p", &[], table.empty);
            return Ok(());
        }
        self.xml.open("table", &[]);
        self.xml.element("caption", &[], &table.caption);
        self.xml.raw("\n<thead><tr>");
        table.columns.iter().for_each(|column| self.xml.element("th", &[("scope", "col")], column.name));
        self.xml.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.xml.open("tr", &[]);
            for (index, cell) in row.iter().enumerate() {
                match index {
                    0 => self.xml.element("th", &[("scope", "row")], &cell.words()),
                    _ => self.xml.element("td", &[], &cell.words()),
                }
            }
            self.xml.close("tr");
            self.xml.raw("\n");
            progress.step()?;
        }
        self.xml.raw("</tbody></table>");
        Ok(())
    }

    fn pairs(&mut self, pairs: &[(String, String)]) {
        self.xml.open("dl", &[]);
        for (name, text) in pairs {
            self.xml.open("div", &[]);
            self.xml.element("dt", &[], name);
            self.xml.element("dd", &[], text);
            self.xml.close("div");
        }
        self.xml.close("dl");
    }

    /// The drawing with its title and its sentence, which also stands beside it.
    fn figure(&mut self, figure: &Figure) {
        self.figures += 1;
        let n = self.figures;
        self.xml.open("figure", &[]);
        self.xml.element("figcaption", &[], &figure.sentence);
        if let Some((_, rest)) = figure.svg.split_once("<svg ") {
            // Ids of a page are unique; a text of the drawing holds no quote that is not escaped.
            let rest = rest
                .replace("id=\"hatches\"", &format!("id=\"hatches-{n}\""))
                .replace("\"url(#hatches)\"", &format!("\"url(#hatches-{n})\""));
            let (attributes, shapes) = rest.split_once('>').unwrap_or((&rest, "</svg>"));
            let (title, desc) = (format!("figure-{n}"), format!("figure-{n}-dit"));
            let named =
                format!("<svg role=\"img\" aria-labelledby=\"{title}\" aria-describedby=\"{desc}\" {attributes}>");
            self.xml.raw(&named);
            self.xml.element("title", &[("id", &title)], figure.title);
            self.xml.element("desc", &[("id", &desc)], &figure.sentence);
            self.xml.raw(shapes.trim_end());
            self.xml.element("p", class(Tone::Quiet), figure.key);
        }
        self.xml.close("figure");
    }
}

fn class(tone: Tone) -> &'static [(&'static str, &'static str)] {
    match tone {
        Tone::Plain => &[],
        Tone::Lead => &[("class", "lead")],
        Tone::Strong => &[("class", "strong")],
        Tone::Quiet => &[("class", "quiet")],
    }
}

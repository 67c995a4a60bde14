//! A page of text: Markdown to blocks. Titles of two ranks, paragraphs, flat lists, tables, quotations, bold, italic and
//! links; anything else is a fault with its line, since the app would not know how to draw it.

use super::entry::Document;
use super::places::Located;
use paliers::framework::coherence::typography;
use paliers::pages::{Block, Line, Page, Run, SINGLE_FILE};
use paliers::routes::{Address, Route};
use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag};
use std::ops::Range;

const FENCE: &str = "---\n";

/// The page of a file. What could not be compiled is left out and added to the faults.
pub fn compile(document: &Document, faults: &mut Vec<Located>) -> Page {
    let (title, lead, body) = front_matter(document, faults);
    let start = document.text.len() - body.len();
    let events = Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter();
    let mut reader = Reader { document, events, start, faults };
    let mut blocks = Vec::new();
    while let Some((event, range)) = reader.events.next() {
        blocks.extend(reader.block(event, &range));
    }
    Page { title, lead, blocks }
}

/// Title, lead and the rest of the text.
fn front_matter<'a>(document: &'a Document, faults: &mut Vec<Located>) -> (String, String, &'a str) {
    let text = document.text.as_str();
    let Some((head, body)) = text.strip_prefix(FENCE).and_then(|rest| rest.split_once(&format!("\n{FENCE}"))) else {
        faults.push(document.fault(0, "", "en-tête absent : « --- », « title: … », « lead: … », « --- »"));
        return (String::new(), String::new(), text);
    };
    let mut field = |name: &str| {
        let value =
            head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim).unwrap_or_default();
        if value.is_empty() {
            faults.push(document.fault(0, "", format!("en-tête sans « {name}: »")));
        }
        faults.extend(typography::slips(value).into_iter().map(|slip| document.fault(0, "", slip)));
        value.to_owned()
    };
    (field("title"), field("lead"), body)
}

struct Reader<'a> {
    document: &'a Document,
    events: OffsetIter<'a>,
    /// Where the Markdown begins in the file.
    start: usize,
    faults: &'a mut Vec<Located>,
}

impl Reader<'_> {
    fn fault(&mut self, range: &Range<usize>, message: impl Into<String>) {
        self.faults.push(self.document.fault(self.start + range.start, "", message));
    }

    /// The block that an event opens.
    fn block(&mut self, event: Event, range: &Range<usize>) -> Option<Block> {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => Some(Block::H2 { runs: self.line(range) }),
            Event::Start(Tag::Heading { level: HeadingLevel::H3, .. }) => Some(Block::H3 { runs: self.line(range) }),
            Event::Start(Tag::Paragraph) => Some(Block::P { runs: self.line(range) }),
            Event::Start(Tag::List(None)) => Some(Block::Ul { items: self.lines(range) }),
            Event::Start(Tag::List(Some(1))) => Some(Block::Ol { items: self.lines(range) }),
            Event::Start(Tag::BlockQuote(None)) => Some(Block::Quote { items: self.lines(range) }),
            Event::Start(Tag::Table(_)) => Some(self.table()),
            other => {
                self.refuse(other, range);
                None
            }
        }
    }

    /// Reports what a page cannot hold, with all that is inside.
    fn refuse(&mut self, event: Event, range: &Range<usize>) {
        let what = match &event {
            Event::Start(Tag::Heading { .. }) => "titre d’un autre rang que ## ou ###",
            Event::Start(Tag::List(None)) => "liste dans une liste",
            Event::Start(Tag::List(Some(_))) => "liste numérotée dans une liste, ou qui ne commence pas à 1",
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => "code",
            Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_) => "HTML",
            Event::Start(Tag::Image { .. }) => "image",
            Event::HardBreak => "saut de ligne forcé",
            Event::Rule => "filet",
            _ => "forme inconnue",
        };
        self.fault(range, format!("{what} : une page n’en contient pas"));
        if matches!(event, Event::Start(_)) {
            self.skip();
        }
    }

    fn skip(&mut self) {
        let mut open = 1;
        while open > 0
            && let Some((event, _)) = self.events.next()
        {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
    }

    /// The items of a list, or the paragraphs of a quotation.
    fn lines(&mut self, whole: &Range<usize>) -> Vec<Line> {
        let mut lines = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Item | Tag::Paragraph) => lines.push(self.line(&range)),
                other => self.refuse(other, &range),
            }
        }
        if lines.is_empty() {
            self.fault(whole, "liste ou citation vide");
        }
        lines
    }

    fn table(&mut self) -> Block {
        let mut rows = Vec::new();
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), _)) = self.events.next() {
            let mut cells = Vec::new();
            while let Some((Event::Start(Tag::TableCell), range)) = self.events.next() {
                cells.push(self.line(&range));
            }
            rows.push(cells);
        }
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Block::Table { head, rows }
    }

    /// The text of what has just been opened, to its end.
    fn line(&mut self, range: &Range<usize>) -> Line {
        let mut line = Line::new();
        self.runs(&Run::default(), &mut line);
        let text: String = line.iter().map(|run| run.text.as_str()).collect();
        for slip in typography::slips(&text) {
            self.fault(range, slip);
        }
        line
    }

    fn runs(&mut self, style: &Run, line: &mut Line) {
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => return,
                Event::Text(text) => add(line, style, &text),
                Event::SoftBreak => add(line, style, " "),
                // An item whose list has blank lines holds a paragraph; one is the same as none.
                Event::Start(Tag::Paragraph) if line.is_empty() => self.runs(style, line),
                Event::Start(Tag::Strong) => self.runs(&Run { bold: true, ..style.clone() }, line),
                Event::Start(Tag::Emphasis) => self.runs(&Run { italic: true, ..style.clone() }, line),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    if !is_address(&dest_url) {
                        self.fault(&range, format!("adresse inconnue : {dest_url}"));
                    }
                    self.runs(&Run { href: Some(dest_url.into_string()), ..style.clone() }, line);
                }
                other => self.refuse(other, &range),
            }
        }
    }
}

/// Whether a page may point there: a screen of the app, its single file, or the web over an encrypted connection.
fn is_address(address: &str) -> bool {
    if address.starts_with("#/") {
        Address::parse(address).route != Route::Unknown
    } else {
        address == SINGLE_FILE || address.starts_with("https://")
    }
}

/// Adds text to the last run when its style is the same.
fn add(line: &mut Line, style: &Run, text: &str) {
    match line.last_mut() {
        Some(run) if (run.bold, run.italic, &run.href) == (style.bold, style.italic, &style.href) => {
            run.text.push_str(text)
        }
        _ => line.push(Run { text: text.to_owned(), ..style.clone() }),
    }
}

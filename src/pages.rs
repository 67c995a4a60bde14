//! The pages of text (help, legal notices…): titles, paragraphs, lists, tables and quotations, as data.
//!
//! They are written in Markdown under `content/pages/` and compiled to JSON by the `content` tool; one component draws
//! the blocks. Nothing here can hold HTML, an image or a script, so no page can bring one into the app.

use crate::json::{self, Object};
use serde::{Deserialize, Serialize};

/// The single-file edition, beside the page of a published folder: the one file that a page may point to.
pub const SINGLE_FILE: &str = "paliers.html";

/// A page of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The title of the screen.
    pub title: String,
    /// One sentence under the title.
    pub lead: String,
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// Text on one line of thought: what a paragraph, a list item or a table cell holds.
pub type Line = Vec<Run>;

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "k", rename_all = "lowercase")]
pub enum Block {
    /// A heading of the page.
    H2 { runs: Line },
    /// A heading below.
    H3 { runs: Line },
    /// A paragraph.
    P { runs: Line },
    /// A list without order.
    Ul { items: Vec<Line> },
    /// A numbered list, from 1.
    Ol { items: Vec<Line> },
    /// Quoted paragraphs.
    Quote { items: Vec<Line> },
    /// A table; every row has as many cells as the head.
    Table { head: Vec<Line>, rows: Vec<Vec<Line>> },
}

/// A piece of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text.
    #[serde(rename = "t")]
    pub text: String,
    /// Important.
    #[serde(rename = "b", default, skip_serializing_if = "is_false")]
    pub bold: bool,
    /// Stressed, or a word spoken of.
    #[serde(rename = "i", default, skip_serializing_if = "is_false")]
    pub italic: bool,
    /// An address of this app (`#/…`) or of the web (`https://…`), or [`SINGLE_FILE`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// Reads the text of a page’s file.
///
/// # Errors
/// The first fault, with its place.
pub fn read(text: &str) -> Result<Page, String> {
    json::read(text, |o| Some(Page { title: o.text("title"), lead: o.text("lead"), blocks: o.list("blocks", block) }))
}

fn block(o: &mut Object) -> Option<Block> {
    let kind = o.text("k");
    Some(match kind.as_str() {
        "h2" => Block::H2 { runs: o.list("runs", run) },
        "h3" => Block::H3 { runs: o.list("runs", run) },
        "p" => Block::P { runs: o.list("runs", run) },
        "ul" => Block::Ul { items: o.lists("items", run) },
        "ol" => Block::Ol { items: o.lists("items", run) },
        "quote" => Block::Quote { items: o.lists("items", run) },
        "table" => Block::Table { head: o.lists("head", run), rows: rows(o) },
        _ => {
            o.refuse("k");
            return None;
        }
    })
}

fn rows(o: &mut Object) -> Vec<Vec<Line>> {
    o.elements("rows").into_iter().map(|row| o.inner("rows", row).lists("rows", run)).collect()
}

fn run(o: &mut Object) -> Option<Run> {
    Some(Run {
        text: o.text("t"),
        bold: o.has("b") && o.flag("b"),
        italic: o.has("i") && o.flag("i"),
        href: o.text_if_any("href"),
    })
}

//! The pages of text (help, legal notices…): titles, paragraphs, lists, tables and quotations, as data.
//!
//! They are written in Markdown under `content/pages/` and compiled to JSON by the `content` tool; one component draws
//! the blocks. Nothing here can hold HTML, an image or a script, so no page can bring one into the app.

use serde::{Deserialize, Serialize};

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
    /// An address of this app (`#/…`) or of the web (`https://…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_false(flag: &bool) -> bool {
    !flag
}

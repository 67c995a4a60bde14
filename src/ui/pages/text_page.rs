//! The pages of text, fetched when opened and drawn from blocks: no HTML string ever enters the page.

use super::unknown::no_text;
use crate::browser::assets::{self, LoadError};
use crate::browser::page;
use crate::pages::{self, Block, Line, Run, SINGLE_FILE};
use crate::routes::Page;
use crate::ui::dom::{El, IntoNode, Node, each, el, h1, kids};
use crate::ui::store::store;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The file of a page.
pub fn file(page: Page) -> String {
    format!("pages/{}.json", page.as_str())
}

/// The screen of a page.
pub fn text_page(page: Page) -> impl Fn() -> Node {
    let store = store();
    let text: RwSignal<Option<Result<pages::Page, LoadError>>> = RwSignal::new(None);
    spawn_local(async move {
        let loaded = assets::load(&file(page)).await;
        text.set(Some(loaded.and_then(|json| pages::read(&json).map_err(|_| LoadError::Missing))));
    });
    move || {
        let drawn = text.with(|text| match text {
            None => h1("Un instant…").into_node(),
            Some(Err(why)) => kids![h1("Cette page n’est pas là"), el("p", no_text(*why))],
            Some(Ok(page)) => draw(page).into_node(),
        });
        drawn.fresh_then(move || store.drawn_late())
    }
}

fn draw(page: &pages::Page) -> El {
    let blocks: Vec<_> = page.blocks.iter().map(block).collect();
    el("article.text.stack", kids![h1(page.title.clone()), el("p.lead", page.lead.clone()), blocks])
}

fn block(block: &Block) -> El {
    match block {
        Block::H2 { runs } => el("h2", line(runs)),
        Block::H3 { runs } => el("h3", line(runs)),
        Block::P { runs } => el("p", line(runs)),
        Block::Ul { items } => el("ul.plain", lines("li", items)),
        Block::Ol { items } => el("ol.numbers", lines("li", items)),
        Block::Quote { items } => el("blockquote.note", lines("p", items)),
        Block::Table { head, rows } => {
            let head: Vec<_> = lines("th", head).into_iter().map(|cell| cell.attr("scope", "col")).collect();
            let rows = rows.iter().map(|row| lines("td", row));
            el("table", kids![el("thead", el("tr", head)), el("tbody", each("tr", rows))])
        }
    }
}

fn lines(tag: &'static str, lines: &[Line]) -> Vec<El> {
    each(tag, lines.iter().map(|runs| line(runs)))
}

fn line(runs: &[Run]) -> Vec<Node> {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> Node {
    let text = run.text.clone();
    let inner = match (run.bold, run.italic) {
        (true, _) => el("b", text).into_node(),
        (false, true) => el("i", text).into_node(),
        (false, false) => text.into_node(),
    };
    match &run.href {
        // Not every folder has it, and it has not itself.
        Some(href) if href == SINGLE_FILE && page::said("single").is_none() => inner,
        Some(href) if href == SINGLE_FILE => {
            el("a", inner).attr("href", href.clone()).attr("download", href.clone()).into_node()
        }
        Some(href) => el("a", inner).attr("href", href.clone()).into_node(),
        None => inner,
    }
}

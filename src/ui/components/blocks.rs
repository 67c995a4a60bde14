//! The report on the screen: the blocks that the documents hold, drawn with the elements of the app. It chooses nothing.

use super::tables;
use crate::exports::blocks::{Block, Figure, Page, Section, Table, Tone};
use crate::ui::dom::{El, IntoNode, Node, each, el, kids};

/// One sheet for each part that begins on a page of its own.
pub fn sheets(blocks: &[Block]) -> Vec<El> {
    let begins = |block: &Block| matches!(block, Block::Section(section) if section.page != Page::Here);
    let mut sheets = Vec::new();
    let mut rest = blocks;
    while !rest.is_empty() {
        let end = rest.iter().skip(1).position(begins).map_or(rest.len(), |at| at + 1);
        let (sheet, after) = rest.split_at(end);
        let wide = matches!(&sheet[0], Block::Section(section) if section.page == Page::Wide);
        sheets.push(el(if wide { "article.a4.land" } else { "article.a4" }, draw(sheet, 0)));
        rest = after;
    }
    sheets
}

fn draw(blocks: &[Block], depth: usize) -> Vec<Node> {
    blocks.iter().map(|block| draw_one(block, depth)).collect()
}

fn draw_one(block: &Block, depth: usize) -> Node {
    match block {
        Block::Section(section) => draw_section(section, depth).into_node(),
        Block::Paragraph(tone, text) => el(selector(*tone), text.clone()).into_node(),
        Block::List(items) => el("ul.plain", each("li", items.iter().cloned())).into_node(),
        Block::Steps(items) => el("ol.numbers", each("li", items.iter().cloned())).into_node(),
        Block::Table(table) if table.rows.is_empty() => el("p", table.empty).into_node(),
        Block::Table(table) => draw_table(table).into_node(),
        Block::Pairs(pairs) => draw_pairs(pairs).into_node(),
        Block::Figure(figure) => draw_figure(figure).into_node(),
    }
}

fn draw_section(section: &Section, depth: usize) -> El {
    let heading = ["h2", "h3", "h4", "h5"][depth.min(3)];
    el("section", kids![el(heading, section.title.clone()), draw(&section.blocks, depth + 1)])
}

fn selector(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "p",
        Tone::Lead => "p.say",
        Tone::Strong => "p.strong",
        Tone::Quiet => "p.meta",
    }
}

fn draw_table(table: &Table) -> El {
    let names: Vec<&'static str> = table.columns.iter().map(|column| column.name).collect();
    let row = |row: &Vec<crate::exports::blocks::Cell>| {
        let mut cells = row.iter().zip(&names);
        let head = cells.next().map(|(cell, _)| tables::row_head(cell.words()));
        let rest: Vec<El> = cells.map(|(cell, name)| tables::cell(name, cell.words())).collect();
        el("tr", kids![head, rest]).attr("role", "row")
    };
    tables::table("table.fold", table.caption.clone(), &names, table.rows.iter().map(row).collect())
}

fn draw_pairs(pairs: &[(String, String)]) -> El {
    let pair = |(name, text): &(String, String)| el("div", kids![el("dt", name.clone()), el("dd", text.clone())]);
    el("dl.pairs", pairs.iter().map(pair).collect::<Vec<_>>())
}

fn draw_figure(figure: &Figure) -> El {
    let drawing = el("div.chart", ()).attr("role", "img").label(figure.title).svg(figure.svg.clone());
    let drawing = if figure.title.starts_with("Radar") { drawing.class("chart radar") } else { drawing };
    el("figure", kids![el("figcaption", figure.sentence.clone()), drawing, el("p.small.meta", figure.key)])
}

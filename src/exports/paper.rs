//! A document that the school adapts, composed once for the screen, the paper and the files.
//!
//! It takes the words of the model, what the school wrote in their place, and what of the dossier fills a field by rule:
//! decided actions, indicators, roles to call, drills. Never a name of the directory, never a note. A blank is wide
//! enough for a pen, and the last lines say who must read the document again.

use super::blocks::{Block, Cell, Report, Table, Tone, paragraph, section};
use crate::domain::Drill;
use crate::papers::{Field, Layout, Model, Section};
use crate::texts::format::{NB, capital};
use crate::texts::papers::{Context, drill_when, on_paper, said};
use crate::texts::school;

/// What stands where nothing is written.
const LINE: &str = "………………………………………………";
const LAST_WORDS: &str = "Modèle proposé, à faire relire. Ce n’est pas un avis juridique.";

/// The document.
#[must_use]
pub fn compose(model: &Model, context: &Context) -> Report {
    let mut blocks: Vec<Block> = Vec::new();
    for part in &model.sections {
        let inside = inside(part, context);
        if inside.is_empty() {
            continue;
        }
        let title = on_paper(&said(&part.title, &context.dossier.school));
        if title.is_empty() { blocks.extend(inside) } else { blocks.push(section(title, inside)) }
    }
    let reviews = context.reviews(model).join("\u{202f}; ");
    blocks.push(Block::Paragraph(Tone::Quiet, format!("{LAST_WORDS} À relire par{NB}: {reviews}.")));
    Report { title: title(model, context), blocks }
}

/// « Convention de prêt – Collège X ».
#[must_use]
pub fn title(model: &Model, context: &Context) -> String {
    format!("{} – {}", model.title, school::name(&context.dossier.school))
}

fn inside(part: &Section, context: &Context) -> Vec<Block> {
    let fields = part.fields.iter().filter(|field| context.concerns(field));
    match part.layout {
        Layout::Drills => drills(context),
        Layout::Table => {
            let pairs: Vec<_> = fields.map(|f| (label(f, context), answer(f, context).trim().to_owned())).collect();
            if pairs.is_empty() { Vec::new() } else { vec![Block::Pairs(pairs)] }
        }
        Layout::Text => fields.flat_map(|field| text(field, context)).collect(),
    }
}

fn label(field: &Field, context: &Context) -> String {
    on_paper(&capital(&said(&field.label, &context.dossier.school)))
}

/// What is written in a field, ready for a pen.
fn answer(field: &Field, context: &Context) -> String {
    let written = context.written(field);
    if !field.options.is_empty() {
        return choice(field, written.trim());
    }
    if written.trim().is_empty() { LINE.to_owned() } else { on_paper(&written) }
}

/// « ☐ Faible ☒ Moyen ☐ Fort »; words that are no option stand as they are.
fn choice(field: &Field, chosen: &str) -> String {
    if !chosen.is_empty() && !field.options.iter().any(|option| option == chosen) {
        return chosen.to_owned();
    }
    let boxed = |option: &String| format!("{}{NB}{option}", if option == chosen { '☒' } else { '☐' });
    field.options.iter().map(boxed).collect::<Vec<_>>().join("\u{2003}")
}

/// A field as paragraphs and lists, under its label unless it is bare.
fn text(field: &Field, context: &Context) -> Vec<Block> {
    let blocks = prose(&answer(field, context));
    if field.bare { blocks } else { vec![section(label(field, context), blocks)] }
}

/// Lines that begin with « – » are a list, those that begin with a number and a point are steps.
fn prose(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let number = line.split_once(". ").filter(|(n, _)| n.parse::<u32>().is_ok());
        match (line.strip_prefix("– "), number, blocks.last_mut()) {
            (Some(item), _, Some(Block::List(items))) => items.push(item.to_owned()),
            (Some(item), _, _) => blocks.push(Block::List(vec![item.to_owned()])),
            (_, Some((_, step)), Some(Block::Steps(steps))) => steps.push(step.to_owned()),
            (_, Some((_, step)), _) => blocks.push(Block::Steps(vec![step.to_owned()])),
            _ => blocks.push(paragraph(line)),
        }
    }
    blocks
}

/// The log of the drills.
fn drills(context: &Context) -> Vec<Block> {
    let columns = [("Quand", 2), ("Ce qui est essayé", 3), ("Ce qui a marché", 3), ("À corriger", 3)];
    let mut table = Table::new("Exercices", &columns, "Aucun exercice n’est encore prévu.");
    let row = |drill: &Drill| {
        let texts = [&drill.tried, &drill.worked, &drill.mend].map(Cell::text);
        std::iter::once(Cell::Text(drill_when(drill))).chain(texts).collect()
    };
    table.rows = context.paper.drills_by_day().into_iter().map(row).collect();
    vec![Block::Table(table)]
}

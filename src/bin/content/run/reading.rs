//! From the TOML files to a référentiel. A file or an entry that cannot be read is reported and left out; the others
//! are still read.
//!
//! What the files do not say is said by where things stand: a question's sous-thématique by the name of its file, a
//! level by its rank, an action's question by the one it follows, the order of everything by the thématiques.

use super::entry::{Document, Written};
use super::places::{Located, Places, line_of};
use paliers::framework::coherence::Fault;
use paliers::framework::{Action, Criterion, FORMAT, Framework, Indicator, Proposition, SCHEMA, Term};
use paliers::papers::Model;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

const FRAME: &str = "framework.toml";
const GLOSSARY: &str = "glossary.toml";

/// What could be read, where it stands, and what is wrong with the rest.
pub struct Reading {
    /// Nothing when `framework.toml` could not be read.
    pub framework: Option<Framework>,
    pub places: Places,
    pub faults: Vec<Located>,
}

/// Reads every file of a référentiel.
pub fn read(dir: &Path) -> Reading {
    let frame = dir.join(FRAME);
    let mut reading =
        Reading { framework: None, places: Places::new(&frame.display().to_string()), faults: Vec::new() };
    let framework = reading.frame(&frame);
    let thematiques = framework.iter().flat_map(|f| &f.thematiques);
    let sub_themes: Vec<&str> = thematiques.clone().flat_map(|t| &t.sub_themes).map(|s| s.id.as_str()).collect();
    let thematiques: Vec<&str> = thematiques.map(|t| t.id.as_str()).collect();

    let mut questions = files(dir, "toml", &mut reading.faults);
    questions.retain(|path| !path.ends_with(FRAME) && !path.ends_with(GLOSSARY));
    for id in sub_themes.iter().filter(|id| !questions.iter().any(|path| stem(path) == **id)) {
        let fault = Fault { place: format!("sous-thématique {id}"), message: format!("fichier absent : {id}.toml") };
        reading.faults.push(reading.places.locate(fault));
    }
    let (mut criteria, mut actions) = (Vec::new(), Vec::new());
    for path in in_order(questions, &sub_themes) {
        reading.questions(&path, &mut criteria, &mut actions);
    }
    let by_theme = in_order(files(&dir.join("indicators"), "toml", &mut reading.faults), &thematiques);
    let indicators: Vec<Indicator> = reading.lists(&by_theme, "indicators", "indicateur", "id");
    let registers = files(&dir.join("propositions"), "toml", &mut reading.faults);
    let propositions: Vec<Proposition> = reading.lists(&registers, "propositions", "source", "id");
    let glossary: Vec<Term> = reading.lists(&[dir.join(GLOSSARY)], "glossary", "lexique", "term");
    reading.framework =
        framework.map(|frame| Framework { criteria, actions, indicators, propositions, glossary, ..frame });
    reading
}

/// A model of a document to adapt; its id is the name of its file.
pub fn model(path: &Path, faults: &mut Vec<Located>) -> Option<Model> {
    let document = text(path, faults)?;
    let mut root = document.parse().map_err(|refused| faults.extend(refused)).ok()?;
    document.give(&mut root, "id", DeValue::String(Cow::Owned(stem(path))), faults);
    document.read("", Spanned::new(0..0, DeValue::Table(root)), faults)
}

impl Reading {
    fn parse<'a>(&mut self, document: &'a Document) -> Option<DeTable<'a>> {
        document.parse().map_err(|faults| self.faults.extend(faults)).ok()
    }

    /// The frame, as a référentiel without entries.
    fn frame(&mut self, path: &Path) -> Option<Framework> {
        let document = text(path, &mut self.faults)?;
        let mut root = self.parse(&document)?;
        for (list, kind, key) in
            [("thematiques", "thématique", "id"), ("tiers", "palier", "level"), ("periods", "période", "id")]
        {
            for entry in array(root.get(list)) {
                self.note(&document, kind, key, entry);
                for sub_theme in array(entry.get_ref().as_table().and_then(|t| t.get("sub_themes"))) {
                    self.note(&document, "sous-thématique", "id", sub_theme);
                }
            }
        }
        document.give(&mut root, "format", DeValue::String(Cow::Borrowed(FORMAT)), &mut self.faults);
        document.give(&mut root, "schema", number(SCHEMA as usize), &mut self.faults);
        for list in ["criteria", "actions", "indicators", "propositions", "glossary"] {
            document.give(&mut root, list, DeValue::Array(DeArray::default()), &mut self.faults);
        }
        document.read("référentiel", Spanned::new(0..0, DeValue::Table(root)), &mut self.faults)
    }

    /// The questions of a sous-thématique and their actions. The actions of a question that cannot be read wait for it.
    fn questions(&mut self, path: &Path, criteria: &mut Vec<Criterion>, actions: &mut Vec<Action>) {
        let Some(document) = text(path, &mut self.faults) else { return };
        for mut entry in self.entries(&document, "criteria") {
            let place = self.note(&document, "", "id", &entry);
            let mut following = None;
            if let DeValue::Table(table) = entry.get_mut() {
                following = table.remove("actions");
                let sub_theme = DeValue::String(Cow::Owned(stem(path)));
                document.give(table, "sub_theme", sub_theme, &mut self.faults);
                self.number_levels(&document, table);
            }
            let Some(criterion) = document.read::<Criterion>(&place, entry, &mut self.faults) else { continue };
            for mut entry in array(following.as_ref()).cloned() {
                let place = self.note(&document, "", "id", &entry);
                if let DeValue::Table(table) = entry.get_mut() {
                    let id = DeValue::String(Cow::Borrowed(criterion.id.as_str()));
                    document.give(table, "criterion", id, &mut self.faults);
                }
                actions.extend(document.read::<Action>(&place, entry, &mut self.faults));
            }
            criteria.push(criterion);
        }
    }

    /// A fifth level takes the number of the fourth, which the check of the four then refuses.
    fn number_levels(&mut self, document: &Document, criterion: &mut DeTable) {
        let Some(DeValue::Array(levels)) = criterion.get_mut("levels").map(Spanned::get_mut) else { return };
        for (rank, level) in levels.iter_mut().enumerate() {
            if let DeValue::Table(level) = level.get_mut() {
                document.give(level, "level", number(rank.min(3)), &mut self.faults);
            }
        }
    }

    /// The entries of files that hold one list.
    fn lists<T: DeserializeOwned + Serialize>(
        &mut self,
        files: &[PathBuf],
        list: &str,
        kind: &str,
        key: &str,
    ) -> Vec<T> {
        let mut read = Vec::new();
        for path in files {
            let Some(document) = text(path, &mut self.faults) else { continue };
            for entry in self.entries(&document, list) {
                let place = self.note(&document, kind, key, &entry);
                read.extend(document.read::<T>(&place, entry, &mut self.faults));
            }
        }
        read
    }

    /// The entries `[[list]]` of a file, which holds nothing else.
    fn entries<'a>(&mut self, document: &'a Document, list: &str) -> Vec<Written<'a>> {
        let Some(mut root) = self.parse(document) else { return Vec::new() };
        let entries: Vec<Written> = array(root.get(list)).cloned().collect();
        if entries.is_empty() {
            self.faults.push(document.fault(0, "", format!("aucune entrée [[{list}]]")));
        }
        root.remove(list);
        self.faults.extend(root.keys().map(|key| document.unknown_key(key, "")));
        entries
    }

    /// Keeps the line of an entry's id and returns its place, empty when it has no id.
    fn note(&mut self, document: &Document, kind: &str, key: &str, entry: &Written) -> String {
        let Some(id) = entry.get_ref().as_table().and_then(|t| t.get(key)) else { return String::new() };
        let text = match id.get_ref() {
            DeValue::String(text) => text.as_ref(),
            DeValue::Integer(number) => number.as_str(),
            _ => "",
        };
        let place = if kind.is_empty() { text.to_owned() } else { format!("{kind} {text}") };
        self.places.note(&place, &document.file, line_of(&document.text, id.span().start));
        place
    }
}

fn array<'v, 'a>(value: Option<&'v Written<'a>>) -> impl Iterator<Item = &'v Written<'a>> + use<'v, 'a> {
    value.and_then(|v| v.get_ref().as_array()).into_iter().flatten()
}

/// A small number, as TOML writes it.
fn number(small: usize) -> DeValue<'static> {
    const WRITTEN: [&str; 4] = ["0", "1", "2", "3"];
    let text = WRITTEN.get(small).copied().unwrap_or_default();
    DeValue::parse(text).map_or(DeValue::Boolean(false), Spanned::into_inner)
}

/// The files of a folder with that extension, in alphabetical order.
pub fn files(dir: &Path, extension: &str, faults: &mut Vec<Located>) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).and_then(|entries| entries.map(|e| Ok(e?.path())).collect::<io::Result<Vec<_>>>());
    let mut paths = entries.unwrap_or_else(|error| {
        faults.push(unreadable(dir, &error));
        Vec::new()
    });
    paths.retain(|path| path.extension().is_some_and(|e| e == extension));
    paths.sort();
    paths
}

/// A file of text, or a fault.
pub fn text(path: &Path, faults: &mut Vec<Located>) -> Option<Document> {
    match fs::read_to_string(path) {
        Ok(text) => Some(Document { file: path.display().to_string(), text }),
        Err(error) => {
            faults.push(unreadable(path, &error));
            None
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Located {
    Located::new(&path.display().to_string(), 1, "", error.to_string())
}

pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The files named after `ids` in the order of these, then the others.
fn in_order(mut files: Vec<PathBuf>, ids: &[&str]) -> Vec<PathBuf> {
    files.sort_by_key(|path| ids.iter().position(|id| *id == stem(path)).unwrap_or(ids.len()));
    files
}

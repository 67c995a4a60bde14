//! The rule of the layers: what each part of the source may name. Code is read without its comments and texts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Top modules of the crate that are layers; the rule speaks of these.
const LAYERS: [&str; 13] = [
    "names",
    "extra",
    "json",
    "framework",
    "papers",
    "domain",
    "documents",
    "charts",
    "texts",
    "exports",
    "routes",
    "browser",
    "ui",
];

/// The layers that each layer may name, besides itself. Those absent here may name all.
const MAY_NAME: [(&str, &[&str]); 11] = [
    ("names", &[]),
    ("extra", &[]),
    ("json", &[]),
    ("framework", &["names", "extra", "json"]),
    ("papers", &["names", "json", "framework"]),
    ("domain", &["names", "extra", "framework"]),
    ("documents", &["names", "extra", "framework", "domain"]),
    ("charts", &["names", "framework", "domain", "texts"]),
    ("texts", &["names", "framework", "papers", "domain", "documents"]),
    ("exports", &["names", "framework", "papers", "domain", "documents", "texts", "charts"]),
    ("routes", &["names", "framework", "domain"]),
];

/// Who touches the browser.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "gloo", "indexed_db_futures", "wasm_bindgen"];
const WITH_BROWSER: [&str; 4] = ["browser", "ui", "main", "bin/documents"];

/// Words, or beginnings of words such as `gloo_timers`, that a layer must not contain.
const NOT_HERE: [(&str, &[&str]); 3] = [
    ("exports", &["serde_json", "SystemTime", "Instant", "private_note"]),
    ("domain", &["serde_json", "leptos", "SystemTime", "Instant"]),
    ("ui", &["indexed_db_futures", "gloo_storage", "local_storage", "session_storage", "FileReader", "Blob"]),
];

#[test]
fn every_file_keeps_to_its_layer() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&source);
    assert!(files.len() > 20, "the source was not found");
    let faults: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let inside = file.strip_prefix(&source).unwrap();
            faults(inside, &std::fs::read_to_string(file).unwrap())
        })
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn what_the_rule_catches_and_what_it_lets_through() {
    for (file, code, caught) in [
        ("domain/x.rs", "use serde_json::Value;", true),
        ("domain/x.rs", "fn f() -> std::time::Instant {}", true),
        ("domain/x.rs", "use crate::documents;", true),
        ("domain/x.rs", "use crate::{names, texts::say};", true),
        ("domain/x.rs", "use crate::{framework::{self, Level}, ui};", true),
        ("domain/x.rs", "use super::super::charts;", true),
        ("domain/mod.rs", "use super::charts;", true),
        ("domain/deep/x.rs", "use super::super::super::charts;", true),
        ("domain/x.rs", "/* a /* nested */ serde_json */ // crate::ui\nlet a = \"// crate::ui\"; let b = '\"';", false),
        ("domain/x.rs", "let a = r#\"serde_json \" more\"#; let l: &'static str = a; // Instant", false),
        ("domain/x.rs", "let r = 1; let a = \"\\\"\"; use crate::ui;", true),
        ("domain/x.rs", "use crate::framework::Level; use super::dates; use super::texts_of;", false),
        ("framework/read.rs", "crate :: domain :: Day", true),
        ("framework.rs", "use crate::domain::Day;", true),
        ("documents/merge.rs", "use crate::texts;", true),
        ("documents/merge.rs", "use crate::domain::Command;", false),
        ("charts/radar.rs", "use crate::texts;", false),
        ("charts/radar.rs", "use crate::documents;", true),
        ("texts/mod.rs", "use crate::charts;", true),
        ("routes.rs", "use crate::browser;", true),
        ("documents/mod.rs", "web_sys::window()", true),
        ("bin/content/main.rs", "gloo_timers::f()", true),
        ("bin/documents/worker.rs", "use web_sys::MessageEvent;", false),
        ("exports/report.rs", "use crate::texts::plan; use crate::charts; use crate::documents;", false),
        ("exports/report.rs", "use crate::ui;", true),
        ("exports/report.rs", "answer.private_note", true),
        ("texts/mod.rs", "use crate::exports;", true),
        ("browser/store.rs", "use indexed_db_futures::Database;", false),
        ("main.rs", "use wasm_bindgen::prelude::*;", false),
        ("ui/store.rs", "use crate::browser; web_sys::window();", false),
        ("ui/store.rs", "gloo_storage::LocalStorage::get(a)", true),
    ] {
        assert_eq!(!faults(Path::new(file), code).is_empty(), caught, "{file}: {code}");
    }
}

/// What a file names and must not.
fn faults(file: &Path, text: &str) -> Vec<String> {
    let words = words(&code_of(text));
    let layer = layer_of(file);
    let layer = layer.as_str();
    let mut forbidden: BTreeSet<String> = BTreeSet::new();
    if let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == layer) {
        let layers = layers_named(&words, supers_to_root(file));
        forbidden.extend(layers.into_iter().filter(|name| name != layer && !allowed.contains(&name.as_str())));
    }
    let mut absent: Vec<&str> =
        NOT_HERE.iter().filter(|(name, _)| *name == layer).flat_map(|(_, words)| *words).copied().collect();
    if !WITH_BROWSER.contains(&layer) {
        absent.extend(BROWSER);
    }
    forbidden.extend(words.iter().filter(|word| absent.iter().any(|name| begins(word, name))).cloned());
    forbidden.into_iter().map(|name| format!("{} names {name}", file.display())).collect()
}

/// `domain` for `domain/plan.rs`, `main` for `main.rs`; each program of `bin` is a layer of its own.
fn layer_of(file: &Path) -> String {
    let parts: Vec<&str> = file.iter().map(|part| part.to_str().unwrap().trim_end_matches(".rs")).collect();
    if parts[0] == "bin" { parts[..2].join("/") } else { parts[0].to_owned() }
}

/// `gloo_timers` and `gloo` begin with `gloo`; `Instants` does not begin with `Instant`.
fn begins(word: &str, name: &str) -> bool {
    word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
}

/// How many `super` lead from a file's module to the root of the crate.
fn supers_to_root(file: &Path) -> usize {
    let depth = file.iter().count();
    if file.file_name().is_some_and(|name| name == "mod.rs") { depth - 1 } else { depth }
}

/// The layers that paths from the root name: `crate::x`, `crate::{x, y::{…}}`, `super::super::x`.
fn layers_named(words: &[String], supers: usize) -> BTreeSet<String> {
    let mut layers = BTreeSet::new();
    for at in 0..words.len() {
        let after_root = if words[at] == "crate" { Some(at + 1) } else { after_supers(words, at, supers) };
        if let Some(next) = after_root.filter(|next| words.get(*next).is_some_and(|word| word == "::")) {
            layers.extend(first_names(&words[next + 1..]).into_iter().filter(|name| LAYERS.contains(&name.as_str())));
        }
    }
    layers
}

fn after_supers(words: &[String], at: usize, supers: usize) -> Option<usize> {
    let end = at + 2 * supers - 1;
    let path = words.get(at..end)?;
    path.iter().enumerate().all(|(i, word)| word == if i % 2 == 0 { "super" } else { "::" }).then_some(end)
}

/// The first name of a path, or of each path of a group.
fn first_names(words: &[String]) -> Vec<String> {
    if words.first().is_none_or(|word| word != "{") {
        return words.first().cloned().into_iter().collect();
    }
    let (mut depth, mut names, mut begins) = (0, vec![], false);
    for word in words {
        match word.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            name if depth == 1 && begins => names.push(name.to_owned()),
            _ => {}
        }
        begins = depth == 1 && matches!(word.as_str(), "{" | ",");
        if depth == 0 {
            break;
        }
    }
    names
}

/// Identifiers, `::`, and other signs one by one.
fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![];
    let mut glued = false;
    for letter in code.chars() {
        let of_name = letter.is_alphanumeric() || letter == '_';
        match words.last_mut() {
            Some(last) if glued && of_name => last.push(letter),
            Some(last) if letter == ':' && last == ":" => last.push(':'),
            _ if letter.is_whitespace() => {}
            _ => words.push(letter.to_string()),
        }
        glued = of_name;
    }
    words
}

/// The text without comments and without what stands between quotes.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = raw_text(rest).filter(|_| !code.ends_with(|c: char| c.is_alphanumeric())) {
            length
        } else if letter == '"' {
            quoted(rest, '"')
        } else if letter == '\'' && is_letter_literal(rest) {
            quoted(rest, '\'')
        } else {
            code.push(letter);
            rest = &rest[letter.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[skipped..];
    }
    code
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            at += 2;
        } else {
            at += 1;
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of `r"…"`, `r#"…"#`.
fn raw_text(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(body.find(&end).map_or(text.len(), |at| 1 + hashes + 1 + at + end.len()))
}

/// The length of a text up to its closing quote.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// `'a'` and `'\n'`, but not the lifetime `'a`.
fn is_letter_literal(text: &str) -> bool {
    let mut letters = text.chars().skip(1);
    letters.next() == Some('\\') || letters.next() == Some('\'')
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = |path: PathBuf| match path.extension() {
        _ if path.is_dir() => rust_files(&path),
        Some(kind) if kind == "rs" => vec![path],
        _ => vec![],
    };
    entries.flat_map(files).collect()
}

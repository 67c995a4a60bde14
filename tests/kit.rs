//! The kit (`docs/kit/`) and the plain pages, held to the app: every address they give is one it knows, every document
//! they point at is there, and every word the kit says stands on a screen does stand in the source of the screens.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use paliers::routes::{Address, Route};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const KIT: &str = "docs/kit";
const PAGES: &str = "content/pages";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder, and of the folders in it, whose name ends so.
fn files(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn texts(dir: &str) -> Vec<(PathBuf, String)> {
    let texts: Vec<_> = files(&root().join(dir), "md")
        .into_iter()
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect();
    assert!(texts.len() > 5, "the texts of {dir} were not found");
    texts
}

/// The addresses of the app in a text: from `#/` to what cannot be part of one, without the end of a sentence.
fn addresses(text: &str) -> Vec<&str> {
    let end = |c: char| c.is_whitespace() || "`)]<>\"«»,;|".contains(c);
    text.match_indices("#/")
        .map(|(at, _)| text[at..].split(end).next().unwrap_or_default().trim_end_matches('.'))
        .collect()
}

/// What stands between two marks, on one line.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let inside = |line: &'a str| {
        line.split(open).skip(1).filter_map(|rest| rest.split_once(close)).map(|(found, _)| found).collect::<Vec<_>>()
    };
    text.lines().flat_map(inside).collect()
}

/// What is written in bold.
fn bold(text: &str) -> Vec<&str> {
    text.lines().flat_map(|line| line.split("**").skip(1).step_by(2)).collect()
}

/// With ordinary spaces, so that words compare.
fn plain(text: &str) -> String {
    text.replace("\\u{a0}", " ").replace("\\u{202f}", " ").replace("{NB}", " ").replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn every_address_given_is_one_the_app_knows() {
    let mut given = BTreeSet::new();
    for (path, text) in [KIT, PAGES].into_iter().flat_map(texts) {
        for address in addresses(&text) {
            assert_ne!(Address::parse(address).route, Route::Unknown, "{}: {address}", path.display());
            given.insert(address.to_owned());
        }
    }
    for screen in ["#/ecole", "#/questions", "#/plan?vue=suivi", "#/ateliers", "#/donnees", "#/rapport", "#/animer"] {
        assert!(given.contains(screen), "{screen} is given nowhere");
    }
}

#[test]
fn addresses_are_found_and_an_unknown_one_is_seen() {
    let text = "Voir `#/plan?vue=suivi`, [là](#/aide) ou #/nulle-part.";
    assert_eq!(addresses(text), ["#/plan?vue=suivi", "#/aide", "#/nulle-part"]);
    assert_eq!(Address::parse("#/nulle-part").route, Route::Unknown);
    assert_eq!(bold("Le **un** et **deux trois**."), ["un", "deux trois"]);
    assert_eq!(between("[a](b.md) et [c](d.md#e)", "](", ")"), ["b.md", "d.md#e"]);
}

#[test]
fn every_document_pointed_at_is_there() {
    for (path, text) in texts(KIT) {
        for target in between(&text, "](", ")").into_iter().filter(|target| !target.starts_with("https://")) {
            let file = target.split('#').next().unwrap_or_default();
            let there = path.parent().unwrap().join(file);
            assert!(there.exists(), "{}: {target}", path.display());
        }
    }
}

/// Bold is kept for the words of a screen: a text of the source begins with them.
#[test]
fn what_the_kit_says_is_on_a_screen_is_there() {
    let source: String =
        files(&root().join("src"), "rs").iter().map(|path| plain(&fs::read_to_string(path).unwrap())).collect();
    for (path, text) in texts(KIT) {
        for words in bold(&text) {
            let words = plain(words);
            assert!(source.contains(&format!("\"{words}")), "{}: « {words} » is on no screen", path.display());
        }
    }
}

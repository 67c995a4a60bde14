//! The built page announces the fingerprint of every file it loads first, and the files have it.
//!
//! A browser refuses a script or a style sheet whose `integrity` is wrong, but says nothing of one that has none. This
//! is the last look before a folder is published; it corrects nothing.

use super::fingerprint::integrity;
use std::path::Path;
use std::{fs, io};

/// The page of the app.
pub const INDEX: &str = "index.html";

/// What is wrong with the files that `dir/index.html` loads.
pub fn faults(dir: &Path) -> io::Result<Vec<String>> {
    let html = fs::read_to_string(dir.join(INDEX))?;
    let loads: Vec<Load> = html.split('<').flat_map(Load::of).collect();
    let mut faults: Vec<String> = loads.iter().filter_map(|load| load.fault(dir)).collect();
    if loads.is_empty() {
        faults.push("aucun script ni feuille de style".to_owned());
    }
    Ok(faults.into_iter().map(|fault| format!("{} : {fault}", dir.join(INDEX).display())).collect())
}

/// A file that the page loads.
struct Load<'a> {
    address: &'a str,
    integrity: Option<&'a str>,
}

impl<'a> Load<'a> {
    /// Reads what follows a `<`, if it is a tag that loads or announces files.
    fn of(after: &'a str) -> Vec<Self> {
        let Some(name) = after.split(|c: char| c.is_ascii_whitespace() || c == '>').next() else { return Vec::new() };
        let attributes = attributes(&after[name.len()..]);
        let value = |wanted: &str| attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted)).map(|(_, v)| *v);
        let address = match name.to_ascii_lowercase().as_str() {
            "meta" if value("name") == Some("documents") => {
                return Self::announced(value("content").unwrap_or_default());
            }
            "script" => value("src"),
            "link" if value("rel").is_some_and(|rel| matches!(rel, "stylesheet" | "modulepreload" | "preload")) => {
                value("href")
            }
            _ => None,
        };
        address.map(|address| Self { address, integrity: value("integrity") }).into_iter().collect()
    }

    /// The worker’s files, each with its integrity: « address,integrity,address,integrity ».
    fn announced(content: &'a str) -> Vec<Self> {
        let words: Vec<&str> = content.split(',').collect();
        words.chunks(2).map(|pair| Self { address: pair[0], integrity: pair.get(1).copied() }).collect()
    }

    fn fault(&self, dir: &Path) -> Option<String> {
        let address = self.address;
        let Some(announced) = self.integrity else {
            return Some(format!("{address} est chargé sans « integrity »"));
        };
        match fs::read(dir.join(address.split(['?', '#']).next()?)) {
            Ok(bytes) if integrity(&bytes) == announced => None,
            Ok(_) => Some(format!("{address} n’a pas l’empreinte annoncée ({announced})")),
            Err(error) => Some(format!("{address} est annoncé mais illisible : {error}")),
        }
    }
}

/// The attributes of a tag, from after its name to its `>`. Values may lack quotes: a minifier removes them.
fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=' || c == '>').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let Some(value) = after.strip_prefix('=') else {
            if after.is_empty() || after.starts_with('>') {
                return attributes;
            }
            rest = after;
            continue;
        };
        let quoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.split_once(quote));
        let bare = || value.split_at(value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len()));
        let (value, after) = quoted.unwrap_or_else(bare);
        attributes.push((name, value));
        rest = after;
    }
}

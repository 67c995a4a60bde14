//! What a dossier's file is called: ASCII, lower case, hyphens, at most 40 signs of the school's name, whatever it is.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/files.rs"]
mod files;

use files::{read, with};
use paliers::documents;
use paliers::domain::Day;
use serde_json::json;

#[test]
fn the_school_names_the_file() {
    for (name, expected) in [
        ("", "ecole"),
        ("…", "ecole"),
        ("École élémentaire Jean-Moulin", "ecole-elementaire-jean-moulin"),
        ("  Collège des Œillets (L’Haÿ)  ", "college-des-oeillets-l-hay"),
        ("Colle\u{300}ge C\u{327}a", "college-ca"),
        ("ÇÀÉÎÔÜŸÆ ß", "caeiouyae-ss"),
        ("../../etc/passwd\0", "etc-passwd"),
        ("学校 12", "12"),
        (&format!("{} b", "a".repeat(39)), &"a".repeat(39)),
        (&"œ".repeat(40), &"oe".repeat(20)),
    ] {
        let dossier = read(&with(json!({"school": {"name": name}}))).dossier;
        let today = Day::parse("2026-11-23").unwrap();
        assert_eq!(documents::file_name(&dossier, today), format!("{expected}_2026-11-23_sauvegarde.paliers.json"));
    }
}

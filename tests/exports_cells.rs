//! No cell of a spreadsheet that we make begins like a formula, whatever was typed; and nothing typed becomes markup.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/dossiers.rs"]
mod dossiers;
#[path = "common/export.rs"]
mod export;

use arbtest::arbtest;
use build::{dossier, framework, item};
use paliers::domain::{Dossier, PlanItem};
use paliers::exports::{Error, Kind, Options, harmless};

const BEGINNINGS: [&str; 20] = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\0", " ", "\u{a0}", "\u{feff}", "\u{200b}", "'", "\"", ";", "%",
    "<", "\u{1b}", "",
];
const BODIES: [&str; 25] = [
    "1+1",
    "=1",
    "@SUM(A1)",
    "-2",
    "+33 6",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "cmd|' /C calc'!A0",
    "HYPERLINK(\"http://x\")",
    "DDE(\"a\";\"b\")",
    "\";=1;\"",
    "';=1",
    "]]>",
    "</text:p>",
    "<script>",
    "&#61;1",
    "\u{ffff}=1",
    "é",
    "",
    " ",
    "\u{2028}=1",
    "of:=1",
    "{=1}",
];
const ENDS: [&str; 20] = [
    "",
    "\"",
    "'",
    ";",
    "\n",
    "\r",
    "\r\n=1",
    "\n-1",
    "\0",
    "\t",
    "=",
    "&",
    "<",
    ">",
    "\u{feff}",
    "\u{202e}",
    " ",
    "\u{85}",
    "👩🏽‍🏫",
    "œ",
];

/// 10,000 texts.
fn hostile() -> Vec<String> {
    let texts = BEGINNINGS.iter().flat_map(|a| BODIES.iter().map(move |b| format!("{a}{b}")));
    texts.flat_map(|text| ENDS.iter().map(move |end| format!("{text}{end}"))).collect()
}

#[track_caller]
fn check(cell: &str, from: &str) {
    let first = cell.chars().next();
    assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0')), "{cell:?} from {from:?}");
}

#[test]
fn a_text_becomes_a_cell_that_computes_nothing() {
    let hostile = hostile();
    assert_eq!(hostile.len(), 10_000);
    for text in &hostile {
        check(&harmless::cell(text), text);
    }
    arbtest(|u| {
        let text: String = u.arbitrary()?;
        check(&harmless::cell(&text), &text);
        Ok(())
    });
}

/// All of them in a plan, four an action.
fn dossier_of(texts: &[String]) -> (build::FrameworkBuilder, Dossier) {
    let told = framework().thematique("acces").criterion("a");
    let mut dossier = Dossier::clone(&dossier(&told));
    dossier.plan = texts
        .chunks(4)
        .enumerate()
        .map(|(n, texts)| PlanItem {
            axis: texts[0].clone(),
            title: texts[1].clone(),
            leads: vec![texts[2].clone()],
            note: Some(texts[3].clone()),
            ..item(&format!("p{n}"))
        })
        .collect();
    (told, dossier)
}

#[test]
fn csv_gives_back_every_text_and_none_begins_like_a_formula() {
    let texts = hostile();
    let (told, dossier) = dossier_of(&texts);
    let csv = export::text(Kind::CsvPlan, &told, &dossier, &Options { notes: true, ..Options::all() });
    assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(&csv.as_bytes()[3..]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), texts.len() / 4);
    for (row, texts) in rows.iter().zip(texts.chunks(4)) {
        row.iter().for_each(|cell| check(cell, &texts.concat()));
        for (column, text) in [(1, &texts[0]), (2, &texts[1]), (11, &texts[3])] {
            let trimmed = harmless::clean(text.trim());
            assert!(
                [&trimmed, &format!("'{trimmed}")].contains(&&row[column].to_owned()) || row[column] == *"—",
                "{text:?}"
            );
        }
    }
}

#[test]
fn ods_holds_no_formula_and_no_cell_that_begins_like_one() {
    let texts = hostile();
    let (told, dossier) = dossier_of(&texts);
    let ods = export::text(Kind::Ods, &told, &dossier, &Options { notes: true, ..Options::all() });
    assert!(!ods.contains("table:formula"));
    let cells: Vec<&str> = ods
        .split("<table:table-cell ")
        .skip(1)
        .filter_map(|cell| cell.split_once("><text:p>"))
        .map(|(_, text)| text)
        .collect();
    assert!(cells.len() > texts.len());
    for cell in cells {
        check(cell, "the sheet");
    }
}

#[test]
fn nothing_typed_becomes_markup() {
    let texts = hostile();
    let (told, dossier) = dossier_of(&texts);
    for kind in [Kind::Html, Kind::Odt] {
        let text = export::text(kind, &told, &dossier, &Options { notes: true, ..Options::all() });
        // The records of the zip around a part are bytes of any value.
        let text = text.split_once("<?xml").map_or(text.as_str(), |(_, part)| part);
        let text = text.split_once("</office:document-content>").map_or(text, |(part, _)| part);
        assert!(!text.contains("<script") && text.contains("&lt;script"), "{kind:?}");
        assert!(!text.contains('\u{1b}') && !text.contains('\u{ffff}'), "{kind:?}");
    }
}

#[test]
fn any_dossier_makes_every_document() {
    let told = framework().thematique("acces").criterion("acces.egalite.reperer");
    arbtest(|u| {
        let mut dossier = dossiers::any_dossier(u)?;
        dossier.framework.id = told.id.clone();
        dossier.framework.version.clear();
        for kind in Kind::ALL {
            let made = export::made(*kind, &told, &dossier, &Options { notes: true, ..Options::all() });
            let is_about_nothing = made == Err(Error::Gone);
            assert!(made.is_ok() || is_about_nothing || dossier.campaigns.is_empty(), "{kind:?} {made:?}");
            for workshop in dossier.workshops.iter().filter(|_| is_about_nothing && *kind != Kind::Letter) {
                let options = Options::about(workshop.id.as_str());
                assert!(export::made(*kind, &told, &dossier, &options).is_ok(), "{kind:?}");
            }
        }
        Ok(())
    });
}

//! What is asked of others: the screen, the letters and the report gather the same requests, each with its fact.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/export.rs"]
mod export;
#[path = "common/files.rs"]
mod files;

use build::{DossierBuilder, FrameworkBuilder, dossier, framework};
use paliers::documents;
use paliers::domain::requests::{by_addressee, requests};
use paliers::exports::blocks::{Block, Tone};
use paliers::exports::letter::letter;
use paliers::exports::report::Subject;
use paliers::exports::{Error, Kind, Options, Part};
use paliers::framework::{Reach, SchoolType};

/// A primary school that could ask one thing of its commune, and nothing of anyone else.
fn told() -> (FrameworkBuilder, DossierBuilder) {
    let mut told = framework().thematique("acces").criterion("a").action("a.c", 1).reach(Reach::Collectivite);
    let facts = ["Le débit ne suffit pas à une classe entière.", "Une classe entière travaille en ligne."];
    for (fact, text) in told.criteria[0].levels.iter_mut().zip(facts) {
        text.clone_into(&mut fact.text);
    }
    "Raccorder l’école à la fibre".clone_into(&mut told.actions[0].title);
    let mut dossier = dossier(&told).answer("a", 0).types(&[SchoolType::Elementaire]);
    (dossier.school.name, dossier.school.commune) = ("École des Tilleuls".into(), "Montaigu".into());
    (told, dossier)
}

#[test]
fn a_letter_says_what_is_asked_and_the_fact_that_supports_it() {
    let (framework, dossier) = told();
    let subject = Subject { framework: &framework, dossier: &dossier, campaign: dossier.now(), today: export::today() };
    let letter = letter(&subject, Reach::Collectivite).unwrap();
    assert_eq!(letter.title, "Lettre à la commune");
    let said = export::texts(&letter.blocks);
    assert_eq!(
        said[..4],
        [
            "École des Tilleuls",
            "À la commune",
            "Montaigu, le 25 novembre 2026",
            "Objet : nos demandes pour le numérique"
        ]
    );
    assert!(said[5].contains("sur le numérique dans l’école."), "{}", said[5]);
    assert_eq!(said[6], "1. Raccorder l’école à la fibre");
    assert_eq!(
        said[7],
        "Aujourd’hui : le débit ne suffit pas à une classe entière.\nCe que cela rendrait possible : une classe entière travaille en ligne."
    );
    assert!(said.iter().any(|text| text.contains("référentiel proposé, non officiel")));
    assert_eq!(said.last().unwrap(), "Pour le comité numérique de l’école");
}

#[test]
fn a_letter_is_a_file_named_after_its_addressee_and_none_where_nothing_is_asked() {
    let (framework, dossier) = told();
    let made = |about: &str| export::made(Kind::Letter, &framework, &dossier, &Options::about(about));
    assert!(made("collectivite").unwrap().name.ends_with("_lettre-commune.odt"));
    for about in ["academie", "etablissement", "", "rien"] {
        assert_eq!(made(about), Err(Error::Gone), "{about}");
    }
}

#[test]
fn screen_letters_and_report_gather_the_same_requests() {
    let framework = files::framework();
    for file in ["ecole", "atelier-vendee"] {
        let path = format!("{}/public/examples/{file}.paliers.json", env!("CARGO_MANIFEST_DIR"));
        let dossier = documents::read(&std::fs::read_to_string(path).unwrap()).unwrap().dossier;
        let Some(campaign) = dossier.campaign() else { continue };
        let groups = by_addressee(&framework, &dossier, campaign);
        let all = requests(&framework, &dossier, campaign);
        assert_eq!(groups.iter().map(|group| group.requests.len()).sum::<usize>(), all.len(), "{file}");
        let subject = Subject { framework: &framework, dossier: &dossier, campaign, today: export::today() };
        let options = Options { parts: vec![Part::Requests], ..Options::default() };
        let report = export::said(&export::blocks(&framework, &dossier, &options), "À demander à…");
        for group in groups {
            let letter = letter(&subject, group.reach).unwrap();
            let asked = letter.blocks.iter().filter(
                |block| matches!(block, Block::Paragraph(Tone::Strong, text) if text.starts_with(char::is_numeric)),
            );
            assert_eq!(asked.count(), group.requests.len(), "{file}");
            for request in group.requests {
                let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
                assert!(export::texts(&letter.blocks).iter().any(|text| text.contains(&plain(request.title()))));
                assert!(report.contains(&plain(request.title())), "{file}: {}", request.title());
            }
        }
    }
}

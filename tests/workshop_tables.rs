//! The tables of a workshop: the layout and the words of the national documents, the lines of the three examples, and
//! nothing lost of a workshop of our own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/export.rs"]
mod export;
#[path = "common/files.rs"]
mod files;

use build::{day, dossier, framework, item, thematique};
use paliers::documents;
use paliers::domain::workshop::{CardKind, Speaker};
use paliers::domain::{Card, Dossier, Idea, Origin, OriginKind, PlanItem, Workshop};
use paliers::exports::blocks::Table;
use paliers::exports::report::Subject;
use paliers::exports::workshop::{diagnosis, needs, plan, report};
use paliers::exports::{Error, Kind, Options};
use paliers::extra::Extra;
use paliers::framework::Framework;
use paliers::names::WorkshopId;

/// The cells of a table, in words.
fn rows(table: &Table) -> Vec<Vec<String>> {
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    table.rows.iter().map(|row| row.iter().map(|cell| plain(cell.words())).collect()).collect()
}

fn columns(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.name).collect()
}

fn example(name: &str) -> Dossier {
    let path = format!("{}/public/examples/atelier-{name}.paliers.json", env!("CARGO_MANIFEST_DIR"));
    documents::read(&std::fs::read_to_string(path).unwrap()).unwrap().dossier
}

fn subject<'a>(framework: &'a Framework, dossier: &'a Dossier) -> Subject<'a> {
    Subject { framework, dossier, campaign: dossier.campaign().unwrap(), today: export::today() }
}

#[test]
fn the_examples_give_the_lines_of_their_documents() {
    let framework = files::framework();
    for (name, lines) in [("vendee", [4, 4, 4]), ("responsable", [2, 4, 2]), ("gouvernance", [1, 2, 2])] {
        let dossier = example(name);
        let (subject, workshop) = (subject(&framework, &dossier), &dossier.workshops[0]);
        let tables = [diagnosis(&subject, workshop), needs(&subject, workshop), plan(&subject, workshop)];
        assert_eq!(tables.each_ref().map(|table| table.rows.len()), lines, "{name}");
        let cells: Vec<String> = tables.iter().flat_map(rows).flatten().collect();
        let said = |text: &str| cells.iter().any(|cell| cell.contains(&text.replace(['\u{a0}', '\u{202f}'], " ")));
        for text in workshop.cards.iter().map(|card| &card.text).chain(workshop.axes.iter().map(|axis| &axis.text)) {
            assert!(said(text), "{name}: {text}");
        }
        assert!(workshop.needs.iter().all(|need| said(&need.text)), "{name}");
    }
}

#[test]
fn the_words_are_those_of_the_documents() {
    let framework = files::framework();
    let dossier = example("vendee");
    let (subject, workshop) = (subject(&framework, &dossier), &dossier.workshops[0]);
    let [first, second, third] = [diagnosis(&subject, workshop), needs(&subject, workshop), plan(&subject, workshop)];
    assert_eq!(first.caption, "Diagnostic des points forts et irritants");
    assert_eq!(columns(&first), ["Thématique concernée", "RETEX", "Irritants", "Points forts"]);
    assert_eq!(second.caption, "Synthèse des besoins & axes d’amélioration");
    assert_eq!(columns(&second)[1..3], ["Irritants principaux", "Besoin"]);
    assert!(columns(&second)[3].starts_with("Axes d’amélioration ou leviers permettant de répondre aux besoins"));
    assert_eq!(third.caption, "Plan d’action pour répondre aux besoins et activer les leviers d’amélioration");
    assert_eq!(columns(&third)[1..3], ["Axes d’amélioration principaux (Quoi)", "Actions à mener (Comment)"]);
    let outline = export::outline(&report(&subject, workshop).blocks);
    assert_eq!(outline, ["1. Retour d’expérience", "2. Projections", "3. Plan d’action"]);
}

/// A workshop with two thématiques, a card without one, and an irritant that nothing answers.
fn told() -> (Framework, Dossier) {
    let mut framework = framework().thematique("acces").criterion("a").thematique("enseigner").criterion("b");
    for (thematique, title) in framework.thematiques.iter_mut().zip(["Égal accès", "Enseigner"]) {
        title.clone_into(&mut thematique.title);
    }
    let mut workshop = Workshop::new(WorkshopId::parse("w").unwrap(), "Atelier".into(), day("2026-11-23"));
    let card = |id: &str, kind, text: &str| Card::new(id.into(), kind, text.into());
    workshop.cards = vec![
        Card { who: Some(Speaker::Parents), ..card("c1", CardKind::Stuck, "Le débit manque") },
        Card { thematique: Some(thematique("enseigner")), ..card("c2", CardKind::Works, "L’entraide") },
        Card { thematique: Some(thematique("acces")), ..card("c3", CardKind::Stuck, "Trop d’outils") },
    ];
    workshop.needs = vec![
        Idea::new("n1".into(), "Des règles".into(), "c3".into()),
        Idea::new("n2".into(), "Un guide".into(), "c3".into()),
    ];
    workshop.axes = vec![Idea::new("x1".into(), "Choisir ensemble".into(), "n2".into())];
    let mut dossier = Dossier::clone(&dossier(&framework));
    let from = |reference: &str| Origin {
        extra: Extra::default(),
        kind: OriginKind::Irritant,
        reference: Some(reference.to_owned()),
    };
    let decided = |id: &str, title: &str, reference: &str| PlanItem {
        title: title.into(),
        leads: vec!["Direction".into()],
        origin: Some(from(reference)),
        ..item(id)
    };
    dossier.plan = vec![decided("p1", "Écrire le guide", "w.x1"), decided("p2", "Ailleurs", "w.1.x1"), item("p3")];
    dossier.workshops = vec![workshop];
    ((*framework).clone(), dossier)
}

#[test]
fn a_workshop_of_our_own_loses_nothing() {
    let (framework, dossier) = told();
    let (subject, workshop) = (subject(&framework, &dossier), &dossier.workshops[0]);
    assert_eq!(
        rows(&diagnosis(&subject, workshop)),
        [
            ["Égal accès", "—", "Trop d’outils", "—"],
            ["Enseigner", "—", "—", "L’entraide"],
            ["À préciser", "Parents", "Le débit manque", "—"],
        ]
    );
    assert_eq!(
        rows(&needs(&subject, workshop)),
        [["Égal accès", "Trop d’outils", "• Des règles\n• Un guide", "Choisir ensemble"]]
    );
    let plan = rows(&plan(&subject, workshop));
    assert_eq!(
        plan,
        [["À préciser", "—", "Écrire le guide", "Direction", "—", "—"]],
        "what was decided elsewhere is not here"
    );
}

#[test]
fn a_workshop_that_is_gone_gives_no_document() {
    let (framework, dossier) = told();
    let made = |kind, about: &str| export::made(kind, &framework, &dossier, &Options::about(about));
    for (kind, ending) in [
        (Kind::Workshop, "_atelier.odt"),
        (Kind::CsvDiagnosis, "_atelier-diagnostic.csv"),
        (Kind::CsvNeeds, "_atelier-besoins.csv"),
        (Kind::CsvDecided, "_atelier-plan.csv"),
    ] {
        assert!(made(kind, "w").unwrap().name.ends_with(ending));
        assert_eq!(made(kind, "gone"), Err(Error::Gone));
    }
}

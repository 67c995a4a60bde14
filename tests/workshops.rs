//! The workshops: the chain from what does not work to what is decided, and the three examples, counted.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/files.rs"]
mod files;

use build::{day, framework, item, origin_gap, thematique};
use paliers::documents;
use paliers::domain::workshop::{CardKind, Chain};
use paliers::domain::{Card, Dossier, Idea, Origin, OriginKind, PlanItem, Workshop};
use paliers::extra::Extra;
use paliers::names::WorkshopId;
use paliers::texts::school;
use paliers::texts::workshop::{beside, origin, to_classify};
use std::collections::BTreeSet;

fn told() -> Workshop {
    let mut workshop = Workshop::new(WorkshopId::parse("w.1").unwrap(), "Atelier".into(), day("2026-11-23"));
    workshop.cards = vec![
        Card {
            thematique: Some(thematique("acces")),
            ..Card::new("c1".into(), CardKind::Stuck, "Le débit manque".into())
        },
        Card::new("c2".into(), CardKind::Works, "L’entraide".into()),
        Card::new("c3".into(), CardKind::Stuck, "Trop d’outils".into()),
    ];
    workshop.needs = vec![
        Idea::new("n1".into(), "Un débit suffisant".into(), "c1".into()),
        Idea { answers: vec!["c1".into(), "c3".into()], ..Idea::new("n2".into(), "Des règles".into(), "c3".into()) },
    ];
    workshop.axes = vec![Idea::new("x1".into(), "Demander la fibre".into(), "n1".into())];
    workshop
}

#[test]
fn an_axis_leads_back_to_what_does_not_work() {
    let workshop = told();
    let ids = |chain: &Chain| {
        let needs: Vec<&str> = chain.needs.iter().map(|need| need.id.as_str()).collect();
        let irritants: Vec<&str> = chain.irritants.iter().map(|card| card.id.as_str()).collect();
        format!("{} < {}", needs.join(" "), irritants.join(" "))
    };
    assert_eq!(ids(&workshop.chain("x1")), "n1 < c1");
    assert_eq!(ids(&workshop.chain("n2")), "n2 < c1 c3", "a need stands for itself");
    assert_eq!(ids(&workshop.chain("nothing")), " < ");
    assert_eq!(workshop.thematique_of("x1"), Some(&thematique("acces")), "that of what it answers");
    assert_eq!(workshop.needs_of("c1").count(), 2);
}

#[test]
fn taking_a_card_away_keeps_what_answered_it() {
    let mut workshop = told();
    workshop.remove("c1");
    assert_eq!((workshop.cards.len(), workshop.needs.len(), workshop.axes.len()), (2, 2, 1));
    assert!(workshop.needs.iter().all(|need| !need.answers.contains(&"c1".to_owned())));
}

#[test]
fn every_decided_action_says_where_it_comes_from() {
    let framework = framework().thematique("acces").criterion("a");
    let mut dossier = Dossier::clone(&build::dossier(&framework));
    dossier.workshops = vec![told()];
    let from = |kind, reference: &str| PlanItem {
        origin: Some(Origin { extra: Extra::default(), kind, reference: Some(reference.into()) }),
        ..item("p")
    };
    let said = |item: &PlanItem| origin(&framework, &dossier, item).replace('\u{a0}', " ");
    let linked = from(OriginKind::Irritant, &dossier.workshops[0].reference("x1"));
    assert_eq!(said(&linked), "Ce qui coince : « Le débit manque ». Ce qu’il nous faudrait : « Un débit suffisant ».");
    assert_eq!(said(&from(OriginKind::Irritant, "gone.x1")), "Un atelier");
    assert_eq!(said(&PlanItem { origin: Some(origin_gap("a")), ..item("p") }), "La question «  »");
    assert_eq!(said(&from(OriginKind::Source, "x")), "Sans lien dans le document d’origine");
    assert_eq!(said(&item("p")), "Sans lien : une action à nous");
    assert_eq!(said(&PlanItem { origin: None, ..item("p") }), "Sans lien");
}

fn example(name: &str) -> Dossier {
    let path = format!("{}/public/examples/atelier-{name}.paliers.json", env!("CARGO_MANIFEST_DIR"));
    let reading = documents::read(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(reading.warnings, [], "{name}");
    reading.dossier
}

/// The lines of the three tables: diagnosis, needs, plan.
fn rows(dossier: &Dossier) -> [usize; 3] {
    let workshop = &dossier.workshops[0];
    let distinct = |rows: Vec<Option<u32>>| rows.into_iter().flatten().collect::<BTreeSet<_>>().len();
    let needs = distinct(workshop.needs.iter().map(|need| need.row).collect());
    assert_eq!(distinct(workshop.axes.iter().map(|axis| axis.row).collect()), needs, "each line of needs has its axes");
    [distinct(workshop.cards.iter().map(|card| card.row).collect()), needs, dossier.plan.len()]
}

#[test]
fn the_examples_hold_the_seven_ten_and_eight_lines_of_the_documents() {
    let mut sum = [0; 3];
    // As counted in the documents: lines, then irritants, strengths, needs, axes, actions, indicators.
    for (name, lines, atoms) in [
        ("vendee", [4, 4, 4], [7, 8, 5, 6, 10, 11]),
        ("responsable", [2, 4, 2], [10, 11, 4, 13, 8, 4]),
        ("gouvernance", [1, 2, 2], [3, 3, 3, 9, 5, 3]),
    ] {
        let dossier = example(name);
        assert!(dossier.example, "{name}");
        assert_eq!(rows(&dossier), lines, "{name}");
        let workshop = &dossier.workshops[0];
        let of_table = |kind| workshop.cards_of(kind).filter(|card| card.row.is_some()).count();
        let actions: usize = dossier.plan.iter().map(|item| 1 + item.how.len()).sum();
        let indicators: usize = dossier.plan.iter().map(|item| item.indicators.len()).sum();
        let found = [of_table(CardKind::Stuck), of_table(CardKind::Works), workshop.needs.len(), workshop.axes.len()];
        assert_eq!((&found[..], [actions, indicators]), (&atoms[..4], [atoms[4], atoms[5]]), "{name}");
        (0..3).for_each(|table| sum[table] += lines[table]);
    }
    assert_eq!(sum, [7, 10, 8]);
}

#[test]
fn the_examples_are_linked_where_their_document_links_and_say_so_where_it_does_not() {
    let framework = files::framework();
    // Irritants of the second table that the first does not hold; lines of the plan whose axis is nowhere before.
    for (name, irritants, plan) in [("vendee", 0, 0), ("responsable", 2, 0), ("gouvernance", 7, 1)] {
        let dossier = example(name);
        let workshop = &dossier.workshops[0];
        let alone = workshop.cards_of(CardKind::Stuck).filter(|card| card.row.is_none()).count();
        let unlinked = dossier.plan.iter().filter(|item| origin(&framework, &dossier, item).starts_with("Sans lien"));
        assert_eq!((alone, unlinked.count()), (irritants, plan), "{name}");
        for idea in workshop.needs.iter().chain(&workshop.axes) {
            let known =
                |id: &String| workshop.cards.iter().any(|c| c.id == *id) || workshop.needs.iter().any(|n| n.id == *id);
            assert!(!idea.answers.is_empty() && idea.answers.iter().all(known), "{name} {}", idea.id);
        }
        for axis in &workshop.axes {
            assert!(
                !workshop.chain(&axis.id).irritants.is_empty(),
                "{name} {}: an axis leads back to an irritant",
                axis.id
            );
        }
    }
}

#[test]
fn the_thematique_of_a_card_can_come_later() {
    let mut workshop = told();
    let waiting = |workshop: &Workshop| to_classify(workshop).map(|said| said.replace('\u{a0}', " "));
    let expected = "La thématique d’une carte peut venir plus tard : 2 cartes l’attendent.";
    assert_eq!(waiting(&workshop).as_deref(), Some(expected));
    workshop.classify("c2", Some(thematique("gouvernance")));
    assert_eq!(workshop.cards[1].thematique, Some(thematique("gouvernance")));
    assert!(waiting(&workshop).unwrap().ends_with("1 carte l’attend."));
    workshop.classify("c3", Some(thematique("acces")));
    assert_eq!(waiting(&workshop), None);
    workshop.classify("c3", None);
    workshop.classify("gone", Some(thematique("acces")));
    assert_eq!(workshop.cards[2].thematique, None);
}

#[test]
fn an_example_says_what_it_is_and_that_a_workshop_begun_in_it_stays_there() {
    let document = example("vendee").workshops;
    let said = |example, workshops: Vec<Workshop>| {
        let dossier = Dossier { example, workshops, ..Dossier::clone(&build::dossier(&framework())) };
        school::example(&dossier).unwrap_or_default().replace('\u{a0}', " ")
    };
    assert_eq!(said(false, vec![told()]), "");
    let school = said(true, vec![]);
    assert!(school.starts_with("Vous regardez un exemple : une école imaginée."), "{school}");
    let workshop = said(true, document.clone());
    assert!(workshop.starts_with("Vous regardez un exemple : un atelier."), "{workshop}");
    // Nothing said yet, or cards of our own: it is not of a document either way.
    for own in [Workshop::new(WorkshopId::parse("w").unwrap(), String::new(), day("2026-11-23")), told()] {
        let written = said(true, vec![own.clone()]);
        assert!(written.starts_with("Vous écrivez dans un exemple : une école imaginée."), "{written}");
        let both = said(true, [document.clone(), vec![own]].concat());
        assert!(both.starts_with("Vous écrivez dans un exemple : un atelier."), "{both}");
        assert!(both.ends_with("n’ira pas dans votre dossier."));
    }
}

#[test]
fn only_a_workshop_of_a_document_says_what_the_document_links() {
    let card = Card::new("c".into(), CardKind::Stuck, "Le débit".into());
    assert_eq!(beside(&card, told().is_of_a_document()), "");
    for name in ["vendee", "responsable", "gouvernance"] {
        assert!(example(name).workshops[0].is_of_a_document(), "{name}");
    }
    assert_eq!(beside(&card, true), " (sans lien dans le document)");
}

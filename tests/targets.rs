//! Objectifs as they are chosen, what the plan makes of them, what answers rest on, and other readings.

#[path = "common/build.rs"]
mod build;

use build::{DossierBuilder, FrameworkBuilder, criterion, day, dossier, framework, level};
use paliers::domain::commands::apply;
use paliers::domain::readings::{Part, Reading, groups};
use paliers::domain::targets::{at_level, by_day, courses};
use paliers::domain::{Basis, Scope, State, evidence};
use paliers::framework::Champ;
use paliers::texts;

fn told() -> FrameworkBuilder {
    let mut told = framework().thematique("acces").criterion("a").criterion("b").essential().criterion("c");
    for (tier, name) in told.tiers.iter_mut().zip(["à engager", "bases posées", "partagé", "ancré"]) {
        tier.name = name.into();
    }
    told
}

fn answered(framework: &FrameworkBuilder) -> DossierBuilder {
    dossier(framework).answer("a", 1).answer("b", 1).answer("c", 1)
}

#[test]
fn a_level_and_a_day_are_chosen_apart() {
    let chosen = at_level(None, Some(level(2))).unwrap();
    assert_eq!((chosen.level, chosen.due), (level(2), None));
    let dated = by_day(Some(&chosen), Some(level(0)), Some(day("2027-06-30"))).unwrap();
    assert_eq!((dated.level, dated.due), (level(2), Some(day("2027-06-30"))));
    let raised = at_level(Some(&dated), Some(level(3))).unwrap();
    assert_eq!((raised.level, raised.due), (level(3), dated.due), "the day stays");
    assert_eq!(at_level(Some(&dated), None), None);
    assert_eq!(by_day(Some(&dated), None, None).unwrap().due, None);
    // A day alone: the next step becomes an objectif.
    for (today, expected) in [(None, 1), (Some(1), 2), (Some(3), 3)] {
        let target = by_day(None, today.map(level), Some(day("2027-06-30"))).unwrap();
        assert_eq!(target.level, level(expected));
    }
    assert_eq!(by_day(None, Some(level(1)), None), None);
}

#[test]
fn the_plan_leads_to_a_palier_beside_today_s_and_the_objectif() {
    let framework = told();
    let said = |dossier: &DossierBuilder| {
        let courses = courses(&framework, dossier, dossier.now());
        let clean = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        let decided = !dossier.plan.is_empty();
        (
            clean(texts::targets::headline(&courses, decided)),
            clean(texts::targets::projection(&framework, &courses[0], decided)),
        )
    };
    let today = answered(&framework);
    assert_eq!(
        said(&today),
        (
            "Aucune action n’est encore décidée : choisissons d’abord où aller.".into(),
            "Aujourd’hui : 1 – bases posées ; il reste une marche jusqu’à l’objectif.".into()
        )
    );
    assert_eq!(
        said(&today.clone().plans("a", 2, State::Todo)),
        (
            "Le plan rapproche des objectifs, sans encore en atteindre un.".into(),
            "Aujourd’hui : 1 – bases posées. Les actions décidées ne changent pas encore ce palier ; il reste une marche jusqu’à l’objectif.".into()
        )
    );
    let planned = today.plans("a", 2, State::Todo).plans("b", 2, State::Doing);
    assert_eq!(
        said(&planned),
        (
            "Si le plan réussit, tous les objectifs sont atteints.".into(),
            "Aujourd’hui : 1 – bases posées. Si le plan réussit : 2 – partagé ; l’objectif est atteint.".into()
        )
    );
    let far = planned.thematique_target("acces", 3);
    assert!(said(&far).1.ends_with("2 – partagé ; il reste une marche jusqu’à l’objectif."));
}

#[test]
fn high_answers_that_rest_on_nothing_said_are_asked_about_two_at_most() {
    let framework = told();
    let mut told = dossier(&framework).answer("a", 2).answer("b", 3).answer("c", 2);
    let asked = |d: &DossierBuilder| {
        let found = evidence::to_support(&framework, d, d.now(), 2);
        found.iter().map(|c| c.id.as_str().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(asked(&told), "b a");
    let measured = evidence::rests(told.now(), &framework.criteria[1], Some(Basis::Measured)).unwrap();
    apply(&mut told, &measured);
    assert_eq!(asked(&told), "a c");
    let others = evidence::others_rest(&framework, &told, told.now(), Some(Basis::Opinion));
    apply(&mut told, &others);
    assert_eq!(asked(&told), "a c", "an opinion is no document");
    assert_eq!(told.campaigns[0].answers[&criterion("b")].basis, Some(Basis::Measured), "the document stays");
    assert_eq!(evidence::others(&framework, &told, told.now()), Some(Basis::Opinion));
    let found = evidence::answered(&framework, &told, told.now());
    assert_eq!(
        texts::evidence::summary(&found),
        "Sur 3\u{a0}réponses\u{a0}: 1 sur un document ou une mesure et 2 sur un avis partagé."
    );
    assert_eq!(texts::evidence::prompt(&[]), None);
    assert_eq!(asked(&answered(&framework)), "", "« bases posées » is not asked to prove itself");
}

#[test]
fn a_reading_holds_the_groups_of_the_school_and_of_the_scope() {
    let mut framework = told();
    framework.criteria[0].crosswalk.creteil = vec!["equipement".into()];
    framework.criteria[1].crosswalk.creteil = vec!["pilotage".into(), "equipement".into()];
    let dossier = answered(&framework).answer("a", 3);
    let found = |dossier: &DossierBuilder| {
        let groups = groups(&framework, dossier, dossier.now(), Reading::Champ);
        groups.iter().map(|g| (g.part, g.selection.entries.len())).collect::<Vec<_>>()
    };
    assert_eq!(found(&dossier), [(Part::Champ(Champ::Pilotage), 1), (Part::Champ(Champ::Equipement), 2)]);
    let essential = dossier.clone().scope(Scope::Essential);
    assert_eq!(found(&essential), [(Part::Champ(Champ::Pilotage), 1), (Part::Champ(Champ::Equipement), 1)]);
    assert!(groups(&framework, &dossier, dossier.now(), Reading::Selfie).is_empty());
    assert_eq!(
        texts::targets::reading_sentence(&groups(&framework, &dossier, dossier.now(), Reading::Champ)),
        "Le plus de chemin parcouru\u{a0}: équipement. Le plus de marches à monter\u{a0}: pilotage, impulsion, organisation."
    );
}

//! What ships: the référentiel that the content compiles to, and the example dossier, as a visitor meets them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use paliers::documents;
use paliers::domain::nearness::Lexicon;
use paliers::domain::scoring::Selection;
use paliers::domain::suggestions::suggest;
use paliers::domain::{Answer, Campaign, Day, Dossier, School, Scope};
use paliers::framework::{Criterion, Framework, Level, PropositionKind, SchoolType, coverage, read};
use paliers::names::{CampaignId, DossierId};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

/// The compiled référentiel: built once, as the tests of this suite run side by side.
static BUILT: LazyLock<String> = LazyLock::new(|| {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shipped");
    let root = env!("CARGO_MANIFEST_DIR");
    let built = Command::new(env!("CARGO_BIN_EXE_content")).current_dir(root).args(["build"]).arg(&out).status();
    assert!(built.unwrap().success());
    std::fs::read_to_string(out.join("frameworks/egn-2020.json")).unwrap()
});

fn framework() -> Framework {
    read(&BUILT).unwrap()
}

/// A dossier that answers every essential question with one level.
fn everywhere(framework: &Framework, level: Level) -> Dossier {
    let date = Day::parse("2026-11-23").unwrap();
    let mut campaign = Campaign::new(CampaignId::parse("c").unwrap(), String::new(), date, Scope::Essential);
    let essential = framework.criteria.iter().filter(|c| c.essential);
    campaign.answers = essential.map(|c| (c.id.clone(), Answer::at(level))).collect();
    Dossier::new(DossierId::parse("d").unwrap(), framework, campaign)
}

#[test]
fn the_essential_part_is_whole() {
    let framework = framework();
    let essential: Vec<_> = framework.criteria.iter().filter(|c| c.essential).collect();
    let sub_themes: BTreeSet<_> = essential.iter().map(|c| c.sub_theme.as_str()).collect();
    assert_eq!((framework.thematiques.len(), essential.len(), sub_themes.len()), (5, 16, 14));
    assert!(framework.actions.len() >= 48, "{}", framework.actions.len());
    assert!(framework.actions.iter().all(|a| !a.sources.is_empty()) && essential.iter().all(|c| !c.sources.is_empty()));
}

#[test]
fn the_highest_facts_everywhere_are_palier_3_and_the_lowest_none() {
    let framework = framework();
    for (level, palier) in [(Level::MAX, Level::MAX), (Level::ZERO, Level::ZERO)] {
        let dossier = everywhere(&framework, level);
        for thematique in &framework.thematiques {
            let score = Selection::of_thematique(&framework, &dossier, dossier.campaign().unwrap(), thematique).score();
            let bracket = score.bracket.unwrap();
            assert_eq!((bracket.low, bracket.high), (palier, palier), "{}", thematique.title);
        }
    }
}

#[test]
fn wherever_a_school_stands_there_are_six_pistes_until_the_last_step() {
    let framework = framework();
    for level in Level::ALL {
        let dossier = everywhere(&framework, level);
        let six = suggest(&framework, &dossier, dossier.campaign().unwrap()).first_six().len();
        assert_eq!(six, if level == Level::MAX { 0 } else { 6 }, "{level:?}");
    }
}

#[test]
fn the_example_is_read_without_a_warning_and_speaks_of_this_referentiel() {
    let framework = framework();
    let text = include_str!("../public/examples/ecole.paliers.json");
    let reading = documents::read(text).unwrap();
    assert_eq!(reading.warnings, []);
    assert_eq!(documents::unknown_criteria(&reading.dossier, &framework), []);
    assert!(reading.dossier.example && reading.dossier.framework.is_served_by(&framework));
    let named = |item: &&paliers::domain::PlanItem| item.action.as_ref().is_some_and(|a| framework.action(a).is_some());
    assert_eq!(reading.dossier.plan.iter().filter(named).count(), reading.dossier.plan.len());
}

#[test]
fn the_whole_referentiel_has_what_its_sources_ask_for() {
    let framework = framework();
    let of_kind = |kind| framework.propositions.iter().filter(|p| p.kind == kind).count();
    assert!((38..=44).contains(&framework.criteria.len()));
    assert!(framework.actions.len() >= 120 && framework.indicators.len() >= 25);
    assert_eq!(of_kind(PropositionKind::Proposition), 98, "the propositions of the ten national workshops");
    assert_eq!(of_kind(PropositionKind::Bullet), 24, "the recurrent list of the territories");
    assert_eq!(of_kind(PropositionKind::Group), 19, "the groups of Île-de-France");
    assert_eq!(of_kind(PropositionKind::Row), 7 + 10 + 8 + 1, "diagnosis, needs, plan, and the flagship sheet");
    let all = coverage::table(&framework).pop().unwrap();
    assert_eq!(all.left_out.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn every_kind_of_school_is_asked_two_to_six_questions_a_sous_thematique() {
    use SchoolType::{College, Elementaire, LyceeGt, LyceePro, Maternelle};
    let framework = framework();
    for types in
        [vec![Maternelle], vec![Maternelle, Elementaire], vec![College], vec![LyceeGt], vec![LyceeGt, LyceePro]]
    {
        let school = School { types: types.clone(), ..School::default() };
        for sub_theme in framework.thematiques.iter().flat_map(|t| &t.sub_themes) {
            let here = |c: &&Criterion| c.sub_theme == sub_theme.id && school.is_among(&c.applies_to);
            let asked = framework.criteria.iter().filter(here).count();
            assert!((2..=6).contains(&asked), "{types:?}, {}: {asked}", sub_theme.id.as_str());
        }
    }
}

#[test]
fn what_is_near_an_axis_of_a_workshop_is_proposed_first() {
    let framework = framework();
    let none = Level::ALL[0];
    let mut dossier = everywhere(&framework, none);
    dossier.campaigns[0].scope = Scope::Complete;
    dossier.campaigns[0].answers = framework.criteria.iter().map(|c| (c.id.clone(), Answer::at(none))).collect();
    let found = suggest(&framework, &dossier, &dossier.campaigns[0]);
    for (said, expected, shared) in [
        ("Mesurer le débit\nUn débit suffisant\nLa connexion est lente", "acces.egalite.classe.essai", "connexion"),
        ("Réparer plus vite\nLes postes tombent en panne", "acces.egalite.depanner.designer", "panne"),
    ] {
        let near = Lexicon::of(&framework).nearest(found.pistes.iter().collect(), said);
        let (piste, words) = &near[0];
        assert_eq!((piste.action.id.as_str(), words.join(" ").as_str()), (expected, shared), "{said}");
    }
}

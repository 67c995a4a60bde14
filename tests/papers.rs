//! The documents to adapt: the models that ship, what of the dossier fills them, for which school, and the files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/export.rs"]
mod export;

use build::day;
use paliers::domain::commands::apply;
use paliers::domain::papers as domain_papers;
use paliers::domain::{Actor, Campaign, Day, Dossier, Drill, Effort, Means, Measure, Paper, PlanItem, Scope};
use paliers::exports::{Asked, Error, Kind, make_paper, paper};
use paliers::framework::{self, Framework, Horizon, SchoolType};
use paliers::names::{ActorId, CampaignId, DossierId, PaperId, PlanItemId};
use paliers::papers::{self, Models, blanks, faults};
use paliers::texts::papers::{Context, on_paper, said};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

/// The référentiel and the models, as they ship.
static SHIPPED: LazyLock<(String, String)> = LazyLock::new(|| {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    let root = env!("CARGO_MANIFEST_DIR");
    let built = Command::new(env!("CARGO_BIN_EXE_content")).current_dir(root).args(["build"]).arg(&out).status();
    assert!(built.unwrap().success());
    let text = |name: &str| std::fs::read_to_string(out.join(name)).unwrap();
    (text("frameworks/egn-2020.json"), text(papers::FILE))
});

fn shipped() -> (Framework, Models) {
    (framework::read(&SHIPPED.0).unwrap(), papers::read(&SHIPPED.1).unwrap())
}

fn today() -> Day {
    day(export::TODAY)
}

/// A school of that type, with one decided action and one person of the directory.
fn school(framework: &Framework, kind: SchoolType) -> Dossier {
    let campaign = Campaign::new(CampaignId::parse("c").unwrap(), String::new(), today(), Scope::Essential);
    let mut dossier = Dossier::new(DossierId::parse("d").unwrap(), framework, campaign);
    dossier.school.types = vec![kind];
    dossier.school.pupils = Some(231);
    dossier.plan = vec![PlanItem {
        title: "Prêter dix ordinateurs".into(),
        axis: "Équiper les familles".into(),
        how: vec!["Choisir les appareils".into(), "Signer les conventions".into()],
        leads: vec!["Direction".into()],
        involved: vec!["Mairie".into(), "Parents élus".into()],
        due: Some(day("2027-01-15")),
        horizon: Some(Horizon::Moyen),
        effort: Some(Effort::Medium),
        means: Some(Means {
            financial: "4 000 euros".into(),
            human: "Deux heures".into(),
            legal: "Une convention".into(),
            ..Means::default()
        }),
        note: Some("Une note gardée".into()),
        ..PlanItem::free(PlanItemId::parse("p1").unwrap(), today())
    }];
    dossier.actors = vec![Actor {
        role: "Délégué à la protection des données".into(),
        name: "Camille Nom-Propre".into(),
        contact: "02 99 99 99 99".into(),
        ..Actor::new(ActorId::parse("a").unwrap())
    }];
    dossier
}

fn begun(dossier: &mut Dossier, model: &str) -> Paper {
    let item = Some(PlanItemId::parse("p1").unwrap());
    let paper = Paper { item, ..Paper::new(PaperId::parse("f1").unwrap(), model) };
    dossier.papers = vec![paper.clone()];
    paper
}

/// Every text of a document, for a school of that type.
fn composed(model: &str, kind: SchoolType, change: impl FnOnce(&mut Paper)) -> Vec<String> {
    let (framework, models) = shipped();
    let mut dossier = school(&framework, kind);
    let mut paper = begun(&mut dossier, model);
    change(&mut paper);
    let context = Context { framework: &framework, dossier: &dossier, paper: &paper, today: today() };
    export::texts(&paper::compose(models.model(model).unwrap(), &context).blocks)
}

fn holds(texts: &[String], words: &str) -> bool {
    texts.iter().any(|text| text.contains(words))
}

#[test]
fn the_models_ship_without_a_fault_and_each_says_who_reads_it_again() {
    let (framework, models) = shipped();
    assert_eq!(faults(&models, Some(&framework)), []);
    let ids: Vec<&str> = models.models.iter().map(|model| model.id.as_str()).collect();
    assert!(ids.starts_with(&["phare", "pret", "charte", "familles", "incident", "mission", "continuite"]), "{ids:?}");
    for kind in SchoolType::ALL {
        for id in &ids {
            let texts = composed(id, *kind, |_| {});
            let last = texts.last().unwrap();
            assert!(last.starts_with("Modèle proposé, à faire relire."), "{id}: {last}");
            assert!(last.contains("À relire par : ") && last.contains(" : "), "{id}: {last}");
            assert!(!texts.iter().any(|text| text.contains(['{', '}'])), "{id}: a name of the school is left unsaid");
        }
    }
}

#[test]
fn the_flagship_sheet_has_every_field_of_the_sheet_of_2020_filled_from_the_decided_action() {
    let texts = composed("phare", SchoolType::Elementaire, |_| {});
    let beside = |name: &str| {
        let at =
            texts.iter().position(|text| text == name).unwrap_or_else(|| panic!("{name} is not there: {texts:#?}"));
        texts[at + 1].as_str()
    };
    for (name, text) in [
        ("Titre", "Prêter dix ordinateurs"),
        ("Résumé", "Équiper les familles.\n– Choisir les appareils\n– Signer les conventions"),
        ("Référent : une fonction", "Direction"),
        ("Acteurs associés", "Mairie, Parents élus"),
        ("Échéance", "Avant le 15 janvier 2027"),
        ("Élèves", "231"),
        ("Moyens financiers", "4 000 euros"),
        ("Moyens humains", "Deux heures"),
        ("Moyens juridiques", "Une convention"),
    ] {
        assert_eq!(beside(name), text, "{name}");
    }
    assert!(beside("Effort de mise en place").contains("☒ Moyen"), "{}", beside("Effort de mise en place"));
    assert!(beside("Temporalité").contains("☒ Moyen terme"), "{}", beside("Temporalité"));
    for name in [
        "Territoire",
        "Écoles ou établissements",
        "Parents",
        "Enseignantes et enseignants",
        "Difficultés principales rencontrées",
        "Besoins pour que cela dure",
    ] {
        assert!(!beside(name).is_empty(), "{name}");
    }
    assert!(!holds(&texts, "Une note gardée"), "notes stay in the dossier");
}

#[test]
fn what_the_school_wrote_wins_and_what_it_emptied_stays_empty() {
    let texts = composed("phare", SchoolType::College, |paper| {
        paper.write("titre", Some("Notre titre".into()));
        paper.write("difficultes", Some(String::new()));
    });
    assert!(holds(&texts, "Notre titre") && !holds(&texts, "Prêter dix ordinateurs"));
    let at = texts.iter().position(|text| text == "Difficultés principales rencontrées").unwrap();
    assert!(texts[at + 1].starts_with('…'), "a line for a pen");
}

#[test]
fn who_signs_and_who_validates_depends_on_the_type_of_school() {
    let ecole = composed("pret", SchoolType::Maternelle, |_| {});
    let college = composed("pret", SchoolType::College, |_| {});
    assert!(holds(&ecole, "La commune de ") && !holds(&college, "La commune de "));
    let last = |texts: &[String]| texts.last().unwrap().clone();
    assert!(last(&ecole).contains("Mairie") && !last(&ecole).contains("Conseil d’administration"));
    assert!(last(&college).contains("Conseil d’administration") && !last(&college).contains("Mairie"));
    assert!(holds(&composed("mission", SchoolType::Elementaire, |_| {}), "ERUN"));
    assert!(!holds(&composed("mission", SchoolType::LyceePro, |_| {}), "ERUN"));
}

#[test]
fn nobody_is_named_in_any_model() {
    let (_, models) = shipped();
    for model in &models.models {
        let texts = composed(&model.id, SchoolType::College, |_| {});
        assert!(!holds(&texts, "Nom-Propre") && !holds(&texts, "02 99"), "{}", model.id);
    }
}

#[test]
fn blanks_are_counted_and_made_long_enough_for_a_pen() {
    for (text, count) in
        [("", 0), ("[date]", 1), ("Du [date] au [date]", 2), ("[ouvert", 0), ("[deux\nlignes]", 0), ("fermé]", 0)]
    {
        assert_eq!(blanks(text), count, "{text:?}");
    }
    assert!(on_paper("Le [date].").starts_with("Le [date\u{a0}: …"));
    assert_eq!(on_paper("[deux\nlignes]"), "[deux\nlignes]");
    let school = paliers::domain::School { types: vec![SchoolType::College], ..Default::default() };
    assert_eq!(said("avant tout envoi hors {du} {", &school), "avant tout envoi hors du collège {");
}

#[test]
fn a_damaged_model_is_told_field_by_field() {
    let (framework, mut models) = shipped();
    let model = &mut models.models[0];
    model.review.clear();
    model.sections[0].fields[0].label.clear();
    model.sections[0].fields[1].text = "[sans fin {inconnu}".into();
    let said: Vec<String> = faults(&models, Some(&framework)).iter().map(|fault| fault.message.clone()).collect();
    for part in ["personne ne relit", "rubrique sans nom", "blanc mal fermé", "nom inconnu"] {
        assert!(said.iter().any(|message| message.contains(part)), "{part}: {said:?}");
    }
}

#[test]
fn a_document_is_a_file_named_by_its_model_and_what_is_gone_is_said() {
    let (framework, _) = shipped();
    let mut dossier = school(&framework, SchoolType::College);
    begun(&mut dossier, "phare");
    let text = paliers::documents::write(&dossier);
    let made = |kind, paper| {
        let asked = Asked { paper, models: &SHIPPED.1 };
        make_paper(kind, &SHIPPED.0, &text, asked, today(), &mut |_, _| true)
    };
    let odt = made(Kind::Odt, "f1").unwrap();
    assert!(odt.name.ends_with("_2026-11-25_phare.odt") && odt.bytes.starts_with(b"PK"), "{}", odt.name);
    let html = made(Kind::Html, "f1").unwrap();
    let page = String::from_utf8(html.bytes).unwrap();
    assert!(html.name.ends_with("_phare.html") && page.contains("Prêter dix ordinateurs"));
    assert!(!page.contains("Nom-Propre") && !page.contains("Une note gardée"));
    assert_eq!(made(Kind::Odt, "f2").unwrap_err(), Error::Gone);
}

fn drill(id: &str, date: &str, done: bool, corrections: &str, reached: &str) -> Drill {
    let date = (!date.is_empty()).then(|| day(date));
    let (corrections, reached) = (corrections.to_owned(), reached.to_owned());
    Drill { date, done, corrections, reached, ..Drill::new(id.into()) }
}

/// The dossier once its continuity plan has these drills.
fn with_drills(mut dossier: Dossier, drills: Vec<Drill>) -> Dossier {
    let id = PaperId::parse("d2").unwrap();
    let paper = Paper { drills, ..Paper::new(id.clone(), papers::CONTINUITY) };
    let titled = |told: &str| (format!("Titre de {told}"), "%".to_owned());
    let command = domain_papers::change(&dossier, &id, Some(paper), titled);
    apply(&mut dossier, &command);
    dossier
}

/// The dated values of an indicator, as text.
fn values(dossier: &Dossier, id: &str) -> Vec<String> {
    let known = dossier.indicators.iter().find(|own| own.id.as_str() == id || own.reference == id);
    let said = |measure: &Measure| format!("{} {}", measure.date.unwrap(), measure.value);
    known.map(|own| own.values.iter().map(said).collect()).unwrap_or_default()
}

#[test]
fn drills_done_tell_the_indicators_and_what_is_planned_tells_nothing() {
    let (framework, _) = shipped();
    let school = || school(&framework, SchoolType::College);
    let planned =
        with_drills(school(), vec![drill("e1", "2027-03-09", false, "3", "92"), drill("e2", "", true, "1", "80")]);
    assert_eq!(planned.indicators, [], "neither planned nor undated");
    let two = vec![drill("e2", "2027-03-09", true, "1", "96"), drill("e1", "2026-11-12", true, "3", "")];
    let done = with_drills(school(), two);
    assert_eq!(values(&done, "exercices-de-l-annee"), ["2026-11-12 1", "2027-03-09 2"], "counted by school year");
    assert_eq!(values(&done, "gouvernance.exercice-corrections"), ["2026-11-12 3", "2027-03-09 1"]);
    assert_eq!(values(&done, "gouvernance.eleves-joints"), ["2027-03-09 96"], "what is not said is no zero");
    let next =
        with_drills(school(), vec![drill("e1", "2026-06-12", true, "", ""), drill("e2", "2026-09-12", true, "", "")]);
    assert_eq!(values(&next, "exercices-de-l-annee"), ["2026-06-12 1", "2026-09-12 1"]);
}

#[test]
fn a_value_follows_its_drill_and_what_was_written_by_hand_stays() {
    let (framework, _) = shipped();
    let mut dossier =
        with_drills(school(&framework, SchoolType::College), vec![drill("e1", "2026-11-12", true, "3", "92")]);
    let by_hand = Measure { date: Some(day("2026-10-01")), value: "70".into(), ..Measure::default() };
    let reached = dossier.indicators.iter_mut().find(|own| own.reference == "gouvernance.eleves-joints").unwrap();
    reached.values.insert(0, by_hand);
    let moved = with_drills(dossier.clone(), vec![drill("e1", "2026-11-19", true, "3", "95")]);
    assert_eq!(values(&moved, "gouvernance.eleves-joints"), ["2026-10-01 70", "2026-11-19 95"]);
    let gone = with_drills(dossier, vec![]);
    assert_eq!(values(&gone, "gouvernance.eleves-joints"), ["2026-10-01 70"]);
    assert_eq!(values(&gone, "exercices-de-l-annee"), [] as [&str; 0]);
}

#[test]
fn the_continuity_plan_is_filled_from_the_dossier_and_prints_its_log() {
    let (framework, models) = shipped();
    let mut dossier = school(&framework, SchoolType::College);
    dossier.plan[0].criterion = Some(build::criterion("acces.egalite.preter"));
    dossier = with_drills(
        dossier,
        vec![
            Drill { tried: "Demain".into(), ..drill("e2", "2027-03-09", false, "", "") },
            Drill {
                tried: "Sans réseau".into(),
                mend: "Un numéro".into(),
                ..drill("e1", "2026-11-12", true, "3", "92")
            },
        ],
    );
    let paper = dossier.papers[0].clone();
    let context = Context { framework: &framework, dossier: &dossier, paper: &paper, today: today() };
    let texts = export::texts(&paper::compose(models.model(papers::CONTINUITY).unwrap(), &context).blocks);
    assert!(holds(&texts, "Prêter dix ordinateurs (Direction"), "{texts:#?}");
    assert!(holds(&texts, "Délégué à la protection des données, [téléphone"), "{texts:#?}");
    assert!(holds(&texts, "Titre de gouvernance.eleves-joints : 92, le 12 novembre 2026"), "{texts:#?}");
    let at = |words: &str| texts.iter().position(|text| text == words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("12 novembre 2026, fait") < at("9 mars 2027, prévu"), "by day");
    assert!(at("Sans réseau") < at("Un numéro"));
}

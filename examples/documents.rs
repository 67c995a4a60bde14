//! Writes every document of three dossiers, the example, one that answers everything and one that answers nothing, letters,
//! and the tables of the three example workshops, for the programs that open them.
//! `cargo run --example documents -- FRAMEWORK.json FOLDER`; `make documents-check` calls it.

use paliers::documents;
use paliers::domain::indicators::Measure;
use paliers::domain::{
    Actor, Answer, Basis, Campaign, Check, Day, Dossier, Indicator, Paper, PlanItem, Role, Scope, State, Status,
};
use paliers::exports::{Asked, Kind, Options, make, make_paper};
use paliers::framework::{self, Framework, Level, SchoolType};
use paliers::names::{ActorId, CampaignId, DossierId, IndicatorId, PaperId, PlanItemId};
use paliers::papers;
use std::error::Error;
use std::fs;
use std::path::Path;

const HOSTILE: &str = "=1+1 <b>& « l’été »\n-2";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [framework_file, folder] = arguments.as_slice() else {
        return Err("usage: documents FRAMEWORK.json FOLDER".into());
    };
    let framework_text = fs::read_to_string(framework_file)?;
    let framework = framework::read(&framework_text)?;
    let today = Day::parse("2026-11-25").ok_or("today")?;
    fs::create_dir_all(folder)?;
    let example = fs::read_to_string("public/examples/ecole.paliers.json")?;
    let full = full(&framework, today).ok_or("full")?;
    let notes = Options { notes: true, ..Options::all() };
    for (name, dossier, options) in [
        ("exemple", &example, Options::all()),
        ("conseil", &example, Options::council()),
        ("plein", &documents::write(&full), notes.clone()),
        ("conseil-plein", &documents::write(&full), Options::council()),
        ("vide", &documents::write(&empty(&framework, today).ok_or("empty")?), notes),
    ] {
        for kind in WHOLE {
            let document = make(kind, &framework_text, dossier, &options, today, &mut |_, _| true)?;
            fs::write(Path::new(folder).join(format!("{name}-{}", kind.ending())), document.bytes)?;
        }
    }
    let about = |name: &str, kind: Kind, dossier: &str, about: &str| -> Result<(), Box<dyn Error>> {
        let options = Options::about(about);
        let document = make(kind, &framework_text, dossier, &options, today, &mut |_, _| true)?;
        Ok(fs::write(Path::new(folder).join(format!("{name}-{}", kind.ending())), document.bytes)?)
    };
    about("exemple", Kind::Letter, &example, "collectivite")?;
    about("plein", Kind::Letter, &documents::write(&full), "academie")?;
    for workshop in ["vendee", "responsable", "gouvernance"] {
        let dossier = fs::read_to_string(format!("public/examples/atelier-{workshop}.paliers.json"))?;
        for kind in [Kind::Workshop, Kind::CsvDiagnosis, Kind::CsvNeeds, Kind::CsvDecided] {
            about(workshop, kind, &dossier, workshop)?;
        }
    }
    let models = fs::read_to_string(Path::new(framework_file).with_file_name("../papers.json"))?;
    adapted(&framework_text, &models, &full, &Path::new(folder).with_file_name("papers"))
}

/// Each document that a school adapts, in a folder beside, for an école and for a collège.
fn adapted(framework: &str, models: &str, full: &Dossier, folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let today = Day::parse("2026-11-25").ok_or("today")?;
    for model in &papers::read(models)?.models {
        for (name, kind) in [("ecole", SchoolType::Elementaire), ("college", SchoolType::College)] {
            let mut dossier = full.clone();
            dossier.school.types = vec![kind];
            let mut paper = Paper::new(PaperId::parse("d").ok_or("id")?, &model.id);
            let concerned = model.fields().find(|field| dossier.school.is_among(&field.applies_to)).ok_or("field")?;
            paper.write(&concerned.id, Some(HOSTILE.to_owned()));
            dossier.papers = vec![paper];
            let (asked, text) = (Asked { paper: "d", models }, documents::write(&dossier));
            for (kind, ending) in [(Kind::Odt, "odt"), (Kind::Html, "html")] {
                let made = make_paper(kind, framework, &text, asked, today, &mut |_, _| true)?;
                fs::write(folder.join(format!("{}-{name}.{ending}", model.id)), made.bytes)?;
            }
        }
    }
    Ok(())
}

/// What is made of any dossier.
const WHOLE: [Kind; 8] = [
    Kind::Odt,
    Kind::Ods,
    Kind::Html,
    Kind::CsvAnswers,
    Kind::CsvResults,
    Kind::CsvPlan,
    Kind::CsvIndicators,
    Kind::CsvActors,
];

fn empty(framework: &Framework, today: Day) -> Option<Dossier> {
    let campaign = Campaign::new(CampaignId::parse("c")?, String::new(), today, Scope::Complete);
    Some(Dossier::new(DossierId::parse("vide")?, framework, campaign))
}

/// Every question answered, every action decided, long texts and texts that look like formulas.
fn full(framework: &Framework, today: Day) -> Option<Dossier> {
    let mut dossier = empty(framework, today)?;
    dossier.school.name = "=Collège <des> Œillets & Cie".to_owned();
    dossier.school.pupils = Some(512);
    let campaign = dossier.campaigns.first_mut()?;
    campaign.name = "Point d’étape de novembre 2026".to_owned();
    campaign.participants.counts = Role::ALL.iter().map(|role| (*role, 2)).collect();
    for (index, criterion) in framework.criteria.iter().enumerate() {
        let level = Level::ALL[index % 4];
        let mut answer = Answer { note: Some(HOSTILE.repeat(3)), basis: Some(Basis::Measured), ..Answer::at(level) };
        answer.dissent = (index % 5 == 0).then(|| HOSTILE.to_owned());
        answer.dots = Some(u32::try_from(index).ok()?);
        if index % 7 == 6 {
            answer.status = Some(Status::Unknown);
            answer.check = Some(Check { who: HOSTILE.to_owned(), by: Some(today), ..Check::default() });
        }
        campaign.answers.insert(criterion.id.clone(), answer);
    }
    for (index, action) in framework.actions.iter().enumerate() {
        let id = PlanItemId::parse(&format!("p{index}"))?;
        let mut item = PlanItem::from_action(framework, action, id, today);
        item.state = State::ALL[index % State::ALL.len()];
        item.note = Some(HOSTILE.to_owned());
        dossier.plan.push(item);
    }
    let mut indicator = Indicator::new(IndicatorId::parse("i")?);
    (indicator.title, indicator.start, indicator.target) = (HOSTILE.to_owned(), "62,5".to_owned(), "oui".to_owned());
    indicator.values = ["-71,5", HOSTILE]
        .map(|value| Measure { date: Some(today), value: value.to_owned(), ..Measure::default() })
        .into();
    dossier.indicators.push(indicator);
    let mut actor = Actor::new(ActorId::parse("c")?);
    (actor.role, actor.purpose, actor.name) = ("Direction".to_owned(), HOSTILE.to_owned(), "Mme Nom".to_owned());
    dossier.actors.push(actor);
    Some(dossier)
}

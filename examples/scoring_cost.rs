//! What scoring costs, natively: rules 1 to 6 on generated dossiers of the real référentiel, in microseconds.
//!
//! Prints, and asserts nothing: a figure belongs to the machine that made it. Needs the référentiel that `make dist`
//! compiles. Only the rules are timed, not the making of the dossiers.

use paliers::domain::gaps::{missing, progress_target, thematique_target};
use paliers::domain::scoring::Selection;
use paliers::domain::suggestions::suggest;
use paliers::domain::{Answer, Campaign, Day, Dossier, Scope, Standing};
use paliers::framework::{self, Framework, Level, SchoolType};
use paliers::names::{CampaignId, DossierId};
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const FRAMEWORK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dist/frameworks/egn-2020.json");
const DOSSIERS: u64 = 10_000;

fn main() -> ExitCode {
    let Ok(text) = std::fs::read_to_string(FRAMEWORK) else {
        eprintln!("dist/frameworks/egn-2020.json is missing: `make dist` makes it.");
        return ExitCode::FAILURE;
    };
    let framework = match framework::read(&text) {
        Ok(framework) => framework,
        Err(refusal) => {
            eprintln!("dist/frameworks/egn-2020.json cannot be used: {refusal}.");
            return ExitCode::FAILURE;
        }
    };
    let Some(mut times) = (0..DOSSIERS).map(|n| time(&framework, n)).collect::<Option<Vec<Duration>>>() else {
        eprintln!("A dossier could not be generated.");
        return ExitCode::FAILURE;
    };
    times.sort_unstable();
    let all: Duration = times.iter().sum();
    println!(
        "Scoring, native, optimised for size ({} questions, {} actions; all thématiques, gaps, suggestions)",
        framework.criteria.len(),
        framework.actions.len()
    );
    println!("  one dossier     {:>10.1} µs (median)", micros(times[times.len() / 2]));
    println!("  {DOSSIERS} dossiers  {:>10.1} µs", micros(all));
    ExitCode::SUCCESS
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// How long the rules take on the dossier of that number.
fn time(framework: &Framework, number: u64) -> Option<Duration> {
    let dossier = generate(framework, number)?;
    let campaign = dossier.campaign()?;
    let start = Instant::now();
    score(framework, &dossier, campaign);
    Some(start.elapsed())
}

/// Everything a bilan and a list of pistes need.
fn score(framework: &Framework, dossier: &Dossier, campaign: &Campaign) {
    for thematique in &framework.thematiques {
        let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
        let score = selection.score();
        black_box(missing(&selection));
        black_box(thematique_target(&dossier.targets, &thematique.id, &score));
        black_box(progress_target(&selection, &dossier.targets, &thematique.id));
    }
    black_box(suggest(framework, dossier, campaign).first_six());
}

/// A dossier on the whole référentiel: of sixteen answers, thirteen are levels, and one of each other kind.
fn generate(framework: &Framework, number: u64) -> Option<Dossier> {
    let id = format!("d{number}");
    let mut campaign =
        Campaign::new(CampaignId::parse("c")?, String::new(), Day::parse("2026-11-23")?, Scope::Complete);
    let mut chance = number;
    for criterion in &framework.criteria {
        let standing = match draw(&mut chance, 16) {
            0 => Standing::Unknown,
            1 => Standing::NotApplicable,
            2 => Standing::Unanswered,
            _ => Standing::At(Level::ALL[draw(&mut chance, Level::ALL.len())]),
        };
        campaign.answers.insert(criterion.id.clone(), Answer::default().choosing(standing));
    }
    let mut dossier = Dossier::new(DossierId::parse(&id)?, framework, campaign);
    dossier.school.types = vec![SchoolType::ALL[draw(&mut chance, SchoolType::ALL.len())]];
    Some(dossier)
}

/// A number below `end`, the same in every run: a SplitMix64 step.
fn draw(chance: &mut u64, end: usize) -> usize {
    *chance = chance.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*chance ^ (*chance >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap_or_default()
}

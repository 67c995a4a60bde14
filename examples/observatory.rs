//! Makes the tidy table of five hundred schools, and the medians that the rules find, for a real client to compare:
//! `observatory FRAMEWORK FOLDER` (`make observatory-check`).

use paliers::documents::{self, Shared, animator};
use paliers::domain::group::shield::Shield;
use paliers::domain::group::{Group, Member, Places, Sieve, View};
use paliers::domain::{Answer, Campaign, Day, Dossier, Scope, Standing};
use paliers::exports::{BETWEEN, GroupKind, make_group};
use paliers::framework::{self, Framework, Level, SchoolType};
use paliers::names::{CampaignId, DossierId};
use std::error::Error;
use std::fmt::Write;

const SCHOOLS: u64 = 500;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(framework_file), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: observatory FRAMEWORK FOLDER".into());
    };
    let text = std::fs::read_to_string(framework_file)?;
    let framework = framework::read(&text)?;
    let texts: Vec<String> = (0..SCHOOLS).filter_map(|n| file(&framework, n)).collect();
    let today = Day::parse("2027-06-01").ok_or("no day")?;
    let all = texts.join(&BETWEEN.to_string());
    let made = make_group(GroupKind::Tidy, &text, &all, &Sieve::default(), today, &mut |_, _| true)?;
    std::fs::create_dir_all(&folder)?;
    std::fs::write(format!("{folder}/lignes.csv"), made.bytes)?;
    std::fs::write(format!("{folder}/medians.txt"), medians(&framework, &texts)?)?;
    Ok(())
}

/// « criterion schools median », a line a question.
fn medians(framework: &Framework, texts: &[String]) -> Result<String, Box<dyn Error>> {
    let places = Places::of(framework);
    let ground = places.ground(framework);
    let mut group = Group::default();
    for text in texts {
        let reading = documents::read(text)?;
        group.add(Member::of(ground, &reading.dossier).map_err(|left| format!("{left:?}"))?);
    }
    let (shield, sieve) = (Shield::of(&group), Sieve::default());
    let view = View { ground, group: &group, shield: &shield, sieve: &sieve };
    let mut lines = String::new();
    for (index, criterion) in framework.criteria.iter().enumerate() {
        if let Some(spread) = view.criterion(index) {
            writeln!(lines, "{} {} {}", criterion.id.as_str(), spread.schools(), spread.median.get())?;
        }
    }
    Ok(lines)
}

/// The file of a school with one or two points d’étape, the same in every run.
fn file(framework: &Framework, n: u64) -> Option<String> {
    let step = |number: u64, date: &str| {
        let scope = if n.is_multiple_of(3) { Scope::Complete } else { Scope::Essential };
        let id = CampaignId::parse(&format!("c{n}-{number}"))?;
        let mut campaign = Campaign::new(id, String::new(), Day::parse(date)?, scope);
        for (criterion, place) in framework.criteria.iter().zip(0_u64..) {
            let drawn = (n * 2_654_435_761 + place * 40_503 + number * 97) >> 7;
            let standing = match drawn % 9 {
                0 => Standing::Unknown,
                1 => Standing::NotApplicable,
                2 => Standing::Unanswered,
                _ => Standing::At(Level::ALL[usize::try_from(drawn % 4).ok()?]),
            };
            campaign.answers.insert(criterion.id.clone(), Answer::default().choosing(standing));
        }
        Some(campaign)
    };
    let mut dossier = Dossier::new(DossierId::parse(&format!("d{n}"))?, framework, step(0, "2026-11-12")?);
    if n.is_multiple_of(2) {
        dossier.campaigns.push(step(1, "2027-05-12")?);
    }
    dossier.school.types = vec![SchoolType::ALL[usize::try_from(n % 5).ok()?]];
    dossier.school.commune = ["=Fougères", "Vitré; Est", "Saint-\"Malo\""][usize::try_from(n % 3).ok()?].to_owned();
    Some(animator(&dossier, Some(framework), Shared::default()))
}

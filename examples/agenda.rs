//! Writes the agenda of a plan twice, before and after one of its dates is moved, for the program that reads calendars.
//! `cargo run --example agenda -- FRAMEWORK.json FOLDER`; `make agenda-check` calls it.

use paliers::domain::{Campaign, Day, Dossier, Drill, Meeting, Paper, PlanItem, Scope, State};
use paliers::exports::agenda::agenda;
use paliers::framework::{self, Framework, Period};
use paliers::names::{CampaignId, DossierId, MeetingId, PaperId, PlanItemId};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [framework_file, folder] = arguments.as_slice() else {
        return Err("usage: agenda FRAMEWORK.json FOLDER".into());
    };
    let framework = framework::read(&fs::read_to_string(framework_file)?)?;
    let today = Day::parse("2026-11-25").ok_or("today")?;
    let mut dossier = plan(&framework, today).ok_or("plan")?;
    fs::create_dir_all(folder)?;
    let write = |name: &str, dossier: &Dossier, stamp: &str| {
        fs::write(Path::new(folder).join(name), agenda(&framework, dossier, today, stamp))
    };
    write("avant.ics", &dossier, "2026-11-25T16:05:00Z")?;
    let moved = dossier.plan.first_mut().ok_or("first")?;
    moved.due = Day::parse("2027-02-05");
    moved.sequence += 1;
    dossier.meetings.iter_mut().for_each(|meeting| meeting.set_next(Day::parse("2027-01-21")));
    let drill = dossier.papers.first_mut().and_then(|paper| paper.drills.first_mut()).ok_or("drill")?;
    drill.date = Day::parse("2027-03-16");
    drill.sequence += 1;
    write("apres.ics", &dossier, "2026-11-26T08:30:00.500Z")?;
    Ok(())
}

/// A day, a moment, no date, done, dropped, and texts that look like properties.
fn plan(framework: &Framework, today: Day) -> Option<Dossier> {
    let campaign = Campaign::new(CampaignId::parse("c")?, String::new(), today, Scope::Complete);
    let mut dossier = Dossier::new(DossierId::parse("essai")?, framework, campaign);
    dossier.school.name = "Collège des Œillets; annexe, bâtiment B".to_owned();
    let item = |id: &str, title: &str| {
        Some(PlanItem { title: title.to_owned(), ..PlanItem::free(PlanItemId::parse(id)?, today) })
    };
    let hostile = "Prêter, réparer; recycler\\\nEND:VEVENT « l’été » 👩🏽‍🏫 ".repeat(3);
    dossier.plan = vec![
        PlanItem {
            due: Day::parse("2026-12-31"),
            sequence: 3,
            leads: vec!["Direction".into()],
            ..item("jour", "Choisir une date")?
        },
        PlanItem { due: Day::parse("2028-02-29"), how: vec![hostile.clone()], ..item("texte", &hostile)? },
        PlanItem { period: Some(Period::FinAnnee), ..item("moment", "Faire le point")? },
        item("sans-date", "Un jour")?,
        PlanItem { due: Day::parse("2026-10-01"), state: State::Done, ..item("fait", "Compter les postes")? },
        PlanItem { due: Day::parse("2026-10-01"), state: State::Dropped, ..item("non-retenu", "Acheter")? },
    ];
    let mut meeting = Meeting::new(MeetingId::parse("m")?, dossier.campaign()?, today);
    meeting.set_next(Day::parse("2027-01-14"));
    dossier.meetings.push(meeting);
    let drill =
        |id: &str, day: &str| Drill { date: Day::parse(day), tried: hostile.clone(), ..Drill::new(id.to_owned()) };
    let paper = Paper::new(PaperId::parse("continuite")?, "continuite");
    dossier.papers = vec![Paper { drills: vec![drill("exercice", "2027-03-09"), drill("un-jour", "")], ..paper }];
    Some(dossier)
}

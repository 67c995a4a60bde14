//! The agenda: what is in it, what stays out, and the form that calendars expect.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/dossiers.rs"]
mod dossiers;

use arbtest::arbtest;
use build::{day, dossier, framework, item, plan_item};
use paliers::domain::commands::Placed;
use paliers::domain::history::{History, Outcome};
use paliers::domain::{Command, Dossier, Drill, Means, Meeting, Paper, PlanItem, State};
use paliers::exports::agenda::{agenda, count, is_empty};
use paliers::framework::{Framework, Horizon, Period};
use paliers::names::PaperId;
use paliers::texts::follow::{Agenda, agenda as said};

const STAMP: &str = "2026-11-25T04:26:20.123Z";

fn told(items: Vec<PlanItem>) -> (Framework, Dossier) {
    let framework = framework().period(Period::Automne, "12-19").thematique("acces").criterion("a");
    let mut dossier = dossier(&framework);
    dossier.plan = items;
    ((*framework).clone(), (*dossier).clone())
}

/// The lines of the agenda, unfolded.
fn lines((framework, dossier): &(Framework, Dossier)) -> Vec<String> {
    let text = agenda(framework, dossier, day("2026-11-25"), STAMP).replace("\r\n ", "");
    text.split_terminator("\r\n").map(str::to_owned).collect()
}

fn dated(id: &str, due: &str) -> PlanItem {
    PlanItem { due: Some(day(due)), title: "Prêter des ordinateurs".into(), ..item(id) }
}

#[test]
fn the_next_meeting_is_in_it_and_keeps_its_name_when_it_moves() {
    let mut told = told(vec![]);
    assert!(is_empty(&told.0, &told.1, day("2026-11-25")));
    let id = paliers::names::MeetingId::parse("m1").unwrap();
    let meeting = Meeting::new(id, told.1.campaign().unwrap(), day("2026-11-12"));
    told.1.meetings.push(meeting);
    assert!(is_empty(&told.0, &told.1, day("2026-11-25")), "without a date there is no event");
    for (next, sequence) in [("2027-01-14", 1), ("2027-01-21", 2)] {
        told.1.meetings[0].set_next(Some(day(next)));
        let lines = lines(&told);
        let has = |line: &str| lines.iter().any(|l| l == line);
        assert!(has("UID:reunion.m1.d@paliers") && has("SUMMARY:Réunion du comité numérique"), "{lines:?}");
        assert!(has(&format!("SEQUENCE:{sequence}")) && has(&format!("DTSTART;VALUE=DATE:{}", next.replace('-', ""))));
        assert!(has("DESCRIPTION:Date choisie à la fin de\u{a0}: réunion du 12\u{a0}novembre\u{a0}2026"), "{lines:?}");
    }
}

#[test]
fn a_deadline_is_a_whole_day_with_a_stable_name() {
    let lines =
        lines(&told(vec![PlanItem { sequence: 7, leads: vec!["Direction".into()], ..dated("p1", "2026-12-31") }]));
    let event: Vec<&str> = lines
        .iter()
        .map(String::as_str)
        .skip_while(|line| *line != "BEGIN:VEVENT")
        .take_while(|line| *line != "END:VCALENDAR")
        .collect();
    assert_eq!(
        event,
        [
            "BEGIN:VEVENT",
            "UID:p1.d@paliers",
            "DTSTAMP:20261125T042620Z",
            "SEQUENCE:7",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Prêter des ordinateurs",
            "DESCRIPTION:Avant le 31\u{a0}décembre\u{a0}2026\\nQui\u{a0}: Direction",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    );
}

#[test]
fn a_date_moved_and_moved_back_rises_twice() {
    let (framework, mut dossier) = told(vec![dated("p1", "2026-12-31")]);
    let mut history = History::default();
    let seen = |dossier: &Dossier| -> Vec<String> {
        let lines = lines(&(framework.clone(), dossier.clone()));
        lines.into_iter().filter(|line| line.starts_with("SEQUENCE") || line.starts_with("DTSTART")).collect()
    };
    let moved = Command::PlanItem { id: plan_item("p1"), item: Some(Placed::last(dated("p1", "2027-01-15"))) };
    assert!(history.send(&mut dossier, &moved, false));
    assert_eq!(seen(&dossier), ["SEQUENCE:1", "DTSTART;VALUE=DATE:20270115"]);
    assert!(matches!(history.undo(&mut dossier), Outcome::Applied(_)));
    assert_eq!(seen(&dossier), ["SEQUENCE:2", "DTSTART;VALUE=DATE:20261231"]);
    assert!(matches!(history.redo(&mut dossier), Outcome::Applied(_)));
    assert_eq!(seen(&dossier), ["SEQUENCE:3", "DTSTART;VALUE=DATE:20270115"]);
}

#[test]
fn a_drill_rises_with_each_change_of_its_own_whatever_brings_it() {
    let drill = |id: &str, date: &str| Drill { date: Some(day(date)), sequence: 3, ..Drill::new(id.into()) };
    let paper = |first: &str| {
        let drills = vec![drill("e1", first), drill("e2", "2027-05-04")];
        Paper { drills, ..Paper::new(PaperId::parse("d2").unwrap(), "continuite") }
    };
    let (framework, mut dossier) = told(vec![]);
    dossier.papers = vec![paper("2027-03-09")];
    let seen = |dossier: &Dossier| -> Vec<String> {
        let lines = lines(&(framework.clone(), dossier.clone()));
        lines.into_iter().filter_map(|line| line.strip_prefix("SEQUENCE:").map(str::to_owned)).collect()
    };
    let put = |paper: Paper| Command::Paper { id: paper.id.clone(), paper: Some(Placed::last(paper)) };
    let mut history = History::default();
    assert!(history.send(&mut dossier, &put(paper("2027-03-16")), false));
    assert_eq!(seen(&dossier), ["4", "3"]);
    assert!(matches!(history.undo(&mut dossier), Outcome::Applied(_)));
    assert_eq!(seen(&dossier), ["5", "3"], "taken back is moved again");
    assert!(matches!(history.redo(&mut dossier), Outcome::Applied(_)));
    assert_eq!(seen(&dossier), ["6", "3"]);
    // Another tab raised it meanwhile: that is no change, and undo still works.
    dossier.papers[0].drills[0].sequence = 9;
    assert!(matches!(history.undo(&mut dossier), Outcome::Applied(_)));
    assert_eq!(seen(&dossier), ["10", "3"]);
    // A file that replaces the dossier, from a computer that had counted less.
    let other = Dossier { papers: vec![paper("2027-04-01")], ..dossier.clone() };
    assert!(history.send(&mut dossier, &Command::Everything(Box::new(other)), false));
    assert_eq!(seen(&dossier), ["11", "3"]);
}

#[test]
fn a_moment_falls_on_its_last_day_and_what_has_no_day_is_counted_and_left_out() {
    let moment = PlanItem { period: Some(Period::Automne), horizon: Some(Horizon::Court), ..item("moment") };
    let undated = PlanItem { horizon: Some(Horizon::Long), ..item("undated") };
    let over = PlanItem { state: State::Done, ..item("over") };
    let told = told(vec![moment, undated, over]);
    let lines = lines(&told);
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20261219".to_owned()));
    assert_eq!(
        count(&told.0, &told.1, day("2026-11-25")),
        Agenda { deadlines: 1, undated: 1, ..Agenda::default() },
        "what is over and has no day is not counted"
    );
}

#[test]
fn what_goes_into_the_agenda_is_said() {
    let agenda = |deadlines, meetings, drills, undated| Agenda { deadlines, meetings, drills, undated };
    for (counted, words) in [
        (agenda(0, 0, 0, 0), "Aucune échéance à mettre dans l’agenda."),
        (agenda(0, 0, 0, 2), "Aucune échéance à mettre dans l’agenda ; deux actions sans date n’y seront pas."),
        (agenda(1, 0, 0, 0), "Une échéance ira dans l’agenda."),
        (agenda(0, 0, 1, 1), "Un exercice ira dans l’agenda ; une action sans date n’y sera pas."),
        (agenda(3, 1, 0, 0), "Trois échéances et une réunion iront dans l’agenda."),
        (agenda(27, 4, 36, 0), "27 échéances, quatre réunions et 36 exercices iront dans l’agenda."),
    ] {
        assert_eq!(said(counted).replace('\u{202f}', " "), words);
    }
    let mut told = told(vec![dated("p1", "2026-12-31")]);
    let drill = Drill { date: Some(day("2027-03-09")), ..Drill::new("e1".into()) };
    let paper = Paper::new(PaperId::parse("d").unwrap(), "continuite");
    told.1.papers = vec![Paper { drills: vec![drill, Drill::new("e2".into())], ..paper }];
    let mut meeting =
        Meeting::new(paliers::names::MeetingId::parse("m").unwrap(), told.1.campaign().unwrap(), day("2026-11-12"));
    meeting.set_next(Some(day("2027-01-14")));
    told.1.meetings = vec![meeting];
    assert_eq!(count(&told.0, &told.1, day("2026-11-25")), agenda(1, 1, 1, 0));
}

#[test]
fn what_is_done_says_so_and_what_is_dropped_is_cancelled() {
    let state = |state| lines(&told(vec![PlanItem { state, ..dated("p", "2026-12-31") }]));
    assert!(state(State::Done).contains(&"SUMMARY:Fait\u{a0}: Prêter des ordinateurs".to_owned()));
    assert!(state(State::Dropped).contains(&"STATUS:CANCELLED".to_owned()));
    assert!(state(State::Waiting).contains(&"STATUS:CONFIRMED".to_owned()));
}

#[test]
fn notes_means_and_who_is_awaited_stay_in_the_dossier() {
    let item = PlanItem {
        note: Some("secret-1".into()),
        means: Some(Means { financial: "secret-2".into(), ..Means::default() }),
        waiting_for: Some("secret-3".into()),
        ..dated("p", "2026-12-31")
    };
    assert!(!lines(&told(vec![item])).concat().contains("secret"));
}

#[test]
fn any_text_gives_lines_of_75_bytes_that_read_back() {
    arbtest(|u| {
        let mut any = dossiers::any_dossier(u)?;
        any.plan.iter_mut().for_each(|item| item.due = Some(day("2026-12-31")));
        let framework = told(vec![]).0;
        let text = agenda(&framework, &any, day("2026-11-25"), STAMP);
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.is_empty(), "{line:?}");
            assert!(!line.chars().any(char::is_control), "{line:?}");
        }
        let unfolded = text.replace("\r\n ", "");
        let summaries: Vec<String> = unfolded
            .split_terminator("\r\n")
            .filter_map(|line| line.strip_prefix("SUMMARY:"))
            .map(|raw| raw.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\"))
            .collect();
        let next = any.meetings.iter().filter(|meeting| meeting.next.is_some()).count();
        let drills = any.papers.iter().flat_map(|paper| &paper.drills).filter(|drill| drill.date.is_some()).count();
        assert_eq!(summaries.len(), any.plan.len() + next + drills);
        Ok(())
    });
}

#[test]
fn a_drill_is_a_day_with_a_stable_name_and_what_it_found_stays_in_the_dossier() {
    let drill = |date: Option<&str>, done, sequence| Drill {
        date: date.map(day),
        done,
        sequence,
        tried: "Une demi-journée sans réseau".into(),
        worked: "secret-1".into(),
        mend: "secret-2".into(),
        ..Drill::new("e1".into())
    };
    let agenda_of = |drill: Drill| {
        let mut told = told(vec![]);
        let paper = Paper::new(PaperId::parse("d2").unwrap(), "continuite");
        told.1.papers = vec![Paper { drills: vec![drill], ..paper }];
        (is_empty(&told.0, &told.1, day("2026-11-25")), lines(&told))
    };
    let (empty, before) = agenda_of(drill(Some("2027-03-09"), false, 4));
    assert!(!empty);
    for line in [
        "UID:e1.d2.d@paliers",
        "SEQUENCE:4",
        "DTSTART;VALUE=DATE:20270309",
        "SUMMARY:Exercice du plan de continuité\u{a0}: une demi-journée sans réseau",
    ] {
        assert!(before.contains(&line.to_owned()), "{line}: {before:?}");
    }
    let (_, after) = agenda_of(drill(Some("2027-03-16"), true, 5));
    assert!(after.contains(&"UID:e1.d2.d@paliers".to_owned()) && after.contains(&"SEQUENCE:5".to_owned()));
    assert!(after.iter().any(|line| line.starts_with("SUMMARY:Fait\u{a0}: exercice")), "{after:?}");
    assert!(!after.concat().contains("secret"));
    assert!(agenda_of(drill(None, false, 0)).0, "a drill without a day has no place in a calendar");
}

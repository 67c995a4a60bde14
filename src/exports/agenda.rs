//! The deadlines of the plan, the next meeting and the drills of the continuity plan as iCalendar (RFC 5545), by hand:
//! one kind of event, seven properties, two rules of text.
//!
//! An event's UID is the id of its action, meeting or drill in its dossier and its SEQUENCE rises with each change, so
//! that importing again moves what has moved and doubles nothing. A deadline is a whole day that keeps nobody busy. It
//! refuses actions without a day, which [`count`] counts; notes, means, who is awaited and what a drill found stay in the
//! dossier.

use crate::domain::{Day, Dossier, Drill, Meeting, Paper, PlanItem, State};
use crate::framework::Framework;
use crate::texts::follow::Agenda;
use crate::texts::format::NB;
use crate::texts::{follow, meeting, papers, plan};

/// Longest line, in bytes.
const LINE: usize = 75;

/// What goes into the agenda, and how many actions still to be done have no day.
#[must_use]
pub fn count(framework: &Framework, dossier: &Dossier, today: Day) -> Agenda {
    let dated = |item: &&PlanItem| item.due(framework, today).day().is_some();
    let (with, without): (Vec<&PlanItem>, Vec<&PlanItem>) = dossier.plan.iter().partition(dated);
    Agenda {
        deadlines: with.len(),
        meetings: dossier.meetings.iter().filter(|meeting| meeting.next.is_some()).count(),
        drills: dossier.papers.iter().flat_map(|paper| &paper.drills).filter(|drill| drill.date.is_some()).count(),
        undated: without.iter().filter(|item| item.is_open()).count(),
    }
}

/// Whether the agenda would hold nothing.
#[must_use]
pub fn is_empty(framework: &Framework, dossier: &Dossier, today: Day) -> bool {
    let counted = count(framework, dossier, today);
    counted.deadlines + counted.meetings + counted.drills == 0
}

/// The file. `stamp` is the instant it is made, RFC 3339 UTC.
#[must_use]
pub fn agenda(framework: &Framework, dossier: &Dossier, today: Day, stamp: &str) -> String {
    let mut file = File::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Paliers//Plan d’action//FR", "METHOD:PUBLISH"] {
        file.line(line);
    }
    file.text("X-WR-CALNAME", &format!("Plan d’action{NB}: {}", crate::texts::school::name(&dossier.school)));
    let stamp = instant(stamp);
    for item in &dossier.plan {
        if let Some(day) = item.due(framework, today).day() {
            deadline(framework, item, day, today).write(&mut file, dossier, &stamp);
        }
    }
    for meeting in &dossier.meetings {
        if let Some(day) = meeting.next {
            next_meeting(meeting, day).write(&mut file, dossier, &stamp);
        }
    }
    for paper in &dossier.papers {
        for (drill, day) in paper.drills.iter().filter_map(|drill| Some((drill, drill.date?))) {
            of_drill(paper, drill, day).write(&mut file, dossier, &stamp);
        }
    }
    file.line("END:VCALENDAR");
    file.text
}

/// A day to keep in mind.
struct Event {
    id: String,
    sequence: u32,
    day: Day,
    summary: String,
    description: String,
    dropped: bool,
}

fn deadline(framework: &Framework, item: &PlanItem, day: Day, today: Day) -> Event {
    let title = follow::title(item);
    Event {
        id: item.id.as_str().to_owned(),
        sequence: item.sequence,
        day,
        summary: if item.state == State::Done { format!("Fait{NB}: {title}") } else { title.to_owned() },
        description: description(framework, item, today),
        dropped: item.state == State::Dropped,
    }
}

fn next_meeting(before: &Meeting, day: Day) -> Event {
    Event {
        id: format!("reunion.{}", before.id.as_str()),
        sequence: before.sequence,
        day,
        summary: "Réunion du comité numérique".to_owned(),
        description: format!("Date choisie à la fin de{NB}: {}", crate::texts::format::lower(&meeting::title(before))),
        dropped: false,
    }
}

/// Two documents may hold drills of one id: what is written may come from two computers.
fn of_drill(paper: &Paper, drill: &Drill, day: Day) -> Event {
    Event {
        id: format!("{}.{}", drill.id, paper.id.as_str()),
        sequence: drill.sequence,
        day,
        summary: papers::drill_title(drill),
        description: papers::drill_when(drill),
        dropped: false,
    }
}

impl Event {
    fn write(&self, file: &mut File, dossier: &Dossier, stamp: &str) {
        file.line("BEGIN:VEVENT");
        file.text("UID", &format!("{}.{}@paliers", self.id, dossier.id.as_str()));
        file.line(&format!("DTSTAMP:{stamp}"));
        file.line(&format!("SEQUENCE:{}", self.sequence));
        file.line(&format!("DTSTART;VALUE=DATE:{}", compact(self.day)));
        if let Some(next) = self.day.next() {
            file.line(&format!("DTEND;VALUE=DATE:{}", compact(next)));
        }
        file.text("SUMMARY", &self.summary);
        file.text("DESCRIPTION", &self.description);
        file.line(if self.dropped { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        file.line("TRANSP:TRANSPARENT");
        file.line("END:VEVENT");
    }
}

/// When, by whom, and how, a line each.
fn description(framework: &Framework, item: &PlanItem, today: Day) -> String {
    let mut lines = vec![plan::due(item.due(framework, today))];
    let axis = item.axis.trim();
    lines.extend((!axis.is_empty()).then(|| format!("Axe{NB}: {axis}")));
    lines.push(format!("Qui{NB}: {}", plan::who(item)));
    lines.extend(plan::filled(&item.how).map(|step| format!("– {step}")));
    lines.join("\n")
}

/// `20261125`
fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// `20261125T042620Z`, from RFC 3339 UTC with or without fractions.
fn instant(stamp: &str) -> String {
    let seconds = stamp.split(['.', 'Z']).next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    /// A property whose value is a text: `\`, `;`, `,` and ends of lines are escaped, other controls left out.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for letter in value.replace("\r\n", "\n").chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' => line.push_str("\\n"),
                _ if letter.is_control() => {}
                _ => line.push(letter),
            }
        }
        self.line(&line);
    }

    /// A line, folded so that none is longer than 75 bytes; no letter is cut.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(letter);
            length += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

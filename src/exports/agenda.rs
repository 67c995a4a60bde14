//! The deadlines of the plan and the drills of its continuity plan as iCalendar (RFC 5545), by hand: one kind of event,
//! seven properties, two rules of text.
//!
//! An event's UID is the action's or the drill's id in its dossier and its SEQUENCE rises with each change, so that importing again moves
//! what has moved and doubles nothing. A deadline is a whole day that keeps nobody busy. It refuses actions without a
//! day, which [`count`] counts; notes, means and who is awaited stay in the dossier.

use crate::domain::{Day, Dossier, Drill, Paper, PlanItem, State};
use crate::framework::Framework;
use crate::texts::format::NB;
use crate::texts::{follow, papers, plan};

/// Longest line, in bytes.
const LINE: usize = 75;

/// How many actions and drills have a day, and how many actions still to be done have none.
#[must_use]
pub fn count(framework: &Framework, dossier: &Dossier, today: Day) -> (usize, usize) {
    let dated = |item: &&PlanItem| item.due(framework, today).day().is_some();
    let (with, without): (Vec<&PlanItem>, Vec<&PlanItem>) = dossier.plan.iter().partition(dated);
    (with.len() + dated_drills(dossier).count(), without.iter().filter(|item| item.is_open()).count())
}

/// The drills that have a day, and their documents.
fn dated_drills(dossier: &Dossier) -> impl Iterator<Item = (&Paper, &Drill, Day)> {
    let of = |paper| Paper::drills_by_day(paper).into_iter().filter_map(move |drill| Some((paper, drill, drill.date?)));
    dossier.papers.iter().flat_map(of)
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
            event(&mut file, dossier, &of_item(framework, item, day, today), &stamp);
        }
    }
    for (paper, drill, day) in dated_drills(dossier) {
        event(&mut file, dossier, &of_drill(paper, drill, day), &stamp);
    }
    file.line("END:VCALENDAR");
    file.text
}

/// A whole day of the calendar.
struct Event {
    id: String,
    sequence: u32,
    day: Day,
    summary: String,
    description: String,
    cancelled: bool,
}

fn of_item(framework: &Framework, item: &PlanItem, day: Day, today: Day) -> Event {
    let title = follow::title(item);
    Event {
        id: item.id.as_str().to_owned(),
        sequence: item.sequence,
        day,
        summary: if item.state == State::Done { format!("Fait{NB}: {title}") } else { title.to_owned() },
        description: description(framework, item, today),
        cancelled: item.state == State::Dropped,
    }
}

/// Two documents may hold drills of one id: a dossier may come from two computers.
fn of_drill(paper: &Paper, drill: &Drill, day: Day) -> Event {
    Event {
        id: format!("{}.{}", drill.id, paper.id.as_str()),
        sequence: drill.sequence,
        day,
        summary: papers::drill_title(drill),
        description: papers::drill_when(drill),
        cancelled: false,
    }
}

fn event(file: &mut File, dossier: &Dossier, event: &Event, stamp: &str) {
    file.line("BEGIN:VEVENT");
    file.text("UID", &format!("{}.{}@paliers", event.id, dossier.id.as_str()));
    file.line(&format!("DTSTAMP:{stamp}"));
    file.line(&format!("SEQUENCE:{}", event.sequence));
    file.line(&format!("DTSTART;VALUE=DATE:{}", compact(event.day)));
    if let Some(next) = event.day.next() {
        file.line(&format!("DTEND;VALUE=DATE:{}", compact(next)));
    }
    file.text("SUMMARY", &event.summary);
    file.text("DESCRIPTION", &event.description);
    file.line(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    file.line("TRANSP:TRANSPARENT");
    file.line("END:VEVENT");
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

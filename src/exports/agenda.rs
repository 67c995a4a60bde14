//! The deadlines of the plan as iCalendar (RFC 5545), by hand: one kind of event, seven properties, two rules of text.
//!
//! An event's UID is the action's id in its dossier and its SEQUENCE rises with each change, so that importing again moves
//! what has moved and doubles nothing. A deadline is a whole day that keeps nobody busy. It refuses actions without a
//! day, which [`count`] counts; notes, means and who is awaited stay in the dossier.

use crate::domain::{Day, Dossier, PlanItem, State};
use crate::framework::Framework;
use crate::texts::format::NB;
use crate::texts::{follow, plan};

/// Longest line, in bytes.
const LINE: usize = 75;

/// How many actions have a day, and how many still to be done have none.
#[must_use]
pub fn count(framework: &Framework, dossier: &Dossier, today: Day) -> (usize, usize) {
    let dated = |item: &&PlanItem| item.due(framework, today).day().is_some();
    let (with, without): (Vec<&PlanItem>, Vec<&PlanItem>) = dossier.plan.iter().partition(dated);
    (with.len(), without.iter().filter(|item| item.is_open()).count())
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
            event(&mut file, framework, dossier, item, (day, today), &stamp);
        }
    }
    file.line("END:VCALENDAR");
    file.text
}

fn event(
    file: &mut File,
    framework: &Framework,
    dossier: &Dossier,
    item: &PlanItem,
    (day, today): (Day, Day),
    stamp: &str,
) {
    let (title, dropped) = (follow::title(item), item.state == State::Dropped);
    let summary = if item.state == State::Done { format!("Fait{NB}: {title}") } else { title.to_owned() };
    file.line("BEGIN:VEVENT");
    file.line(&format!("UID:{}.{}@paliers", item.id.as_str(), dossier.id.as_str()));
    file.line(&format!("DTSTAMP:{stamp}"));
    file.line(&format!("SEQUENCE:{}", item.sequence));
    file.line(&format!("DTSTART;VALUE=DATE:{}", compact(day)));
    if let Some(next) = day.next() {
        file.line(&format!("DTEND;VALUE=DATE:{}", compact(next)));
    }
    file.text("SUMMARY", &summary);
    file.text("DESCRIPTION", &description(framework, item, today));
    file.line(if dropped { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
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

//! The calendar of the plan: a line a thématique, a mark where its actions fall, over the school years.

use super::draw::{Anchor, Series, Shape};
use crate::domain::{Day, PlanItem};
use crate::framework::Framework;
use crate::texts::format::NB;

/// Width of the drawing; the height follows the number of lines.
const WIDTH: u32 = 760;
/// Where the time begins and ends, past the labels.
const LEFT: i32 = 190;
const RIGHT: i32 = 740;
const TOP: i32 = 44;
const ROW: i32 = 44;
/// Marks that draw more than this are brought together.
const MAX_NODES: usize = 20;
/// Within how many months marks of a line are brought together, from the finest.
const WIDTHS: [i32; 4] = [1, 3, 6, 12];

/// One line and the days of its actions.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub label: String,
    pub days: Vec<Day>,
}

/// The lines of the calendar: the thématiques that have a dated action, then those without thématique.
#[must_use]
pub fn lines(framework: &Framework, items: &[&PlanItem], today: Day) -> Vec<Line> {
    let days = |keep: &dyn Fn(&PlanItem) -> bool| -> Vec<Day> {
        items.iter().filter(|item| keep(item)).filter_map(|item| item.due(framework, today).day()).collect()
    };
    let known = |item: &PlanItem| framework.thematiques.iter().any(|t| Some(&t.id) == item.thematique.as_ref());
    let mut lines: Vec<Line> = framework
        .thematiques
        .iter()
        .map(|t| Line { label: t.short.clone(), days: days(&|item| item.thematique.as_ref() == Some(&t.id)) })
        .collect();
    lines.push(Line { label: "Sans thématique".to_owned(), days: days(&|item| !known(item)) });
    lines.retain(|line| !line.days.is_empty());
    lines
}

/// A mark: how many actions fall around a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    line: usize,
    /// In half months since the first September.
    at: i32,
    number: usize,
}

/// The size and shapes of the calendar, from the first school year to the last of those days, at most four years;
/// empty without a day.
#[must_use]
pub fn timeline(lines: &[Line], today: Day) -> ((u32, u32), Vec<Shape>) {
    let all: Vec<Day> = lines.iter().flat_map(|line| line.days.iter().copied()).collect();
    let (Some(first), Some(last)) = (all.iter().min(), all.iter().max()) else { return ((WIDTH, 0), Vec::new()) };
    let first = i32::from(first.school_year().min(today.school_year()));
    let years = (i32::from(last.school_year().max(today.school_year())) - first + 1).clamp(1, 4);
    let bottom = TOP + ROW * i32::try_from(lines.len()).unwrap_or(0);
    let x = |halves: i32| LEFT + (RIGHT - LEFT) * halves / (24 * years);
    let mut shapes = Vec::new();
    for year in 0..=years {
        shapes.push(Shape::Path(Series::Grid, vec![(x(24 * year), 26), (x(24 * year), bottom)]));
    }
    for year in 0..years {
        let name = format!("{}-{}", first + year, first + year + 1);
        shapes.push(Shape::Text(Series::Soft, (x(24 * year + 12), 12), Anchor::Middle, name));
    }
    for (line, y) in lines.iter().zip((TOP + ROW / 2..).step_by(44)) {
        shapes.push(Shape::Text(Series::Label, (0, y), Anchor::Start, line.label.clone()));
        shapes.push(Shape::Path(Series::Grid, vec![(LEFT, y), (RIGHT, y)]));
    }
    let now = x(halves(today, first, years));
    shapes.push(Shape::Path(Series::Target, vec![(now, 26), (now, bottom)]));
    for mark in marks(lines, first, years) {
        let (at, y) = (x(mark.at), TOP + ROW / 2 + ROW * i32::try_from(mark.line).unwrap_or(0));
        shapes.push(Shape::Dot(Series::Today, (at, y)));
        if mark.number > 1 {
            let number = format!("{}{NB}×", mark.number);
            shapes.push(Shape::Text(Series::Figure, (at, y - 14), Anchor::Middle, number));
        }
    }
    ((WIDTH, u32::try_from(bottom).unwrap_or(0)), shapes)
}

/// How far a day is from the first of September of `first`, in half months; what is beyond stands at the edge.
fn halves(day: Day, first: i32, years: i32) -> i32 {
    let months = 12 * (i32::from(day.year()) - first) + i32::from(day.month()) - 9;
    (2 * months + i32::from(day.day() > 15)).clamp(0, 24 * years - 1)
}

/// The marks, brought together until few enough.
fn marks(lines: &[Line], first: i32, years: i32) -> Vec<Mark> {
    let mut found = Vec::new();
    for months in WIDTHS {
        found = marks_within(lines, (first, years), 2 * months);
        let nodes: usize = found.iter().map(|mark| 1 + usize::from(mark.number > 1)).sum();
        if nodes <= MAX_NODES {
            break;
        }
    }
    found
}

fn marks_within(lines: &[Line], (first, years): (i32, i32), width: i32) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (line, days) in lines.iter().enumerate().map(|(index, line)| (index, &line.days)) {
        for day in days {
            let halves = halves(*day, first, years);
            let at = halves.div_euclid(width) * width;
            match marks.iter_mut().find(|mark| mark.line == line && mark.at.div_euclid(width) * width == at) {
                Some(mark) => mark.number += 1,
                None => marks.push(Mark { line, at: halves, number: 1 }),
            }
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn line(days: &[&str]) -> Line {
        Line { label: "Égal accès".into(), days: days.iter().map(|text| day(text)).collect() }
    }

    fn dots(shapes: &[Shape]) -> Vec<(i32, i32)> {
        let dot = |shape: &Shape| if let Shape::Dot(_, at) = shape { Some(*at) } else { None };
        shapes.iter().filter_map(dot).collect()
    }

    #[test]
    fn nothing_is_drawn_without_a_day() {
        assert_eq!(timeline(&[line(&[])], day("2026-11-25")), ((WIDTH, 0), vec![]));
    }

    #[test]
    fn time_runs_from_september_of_the_first_year_to_august_of_the_last() {
        let (size, shapes) = timeline(&[line(&["2026-09-01"]), line(&["2028-03-01"])], day("2026-11-25"));
        assert_eq!(size, (WIDTH, 132));
        assert_eq!(dots(&shapes), [(LEFT, 66), (LEFT + 550 * 36 / 48, 110)]);
        let years: Vec<&str> = shapes
            .iter()
            .filter_map(|s| if let Shape::Text(Series::Soft, _, _, t) = s { Some(t.as_str()) } else { None })
            .collect();
        assert_eq!(years, ["2026-2027", "2027-2028"]);
    }

    #[test]
    fn a_day_before_this_year_is_in_the_drawing_and_one_far_beyond_stops_at_its_edge() {
        let (_, shapes) = timeline(&[line(&["2025-10-01", "2040-10-01"])], day("2026-11-25"));
        assert_eq!(dots(&shapes).last(), Some(&(LEFT + 550 * 95 / 96, 66)));
    }

    #[test]
    fn actions_of_the_same_month_are_one_mark_with_their_number() {
        let (_, shapes) = timeline(&[line(&["2026-12-01", "2026-12-19", "2027-01-05"])], day("2026-11-25"));
        assert_eq!(dots(&shapes).len(), 2);
        let figures: Vec<_> = shapes.iter().filter(|s| matches!(s, Shape::Text(Series::Figure, ..))).collect();
        assert!(matches!(figures.as_slice(), [Shape::Text(_, _, _, text)] if text == "2\u{a0}×"));
    }

    #[test]
    fn it_holds_in_sixty_nodes_whatever_the_plan() {
        let every_month: Vec<String> = (0..48).map(|n| format!("{}-{:02}-10", 2026 + n / 12, n % 12 + 1)).collect();
        let days: Vec<&str> = every_month.iter().map(String::as_str).collect();
        let (_, shapes) = timeline(&vec![line(&days); 5], day("2026-11-25"));
        assert!(shapes.len() <= 60, "{}", shapes.len());
    }
}

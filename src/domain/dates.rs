//! Days and school years. A day is a local calendar date; an instant is text (RFC 3339 UTC) that nothing computes with.

use crate::framework::{Framework, Horizon, Period};
use jiff::civil::Date;

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// 1 January 1970: what a clock that says nothing sensible is taken for.
    pub const EPOCH: Self = Self(jiff::civil::date(1970, 1, 1));

    /// The day of that year, month (1–12) and day, if it exists.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// Reads exactly `YYYY-MM-DD`; years 1900 to 2999.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| -> Option<i16> {
            bytes.get(range)?.iter().try_fold(0_i16, |n, b| b.is_ascii_digit().then(|| n * 10 + i16::from(b - b'0')))
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let year = digits(0..4).filter(|y| (1900..3000).contains(y))?;
        Self::new(year, i8::try_from(digits(5..7)?).ok()?, i8::try_from(digits(8..10)?).ok()?)
    }

    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The calendar year in which this day's school year began (1 September to 31 August).
    #[must_use]
    pub fn school_year(self) -> i16 {
        if self.month() >= 9 { self.year() } else { self.year() - 1 }
    }

    /// The day after; the last of all days has none.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
    }

    /// How many days from this one to `later`; negative when it is earlier.
    #[must_use]
    pub fn days_to(self, later: Self) -> i32 {
        later.number() - self.number()
    }

    /// Its number in the calendar, counted in years that begin in March, so that the leap day comes last.
    fn number(self) -> i32 {
        let after_february = i32::from(self.month() > 2);
        let year = i32::from(self.year()) - 1 + after_february;
        let month = (i32::from(self.month()) + 9) % 12;
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i32::from(self.day())
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// The last day of a moment, in the school year that `horizon` points to from `decided`. None when the référentiel
/// does not date that moment.
#[must_use]
pub fn last_day(framework: &Framework, period: Period, horizon: Horizon, decided: Day) -> Option<Day> {
    let span = framework.periods.iter().find(|p| p.id == period)?;
    let (month, day) = span.last.split_once('-')?;
    let (month, day): (i8, i8) = (month.parse().ok()?, day.parse().ok()?);
    let years_ahead = match horizon {
        Horizon::Court => 0,
        Horizon::Moyen => 1,
        Horizon::Long => 2,
    };
    let school_year = decided.school_year() + years_ahead;
    Day::new(if month >= 9 { school_year } else { school_year + 1 }, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_exactly() {
        for (text, expected) in [
            ("2026-11-23", Some((2026, 11, 23))),
            ("2028-02-29", Some((2028, 2, 29))),
            ("2026-02-29", None),
            ("2026-13-01", None),
            ("2026-1-01", None),
            ("2026-11-23T00:00", None),
            ("éééé-éé-é", None),
            ("", None),
        ] {
            assert_eq!(Day::parse(text).map(|d| (d.year(), d.month(), d.day())), expected, "{text}");
        }
    }

    #[test]
    fn days_are_counted_across_months_and_leap_years() {
        for (from, to, days) in [
            ("2026-11-25", "2026-11-25", 0),
            ("2026-11-25", "2026-11-24", -1),
            ("2026-12-31", "2027-01-01", 1),
            ("2027-02-28", "2027-03-01", 1),
            ("2028-02-28", "2028-03-01", 2),
            ("1900-02-28", "1900-03-01", 1),
            ("2000-01-01", "2400-01-01", 146_097),
        ] {
            assert_eq!(Day::parse(from).unwrap().days_to(Day::parse(to).unwrap()), days, "{from} to {to}");
        }
        let mut day = Day::parse("1999-12-25").unwrap();
        for _ in 0..2_000 {
            let next = day.next().unwrap();
            assert_eq!(day.days_to(next), 1, "{day}");
            day = next;
        }
    }

    #[test]
    fn a_school_year_begins_in_september() {
        for (text, year) in [("2026-08-31", 2025), ("2026-09-01", 2026), ("2027-08-31", 2026)] {
            assert_eq!(Day::parse(text).unwrap().school_year(), year, "{text}");
        }
    }
}

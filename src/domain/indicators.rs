//! Indicators that a school follows: where it started, where it wants to be, dated values, what they show.
//!
//! They count facts. It refuses to compare schools, and [`names_someone`] helps a screen to refuse people.

use super::dates::Day;
use super::order::by_rank;
use crate::extra::Extra;
use crate::names::IndicatorId;

/// Something the school follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub extra: Extra,
    pub id: IndicatorId,
    /// The indicator of the référentiel it measures, when it is one of them.
    pub reference: String,
    pub title: String,
    /// « % des familles ».
    pub unit: String,
    /// Values are texts: « 56,5 », « oui ». What reads as a number is compared.
    pub start: String,
    pub target: String,
    /// In any order.
    pub values: Vec<Measure>,
    /// What was seen to change.
    pub effect: String,
    /// What we adjust.
    pub corrective: String,
}

/// A dated value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measure {
    pub extra: Extra,
    pub date: Option<Day>,
    pub value: String,
    /// The drill that told it.
    pub drill: Option<String>,
}

/// Where the last value stands, seen from the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    Reached,
    Closer,
    Same,
    Farther,
    /// Values that differ, without a target to tell which way is forward.
    Moved,
    /// Too few values, or no numbers.
    Untold,
}

impl Indicator {
    /// One that says nothing yet.
    #[must_use]
    pub fn new(id: IndicatorId) -> Self {
        let text = String::new;
        Self {
            extra: Extra::default(),
            id,
            reference: text(),
            title: text(),
            unit: text(),
            start: text(),
            target: text(),
            values: Vec::new(),
            effect: text(),
            corrective: text(),
        }
    }

    /// The values that say something, by date; those without one come first.
    #[must_use]
    pub fn by_date(&self) -> Vec<&Measure> {
        let said = self.values.iter().filter(|measure| !measure.value.trim().is_empty()).collect();
        by_rank(said, |measure| {
            measure.date.and_then(|date| u64::try_from(Day::EPOCH.days_to(date)).ok()).map_or(0, |days| days + 1)
        })
    }

    /// The last value.
    #[must_use]
    pub fn last(&self) -> Option<&Measure> {
        self.by_date().pop()
    }

    /// The last value against the one before, or against the start, seen from the target.
    #[must_use]
    pub fn trend(&self) -> Trend {
        let values = self.by_date();
        let number = |at: usize| values.len().checked_sub(at).and_then(|index| thousandths(&values[index].value));
        let start = thousandths(&self.start);
        let Some(last) = number(1) else { return Trend::Untold };
        let Some(target) = thousandths(&self.target) else {
            return match number(2).or(start) {
                None => Trend::Untold,
                Some(before) if before == last => Trend::Same,
                Some(_) => Trend::Moved,
            };
        };
        let upwards = start.or(number(values.len())).is_none_or(|start| start <= target);
        if (upwards && last >= target) || (!upwards && last <= target) {
            return Trend::Reached;
        }
        match number(2).or(start) {
            None => Trend::Untold,
            Some(before) if before == last => Trend::Same,
            Some(before) if (last > before) == upwards => Trend::Closer,
            Some(_) => Trend::Farther,
        }
    }
}

/// A number as French hands write it, « 1 250,5 » or « 56 % », in thousandths; none for any other text.
#[must_use]
pub fn thousandths(text: &str) -> Option<i64> {
    let bare: String = text.trim().trim_end_matches('%').chars().filter(|letter| !letter.is_whitespace()).collect();
    let (sign, bare) = bare.strip_prefix(['-', '−']).map_or((1, bare.as_str()), |rest| (-1, rest));
    let (whole, part) = bare.split_once([',', '.']).unwrap_or((bare, "0"));
    let digits = |text: &str, most: usize| {
        let fits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| text.bytes().fold(0_i64, |n, byte| 10 * n + i64::from(byte - b'0')))
    };
    let scale = [1000, 100, 10, 1][part.len().min(3)];
    Some(sign * (1000 * digits(whole, 12)? + scale * digits(part, 3)?))
}

/// Whether a text seems to name someone: « Mme Diallo », « M. Petit ». A hint, never a refusal.
#[must_use]
pub fn names_someone(text: &str) -> bool {
    let words: Vec<&str> = text.split(|letter: char| letter.is_whitespace() || "’'(,".contains(letter)).collect();
    let titles = ["M.", "Mme", "Mlle", "Mr", "Monsieur", "Madame"];
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    words.windows(2).any(|pair| titles.contains(&pair[0]) && capital(pair[1]))
}

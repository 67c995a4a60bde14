//! The clock and chance: today's date on this device, the hour, an instant, a fresh id.

use crate::domain::Day;
use js_sys::Date;

/// Today, in the device's own time zone.
#[must_use]
pub fn today() -> Day {
    day_of(&Date::new_0())
}

fn day_of(date: &Date) -> Day {
    let number = |n: u32| i8::try_from(n).unwrap_or(1);
    let year = i16::try_from(date.get_full_year()).unwrap_or(2000);
    Day::new(year, number(date.get_month() + 1), number(date.get_date())).unwrap_or(Day::EPOCH)
}

/// How many days have gone by since `day`.
#[must_use]
pub fn days_since(day: Day) -> i32 {
    let utc = |day: Day| {
        let month = i32::from(day.month()) - 1;
        Date::utc(f64::from(day.year()), f64::from(month)) + f64::from(day.day()) * 86_400_000.0
    };
    #[allow(clippy::cast_possible_truncation)]
    let days = ((utc(today()) - utc(day)) / 86_400_000.0) as i32;
    days
}

/// Now, RFC 3339 UTC.
#[must_use]
pub fn now() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// Milliseconds on a clock that only tells how long something takes.
#[must_use]
pub fn elapsed() -> f64 {
    Date::now()
}

/// A stretch of work, in the browser’s own record of times (`performance.measure`): what it took is read there.
pub struct Stretch(&'static str);

impl Stretch {
    /// Begins one of that name.
    #[must_use]
    pub fn begin(name: &'static str) -> Self {
        if let Some(record) = record() {
            let _ = record.mark(name);
        }
        Self(name)
    }
}

impl Drop for Stretch {
    fn drop(&mut self) {
        if let Some(record) = record() {
            let _ = record.measure_with_start_mark(self.0, self.0);
        }
    }
}

fn record() -> Option<web_sys::Performance> {
    super::page::window()?.performance()
}

/// The local hour and minute of now.
#[must_use]
pub fn hour() -> (u32, u32) {
    let now = Date::new_0();
    (now.get_hours(), now.get_minutes())
}

/// An instant as a number to compare; 0 when it is none.
#[must_use]
pub fn milliseconds(instant: &str) -> u64 {
    let milliseconds = Date::new(&instant.into()).get_time();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let milliseconds = milliseconds as u64;
    milliseconds
}

/// The local day, hour and minute of an instant, if it is one.
#[must_use]
pub fn local(instant: &str) -> Option<(Day, u32, u32)> {
    let date = Date::new(&instant.into());
    (!date.get_time().is_nan()).then(|| (day_of(&date), date.get_hours(), date.get_minutes()))
}

/// Sixteen random letters and digits; unique in practice, even without a secure context.
#[must_use]
pub fn fresh_id() -> String {
    let mut bytes = [0_u8; 16];
    let filled = super::page::window()
        .and_then(|w| w.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let chance = (js_sys::Math::random() * 256.0) as u8;
            *byte = chance;
        }
    }
    bytes.iter().map(|b| char::from(b"abcdefghijklmnopqrstuvwxyz012345"[usize::from(b % 32)])).collect()
}

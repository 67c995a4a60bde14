//! A table as CSV, as French spreadsheets open it: `;`, UTF-8 with its mark, CRLF. Texts that begin like a formula get
//! an apostrophe ([`harmless`]).

use super::Error;
use super::blocks::{Cell, Table};
use super::harmless;
use super::progress::Progress;

const MARK: &str = "\u{feff}";

pub(super) fn write(table: &Table, tell: &mut dyn FnMut(u32, u32) -> bool) -> Result<Vec<u8>, Error> {
    let mut progress = Progress::new(u32::try_from(table.rows.len()).unwrap_or(u32::MAX), tell);
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(MARK.as_bytes().to_vec());
    // Writing into memory cannot fail.
    let mut put = |cells: Vec<String>| drop(writer.write_record(cells));
    put(table.columns.iter().map(|column| column.name.to_owned()).collect());
    if table.rows.is_empty() {
        put(vec![table.empty.to_owned()]);
    }
    for row in &table.rows {
        put(row.iter().map(words).collect());
        progress.step()?;
    }
    Ok(writer.into_inner().unwrap_or_default())
}

/// A cell as a spreadsheet reads it back: dates and percentages keep their type.
fn words(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless::cell(text),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(_) => cell.words(),
        Cell::Percent(percent) => format!("{percent}%"),
        Cell::Date(day) => day.to_string(),
    }
}

//! The coverage of the register as a table of text.

use paliers::framework::Framework;
use paliers::framework::coverage::{Row, table};
use std::fmt::{self, Display, Formatter};

/// The coverage of a référentiel, one line a document, then the whole, then what is left out.
pub struct Table<'a>(pub &'a Framework);

const HEAD: [&str; 6] = ["entrées", "portée école", "citées", "à demander", "expliquées", "laissées"];
const WHOLE: &str = "En tout";

impl Display for Table<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let rows = table(self.0);
        let width = rows.iter().map(|row| name(row).chars().count()).max().unwrap_or_default();
        writeln!(f, "{} – ce que les actions font des sources", self.0.id.as_str())?;
        write!(f, "{:width$}", "")?;
        HEAD.iter().try_for_each(|head| write!(f, "  {head}"))?;
        for row in &rows {
            write!(f, "\n{:width$}", name(row))?;
            let numbers = [row.entries, row.within_reach, row.cited, row.asked, row.explained, row.left_out.len()];
            for (number, head) in numbers.iter().zip(HEAD) {
                write!(f, "  {number:>wide$}", wide = head.chars().count())?;
            }
        }
        let left_out: Vec<&str> = rows.last().iter().flat_map(|row| &row.left_out).map(|p| p.id.as_str()).collect();
        if left_out.is_empty() { Ok(()) } else { write!(f, "\nLaissées : {}", left_out.join(", ")) }
    }
}

fn name<'a>(row: &Row<'a>) -> &'a str {
    if row.document.is_empty() { WHOLE } else { row.document }
}

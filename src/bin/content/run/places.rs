//! Where each entry of the référentiel is written: a place (`acces.egalite.reperer`) to a file and a line.

use paliers::framework::coherence::Fault;
use std::collections::HashMap;
use std::fmt::{self, Display, Formatter};

/// A fault with the file and the line where to correct it.
pub struct Located {
    file: String,
    line: usize,
    place: String,
    message: String,
}

impl Located {
    pub fn new(file: &str, line: usize, place: &str, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, place: place.to_owned(), message: message.into() }
    }
}

/// `file:line`, so that an editor can jump there.
impl Display for Located {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Self { file, line, place, message } = self;
        if place.is_empty() {
            write!(f, "{file}:{line}: {message}")
        } else {
            write!(f, "{file}:{line}: {place} : {message}")
        }
    }
}

/// The line that holds the byte `offset`, from 1.
pub fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|b| *b == b'\n').count()
}

/// The lines of the ids. When an id is written twice, the later place is kept: it is the one to change.
pub struct Places {
    /// Where to point when nothing closer is known.
    frame: String,
    lines: HashMap<String, (String, usize)>,
}

impl Places {
    pub fn new(frame: &str) -> Self {
        Self { frame: frame.to_owned(), lines: HashMap::new() }
    }

    pub fn note(&mut self, subject: &str, file: &str, line: usize) {
        self.lines.insert(subject.to_owned(), (file.to_owned(), line));
    }

    pub fn locate(&self, fault: Fault) -> Located {
        let known = self.lines.get(fault.subject());
        let (file, line) = known.map_or((self.frame.as_str(), 1), |(file, line)| (file.as_str(), *line));
        Located::new(file, line, &fault.place, fault.message)
    }
}

//! What a person chooses before a document is made.

use crate::names::words;

words!(
    /// A document to make.
    Kind {
        Odt = "odt",
        Ods = "ods",
        Html = "html",
        CsvAnswers = "csv-reponses",
        CsvResults = "csv-resultats",
        CsvPlan = "csv-plan",
    }
);
words!(
    /// A part of the report, in its order.
    Part {
        /// The two pages for the conseil.
        Council = "conseil",
        /// « Relevé de décisions » of the current meeting.
        Minutes = "releve",
        Results = "resultats",
        Answers = "reponses",
        Plan = "plan",
        Requests = "demandes",
    }
);

/// Which parts of the report, and whether notes go with the answers. Private notes never do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub parts: Vec<Part>,
    pub notes: bool,
}

impl Options {
    /// Everything but the notes.
    #[must_use]
    pub fn all() -> Self {
        Self { parts: Part::ALL.to_vec(), notes: false }
    }

    /// The two pages alone.
    #[must_use]
    pub fn council() -> Self {
        Self { parts: vec![Part::Council], notes: false }
    }

    /// Whether a part is wanted.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// More than the two pages: the method follows.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.parts.iter().any(|part| *part != Part::Council)
    }
}

impl Kind {
    /// The end of the file's name, after the school and the day.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Odt => "rapport.odt",
            Self::Ods => "donnees.ods",
            Self::Html => "rapport.html",
            Self::CsvAnswers => "reponses.csv",
            Self::CsvResults => "resultats.csv",
            Self::CsvPlan => "plan.csv",
        }
    }

    /// The type of the file.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Html => "text/html;charset=utf-8",
            Self::CsvAnswers | Self::CsvResults | Self::CsvPlan => "text/csv;charset=utf-8",
        }
    }
}

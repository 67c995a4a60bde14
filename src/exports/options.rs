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
        CsvIndicators = "csv-indicateurs",
        CsvActors = "csv-annuaire",
        /// A letter, to the addressee that [`Options::about`] names.
        Letter = "lettre-odt",
        /// The tables of the workshop that [`Options::about`] names, together and each.
        Workshop = "atelier-odt",
        CsvDiagnosis = "csv-atelier-diagnostic",
        CsvNeeds = "csv-atelier-besoins",
        CsvDecided = "csv-atelier-plan",
        /// One table of the workbook alone.
        OdsPlan = "ods-plan",
        OdsIndicators = "ods-indicateurs",
        OdsActors = "ods-annuaire",
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
    /// What a letter or the tables of a workshop are about: an addressee, or the workshop’s id.
    pub about: String,
}

impl Options {
    /// Everything but the notes.
    #[must_use]
    pub fn all() -> Self {
        Self { parts: Part::ALL.to_vec(), ..Self::default() }
    }

    /// What a letter or a workshop’s document is about.
    #[must_use]
    pub fn about(about: impl Into<String>) -> Self {
        Self { about: about.into(), ..Self::default() }
    }

    /// The two pages alone.
    #[must_use]
    pub fn council() -> Self {
        Self { parts: vec![Part::Council], ..Self::default() }
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
            Self::CsvIndicators => "indicateurs.csv",
            Self::CsvActors => "annuaire.csv",
            Self::Letter => "lettre.odt",
            Self::Workshop => "atelier.odt",
            Self::CsvDiagnosis => "atelier-diagnostic.csv",
            Self::CsvNeeds => "atelier-besoins.csv",
            Self::CsvDecided => "atelier-plan.csv",
            Self::OdsPlan => "plan.ods",
            Self::OdsIndicators => "indicateurs.ods",
            Self::OdsActors => "annuaire.ods",
        }
    }

    /// The type of the file.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Odt | Self::Letter | Self::Workshop => "application/vnd.oasis.opendocument.text",
            Self::Ods | Self::OdsPlan | Self::OdsIndicators | Self::OdsActors => {
                "application/vnd.oasis.opendocument.spreadsheet"
            }
            Self::Html => "text/html;charset=utf-8",
            _ => "text/csv;charset=utf-8",
        }
    }
}

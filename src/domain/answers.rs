//! An answer: a level, « à vérifier », « sans objet », or nothing. Four different things, never confused.

use super::dates::Day;
use crate::extra::Extra;
use crate::framework::Level;
use crate::names::words;

/// What a committee said about one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    pub extra: Extra,
    /// The level kept, if one was chosen. `status` wins over it.
    pub level: Option<Level>,
    pub status: Option<Status>,
    /// Why it has no object here.
    pub reason: Option<String>,
    /// Who checks, and by when.
    pub check: Option<Check>,
    pub note: Option<String>,
    /// Leaves the device only in the full backup.
    pub private_note: Option<String>,
    /// A different opinion, kept.
    pub dissent: Option<String>,
    pub basis: Option<Basis>,
    /// Dots the committee gave to this question.
    pub dots: Option<u32>,
    /// Instant of the last change, RFC 3339 UTC.
    pub at: Option<String>,
}

/// Who checks an answer, and by when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Check {
    pub extra: Extra,
    pub who: String,
    pub by: Option<Day>,
}

words!(
    /// An answer that is not a level.
    Status {
        NotApplicable = "not_applicable",
        Unknown = "unknown",
    }
);
words!(
    /// What an answer rests on.
    Basis {
        Opinion = "opinion",
        Observed = "observed",
        Measured = "measured",
    }
);

/// Where a question stands, for the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Answered with a level.
    At(Level),
    /// « À vérifier ».
    Unknown,
    /// « Sans objet chez nous ».
    NotApplicable,
    /// No answer.
    Unanswered,
}

impl Standing {
    /// The level, when there is one.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::At(level) => Some(level),
            _ => None,
        }
    }
}

impl Answer {
    /// An answer that is a level.
    #[must_use]
    pub fn at(level: Level) -> Self {
        Self { level: Some(level), ..Self::default() }
    }

    /// `status` wins over `level`; neither: unanswered, though a note may be there.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match (self.status, self.level) {
            (Some(Status::Unknown), _) => Standing::Unknown,
            (Some(Status::NotApplicable), _) => Standing::NotApplicable,
            (None, Some(level)) => Standing::At(level),
            (None, None) => Standing::Unanswered,
        }
    }

    /// The same answer with another choice; notes stay, what belonged to the former choice alone is kept as well, so
    /// that a hand that slips loses nothing.
    #[must_use]
    pub fn choosing(&self, standing: Standing) -> Self {
        let status = match standing {
            Standing::Unknown => Some(Status::Unknown),
            Standing::NotApplicable => Some(Status::NotApplicable),
            Standing::At(_) | Standing::Unanswered => None,
        };
        Self { level: standing.level(), status, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_wins_over_level() {
        let answer = |level, status| Answer { level, status, ..Answer::default() }.standing();
        assert_eq!(answer(Some(Level::MAX), Some(Status::Unknown)), Standing::Unknown);
        assert_eq!(answer(Some(Level::MAX), Some(Status::NotApplicable)), Standing::NotApplicable);
        assert_eq!(answer(Some(Level::ZERO), None), Standing::At(Level::ZERO));
        assert_eq!(answer(None, None), Standing::Unanswered);
    }

    #[test]
    fn choosing_keeps_the_notes() {
        let noted = Answer { note: Some("n".into()), ..Answer::at(Level::MAX) };
        let unknown = noted.choosing(Standing::Unknown);
        assert_eq!((unknown.standing(), unknown.note.as_deref(), unknown.level), (Standing::Unknown, Some("n"), None));
    }
}

//! What kind of school a member is, one for each: it says to whom its requests go.

use crate::domain::School;
use crate::framework::SchoolType;
use crate::names::words;

words!(
    /// One kind a school, whatever its types.
    Kind {
        Ecole = "ecole",
        College = "college",
        /// Général et technologique, or polyvalent.
        Lycee = "lycee",
        LyceePro = "lycee-pro",
        /// Of several kinds, or unsaid.
        Other = "autre",
    }
);

impl Kind {
    /// The kind of that school.
    #[must_use]
    pub fn of(school: &School) -> Self {
        use SchoolType::{College, LyceeGt, LyceePro};
        match school.types.as_slice() {
            _ if !school.other_types.is_empty() => Self::Other,
            _ if school.is_primary() => Self::Ecole,
            [College] => Self::College,
            [LyceePro] => Self::LyceePro,
            types if !types.is_empty() && types.iter().all(|t| matches!(t, LyceeGt | LyceePro)) => Self::Lycee,
            _ => Self::Other,
        }
    }
}

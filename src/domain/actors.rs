//! « Qui appeler pour quoi »: a directory by role. A role is enough; a name is only there when it was wanted.

use crate::extra::Extra;
use crate::names::ActorId;

/// Whom to call for what.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub extra: Extra,
    pub id: ActorId,
    /// « Référente numérique », « Service informatique de la commune ».
    pub role: String,
    /// For what.
    pub purpose: String,
    /// Someone, when the role is not enough.
    pub name: String,
    /// How to reach them.
    pub contact: String,
}

impl Actor {
    /// One that says nothing yet.
    #[must_use]
    pub fn new(id: ActorId) -> Self {
        let text = String::new;
        Self { extra: Extra::default(), id, role: text(), purpose: text(), name: text(), contact: text() }
    }
}

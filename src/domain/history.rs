//! Undo and redo: pairs (before, after) of the place that one command touched.
//!
//! Undoing puts *before* back only where the place still equals *after*; what another tab has changed since is left
//! and named. So undo never takes back somebody else's answer. The sequence of an action, which only rises, is no change.

use super::commands::{Command, apply, current};
use super::dossier::Dossier;

/// How many steps are kept.
const DEPTH: usize = 200;

/// One undoable step.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    before: Command,
    after: Command,
}

/// What can be undone and redone in this tab.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The last step may still be lengthened: text is being typed in one place.
    typing: bool,
}

/// What an undo or a redo came to.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "an outcome lives for one call and is never stored")]
pub enum Outcome {
    /// This command was applied; it has to be saved.
    Applied(Command),
    /// The place has been changed elsewhere since: nothing was touched.
    ChangedSince,
    /// Nothing left.
    Nothing,
}

impl History {
    /// Applies a command and remembers how to take it back. `typing` steps on the same place become one; they put text
    /// there, and take no element of a list away. Says whether anything changed.
    pub fn send(&mut self, dossier: &mut Dossier, command: &Command, typing: bool) -> bool {
        let Some(before) = current(dossier, command) else { return false };
        apply(dossier, command);
        let Some(after) = current(dossier, command).filter(|after| *after != before) else { return false };
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if typing && self.typing && last.after == before => last.after = after,
            _ => self.done.push(Step { before, after }),
        }
        if self.done.len() > DEPTH {
            self.done.remove(0);
        }
        self.typing = typing;
        true
    }

    /// Takes the last step back.
    pub fn undo(&mut self, dossier: &mut Dossier) -> Outcome {
        self.typing = false;
        let Some(step) = self.done.pop() else { return Outcome::Nothing };
        let outcome = swap(dossier, &step.after, &step.before);
        if outcome != Outcome::ChangedSince {
            self.undone.push(step);
        }
        outcome
    }

    /// Does again what was undone.
    pub fn redo(&mut self, dossier: &mut Dossier) -> Outcome {
        self.typing = false;
        let Some(step) = self.undone.pop() else { return Outcome::Nothing };
        let outcome = swap(dossier, &step.before, &step.after);
        if outcome != Outcome::ChangedSince {
            self.done.push(step);
        }
        outcome
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

fn swap(dossier: &mut Dossier, expected: &Command, put: &Command) -> Outcome {
    if current(dossier, put).map(Command::still) != Some(expected.clone().still()) {
        return Outcome::ChangedSince;
    }
    apply(dossier, put);
    Outcome::Applied(put.clone())
}

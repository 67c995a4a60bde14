//! How far a document is, told step by step, and the way to stop it.

use super::Error;

/// Steps done and to do.
pub(super) struct Progress<'t> {
    done: u32,
    total: u32,
    tell: &'t mut dyn FnMut(u32, u32) -> bool,
}

impl<'t> Progress<'t> {
    pub fn new(total: u32, tell: &'t mut dyn FnMut(u32, u32) -> bool) -> Self {
        Self { done: 0, total, tell }
    }

    /// One step more.
    #[inline(never)]
    pub fn step(&mut self) -> Result<(), Error> {
        self.done = self.done.saturating_add(1).min(self.total);
        if (self.tell)(self.done, self.total) { Ok(()) } else { Err(Error::Cancelled) }
    }
}

//! Dossiers of a page that keeps nothing: the same records as [`super::storage`], for as long as the page is open.
//!
//! It knows which of them are whole in a file that the person saved or opened. One page alone sees it, so nothing is merged.

use super::storage::{COPIES_KEPT, Record};
use std::cell::RefCell;

/// The records, the copies of former states, and the revision of each dossier that a file holds.
#[derive(Default)]
pub(super) struct Memory {
    dossiers: RefCell<Vec<Record>>,
    copies: RefCell<Vec<Record>>,
    filed: RefCell<Vec<(String, u32)>>,
}

impl Memory {
    pub fn all(&self) -> Vec<Record> {
        self.dossiers.borrow().clone()
    }

    pub fn get(&self, id: &str) -> Option<Record> {
        self.dossiers.borrow().iter().find(|record| record.id == id).cloned()
    }

    pub fn put(&self, record: Record) {
        let mut dossiers = self.dossiers.borrow_mut();
        match dossiers.iter_mut().find(|own| own.id == record.id) {
            Some(own) => *own = record,
            None => dossiers.push(record),
        }
    }

    pub fn erase(&self, id: &str) {
        self.dossiers.borrow_mut().retain(|record| record.id != id);
        self.copies.borrow_mut().retain(|record| record.id != id);
    }

    /// The copies of a dossier, latest first.
    pub fn copies_of(&self, id: &str) -> Vec<Record> {
        self.copies.borrow().iter().rev().filter(|copy| copy.id == id).cloned().collect()
    }

    pub fn keep_copy(&self, copy: Record) {
        let mut copies = self.copies.borrow_mut();
        if copies.iter().filter(|own| own.id == copy.id).count() >= COPIES_KEPT
            && let Some(oldest) = copies.iter().position(|own| own.id == copy.id)
        {
            copies.remove(oldest);
        }
        copies.push(copy);
    }

    /// A file now holds that dossier as it is.
    pub fn file(&self, id: &str) {
        if let Some(record) = self.get(id) {
            let mut filed = self.filed.borrow_mut();
            filed.retain(|(own, _)| own != id);
            filed.push((record.id, record.revision));
        }
    }

    /// Whether a file holds that dossier as it is.
    pub fn is_filed(&self, id: &str) -> bool {
        let revision = self.get(id).map(|record| record.revision);
        self.filed.borrow().iter().any(|(own, filed)| own == id && Some(*filed) == revision)
    }

    /// Whether a file holds each as it is.
    pub fn is_safe(&self) -> bool {
        self.dossiers.borrow().iter().all(|record| self.is_filed(&record.id))
    }
}

//! Dossiers in IndexedDB: records `{id, revision, text, saved}`, written with strict durability.
//!
//! What is stored is the text of the dossier file: one reader serves storage, import and rescue. A save compares the
//! stored revision in the same transaction as it writes: when another tab has saved meanwhile, the caller is asked to
//! put its unsaved changes over the newer text, so no tab ever loses an answer. `copies` keeps the last states before
//! an import. Where nothing may be kept, the same store works in memory ([`Store::in_memory`]).

use super::memory::Memory;
use crate::domain::order::by_rank_down;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use wasm_bindgen::JsValue;

const DOSSIERS: &str = "dossiers";
const COPIES: &str = "copies";
/// How many copies of a dossier are kept.
pub(super) const COPIES_KEPT: usize = 5;

/// Why nothing could be stored or read. The browser's own words, for the console and the help.
#[derive(Clone, Debug)]
pub struct StorageError(pub String);

impl StorageError {
    /// Nothing may be written on a borrowed computer.
    pub(super) fn borrowed() -> Self {
        Self("poste prêté".to_owned())
    }
}

impl<E: std::fmt::Display> From<E> for StorageError {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// A stored dossier, unread.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub id: String,
    /// Counts the saves; the store's own, not the format's.
    pub revision: u32,
    pub text: String,
    /// Instant of the save, RFC 3339 UTC.
    pub saved: String,
}

/// What a save came to.
pub enum Saved {
    /// Nobody had saved meanwhile.
    AsIs(u32),
    /// Another tab had: this merged text was stored.
    Merged { revision: u32, text: String },
}

/// The dossiers of this copy of the app.
pub struct Store {
    place: Place,
}

enum Place {
    Disk(Database),
    Memory(Memory),
}

impl Store {
    /// Opens or makes the database.
    ///
    /// # Errors
    /// Where the browser refuses storage, and on a borrowed computer.
    pub async fn open() -> Result<Self, StorageError> {
        if super::borrowed::is_borrowed() {
            return Err(StorageError::borrowed());
        }
        let database = Database::open(super::scope())
            .with_version(1_u8)
            .with_on_upgrade_needed(|_, database| {
                database.create_object_store(DOSSIERS).build()?;
                database.create_object_store(COPIES).build()?;
                Ok(())
            })
            .await?;
        Ok(Self { place: Place::Disk(database) })
    }

    /// What forgets everything with the page.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { place: Place::Memory(Memory::default()) }
    }

    /// Whether what is saved outlives the page.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        matches!(self.place, Place::Disk(_))
    }

    /// The person's file holds that dossier as it is.
    pub fn file(&self, id: &str) {
        if let Place::Memory(memory) = &self.place {
            memory.file(id);
        }
    }

    /// Whether that dossier is kept as it is, by the disk or by a file.
    #[must_use]
    pub fn is_filed(&self, id: &str) -> bool {
        match &self.place {
            Place::Disk(_) => true,
            Place::Memory(memory) => memory.is_filed(id),
        }
    }

    /// Whether every dossier is.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        match &self.place {
            Place::Disk(_) => true,
            Place::Memory(memory) => memory.is_safe(),
        }
    }

    /// Whether no dossier is stored; false when the browser does not say.
    pub async fn is_empty(&self) -> bool {
        let database = match &self.place {
            Place::Disk(database) => database,
            Place::Memory(memory) => return memory.all().is_empty(),
        };
        let count = async {
            let transaction = database.transaction(DOSSIERS).build()?;
            let count = transaction.object_store(DOSSIERS)?.count().await?;
            Ok::<_, StorageError>(count)
        };
        count.await.is_ok_and(|count| count == 0)
    }

    /// Every stored dossier.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn all(&self) -> Result<Vec<Record>, StorageError> {
        match &self.place {
            Place::Disk(database) => every(database, DOSSIERS).await,
            Place::Memory(memory) => Ok(memory.all()),
        }
    }

    /// One stored dossier.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn get(&self, id: &str) -> Result<Option<Record>, StorageError> {
        let database = match &self.place {
            Place::Disk(database) => database,
            Place::Memory(memory) => return Ok(memory.get(id)),
        };
        let transaction = database.transaction(DOSSIERS).build()?;
        let value: Option<JsValue> = transaction.object_store(DOSSIERS)?.get(id).await?;
        Ok(value.as_ref().and_then(from_js))
    }

    /// Saves `text` as the revision after `expected`. When the stored one is another, `merge` receives the stored
    /// text and says what to store instead; nothing from it leaves what is stored as it is.
    ///
    /// # Errors
    /// When the browser refuses, or `merge` does.
    pub async fn save(
        &self,
        id: &str,
        expected: u32,
        text: &str,
        merge: impl FnOnce(&str) -> Option<String>,
    ) -> Result<Saved, StorageError> {
        let record = |revision, text| Record { id: id.to_owned(), revision, text, saved: super::clock::now() };
        let database = match &self.place {
            Place::Disk(database) => database,
            Place::Memory(memory) => {
                memory.put(record(expected + 1, text.to_owned()));
                return Ok(Saved::AsIs(expected + 1));
            }
        };
        let transaction = write(database, &[DOSSIERS])?;
        let store = transaction.object_store(DOSSIERS)?;
        let stored: Option<JsValue> = store.get(id).await?;
        let stored = stored.as_ref().and_then(from_js);
        let revision = stored.as_ref().map_or(expected, |s| s.revision) + 1;
        let merged = match &stored {
            Some(stored) if stored.revision != expected => Some(
                merge(&stored.text)
                    .ok_or_else(|| StorageError("le dossier gardé ici est abîmé, ou plus récent".to_owned()))?,
            ),
            _ => None,
        };
        let record = record(revision, merged.clone().unwrap_or_else(|| text.to_owned()));
        store.put(to_js(&record)).with_key(id).await?;
        transaction.commit().await?;
        Ok(merged.map_or(Saved::AsIs(revision), |text| Saved::Merged { revision, text }))
    }

    /// Erases a dossier and its copies.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn erase(&self, id: &str) -> Result<(), StorageError> {
        let database = match &self.place {
            Place::Disk(database) => database,
            Place::Memory(memory) => {
                memory.erase(id);
                return Ok(());
            }
        };
        let copies = self.copies_of(id).await?;
        let transaction = write(database, &[DOSSIERS, COPIES])?;
        transaction.object_store(DOSSIERS)?.delete(id).await?;
        let store = transaction.object_store(COPIES)?;
        for copy in copies {
            store.delete(copy_key(&copy)).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// The copies kept of a dossier, latest first.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn copies_of(&self, id: &str) -> Result<Vec<Record>, StorageError> {
        let database = match &self.place {
            Place::Disk(database) => database,
            Place::Memory(memory) => return Ok(memory.copies_of(id)),
        };
        let mut copies = every(database, COPIES).await?;
        copies.retain(|copy| copy.id == id);
        Ok(by_rank_down(copies, |copy| super::clock::milliseconds(&copy.saved)))
    }

    /// Keeps a copy of a dossier's text before something large happens to it; the oldest beyond five go.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn keep_copy(&self, id: &str, text: &str) -> Result<(), StorageError> {
        let copy = Record { id: id.to_owned(), revision: 0, text: text.to_owned(), saved: super::clock::now() };
        let database = match &self.place {
            Place::Disk(database) => database,
            Place::Memory(memory) => {
                memory.keep_copy(copy);
                return Ok(());
            }
        };
        let old = self.copies_of(id).await?;
        let transaction = write(database, &[COPIES])?;
        let store = transaction.object_store(COPIES)?;
        store.put(to_js(&copy)).with_key(copy_key(&copy)).await?;
        for copy in old.iter().skip(COPIES_KEPT - 1) {
            store.delete(copy_key(copy)).await?;
        }
        transaction.commit().await?;
        Ok(())
    }
}

fn write<'a>(database: &'a Database, stores: &'a [&'a str]) -> Result<Transaction<'a>, StorageError> {
    let mut options = TransactionOptions::new();
    options.set_durability(TransactionDurability::Strict);
    Ok(database.transaction(stores.to_vec()).with_mode(TransactionMode::Readwrite).with_options(options).build()?)
}

async fn every(database: &Database, store: &str) -> Result<Vec<Record>, StorageError> {
    let transaction = database.transaction(store).build()?;
    let values = transaction.object_store(store)?.get_all::<JsValue>().await?;
    Ok(values.filter_map(Result::ok).filter_map(|value| from_js(&value)).collect())
}

fn copy_key(copy: &Record) -> String {
    format!("{} {}", copy.id, copy.saved)
}

fn to_js(record: &Record) -> JsValue {
    let object = js_sys::Object::new();
    let fields: [(&str, JsValue); 4] = [
        ("id", record.id.as_str().into()),
        ("revision", record.revision.into()),
        ("text", record.text.as_str().into()),
        ("saved", record.saved.as_str().into()),
    ];
    for (key, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&object, &key.into(), &value);
    }
    object.into()
}

fn from_js(value: &JsValue) -> Option<Record> {
    let field = |key: &str| js_sys::Reflect::get(value, &key.into()).ok();
    let text = |key: &str| field(key).and_then(|v| v.as_string());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let revision = field("revision").and_then(|v| v.as_f64()).map_or(0, |n| n as u32);
    Some(Record { id: text("id")?, revision, text: text("text")?, saved: text("saved").unwrap_or_default() })
}

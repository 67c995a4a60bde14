//! The référentiels kept on this computer: the text of each, under its id, in a database of their own.
//!
//! Beside that of the dossiers, so that neither has to wait for the other to change its shape. Where the browser refuses
//! storage, or the computer is borrowed, they stay in memory, for as long as the page. It reads nothing of what it keeps.

use super::storage::StorageError;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionMode};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

const TEXTS: &str = "texts";

thread_local! {
    /// Ids and texts, where storage is refused.
    static IN_MEMORY: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

async fn open() -> Result<Database, StorageError> {
    if super::borrowed::is_borrowed() {
        return Err(StorageError::borrowed());
    }
    let database = Database::open(format!("{} référentiels", super::scope()))
        .with_version(1_u8)
        .with_on_upgrade_needed(|_, database| {
            database.create_object_store(TEXTS).build()?;
            Ok(())
        })
        .await?;
    Ok(database)
}

fn change(database: &Database) -> Result<Transaction<'_>, StorageError> {
    Ok(database.transaction(TEXTS).with_mode(TransactionMode::Readwrite).build()?)
}

/// The text of every référentiel kept here.
pub async fn all() -> Vec<String> {
    let mut texts = stored().await.unwrap_or_default();
    texts.extend(IN_MEMORY.with_borrow(|kept| kept.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>()));
    texts
}

async fn stored() -> Result<Vec<String>, StorageError> {
    let database = open().await?;
    let transaction = database.transaction(TEXTS).build()?;
    let values = transaction.object_store(TEXTS)?.get_all::<JsValue>().await?;
    Ok(values.filter_map(Result::ok).filter_map(|value| value.as_string()).collect())
}

/// The text of one, if it is here.
pub async fn get(id: &str) -> Option<String> {
    let in_memory = IN_MEMORY.with_borrow(|kept| kept.iter().find(|(own, _)| own == id).map(|(_, text)| text.clone()));
    match in_memory {
        Some(text) => Some(text),
        None => stored_one(id).await.ok().flatten(),
    }
}

async fn stored_one(id: &str) -> Result<Option<String>, StorageError> {
    let database = open().await?;
    let transaction = database.transaction(TEXTS).build()?;
    let value: Option<JsValue> = transaction.object_store(TEXTS)?.get(id).await?;
    Ok(value.and_then(|value| value.as_string()))
}

/// Keeps a text under its id, in place of the former one. False when only the memory could take it.
pub async fn put(id: &str, text: &str) -> bool {
    forget_in_memory(id);
    let done = store(id, text).await.is_ok();
    if !done {
        IN_MEMORY.with_borrow_mut(|kept| kept.push((id.to_owned(), text.to_owned())));
    }
    done
}

async fn store(id: &str, text: &str) -> Result<(), StorageError> {
    let database = open().await?;
    let transaction = change(&database)?;
    transaction.object_store(TEXTS)?.put(JsValue::from_str(text)).with_key(id).await?;
    transaction.commit().await?;
    Ok(())
}

/// Takes one away. False when the browser refuses.
pub async fn remove(id: &str) -> bool {
    forget_in_memory(id);
    erase(id).await.is_ok()
}

async fn erase(id: &str) -> Result<(), StorageError> {
    let database = open().await?;
    let transaction = change(&database)?;
    transaction.object_store(TEXTS)?.delete(id).await?;
    transaction.commit().await?;
    Ok(())
}

fn forget_in_memory(id: &str) {
    IN_MEMORY.with_borrow_mut(|kept| kept.retain(|(own, _)| own != id));
}

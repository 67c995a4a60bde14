//! What the frame and the welcome ask of the code that reads, changes and keeps dossiers. That code is a part of its own
//! ([`super::parts`]): a visitor who has no dossier yet does not wait for it.

use super::files::{self, Entry};
use super::store::Store;
use super::{actions, parts};
use crate::browser::files::Chosen;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

/// One thing to do.
pub enum Errand {
    /// The dossier of this tab, at its start.
    Reopen(String),
    /// Goes on with a stored dossier.
    TakeUp(String),
    Begin,
    Example,
    StartCampaign,
    OpenFile(Chosen),
    Backup,
    /// This computer is borrowed, or no longer.
    Borrow(bool),
    Undo,
    Redo,
    /// Saves what waits.
    Flush,
    /// The page is hidden or left.
    Leave,
    /// Another tab saved or erased this dossier.
    ChangedElsewhere(String),
    /// The dossiers of this computer, into a list.
    List(RwSignal<Vec<Entry>>),
}

/// What an errand still has to wait for.
pub type Rest = Pin<Box<dyn Future<Output = ()>>>;

/// Sends an errand to its part, and says so when that part does not come.
pub fn send(store: Store, errand: Errand) {
    spawn_local(run(store, errand));
}

/// The same, until it is done.
pub async fn run(store: Store, errand: Errand) {
    match parts::keep(store, errand).await {
        Ok(rest) => rest.await,
        Err(parts::Missing) => store.say(parts::MISSING),
    }
}

/// Does it. Only the part calls this.
pub fn carry_out(store: Store, errand: Errand) -> Rest {
    match errand {
        Errand::Reopen(id) => {
            return Box::pin(async move {
                store.open_stored(&id).await;
            });
        }
        Errand::List(into) => {
            return Box::pin(async move { into.set(files::entries(store).await) });
        }
        Errand::Borrow(yes) => return Box::pin(store.borrow(yes)),
        Errand::TakeUp(id) => files::open_stored(store, id),
        Errand::Begin => actions::begin(store),
        Errand::Example => actions::try_example(store),
        Errand::StartCampaign => actions::start_campaign(store),
        Errand::OpenFile(chosen) => files::open_file(store, chosen),
        Errand::Backup => files::save_backup(store),
        Errand::Undo => store.undo(),
        Errand::Redo => store.redo(),
        Errand::Flush => store.flush(),
        Errand::Leave => store.leave(),
        Errand::ChangedElsewhere(id) => store.changed_elsewhere(&id),
    }
    Box::pin(std::future::ready(()))
}

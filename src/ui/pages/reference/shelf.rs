//! The référentiels at hand: those that this site serves and those kept on this computer. Each begins a new dossier.

use crate::browser::{assets, kept};
use crate::framework;
use crate::framework::index::{self, Served};
use crate::ui::actions;
use crate::ui::dom::{El, button, el, kids};
use crate::ui::store::Store;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// One of the list.
#[derive(Clone, PartialEq)]
struct Entry {
    served: Served,
    kept: bool,
}

async fn served() -> Vec<Served> {
    match assets::load(&format!("frameworks/{}", index::FILE)).await {
        Ok(text) => index::read(&text).frameworks,
        Err(_) => Vec::new(),
    }
}

async fn entries() -> Vec<Entry> {
    let mut all: Vec<Entry> = served().await.into_iter().map(|served| Entry { served, kept: false }).collect();
    let read = |text: String| framework::read(text.trim_start_matches('\u{feff}')).ok();
    let kept = kept::all().await.into_iter().filter_map(read);
    all.extend(kept.map(|f| Entry { served: Served { id: f.id, version: f.version, title: f.title }, kept: true }));
    all
}

/// The section.
pub fn shelf(store: Store) -> El {
    let all: RwSignal<Vec<Entry>> = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        store.shelf.track();
        spawn_local(async move { all.set(entries().await) });
    });
    el(
        "section.stack",
        kids![
            el("h2", "Les référentiels à portée de main"),
            el(
                "p.meta",
                "Chaque dossier garde le sien\u{a0}: en essayer un autre commence un nouveau dossier et ne change pas les vôtres."
            ),
            move || el("ul.shelf", all.with(|all| all.iter().map(|entry| item(store, entry)).collect::<Vec<_>>())),
        ],
    )
}

fn item(store: Store, entry: &Entry) -> El {
    let Served { id, version, title } = entry.served.clone();
    let id = id.as_str().to_owned();
    let place = if entry.kept { "gardé sur cet ordinateur" } else { "publié avec ce site" };
    let detail = format!("{id} · version\u{a0}{version} · {place}");
    let (begin, take) = (id.clone(), id);
    let remove = entry.kept.then(|| {
        button("btn txt", "Retirer", move || remove(store, take.clone())).label(format!("Retirer\u{a0}: {title}"))
    });
    let name = format!("Essayer\u{a0}: {title}");
    el(
        "li",
        kids![
            el("div", kids![el("b", title), el("br", ()), el("span.meta.small", detail)]),
            el(
                "div.acts",
                kids![button("btn", "Essayer", move || actions::begin_with(store, begin.clone())).label(name), remove,]
            ),
        ],
    )
}

/// Keeps a référentiel on this computer and begins a dossier that follows it; a name that this site serves is taken.
pub fn keep_and_begin(store: Store, id: String, text: Arc<str>) {
    spawn_local(async move {
        if served().await.iter().any(|served| served.id.as_str() == id) {
            return store.say(&format!(
                "Ce site publie déjà un référentiel nommé «\u{a0}{id}\u{a0}». Donnez un autre identifiant au vôtre, puis choisissez-le à nouveau."
            ));
        }
        let stored = kept::put(&id, &text).await;
        store.framework_changed(&id);
        store.shelf.update(|n| *n += 1);
        actions::begin_with(store, id);
        if !stored {
            store.say(
                "Ce navigateur refuse de garder le référentiel\u{a0}: il reste là tant que cette page est ouverte.",
            );
        }
    });
}

/// Takes one away, and offers to put it back.
fn remove(store: Store, id: String) {
    spawn_local(async move {
        let Some(text) = kept::get(&id).await else { return };
        if !kept::remove(&id).await {
            return store.say("Le navigateur n’a pas pu retirer ce référentiel. Réessayez.");
        }
        store.framework_changed(&id);
        store.shelf.update(|n| *n += 1);
        let words = "Le référentiel est retiré. Les dossiers qui le suivent restent lisibles.".to_owned();
        store.offer(words, "Annuler", move || put_back(store, id.clone(), text.clone()));
    });
}

fn put_back(store: Store, id: String, text: String) {
    spawn_local(async move {
        kept::put(&id, &text).await;
        store.framework_changed(&id);
        store.shelf.update(|n| *n += 1);
    });
}

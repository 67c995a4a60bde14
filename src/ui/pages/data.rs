//! The dossiers of this computer: backup, opening a file with its preview, erasing with undo.

use crate::domain::Dossier;
use crate::routes::Route;
use crate::texts;
use crate::ui::actions;
use crate::ui::components::file_button;
use crate::ui::files::{self, Choice, Entry, Import, Opening};
use crate::ui::store::{Store, store};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How many warnings a preview lists before it only counts them.
const WARNINGS: usize = 12;

/// The screen.
#[component]
pub fn Data() -> impl IntoView {
    let store = store();
    on_cleanup(move || store.opening.set(None));
    let entries = files::shelf(store);
    let has_dossier = Memo::new(move |_| store.dossier.with(Option::is_some));
    view! {
        <section class="stack-l">
            <div><h1 tabindex="-1">"Mes dossiers"</h1>
                <p class="meta">"Tout reste dans ce navigateur, sur cet ordinateur. Un fichier permet de le reprendre ailleurs."</p></div>
            <div class="acts">
                {move || has_dossier.get().then(|| view! {
                    <button class="btn go" type="button" on:click=move |_| files::save_backup(store)>"Sauvegarde complète"</button>
                })}
                {file_button("Ouvrir un fichier", move |chosen| files::open_file(store, chosen))}
                <button class="btn txt" type="button" on:click=move |_| actions::begin(store)>"Nouveau dossier"</button>
            </div>
        </section>
        {move || store.opening.get().map(|opening| preview(store, opening))}
        <section class="stack" aria-labelledby="h-here"><h2 id="h-here">"Sur cet ordinateur"</h2>
            {move || list(store, entries)}
        </section>
        <Copies />
        <section class="stack" aria-labelledby="h-what"><h2 id="h-what">"Ce que contient une sauvegarde complète"</h2>
            <p>"Les réponses, les notes, y compris les notes privées, et le plan. Elle se rouvre ici avec «\u{a0}Ouvrir un fichier\u{a0}», ou sur tout autre site de Paliers."</p>
            <p><a href="#/donnees-personnelles">"Ce qui est gardé, où, et comment l’effacer"</a></p></section>
    }
}

fn list(store: Store, entries: RwSignal<Vec<Entry>>) -> AnyView {
    let current = store.dossier.with(|d| d.as_ref().map(|d| d.id.as_str().to_owned()));
    let items: Vec<_> = entries.with(|entries| {
        entries.iter().map(|entry| item(store, entry, current.as_deref() == Some(&entry.id))).collect()
    });
    if items.is_empty() {
        view! { <p>"Aucun dossier n’est gardé ici pour l’instant."</p> }.into_any()
    } else {
        view! { <ul class="shelf">{items}</ul> }.into_any()
    }
}

fn item(store: Store, entry: &Entry, current: bool) -> impl IntoView + use<> {
    let (open, erase, raw) = (entry.id.clone(), entry.id.clone(), entry.id.clone());
    let name = entry.name.clone();
    let main_act = if !entry.readable {
        view! { <button class="btn" type="button" on:click=move |_| files::save_raw(store, &raw)>"Télécharger son texte"</button> }.into_any()
    } else if current {
        view! { <b>"Ouvert"</b> }.into_any()
    } else {
        view! {
            <button class="btn" type="button" aria-label=format!("Ouvrir\u{a0}: {name}")
                on:click=move |_| files::open_stored(store, open.clone(), Route::Results)>"Ouvrir"</button>
        }
        .into_any()
    };
    view! {
        <li><div><b>{name.clone()}</b><br /><span class="meta small">{entry.campaign.clone()}" · "{texts::files::modified(&entry.when)}</span></div>
            <div class="acts">{main_act}
                <button class="btn txt" type="button" aria-label=format!("Effacer\u{a0}: {name}")
                    on:click=move |_| files::erase(store, erase.clone())>"Effacer"</button></div>
        </li>
    }
}

fn preview(store: Store, opening: Opening) -> AnyView {
    match opening {
        Opening::Refused { file, why } => view! {
            <section id="opening" class="banner halt" role="alert">
                <div><h2 tabindex="-1">"Ce fichier n’a pas été ouvert"</h2><p>{file}"\u{a0}: "{why}</p><p>"Rien n’a été changé."</p></div>
                <button class="btn" type="button" on:click=move |_| store.opening.set(None)>"Fermer"</button>
            </section>
        }
        .into_any(),
        Opening::Preview(import) => decide(store, *import).into_any(),
    }
}

fn decide(store: Store, import: Import) -> impl IntoView {
    let title =
        if import.known.is_some() { "Ce dossier est déjà sur cet ordinateur" } else { "Ouvrir ce dossier\u{202f}?" };
    let changes: Vec<_> = import
        .known
        .iter()
        .flat_map(|(_, difference)| texts::files::difference(difference))
        .map(|line| view! { <li>{line}</li> })
        .collect();
    let all = import.reading.warnings.len();
    let warnings: Vec<_> =
        import.reading.warnings.iter().take(WARNINGS).map(|w| view! { <li>{texts::files::warning(w)}</li> }).collect();
    let more = all.saturating_sub(WARNINGS);
    let known = import.known.is_some();
    let summary = texts::files::summary(&import.reading.dossier);
    let file = import.file.clone();
    let import = StoredValue::new(import);
    let act = move |choice| move |_| files::accept(store, import.get_value(), choice);
    view! {
        <section id="opening" class="opening stack" aria-labelledby="h-opening">
            <h2 id="h-opening" tabindex="-1">{title}</h2>
            <p><b>{file}</b></p><p>{summary}</p>
            {known.then(|| view! { <ul class="plain">{changes}</ul>
                <p class="meta">"«\u{a0}Ajouter\u{a0}» garde toutes vos réponses et complète ce qui manque. «\u{a0}Remplacer\u{a0}» prend le fichier tel quel. Une copie de l’état actuel est gardée dans les deux cas."</p> })}
            {(all > 0).then(|| view! { <details><summary>{format!("À savoir sur ce fichier ({all})")}</summary><ul class="plain small">{warnings}
                {(more > 0).then(|| view! { <li>{format!("et {more} autres")}</li> })}</ul></details> })}
            <div class="acts">
                <button class="btn" type="button" on:click=move |_| store.opening.set(None)>"Annuler"</button>
                {if known {
                    view! {
                        <button class="btn go" type="button" on:click=act(Choice::Add)>"Ajouter ces réponses"</button>
                        <button class="btn" type="button" on:click=act(Choice::Replace)>"Remplacer les miennes"</button>
                    }.into_any()
                } else {
                    view! { <button class="btn go" type="button" on:click=act(Choice::Open)>"Ouvrir ce dossier"</button> }.into_any()
                }}
            </div>
        </section>
    }
}

/// The copies kept of the current dossier before a file was added or replaced it.
#[component]
fn Copies() -> impl IntoView {
    let store = store();
    let copies: RwSignal<Vec<(String, Dossier)>> = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        store.shelf.track();
        let id = store.dossier.with(|d| d.as_ref().map(|d| d.id.as_str().to_owned()));
        spawn_local(async move {
            let (Some(stored), Some(id)) = (store.stored(), id) else { return copies.set(Vec::new()) };
            let records = stored.copies_of(&id).await.unwrap_or_default();
            let read = |record: crate::browser::storage::Record| {
                let dossier = crate::documents::read_stored(&record.text).ok()?.dossier;
                let when = crate::browser::clock::local(&record.saved)?;
                Some((format!("{} à {}", texts::format::day(when.0), texts::format::hour(when.1, when.2)), dossier))
            };
            copies.set(records.into_iter().filter_map(read).collect());
        });
    });
    move || {
        let items: Vec<_> = copies
            .get()
            .into_iter()
            .map(|(when, dossier)| {
                let summary = texts::files::summary(&dossier);
                let dossier = StoredValue::new(dossier);
                view! { <li>{format!("Copie du {when}\u{a0}: {summary} ")}
                <button class="btn txt" type="button" on:click=move |_| {
                    store.send(crate::documents::replace(dossier.get_value()));
                    store.offer("La copie est reprise.".to_owned(), "Annuler", move || store.undo());
                }>"Reprendre cette copie"</button></li> }
            })
            .collect();
        (!items.is_empty()).then(|| view! { <details><summary>"Copies gardées avant une ouverture"</summary><ul class="plain">{items}</ul></details> })
    }
}

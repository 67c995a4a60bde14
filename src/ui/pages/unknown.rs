//! What to say when a screen cannot be shown: no such address, no dossier, no référentiel, another référentiel.

use crate::browser::assets::LoadError;
use crate::routes::Route;
use crate::texts::{self, results};
use crate::ui::components::{empty, file_button};
use crate::ui::store::{FrameworkState, Store};
use crate::ui::{actions, files};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// An address that names no screen.
pub fn unknown() -> impl IntoView {
    view! {
        <section class="stack-l">
            <h1 tabindex="-1">"Cette adresse ne mène à aucun écran"</h1>
            <p>"Elle a peut-être été coupée en la recopiant. Vos réponses n’ont pas bougé."</p>
            <div class="acts"><a class="btn go" href="#/">"Revenir à l’accueil"</a>
                <a class="btn txt" href=Route::Page(crate::routes::Page::SiteMap).href()>"Voir le plan du site"</a></div>
        </section>
    }
}

/// A screen that needs a dossier when there is none.
pub fn no_dossier(store: Store) -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Aucun dossier n’est ouvert"</h1>
        {empty("Commencez, ou reprenez un fichier",
            "Un dossier réunit les réponses et le plan de votre école ou établissement. Il reste sur cet ordinateur.".to_owned(),
            view! {
                <button class="btn go" type="button" on:click=move |_| actions::begin(store)>"Commencer"</button>
                {file_button("Ouvrir un fichier", move |chosen| files::open_file(store, chosen))}
                <a class="btn txt" href=Route::Data.href()>"Mes dossiers"</a>
            })}
    }
}

/// The référentiel did not come, or is not one.
pub fn no_framework(store: Store) -> impl IntoView {
    let why = move || {
        store.framework.with(|state| match state {
            FrameworkState::Refused(refusal) => texts::files::framework_refusal(refusal),
            _ => texts::files::framework_missing(),
        })
    };
    let again = move |_| {
        store.framework.set(FrameworkState::Loading);
        spawn_local(store.load_framework());
    };
    let has_dossier = move || store.dossier.with(Option::is_some);
    view! {
        <section class="stack-l">
            <h1 tabindex="-1">"Les questions n’ont pas pu être chargées"</h1>
            <p>{why}</p>
            <p>"Vos réponses ne sont pas touchées."</p>
            <div class="acts"><button class="btn go" type="button" on:click=again>"Réessayer"</button>
                {move || has_dossier().then(|| view! {
                    <button class="btn" type="button" on:click=move |_| files::save_backup(store)>"Sauvegarde complète"</button>
                })}</div>
        </section>
    }
}

/// A dossier made with another référentiel, or a later version of this one: its answers as text, read-only.
pub fn foreign(store: Store) -> impl IntoView {
    let lines = store.dossier.with_untracked(|dossier| {
        let dossier = dossier.as_ref()?;
        let framework = store.framework()?;
        let campaign = dossier.campaign()?;
        Some(
            campaign
                .answers
                .iter()
                .map(|(id, answer)| (id.as_str().to_owned(), results::answer(&framework, Some(answer))))
                .collect::<Vec<_>>(),
        )
    });
    let named = store.dossier.with_untracked(|d| {
        d.as_ref().map(|d| (d.framework.id.as_str().to_owned(), d.framework.version.clone())).unwrap_or_default()
    });
    let rows: Vec<_> = lines
        .unwrap_or_default()
        .into_iter()
        .map(|(id, answer)| view! { <tr><th scope="row">{id}</th><td>{answer}</td></tr> })
        .collect();
    view! {
        <section class="stack-l">
            <h1 tabindex="-1">"Ce dossier parle d’un autre référentiel"</h1>
            <p>{texts::files::foreign(&named.0, &named.1)}</p>
            <div class="acts"><button class="btn go" type="button" on:click=move |_| files::save_backup(store)>"Sauvegarde complète"</button>
                <a class="btn" href=Route::Data.href()>"Mes dossiers"</a></div>
        </section>
        <table><caption>"Réponses, telles que le fichier les donne"</caption>
            <thead><tr><th scope="col">"Question"</th><th scope="col">"Réponse"</th></tr></thead><tbody>{rows}</tbody></table>
    }
}

/// Why a page of text did not come.
pub fn no_text(why: LoadError) -> &'static str {
    match why {
        LoadError::Unreachable => "Cette page n’a pas pu être chargée. Vérifiez la connexion, puis réessayez.",
        LoadError::Missing => {
            "Cette page manque dans le dossier publié. Signalez-le à la personne qui héberge ce site."
        }
    }
}

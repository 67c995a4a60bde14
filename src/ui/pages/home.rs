//! The welcome: what it is, what it takes, and the three ways in.

use crate::framework::Level;
use crate::routes::Route;
use crate::texts::{self, results};
use crate::ui::components::{big_stairs, file_button};
use crate::ui::files::{self, Entry};
use crate::ui::store::{Store, store};
use crate::ui::{actions, files::open_stored};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How many dossiers are offered to be taken up again.
const RECENT: usize = 3;

/// The four situations, shown on one question.
const SITUATIONS: [(&str, &str); 4] = [
    ("À engager", "Personne n’est connu pour aider les collègues avec le numérique."),
    ("1 – bases posées", "Nous savons à qui demander de l’aide."),
    ("2 – partagé", "Une mission écrite fixe le rôle et le temps de cette personne."),
    ("3 – ancré", "Son bilan est présenté chaque année, et la mission ajustée."),
];

/// The screen.
#[component]
pub fn Home() -> impl IntoView {
    let store = store();
    let warm = move || spawn_local(store.load_framework());
    let situations: Vec<_> = Level::ALL
        .into_iter()
        .zip(SITUATIONS)
        .map(|(level, (name, fact))| view! { <li>{big_stairs(results::level_class(level))}<b>{name}</b><p class="small meta">{fact}</p></li> })
        .collect();
    view! {
        <div class="stack-l hello">
            <h1 class="say" tabindex="-1">"Quarante minutes pour dire où nous en sommes et choisir trois actions."</h1>
            <p>"Rien ne sort de cet ordinateur. Ce n’est ni une note ni une inspection. Une école, un collège ou un lycée se situe en équipe, voit la prochaine marche, et repart avec son plan."</p>
            <div class="acts">
                <button class="btn go" type="button" on:click=move |_| actions::begin(store)
                    on:focus=move |_| warm() on:pointerenter=move |_| warm()>"Commencer"</button>
                {file_button("Ouvrir un fichier", move |chosen| files::open_file(store, chosen))}
                <button class="btn txt" type="button" on:click=move |_| actions::try_example(store)>"Essayer avec un exemple"</button>
            </div>
        </div>
        {resume(store)}
        <section aria-labelledby="h-pal" class="stack-l"><h2 id="h-pal">"Quatre situations, décrites par des faits"</h2>
            <p>"Pour chaque question, nous retenons le fait le plus haut qui est vrai aujourd’hui. Plus de numérique ne fait pas un palier plus haut\u{a0}: en haut, c’est décidé, regardé, corrigé."</p>
            <ol class="rise">{situations}</ol></section>
        <section aria-labelledby="h-how" class="stack-l"><h2 id="h-how">"Une heure ensemble, ou dix minutes pour commencer"</h2>
            <ol class="trio">
                <li><h3>"Répondre"</h3><p>"L’essentiel\u{a0}: 16\u{a0}questions, 40\u{a0}minutes à plusieurs. «\u{a0}À vérifier\u{a0}» est une réponse\u{a0}: nous disons qui, et pour quand."</p></li>
                <li><h3>"Regarder"</h3><p>"Deux choses qui marchent, puis la prochaine marche\u{a0}: ce qui dépend de nous, ce que nous demandons."</p></li>
                <li><h3>"Décider"</h3><p>"Trois actions, avec un pilote et un moment. Deux pages pour le conseil, un fichier à garder."</p></li>
            </ol></section>
    }
}

/// The dossiers of this computer, the last first.
fn resume(store: Store) -> impl IntoView {
    let shelf = files::shelf(store);
    move || {
        let lines: Vec<_> = shelf.with(|entries| {
            entries.iter().filter(|e| e.readable).take(RECENT).map(|entry| line(store, entry)).collect()
        });
        (!lines.is_empty()).then(|| {
            view! { <section aria-labelledby="h-rep"><h2 id="h-rep">"Reprendre"</h2>{lines}
            <p class="small"><a href=Route::Data.href()>"Tous mes dossiers"</a></p></section> }
        })
    }
}

fn line(store: Store, entry: &Entry) -> impl IntoView + use<> {
    let id = entry.id.clone();
    let detail = entry.campaign.clone();
    view! {
        <button class="line" type="button" on:click=move |_| open_stored(store, id.clone(), Route::Questions)>
            <span><b>{entry.name.clone()}</b><br /><span class="meta small">{detail}</span></span>
            <span class="ans">{texts::files::modified(&entry.when)}</span>
        </button>
    }
}

//! The welcome: what it is, what it takes, and the three ways in.

use crate::framework::Level;
use crate::routes::Route;
use crate::texts::{self, results};
use crate::ui::components::{big_stairs, file_button};
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use crate::ui::errands::{self, Errand};
use crate::ui::files::{self, Entry};
use crate::ui::store::{Store, store};
use leptos::prelude::With;
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
pub fn home() -> Node {
    let store = store();
    let warm = move |_| spawn_local(store.load_framework());
    let situations: Vec<_> = Level::ALL
        .into_iter()
        .zip(SITUATIONS)
        .map(|(level, (name, fact))| {
            el("li", kids![big_stairs(results::level_class(level)), el("b", name), el("p.small.meta", fact)])
        })
        .collect();
    let way = |title: &'static str, text: &'static str| el("li", kids![el("h3", title), el("p", text)]);
    kids![
        el("div.stack-l.hello", kids![
            h1("Quarante minutes pour dire où nous en sommes et choisir trois actions.").class("say"),
            el("p", "Rien ne sort de cet ordinateur. Ce n’est ni une note ni une inspection. Une école, un collège ou un lycée se situe en équipe, voit la prochaine marche, et repart avec son plan."),
            el("div.acts", kids![
                button("btn go", "Commencer", move || errands::send(store, Errand::Begin)).on("focus", warm).on("pointerenter", warm),
                file_button("Ouvrir un fichier", move |chosen| errands::send(store, Errand::OpenFile(chosen))),
                button("btn txt", "Essayer avec un exemple", move || errands::send(store, Errand::Example)),
            ]),
        ]),
        resume(store),
        el("section.stack-l", kids![
            el("h2#h-pal", "Quatre situations, décrites par des faits"),
            el("p", "Pour chaque question, nous retenons le fait le plus haut qui est vrai aujourd’hui. Plus de numérique ne fait pas un palier plus haut\u{a0}: en haut, c’est décidé, regardé, corrigé."),
            el("ol.rise", situations),
        ])
        .attr("aria-labelledby", "h-pal"),
        el("section.stack-l", kids![
            el("h2#h-how", "Une heure ensemble, ou dix minutes pour commencer"),
            el("ol.trio", kids![
                el("li", kids![el("h3", "Répondre"), el("p", move || texts::questions::essential(store.framework().as_deref()))]),
                way("Regarder", "Deux choses qui marchent, puis la prochaine marche\u{a0}: ce qui dépend de nous, ce que nous demandons."),
                el("li", kids![
                    el("h3", "Décider"),
                    el("p", "Trois actions, avec un pilote et un moment. Deux pages pour le conseil, un fichier à garder."),
                    el("p", link("", Route::Meeting.href(), "Décider ensemble, en réunion")),
                ]),
            ]),
        ])
        .attr("aria-labelledby", "h-how"),
    ]
}

/// The dossiers of this computer, the last first.
fn resume(store: Store) -> impl Fn() -> Option<El> {
    let shelf = files::shelf(store);
    move || {
        let lines: Vec<_> = shelf.with(|entries| {
            entries.iter().filter(|e| e.readable).take(RECENT).map(|entry| line(store, entry)).collect()
        });
        (!lines.is_empty()).then(|| {
            let all = el("a", "Tous mes dossiers").attr("href", Route::Data.href());
            el("section", kids![el("h2#h-rep", "Reprendre"), lines, el("p.small", all)])
                .attr("aria-labelledby", "h-rep")
        })
    }
}

fn line(store: Store, entry: &Entry) -> El {
    let id = entry.id.clone();
    let detail = el("span.meta.small", entry.campaign.clone());
    let words = kids![
        el("span", kids![el("b", entry.name.clone()), el("br", ()), detail]),
        el("span.ans", texts::files::modified(&entry.when)),
    ];
    button("line", words, move || errands::send(store, Errand::TakeUp(id.clone())))
}

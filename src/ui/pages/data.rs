//! The dossiers of this computer: backup, opening a file with its preview, erasing with undo.

mod animator;

use crate::documents::Warning;
use crate::domain::Dossier;
use crate::routes::Route;
use crate::texts;
use crate::ui::actions;
use crate::ui::borrowing;
use crate::ui::components::{begin_each, file_button};
use crate::ui::dom::{El, Node, button, each, el, h1, kids};
use crate::ui::files::{self, Choice, Entry, Import, Opening};
use crate::ui::store::{Store, store};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How many warnings a preview lists before it only counts them.
const WARNINGS: usize = 12;

/// The screen.
pub fn data() -> Node {
    let store = store();
    let for_animator = Memo::new(move |_| store.address.with(|a| a.get("voir") == Some("animateur")));
    begin_each(for_animator);
    kids![move || match for_animator.get() {
        true => animator::animator(store).fresh(),
        false => shelf(store).fresh(),
    }]
}

fn shelf(store: Store) -> Node {
    on_cleanup(move || store.opening.set(None));
    let entries = files::shelf(store);
    let has_dossier = Memo::new(move |_| store.has_dossier());
    let backup =
        move || has_dossier.get().then(|| button("btn go", "Sauvegarde complète", move || files::save_backup(store)));
    kids![
        el("section.stack-l", kids![
            el("div", kids![
                h1("Mes dossiers"),
                el("p.meta", "Rien n’est envoyé. Un fichier permet de reprendre un dossier ailleurs."),
            ]),
            borrowing::tick(store),
            el("div.acts", kids![
                backup,
                move || has_dossier.get().then(animator::way),
                file_button("Ouvrir un fichier", move |chosen| files::open_file(store, chosen)),
                button("btn txt", "Nouveau dossier", move || actions::begin(store)),
            ]),
        ]),
        move || store.opening.get().map(|opening| preview(store, opening)),
        el("section.stack", kids![el("h2#h-here", move || if store.borrowed.get() { "Dans cette page" } else { "Sur cet ordinateur" }), move || list(store, entries)])
            .attr("aria-labelledby", "h-here"),
        copies(),
        el("section.stack", kids![
            el("h2#h-what", "Ce que contient une sauvegarde complète"),
            el("p", "Les réponses, les notes, y compris les notes privées, et le plan. Elle se rouvre ici avec «\u{a0}Ouvrir un fichier\u{a0}», ou sur tout autre site de Paliers."),
            el("p", el("a", "Ce qui est gardé, où, et comment l’effacer").attr("href", "#/donnees-personnelles")),
            el("p", el("a", "Pour animer une rencontre\u{a0}: plusieurs écoles ensemble").attr("href", Route::Group.href())),
        ])
        .attr("aria-labelledby", "h-what"),
    ]
}

fn list(store: Store, entries: RwSignal<Vec<Entry>>) -> El {
    let current = store.look(|d| d.id.as_str().to_owned());
    let items: Vec<_> = entries.with(|entries| {
        entries.iter().map(|entry| item(store, entry, current.as_deref() == Some(&entry.id))).collect()
    });
    if items.is_empty() {
        let words = if store.borrowed.get() {
            "Aucun dossier n’est ouvert pour l’instant. Ceux que d’autres gardent sur cet ordinateur ne sont pas lus."
        } else {
            "Aucun dossier n’est gardé ici pour l’instant."
        };
        return el("p", words);
    }
    let all =
        (items.len() > 1).then(|| button("btn txt", "Effacer tous les dossiers", move || files::erase_all(store)));
    el("div.stack", kids![el("ul.shelf", items), all])
}

fn item(store: Store, entry: &Entry, current: bool) -> El {
    let (open, erase, raw) = (entry.id.clone(), entry.id.clone(), entry.id.clone());
    let name = &entry.name;
    let main_act = if !entry.readable {
        button("btn", "Télécharger son texte", move || files::save_raw(store, &raw))
    } else if current {
        el("b", "Ouvert")
    } else {
        button("btn", "Ouvrir", move || files::open_stored(store, open.clone())).label(format!("Ouvrir\u{a0}: {name}"))
    };
    let detail = kids![entry.campaign.clone(), " · ", texts::files::modified(&entry.when)];
    el(
        "li",
        kids![
            el("div", kids![el("b", name.clone()), el("br", ()), el("span.meta.small", detail)]),
            el(
                "div.acts",
                kids![
                    main_act,
                    button("btn txt", "Effacer", move || files::erase(store, erase.clone()))
                        .label(format!("Effacer\u{a0}: {name}")),
                ]
            ),
        ],
    )
}

fn preview(store: Store, opening: Opening) -> El {
    let (file, why) = match opening {
        Opening::Preview(import) => return decide(store, *import),
        Opening::Refused { file, why } => (file, why),
    };
    el(
        "section.banner.halt#opening",
        kids![
            el(
                "div",
                kids![
                    el("h2", "Ce fichier n’a pas été ouvert").attr("tabindex", "-1"),
                    el("p", kids![file, "\u{a0}: ", why]),
                    el("p", "Rien n’a été changé."),
                ]
            ),
            button("btn", "Fermer", move || store.opening.set(None)),
        ],
    )
    .attr("role", "alert")
}

fn decide(store: Store, import: Import) -> El {
    let known = import.known.is_some();
    let title = if known { "Ce dossier est déjà sur cet ordinateur" } else { "Ouvrir ce dossier\u{202f}?" };
    let changes = import.known.as_ref().map(|(_, difference)| {
        kids![
            el("ul.plain", each("li", texts::files::difference(difference))),
            el("p.meta", "«\u{a0}Ajouter\u{a0}» garde toutes vos réponses et complète ce qui manque. «\u{a0}Remplacer\u{a0}» prend le fichier tel quel. Une copie de l’état actuel est gardée dans les deux cas."),
        ]
    });
    let warnings = warnings(&import.reading.warnings);
    let summary = texts::files::summary(&import.reading.dossier);
    let file = import.file.clone();
    let import = StoredValue::new(import);
    let act = move |class, words: &'static str, choice| {
        button(class, words, move || files::accept(store, import.get_value(), choice))
    };
    let acts = if known {
        kids![act("btn go", "Ajouter ces réponses", Choice::Add), act("btn", "Remplacer les miennes", Choice::Replace),]
    } else {
        kids![act("btn go", "Ouvrir ce dossier", Choice::Open)]
    };
    el(
        "section.opening.stack#opening",
        kids![
            el("h2#h-opening", title).attr("tabindex", "-1"),
            el("p", el("b", file)),
            el("p", summary),
            changes,
            warnings,
            el("div.acts", kids![button("btn", "Annuler", move || store.opening.set(None)), acts]),
        ],
    )
    .attr("aria-labelledby", "h-opening")
}

fn warnings(all: &[Warning]) -> Option<El> {
    let shown = each("li", all.iter().take(WARNINGS).map(texts::files::warning));
    let more = all.len().saturating_sub(WARNINGS);
    (!all.is_empty()).then(|| {
        el(
            "details",
            kids![
                el("summary", format!("À savoir sur ce fichier ({})", all.len())),
                el("ul.plain.small", kids![shown, (more > 0).then(|| el("li", format!("et {more} autres")))]),
            ],
        )
    })
}

/// The copies kept of the current dossier before a file was added or replaced it.
fn copies() -> impl Fn() -> Option<El> {
    let store = store();
    let copies: RwSignal<Vec<(String, Dossier)>> = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        store.shelf.track();
        let id = store.look(|d| d.id.as_str().to_owned());
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
        let items: Vec<_> = copies.get().into_iter().map(|(when, dossier)| copy(store, &when, dossier)).collect();
        (!items.is_empty())
            .then(|| el("details", kids![el("summary", "Copies gardées avant une ouverture"), el("ul.plain", items)]))
    }
}

fn copy(store: Store, when: &str, dossier: Dossier) -> El {
    let words = format!("Copie du {when}\u{a0}: {} ", texts::files::summary(&dossier));
    let take = move || {
        store.send(crate::documents::replace(dossier.clone()));
        store.offer("La copie est reprise.".to_owned(), "Annuler", move || store.undo());
    };
    el("li", kids![words, button("btn txt", "Reprendre cette copie", take)])
}

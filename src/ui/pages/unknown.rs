//! What to say when a screen cannot be shown: no such address, no dossier, no référentiel, another référentiel.

use crate::browser::assets::LoadError;
use crate::domain::Answer;
use crate::names::CriterionId;
use crate::routes::Route;
use crate::texts::{self, results};
use crate::ui::components::{empty, file_button};
use crate::ui::dom::{El, Node, button, el, h1, kids, link};
use crate::ui::errands::{self, Errand};
use crate::ui::store::{FrameworkState, Store};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// An address that names no screen.
pub fn unknown() -> El {
    el(
        "section.stack-l",
        kids![
            h1("Cette adresse ne mène à aucun écran"),
            el("p", "Elle a peut-être été coupée en la recopiant. Vos réponses n’ont pas bougé."),
            el(
                "div.acts",
                kids![
                    link("btn go", "#/", "Revenir à l’accueil"),
                    link("btn txt", Route::Page(crate::routes::Page::SiteMap).href(), "Voir le plan du site"),
                ]
            ),
        ],
    )
}

/// A screen that needs a dossier when there is none.
pub fn no_dossier(store: Store) -> Node {
    let ways = kids![
        button("btn go", "Commencer", move || errands::send(store, Errand::Begin)),
        file_button("Ouvrir un fichier", move |chosen| errands::send(store, Errand::OpenFile(chosen))),
        link("btn txt", Route::Data.href(), "Mes dossiers"),
    ];
    kids![
        h1("Aucun dossier n’est ouvert"),
        empty(
            "Commencez, ou reprenez un fichier",
            "Un dossier réunit les réponses et le plan de votre école ou établissement. Il reste sur cet ordinateur.",
            ways
        ),
    ]
}

/// A dossier made elsewhere, without a point d’étape yet.
pub fn no_campaign(store: Store) -> Node {
    let start = button("btn go", "Commencer un point d’étape", move || errands::send(store, Errand::StartCampaign));
    let text = "Les réponses se donnent dans un point d’étape daté. Tout ce que le dossier contient déjà reste.";
    kids![h1("Ce dossier n’a pas encore de point d’étape"), empty("Un premier point d’étape", text, start)]
}

/// The référentiel did not come, or is not one.
pub fn no_framework(store: Store) -> El {
    let why = move || {
        store.framework.with(|state| match state {
            FrameworkState::Refused(refusal) => texts::files::framework_refusal(refusal),
            _ => texts::files::framework_missing(),
        })
    };
    let again = move || {
        store.framework.set(FrameworkState::Loading);
        spawn_local(store.load_framework());
    };
    let backup = move || {
        let has_dossier = store.has_dossier();
        has_dossier.then(|| button("btn", "Sauvegarde complète", move || errands::send(store, Errand::Backup)))
    };
    el(
        "section.stack-l",
        kids![
            h1("Les questions n’ont pas pu être chargées"),
            el("p", why),
            el("p", "Vos réponses ne sont pas touchées."),
            el("div.acts", kids![button("btn go", "Réessayer", again), backup]),
        ],
    )
}

/// A dossier made with another référentiel, or a later version of this one: its answers as text, read-only.
pub fn foreign(store: Store) -> Node {
    let rows = store.peek(|dossier| {
        let framework = store.framework()?;
        let campaign = dossier.campaign()?;
        let row = |(id, answer): (&CriterionId, &Answer)| {
            let head = el("th", id.as_str().to_owned()).attr("scope", "row");
            el("tr", kids![head, el("td", results::answer(&framework, Some(answer)))])
        };
        Some(campaign.answers.iter().map(row).collect::<Vec<_>>())
    });
    let named = store.peek(|d| texts::files::foreign(d.framework.id.as_str(), &d.framework.version));
    let column = |name: &'static str| el("th", name).attr("scope", "col");
    kids![
        el(
            "section.stack-l",
            kids![
                h1("Ce dossier parle d’un autre référentiel"),
                el("p", named),
                el(
                    "div.acts",
                    kids![
                        button("btn go", "Sauvegarde complète", move || errands::send(store, Errand::Backup)),
                        link("btn", Route::Data.href(), "Mes dossiers"),
                    ]
                ),
            ]
        ),
        el(
            "table",
            kids![
                el("caption", "Réponses, telles que le fichier les donne"),
                el("thead", el("tr", kids![column("Question"), column("Réponse")])),
                el("tbody", rows.flatten()),
            ]
        ),
    ]
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

//! The frame of every screen: header, save state, banners, the page of the address, footer.

use super::borrowing;
use super::components::copy_by_hand;
use super::dom::{El, IntoNode, Node, button, el, h1, kids, link};
use super::errands::{self, Errand};
use super::files;
use super::pages;
use super::parts::{self, Part, Presence};
use super::store::{FrameworkState, SaveState, Store};
use crate::browser::page;
use crate::browser::preferences::{self, Preference};
use crate::routes::{Page, Route};
use crate::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The whole app.
pub fn shell(store: Store) -> Node {
    Effect::new(move |_| page::set_title(&title(store)));
    kids![
        button("skip btn", "Aller au contenu", || page::focus("#main")),
        header(store),
        el("main#main", kids![banners(store), current_page(store)]).attr("tabindex", "-1"),
        footer(),
    ]
}

/// The screen of the address. A new one takes nothing over from the one before, and its title takes the focus as it is
/// drawn, before any key can be meant for something else.
fn current_page(store: Store) -> impl Fn() -> Node {
    let route = Memo::new(move |_| store.address.with(|a| a.route.clone()));
    move || {
        let route = route.get();
        untrack(|| match Part::of(&route) {
            Some(part) => screen(store, part, route).into_node(),
            None if route == Route::Home => pages::home::home(),
            None => pages::unknown::unknown().into_node(),
        })
        .fresh_then(|| page::focus("main h1"))
    }
}

/// What stands between an address and its screen.
#[derive(Clone, Copy, PartialEq)]
enum Here {
    Wait,
    PartMissing,
    NoFramework,
    NoDossier,
    NoCampaign,
    Foreign,
    Ready,
}

/// A screen of a part, or what to do without what it needs.
fn screen(store: Store, part: Part, route: Route) -> impl Fn() -> Node {
    let needed = route.clone();
    let here = Memo::new(move |_| {
        let before = before(store, &needed);
        match store.parts.with(|parts| parts[part as usize]) {
            _ if before != Here::Ready => before,
            Presence::Away => Here::Wait,
            Presence::Missing => Here::PartMissing,
            Presence::Here => Here::Ready,
        }
    });
    if store.parts.with_untracked(|parts| parts[part as usize]) != Presence::Here {
        spawn_local(parts::fetch(store, part));
    }
    move || {
        let here = here.get();
        untrack(|| match here {
            Here::Wait => h1("Un instant…").into_node(),
            Here::PartMissing => parts::missing(store, part),
            Here::NoFramework => pages::unknown::no_framework(store).into_node(),
            Here::NoDossier => pages::unknown::no_dossier(store),
            Here::NoCampaign => pages::unknown::no_campaign(store),
            Here::Foreign => pages::unknown::foreign(store),
            Here::Ready => parts::draw(store, part, route.clone()),
        })
        .fresh_then(move || store.drawn_late())
    }
}

/// What a screen waits for besides its part: files and pages for nothing, the référentiel for itself, others for a
/// dossier too.
fn before(store: Store, route: &Route) -> Here {
    if matches!(route, Route::Data | Route::Page(_)) {
        return Here::Ready;
    }
    let framework = store.framework.with(|state| match state {
        FrameworkState::Loading => None,
        FrameworkState::Ready(_) => Some(true),
        FrameworkState::Missing | FrameworkState::Refused(_) => Some(false),
    });
    match (framework, store.ready.get()) {
        (Some(true), _) if matches!(route, Route::Reference | Route::Criterion(_) | Route::Group) => Here::Ready,
        (Some(false), _) => Here::NoFramework,
        (_, false) | (None, _) => Here::Wait,
        _ if !store.has_dossier() => Here::NoDossier,
        _ if store.is_foreign() => Here::Foreign,
        _ if store.look(|d| d.campaigns.is_empty()) == Some(true) => Here::NoCampaign,
        _ => Here::Ready,
    }
}

/// « Bilan – Collège X – Paliers »; without the name on a borrowed computer, whose browser remembers titles.
fn title(store: Store) -> String {
    let screen = store.address.with(|a| match &a.route {
        Route::Home => "Accueil",
        Route::School => "Votre école ou établissement",
        Route::Questions | Route::Thematique(_) | Route::SubTheme { .. } => "Questions",
        Route::Results | Route::Evolution | Route::Answers | Route::Reading(_) => "Bilan",
        Route::Targets => "Objectifs",
        Route::Plan | Route::PlanItem(_) => "Plan d’action",
        Route::Indicators => "Indicateurs",
        Route::Actors => "Qui appeler",
        Route::Letter(_) => "Lettre",
        Route::Workshops => "Ateliers",
        Route::Meeting => "Réunion",
        Route::WorkshopTables => "Tableaux de l’atelier",
        Route::Report => "Rapport",
        Route::Papers => "Documents à adapter",
        Route::Data => "Mes dossiers",
        Route::Group => "Plusieurs écoles",
        Route::Reference | Route::Criterion(_) => "Les questions et leurs paliers",
        Route::Page(page) => page_title(*page),
        Route::Unknown => "Adresse inconnue",
    });
    let screen = match store.address.with(|a| asked_about(store, &a.route)) {
        Some(part) => format!("{part} – {screen}"),
        None => screen.to_owned(),
    };
    match store.look(|d| texts::school::name(&d.school)) {
        Some(name) if !store.borrowed.get() => format!("{screen} – {name} – Paliers"),
        _ => format!("{screen} – Paliers"),
    }
}

/// The part of the référentiel that the questions of the screen belong to.
fn asked_about(store: Store, route: &Route) -> Option<String> {
    let framework = store.framework()?;
    let of = |id: &str| framework.thematiques.iter().find(|t| t.id.as_str() == id);
    match route {
        Route::Thematique(id) => Some(of(id)?.title.clone()),
        Route::SubTheme { thematique, sub_theme } => Some(
            of(thematique)?
                .sub_themes
                .iter()
                .find(|s| s.id.as_str().get(thematique.len() + 1..) == Some(sub_theme))?
                .title
                .clone(),
        ),
        _ => None,
    }
}

fn page_title(page: Page) -> &'static str {
    match page {
        Page::Help => "Aide",
        Page::Hosting => "Animer une réunion",
        Page::Accessibility => "Accessibilité",
        Page::Legal => "Mentions légales",
        Page::Privacy => "Données personnelles",
        Page::SiteMap => "Plan du site",
    }
}

fn header(store: Store) -> El {
    let menu = RwSignal::new(false);
    Effect::new(move |_| {
        store.address.track();
        menu.set(false);
    });
    let to = move |route: Route, words: &'static str, class: &'static str| {
        let href = route.href();
        let here = move || store.address.with(|a| same_section(&a.route, &route)).then_some("page");
        link(class, href, words).attr("aria-current", here)
    };
    let who = move || {
        let names = store.look(|dossier| {
            let campaign = dossier.campaign().map(|c| format!(" · {}", texts::format::lower(&c.name)));
            let name = link("", Route::School.href(), texts::school::name(&dossier.school));
            kids![el("b", name).attr("title", "Décrire l’école ou l’établissement"), campaign]
        });
        names.unwrap_or_else(|| kids!["Où en sommes-nous avec le numérique\u{202f}?"])
    };
    let has_dossier = Memo::new(move |_| store.has_dossier());
    let screens = move || {
        has_dossier.get().then(|| {
            kids![
                to(Route::Questions, "Questions", ""),
                to(Route::Results, "Bilan", ""),
                to(Route::Plan, "Plan d’action", ""),
                to(Route::Report, "Rapport", ""),
            ]
        })
    };
    let bar = kids![
        link("brand mark p3", "#/", "Paliers"),
        button("btn txt menu", "Menu", move || menu.update(|open| *open = !*open))
            .attr("aria-expanded", move || if menu.get() { "true" } else { "false" }),
        el("p.who", who),
        save_line(store),
        el("nav", kids![screens, to(Route::Data, "Mes dossiers", "side"), to(Route::Page(Page::Help), "Aide", ""),])
            .class(move || if menu.get() { "nav open" } else { "nav" })
            .label("Principale"),
    ];
    el("header.bar", el("div", bar))
}

fn same_section(here: &Route, link: &Route) -> bool {
    match link {
        Route::Questions => matches!(here, Route::Questions | Route::Thematique(_) | Route::SubTheme { .. }),
        Route::Results => {
            matches!(here, Route::Results | Route::Evolution | Route::Answers | Route::Reading(_) | Route::Targets)
        }
        Route::Plan => {
            matches!(
                here,
                Route::Plan
                    | Route::PlanItem(_)
                    | Route::Letter(_)
                    | Route::Indicators
                    | Route::Actors
                    | Route::Workshops
                    | Route::WorkshopTables
                    | Route::Meeting
            )
        }
        Route::Report => matches!(here, Route::Report | Route::Papers),
        other => here == other,
    }
}

/// The save state: its words in a status region, the hour beside it, and undo.
fn save_line(store: Store) -> El {
    let words = move || match store.save_state.get() {
        SaveState::Nothing => String::new(),
        SaveState::Saving => "Enregistrement…".to_owned(),
        SaveState::Saved(..) | SaveState::SavedOn(_) => "Enregistré sur cet ordinateur".to_owned(),
        SaveState::InFile(..) => "Dans votre fichier".to_owned(),
        SaveState::MemoryOnly if store.borrowed.get() => "Pas encore dans votre fichier".to_owned(),
        SaveState::MemoryOnly => "Non enregistré\u{a0}: gardez un fichier".to_owned(),
        SaveState::Failed(_) => "Non enregistré\u{a0}: voir le message".to_owned(),
    };
    let hour = move || match store.save_state.get() {
        SaveState::Saved(hour, minute) | SaveState::InFile(hour, minute) => {
            format!(" à {}", texts::format::hour(hour, minute))
        }
        SaveState::SavedOn(day) => format!(" le {}", texts::format::day(day)),
        _ => String::new(),
    };
    // Kept once more is not news: it would cover what is being read, at each arrow of a list.
    let mut told = false;
    let heard =
        move || match store.save_state.get() {
            SaveState::Saving => "off",
            SaveState::Saved(..) | SaveState::SavedOn(_) | SaveState::InFile(..) => {
                if std::mem::replace(&mut told, true) { "off" } else { "polite" }
            }
            SaveState::Nothing | SaveState::MemoryOnly | SaveState::Failed(_) => {
                told = false;
                "polite"
            }
        };
    // A device passed round shows nothing of the person before.
    let passing = move || store.address.with(|a| a.route == Route::Meeting && a.get("voir") == Some("machine"));
    let can_undo = Memo::new(move |_| !passing() && store.history.with(crate::domain::history::History::can_undo));
    let can_redo = Memo::new(move |_| !passing() && store.history.with(crate::domain::history::History::can_redo));
    let undo = move || button("btn txt", "Annuler", move || errands::send(store, Errand::Undo)).attr("title", "Ctrl+Z");
    let redo =
        move || button("btn txt", "Rétablir", move || errands::send(store, Errand::Redo)).attr("title", "Ctrl+Y");
    el(
        "div.saved",
        kids![
            // Before the other, which stays under the pointer however often it is pressed.
            move || can_redo.get().then(redo),
            move || can_undo.get().then(undo),
            el("p", kids![el("span", words).attr("role", "status").attr("aria-live", heard), hour]),
        ],
    )
}

/// What must be known before anything else: work at risk, an example, a passing message, a forgotten backup.
fn banners(store: Store) -> El {
    let example = Memo::new(move |_| store.look(texts::school::example).flatten());
    let example = move || {
        example.get().map(|what| {
            el(
                "div.banner",
                kids![
                    el("p", what),
                    button("btn", "Commencer notre dossier", move || errands::send(store, Errand::Begin)),
                ],
            )
        })
    };
    let outdated = move || {
        store.outdated.get().then(|| {
            let see = link("btn", "#/referentiel?voir=version", "Voir ce qui change");
            el(
                "div.banner",
                kids![el("p", "Ce dossier suit une version précédente des questions. Rien n’a été changé."), see],
            )
        })
    };
    let at_a_question = move || {
        store.address.with(|a| matches!(a.route, Route::Questions | Route::Thematique(_) | Route::SubTheme { .. }))
    };
    let notice = move || {
        let notice = store.notice.get()?;
        let close = button("btn txt", "Fermer", move || store.notice.set(None)).label("Fermer ce message");
        let action = notice.action.map(|(words, act)| {
            button("btn", words, move || {
                store.notice.set(None);
                act.run(());
            })
        });
        // Anew each time: what is said twice is heard twice.
        Some(kids![el("p", notice.text), el("div.acts", kids![action, close])].fresh())
    };
    el(
        "div.banners",
        kids![
            move || borrowing::banner(store),
            move || at_risk(store),
            move || store.to_copy.get().map(|text| copy_by_hand(store, &text)),
            example,
            outdated,
            // Not over a question, which has the room.
            move || (!at_a_question()).then(|| files::reminder(store)).flatten(),
            el("div.banner.notice", notice).attr("aria-live", "polite"),
        ],
    )
}

/// The work is not kept: why, and what to do.
fn at_risk(store: Store) -> Option<El> {
    let text = match store.save_state.get() {
        SaveState::MemoryOnly if !store.borrowed.get() => {
            "Ce navigateur refuse de garder les données. Enregistrez un fichier avant de fermer.".to_owned()
        }
        SaveState::Failed(words) => format!(
            "Vos réponses sont encore là, mais le navigateur n’a pas pu les garder ({words}). Enregistrez un fichier avant de fermer."
        ),
        _ => return None,
    };
    let words = el("p", kids![el("b", "Non enregistré."), " ", text]);
    let save = button("btn go", "Enregistrer un fichier", move || errands::send(store, Errand::Backup));
    Some(el("div.banner.halt", kids![words, save]).attr("role", "alert"))
}

fn footer() -> El {
    let theme = preferences::get(Preference::Theme).unwrap_or_default();
    let choose = move |value: String| {
        let chosen = Some(value.as_str()).filter(|v| !v.is_empty());
        preferences::set(Preference::Theme, chosen);
        page::set_root("data-theme", chosen);
    };
    let option = |value: &'static str, words: &'static str| {
        el("option", words).attr("value", value).flag("selected", theme == value)
    };
    let themes = kids![option("", "Comme le système"), option("light", "Clair"), option("dark", "Sombre")];
    let to = |page: Page, words: &'static str| el("a", words).attr("href", Route::Page(page).href());
    el(
        "footer.end",
        el(
            "div",
            kids![
                el(
                    "p",
                    "Le référentiel de Paliers est proposé, non officiel. Il aide à se situer et à décider\u{202f}; il ne note ni ne classe personne."
                ),
                el("a", "Les questions et leurs paliers").attr("href", Route::Reference.href()),
                to(Page::SiteMap, "Plan du site"),
                to(Page::Accessibility, "Accessibilité\u{a0}: non conforme"),
                to(Page::Legal, "Mentions légales"),
                to(Page::Privacy, "Données personnelles"),
                el("label.theme", kids!["Affichage", el("select", themes).on_text("change", choose)]),
            ],
        ),
    )
}

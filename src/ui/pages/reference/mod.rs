//! The référentiel, to be read: its questions, one question, the sources, the glossary, print, a file to check, versions.
//!
//! What is chosen stands in the address, so that Back, a reload and a link come to it again. Nothing here answers a
//! question, but the command that passes a dossier to a later version.

mod browse;
mod check;
pub mod criterion;
mod glossary;
mod print;
mod search;
mod shelf;
mod sources;
pub mod versions;

use crate::framework::Framework;
use crate::routes::Route;
use crate::ui::dom::{El, IntoNode, Node, button, el, h1, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

crate::names::words!(
    /// What of the référentiel is seen.
    See {
        Questions = "questions",
        Sources = "sources",
        Glossary = "lexique",
        Print = "imprimer",
        Check = "verifier",
        Version = "version",
    }
);

impl See {
    fn title(self) -> &'static str {
        match self {
            Self::Questions => "Les questions et leurs paliers",
            Self::Sources => "Les sources, et ce qui y répond",
            Self::Glossary => "Lexique",
            Self::Print => "Imprimer les questions",
            Self::Check => "Vérifier un référentiel",
            Self::Version => "Une version plus récente des questions",
        }
    }

    /// Its name among the others.
    fn label(self) -> &'static str {
        match self {
            Self::Questions => "Questions",
            Self::Sources => "Sources",
            Self::Glossary => "Lexique",
            Self::Print => "Imprimer",
            Self::Check => "Pour les académies",
            Self::Version => "Version",
        }
    }
}

/// The filters of the address, while it is this screen’s: leaving it changes nothing here, so that nothing that is about
/// to go is drawn again.
#[derive(Clone, Copy)]
struct Filters(Memo<Vec<(String, String)>>);

impl Filters {
    fn of(store: Store) -> Self {
        Self(Memo::new(move |former: Option<&Vec<(String, String)>>| {
            store.address.with(|address| match address.route {
                Route::Reference => address.query.clone(),
                _ => former.cloned().unwrap_or_default(),
            })
        }))
    }

    /// The value of a key; tracked.
    fn get(self, key: &str) -> Option<String> {
        self.0.with(|query| query.iter().find(|(own, _)| own == key).map(|(_, value)| value.clone()))
    }

    /// The page of a long list, from 0; tracked.
    fn page(self) -> usize {
        self.get("page").and_then(|page| page.parse::<usize>().ok()).map_or(0, |page| page.saturating_sub(1))
    }
}

/// The screen of `#/referentiel`.
pub fn reference() -> Node {
    let store = store();
    let filters = Filters::of(store);
    let see = Memo::new(move |_| filters.get("voir").and_then(|word| See::parse(&word)).unwrap_or(See::Questions));
    let draw = move || {
        let see = see.get();
        let draw = |framework: &Framework| match see {
            See::Questions => browse::browse(store, filters),
            See::Sources => sources::sources(store, filters, framework),
            See::Glossary => glossary::glossary(framework),
            See::Print => print::print(store, filters),
            See::Check => check::check(store),
            See::Version => versions::versions(store),
        };
        untrack(|| store.framework().map(|framework| draw(&framework))).into_node().fresh()
    };
    kids![
        el(
            "section.stack.noprint.lead-in",
            kids![h1(move || see.get().title()), el("p.meta", move || named(store)), tabs(move || Some(see.get()))]
        ),
        draw,
    ]
}

/// Which référentiel is read.
fn named(store: Store) -> Option<String> {
    let framework = store.framework()?;
    Some(format!("{} · version\u{a0}{} · proposé, non officiel", framework.title, framework.version))
}

/// The ways to look at the référentiel.
fn tabs(here: impl Fn() -> Option<See> + Copy + 'static) -> El {
    let tab = |see: &See| {
        let see = *see;
        link("btn txt", address(&[("voir", see.as_str())]), see.label())
            .attr("aria-current", move || (here() == Some(see)).then_some("page"))
    };
    el("nav.acts", See::ALL.iter().filter(|see| **see != See::Version).map(tab).collect::<Vec<_>>())
        .label("Le référentiel")
}

/// The address of this screen with these filters; empty ones are left out, and so is the first way to look.
fn address(filters: &[(&str, &str)]) -> String {
    let kept: Vec<String> = filters
        .iter()
        .filter(|(key, value)| !value.is_empty() && (*key, *value) != ("voir", See::Questions.as_str()))
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    let path = Route::Reference.href();
    if kept.is_empty() { path } else { format!("{path}?{}", kept.join("&")) }
}

/// The pages of a long list, as links; nothing when it has one.
fn pages(page: usize, of: usize, to: impl Fn(&str) -> String) -> Option<El> {
    let step = |to_page: usize, words: &'static str| {
        (to_page < of).then(|| link("btn", to(&(to_page + 1).to_string()), words))
    };
    let before = page.checked_sub(1).and_then(|before| step(before, "Page précédente"));
    let words = el("span.meta", crate::texts::reference::page(page, of));
    (of > 1).then(|| el("nav.acts", kids![before, step(page + 1, "Page suivante"), words]).label("Pages"))
}

/// A disclosure whose content is built when it opens.
fn folded(summary: impl IntoNode, mut content: impl FnMut() -> Node + 'static) -> El {
    let opened = RwSignal::new(false);
    let content = move || opened.get().then(&mut content);
    el("details", kids![el("summary", summary), content]).on("toggle", move |_| opened.set(true))
}

/// A part of the screen, under its title.
fn part(title: impl IntoNode, content: impl IntoNode) -> El {
    el("section.stack", kids![el("h2", title), content])
}

/// A button that prints what is shown.
fn print_button(class: &'static str) -> El {
    button(class, "Imprimer ou garder en PDF", crate::browser::page::print)
}

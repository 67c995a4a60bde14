//! The frame of every screen: header, save state, banners, the page of the address, footer.

use super::pages;
use super::store::{FrameworkState, SaveState, Store, store};
use super::{actions, files};
use crate::browser::page;
use crate::browser::preferences::{self, Preference};
use crate::routes::{Page, Route};
use crate::texts;
use leptos::either::Either;
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn Shell() -> impl IntoView {
    let store = store();
    Effect::new(move |_| page::set_title(&title(store)));
    view! {
        <button class="skip btn" type="button" on:click=|_| page::focus("#main")>"Aller au contenu"</button>
        <Header />
        <main id="main" tabindex="-1">
            <Banners />
            <CurrentPage />
        </main>
        <Footer />
    }
}

#[component]
fn CurrentPage() -> impl IntoView {
    let store = store();
    let route = Memo::new(move |_| store.address.with(|a| a.route.clone()));
    move || match route.get() {
        Route::Home => pages::home::Home().into_any(),
        Route::Page(page) => pages::text_page::text_page(page).into_any(),
        Route::Unknown => pages::unknown::unknown().into_any(),
        Route::Data => pages::data::Data().into_any(),
        route => with_dossier(store, route).into_any(),
    }
}

/// The screens that need the référentiel and a dossier, or what to do without.
fn with_dossier(store: Store, route: Route) -> impl IntoView {
    #[derive(Clone, Copy, PartialEq)]
    enum Here {
        Wait,
        NoFramework,
        NoDossier,
        Foreign,
        Ready,
    }
    let here = Memo::new(move |_| {
        let framework = store.framework.with(|state| match state {
            FrameworkState::Loading => None,
            FrameworkState::Ready(_) => Some(true),
            FrameworkState::Missing | FrameworkState::Refused(_) => Some(false),
        });
        match (framework, store.ready.get()) {
            (Some(false), _) => Here::NoFramework,
            (_, false) | (None, _) => Here::Wait,
            _ if store.dossier.with(Option::is_none) => Here::NoDossier,
            _ if store.is_foreign() => Here::Foreign,
            _ if store.dossier.with(|d| d.as_ref().is_some_and(|d| d.campaigns.is_empty())) => Here::NoDossier,
            _ => Here::Ready,
        }
    });
    move || match here.get() {
        Here::Wait => view! { <h1 tabindex="-1">"Un instant…"</h1> }.into_any(),
        Here::NoFramework => pages::unknown::no_framework(store).into_any(),
        Here::NoDossier => pages::unknown::no_dossier(store).into_any(),
        Here::Foreign => pages::unknown::foreign(store).into_any(),
        Here::Ready => match route.clone() {
            Route::School => pages::school::School().into_any(),
            Route::Questions => pages::questions::questions(None, None).into_any(),
            Route::Thematique(t) => pages::questions::questions(Some(t), None).into_any(),
            Route::SubTheme { thematique, sub_theme } => {
                pages::questions::questions(Some(thematique), Some(sub_theme)).into_any()
            }
            Route::Results => pages::results::Results().into_any(),
            Route::Plan => pages::plan::Plan().into_any(),
            Route::PlanItem(id) => pages::plan_item::plan_item(id).into_any(),
            Route::Report => pages::report::Report().into_any(),
            Route::Home | Route::Data | Route::Page(_) | Route::Unknown => pages::unknown::unknown().into_any(),
        },
    }
}

/// « Bilan – Collège X – Paliers ».
fn title(store: Store) -> String {
    let screen = store.address.with(|a| match &a.route {
        Route::Home => "Accueil",
        Route::School => "Votre école ou établissement",
        Route::Questions | Route::Thematique(_) | Route::SubTheme { .. } => "Questions",
        Route::Results => "Bilan",
        Route::Plan | Route::PlanItem(_) => "Plan d’action",
        Route::Report => "Rapport",
        Route::Data => "Mes dossiers",
        Route::Page(page) => page_title(*page),
        Route::Unknown => "Adresse inconnue",
    });
    match store.dossier.with(|d| d.as_ref().map(|d| texts::school::name(&d.school))) {
        Some(name) => format!("{screen} – {name} – Paliers"),
        None => format!("{screen} – Paliers"),
    }
}

fn page_title(page: Page) -> &'static str {
    match page {
        Page::Help => "Aide",
        Page::Accessibility => "Accessibilité",
        Page::Legal => "Mentions légales",
        Page::Privacy => "Données personnelles",
        Page::SiteMap => "Plan du site",
    }
}

#[component]
fn Header() -> impl IntoView {
    let store = store();
    let menu = RwSignal::new(false);
    Effect::new(move |_| {
        store.address.track();
        menu.set(false);
    });
    let link = move |route: Route, label: &'static str, class: &'static str| {
        let href = route.href();
        let here = move || store.address.with(|a| same_section(&a.route, &route)).then_some("page");
        view! { <a class=class href=href aria-current=here>{label}</a> }
    };
    let who = move || {
        store.dossier.with(|dossier| match dossier {
            Some(dossier) => {
                let campaign = dossier.campaign().map(|c| format!(" · {}", texts::format::lower(&c.name)));
                Either::Left(view! { <b>{texts::school::name(&dossier.school)}</b> {campaign} })
            }
            None => Either::Right("Où en sommes-nous avec le numérique\u{202f}?"),
        })
    };
    let has_dossier = Memo::new(move |_| store.dossier.with(Option::is_some));
    view! {
        <header class="bar"><div>
            <a class="brand mark p3" href="#/">"Paliers"</a>
            <button class="btn txt menu" type="button" aria-expanded=move || menu.get().to_string()
                on:click=move |_| menu.update(|open| *open = !*open)>"Menu"</button>
            <p class="who">{who}</p>
            <SaveLine />
            <nav class="nav" class:open=move || menu.get() aria-label="Principale">
                {move || has_dossier.get().then(|| view! {
                    {link(Route::Questions, "Questions", "")}
                    {link(Route::Results, "Bilan", "")}
                    {link(Route::Plan, "Plan d’action", "")}
                    {link(Route::Report, "Rapport", "")}
                })}
                {link(Route::Data, "Mes dossiers", "side")}
                {link(Route::Page(Page::Help), "Aide", "")}
            </nav>
        </div></header>
    }
}

fn same_section(here: &Route, link: &Route) -> bool {
    match link {
        Route::Questions => matches!(here, Route::Questions | Route::Thematique(_) | Route::SubTheme { .. }),
        Route::Plan => matches!(here, Route::Plan | Route::PlanItem(_)),
        other => here == other,
    }
}

/// The save state: its words in a status region, the hour beside it, and undo.
#[component]
fn SaveLine() -> impl IntoView {
    let store = store();
    let words = move || match store.save_state.get() {
        SaveState::Nothing => String::new(),
        SaveState::Saving => "Enregistrement…".to_owned(),
        SaveState::Saved(..) => "Enregistré sur cet ordinateur".to_owned(),
        SaveState::MemoryOnly if store.dossier.with(Option::is_none) => String::new(),
        SaveState::MemoryOnly => "Non enregistré\u{a0}: gardez un fichier".to_owned(),
        SaveState::Failed(_) => "Non enregistré\u{a0}: voir le message".to_owned(),
    };
    let hour = move || match store.save_state.get() {
        SaveState::Saved(hour, minute) => format!(" à {}", texts::format::hour(hour, minute)),
        _ => String::new(),
    };
    let can_undo = Memo::new(move |_| store.history.with(crate::domain::history::History::can_undo));
    let can_redo = Memo::new(move |_| store.history.with(crate::domain::history::History::can_redo));
    view! {
        <div class="saved">
            {move || can_undo.get().then(|| view! {
                <button class="btn txt" type="button" title="Ctrl+Z" on:click=move |_| store.undo()>"Annuler"</button>
            })}
            {move || can_redo.get().then(|| view! {
                <button class="btn txt" type="button" title="Ctrl+Y" on:click=move |_| store.redo()>"Rétablir"</button>
            })}
            <p><span role="status">{words}</span>{hour}</p>
        </div>
    }
}

/// What must be known before anything else: work at risk, an example, a passing message, a forgotten backup.
#[component]
fn Banners() -> impl IntoView {
    let store = store();
    let risk = move || {
        let text = match store.save_state.get() {
            SaveState::MemoryOnly if store.dossier.with(Option::is_some) => {
                "Ce navigateur refuse de garder les données. Enregistrez un fichier avant de fermer.".to_owned()
            }
            SaveState::Failed(words) => format!(
                "Vos réponses sont encore là, mais le navigateur n’a pas pu les garder ({words}). Enregistrez un fichier avant de fermer."
            ),
            _ => return None,
        };
        Some(view! {
            <div class="banner halt" role="alert">
                <p><b>"Non enregistré."</b>" "{text}</p>
                <button class="btn go" type="button" on:click=move |_| files::save_backup(store)>"Enregistrer un fichier"</button>
            </div>
        })
    };
    let example = Memo::new(move |_| store.dossier.with(|d| d.as_ref().is_some_and(|d| d.example)));
    let notice = move || {
        store.notice.get().map(|notice| {
            let action = notice.action.map(|(label, act)| {
                view! { <button class="btn" type="button" on:click=move |_| { store.notice.set(None); act.run(()); }>{label}</button> }
            });
            view! { <p>{notice.text}</p> {action} }
        })
    };
    view! {
        <div class="banners">
            {risk}
            {move || example.get().then(|| view! {
                <div class="banner">
                    <p>"Vous regardez un exemple\u{a0}: une école imaginée. Tout peut y être essayé."</p>
                    <button class="btn" type="button" on:click=move |_| actions::begin(store)>"Commencer notre dossier"</button>
                </div>
            })}
            {move || files::reminder(store)}
            <div class="banner notice" aria-live="polite">{notice}</div>
        </div>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let theme = preferences::get(Preference::Theme).unwrap_or_default();
    let choose = move |event| {
        let value = event_target_value(&event);
        let chosen = Some(value.as_str()).filter(|v| !v.is_empty());
        preferences::set(Preference::Theme, chosen);
        page::set_root("data-theme", chosen);
    };
    let option = |value: &'static str, label: &'static str| {
        let selected = theme == value;
        view! { <option value=value selected=selected>{label}</option> }
    };
    let link = |page: Page, label: &'static str| view! { <a href=Route::Page(page).href()>{label}</a> };
    view! {
        <footer class="end"><div>
            <p>"Le référentiel de Paliers est proposé, non officiel. Il aide à se situer et à décider\u{202f}; il ne note ni ne classe personne."</p>
            {link(Page::SiteMap, "Plan du site")}
            {link(Page::Accessibility, "Accessibilité\u{a0}: non conforme")}
            {link(Page::Legal, "Mentions légales")}
            {link(Page::Privacy, "Données personnelles")}
            <label class="theme">"Affichage"
                <select on:change=choose>
                    {option("", "Comme le système")} {option("light", "Clair")} {option("dark", "Sombre")}
                </select>
            </label>
        </div></footer>
    }
}

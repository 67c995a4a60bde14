//! Several schools, for whoever brings them together: their files dropped, what they have in common, what is withheld.
//!
//! Nothing is stored: the schools are in the memory of this tab (`room`). Each view is drawn from what `domain::group`
//! lets through; the table of schools, for the trainer alone, waits behind a choice.

mod by_hand;
mod common;
mod doors;
mod export;
mod paliers;
mod room;
mod schools;
mod wishes;
mod years;

use crate::domain::group::{Group, Kind, Sieve, View, commune_key};
use crate::routes::{Address, Route};
use crate::texts::group as words;
use crate::ui::components::{begin_each, select};
use crate::ui::dom::{El, IntoNode, Node, button, el, h1, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// More communes than that are typed rather than chosen.
const CHOICES: usize = 40;

crate::names::words!(
    /// What the address shows.
    See {
        Doors = "fichiers",
        Needs = "besoins",
        Paliers = "paliers",
        Ways = "pistes",
        Asks = "demandes",
        Years = "annees",
        Schools = "ecoles",
        Export = "exporter",
        Hand = "a-la-main",
    }
);

impl See {
    fn of(address: &Address) -> Self {
        address.get("voir").and_then(Self::parse).unwrap_or(Self::Doors)
    }

    fn label(self) -> &'static str {
        match self {
            Self::Doors => "Les fichiers",
            Self::Needs => "Ce que nous partageons",
            Self::Paliers => "Paliers",
            Self::Ways => "Pistes",
            Self::Asks => "Demandes",
            Self::Years => "D’une année à l’autre",
            Self::Schools => "École par école",
            Self::Export => "Documents",
            Self::Hand => "Taper une école",
        }
    }

    /// Whether it shows what the filters keep.
    fn is_sieved(self) -> bool {
        matches!(self, Self::Needs | Self::Paliers | Self::Ways | Self::Asks | Self::Years | Self::Export)
    }
}

/// The screen.
pub fn group() -> Node {
    let store = store();
    let see = Memo::new(move |_| store.address.with(See::of));
    begin_each(see);
    let changes = Memo::new(move |_| store.together.with(|together| together.changes));
    kids![
        move || {
            changes.get();
            opening(store, see.get())
        },
        move || match see.get() {
            See::Doors => doors::doors(store, changes).fresh(),
            See::Hand => by_hand::by_hand(store).fresh(),
            see => (move || {
                changes.get();
                store.address.track();
                shown(store, see)
            })
            .into_node()
            .fresh(),
        },
    ]
}

/// The title, who is in, and the ways to look.
fn opening(store: Store, see: See) -> El {
    let said = room::look(|room| (!room.group.is_empty()).then(|| words::headline(&room.group))).flatten();
    let say = match said {
        Some((schools, kinds)) => kids![schools, " ", el("span", kinds)],
        None => kids!["Ce que plusieurs écoles ont en commun, ", el("span", "sans en montrer une seule.")],
    };
    let any = room::look(|room| !room.group.is_empty()) == Some(true);
    let views = any.then(|| views(store));
    el(
        "section.stack-l",
        kids![h1(if see == See::Doors { "Plusieurs écoles" } else { see.title() }), el("p.say", say), views],
    )
}

impl See {
    fn title(self) -> &'static str {
        match self {
            Self::Needs => "Plusieurs écoles\u{a0}: ce que nous partageons",
            Self::Paliers => "Plusieurs écoles\u{a0}: les paliers",
            Self::Ways => "Plusieurs écoles\u{a0}: les pistes utiles au plus grand nombre",
            Self::Asks => "Plusieurs écoles\u{a0}: ce que nous demandons",
            Self::Years => "Plusieurs écoles\u{a0}: d’une année à l’autre",
            Self::Schools => "Plusieurs écoles\u{a0}: école par école",
            Self::Export => "Plusieurs écoles\u{a0}: les documents",
            Self::Doors | Self::Hand => "Plusieurs écoles\u{a0}: taper une école",
        }
    }
}

fn views(store: Store) -> El {
    let to = move |see: &See| {
        let see = *see;
        let href = move || {
            let voir = Some(see.as_str()).filter(|_| see != See::Doors);
            store.address.with(|address| address.with("voir", voir))
        };
        link("btn txt", href, see.label())
            .attr("aria-current", move || (store.address.with(See::of) == see).then_some("page"))
    };
    el("nav.acts.views", See::ALL.iter().filter(|see| **see != See::Hand).map(to).collect::<Vec<_>>())
        .label("Vues de plusieurs écoles")
}

/// A view of what the address keeps; what to do first when no school is in.
fn shown(store: Store, see: See) -> Node {
    let address = store.address.get_untracked();
    let sieve = sieve(&address);
    let drawn = room::look(|room| {
        if room.group.is_empty() {
            return None;
        }
        let view = room.view(&sieve);
        let filters = see.is_sieved().then(|| filters(&view, &address));
        let content = match see {
            See::Needs => common::needs(store, &view),
            See::Ways => common::ways(store, &view),
            See::Paliers => paliers::paliers(&view, &address),
            See::Asks => wishes::asks(store, &view, &address),
            See::Export => export::export(store),
            See::Years => years::years(&view, &address),
            _ => schools::schools(store, &address),
        };
        Some(kids![filters, content])
    });
    drawn.flatten().unwrap_or_else(|| {
        let back = link("btn go", Route::Group.href(), "Choisir des fichiers");
        crate::ui::components::empty(
            "Aucune école n’est encore dans la vue",
            "Déposez d’abord les fichiers des écoles.",
            back,
        )
        .into_node()
    })
}

/// The filters of an address.
fn sieve(address: &Address) -> Sieve {
    Sieve {
        kind: address.get("type").and_then(Kind::parse),
        commune: address.get("commune").map(commune_key).filter(|commune| !commune.is_empty()),
    }
}

/// Which schools are looked at, and whether anything may be shown of them.
fn filters(view: &View, address: &Address) -> Node {
    let (kinds, communes) = (view.group.kinds(), view.group.communes());
    if kinds.len() < 2 && communes.len() < 2 {
        return Node::none();
    }
    let go = |key: &'static str| {
        let address = address.clone();
        move |value: String| {
            crate::browser::page::go(&address.with(key, Some(value.as_str()).filter(|value| !value.is_empty())))
        }
    };
    let everywhere = |words: &str| vec![(String::new(), words.to_owned())];
    let mut kind_options = everywhere("Tous les types");
    kind_options.extend(kinds.iter().map(|kind| (kind.as_str().to_owned(), words::kinds(*kind).to_owned())));
    let chosen = view.sieve.kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default();
    let by_kind = (kinds.len() > 1).then(|| select("Type", kind_options, move || chosen.clone(), go("type")));
    let commune = view.sieve.commune.clone().unwrap_or_default();
    let by_commune = (communes.len() > 1).then(|| {
        let mut options = everywhere("Toutes les communes");
        options.extend(communes.iter().map(|(key, name)| (key.clone(), (*name).to_owned())));
        if communes.len() <= CHOICES {
            return select("Commune", options, move || commune.clone(), go("commune"));
        }
        let go = go("commune");
        let field = el("input", ()).attr("type", "text").value(move || commune.clone());
        el("label", kids!["Commune", field.on_text("change", move |typed| go(commune_key(&typed)))])
    });
    kids![el("div.row.noprint", kids![by_kind, by_commune]), sieved(view)]
}

fn sieved(view: &View) -> Option<El> {
    if view.sieve.is_open() {
        return None;
    }
    let kept = view.kept().count();
    Some(match (kept, view.is_shown()) {
        (0, _) => el("p.advice", "Aucune école ne répond à ce choix."),
        (_, false) => el("p.advice", words::FILTER_WITHHELD),
        (kept, true) => {
            let communes = view.group.communes();
            let commune = view.sieve.commune.as_ref().and_then(|key| communes.get(key)).copied().unwrap_or_default();
            el("p.meta", words::sieved(view.sieve, commune, kept, view.group.members().len()))
        }
    })
    .map(|words| words.attr("role", "status"))
}

/// The elements of the page that the address names, and the way to the others.
fn paged<T>(address: &Address, all: Vec<T>, a_page: usize) -> (Vec<T>, Option<El>) {
    let of = all.len().div_ceil(a_page);
    let asked = address.get("page").and_then(|page| page.parse::<usize>().ok()).unwrap_or(1);
    let page = asked.clamp(1, of.max(1));
    let to = |n: usize, words: &'static str| {
        (1..=of).contains(&n).then(|| link("btn", address.with("page", Some(&n.to_string())), words))
    };
    let words = el("span.meta", crate::texts::reference::page(page - 1, of));
    let ways = (of > 1).then(|| {
        el("nav.acts", kids![to(page - 1, "Page précédente"), to(page + 1, "Page suivante"), words]).label("Pages")
    });
    (all.into_iter().skip((page - 1) * a_page).take(a_page).collect(), ways)
}

/// Draws what the address keeps, once a box or a button asks for it.
fn again(store: Store, draw: impl FnOnce(&View) -> Node) -> Node {
    let sieve = untrack(|| store.address.with(sieve));
    room::look(|room| draw(&room.view(&sieve))).unwrap_or_else(Node::none)
}

/// What waits for the schools to agree: a box, and what it opens.
fn by_consent(words: &'static str, content: impl Fn() -> Node + 'static) -> Node {
    let agreed = RwSignal::new(false);
    let box_ = crate::ui::components::check(words, move || agreed.get(), move |on| agreed.set(on));
    kids![el("div.form.noprint", box_), move || agreed.get().then(&content)]
}

/// A button that is drawn once it has been pressed.
fn behind(words: &'static str, content: impl Fn() -> Node + 'static) -> Node {
    let opened = RwSignal::new(false);
    kids![move || if opened.get() {
        content()
    } else {
        kids![el("div.acts", button("btn", words, move || opened.set(true)))]
    }]
}

/// Whether the group is large enough for figures.
fn has_figures(group: &Group) -> bool {
    group.members().len() >= crate::domain::group::FEW
}

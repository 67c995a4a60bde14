//! What the schools share, and the pistes useful to most: with figures from five, by consent below.

use super::{by_consent, has_figures};
use crate::domain::group::View;
use crate::domain::group::needs::{self, Common, FIRST, Needs};
use crate::domain::group::ways::{Way, ways as all_ways};
use crate::texts::{format, group as words};
use crate::ui::components::check;
use crate::ui::dom::{El, IntoNode, Node, el, kids};
use crate::ui::store::Store;
use leptos::prelude::*;

/// How many pistes are shown.
const WAYS: usize = 10;
const ALONE: &str = "Deux écoles au moins sont nécessaires.";

/// « Ce que nous partageons ».
pub fn needs(store: Store, view: &View) -> Node {
    if view.may_agree() {
        return by_consent("Les écoles présentes sont d’accord pour dire ce qu’elles ont en commun", move || {
            super::again(store, |view| said(&needs::agreed(view), false))
        });
    }
    match (view.group.members().len(), view.is_shown()) {
        (0 | 1, _) => el("p.note", ALONE).into_node(),
        (_, false) => Node::none(),
        _ => said(&needs::needs(view), true),
    }
}

fn said(needs: &Needs, figures: bool) -> Node {
    let part = |title: &'static str,
                id: &'static str,
                list: &[Common],
                most: usize,
                say: fn(&Common) -> String,
                empty: &'static str| {
        let line = |common: &Common| {
            let figure = figures.then(|| kids![el("br", ()), el("span.meta", say(common))]);
            el("li", kids![el("b", common.fact().to_owned()), figure])
        };
        let lines: Vec<El> = list.iter().take(most).map(line).collect();
        let content = if lines.is_empty() { el("p.note", empty) } else { el("ol.stack", lines) };
        el("section.stack", kids![el("h2", title).attr("id", id), content]).attr("aria-labelledby", id)
    };
    let checked = |common: &Common| {
        el("li", kids![el("b", common.criterion.title.clone()), el("br", ()), el("span.meta", words::checked(common))])
    };
    let checked: Vec<El> = needs.checked.iter().take(FIRST).map(checked).collect();
    kids![
        part(
            "Ce qui marche déjà chez la plupart",
            "h-works",
            &needs.works,
            2,
            words::works,
            "Rien encore qui soit vrai chez la plupart."
        ),
        part(
            "Ce qu’il nous faudrait",
            "h-needs",
            &needs.wanted,
            FIRST,
            words::wanted,
            "Rien encore en commun\u{a0}: trop peu de réponses sur les mêmes questions."
        ),
        (!checked.is_empty()).then(|| {
            el("section.stack", kids![el("h2#h-checked", "Ce que nous vérifions"), el("ul.stack", checked)])
                .attr("aria-labelledby", "h-checked")
        }),
    ]
}

/// « Pistes utiles au plus grand nombre ».
pub fn ways(store: Store, view: &View) -> Node {
    match view.group.members().len() {
        0 | 1 => return el("p.note", ALONE).into_node(),
        _ if !view.may_agree() && !view.is_shown() => return Node::none(),
        _ => {}
    }
    let named = RwSignal::new(false);
    let agree = "Les écoles qui l’ont déjà faite sont d’accord pour être nommées";
    kids![el("div.form.noprint", check(agree, move || named.get(), move |on| named.set(on))), move || {
        let named = named.get();
        super::again(store, |view| list(view, named))
    },]
}

fn list(view: &View, named: bool) -> Node {
    let figures = has_figures(view.group);
    let of = view.kept().count();
    let found = all_ways(view);
    let name = |place: &usize| words::name(*place, &view.group.members()[*place]);
    let line = |way: &Way| {
        let said = figures.then(|| el("p.meta", words::way(way, of)));
        let names: Vec<String> = way.done.iter().take(WAYS).map(name).collect();
        let names = (named && !names.is_empty())
            .then(|| el("p", format!("Peuvent en témoigner\u{a0}: {}.", format::list(&names))));
        el("li", kids![el("b", way.action.title.clone()), said, names])
    };
    let lines: Vec<El> = found.iter().take(WAYS).map(line).collect();
    if lines.is_empty() {
        return el("p.note", "Aucune piste n’est utile à deux écoles à la fois.").into_node();
    }
    el("ol.stack", lines).into_node()
}

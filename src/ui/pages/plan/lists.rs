//! Long lists: narrowed by the address, cut into pages.

use crate::browser::page;
use crate::routes::Address;
use crate::texts::narrow::{self, Tag};
use crate::ui::components::select;
use crate::ui::dom::{El, IntoNode, el, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;

/// The keys of a list, with their labels.
pub type Keys = [(&'static str, &'static str); 4];

/// The values of the address for these keys.
pub fn chosen(address: &Address, keys: &Keys) -> Vec<(&'static str, String)> {
    keys.iter().filter_map(|(key, _)| Some((*key, address.get(key)?.to_owned()))).collect()
}

/// A choice a key, among what the list holds; those with nothing to choose are left out.
pub fn choices(store: Store, keys: &Keys, tags: &[Vec<Tag>]) -> El {
    let one = |(key, label): &(&'static str, &'static str)| {
        let (key, label) = (*key, *label);
        let current = move || store.address.with(|a| a.get(key).unwrap_or_default().to_owned());
        let mut options = narrow::choices(tags, key);
        let known = untrack(current);
        if !known.is_empty() && options.iter().all(|(value, _)| *value != known) {
            options.push((known, "Autre".to_owned()));
        }
        let all = std::iter::once((String::new(), "Tout".to_owned()));
        let choose = move |value: String| {
            let value = (!value.is_empty()).then_some(value);
            page::go(&store.address.with_untracked(|a| a.with(key, value.as_deref())));
        };
        (options.len() > 1).then(|| select(label, all.chain(options).collect(), current, choose))
    };
    el("div.row.narrow", keys.iter().filter_map(one).collect::<Vec<_>>()).attr("role", "group").label("Afficher")
}

/// How many are shown, and the way back to all of them.
pub fn count(address: &Address, keys: &Keys, words: String) -> El {
    let all = keys.iter().fold(address.clone(), |address, (key, _)| Address::parse(&address.with(key, None)));
    let back =
        (all.query != without_page(address)).then(|| kids![" ", link("", all.with("page", None), "Tout montrer")]);
    el("p", kids![words, back])
}

fn without_page(address: &Address) -> Vec<(String, String)> {
    address.query.iter().filter(|(key, _)| key != "page").cloned().collect()
}

/// The page of the address, from 1.
pub fn page_of(address: &Address) -> usize {
    address.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1)
}

/// The elements of a page.
pub fn cut<T>(list: Vec<T>, page: usize, a_page: usize) -> Vec<T> {
    list.into_iter().skip((page - 1) * a_page).take(a_page).collect()
}

/// Links to the pages of a long list; nothing for one page.
pub fn pages(address: &Address, total: usize, a_page: usize) -> Option<El> {
    let (count, page) = (total.div_ceil(a_page), page_of(address));
    let to = |n: usize| {
        link("btn txt", address.with("page", Some(&n.to_string())), format!("Page {n}"))
            .attr("aria-current", (n == page).then_some("page"))
    };
    (count > 1).then(|| el("nav.acts", (1..=count).map(to).collect::<Vec<_>>()).label("Pages"))
}

/// What stands for an empty list.
pub fn nothing(words: &'static str) -> impl IntoNode {
    el("p.note", words)
}

//! Searching: the field, and what it finds, by pages.

use super::{Filters, address, browse, pages};
use crate::browser::page;
use crate::framework::Framework;
use crate::framework::search::{Hit, find, from_address, to_address};
use crate::routes::Route;
use crate::texts::reference;
use crate::ui::components::{field, submit};
use crate::ui::dom::{El, IntoNode, Node, el, kids, link, once_drawn};
use leptos::prelude::*;

/// How many results a page shows.
const PAGE: usize = 20;

/// The field; the search itself stands in the address. `searched` is raised for the focus to go to what is found.
pub fn form(filters: Filters, searched: StoredValue<bool>) -> El {
    let typed = RwSignal::new(from_address(&filters.get("q").unwrap_or_default()));
    let search = move || {
        page::go(&address(&[("q", &to_address(&typed.get_untracked()))]));
        searched.set_value(true);
    };
    let label = "Chercher dans les questions, les faits, les actions et le lexique";
    el(
        "form.form.find",
        kids![field(label, "text", move || typed.get(), move |text| typed.set(text)), submit("Chercher", search),],
    )
    .attr("role", "search")
}

/// What is found, and the way back to the groups.
pub fn results(filters: Filters, framework: &Framework, asked: &str, searched: StoredValue<bool>) -> Node {
    if searched.try_update_value(std::mem::take) == Some(true) {
        once_drawn(|| page::focus("#found"));
    }
    let words = from_address(asked);
    let hits = find(framework, &words);
    let of = hits.len().div_ceil(PAGE);
    let at = filters.page().min(of.saturating_sub(1));
    let items: Vec<_> = hits.iter().skip(at * PAGE).take(PAGE).map(|hit| item(framework, *hit)).collect();
    let to = |page: &str| address(&[("q", asked), ("page", page)]);
    el(
        "section.stack-l",
        kids![
            el("h2#found", reference::found(&words, hits.len())).attr("tabindex", "-1"),
            el("p", link("", browse::home(), "Revoir toutes les questions")),
            (!items.is_empty()).then(|| el("ul.asked", items)),
            pages(at, of, to),
        ],
    )
    .into_node()
}

fn item(framework: &Framework, hit: Hit) -> El {
    let criterion = match hit {
        Hit::Question(criterion) | Hit::Fact(criterion, _) => Some(criterion),
        Hit::Action(action) => framework.criterion(&action.criterion),
        Hit::Term(_) => None,
    };
    let title = match (criterion, hit) {
        (Some(criterion), _) => {
            link("", Route::Criterion(criterion.id.clone()).href(), criterion.title.clone()).into_node()
        }
        (None, Hit::Term(term)) => el("b", term.term.clone()).into_node(),
        (None, _) => Node::none(),
    };
    let (kind, text) = reference::hit(framework, hit);
    el("li", kids![title, el("span.small.meta", kind), el("p", text)])
}

//! The pieces that several screens share.

mod blocks;
mod figures;
mod form;
mod tables;
mod words;

pub use blocks::sheets;
pub use figures::{Row, chart_bars, chart_radar, chart_slope, rows, sentences};
pub use form::{adder, area, check, copy_by_hand, field, file_button, files_button, if_whole, select, submit};
pub use tables::{calendar_table, cell, plan_table, results_table, row_head, table};
pub use words::explained;

use crate::browser::page;
use crate::ui::dom::{El, IntoNode, el, kids};
use leptos::prelude::{Effect, Get, Memo, RwSignal, Set, request_animation_frame};

/// Another view of the same address is another screen: it begins at its title, which takes the focus.
pub fn begin_each<T: PartialEq + Clone + Send + Sync + 'static>(view: Memo<T>) {
    Effect::new(move |before: Option<T>| {
        let now = view.get();
        if before.is_some_and(|before| before != now) {
            page::scroll_to_top();
            request_animation_frame(|| page::focus("main h1"));
        }
        now
    });
}

/// The pictogram of stairs; an ornament, always beside a word.
pub fn stairs(class: &'static str) -> El {
    el("span", ()).class(format!("st {class}"))
}

/// The larger pictogram.
pub fn big_stairs(class: &'static str) -> El {
    el("span", ()).class(format!("st big {class}"))
}

/// An empty state: what is missing, and the easiest first thing.
pub fn empty(title: &'static str, text: &'static str, act: impl IntoNode) -> El {
    el(
        "div.empty",
        kids![big_stairs("p0"), el("div.stack", kids![el("h2", title), el("p", text), el("div.acts", act)]),],
    )
}

/// A native `details` whose content is built when it is opened, and then follows the dossier.
pub fn unfold<N: IntoNode + 'static>(summary: impl IntoNode, content: impl Fn() -> N + 'static) -> El {
    let shown = RwSignal::new(false);
    let content = move || shown.get().then(&content);
    el("details", kids![el("summary", summary), content]).on("toggle", move |_| shown.set(true))
}

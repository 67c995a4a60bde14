//! The pieces that several screens share.

mod figures;
mod form;
mod tables;
mod words;

pub use figures::{Row, chart_bars, chart_radar, rows, sentences};
pub use form::{area, copy_by_hand, field, file_button, if_whole, select, submit};
pub use tables::{plan_table, results_table};
pub use words::explained;

use crate::ui::dom::{El, IntoNode, el, kids};

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

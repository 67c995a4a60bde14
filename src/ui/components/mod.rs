//! The pieces that several screens share.

mod figures;
mod form;
mod tables;

pub use figures::{chart_bars, chart_radar, rows, sentences};
pub use form::{area, field, file_button};
pub use tables::{plan_table, results_table};

use leptos::prelude::*;

/// The pictogram of stairs; an ornament, always beside a word.
pub fn stairs(class: &'static str) -> impl IntoView {
    view! { <span class=format!("st {class}")></span> }
}

/// The larger pictogram.
pub fn big_stairs(class: &'static str) -> impl IntoView {
    view! { <span class=format!("st big {class}")></span> }
}

/// An empty state: what is missing, and the easiest first thing.
pub fn empty(title: &'static str, text: String, act: impl IntoView + 'static) -> impl IntoView {
    view! {
        <div class="empty">{big_stairs("p0")}
            <div class="stack"><h2>{title}</h2><p>{text}</p><div class="acts">{act.into_any()}</div></div>
        </div>
    }
}

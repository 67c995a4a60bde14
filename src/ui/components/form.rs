//! Labelled fields that follow the dossier: what another tab or an undo changes shows at once.

use crate::browser::files::{self, Chosen};
use leptos::prelude::*;

/// A line of text with its label.
pub fn field(
    label: impl Into<String>,
    kind: &'static str,
    value: impl Fn() -> String + Send + 'static,
    input: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <label>{label.into()}
            <input type=kind prop:value=value on:input=move |event| input(event_target_value(&event)) />
        </label>
    }
}

/// Several lines of text with their label.
pub fn area(
    label: impl Into<String>,
    rows: u32,
    value: impl Fn() -> String + Send + 'static,
    input: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <label>{label.into()}
            <textarea rows=rows prop:value=value on:input=move |event| input(event_target_value(&event))></textarea>
        </label>
    }
}

/// A native file input with its label.
pub fn file_button(label: &'static str, act: impl Fn(Chosen) + 'static) -> impl IntoView {
    let input: NodeRef<leptos::html::Input> = NodeRef::new();
    view! {
        <label class="file">{label}
            <input type="file" accept=".json,application/json" node_ref=input on:change=move |_| {
                if let Some(chosen) = input.get_untracked().and_then(|input| files::chosen(&input)) {
                    act(chosen);
                }
            } />
        </label>
    }
}

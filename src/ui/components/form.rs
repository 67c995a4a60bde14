//! Labelled fields that follow the dossier: what another tab or an undo changes shows at once.

use crate::browser::files::{self, Chosen};
use crate::ui::dom::{El, IntoNode, el, input_of, kids};

/// A line of text with its label.
pub fn field(
    label: impl IntoNode,
    kind: &'static str,
    value: impl Fn() -> String + 'static,
    input: impl FnMut(String) + 'static,
) -> El {
    let field = el("input", ()).attr("type", kind);
    el("label", kids![label, field.value(value).on_text("input", input)])
}

/// Several lines of text with their label.
pub fn area(
    label: &'static str,
    rows: &'static str,
    value: impl Fn() -> String + 'static,
    input: impl FnMut(String) + 'static,
) -> El {
    let field = el("textarea", ()).attr("rows", rows);
    el("label", kids![label, field.value(value).on_text("input", input)])
}

/// A choice in a list of values and their words, with its label.
pub fn select(
    label: &'static str,
    options: Vec<(String, String)>,
    value: impl Fn() -> String + 'static,
    choose: impl FnMut(String) + 'static,
) -> El {
    let options: Vec<_> = options.into_iter().map(|(value, words)| el("option", words).attr("value", value)).collect();
    el("label", kids![label, el("select", options).value(value).on_text("change", choose)])
}

/// A native file input with its label.
pub fn file_button(label: &'static str, act: impl Fn(Chosen) + 'static) -> El {
    let input = el("input", ()).attr("type", "file").attr("accept", ".json,application/json");
    let input = input.on("change", move |event| {
        if let Some(chosen) = input_of(&event).and_then(|input| files::chosen(&input)) {
            act(chosen);
        }
    });
    el("label.file", kids![label, input])
}

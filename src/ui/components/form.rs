//! Labelled fields that follow the dossier: what another tab or an undo changes shows at once.

use crate::browser::files::{self, Chosen};
use crate::domain::Day;
use crate::ui::dom::{El, IntoNode, button, el, input_of, kids};
use crate::ui::store::Store;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};

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
    label: impl IntoNode,
    options: Vec<(String, String)>,
    value: impl Fn() -> String + 'static,
    choose: impl FnMut(String) + 'static,
) -> El {
    let options: Vec<_> = options.into_iter().map(|(value, words)| el("option", words).attr("value", value)).collect();
    el("label", kids![label, el("select", options).value(value).on_text("change", choose)])
}

/// A box to tick, with its words.
pub fn check(words: &'static str, on: impl FnMut() -> bool + 'static, mut set: impl FnMut(bool) + 'static) -> El {
    let input = el("input", ()).attr("type", "checkbox").checked(on);
    let input = input.on("change", move |event| {
        if let Some(input) = input_of(&event) {
            set(input.checked());
        }
    });
    el("label.check", kids![input, words])
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

/// A native input for any number of files, on which they can be dropped too.
pub fn files_button(label: &'static str, accept: &'static str, act: impl Fn(Vec<Chosen>) + 'static) -> El {
    let input = el("input", ()).attr("type", "file").attr("accept", accept).attr("multiple", "");
    let input = input.on("change", move |event| {
        if let Some(input) = input_of(&event) {
            act(files::all_chosen(&input));
        }
    });
    el("label.file.drop", kids![label, input])
}

/// Acts on a date once it is whole or emptied: while its year is typed, the field is left alone.
pub fn if_whole(text: &str, act: impl FnOnce(Option<Day>)) {
    let day = Day::parse(text);
    if day.is_some() || text.is_empty() {
        act(day);
    }
}

/// The button that a form’s Enter presses. It acts at its own click, which a frame that may send no form lets through.
pub fn submit(words: &'static str, mut act: impl FnMut() + 'static) -> El {
    el("button.btn.go", words).attr("type", "submit").on("click", move |event| {
        event.prevent_default();
        act();
    })
}

/// A line to type; Enter adds it and leaves the hand in the field.
pub fn adder(label: String, add: impl Fn(String) + 'static) -> El {
    let text = RwSignal::new(String::new());
    let field = el("input", ()).attr("type", "text").attr("autocomplete", "off");
    let field = field.value(move || text.get()).on_text("input", move |typed| text.set(typed));
    let button = el("button.btn", "Ajouter").attr("type", "submit").on("click", move |event| {
        event.prevent_default();
        let typed = text.get_untracked().trim().to_owned();
        if !typed.is_empty() {
            add(typed);
            text.set(String::new());
        }
    });
    el("form.form.adder", kids![el("label", kids![label, field]), button])
}

/// The text of a backup that the browser refuses to save.
pub fn copy_by_hand(store: Store, text: &str) -> El {
    let copy = move || match files::copy("#copy") {
        true => store.say("Copié. Collez-le dans un fichier texte dont le nom finit par .paliers.json."),
        false => store.say("Le texte est choisi\u{a0}: copiez-le avec Ctrl+C, puis collez-le dans un fichier texte."),
    };
    let field = el("textarea#copy", text.to_owned()).attr("rows", "6").attr("readonly", "");
    let words = "Ce navigateur n’enregistre pas de fichier ici. Voici le texte de votre sauvegarde\u{a0}:";
    let close = button("btn txt", "Fermer", move || store.to_copy.set(None));
    el("div.banner", kids![el("label.wide", kids![words, field]), button("btn go", "Copier", copy), close])
}

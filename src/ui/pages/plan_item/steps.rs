//! The steps of an action, ticked one by one.

use super::Form;
use crate::texts::follow as words;
use crate::ui::dom::{El, button, el, input_of, kids};
use leptos::prelude::*;

/// The boxes, and the button that makes them from « comment ».
pub fn steps(form: Form) -> impl Fn() -> El {
    let number = Memo::new(move |_| form.read(|item| item.steps.len()).unwrap_or_default());
    let behind = Memo::new(move |_| form.read(|item| !item.steps_follow()).unwrap_or(false));
    let make = move || {
        behind.get().then(|| {
            let words =
                if number.get() == 0 { "Cocher ces étapes une à une" } else { "Reprendre les étapes ci-dessus" };
            button("btn", words, move || form.choose(|item| item.steps = item.steps_from_how()))
        })
    };
    let told = move || form.read(words::steps).flatten().map(|told| el("p.meta", format!("{told}.")));
    move || {
        let boxes: Vec<El> = (0..number.get()).map(|index| one(form, index)).collect();
        let legend = (!boxes.is_empty()).then(|| el("legend", "Étapes à cocher"));
        el("fieldset", kids![legend, told, boxes, make])
    }
}

fn one(form: Form, index: usize) -> El {
    let text = move || form.read(|item| item.steps.get(index).map(|s| s.text.clone())).flatten().unwrap_or_default();
    let done = move || form.read(|item| item.steps.get(index).is_some_and(|s| s.done)).unwrap_or(false);
    let field = el("input", ()).attr("type", "checkbox").checked(done).on("change", move |event| {
        let ticked = input_of(&event).is_some_and(|input| input.checked());
        form.choose(|item| {
            if let Some(step) = item.steps.get_mut(index) {
                step.done = ticked;
            }
        });
    });
    el("label.check", kids![field, text])
}

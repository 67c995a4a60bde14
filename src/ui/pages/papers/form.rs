//! Writing in a document: a field for each thing the model asks, with its words in place. Everything is saved as it is
//! typed; a field can always be given back the words of the model.

use super::{Open, opening};
use crate::domain::Dossier;
use crate::names::PlanItemId;
use crate::papers::{FLAGSHIP, Field, Layout, Model, Section};
use crate::texts::follow;
use crate::texts::format::capital;
use crate::texts::papers::said;
use crate::ui::components::select;
use crate::ui::dom::{El, Node, button, each, el, h1, kids, link};
use leptos::prelude::*;

/// Letters on a line of a field, about.
const A_LINE: usize = 68;

pub(super) fn form(open: Open, model: &Model, view: &str) -> Node {
    let at = model.sections.iter().position(|part| part.id == view).unwrap_or(0);
    let parts = if model.guided { &model.sections[at..=at] } else { &model.sections[..] };
    let view = if model.guided { parts.first().map_or("", |part| part.id.as_str()) } else { "" };
    let sections: Vec<El> = parts.iter().map(|part| section(open, part, !model.guided)).collect();
    let title = match (model.guided, parts.first()) {
        (true, Some(part)) => part.title.clone(),
        _ => model.title.clone(),
    };
    let advice = (at == 0 && !model.advice.is_empty())
        .then(|| el("div.note.stack", kids![el("ul.plain", each("li", model.advice.iter().cloned()))]));
    let reviews = move || {
        let lines = open.read(|context, model| context.reviews(model))?;
        Some(kids![el("summary", "À faire relire par…"), el("ul.plain", each("li", lines))])
    };
    kids![
        opening(open, model, view),
        el(
            "section.stack-l",
            kids![
                el("div", kids![h1(title), el("p", hint(model, parts))]),
                advice,
                (model.id == FLAGSHIP).then(|| item(open)),
                el("div.form", sections),
                el("details.stack", reviews),
                turn(open, model, at),
            ]
        ),
    ]
}

/// What the document, or its part, is for.
fn hint(model: &Model, parts: &[Section]) -> String {
    match (model.guided, parts.first()) {
        (true, Some(part)) => part.hint.clone(),
        _ => model.purpose.clone(),
    }
}

/// Back and forth between the parts of a guided document, then to the sheet.
fn turn(open: Open, model: &Model, at: usize) -> El {
    let to = |at: usize| model.sections.get(at).filter(|_| model.guided).map(|part| open.at(&part.id));
    let before = at.checked_sub(1).and_then(to).map(|href| link("btn", href, "Partie précédente"));
    let next = match to(at + 1) {
        Some(href) => link("btn go", href, "Partie suivante"),
        None => link("btn go", open.at(super::SHEET), "Voir et imprimer"),
    };
    el("div.acts", kids![before, next])
}

/// The decided action that the document speaks of.
fn item(open: Open) -> El {
    let plan = open.store.peek(|dossier: &Dossier| {
        dossier
            .plan
            .iter()
            .map(|item| (item.id.as_str().to_owned(), follow::title(item).to_owned()))
            .collect::<Vec<_>>()
    });
    let none = (String::new(), "Aucune".to_owned());
    let options = std::iter::once(none).chain(plan.unwrap_or_default()).collect();
    let chosen = move || {
        open.read(|context, _| context.paper.item.as_ref().map(|id| id.as_str().to_owned()))
            .flatten()
            .unwrap_or_default()
    };
    let choose = move |id: String| open.change(|paper| paper.item = PlanItemId::parse(&id));
    el("div.form", select("Partir d’une action décidée", options, chosen, choose))
}

fn section(open: Open, part: &Section, titled: bool) -> El {
    if part.layout == Layout::Drills {
        return el("div.stack", super::drills::drills(open));
    }
    let names = untrack(|| open.read(|context, _| context.dossier.school.clone())).unwrap_or_default();
    let here = |field: &&Field| names.is_among(&field.applies_to);
    let fields: Vec<El> = part.fields.iter().filter(here).map(|f| self::field(open, f, &names)).collect();
    let title = (titled && !part.title.is_empty()).then(|| el("legend", el("b", said(&part.title, &names))));
    let hint = (titled && !part.hint.is_empty()).then(|| el("p.meta", part.hint.clone()));
    el("fieldset.form.adapt", kids![title, hint, fields])
}

fn field(open: Open, field: &Field, names: &crate::domain::School) -> El {
    let label = capital(&said(&field.label, names));
    let held = StoredValue::new(field.clone());
    let value = move || held.try_with_value(|field| open.read(|context, _| context.written(field))).flatten();
    let write = move |text: String| {
        let Some((id, proposed)) = held
            .try_with_value(|field| (field.id.clone(), untrack(|| open.read(|context, _| context.proposed(field)))))
        else {
            return;
        };
        let own = (proposed.as_ref() != Some(&text)).then_some(text);
        open.type_in(|paper| paper.write(&id, own));
    };
    let control = if field.options.is_empty() {
        let rows = untrack(value).map_or(1, |text| rows(&text)).to_string();
        let area = el("textarea", ()).attr("rows", rows);
        el("label", kids![label.clone(), area.value(move || value().unwrap_or_default()).on_text("input", write)])
    } else {
        let none = (String::new(), "Non précisé".to_owned());
        let options = std::iter::once(none).chain(field.options.iter().map(|o| (o.clone(), o.clone()))).collect();
        select(label.clone(), options, move || value().unwrap_or_default(), write)
    };
    let changed = Memo::new(move |_| {
        let own = |context: &crate::texts::papers::Context| {
            held.try_with_value(|field| context.paper.value(&field.id).is_some())
        };
        open.read(|context, _| own(context)).flatten() == Some(true)
    });
    let back = move || {
        let label = label.clone();
        changed.get().then(|| {
            let give_back = move || {
                if let Some(id) = held.try_with_value(|field| field.id.clone()) {
                    open.change(|paper| paper.write(&id, None));
                }
            };
            button("btn txt small", "Reprendre le texte proposé", give_back)
                .label(format!("Reprendre le texte proposé\u{a0}: {label}"))
        })
    };
    el("div", kids![control, back])
}

/// How many lines a field shows for a text, so that nothing has to be scrolled to be read.
fn rows(text: &str) -> usize {
    let lines: usize = text.lines().map(|line| 1 + line.chars().count() / A_LINE).sum();
    lines.clamp(1, 12)
}

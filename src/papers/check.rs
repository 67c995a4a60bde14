//! What is wrong with the models, all at once: texts, ids, names of the school, blanks, questions that do not exist.

use super::{Layout, Model, Models, NAMES, blanks};
use crate::framework::Framework;
use crate::framework::coherence::{Fault, typography};
use crate::names::is_id;
use std::collections::BTreeSet;

/// Every fault of the models, which speak of that référentiel.
#[must_use]
pub fn faults(models: &Models, framework: Option<&Framework>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for model in &models.models {
        let mut say = |part: &str, message: String| {
            let place = if part.is_empty() { model.id.clone() } else { format!("{} › {part}", model.id) };
            faults.push(Fault { place, message });
        };
        of_model(model, framework, &mut say);
    }
    faults
}

fn of_model(model: &Model, framework: Option<&Framework>, say: &mut dyn FnMut(&str, String)) {
    for (part, text) in texts(model) {
        typography::slips(text).into_iter().for_each(|slip| say(part, slip));
        names_and_blanks(text, &mut |message| say(part, message));
    }
    for (part, text) in [("title", &model.title), ("purpose", &model.purpose)] {
        if text.trim().is_empty() {
            say(part, "texte vide".to_owned());
        }
    }
    if model.review.is_empty() {
        say("review", "personne ne relit ce modèle".to_owned());
    }
    let mut seen = BTreeSet::new();
    let sections = model.sections.iter().map(|section| &section.id);
    for id in sections.chain(model.fields().map(|field| &field.id)) {
        if !is_id(id) {
            say(id, "id illisible".to_owned());
        }
        if !seen.insert(id) {
            say(id, "id répété".to_owned());
        }
    }
    for section in model.sections.iter().filter(|s| (s.layout == Layout::Drills) != s.fields.is_empty()) {
        say(&section.id, "une partie a des rubriques, ou des exercices".to_owned());
    }
    for field in model.fields() {
        if field.label.trim().is_empty() {
            say(&field.id, "rubrique sans nom".to_owned());
        }
        if field.text.is_empty() && field.options.is_empty() && field.from.is_none() {
            say(&field.id, "rien n’est proposé : écrire un blanc, « [à compléter] »".to_owned());
        }
        let unknown = |framework: &Framework| {
            let strange = field.criteria.iter().find(|id| framework.criterion(id).is_none())?;
            Some(strange.as_str().to_owned())
        };
        if let Some(id) = framework.and_then(unknown) {
            say(&field.id, format!("question inconnue : {id}"));
        }
    }
}

/// Every text that a person reads, with its place.
fn texts(model: &Model) -> Vec<(&str, &str)> {
    let mut texts = vec![("title", model.title.as_str()), ("purpose", model.purpose.as_str())];
    texts.extend(model.advice.iter().map(|text| ("advice", text.as_str())));
    texts.extend(model.review.iter().flat_map(|review| [("review", review.who.as_str()), ("review", &review.why)]));
    for section in &model.sections {
        texts.extend([(section.id.as_str(), section.title.as_str()), (&section.id, &section.hint)]);
        for field in &section.fields {
            texts.extend([(field.id.as_str(), field.label.as_str()), (&field.id, &field.text)]);
            texts.extend(field.options.iter().map(|option| (field.id.as_str(), option.as_str())));
        }
    }
    texts
}

fn names_and_blanks(text: &str, say: &mut dyn FnMut(String)) {
    for rest in text.split('{').skip(1) {
        let name = rest.split_once('}').map(|(name, _)| name);
        if !name.is_some_and(|name| NAMES.contains(&name)) {
            say(format!("nom inconnu : {{{}", rest.chars().take(20).collect::<String>()));
        }
    }
    let (open, close) = (text.matches('[').count(), text.matches(']').count());
    if open != close || blanks(text) != open {
        say("blanc mal fermé : « [à compléter] »".to_owned());
    }
}

//! Every text that a person reads, with its place: none is empty, none has a slip of typography.

use super::{Faults, PART, of_kind, typography};
use crate::framework::{Action, Criterion, Framework, Indicator, Proposition};

pub(super) fn check(framework: &Framework, faults: &mut Faults) {
    let mut texts = Texts(Vec::new());
    setting(framework, &mut texts);
    framework.criteria.iter().for_each(|c| criterion(c, &mut texts));
    framework.actions.iter().for_each(|a| action(a, &mut texts));
    framework.indicators.iter().for_each(|i| indicator(i, &mut texts));
    framework.propositions.iter().for_each(|p| proposition(p, &mut texts));
    for (place, text) in texts.0 {
        faults.require(!text.trim().is_empty(), &place, "texte vide");
        for slip in typography::slips(text) {
            faults.require(false, &place, slip);
        }
    }
}

struct Texts<'a>(Vec<(String, &'a str)>);

impl<'a> Texts<'a> {
    fn one(&mut self, subject: &str, part: &str, text: &'a str) {
        self.0.push((format!("{subject}{PART}{part}"), text));
    }

    fn several(&mut self, subject: &str, part: &str, texts: &'a [String]) {
        for (index, text) in texts.iter().enumerate() {
            self.one(subject, &format!("{part} {}", index + 1), text);
        }
    }
}

fn setting<'a>(framework: &'a Framework, texts: &mut Texts<'a>) {
    texts.one("référentiel", "titre", &framework.title);
    texts.one("référentiel", "licence", &framework.licence);
    for tier in &framework.tiers {
        let place = of_kind("palier", &tier.level.get().to_string());
        texts.one(&place, "nom", &tier.name);
        texts.one(&place, "sens", &tier.meaning);
    }
    for thematique in &framework.thematiques {
        let place = of_kind("thématique", thematique.id.as_str());
        texts.one(&place, "titre", &thematique.title);
        texts.one(&place, "nom court", &thematique.short);
        texts.one(&place, "résumé", &thematique.summary);
        for sub_theme in &thematique.sub_themes {
            texts.one(&of_kind("sous-thématique", sub_theme.id.as_str()), "titre", &sub_theme.title);
        }
    }
    for term in &framework.glossary {
        let place = of_kind("lexique", &term.term);
        texts.one(&place, "mot", &term.term);
        texts.one(&place, "texte", &term.text);
    }
}

fn criterion<'a>(criterion: &'a Criterion, texts: &mut Texts<'a>) {
    let place = criterion.id.as_str();
    texts.one(place, "titre", &criterion.title);
    texts.one(place, "question", &criterion.question);
    texts.one(place, "pour trancher", &criterion.decide);
    texts.several(place, "preuve", &criterion.proofs);
    for fact in &criterion.levels {
        let part = format!("niveau {}", fact.level.get());
        texts.one(place, &part, &fact.text);
        texts.several(place, &format!("{part}, signe"), &fact.signs);
    }
}

fn action<'a>(action: &'a Action, texts: &mut Texts<'a>) {
    let place = action.id.as_str();
    texts.one(place, "axe", &action.axis);
    texts.one(place, "titre", &action.title);
    texts.several(place, "étape", &action.steps);
    texts.several(place, "pilote", &action.leads);
    texts.several(place, "avec", &action.involved);
    texts.several(place, "facteur de réussite", &action.success_factors);
}

fn indicator<'a>(indicator: &'a Indicator, texts: &mut Texts<'a>) {
    let place = of_kind("indicateur", &indicator.id);
    texts.one(&place, "titre", &indicator.title);
    texts.one(&place, "unité", &indicator.unit);
    texts.one(&place, "mesure", &indicator.how);
    for (index, reference) in indicator.references.iter().enumerate() {
        let part = format!("repère {}", index + 1);
        for text in [&reference.value, &reference.year, &reference.population] {
            texts.one(&place, &part, text);
        }
    }
}

fn proposition<'a>(proposition: &'a Proposition, texts: &mut Texts<'a>) {
    let place = of_kind("source", &proposition.id);
    texts.one(&place, "titre", &proposition.title);
    texts.one(&place, "document", &proposition.document);
    texts.one(&place, "endroit", &proposition.section);
    if let Some(reason) = &proposition.none_because {
        texts.one(&place, "sans suite parce que", reason);
    }
}

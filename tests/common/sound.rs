//! A small référentiel without a fault, and what is found in it once broken.

#![allow(dead_code, reason = "each suite uses the words it needs")]
#![allow(clippy::unwrap_used, reason = "a sentence that cannot be told fails its test")]

use paliers::framework::coherence::{Fault, faults};
use paliers::framework::*;
use paliers::names::{ActionId, CriterionId, SubThemeId};

pub const SENTENCE: &str = "Nous tenons une liste écrite que chacun peut lire chez nous.";

/// One thématique, one sous-thématique, three essential questions, each with an action a step.
pub fn framework() -> Framework {
    let ids = ["acces.egalite.a", "acces.egalite.b", "acces.egalite.c"];
    Framework {
        format: FORMAT.into(),
        schema: SCHEMA,
        id: serde_json::from_str(r#""essai""#).unwrap(),
        version: "1.0.0".into(),
        lang: "fr".into(),
        title: "Essai".into(),
        licence: "Libre".into(),
        tiers: Level::ALL.map(|level| Tier { level, name: "nom".into(), meaning: "Sens.".into() }).into(),
        tier_rule: TierRule { share: 60 },
        thematiques: vec![Thematique {
            id: serde_json::from_str(r#""acces""#).unwrap(),
            title: "Accès".into(),
            short: "Accès".into(),
            summary: "Résumé.".into(),
            sub_themes: vec![SubTheme { id: sub_theme("acces.egalite"), title: "Égalité".into() }],
        }],
        criteria: ids.map(criterion).into(),
        actions: ids.iter().flat_map(|id| [1, 2, 3].map(|to| action(id, to))).collect(),
        indicators: vec![indicator()],
        propositions: vec![proposition("nat.1"), Proposition { same_as: Some("nat.1".into()), ..proposition("nat.2") }],
        glossary: vec![Term { term: "ENT".into(), text: "Un espace en ligne.".into() }],
        periods: Period::ALL
            .iter()
            .map(|id| PeriodSpan { id: *id, first: "09-01".into(), last: "09-30".into() })
            .collect(),
        changes: vec![],
    }
}

pub fn sub_theme(id: &str) -> SubThemeId {
    SubThemeId::parse(id).unwrap()
}

pub fn criterion(id: &str) -> Criterion {
    let fact = |level: Level| {
        let signs = if level == Level::ZERO { vec![] } else { vec!["Une date".into()] };
        Fact { level, text: SENTENCE.into(), signs }
    };
    Criterion {
        id: CriterionId::parse(id).unwrap(),
        sub_theme: sub_theme("acces.egalite"),
        title: "Titre".into(),
        question: "Que savons-nous ?".into(),
        decide: "Comptez.".into(),
        weight: 1,
        core: true,
        essential: true,
        applies_to: vec![],
        depends_on: vec![Dependence::Ecole],
        levels: Level::ALL.map(fact).into(),
        proofs: vec!["Un registre".into()],
        indicators: vec!["acces.i".into()],
        crosswalk: Crosswalk::default(),
        sources: vec!["nat.1".into()],
    }
}

pub fn action(criterion: &str, to: u8) -> Action {
    Action {
        id: ActionId::parse(&format!("{criterion}.vers-{to}")).unwrap(),
        criterion: CriterionId::parse(criterion).unwrap(),
        to: Level::new(to).unwrap(),
        axis: "Axe".into(),
        title: "Écrire une liste".into(),
        steps: vec!["Écrivez.".into(), "Relisez.".into()],
        leads: vec!["Direction".into()],
        involved: vec![],
        horizon: Horizon::Court,
        period: Period::Rentree,
        indicators: vec!["acces.i".into()],
        success_factors: vec![],
        impact: 1,
        effort: 1,
        reach: Reach::Etablissement,
        applies_to: vec![],
        sources: vec!["nat.1".into()],
    }
}

pub fn indicator() -> Indicator {
    let reference =
        Reference { value: "9 %".into(), year: "2020".into(), population: "Élèves".into(), source: "nat.1".into() };
    Indicator {
        id: "acces.i".into(),
        title: "Élèves équipés".into(),
        unit: "nombre".into(),
        how: "Comptez.".into(),
        references: vec![reference],
    }
}

pub fn proposition(id: &str) -> Proposition {
    Proposition {
        id: id.into(),
        kind: PropositionKind::Passage,
        title: "Repérer".into(),
        document: "Dossier".into(),
        section: "1".into(),
        reach: Reach::Etablissement,
        same_as: None,
        none_because: None,
    }
}

pub fn check(broken: fn(&mut Framework), expected: &[(&str, &str)]) {
    let mut framework = framework();
    broken(&mut framework);
    let fault = |(place, message): &(&str, &str)| Fault { place: (*place).into(), message: (*message).into() };
    assert_eq!(faults(&framework), expected.iter().map(fault).collect::<Vec<_>>());
}

/// A row with one fault.
pub fn one(place: &str, message: &str, broken: fn(&mut Framework)) {
    check(broken, &[(place, message)]);
}

pub const A: &str = "acces.egalite.a";
pub const A1: &str = "acces.egalite.a.vers-1";

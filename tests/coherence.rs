//! Each rule of the référentiel, broken alone in a small valid one: exactly that fault is found, where it is.
#![allow(clippy::unwrap_used)]

#[path = "common/sound.rs"]
mod sound;

use paliers::framework::coherence::{Fault, faults};
use paliers::framework::*;
use paliers::names::{ActionId, CriterionId};
use sound::*;

#[test]
fn nothing_is_said_of_a_valid_framework() {
    check(|_| (), &[]);
}

const MALFORMED: &str =
    "identifiant mal formé : minuscules sans accent, chiffres et tirets, parties séparées par un point";
const TWICE: &str = "identifiant employé deux fois";

#[test]
fn ids_are_well_formed_and_unique() {
    check(
        |f| f.criteria[1].id = f.criteria[0].id.clone(),
        &[
            (A, TWICE),
            ("acces.egalite.b.vers-1", "question inconnue : acces.egalite.b"),
            ("acces.egalite.b.vers-2", "question inconnue : acces.egalite.b"),
            ("acces.egalite.b.vers-3", "question inconnue : acces.egalite.b"),
        ],
    );
    one(A1, TWICE, |f| f.actions.push(action(A, 1)));
    one("indicateur acces.i", TWICE, |f| f.indicators.push(indicator()));
    one("source nat.1", TWICE, |f| f.propositions.push(proposition("nat.1")));
    for id in ["Nat.3", "nat..3"] {
        let mut framework = framework();
        framework.propositions.push(Proposition { same_as: Some("nat.1".into()), ..proposition(id) });
        assert_eq!(faults(&framework), [Fault { place: format!("source {id}"), message: MALFORMED.into() }]);
    }
    one("indicateur acces_i", MALFORMED, |f| {
        f.actions[0].indicators.push("acces_i".into());
        f.indicators.push(Indicator { id: "acces_i".into(), ..indicator() });
    });
    check(
        |f| f.thematiques.push(f.thematiques[0].clone()),
        &[("thématique acces", TWICE), ("sous-thématique acces.egalite", TWICE)],
    );
    check(
        |f| f.criteria[0].id = CriterionId::parse("acces.egalitea").unwrap(),
        &[
            ("acces.egalitea", "l’identifiant doit commencer par « acces.egalite. »"),
            ("acces.egalitea", "aucune action à la portée de l’école pour atteindre le niveau 1"),
            ("acces.egalitea", "aucune action à la portée de l’école pour atteindre le niveau 2"),
            ("acces.egalitea", "aucune action à la portée de l’école pour atteindre le niveau 3"),
            (A1, "question inconnue : acces.egalite.a"),
            ("acces.egalite.a.vers-2", "question inconnue : acces.egalite.a"),
            ("acces.egalite.a.vers-3", "question inconnue : acces.egalite.a"),
        ],
    );
    one("autre.vers-1", "l’identifiant doit commencer par « acces.egalite.a. »", |f| {
        f.actions[0].id = ActionId::parse("autre.vers-1").unwrap();
    });
    one("sous-thématique egalite", "l’identifiant doit commencer par « acces. »", |f| {
        f.thematiques[0].sub_themes[0].id = sub_theme("egalite");
        f.criteria.clear();
        f.actions.clear();
        f.indicators.clear();
        f.propositions.clear();
    });
}

#[test]
fn a_question_says_where_it_stands_and_on_what() {
    check(
        |f| f.criteria.push(Criterion { sub_theme: sub_theme("autre"), ..criterion("autre.d") }),
        &[
            ("autre.d", "sous-thématique inconnue : autre"),
            ("autre.d", "aucune action à la portée de l’école pour atteindre le niveau 1"),
            ("autre.d", "aucune action à la portée de l’école pour atteindre le niveau 2"),
            ("autre.d", "aucune action à la portée de l’école pour atteindre le niveau 3"),
        ],
    );
    one(A, "poids : 0 (attendu : de 1 à 5)", |f| f.criteria[0].weight = 0);
    one(A, "poids : 6 (attendu : de 1 à 5)", |f| f.criteria[0].weight = 6);
    one(A, "« depends_on » est vide : de qui le fait dépend-il ?", |f| f.criteria[0].depends_on.clear());
    one(A, "une question-clé (« core ») dépend de l’école seule", |f| {
        f.criteria[0].depends_on.push(Dependence::Collectivite);
    });
    check(
        |f| {
            f.criteria[0].core = false;
            f.criteria[0].depends_on.push(Dependence::Collectivite);
        },
        &[],
    );
    one(A, "preuves : 0 (attendu : de 1 à 3)", |f| f.criteria[0].proofs.clear());
    one(A, "preuves : 4 (attendu : de 1 à 3)", |f| f.criteria[0].proofs = vec!["Une".into(); 4]);
    one(A, "indicateur inconnu : acces.j", |f| f.criteria[0].indicators.push("acces.j".into()));
    one(A, "aucune source", |f| f.criteria[0].sources.clear());
    one(A, "source inconnue : nat.9", |f| f.criteria[0].sources.push("nat.9".into()));
}

#[test]
fn a_question_has_four_facts_of_one_sentence() {
    let four = "niveaux : il en faut quatre, de 0 à 3, chacun une fois et dans l’ordre";
    let level_2 = "acces.egalite.a › niveau 2";
    one(A, four, |f| f.criteria[0].levels.truncate(3));
    one(A, four, |f| f.criteria[0].levels.swap(1, 2));
    one(A, four, |f| f.criteria[0].levels = [f.criteria[0].levels.as_slice(), &f.criteria[1].levels[3..]].concat());
    one(level_2, "mots : 7 (attendu : de 8 à 25)", |f| text(f, 7));
    check(|f| text(f, 8), &[]);
    check(|f| text(f, 25), &[]);
    one(level_2, "mots : 26 (attendu : de 8 à 25)", |f| text(f, 26));
    one(level_2, "texte vide", |f| text(f, 0));
    one(level_2, "signes : 0 (attendu : de 1 à 3)", |f| f.criteria[0].levels[2].signs.clear());
    one(level_2, "signes : 4 (attendu : de 1 à 3)", |f| f.criteria[0].levels[2].signs = vec!["Un".into(); 4]);
    one("acces.egalite.a › niveau 0", "le niveau 0 n’a pas de signes", |f| {
        f.criteria[0].levels[0].signs.push("Un".into());
    });
}

/// Gives level 2 that many words, and marks that are none.
fn text(framework: &mut Framework, words: usize) {
    let marks = if words == 0 { "" } else { "«\u{a0}l’un\u{a0}» " };
    framework.criteria[0].levels[2].text = format!("{marks}{}", "mot ".repeat(words.saturating_sub(1)));
}

#[test]
fn every_step_is_shown_by_an_action_within_reach() {
    let missing = "aucune action à la portée de l’école pour atteindre le niveau 2";
    one(A, missing, |f| drop(f.actions.remove(1)));
    one(A, missing, |f| f.actions[1].reach = Reach::Academie);
    check(
        |f| f.actions[1].to = Level::ZERO,
        &[(A, missing), ("acces.egalite.a.vers-2", "une action mène au niveau 1, 2 ou 3, jamais au niveau 0")],
    );
}

#[test]
fn an_action_can_be_carried_out_and_followed() {
    one(A1, "étapes : 1 (attendu : de 2 à 5)", |f| f.actions[0].steps.truncate(1));
    one(A1, "étapes : 6 (attendu : de 2 à 5)", |f| f.actions[0].steps = vec!["Lisez.".into(); 6]);
    one(A1, "aucun pilote (« leads »)", |f| f.actions[0].leads.clear());
    one(A1, "aucun indicateur", |f| f.actions[0].indicators.clear());
    one(A1, "indicateur inconnu : acces.j", |f| f.actions[0].indicators.push("acces.j".into()));
    one(A1, "impact : 0 (attendu : de 1 à 3)", |f| f.actions[0].impact = 0);
    one(A1, "effort : 4 (attendu : de 1 à 3)", |f| f.actions[0].effort = 4);
    one(A1, "aucune source", |f| f.actions[0].sources.clear());
    one(A1, "source inconnue : nat.9", |f| f.actions[0].sources.push("nat.9".into()));
}

#[test]
fn references_lead_somewhere() {
    one("indicateur acces.i › repère 1", "source inconnue : nat.9", |f| {
        f.indicators[0].references[0].source = "nat.9".into();
    });
    one("source nat.1", "« same_as » renvoie à une source inconnue : nat.9", |f| {
        f.propositions[0].same_as = Some("nat.9".into());
    });
}

#[test]
fn the_frame_holds() {
    let four = "paliers : il en faut quatre, de 0 à 3, chacun une fois et dans l’ordre";
    one("référentiel", four, |f| drop(f.tiers.pop()));
    one("référentiel", four, |f| f.tiers[3].level = Level::ZERO);
    one("référentiel", "part du palier, en centièmes : 0 (attendu : de 1 à 100)", |f| f.tier_rule.share = 0);
    one("référentiel", "part du palier, en centièmes : 101 (attendu : de 1 à 100)", |f| f.tier_rule.share = 101);
    one("période projet", "décrite 0 fois (attendu : une fois)", |f| f.periods.retain(|p| p.id != Period::Projet));
    one("période rentree", "décrite 2 fois (attendu : une fois)", |f| f.periods.push(f.periods[0].clone()));
    one("période rentree", "le premier jour vient après le dernier", |f| f.periods[0].first = "10-01".into());
    for (day, last) in
        [("9-1", "jour illisible : 9-1"), ("02-29", "jour illisible : 02-29"), ("+9-01", "jour illisible : +9-01")]
    {
        let mut framework = framework();
        framework.periods[0] = PeriodSpan { id: Period::Rentree, first: day.into(), last: day.into() };
        let message = format!("{last} (attendu : MM-JJ)");
        let fault = Fault { place: "période rentree".into(), message };
        assert_eq!(faults(&framework), [fault.clone(), fault]);
    }
}

#[test]
fn the_essential_covers_everything_where_there_is_one() {
    one("thématique acces", "questions essentielles : 2 (attendu : au moins 3)", |f| {
        f.criteria[0].essential = false
    });
    one("sous-thématique acces.vide", "aucune question essentielle", |f| {
        f.thematiques[0].sub_themes.push(SubTheme { id: sub_theme("acces.vide"), title: "Vide".into() });
    });
    check(|f| f.criteria.iter_mut().for_each(|c| c.essential = false), &[]);
}

#[test]
fn texts_are_there_and_well_set() {
    one("acces.egalite.a › titre", "texte vide", |f| f.criteria[0].title.clear());
    one("acces.egalite.a › question", "texte vide", |f| f.criteria[0].question = " ".into());
    one("acces.egalite.a › pour trancher", "texte vide", |f| f.criteria[0].decide.clear());
    one("acces.egalite.a.vers-1 › étape 2", "apostrophe droite dans : Ouvrez l'armoire.", |f| {
        f.actions[0].steps[1] = "Ouvrez l'armoire.".into();
    });
    one(
        "acces.egalite.a › niveau 3, signe 1",
        "espace sécable avant\u{a0}; dans : l y a une liste\u{20}; une date aus",
        |f| {
            f.criteria[0].levels[3].signs[0] = "Il y a une liste\u{20}; une date aussi".into();
        },
    );
    one("indicateur acces.i › unité", "espace sécable avant % dans : 9\u{20}%", |f| {
        f.indicators[0].unit = "9\u{20}%".into();
    });
    check(
        |f| f.glossary[0].text = "Un «\u{20}espace\u{20}» en ligne.".into(),
        &[
            ("lexique ENT › texte", "espace sécable après «\u{20}dans : Un «\u{20}espace\u{20}» en l"),
            ("lexique ENT › texte", "espace sécable avant » dans : Un «\u{20}espace\u{20}» en ligne."),
        ],
    );
}

#[test]
fn a_place_names_its_subject() {
    for (place, subject) in [("acces.egalite.a › niveau 2", A), ("indicateur acces.i", "indicateur acces.i")] {
        assert_eq!(Fault { place: place.into(), message: String::new() }.subject(), subject);
    }
}

//! The référentiel to be read: searching, words explained, groups, what answers a source, the list of those served.
#![allow(clippy::unwrap_used)]

#[path = "common/build.rs"]
mod build;

use arbtest::arbtest;
use build::{FrameworkBuilder, framework};
use paliers::framework::coverage::answers;
use paliers::framework::glossary::{explained, of_question};
use paliers::framework::index::{self, Index, Served};
use paliers::framework::search::{Hit, find, fold, from_address, to_address};
use paliers::framework::{Framework, Proposition, PropositionKind, Reach, SchoolType, Term};
use paliers::names::FrameworkId;
use paliers::texts::reference::{Audience, By, Group, correspondences, found, groups, marks};

fn told(built: &FrameworkBuilder, terms: &[(&str, &str)]) -> Framework {
    let glossary = terms.iter().map(|(term, text)| Term { term: (*term).into(), text: (*text).into() }).collect();
    Framework { glossary, ..(**built).clone() }
}

/// Two questions with an action each, and two words.
fn small() -> Framework {
    let built = framework()
        .thematique("acces")
        .criterion("a")
        .of_criterion(|c| {
            c.title = "Prêter des appareils".into();
            c.question = "Que pouvons-nous prêter à l’élève ?".into();
            c.levels[2].text = "Chaque prêt a sa convention.".into();
            c.levels[2].signs = vec!["L’œil du gestionnaire".into()];
        })
        .action("a.1", 1)
        .of_action(|a| a.steps = vec!["Écrivez une convention.".into()])
        .criterion("b")
        .of_criterion(|c| c.decide = "Deux élèves l’ont-ils vu ?".into());
    told(&built, &[("ENT", "Espace numérique de travail"), ("convention de prêt", "Papier signé")])
}

fn kinds(framework: &Framework, asked: &str) -> Vec<String> {
    let kind = |hit: &Hit| match hit {
        Hit::Question(c) => format!("question {}", c.id.as_str()),
        Hit::Fact(c, level) => format!("fact {} {}", c.id.as_str(), level.get()),
        Hit::Action(a) => format!("action {}", a.id.as_str()),
        Hit::Term(t) => format!("term {}", t.term),
    };
    find(framework, asked).iter().map(kind).collect()
}

#[test]
fn a_search_forgives_accents_case_apostrophes_and_ends_of_words() {
    let framework = small();
    for (asked, expected) in [
        ("ELEVE", vec!["question a", "question b"]),
        ("l'élève prêter", vec!["question a"]),
        ("eleves", vec!["question b"]),
        ("convention", vec!["fact a 2", "action a.1", "term convention de prêt"]),
        ("oeil", vec!["fact a 2"]),
        ("numérique", vec!["term ENT"]),
        ("rêter", vec![]),
        ("prêter introuvable", vec![]),
        ("", vec![]),
        (" ’ ; ", vec![]),
    ] {
        assert_eq!(kinds(&framework, asked), expected, "{asked}");
    }
}

#[test]
fn folding_leaves_words_between_single_spaces() {
    for (text, expected) in [
        ("Données d’Élèves", "donnees d eleves"),
        ("  Où ?\u{a0}Là-bas…", "ou la bas"),
        ("Cœur, Ægir, garçon", "coeur aegir garcon"),
        ("e\u{301}le\u{300}ve", "eleve"),
        ("Ω 2020", "ω 2020"),
        ("", ""),
    ] {
        assert_eq!(fold(text), expected, "{text}");
    }
    arbtest(|u| {
        let text: String = u.arbitrary()?;
        let folded = fold(&text);
        assert_eq!(fold(&folded), folded, "{text:?}");
        assert!(!folded.contains("  ") && folded.trim() == folded, "{folded:?}");
        Ok(())
    });
}

#[test]
fn a_search_comes_back_from_its_address() {
    assert_eq!(to_address(" Données & élèves "), "donn%c3%a9es+%26+%c3%a9l%c3%a8ves");
    for (address, expected) in
        [("a+b", "a b"), ("%C3%A9t%c3%a9", "été"), ("50%", "50%"), ("%zz", "%zz"), ("%ff", "\u{fffd}")]
    {
        assert_eq!(from_address(address), expected, "{address}");
    }
    arbtest(|u| {
        let text: String = u.arbitrary()?;
        let address = to_address(&text);
        assert!(address.bytes().all(|b| b.is_ascii_alphanumeric() || b"+%".contains(&b)), "{address}");
        assert_eq!(from_address(&address), text.trim().to_lowercase());
        Ok(())
    });
}

#[test]
fn words_are_explained_where_they_occur_and_nowhere_else() {
    let terms = [("AVEC (ou BYOD)", ""), ("CVC et CVL", ""), ("ENT", ""), ("collectivité", ""), ("Pix", "")];
    let framework = told(&framework().thematique("acces"), &terms);
    for (text, expected) in [
        ("Travailler avec l’ENT", vec!["ENT"]),
        ("Le BYOD, ou AVEC", vec!["AVEC (ou BYOD)"]),
        ("Des CVL actifs", vec!["CVC et CVL"]),
        ("Nos collectivités décident ; Collectivité.", vec!["collectivité"]),
        ("un client pixélisé", vec![]),
        ("PIX ou Pix", vec!["Pix"]),
    ] {
        let found: Vec<&str> = explained(&framework, &[text]).iter().map(|t| t.term.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }
    let small = small();
    assert_eq!(of_question(&small, &small.criteria[0]).len(), 0);
    let signed = told(&framework_with_sign(), &[("ENT", "")]);
    assert_eq!(of_question(&signed, &signed.criteria[0]).len(), 1);
}

fn framework_with_sign() -> FrameworkBuilder {
    framework().thematique("acces").criterion("a").of_criterion(|c| c.levels[1].signs = vec!["Ouvrir l’ENT".into()])
}

#[test]
fn groups_hold_what_the_audience_is_asked_and_no_more() {
    let built = framework()
        .thematique("acces")
        .criterion("a")
        .of_criterion(|c| c.crosswalk.selfie = vec!["C".into()])
        .criterion("b")
        .asked_of(&[SchoolType::LyceePro])
        .of_criterion(|c| c.crosswalk.selfie = vec!["C".into(), "H".into()])
        .thematique("projet")
        .criterion("c")
        .asked_of(&[SchoolType::Maternelle]);
    let ids = |groups: Vec<Group>| groups.iter().map(|g| format!("{} {}", g.id, g.len())).collect::<Vec<_>>();
    for (by, audience, expected) in [
        (By::Thematique, None, vec!["acces 2", "projet 1"]),
        (By::Thematique, Some(Audience::College), vec!["acces 1"]),
        (By::Thematique, Some(Audience::Ecole), vec!["acces 1", "projet 1"]),
        (By::Selfie, None, vec!["c 2", "h 1"]),
        (By::Selfie, Some(Audience::Lycee), vec!["c 1"]),
        (By::Champ, None, vec![]),
    ] {
        assert_eq!(ids(groups(&built, by, audience)), expected, "{by:?} {audience:?}");
    }
}

#[test]
fn marks_and_correspondences_are_said_in_words() {
    let built = framework()
        .thematique("acces")
        .criterion("a")
        .core()
        .essential()
        .asked_of(&[SchoolType::College, SchoolType::LyceePro])
        .of_criterion(|c| c.crosswalk.creteil = vec!["formation".into(), "inconnu".into()]);
    assert_eq!(marks(&built.criteria[0]), "L’essentiel · Question-clé · Pour\u{a0}: collège et lycée professionnel");
    assert_eq!(correspondences(&built.criteria[0]), [("Champs d’action académiques", "Formation".to_owned())]);
    assert_eq!(found("ent", 0), "Rien ne contient «\u{a0}ent\u{a0}». Essayez un mot plus court, ou un seul mot.");
    assert_eq!(found("ent", 1), "1\u{a0}résultat pour «\u{a0}ent\u{a0}»");
}

#[test]
fn an_entry_is_answered_through_the_one_it_repeats() {
    let entry = |id: &str, same_as: Option<&str>| Proposition {
        id: id.into(),
        kind: PropositionKind::Row,
        title: String::new(),
        document: "D".into(),
        section: String::new(),
        reach: Reach::Etablissement,
        same_as: same_as.map(str::to_owned),
        none_because: None,
    };
    let cites = |id: &str| vec![id.to_owned()];
    let built = framework().thematique("acces").criterion("a").action("a.1", 1).of_action(|a| a.sources = cites("x"));
    let built = built.action("a.2", 2).of_action(|a| a.sources = cites("y"));
    let propositions = vec![entry("x", None), entry("y", Some("x")), entry("z", None)];
    let framework = Framework { propositions, ..(*built).clone() };
    let by =
        |n: usize| answers(&framework, &framework.propositions[n]).iter().map(|a| a.id.as_str()).collect::<Vec<_>>();
    assert_eq!((by(0), by(1), by(2)), (vec!["a.1", "a.2"], vec!["a.1", "a.2"], vec![]));
}

#[test]
fn the_list_of_those_served_reads_back_and_anything_else_is_empty() {
    let served = Served { id: FrameworkId::parse("essai").unwrap(), version: "1.0.0".into(), title: "Essai".into() };
    let written = serde_json::to_string(&Index { frameworks: vec![served.clone()] }).unwrap();
    assert_eq!(index::read(&written).frameworks, [served]);
    for text in ["", "<!doctype html>", "[]", r#"{"frameworks":[{"id":"?"}]}"#] {
        assert_eq!(index::read(text), Index::default(), "{text}");
    }
}

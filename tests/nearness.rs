//! Which actions a workshop’s words are near to: by table on a small référentiel (ours: `shipped.rs`).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
use arbtest::arbtest;
use build::{DossierBuilder, FrameworkBuilder, dossier, framework};
use paliers::domain::nearness::Lexicon;
use paliers::domain::suggestions::suggest;
use paliers::framework::Framework;
use paliers::texts::workshop::{shared, why_proposed};

/// Ten actions and what each says; ten others say nothing, so that a word of two actions is rare and one of three is not.
const ACTIONS: [(&str, &str); 10] = [
    ("a", "Mesurer le débit à l’heure la plus chargée"),
    ("b", "Réparer les postes des salles"),
    ("c", "Prêter les ordinateurs réservés aux élèves"),
    ("d", "Écrire aux familles, sur papier"),
    ("e", "Choisir ensemble les outils"),
    ("f", "Relier les réseaux des bâtiments"),
    ("g", "Écrire aux parents"),
    ("h", "Équiper les locaux"),
    ("i", "Former à l’IA"),
    ("j", "Écrire la charte"),
];

fn told() -> (FrameworkBuilder, DossierBuilder) {
    let mut told = framework().thematique("acces");
    for (id, title) in ACTIONS {
        told = told.criterion(id).action(&format!("{id}.x"), 1);
        told.actions.last_mut().unwrap().title = title.to_owned();
    }
    for n in 0..10 {
        told = told.criterion(&format!("z{n}")).action(&format!("z{n}.x"), 1);
    }
    let answered = ACTIONS.iter().fold(dossier(&told), |dossier, (id, _)| dossier.answer(id, 0));
    (told, answered)
}

/// The first actions and what they share, « a débit, mesurer »; those that share nothing are left out.
fn near(framework: &Framework, dossier: &DossierBuilder, said: &str) -> Vec<String> {
    let found = suggest(framework, dossier, dossier.campaign().unwrap());
    let near = Lexicon::of(framework).nearest(found.pistes.iter().collect(), said);
    assert_eq!(near.len(), found.pistes.len(), "none is lost");
    let told = near.iter().filter(|(_, words)| !words.is_empty());
    told.map(|(piste, words)| format!("{} {}", piste.criterion.id.as_str(), words.join(", "))).collect()
}

#[test]
fn shared_words_bring_an_action_forward() {
    let (framework, dossier) = told();
    for (said, expected) in [
        ("Le DEBIT manque", vec!["a debit"]),
        ("Un poste en panne\nRéparer", vec!["b poste, réparer"]),
        ("Le réseau, les réseaux", vec!["f réseau"]),
        ("Un local", vec!["h local"]),
        ("l’élève d’abord", vec!["c élève"]),
        ("L’IA en classe", vec!["i ia"]),
        // Most words first, then the order of rule 6.
        ("Le papier, la charte, les familles", vec!["d papier, familles", "j charte"]),
        ("Des outils pour les parents", vec!["e outils", "g parents"]),
        // Three in ten say « écrire »: it tells nothing apart.
        ("Écrire", vec![]),
        // Small words, and words that no action holds.
        ("Plus de la même à l’heure", vec!["a heure"]),
        ("les des aux sur ensemble", vec!["e ensemble"]),
        ("Sans avec pour tous, trop peu", vec![]),
        ("Le moral", vec![]),
        ("", vec![]),
        ("… !", vec![]),
    ] {
        assert_eq!(near(&framework, &dossier, said), expected, "{said}");
    }
}

#[test]
fn what_an_action_is_about_weighs_twice_its_steps() {
    let (mut framework, dossier) = told();
    framework.actions[1].steps = vec!["Comptez le papier".into(), "Signez la convention".into(), "Prévenez".into()];
    framework.criteria[2].title = "Nos conventions".into();
    framework.actions[4].axis = "Prévenez d’abord".into();
    assert_eq!(near(&framework, &dossier, "Le papier"), ["d papier", "b papier"]);
    assert_eq!(near(&framework, &dossier, "La convention"), ["c convention", "b convention"]);
    assert_eq!(near(&framework, &dossier, "Prévenez"), ["e prévenez", "b prévenez"]);
}

#[test]
fn any_words_keep_every_action_and_the_order_of_those_alike() {
    let (framework, dossier) = told();
    let found = suggest(&framework, &dossier, dossier.campaign().unwrap());
    arbtest(|u| {
        let said: String = u.arbitrary()?;
        let near = Lexicon::of(&framework).nearest(found.pistes.iter().collect(), &said);
        let place = |id: &str| found.pistes.iter().position(|piste| piste.action.id.as_str() == id);
        let ranks: Vec<_> =
            near.iter().map(|(p, words)| (usize::MAX - words.len(), place(p.action.id.as_str()))).collect();
        assert!(ranks.is_sorted(), "{ranks:?}");
        assert_eq!(ranks.len(), found.pistes.len());
        Ok(())
    });
}

#[test]
fn the_screen_says_why() {
    for (counts, words) in [
        (vec![], "Les actions proposées viennent des réponses"),
        (vec![2, 0], "D’abord celles qui ont des mots en commun"),
        (vec![0, 0], "Aucune n’a de mot en commun"),
    ] {
        assert!(why_proposed(counts.into_iter()).starts_with(words), "{words}");
    }
    assert_eq!(shared(&["débit".into(), "fibre".into()]).unwrap(), "En commun\u{a0}: débit et fibre");
    assert_eq!(shared(&[]), None);
}

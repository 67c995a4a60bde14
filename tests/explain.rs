//! « D’où vient ce palier ? »: the figures laid open are those of the rules, and the sentences say them.

#[path = "common/any.rs"]
mod any;
#[path = "common/build.rs"]
mod build;

use any::any_school;
use arbtest::arbtest;
use build::{day, level, sketch};
use paliers::domain::explain::explain;
use paliers::domain::scoring::Selection;
use paliers::domain::{Standing, Target};
use paliers::extra::Extra;
use paliers::framework::Framework;
use paliers::texts::explain as words;

/// The sentences for answers told in one line, no-break spaces as spaces.
fn told(answers: &str) -> Vec<String> {
    let (mut framework, dossier) = sketch(answers);
    for (tier, name) in framework.tiers.iter_mut().zip(["à engager", "bases posées", "partagé", "ancré"]) {
        tier.name = name.into();
    }
    let selection = Selection::of(&framework, &dossier, dossier.now(), |_| true);
    let lines = words::lines(&framework, &explain(&selection));
    lines.iter().map(|line| line.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[test]
fn the_worked_example_in_words() {
    assert_eq!(
        told("2! 2! 1 ? -"),
        [
            "Réponses : 3 réponses avec un palier sur 4 questions : 1 à vérifier. Ce qui est sans objet chez nous n’est pas compté.",
            "Palier 1 – bases posées : 3 questions sur 4 sont au palier 1 ou plus haut, soit 75 % ; il en faut 60 %. Les 2 questions-clés y sont. Ce palier est atteint.",
            "Palier 2 – partagé : 2 questions sur 4 sont au palier 2 ou plus haut, soit 50 % ; il en faut 60 %. Les 2 questions-clés y sont. Ce palier reste à atteindre.",
            "1 réponse n’est pas encore connue. Comptée au plus bas, le palier est 1 ; comptée au plus haut, 2. C’est pourquoi nous lisons « entre 1 et 2 ».",
            "Avancement : sur les questions qui ont un palier, 5 marches sont montées sur 9 possibles, soit 56 %.",
        ]
    );
}

#[test]
fn what_else_can_decide() {
    for (answers, expected) in [
        ("1! 3 3", "La question-clé n’y est pas encore. Ce palier reste à atteindre."),
        ("1! 2! 3", "Il y faut aussi les 2 questions-clés : 1 y est. Ce palier reste à atteindre."),
        ("3*2 0", "avec leurs poids, 67 % ; il en faut 60 %."),
        ("3 3 3 3 ?", "Comptée au plus bas comme au plus haut, le palier ne change pas."),
        ("0 ? ?", "le palier est à engager ; comptées au plus haut, 3. C’est pourquoi nous lisons « entre 0 et 3 »."),
        (". .", "0 réponse avec un palier sur 2 questions : 2 sans réponse."),
    ] {
        let lines = told(answers);
        assert!(lines.iter().any(|line| line.contains(expected)), "{answers}: {lines:#?}");
    }
    assert_eq!(told("-"), ["Aucune de ces questions n’est posée ici."]);
}

#[test]
fn what_is_laid_open_gives_the_palier_of_the_rules() {
    arbtest(|u| {
        let (framework, dossier) = any_school(u)?;
        for thematique in &framework.thematiques {
            let selection = Selection::of_thematique(&framework, &dossier, dossier.now(), thematique);
            let found = explain(&selection);
            let Some(bracket) = selection.score().bracket else { continue };
            let reached = |checks: &[paliers::domain::explain::Check]| checks.iter().filter(|c| c.holds()).count();
            assert_eq!(reached(&found.low), usize::from(bracket.low.get()));
            if !found.high.is_empty() {
                assert_eq!(reached(&found.high), usize::from(bracket.high.get()));
            }
            assert_eq!(found.score.progress.is_some(), found.steps > 0);
        }
        Ok(())
    })
    .size_max(4096);
}

#[test]
fn an_objectif_says_whether_it_was_chosen() {
    let (mut framework, _) = sketch("1");
    framework.tiers[2].name = "partagé".into();
    let framework: &Framework = &framework;
    let own = Target { extra: Extra::default(), level: level(2), due: Some(day("2027-06-30")) };
    let said = |own| words::target(framework, Some(level(2)), own).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(said(None), "Objectif : 2 – partagé. Aucun n’est choisi ; c’est la marche suivante.");
    assert_eq!(said(Some(&own)), "Objectif : 2 – partagé, choisi par nous, d’ici le 30 juin 2027.");
    assert_eq!(words::target(framework, None, None), None);
    assert_eq!(words::standing(framework, Standing::Unknown), "À vérifier");
}

//! What the bilan says first: two things that work, then what comes next, ours and what we ask for.

#[path = "common/build.rs"]
mod build;

use build::{DossierBuilder, FrameworkBuilder, dossier, framework};
use paliers::domain::highlights::{Highlight, highlights};
use paliers::framework::Dependence::{Academie, Collectivite, Ecole};
use paliers::framework::Reach;

/// Two thématiques, `a` to `c` in the first and `x` to `z` in the second; `b` and `y` are core.
fn two_thematiques() -> FrameworkBuilder {
    let first = framework().thematique("acces").criterion("a").criterion("b").core().criterion("c");
    first.thematique("enseigner").criterion("x").criterion("y").core().criterion("z")
}

fn answering(framework: &FrameworkBuilder, answers: &[(&str, u8)]) -> DossierBuilder {
    answers.iter().fold(dossier(framework), |told, (id, number)| told.answer(id, *number))
}

fn names(list: &[Highlight]) -> String {
    list.iter().map(|h| h.criterion.id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn two_things_that_work() {
    #[track_caller]
    fn check(answers: &[(&str, u8)], expected: &str) {
        let framework = two_thematiques();
        let dossier = answering(&framework, answers);
        let found = highlights(&framework, &dossier, dossier.now()).strengths;
        assert_eq!(names(&found), expected, "{answers:?}");
    }
    check(&[], "");
    // « À engager » is not a thing that works; « bases posées » is.
    check(&[("a", 0), ("x", 0)], "");
    check(&[("a", 0), ("x", 1)], "x");
    // The highest, core before the others, then the référentiel's order.
    check(&[("a", 1), ("c", 2)], "c a");
    check(&[("a", 2), ("b", 2)], "b a");
    check(&[("a", 2), ("c", 2)], "a c");
    // The second is from another thématique when there is one as high.
    check(&[("a", 3), ("b", 3), ("x", 3)], "b x");
    check(&[("a", 3), ("b", 3), ("x", 3), ("y", 3)], "b y");
    check(&[("a", 3), ("b", 2), ("x", 2)], "a x");
    check(&[("a", 3), ("b", 3), ("x", 2)], "b a");
    check(&[("a", 3), ("b", 2), ("x", 1)], "a b");
}

#[test]
fn what_comes_next_is_ours_or_asked_for() {
    let framework = framework()
        .thematique("acces")
        .criterion("ecole")
        .depends_on(&[Ecole])
        .criterion("nul")
        .depends_on(&[])
        .criterion("mairie")
        .depends_on(&[Ecole, Collectivite])
        .criterion("rectorat")
        .depends_on(&[Academie]);
    let dossier = answering(&framework, &[("ecole", 0), ("nul", 0), ("mairie", 0), ("rectorat", 0)]);
    let found = highlights(&framework, &dossier, dossier.now());
    assert_eq!((names(&found.ours).as_str(), names(&found.asked).as_str()), ("ecole nul", "mairie rectorat"));
}

#[test]
fn what_others_could_do_is_asked_only_where_there_is_something_to_ask() {
    let framework = framework().thematique("acces").criterion("ours").depends_on(&[Ecole, Academie]).action("bilan", 1);
    let framework = framework.criterion("both").depends_on(&[Academie]).action("essai", 1).action("poste", 1);
    let framework = framework.reach(Reach::Academie).criterion("later").depends_on(&[Academie]).action("plus", 2);
    let framework = framework.reach(Reach::Academie);
    let dossier = answering(&framework, &[("ours", 0), ("both", 0), ("later", 0)]);
    let found = highlights(&framework, &dossier, dossier.now());
    assert_eq!((names(&found.ours).as_str(), names(&found.asked).as_str()), ("ours", "both later"));
    let requests: Vec<_> = found.asked.iter().map(|h| h.request.map(|action| action.id.as_str())).collect();
    assert_eq!(requests, [Some("poste"), None], "what leads to the next level, else nothing but the fact");
}

#[test]
fn what_comes_next_in_order() {
    #[track_caller]
    fn check(framework: &FrameworkBuilder, dossier: &DossierBuilder, expected: &str) {
        assert_eq!(names(&highlights(framework, dossier, dossier.now()).ours), expected);
    }
    // What the next palier wants comes before lower answers that it does not want: `b` is core at 1, the share is there.
    let framework = two_thematiques();
    let wanted = [("a", 3), ("b", 1), ("c", 2), ("x", 0), ("y", 3), ("z", 3)];
    check(&framework, &answering(&framework, &wanted), "b x c");
    // The lowest, then the heaviest, then the référentiel's order; three at most.
    let weighed = build::framework()
        .thematique("acces")
        .criterion("a")
        .criterion("b")
        .weight(2)
        .criterion("c")
        .weight(2)
        .criterion("d")
        .weight(5);
    let told = answering(&weighed, &[("a", 0), ("b", 0), ("c", 0), ("d", 1)]);
    check(&weighed, &told, "b c a");
    // What is at its objectif, not known or not asked is no next step.
    check(&weighed, &told.clone().target("b", 0).unknown("c"), "a d");
    check(&weighed, &answering(&weighed, &[("a", 3), ("b", 2), ("c", 3)]).thematique_target("acces", 2), "");
}

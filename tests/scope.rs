//! S, the set that every rule is about: what applies to the school and is in the scope of the point d’étape.

#[path = "common/build.rs"]
mod build;

use build::{criterion, dossier, framework, level};
use paliers::domain::Scope;
use paliers::domain::scoring::{Bracket, Percent, Selection};
use paliers::framework::Criterion;
use paliers::framework::SchoolType::{College, LyceeGt, LyceePro};

#[test]
fn s_is_what_applies_and_is_in_scope() {
    let framework = framework()
        .thematique("acces")
        .criterion("partout")
        .essential()
        .criterion("lycees")
        .asked_of(&[LyceeGt, LyceePro])
        .criterion("college")
        .asked_of(&[College])
        .essential()
        .thematique("enseigner")
        .criterion("ailleurs")
        .essential();
    let answered = dossier(&framework)
        .answer("partout", 1)
        .answer("lycees", 3)
        .answer("college", 0)
        .answer("ailleurs", 3)
        .answer("inconnu", 3);
    let list = |ids: &[&str]| Scope::List(ids.iter().map(|id| criterion(id)).collect());
    for (types, scope, expected, progress) in [
        (&[College][..], Scope::Complete, "partout college", Some(17)),
        (&[LyceePro], Scope::Complete, "partout lycees", Some(67)),
        (&[LyceeGt, LyceePro], Scope::Complete, "partout lycees", Some(67)),
        (&[College, LyceeGt], Scope::Complete, "partout lycees college", Some(44)),
        (&[College, LyceeGt], Scope::Essential, "partout college", Some(17)),
        (&[LyceePro], Scope::Essential, "partout", Some(33)),
        (&[LyceePro], list(&["lycees", "inconnu"]), "lycees", Some(100)),
        (&[LyceePro], list(&["college"]), "", None),
        (&[College], list(&[]), "", None),
    ] {
        let dossier = answered.clone().types(types).scope(scope.clone());
        let selection = Selection::of_thematique(&framework, &dossier, dossier.now(), &framework.thematiques[0]);
        assert_eq!(ids(&selection), expected, "{types:?} {scope:?}");
        assert_eq!(selection.score().progress, progress.map(Percent), "{types:?} {scope:?}");
    }
}

#[test]
fn s_of_several_thematiques_and_s_of_one() {
    let framework = framework().thematique("acces").criterion("a").thematique("enseigner").criterion("b").core();
    let dossier = dossier(&framework).answer("a", 3).answer("b", 0);
    let bracket = |number| Bracket { low: level(number), high: level(number) };
    let of = |keep: fn(&Criterion) -> bool| {
        let selection = Selection::of(&framework, &dossier, dossier.now(), keep);
        (ids(&selection), selection.score().bracket)
    };
    assert_eq!(of(|_| true), ("a b".into(), Some(bracket(0))));
    assert_eq!(of(|c| !c.core), ("a".into(), Some(bracket(3))));
    assert_eq!(of(|_| false), (String::new(), None));
    let second = Selection::of_thematique(&framework, &dossier, dossier.now(), &framework.thematiques[1]);
    assert_eq!(ids(&second), "b");
}

fn ids(selection: &Selection) -> String {
    selection.entries.iter().map(|e| e.criterion.id.as_str()).collect::<Vec<_>>().join(" ")
}

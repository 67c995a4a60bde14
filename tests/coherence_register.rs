//! The rules of coherence about what surrounds the questions: the register of sources, indicators, correspondences with
//! other frameworks, changes since earlier versions.
#![allow(clippy::unwrap_used)]

#[path = "common/sound.rs"]
mod sound;

use paliers::framework::coherence::{Fault, faults};
use paliers::framework::*;
use sound::*;

#[test]
fn an_indicator_is_of_use() {
    one("indicateur acces.j", "aucune question ni action ne l’emploie", |f| {
        f.indicators.push(Indicator { id: "acces.j".into(), ..indicator() });
    });
}

const UNCITED: &str = "à la portée d’une école, et aucune action ne la cite";
const UNEXPLAINED: &str = "aucune action ne la cite, et rien ne dit pourquoi («\u{a0}none_because\u{a0}»)";

#[test]
fn every_entry_of_the_register_is_answered() {
    one("source nat.2", UNCITED, |f| f.propositions[1].same_as = None);
    one("source nat.2", UNCITED, |f| {
        f.propositions[1] = Proposition { none_because: Some("Rien.".into()), ..proposition("nat.2") };
    });
    one("source nat.2", UNEXPLAINED, |f| {
        f.propositions[1] = Proposition { reach: Reach::National, ..proposition("nat.2") };
    });
    let explained = Some("L’État décide.".to_owned());
    let mut framework = framework();
    framework.propositions[1] = Proposition { reach: Reach::National, none_because: explained, ..proposition("nat.2") };
    assert_eq!(faults(&framework), []);
}

#[test]
fn repeating_goes_both_ways_and_never_in_a_circle() {
    const CIRCLE: &str = "«\u{a0}same_as\u{a0}» finit par revenir à cette source";
    check(|f| (f.propositions[0].same_as, f.propositions[1].same_as) = (Some("nat.2".into()), None), &[]);
    one("source nat.1", CIRCLE, |f| f.propositions[0].same_as = Some("nat.1".into()));
    check(|f| f.propositions[0].same_as = Some("nat.2".into()), &[("source nat.1", CIRCLE), ("source nat.2", CIRCLE)]);
}

#[test]
fn correspondences_are_of_the_closed_lists() {
    one(A, "correspondance selfie inconnue\u{a0}: I (attendu\u{a0}: A, B, C, D, E, F, G, H)", |f| {
        f.criteria[0].crosswalk.selfie.push("I".into());
    });
    for (list, known, unknown) in [
        ("creteil", "infrastructures", "reseau"),
        ("crcn", "informations-donnees", "1"),
        ("crcn_edu", "environnement-professionnel", "environnement"),
        ("digcompedu", "6-competences", "7-autre"),
    ] {
        let mut framework = framework();
        let crosswalk = &mut framework.criteria[0].crosswalk;
        let codes = match list {
            "creteil" => &mut crosswalk.creteil,
            "crcn" => &mut crosswalk.crcn,
            "crcn_edu" => &mut crosswalk.crcn_edu,
            _ => &mut crosswalk.digcompedu,
        };
        codes.extend([known.to_owned(), unknown.to_owned()]);
        let found = faults(&framework);
        let expected = format!("correspondance {list} inconnue\u{a0}: {unknown} ");
        assert!(found.len() == 1 && found[0].message.starts_with(&expected), "{found:?}");
    }
}

#[test]
fn a_whole_referentiel_fills_every_champ_and_every_area() {
    let mut whole = framework();
    let questions: Vec<String> = (0..38).map(|n| format!("acces.egalite.q{n}")).collect();
    whole.criteria = questions.iter().map(|id| criterion(id)).collect();
    whole.actions = questions.iter().flat_map(|id| [1, 2, 3].map(|to| action(id, to))).collect();
    assert_eq!(faults(&whole), [], "no correspondence at all: no view to fill");
    for (index, criterion) in whole.criteria.iter_mut().enumerate() {
        criterion.crosswalk.creteil = vec![Champ::ALL[index % 6].as_str().into()];
        criterion.crosswalk.selfie = vec![Selfie::ALL[index % 8].as_str().into()];
    }
    assert_eq!(faults(&whole), []);
    for criterion in whole.criteria.iter_mut().skip(1).filter(|c| c.crosswalk.selfie == ["A"]) {
        criterion.crosswalk.selfie.clear();
    }
    let message = "domaine SELFIE A\u{a0}: 1 question en correspondance (attendu\u{a0}: au moins 2)";
    assert_eq!(faults(&whole), [Fault { place: "référentiel".into(), message: message.into() }]);
}

fn change(version: &str, kind: ChangeKind, from: &[&str], to: &[&str]) -> Change {
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    Change { version: version.into(), kind, from: owned(from), to: owned(to) }
}

#[test]
fn changes_have_the_shape_of_their_kind_and_lead_to_what_is_there() {
    use ChangeKind::{Merged, Removed, Renamed, Split};
    const B: &str = "acces.egalite.b";
    for (changes, expected) in [
        (vec![change("1.0.0", Renamed, &["old"], &[A])], None),
        (vec![change("0.9.0", Renamed, &["old"], &["mid"]), change("1.0.0", Split, &["mid"], &[A, B])], None),
        (vec![change("1.0.0", Split, &["mid"], &[A, B]), change("0.9.0", Renamed, &["old"], &["mid"])], None),
        (vec![change("1.0.0", Merged, &["old", "older"], &["acces.egalite.a.vers-1"])], None),
        (vec![change("1.0.0", Removed, &["old", "older"], &[])], None),
        (vec![change("1.0", Removed, &["old"], &[])], Some("version : 1.0 (attendu : trois nombres, comme 1.2.0)")),
        (vec![change("1.0.1", Removed, &["old"], &[])], Some("version 1.0.1 : plus récente que le référentiel")),
        (
            vec![change("1.0.0", Removed, &[A], &[])],
            Some("« from » nomme un identifiant qui existe encore : acces.egalite.a"),
        ),
        (vec![change("1.0.0", Renamed, &["old"], &["lost"])], Some("« to » nomme un identifiant inconnu : lost")),
        (
            vec![change("1.0.0", Renamed, &["old"], &[A, B])],
            Some("renamed : 1 vers 2 (attendu : un ancien identifiant et un nouveau)"),
        ),
        (
            vec![change("1.0.0", Split, &["old"], &[A])],
            Some("split : 1 vers 1 (attendu : un ancien identifiant et au moins deux nouveaux)"),
        ),
        (
            vec![change("1.0.0", Merged, &["old"], &[A])],
            Some("merged : 1 vers 1 (attendu : au moins deux anciens identifiants et un nouveau)"),
        ),
        (
            vec![change("1.0.0", Removed, &["old"], &[A])],
            Some("removed : 1 vers 1 (attendu : des anciens identifiants et aucun nouveau)"),
        ),
    ] {
        let framework = Framework { changes, ..framework() };
        let fault = |message: &str| Fault { place: "changement 1".into(), message: message.into() };
        assert_eq!(faults(&framework), expected.map(fault).into_iter().collect::<Vec<_>>());
    }
    one("référentiel", "version : 1.2 (attendu : trois nombres, comme 1.2.0)", |f| f.version = "1.2".into());
}

//! The coverage of the register and the questions by champ and by area, on referentials told in a few words.
#![allow(clippy::unwrap_used)]

#[path = "common/build.rs"]
mod build;

use build::framework;
use paliers::framework::coverage::{entries, table};
use paliers::framework::crosswalk::{by_champ, by_selfie};
use paliers::framework::{Champ, Framework, Proposition, PropositionKind, Reach, Selfie};
use paliers::texts::crosswalk;

/// An entry: its id, its document, the entry it repeats.
fn entry(id: &str, document: &str, same_as: Option<&str>) -> Proposition {
    Proposition {
        id: id.into(),
        kind: PropositionKind::Row,
        title: String::new(),
        document: document.into(),
        section: String::new(),
        reach: Reach::Etablissement,
        same_as: same_as.map(str::to_owned),
        none_because: None,
    }
}

/// One action of the school citing `cited`, one « à demander » citing `asked`.
fn register(propositions: Vec<Proposition>, cited: &[&str], asked: &[&str]) -> Framework {
    let sources = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let (cited, asked) = (sources(cited), sources(asked));
    let built = framework().thematique("acces").criterion("a").action("a.1", 1).of_action(|a| a.sources = cited);
    let built = built.action("a.2", 2).reach(Reach::Academie).of_action(|a| a.sources = asked);
    Framework { propositions, ..(*built).clone() }
}

#[test]
fn citing_one_entry_cites_all_those_that_say_the_same() {
    for (links, cited, expected) in [
        (["", "", ""], vec!["a"], [true, false, false]),
        (["", "a", "b"], vec!["a"], [true, true, true]),
        (["", "a", "b"], vec!["c"], [true, true, true]),
        (["", "a", "a"], vec!["b"], [true, true, true]),
        (["", "a", ""], vec!["c"], [false, false, true]),
        (["a", "", ""], vec!["a"], [true, false, false]),
        (["b", "a", "b"], vec!["c"], [true, true, true]),
        (["b", "c", "a"], vec!["b"], [true, true, true]),
        (["lost", "", ""], vec!["a"], [true, false, false]),
    ] {
        let link = |link: &'static str| (!link.is_empty()).then_some(link);
        let ids = ["a", "b", "c"].iter().zip(links).map(|(id, of)| entry(id, "D", link(of))).collect();
        let framework = register(ids, &cited, &[]);
        let found: Vec<bool> = entries(&framework).iter().map(|e| e.cited).collect();
        assert_eq!(found, expected, "{links:?}, {cited:?} cited");
    }
}

#[test]
fn the_table_counts_by_document_and_in_all() {
    let explained = Proposition { reach: Reach::National, none_because: Some("—".into()), ..entry("d", "E", None) };
    let silent = Proposition { reach: Reach::Academie, ..entry("e", "E", None) };
    let ids = vec![entry("a", "D", None), entry("b", "E", Some("a")), entry("c", "D", None), explained, silent];
    let framework = register(ids, &["a"], &["a"]);
    let rows: Vec<_> = table(&framework)
        .into_iter()
        .map(|r| {
            let left_out: Vec<&str> = r.left_out.iter().map(|p| p.id.as_str()).collect();
            (r.document, [r.entries, r.within_reach, r.cited, r.asked, r.explained], left_out)
        })
        .collect();
    assert_eq!(
        rows,
        [("D", [2, 2, 1, 1, 0], vec!["c"]), ("E", [3, 1, 1, 1, 1], vec!["e"]), ("", [5, 3, 2, 2, 1], vec!["c", "e"]),]
    );
}

#[test]
fn an_empty_register_has_one_empty_row() {
    let framework = register(vec![], &[], &[]);
    assert_eq!(table(&framework).iter().map(|r| r.entries).collect::<Vec<_>>(), [0]);
}

#[test]
fn questions_are_grouped_by_champ_and_by_area() {
    let mut framework = (*framework().thematique("acces").criterion("a").criterion("b").criterion("c")).clone();
    framework.criteria[0].crosswalk.creteil = vec!["equipement".into(), "pilotage".into()];
    framework.criteria[2].crosswalk.creteil = vec!["pilotage".into()];
    framework.criteria[2].crosswalk.selfie = vec!["H".into(), "unknown".into()];
    let champs = by_champ(&framework);
    let ids = |champ: Champ| {
        let of = &champs.iter().find(|(other, _)| *other == champ).unwrap().1;
        of.iter().map(|c| c.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((champs.len(), ids(Champ::Pilotage), ids(Champ::Equipement)), (6, vec!["a", "c"], vec!["a"]));
    let areas = by_selfie(&framework);
    assert_eq!((areas.len(), areas[7].0, areas[7].1.len()), (8, Selfie::Competence, 1));
}

#[test]
fn every_part_of_another_framework_has_a_name() {
    assert_eq!(crosswalk::champ(Champ::Pilotage), "Pilotage, impulsion, organisation");
    let names =
        Champ::ALL.iter().map(|c| crosswalk::champ(*c)).chain(Selfie::ALL.iter().map(|a| crosswalk::selfie(*a)));
    let names: std::collections::BTreeSet<&str> = names.collect();
    assert_eq!(names.len(), 14);
}

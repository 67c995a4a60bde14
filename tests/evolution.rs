//! From one point d’étape to the next: what is copied, what is compared, and how it is said.

#[path = "common/build.rs"]
mod build;

use build::{DossierBuilder, FrameworkBuilder, campaign, criterion, day, dossier, framework, level};
use paliers::domain::evolution::{Evolution, Move, compare, following, previous};
use paliers::domain::{Answer, Campaign, Check, Scope, Standing};
use paliers::framework::SchoolType;
use paliers::texts::evolution as words;

/// Two thématiques: `a`, `b` and `c`, then `x`, for a lycée only, and `y`, essential.
fn told() -> FrameworkBuilder {
    framework()
        .thematique("acces")
        .criterion("a")
        .essential()
        .criterion("b")
        .essential()
        .criterion("c")
        .thematique("enseigner")
        .criterion("x")
        .asked_of(&[SchoolType::LyceePro])
        .criterion("y")
        .essential()
}

/// The dossier with a second point d’étape on `scope`, with these answers.
fn second(first: DossierBuilder, scope: Scope, answers: &[(&str, Standing)]) -> DossierBuilder {
    let mut dossier = first;
    let mut now = Campaign::new(campaign("c2"), "2".into(), day("2027-11-23"), scope);
    now.answers.extend(answers.iter().map(|(id, s)| (criterion(id), Answer::default().choosing(*s))));
    dossier.campaigns.push(now);
    dossier
}

fn at(number: u8) -> Standing {
    Standing::At(level(number))
}

fn ids(list: &[Move]) -> String {
    list.iter().map(|m| m.criterion.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn told_in(found: &Evolution) -> [String; 4] {
    [ids(&found.rose), ids(&found.fell), ids(&found.known), ids(&found.lost)]
}

#[test]
fn what_rose_fell_and_became_known() {
    let framework = told();
    let first = dossier(&framework).answer("a", 1).answer("b", 2).unknown("c").answer("y", 3);
    let both = second(first, Scope::Complete, &[("a", at(2)), ("b", at(1)), ("c", at(0)), ("y", Standing::Unknown)]);
    let found = compare(&framework, &both, &both.campaigns[0], &both.campaigns[1]);
    assert_eq!(told_in(&found), ["a", "b", "c", "y"]);
    assert_eq!((found.common, found.apart), (4, 0), "the lycée’s question is not asked of a collège");
    assert_eq!(
        words::headline(&found).replace('\u{a0}', " "),
        "Sur 4 questions communes, 1 a monté, 1 est maintenant connue, 1 est plus basse et 1 est à revoir."
    );
}

#[test]
fn a_wider_scope_moves_no_palier() {
    let framework = told();
    let first = dossier(&framework).answer("a", 2).answer("b", 2).answer("y", 1).scope(Scope::Essential);
    let both = second(first, Scope::Complete, &[("a", at(2)), ("b", at(2)), ("c", at(0)), ("y", at(1))]);
    let found = compare(&framework, &both, &both.campaigns[0], &both.campaigns[1]);
    assert_eq!((found.common, found.apart), (3, 1));
    for course in &found.courses {
        assert_eq!(course.before, course.now);
    }
    assert_eq!(told_in(&found), ["", "", "", ""]);
    assert!(words::scope(&found).unwrap().starts_with("1\u{a0}question n’est posée"));
    assert_eq!(words::slopes(&found.courses), "Aucune thématique n’a changé de palier.");
}

#[test]
fn a_question_without_object_one_time_is_not_compared() {
    let framework = told();
    let both = second(
        dossier(&framework).answer("a", 1).answer("b", 1),
        Scope::Complete,
        &[("a", at(2)), ("b", Standing::NotApplicable)],
    );
    let found = compare(&framework, &both, &both.campaigns[0], &both.campaigns[1]);
    assert_eq!((ids(&found.rose), found.apart), ("a".into(), 1));
    // `c` and `y`, asked both times and answered in neither.
    assert_eq!(found.common, 3);
}

#[test]
fn the_slopes_in_a_sentence() {
    let framework = told();
    let first = dossier(&framework).answer("a", 1).answer("b", 1).answer("c", 1).answer("y", 1);
    let both = second(first, Scope::Complete, &[("a", at(2)), ("b", at(2)), ("c", at(2)), ("y", at(1))]);
    let found = compare(&framework, &both, &both.campaigns[0], &both.campaigns[1]);
    assert_eq!(words::slopes(&found.courses), "Une thématique a gagné au moins un palier et une garde le sien.");
    let nothing = compare(&framework, &both, &both.campaigns[0], &both.campaigns[0]);
    assert_eq!(words::headline(&nothing), "Sur 4\u{a0}questions communes, toutes les réponses sont les mêmes.");
}

#[test]
fn a_new_point_d_etape_begins_with_the_answers_or_without() {
    let framework = told();
    let mut first = dossier(&framework).answer("a", 1).dots("a", 3).unknown("b").scope(Scope::Essential);
    let check = Check { who: "Référent".into(), by: Some(day("2026-12-01")), ..Check::default() };
    first.campaigns[0].answers.get_mut(&criterion("b")).unwrap().check = Some(check.clone());
    let new = |with| following(first.now(), campaign("c2"), "n".into(), day("2027-11-23"), with);
    let filled = new(true);
    assert_eq!(filled.answers[&criterion("a")], Answer::at(level(1)), "the dots are of the day");
    assert_eq!(filled.answers[&criterion("b")].standing(), Standing::Unknown);
    assert_eq!(filled.answers[&criterion("b")].check.as_ref(), Some(&check));
    assert_eq!((filled.scope, filled.participants), (Scope::Essential, Default::default()));
    assert!(new(false).answers.is_empty());
    assert!(previous(&first).is_none());
    let blank = new(false);
    first.campaigns.push(blank);
    assert_eq!(previous(&first).unwrap().id, campaign("c1"));
}

#[test]
fn a_day_that_is_past_is_said() {
    let by = |who: &str, by: &str| Answer {
        check: Some(Check { who: who.into(), by: Some(day(by)), ..Check::default() }),
        ..Answer::default().choosing(Standing::Unknown)
    };
    let said = |answer: &Answer| words::to_check(answer, day("2026-12-02")).replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(said(&by("Référent", "2026-12-02")), "Référent, avant le 2 décembre 2026");
    assert_eq!(said(&by("Référent", "2026-12-01")), "Référent, avant le 1er décembre 2026 ; cette date est passée");
    assert_eq!(said(&Answer::default()), "reste à dire qui vérifie, et pour quand");
    assert_eq!(words::new_name(day("2027-11-23")), "Point d’étape de novembre\u{a0}2027");
}

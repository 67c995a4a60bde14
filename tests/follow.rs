//! Following the plan: what is late, when things fall, what marking an action « fait » changes, narrowing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/any.rs"]
mod any;
#[path = "common/build.rs"]
mod build;

use any::any_school;
use arbtest::arbtest;
use build::{criterion, day, dossier, framework, item, level, sketch, thematique};
use paliers::domain::follow::{When, by_day, effect, is_late, when};
use paliers::domain::scoring::{Bracket, Selection};
use paliers::domain::suggestions::suggest;
use paliers::domain::{Answer, PlanItem, Standing, State};
use paliers::framework::{Framework, Horizon, Level, Period};
use paliers::texts::{follow as words, narrow};

const TODAY: &str = "2026-11-25";

fn dated_framework() -> Framework {
    (*framework().period(Period::Automne, "12-19").period(Period::Rentree, "09-30").thematique("acces").criterion("a"))
        .clone()
}

#[test]
fn only_an_open_action_whose_day_is_over_is_late() {
    let framework = dated_framework();
    for (state, due, expected) in [
        (State::Todo, "2026-11-24", true),
        (State::Doing, "2026-11-24", true),
        (State::Waiting, "2026-11-24", true),
        (State::Done, "2026-11-24", false),
        (State::Dropped, "2026-11-24", false),
        (State::Todo, "2026-11-25", false),
        (State::Todo, "2026-11-26", false),
    ] {
        let item = PlanItem { state, due: Some(day(due)), ..item("p") };
        assert_eq!(is_late(&framework, &item, day(TODAY)), expected, "{state:?} {due}");
    }
    assert!(!is_late(&framework, &item("p"), day(TODAY)), "nothing said is never late");
}

#[test]
fn an_action_falls_in_a_school_year() {
    let framework = dated_framework();
    let said = |due: Option<&str>, period, horizon| PlanItem { due: due.map(day), period, horizon, ..item("p") };
    for (item, expected) in [
        (said(Some("2026-11-24"), None, None), When::Past),
        (said(Some("2027-08-31"), None, None), When::ThisYear),
        (said(Some("2027-09-01"), None, None), When::NextYear),
        (said(Some("2028-09-01"), None, None), When::Later),
        (said(None, Some(Period::Automne), Some(Horizon::Court)), When::ThisYear),
        (said(None, Some(Period::Conseil), Some(Horizon::Moyen)), When::NextYear),
        (said(None, Some(Period::Conseil), None), When::Undated),
        (said(None, None, Some(Horizon::Long)), When::Later),
        (said(None, None, None), When::Undated),
    ] {
        assert_eq!(when(&framework, &item, day(TODAY)), expected, "{item:?}");
    }
    let done = PlanItem { state: State::Done, ..said(Some("2025-01-01"), None, None) };
    assert_eq!(when(&framework, &done, day(TODAY)), When::ThisYear, "what is done is not past");
}

#[test]
fn lateness_is_said_in_words() {
    let framework = dated_framework();
    for (due, expected) in [
        ("2026-11-24", "avant le 24 novembre 2026, date passée depuis hier"),
        ("2026-11-20", "avant le 20 novembre 2026, date passée depuis cinq jours"),
        ("2026-11-01", "avant le 1er novembre 2026, date passée depuis trois semaines"),
        ("2026-09-01", "avant le 1er septembre 2026, date passée depuis deux mois"),
        ("2025-09-01", "avant le 1er septembre 2025, date passée depuis plus d’un an"),
    ] {
        let item = PlanItem { due: Some(day(due)), ..item("p") };
        assert_eq!(words::late(&framework, &item, day(TODAY)).unwrap().replace('\u{a0}', " "), expected);
    }
    assert_eq!(words::late(&framework, &item("p"), day(TODAY)), None);
}

#[test]
fn the_calendar_in_a_sentence() {
    let framework = dated_framework();
    let mut dossier = dossier(&framework);
    assert_eq!(words::calendar(&framework, &dossier, day(TODAY)), "Aucune action n’est à mener.");
    let at = |due: &str| PlanItem { due: Some(day(due)), ..item(due) };
    dossier.plan = vec![at("2026-12-01"), at("2027-12-01"), at("2026-12-02"), at("2026-10-01"), item("none")];
    assert_eq!(
        words::calendar(&framework, &dossier, day(TODAY)),
        "Deux actions cette année scolaire, une l’année scolaire prochaine, une dont la date est passée et une sans date."
    );
    let order: Vec<&str> =
        by_day(&framework, dossier.plan.iter().collect(), day(TODAY)).iter().map(|i| i.id.as_str()).collect();
    assert_eq!(order, ["2026-10-01", "2026-12-01", "2026-12-02", "2027-12-01", "none"]);
}

fn leading(id: &str, to: u8) -> PlanItem {
    PlanItem { criterion: Some(criterion(id)), to: Some(level(to)), ..item("p") }
}

#[test]
fn marking_an_action_done_shows_the_palier_it_would_open() {
    // Two core questions, one of them a step behind.
    let (framework, dossier) = sketch("2! 1!");
    let found = effect(&framework, &dossier, dossier.now(), &leading("b", 2)).unwrap();
    let at = |number| Some(Bracket { low: level(number), high: level(number) });
    assert_eq!((found.from, found.before, found.after), (Standing::At(level(1)), at(1), at(2)));
    let (framework, dossier) = sketch("0! 0! 0!");
    let found = effect(&framework, &dossier, dossier.now(), &leading("b", 1)).unwrap();
    assert_eq!((found.before, found.after, found.missing), (at(0), at(0), 2));
    assert!(words::effect(&framework, &found).contains("deux questions manqueraient encore"));
}

#[test]
fn no_effect_is_shown_where_there_is_none() {
    let (framework, dossier) = sketch("2 - ? .");
    let none = |item: &PlanItem| effect(&framework, &dossier, dossier.now(), item).is_none();
    assert!(none(&leading("a", 2)), "already there");
    assert!(none(&leading("a", 1)), "beyond already");
    assert!(none(&leading("b", 3)), "sans objet");
    assert!(none(&leading("z", 1)), "unknown question");
    assert!(none(&item("free")), "an action of our own");
    assert!(!none(&leading("c", 1)), "à vérifier can be answered again");
    assert!(!none(&leading("d", 1)), "no answer yet");
}

#[test]
fn the_effect_shown_is_the_palier_found_once_the_question_is_answered_again() {
    arbtest(|u| {
        let (framework, told) = any_school(u)?;
        for item in &told.plan {
            let Some(found) = effect(&framework, &told, told.now(), item) else { continue };
            let mut after = (*told).clone();
            let answer = after.campaigns[0].answers.entry(found.criterion.id.clone()).or_default();
            *answer = answer.choosing(Standing::At(found.to));
            let selection = Selection::of_thematique(&framework, &after, &after.campaigns[0], found.thematique);
            assert_eq!(found.after, selection.score().bracket);
        }
        Ok(())
    });
}

#[test]
fn lists_are_narrowed_by_what_their_elements_say() {
    let framework = dated_framework();
    let an_item = PlanItem {
        thematique: Some(thematique("acces")),
        leads: vec!["Référente numérique".into(), "Direction".into()],
        state: State::Waiting,
        ..item("p")
    };
    let tags = narrow::tags_of_item(&framework, &an_item, day(TODAY));
    let keeps = |chosen: &[(&str, &str)]| {
        let chosen: Vec<(&str, String)> = chosen.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
        narrow::keeps(&tags, &chosen)
    };
    assert!(keeps(&[]));
    assert!(keeps(&[("thematique", "acces"), ("etat", "en-attente"), ("pilote", "referente-numerique")]));
    assert!(keeps(&[("pilote", "direction"), ("echeance", "sans-date")]));
    assert!(!keeps(&[("pilote", "direction"), ("etat", "fait")]));
    assert!(!keeps(&[("etat", "n-existe-pas")]));
    let all = vec![tags.clone(), tags];
    let leads = narrow::choices(&all, "pilote");
    let leads: Vec<&str> = leads.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(leads, ["Direction", "Référente numérique"], "each once, in the order of the alphabet");
}

#[test]
fn every_piste_can_be_found_by_each_of_its_choices() {
    arbtest(|u| {
        let (framework, told) = any_school(u)?;
        let found = suggest(&framework, &told, told.now());
        let tags: Vec<_> = found.pistes.iter().map(|piste| narrow::tags_of_piste(&framework, piste)).collect();
        for key in ["thematique", "effort", "horizon"] {
            let total: usize = narrow::choices(&tags, key)
                .into_iter()
                .map(|(value, _)| tags.iter().filter(|tags| narrow::keeps(tags, &[(key, value.clone())])).count())
                .sum();
            assert_eq!(total, found.pistes.len(), "{key} sorts each piste in one place");
        }
        Ok(())
    });
}

#[test]
fn what_is_decided_set_aside_or_reached_is_never_proposed() {
    arbtest(|u| {
        let (framework, told) = any_school(u)?;
        let found = suggest(&framework, &told, told.now());
        for proposed in found.pistes.iter().chain(&found.requests) {
            let id = &proposed.action.id;
            assert!(told.plan.iter().all(|item| item.action.as_ref() != Some(id)), "decided, whatever its state");
            assert!(told.set_aside.iter().all(|aside| aside.action != *id), "pas maintenant");
            let answered = told.now().answers.get(&proposed.criterion.id).map(Answer::standing);
            assert!(matches!(answered, Some(Standing::At(now)) if now < proposed.action.to), "already true");
            assert!(proposed.action.to <= Level::MAX);
        }
        Ok(())
    });
}

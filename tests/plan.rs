//! Decided actions: what is taken from the référentiel, and when it is due.

#[path = "common/build.rs"]
mod build;

use build::{FrameworkBuilder, action, criterion, day, framework, item, level, origin_gap, plan_item, thematique};
use paliers::domain::dates::last_day;
use paliers::domain::plan::Due;
use paliers::domain::{Effort, PlanItem, State, Step};
use paliers::framework::Horizon::{self, Court, Long, Moyen};
use paliers::framework::Period::{self, Arrivees, Automne, Conseil, FinAnnee, Printemps, Rentree};

/// A référentiel whose only action has that horizon and moment; « conseil » has no dates.
fn with_action(horizon: Horizon, period: Period) -> FrameworkBuilder {
    framework()
        .period(Rentree, "09-30")
        .period(Automne, "12-19")
        .period(Arrivees, "08-31")
        .period(Printemps, "02-29")
        .period(FinAnnee, "07-04")
        .thematique("acces")
        .criterion("a")
        .action("a.2", 2)
        .when(horizon, period)
}

fn decided(framework: &FrameworkBuilder, on: &str) -> PlanItem {
    PlanItem::from_action(framework, &framework.actions[0], plan_item("p"), day(on))
}

#[test]
fn an_action_of_the_referentiel_comes_pre_filled() {
    let framework = with_action(Moyen, Automne).of_action(|a| {
        a.axis = "axe".into();
        a.title = "titre".into();
        a.steps = vec!["un".into(), "deux".into()];
        a.leads = vec!["direction".into()];
        a.involved = vec!["parents".into()];
        a.indicators = vec!["familles".into()];
        a.success_factors = vec!["du temps".into()];
    });
    let expected = PlanItem {
        action: Some(action("a.2")),
        criterion: Some(criterion("a")),
        to: Some(level(2)),
        origin: Some(origin_gap("a")),
        thematique: Some(thematique("acces")),
        axis: "axe".into(),
        title: "titre".into(),
        how: vec!["un".into(), "deux".into()],
        leads: vec!["direction".into()],
        involved: vec!["parents".into()],
        period: Some(Automne),
        horizon: Some(Moyen),
        decided: Some(day("2026-10-01")),
        indicators: vec!["familles".into()],
        success: vec!["du temps".into()],
        effort: Some(Effort::Heavy),
        state: State::Todo,
        ..item("p")
    };
    assert_eq!(decided(&framework, "2026-10-01"), expected);
}

#[test]
fn a_moment_ends_on_its_last_day_in_the_school_year_of_its_horizon() {
    #[track_caller]
    fn check(period: Period, horizon: Horizon, decided: &str, expected: Option<&str>) {
        let found = last_day(&with_action(Court, FinAnnee), period, horizon, day(decided));
        assert_eq!(found, expected.map(day), "{period:?} {horizon:?} from {decided}");
    }
    // From September to December it is in the year in which the school year begins, then in the next.
    check(Rentree, Court, "2026-09-01", Some("2026-09-30"));
    check(Automne, Court, "2026-09-01", Some("2026-12-19"));
    check(FinAnnee, Court, "2026-09-01", Some("2027-07-04"));
    check(Arrivees, Court, "2026-09-01", Some("2027-08-31"));
    // The last day of August is still of the school year, and New Year’s Day changes nothing.
    check(Rentree, Court, "2026-08-31", Some("2025-09-30"));
    check(FinAnnee, Court, "2026-08-31", Some("2026-07-04"));
    check(FinAnnee, Court, "2026-12-31", Some("2027-07-04"));
    check(FinAnnee, Court, "2027-01-01", Some("2027-07-04"));
    check(Rentree, Court, "2027-01-01", Some("2026-09-30"));
    // Next year, beyond.
    check(Rentree, Moyen, "2026-11-23", Some("2027-09-30"));
    check(FinAnnee, Moyen, "2026-11-23", Some("2028-07-04"));
    check(Rentree, Long, "2026-11-23", Some("2028-09-30"));
    check(FinAnnee, Long, "2026-11-23", Some("2029-07-04"));
    // A moment without dates, a day that the year does not have.
    check(Conseil, Court, "2026-11-23", None);
    check(Printemps, Court, "2026-11-23", None);
    check(Printemps, Court, "2027-11-23", Some("2028-02-29"));
}

#[test]
fn nothing_is_late_on_the_day_it_is_decided() {
    #[track_caller]
    fn check(horizon: Horizon, period: Period, on: &str, kept: Horizon, due: Option<&str>) {
        let framework = with_action(horizon, period);
        let item = decided(&framework, on);
        assert_eq!(item.horizon, Some(kept), "{horizon:?} {period:?} on {on}");
        assert_eq!(item.due(&framework, day("2030-01-01")), Due::Around(period, due.map(day)));
    }
    check(Court, Automne, "2026-11-23", Court, Some("2026-12-19"));
    // On the last day there is still time; on the next it is for next year.
    check(Court, Automne, "2026-12-19", Court, Some("2026-12-19"));
    check(Court, Automne, "2026-12-20", Moyen, Some("2027-12-19"));
    check(Court, Rentree, "2026-08-31", Moyen, Some("2026-09-30"));
    check(Court, FinAnnee, "2026-07-05", Moyen, Some("2027-07-04"));
    // Later horizons are never past, and do not move.
    check(Moyen, Rentree, "2026-11-23", Moyen, Some("2027-09-30"));
    check(Long, Rentree, "2026-08-31", Long, Some("2027-09-30"));
    // A moment that is not dated cannot be past.
    check(Court, Conseil, "2027-08-31", Court, None);
}

#[test]
fn a_day_wins_over_a_moment_and_a_moment_over_a_horizon() {
    let framework = with_action(Court, Automne);
    let said = |due: Option<&str>, period, horizon| PlanItem { due: due.map(day), period, horizon, ..item("p") };
    for (item, expected) in [
        (said(Some("2027-01-15"), Some(Automne), Some(Court)), Due::By(day("2027-01-15"))),
        (said(Some("2027-01-15"), None, None), Due::By(day("2027-01-15"))),
        (said(None, Some(Automne), Some(Moyen)), Due::Around(Automne, Some(day("2027-12-19")))),
        (said(None, Some(Automne), None), Due::Around(Automne, Some(day("2026-12-19")))),
        (said(None, Some(Conseil), Some(Court)), Due::Around(Conseil, None)),
        (said(None, None, Some(Long)), Due::Within(Long)),
        (said(None, None, None), Due::Unsaid),
    ] {
        // The day it was decided counts, and not the day one looks.
        assert_eq!(item.due(&framework, day("2030-01-01")), expected);
    }
    let undated = PlanItem { decided: None, ..said(None, Some(Automne), Some(Court)) };
    let due = undated.due(&framework, day("2030-01-01"));
    assert_eq!(due, Due::Around(Automne, Some(day("2029-12-19"))), "unless the day it was decided is not known");
}

#[test]
fn the_day_to_sort_and_remind_by() {
    let known = day("2026-12-19");
    for (due, expected) in [
        (Due::By(known), Some(known)),
        (Due::Around(Automne, Some(known)), Some(known)),
        (Due::Around(Conseil, None), None),
        (Due::Within(Court), None),
        (Due::Unsaid, None),
    ] {
        assert_eq!(due.day(), expected, "{due:?}");
    }
}

#[test]
fn done_and_dropped_are_no_longer_open() {
    let open: Vec<State> =
        State::ALL.iter().copied().filter(|state| PlanItem { state: *state, ..item("p") }.is_open()).collect();
    assert_eq!(open, [State::Todo, State::Doing, State::Waiting]);
}

#[test]
fn steps_to_tick_follow_the_how_and_nothing_ticked_is_lost() {
    let step = |text: &str, done| Step { text: text.into(), done, ..Step::default() };
    let mut followed = PlanItem { how: vec!["un".into(), " ".into(), " deux ".into()], ..item("p") };
    assert!(!followed.steps_follow());
    followed.steps = followed.steps_from_how();
    assert_eq!(followed.steps, [step("un", false), step("deux", false)]);
    assert!(followed.steps_follow());
    followed.steps[0].done = true;
    assert!(followed.steps_follow(), "a tick changes nothing to follow");
    followed.how = vec!["deux".into(), "trois".into()];
    assert_eq!(followed.steps_from_how(), [step("deux", false), step("trois", false), step("un", true)]);
}

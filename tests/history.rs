//! Commands put values in places; undo and redo are exact, and never take back what somebody else wrote.

#[path = "common/build.rs"]
mod build;
#[path = "common/commands.rs"]
mod commands;

use arbtest::arbtest;
use build::{action, campaign, criterion, day, item, level, thematique};
use commands::{answer, any_command, noted, put_item, remove_item, school, start, still};
use paliers::domain::commands::{Aim, Placed, apply};
use paliers::domain::history::{History, Outcome};
use paliers::domain::{
    Answer, Campaign, Command, Dossier, Meeting, Participants, PlanItem, Role, Scope, SetAside, Target,
};
use paliers::extra::Extra;

fn plan(dossier: &Dossier) -> String {
    dossier.plan.iter().map(|i| i.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// Undoes until nothing is left, and counts.
fn undo_all(history: &mut History, dossier: &mut Dossier) -> usize {
    until_nothing(|| history.undo(dossier))
}

fn redo_all(history: &mut History, dossier: &mut Dossier) -> usize {
    until_nothing(|| history.redo(dossier))
}

fn until_nothing(step: impl FnMut() -> Outcome) -> usize {
    let outcomes = std::iter::repeat_with(step).take_while(|outcome| *outcome != Outcome::Nothing);
    outcomes.inspect(|outcome| assert_ne!(*outcome, Outcome::ChangedSince, "nobody else was there")).count()
}

#[test]
fn each_command_puts_its_value_in_its_place() {
    let mut d = start();
    let participants = Participants { counts: [(Role::Parents, 2)].into(), ..Participants::default() };
    let aside = SetAside { extra: Extra::default(), action: action("x"), at: None };
    let later = Campaign::new(campaign("c2"), "2".into(), day("2027-11-23"), Scope::Complete);
    let target = Target { extra: Extra::default(), level: level(2), due: Some(day("2027-06-30")) };
    let renamed = PlanItem { title: "t".into(), ..item("p2") };
    for command in [
        school("École"),
        answer("a", 2),
        Command::Answer { campaign: campaign("c1"), criterion: criterion("b"), answer: None },
        Command::Scope { campaign: campaign("c1"), scope: Scope::Essential },
        Command::Participants { campaign: campaign("c1"), participants: participants.clone() },
        Command::Campaign { id: campaign("c2"), campaign: Some(Placed::last(later.clone())) },
        Command::PlanItem { id: renamed.id.clone(), item: Some(Placed::last(renamed.clone())) },
        put_item("p4", usize::MAX),
        remove_item("p1"),
        Command::Target { aim: Aim::Thematique(thematique("acces")), target: Some(target.clone()) },
        Command::Target { aim: Aim::Criterion(criterion("a")), target: Some(target.clone()) },
        Command::Target { aim: Aim::Criterion(criterion("b")), target: None },
        Command::SetAside { action: action("x"), aside: Some(Placed::last(aside.clone())) },
    ] {
        apply(&mut d, &command);
        let once = d.clone();
        apply(&mut d, &command);
        assert_eq!(d, once, "applied twice it changes nothing more: {command:?}");
    }
    assert_eq!(d.school.name, "École");
    assert_eq!(d.campaigns[0].answers.keys().collect::<Vec<_>>(), [&criterion("a")]);
    assert_eq!(d.campaigns[0].answers[&criterion("a")], Answer::at(level(2)));
    assert_eq!((&d.campaigns[0].scope, &d.campaigns[0].participants), (&Scope::Essential, &participants));
    assert_eq!(d.campaign(), Some(&later), "a new point d’étape becomes the current one");
    assert_eq!(plan(&d), "p2 p3 p4");
    assert_eq!(d.plan[0], PlanItem { sequence: 1, ..renamed }, "what is there stays where it is");
    assert_eq!(d.set_aside, [aside]);
    assert_eq!(d.targets.thematiques[&thematique("acces")], target);
    assert_eq!(d.targets.criteria, [(criterion("a"), target)].into());
}

#[test]
fn a_place_that_is_gone_is_left_alone() {
    let mut d = start();
    let before = d.clone();
    let mut history = History::default();
    for command in [
        Command::Answer { campaign: campaign("c9"), criterion: criterion("a"), answer: None },
        Command::Scope { campaign: campaign("c9"), scope: Scope::Essential },
        Command::Participants { campaign: campaign("c9"), participants: Participants::default() },
        remove_item("p9"),
    ] {
        assert!(!history.send(&mut d, &command, false), "{command:?}");
        assert_eq!(d, before);
    }
    assert!(!history.can_undo());
}

#[test]
fn several_at_once_are_put_back_where_they_were_in_whatever_order_they_went() {
    #[track_caller]
    fn check(commands: Vec<Command>, expected: &str) {
        let mut d = start();
        let mut history = History::default();
        assert!(history.send(&mut d, &Command::All(commands), false));
        assert_eq!(plan(&d), expected);
        assert_eq!(undo_all(&mut history, &mut d), 1);
        assert_eq!(d, start());
        assert_eq!(redo_all(&mut history, &mut d), 1);
        assert_eq!(plan(&d), expected);
    }
    check(vec![remove_item("p1"), remove_item("p2")], "p3");
    check(vec![remove_item("p2"), remove_item("p1")], "p3");
    check(vec![remove_item("p3"), put_item("p4", 0)], "p4 p1 p2");
    check(vec![put_item("p4", 0), put_item("p5", 0)], "p5 p4 p1 p2 p3");
    check(vec![put_item("p4", usize::MAX), put_item("p5", usize::MAX)], "p1 p2 p3 p4 p5");
    check(vec![put_item("p4", 2), answer("a", 3), remove_item("p1"), school("x")], "p2 p3 p4");
}

#[test]
fn several_at_once_are_put_back_in_every_list() {
    let mut full = start();
    for id in ["c2", "c3"] {
        full.campaigns.push(Campaign { id: campaign(id), ..full.campaigns[0].clone() });
    }
    full.set_aside =
        ["x", "y", "z"].map(|id| SetAside { extra: Extra::default(), action: action(id), at: None }).to_vec();
    let mut d = full.clone();
    let mut history = History::default();
    let campaigns = ["c3", "c2", "c1"].map(|id| Command::Campaign { id: campaign(id), campaign: None });
    let asides = ["z", "y", "x"].map(|id| Command::SetAside { action: action(id), aside: None });
    let emptied = Command::All(campaigns.into_iter().chain(asides).collect());
    assert!(history.send(&mut d, &emptied, false));
    assert!(d.campaigns.is_empty() && d.set_aside.is_empty());
    assert!(matches!(history.undo(&mut d), Outcome::Applied(_)));
    assert_eq!(d, full);
}

#[test]
fn several_at_once_may_fill_the_point_d_etape_they_bring() {
    let mut d = start();
    let later = Campaign::new(campaign("c2"), String::new(), day("2027-11-23"), Scope::Complete);
    apply(
        &mut d,
        &Command::All(vec![
            Command::Campaign { id: campaign("c2"), campaign: Some(Placed::last(later)) },
            Command::Answer { campaign: campaign("c2"), criterion: criterion("a"), answer: Some(Answer::default()) },
        ]),
    );
    assert_eq!(d.campaigns[1].answers.len(), 1);
}

#[test]
fn everything_is_undone_and_redone_whole() {
    let mut d = start();
    let mut other = start();
    other.school.name = "Autre".into();
    other.plan.clear();
    let mut history = History::default();
    assert!(history.send(&mut d, &Command::Everything(Box::new(other.clone())), false));
    assert_eq!(d, other);
    assert_eq!(history.undo(&mut d), Outcome::Applied(Command::Everything(Box::new(start()))));
    assert_eq!(d, start());
    assert_eq!(history.redo(&mut d), Outcome::Applied(Command::Everything(Box::new(other.clone()))));
    assert_eq!(d, other);
    // One answer of another tab is enough for the whole to stay.
    apply(&mut d, &answer("a", 1));
    let seen = d.clone();
    assert_eq!(history.undo(&mut d), Outcome::ChangedSince);
    assert_eq!(d, seen);
}

#[test]
fn undo_leaves_what_another_tab_changed() {
    let mut d = start();
    let mut history = History::default();
    history.send(&mut d, &answer("a", 1), false);
    history.send(&mut d, &answer("b", 2), false);
    apply(&mut d, &answer("b", 3));
    let seen = d.clone();
    assert_eq!(history.undo(&mut d), Outcome::ChangedSince);
    assert_eq!(d, seen, "nothing was touched");
    assert!(!history.can_redo(), "what was not undone is not redone");
    // The step before is elsewhere, and can still be taken back.
    let erased = Command::Answer { campaign: campaign("c1"), criterion: criterion("a"), answer: None };
    assert_eq!(history.undo(&mut d), Outcome::Applied(erased));
    assert_eq!(d.campaigns[0].answers[&criterion("b")], Answer::at(level(3)));
    // So does redo.
    apply(&mut d, &answer("a", 0));
    let seen = d.clone();
    assert_eq!(history.redo(&mut d), Outcome::ChangedSince);
    assert_eq!(d, seen);
    assert_eq!(history.undo(&mut d), Outcome::Nothing);
    assert_eq!(history.redo(&mut d), Outcome::Nothing);
}

#[test]
fn undo_of_several_wants_each_of_them_untouched() {
    let mut d = start();
    let mut history = History::default();
    history.send(&mut d, &Command::All(vec![answer("a", 1), answer("b", 2)]), false);
    apply(&mut d, &answer("b", 3));
    let seen = d.clone();
    assert_eq!(history.undo(&mut d), Outcome::ChangedSince);
    assert_eq!(d, seen);
}

#[test]
fn what_another_tab_moved_without_changing_is_still_ours_to_undo() {
    let mut d = start();
    let mut history = History::default();
    history.send(&mut d, &put_item("p4", usize::MAX), false);
    apply(&mut d, &remove_item("p1"));
    assert!(matches!(history.undo(&mut d), Outcome::Applied(_)));
    assert_eq!(plan(&d), "p2 p3");
}

#[test]
fn a_command_that_changes_nothing_is_no_step() {
    let mut d = start();
    let mut history = History::default();
    history.send(&mut d, &answer("a", 1), false);
    history.undo(&mut d);
    assert!(!history.send(&mut d, &answer("b", 1), false));
    assert!(!history.send(&mut d, &Command::All(vec![]), false));
    assert!(!history.can_undo() && history.can_redo(), "and what was undone may still be redone");
    assert!(history.send(&mut d, &answer("b", 2), false));
    assert!(history.can_undo() && !history.can_redo(), "a new step forgets what was undone");
}

#[test]
fn letters_typed_in_one_place_are_one_step() {
    #[track_caller]
    fn check(typed: &[(Command, bool)], steps: usize) {
        let mut d = start();
        let mut history = History::default();
        for (command, typing) in typed {
            assert!(history.send(&mut d, command, *typing));
        }
        let end = d.clone();
        assert_eq!(undo_all(&mut history, &mut d), steps);
        assert_eq!(d, start());
        assert_eq!(redo_all(&mut history, &mut d), steps);
        assert_eq!(d, end);
    }
    let letter = |id, text| (noted(id, text), true);
    let choice = |id, number| (answer(id, number), false);
    check(&[letter("a", "n"), letter("a", "no"), letter("a", "not")], 1);
    // Another place, then the first again.
    check(&[letter("a", "n"), letter("b", "o"), letter("a", "no")], 3);
    // A choice is a step of its own, before as well as after.
    check(&[choice("a", 1), letter("a", "n"), letter("a", "no")], 2);
    check(&[letter("a", "n"), choice("a", 1), letter("a", "no")], 3);
    check(&[choice("a", 1), choice("a", 2)], 2);
}

#[test]
fn an_undo_or_another_tab_ends_what_was_being_typed() {
    let mut d = start();
    let mut history = History::default();
    history.send(&mut d, &noted("a", "n"), true);
    history.send(&mut d, &noted("b", "m"), true);
    history.undo(&mut d);
    history.send(&mut d, &noted("a", "no"), true);
    history.undo(&mut d);
    assert_eq!(d.campaigns[0].answers[&criterion("a")].note.as_deref(), Some("n"));
    history.redo(&mut d);
    history.send(&mut d, &noted("a", "not"), true);
    history.undo(&mut d);
    assert_eq!(d.campaigns[0].answers[&criterion("a")].note.as_deref(), Some("no"));

    let mut history = History::default();
    history.send(&mut d, &noted("a", "x"), true);
    apply(&mut d, &noted("a", "theirs"));
    history.send(&mut d, &noted("a", "theirs, and ours"), true);
    history.undo(&mut d);
    assert_eq!(d.campaigns[0].answers[&criterion("a")].note.as_deref(), Some("theirs"));
}

#[test]
fn two_hundred_steps_are_kept_the_latest() {
    let mut d = start();
    let mut history = History::default();
    for number in 0..203 {
        assert!(history.send(&mut d, &school(&number.to_string()), false));
    }
    assert_eq!(undo_all(&mut history, &mut d), 200);
    assert_eq!(d.school.name, "2");
    assert_eq!(redo_all(&mut history, &mut d), 200);
    assert_eq!(d.school.name, "202");
}

/// Whether a command may be sent while someone types.
fn puts_text(command: &Command) -> bool {
    use Command::{Answer, Participants, PlanItem, School};
    matches!(command, School(_) | Answer { .. } | Participants { .. } | PlanItem { item: Some(_), .. })
}

#[test]
fn undo_and_redo_are_exact_over_any_commands() {
    arbtest(|u| {
        let mut d = start();
        let mut history = History::default();
        let mut steps = 0;
        for _ in 0..u.int_in_range(1..=60)? {
            let before = d.clone();
            let command = any_command(u)?;
            let typing = puts_text(&command) && u.ratio(2, 3)?;
            let changed = history.send(&mut d, &command, typing);
            assert_eq!(changed, d != before);
            steps += usize::from(changed);
        }
        let end = d.clone();
        let undone = undo_all(&mut history, &mut d);
        assert_eq!(still(&d), start());
        assert!(undone <= steps && (undone > 0) == (steps > 0));
        assert_eq!(redo_all(&mut history, &mut d), undone);
        assert_eq!(still(&d), still(&end));
        Ok(())
    })
    .size_max(4096);
}

#[test]
fn any_walk_through_undo_and_redo_follows_the_states_it_went_through() {
    arbtest(|u| {
        let mut d = start();
        let mut history = History::default();
        let (mut states, mut now) = (vec![start()], 0_usize);
        for _ in 0..u.int_in_range(1..=80)? {
            match u.int_in_range(0..=3)? {
                0 => {
                    assert_eq!(history.undo(&mut d) == Outcome::Nothing, now == 0);
                    now = now.saturating_sub(1);
                }
                1 => {
                    let last = now + 1 == states.len();
                    assert_eq!(history.redo(&mut d) == Outcome::Nothing, last);
                    now += usize::from(!last);
                }
                _ => {
                    if history.send(&mut d, &any_command(u)?, false) {
                        states.truncate(now + 1);
                        states.push(d.clone());
                        now += 1;
                    }
                }
            }
            assert_eq!(still(&d), still(&states[now]));
            assert_eq!((history.can_undo(), history.can_redo()), (now > 0, now + 1 < states.len()));
        }
        Ok(())
    })
    .size_max(4096);
}

#[test]
fn a_sequence_only_rises_and_does_when_anything_of_its_action_changes() {
    arbtest(|u| {
        let mut d = start();
        let mut history = History::default();
        for _ in 0..u.int_in_range(1..=60)? {
            let before = d.clone();
            match u.int_in_range(0..=3)? {
                0 => drop(history.undo(&mut d)),
                1 => drop(history.redo(&mut d)),
                _ => drop(history.send(&mut d, &any_command(u)?, false)),
            }
            for item in &d.plan {
                let Some(was) = before.plan.iter().find(|was| was.id == item.id) else { continue };
                let changed = PlanItem { sequence: was.sequence, ..item.clone() } != *was;
                assert!(item.sequence >= was.sequence + u32::from(changed), "{was:?} {item:?}");
            }
            for meeting in &d.meetings {
                let Some(was) = before.meetings.iter().find(|was| was.id == meeting.id) else { continue };
                let changed = Meeting { sequence: was.sequence, ..meeting.clone() } != *was;
                assert!(meeting.sequence >= was.sequence + u32::from(changed), "{was:?} {meeting:?}");
            }
        }
        Ok(())
    })
    .size_max(4096);
}

#[test]
fn any_command_applied_twice_changes_nothing_more() {
    arbtest(|u| {
        let mut d = start();
        for _ in 0..u.int_in_range(1..=20)? {
            let command = any_command(u)?;
            apply(&mut d, &command);
            let once = d.clone();
            apply(&mut d, &command);
            assert_eq!(d, once);
        }
        Ok(())
    })
    .size_max(4096);
}

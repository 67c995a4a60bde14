//! A committee's meeting: what there is to adopt and to discuss, what deciding does, and what a shared device keeps.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;

use arbtest::arbtest;
use build::{DossierBuilder, FrameworkBuilder, criterion, day, dossier, framework, item, level};
use paliers::domain::commands::apply;
use paliers::domain::meeting::{Docket, adopt, at_moment, attended, changed, dotted, is_whole, minutes_left, retain};
use paliers::domain::targets::to_climb;
use paliers::domain::{Answer, Check, Command, Counts, Dossier, Meeting, Opinions, Participants, Role, Standing};
use paliers::framework::{Horizon, Period};
use paliers::names::MeetingId;
use std::collections::BTreeMap;

const AT: &str = "2026-11-12T16:10:00Z";

fn questions() -> FrameworkBuilder {
    let told = framework().thematique("acces").criterion("a").criterion("b").criterion("c").criterion("d");
    told.thematique("gouvernance")
        .criterion("e")
        .criterion("f")
        .period(Period::Rentree, "09-30")
        .period(Period::Printemps, "05-31")
}

fn counts(levels: [u32; 4], unknown: u32) -> Opinions {
    Opinions { counts: Counts { levels, unknown, ..Counts::default() }, ..Opinions::default() }
}

fn meeting(dossier: &Dossier, opinions: &[(&str, Opinions)]) -> Meeting {
    let mut meeting = Meeting::new(MeetingId::parse("m").unwrap(), dossier.campaign().unwrap(), day("2026-11-12"));
    meeting.opinions = opinions.iter().map(|(id, said)| (criterion(id), said.clone())).collect();
    meeting
}

/// « a2 b1 | c d! »: what to adopt with its level, then what to discuss, those decided with a mark.
fn told(docket: &Docket) -> String {
    let agreed = docket.agreed.iter().map(|a| format!("{}{}", a.criterion.id.as_str(), a.level.get()));
    let contested =
        docket.contested.iter().map(|c| format!("{}{}", c.criterion.id.as_str(), if c.decided { "!" } else { "" }));
    let list = |items: &mut dyn Iterator<Item = String>| items.collect::<Vec<_>>().join(" ");
    format!("{} | {}", list(&mut agreed.into_iter()), list(&mut contested.into_iter()))
}

fn docket_of(framework: &FrameworkBuilder, dossier: &Dossier, meeting: &Meeting) -> String {
    told(&meeting.docket(framework, dossier, dossier.campaign().unwrap()))
}

fn with(dossier: &DossierBuilder, command: &Command) -> Dossier {
    let mut dossier = Dossier::clone(dossier);
    apply(&mut dossier, command);
    dossier
}

#[test]
fn what_agrees_is_adopted_and_the_widest_is_discussed_first() {
    let framework = questions();
    let dossier = dossier(&framework).answer("f", 2);
    let mut meeting = meeting(
        &dossier,
        &[
            ("a", counts([0, 3, 5, 0], 0)),
            ("b", counts([1, 0, 2, 0], 4)),
            ("c", counts([2, 3, 2, 1], 0)),
            ("d", counts([0, 1, 0, 0], 4)),
        ],
    );
    // « e » was asked of nobody and has no answer; « f » has one already.
    assert_eq!(docket_of(&framework, &dossier, &meeting), "a2 | c b d e");
    meeting.taken_out.push(criterion("a"));
    assert_eq!(docket_of(&framework, &dossier, &meeting), " | c b a d e");
    meeting.opinions.insert(criterion("d"), counts([0; 4], 5));
    assert_eq!(
        docket_of(&framework, &dossier, &meeting),
        " | c b a d e",
        "what nobody knows comes before what nobody heard"
    );
    meeting.discuss(&criterion("c"));
    meeting.discuss(&criterion("c"));
    assert_eq!(docket_of(&framework, &dossier, &meeting), " | c! b a d e");
    assert_eq!(meeting.discussed.len(), 1);
}

#[test]
fn two_roles_that_differ_are_discussed_though_the_levels_are_near() {
    let framework = framework().thematique("acces").criterion("a").criterion("b");
    let dossier = dossier(&framework);
    let of = |levels| Counts { levels, ..Counts::default() };
    let roles = BTreeMap::from([(Role::Eleves, of([3, 0, 0, 0])), (Role::Enseignants, of([0, 0, 3, 0]))]);
    let meeting =
        meeting(&dossier, &[("a", counts([0, 4, 0, 0], 0)), ("b", Opinions { roles, ..Opinions::default() })]);
    assert_eq!(docket_of(&framework, &dossier, &meeting), "a1 | b");
}

#[test]
fn adopting_keeps_the_notes_of_an_answer_and_is_one_step() {
    let framework = questions();
    let mut told = dossier(&framework);
    let noted = Answer { note: Some("Voir l’an dernier".into()), dots: Some(2), ..Answer::at(level(0)) };
    told.campaigns[0].answers.insert(criterion("a"), noted);
    let meeting = meeting(&told, &[("a", counts([0, 3, 5, 0], 0)), ("b", counts([0, 2, 0, 0], 0))]);
    let campaign = told.campaign().unwrap();
    let docket = meeting.docket(&framework, &told, campaign);
    let after = with(&told, &adopt(&meeting, campaign, &docket.agreed, AT));
    let answer = &after.campaigns[0].answers[&criterion("a")];
    assert_eq!(
        (answer.level, answer.note.as_deref(), answer.dots),
        (Some(level(2)), Some("Voir l’an dernier"), Some(2))
    );
    assert_eq!(after.campaigns[0].standing(&criterion("b")), Standing::At(level(1)));
    assert_eq!(after.meeting().unwrap().adopted, [criterion("a"), criterion("b")]);
    assert!(docket_of(&framework, &after, after.meeting().unwrap()).starts_with(" | "));
}

#[test]
fn retaining_keeps_the_dissent_and_who_checks() {
    let framework = questions();
    let mut told = dossier(&framework);
    let check = Some(Check { who: "La direction".into(), ..Check::default() });
    let said = Answer { dissent: Some("Deux voix".into()), check, ..Answer::at(level(3)) };
    told.campaigns[0].answers.insert(criterion("c"), said);
    let meeting = meeting(&told, &[("c", counts([2, 3, 2, 1], 0))]);
    let campaign = told.campaign().unwrap();
    let after = with(&told, &retain(&meeting, campaign, &criterion("c"), Standing::Unknown, AT));
    let answer = &after.campaigns[0].answers[&criterion("c")];
    assert_eq!(answer.standing(), Standing::Unknown);
    assert_eq!(
        (answer.dissent.as_deref(), answer.check.as_ref().unwrap().who.as_str()),
        (Some("Deux voix"), "La direction")
    );
    assert_eq!(answer.at.as_deref(), Some(AT));
    assert!(after.meeting().unwrap().has_decided(&criterion("c")));
}

#[test]
fn who_is_there_follows_in_the_point_d_etape_unless_others_answered_it() {
    let framework = questions();
    let told = dossier(&framework);
    let meeting = meeting(&told, &[]);
    let campaign = told.campaign().unwrap();
    let after = with(&told, &attended(&meeting, campaign, Role::Eleves, Some(3)));
    assert_eq!(after.campaigns[0].participants.counts[&Role::Eleves], 3);
    assert_eq!(after.meeting().unwrap().roles_apart(), [Role::Eleves]);
    let again = attended(after.meeting().unwrap(), &after.campaigns[0], Role::Eleves, None);
    let mut emptied = after.clone();
    apply(&mut emptied, &again);
    assert!(emptied.campaigns[0].participants.counts.is_empty());
    let mut others = after;
    others.campaigns[0].participants = Participants { counts: [(Role::Parents, 9)].into(), ..Participants::default() };
    let command = attended(others.meeting().unwrap(), &others.campaigns[0], Role::Direction, Some(1));
    apply(&mut others, &command);
    assert_eq!(others.campaigns[0].participants.counts, [(Role::Parents, 9)].into());
    assert_eq!(others.meeting().unwrap().people(), Some(4));
}

#[test]
fn a_shared_device_adds_to_the_counts_and_keeps_nothing_of_a_person() {
    let framework = questions();
    let dossier = dossier(&framework);
    arbtest(|u| {
        let mut people = Vec::new();
        for _ in 0..u.int_in_range(1..=8)? {
            let mut said = BTreeMap::new();
            for question in &framework.criteria {
                let standing = match u.int_in_range(0..=6)? {
                    0 => continue,
                    1 => Standing::Unknown,
                    2 => Standing::NotApplicable,
                    _ => Standing::At(level(u.int_in_range(0..=3)?)),
                };
                said.insert(question.id.clone(), standing);
            }
            people.push((*u.choose(&[None, Some(Role::Eleves), Some(Role::Direction)])?, said));
        }
        let heard = |people: &mut dyn Iterator<Item = &(Option<Role>, BTreeMap<_, _>)>| {
            let mut meeting = meeting(&dossier, &[]);
            meeting.present.counts = [(Role::Eleves, 3), (Role::Direction, 1)].into();
            people.for_each(|(role, said)| meeting.hear(*role, said));
            meeting
        };
        // Whatever their order, the meeting is the same: no trace of who came when.
        assert_eq!(heard(&mut people.iter()), heard(&mut people.iter().rev()));
        let meeting = heard(&mut people.iter());
        for (id, opinions) in &meeting.opinions {
            let whole = people.iter().filter(|(_, said)| said.contains_key(id)).count();
            assert_eq!(opinions.whole().people() as usize, whole);
            assert!(!opinions.roles.contains_key(&Role::Direction), "one person is no role");
        }
        Ok(())
    });
}

#[test]
fn the_sheets_of_a_group() {
    let framework = questions();
    let mut meeting = meeting(&dossier(&framework), &[]);
    assert_eq!(meeting.sheets_of(None), None);
    meeting.present.counts = [(Role::Eleves, 3), (Role::Direction, 1), (Role::Enseignants, 4)].into();
    assert_eq!((meeting.sheets_of(None), meeting.sheets_of(Some(Role::Eleves))), (Some(8), Some(3)));
    meeting.count(&criterion("a"), Some(Role::Eleves), Standing::Unknown, 2);
    assert_eq!(meeting.sheets_of(None), Some(5), "those apart are no longer among the others");
    meeting.sheets = Some(7);
    assert_eq!(meeting.sheets_of(None), Some(4), "of seven sheets in all");
}

#[test]
fn the_next_date_rises_as_it_changes() {
    let framework = questions();
    let mut meeting = meeting(&dossier(&framework), &[]);
    for (next, sequence) in [(Some("2027-01-14"), 1), (Some("2027-01-14"), 1), (Some("2027-01-21"), 2), (None, 3)] {
        meeting.set_next(next.map(day));
        assert_eq!(meeting.sequence, sequence);
    }
    let Command::Meeting { meeting: Some(placed), .. } = changed(&meeting, |m| m.set_next(Some(day("2027-02-01"))))
    else {
        panic!("a change is a command");
    };
    assert_eq!((placed.value.next, placed.value.sequence), (Some(day("2027-02-01")), 4));
}

#[test]
fn a_moment_that_is_past_is_that_of_next_year() {
    let framework = questions();
    for (period, horizon) in
        [(Some(Period::Printemps), Some(Horizon::Court)), (Some(Period::Rentree), Some(Horizon::Moyen)), (None, None)]
    {
        let mut item = item("p");
        item.due = Some(day("2026-12-01"));
        at_moment(&framework, &mut item, period, day("2026-11-12"));
        assert_eq!((item.period, item.horizon, item.due), (period, horizon, None));
    }
}

#[test]
fn a_count_is_whole_when_another_digit_would_be_too_much() {
    for (number, sheets, whole) in [
        (0, Some(30), true),
        (3, None, true),
        (8, Some(8), true),
        (1, Some(12), false),
        (2, Some(12), true),
        (12, Some(12), true),
        (3, Some(120), false),
        (31, Some(120), true),
    ] {
        assert_eq!(is_whole(number, sheets), whole, "{number} of {sheets:?}");
    }
}

#[test]
fn pastilles_go_to_questions_with_a_next_step_and_keep_the_answer() {
    let framework = questions();
    let dossier = dossier(&framework).answer("a", 3).answer("b", 1).unknown("c").target("f", 2).answer("f", 2);
    let campaign = dossier.campaign().unwrap();
    let climb: Vec<&str> = to_climb(&framework, &dossier, campaign).iter().map(|(c, _)| c.id.as_str()).collect();
    assert_eq!(climb, ["b"]);
    let mut after = Dossier::clone(&dossier);
    apply(&mut after, &dotted(campaign, &criterion("b"), Some(5)));
    let answer = &after.campaigns[0].answers[&criterion("b")];
    assert_eq!((answer.level, answer.dots), (Some(level(1)), Some(5)));
}

#[test]
fn minutes_are_rounded_up_and_end() {
    let minute = 60_000;
    for (elapsed, left) in [
        (None, None),
        (Some(0), Some(35)),
        (Some(1), Some(35)),
        (Some(27 * minute), Some(8)),
        (Some(27 * minute + 1), Some(8)),
        (Some(34 * minute + 59_000), Some(1)),
        (Some(35 * minute), None),
        (Some(900 * minute), None),
    ] {
        assert_eq!(minutes_left(elapsed, 35), left, "{elapsed:?}");
    }
}

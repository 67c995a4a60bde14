//! Several schools seen together: who is in, what is said of them, and from how many.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/group.rs"]
mod group;

use build::{dossier, framework, level};
use group::{Told, in_commune, named, step};
use paliers::domain::group::asks::{Addressee, asks};
use paliers::domain::group::figures::Spread;
use paliers::domain::group::needs::{agreed, needs};
use paliers::domain::group::ways::ways;
use paliers::domain::group::years::{compare, years};
use paliers::domain::group::{Added, Kind, Left, Member, Places, Sieve};
use paliers::domain::{Scope, State};
use paliers::framework::Reach;
use paliers::framework::SchoolType::{College, Elementaire, LyceeGt, LyceePro, Maternelle};

fn one_question() -> build::FrameworkBuilder {
    framework().thematique("acces").criterion("a")
}

#[test]
fn the_median_is_the_lower_one() {
    for (numbers, counts, median) in [
        (vec![], [0, 0, 0, 0], None),
        (vec![2], [0, 0, 1, 0], Some(2)),
        (vec![0, 3], [1, 0, 0, 1], Some(0)),
        (vec![3, 0, 1], [1, 1, 0, 1], Some(1)),
        (vec![0, 1, 2, 3], [1, 1, 1, 1], Some(1)),
        (vec![2, 3, 2, 3, 3], [0, 0, 2, 3], Some(3)),
    ] {
        let spread = Spread::of(numbers.iter().map(|n| level(*n)));
        assert_eq!(spread.map(|s| s.median.get()), median, "{numbers:?}");
        assert_eq!(spread.map_or([0; 4], |s| s.counts), counts);
    }
}

#[test]
fn a_school_has_one_kind() {
    for (types, kind) in [
        (vec![Maternelle, Elementaire], Kind::Ecole),
        (vec![Elementaire], Kind::Ecole),
        (vec![College], Kind::College),
        (vec![LyceeGt, LyceePro], Kind::Lycee),
        (vec![LyceePro], Kind::LyceePro),
        (vec![College, LyceeGt], Kind::Other),
        (vec![], Kind::Other),
    ] {
        let told = Told::new(one_question()).school(&types, "", |d| d);
        assert_eq!(told.group.members()[0].kind, kind, "{types:?}");
    }
}

#[test]
fn figures_begin_at_five_schools_that_know() {
    for (schools, shown) in [(0, false), (1, false), (4, false), (5, true), (8, true)] {
        let told = Told::new(one_question()).at(1, schools);
        assert_eq!(told.all(|view| view.criterion(0).is_some()), shown, "{schools}");
        assert_eq!(told.all(|view| view.thematique(0).is_some()), shown, "{schools}");
        // A fifth that does not know changes nothing.
        let told = told.school(&[College], "", |d| d.unknown("a"));
        assert_eq!(told.all(|view| view.criterion(0).is_some()), shown, "{schools} and one that checks");
    }
}

#[test]
fn a_filter_shows_nothing_when_it_or_what_it_leaves_is_few() {
    for (here, there, shown) in
        [(5, 5, true), (4, 8, false), (8, 4, false), (6, 5, true), (12, 0, true), (0, 12, false)]
    {
        let told =
            (0..here).fold(Told::new(one_question()), |t, _| t.school(&[College], "Redon", |d| d.answer("a", 1)));
        let told = (0..there).fold(told, |t, _| t.school(&[College], "Vitré", |d| d.answer("a", 1)));
        assert_eq!(told.seen(&in_commune("redon"), |view| view.criterion(0).is_some()), shown, "{here} and {there}");
        let whole = told.all(|view| view.criterion(0).unwrap());
        assert_eq!(whole.schools(), here + there, "the whole is shown");
    }
}

#[test]
fn two_filters_that_leave_few_together_are_not_both_shown() {
    let told = (0..12).fold(Told::new(one_question()), |told, n| {
        told.school(&[College], ["Redon", "Vitré", "Dol"][n / 5], |d| d.answer("a", 1))
    });
    let shown = |name| told.seen(&in_commune(name), |view| view.criterion(0).is_some());
    assert_eq!(["Redon", "Vitré", "Dol"].map(shown), [true, false, false], "the two of Dol cannot be subtracted");
}

#[test]
fn the_same_school_twice_keeps_its_latest_point_d_etape() {
    let framework = one_question();
    let file = |id: &str, date: &str, number| {
        let mut told = named(dossier(&framework), "d0", &[College], "").answer("a", number);
        (told.campaigns[0].id, told.campaigns[0].date) = (build::campaign(id), Some(build::day(date)));
        told
    };
    let (older, newer) = (file("c1", "2025-11-03", 1), file("c2", "2026-11-23", 2));
    for (files, added) in [([&older, &newer], Added::Newer), ([&newer, &older], Added::Older)] {
        let mut told = Told::new(framework.clone());
        assert_eq!(files.map(|file| told.add(file)), [Added::New, added]);
        let [member] = told.group.members() else { panic!("one school") };
        assert_eq!((member.level(0), member.steps().len()), (Some(level(2)), 2));
        assert_eq!(years(told.group.members()).into_iter().collect::<Vec<_>>(), [(2025, 1), (2026, 1)]);
    }
}

#[test]
fn a_school_that_cannot_be_compared_is_left_out_with_its_reason() {
    let framework = one_question();
    let (places, mut told) = (Places::of(&framework), dossier(&framework));
    let of = |d: &paliers::domain::Dossier| Member::of(places.ground(&framework), d).map(|m| m.scores.len());
    assert_eq!(of(&told), Ok(1));
    told.framework.version = "2.0.0".into();
    assert_eq!(of(&told), Err(Left::Foreign { id: "essai".into(), version: "2.0.0".into() }));
    told.framework.version = "1.0.0".into();
    told.campaigns.clear();
    assert_eq!(of(&told), Err(Left::Silent));
}

#[test]
fn what_is_kept_of_a_school_gives_the_same_file_for_the_animator() {
    let framework = framework().thematique("acces").criterion("a").essential().action("a.1", 1).criterion("b");
    let told = dossier(&framework).answer("a", 0).unknown("b").decides("a.1", State::Doing).scope(Scope::Essential);
    let mut told = named(told, "d0", &[College], " Fougères ");
    told.school.name = "Collège X".into();
    let ground_places = Places::of(&framework);
    let ground = ground_places.ground(&framework);
    let member = Member::of(ground, &told).unwrap();
    let shared = paliers::documents::Shared { name: true, titles: false };
    let text = |d: &paliers::domain::Dossier| paliers::documents::animator(d, Some(&framework), shared);
    let again = Member::of(ground, &paliers::documents::read(&text(&member.dossier(ground))).unwrap().dossier).unwrap();
    assert_eq!(text(&again.dossier(ground)), text(&member.dossier(ground)));
    assert_eq!((again.level(0), again.latest().standings.len()), (Some(level(0)), 2));
    assert!(text(&member.dossier(ground)).contains("Collège X"));
}

#[test]
fn needs_are_said_with_figures_from_five_and_by_consent_from_two() {
    for (schools, figures, consent) in [(1, 0, 0), (2, 0, 1), (4, 0, 1), (5, 1, 0)] {
        let told = Told::new(one_question()).at(1, schools);
        assert_eq!(told.all(|view| needs(view).wanted.len()), figures, "{schools}");
        assert_eq!(told.all(|view| agreed(view).wanted.len()), consent, "{schools}");
    }
    let told = Told::new(one_question()).at(1, 3).at(2, 5);
    let found = told.all(|view| {
        let found = needs(view);
        (found.works[0].schools, found.works[0].of, found.wanted.len())
    });
    assert_eq!(found, (5, 8, 0));
}

#[test]
fn a_filtered_few_agree_to_nothing() {
    let told = (0..8).fold(Told::new(one_question()), |told, n| {
        told.school(&[College], if n < 3 { "Redon" } else { "Vitré" }, |d| d.answer("a", 1))
    });
    told.seen(&in_commune("Redon"), |view| {
        assert!(needs(view).wanted.is_empty() && agreed(view).wanted.is_empty() && ways(view).is_empty());
    });
}

#[test]
fn a_way_is_useful_where_it_leads_to_the_next_level_and_is_not_decided() {
    let framework = one_question().action("a.2", 2).action("a.2.pro", 2).done_by(&[LyceePro]).action("a.asked", 2);
    let framework = framework.reach(Reach::Academie);
    let told = Told::new(framework).at(1, 4).at(0, 1).at(3, 2);
    let told = told.school(&[College], "", |d| d.answer("a", 1).decides("a.2", State::Doing));
    let told = told.school(&[College], "", |d| d.answer("a", 1).decides("a.2", State::Done));
    let found = told.all(|view| ways(view).iter().map(|w| (w.useful, w.decided, w.done.clone())).collect::<Vec<_>>());
    assert_eq!(found, [(4, 1, vec![5, 6, 8])], "one action, none for the lycée, none that is asked of others");
}

#[test]
fn requests_are_grouped_by_addressee_and_few_are_not_counted() {
    let framework = one_question().action("c", 1).reach(Reach::Collectivite).action("r", 1).reach(Reach::Academie);
    let mut told = Told::new(framework);
    for (types, commune, schools) in [
        (vec![Elementaire], "Redon", 5),
        (vec![Elementaire], "Vitré", 2),
        (vec![College], "Redon", 6),
        (vec![LyceePro], "Redon", 3),
        (vec![LyceeGt], "Redon", 2),
    ] {
        told = (0..schools).fold(told, |told, _| told.school(&types, commune, |d| d.answer("a", 0)));
    }
    let found: Vec<_> = told.all(|view| {
        asks(view)
            .into_iter()
            .map(|a| (a.to, a.schools, a.asks.iter().map(|ask| ask.schools).collect::<Vec<_>>()))
            .collect()
    });
    let commune = |key: &str| Addressee::Commune(key.into());
    assert_eq!(
        found,
        [
            (commune("redon"), None, vec![None]),
            (commune("vitre"), None, vec![None]),
            (Addressee::Departement, Some(6), vec![Some(6)]),
            (Addressee::Region, Some(5), vec![Some(5)]),
            (Addressee::Academie, Some(18), vec![Some(18)]),
        ],
        "five of Redon and two of Vitré are seven écoles: the two could be subtracted"
    );
}

#[test]
fn what_no_school_was_asked_is_not_withheld() {
    let mut told = Told::new(framework().thematique("acces").criterion("a").criterion("b").criterion("c"));
    for asked in ["a", "a", "b"] {
        told = told.school(&[College], "", |d| d.answer(asked, 1).scope(Scope::List(vec![build::criterion(asked)])));
    }
    assert_eq!([0, 1, 2].map(|criterion| told.all(|view| view.is_asked(criterion))), [true, true, false]);
}

#[test]
fn two_years_are_compared_on_common_criteria_only() {
    let framework = framework().thematique("acces").criterion("a").criterion("b");
    let mut told = Told::new(framework);
    for n in 0..6_u8 {
        told = told.school(&[College], "", |d| {
            let d = d.answer("a", 1).scope(Scope::List(vec![build::criterion("a")]));
            if n == 5 { d } else { step(d, "c2", "2027-10-01", &[("a", 2), ("b", 0)]) }
        });
    }
    let found = told.all(|view| {
        let found = compare(view, 2026, 2027);
        let course = found.themes[0].1.unwrap();
        (found.schools, course.before.median.get(), course.now.median.get(), course.rose, found.questions.len())
    });
    assert_eq!(found, (Some(5), 1, 2, 5, 1), "« b », asked once, lowers nothing");
    assert_eq!(told.all(|view| view.criterion(1).map(|s| s.schools())), Some(5));
}

#[test]
fn a_school_taken_away_is_forgotten() {
    let mut told = Told::new(one_question()).at(1, 3);
    let id = told.group.members()[1].id.clone();
    let (place, member) = told.group.remove(&id).unwrap();
    assert_eq!((place, told.group.members().len()), (1, 2));
    assert!(told.group.remove(&id).is_none());
    told.group.put_back(place, member);
    assert_eq!(told.group.members()[1].id, id, "it comes back where it was");
    told.group.remove(&id).unwrap();
    assert_eq!(told.add(&named(dossier(&told.framework.clone()), id.as_str(), &[College], "")), Added::New);
    assert_eq!(Sieve::default().is_open(), told.all(|view| view.sieve.is_open()));
}

//! What the screens say of real states: the cells of the contract, the sentence of the bilan, reasons, dates.

#[path = "common/build.rs"]
mod build;

use build::{DossierBuilder, FrameworkBuilder, day, dossier, framework, item, level, sketch};
use paliers::domain::highlights::highlights;
use paliers::domain::plan::Due;
use paliers::domain::scoring::{Bracket, Selection};
use paliers::domain::suggestions::suggest;
use paliers::domain::{Answer, Check, Standing, State};
use paliers::framework::{Horizon, Period, Reach, SchoolType};
use paliers::texts::{plan, questions, results};

/// The four tiers of the référentiel, by their names.
fn named(mut framework: FrameworkBuilder) -> FrameworkBuilder {
    for (tier, name) in framework.tiers.iter_mut().zip(["à engager", "bases posées", "partagé", "ancré"]) {
        tier.name = name.into();
    }
    framework
}

#[test]
fn the_cells_of_the_results() {
    let framework = named(framework());
    let bracket = |low, high| Some(Bracket { low: level(low), high: level(high) });
    for (found, expected) in [
        (None, "—"),
        (bracket(0, 0), "À engager"),
        (bracket(2, 2), "2 – partagé"),
        (bracket(1, 2), "entre 1 et 2"),
        (bracket(0, 1), "entre 0 et 1"),
    ] {
        assert_eq!(results::palier(&framework, found), expected);
    }
}

#[test]
fn every_answer_is_counted_in_a_sentence() {
    let framework = named(framework());
    let standings = [Standing::At(level(0)), Standing::At(level(2)), Standing::At(level(2)), Standing::Unknown];
    assert_eq!(
        results::spread(&framework, &standings),
        "Sur 4\u{a0}questions\u{a0}: 2 au palier\u{a0}2\u{a0}– partagé, 1 à engager et 1 à vérifier."
    );
}

#[test]
fn the_worked_example_as_a_row() {
    let (framework, dossier) = sketch("2! 2! 1 ? -");
    let framework = named(framework);
    let score = Selection::of(&framework, &dossier, dossier.now(), |_| true).score();
    let row = (
        results::palier(&framework, score.bracket),
        results::responses(score.responses),
        results::percent(score.progress),
    );
    assert_eq!(row, ("entre 1 et 2".into(), "3 sur 4".into(), "56\u{a0}%".into()));
}

#[test]
fn an_answer_on_one_line() {
    let framework = named(framework());
    let answer = |standing, reason: &str, who: &str, by: &str| Answer {
        reason: Some(reason.to_owned()),
        check: Some(Check { who: who.into(), by: (!by.is_empty()).then(|| day(by)), ..Check::default() }),
        ..Answer::default().choosing(standing)
    };
    for (answer, expected) in [
        (answer(Standing::At(level(0)), "", "", ""), "À engager"),
        (answer(Standing::Unknown, "", "", ""), "À vérifier"),
        (answer(Standing::Unknown, "", "RUPN", ""), "À vérifier\u{a0}: RUPN"),
        (
            answer(Standing::Unknown, "", "RUPN", "2026-12-01"),
            "À vérifier\u{a0}: RUPN, avant le 1er\u{a0}décembre\u{a0}2026",
        ),
        (answer(Standing::NotApplicable, "", "", ""), "Sans objet chez nous"),
        (answer(Standing::NotApplicable, "Aucun élève", "", ""), "Sans objet chez nous\u{a0}: aucun élève"),
        (answer(Standing::Unanswered, "", "", ""), "À répondre"),
    ] {
        assert_eq!(results::answer(&framework, Some(&answer)), expected);
    }
}

/// Five thématiques of one core question each, with these answers.
fn five(levels: [Option<u8>; 5]) -> (FrameworkBuilder, DossierBuilder) {
    let names = ["acces", "collaborer", "enseigner", "responsable", "gouvernance"];
    let told = names.iter().fold(framework(), |f, name| f.thematique(name).criterion(&format!("{name}.q")).core());
    let told = named(told);
    let base = dossier(&told);
    let answered = names.iter().zip(levels).fold(base, |d, (name, level)| match level {
        Some(level) => d.answer(&format!("{name}.q"), level),
        None => d,
    });
    (told, answered)
}

#[test]
fn the_sentence_of_the_bilan_begins_with_what_stands() {
    for (levels, expected) in [
        ([None; 5], "Le bilan se dessinera avec vos premières réponses."),
        ([Some(0); 5], "Nous savons maintenant par où commencer."),
        ([Some(1), Some(0), Some(0), None, None], "Dans une thématique sur cinq, les bases sont posées."),
        ([Some(1); 5], "Dans les cinq thématiques, les bases sont posées."),
        (
            [Some(2), Some(1), Some(1), Some(1), Some(0)],
            "Dans quatre thématiques sur cinq, les bases sont posées ou partagées.",
        ),
        ([Some(2), Some(2), Some(0), Some(0), Some(0)], "Dans deux thématiques sur cinq, c’est partagé par tous."),
        ([Some(3); 5], "Dans les cinq thématiques, c’est ancré."),
    ] {
        let (framework, dossier) = five(levels);
        let score = |t| Selection::of_thematique(&framework, &dossier, dossier.now(), t).score();
        let scores: Vec<_> = framework.thematiques.iter().map(score).collect();
        let found = highlights(&framework, &dossier, dossier.now());
        let (stands, next) = results::headline(&scores, &found);
        assert_eq!(stands, expected);
        assert_eq!(next.is_some(), levels.iter().flatten().any(|level| *level < 3), "{expected}");
    }
}

#[test]
fn a_reason_is_made_of_the_factors_and_of_no_figure() {
    let told = named(framework().thematique("acces").criterion("a").core().action("a.1", 1).effort(1).impact(3));
    let answered = dossier(&told).answer("a", 0).dots("a", 2);
    let found = suggest(&told, &answered, answered.now());
    let (strong, rest) = plan::reason(&found.pistes[0]);
    assert_eq!(
        (strong.as_str(), rest.as_str()),
        ("Ouvre le palier 1.", "Rapide, change beaucoup de choses et 2\u{a0}pastilles du comité.")
    );
}

#[test]
fn when_an_action_is_due() {
    for (due, expected) in [
        (Due::By(day("2027-01-29")), "Avant le 29\u{a0}janvier\u{a0}2027"),
        (Due::Around(Period::Rentree, Some(day("2027-09-30"))), "À la rentrée, vers la fin septembre\u{a0}2027"),
        (Due::Around(Period::FinAnnee, Some(day("2027-07-05"))), "En fin d’année, vers le 5\u{a0}juillet\u{a0}2027"),
        (Due::Around(Period::Conseil, None), "Avant un conseil"),
        (Due::Within(Horizon::Long), "Au-delà"),
        (Due::Unsaid, "—"),
    ] {
        assert_eq!(plan::due(due), expected);
    }
}

#[test]
fn who_and_how_we_shall_know_leave_blank_lines_out() {
    let framework = framework();
    let mut action = item("p");
    assert_eq!((plan::who(&action), plan::evidence(&framework, &action)), ("—".into(), "—".into()));
    action.leads = vec!["Direction".into(), String::new()];
    action.involved = vec!["Parents élus".into(), "ENT".into()];
    action.success = vec!["Du temps".into(), " ".into()];
    assert_eq!(plan::who(&action), "Direction, avec parents élus et ENT");
    assert_eq!(plan::evidence(&framework, &action), "Du temps");
    action.state = State::Waiting;
    action.waiting_for = Some("la commune".into());
    assert_eq!(plan::item_state(&action), "En attente de\u{a0}: la commune");
}

#[test]
fn lateness_is_said_in_words() {
    let told = framework();
    let mut one = dossier(&told);
    let mut late = item("p");
    late.title = "Mesurer le débit".into();
    late.due = Some(day("2026-11-01"));
    one.plan = vec![late];
    let (decided, next) = plan::headline(&told, &one, day("2026-11-23"));
    assert_eq!(decided, "Une action décidée.");
    assert_eq!(next.unwrap(), "Une date est passée\u{a0}: le 1er\u{a0}novembre, mesurer le débit.");
    let (mut earlier, mut done) = (item("q"), item("r"));
    earlier.due = Some(day("2026-10-05"));
    earlier.title = "Nommer un référent".into();
    done.state = State::Done;
    one.plan.extend([earlier, done]);
    let (decided, next) = plan::headline(&told, &one, day("2026-11-23"));
    assert_eq!(decided, "Deux actions décidées, une déjà faite.");
    assert_eq!(
        next.unwrap(),
        "Deux dates sont passées\u{202f}; la plus ancienne\u{a0}: le 5\u{a0}octobre, nommer un référent."
    );
}

#[test]
fn a_request_goes_to_the_body_of_the_school_s_type() {
    let told = framework();
    for (types, expected) in [
        (vec![SchoolType::Elementaire], "À la commune"),
        (vec![SchoolType::College], "Au Département"),
        (vec![SchoolType::LyceeGt, SchoolType::LyceePro], "À la Région"),
        (vec![SchoolType::College, SchoolType::LyceeGt], "À la collectivité"),
    ] {
        assert_eq!(results::addressee(Reach::Collectivite, &dossier(&told).types(&types).school), expected);
    }
}

#[test]
fn widening_says_how_many_more_and_nothing_when_there_are_none() {
    use paliers::domain::Scope;
    let told = framework().thematique("acces").criterion("a").essential().criterion("b").criterion("c");
    let essential = dossier(&told).scope(Scope::Essential);
    assert!(questions::widening(&told, &essential, essential.now()).unwrap().starts_with("2\u{a0}questions de plus."));
    let complete = dossier(&told).scope(Scope::Complete);
    assert_eq!(questions::widening(&told, &complete, complete.now()), None);
}

//! The report as a model: which parts, in which order, what each says, and what it says when it is empty.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/build.rs"]
mod build;
#[path = "common/export.rs"]
mod export;

use build::{DossierBuilder, FrameworkBuilder, criterion, dossier, framework, item, level};
use export::{blocks, made, outline, said, section, texts, today};
use paliers::domain::{Actor, Dossier, Indicator, PlanItem, Role, State, Step, Target};
use paliers::exports::blocks::{Block, Page};
use paliers::exports::{Error, Kind, Options, Part, make};
use paliers::extra::Extra;
use paliers::framework::{Dependence, Reach, SchoolType};
use paliers::names::{ActorId, FrameworkId, IndicatorId};

/// Two thématiques with words: `a`, `b` in the first, `x`, `y` in the second; `y` also depends on others.
fn told() -> FrameworkBuilder {
    let mut told = framework()
        .thematique("acces")
        .criterion("a")
        .core()
        .action("a.demander", 2)
        .reach(Reach::Collectivite)
        .criterion("b")
        .thematique("gouvernance")
        .criterion("x")
        .criterion("y")
        .depends_on(&[Dependence::Ecole, Dependence::Academie]);
    for (number, name) in ["à engager", "bases posées", "partagé", "ancré"].iter().enumerate() {
        told.tiers[number].name = (*name).to_owned();
        told.tiers[number].meaning = format!("Sens {number}.");
    }
    for thematique in &mut told.thematiques {
        thematique.title = format!("Thématique {}", thematique.id.as_str());
        thematique.short.clone_from(&thematique.title);
    }
    for criterion in &mut told.criteria {
        let id = criterion.id.as_str().to_owned();
        criterion.title = format!("Titre {id}");
        criterion.question = format!("Question {id} ?");
        criterion.levels.iter_mut().for_each(|fact| fact.text = format!("Fait {id}{}.", fact.level.get()));
    }
    told.actions[0].title = "Demander des appareils".to_owned();
    (told.title, told.licence) = ("Essai".to_owned(), "Licence".to_owned());
    told
}

fn with(told: &FrameworkBuilder, change: impl FnOnce(&mut Dossier)) -> DossierBuilder {
    let mut dossier = dossier(told);
    change(&mut dossier);
    dossier
}

fn only(part: Part) -> Options {
    Options { parts: vec![part], ..Options::default() }
}

#[test]
fn the_parts_come_in_one_order_whatever_the_order_they_were_chosen_in() {
    let told = told();
    let dossier = dossier(&told).answer("a", 1);
    let backwards = Options { parts: Part::ALL.iter().rev().copied().collect(), ..Options::default() };
    let titles = |options: &Options| -> Vec<String> {
        let outline = outline(&blocks(&told, &dossier, options));
        outline.into_iter().filter(|t| !t.starts_with(' ')).map(|t| t.replace('\u{a0}', " ")).collect()
    };
    let all = [
        "Pour le conseil d’administration : où nous en sommes",
        "Pour le conseil d’administration : la suite",
        "Relevé de décisions",
        "Résultats",
        "Questions et réponses",
        "Objectifs",
        "Plan d’action",
        "Comment nous nous y prenons",
        "À demander à…",
        "Méthode",
    ];
    assert_eq!(titles(&Options::all()), all);
    assert_eq!(titles(&backwards), all);
    assert_eq!(titles(&Options::council()), all[..2]);
    assert_eq!(titles(&only(Part::Plan)), [all[5], all[6], all[7], all[9]]);
}

#[test]
fn the_two_pages_are_two_and_the_plan_lies_on_its_side() {
    let told = told();
    let dossier = dossier(&told);
    let all = blocks(&told, &dossier, &Options::all());
    let pages: Vec<Page> =
        all.iter().filter_map(|b| if let Block::Section(s) = b { Some(s.page) } else { None }).collect();
    use Page::{Here, New, Wide};
    assert_eq!(pages, [Here, New, New, New, New, New, Wide, New, New, New]);
}

#[test]
fn an_empty_dossier_says_so_in_every_part() {
    let told = told();
    let all = blocks(&told, &dossier(&told), &Options { notes: true, ..Options::all() });
    for (title, sentence) in [
        ("Pour les élèves et les familles, aujourd’hui", "Rien d’établi pour l’instant."),
        ("Avis différents, gardés", "Aucun avis différent n’a été noté."),
        ("Ce qui reste à vérifier", "Aucune réponse n’est à vérifier."),
        ("Relevé de décisions", "Aucune réunion n’a encore été préparée."),
        ("Ce qui marche", "Rien d’établi pour l’instant."),
        ("Objectifs", "Aucun objectif n’a été choisi : chacun est alors la marche suivante."),
        ("Plan d’action", "Aucune action n’est encore décidée."),
        ("Comment nous nous y prenons", "Aucune étape n’est encore décrite."),
        ("À demander à…", "Aucune demande pour l’instant."),
    ] {
        assert_eq!(said(&all, title), [sentence], "{title}");
    }
    assert_eq!(
        said(&all, "Ce qui dépend de nous"),
        ["Rien de plus à engager seuls pour l’instant.", "Aucune action n’est encore décidée."]
    );
    assert!(
        said(&all, "Qui a participé")[0]
            .starts_with("La liste des participants reste à compléter, le 23 novembre 2026.")
    );
    assert_eq!(said(&all, "Titre a"), ["Question a ?", "À répondre"]);
}

#[test]
fn the_two_pages_say_what_is_done_what_comes_next_and_who_took_part() {
    let told = told();
    let mut dossier =
        dossier(&told).answer("a", 1).answer("b", 3).answer("x", 0).answer("y", 0).types(&[SchoolType::College]);
    dossier.campaigns[0].participants.counts = [(Role::Direction, 1), (Role::Enseignants, 4)].into();
    dossier.plan.push(PlanItem { title: "Une action".into(), leads: vec!["Direction".into()], ..item("p") });
    let pages = blocks(&told, &dossier, &Options::council());
    // The highest first; « gouvernance » is not what pupils and families see first.
    assert_eq!(said(&pages, "Pour les élèves et les familles, aujourd’hui"), ["Fait b3.", "Fait a1."]);
    let ours = said(&pages, "Ce qui dépend de nous");
    assert_eq!(ours[..3], ["Titre x – fait x1.", "Titre a – fait a2.", "Une action"], "{ours:?}");
    assert_eq!(said(&pages, "Ce que nous demandons"), ["Au Département", "Demander des appareils", "Fait a1."]);
    let who = &said(&pages, "Qui a participé")[0];
    assert!(who.starts_with("5 personnes : 1 direction, 4 enseignantes et enseignants, le 23 novembre 2026."), "{who}");
    let results = said(&pages, "Où en sont les thématiques");
    assert_eq!(results[..5], ["Thématique acces", "1 – bases posées", "2 sur 2", "67 %", "2 – partagé"], "{results:?}");
}

#[test]
fn a_dissent_is_kept_in_the_two_pages_and_beside_its_answer() {
    let told = told();
    let mut dossier = dossier(&told).answer("a", 1);
    let answer = dossier.campaigns[0].answers.get_mut(&criterion("a")).unwrap();
    answer.dissent = Some(" Une voix pour « partagé » ".into());
    let all = blocks(&told, &dossier, &Options::all());
    let kept = "Sur « Titre a » (retenu : 1 – bases posées) : Une voix pour « partagé »";
    assert_eq!(said(&all, "Avis différents, gardés"), [kept]);
    assert!(said(&all, "Titre a").contains(&"Avis différent, gardé : Une voix pour « partagé »".to_owned()));
}

#[test]
fn the_two_pages_choose_and_count_what_they_leave_to_the_whole_report() {
    let told = told();
    let long = "Un avis long ".repeat(40);
    let mut dossier = dossier(&told).answer("a", 1).answer("b", 1).answer("x", 1).unknown("y");
    let campaign = &mut dossier.campaigns[0];
    campaign.answers.values_mut().for_each(|answer| answer.dissent = Some(long.clone()));
    dossier.plan = (0..5).map(|n| PlanItem { title: long.clone(), ..item(&format!("p{n}")) }).collect();
    let pages = blocks(&told, &dossier, &Options::council());
    let kept = said(&pages, "Avis différents, gardés");
    assert_eq!(kept.len(), 3);
    assert!(kept[0].ends_with(" […]") && kept[0].chars().count() < 220, "{}", kept[0]);
    assert_eq!(kept[2], "Et 2 autres avis dans le rapport complet.");
    let ours = said(&pages, "Ce qui dépend de nous");
    assert!(ours.contains(&"Et 2 autres actions dans le rapport complet.".to_owned()), "{ours:?}");
    assert!(ours.iter().all(|text| text.chars().count() < 120), "{ours:?}");
    // Whole in the whole report.
    let all = texts(&blocks(&told, &dossier, &Options::all()));
    assert_eq!(all.iter().filter(|text| text.ends_with(&format!(": {}", long.trim()))).count(), 4);
}

#[test]
fn the_first_part_begins_where_the_identity_ends() {
    let told = told();
    for part in Part::ALL {
        let all = blocks(&told, &dossier(&told), &only(*part));
        let first = all.iter().find_map(|b| if let Block::Section(s) = b { Some(s.page) } else { None });
        assert_eq!(first, Some(Page::Here), "{part:?}");
    }
}

#[test]
fn notes_are_said_only_when_they_are_asked_for_and_private_ones_never() {
    let told = told();
    let mut dossier = dossier(&told).answer("a", 1);
    let answer = dossier.campaigns[0].answers.get_mut(&criterion("a")).unwrap();
    (answer.note, answer.private_note) = (Some("Dit à tous".into()), Some("Gardé pour moi".into()));
    for notes in [false, true] {
        let said = texts(&blocks(&told, &dossier, &Options { notes, ..Options::all() })).join("\n");
        assert_eq!((said.contains("Dit à tous"), said.contains("Gardé pour moi")), (notes, false));
    }
}

#[test]
fn requests_are_grouped_by_addressee_those_decided_first() {
    let mut told = told().action("y.former", 1).reach(Reach::Academie);
    told.actions[1].title = "Demander une formation".to_owned();
    let mut dossier = dossier(&told).answer("a", 1).answer("y", 0);
    let decided = PlanItem::from_action(&told, &told.actions[1].clone(), build::plan_item("p"), today());
    dossier.plan.push(PlanItem { state: State::Waiting, ..decided });
    let all = blocks(&told, &dossier, &Options::all());
    let requests = section(&all, "À demander à…").unwrap();
    assert_eq!(outline(&requests.blocks), ["Au Département", "À l’académie"]);
    assert_eq!(said(&requests.blocks, "À l’académie"), ["Demander une formation", "Fait y0.", "En attente"]);
    assert_eq!(said(&requests.blocks, "Au Département"), ["Demander des appareils", "Fait a1.", "Proposée"]);
    // What is asked of others is not told twice as ours.
    assert!(!said(&all, "Ce qui dépend de nous").contains(&"Demander une formation".to_owned()));
}

#[test]
fn objectifs_and_the_way_an_action_goes() {
    let told = told();
    let dossier = with(&told, |dossier| {
        let target = Target { extra: Extra::default(), level: level(2), due: Some(build::day("2027-03-01")) };
        dossier.targets.thematiques.insert(build::thematique("acces"), target);
        let step = |text: &str, done| Step { extra: Extra::default(), text: text.into(), done };
        let steps = vec![step("Écrire", true), step("Envoyer", false)];
        dossier.plan.push(PlanItem { title: "Une action".into(), how: vec!["D’abord".into()], steps, ..item("p") });
    });
    let all = blocks(&told, &dossier, &only(Part::Plan));
    assert_eq!(said(&all, "Objectifs"), ["Thématique acces", "2 – partagé", "1er mars 2027"]);
    assert_eq!(said(&all, "Une action"), ["D’abord", "Fait : Écrire", "Reste à faire : Envoyer"]);
    let plan = section(&all, "Plan d’action").unwrap();
    let Block::Table(table) = &plan.blocks[0] else { panic!() };
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let contract = [
        "Thématique",
        "Axe d’amélioration (quoi)",
        "Action (comment)",
        "Qui",
        "Quand",
        "Indicateurs et facteurs de réussite",
        "État",
    ];
    assert_eq!(columns, contract);
}

#[test]
fn answers_outside_the_point_d_etape_are_kept_apart() {
    let told = told();
    let dossier = dossier(&told).answer("a", 1).answer("b", 2).answer("perdue", 2);
    let scope = paliers::domain::Scope::List(vec![criterion("a")]);
    let all = blocks(&told, &dossier.scope(scope), &only(Part::Answers));
    let outside = said(&all, "Réponses hors de ce point d’étape");
    assert_eq!(outside[1..], ["Titre b : 2 – partagé", "perdue : 2 – partagé"]);
    assert!(section(&all, "Titre b").is_none());
}

#[test]
fn zero_is_never_printed_alone() {
    let told = told();
    let dossier = with(&told, |dossier| dossier.school.pupils = Some(0)).answer("a", 0).answer("b", 0).target("a", 0);
    for text in texts(&blocks(&told, &dossier, &Options::all())) {
        let alone = text == "0" || ["palier 0", "0 –", "– 0", "niveau 0"].iter().any(|zero| text.contains(zero));
        assert!(!alone, "{text}");
    }
}

#[test]
fn the_method_says_that_the_referentiel_is_not_official_with_its_version_and_the_day() {
    let told = told();
    for options in [Options::all(), Options::council()] {
        let said = texts(&blocks(&told, &dossier(&told), &options)).join("\n");
        assert!(said.contains("Établi avec Paliers le 25 novembre 2026. Référentiel proposé, non officiel : Essai (essai, version 1.0.0, Licence)."), "{said}");
    }
}

#[test]
fn headings_of_html_never_skip_a_level_and_every_table_is_captioned() {
    let told = told();
    let dossier = dossier(&told).answer("a", 1);
    let html = export::text(Kind::Html, &told, &dossier, &Options::all());
    let levels: Vec<u8> = html
        .match_indices("<h")
        .map(|(at, _)| html.as_bytes()[at + 2])
        .filter(u8::is_ascii_digit)
        .map(|b| b - b'0')
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    assert_eq!(html.matches("<table>").count(), html.matches("<caption>").count());
    assert_eq!(html.matches("<svg ").count(), html.matches("<desc ").count());
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    for network in ["src=", "href=", "@import", "url(http", "<script"] {
        assert!(!html.contains(network), "{network}");
    }
}

#[test]
fn names_types_and_first_bytes_of_the_files() {
    let told = told();
    let dossier = with(&told, |dossier| dossier.school.name = "Collège de l’Œuvre".to_owned());
    for (kind, name, start) in [
        (Kind::Odt, "college-de-l-oeuvre_2026-11-25_rapport.odt", "PK\u{3}\u{4}"),
        (Kind::Ods, "college-de-l-oeuvre_2026-11-25_donnees.ods", "PK\u{3}\u{4}"),
        (Kind::Html, "college-de-l-oeuvre_2026-11-25_rapport.html", "<!DOCTYPE html>"),
        (Kind::CsvAnswers, "college-de-l-oeuvre_2026-11-25_reponses.csv", "\u{feff}Code;Thématique;"),
        (Kind::CsvResults, "college-de-l-oeuvre_2026-11-25_resultats.csv", "\u{feff}Thématique;Palier;"),
        (Kind::CsvIndicators, "college-de-l-oeuvre_2026-11-25_indicateurs.csv", "\u{feff}Indicateur;Unité;"),
        (Kind::CsvActors, "college-de-l-oeuvre_2026-11-25_annuaire.csv", "\u{feff}Pour quoi;Qui appeler"),
        (Kind::CsvPlan, "college-de-l-oeuvre_2026-11-25_plan.csv", "\u{feff}Thématique;Axe d’amélioration (quoi);"),
        (Kind::OdsPlan, "college-de-l-oeuvre_2026-11-25_plan.ods", "PK\u{3}\u{4}"),
        (Kind::OdsIndicators, "college-de-l-oeuvre_2026-11-25_indicateurs.ods", "PK\u{3}\u{4}"),
        (Kind::OdsActors, "college-de-l-oeuvre_2026-11-25_annuaire.ods", "PK\u{3}\u{4}"),
    ] {
        let document = made(kind, &told, &dossier, &Options::all()).unwrap();
        assert_eq!(document.name, name);
        assert!(document.bytes.starts_with(start.as_bytes()), "{name}");
        if start.starts_with("PK") {
            assert_eq!(&document.bytes[30..38 + document.mime.len()], [b"mimetype", document.mime.as_bytes()].concat());
        }
    }
}

#[test]
fn typed_cells_keep_their_type() {
    let told = told();
    let dossier = with(&told, |dossier| {
        let target = Target { extra: Extra::default(), level: level(2), due: Some(build::day("2027-03-01")) };
        dossier.targets.thematiques.insert(build::thematique("acces"), target);
    });
    let dossier = dossier.answer("a", 1).answer("b", 3).dots("a", 4);
    let ods = export::text(Kind::Ods, &told, &dossier, &Options::all());
    for cell in [
        "office:value-type=\"percentage\" office:value=\"0.67\"><text:p>67\u{a0}%<",
        "office:value-type=\"date\" office:date-value=\"2027-03-01\"><text:p>1er\u{a0}mars\u{a0}2027<",
        "office:value-type=\"float\" office:value=\"2\"><text:p>2<",
        "office:value-type=\"float\" office:value=\"4\"><text:p>4<",
    ] {
        assert!(ods.contains(cell), "{cell}");
    }
    // The header of each sheet stays in view; the prefix in the value has to be declared, else LibreOffice forgets it.
    assert!(ods.contains("xmlns:ooo=") && ods.contains("\"ooo:view-settings\""));
    assert_eq!(ods.matches("\"VerticalSplitMode\" config:type=\"short\">2<").count(), 5);
    let csv = export::text(Kind::CsvResults, &told, &dossier, &Options::all());
    assert!(csv.contains("\r\nThématique acces;1 – bases posées;2;2;67%;2 – partagé;2027-03-01\r\n"), "{csv}");
}

#[test]
fn progress_reaches_its_total_and_a_refusal_stops_the_work() {
    let told = told();
    let dossier = with(&told, |dossier| {
        dossier.plan.push(item("p"));
        dossier.indicators.push(Indicator::new(IndicatorId::parse("i").unwrap()));
        dossier.actors.push(Actor::new(ActorId::parse("c").unwrap()));
    });
    let dossier = dossier.answer("a", 1);
    let (framework, dossier) = (serde_json::to_string(&*told).unwrap(), paliers::documents::write(&dossier));
    // Letters and workshops are about something: their own suites make them.
    for kind in &Kind::ALL[..8] {
        let mut told = Vec::new();
        let mut tell = |done, total| {
            told.push((done, total));
            true
        };
        make(*kind, &framework, &dossier, &Options::all(), today(), &mut tell).unwrap();
        assert!(told.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1), "{kind:?}");
        assert!(told.last().is_some_and(|(done, total)| done == total), "{kind:?} {:?}", told.last());
        let stopped = make(*kind, &framework, &dossier, &Options::all(), today(), &mut |done, _| done < 1);
        assert_eq!(stopped, Err(Error::Cancelled), "{kind:?}");
    }
}

#[test]
fn each_refusal_says_what_to_do() {
    let told = told();
    let with_framework = |id: &str| with(&told, |d| d.framework.id = FrameworkId::parse(id).unwrap());
    let without_campaign = with(&told, |dossier| dossier.campaigns.clear());
    for (dossier, options, words) in [
        (with_framework("autre"), Options::all(), "que cette page ne connaît pas"),
        (without_campaign, Options::all(), "Répondez à une première question"),
        (with_framework("essai"), Options::default(), "Choisissez-en au moins une"),
    ] {
        let error = made(Kind::Html, &told, &dossier, &options).unwrap_err();
        assert!(error.message().contains(words), "{}", error.message());
    }
    let cut = make(Kind::Odt, "{}", "{", &Options::all(), today(), &mut |_, _| true).unwrap_err();
    assert!(matches!(cut, Error::Framework(_)));
}

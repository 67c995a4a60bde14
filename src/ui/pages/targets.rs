//! Objectifs: the palier and the day aimed at, by thématique then by question, beside today’s palier and the one that the
//! plan leads to. One thématique at a time.

use crate::domain::commands::Aim;
use crate::domain::meeting::dotted;
use crate::domain::targets::{Course, at_level, by_day, chosen, courses};
use crate::domain::{Campaign, Command, Dossier, Target};
use crate::framework::{Criterion, Framework, Level, Thematique};
use crate::names::{CriterionId, ThematiqueId};
use crate::routes::Route;
use crate::texts::{format, results, targets as words};
use crate::ui::components::{cell, field, if_whole, row_head, select, stairs, table};
use crate::ui::dom::{El, Node, el, h1, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::{Get, Memo, With, untrack};

/// The screen.
pub fn targets() -> Node {
    let store = store();
    let shown = Memo::new(move |_| {
        let asked = store.address.with(|a| a.get("thematique").map(str::to_owned));
        let framework = store.framework()?;
        let known = framework.thematiques.iter().find(|t| Some(t.id.as_str()) == asked.as_deref());
        known.or(framework.thematiques.first()).map(|t| t.id.clone())
    });
    let headline = move || store.read(|f, d, c| words::headline(&courses(f, d, c), !d.plan.is_empty()));
    let how = "Sans objectif choisi, c’est la marche suivante. Un objectif par question est facultatif\u{202f}; il l’emporte alors sur celui de la thématique.";
    kids![
        el(
            "section.stack-l",
            kids![h1("Objectifs\u{a0}: où voulons-nous aller\u{202f}?"), el("p.say", headline), el("p.meta", how)]
        ),
        move || store.read(overview),
        move || shown.get().and_then(|id| one(store, &id)),
        el(
            "div.acts",
            kids![
                link("btn go", Route::Plan.href(), "Choisir nos actions"),
                link("btn", Route::Meeting.href(), "Décider ensemble, en réunion"),
                link("btn txt", Route::Results.href(), "Revenir au bilan"),
            ]
        ),
    ]
}

fn overview(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let then = |course: &Course| results::palier(framework, course.projected.bracket);
    let row = |course: &Course| {
        let class = course.today.bracket.map_or("pe", |bracket| results::level_class(bracket.low));
        let due = course.own.and_then(|own| own.due).map_or_else(|| results::NONE.to_owned(), format::day);
        let cells = kids![
            row_head(course.thematique.title.clone()),
            cell("Aujourd’hui", results::palier(framework, course.today.bracket)).class(format!("pal {class}")),
            cell("Objectif", results::target(framework, course.target)),
            cell("Pour quand", due),
            cell("Si le plan réussit", if dossier.plan.is_empty() { results::NONE.to_owned() } else { then(course) }),
        ];
        el("tr", cells).attr("role", "row")
    };
    let columns = ["Thématique", "Aujourd’hui", "Objectif", "Pour quand", "Si le plan réussit"];
    let rows = courses(framework, dossier, campaign).iter().map(row).collect();
    table("table.fold.results", "Objectifs par thématique", &columns, rows)
}

/// The objectifs of one thématique, and the way to the others.
fn one(store: Store, id: &ThematiqueId) -> Option<El> {
    let framework = untrack(|| store.framework())?;
    let thematique = framework.thematiques.iter().find(|t| t.id == *id)?;
    let tabs: Vec<_> = framework
        .thematiques
        .iter()
        .map(|t| {
            let href = format!("{}?thematique={}", Route::Targets.href(), t.id.as_str());
            link("btn txt", href, t.short.clone()).attr("aria-current", (t.id == *id).then_some("true"))
        })
        .collect();
    let asked = untrack(|| {
        store.read(|framework, dossier, campaign| {
            let within = |c: &&Criterion| thematique.sub_themes.iter().any(|s| s.id == c.sub_theme);
            dossier.asked(framework, campaign).filter(within).cloned().collect::<Vec<_>>()
        })
    });
    let questions: Vec<_> = asked.unwrap_or_default().iter().map(|c| question(store, &framework, c)).collect();
    let here = id.clone();
    let projection = move || {
        store.read(|framework, dossier, campaign| {
            let all = courses(framework, dossier, campaign);
            all.iter()
                .find(|c| c.thematique.id == here)
                .map(|course| words::projection(framework, course, !dossier.plan.is_empty()))
        })
    };
    Some(
        el(
            "section.stack-l",
            kids![
                el("nav.acts.noprint", tabs).label("Thématiques"),
                el("h2#h-one", thematique.title.clone()),
                own(store, &framework, thematique),
                el("p.note", projection).attr("aria-live", "polite"),
                el("h3", "Par question, si nous le voulons"),
                el("div.form.aims", questions),
            ],
        )
        .attr("aria-labelledby", "h-one"),
    )
}

fn own(store: Store, framework: &Framework, thematique: &Thematique) -> El {
    let aim = Aim::Thematique(thematique.id.clone());
    let id = thematique.id.clone();
    let today = move || {
        store.read(|f, d, c| courses(f, d, c).iter().find(|c| c.thematique.id == id)?.today.bracket.map(|b| b.low))
    };
    let legend = el("legend", "Objectif de la thématique");
    el("div.form", el("fieldset.row", kids![legend, fields(store, framework, aim, move || today().flatten())]))
}

/// A question: where it stands, its objectif, and the dots that the committee gave it.
fn question(store: Store, framework: &Framework, criterion: &Criterion) -> El {
    let id = criterion.id.clone();
    let standing = {
        let id = id.clone();
        move || store.read(|_, _, campaign| campaign.standing(&id))
    };
    let today = {
        let standing = standing.clone();
        move || standing()?.level()
    };
    let said = move || {
        let standing = standing()?;
        let words = crate::texts::explain::standing(&*store.framework()?, standing);
        Some(kids![stairs(results::standing_class(standing)), " ", words])
    };
    let legend = kids![criterion.title.clone(), el("span.meta.small", said)];
    let aim = Aim::Criterion(id.clone());
    el("fieldset.row", kids![el("legend", legend), fields(store, framework, aim, today), dots(store, id)])
}

/// The level and the day of an objectif.
fn fields(store: Store, framework: &Framework, aim: Aim, today: impl Fn() -> Option<Level> + 'static) -> Node {
    let levels = Level::ALL.into_iter().skip(1);
    let levels = levels.map(|level| (level.get().to_string(), results::level(framework, level)));
    let options = std::iter::once((String::new(), "La marche suivante".to_owned())).chain(levels).collect();
    let read = {
        let aim = aim.clone();
        move || store.look(|dossier| chosen(dossier, &aim).cloned()).flatten()
    };
    let level = {
        let read = read.clone();
        move || read().map(|target| target.level.get().to_string()).unwrap_or_default()
    };
    let due = {
        let read = read.clone();
        move || read().and_then(|target| target.due).map(|day| day.to_string()).unwrap_or_default()
    };
    let send = move |target: Option<Target>| store.send(Command::Target { aim: aim.clone(), target });
    let (read_too, send_too) = (read.clone(), send.clone());
    kids![
        select("Palier visé", options, level, move |value| {
            let level = value.parse().ok().and_then(Level::new);
            send(at_level(untrack(&read).as_ref(), level));
        }),
        field("Pour quand\u{202f}?", "date", due, move |text| {
            if_whole(&text, |day| send_too(by_day(untrack(&read_too).as_ref(), untrack(&today), day)));
        }),
    ]
}

fn dots(store: Store, id: CriterionId) -> El {
    let own = id.clone();
    let value = move || {
        let dots = store.look(|d| d.campaign()?.answers.get(&own)?.dots).flatten();
        dots.map(|n| n.to_string()).unwrap_or_default()
    };
    let set = move |text: String| {
        let dots = text.trim().parse::<u32>().ok().filter(|n| (1..1000).contains(n));
        let command = store.peek(|d| Some(dotted(d.campaign()?, &id, dots))).flatten();
        command.into_iter().for_each(|command| store.send_typing(command));
    };
    field("Pastilles du comité", "number", value, set)
}

//! The results: what works, what comes next, the table, two figures, and what the next palier waits for.

use super::Subject;
use crate::charts;
use crate::domain::gaps::{self, missing};
use crate::domain::highlights::{Highlight, highlights};
use crate::domain::scoring::{Percent, Score, Selection};
use crate::exports::blocks::{Block, Cell, Figure, Page, Table, Tone, list, page, section};
use crate::framework::{Framework, Level, Thematique};
use crate::texts::format::{NB, NNB, lower};
use crate::texts::results as words;

/// One thématique and its figures.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    pub thematique: &'a Thematique,
    pub score: Score,
    pub target: Option<Level>,
    pub progress_target: Option<Percent>,
}

/// The rows of the table, in the order of the référentiel.
#[must_use]
pub fn rows<'a>(subject: &Subject<'a>) -> Vec<Row<'a>> {
    let Subject { framework, dossier, campaign, .. } = *subject;
    let row = |thematique: &'a Thematique| {
        let selection = Selection::of_thematique(framework, dossier, campaign, thematique);
        let score = selection.score();
        Row {
            thematique,
            score,
            target: gaps::thematique_target(&dossier.targets, &thematique.id, &score),
            progress_target: gaps::progress_target(&selection, &dossier.targets, &thematique.id),
        }
    };
    framework.thematiques.iter().map(row).collect()
}

pub(super) fn part(subject: &Subject) -> Vec<Block> {
    let rows = rows(subject);
    let found = highlights(subject.framework, subject.dossier, subject.campaign);
    let works: Vec<String> = found
        .strengths
        .iter()
        .map(|h| format!("{} – {}", h.criterion.title, lower(h.criterion.fact(h.level))))
        .collect();
    let blocks = vec![
        lead(subject, &rows),
        section("Ce qui marche", vec![list(works, "Rien d’établi pour l’instant.")]),
        section("La prochaine marche", next_steps(&found.ours, &found.asked)),
        section("Où en sont les thématiques", vec![Block::Table(table(subject.framework, &rows))]),
        section("D’un coup d’œil", vec![radar(&rows), bars(&rows)]),
        section(
            "Ce qui manque pour le palier suivant",
            vec![Block::List(rows.iter().map(|r| gap(subject, r)).collect())],
        ),
    ];
    vec![page(Page::New, "Résultats", blocks)]
}

/// The sentence that says the essential.
pub(super) fn lead(subject: &Subject, rows: &[Row]) -> Block {
    let scores: Vec<Score> = rows.iter().map(|row| row.score).collect();
    let found = highlights(subject.framework, subject.dossier, subject.campaign);
    let (stands, next) = words::headline(&scores, &found);
    Block::Paragraph(Tone::Lead, next.map_or_else(|| stands.clone(), |next| format!("{stands} {next}")))
}

fn next_steps(ours: &[Highlight], asked: &[Highlight]) -> Vec<Block> {
    vec![
        section("Ce qui dépend de nous", vec![list(steps(ours), NOTHING_OURS)]),
        section("Ce que nous demandons", vec![list(steps(asked), NOTHING_ASKED)]),
    ]
}

pub(super) const NOTHING_OURS: &str = "Rien de plus à engager seuls pour l’instant.";
pub(super) const NOTHING_ASKED: &str = "Aucune demande pour l’instant.";

/// The next facts, one a line.
pub(super) fn steps(list: &[Highlight]) -> Vec<String> {
    let line = |h: &Highlight| {
        let fact = || h.criterion.fact(h.level.next().unwrap_or(Level::MAX));
        let next = h.request.map_or_else(fact, |request| &request.title);
        format!("{} – {}", h.criterion.title, lower(next))
    };
    list.iter().map(line).collect()
}

/// « Résultats par thématique ».
pub(super) fn table(framework: &Framework, rows: &[Row]) -> Table {
    let columns = [("Thématique", 34), ("Palier", 20), ("Réponses", 13), ("Avancement", 13), ("Objectif", 20)];
    let mut table = Table::new("Résultats par thématique", &columns, "Aucune thématique.");
    table.rows = rows.iter().map(|row| cells(framework, row)).collect();
    table
}

fn cells(framework: &Framework, row: &Row) -> Vec<Cell> {
    vec![
        Cell::text(&row.thematique.title),
        Cell::Text(words::palier(framework, row.score.bracket)),
        Cell::Text(words::responses(row.score.responses)),
        row.score.progress.map_or(Cell::Empty, |percent| Cell::Percent(percent.0)),
        Cell::Text(words::target(framework, row.target)),
    ]
}

pub(super) fn radar(rows: &[Row]) -> Block {
    let axis = |row: &Row| charts::Axis {
        label: row.thematique.short.clone(),
        bracket: row.score.bracket,
        target: row.target,
    };
    let axes: Vec<charts::Axis> = rows.iter().map(axis).collect();
    let aims: Vec<(Score, Option<Level>)> = rows.iter().map(|row| (row.score, row.target)).collect();
    Block::Figure(Figure {
        title: "Radar des paliers, de 0 à 3",
        sentence: words::radar_sentence(&aims),
        svg: charts::draw(charts::RADAR_SIZE, &charts::radar(&axes)),
        key: "Trait plein\u{a0}: palier d’aujourd’hui. Hachures\u{a0}: entre le bas et le haut, tant qu’une réponse est à vérifier. Losanges et tirets\u{a0}: objectif.",
    })
}

fn bars(rows: &[Row]) -> Block {
    let bar = |row: &Row| charts::Bar {
        label: row.thematique.title.clone(),
        progress: row.score.progress,
        target: row.progress_target,
    };
    let bars: Vec<charts::Bar> = rows.iter().map(bar).collect();
    let scores: Vec<Score> = rows.iter().map(|row| row.score).collect();
    let (size, shapes) = charts::bars(&bars);
    Block::Figure(Figure {
        title: "Avancement par thématique et repère de l’objectif",
        sentence: words::bars_sentence(&scores),
        svg: charts::draw(size, &shapes),
        key: "Barre\u{a0}: chemin parcouru. Trait vertical\u{a0}: objectif.",
    })
}

/// Rule 4 for one thématique, in a line.
fn gap(subject: &Subject, row: &Row) -> String {
    let Subject { framework, dossier, campaign, .. } = *subject;
    let selection = Selection::of_thematique(framework, dossier, campaign, row.thematique);
    let gap = missing(&selection);
    let title = &row.thematique.title;
    let Some(tier) = gap.tier else {
        let what = if row.score.bracket.is_some() {
            "rien ne manque, tout est ancré"
        } else {
            "aucune réponse pour l’instant"
        };
        return format!("{title}{NB}: {what}.");
    };
    let names = |entries: &[crate::domain::scoring::Entry]| {
        let titles: Vec<String> = entries.iter().map(|entry| lower(&entry.criterion.title)).collect();
        titles.join(&format!("{NNB}; "))
    };
    let below = if gap.below.is_empty() { String::new() } else { format!(" {}.", names(&gap.below)) };
    let check = match gap.to_check.is_empty() {
        true => String::new(),
        false => format!(" À vérifier ou à répondre{NB}: {}.", names(&gap.to_check)),
    };
    let nothing = if below.is_empty() && check.is_empty() { " rien ne manque." } else { "" };
    format!("{title}, palier {} ({}){NB}:{below}{check}{nothing}", tier.get(), framework.tier_name(tier))
}

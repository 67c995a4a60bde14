//! The documents of several schools: what a screen shows of them, in HTML, ODS and CSV; and one tidy table, a line a school,
//! point d’étape and question, for whoever computes elsewhere (`docs/tidy-csv.md`).
//!
//! The first three hold what `domain::group` lets through and nothing else. The tidy table holds each school’s answers: it is
//! the trainer’s, or an observatory’s to whom the schools agree. The dossiers come as files for the animator, one after
//! the other, set apart by [`BETWEEN`].

use super::blocks::{Block, Cell, Report, Table, Tone, section};
use super::progress::Progress;
use super::{Document, Error, blocks, csv, html, ods};
use crate::documents;
use crate::domain::group::asks::asks;
use crate::domain::group::figures::Spread;
use crate::domain::group::needs::{Common, needs};
use crate::domain::group::shield::Shield;
use crate::domain::group::ways::ways;
use crate::domain::group::{FEW, Group, Member, Places, Sieve, Step, View};
use crate::domain::{Day, Scope, Standing};
use crate::framework::{self, Criterion, Framework};
use crate::names::words;
use crate::texts::{group as said, results};

/// Stands between two dossiers: the separator of records, which no JSON text holds.
pub const BETWEEN: char = '\u{1e}';

words!(
    /// A document of several schools.
    GroupKind {
        Html = "groupe-html",
        Ods = "groupe-ods",
        Csv = "groupe-csv",
        Tidy = "groupe-lignes",
    }
);

impl GroupKind {
    fn ending(self) -> &'static str {
        match self {
            Self::Html => "plusieurs-ecoles.html",
            Self::Ods => "plusieurs-ecoles.ods",
            Self::Csv => "plusieurs-ecoles_paliers.csv",
            Self::Tidy => "plusieurs-ecoles_lignes.csv",
        }
    }

    fn mime(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Csv | Self::Tidy => "text/csv;charset=utf-8",
        }
    }
}

/// Makes a document of several schools, as [`super::make`] makes one of a school.
///
/// # Errors
/// The first reason why there is no document. A dossier that cannot be read or compared is left out, as on the screen.
pub fn make_group(
    kind: GroupKind,
    framework_text: &str,
    dossiers: &str,
    sieve: &Sieve,
    today: Day,
    tell: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Document, Error> {
    let framework = framework::read(framework_text).map_err(Error::Framework)?;
    let places = Places::of(&framework);
    let ground = places.ground(&framework);
    let mut group = Group::default();
    for text in dossiers.split(BETWEEN) {
        let read = documents::read_stored(text).ok().and_then(|reading| Member::of(ground, &reading.dossier).ok());
        if let Some(member) = read {
            group.add(member);
        }
    }
    if group.is_empty() {
        return Err(Error::NoCampaign);
    }
    let shield = Shield::of(&group);
    let view = View { ground, group: &group, shield: &shield, sieve };
    let bytes = match kind {
        GroupKind::Html => {
            let report = report(&view);
            html::write(&report, &mut Progress::new(blocks::steps(&report.blocks), tell))?
        }
        GroupKind::Ods => {
            ods::write(TITLE, &[paliers(&view), shared(&view), pistes(&view), requests(&view)], today, tell)?
        }
        GroupKind::Csv => csv::write(&paliers(&view), tell)?,
        GroupKind::Tidy => csv::write(&tidy(&framework, &group), tell)?,
    };
    Ok(Document { name: format!("{today}_{}", kind.ending()), mime: kind.mime(), bytes })
}

const TITLE: &str = "Plusieurs écoles";

fn number(n: usize) -> Cell {
    u32::try_from(n).map_or(Cell::Empty, Cell::Number)
}

fn report(view: &View) -> Report {
    let (schools, kinds) = said::headline(view.group);
    let kept = (!view.sieve.is_open()).then(|| {
        if view.is_shown() {
            let communes = view.group.communes();
            let commune = view.sieve.commune.as_ref().and_then(|key| communes.get(key)).copied().unwrap_or_default();
            said::sieved(view.sieve, commune, view.kept().count(), view.group.members().len())
        } else {
            said::FILTER_WITHHELD.to_owned()
        }
    });
    let mut blocks = vec![Block::Paragraph(Tone::Lead, format!("{schools}, {kinds}"))];
    blocks.extend(kept.map(|kept| Block::Paragraph(Tone::Strong, kept)));
    blocks.push(Block::Paragraph(Tone::Quiet, said::what_shows(view.group.members().len()).to_owned()));
    for table in [shared(view), paliers(view), pistes(view), requests(view)] {
        blocks.push(section(table.caption.clone(), vec![Block::Table(table)]));
    }
    Report { title: TITLE.to_owned(), blocks }
}

/// Medians and distributions: the thématiques, then the questions that are shown.
#[must_use]
pub fn paliers(view: &View) -> Table {
    let columns = [
        ("Thématique ou question", 50),
        ("Écoles", 10),
        ("Palier médian", 20),
        ("Écoles à engager", 12),
        ("Écoles au palier 1", 12),
        ("Écoles au palier 2", 12),
        ("Écoles au palier 3", 12),
    ];
    let mut table = Table::new("Paliers", &columns, "Moins de cinq écoles\u{a0}: aucun chiffre.");
    let framework = view.ground.framework;
    let row = |name: &str, spread: Spread| {
        let mut cells =
            vec![Cell::text(name), number(spread.schools()), Cell::text(results::level(framework, spread.median))];
        cells.extend(spread.counts.iter().map(|n| number(*n)));
        cells
    };
    let themes = framework.thematiques.iter().enumerate();
    table.rows.extend(themes.filter_map(|(index, theme)| Some(row(&theme.title, view.thematique(index)?))));
    let questions = framework.criteria.iter().enumerate();
    table.rows.extend(questions.filter_map(|(index, criterion)| Some(row(&criterion.title, view.criterion(index)?))));
    table
}

fn shared(view: &View) -> Table {
    let columns = [("Ce qui est en commun", 18), ("Fait", 60), ("Écoles", 10), ("Sur", 10)];
    let mut table = Table::new("Ce que nous partageons", &columns, "Rien qui puisse être dit avec des chiffres.");
    let found = needs(view);
    let row = |what: &str, text: &str, common: &Common| {
        vec![Cell::text(what), Cell::text(text), number(common.schools), number(common.of)]
    };
    table.rows.extend(found.works.iter().map(|common| row("Ce qui marche", common.fact(), common)));
    table.rows.extend(found.wanted.iter().map(|common| row("Ce qu’il nous faudrait", common.fact(), common)));
    table.rows.extend(found.checked.iter().map(|common| row("À vérifier", &common.criterion.title, common)));
    table
}

fn pistes(view: &View) -> Table {
    let columns = [("Piste", 60), ("Utile à", 10), ("L’ont décidée", 10), ("L’ont faite", 10), ("Écoles", 10)];
    let mut table = Table::new("Pistes", &columns, "Moins de cinq écoles\u{a0}: aucun chiffre.");
    let of = view.kept().count();
    if view.group.members().len() >= FEW {
        let row = |way: &crate::domain::group::ways::Way| {
            vec![
                Cell::text(&way.action.title),
                number(way.useful),
                number(way.decided),
                number(way.done.len()),
                number(of),
            ]
        };
        table.rows = ways(view).iter().map(row).collect();
    }
    table
}

fn requests(view: &View) -> Table {
    let columns = [("Destinataire", 30), ("Demande", 60), ("Écoles", 10), ("Sur", 10)];
    let mut table = Table::new("Demandes", &columns, "Aucune demande de cinq écoles ou plus au même destinataire.");
    for found in asks(view) {
        let Some(of) = found.schools else { continue };
        let to = said::addressee(&found.to, view.group);
        let row = |ask: &crate::domain::group::asks::Ask| {
            vec![Cell::text(&to), Cell::text(&ask.action.title), ask.schools.map_or(Cell::Empty, number), number(of)]
        };
        table.rows.extend(found.asks.iter().map(row));
    }
    table
}

/// The columns of the tidy table, as `public/schemas/paliers-lignes.schema.json` describes them.
pub const TIDY: [&str; 14] = [
    "school",
    "name",
    "types",
    "commune",
    "pupils",
    "step",
    "date",
    "latest",
    "scope",
    "thematique",
    "sub_theme",
    "criterion",
    "answer",
    "level",
];

/// A line a school, point d’étape and question asked.
#[must_use]
pub fn tidy(framework: &Framework, group: &Group) -> Table {
    let columns: Vec<(&'static str, u32)> = TIDY.iter().map(|name| (*name, 10)).collect();
    let mut table = Table::new("Lignes", &columns, "");
    for member in group.members() {
        for (index, step) in member.steps().iter().enumerate() {
            let latest = index + 1 == member.steps().len();
            let asked = framework.criteria.iter().zip(&step.standings);
            table
                .rows
                .extend(asked.filter_map(|(c, standing)| Some(line(framework, member, step, latest, c, (*standing)?))));
        }
    }
    table
}

fn line(
    framework: &Framework,
    member: &Member,
    step: &Step,
    latest: bool,
    criterion: &Criterion,
    standing: Standing,
) -> Vec<Cell> {
    let school = &member.school;
    let types: Vec<&str> = school.types.iter().map(|kind| kind.as_str()).collect();
    let scope = match step.scope {
        Scope::Essential => "essential",
        Scope::Complete => "complete",
        Scope::List(_) => "list",
    };
    let answer = match standing {
        Standing::At(_) => "level",
        Standing::Unknown => "unknown",
        Standing::NotApplicable => "not_applicable",
        Standing::Unanswered => "unanswered",
    };
    vec![
        Cell::text(member.id.as_str()),
        Cell::text(&school.name),
        Cell::text(types.join(" ")),
        Cell::text(&school.commune),
        school.pupils.map_or(Cell::Empty, Cell::Number),
        Cell::text(step.id.as_str()),
        Cell::date_if_any(step.date),
        Cell::Number(latest.into()),
        Cell::text(scope),
        Cell::text_if_any(framework.thematique_of(criterion).map(|theme| theme.id.as_str())),
        Cell::text(criterion.sub_theme.as_str()),
        Cell::text(criterion.id.as_str()),
        Cell::text(answer),
        standing.level().map_or(Cell::Empty, |level| Cell::Number(level.get().into())),
    ]
}

//! The documents a school leaves with: ODT and HTML to read, ODS and CSV to compute with.
//!
//! [`make`] is the one door: texts in, bytes out, so that a worker of the browser can call it. One model is composed
//! ([`report`], [`sheets`]) and each format writes it. Every document is a list of the fields it takes: private notes never
//! leave, notes only when asked for, and what a later version of Paliers keeps in `extra` stays where it is. Refused: a
//! formula in a cell, a link to the network, a picture without its sentence.
//!
//! ```no_run
//! use paliers::{domain::Day, exports};
//! # let (framework, dossier) = ("", "");
//! let today = Day::parse("2026-11-23").unwrap();
//! let made = exports::make(exports::Kind::Odt, framework, dossier, &exports::Options::all(), today, &mut |_, _| true);
//! assert_eq!(made.unwrap().name, "college-x_2026-11-23_rapport.odt");
//! ```

pub mod agenda;
pub mod blocks;
mod csv;
pub mod group;
pub mod harmless;
mod html;
pub mod letter;
mod ods;
mod odt;
mod opendocument;
mod options;
pub mod paper;
mod progress;
pub mod report;
pub mod sheets;
pub mod workshop;
mod xml;
mod zip;

pub use group::{BETWEEN, GroupKind, make_group};
pub use options::{Kind, Options, Part};

use crate::documents::{self, Refusal};
use crate::domain::{Day, Dossier, Workshop};
use crate::framework::{self, Framework, Reach, Refusal as FrameworkRefusal};
use crate::papers;
use crate::texts::files;
use crate::texts::papers::Context;
use blocks::Table;
use progress::Progress;
use report::Subject;
use thiserror::Error;

/// A file to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

/// Why there is no document.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    #[error("référentiel: {0}")]
    Framework(FrameworkRefusal),
    #[error("dossier: {0}")]
    Dossier(Refusal),
    /// The dossier was made with another référentiel, or a later version of this one.
    #[error("made with {id} {version}")]
    Foreign { id: String, version: String },
    /// Nothing was answered yet, not even begun.
    #[error("no point d’étape")]
    NoCampaign,
    #[error("no part chosen")]
    NoPart,
    /// What it is about is no longer in the dossier: nothing is asked of them, the workshop or the document is gone.
    #[error("nothing to speak of")]
    Gone,
    /// `tell` said to stop.
    #[error("cancelled")]
    Cancelled,
}

impl Error {
    /// What a person reads.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Framework(refusal) => files::framework_refusal(refusal),
            Self::Dossier(refusal) => files::refusal(*refusal),
            Self::Foreign { id, version } => files::foreign(id, version),
            Self::NoCampaign => "Ce dossier n’a pas encore de point d’étape. Répondez à une première question, puis redemandez le document.".to_owned(),
            Self::NoPart => "Aucune partie n’est choisie. Choisissez-en au moins une, puis redemandez le document.".to_owned(),
            Self::Gone => "Ce dont parle ce document n’est plus dans le dossier. Revenez à la page précédente, puis redemandez-le.".to_owned(),
            Self::Cancelled => "Le document n’a pas été fait\u{a0}: la demande a été annulée.".to_owned(),
        }
    }
}

/// Makes a document. `tell(done, total)` is called along the way; when it answers false, the work stops.
///
/// # Errors
/// The first reason why there is no document.
pub fn make(
    kind: Kind,
    framework_text: &str,
    dossier_text: &str,
    options: &Options,
    today: Day,
    tell: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Document, Error> {
    let (framework, dossier) = read(framework_text, dossier_text)?;
    let campaign = dossier.campaign().ok_or(Error::NoCampaign)?;
    let subject = Subject { framework: &framework, dossier: &dossier, campaign, today };
    let bytes = bytes(kind, &subject, options, tell)?;
    let ending = ending(kind, &subject, options);
    Ok(Document { name: documents::named(&dossier, today, &ending), mime: kind.mime(), bytes })
}

/// A document that the school adapts: which one, and the text of the models.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub paper: &'a str,
    pub models: &'a str,
}

/// Makes a document that the school adapts, as ODT or HTML.
///
/// # Errors
/// The first reason why there is no document.
pub fn make_paper(
    kind: Kind,
    framework_text: &str,
    dossier_text: &str,
    asked: Asked,
    today: Day,
    tell: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Document, Error> {
    let (framework, dossier) = read(framework_text, dossier_text)?;
    let models = papers::read(asked.models).map_err(|_| Error::Gone)?;
    let paper = dossier.papers.iter().find(|paper| paper.id.as_str() == asked.paper).ok_or(Error::Gone)?;
    let model = models.model(&paper.model).ok_or(Error::Gone)?;
    let report = paper::compose(model, &Context { framework: &framework, dossier: &dossier, paper, today });
    let mut progress = Progress::new(blocks::steps(&report.blocks), tell);
    let (bytes, kind, ending) = match kind {
        Kind::Html => (html::write(&report, &mut progress)?, kind, "html"),
        _ => (odt::write(&report, today, &mut progress)?, Kind::Odt, "odt"),
    };
    let name = documents::named(&dossier, today, &format!("{}.{ending}", model.id));
    Ok(Document { name, mime: kind.mime(), bytes })
}

/// The référentiel and the dossier, when they go together.
fn read(framework_text: &str, dossier_text: &str) -> Result<(Framework, Dossier), Error> {
    let framework = framework::read(framework_text).map_err(Error::Framework)?;
    let dossier = documents::read_stored(dossier_text).map_err(Error::Dossier)?.dossier;
    if !dossier.framework.is_served_by(&framework) {
        let made_with = &dossier.framework;
        return Err(Error::Foreign { id: made_with.id.as_str().to_owned(), version: made_with.version.clone() });
    }
    Ok((framework, dossier))
}

/// The end of the file’s name; a letter says to whom.
fn ending(kind: Kind, subject: &Subject, options: &Options) -> String {
    let reach = (kind == Kind::Letter).then(|| Reach::parse(&options.about)).flatten();
    reach.map_or_else(
        || kind.ending().to_owned(),
        |reach| crate::texts::letter::file_ending(reach, &subject.dossier.school),
    )
}

fn bytes(
    kind: Kind,
    subject: &Subject,
    options: &Options,
    tell: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Vec<u8>, Error> {
    match kind {
        Kind::Odt | Kind::Html => {
            if options.parts.is_empty() {
                return Err(Error::NoPart);
            }
            let report = report::report(subject, options);
            let mut progress = Progress::new(blocks::steps(&report.blocks), tell);
            match kind {
                Kind::Odt => odt::write(&report, subject.today, &mut progress),
                _ => html::write(&report, &mut progress),
            }
        }
        Kind::Ods => {
            let title = report::title(subject);
            let sheets = [
                sheets::answers(subject, options.notes),
                sheets::results(subject),
                sheets::plan(subject, options.notes),
                sheets::indicators(subject),
                sheets::actors(subject),
            ];
            ods::write(&title, &sheets, subject.today, tell)
        }
        Kind::OdsPlan => one_sheet(sheets::plan(subject, options.notes), subject.today, tell),
        Kind::OdsIndicators => one_sheet(sheets::indicators(subject), subject.today, tell),
        Kind::OdsActors => one_sheet(sheets::actors(subject), subject.today, tell),
        Kind::CsvAnswers => csv::write(&sheets::answers(subject, options.notes), tell),
        Kind::CsvResults => csv::write(&sheets::results(subject), tell),
        Kind::CsvPlan => csv::write(&sheets::plan(subject, options.notes), tell),
        Kind::CsvIndicators => csv::write(&sheets::indicators(subject), tell),
        Kind::CsvActors => csv::write(&sheets::actors(subject), tell),
        Kind::Letter => {
            let letter = Reach::parse(&options.about).and_then(|reach| letter::letter(subject, reach));
            let letter = letter.ok_or(Error::Gone)?;
            odt::write_bare(&letter, subject.today, &mut Progress::new(blocks::steps(&letter.blocks), tell))
        }
        Kind::Workshop | Kind::CsvDiagnosis | Kind::CsvNeeds | Kind::CsvDecided => {
            let named = subject.dossier.workshops.iter().find(|workshop| workshop.id.as_str() == options.about);
            of_workshop(kind, subject, named.ok_or(Error::Gone)?, tell)
        }
    }
}

/// A table alone, named by itself.
fn one_sheet(table: Table, today: Day, tell: &mut dyn FnMut(u32, u32) -> bool) -> Result<Vec<u8>, Error> {
    ods::write(&table.caption.clone(), &[table], today, tell)
}

fn of_workshop(
    kind: Kind,
    subject: &Subject,
    named: &Workshop,
    tell: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Vec<u8>, Error> {
    match kind {
        Kind::CsvDiagnosis => csv::write(&workshop::diagnosis(subject, named), tell),
        Kind::CsvNeeds => csv::write(&workshop::needs(subject, named), tell),
        Kind::CsvDecided => csv::write(&workshop::plan(subject, named), tell),
        _ => {
            let report = workshop::report(subject, named);
            odt::write_bare(&report, subject.today, &mut Progress::new(blocks::steps(&report.blocks), tell))
        }
    }
}

//! The models of the documents that a school adapts: words that we propose, with blanks to fill, as data.
//!
//! They are written in TOML under `content/papers/`, one file a model, compiled into one file by the `content` tool and
//! fetched when a document is opened. A text holds blanks, « [date] », and names of the school, « {conseil} », that
//! `texts::papers` says by type. Nothing here is legal advice, and no model is without those who must read it
//! again: [`faults`] refuses it.

mod check;

pub use check::faults;

use crate::framework::SchoolType;
use crate::json::{self, Object};
use crate::names::{CriterionId, words};
use serde::{Deserialize, Serialize};

/// The file that holds the models, in the app’s folder.
pub const FILE: &str = "papers.json";

/// The model of the continuity plan, which has drills.
pub const CONTINUITY: &str = "continuite";
/// The model that speaks of a decided action.
pub const FLAGSHIP: &str = "phare";

/// All the models, in the order in which they are proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Models {
    pub models: Vec<Model>,
}

/// A document to adapt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// The name of its file.
    #[serde(default)]
    pub id: String,
    /// Its place among the others.
    pub rank: u32,
    pub title: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// What to know before using it; said on the screen only.
    #[serde(default)]
    pub advice: Vec<String>,
    /// Who reads it again before it is used, by type of school where it differs.
    pub review: Vec<Review>,
    /// One section a screen.
    #[serde(default)]
    pub guided: bool,
    pub sections: Vec<Section>,
}

/// Someone who reads the document again, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    pub who: String,
    pub why: String,
    /// Empty: everywhere.
    #[serde(default)]
    pub applies_to: Vec<SchoolType>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub id: String,
    /// Empty: the document begins without one.
    #[serde(default)]
    pub title: String,
    pub layout: Layout,
    /// How to fill it; said on the screen only.
    #[serde(default)]
    pub hint: String,
    #[serde(default)]
    pub fields: Vec<Field>,
}

words!(
    /// How a part stands on the paper.
    Layout {
        /// Paragraphs and lists.
        Text = "texte",
        /// A line a field: its name, and what is written there.
        Table = "tableau",
        /// The log of the drills.
        Drills = "exercices",
    }
);

/// Something to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub id: String,
    pub label: String,
    /// Printed without its label.
    #[serde(default)]
    pub bare: bool,
    /// The words proposed.
    #[serde(default)]
    pub text: String,
    /// One of these, when it is a choice.
    #[serde(default)]
    pub options: Vec<String>,
    /// What of the dossier comes instead of the words proposed, when there is something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Source>,
    /// For decided actions and indicators: of which questions.
    #[serde(default)]
    pub criteria: Vec<CriterionId>,
    /// Empty: everywhere.
    #[serde(default)]
    pub applies_to: Vec<SchoolType>,
}

words!(
    /// What of the dossier fills a field.
    Source {
        ItemTitle = "action-titre",
        ItemSummary = "action-resume",
        ItemLeads = "action-pilotes",
        ItemInvolved = "action-acteurs",
        ItemDue = "action-echeance",
        ItemFinancial = "action-financier",
        ItemHuman = "action-humain",
        ItemLegal = "action-juridique",
        ItemEffort = "action-effort",
        ItemHorizon = "action-temporalite",
        ItemIndicators = "action-indicateurs",
        Pupils = "effectif",
        /// Whom to call: roles, never names.
        Actors = "annuaire",
        Decided = "decide",
        Indicators = "indicateurs",
    }
);

/// The names of the school that a text may hold between braces.
pub const NAMES: [&str; 13] = [
    "nom",
    "commune",
    "etablissement",
    "du",
    "au",
    "conseil",
    "projet",
    "equipe",
    "collectivite",
    "de-collectivite",
    "a-collectivite",
    "responsable",
    "appui",
];

/// How many blanks a text holds: « [date] ».
#[must_use]
pub fn blanks(text: &str) -> usize {
    text.split('[').skip(1).filter(|rest| rest.split(['[', '\n']).next().is_some_and(|rest| rest.contains(']'))).count()
}

impl Models {
    /// A model by its id.
    #[must_use]
    pub fn model(&self, id: &str) -> Option<&Model> {
        self.models.iter().find(|model| model.id == id)
    }
}

impl Model {
    /// Every field.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
}

/// Reads the file of the models.
///
/// # Errors
/// The first fault, with its place.
pub fn read(text: &str) -> Result<Models, String> {
    json::read(text, |o| Some(Models { models: o.list("models", model) }))
}

fn model(o: &mut Object) -> Option<Model> {
    Some(Model {
        id: o.text("id"),
        rank: o.number("rank"),
        title: o.text("title"),
        purpose: o.text("purpose"),
        advice: o.words("advice", own),
        review: o.list("review", review),
        guided: o.flag("guided"),
        sections: o.list("sections", section),
    })
}

fn review(o: &mut Object) -> Option<Review> {
    Some(Review { who: o.text("who"), why: o.text("why"), applies_to: o.words("applies_to", SchoolType::parse) })
}

fn section(o: &mut Object) -> Option<Section> {
    Some(Section {
        id: o.text("id"),
        title: o.text("title"),
        layout: o.word("layout", Layout::parse)?,
        hint: o.text("hint"),
        fields: o.list("fields", field),
    })
}

fn field(o: &mut Object) -> Option<Field> {
    Some(Field {
        id: o.text("id"),
        label: o.text("label"),
        bare: o.flag("bare"),
        text: o.text("text"),
        options: o.words("options", own),
        from: if o.has("from") { Some(o.word("from", Source::parse)?) } else { None },
        criteria: o.words("criteria", CriterionId::parse),
        applies_to: o.words("applies_to", SchoolType::parse),
    })
}

fn own(text: &str) -> Option<String> {
    Some(text.to_owned())
}

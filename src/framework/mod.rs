//! The référentiel: questions and their paliers, actions, indicators, sources. Data, versioned, read-only.
//!
//! The types mirror the public format `paliers-framework` (schema 1, `public/schemas/`). This module reads it
//! ([`read`]), lists its faults ([`coherence`]; [`check`] for a file written elsewhere) and says what of its sources it
//! answers ([`coverage`]); [`search`] and [`glossary`] find its words. It computes nothing about a school. It refuses
//! what it cannot read rather than guess: a framework is written by people who can be told what is wrong.

pub mod check;
pub mod coherence;
pub mod coverage;
pub mod crosswalk;
pub mod glossary;
pub mod index;
mod level;
mod read;
pub mod search;
pub mod semver;
mod vocabulary;

pub use level::Level;
pub use read::{FORMAT, Refusal, SCHEMA, read};
pub use vocabulary::{
    Champ, ChangeKind, Crcn, CrcnEdu, Dependence, DigCompEdu, Horizon, Period, PropositionKind, Reach, SchoolType,
    Selfie,
};

use crate::names::{ActionId, CriterionId, FrameworkId, SubThemeId, ThematiqueId};
use serde::{Deserialize, Serialize};

/// A whole référentiel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// Always `paliers-framework`.
    pub format: String,
    /// Version of the format, 1.
    pub schema: u32,
    /// Stable id, also the name of its file.
    pub id: FrameworkId,
    /// Semantic version of the content.
    pub version: String,
    /// Language of the texts, `fr`.
    pub lang: String,
    /// Title on the screen.
    pub title: String,
    /// Licence of the content.
    pub licence: String,
    /// The four tiers, 0 to 3, in order.
    pub tiers: Vec<Tier>,
    /// The share of a thématique that must be at a tier.
    pub tier_rule: TierRule,
    /// In the order of the screens.
    pub thematiques: Vec<Thematique>,
    /// The questions, in order.
    pub criteria: Vec<Criterion>,
    /// The actions, in order.
    pub actions: Vec<Action>,
    /// What a school can count.
    pub indicators: Vec<Indicator>,
    /// The register of the sources.
    pub propositions: Vec<Proposition>,
    /// Words explained.
    #[serde(default)]
    pub glossary: Vec<Term>,
    /// The moments of a school year.
    pub periods: Vec<PeriodSpan>,
    /// How ids changed since earlier versions.
    #[serde(default)]
    pub changes: Vec<Change>,
}

/// A tier, or palier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    /// 0 to 3.
    pub level: Level,
    /// « partagé ».
    pub name: String,
    /// What the tier means, in a sentence.
    pub meaning: String,
}

/// Rule 3 of the calculation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TierRule {
    /// Hundredths of the weight that must be at the tier or above.
    pub share: u32,
}

/// One of the five subjects.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thematique {
    /// `acces`…
    pub id: ThematiqueId,
    /// Full title.
    pub title: String,
    /// Short name, for charts.
    pub short: String,
    /// A sentence.
    pub summary: String,
    /// Its sous-thématiques, in order.
    pub sub_themes: Vec<SubTheme>,
}

/// One screen of questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubTheme {
    /// `acces.egalite`.
    pub id: SubThemeId,
    /// Title.
    pub title: String,
}

/// A question with one observable fact a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Begins with its sous-thématique's id.
    pub id: CriterionId,
    /// The sous-thématique it belongs to.
    pub sub_theme: SubThemeId,
    /// Short name, used in lists.
    pub title: String,
    /// The question asked aloud.
    pub question: String,
    /// How to settle the usual hesitation in a minute.
    pub decide: String,
    /// 1 to 5.
    pub weight: u32,
    /// Whether a palier requires it.
    pub core: bool,
    /// Whether it is one of « L’essentiel ».
    pub essential: bool,
    /// School types it applies to; empty: all.
    #[serde(default)]
    pub applies_to: Vec<SchoolType>,
    /// Whose decision it depends on.
    pub depends_on: Vec<Dependence>,
    /// Four facts, 0 to 3, in order.
    pub levels: Vec<Fact>,
    /// Documents or measures that could support an answer.
    #[serde(default)]
    pub proofs: Vec<String>,
    /// Ids of indicators.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Proposed correspondences with other frameworks.
    #[serde(default)]
    pub crosswalk: Crosswalk,
    /// Ids of the register.
    pub sources: Vec<String>,
}

/// What one can see in the school at a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// The level.
    pub level: Level,
    /// One sentence.
    pub text: String,
    /// « À quoi le voit-on ? »
    #[serde(default)]
    pub signs: Vec<String>,
}

/// Proposed correspondences; codes of the other frameworks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Crosswalk {
    /// Champs d’action of the academic paliers.
    pub creteil: Vec<String>,
    /// Areas A to H.
    pub selfie: Vec<String>,
    /// Domains for pupils.
    pub crcn: Vec<String>,
    /// Domains for teachers.
    pub crcn_edu: Vec<String>,
    /// Areas for educators.
    pub digcompedu: Vec<String>,
}

/// What a school can do to reach a level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// Begins with its criterion's id.
    pub id: ActionId,
    /// The question it moves.
    pub criterion: CriterionId,
    /// The level it makes true, 1 to 3; it presumes the one below.
    pub to: Level,
    /// The axis it serves (quoi).
    pub axis: String,
    /// What is done (comment), as a title.
    pub title: String,
    /// Two to five instructions.
    pub steps: Vec<String>,
    /// Roles in charge.
    pub leads: Vec<String>,
    /// Roles involved.
    #[serde(default)]
    pub involved: Vec<String>,
    /// This school year, the next, or beyond.
    pub horizon: Horizon,
    /// A moment of the school year.
    pub period: Period,
    /// Ids of indicators.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Success factors.
    #[serde(default)]
    pub success_factors: Vec<String>,
    /// 1 to 3.
    pub impact: u32,
    /// 1 to 3.
    pub effort: u32,
    /// Who can do it; whatever is not the school is something to ask for.
    pub reach: Reach,
    /// School types it applies to; empty: all.
    #[serde(default)]
    pub applies_to: Vec<SchoolType>,
    /// Ids of the register.
    pub sources: Vec<String>,
}

/// Something a school can count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// « % des familles », « oui ou non ».
    pub unit: String,
    /// How to measure it in one school.
    pub how: String,
    /// Published figures to compare with.
    #[serde(default)]
    pub references: Vec<Reference>,
}

/// A published figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// With its unit.
    pub value: String,
    /// Year of the survey.
    pub year: String,
    /// Who was asked.
    pub population: String,
    /// Id of the register.
    pub source: String,
}

/// An entry of the register of sources, in our own words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposition {
    /// Id.
    pub id: String,
    /// What kind of passage it is.
    pub kind: PropositionKind,
    /// What it says.
    pub title: String,
    /// The document.
    pub document: String,
    /// Where in it.
    pub section: String,
    /// Who can act on it.
    pub reach: Reach,
    /// The entry it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// Why no action answers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none_because: Option<String>,
}

/// A word of the glossary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The word.
    pub term: String,
    /// Its meaning.
    pub text: String,
}

/// When a moment of the school year begins and ends, every year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeriodSpan {
    /// The moment.
    pub id: Period,
    /// First day, `MM-DD`.
    pub first: String,
    /// Last day, `MM-DD`.
    pub last: String,
}

/// How ids of an earlier version map to this one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The version that brought the change.
    pub version: String,
    /// What happened.
    pub kind: ChangeKind,
    /// Ids before.
    pub from: Vec<String>,
    /// Ids after.
    #[serde(default)]
    pub to: Vec<String>,
}

impl Framework {
    /// The thématique of a criterion.
    #[must_use]
    pub fn thematique_of(&self, criterion: &Criterion) -> Option<&Thematique> {
        self.thematiques.iter().find(|t| t.sub_themes.iter().any(|s| s.id == criterion.sub_theme))
    }

    /// The criterion of that id.
    #[must_use]
    pub fn criterion(&self, id: &CriterionId) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.id == *id)
    }

    /// The action of that id.
    #[must_use]
    pub fn action(&self, id: &ActionId) -> Option<&Action> {
        self.actions.iter().find(|a| a.id == *id)
    }

    /// The title of an indicator, or the text itself when it is no id of this référentiel.
    #[must_use]
    pub fn indicator_title<'a>(&'a self, id_or_text: &'a str) -> &'a str {
        self.indicators.iter().find(|i| i.id == id_or_text).map_or(id_or_text, |i| &i.title)
    }

    /// The name of a tier, « partagé ».
    #[must_use]
    pub fn tier_name(&self, level: Level) -> &str {
        self.tiers.iter().find(|t| t.level == level).map_or("", |t| &t.name)
    }
}

impl Criterion {
    /// The fact of a level; empty only in a framework that [`coherence`] refuses.
    #[must_use]
    pub fn fact(&self, level: Level) -> &str {
        self.levels.iter().find(|f| f.level == level).map_or("", |f| &f.text)
    }
}

//! Reading a référentiel file. Refuses what is not one, is newer than this app, or cannot hold the screens up.

use super::{
    Action, Change, ChangeKind, Criterion, Crosswalk, Dependence, Fact, Framework, Horizon, Indicator, Level, Period,
    PeriodSpan, Proposition, PropositionKind, Reach, Reference, SchoolType, SubTheme, Term, Thematique, Tier, TierRule,
};
use crate::json::{self, Object};
use crate::names::{ActionId, CriterionId, FrameworkId, SubThemeId, ThematiqueId};
use thiserror::Error;

/// What `format` says.
pub const FORMAT: &str = "paliers-framework";
/// The version of the format this app reads.
pub const SCHEMA: u32 = 1;

/// Why a référentiel cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Not JSON, or not of the shape; with the reader's own words.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// JSON, but of another format.
    #[error("not a paliers-framework")]
    Foreign,
    /// Written for a later version of Paliers.
    #[error("schema {0} is newer than {SCHEMA}")]
    TooNew(u32),
    /// Without tiers, thématiques or criteria, or with a criterion that lacks a level.
    #[error("incomplete: {0}")]
    Incomplete(&'static str),
}

/// Reads the text of a `paliers-framework` file.
///
/// # Errors
/// The first reason why it cannot be used.
pub fn read(text: &str) -> Result<Framework, Refusal> {
    let envelope = |o: &mut Object| {
        let format = if o.has("format") { o.text("format") } else { String::new() };
        let schema = if o.has("schema") { o.number("schema") } else { 0 };
        Some((format, schema))
    };
    let (format, schema) = json::read(text, envelope).map_err(Refusal::Unreadable)?;
    if format != FORMAT {
        return Err(Refusal::Foreign);
    }
    if schema > SCHEMA {
        return Err(Refusal::TooNew(schema));
    }
    let framework = whole(text).map_err(Refusal::Unreadable)?;
    let four = |levels: Vec<Level>| levels == Level::ALL;
    if !four(framework.tiers.iter().map(|t| t.level).collect()) {
        return Err(Refusal::Incomplete("tiers"));
    }
    if framework.thematiques.is_empty() || framework.criteria.is_empty() {
        return Err(Refusal::Incomplete("criteria"));
    }
    if !framework.criteria.iter().all(|c| four(c.levels.iter().map(|f| f.level).collect())) {
        return Err(Refusal::Incomplete("levels"));
    }
    Ok(framework)
}

/// Every field, whatever the whole can hold up.
pub(super) fn whole(text: &str) -> Result<Framework, String> {
    json::read(text, framework)
}

// In each reader, what refuses stands before what may be empty: little is left to drop on the way out.

fn framework(o: &mut Object) -> Option<Framework> {
    Some(Framework {
        id: o.word("id", FrameworkId::parse)?,
        format: o.text("format"),
        schema: o.number("schema"),
        version: o.text("version"),
        lang: o.text("lang"),
        title: o.text("title"),
        licence: o.text("licence"),
        tiers: o.list("tiers", tier),
        tier_rule: TierRule { share: o.part("tier_rule", |rule| rule.number("share")).unwrap_or_default() },
        thematiques: o.list("thematiques", thematique),
        criteria: o.list("criteria", criterion),
        actions: o.list("actions", action),
        indicators: o.list("indicators", indicator),
        propositions: o.list("propositions", proposition),
        glossary: o.list_if_any("glossary", |o| Some(Term { term: o.text("term"), text: o.text("text") })),
        periods: o.list("periods", period),
        changes: o.list_if_any("changes", change),
    })
}

fn tier(o: &mut Object) -> Option<Tier> {
    Some(Tier { level: o.level("level", Level::new)?, name: o.text("name"), meaning: o.text("meaning") })
}

fn thematique(o: &mut Object) -> Option<Thematique> {
    Some(Thematique {
        id: o.word("id", ThematiqueId::parse)?,
        title: o.text("title"),
        short: o.text("short"),
        summary: o.text("summary"),
        sub_themes: o
            .list("sub_themes", |o| Some(SubTheme { id: o.word("id", SubThemeId::parse)?, title: o.text("title") })),
    })
}

fn criterion(o: &mut Object) -> Option<Criterion> {
    Some(Criterion {
        id: o.word("id", CriterionId::parse)?,
        sub_theme: o.word("sub_theme", SubThemeId::parse)?,
        title: o.text("title"),
        question: o.text("question"),
        decide: o.text("decide"),
        weight: o.number("weight"),
        core: o.flag("core"),
        essential: o.flag("essential"),
        applies_to: o.words_if_any("applies_to", SchoolType::parse),
        depends_on: o.words("depends_on", Dependence::parse),
        levels: o.list("levels", fact),
        proofs: o.texts_if_any("proofs"),
        indicators: o.texts_if_any("indicators"),
        crosswalk: if o.has("crosswalk") {
            o.part("crosswalk", crosswalk).unwrap_or_default()
        } else {
            Crosswalk::default()
        },
        sources: o.texts("sources"),
    })
}

fn fact(o: &mut Object) -> Option<Fact> {
    Some(Fact { level: o.level("level", Level::new)?, text: o.text("text"), signs: o.texts_if_any("signs") })
}

fn crosswalk(o: &mut Object) -> Crosswalk {
    Crosswalk {
        creteil: o.texts_if_any("creteil"),
        selfie: o.texts_if_any("selfie"),
        crcn: o.texts_if_any("crcn"),
        crcn_edu: o.texts_if_any("crcn_edu"),
        digcompedu: o.texts_if_any("digcompedu"),
    }
}

fn action(o: &mut Object) -> Option<Action> {
    Some(Action {
        id: o.word("id", ActionId::parse)?,
        criterion: o.word("criterion", CriterionId::parse)?,
        to: o.level("to", Level::new)?,
        horizon: o.word("horizon", Horizon::parse)?,
        period: o.word("period", Period::parse)?,
        reach: o.word("reach", Reach::parse)?,
        axis: o.text("axis"),
        title: o.text("title"),
        steps: o.texts("steps"),
        leads: o.texts("leads"),
        involved: o.texts_if_any("involved"),
        indicators: o.texts_if_any("indicators"),
        success_factors: o.texts_if_any("success_factors"),
        impact: o.number("impact"),
        effort: o.number("effort"),
        applies_to: o.words_if_any("applies_to", SchoolType::parse),
        sources: o.texts("sources"),
    })
}

fn indicator(o: &mut Object) -> Option<Indicator> {
    Some(Indicator {
        id: o.text("id"),
        title: o.text("title"),
        unit: o.text("unit"),
        how: o.text("how"),
        references: o.list_if_any("references", reference),
    })
}

fn reference(o: &mut Object) -> Option<Reference> {
    Some(Reference {
        value: o.text("value"),
        year: o.text("year"),
        population: o.text("population"),
        source: o.text("source"),
    })
}

fn proposition(o: &mut Object) -> Option<Proposition> {
    Some(Proposition {
        kind: o.word("kind", PropositionKind::parse)?,
        reach: o.word("reach", Reach::parse)?,
        id: o.text("id"),
        title: o.text("title"),
        document: o.text("document"),
        section: o.text("section"),
        same_as: o.text_if_any("same_as"),
        none_because: o.text_if_any("none_because"),
    })
}

fn period(o: &mut Object) -> Option<PeriodSpan> {
    Some(PeriodSpan { id: o.word("id", Period::parse)?, first: o.text("first"), last: o.text("last") })
}

fn change(o: &mut Object) -> Option<Change> {
    Some(Change {
        kind: o.word("kind", ChangeKind::parse)?,
        version: o.text("version"),
        from: o.texts("from"),
        to: o.texts_if_any("to"),
    })
}

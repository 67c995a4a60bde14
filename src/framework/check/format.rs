//! The tables of the format: what each object of a référentiel holds. A test holds them to the reader.

use crate::framework::{ChangeKind, Dependence, Horizon, Period, PropositionKind, Reach, SchoolType};

/// What a value should be.
pub(super) enum Kind {
    /// One exact text.
    Exactly(&'static str),
    Text,
    /// A text that must not be taken for a sentence: its neutral value.
    Like(&'static str),
    Id,
    Number,
    Flag,
    /// 0 to 3.
    Level,
    /// A word of a closed list.
    Word(fn() -> Vec<&'static str>),
    Texts,
    Words(fn() -> Vec<&'static str>),
    Part(&'static Shape),
    List(&'static Shape),
}

/// An object: how a place names it, and its fields.
pub(super) struct Shape {
    pub name: &'static str,
    /// Counted from 0, as the paliers are, or from 1.
    pub first: usize,
    pub fields: &'static [(&'static str, Kind, bool)],
}

use Kind::{Exactly, Flag, Id, Level, Like, List, Number, Part, Text, Texts, Word, Words};

const MUST: bool = true;
const MAY: bool = false;

fn spelled<W: Copy + Into<&'static str>>(words: &[W]) -> Vec<&'static str> {
    words.iter().map(|word| (*word).into()).collect()
}

pub(super) static FRAMEWORK: Shape = Shape {
    name: "référentiel",
    first: 1,
    fields: &[
        ("format", Exactly(crate::framework::FORMAT), MUST),
        ("schema", Number, MUST),
        ("id", Id, MUST),
        ("version", Like("1.0.0"), MUST),
        ("lang", Exactly("fr"), MUST),
        ("title", Text, MUST),
        ("licence", Text, MUST),
        ("tiers", List(&TIER), MUST),
        ("tier_rule", Part(&RULE), MUST),
        ("thematiques", List(&THEMATIQUE), MUST),
        ("criteria", List(&CRITERION), MUST),
        ("actions", List(&ACTION), MUST),
        ("indicators", List(&INDICATOR), MUST),
        ("propositions", List(&PROPOSITION), MUST),
        ("glossary", List(&TERM), MAY),
        ("periods", List(&PERIOD), MUST),
        ("changes", List(&CHANGE), MAY),
    ],
};
static TIER: Shape = Shape {
    name: "palier",
    first: 0,
    fields: &[("level", Level, MUST), ("name", Text, MUST), ("meaning", Text, MUST)],
};
static RULE: Shape = Shape { name: "règle des paliers", first: 1, fields: &[("share", Number, MUST)] };
static THEMATIQUE: Shape = Shape {
    name: "thématique",
    first: 1,
    fields: &[
        ("id", Id, MUST),
        ("title", Text, MUST),
        ("short", Text, MUST),
        ("summary", Text, MUST),
        ("sub_themes", List(&SUB_THEME), MUST),
    ],
};
static SUB_THEME: Shape =
    Shape { name: "sous-thématique", first: 1, fields: &[("id", Id, MUST), ("title", Text, MUST)] };
static CRITERION: Shape = Shape {
    name: "question",
    first: 1,
    fields: &[
        ("id", Id, MUST),
        ("sub_theme", Id, MUST),
        ("title", Text, MUST),
        ("question", Text, MUST),
        ("decide", Text, MUST),
        ("weight", Number, MUST),
        ("core", Flag, MUST),
        ("essential", Flag, MUST),
        ("applies_to", Words(|| spelled(SchoolType::ALL)), MAY),
        ("depends_on", Words(|| spelled(Dependence::ALL)), MUST),
        ("levels", List(&FACT), MUST),
        ("proofs", Texts, MAY),
        ("indicators", Texts, MAY),
        ("crosswalk", Part(&CROSSWALK), MAY),
        ("sources", Texts, MUST),
    ],
};
static FACT: Shape =
    Shape { name: "niveau", first: 0, fields: &[("level", Level, MUST), ("text", Text, MUST), ("signs", Texts, MAY)] };
static CROSSWALK: Shape = Shape {
    name: "correspondances",
    first: 1,
    fields: &[
        ("creteil", Texts, MAY),
        ("selfie", Texts, MAY),
        ("crcn", Texts, MAY),
        ("crcn_edu", Texts, MAY),
        ("digcompedu", Texts, MAY),
    ],
};
static ACTION: Shape = Shape {
    name: "action",
    first: 1,
    fields: &[
        ("id", Id, MUST),
        ("criterion", Id, MUST),
        ("to", Level, MUST),
        ("axis", Text, MUST),
        ("title", Text, MUST),
        ("steps", Texts, MUST),
        ("leads", Texts, MUST),
        ("involved", Texts, MAY),
        ("horizon", Word(|| spelled(Horizon::ALL)), MUST),
        ("period", Word(|| spelled(Period::ALL)), MUST),
        ("indicators", Texts, MAY),
        ("success_factors", Texts, MAY),
        ("impact", Number, MUST),
        ("effort", Number, MUST),
        ("reach", Word(|| spelled(Reach::ALL)), MUST),
        ("applies_to", Words(|| spelled(SchoolType::ALL)), MAY),
        ("sources", Texts, MUST),
    ],
};
static INDICATOR: Shape = Shape {
    name: "indicateur",
    first: 1,
    fields: &[
        ("id", Like("sans-identifiant"), MUST),
        ("title", Text, MUST),
        ("unit", Text, MUST),
        ("how", Text, MUST),
        ("references", List(&REFERENCE), MAY),
    ],
};
static REFERENCE: Shape = Shape {
    name: "repère",
    first: 1,
    fields: &[("value", Text, MUST), ("year", Text, MUST), ("population", Text, MUST), ("source", Text, MUST)],
};
static PROPOSITION: Shape = Shape {
    name: "source",
    first: 1,
    fields: &[
        ("id", Like("sans-identifiant"), MUST),
        ("kind", Word(|| spelled(PropositionKind::ALL)), MUST),
        ("title", Text, MUST),
        ("document", Text, MUST),
        ("section", Text, MUST),
        ("reach", Word(|| spelled(Reach::ALL)), MUST),
        ("same_as", Text, MAY),
        ("none_because", Text, MAY),
    ],
};
static TERM: Shape = Shape { name: "lexique", first: 1, fields: &[("term", Text, MUST), ("text", Text, MUST)] };
static PERIOD: Shape = Shape {
    name: "période",
    first: 1,
    fields: &[
        ("id", Word(|| spelled(Period::ALL)), MUST),
        ("first", Like("01-01"), MUST),
        ("last", Like("01-01"), MUST),
    ],
};
static CHANGE: Shape = Shape {
    name: "changement",
    first: 1,
    fields: &[
        ("version", Like("1.0.0"), MUST),
        ("kind", Word(|| spelled(ChangeKind::ALL)), MUST),
        ("from", Texts, MUST),
        ("to", Texts, MAY),
    ],
};

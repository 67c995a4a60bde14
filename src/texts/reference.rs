//! The référentiel in words: its questions in groups, for whom they are, what a figure rests on, what a source became.

use super::crosswalk;
use super::format::{NB, count, list, lower};
use super::school::type_label;
use crate::domain::School;
use crate::framework::coverage::{Entry, Row};
use crate::framework::crosswalk::{by_champ, by_selfie};
use crate::framework::search::Hit;
use crate::framework::{Criterion, Dependence, Framework, PropositionKind, Reach, Reference, SchoolType};
use crate::names::{SubThemeId, words};

words!(
    /// How the questions are put in groups.
    By {
        Thematique = "thematique",
        Champ = "champ",
        Selfie = "selfie",
    }
);
words!(
    /// For which schools.
    Audience {
        Ecole = "ecole",
        College = "college",
        Lycee = "lycee",
        LyceePro = "lycee-pro",
    }
);

impl By {
    /// Its name in a list.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Thematique => "Par thématique",
            Self::Champ => "Par champ d’action académique",
            Self::Selfie => "Par domaine de SELFIE",
        }
    }
}

impl Audience {
    /// Its name in a list.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Ecole => "Une école",
            Self::College => "Un collège",
            Self::Lycee => "Un lycée général et technologique",
            Self::LyceePro => "Un lycée professionnel",
        }
    }

    /// Whether a question is asked there.
    #[must_use]
    pub fn is_asked(self, criterion: &Criterion) -> bool {
        let types = match self {
            Self::Ecole => vec![SchoolType::Maternelle, SchoolType::Elementaire],
            Self::College => vec![SchoolType::College],
            Self::Lycee => vec![SchoolType::LyceeGt],
            Self::LyceePro => vec![SchoolType::LyceePro],
        };
        School { types, ..School::default() }.is_among(&criterion.applies_to)
    }
}

/// Some questions under a title; the parts are the sous-thématiques, or one without a title.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// As in an address.
    pub id: String,
    pub title: String,
    pub summary: Option<&'a str>,
    pub parts: Vec<(Option<&'a str>, Vec<&'a Criterion>)>,
}

impl Group<'_> {
    /// How many questions it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.iter().map(|(_, criteria)| criteria.len()).sum()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The groups that hold a question for that audience, in order.
#[must_use]
pub fn groups(framework: &Framework, by: By, audience: Option<Audience>) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = match by {
        By::Thematique => thematiques(framework),
        By::Champ => by_champ(framework)
            .into_iter()
            .map(|(champ, criteria)| flat(champ.as_str(), crosswalk::champ(champ), criteria))
            .collect(),
        By::Selfie => by_selfie(framework)
            .into_iter()
            .map(|(area, criteria)| flat(area.as_str(), crosswalk::selfie(area), criteria))
            .collect(),
    };
    for group in &mut groups {
        for (_, criteria) in &mut group.parts {
            criteria.retain(|c| audience.is_none_or(|audience| audience.is_asked(c)));
        }
        group.parts.retain(|(_, criteria)| !criteria.is_empty());
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn thematiques(framework: &Framework) -> Vec<Group<'_>> {
    let of = |id: &SubThemeId| framework.criteria.iter().filter(|c| c.sub_theme == *id).collect();
    framework
        .thematiques
        .iter()
        .map(|t| Group {
            id: t.id.as_str().to_owned(),
            title: t.title.clone(),
            summary: Some(&t.summary),
            parts: t.sub_themes.iter().map(|s| (Some(s.title.as_str()), of(&s.id))).collect(),
        })
        .collect()
}

fn flat<'a>(id: &str, title: &str, criteria: Vec<&'a Criterion>) -> Group<'a> {
    Group { id: id.to_ascii_lowercase(), title: title.to_owned(), summary: None, parts: vec![(None, criteria)] }
}

/// « L’essentiel · question-clé · collège et lycée »: what sets a question apart; empty when nothing does.
#[must_use]
pub fn marks(criterion: &Criterion) -> String {
    let mut marks = Vec::new();
    if criterion.essential {
        marks.push("L’essentiel".to_owned());
    }
    if criterion.core {
        marks.push("Question-clé".to_owned());
    }
    if !criterion.applies_to.is_empty() {
        let types: Vec<String> = criterion.applies_to.iter().map(|t| lower(type_label(*t))).collect();
        marks.push(format!("Pour{NB}: {}", list(&types)));
    }
    marks.join(" · ")
}

/// « Dépend de l’école et de la collectivité. »
#[must_use]
pub fn depends(criterion: &Criterion) -> String {
    let of = |dependence: &Dependence| match dependence {
        Dependence::Ecole => "de l’école ou de l’établissement",
        Dependence::Collectivite => "de la collectivité",
        Dependence::Academie => "de l’académie",
    };
    let all: Vec<&str> = criterion.depends_on.iter().map(of).collect();
    format!("Dépend {}.", list(&all))
}

/// « 73 % · 2019 · parents d’élèves », with the document it comes from.
#[must_use]
pub fn reference(framework: &Framework, reference: &Reference) -> String {
    let source = framework.propositions.iter().find(|p| p.id == reference.source);
    let source = source.map(|p| format!(" · {}, {}", p.document, p.section)).unwrap_or_default();
    format!("{}{NB}: {}, {}{source}", reference.value, reference.population, reference.year)
}

/// The proposed correspondences of a question, each with the name of the other framework; those without any are left out.
#[must_use]
pub fn correspondences(criterion: &Criterion) -> Vec<(&'static str, String)> {
    use crate::framework::{Champ, Crcn, CrcnEdu, DigCompEdu, Selfie};
    fn named(codes: &[String], name: fn(&str) -> Option<&'static str>) -> String {
        codes.iter().filter_map(|code| name(code)).collect::<Vec<_>>().join(" · ")
    }
    let own = &criterion.crosswalk;
    let all = [
        ("Champs d’action académiques", named(&own.creteil, |c| Champ::parse(c).map(crosswalk::champ))),
        ("SELFIE", named(&own.selfie, |c| Selfie::parse(c).map(crosswalk::selfie))),
        ("CRCN (élèves)", named(&own.crcn, |c| Crcn::parse(c).map(crosswalk::crcn))),
        ("CRCN Édu (enseignants)", named(&own.crcn_edu, |c| CrcnEdu::parse(c).map(crosswalk::crcn_edu))),
        ("DigCompEdu", named(&own.digcompedu, |c| DigCompEdu::parse(c).map(crosswalk::digcompedu))),
    ];
    all.into_iter().filter(|(_, names)| !names.is_empty()).collect()
}

/// Who can act on an entry of the register.
#[must_use]
pub fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Etablissement => "À la portée d’une école ou d’un établissement",
        Reach::Collectivite => "Relève de la collectivité",
        Reach::Academie => "Relève de l’académie",
        Reach::National => "Relève de l’État",
    }
}

/// What kind of passage an entry is.
#[must_use]
pub fn kind(kind: PropositionKind) -> &'static str {
    match kind {
        PropositionKind::Proposition => "proposition",
        PropositionKind::Group => "proposition et action",
        PropositionKind::Bullet => "point de la liste",
        PropositionKind::Row => "ligne de tableau",
        PropositionKind::Passage => "passage",
    }
}

/// Why no action answers an entry.
#[must_use]
pub fn unanswered(entry: &Entry) -> String {
    match &entry.proposition.none_because {
        Some(why) => format!("Aucune action, parce que{NB}: {}", lower(why)),
        None => "Aucune action ne répond encore à cette entrée.".to_owned(),
    }
}

/// The sentence above the table of coverage.
#[must_use]
pub fn coverage(whole: &Row) -> String {
    let entries = count(whole.entries, "entrée relevée", "entrées relevées");
    let left = match whole.left_out.len() {
        0 => "Aucune n’est laissée de côté sans raison.".to_owned(),
        n => format!("{} encore une action ou une raison.", count(n, "attend", "attendent")),
    };
    format!("{entries} dans les documents. Une action répond à {} d’entre elles. {left}", whole.cited)
}

/// What a search found, above its list.
#[must_use]
pub fn found(asked: &str, hits: usize) -> String {
    match hits {
        0 => format!("Rien ne contient «{NB}{asked}{NB}». Essayez un mot plus court, ou un seul mot."),
        n => format!("{} pour «{NB}{asked}{NB}»", count(n, "résultat", "résultats")),
    }
}

/// What a hit is, and the text that was found.
#[must_use]
pub fn hit(framework: &Framework, hit: Hit) -> (String, String) {
    match hit {
        Hit::Question(c) => ("Question".to_owned(), c.question.clone()),
        Hit::Fact(c, level) => {
            (format!("Palier{NB}: {}", super::results::level(framework, level)), c.fact(level).to_owned())
        }
        Hit::Action(a) => ("Action".to_owned(), a.title.clone()),
        Hit::Term(t) => ("Lexique".to_owned(), t.text.clone()),
    }
}

/// What a référentiel holds: « 42 questions, dont 16 essentielles, 138 actions ».
#[must_use]
pub fn contents(framework: &Framework) -> String {
    let essential = framework.criteria.iter().filter(|c| c.essential).count();
    format!(
        "{}, dont {}, {}",
        count(framework.criteria.len(), "question", "questions"),
        count(essential, "essentielle", "essentielles"),
        count(framework.actions.len(), "action", "actions"),
    )
}

/// « Page 2 sur 5 ».
#[must_use]
pub fn page(page: usize, of: usize) -> String {
    format!("Page {} sur {of}", page + 1)
}

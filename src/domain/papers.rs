//! The documents that a school adapts: which model each follows, the words put in place of the model’s, and, for the
//! continuity plan, its drills.
//!
//! What the dossier keeps is what the school wrote; the words of the models are content. A drill that took place is
//! told to the indicators by [`tell_indicators`], so that nothing is counted by hand. No drill is about a person.

use super::commands::{Command, Placed};
use super::dates::Day;
use super::dossier::Dossier;
use super::indicators::{Indicator, Measure};
use super::order::by_rank;
use crate::extra::Extra;
use crate::names::{IndicatorId, PaperId, PlanItemId};

/// A document that the school adapts.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    pub extra: Extra,
    pub id: PaperId,
    /// The id of the model it follows.
    pub model: String,
    /// The decided action it speaks of.
    pub item: Option<PlanItemId>,
    /// The words put in place of the model’s.
    pub values: Vec<Entry>,
    /// The drills of a continuity plan, in any order.
    pub drills: Vec<Drill>,
    /// The last change: an instant, RFC 3339 UTC.
    pub at: Option<String>,
}

/// A field of a document and what the school wrote there; an emptied field stays empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    pub extra: Extra,
    pub id: String,
    pub text: String,
}

/// A drill, planned or done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drill {
    pub extra: Extra,
    pub id: String,
    pub date: Option<Day>,
    pub done: bool,
    /// What was tried, or will be.
    pub tried: String,
    pub worked: String,
    /// What is to be mended.
    pub mend: String,
    /// How many passages of the plan were corrected afterwards.
    pub corrections: String,
    /// The share of pupils who found the work of the day.
    pub reached: String,
    /// Raised at each change, for calendars.
    pub sequence: u32,
}

/// An indicator that drills tell, and what one of them says of it.
pub struct Told {
    /// Its id in the dossier; in the référentiel too, unless `title` names it here.
    pub id: &'static str,
    /// Its name and unit when the référentiel has none.
    pub own: Option<(&'static str, &'static str)>,
    value: fn(&Drill) -> &str,
}

/// How many drills there were in a school year: the one indicator that is counted.
pub const DRILLS_OF_THE_YEAR: &str = "exercices-de-l-annee";

/// The indicators that drills tell.
pub const TOLD: [Told; 3] = [
    Told {
        id: DRILLS_OF_THE_YEAR,
        own: Some(("Exercices du plan de continuité dans l’année scolaire", "nombre")),
        value: |_| "",
    },
    Told { id: "gouvernance.exercice-corrections", own: None, value: |drill| &drill.corrections },
    Told { id: "gouvernance.eleves-joints", own: None, value: |drill| &drill.reached },
];

impl Paper {
    /// A document that says what its model says.
    #[must_use]
    pub fn new(id: PaperId, model: &str) -> Self {
        Self {
            extra: Extra::default(),
            id,
            model: model.to_owned(),
            item: None,
            values: Vec::new(),
            drills: Vec::new(),
            at: None,
        }
    }

    /// What the school wrote in a field, if it did.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<&str> {
        self.values.iter().find(|entry| entry.id == field).map(|entry| entry.text.as_str())
    }

    /// Writes in a field; none gives it back the words of the model.
    pub fn write(&mut self, field: &str, text: Option<String>) {
        match (self.values.iter().position(|entry| entry.id == field), text) {
            (Some(at), Some(text)) => self.values[at].text = text,
            (Some(at), None) => drop(self.values.remove(at)),
            (None, Some(text)) => {
                self.values.push(Entry { extra: Extra::default(), id: field.to_owned(), text });
            }
            (None, None) => {}
        }
    }

    /// The drills by day; those without one come last.
    #[must_use]
    pub fn drills_by_day(&self) -> Vec<&Drill> {
        let rank = |drill: &&Drill| drill.date.map_or(u64::MAX, rank_of);
        by_rank(self.drills.iter().collect(), rank)
    }
}

impl Drill {
    /// One that says nothing yet.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self { id, ..Self::default() }
    }
}

fn rank_of(day: Day) -> u64 {
    u64::try_from(Day::EPOCH.days_to(day)).map_or(0, |days| days + 1)
}

/// Puts a document in the dossier or takes it away, and with it, in one step, what its drills say to the indicators.
/// `title` gives the name and the unit of an indicator of the référentiel that is not followed yet.
#[must_use]
pub fn change(
    dossier: &Dossier,
    id: &PaperId,
    paper: Option<Paper>,
    title: impl Fn(&str) -> (String, String),
) -> Command {
    let others = dossier.papers.iter().filter(|own| own.id != *id);
    let drills: Vec<&Drill> = others.chain(&paper).flat_map(|paper| &paper.drills).collect();
    let mut commands = tell_indicators(dossier, &drills, title);
    let paper = Command::Paper { id: id.clone(), paper: paper.map(Placed::last) };
    if commands.is_empty() {
        return paper;
    }
    commands.insert(0, paper);
    Command::All(commands)
}

/// The indicators that change for these drills to be told. A value that came from a drill follows it, and leaves with
/// it; a value written by hand stays.
fn tell_indicators(dossier: &Dossier, drills: &[&Drill], title: impl Fn(&str) -> (String, String)) -> Vec<Command> {
    let done: Vec<&Drill> = drills.iter().copied().filter(|drill| drill.done && drill.date.is_some()).collect();
    let mut commands = Vec::new();
    for told in &TOLD {
        let Some(id) = IndicatorId::parse(told.id) else { continue };
        let followed = dossier.indicators.iter().find(|own| own.reference == told.id || own.id == id);
        let mut values = said(told, &done);
        if followed.is_none() && values.is_empty() {
            continue;
        }
        let mut indicator = followed.cloned().unwrap_or_else(|| named(id, told, &title));
        for value in &mut values {
            let known = indicator.values.iter().find(|known| known.drill == value.drill);
            value.extra = known.map(|known| known.extra.clone()).unwrap_or_default();
        }
        indicator.values.retain(|measure| measure.drill.is_none());
        indicator.values.append(&mut values);
        if followed != Some(&indicator) {
            commands.push(Command::Indicator { id: indicator.id.clone(), indicator: Some(Placed::last(indicator)) });
        }
    }
    commands
}

fn named(id: IndicatorId, told: &Told, title: impl Fn(&str) -> (String, String)) -> Indicator {
    let (reference, (title, unit)) = match told.own {
        Some((title, unit)) => (String::new(), (title.to_owned(), unit.to_owned())),
        None => (told.id.to_owned(), title(told.id)),
    };
    Indicator { reference, title, unit, ..Indicator::new(id) }
}

/// What the drills say of an indicator: a dated value each.
fn said(told: &Told, done: &[&Drill]) -> Vec<Measure> {
    let in_order = by_rank(done.to_vec(), |drill| drill.date.map_or(0, rank_of));
    let mut values = Vec::new();
    for (index, drill) in in_order.iter().enumerate() {
        let year = drill.date.map(Day::school_year);
        let value = if told.id == DRILLS_OF_THE_YEAR {
            in_order[..=index].iter().filter(|other| other.date.map(Day::school_year) == year).count().to_string()
        } else {
            (told.value)(drill).trim().to_owned()
        };
        if !value.is_empty() {
            values.push(Measure { extra: Extra::default(), date: drill.date, value, drill: Some(drill.id.clone()) });
        }
    }
    values
}

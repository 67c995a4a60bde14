//! « À demander à… » of several schools, by addressee: each commune, the Département, the Région, the académie.
//!
//! The schools that ask the same addressee are a selection as any other: counted when [`super::shield`] lets it through,
//! else said without a figure, once they agree.

use super::ways::{is_decided, is_useful};
use super::{Kind, Member, View};
use crate::domain::order::by_rank_down;
use crate::framework::{Action, Reach};

/// To whom schools ask.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Addressee {
    /// By its key; empty when the files do not say which.
    Commune(String),
    Departement,
    Region,
    /// Of schools of several kinds, or unsaid.
    Collectivite,
    Academie,
    National,
}

/// One request.
#[derive(Clone, Debug)]
pub struct Ask<'f> {
    pub action: &'f Action,
    /// How many schools could ask it or have decided to; none when withheld.
    pub schools: Option<usize>,
}

/// The requests to one addressee.
#[derive(Clone, Debug)]
pub struct Asks<'f> {
    pub to: Addressee,
    /// How many schools of the view it is the addressee of; none when withheld.
    pub schools: Option<usize>,
    /// Those of the most schools first. Without figures, the order of the référentiel: a rank would say as much.
    pub asks: Vec<Ask<'f>>,
}

/// The requests of the schools of a view, by addressee, communes first.
#[must_use]
pub fn asks<'a>(view: &View<'a>) -> Vec<Asks<'a>> {
    let mut addressees: Vec<Addressee> = view.kept().map(|(_, member)| local(member)).collect();
    addressees.extend([Addressee::Academie, Addressee::National]);
    addressees.sort();
    addressees.dedup();
    addressees.into_iter().map(|to| asks_to(view, to)).filter(|asks| !asks.asks.is_empty()).collect()
}

/// The collectivité that a school asks.
#[must_use]
pub fn local(member: &Member) -> Addressee {
    match member.kind {
        Kind::Ecole => Addressee::Commune(member.commune.clone()),
        Kind::College => Addressee::Departement,
        Kind::Lycee | Kind::LyceePro => Addressee::Region,
        Kind::Other => Addressee::Collectivite,
    }
}

fn asks_to<'a>(view: &View<'a>, to: Addressee) -> Asks<'a> {
    let reach = match to {
        Addressee::Academie => Reach::Academie,
        Addressee::National => Reach::National,
        _ => Reach::Collectivite,
    };
    let concerned = |member: &Member| reach != Reach::Collectivite || local(member) == to;
    let members: Vec<(usize, &Member)> = view.kept().filter(|(_, member)| concerned(member)).collect();
    let places: Vec<usize> = members.iter().map(|(place, _)| *place).collect();
    let everyone: Vec<usize> = (0..view.group.members().len()).collect();
    let counted = view.shield.lets_through(&everyone, &places);
    let actions = view.ground.actions().filter(|(_, action, _)| action.reach == reach);
    let asks = actions.filter_map(|(index, action, criterion)| {
        let asks = |m: &Member| is_useful(m, index, action, criterion) || is_decided(m, index);
        let schools = members.iter().filter(|(_, member)| asks(member)).count();
        (schools > 0).then_some(Ask { action, schools: counted.then_some(schools) })
    });
    let asks = by_rank_down(asks.collect(), |ask: &Ask| ask.schools.unwrap_or(0) as u64);
    Asks { to, schools: counted.then_some(members.len()), asks }
}

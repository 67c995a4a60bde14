//! Several schools in sentences.

#![allow(dead_code, reason = "each suite uses its part")]

use crate::build::{DossierBuilder, FrameworkBuilder, campaign, criterion, day, dossier, level};
use arbtest::arbitrary::{Result, Unstructured};
use paliers::domain::group::shield::Shield;
use paliers::domain::group::{Added, Ground, Group, Member, Places, Sieve, View, commune_key};
use paliers::domain::{Answer, Campaign, Dossier, Scope};
use paliers::framework::SchoolType::{self, College, Elementaire, LyceeGt, LyceePro, Maternelle};
use paliers::names::DossierId;

/// The kinds of schools of a territory, as sets of types.
pub const TYPES: [&[SchoolType]; 6] =
    [&[Maternelle, Elementaire], &[Elementaire], &[College], &[LyceeGt], &[LyceePro], &[]];

/// Schools of one référentiel.
pub struct Told {
    pub framework: FrameworkBuilder,
    pub places: Places,
    pub group: Group,
}

impl Told {
    pub fn new(framework: FrameworkBuilder) -> Self {
        Self { places: Places::of(&framework), group: Group::default(), framework }
    }

    pub fn ground(&self) -> Ground<'_> {
        self.places.ground(&self.framework)
    }

    /// A school of these types and commune, with what is told of it.
    pub fn school(
        mut self,
        types: &[SchoolType],
        commune: &str,
        tell: impl FnOnce(DossierBuilder) -> DossierBuilder,
    ) -> Self {
        let id = format!("d{}", self.group.members().len());
        let told = tell(named(dossier(&self.framework), &id, types, commune));
        assert_eq!(self.add(&told), Added::New);
        self
    }

    /// So many collèges of no commune at that level of the question `a`.
    pub fn at(self, number: u8, schools: usize) -> Self {
        (0..schools).fold(self, |told, _| told.school(&[College], "", |d| d.answer("a", number)))
    }

    pub fn add(&mut self, dossier: &Dossier) -> Added {
        let member = Member::of(self.places.ground(&self.framework), dossier).unwrap();
        self.group.add(member)
    }

    /// What a screen shows of them.
    pub fn seen<T>(&self, sieve: &Sieve, see: impl FnOnce(&View) -> T) -> T {
        let shield = Shield::of(&self.group);
        see(&View { ground: self.ground(), group: &self.group, shield: &shield, sieve })
    }

    /// What a screen shows of them all.
    pub fn all<T>(&self, see: impl FnOnce(&View) -> T) -> T {
        self.seen(&Sieve::default(), see)
    }
}

pub fn named(mut told: DossierBuilder, id: &str, types: &[SchoolType], commune: &str) -> DossierBuilder {
    told.id = DossierId::parse(id).unwrap();
    told.school.types = types.to_vec();
    told.school.commune = commune.to_owned();
    told
}

/// A point d’étape besides, on every question.
pub fn step(mut told: DossierBuilder, id: &str, date: &str, answers: &[(&str, u8)]) -> DossierBuilder {
    let mut new = Campaign::new(campaign(id), String::new(), day(date), Scope::Complete);
    new.answers = answers.iter().map(|(id, number)| (criterion(id), Answer::at(level(*number)))).collect();
    told.campaigns.push(new);
    told
}

pub fn in_commune(name: &str) -> Sieve {
    Sieve { commune: Some(commune_key(name)), ..Sieve::default() }
}

/// Every sieve that a screen offers for that group.
pub fn every_sieve(group: &Group) -> Vec<Sieve> {
    let kinds: Vec<_> = std::iter::once(None).chain(group.kinds().into_iter().map(Some)).collect();
    let communes: Vec<_> = std::iter::once(None).chain(group.communes().into_keys().map(Some)).collect();
    let pairs = kinds.iter().flat_map(|kind| communes.iter().map(move |commune| (kind, commune)));
    pairs.map(|(kind, commune)| Sieve { kind: *kind, commune: commune.clone() }).collect()
}

/// Up to forty schools in few communes, with few unknown answers; small groups and lopsided ones are frequent.
pub fn any_told(u: &mut Unstructured, framework: FrameworkBuilder) -> Result<Told> {
    let schools = u.int_in_range(0..=40)?;
    let (kinds, communes) = (u.int_in_range(1..=TYPES.len())?, u.int_in_range(1..=5)?);
    let ids: Vec<String> = framework.criteria.iter().map(|c| c.id.as_str().to_owned()).collect();
    let mut told = Told::new(framework);
    for _ in 0..schools {
        let types = TYPES[u.int_in_range(0..=kinds - 1)?];
        let commune = ["", "Fougères", "FOUGERES", "Vitré", "Redon"][u.int_in_range(0..=communes - 1)?];
        let mut standings = vec![];
        for id in &ids {
            let known = !u.ratio(1, 5)?;
            standings.push((id.clone(), if known { Some(u.int_in_range(0..=3)?) } else { None }));
        }
        told = told.school(types, commune, |d| {
            standings.iter().fold(d, |d, (id, level)| match level {
                Some(number) => d.answer(id, *number),
                None => d.unknown(id),
            })
        });
    }
    Ok(told)
}

//! Any school: a référentiel and a dossier with something of everything that the rules look at, for the properties.
//! What an exhausted source gives is the plainest choice, so that a counter-example shrinks to few words.

use crate::build::{DossierBuilder, FrameworkBuilder, criterion, dossier, framework};
use arbtest::arbitrary::{Result, Unstructured};
use paliers::domain::{Scope, Standing, State};
use paliers::framework::{Level, Reach, SchoolType};

/// One to four thématiques of one to five questions `t0.q0`…, with up to three actions each in an order of their own.
pub fn any_school(u: &mut Unstructured) -> Result<(FrameworkBuilder, DossierBuilder)> {
    let framework = any_framework(u)?;
    let dossier = any_dossier(u, &framework)?;
    Ok((framework, dossier))
}

/// Every standing, a known level more often than not.
pub fn any_standing(u: &mut Unstructured) -> Result<Standing> {
    Ok(match u.int_in_range(0..=9)? {
        0 => Standing::Unanswered,
        1 | 2 => Standing::Unknown,
        3 => Standing::NotApplicable,
        _ => Standing::At(*u.choose(&Level::ALL)?),
    })
}

fn any_framework(u: &mut Unstructured) -> Result<FrameworkBuilder> {
    let mut told = framework().share(u.int_in_range(1..=100)?);
    for theme in 0..u.int_in_range(1..=4)? {
        told = told.thematique(&format!("t{theme}"));
        for question in 0..u.int_in_range(1..=5)? {
            let id = format!("t{theme}.q{question}");
            told = told.criterion(&id).weight(u.int_in_range(1..=5)?);
            told = if u.ratio(1, 3)? { told.core() } else { told };
            told = if u.ratio(1, 2)? { told.essential() } else { told };
            told = if u.ratio(1, 6)? { told.asked_of(&[SchoolType::LyceePro]) } else { told };
            for number in 0..u.int_in_range(0..=3)? {
                told = told.action(&format!("{id}.a{number}"), u.int_in_range(1..=3)?);
                told = told.impact(u.int_in_range(1..=3)?).effort(u.int_in_range(1..=3)?);
                told = if u.ratio(1, 4)? { told.reach(*u.choose(Reach::ALL)?) } else { told };
                told = if u.ratio(1, 6)? { told.done_by(&[SchoolType::LyceePro]) } else { told };
            }
        }
    }
    shuffle(u, &mut told.actions)?;
    Ok(told)
}

fn any_dossier(u: &mut Unstructured, framework: &FrameworkBuilder) -> Result<DossierBuilder> {
    let mut told = dossier(framework);
    told = if u.ratio(1, 4)? { told.types(&[SchoolType::College, SchoolType::LyceePro]) } else { told };
    let mut listed = vec![];
    for question in &framework.criteria {
        let id = question.id.as_str();
        told = told.stands(id, any_standing(u)?);
        told = if u.ratio(1, 4)? { told.dots(id, u.int_in_range(0..=5)?) } else { told };
        told = if u.ratio(1, 4)? { told.target(id, u.int_in_range(0..=3)?) } else { told };
        told = if u.ratio(1, 4)? { told.plans(id, u.int_in_range(0..=3)?, *u.choose(State::ALL)?) } else { told };
        if u.ratio(1, 2)? {
            listed.push(criterion(id));
        }
    }
    for theme in &framework.thematiques {
        let number = u.int_in_range(0..=3)?;
        told = if u.ratio(1, 4)? { told.thematique_target(theme.id.as_str(), number) } else { told };
    }
    for action in &framework.actions {
        told = match u.int_in_range(0..=9)? {
            0 => told.decides(action.id.as_str(), *u.choose(State::ALL)?),
            1 => told.sets_aside(action.id.as_str()),
            _ => told,
        };
    }
    Ok(match u.int_in_range(0..=5)? {
        0 => told.scope(Scope::Essential),
        1 => told.scope(Scope::List(listed)),
        _ => told,
    })
}

/// Any order of a list.
pub fn shuffle<T>(u: &mut Unstructured, list: &mut [T]) -> Result<()> {
    for index in (1..list.len()).rev() {
        list.swap(index, u.int_in_range(0..=index)?);
    }
    Ok(())
}

//! « Fichier pour l’animateur » in words: what it holds and what it leaves, before it is saved.

use super::format::{NB, count, list};
use crate::documents::{Shared, is_own_title};
use crate::domain::group::by_hand::sign;
use crate::domain::{Campaign, Dossier, Scope, Standing};
use crate::framework::{Criterion, Framework};
use crate::texts::{explain, format};

/// What it never holds.
pub const LEFT: &str = "Le code UAI, l’académie, les notes, les avis différents, les raisons, qui vérifie et pour quand, sur quoi nous nous appuyons, les objectifs, les ateliers, les réunions, les indicateurs, l’annuaire, et le détail des actions.";

/// What it holds of this dossier, in lines.
#[must_use]
pub fn held(dossier: &Dossier, framework: Option<&Framework>, shared: Shared) -> Vec<String> {
    let mut lines = vec![school(dossier, shared)];
    lines.extend(dossier.campaigns.iter().map(campaign));
    if !dossier.plan.is_empty() {
        let own = dossier.plan.iter().filter(|item| is_own_title(item, framework)).count();
        let actions = count(dossier.plan.len(), "action décidée", "actions décidées");
        let what = "la question, le palier visé et l’état";
        let titles = match own {
            0 => String::new(),
            1 => format!(", {} le titre écrit par nous", with(shared.titles)),
            own => format!(", {} les {own}{NB}titres écrits par nous", with(shared.titles)),
        };
        lines.push(format!("{actions}{NB}: {what}{titles}"));
    }
    lines
}

fn with(titles: bool) -> &'static str {
    if titles { "avec" } else { "sans" }
}

fn school(dossier: &Dossier, shared: Shared) -> String {
    let school = &dossier.school;
    let name = shared.name.then(|| school.name.trim()).filter(|name| !name.is_empty());
    let types: Vec<String> = school.types.iter().map(|kind| format::lower(super::school::type_label(*kind))).collect();
    let commune = Some(school.commune.trim()).filter(|commune| !commune.is_empty());
    let pupils = school.pupils.map(|n| usize::try_from(n).unwrap_or(usize::MAX));
    let facts: Vec<String> = [
        name.map(|name| format!("le nom ({name})")),
        Some(if types.is_empty() { "aucun type choisi".to_owned() } else { format!("le type ({})", list(&types)) }),
        commune.map(|commune| format!("la commune ({commune})")),
        pupils.map(|n| format!("le nombre d’élèves ({n})")),
    ]
    .into_iter()
    .flatten()
    .collect();
    format::capital(&list(&facts))
}

fn campaign(campaign: &Campaign) -> String {
    let date = campaign.date.map_or_else(|| "sans date".to_owned(), |day| format!("du {}", format::day(day)));
    let answers = campaign.answers.values().filter(|answer| answer.standing() != Standing::Unanswered).count();
    let people: u32 = campaign.participants.counts.values().sum();
    let answers = count(answers, "réponse", "réponses");
    let people = usize::try_from(people).unwrap_or(usize::MAX);
    let people = match people {
        0 => String::new(),
        n => format!(", et {} par rôle", count(n, "personne comptée", "personnes comptées")),
    };
    let asked = match campaign.scope {
        Scope::Essential => "L’essentiel",
        Scope::Complete => "tout le référentiel",
        Scope::List(_) => "les questions choisies",
    };
    format!("Point d’étape {date}{NB}: {asked}, {answers}{people}")
}

/// The commune and the number of pupils may be enough to know which school it is.
#[must_use]
pub fn caution(dossier: &Dossier) -> Option<&'static str> {
    let said = !dossier.school.commune.trim().is_empty() || dossier.school.pupils.is_some();
    said.then_some("La commune et le nombre d’élèves peuvent suffire à reconnaître l’école. Si cela gêne, laissez-les vides dans la page de l’école.")
}

/// Each question of L’essentiel asked of this school, with the sign to type and what it means.
#[must_use]
pub fn lines_to_type<'a>(
    framework: &'a Framework,
    dossier: &Dossier,
    campaign: &Campaign,
) -> Vec<(&'a Criterion, String)> {
    let asked = framework.criteria.iter().filter(|c| c.essential && dossier.school.is_among(&c.applies_to));
    asked.map(|c| (c, signed(framework, campaign.standing(&c.id)))).collect()
}

/// « 2 (partagé) », « v (à vérifier) ».
#[must_use]
pub fn signed(framework: &Framework, standing: Standing) -> String {
    let words = match standing {
        Standing::At(level) => framework.tier_name(level).to_owned(),
        other => format::lower(&explain::standing(framework, other)),
    };
    format!("{}{NB}({words})", sign(standing))
}

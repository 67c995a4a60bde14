//! How it was established: the rules of answering, the paliers, the référentiel and its version.

use super::Subject;
use crate::exports::blocks::{Block, Cell, Page, Table, page, paragraph, section};
use crate::texts::format::{self, NB, NNB};
use crate::texts::{questions, results};

pub(super) fn part(subject: &Subject) -> Block {
    let framework = subject.framework;
    let columns = [("Palier", 30), ("Ce qu’il veut dire", 70)];
    let mut tiers = Table::new("Les quatre paliers", &columns, "Aucun palier.");
    tiers.rows = framework
        .tiers
        .iter()
        .map(|tier| vec![Cell::Text(results::level(framework, tier.level)), Cell::text(&tier.meaning)])
        .collect();
    let rules = questions::RULES.iter().map(|rule| (*rule).to_owned()).collect();
    let calculation = format!(
        "Le palier d’une thématique est le plus haut qui remplit deux conditions{NB}: toutes les questions-clés \
         l’atteignent{NNB}; les questions qui l’atteignent font au moins {}{NB}% du poids total. Ce qui reste à vérifier \
         élargit la fourchette («{NB}entre 1 et 2{NB}») et ne coûte jamais un palier. L’avancement est la part des \
         marches montées{NNB}; sans réponse, il n’y a pas de chiffre.",
        framework.tier_rule.share
    );
    page(
        Page::New,
        "Méthode",
        vec![
            section("Comment nous répondons", vec![Block::List(rules)]),
            section("Les paliers", vec![Block::Table(tiers)]),
            section("Comment c’est calculé", vec![paragraph(calculation)]),
            section("Le référentiel", vec![paragraph(reference(subject))]),
        ],
    )
}

/// Which référentiel, which version, which day; proposed and not official.
pub(super) fn reference(subject: &Subject) -> String {
    let Subject { framework, today, .. } = subject;
    format!(
        "Établi avec Paliers le {}. Référentiel proposé, non officiel{NB}: {} ({}, version {}, {}). Il aide à se \
         situer et à décider{NNB}; ce n’est ni une note ni un classement.",
        format::day(*today),
        framework.title,
        framework.id.as_str(),
        framework.version,
        framework.licence
    )
}

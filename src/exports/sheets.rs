//! The tables to compute with: answers, results, plan, indicators, directory. ODS and CSV write the same ones.
//!
//! Cells are typed; an absent value is an empty cell. A palier is always words, so that « à engager » is no zero.

use super::blocks::{Cell, Table};
use super::report::{self, PLAN_COLUMNS, Subject};
use crate::domain::indicators::Measure;
use crate::domain::{Actor, Answer, Indicator, Standing};
use crate::framework::Criterion;
use crate::names::CriterionId;
use crate::texts::{indicators as told, results as words};

/// « Réponses »: the questions asked, in the order of the référentiel, then the answers kept outside.
#[must_use]
pub fn answers(subject: &Subject, notes: bool) -> Table {
    let Subject { framework, dossier, campaign, .. } = *subject;
    let columns = [
        ("Code", 24),
        ("Thématique", 30),
        ("Sous-thématique", 30),
        ("Question", 34),
        ("Réponse", 20),
        ("Fait retenu", 60),
        ("Pourquoi sans objet", 30),
        ("Qui vérifie", 20),
        ("Avant le", 12),
        ("Appui", 24),
        ("Avis différent", 40),
        ("Pastilles", 11),
        ("Compte dans les résultats", 14),
    ];
    let mut table = Table::new("Réponses", &columns, "Aucune question n’est posée.");
    if notes {
        table.columns.push(super::blocks::Column { name: "Note", share: 40 });
    }
    let asked: Vec<&Criterion> = dossier.asked(framework, campaign).collect();
    let row = |id: &CriterionId, criterion: Option<&Criterion>, counts| {
        let mut cells = place(subject, id, criterion);
        cells.extend(answer(subject, criterion, campaign.answers.get(id)));
        cells.push(Cell::text(if counts { "oui" } else { "non" }));
        if notes {
            cells.push(Cell::text_if_any(campaign.answers.get(id).and_then(|a| a.note.as_deref())));
        }
        cells
    };
    let counts = |c: &Criterion| campaign.standing(&c.id) != Standing::NotApplicable;
    table.rows = asked.iter().map(|c| row(&c.id, Some(c), counts(c))).collect();
    let outside = campaign.answers.keys().filter(|id| !asked.iter().any(|c| c.id == **id));
    table.rows.extend(outside.map(|id| row(id, framework.criterion(id), false)));
    table
}

/// Where a question stands in the référentiel.
fn place(subject: &Subject, id: &CriterionId, criterion: Option<&Criterion>) -> Vec<Cell> {
    let thematique = criterion.and_then(|c| subject.framework.thematique_of(c));
    let sub_theme = thematique.zip(criterion).and_then(|(t, c)| t.sub_themes.iter().find(|s| s.id == c.sub_theme));
    vec![
        Cell::text(id.as_str()),
        Cell::text_if_any(thematique.map(|t| t.title.as_str())),
        Cell::text_if_any(sub_theme.map(|s| s.title.as_str())),
        Cell::text(criterion.map_or("Question absente de ce référentiel", |c| c.title.as_str())),
    ]
}

/// What was answered, the fact chosen, and what goes with it.
fn answer(subject: &Subject, criterion: Option<&Criterion>, answer: Option<&Answer>) -> Vec<Cell> {
    let standing = answer.map_or(Standing::Unanswered, Answer::standing);
    let said = match standing {
        Standing::At(level) => words::level(subject.framework, level),
        Standing::Unknown => "À vérifier".to_owned(),
        Standing::NotApplicable => "Sans objet chez nous".to_owned(),
        Standing::Unanswered => "À répondre".to_owned(),
    };
    let fact = criterion.zip(standing.level()).map(|(c, level)| c.fact(level));
    let reason = answer.filter(|_| standing == Standing::NotApplicable).and_then(|a| a.reason.as_deref());
    let check = answer.filter(|_| standing == Standing::Unknown).and_then(|a| a.check.as_ref());
    vec![
        Cell::Text(said),
        Cell::text_if_any(fact),
        Cell::text_if_any(reason),
        Cell::text_if_any(check.map(|check| check.who.as_str())),
        Cell::date_if_any(check.and_then(|check| check.by)),
        Cell::text_if_any(answer.and_then(|a| a.basis).map(words::basis)),
        Cell::text_if_any(answer.and_then(|a| a.dissent.as_deref())),
        answer.and_then(|a| a.dots).filter(|dots| *dots > 0).map_or(Cell::Empty, Cell::Number),
    ]
}

/// « Résultats »: a thématique a row.
#[must_use]
pub fn results(subject: &Subject) -> Table {
    let Subject { framework, dossier, .. } = *subject;
    let columns = [
        ("Thématique", 40),
        ("Palier", 20),
        ("Réponses", 12),
        ("Questions", 12),
        ("Avancement", 13),
        ("Objectif", 20),
        ("Objectif pour le", 15),
    ];
    let mut table = Table::new("Résultats", &columns, "Aucune thématique.");
    let number = |n: usize| u32::try_from(n).map_or(Cell::Empty, Cell::Number);
    let row = |row: &report::Row| {
        let responses = row.score.responses;
        let due = row.target.and_then(|_| dossier.targets.thematiques.get(&row.thematique.id)?.due);
        vec![
            Cell::text(&row.thematique.title),
            row.score.bracket.map_or(Cell::Empty, |bracket| Cell::Text(words::palier(framework, Some(bracket)))),
            responses.map_or(Cell::Empty, |r| number(r.answered)),
            responses.map_or(Cell::Empty, |r| number(r.of)),
            row.score.progress.map_or(Cell::Empty, |percent| Cell::Percent(percent.0)),
            row.target.map_or(Cell::Empty, |level| Cell::Text(words::level(framework, level))),
            Cell::date_if_any(due),
        ]
    };
    table.rows = report::rows(subject).iter().map(row).collect();
    table
}

/// « Plan »: the columns of the plan, then what a spreadsheet can sort and what the action needs.
#[must_use]
pub fn plan(subject: &Subject, notes: bool) -> Table {
    let Subject { framework, dossier, today, .. } = *subject;
    let mut columns: Vec<(&str, u32)> = PLAN_COLUMNS.iter().map(|(name, share)| (*name, share * 2)).collect();
    columns.extend([("Échéance", 12), ("Comment", 50), ("Étapes", 50), ("Moyens", 40)]);
    if notes {
        columns.push(("Note", 40));
    }
    let mut table = Table::new("Plan", &columns, "Aucune action n’est encore décidée.");
    let row = |item: &crate::domain::PlanItem| {
        let mut cells = report::plan_cells(framework, item, today);
        cells.push(Cell::date_if_any(item.due(framework, today).day()));
        let lines = [item.how.clone(), report::steps(item), report::means(item)];
        cells.extend(lines.iter().map(|lines| Cell::text(lines.join("\n"))));
        if notes {
            cells.push(Cell::text_if_any(item.note.as_deref()));
        }
        cells
    };
    table.rows = dossier.plan.iter().map(row).collect();
    table
}

/// « Indicateurs »: a row a dated value, so that they can be drawn; what is seen and adjusted stands with the last.
#[must_use]
pub fn indicators(subject: &Subject) -> Table {
    let columns = [
        ("Indicateur", 50),
        ("Unité", 24),
        ("Départ", 12),
        ("Cible", 12),
        ("Date", 12),
        ("Valeur", 12),
        ("Tendance", 22),
        ("Effet constaté", 40),
        ("Ce que nous ajustons", 40),
    ];
    let mut table = Table::new("Indicateurs", &columns, "Aucun indicateur n’est suivi.");
    let row = |indicator: &Indicator, measure: Option<&Measure>, is_last: bool| {
        let at_last = |text: &str| if is_last { Cell::text(text) } else { Cell::Empty };
        vec![
            Cell::text(told::title(indicator)),
            Cell::text(&indicator.unit),
            Cell::value(&indicator.start),
            Cell::value(&indicator.target),
            Cell::date_if_any(measure.and_then(|measure| measure.date)),
            measure.map_or(Cell::Empty, |measure| Cell::value(&measure.value)),
            at_last(Some(told::trend(indicator.trend())).filter(|trend| *trend != words::NONE).unwrap_or_default()),
            at_last(&indicator.effect),
            at_last(&indicator.corrective),
        ]
    };
    for indicator in &subject.dossier.indicators {
        let measures = indicator.by_date();
        let last = measures.len().saturating_sub(1);
        table.rows.extend(measures.iter().enumerate().map(|(n, measure)| row(indicator, Some(measure), n == last)));
        table.rows.extend(measures.is_empty().then(|| row(indicator, None, true)));
    }
    table
}

/// « Annuaire »: roles and what to call them for. Names and how to reach people stay in the dossier.
#[must_use]
pub fn actors(subject: &Subject) -> Table {
    let mut table = Table::new("Annuaire", &[("Pour quoi", 60), ("Qui appeler", 50)], "L’annuaire est vide.");
    let row = |actor: &Actor| vec![Cell::text(&actor.purpose), Cell::text(&actor.role)];
    table.rows = subject.dossier.actors.iter().map(row).collect();
    table
}

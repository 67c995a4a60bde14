//! All the questions, each with its answer, the fact chosen, and what was said with it.

use super::Subject;
use crate::domain::Answer;
use crate::exports::blocks::{Block, Page, Tone, list, page, paragraph, section};
use crate::framework::{Criterion, Thematique};
use crate::names::CriterionId;
use crate::texts::format::NB;
use crate::texts::results as words;

pub(super) fn part(subject: &Subject, notes: bool) -> Vec<Block> {
    let Subject { framework, .. } = subject;
    let mut blocks: Vec<Block> = framework.thematiques.iter().map(|t| thematique(subject, t, notes)).collect();
    let outside = outside(subject, notes);
    if !outside.is_empty() {
        let why = paragraph("Elles sont gardées et ne comptent dans aucun résultat.");
        blocks.push(section("Réponses hors de ce point d’étape", vec![why, Block::List(outside)]));
    }
    vec![page(Page::New, "Questions et réponses", blocks)]
}

fn thematique(subject: &Subject, thematique: &Thematique, notes: bool) -> Block {
    let Subject { framework, dossier, campaign, .. } = subject;
    let here = |c: &&Criterion| thematique.sub_themes.iter().any(|s| s.id == c.sub_theme);
    let questions: Vec<Block> =
        dossier.asked(framework, campaign).filter(here).map(|c| question(subject, c, notes)).collect();
    let blocks = if questions.is_empty() {
        vec![paragraph("Aucune question de cette thématique n’est posée ici.")]
    } else {
        questions
    };
    section(&thematique.title, blocks)
}

fn question(subject: &Subject, criterion: &Criterion, notes: bool) -> Block {
    let answer = subject.campaign.answers.get(&criterion.id);
    let mut blocks = vec![
        Block::Paragraph(Tone::Quiet, criterion.question.clone()),
        Block::Paragraph(Tone::Strong, words::answer(subject.framework, answer)),
    ];
    blocks.extend(answer.and_then(|a| a.standing().level()).map(|level| paragraph(criterion.fact(level))));
    let said = answer.map(|answer| said(answer, notes)).unwrap_or_default();
    if !said.is_empty() {
        blocks.push(list(said, ""));
    }
    section(&criterion.title, blocks)
}

/// What it rests on, the opinion that differs, and the note when it is asked for.
fn said(answer: &Answer, notes: bool) -> Vec<String> {
    let line = |label: &str, text: Option<&str>| {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        Some(format!("{label}{NB}: {text}"))
    };
    let basis = answer.basis.map(words::basis);
    let note = answer.note.as_deref().filter(|_| notes);
    [line("Appui", basis), line("Avis différent, gardé", answer.dissent.as_deref()), line("Note", note)]
        .into_iter()
        .flatten()
        .collect()
}

/// Answers to questions that this point d’étape does not ask, or that this référentiel does not have.
fn outside(subject: &Subject, notes: bool) -> Vec<String> {
    let Subject { framework, dossier, campaign, .. } = subject;
    let asked = |id: &CriterionId| dossier.asked(framework, campaign).any(|c| c.id == *id);
    let line = |(id, answer): (&CriterionId, &Answer)| {
        let title = framework.criterion(id).map_or(id.as_str(), |c| &c.title);
        let kept = format!("{title}{NB}: {}", words::answer(framework, Some(answer)));
        std::iter::once(kept).chain(said(answer, notes)).collect::<Vec<_>>().join(". ")
    };
    campaign.answers.iter().filter(|(id, _)| !asked(id)).map(line).collect()
}

//! The two pages for the conseil: where we stand, for pupils and families first; then what comes next, what depends on
//! us and what we ask of whom, who took part, and the opinions that differ, kept.

use super::results::{self, NOTHING_ASKED, NOTHING_OURS};
use super::{Subject, extent};
use crate::domain::highlights::highlights;
use crate::domain::order::by_rank_down;
use crate::domain::requests::{self, Request};
use crate::domain::{PlanItem, Standing};
use crate::exports::blocks::{Block, Cell, Page, Table, list, page, paragraph, section};
use crate::framework::{Criterion, Framework, Level};
use crate::texts::format::{self, NB};
use crate::texts::{plan, results as words, school};

/// How many of each the two pages can hold; the rest is counted, and stands in the whole report.
const FACTS: usize = 4;
const STEPS: usize = 2;
const ACTIONS: usize = 3;
const REQUESTS: usize = 2;
const DISSENTS: usize = 2;
const CHECKS: usize = 2;
/// How many letters of what people write freely they can hold.
const LONG: usize = 140;
const SHORT: usize = 70;
/// The thématiques that touch pupils and families first.
const FOR_PUPILS: [&str; 2] = ["acces", "enseigner"];

pub(super) fn pages(subject: &Subject) -> Vec<Block> {
    let council = school::council(&subject.dossier.school);
    let title = |what: &str| format!("Pour le {council}{NB}: {what}");
    vec![
        page(Page::Here, title("où nous en sommes"), first(subject)),
        page(Page::New, title("la suite"), second(subject)),
    ]
}

fn first(subject: &Subject) -> Vec<Block> {
    let rows = results::rows(subject);
    vec![
        results::lead(subject, &rows),
        section(
            "Pour les élèves et les familles, aujourd’hui",
            vec![list(for_pupils(subject), "Rien d’établi pour l’instant.")],
        ),
        section(
            "Où en sont les thématiques",
            vec![Block::Table(results::table(subject.framework, &rows)), results::radar(&rows)],
        ),
        section("Comment lire", how_to_read()),
    ]
}

fn how_to_read() -> Vec<Block> {
    vec![
        paragraph(
            "Un palier décrit des faits\u{a0}: 1, les bases sont posées\u{202f}; 2, c’est écrit ou organisé pour tous\u{202f}; 3, c’est regardé et corrigé. Ce n’est ni une note ni un classement.",
        ),
        paragraph("«\u{a0}Avancement\u{a0}» dit le chemin parcouru sur l’ensemble des questions répondues."),
    ]
}

/// What stands at « bases posées » or above in what touches pupils and families first, the highest first.
fn for_pupils(subject: &Subject) -> Vec<String> {
    let Subject { framework, dossier, campaign, .. } = subject;
    let touches = |c: &&Criterion| framework.thematique_of(c).is_some_and(|t| FOR_PUPILS.contains(&t.id.as_str()));
    let known = dossier.asked(framework, campaign).filter(touches).filter_map(|c| {
        let level = campaign.standing(&c.id).level().filter(|level| *level > Level::ZERO)?;
        Some((level, c.fact(level).to_owned()))
    });
    let facts = by_rank_down(known.collect(), |(level, _)| u64::from(level.get()));
    facts.into_iter().take(FACTS).map(|(_, fact)| fact).collect()
}

fn second(subject: &Subject) -> Vec<Block> {
    vec![
        section("Ce qui dépend de nous", ours(subject)),
        section("Ce que nous demandons", asked(subject)),
        section(
            "Avis différents, gardés",
            held(dissents(subject), DISSENTS, ["autre avis", "autres avis"], "Aucun avis différent n’a été noté."),
        ),
        section(
            "Ce qui reste à vérifier",
            held(to_check(subject), CHECKS, ["autre réponse", "autres réponses"], "Aucune réponse n’est à vérifier."),
        ),
        section("Qui a participé", vec![paragraph(took_part(subject))]),
    ]
}

fn ours(subject: &Subject) -> Vec<Block> {
    let Subject { framework, dossier, campaign, today } = *subject;
    let found = highlights(framework, dossier, campaign);
    let ours = |item: &&PlanItem| item.is_open() && requests::of_item(framework, item).is_none();
    let open: Vec<&PlanItem> = dossier.plan.iter().filter(ours).collect();
    let columns = [("Action", 34), ("Qui", 22), ("Quand", 19), ("Nous saurons que c’est fait quand…", 25)];
    let mut table = Table::new("Actions décidées", &columns, "Aucune action n’est encore décidée.");
    table.rows = open
        .iter()
        .take(ACTIONS)
        .map(|item| {
            vec![
                short(&item.title),
                short(&plan::lead(item)),
                Cell::Text(plan::due(item.due(framework, today))),
                sign(framework, item).map_or(Cell::Empty, short),
            ]
        })
        .collect();
    let mut blocks =
        vec![list(results::steps(&found.ours[..found.ours.len().min(STEPS)]), NOTHING_OURS), Block::Table(table)];
    blocks.extend(and_more(open.len(), ACTIONS, "autre action", "autres actions"));
    blocks
}

/// By what one sees that it is done: the fact that it makes true, else what is counted, else what helps it.
fn sign<'a>(framework: &'a Framework, item: &'a PlanItem) -> Option<&'a str> {
    let criterion = item.criterion.as_ref().and_then(|id| framework.criterion(id));
    let fact = criterion.zip(item.to).map(|(criterion, to)| criterion.fact(to));
    let counted = || plan::filled(&item.indicators).map(|id| framework.indicator_title(id)).next();
    fact.or_else(counted).or_else(|| plan::filled(&item.success).next())
}

fn asked(subject: &Subject) -> Vec<Block> {
    let Subject { framework, dossier, campaign, .. } = *subject;
    let all = requests::requests(framework, dossier, campaign);
    let columns = [("À qui", 18), ("Quoi", 41), ("Le fait à l’appui", 41)];
    let mut table = Table::new("Demandes", &columns, NOTHING_ASKED);
    let row = |request: &Request| {
        let whom = Cell::text(words::addressee(request.action.reach, &dossier.school));
        vec![whom, short(request.title()), Cell::text_if_any(request.fact())]
    };
    table.rows = all.iter().take(REQUESTS).map(row).collect();
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(and_more(all.len(), REQUESTS, "autre demande", "autres demandes"));
    blocks
}

/// What is written freely, in a cell of the two pages.
fn short(text: &str) -> Cell {
    Cell::text(format::brief(text, SHORT))
}

/// What the page can hold of a list, how many more there are, or the sentence that says that there is nothing.
fn held(mut items: Vec<String>, most: usize, [one, many]: [&str; 2], empty: &'static str) -> Vec<Block> {
    let all = items.len();
    items.truncate(most);
    std::iter::once(list(items, empty)).chain(and_more(all, most, one, many)).collect()
}

/// What the page could not hold.
fn and_more(all: usize, held: usize, one: &str, many: &str) -> Option<Block> {
    let more = all.saturating_sub(held);
    (more > 0).then(|| paragraph(format!("Et {} dans le rapport complet.", format::count(more, one, many))))
}

fn dissents(subject: &Subject) -> Vec<String> {
    let Subject { framework, dossier, campaign, .. } = subject;
    let line = |c: &Criterion| {
        let answer = campaign.answers.get(&c.id)?;
        let dissent = answer.dissent.as_deref().map(str::trim).filter(|d| !d.is_empty())?;
        let kept = format::lower(&words::answer(framework, Some(answer)));
        Some(format!("Sur «{NB}{}{NB}» (retenu{NB}: {kept}){NB}: {}", c.title, format::brief(dissent, LONG)))
    };
    dossier.asked(framework, campaign).filter_map(line).collect()
}

fn to_check(subject: &Subject) -> Vec<String> {
    let Subject { framework, dossier, campaign, .. } = subject;
    let unknown = |c: &&Criterion| campaign.standing(&c.id) == Standing::Unknown;
    let line = |c: &Criterion| {
        let who = campaign
            .answers
            .get(&c.id)
            .and_then(words::check)
            .map(|who| format!("{NB}: {}", format::brief(&who, SHORT)));
        c.title.clone() + &who.unwrap_or_default()
    };
    dossier.asked(framework, campaign).filter(unknown).map(line).collect()
}

/// « 9 personnes : 1 direction, 4 enseignantes et enseignants… »
fn took_part(subject: &Subject) -> String {
    let Subject { dossier, campaign, .. } = subject;
    let people = school::participants(&campaign.participants, &dossier.school);
    let people = people.unwrap_or_else(|| "La liste des participants reste à compléter".to_owned());
    let date = campaign.date.map(|day| format!(", le {}", format::day(day))).unwrap_or_default();
    format!("{people}{date}. {}.", extent(subject))
}

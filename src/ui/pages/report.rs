//! The report, made to be printed: two sheets for the conseil, then the plan.

use super::results::{headline, progress};
use crate::browser::page;
use crate::domain::order::by_rank_down;
use crate::domain::suggestions::suggest;
use crate::domain::{Campaign, Day, Dossier, PlanItem, Standing};
use crate::framework::{Action, Criterion, Framework, Level, Reach};
use crate::routes::Route;
use crate::texts::{self, format, plan, results, school};
use crate::ui::components::{self, chart_radar, plan_table};
use crate::ui::dom::{El, IntoNode, Node, button, each, el, h1, kids, link};
use crate::ui::store::{Store, store};

/// How many facts, actions and requests the two sheets can hold.
const FACTS: usize = 4;
const ACTIONS: usize = 5;
const REQUESTS: usize = 4;

/// The screen.
pub fn report() -> Node {
    let store = store();
    kids![
        el(
            "section.stack.noprint",
            kids![
                h1("Rapport"),
                el(
                    "p",
                    "Deux pages pour le conseil, puis le plan d’action. La fenêtre d’impression permet aussi de garder un PDF."
                ),
                el(
                    "div.acts",
                    kids![
                        button("btn go", "Imprimer ou garder en PDF", page::print),
                        link("btn txt", Route::School.href(), "Compléter qui a participé"),
                    ]
                ),
            ]
        ),
        move || store.read(|framework, dossier, campaign| sheets(store, framework, dossier, campaign)),
    ]
}

fn sheets(store: Store, framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let today = store.today();
    el(
        "div.sheets",
        kids![
            first_sheet(framework, dossier, campaign),
            second_sheet(framework, dossier, campaign, today),
            plan_sheet(framework, dossier, today),
        ],
    )
}

fn heading(dossier: &Dossier, what: &str) -> String {
    format!("{} · pour le {} · {what}", school::name(&dossier.school), school::council(&dossier.school))
}

fn first_sheet(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let rows = components::rows(framework, dossier, campaign);
    let (stands, next) = headline(framework, dossier, campaign);
    let facts = each("li", for_pupils(framework, dossier, campaign));
    let none = facts.is_empty().then(|| el("p.meta", "Rien d’établi pour l’instant."));
    let (radar, _) = components::sentences(&rows);
    el(
        "article.a4",
        kids![
            el(
                "header.stack",
                kids![
                    el("p.eye", heading(dossier, "page 1 sur 2")),
                    el("h2.say", kids![stands, next.map(|next| kids![" ", el("span", next)])]),
                ]
            ),
            el("section", kids![el("h3", "Pour les élèves et les familles, aujourd’hui"), none, el("ul.plain", facts)]),
            components::results_table(framework, &rows),
            el(
                "div.cols.side",
                kids![el("figure", kids![el("figcaption.small", radar), chart_radar(&rows)]), how_to_read(),]
            ),
        ],
    )
}

fn how_to_read() -> El {
    el(
        "div.stack",
        kids![
            el("h3", "Comment lire"),
            el(
                "p.small",
                "Un palier décrit des faits\u{a0}: 1, les bases sont posées\u{202f}; 2, c’est écrit ou organisé pour tous\u{202f}; 3, c’est regardé et corrigé. Ce n’est ni une note ni un classement."
            ),
            el(
                "p.small",
                "Trait plein\u{a0}: palier. Hachures\u{a0}: entre le bas et le haut, tant qu’une réponse reste à vérifier. Losanges et tirets\u{a0}: objectif."
            ),
            el("p.small", "«\u{a0}Avancement\u{a0}» dit le chemin parcouru sur l’ensemble des questions répondues."),
        ],
    )
}

/// What stands at « bases posées » or above in what touches pupils and families first, the highest first.
fn for_pupils(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Vec<String> {
    let facts: Vec<(Level, String)> = dossier
        .asked(framework, campaign)
        .filter(|c| framework.thematique_of(c).is_some_and(|t| matches!(t.id.as_str(), "acces" | "enseigner")))
        .filter_map(|c| Some((campaign.standing(&c.id).level()?, c)))
        .filter(|(level, _)| *level > Level::ZERO)
        .map(|(level, c)| (level, c.fact(level).to_owned()))
        .collect();
    let facts = by_rank_down(facts, |(level, _)| u64::from(level.get()));
    facts.into_iter().take(FACTS).map(|(_, fact)| fact).collect()
}

fn second_sheet(framework: &Framework, dossier: &Dossier, campaign: &Campaign, today: Day) -> El {
    let people = school::participants(&campaign.participants, &dossier.school);
    let date = campaign.date.map(|d| format!(", le {}", format::day(d))).unwrap_or_default();
    let took_part = match people {
        Some(people) => format!("{people}{date}."),
        None => format!("La liste des participants reste à compléter{date}."),
    };
    let reference = format!(
        "Établi avec Paliers. Le référentiel ({}, version {}) est proposé, non officiel\u{202f}; il aide à se situer et à décider.",
        framework.id.as_str(),
        framework.version
    );
    let scope = texts::questions::scope(framework, dossier, campaign);
    let progress = progress(framework, dossier, campaign);
    el(
        "article.a4",
        kids![
            el("p.eye", heading(dossier, "page 2 sur 2")),
            decided(framework, dossier, today),
            asked(framework, dossier, campaign),
            dissents(framework, dossier, campaign),
            to_check(framework, dossier, campaign),
            part("Qui a participé", el("p", kids![took_part, " ", scope, "\u{a0}: ", progress, "."])),
            el("p.small.meta", reference),
        ],
    )
}

/// A part of a sheet.
fn part(title: &'static str, kids: impl IntoNode) -> El {
    el("section.stack", kids![el("h3", title), kids])
}

/// A table of the second sheet; the first column names the row, the others bear the name they fold under.
fn table(caption: &'static str, columns: &[&'static str], rows: Vec<El>) -> El {
    let head: Vec<_> = columns.iter().map(|name| el("th", *name).attr("scope", "col")).collect();
    el("table.fold", kids![el("caption.vh", caption), el("thead", el("tr", head)), el("tbody", rows)])
}

fn row(head: impl IntoNode, cells: Vec<(&'static str, String)>) -> El {
    let cells: Vec<_> = cells.into_iter().map(|(name, words)| el("td", words).attr("data-l", name)).collect();
    el("tr", kids![el("th", head).attr("scope", "row"), cells])
}

fn decided(framework: &Framework, dossier: &Dossier, today: Day) -> El {
    let ours = |item: &&PlanItem| item.is_open() && request(framework, item).is_none();
    let open: Vec<&PlanItem> = dossier.plan.iter().filter(ours).collect();
    let line = |item: &&PlanItem| {
        let mut signs =
            item.success.iter().map(String::as_str).chain(item.indicators.iter().map(|i| framework.indicator_title(i)));
        row(
            item.title.clone(),
            vec![
                ("Qui", plan::who(item)),
                ("Quand", plan::due(item.due(framework, today))),
                ("Signe", signs.next().unwrap_or(results::NONE).to_owned()),
            ],
        )
    };
    let rows: Vec<_> = open.iter().take(ACTIONS).map(line).collect();
    let body = if rows.is_empty() {
        el("p", "Aucune action n’est encore décidée.")
    } else {
        table("Actions décidées", &["Action", "Qui", "Quand", "Nous saurons que c’est fait quand…"], rows)
    };
    let more = open.len().saturating_sub(ACTIONS);
    let more = (more > 0)
        .then(|| format!("Et {} dans le plan qui suit.", format::count(more, "autre action", "autres actions")));
    part("Ce que nous avons décidé", kids![body, more.map(|more| el("p.small.meta", more))])
}

/// The action behind a decided one, when it is asked of others.
fn request<'a>(framework: &'a Framework, item: &PlanItem) -> Option<&'a Action> {
    item.action.as_ref().and_then(|id| framework.action(id)).filter(|action| action.reach != Reach::Etablissement)
}

fn asked(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> El {
    let found = suggest(framework, dossier, campaign);
    let decided = dossier.plan.iter().filter(|i| i.is_open()).filter_map(|item| {
        let action = request(framework, item)?;
        let criterion = framework.criterion(&action.criterion)?;
        let level = campaign.standing(&criterion.id).level()?;
        Some((action.reach, item.title.clone(), criterion.fact(level).to_owned()))
    });
    let proposed =
        found.requests.iter().map(|s| (s.action.reach, s.action.title.clone(), s.criterion.fact(s.from).to_owned()));
    let rows: Vec<_> = decided
        .chain(proposed)
        .take(REQUESTS)
        .map(|(reach, title, fact)| {
            row(results::addressee(reach, &dossier.school), vec![("Quoi", title), ("Fait", fact)])
        })
        .collect();
    let body = if rows.is_empty() {
        el("p", "Aucune demande pour l’instant.")
    } else {
        table("Demandes", &["À qui", "Quoi", "Le fait à l’appui"], rows)
    };
    part("Ce que nous demandons", body)
}

fn dissents(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Option<El> {
    let line = |c: &Criterion| {
        let answer = campaign.answers.get(&c.id)?;
        let dissent = answer.dissent.as_deref().map(str::trim).filter(|d| !d.is_empty())?;
        let kept = format::lower(&results::answer(framework, Some(answer)));
        Some(format!("Sur «\u{a0}{}\u{a0}» (retenu\u{a0}: {kept})\u{a0}: {dissent}", c.title))
    };
    let items = each("li", dossier.asked(framework, campaign).filter_map(line));
    (!items.is_empty()).then(|| part("Avis différents, gardés", el("ul.plain", items)))
}

fn to_check(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Option<El> {
    let line = |c: &Criterion| {
        let who = campaign.answers.get(&c.id).and_then(results::check).map(|w| format!("\u{a0}: {w}"));
        c.title.clone() + &who.unwrap_or_default()
    };
    let unknown = |c: &&Criterion| campaign.standing(&c.id) == Standing::Unknown;
    let items = each("li", dossier.asked(framework, campaign).filter(unknown).map(line));
    (!items.is_empty()).then(|| part("Ce qui reste à vérifier", el("ul.plain", items)))
}

/// The whole plan, and the steps of each open action.
fn plan_sheet(framework: &Framework, dossier: &Dossier, today: Day) -> El {
    let items: Vec<&PlanItem> = dossier.plan.iter().collect();
    let body = if items.is_empty() {
        el("p", "Aucune action n’est encore décidée. Les pistes du plan d’action en proposent.").into_node()
    } else {
        let how = |item: &&PlanItem| {
            let steps = each("li", item.how.iter().cloned());
            el("section.stack.how", kids![el("h3", item.title.clone()), el("ol", steps)])
        };
        let steps: Vec<_> = items.iter().filter(|i| i.is_open() && !i.how.is_empty()).map(how).collect();
        kids![plan_table(framework, &items, today, false), steps]
    };
    let heading = format!("{} · plan d’action", school::name(&dossier.school));
    el("article.a4.land", kids![el("p.eye", heading), body])
}

//! Plan d’action: one axis at a time, the actions proposed for its thématique, or one of our own, already filled.

use super::{Open, number, turn};
use crate::browser::{clock, page};
use crate::domain::commands::Placed;
use crate::domain::nearness::Lexicon;
use crate::domain::suggestions::{Suggestion, suggest};
use crate::domain::workshop::Workshop;
use crate::domain::{Campaign, Command, Dossier, Origin, OriginKind, PlanItem};
use crate::extra::Extra;
use crate::framework::{Action, Framework};
use crate::names::PlanItemId;
use crate::routes::Route;
use crate::texts::{follow, workshop as words};
use crate::ui::dom::{El, Node, button, el, kids, link};
use leptos::prelude::*;

/// How many actions of the référentiel are proposed for an axis.
const PROPOSED: usize = 6;

pub(super) fn planning(open: Open) -> Node {
    let known = untrack(|| open.store.framework());
    let lexicon = StoredValue::new(known.map(|framework| Lexicon::of(&framework)).unwrap_or_default());
    kids![move || {
        let drawn = open.store.read(|framework, dossier, campaign| {
            let draw = |lexicon: &Lexicon| open.read(|w| one(open, (framework, lexicon), dossier, campaign, w));
            lexicon.try_with_value(draw).flatten()
        });
        drawn.flatten()
    }]
}

fn one(
    open: Open,
    (framework, lexicon): (&Framework, &Lexicon),
    dossier: &Dossier,
    campaign: &Campaign,
    workshop: &Workshop,
) -> El {
    let total = workshop.axes.len();
    let n = number(open.store, "n").clamp(1, total.max(1));
    let Some(axis) = workshop.axes.get(n - 1) else {
        return el("p.note", "Aucun axe encore\u{a0}: le deuxième temps les fait naître, un besoin après l’autre.");
    };
    let reference = workshop.reference(&axis.id);
    let from_here = |item: &&PlanItem| {
        item.origin
            .as_ref()
            .is_some_and(|o| o.kind == OriginKind::Irritant && o.reference.as_deref() == Some(&reference))
    };
    let decided: Vec<El> = dossier
        .plan
        .iter()
        .filter(from_here)
        .map(|item| el("li", link("", Route::PlanItem(item.id.clone()).href(), follow::title(item).to_owned())))
        .collect();
    let decided = (!decided.is_empty()).then(|| kids![el("h3", "Décidé"), el("ul.plain", decided)]);
    let thematique = workshop.thematique_of(&axis.id).cloned();
    let found = suggest(framework, dossier, campaign);
    let within = |piste: &&Suggestion| thematique.as_ref().is_none_or(|id| piste.thematique.id == *id);
    let pistes = found.pistes.iter().filter(within).collect();
    let chain = workshop.chain(&axis.id);
    let mut near = lexicon.nearest(pistes, &chain.said());
    near.truncate(PROPOSED);
    let why = words::why_proposed(near.iter().map(|(_, shared)| shared.len()));
    let proposed: Vec<El> =
        near.iter().map(|(piste, shared)| proposal(open, piste.action, shared, &axis.text, &reference)).collect();
    let proposed = (!proposed.is_empty()).then(|| el("ul.cards", proposed));
    let own = {
        let (text, reference, thematique) = (axis.text.clone(), reference.clone(), thematique.clone());
        move || {
            let fill = |item: &mut PlanItem| item.thematique.clone_from(&thematique);
            if let Some(id) = decide(open, None, &text, &reference, fill) {
                page::go(&Route::PlanItem(id).href());
            }
        }
    };
    el(
        "section.stack-l",
        kids![
            el(
                "div",
                kids![
                    el("p.eye", format!("Axe {n} sur {total}")),
                    el("h2.q", axis.text.clone()),
                    el("p.meta", words::behind(&chain)),
                ]
            ),
            decided,
            el("div.stack", kids![el("h3", "Actions proposées"), el("p.meta", why), proposed]),
            el("div.acts", button("btn", "Écrire une action à nous", own)),
            turn(open, 3, n, total),
            el("div.acts", link("btn txt", Route::Plan.href(), "Voir le plan d’action")),
        ],
    )
}

fn proposal(open: Open, action: &Action, shared: &[String], axis: &str, reference: &str) -> El {
    let (id, title) = (action.id.clone(), action.title.clone());
    let (axis, reference) = (axis.to_owned(), reference.to_owned());
    let take = move || {
        decide(open, Some(&id), &axis, &reference, |_| {});
        open.store.offer("Décidé.".to_owned(), "Annuler", move || open.store.undo());
    };
    let shared = words::shared(shared).map(|said| kids![el("br", ()), el("span.small.meta", said)]);
    el(
        "li",
        kids![
            el("span", kids![title.clone(), shared]),
            button("btn", "Décider", take).label(format!("Décider\u{a0}: {title}"))
        ],
    )
}

/// Puts an action in the plan, with the axis it serves and where it comes from.
fn decide(
    open: Open,
    action: Option<&crate::names::ActionId>,
    axis: &str,
    reference: &str,
    fill: impl FnOnce(&mut PlanItem),
) -> Option<PlanItemId> {
    let (id, framework) = (PlanItemId::parse(&clock::fresh_id())?, untrack(|| open.store.framework())?);
    let mut item = match action {
        Some(action) => PlanItem::from_action(&framework, framework.action(action)?, id.clone(), clock::today()),
        None => PlanItem::free(id.clone(), clock::today()),
    };
    axis.clone_into(&mut item.axis);
    let reference = Some(reference.to_owned());
    item.origin = Some(Origin { extra: Extra::default(), kind: OriginKind::Irritant, reference });
    fill(&mut item);
    open.store.send(Command::PlanItem { id: id.clone(), item: Some(Placed::last(item)) });
    Some(id)
}

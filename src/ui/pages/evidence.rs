//! « Lesquelles de ces réponses reposent sur un document ou une mesure ? »: asked once, after answering.

use crate::domain::{Basis, evidence};
use crate::framework::Criterion;
use crate::names::CriterionId;
use crate::texts;
use crate::ui::components::{select, unfold};
use crate::ui::dom::{El, Node, el, kids};
use crate::ui::store::{Store, store};
use leptos::prelude::{Get, RwSignal, Set, untrack};

/// The question, what was said so far, and a gentle word about the highest answers.
pub fn evidence() -> El {
    let store = store();
    let summary = move || store.read(|f, d, c| texts::evidence::summary(&evidence::answered(f, d, c)));
    let prompt = move || {
        let text = store.read(|f, d, c| texts::evidence::prompt(&evidence::to_support(f, d, c, 2))).flatten();
        text.map(|text| el("p.note", text))
    };
    el(
        "section.stack",
        kids![
            el("h2#h-basis", "Sur quoi nous appuyons-nous\u{202f}?"),
            el("p", summary),
            prompt,
            unfold("Dire quelles réponses reposent sur un document ou une mesure".to_owned(), move || form(store)),
        ],
    )
    .attr("aria-labelledby", "h-basis")
}

/// Beyond this many answers, one thématique at a time.
const AT_ONCE: usize = 20;

fn form(store: Store) -> Node {
    let answered = untrack(|| {
        store.read(|framework, dossier, campaign| {
            let all = evidence::answered(framework, dossier, campaign);
            let with_place = |(c, _): (&Criterion, _)| Some((framework.thematique_of(c)?.title.clone(), c.clone()));
            all.into_iter().filter_map(with_place).collect::<Vec<_>>()
        })
    });
    let answered: Vec<(String, Criterion)> = answered.unwrap_or_default();
    let mut titles: Vec<String> = answered.iter().map(|(title, _)| title.clone()).collect();
    titles.dedup();
    let shown = RwSignal::new(titles.first().cloned().unwrap_or_default());
    let many = answered.len() > AT_ONCE;
    let thematique = many.then(|| {
        let options = titles.into_iter().map(|title| (title.clone(), title)).collect();
        el("div.form", select("Thématique", options, move || shown.get(), move |title| shown.set(title)))
    });
    let boxes = move || {
        let shown = shown.get();
        let here = answered.iter().filter(|(title, _)| !many || *title == shown);
        here.map(|(_, criterion)| measured(store, criterion.clone())).collect::<Vec<_>>()
    };
    let legend = "Lesquelles de ces réponses reposent sur un document ou une mesure\u{202f}?";
    kids![
        thematique,
        el("fieldset.form", kids![el("legend", legend), el("div.checks", boxes)]),
        el("div.form", el("div.row", others(store))),
    ]
}

fn measured(store: Store, criterion: Criterion) -> El {
    let (title, id) = (criterion.title.clone(), criterion.id.clone());
    let checked = move || basis(store, &id) == Some(Basis::Measured);
    let toggle = move |_| {
        let rests = untrack(|| {
            let other = (basis(store, &criterion.id) != Some(Basis::Measured)).then_some(Basis::Measured);
            store.read(|_, _, campaign| evidence::rests(campaign, &criterion, other)).flatten()
        });
        rests.into_iter().for_each(|command| store.send(command));
    };
    let input = el("input", ()).attr("type", "checkbox").checked(checked).on("change", toggle);
    el("label.check", kids![input, title])
}

fn basis(store: Store, id: &CriterionId) -> Option<Basis> {
    store.look(|dossier| dossier.campaign()?.answers.get(id)?.basis).flatten()
}

/// What the answers left unticked rest on.
fn others(store: Store) -> El {
    let options = [
        ("", "Non précisé"),
        (Basis::Opinion.as_str(), "Un avis partagé"),
        (Basis::Observed.as_str(), "Un fait constaté"),
    ];
    let options = options.into_iter().map(|(value, words)| (value.to_owned(), words.to_owned())).collect();
    let value = move || store.read(evidence::others).flatten().map_or(String::new(), |b| b.as_str().to_owned());
    select("Et les autres\u{202f}?", options, value, move |value| {
        let command = untrack(|| store.read(|f, d, c| evidence::others_rest(f, d, c, Basis::parse(&value))));
        command.into_iter().for_each(|command| store.send(command));
    })
}

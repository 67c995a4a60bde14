//! The questions: a stepper, one sous-thématique a screen, one question open, the others in a line.

use super::question;
use crate::browser::page;
use crate::domain::{Campaign, Command, Dossier, Scope, Standing};
use crate::framework::{Criterion, Framework, SubTheme, Thematique};
use crate::names::{CriterionId, SubThemeId};
use crate::routes::Route;
use crate::texts;
use crate::ui::components::stairs;
use crate::ui::dom::{El, IntoNode, Node, button, each, el, h1, kids, link, once_drawn};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// A sous-thématique that has questions for this school.
#[derive(Clone, PartialEq)]
struct StepOf {
    id: SubThemeId,
    title: String,
    thematique: String,
    thematique_title: String,
    criteria: Vec<CriterionId>,
    done: bool,
}

/// The steps of a school: sous-thématiques without a question are skipped and counted out.
fn steps(framework: &Framework, dossier: &Dossier, campaign: &Campaign) -> Vec<StepOf> {
    let asked: Vec<&Criterion> = dossier.asked(framework, campaign).collect();
    let step = |thematique: &Thematique, sub: &SubTheme| {
        let criteria: Vec<CriterionId> = asked.iter().filter(|c| c.sub_theme == sub.id).map(|c| c.id.clone()).collect();
        let done = criteria.iter().all(|c| campaign.standing(c) != Standing::Unanswered);
        (!criteria.is_empty()).then(|| StepOf {
            id: sub.id.clone(),
            title: sub.title.clone(),
            thematique: thematique.id.as_str().to_owned(),
            thematique_title: thematique.short.clone(),
            criteria,
            done,
        })
    };
    framework
        .thematiques
        .iter()
        .flat_map(|t| t.sub_themes.iter().map(move |s| (t, s)))
        .filter_map(|(t, s)| step(t, s))
        .collect()
}

impl StepOf {
    fn route(&self) -> Route {
        Route::SubTheme { thematique: self.thematique.clone(), sub_theme: self.id.last_part().to_owned() }
    }
}

/// The screen of an address: the sous-thématique named, or the first still to answer.
pub fn questions(thematique: Option<String>, sub_theme: Option<String>) -> Node {
    let store = store();
    let all = Memo::new(move |_| store.read(steps).unwrap_or_default());
    let wanted = all.with_untracked(|steps| {
        let within = |s: &StepOf| thematique.as_ref().is_none_or(|t| s.thematique == *t);
        let named = |s: &StepOf| sub_theme.as_ref().is_none_or(|name| s.id.last_part().eq_ignore_ascii_case(name));
        let candidates = || steps.iter().enumerate().filter(|(_, s)| within(s) && named(s));
        let found = candidates().find(|(_, s)| !s.done).or_else(|| candidates().next());
        found.map(|(index, step)| (index, step.clone()))
    });
    match wanted {
        Some((index, step)) => {
            // The address says which step this is, so that Back and a reload come to it again.
            page::replace(&step.route().href());
            untrack(|| screen(store, all, index, &step)).into_node()
        }
        None => super::unknown::unknown().into_node(),
    }
}

/// The questions of one step.
fn screen(store: Store, all: Memo<Vec<StepOf>>, index: usize, step: &StepOf) -> El {
    // A link may name the question to open.
    let named = store.address.with_untracked(|a| a.get("question").map(str::to_owned));
    let named = step.criteria.iter().find(|c| named.as_deref().is_some_and(|n| c.as_str().eq_ignore_ascii_case(n)));
    let first_open = store
        .read(|_, _, campaign| {
            let unanswered = |c: &&CriterionId| campaign.standing(c) == Standing::Unanswered;
            named.or(step.criteria.iter().find(unanswered)).or(step.criteria.first()).cloned()
        })
        .flatten();
    let open = RwSignal::new(first_open);
    let progress = {
        let step = step.clone();
        move || {
            let of = all.with(Vec::len);
            let answered = store
                .read(|_, _, c| step.criteria.iter().filter(|id| c.standing(id) != Standing::Unanswered).count())
                .unwrap_or(0);
            texts::questions::step(index + 1, of, &step.thematique_title, answered, step.criteria.len())
        }
    };
    let next = all.with_untracked(|steps| steps.get(index + 1).cloned());
    let previous = all.with_untracked(|steps| index.checked_sub(1).and_then(|i| steps.get(i)).cloned());
    let rows: Vec<_> =
        step.criteria.iter().map(|id| row(store, step.criteria.clone(), id.clone(), open, next.clone())).collect();
    el(
        "div.ask",
        kids![
            el(
                "div",
                kids![
                    el("p.eye", progress),
                    h1(step.title.clone()),
                    move || all.with(|steps| bars(steps, index)),
                    el("div", rows),
                    ends(previous, next),
                    whole(store),
                ]
            ),
            rules(),
        ],
    )
}

/// Thin bars, one a step, grouped by thématique; the words above say the same.
fn bars(steps: &[StepOf], here: usize) -> El {
    let bar = |(i, step): (usize, &StepOf)| {
        let opens = i > 0 && steps[i - 1].thematique != step.thematique;
        let class = [("new", opens), ("done", step.done && i != here), ("here", i == here)];
        let class: Vec<&str> = class.iter().filter(|(_, on)| *on).map(|(name, _)| *name).collect();
        el("li", ()).class(class.join(" "))
    };
    el("ol.steps", steps.iter().enumerate().map(bar).collect::<Vec<_>>()).attr("aria-hidden", "true")
}

/// One question: open, or a line with its answer.
fn row(
    store: Store,
    all: Vec<CriterionId>,
    id: CriterionId,
    open: RwSignal<Option<CriterionId>>,
    next_step: Option<StepOf>,
) -> impl FnMut() -> Node + use<> {
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| open.with(|open| open.as_ref() == Some(&id)))
    };
    let position = (all.iter().position(|c| *c == id).map_or(0, |i| i + 1), all.len());
    let advance = {
        let id = id.clone();
        Callback::new(move |()| advance(store, &all, &id, open, next_step.as_ref()))
    };
    move || {
        if is_open.get() {
            question::open_question(store, &id, position, advance).into_node()
        } else {
            line(store, id.clone(), open).into_node()
        }
    }
}

/// Opens the next question without an answer, else goes on to the next step, else to the bilan.
fn advance(
    store: Store,
    all: &[CriterionId],
    from: &CriterionId,
    open: RwSignal<Option<CriterionId>>,
    next_step: Option<&StepOf>,
) {
    let start = all.iter().position(|c| c == from).map_or(0, |i| i + 1);
    let later = all[start..].iter().chain(&all[..start]);
    let unanswered = store.read(|_, _, campaign| {
        later.clone().find(|c| campaign.standing(c) == Standing::Unanswered && *c != from).cloned()
    });
    match unanswered.flatten() {
        Some(id) => show(open, id),
        None => match next_step {
            Some(step) => page::go(&step.route().href()),
            None => page::go(&Route::Results.href()),
        },
    }
}

/// Opens a question and goes to it.
fn show(open: RwSignal<Option<CriterionId>>, id: CriterionId) {
    open.set(Some(id));
    once_drawn(|| {
        page::reveal(".open");
        page::focus(".open .q");
    });
}

fn line(store: Store, id: CriterionId, open: RwSignal<Option<CriterionId>>) -> impl Fn() -> Option<El> {
    let state = {
        let id = id.clone();
        Memo::new(move |_| {
            store.read(|framework, _, campaign| {
                let class = texts::results::standing_class(campaign.standing(&id));
                let title = framework.criterion(&id).map(|c| c.title.clone()).unwrap_or_default();
                (class, title, texts::results::answer(framework, campaign.answers.get(&id)))
            })
        })
    };
    move || {
        let (class, title, answer) = state.get()?;
        let id = id.clone();
        let words = kids![stairs(class), el("span", title), el("span.ans", answer)];
        Some(button("line", words, move || show(open, id.clone())))
    }
}

/// Where to go from here.
fn ends(previous: Option<StepOf>, next: Option<StepOf>) -> El {
    let next = match next {
        Some(step) => link("btn", step.route().href(), format!("Étape suivante\u{a0}: {}", step.title)),
        None => link("btn", Route::Results.href(), "Voir le bilan"),
    };
    let previous =
        previous.map(|step| link("btn txt", step.route().href(), format!("Étape précédente\u{a0}: {}", step.title)));
    el("div.acts.ends", kids![next, previous])
}

/// Which questions are asked, and how to ask them all.
fn whole(store: Store) -> El {
    let widen = move || {
        if let Some(campaign) = store.campaign_id() {
            store.send(Command::Scope { campaign, scope: Scope::Complete });
        }
    };
    let widening = move || {
        let text = store.read(texts::questions::widening).flatten()?;
        let act = button("btn", "Poser toutes les questions", widen);
        Some(el(
            "details",
            kids![el("summary", "Passer à tout le référentiel"), el("div.stack", kids![el("p", text), act]),],
        ))
    };
    el("div.whole.small.meta", kids![el("p", move || store.read(texts::questions::scope)), widening])
}

/// How we answer, always at hand.
fn rules() -> El {
    el(
        "aside.small.meta.stack",
        kids![
            el("h2.small#h-rules", "Comment nous répondons"),
            el("ul.stack", each("li", texts::questions::RULES.iter().copied())),
            el("p", el("a", "Toutes les règles").attr("href", "#/aide")),
        ],
    )
    .attr("aria-labelledby", "h-rules")
}

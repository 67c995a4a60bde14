//! The questions: a stepper, one sous-thématique a screen, one question open, the others in a line.

use super::question;
use crate::browser::page;
use crate::domain::{Campaign, Command, Dossier, Scope, Standing};
use crate::framework::{Criterion, Framework, SubTheme, Thematique};
use crate::names::{CriterionId, SubThemeId};
use crate::routes::Route;
use crate::texts;
use crate::ui::components::stairs;
use crate::ui::store::{Store, store};
use leptos::either::Either;
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
        .flat_map(|t| t.sub_themes.iter().filter_map(move |s| Some((t, s))))
        .filter_map(|(t, s)| step(t, s))
        .collect()
}

impl StepOf {
    fn route(&self) -> Route {
        Route::SubTheme { thematique: self.thematique.clone(), sub_theme: self.id.last_part().to_owned() }
    }
}

/// The screen of an address: the sous-thématique named, or the first still to answer.
pub fn questions(thematique: Option<String>, sub_theme: Option<String>) -> impl IntoView {
    let store = store();
    let all = Memo::new(move |_| store.read(steps).unwrap_or_default());
    let wanted = all.with_untracked(|steps| {
        let within = |s: &&StepOf| thematique.as_ref().is_none_or(|t| s.thematique == *t);
        let named = |s: &&StepOf| sub_theme.as_ref().is_none_or(|name| s.id.last_part().eq_ignore_ascii_case(name));
        let candidates: Vec<&StepOf> = steps.iter().filter(within).filter(named).collect();
        candidates.iter().find(|s| !s.done).or(candidates.first()).map(|s| s.id.clone())
    });
    match wanted {
        Some(id) => Either::Left(view! { <Step all=all id=id /> }),
        None => Either::Right(super::unknown::unknown()),
    }
}

#[component]
fn Step(all: Memo<Vec<StepOf>>, id: SubThemeId) -> impl IntoView {
    let store = store();
    let Some((index, step)) =
        all.with_untracked(|steps| steps.iter().position(|s| s.id == id).map(|i| (i, steps[i].clone())))
    else {
        return super::unknown::unknown().into_any();
    };
    let first_open = store
        .read(|_, _, campaign| {
            let unanswered = |c: &&CriterionId| campaign.standing(c) == Standing::Unanswered;
            step.criteria.iter().find(unanswered).or(step.criteria.first()).cloned()
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
    let rows = step.criteria.clone();
    let ends = ends(previous, next.clone());
    let bars = bars(all, index);
    view! {
        <div class="ask">
            <div>
                <p class="eye">{progress}</p>
                <h1 tabindex="-1">{step.title.clone()}</h1>
                {bars}
                <div>
                    {rows.into_iter().map(|id| row(store, step.criteria.clone(), id, open, next.clone())).collect::<Vec<_>>()}
                </div>
                {ends}
                <Whole />
            </div>
            <Rules />
        </div>
    }
    .into_any()
}

/// Thin bars, one a step, grouped by thématique; the words above say the same.
fn bars(all: Memo<Vec<StepOf>>, here: usize) -> impl IntoView {
    move || {
        all.with(|steps| {
            let bars: Vec<_> = steps
                .iter()
                .enumerate()
                .map(|(i, step)| {
                    let opens = i > 0 && steps[i - 1].thematique != step.thematique;
                    let class = [("new", opens), ("done", step.done && i != here), ("here", i == here)];
                    let class: Vec<&str> = class.iter().filter(|(_, on)| *on).map(|(name, _)| *name).collect();
                    view! { <li class=class.join(" ")></li> }
                })
                .collect();
            view! { <ol class="steps" aria-hidden="true">{bars}</ol> }
        })
    }
}

/// One question: open, or a line with its answer.
fn row(
    store: Store,
    all: Vec<CriterionId>,
    id: CriterionId,
    open: RwSignal<Option<CriterionId>>,
    next_step: Option<StepOf>,
) -> impl IntoView {
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| open.with(|open| open.as_ref() == Some(&id)))
    };
    let advance = {
        let (all, id) = (all.clone(), id.clone());
        Callback::new(move |()| advance(store, &all, &id, open, next_step.as_ref()))
    };
    let position = (all.iter().position(|c| *c == id).map_or(0, |i| i + 1), all.len());
    let line = {
        let id = id.clone();
        move || view! { <Line id=id.clone() open=open /> }
    };
    move || {
        if is_open.get() {
            Either::Left(question::open_question(store, &id, position, advance))
        } else {
            Either::Right(line())
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
        Some(id) => {
            open.set(Some(id));
            request_animation_frame(|| {
                page::reveal(".open");
                page::focus(".open .q");
            });
        }
        None => match next_step {
            Some(step) => page::go(&step.route().href()),
            None => page::go(&Route::Results.href()),
        },
    }
}

#[component]
fn Line(id: CriterionId, open: RwSignal<Option<CriterionId>>) -> impl IntoView {
    let store = store();
    let state = {
        let id = id.clone();
        Memo::new(move |_| {
            store.read(|framework, _, campaign| {
                let answer = campaign.answers.get(&id);
                let title = framework.criterion(&id).map(|c| c.title.clone()).unwrap_or_default();
                (
                    title,
                    texts::results::standing_class(campaign.standing(&id)),
                    texts::results::answer(framework, answer),
                )
            })
        })
    };
    move || {
        state.get().map(|(title, class, answer)| {
            let id = id.clone();
            view! {
                <button class="line" type="button" on:click=move |_| {
                    open.set(Some(id.clone()));
                    request_animation_frame(|| { page::reveal(".open"); page::focus(".open .q"); });
                }>
                    {stairs(class)}<span>{title}</span><span class="ans">{answer}</span>
                </button>
            }
        })
    }
}

/// Where to go from here.
fn ends(previous: Option<StepOf>, next: Option<StepOf>) -> impl IntoView {
    let next = match next {
        Some(step) => (step.route().href(), format!("Étape suivante\u{a0}: {}", step.title)),
        None => (Route::Results.href(), "Voir le bilan".to_owned()),
    };
    let previous = previous.map(|step| {
        view! { <a class="btn txt" href=step.route().href()>{format!("Étape précédente\u{a0}: {}", step.title)}</a> }
    });
    view! { <div class="acts ends"><a class="btn" href=next.0>{next.1}</a>{previous}</div> }
}

/// Which questions are asked, and how to ask them all.
#[component]
fn Whole() -> impl IntoView {
    let store = store();
    let scope = move || store.read(texts::questions::scope);
    let widening = move || {
        store.read(texts::questions::widening).flatten().map(|text| {
            let widen = move |_| {
                if let Some(campaign) = store.campaign_id() {
                    store.send(Command::Scope { campaign, scope: Scope::Complete });
                }
            };
            view! {
                <details><summary>"Passer à tout le référentiel"</summary>
                    <div class="stack"><p>{text}</p>
                    <button class="btn" type="button" on:click=widen>"Poser toutes les questions"</button></div>
                </details>
            }
        })
    };
    view! { <div class="whole small meta"><p>{scope}</p>{widening}</div> }
}

/// How we answer, always at hand.
#[component]
fn Rules() -> impl IntoView {
    let rules: Vec<_> = texts::questions::RULES.iter().map(|rule| view! { <li>{*rule}</li> }).collect();
    view! {
        <aside class="small meta stack" aria-labelledby="h-rules"><h2 class="small" id="h-rules">"Comment nous répondons"</h2>
            <ul class="stack">{rules}</ul>
            <p><a href="#/aide">"Toutes les règles"</a></p>
        </aside>
    }
}

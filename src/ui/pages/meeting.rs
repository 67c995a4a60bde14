//! A committee's meeting: one step a screen, chosen by the address (`?voir=avis`), made to be projected. Everything is kept
//! as it is done, so that it can stop at any minute.

mod actions;
mod agree;
mod closing;
mod contested;
mod look;
mod opening;
mod passing;
mod prepare;
mod priorities;
mod review;
mod sheets;
mod welcome;

use crate::browser::{clock, page};
use crate::domain::meeting::{self, changed, minutes_left};
use crate::domain::{Answer, Campaign, Command, Dossier, Meeting};
use crate::framework::Framework;
use crate::names::CriterionId;
use crate::routes::Route;
use crate::texts::meeting::{self as words, Step};
use crate::ui::components::unfold;
use crate::ui::dom::{El, Node, el, kids, link};
use crate::ui::store::{Store, store};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often the minutes that are left are looked at.
const TICK: u32 = 15_000;

/// The current meeting; cheap to copy.
#[derive(Clone, Copy)]
struct Room {
    store: Store,
}

impl Room {
    /// Something of the meeting; tracked.
    fn read<T>(self, get: impl FnOnce(&Meeting) -> T) -> Option<T> {
        self.store.look(|d| d.meeting().map(get)).flatten()
    }

    /// Something of the meeting with what it speaks of; tracked.
    fn scene<T>(self, get: impl FnOnce(&Framework, &Dossier, &Campaign, &Meeting) -> T) -> Option<T> {
        let framework = self.store.framework()?;
        let seen = |d: &Dossier| {
            let meeting = d.meeting()?;
            Some(get(&framework, d, meeting.campaign(d)?, meeting))
        };
        self.store.look(seen).flatten()
    }

    /// Changes the meeting, as one step.
    fn change(self, change: impl FnOnce(&mut Meeting)) {
        let command = untrack(|| self.read(|m| changed(m, change)));
        command.into_iter().for_each(|command| self.store.send(command));
    }

    /// Sends a command made from what stands.
    fn send(self, make: impl FnOnce(&Framework, &Dossier, &Campaign, &Meeting) -> Command) {
        let command = untrack(|| self.scene(make));
        command.into_iter().for_each(|command| self.store.send(command));
    }

    /// The same for what is typed.
    fn send_typing(self, make: impl FnOnce(&Framework, &Dossier, &Campaign, &Meeting) -> Command) {
        let command = untrack(|| self.scene(make));
        command.into_iter().for_each(|command| self.store.send_typing(command));
    }

    /// An answer of its point d’étape, empty when there is none; tracked.
    fn answer<T>(self, id: &CriterionId, get: impl Fn(&Answer) -> T) -> T {
        let found = self.scene(|_, _, c, _| c.answers.get(id).map(&get)).flatten();
        found.unwrap_or_else(|| get(&Answer::default()))
    }

    /// Types in an answer of its point d’étape.
    fn type_answer(self, id: &CriterionId, change: impl FnOnce(&mut Answer)) {
        self.send_typing(|_, _, campaign, _| {
            let mut answer = campaign.answers.get(id).cloned().unwrap_or_default();
            change(&mut answer);
            answer.at = Some(clock::now());
            Command::Answer { campaign: campaign.id.clone(), criterion: id.clone(), answer: Some(answer) }
        });
    }
}

/// The address of a step.
fn to(step: Step) -> String {
    format!("{}?voir={}", Route::Meeting.href(), step.as_str())
}

/// The screen.
pub fn meeting() -> Node {
    let room = Room { store: store() };
    let step = Memo::new(move |_| {
        let asked = room.store.address.with(|a| a.get("voir").and_then(Step::parse));
        // Two schools read each other's answers without a meeting too.
        asked.filter(|step| *step == Step::Review || room.read(|_| ()).is_some())
    });
    let place = Memo::new(move |_| (step.get(), room.store.address.with(|a| a.get("question").map(str::to_owned))));
    // Another step, or another question, is another screen though the address names the same one.
    Effect::new(move |before: Option<(Option<Step>, Option<String>)>| {
        let place = place.get();
        if before.is_some_and(|before| before != place) {
            room.store.notice.set(None);
            page::scroll_to_top();
            request_animation_frame(|| page::focus("main h1"));
        }
        place
    });
    kids![move || {
        let step = step.get();
        untrack(|| step.map_or_else(|| welcome::welcome(room), |step| screen(room, step))).fresh()
    }]
}

fn screen(room: Room, step: Step) -> Node {
    let body = match step {
        Step::Prepare => prepare::prepare(room),
        Step::Sheets => sheets::sheets(room),
        Step::Passing => passing::passing(room),
        Step::Frame => opening::frame(room),
        Step::Rules => opening::rules(room),
        Step::Works => opening::works(room),
        Step::Agree => agree::agree(room),
        Step::Opinions => contested::contested(room),
        Step::Look => look::look(room),
        Step::Priorities => priorities::priorities(room),
        Step::Actions => actions::actions(room),
        Step::Requests => look::requests(room),
        Step::Close => closing::closing(room),
        Step::Review => review::review(room),
    };
    let section = match step.minutes() {
        Some(_) => el("section.step.room", kids![head(room, step), body, foot(step)]),
        None if step == Step::Passing => el("section.step.room", body),
        None if untrack(|| room.read(|_| ())).is_none() => el("section.step", body),
        None => el("section.step", kids![body, foot(step)]),
    };
    kids![section]
}

/// Which meeting, and what is left of it.
fn head(room: Room, step: Step) -> El {
    let opening = move || room.read(words::opening);
    let left = move || match step {
        Step::Opinions => None,
        _ => words::planned(step),
    };
    let clock = (step == Step::Opinions).then(|| remaining(room));
    el("div.meet", kids![el("p", opening), el("p", kids![left, clock])])
}

/// « Il reste 3 questions et 8 minutes », kept up to date without a bell.
fn remaining(room: Room) -> impl Fn() -> Option<String> {
    let tick = RwSignal::new(0_u32);
    spawn_local(async move {
        loop {
            gloo_timers::future::TimeoutFuture::new(TICK).await;
            // The screen is gone, and the signal with it.
            if tick.try_update(|n| *n = n.wrapping_add(1)).is_none() {
                break;
            }
        }
    });
    move || {
        tick.track();
        room.scene(|framework, dossier, campaign, meeting| {
            let docket = meeting.docket(framework, dossier, campaign);
            let questions = docket.contested.iter().filter(|c| !c.decided).count();
            let since = meeting.started.as_deref().map(clock::milliseconds);
            let elapsed = since.map(|since| clock::milliseconds(&clock::now()).saturating_sub(since));
            words::left(questions, minutes_left(elapsed, meeting::DISCUSSED_BY))
        })
    }
}

/// The way on and back, and to any step.
fn foot(step: Step) -> El {
    let back = step.previous().map(|step| link("btn txt", to(step), format!("Avant\u{a0}: {}", words_of(step))));
    let all = move || {
        let line = |of: &Step| {
            let minutes = words::minutes(*of).map(|minutes| el("span.meta", format!(" {minutes}")));
            let here = (*of == step).then_some("page");
            el("li", kids![link("", to(*of), of.name()).attr("aria-current", here), minutes])
        };
        el("ol.plain", Step::ALL.iter().map(line).collect::<Vec<_>>())
    };
    el(
        "nav.acts.ways",
        kids![back, unfold("Toutes les étapes", all), link("btn txt", Route::Meeting.href(), "Quitter la réunion")],
    )
    .label("Étapes de la réunion")
}

fn words_of(step: Step) -> String {
    crate::texts::format::lower(step.name())
}

/// The way to the next step.
fn onward(class: &'static str, step: Step) -> Option<El> {
    step.next().map(|next| link(class, to(next), format!("Suite\u{a0}: {}", words_of(next))))
}

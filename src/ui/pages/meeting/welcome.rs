//! « Décider ensemble »: what the hour is, and where to take it up.

use super::{Room, to};
use crate::browser::{clock, page};
use crate::domain::commands::Placed;
use crate::domain::meeting::ACTIONS;
use crate::domain::{Command, Meeting};
use crate::names::MeetingId;
use crate::routes::Route;
use crate::texts::meeting::{self as words, Step};
use crate::ui::dom::{El, Node, button, each, el, h1, kids, link};
use leptos::prelude::*;

pub(super) fn welcome(room: Room) -> Node {
    let known = untrack(|| room.read(|_| ()).is_some());
    let take_up = move || {
        known.then(|| {
            let title = room.read(words::title).unwrap_or_default();
            link("btn go", to(resume(room)), format!("Reprendre\u{a0}: {}", crate::texts::format::lower(&title)))
        })
    };
    let begin = button(
        if known { "btn" } else { "btn go" },
        if known { "Préparer une autre réunion" } else { "Préparer une réunion" },
        move || begin(room),
    );
    kids![
        el(
            "section.stack-l",
            kids![
                h1("Décider ensemble"),
                el("p.say", kids!["Une heure, un projecteur, ", el("span", "et trois actions à la fin.")]),
                el(
                    "p",
                    "Chacun dit son avis avant la réunion, sur papier ou sur cet ordinateur. À l’écran\u{a0}: ce qui nous réunit d’abord, puis ce qui se discute. La réunion peut s’arrêter à tout moment\u{a0}: tout est gardé."
                ),
                el("div.acts", kids![take_up, begin]),
            ]
        ),
        el(
            "div.cols",
            kids![
                part("h-before", "Avant", known, &[Step::Prepare, Step::Sheets, Step::Passing]),
                el("div.stack-l", kids![part("h-hour", "Pendant une heure", known, &Step::HOUR), after(known)]),
            ]
        ),
    ]
}

/// Some steps: links once there is a meeting.
fn part(id: &'static str, title: &'static str, known: bool, steps: &[Step]) -> El {
    let line = |step: &Step| {
        let name = if known { kids![link("", to(*step), step.name())] } else { kids![step.name()] };
        kids![name, words::minutes(*step).map(|minutes| el("span.meta", format!(" {minutes}")))]
    };
    el("section.stack.rule", kids![el("h2", title).attr("id", id), el("ol.plain", each("li", steps.iter().map(line)))])
        .attr("aria-labelledby", id)
}

fn after(known: bool) -> El {
    let record = known.then(|| {
        let words =
            kids![link("", Route::Report.href(), "Le relevé de décisions et les deux pages"), ", dans le rapport"];
        el("li", words)
    });
    let review = el("li", kids![link("", to(Step::Review), Step::Review.name()), ", entre deux écoles"]);
    el("section.stack.rule", kids![el("h2#h-after", "Après"), el("ul.plain", kids![record, review])])
        .attr("aria-labelledby", "h-after")
}

/// Where a meeting is taken up: the first step with something left to do.
fn resume(room: Room) -> Step {
    room.scene(|framework, dossier, campaign, meeting| {
        if meeting.started.is_none() {
            return Step::Prepare;
        }
        let docket = meeting.docket(framework, dossier, campaign);
        match () {
            () if !docket.agreed.is_empty() => Step::Agree,
            () if docket.contested.iter().any(|c| !c.decided) => Step::Opinions,
            () if meeting.actions.len() < ACTIONS => Step::Actions,
            () => Step::Close,
        }
    })
    .unwrap_or(Step::Prepare)
}

/// A new meeting, which becomes the current one.
fn begin(room: Room) {
    let made = untrack(|| {
        let id = MeetingId::parse(&clock::fresh_id())?;
        room.store.read(|_, _, campaign| Meeting::new(id, campaign, clock::today()))
    });
    if let Some(meeting) = made {
        room.store.send(Command::Meeting { id: meeting.id.clone(), meeting: Some(Placed::last(meeting)) });
        page::go(&to(Step::Prepare));
    }
}

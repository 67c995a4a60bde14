//! What agrees is adopted at once; any question can be taken out to be discussed.

use super::{Room, onward};
use crate::browser::{clock, page};
use crate::domain::meeting::{Agreed, adopt};
use crate::domain::{Campaign, Meeting, Standing};
use crate::framework::Framework;
use crate::texts::meeting::{self as words, Step};
use crate::texts::{format, results};
use crate::ui::dom::{El, Node, button, el, h1, kids};
use leptos::prelude::*;

/// How many questions are adopted at once.
const AT_ONCE: usize = 16;

pub(super) fn agree(room: Room) -> Node {
    let how_many = Memo::new(move |_| {
        let count = |f: &Framework, d: &_, c: &Campaign, m: &Meeting| m.docket(f, d, c).agreed.len().min(AT_ONCE);
        room.scene(count).unwrap_or_default()
    });
    let adopted = Memo::new(move |_| room.read(|m| m.adopted.len()).unwrap_or_default());
    kids![
        h1(kids!["Là où nous sommes d’accord, ", el("span", "nous adoptons ensemble.")]).class("say"),
        el(
            "p.meta",
            "Les avis sont les mêmes, ou voisins\u{a0}: nous retenons celui du milieu, le plus bas en cas de doute."
        ),
        el("p", move || words::adopted(adopted.get())).attr("aria-live", "polite"),
        el(
            "div.acts",
            kids![
                move || Some(how_many.get()).filter(|n| *n > 0).map(|n| button(
                    "btn go",
                    words::adopt(n),
                    move || act(room)
                )),
                onward("btn", Step::Agree),
            ]
        ),
        move || list(room),
    ]
}

fn list(room: Room) -> Option<El> {
    room.scene(|framework, dossier, campaign, meeting| {
        let docket = meeting.docket(framework, dossier, campaign);
        if docket.agreed.is_empty() {
            let heard = meeting.opinions.values().any(|o| o.whole().people() > 0);
            return el("p.note", words::nothing_agreed(heard, meeting.adopted.len()));
        }
        let items = docket.agreed.iter().take(AT_ONCE).map(|agreed| line(room, framework, campaign, meeting, agreed));
        el("ul.agreed", items.collect::<Vec<_>>())
    })
}

fn line(room: Room, framework: &Framework, campaign: &Campaign, meeting: &Meeting, agreed: &Agreed) -> El {
    let (criterion, id) = (agreed.criterion, agreed.criterion.id.clone());
    let said = meeting.opinions.get(&id).and_then(|o| words::said(framework, &o.whole()));
    let before = campaign.standing(&id);
    let replaces = (before != Standing::Unanswered && before != Standing::At(agreed.level)).then(|| {
        format!(" Remplace\u{a0}: {}.", format::lower(&results::answer(framework, campaign.answers.get(&id))))
    });
    let take_out = move || {
        room.change(|meeting| meeting.taken_out.push(id.clone()));
        room.store.offer("Elle sera discutée.".to_owned(), "Annuler", move || room.store.undo());
        page::focus("main h1");
    };
    el(
        "li",
        kids![
            el(
                "div",
                kids![
                    el("b", criterion.title.clone()),
                    el("p", criterion.fact(agreed.level).to_owned()),
                    el("p.small.meta", kids![said.map(|said| format!("{}.", format::capital(&said))), replaces]),
                ]
            ),
            button("btn txt", "En parler plutôt", take_out)
                .label(format!("En parler plutôt\u{a0}: {}", criterion.title)),
        ],
    )
}

fn act(room: Room) {
    let mut adopted = 0;
    room.send(|framework, dossier, campaign, meeting| {
        let docket = meeting.docket(framework, dossier, campaign);
        let agreed = &docket.agreed[..docket.agreed.len().min(AT_ONCE)];
        adopted = agreed.len();
        adopt(meeting, campaign, agreed, &clock::now())
    });
    if adopted > 0 {
        room.store.offer(words::adopted(adopted), "Annuler", move || room.store.undo());
        page::focus("main h1");
    }
}

//! What « Fait » opens: the question can be answered again, with the palier it would give.

use super::Form;
use crate::browser::{clock, page};
use crate::domain::follow::{Effect, effect};
use crate::domain::{Command, Standing, State};
use crate::framework::{Framework, Level};
use crate::names::CriterionId;
use crate::routes::Route;
use crate::texts::follow as words;
use crate::ui::dom::{El, button, el, kids, link};
use leptos::prelude::*;

/// The offer, while the action is done and its question says less.
pub fn done(form: Form) -> impl Fn() -> Option<El> {
    let is_done = Memo::new(move |_| form.read(|item| item.state == State::Done) == Some(true));
    move || {
        if !is_done.get() {
            return None;
        }
        let item = form.read(Clone::clone)?;
        let offer = |framework: &Framework, dossier: &_, campaign: &_| {
            effect(framework, dossier, campaign, &item).map(|effect| offer(form, framework, &effect))
        };
        form.store.read(offer).flatten()
    }
}

fn offer(form: Form, framework: &Framework, effect: &Effect) -> El {
    let (id, to) = (effect.criterion.id.clone(), effect.to);
    let route = Route::SubTheme {
        thematique: effect.thematique.id.as_str().to_owned(),
        sub_theme: effect.criterion.sub_theme.last_part().to_owned(),
    };
    el(
        "div.note.stack",
        kids![
            el("p", kids![el("b", "C’est fait."), " ", words::ask_again(effect)]),
            el("p.meta", words::effect(framework, effect)),
            el(
                "div.acts",
                kids![
                    button("btn go", "Oui, mettre la réponse à jour", move || answer_again(form, &id, to)),
                    link("btn txt", route.href(), "Relire la question"),
                ]
            ),
        ],
    )
    .attr("role", "status")
}

/// Answers the question of the action with the level it makes true.
fn answer_again(form: Form, criterion: &CriterionId, to: Level) {
    let store = form.store;
    let command = store.peek(|dossier| {
        let campaign = dossier.campaign()?;
        let answer = campaign.answers.get(criterion).cloned().unwrap_or_default();
        let mut answer = answer.choosing(Standing::At(to));
        answer.at = Some(clock::now());
        Some(Command::Answer { campaign: campaign.id.clone(), criterion: criterion.clone(), answer: Some(answer) })
    });
    if let Some(command) = command.flatten() {
        store.send(command);
        store.offer("Réponse mise à jour.".to_owned(), "Annuler", move || store.undo());
        // The button that was pressed is gone.
        page::focus("main h1");
    }
}

//! One open question: four facts as rich native radios, « À vérifier », « Sans objet », notes, and taking back.
//!
//! A choice made with the pointer opens the next question; one made from the keyboard stays, since arrows choose as
//! they move: Enter or the button goes on. « À vérifier » and « Sans objet » stay in both cases, for their fields.

use crate::browser::{clock, page};
use crate::domain::{Answer, Basis, Check, Command, Dossier, Standing};
use crate::framework::{Criterion, Fact, Framework, Level};
use crate::names::CriterionId;
use crate::texts;
use crate::ui::components::{area, explained, field, if_whole, select, stairs, submit};
use crate::ui::dom::{El, Node, button, el, kids};
use crate::ui::store::Store;
use leptos::prelude::*;
use web_sys::Event;

/// The form of one question.
pub fn open_question(
    store: Store,
    id: &CriterionId,
    (position, of): (usize, usize),
    advance: Callback<()>,
) -> Option<El> {
    let criterion = store.framework()?.criterion(id)?.clone();
    let question = Question { store, id: StoredValue::new(id.clone()) };
    let number = (of > 1).then(|| kids![el("span.eye", format!("Question {position} sur {of}")), el("br", ())]);
    let answered = Memo::new(move |_| question.read(|a| a.standing() != Standing::Unanswered));
    let facts: Vec<_> = criterion.levels.iter().map(|f| fact(question, f.level, &f.text, advance)).collect();
    let take_back =
        move || answered.get().then(|| button("btn txt", "Retirer cette réponse", move || question.take_back()));
    let form = el(
        "form",
        kids![
            el(
                "fieldset",
                kids![
                    el("legend.q", kids![number, criterion.question.clone()]).attr("tabindex", "-1"),
                    el("div.facts", facts),
                    el("div.facts.or", kids![unknown(question), not_applicable(question)]),
                ]
            )
            .attr("aria-describedby", "hint"),
            el("p.hint#hint", kids![el("b", "Pour trancher"), " ", criterion.decide.clone()]),
            store.framework().and_then(|framework| signs(&framework, &criterion)),
            store.framework().and_then(|framework| explained(&framework, &criterion)),
            notes(question),
            el("div.acts", kids![submit("Question suivante", move || advance.run(())), take_back]),
        ],
    );
    Some(el("section.open", form))
}

/// One question of the current point d’étape; cheap to copy.
#[derive(Clone, Copy)]
struct Question {
    store: Store,
    id: StoredValue<CriterionId>,
}

impl Question {
    /// Something of the answer, tracked; an empty answer when there is none.
    fn read<T>(self, get: impl Fn(&Answer) -> T) -> T {
        let answer = |dossier: &Dossier| {
            let campaign = dossier.campaign()?;
            self.id.with_value(|id| campaign.answers.get(id)).map(&get)
        };
        self.store.look(answer).flatten().unwrap_or_else(|| get(&Answer::default()))
    }

    fn command(self, answer: Option<Answer>) -> Option<Command> {
        let campaign = self.store.campaign_id()?;
        Some(Command::Answer { campaign, criterion: self.id.get_value(), answer })
    }

    fn choose(self, standing: Standing) {
        let answer = untrack(|| self.read(|answer| answer.choosing(standing)));
        if let Some(command) = self.command(Some(Answer { at: Some(clock::now()), ..answer })) {
            self.store.send(command);
        }
    }

    fn type_in(self, change: impl FnOnce(&mut Answer)) {
        let mut answer = untrack(|| self.read(Answer::clone));
        change(&mut answer);
        answer.at = Some(clock::now());
        if let Some(command) = self.command(Some(answer)) {
            self.store.send_typing(command);
        }
    }

    fn take_back(self) {
        if let Some(command) = self.command(None) {
            self.store.send(command);
            self.store.offer("Réponse retirée.".to_owned(), "Annuler", move || self.store.undo());
            // The button that was pressed is gone: the question takes the focus.
            page::focus(".open .q");
        }
    }
}

fn radio(question: Question, standing: Standing) -> El {
    let name = question.id.with_value(|id| id.as_str().to_owned());
    el("input", ())
        .attr("type", "radio")
        .attr("name", name)
        .checked(move || question.read(|a| a.standing() == standing))
        .on("change", move |_| question.choose(standing))
}

fn fact(question: Question, level: Level, text: &str, advance: Callback<()>) -> El {
    // With its number, which « Pour trancher » speaks of.
    let tier = question.store.framework().map(|f| texts::results::level(&f, level)).unwrap_or_default();
    // A pointer’s click has a detail; the click that a keyboard makes has none. The next question opens after the
    // change event of the same click.
    let clicked = move |event: Event| {
        if page::is_by_pointer(&event) {
            // By then the person may be on another screen, and this question gone.
            request_animation_frame(move || advance.try_run(()).unwrap_or_default());
        }
    };
    let words = kids![
        radio(question, Standing::At(level)),
        stairs(texts::results::level_class(level)),
        el("span", text.to_owned()),
        el("small", tier),
    ];
    el("label.fact", words).on("click", clicked)
}

/// An answer without a level, and the fields it asks for once chosen.
fn other(
    question: Question,
    standing: Standing,
    class: &'static str,
    words: &'static str,
    fields: impl Fn() -> Node + 'static,
) -> Node {
    let shown = Memo::new(move |_| question.read(|a| a.standing() == standing));
    kids![el("label.fact.alt", kids![radio(question, standing), stairs(class), el("span", words)]), move || shown
        .get()
        .then(|| el("div.more", fields())),]
}

fn unknown(question: Question) -> Node {
    let who = move || question.read(|a| a.check.as_ref().map(|c| c.who.clone()).unwrap_or_default());
    let by = move || question.read(|a| a.check.as_ref().and_then(|c| c.by).map(|d| d.to_string()).unwrap_or_default());
    let set = move |change: &dyn Fn(&mut Check)| {
        question.type_in(|answer| change(answer.check.get_or_insert_with(Check::default)));
    };
    other(question, Standing::Unknown, "pv", "À vérifier\u{a0}: nous disons qui, et pour quand", move || {
        kids![
            field("Qui vérifie\u{202f}?", "text", who, move |text| set(&|c| c.who.clone_from(&text))),
            field("Pour quand\u{202f}?", "date", by, move |text| if_whole(&text, |by| set(&|c| c.by = by))),
        ]
    })
}

fn not_applicable(question: Question) -> Node {
    let reason = move || question.read(|a| a.reason.clone().unwrap_or_default());
    other(question, Standing::NotApplicable, "pn", "Sans objet chez nous, parce que…", move || {
        kids![field("Parce que…", "text", reason, move |text| question.type_in(|a| a.reason = some(text)))]
    })
}

/// « À quoi le voit-on ? », on demand.
fn signs(framework: &Framework, criterion: &Criterion) -> Option<El> {
    let line = |fact: &Fact| {
        let stairs = stairs(texts::results::level_class(fact.level));
        let tier = el("b", framework.tier_name(fact.level).to_owned());
        el("li", kids![stairs, el("span", kids![tier, "\u{a0}: ", fact.signs.join("\u{202f}; ")])])
    };
    let items: Vec<_> = criterion.levels.iter().filter(|fact| !fact.signs.is_empty()).map(line).collect();
    (!items.is_empty())
        .then(|| el("details", kids![el("summary", "À quoi le voit-on\u{202f}?"), el("ul.signs", items)]))
}

/// A note, a different opinion, what the answer rests on: built when asked for, open when something is there.
fn notes(question: Question) -> El {
    let has_some = untrack(|| {
        question.read(|a| a.note.is_some() || a.dissent.is_some() || a.private_note.is_some() || a.basis.is_some())
    });
    let shown = RwSignal::new(has_some);
    let summary = el("summary", "Ajouter une note, un avis différent, ou sur quoi nous nous appuyons");
    let fields = move || shown.get().then(|| note_fields(question));
    el("details", kids![summary, fields]).flag("open", has_some).on("toggle", move |_| shown.set(true))
}

fn note_fields(question: Question) -> El {
    let note = move || question.read(|a| a.note.clone().unwrap_or_default());
    let dissent = move || question.read(|a| a.dissent.clone().unwrap_or_default());
    let private = move || question.read(|a| a.private_note.clone().unwrap_or_default());
    let basis = move || question.read(|a| a.basis.map_or("", Basis::as_str)).to_owned();
    let bases = [
        ("", "Non précisé"),
        (Basis::Opinion.as_str(), "Un avis partagé"),
        (Basis::Observed.as_str(), "Un fait constaté"),
        (Basis::Measured.as_str(), "Un document ou une mesure"),
    ];
    let bases = bases.into_iter().map(|(value, words)| (value.to_owned(), words.to_owned())).collect();
    el(
        "div.stack.notes",
        kids![
            area("Note", "2", note, move |text| question.type_in(|a| a.note = some(text))),
            area("Un avis différent, à garder", "2", dissent, move |text| question
                .type_in(|a| a.dissent = some(text))),
            select("Sur quoi nous appuyons-nous\u{202f}?", bases, basis, move |value| {
                question.type_in(|a| a.basis = Basis::parse(&value));
            }),
            area("Note privée (ne sort que dans la sauvegarde complète)", "2", private, move |text| {
                question.type_in(|a| a.private_note = some(text));
            }),
        ],
    )
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

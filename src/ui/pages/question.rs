//! One open question: four facts as rich native radios, « À vérifier », « Sans objet », notes, and taking back.
//!
//! A choice made with the pointer opens the next question; one made from the keyboard stays, since arrows choose as
//! they move: Enter or the button goes on. « À vérifier » and « Sans objet » stay in both cases, for their fields.

use crate::browser::clock;
use crate::domain::{Answer, Basis, Check, Command, Day, Standing};
use crate::framework::{Criterion, Level};
use crate::names::CriterionId;
use crate::texts;
use crate::ui::components::{area, field, stairs};
use crate::ui::store::Store;
use leptos::prelude::*;

/// The form of one question.
pub fn open_question(
    store: Store,
    id: &CriterionId,
    (position, of): (usize, usize),
    advance: Callback<()>,
) -> impl IntoView + use<> {
    let Some(criterion) = store.framework.with_untracked(|_| store.framework()).and_then(|f| f.criterion(id).cloned())
    else {
        return ().into_any();
    };
    let question = Question { store, id: StoredValue::new(id.clone()) };
    let number = (of > 1).then(|| view! { <span class="eye">{format!("Question {position} sur {of}")}</span><br /> });
    let answered = Memo::new(move |_| question.read(|a| a.standing() != Standing::Unanswered));
    let facts: Vec<_> = criterion.levels.iter().map(|f| fact(question, f.level, &f.text, advance)).collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        advance.run(());
    };
    view! {
        <section class="open">
            <form on:submit=submit>
                <fieldset aria-describedby="hint">
                    <legend class="q" tabindex="-1">{number}{criterion.question.clone()}</legend>
                    <div class="facts">{facts}</div>
                    <div class="facts or">{unknown(question)}{not_applicable(question)}</div>
                </fieldset>
                <p class="hint" id="hint"><b>"Pour trancher"</b>" "{criterion.decide.clone()}</p>
                {signs(&criterion)}
                {notes(question)}
                <div class="acts">
                    <button class="btn go" type="submit">"Question suivante"</button>
                    {move || answered.get().then(|| view! {
                        <button class="btn txt" type="button" on:click=move |_| question.take_back()>"Retirer cette réponse"</button>
                    })}
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// One question of the current point d’étape; cheap to copy.
#[derive(Clone, Copy)]
struct Question {
    store: Store,
    id: StoredValue<CriterionId>,
}

impl Question {
    /// Something of the answer, tracked; an empty answer when there is none.
    fn read<T>(self, get: impl FnOnce(&Answer) -> T) -> T {
        self.store.dossier.with(|dossier| {
            let answer =
                dossier.as_ref().and_then(|d| d.campaign()).and_then(|c| self.id.with_value(|id| c.answers.get(id)));
            match answer {
                Some(answer) => get(answer),
                None => get(&Answer::default()),
            }
        })
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
        }
    }
}

fn radio(question: Question, standing: Standing) -> impl IntoView {
    let name = question.id.with_value(|id| id.as_str().to_owned());
    let checked = move || question.read(|a| a.standing() == standing);
    view! { <input type="radio" name=name prop:checked=checked on:change=move |_| question.choose(standing) /> }
}

fn fact(question: Question, level: Level, text: &str, advance: Callback<()>) -> impl IntoView + use<> {
    let tier = question.store.framework.with_untracked(|_| question.store.framework());
    let tier = tier.map(|f| f.tier_name(level).to_owned()).unwrap_or_default();
    // A pointer’s click has a detail; the click that a keyboard makes has none. The next question opens after the
    // change event of the same click.
    let clicked = move |event: leptos::ev::MouseEvent| {
        if event.detail() > 0 {
            request_animation_frame(move || advance.run(()));
        }
    };
    view! {
        <label class="fact" on:click=clicked>
            {radio(question, Standing::At(level))}
            {stairs(texts::results::level_class(level))}
            <span>{text.to_owned()}</span><small>{tier}</small>
        </label>
    }
}

fn unknown(question: Question) -> impl IntoView {
    let shown = Memo::new(move |_| question.read(|a| a.standing() == Standing::Unknown));
    let who = move || question.read(|a| a.check.as_ref().map(|c| c.who.clone()).unwrap_or_default());
    let by = move || question.read(|a| a.check.as_ref().and_then(|c| c.by).map(|d| d.to_string()).unwrap_or_default());
    let set = move |change: &dyn Fn(&mut Check)| {
        question.type_in(|answer| change(answer.check.get_or_insert_with(Check::default)));
    };
    view! {
        <label class="fact alt">
            {radio(question, Standing::Unknown)}{stairs("pv")}
            <span>"À vérifier\u{a0}: nous disons qui, et pour quand"</span>
        </label>
        {move || shown.get().then(|| view! {
            <div class="more">
                {field("Qui vérifie\u{202f}?", "text", who, move |text| set(&|c| c.who.clone_from(&text)))}
                {field("Pour quand\u{202f}?", "date", by, move |text| set(&|c| c.by = Day::parse(&text)))}
            </div>
        })}
    }
}

fn not_applicable(question: Question) -> impl IntoView {
    let shown = Memo::new(move |_| question.read(|a| a.standing() == Standing::NotApplicable));
    let reason = move || question.read(|a| a.reason.clone().unwrap_or_default());
    view! {
        <label class="fact alt">
            {radio(question, Standing::NotApplicable)}{stairs("pn")}
            <span>"Sans objet chez nous, parce que…"</span>
        </label>
        {move || shown.get().then(|| view! {
            <div class="more">
                {field("Parce que…", "text", reason, move |text| question.type_in(|a| a.reason = some(text)))}
            </div>
        })}
    }
}

/// « À quoi le voit-on ? », on demand.
fn signs(criterion: &Criterion) -> impl IntoView + use<> {
    let items: Vec<_> = criterion
        .levels
        .iter()
        .filter(|fact| !fact.signs.is_empty())
        .map(|fact| view! { <li>{stairs(texts::results::level_class(fact.level))}<span>{fact.signs.join("\u{202f}; ")}</span></li> })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <details><summary>"À quoi le voit-on\u{202f}?"</summary><ul class="signs">{items}</ul></details> }
    })
}

/// A note, a different opinion, what the answer rests on: built when asked for, open when something is there.
fn notes(question: Question) -> impl IntoView {
    let has_some = untrack(|| {
        question.read(|a| a.note.is_some() || a.dissent.is_some() || a.private_note.is_some() || a.basis.is_some())
    });
    let shown = RwSignal::new(has_some);
    let note = move || question.read(|a| a.note.clone().unwrap_or_default());
    let dissent = move || question.read(|a| a.dissent.clone().unwrap_or_default());
    let private = move || question.read(|a| a.private_note.clone().unwrap_or_default());
    let basis = move || question.read(|a| a.basis.map_or("", Basis::as_str));
    let choose = move |event| {
        let value = event_target_value(&event);
        question.type_in(|a| a.basis = Basis::parse(&value));
    };
    view! {
        <details open=has_some on:toggle=move |_| shown.set(true)>
            <summary>"Ajouter une note, un avis différent, ou sur quoi nous nous appuyons"</summary>
            {move || shown.get().then(|| view! {
                <div class="stack notes">
                    {area("Note", 2, note, move |text| question.type_in(|a| a.note = some(text)))}
                    {area("Un avis différent, à garder", 2, dissent, move |text| question.type_in(|a| a.dissent = some(text)))}
                    <label>"Sur quoi nous appuyons-nous\u{202f}?"
                        <select prop:value=basis on:change=choose>
                            <option value="">"Non précisé"</option>
                            <option value="opinion">"Un avis partagé"</option>
                            <option value="observed">"Un fait constaté"</option>
                            <option value="measured">"Un document ou une mesure"</option>
                        </select>
                    </label>
                    {area("Note privée (ne sort que dans la sauvegarde complète)", 2, private,
                        move |text| question.type_in(|a| a.private_note = some(text)))}
                </div>
            })}
        </details>
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

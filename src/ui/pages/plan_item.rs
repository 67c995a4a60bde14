//! The form of one decided action. Everything is saved as it is typed or chosen.

use crate::browser::page;
use crate::domain::commands::Placed;
use crate::domain::{Command, Day, PlanItem, State};
use crate::framework::{Horizon, Period};
use crate::names::{PlanItemId, ThematiqueId};
use crate::routes::Route;
use crate::texts::plan;
use crate::ui::components::{area, field};
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// The screen of one action.
pub fn plan_item(id: PlanItemId) -> impl IntoView {
    let store = store();
    let form = Form { store, id: StoredValue::new(id) };
    let known = Memo::new(move |_| form.read(|_| ()).is_some());
    move || if known.get() { form.view().into_any() } else { gone().into_any() }
}

fn gone() -> impl IntoView {
    view! {
        <section class="stack-l"><h1 tabindex="-1">"Cette action n’est plus dans le plan"</h1>
            <p>"Elle a été retirée, ici ou dans un autre onglet."</p>
            <div class="acts"><a class="btn" href=Route::Plan.href()>"Revenir au plan"</a></div></section>
    }
}

#[derive(Clone, Copy)]
struct Form {
    store: Store,
    id: StoredValue<PlanItemId>,
}

impl Form {
    fn read<T>(self, get: impl FnOnce(&PlanItem) -> T) -> Option<T> {
        self.store.dossier.with(|dossier| {
            let plan = &dossier.as_ref()?.plan;
            self.id.with_value(|id| plan.iter().find(|item| item.id == *id)).map(get)
        })
    }

    fn text(self, get: fn(&PlanItem) -> String) -> impl Fn() -> String + Send + Copy {
        move || self.read(get).unwrap_or_default()
    }

    fn command(self, change: impl FnOnce(&mut PlanItem)) -> Option<Command> {
        let mut item = untrack(|| self.read(PlanItem::clone))?;
        change(&mut item);
        item.sequence += 1;
        Some(Command::PlanItem { id: item.id.clone(), item: Some(Placed::last(item)) })
    }

    fn type_in(self, change: impl FnOnce(&mut PlanItem)) {
        if let Some(command) = self.command(change) {
            self.store.send_typing(command);
        }
    }

    fn choose(self, change: impl FnOnce(&mut PlanItem)) {
        if let Some(command) = self.command(change) {
            self.store.send(command);
        }
    }

    fn remove(self) {
        let store = self.store;
        store.send(Command::PlanItem { id: self.id.get_value(), item: None });
        page::go(&Route::Plan.href());
        // The arrival on the plan clears messages; this one belongs there.
        request_animation_frame(move || {
            store.offer("Action retirée du plan.".to_owned(), "Annuler", move || store.undo());
        });
    }

    fn view(self) -> impl IntoView {
        view! {
            <section class="stack-l">
                <div><p class="eye">"Plan d’action"</p><h1 tabindex="-1">"Modifier l’action"</h1></div>
                <form class="form" on:submit=|event| { event.prevent_default(); page::go(&Route::Plan.href()); }>
                    {self.thematique()}
                    {field("Axe d’amélioration (quoi)", "text", self.text(|i| i.axis.clone()), move |t| self.type_in(|i| i.axis = t))}
                    {field("Action (comment)", "text", self.text(|i| i.title.clone()), move |t| self.type_in(|i| i.title = t))}
                    {area("Étapes, une par ligne", 4, self.text(|i| i.how.join("\n")), move |t| self.type_in(|i| i.how = split(&t)))}
                    {area("Pilote, une fonction par ligne", 2, self.text(|i| i.leads.join("\n")), move |t| self.type_in(|i| i.leads = split(&t)))}
                    {area("Avec, une fonction par ligne", 2, self.text(|i| i.involved.join("\n")), move |t| self.type_in(|i| i.involved = split(&t)))}
                    {self.when()}
                    {area("Indicateurs, un par ligne", 2, move || self.indicators(), move |t| self.set_indicators(&t))}
                    {area("Nous saurons que c’est réussi quand…", 2, self.text(|i| i.success.join("\n")), move |t| self.type_in(|i| i.success = split(&t)))}
                    {self.state()}
                    {area("Note", 2, self.text(|i| i.note.clone().unwrap_or_default()), move |t| self.type_in(|i| i.note = (!t.is_empty()).then_some(t)))}
                    <div class="acts">
                        <button class="btn go" type="submit">"Revenir au plan"</button>
                        <button class="btn txt" type="button" on:click=move |_| self.remove()>"Retirer du plan"</button>
                    </div>
                </form>
            </section>
        }
    }

    fn thematique(self) -> impl IntoView {
        let options = self
            .store
            .framework()
            .map(|f| f.thematiques.iter().map(|t| (t.id.as_str().to_owned(), t.title.clone())).collect::<Vec<_>>());
        let current = self.text(|i| i.thematique.as_ref().map(|t| t.as_str().to_owned()).unwrap_or_default());
        let choose = move |value: String| self.choose(|i| i.thematique = ThematiqueId::parse(&value));
        let mut all = vec![(String::new(), "Aucune en particulier".to_owned())];
        all.extend(options.unwrap_or_default());
        select("Thématique", all, current, choose)
    }

    fn when(self) -> impl IntoView {
        let periods = words(Period::ALL, |p| (p.as_str(), plan::period(p)));
        let horizons = words(Horizon::ALL, |h| (h.as_str(), plan::horizon(h)));
        view! {
            <fieldset class="row"><legend>"Quand"</legend>
                {select("Moment", periods, self.text(|i| i.period.map(|p| p.as_str().to_owned()).unwrap_or_default()),
                    move |v| self.choose(|i| i.period = Period::parse(&v)))}
                {select("Année", horizons, self.text(|i| i.horizon.map(|h| h.as_str().to_owned()).unwrap_or_default()),
                    move |v| self.choose(|i| i.horizon = Horizon::parse(&v)))}
                {field("Ou un jour précis", "date", self.text(|i| i.due.map(|d| d.to_string()).unwrap_or_default()),
                    move |t| self.choose(|i| i.due = Day::parse(&t)))}
            </fieldset>
        }
    }

    fn state(self) -> impl IntoView {
        let options = State::ALL.iter().map(|s| (s.as_str().to_owned(), plan::state(*s).to_owned())).collect();
        let waiting = Memo::new(move |_| self.read(|i| i.state == State::Waiting).unwrap_or(false));
        view! {
            <div class="row">
                {select("État", options, self.text(|i| i.state.as_str().to_owned()),
                    move |v| self.choose(|i| i.state = State::parse(&v).unwrap_or(i.state)))}
                {move || waiting.get().then(|| field("En attente de…", "text",
                    self.text(|i| i.waiting_for.clone().unwrap_or_default()),
                    move |t| self.type_in(|i| i.waiting_for = (!t.is_empty()).then_some(t))))}
            </div>
        }
    }

    /// Titles on the screen, ids in the dossier where the référentiel knows them.
    fn indicators(self) -> String {
        let Some(framework) = self.store.framework() else { return String::new() };
        self.read(|i| i.indicators.iter().map(|id| framework.indicator_title(id)).collect::<Vec<_>>().join("\n"))
            .unwrap_or_default()
    }

    fn set_indicators(self, text: &str) {
        let framework = untrack(|| self.store.framework());
        let id_of = |line: String| {
            let known = framework.as_ref().and_then(|f| f.indicators.iter().find(|i| i.title == line));
            known.map_or(line, |i| i.id.clone())
        };
        self.type_in(|i| i.indicators = split(text).into_iter().map(id_of).collect());
    }
}

/// Lines as typed: a line being begun must not vanish under the hand, so only the ends of the list are trimmed.
fn split(text: &str) -> Vec<String> {
    if text.trim().is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() }
}

fn words<T: Copy>(all: &'static [T], name: fn(T) -> (&'static str, &'static str)) -> Vec<(String, String)> {
    let named = all.iter().map(|word| name(*word)).map(|(value, label)| (value.to_owned(), label.to_owned()));
    std::iter::once((String::new(), "Non précisé".to_owned())).chain(named).collect()
}

fn select(
    label: &'static str,
    options: Vec<(String, String)>,
    value: impl Fn() -> String + Send + 'static,
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let options: Vec<_> =
        options.into_iter().map(|(value, label)| view! { <option value=value>{label}</option> }).collect();
    view! {
        <label>{label}<select prop:value=value on:change=move |event| choose(event_target_value(&event))>{options}</select></label>
    }
}

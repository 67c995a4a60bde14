//! Who the school is. Only the types matter for the questions; everything else may stay empty.

use crate::domain::school::check_uai;
use crate::domain::{Command, Participants, Role, School as SchoolFacts};
use crate::framework::SchoolType;
use crate::routes::Route;
use crate::texts::school as words;
use crate::ui::components::field;
use crate::ui::store::{Store, store};
use leptos::prelude::*;

/// The screen.
#[component]
pub fn School() -> impl IntoView {
    let store = store();
    let facts = Facts { store };
    let types: Vec<_> = SchoolType::ALL.iter().map(|kind| facts.kind(*kind)).collect();
    let advice = move || words::uai_advice(check_uai(&facts.read(|s| s.uai.clone())));
    let questions = move || store.read(|f, d, c| crate::texts::questions::scope(f, d, c));
    view! {
        <section class="stack-l">
            <div><h1 tabindex="-1">"Votre école ou établissement"</h1>
                <p class="meta">"Seul le type change les questions. Le reste peut rester vide\u{202f}; rien ne sort de cet ordinateur."</p></div>
            <form class="form" on:submit=|event| { event.prevent_default(); crate::browser::page::go(&Route::Questions.href()); }>
                <fieldset><legend><b>"Que réunit-il\u{202f}?"</b>" Plusieurs réponses sont possibles."</legend>
                    <div class="checks">{types}</div></fieldset>
                {field("Nom", "text", move || facts.read(|s| s.name.clone()), move |t| facts.type_in(|s| s.name = t))}
                <div class="row">
                    {field("Code de l’école (UAI), facultatif", "text", move || facts.read(|s| s.uai.clone()), move |t| facts.type_in(|s| s.uai = t))}
                    {field("Nombre d’élèves", "number", move || facts.read(|s| s.pupils.map(|n| n.to_string()).unwrap_or_default()),
                        move |t| facts.type_in(|s| s.pupils = t.trim().parse().ok().filter(|n| *n <= 100_000)))}
                </div>
                <p class="advice" aria-live="polite">{advice}</p>
                <div class="row">
                    {field("Commune, facultatif", "text", move || facts.read(|s| s.commune.clone()), move |t| facts.type_in(|s| s.commune = t))}
                    {field("Académie, facultatif", "text", move || facts.read(|s| s.academie.clone()), move |t| facts.type_in(|s| s.academie = t))}
                </div>
                {facts.participants()}
                <p class="meta">{questions}</p>
                <div class="acts"><button class="btn go" type="submit">"Répondre aux questions"</button></div>
            </form>
        </section>
    }
}

#[derive(Clone, Copy)]
struct Facts {
    store: Store,
}

impl Facts {
    fn read<T: Default>(self, get: impl FnOnce(&SchoolFacts) -> T) -> T {
        self.store.dossier.with(|d| d.as_ref().map(|d| get(&d.school))).unwrap_or_default()
    }

    fn changed(self, change: impl FnOnce(&mut SchoolFacts)) -> Command {
        let mut school = untrack(|| self.read(SchoolFacts::clone));
        change(&mut school);
        Command::School(school)
    }

    fn type_in(self, change: impl FnOnce(&mut SchoolFacts)) {
        self.store.send_typing(self.changed(change));
    }

    fn kind(self, kind: SchoolType) -> impl IntoView {
        let checked = move || self.read(|s| s.types.contains(&kind));
        let toggle = move |_| {
            self.store.send(self.changed(|s| {
                let had = s.types.contains(&kind);
                let has = |t: &SchoolType| if *t == kind { !had } else { s.types.contains(t) };
                s.types = SchoolType::ALL.iter().copied().filter(has).collect();
            }));
        };
        view! { <label class="check"><input type="checkbox" prop:checked=checked on:change=toggle />{words::type_label(kind)}</label> }
    }

    /// Who takes part, counted by role and never named.
    fn participants(self) -> impl IntoView {
        let store = self.store;
        let shown = RwSignal::new(false);
        let summary = move || {
            store
                .read(|_, dossier, campaign| words::participants(&campaign.participants, &dossier.school))
                .flatten()
                .unwrap_or_else(|| "Qui participe aujourd’hui\u{202f}? (facultatif)".to_owned())
        };
        view! {
            <details on:toggle=move |_| shown.set(true)><summary>{summary}</summary>
                {move || shown.get().then(|| {
                    let fields: Vec<_> = Role::ALL.iter().map(|role| self.role(*role)).collect();
                    view! { <div class="roles">{fields}</div> }
                })}
            </details>
        }
    }

    fn role(self, role: Role) -> impl IntoView {
        let store = self.store;
        let label = untrack(|| self.read(|s| words::role_label(role, s)));
        let counts = move || store.read(|_, _, c| c.participants.clone()).unwrap_or_default();
        let value = move || counts().counts.get(&role).map(ToString::to_string).unwrap_or_default();
        let set = move |text: String| {
            let mut participants: Participants = untrack(counts);
            match text.trim().parse::<u32>().ok().filter(|n| (1..10_000).contains(n)) {
                Some(n) => participants.counts.insert(role, n),
                None => participants.counts.remove(&role),
            };
            if let Some(campaign) = store.campaign_id() {
                store.send_typing(Command::Participants { campaign, participants });
            }
        };
        field(label, "number", value, set)
    }
}

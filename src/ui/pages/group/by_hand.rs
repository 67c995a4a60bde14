//! A school typed by hand, from what is read aloud: a sign a question, and the hand goes to the next.

use super::room;
use crate::browser::{clock, page};
use crate::documents::{Shared, animator, animator_file_name};
use crate::domain::group::by_hand;
use crate::domain::{Answer, Campaign, Dossier, Scope, Standing};
use crate::framework::{Criterion, Framework, SchoolType};
use crate::names::{CampaignId, CriterionId, DossierId};
use crate::routes::Route;
use crate::texts::{animator as signs, school as school_words};
use crate::ui::components::{check, field};
use crate::ui::dom::{El, Node, button, el, input_of, kids, link};
use crate::ui::store::Store;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is being typed.
#[derive(Clone)]
struct Typed {
    /// Of its dossier and point d’étape: the file that is saved and the school of the view are the same.
    ids: Option<(DossierId, CampaignId)>,
    name: String,
    commune: String,
    types: Vec<SchoolType>,
    answers: BTreeMap<CriterionId, Standing>,
}

impl Typed {
    fn new() -> Self {
        let ids = DossierId::parse(&clock::fresh_id()).zip(CampaignId::parse(&clock::fresh_id()));
        Self { ids, name: String::new(), commune: String::new(), types: Vec::new(), answers: BTreeMap::new() }
    }
}

/// The view.
pub fn by_hand(store: Store) -> Node {
    let typed = RwSignal::new(Typed::new());
    let said = RwSignal::new(String::new());
    let types = SchoolType::ALL.iter().map(|kind| {
        let kind = *kind;
        check(
            school_words::type_label(kind),
            move || typed.with(|t| t.types.contains(&kind)),
            move |on| {
                typed.update(|t| {
                    t.types.retain(|kept| *kept != kind);
                    if on {
                        t.types.push(kind);
                    }
                });
            },
        )
    });
    let questions = Memo::new(move |_| typed.with(|t| t.types.clone()));
    let lines = move || {
        let types = questions.get();
        store.framework().map(|framework| table(store, &framework, &types, typed))
    };
    kids![
        el(
            "section.form",
            kids![
                el(
                    "p",
                    "Pour l’école dont le poste ne donne pas de fichier. Chez elle, «\u{a0}Fichier pour l’animateur\u{a0}» montre les lignes à taper."
                ),
                field(
                    "Son nom, si elle le veut bien",
                    "text",
                    move || typed.with(|t| t.name.clone()),
                    move |name| typed.update(|t| t.name = name)
                ),
                field(
                    "Sa commune",
                    "text",
                    move || typed.with(|t| t.commune.clone()),
                    move |commune| typed.update(|t| t.commune = commune)
                ),
                el("fieldset", kids![el("legend", "Son type"), el("div.checks", types.collect::<Vec<_>>())]),
            ]
        ),
        lines,
        el(
            "div.acts",
            kids![
                button("btn go", "Ajouter cette école", move || add(store, typed, said)),
                button("btn", "Enregistrer en fichier", move || save(store, typed, said)),
                link("btn", Route::Group.href(), "Revenir aux fichiers"),
                el("p", move || said.get()).attr("role", "status"),
            ]
        ),
    ]
}

fn table(store: Store, framework: &Framework, types: &[SchoolType], typed: RwSignal<Typed>) -> El {
    let school = crate::domain::School { types: types.to_vec(), ..Default::default() };
    let asked: Vec<&Criterion> =
        framework.criteria.iter().filter(|c| c.essential && school.is_among(&c.applies_to)).collect();
    let rows: Vec<El> = asked.iter().enumerate().map(|(n, c)| line(store, n, c, typed)).collect();
    let how = "Un signe par ligne\u{a0}: 0, 1, 2 ou 3 pour le palier, v pour à vérifier, s pour sans objet, - sans réponse. La main passe à la ligne suivante.";
    el("section.stack", kids![el("p#h-signs", how), el("ol.stack.numbers", rows)])
}

fn line(store: Store, n: usize, criterion: &Criterion, typed: RwSignal<Typed>) -> El {
    let id = StoredValue::new(criterion.id.clone());
    let answer = move || typed.with(|t| id.with_value(|id| t.answers.get(id).copied()));
    let sign = move || answer().map(|standing| by_hand::sign(standing).to_string()).unwrap_or_default();
    let words =
        move || store.framework().zip(answer()).map(|(framework, standing)| signs::signed(&framework, standing));
    let input = el("input", ())
        .attr("type", "text")
        .attr("maxlength", "1")
        .attr("id", format!("line-{n}"))
        .attr("aria-describedby", "h-signs")
        .value(sign)
        .on("input", move |event| {
            let Some(input) = input_of(&event) else { return };
            let standing = input.value().trim().chars().next().and_then(by_hand::standing);
            typed.update(|t| match standing {
                Some(standing) => drop(t.answers.insert(id.get_value(), standing)),
                None => drop(t.answers.remove(&id.get_value())),
            });
            match standing {
                Some(_) => page::focus(&format!("#line-{}", n + 1)),
                None => input.set_value(""),
            }
        });
    el("li", el("label.sign", kids![input, el("span", criterion.title.clone()), el("span.meta", words)]))
}

/// The dossier that was typed.
fn dossier(store: Store, typed: &Typed) -> Option<Dossier> {
    let framework = untrack(|| store.framework())?;
    let (id, campaign) = typed.ids.clone()?;
    let mut campaign = Campaign::new(campaign, String::new(), store.today(), Scope::Essential);
    let answers = typed.answers.iter().map(|(id, standing)| (id.clone(), Answer::default().choosing(*standing)));
    campaign.answers = answers.collect();
    let mut dossier = Dossier::new(id, &framework, campaign);
    dossier.school.types = SchoolType::ALL.iter().copied().filter(|kind| typed.types.contains(kind)).collect();
    (dossier.school.name, dossier.school.commune) = (typed.name.clone(), typed.commune.clone());
    Some(dossier)
}

fn add(store: Store, typed: RwSignal<Typed>, said: RwSignal<String>) {
    if typed.with_untracked(|t| t.answers.is_empty()) {
        return said.set("Tapez d’abord au moins une réponse.".to_owned());
    }
    let member = typed.with_untracked(|t| dossier(store, t)).and_then(|dossier| room::member(store, &dossier));
    if let Some(mut member) = member {
        member.by_hand = true;
        room::add(store, member);
        typed.set(Typed::new());
        said.set("L’école est dans la vue. Vous pouvez en taper une autre.".to_owned());
        page::focus("main h1");
    }
}

/// The school as a file, since nothing is kept here.
fn save(store: Store, typed: RwSignal<Typed>, said: RwSignal<String>) {
    let Some(dossier) = typed.with_untracked(|t| dossier(store, t)) else { return };
    let shared = Shared { name: true, titles: false };
    let name = animator_file_name(&dossier, shared, store.today());
    let text = animator(&dossier, None, shared);
    said.set(match crate::browser::files::download(&name, &text, "application/json") {
        true => format!("Enregistré dans vos téléchargements\u{a0}: {name}"),
        false => "Ce navigateur n’enregistre pas de fichier ici.".to_owned(),
    });
}

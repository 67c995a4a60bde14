//! Every export is a list of the fields it takes. Each field of a whole dossier is marked; each mark is looked for in each
//! document, and what is found is compared with what was decided, both ways.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/export.rs"]
mod export;
#[path = "common/files.rs"]
mod files;

use files::{corpus, framework, parsed};
use paliers::documents;
use paliers::exports::{Kind, Options};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Where a field may be found: O odt, H html, S ods, a CSV of answers, r of results, p of the plan; after a slash, only
/// when notes are asked for. A field absent here is found nowhere.
const TAKEN: [(&str, &str); 55] = [
    ("campaigns.2.answers.acces.egalite.reperer.check.by", "OSHa"),
    ("campaigns.2.answers.acces.egalite.reperer.check.who", "OSHa"),
    ("campaigns.2.answers.acces.inclusion.adapter.reason", "OSHa"),
    ("campaigns.2.answers.responsable.donnees.recenser.dissent", "OSHa"),
    ("campaigns.2.answers.responsable.donnees.recenser.dots", "Sa"),
    ("campaigns.2.answers.responsable.donnees.recenser.note", "/OSHa"),
    ("campaigns.2.date", "OH"),
    ("campaigns.2.name", "OH"),
    ("campaigns.2.participants.accompagnement", "OH"),
    ("campaigns.2.participants.agents", "OH"),
    ("campaigns.2.participants.collectivite", "OH"),
    ("campaigns.2.participants.direction", "OH"),
    ("campaigns.2.participants.eleves", "OH"),
    ("campaigns.2.participants.enseignants", "OH"),
    ("campaigns.2.participants.parents", "OH"),
    ("campaigns.2.participants.partenaires", "OH"),
    ("campaigns.2.participants.vie-scolaire", "OH"),
    ("meetings.0.date", "OH"),
    ("meetings.0.next", "OH"),
    ("meetings.0.opinions.acces.egalite.reperer.0", "OH"),
    ("meetings.0.opinions.acces.egalite.reperer.roles.parents.1", "OH"),
    ("meetings.0.opinions.acces.egalite.reperer.roles.parents.not_applicable", "OH"),
    ("meetings.0.opinions.acces.egalite.reperer.unknown", "OH"),
    ("meetings.0.opinions.responsable.donnees.recenser.0", "OH"),
    ("meetings.0.opinions.responsable.donnees.recenser.2", "OH"),
    ("meetings.0.opinions.responsable.donnees.recenser.3", "OH"),
    ("meetings.0.present.direction", "OH"),
    ("meetings.0.present.enseignants", "OH"),
    ("meetings.0.present.parents", "OH"),
    ("plan.0.axis", "OSHp"),
    ("plan.0.due", "OSHp"),
    ("plan.0.how.0", "OSHp"),
    ("plan.0.how.1", "OSHp"),
    ("plan.0.indicators.0", "OSHp"),
    ("plan.0.involved.0", "OSHp"),
    ("plan.0.leads.0", "OSHp"),
    ("plan.0.means.financial", "OSHp"),
    ("plan.0.means.human", "OSHp"),
    ("plan.0.means.legal", "OSHp"),
    ("plan.0.note", "/OSHp"),
    ("plan.0.steps.0.text", "OSHp"),
    ("plan.0.steps.1.text", "OSHp"),
    ("plan.0.success.0", "OSHp"),
    ("plan.0.title", "OSHp"),
    ("plan.0.waiting_for", "OSHp"),
    ("plan.1.axis", "OSHp"),
    ("plan.1.title", "OSHp"),
    ("school.academie", "OH"),
    ("school.commune", "OH"),
    ("school.name", "OSH"),
    ("school.pupils", "OH"),
    ("school.uai", "OH"),
    ("targets.criteria.responsable.donnees.recenser.due", "OH"),
    ("targets.thematiques.responsable.due", "OSHr"),
    ("workshops.0.cards.0.text", "OH"),
];

/// Words of closed lists and references, which documents say in their own words.
const SAID_OTHERWISE: [&str; 21] = [
    "format",
    "schema",
    "example",
    "framework",
    "types",
    "scope",
    "level",
    "status",
    "basis",
    "action",
    "criterion",
    "to",
    "kind",
    "thematique",
    "period",
    "horizon",
    "state",
    "done",
    "adopted",
    "discussed",
    "taken_out",
];

/// A mark a field, by its path.
type Marks = BTreeMap<String, String>;

#[test]
fn each_export_takes_the_fields_it_says_and_no_other() {
    let mut value = parsed(&corpus("dossier-1-complete"));
    value["framework"] = json!({"id": "essai", "version": "1.0.0"});
    value["targets"]["criteria"]["responsable.donnees.recenser"]["due"] = json!("2027-01-01");
    // What a later version of Paliers keeps in the file stays in the file.
    (value["meetings"], value["workshops"]) = {
        let met = parsed(&corpus("dossier-1-met"));
        (json!([met["meetings"][0]]), met["workshops"].clone())
    };
    (value["later"], value["plan"][0]["later"]) = (json!("x"), json!({"deep": ["x"]}));
    let mut marks = Marks::new();
    mark(&mut value, "", &mut marks);
    value["meetings"][0]["workshop"] = value["workshops"][0]["id"].clone();
    value["meetings"][0]["actions"][0] = value["plan"][0]["id"].clone();
    let dossier = documents::read(&value.to_string()).unwrap();
    assert_eq!(dossier.warnings, [], "a mark is what its field may hold");
    let found = found(&dossier.dossier, &marks);
    let expected: BTreeMap<String, String> =
        TAKEN.iter().map(|(path, where_)| ((*path).into(), (*where_).into())).collect();
    assert_eq!(found, expected);
    assert!(marks.len() > 50, "{}", marks.len());
}

/// Puts a mark in each field, of its own type.
fn mark(value: &mut Value, path: &str, marks: &mut Marks) {
    let last = path.rsplit('.').find(|part| part.parse::<u32>().is_err()).unwrap_or_default();
    if SAID_OTHERWISE.contains(&last) {
        return;
    }
    let number = marks.len() + 1;
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| mark(value, &join(path, name), marks)),
        Value::Array(list) => {
            list.iter_mut().enumerate().for_each(|(n, value)| mark(value, &join(path, &n.to_string()), marks))
        }
        Value::Null => {}
        leaf => {
            let (put, seen) = match (last, &*leaf) {
                ("date" | "by" | "due" | "decided" | "next", _) => {
                    (json!(format!("2{number:03}-01-01")), format!("2{number:03}"))
                }
                ("dots", _) => (json!(900 + number), (900 + number).to_string()),
                (_, Value::Number(_)) => (json!(7000 + number), (7000 + number).to_string()),
                _ => (json!(format!("Zz{number}zZ")), format!("z{number}zZ")),
            };
            *leaf = put;
            marks.insert(path.to_owned(), seen);
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The letters of the documents that hold each mark.
fn found(dossier: &paliers::domain::Dossier, marks: &Marks) -> BTreeMap<String, String> {
    let text = |kind: Kind, notes| export::text(kind, &framework(), dossier, &Options { notes, ..Options::all() });
    let documents: Vec<(char, String, String)> = Kind::ALL
        .iter()
        .zip(['O', 'S', 'H', 'a', 'r', 'p'])
        .map(|(kind, letter)| (letter, text(*kind, false), text(*kind, true)))
        .collect();
    let holding = |mark: &str| {
        let always: String = documents.iter().filter(|(_, plain, _)| plain.contains(mark)).map(|d| d.0).collect();
        let noted: String = documents
            .iter()
            .filter(|(_, plain, noted)| noted.contains(mark) && !plain.contains(mark))
            .map(|d| d.0)
            .collect();
        if noted.is_empty() { always } else { format!("{always}/{noted}") }
    };
    marks.iter().map(|(path, mark)| (path.clone(), holding(mark))).filter(|(_, letters)| !letters.is_empty()).collect()
}

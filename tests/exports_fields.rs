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
use paliers::framework::Reach;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Where a field may be found: O odt, H html, S ods, a CSV of answers, r of results, p of the plan, i of indicators, c of
/// the directory, L a letter, W the tables of a workshop, d n q its CSV, P I C an ods of one
/// table; after a slash, only when notes are asked for. A
/// field absent here is found nowhere: a name of the directory, how to reach someone.
const TAKEN: [(&str, &str); 72] = [
    ("actors.0.purpose", "ScC"),
    ("actors.0.role", "ScC"),
    ("campaigns.2.answers.acces.egalite.reperer.check.by", "OSHa"),
    ("campaigns.2.answers.acces.egalite.reperer.check.who", "OSHa"),
    ("campaigns.2.answers.acces.inclusion.adapter.reason", "OSHa"),
    ("campaigns.2.answers.responsable.donnees.recenser.dissent", "OSHa"),
    ("campaigns.2.answers.responsable.donnees.recenser.dots", "Sa"),
    ("campaigns.2.answers.responsable.donnees.recenser.note", "/OSHa"),
    ("campaigns.2.date", "OHL"),
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
    ("indicators.0.corrective", "SiI"),
    ("indicators.0.effect", "SiI"),
    ("indicators.0.start", "SiI"),
    ("indicators.0.target", "SiI"),
    ("indicators.0.title", "SiI"),
    ("indicators.0.unit", "SiI"),
    ("indicators.0.values.0.date", "SiI"),
    ("indicators.0.values.0.value", "SiI"),
    ("indicators.0.values.1.date", "SiI"),
    ("indicators.0.values.1.value", "SiI"),
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
    ("plan.0.axis", "OSHpWqP"),
    ("plan.0.due", "OSHpWqP"),
    ("plan.0.how.0", "OSHpWqP"),
    ("plan.0.how.1", "OSHpWqP"),
    ("plan.0.indicators.0", "OSHpWqP"),
    ("plan.0.involved.0", "OSHpWqP"),
    ("plan.0.leads.0", "OSHpWqP"),
    ("plan.0.means.financial", "OSHpP"),
    ("plan.0.means.human", "OSHpP"),
    ("plan.0.means.legal", "OSHpP"),
    ("plan.0.note", "/OSHpP"),
    ("plan.0.steps.0.text", "OSHpP"),
    ("plan.0.steps.1.text", "OSHpP"),
    ("plan.0.success.0", "OSHpWqP"),
    ("plan.0.title", "OSHpLWqP"),
    ("plan.0.waiting_for", "OSHpP"),
    ("plan.1.axis", "OSHpP"),
    ("plan.1.title", "OSHpP"),
    ("school.academie", "OH"),
    ("school.commune", "OHL"),
    ("school.name", "OSHLW"),
    ("school.pupils", "OH"),
    ("school.uai", "OH"),
    ("targets.criteria.responsable.donnees.recenser.due", "OH"),
    ("targets.thematiques.responsable.due", "OSHr"),
    ("workshops.0.axes.0.text", "Wn"),
    ("workshops.0.cards.0.text", "Wdn"),
    ("workshops.0.cards.1.text", "OHWd"),
    ("workshops.0.date", "W"),
    ("workshops.0.needs.0.text", "Wn"),
    ("workshops.0.title", "W"),
];

/// What « Fichier pour l’animateur » holds, as paths of keys; after a slash, what has to be ticked.
const FOR_THE_ANIMATOR: [&str; 26] = [
    "campaigns.answers.*.level",
    "campaigns.answers.*.status",
    "campaigns.date",
    "campaigns.id",
    "campaigns.participants.accompagnement",
    "campaigns.participants.agents",
    "campaigns.participants.collectivite",
    "campaigns.participants.direction",
    "campaigns.participants.eleves",
    "campaigns.participants.enseignants",
    "campaigns.participants.parents",
    "campaigns.participants.partenaires",
    "campaigns.participants.vie-scolaire",
    "campaigns.scope",
    "format",
    "framework.id",
    "framework.version",
    "id",
    "plan.action",
    "plan.criterion",
    "plan.id",
    "plan.state",
    "plan.to",
    "schema",
    "school.pupils",
    "school.types",
];
/// Holds a name, or a place: taken when it is not empty.
const FOR_THE_ANIMATOR_IF_SAID: [&str; 1] = ["school.commune"];

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
    value["meetings"] = json!([parsed(&corpus("dossier-1-met"))["meetings"][0]]);
    let followed = parsed(&corpus("dossier-1-followed"));
    for list in ["workshops", "indicators", "actors"] {
        value[list] = json!([followed[list][0]]);
    }
    value["plan"][0]["origin"] = json!({"kind": "irritant", "ref": "nov.x1"});
    // What the school adapts leaves as the document that it adapts, never with the report.
    value["papers"] = parsed(&corpus("dossier-1-papers"))["papers"].clone();
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
    // What links the tables of a workshop is said by where things stand in them.
    let links = path.starts_with("workshops") && ["id", "answers", "row", "who"].contains(&last);
    if links || path == "plan.0.origin.ref" || SAID_OTHERWISE.contains(&last) {
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
    // The action of the plan is one to ask of others, so that there is a letter.
    let mut asking = framework();
    asking.actions[0].reach = Reach::Collectivite;
    let text = |kind: Kind, notes| match kind {
        Kind::Letter => export::text(kind, &asking, dossier, &Options { notes, ..Options::about("collectivite") }),
        Kind::Workshop | Kind::CsvDiagnosis | Kind::CsvNeeds | Kind::CsvDecided => {
            export::text(kind, &framework(), dossier, &Options { notes, ..Options::about("nov") })
        }
        _ => export::text(kind, &framework(), dossier, &Options { notes, ..Options::all() }),
    };
    let letters = ['O', 'S', 'H', 'a', 'r', 'p', 'i', 'c', 'L', 'W', 'd', 'n', 'q', 'P', 'I', 'C'];
    assert_eq!(Kind::ALL.len(), letters.len());
    let documents: Vec<(char, String, String)> =
        Kind::ALL.iter().zip(letters).map(|(kind, letter)| (letter, text(*kind, false), text(*kind, true))).collect();
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

/// The complete dossier with a mark in each field that is no word of a list.
fn marked() -> (paliers::domain::Dossier, Marks) {
    let mut value = parsed(&corpus("dossier-1-complete"));
    value["framework"] = json!({"id": "essai", "version": "1.0.0"});
    (value["later"], value["school"]["later"]) = (json!("x"), json!("x"));
    (value["plan"][0]["later"], value["campaigns"][0]["participants"]["later"]) = (json!({"deep": ["x"]}), json!("x"));
    let mut marks = Marks::new();
    mark(&mut value, "", &mut marks);
    (documents::read(&value.to_string()).unwrap().dossier, marks)
}

#[test]
fn the_animator_gets_the_fields_of_the_list_and_no_other() {
    let (dossier, _) = marked();
    let keys = |shared| {
        let mut keys = std::collections::BTreeSet::new();
        paths(&parsed(&documents::animator(&dossier, Some(&framework()), shared)), "", &mut keys);
        keys.into_iter().collect::<Vec<_>>()
    };
    let shared = |name, titles| documents::Shared { name, titles };
    let mut always: Vec<&str> = [FOR_THE_ANIMATOR.as_slice(), &FOR_THE_ANIMATOR_IF_SAID].concat();
    always.sort_unstable();
    assert_eq!(keys(shared(false, false)), always);
    for (ticked, besides) in [(shared(true, false), "school.name"), (shared(false, true), "plan.title")] {
        let new: Vec<String> = keys(ticked).into_iter().filter(|key| !always.contains(&key.as_str())).collect();
        assert_eq!(new, [besides]);
    }
}

#[test]
fn a_title_of_the_referentiel_is_no_secret_and_one_of_ours_is() {
    let framework = framework();
    let action = &framework.actions[0];
    let plan = json!([
        {"id": "a", "action": action.id.as_str(), "title": action.title, "state": "todo"},
        {"id": "b", "action": action.id.as_str(), "title": "Zz1zZ", "state": "todo"},
        {"id": "c", "title": "Zz2zZ", "state": "todo"},
    ]);
    let dossier = files::read(&files::with(json!({ "plan": plan }))).dossier;
    let titles = |framework, titles| {
        let shared = documents::Shared { name: false, titles };
        let value = parsed(&documents::animator(&dossier, framework, shared));
        [0, 1, 2].map(|n| value["plan"][n]["title"].as_str().map(str::to_owned))
    };
    let (known, ours, free) = (Some(action.title.clone()), Some("Zz1zZ".to_owned()), Some("Zz2zZ".to_owned()));
    assert_eq!(titles(Some(&framework), false), [known.clone(), None, None]);
    assert_eq!(titles(None, false), [None, None, None]);
    assert_eq!(titles(Some(&framework), true), [known, ours, free]);
}

#[test]
fn the_animator_finds_no_mark_but_those_of_the_list_and_reads_the_file_back() {
    let (dossier, marks) = marked();
    for (name, titles) in [(false, false), (true, false), (false, true), (true, true)] {
        let shared = documents::Shared { name, titles };
        let text = documents::animator(&dossier, Some(&framework()), shared);
        let taken = |path: &str| match path.split('.').collect::<Vec<_>>()[..] {
            ["school", "commune" | "pupils"] | ["id"] => true,
            ["school", "name"] => name,
            ["plan", _, "title"] => titles,
            ["plan", _, "id"] | ["campaigns", _, "id" | "date"] => true,
            ["campaigns", _, "participants", role] => role != "later",
            _ => false,
        };
        for (path, mark) in &marks {
            assert_eq!(text.contains(mark), taken(path), "{path} {shared:?}");
        }
        let again = documents::read(&text).unwrap();
        assert_eq!(again.warnings, []);
        assert_eq!(documents::animator(&again.dossier, Some(&framework()), shared), text);
        let file = documents::animator_file_name(&dossier, shared, export::today());
        let ending = "_2026-11-25_animateur.paliers.json";
        assert!(file.ends_with(ending) && file.starts_with("ecole-") != name, "{file}");
    }
}

/// The paths of the leaves; elements of arrays and answers are not told apart.
fn paths(value: &Value, path: &str, into: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            paths(value, &join(path, if path == "campaigns.answers" { "*" } else { name }), into);
        }),
        Value::Array(list) if list.iter().all(Value::is_object) => {
            list.iter().for_each(|value| paths(value, path, into))
        }
        _ => drop(into.insert(path.to_owned())),
    }
}

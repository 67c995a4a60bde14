//! The checker of a référentiel written elsewhere: the variant that ships is sound; each deliberate fault is told with its
//! place, all of them in one run; and nothing that a file may hold makes the readers or the checker panic.
#![allow(clippy::unwrap_used)]

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use paliers::framework::check::{MAX_FAULTS, check};
use paliers::framework::read;
use paliers::{documents, framework};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// The variant as the content tool compiles it, alone in a project so that nothing else matters.
fn variant() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("checker");
        let _ = std::fs::remove_dir_all(&root);
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&here.join("content/variants/creteil"), &root.join("content/egn-2020"));
        copy(&here.join("tests/corpus/content/pages"), &root.join("content/pages"));
        let built = Command::new(env!("CARGO_BIN_EXE_content")).current_dir(&root).args(["build", "out"]).output();
        let built = built.unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        std::fs::read_to_string(root.join("out/frameworks/paliers-academiques.json")).unwrap()
    })
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(std::result::Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { drop(std::fs::copy(entry.path(), target)) }
    }
}

/// « place : message », spaces made ordinary.
fn told(text: &str) -> Vec<String> {
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    check(text).into_iter().map(|fault| plain(format!("{} : {}", fault.place, fault.message))).collect()
}

#[test]
fn the_variant_is_sound() {
    assert_eq!(told(variant()), Vec::<String>::new());
    let framework = read(variant()).unwrap();
    assert_eq!((framework.id.as_str(), framework.criteria.len()), ("paliers-academiques", 12));
}

enum Change {
    Set(&'static str, Value),
    Remove(&'static str),
}
use Change::{Remove, Set};

fn applied(value: &mut Value, change: &Change) {
    let (pointer, new) = match change {
        Set(pointer, new) => (pointer, Some(new)),
        Remove(pointer) => (pointer, None),
    };
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match (value.pointer_mut(parent).unwrap(), new) {
        (Value::Object(fields), Some(new)) => drop(fields.insert(key.to_owned(), new.clone())),
        (Value::Object(fields), None) => assert!(fields.remove(key).is_some(), "{pointer}"),
        (Value::Array(list), Some(new)) => list[key.parse::<usize>().unwrap()] = new.clone(),
        (Value::Array(list), None) => drop(list.remove(key.parse().unwrap())),
        _ => unreachable!("{pointer}"),
    }
}

/// A fault in a place of its own, and what is said of it.
fn deliberate() -> Vec<(Change, &'static str)> {
    vec![
        (Remove("/licence"), "référentiel : champ manquant : « licence »"),
        (Set("/title", json!(7)), "référentiel : « title » doit être un texte, pas le nombre 7"),
        (Set("/lang", json!("en")), "référentiel : « lang » : « en » (attendu : fr)"),
        (Set("/version", json!("1.0")), "référentiel : version : 1.0 (attendu : trois nombres, comme 1.2.0)"),
        (Set("/format", json!("autre")), "référentiel : « format » : « autre » (attendu : paliers-framework)"),
        (Set("/colour", json!("blue")), "référentiel : champ inconnu : « colour »"),
        (Set("/tier_rule/share", json!(0)), "référentiel : part du palier, en centièmes : 0 (attendu : de 1 à 100)"),
        (Set("/tiers/2/name", json!("")), "palier 2, nom : texte vide"),
        (Set("/thematiques/0/short", json!(null)), "thématique 1 (pilotage) : « short » doit être un texte, pas null"),
        (
            Remove("/thematiques/1/sub_themes/0/title"),
            "thématique 2 (formation), sous-thématique 1 (formation.progresser) : champ manquant : « title »",
        ),
        (
            Set("/periods/0/id", json!("noel")),
            "période 1 (noel) : « id » : mot inconnu, « noel » (attendu : rentree, arrivees, automne, projet, conseil, printemps, fin-annee)",
        ),
        (Set("/periods/2/first", json!("31-12")), "période automne : jour illisible : 31-12 (attendu : MM-JJ)"),
        (Set("/criteria/0/weight", json!(0)), "question 1 (pilotage.conduire.groupe) : poids : 0 (attendu : de 1 à 5)"),
        (
            Set("/criteria/0/levels/1/text", json!("Trop court.")),
            "question 1 (pilotage.conduire.groupe), niveau 1 : mots : 2 (attendu : de 8 à 25)",
        ),
        (
            Set("/criteria/0/levels/2/text", json!("mot ".repeat(26))),
            "question 1 (pilotage.conduire.groupe), niveau 2 : mots : 26 (attendu : de 8 à 25)",
        ),
        (
            Remove("/criteria/1/levels/2"),
            "question 2 (pilotage.conduire.projet) : niveaux : il en faut quatre, de 0 à 3, chacun une fois et dans l’ordre",
        ),
        (
            Remove("/criteria/2/levels/1/text"),
            "question 3 (formation.progresser.besoins), niveau 1 : champ manquant : « text »",
        ),
        (
            Set("/criteria/2/levels/3/signs", json!("un")),
            "question 3 (formation.progresser.besoins), niveau 3 : « signs » doit être une liste, pas un texte",
        ),
        (
            Set("/criteria/3/core", json!("oui")),
            "question 4 (formation.progresser.echanges) : « core » doit être true ou false, pas un texte",
        ),
        (
            Set("/criteria/3/depends_on", json!(["ecole", "mairie"])),
            "question 4 (formation.progresser.echanges) : « depends_on », élément 2, : mot inconnu, « mairie » (attendu : ecole, collectivite, academie)",
        ),
        (
            Set("/criteria/4/levels/0/level", json!(4)),
            "question 5 (ressources.choisir.liste), niveau 0 : « level » doit être un niveau, de 0 à 3, pas le nombre 4",
        ),
        (
            Set("/criteria/4/title", json!("L'école")),
            "question 5 (ressources.choisir.liste), titre : apostrophe droite dans : L'école",
        ),
        (
            Set("/criteria/5/sources", json!(["dane.perdue"])),
            "question 6 (ressources.choisir.donnees) : source inconnue : dane.perdue",
        ),
        (
            Set("/criteria/6/crosswalk/selfie", json!(["I"])),
            "question 7 (pratiques.classe.apprendre) : correspondance selfie inconnue : I (attendu : A, B, C, D, E, F, G, H)",
        ),
        (
            Set("/criteria/7/indicators", json!(["perdu"])),
            "question 8 (pratiques.classe.eleves) : indicateur inconnu : perdu",
        ),
        (
            Set("/criteria/7/proofs", json!([])),
            "question 8 (pratiques.classe.eleves) : preuves : 0 (attendu : de 1 à 3)",
        ),
        (
            Set("/criteria/8/core", json!(true)),
            "question 9 (infrastructures.reseau.connexion) : une question-clé (« core ») dépend de l’école seule",
        ),
        (
            Set("/criteria/9/id", json!("Réseau panne")),
            "question 10 (Réseau panne) : « id » : « Réseau panne » n’est pas un identifiant (minuscules, chiffres, tirets, points)",
        ),
        (
            Set("/actions/0/to", json!(0)),
            "action 1 (pilotage.conduire.groupe.nommer) : une action mène au niveau 1, 2 ou 3, jamais au niveau 0",
        ),
        (
            Set("/actions/1/reach", json!("ecole")),
            "action 2 (pilotage.conduire.groupe.reunir) : « reach » : mot inconnu, « ecole » (attendu : etablissement, collectivite, academie, national)",
        ),
        (
            Set("/actions/2/effort", json!(9)),
            "action 3 (pilotage.conduire.groupe.relire) : effort : 9 (attendu : de 1 à 3)",
        ),
        (
            Set("/actions/3/steps", json!(["Une"])),
            "action 4 (pilotage.conduire.projet.citer) : étapes : 1 (attendu : de 2 à 5)",
        ),
        (
            Set("/actions/12/id", json!("formation.progresser.echanges.reprendre")),
            "action 13 (formation.progresser.echanges.reprendre) : identifiant employé deux fois",
        ),
        (
            Set("/actions/5/criterion", json!("perdue.x.y")),
            "action 6 (pilotage.conduire.projet.montrer) : question inconnue : perdue.x.y",
        ),
        (
            Set("/actions/6/impact", json!(1.5)),
            "action 7 (formation.progresser.besoins.ecouter) : « impact » doit être un nombre entier, zéro ou davantage, pas le nombre 1.5",
        ),
        (Set("/actions/7", json!("rien")), "action 8 : doit être un objet, pas un texte"),
        (
            Set("/actions/8/leads", json!([])),
            "action 9 (formation.progresser.besoins.choisir) : aucun pilote (« leads »)",
        ),
        (
            Set("/indicators/0/unit", json!("9 %")),
            "indicateur 1 (pilotage.points), unité : espace sécable avant % dans : 9 %",
        ),
        (
            Set("/indicators/1/id", json!("formation.seule")),
            "indicateur 2 (formation.seule) : aucune question ni action ne l’emploie",
        ),
        (
            Set("/propositions/0/kind", json!("livre")),
            "source 1 (dane.pilotage) : « kind » : mot inconnu, « livre » (attendu : proposition, group, bullet, row, passage)",
        ),
        (
            Set("/propositions/6/same_as", json!("dane.departs")),
            "source 7 (dane.departs) : « same_as » finit par revenir à cette source",
        ),
        (
            Remove("/propositions/7/none_because"),
            "source 8 (exemple.accompagnement) : aucune action ne la cite, et rien ne dit pourquoi (« none_because »)",
        ),
        (Set("/glossary/0/text", json!(false)), "lexique 1 (DRANE) : « text » doit être un texte, pas true ou false"),
        (
            Set("/changes", json!([{"version": "1.0.0", "kind": "renamed", "from": ["ancien"], "to": ["perdu.y"]}])),
            "changement 1 : « to » nomme un identifiant inconnu : perdu.y",
        ),
    ]
}

#[test]
fn each_deliberate_fault_is_told_with_its_place() {
    let sound: Value = serde_json::from_str(variant()).unwrap();
    let faults = deliberate();
    assert!(faults.len() >= 30, "{}", faults.len());
    for (change, expected) in &faults {
        let mut broken = sound.clone();
        applied(&mut broken, change);
        let told = told(&broken.to_string());
        assert!(told.iter().any(|line| line == expected), "« {expected} » is not in {told:#?}");
    }
}

#[test]
fn one_run_tells_them_all() {
    let mut broken: Value = serde_json::from_str(variant()).unwrap();
    let faults = deliberate();
    faults.iter().for_each(|(change, _)| applied(&mut broken, change));
    let told = told(&broken.to_string());
    for (_, expected) in &faults {
        assert!(told.iter().any(|line| line == expected), "« {expected} » is not in {told:#?}");
    }
}

#[test]
fn a_text_that_is_no_referentiel_is_said_to_be_none() {
    for (text, expected) in [
        ("", "ligne 1, caractère 0 : le texte s’arrête avant la fin : le fichier a peut-être été coupé"),
        (
            "{\n  \"id\": 1,,",
            "ligne 2, caractère 11 : ce n’est plus du JSON : une virgule, un guillemet ou une accolade n’est pas à sa place",
        ),
        ("[]", "fichier : un référentiel est un objet, entre accolades"),
        ("{}", "fichier : ce n’est pas un référentiel de Paliers : « format » doit dire « paliers-framework »"),
        (
            r#"{"format": "paliers-framework", "schema": 2}"#,
            "fichier : écrit pour une version plus récente de Paliers : « schema » dit 2, ce site lit 1",
        ),
    ] {
        assert_eq!(told(text), [expected]);
    }
    assert!(told(r#"{"format": "paliers-framework"}"#).len() >= 14);
    let much = json!({"format": "paliers-framework", "criteria": vec![json!({}); 1000]});
    assert_eq!(told(&much.to_string()).len(), MAX_FAULTS);
}

/// The tables of the checker and the reader agree on every place: what one refuses, so does the other.
#[test]
fn the_checker_refuses_whatever_the_reader_refuses() {
    let sound: Value = serde_json::from_str(variant()).unwrap();
    for pointer in pointers(&sound, "") {
        for wrong in [json!(-0.5), json!([{"a": 1}])] {
            let mut broken = sound.clone();
            *broken.pointer_mut(&pointer).unwrap() = wrong;
            let text = broken.to_string();
            assert!(read(&text).is_ok() || !check(&text).is_empty(), "{pointer}");
        }
    }
}

/// Places of a few entries of each list: the others have the same shape.
fn pointers(value: &Value, at: &str) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, child)| (format!("{at}/{key}"), child)).collect(),
        Value::Array(list) => list.iter().take(1).enumerate().map(|(i, child)| (format!("{at}/{i}"), child)).collect(),
        _ => vec![],
    };
    children.into_iter().flat_map(|(at, child)| std::iter::once(at.clone()).chain(pointers(child, &at))).collect()
}

#[test]
fn whatever_the_text_nothing_panics() {
    let sources =
        [variant(), include_str!("corpus/dossier-1-complete.json"), include_str!("corpus/framework-1-small.json")];
    arbtest(|u| {
        let mut text = (*u.choose(&sources)?).to_owned();
        if u.arbitrary()? {
            let mut value: Value = serde_json::from_str(&text).unwrap();
            for _ in 0..u.int_in_range(1..=8)? {
                mutate(&mut value, u)?;
            }
            text = value.to_string();
        }
        if u.ratio(1, 3)? {
            text = bytes_changed(text, u)?;
        }
        let faults = check(&text);
        assert!(faults.len() <= MAX_FAULTS && faults.iter().all(|f| !f.place.is_empty() && !f.message.is_empty()));
        if faults.is_empty() {
            assert!(framework::read(&text).is_ok(), "sound for the checker, refused by the reader");
        }
        let _ = framework::read(&text);
        if let Ok(reading) = documents::read(&text) {
            assert!(documents::read(&documents::write(&reading.dossier)).is_ok());
        }
        Ok(())
    })
    .budget_ms(600);
}

/// Walks down somewhere and puts something else there.
fn mutate(value: &mut Value, u: &mut Unstructured) -> Result<()> {
    let here = u.ratio(1, 6)?;
    match value {
        Value::Object(fields) if !here && !fields.is_empty() => {
            let key = fields.keys().nth(u.choose_index(fields.len())?).cloned().unwrap();
            if u.ratio(1, 8)? {
                fields.remove(&key);
                return Ok(());
            }
            mutate(fields.get_mut(&key).unwrap(), u)
        }
        Value::Array(list) if !here && !list.is_empty() => {
            let index = u.choose_index(list.len())?;
            if u.ratio(1, 8)? {
                let copy = list[index].clone();
                list.push(copy);
            }
            mutate(&mut list[index], u)
        }
        _ => {
            *value = anything(u)?;
            Ok(())
        }
    }
}

fn anything(u: &mut Unstructured) -> Result<Value> {
    Ok(match u.int_in_range(0..=9)? {
        0 => Value::Null,
        1 => json!(u64::MAX),
        2 => json!(-1e300),
        3 => json!(u.arbitrary::<bool>()?),
        4 => json!("\u{202e}\u{0}🏫\u{fe0f}é\u{301} \u{a0}« '"),
        5 => json!("mot ".repeat(200)),
        6 => (0..100).fold(json!(1), |inner, _| json!([inner])),
        7 => json!({"id": 1, "level": "x", "": {}}),
        8 => json!([1, "a", null, {}]),
        _ => json!(u.arbitrary::<String>()?),
    })
}

fn bytes_changed(text: String, u: &mut Unstructured) -> Result<String> {
    let mut bytes = text.into_bytes();
    for _ in 0..u.int_in_range(1..=4)? {
        let at = u.choose_index(bytes.len().max(1))?;
        match u.int_in_range(0..=2)? {
            0 => bytes.truncate(at),
            1 if !bytes.is_empty() => bytes[at] = u.arbitrary()?,
            _ => bytes.insert(at, *u.choose(b"{}[],:\"\\0")?),
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

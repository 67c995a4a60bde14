//! The shape of a file: each value against the table of its object. A wrong value is told, then replaced by a neutral
//! one, so that the rest can be read.

use super::MAX_FAULTS;
use super::format::{FRAMEWORK, Kind, Shape};
use crate::framework::SCHEMA;
use crate::framework::coherence::Fault;
use crate::names::{MAX_ID, is_id};
use serde_json::{Map, Value};

/// A sentence that no rule of coherence has anything to say of.
const SENTENCE: &str = "Ce texte reste à écrire dans le fichier du référentiel.";

/// Every fault of shape; afterwards the value can be read.
pub(super) fn check(value: &mut Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    let place = FRAMEWORK.name;
    object(value, &FRAMEWORK, place, &mut faults);
    if let Some(0) = value.get("schema").and_then(Value::as_u64) {
        say(&mut faults, place, format!("« schema » : 0 (attendu : {SCHEMA})"));
    }
    faults
}

fn say(faults: &mut Vec<Fault>, place: &str, message: String) {
    if faults.len() < MAX_FAULTS {
        faults.push(Fault { place: place.to_owned(), message });
    }
}

fn object(value: &mut Value, shape: &Shape, place: &str, faults: &mut Vec<Fault>) {
    let mut unsaid = Vec::new();
    let mut faults = faults;
    if !value.is_object() {
        say(faults, place, format!("doit être un objet, pas {}", named(value)));
        *value = Value::Object(Map::new());
        // What an object would have had to hold goes without saying.
        faults = &mut unsaid;
    }
    let Value::Object(fields) = value else { return };
    let known = |key: &String| shape.fields.iter().any(|(name, ..)| name == key);
    let unknown: Vec<String> = fields.keys().filter(|key| !known(key)).cloned().collect();
    for key in unknown {
        say(faults, place, format!("champ inconnu : « {} »", short(&key)));
        fields.remove(&key);
    }
    for (name, kind, required) in shape.fields {
        if let Some(value) = fields.get_mut(*name) {
            field(value, name, kind, place, faults);
            continue;
        }
        if *required {
            say(faults, place, format!("champ manquant : « {name} »"));
            let mut value = neutral(kind);
            field(&mut value, name, kind, place, &mut Vec::new());
            fields.insert((*name).to_owned(), value);
        }
    }
}

fn field(value: &mut Value, name: &str, kind: &Kind, place: &str, faults: &mut Vec<Fault>) {
    match kind {
        Kind::Part(shape) => object(value, shape, &format!("{place}, {}", shape.name), faults),
        Kind::List(shape) => {
            let Some(elements) = list(value, name, place, faults) else { return };
            for (index, element) in elements.iter_mut().enumerate() {
                object(element, shape, &element_place(shape, place, index, element), faults);
            }
        }
        Kind::Texts => elements(value, name, &Kind::Text, place, faults),
        Kind::Words(words) => elements(value, name, &Kind::Word(*words), place, faults),
        _ => {
            if let Err(message) = simple(value, kind) {
                say(faults, place, format!("« {name} » {message}"));
                *value = repaired(value, kind);
            }
        }
    }
}

/// The elements of a list of texts; a wrong one is left out.
fn elements(value: &mut Value, name: &str, kind: &Kind, place: &str, faults: &mut Vec<Fault>) {
    let Some(elements) = list(value, name, place, faults) else { return };
    let mut number = 0;
    elements.retain(|element| {
        number += 1;
        let told = simple(element, kind);
        if let Err(message) = &told {
            say(faults, place, format!("« {name} », élément {number}, {message}"));
        }
        told.is_ok()
    });
}

fn list<'v>(value: &'v mut Value, name: &str, place: &str, faults: &mut Vec<Fault>) -> Option<&'v mut Vec<Value>> {
    if !value.is_array() {
        say(faults, place, format!("« {name} » doit être une liste, pas {}", named(value)));
        *value = Value::Array(Vec::new());
    }
    value.as_array_mut()
}

/// `question 3 (acces.egalite.reperer)`; what is inside a whole other than the référentiel begins with it.
fn element_place(shape: &Shape, parent: &str, index: usize, element: &Value) -> String {
    let id = ["id", "term"].iter().find_map(|key| element.get(key)?.as_str()).map(short);
    let own = format!("{} {}", shape.name, index + shape.first);
    let own = id.map_or_else(|| own.clone(), |id| format!("{own} ({id})"));
    if parent == FRAMEWORK.name { own } else { format!("{parent}, {own}") }
}

/// What is wrong with a value that holds no other.
fn simple(value: &Value, kind: &Kind) -> Result<(), String> {
    let expected = match (kind, value) {
        (Kind::Exactly(text), Value::String(own)) if own != text => {
            return Err(format!(": « {} » (attendu : {text})", short(own)));
        }
        (Kind::Text | Kind::Like(_) | Kind::Exactly(_), Value::String(_)) | (Kind::Flag, Value::Bool(_)) => {
            return Ok(());
        }
        (Kind::Id, Value::String(own)) if is_id(own) => return Ok(()),
        (Kind::Id, Value::String(own)) => {
            return Err(format!(
                ": « {} » n’est pas un identifiant (minuscules, chiffres, tirets, points)",
                short(own)
            ));
        }
        (Kind::Word(words), Value::String(own)) => {
            let words = words();
            let known = words.contains(&own.as_str());
            return if known {
                Ok(())
            } else {
                Err(format!(": mot inconnu, « {} » (attendu : {})", short(own), words.join(", ")))
            };
        }
        (Kind::Number, Value::Number(own)) if own.as_u64().is_some_and(|n| n <= u64::from(u32::MAX)) => return Ok(()),
        (Kind::Level, Value::Number(own)) if own.as_u64().is_some_and(|n| n <= 3) => return Ok(()),
        (Kind::Level, _) => "un niveau, de 0 à 3",
        (Kind::Number, _) => "un nombre entier, zéro ou davantage",
        (Kind::Flag, _) => "true ou false",
        _ => "un texte",
    };
    Err(format!("doit être {expected}, pas {}", named(value)))
}

/// What stands for a wrong value: for an id the nearest one, so that those who name it still find it.
fn repaired(value: &Value, kind: &Kind) -> Value {
    match (kind, value) {
        (Kind::Id, Value::String(own)) if !own.is_empty() => {
            let letters = own.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' });
            letters.take(MAX_ID).collect::<String>().into()
        }
        _ => neutral(kind),
    }
}

fn neutral(kind: &Kind) -> Value {
    match kind {
        Kind::Exactly(text) | Kind::Like(text) => (*text).into(),
        Kind::Text => SENTENCE.into(),
        Kind::Id => "sans-identifiant".into(),
        Kind::Number | Kind::Level => 1.into(),
        Kind::Flag => false.into(),
        Kind::Word(words) => words().first().copied().into(),
        Kind::Part(_) => Value::Object(Map::new()),
        Kind::Texts | Kind::Words(_) | Kind::List(_) => Value::Array(Vec::new()),
    }
}

/// A value as a person would name it.
fn named(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(_) => "true ou false".into(),
        Value::Number(number) => format!("le nombre {}", short(&number.to_string())),
        Value::String(_) => "un texte".into(),
        Value::Array(_) => "une liste".into(),
        Value::Object(_) => "un objet".into(),
    }
}

/// What can be shown of a text that may be anything.
fn short(text: &str) -> String {
    text.chars().take(MAX_ID).collect()
}

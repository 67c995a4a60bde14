//! Whatever a dossier file holds, damage included, is in the file that is written again; and no text stops the reader.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/dossiers.rs"]
mod dossiers;
#[path = "common/files.rs"]
mod files;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use dossiers::{any_dossier, any_json};
use files::{corpus, parsed, read, said, written};
use paliers::documents::{self, Reading};
use paliers::framework::SchoolType;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[test]
fn the_damaged_file_of_the_corpus() {
    let file = parsed(&corpus("dossier-1-damaged"));
    let reading = read(&file);
    let dossier = &reading.dossier;
    assert_eq!(reading.warnings.len(), 49, "{:#?}", said(&reading));
    assert_eq!((dossier.campaigns.len(), dossier.plan.len(), dossier.set_aside.len()), (2, 1, 1));
    assert_eq!((dossier.school.types.as_slice(), dossier.school.name.as_str()), (&[SchoolType::College][..], ""));
    assert_eq!(dossier.campaigns[0].answers.len(), 1);
    let again = written(dossier);
    assert!(missing(&file, &again).is_empty(), "{:?}", missing(&file, &again));
    assert_eq!(read(&again).dossier, *dossier);
}

#[test]
fn any_file_name_is_plain() {
    arbtest(|u| {
        let name = documents::file_name(&any_dossier(u)?, dossiers::any_day(u)?);
        let school = name.split('_').next().unwrap();
        assert!((1..=40).contains(&school.len()) && !school.starts_with('-') && !school.ends_with('-'), "{name}");
        assert!(school.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{name}");
        Ok(())
    });
}

#[test]
fn what_is_written_is_read_back() {
    arbtest(|u| {
        let dossier = any_dossier(u)?;
        let text = documents::write(&dossier);
        assert_eq!(documents::read(&text), Ok(Reading { dossier, warnings: vec![] }), "{text}");
        Ok(())
    });
}

#[test]
fn any_damage_is_forgiven_and_nothing_is_lost() {
    arbtest(|u| {
        let mut file = written(&any_dossier(u)?);
        for _ in 0..u.int_in_range(1..=4)? {
            damage(u, &mut file, 0)?;
        }
        file["id"] = json!("d");
        let reading = documents::read_stored(&file.to_string()).unwrap();
        let again = written(&reading.dossier);
        assert_eq!(missing(&file, &again), Vec::<String>::new(), "{file}\n{again}");
        assert_eq!(read(&again).dossier, reading.dossier, "{file}");
        Ok(())
    });
}

#[test]
fn no_text_makes_the_reader_fall() {
    arbtest(|u| {
        let mut text = documents::write(&any_dossier(u)?).into_bytes();
        for _ in 0..u.int_in_range(1..=6)? {
            let at = u.int_in_range(0..=text.len())?;
            match u.int_in_range(0..=3)? {
                0 => text.truncate(at),
                1 => drop(text.drain(at..text.len().min(at + 9))),
                2 => text
                    .splice(at..at, (*u.choose(&["null", "-1", "{", "]", "\"", "9e9", "\\u0000", ","])?).bytes())
                    .for_each(drop),
                _ if at < text.len() => text[at] = u.int_in_range(b' '..=b'~')?,
                _ => {}
            }
        }
        if let Ok(reading) = documents::read(&String::from_utf8_lossy(&text)) {
            assert_eq!(read(&written(&reading.dossier)).dossier, reading.dossier);
        }
        Ok(())
    });
}

/// Replaces, adds or repeats something at a random place below the root, and leaves `format` and `schema` alone.
fn damage(u: &mut Unstructured, value: &mut Value, depth: u32) -> Result<()> {
    match value {
        Value::Object(map) if !map.is_empty() && (depth == 0 || u.int_in_range(0..=5)? > 0) => {
            let keys: Vec<String> =
                map.keys().filter(|key| !matches!(key.as_str(), "format" | "schema")).cloned().collect();
            if let Some(child) = u.choose(&keys).ok().and_then(|key| map.get_mut(key)) {
                damage(u, child, depth + 1)?;
            }
        }
        Value::Array(list) if !list.is_empty() && u.int_in_range(0..=5)? > 0 => {
            let at = u.int_in_range(0..=list.len() - 1)?;
            match u.int_in_range(0..=4)? {
                0 => list.push(any_json(u, 2)?),
                1 if list[at].is_object() => list.push(list[at].clone()),
                _ => damage(u, &mut list[at], depth + 1)?,
            }
        }
        _ => *value = any_json(u, 2)?,
    }
    Ok(())
}

/// What `file` holds, counted with the field it stands in, and `again` does not. Null is nothing.
fn missing(file: &Value, again: &Value) -> Vec<String> {
    let mut found = BTreeMap::new();
    count(again, "", &mut found);
    let mut expected = BTreeMap::new();
    count(file, "", &mut expected);
    expected.into_iter().filter(|(leaf, n)| found.get(leaf).is_none_or(|m| m < n)).map(|(leaf, _)| leaf).collect()
}

fn count(value: &Value, field: &str, leaves: &mut BTreeMap<String, usize>) {
    match value {
        Value::Null => {}
        Value::Object(map) => map.iter().for_each(|(key, child)| count(child, key, leaves)),
        Value::Array(list) => list.iter().for_each(|child| count(child, field, leaves)),
        Value::Number(n) => *leaves.entry(format!("{}={:?}", known_as(field), n.as_f64())).or_default() += 1,
        leaf => *leaves.entry(format!("{}={leaf}", known_as(field))).or_default() += 1,
    }
}

/// The field for which something is kept aside.
fn known_as(field: &str) -> &str {
    field.split(":illisible").next().unwrap_or(field)
}

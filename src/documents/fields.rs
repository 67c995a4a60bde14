//! The hands of the reader: one JSON object, taken field by field, and what becomes of that which cannot be read.
//!
//! Nothing is refused here. An absent or null field is nothing, silently. A value of the wrong type or range counts as
//! absent, is said, and stays in its place when the file is written again. An element of an array or an entry of a map
//! that cannot be read is said, and kept beside its field, under `<field>:illisible`.
//!
//! What does not depend on a type is not inlined: a hundred fields share it (32 kB of wasm before, measured).

use super::{Warning, WarningKind};
use crate::extra::{Extra, Unread};
use crate::framework::Level;
use crate::names::MAX_ID;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// More than that is one damaged file, not a thousand things to look at.
pub const MAX_WARNINGS: usize = 1000;

/// What is said along the way.
pub(super) type Log = Vec<Warning>;

/// One object of the file, and where it stands in it.
pub(super) struct Fields<'l> {
    left: Map<String, Value>,
    unread: Vec<Unread>,
    place: String,
    log: &'l mut Log,
}

/// Notes a warning, as long as the list stays readable.
#[inline(never)]
pub(super) fn warn(log: &mut Log, place: String, kind: WarningKind) {
    if log.len() < MAX_WARNINGS {
        log.push(Warning { place, kind });
    }
}

/// A whole number from 0 to `max`, also when it is written `2.0`.
#[inline(never)]
pub(super) fn number(value: &Value, max: u32) -> Option<u32> {
    let whole = value.as_u64().or_else(|| {
        let float = value.as_f64().filter(|f| f.fract() == 0.0 && (0.0..=f64::from(max)).contains(f))?;
        Some(float as u64)
    })?;
    u32::try_from(whole).ok().filter(|n| *n <= max)
}

/// A text, as it is.
#[inline(never)]
pub(super) fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn open_with<T>(raw: Value, place: String, log: &mut Log, read: fn(Fields) -> Option<T>) -> Result<T, WarningKind> {
    Fields::open(raw, place, log).and_then(read).ok_or(WarningKind::Unreadable)
}

impl<'l> Fields<'l> {
    /// The fields of `value` when it is an object.
    #[inline(never)]
    pub fn open(value: Value, place: String, log: &'l mut Log) -> Option<Self> {
        let Value::Object(left) = value else { return None };
        Some(Self { left, unread: Vec::new(), place, log })
    }

    /// Where a field stands in the file.
    #[inline(never)]
    pub fn place(&self, field: &str) -> String {
        if self.place.is_empty() { field.to_owned() } else { format!("{}.{field}", self.place) }
    }

    /// The value of a field, as it is; none when absent or null.
    #[inline(never)]
    pub fn take(&mut self, field: &str) -> Option<Value> {
        self.left.remove(field).filter(|value| !value.is_null())
    }

    /// Whether a field holds an array, and one with elements.
    pub fn holds_list(&self, field: &str) -> Option<bool> {
        self.left.get(field)?.as_array().map(|elements| !elements.is_empty())
    }

    /// Says that a field should be there.
    #[inline(never)]
    pub fn require(&mut self, field: &str) {
        if self.left.get(field).is_none_or(Value::is_null) {
            self.warn(field, WarningKind::Missing);
        }
    }

    #[inline(never)]
    pub fn warn(&mut self, field: &str, kind: WarningKind) {
        warn(self.log, self.place(field), kind);
    }

    /// Says that a field cannot be read, and keeps its value in place while the field is written `counted_as`.
    #[inline(never)]
    fn keep(&mut self, field: &str, raw: Value, counted_as: Value) {
        self.warn(field, WarningKind::Unreadable);
        self.unread.push(Unread { field: field.to_owned(), raw, counted_as });
    }

    /// A field that is not written at all when it has no value.
    #[inline(never)]
    pub fn get<T>(&mut self, field: &str, read: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
        self.get_or(field, Value::Null, read)
    }

    /// A field that is written `counted_as` when it has no value.
    #[inline(never)]
    pub fn get_or<T>(&mut self, field: &str, counted_as: Value, read: impl FnOnce(&Value) -> Option<T>) -> Option<T> {
        let raw = self.take(field)?;
        let value = read(&raw);
        if value.is_none() {
            self.keep(field, raw, counted_as);
        }
        value
    }

    /// A text that may be empty.
    #[inline(never)]
    pub fn text(&mut self, field: &str) -> String {
        self.get_or(field, Value::from(""), text).unwrap_or_default()
    }

    /// A whole number from 0 to `max`.
    #[inline(never)]
    pub fn number(&mut self, field: &str, max: u32) -> Option<u32> {
        self.get(field, |value| number(value, max))
    }

    /// A level.
    #[inline(never)]
    pub fn level(&mut self, field: &str) -> Option<Level> {
        self.number(field, 3).and_then(|n| Level::new(n as u8))
    }

    /// A text of a certain shape: an id, a word of a list, a day.
    #[inline(never)]
    pub fn word<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let raw = self.take(field)?;
        let word = raw.as_str().and_then(parse);
        if word.is_none() {
            self.keep(field, raw, Value::Null);
        }
        word
    }

    /// An object, or nothing when `read` can do nothing with it.
    pub fn object<T>(&mut self, field: &str, counted_as: Value, read: impl FnOnce(Fields) -> Option<T>) -> Option<T> {
        let raw = self.take(field)?;
        let value = Fields::open(raw.clone(), self.place(field), self.log).and_then(read);
        if value.is_none() {
            self.keep(field, raw, counted_as);
        }
        value
    }

    /// An array, element by element; those that `read` refuses are kept aside.
    pub fn list<T>(
        &mut self,
        field: &str,
        mut read: impl FnMut(Value, String, &mut Log) -> Result<T, WarningKind>,
    ) -> Vec<T> {
        let mut list = Vec::new();
        self.elements(field, &mut |raw, place, log| {
            list.push(read(raw, place, log)?);
            Ok(())
        });
        list
    }

    #[inline(never)]
    fn elements(&mut self, field: &str, read: &mut dyn FnMut(Value, String, &mut Log) -> Result<(), WarningKind>) {
        let mut aside = Vec::new();
        let elements = self.get_or(field, Value::Array(Vec::new()), |raw| raw.as_array().cloned()).unwrap_or_default();
        for (index, raw) in elements.into_iter().enumerate().filter(|(_, raw)| !raw.is_null()) {
            let place = format!("{}[{index}]", self.place(field));
            if let Err(kind) = read(raw.clone(), place.clone(), self.log) {
                warn(self.log, place, kind);
                aside.push(raw);
            }
        }
        self.keep_elements(field, aside);
    }

    /// An array of objects.
    pub fn objects<T>(&mut self, field: &str, read: fn(Fields) -> Option<T>) -> Vec<T> {
        self.list(field, |raw, place, log| open_with(raw, place, log, read))
    }

    /// An array of objects, each with a key of its own: the first to bear a key keeps it.
    pub fn keyed<T>(&mut self, field: &str, key: fn(&T) -> &str, read: fn(Fields) -> Option<T>) -> Vec<T> {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        self.list(field, |raw, place, log| {
            let element = open_with(raw, place, log, read)?;
            if seen.insert(key(&element).to_owned()) { Ok(element) } else { Err(WarningKind::Repeated) }
        })
    }

    /// An array of texts.
    #[inline(never)]
    pub fn texts(&mut self, field: &str) -> Vec<String> {
        self.list(field, |raw, _, _| text(&raw).ok_or(WarningKind::Unreadable))
    }

    /// A map of objects by id.
    pub fn entries<K: Ord, T>(
        &mut self,
        field: &str,
        parse: fn(&str) -> Option<K>,
        read: fn(Fields) -> Option<T>,
    ) -> BTreeMap<K, T> {
        let (mut entries, mut aside) = (BTreeMap::new(), Map::new());
        let map = self.get_or(field, Value::Object(Map::new()), |raw| raw.as_object().cloned()).unwrap_or_default();
        for (key, raw) in map.into_iter().filter(|(_, raw)| !raw.is_null()) {
            let place = format!("{}.{}", self.place(field), key.chars().take(MAX_ID).collect::<String>());
            let entry = Fields::open(raw.clone(), place.clone(), self.log).and_then(read);
            match parse(&key).zip(entry) {
                Some((id, entry)) => drop(entries.insert(id, entry)),
                None => {
                    warn(self.log, place, WarningKind::Unreadable);
                    aside.insert(key, raw);
                }
            }
        }
        self.keep_entries(field, aside);
        entries
    }

    /// What is left: unknown here, kept.
    #[inline(never)]
    pub fn rest(self) -> Extra {
        Extra::new(self.left, self.unread)
    }

    /// Adds elements to those already kept aside for `field`.
    #[inline(never)]
    fn keep_elements(&mut self, field: &str, elements: Vec<Value>) {
        if elements.is_empty() {
            return;
        }
        let aside = self.aside(field, Value::is_array);
        if let Value::Array(kept) = self.left.entry(aside).or_insert_with(|| Value::Array(Vec::new())) {
            kept.extend(elements);
        }
    }

    #[inline(never)]
    fn keep_entries(&mut self, field: &str, entries: Map<String, Value>) {
        if entries.is_empty() {
            return;
        }
        let aside = self.aside(field, Value::is_object);
        if let Value::Object(kept) = self.left.entry(aside).or_insert_with(|| Value::Object(Map::new())) {
            for (mut key, value) in entries {
                while kept.contains_key(&key) {
                    key.push('+');
                }
                kept.insert(key, value);
            }
        }
    }

    /// The name under which things are kept aside: free, or already holding such things.
    fn aside(&self, field: &str, fits: fn(&Value) -> bool) -> String {
        let mut name = format!("{field}:illisible");
        while self.left.get(&name).is_some_and(|value| !fits(value)) {
            name.push('+');
        }
        name
    }
}

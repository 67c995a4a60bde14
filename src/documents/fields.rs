//! The hands of the reader: one JSON object, taken field by field, and what becomes of that which cannot be read.
//!
//! Nothing is refused here. An absent or null field is nothing, silently. A value of the wrong type or range counts as
//! absent, is said, and stays in its place when the file is written again. An element of an array or an entry of a map
//! that cannot be read is said, and kept beside its field, under `<field>:illisible`.
//!
//! Generic functions are thin covers over `inline(never)` ones: they are compiled for each type, and the app is small.

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
pub(super) fn warn(log: &mut Log, place: String, kind: WarningKind) {
    if log.len() < MAX_WARNINGS {
        log.push(Warning { place, kind });
    }
}

/// A whole number from 0 to `max`, also when it is written `2.0`.
pub(super) fn number(value: &Value, max: u32) -> Option<u32> {
    let whole = value.as_u64().or_else(|| {
        let float = value.as_f64().filter(|f| f.fract() == 0.0 && (0.0..=f64::from(max)).contains(f))?;
        Some(float as u64)
    })?;
    u32::try_from(whole).ok().filter(|n| *n <= max)
}

impl<'l> Fields<'l> {
    /// The fields of `value` when it is an object.
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

    /// The elements of a field that is an array, before it is taken.
    pub fn peek_list(&self, field: &str) -> Option<&[Value]> {
        self.left.get(field)?.as_array().map(Vec::as_slice)
    }

    /// Says that a field should be there.
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

    /// The value of a field when it `fits`. Otherwise it stays, and the field is written `counted_as`.
    #[inline(never)]
    fn take_if(&mut self, field: &str, counted_as: Value, fits: &dyn Fn(&Value) -> bool) -> Option<Value> {
        let raw = self.take(field)?;
        if fits(&raw) {
            return Some(raw);
        }
        self.keep(field, raw, counted_as);
        None
    }

    /// A text that need not be there.
    #[inline(never)]
    pub fn optional_text(&mut self, field: &str) -> Option<String> {
        self.word(field, |text| Some(text.to_owned()))
    }

    /// A text, empty when it is not there.
    #[inline(never)]
    pub fn text(&mut self, field: &str) -> String {
        self.word_or(field, Value::from(""), |text| Some(text.to_owned())).unwrap_or_default()
    }

    /// A text that is not written when it is empty; a file that says it is empty keeps its word.
    pub fn text_if_full(&mut self, field: &str) -> String {
        let empty = self.left.get(field).and_then(Value::as_str) == Some("");
        if empty { String::new() } else { self.word(field, |text| Some(text.to_owned())).unwrap_or_default() }
    }

    /// A mark that is written only when it is set; a file that says it is not keeps its word.
    pub fn mark(&mut self, field: &str) -> bool {
        self.left.get(field) != Some(&Value::Bool(false)) && self.flag(field, Value::Null)
    }

    /// Yes or no; no when it is not there.
    #[inline(never)]
    pub fn flag(&mut self, field: &str, counted_as: Value) -> bool {
        self.take_if(field, counted_as, &Value::is_boolean) == Some(Value::Bool(true))
    }

    /// A whole number from 0 to `max`.
    #[inline(never)]
    pub fn number(&mut self, field: &str, counted_as: Value, max: u32) -> Option<u32> {
        let value = self.take_if(field, counted_as, &|raw| number(raw, max).is_some())?;
        number(&value, max)
    }

    /// A whole number that is written only above zero; a file that says zero keeps its word.
    pub fn count(&mut self, field: &str, max: u32) -> u32 {
        let none = self.left.get(field).and_then(Value::as_u64) == Some(0);
        if none { 0 } else { self.number(field, Value::Null, max).unwrap_or_default() }
    }

    /// A level.
    #[inline(never)]
    pub fn level(&mut self, field: &str) -> Option<Level> {
        self.number(field, Value::Null, 3).and_then(|n| Level::new(n as u8))
    }

    /// A text of a certain shape: an id, a word of a list, a day.
    pub fn word<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        self.word_or(field, Value::Null, parse)
    }

    /// A text of a certain shape that is written `counted_as` when it has another.
    pub fn word_or<T>(&mut self, field: &str, counted_as: Value, parse: fn(&str) -> Option<T>) -> Option<T> {
        let value = self.take_if(field, counted_as, &|raw| raw.as_str().and_then(parse).is_some())?;
        value.as_str().and_then(parse)
    }

    /// An object, or nothing when `read` can do nothing with it.
    pub fn object<T>(&mut self, field: &str, counted_as: Value, read: fn(Fields) -> Option<T>) -> Option<T> {
        let raw = self.take(field)?;
        let value = Fields::open(raw.clone(), self.place(field), self.log).and_then(read);
        if value.is_none() {
            self.keep(field, raw, counted_as);
        }
        value
    }

    /// Gives each element of an array to `read`, which says what is the matter with those it cannot use: these are
    /// kept aside. An element with the `key` of an earlier one is not used either.
    #[inline(never)]
    pub fn each(
        &mut self,
        field: &str,
        key: &str,
        read: &mut dyn FnMut(Value, String, &mut Log) -> Option<WarningKind>,
    ) {
        let Some(Value::Array(list)) = self.take_if(field, Value::Array(Vec::new()), &Value::is_array) else { return };
        let mut seen = BTreeSet::new();
        let mut aside = Vec::new();
        for (index, raw) in list.into_iter().enumerate().filter(|(_, raw)| !raw.is_null()) {
            let place = format!("{}[{index}]", self.place(field));
            let repeated = raw.get(key).and_then(Value::as_str).is_some_and(|key| !seen.insert(key.to_owned()));
            let matter =
                if repeated { Some(WarningKind::Repeated) } else { read(raw.clone(), place.clone(), self.log) };
            if let Some(kind) = matter {
                warn(self.log, place, kind);
                aside.push(raw);
            }
        }
        self.keep_elements(field, aside);
    }

    /// An array of objects, each with a `key` of its own.
    pub fn objects<T>(&mut self, field: &str, key: &str, read: fn(Fields) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        self.each(field, key, &mut |raw, place, log| match Fields::open(raw, place, log).and_then(read) {
            Some(element) => {
                list.push(element);
                None
            }
            None => Some(WarningKind::Unreadable),
        });
        list
    }

    /// An array that the app writes only when something is in it; an empty one keeps its place in the file.
    pub fn objects_if_any<T>(&mut self, field: &str, key: &str, read: fn(Fields) -> Option<T>) -> Vec<T> {
        if self.peek_list(field).is_some_and(<[Value]>::is_empty) { Vec::new() } else { self.objects(field, key, read) }
    }

    /// An array of texts of a certain shape, written only when something is in it.
    pub fn words_if_any<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Vec<T> {
        if self.peek_list(field).is_some_and(<[Value]>::is_empty) { Vec::new() } else { self.words(field, parse) }
    }

    /// An array of texts of a certain shape.
    pub fn words<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        self.each(field, "", &mut |raw, _, _| match raw.as_str().and_then(parse) {
            Some(word) => {
                list.push(word);
                None
            }
            None => Some(WarningKind::Unreadable),
        });
        list
    }

    /// An array of texts.
    #[inline(never)]
    pub fn texts(&mut self, field: &str) -> Vec<String> {
        self.words(field, |text| Some(text.to_owned()))
    }

    /// A map of objects by id.
    pub fn entries<K: Ord, T>(
        &mut self,
        field: &str,
        parse: fn(&str) -> Option<K>,
        read: fn(Fields) -> Option<T>,
    ) -> BTreeMap<K, T> {
        let mut entries = BTreeMap::new();
        self.each_entry(field, &mut |key, fields| match parse(key).zip(read(fields)) {
            Some((id, entry)) => {
                entries.insert(id, entry);
                true
            }
            None => false,
        });
        entries
    }

    /// A map of objects by id, written only when something is in it.
    pub fn entries_if_any<K: Ord, T>(
        &mut self,
        field: &str,
        parse: fn(&str) -> Option<K>,
        read: fn(Fields) -> Option<T>,
    ) -> BTreeMap<K, T> {
        let empty = self.left.get(field).and_then(Value::as_object).is_some_and(Map::is_empty);
        if empty { BTreeMap::new() } else { self.entries(field, parse, read) }
    }

    /// Gives each entry of a map to `read`, which says whether it can use it; the others are kept aside.
    #[inline(never)]
    fn each_entry(&mut self, field: &str, read: &mut dyn FnMut(&str, Fields) -> bool) {
        let Some(Value::Object(map)) = self.take_if(field, Value::Object(Map::new()), &Value::is_object) else {
            return;
        };
        let mut aside = Map::new();
        for (key, raw) in map.into_iter().filter(|(_, raw)| !raw.is_null()) {
            let place = format!("{}.{}", self.place(field), key.chars().take(MAX_ID).collect::<String>());
            let usable = Fields::open(raw.clone(), place.clone(), self.log).is_some_and(|fields| read(&key, fields));
            if !usable {
                warn(self.log, place, WarningKind::Unreadable);
                aside.insert(key, raw);
            }
        }
        self.keep_entries(field, aside);
    }

    /// What is left: unknown here, kept.
    #[inline(never)]
    pub fn rest(self) -> Extra {
        Extra::new(self.left, self.unread)
    }

    /// Adds elements to those already kept aside for `field`.
    fn keep_elements(&mut self, field: &str, elements: Vec<Value>) {
        if elements.is_empty() {
            return;
        }
        let aside = self.aside(field, Value::is_array);
        if let Value::Array(kept) = self.left.entry(aside).or_insert_with(|| Value::Array(Vec::new())) {
            kept.extend(elements);
        }
    }

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

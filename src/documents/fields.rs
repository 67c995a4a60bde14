//! The hands of the reader: one JSON object, taken field by field, and what becomes of that which cannot be read.
//!
//! Nothing is refused here. An absent or null field is nothing, silently. A value of the wrong type or range counts as
//! absent, is said, and stays in its place when the file is written again. An element of an array or an entry of a map
//! that cannot be read is said, and kept beside its field, under `<field>:illisible`.
//!
//! The object is looked at, never taken apart: only what is kept of it is copied, and a place is put into words when
//! something is said of it. Of a thousand files most are sound, and each field would cost its place.
//!
//! Generic functions are thin covers over `inline(never)` ones: they are compiled for each type, and the app is small.

use super::tree::{Field, Json, Object};
use super::{Warning, WarningKind};
use crate::extra::{Extra, Unread};
use crate::framework::Level;
use crate::names::MAX_ID;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

/// More than that is one damaged file, not a thousand things to look at.
pub const MAX_WARNINGS: usize = 1000;

/// What is said along the way.
pub(super) type Log = Vec<Warning>;

/// Where something stands in the file: the way from its root.
#[derive(Clone, Copy)]
pub(super) enum Place<'p> {
    Root,
    Field(&'p Place<'p>, &'p str),
    Element(&'p Place<'p>, usize),
}

impl Display for Place<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Self::Root, name) => f.write_str(name),
            Self::Field(parent, name) => {
                let name: String = name.chars().take(MAX_ID).collect();
                write!(f, "{parent}.{name}")
            }
            Self::Element(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// One object of the file, and where it stands in it.
pub(super) struct Fields<'f> {
    object: &'f Object<'f>,
    /// How many of them have been asked for.
    taken: usize,
    unread: Vec<Unread>,
    /// What could not be read of arrays and maps, by field.
    aside: Vec<(&'static str, Value)>,
    place: &'f Place<'f>,
    log: &'f mut Log,
}

/// Notes a warning, as long as the list stays readable.
pub(super) fn warn(log: &mut Log, place: &Place, kind: WarningKind) {
    if log.len() < MAX_WARNINGS {
        log.push(Warning { place: place.to_string(), kind });
    }
}

/// A whole number from 0 to `max`, also when it is written `2.0`.
pub(super) fn number(value: &Json, max: u32) -> Option<u32> {
    let whole = value.as_u64().or_else(|| {
        let float = value.as_f64().filter(|f| f.fract() == 0.0 && (0.0..=f64::from(max)).contains(f))?;
        Some(float as u64)
    })?;
    u32::try_from(whole).ok().filter(|n| *n <= max)
}

impl<'f> Fields<'f> {
    /// The fields of `value` when it is an object.
    pub fn open(value: &'f Json<'f>, place: &'f Place<'f>, log: &'f mut Log) -> Option<Self> {
        let object = value.as_object()?;
        Some(Self { object, taken: 0, unread: Vec::new(), aside: Vec::new(), place, log })
    }

    /// The value of a field, as it is; none when absent or null.
    #[inline(never)]
    pub fn take(&mut self, field: &'static str) -> Option<&'f Json<'f>> {
        // Most objects say little.
        if self.is_all_taken() {
            return None;
        }
        let field = self.object.field(field).filter(|field| !field.is_taken.replace(true))?;
        self.taken += 1;
        Some(&field.value).filter(|value| !value.is_null())
    }

    /// Whether everything has been asked for: there is nothing more to look for.
    fn is_all_taken(&self) -> bool {
        self.taken == self.object.fields().len()
    }

    /// Whether everything has been asked for, and read.
    pub fn is_spent(&self) -> bool {
        self.is_all_taken() && self.unread.is_empty()
    }

    /// The elements of a field that is an array, before it is taken.
    pub fn peek_list(&self, field: &str) -> Option<&'f [Json<'f>]> {
        self.object.get(field)?.as_list()
    }

    /// Says that a field should be there.
    pub fn require(&mut self, field: &str) {
        if self.object.get(field).is_none_or(Json::is_null) {
            self.warn(field, WarningKind::Missing);
        }
    }

    #[inline(never)]
    pub fn warn(&mut self, field: &str, kind: WarningKind) {
        warn(self.log, &Place::Field(self.place, field), kind);
    }

    /// Says that a field cannot be read, and keeps its value in place while the field is written `counted_as`.
    #[inline(never)]
    fn keep(&mut self, field: &str, raw: &Json, counted_as: Value) {
        self.warn(field, WarningKind::Unreadable);
        self.unread.push(Unread { field: field.to_owned(), raw: raw.kept(), counted_as });
    }

    /// What `read` makes of a field. When it makes nothing of it, it stays, and the field is written `counted_as`.
    fn take_as<T>(
        &mut self,
        field: &'static str,
        counted_as: Value,
        read: impl FnOnce(&'f Json<'f>) -> Option<T>,
    ) -> Option<T> {
        let raw = self.take(field)?;
        let value = read(raw);
        if value.is_none() {
            self.keep(field, raw, counted_as);
        }
        value
    }

    /// A text that need not be there.
    #[inline(never)]
    pub fn optional_text(&mut self, field: &'static str) -> Option<String> {
        self.word(field, |text| Some(text.to_owned()))
    }

    /// A text, empty when it is not there.
    #[inline(never)]
    pub fn text(&mut self, field: &'static str) -> String {
        self.word_or(field, Value::from(""), |text| Some(text.to_owned())).unwrap_or_default()
    }

    /// A text that is not written when it is empty; a file that says it is empty keeps its word.
    pub fn text_if_full(&mut self, field: &'static str) -> String {
        let empty = self.object.get(field).and_then(Json::as_str) == Some("");
        if empty { String::new() } else { self.optional_text(field).unwrap_or_default() }
    }

    /// A mark that is written only when it is set; a file that says it is not keeps its word.
    pub fn mark(&mut self, field: &'static str) -> bool {
        self.object.get(field).and_then(Json::as_bool) != Some(false) && self.flag(field, Value::Null)
    }

    /// Yes or no; no when it is not there.
    #[inline(never)]
    pub fn flag(&mut self, field: &'static str, counted_as: Value) -> bool {
        self.take_as(field, counted_as, Json::as_bool) == Some(true)
    }

    /// A whole number from 0 to `max`.
    #[inline(never)]
    pub fn number(&mut self, field: &'static str, counted_as: Value, max: u32) -> Option<u32> {
        self.take_as(field, counted_as, |raw| number(raw, max))
    }

    /// A whole number that is written only above zero; a file that says zero keeps its word.
    pub fn count(&mut self, field: &'static str, max: u32) -> u32 {
        let none = self.object.get(field).and_then(Json::as_u64) == Some(0);
        if none { 0 } else { self.number(field, Value::Null, max).unwrap_or_default() }
    }

    /// A level.
    #[inline(never)]
    pub fn level(&mut self, field: &'static str) -> Option<Level> {
        self.number(field, Value::Null, 3).and_then(|n| Level::new(n as u8))
    }

    /// A text of a certain shape: an id, a word of a list, a day.
    pub fn word<T>(&mut self, field: &'static str, parse: fn(&str) -> Option<T>) -> Option<T> {
        self.word_or(field, Value::Null, parse)
    }

    /// A text of a certain shape that is written `counted_as` when it has another.
    pub fn word_or<T>(&mut self, field: &'static str, counted_as: Value, parse: fn(&str) -> Option<T>) -> Option<T> {
        self.take_as(field, counted_as, |raw| raw.as_str().and_then(parse))
    }

    /// An object, or nothing when `read` can do nothing with it.
    pub fn object<T>(&mut self, field: &'static str, counted_as: Value, read: fn(Fields) -> Option<T>) -> Option<T> {
        let raw = self.take(field)?;
        let value = Fields::open(raw, &Place::Field(self.place, field), self.log).and_then(read);
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
        field: &'static str,
        key: &str,
        read: &mut dyn FnMut(&Json, &Place, &mut Log) -> Option<WarningKind>,
    ) {
        let Some(list) = self.take_as(field, Value::Array(Vec::new()), Json::as_list) else { return };
        let parent = Place::Field(self.place, field);
        let mut seen = BTreeSet::new();
        let mut aside = Vec::new();
        for (index, raw) in list.iter().enumerate().filter(|(_, raw)| !raw.is_null()) {
            let place = Place::Element(&parent, index);
            let repeated =
                raw.as_object().and_then(|object| object.get(key)?.as_str()).is_some_and(|key| !seen.insert(key));
            let matter = if repeated { Some(WarningKind::Repeated) } else { read(raw, &place, self.log) };
            if let Some(kind) = matter {
                warn(self.log, &place, kind);
                aside.push(raw.kept());
            }
        }
        if !aside.is_empty() {
            self.aside.push((field, Value::Array(aside)));
        }
    }

    /// An array of objects, each with a `key` of its own.
    pub fn objects<T>(&mut self, field: &'static str, key: &str, read: fn(Fields) -> Option<T>) -> Vec<T> {
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
    pub fn objects_if_any<T>(&mut self, field: &'static str, key: &str, read: fn(Fields) -> Option<T>) -> Vec<T> {
        if self.peek_list(field).is_some_and(<[_]>::is_empty) { Vec::new() } else { self.objects(field, key, read) }
    }

    /// An array of texts of a certain shape, written only when something is in it.
    pub fn words_if_any<T>(&mut self, field: &'static str, parse: fn(&str) -> Option<T>) -> Vec<T> {
        if self.peek_list(field).is_some_and(<[_]>::is_empty) { Vec::new() } else { self.words(field, parse) }
    }

    /// An array of texts of a certain shape.
    pub fn words<T>(&mut self, field: &'static str, parse: fn(&str) -> Option<T>) -> Vec<T> {
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
    pub fn texts(&mut self, field: &'static str) -> Vec<String> {
        self.words(field, |text| Some(text.to_owned()))
    }

    /// A map of objects by id.
    pub fn entries<K: Ord, T>(
        &mut self,
        field: &'static str,
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
        field: &'static str,
        parse: fn(&str) -> Option<K>,
        read: fn(Fields) -> Option<T>,
    ) -> BTreeMap<K, T> {
        let empty = self.object.get(field).and_then(Json::as_object).is_some_and(|map| map.fields().is_empty());
        if empty { BTreeMap::new() } else { self.entries(field, parse, read) }
    }

    /// Gives each entry of a map to `read`, which says whether it can use it; the others are kept aside.
    #[inline(never)]
    fn each_entry(&mut self, field: &'static str, read: &mut dyn FnMut(&str, Fields) -> bool) {
        let Some(map) = self.take_as(field, Value::Object(Map::new()), Json::as_object) else { return };
        let parent = Place::Field(self.place, field);
        let mut aside = Map::new();
        for Field { name, value, .. } in map.fields().iter().filter(|field| !field.value.is_null()) {
            let place = Place::Field(&parent, name);
            let usable = Fields::open(value, &place, self.log).is_some_and(|fields| read(name, fields));
            if !usable {
                warn(self.log, &place, WarningKind::Unreadable);
                aside.insert(name.as_ref().to_owned(), value.kept());
            }
        }
        if !aside.is_empty() {
            self.aside.push((field, Value::Object(aside)));
        }
    }

    /// What is left: unknown here, kept.
    #[inline(never)]
    pub fn rest(self) -> Extra {
        let mut left = if self.is_all_taken() { Map::new() } else { self.object.rest() };
        for (field, what) in self.aside {
            keep_aside(&mut left, field, what);
        }
        Extra::new(left, self.unread)
    }
}

/// Adds elements or entries to those that earlier readings have kept aside for `field`.
fn keep_aside(left: &mut Map<String, Value>, field: &str, what: Value) {
    let fits = |kept: &Value| kept.is_array() == what.is_array() && kept.is_object() == what.is_object();
    // A name that is free, or that already holds such things.
    let mut name = format!("{field}:illisible");
    while left.get(&name).is_some_and(|kept| !fits(kept)) {
        name.push('+');
    }
    match (left.get_mut(&name), what) {
        (Some(Value::Array(kept)), Value::Array(elements)) => kept.extend(elements),
        (Some(Value::Object(kept)), Value::Object(entries)) => {
            for (mut key, value) in entries {
                while kept.contains_key(&key) {
                    key.push('+');
                }
                kept.insert(key, value);
            }
        }
        (_, what) => {
            left.insert(name, what);
        }
    }
}

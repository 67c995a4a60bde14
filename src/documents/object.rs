//! The hands of the writer: one JSON object, put together field by field, then what its `Extra` keeps.

use crate::domain::Day;
use crate::extra::Extra;
use serde_json::{Map, Value};

/// One object being written.
#[derive(Default)]
pub(super) struct Object {
    fields: Map<String, Value>,
}

impl Object {
    #[inline(never)]
    pub fn put(&mut self, field: &str, value: Value) {
        self.fields.insert(field.to_owned(), value);
    }

    /// A text, also when it is empty.
    #[inline(never)]
    pub fn text(&mut self, field: &str, text: &str) {
        self.put(field, Value::from(text));
    }

    /// A text that is not written when there is none.
    #[inline(never)]
    pub fn text_if_any(&mut self, field: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(field, text);
        }
    }

    /// A text that is not written when it is empty.
    #[inline(never)]
    pub fn text_if_full(&mut self, field: &str, text: &str) {
        self.text_if_any(field, Some(text).filter(|text| !text.is_empty()));
    }

    #[inline(never)]
    pub fn number_if_any(&mut self, field: &str, number: Option<u32>) {
        if let Some(number) = number {
            self.put(field, Value::from(number));
        }
    }

    pub fn day_if_any(&mut self, field: &str, day: Option<Day>) {
        self.text_if_any(field, day.map(|day| day.to_string()).as_deref());
    }

    #[inline(never)]
    pub fn texts(&mut self, field: &str, texts: &[String]) {
        self.put(field, texts.iter().map(|text| Value::from(text.as_str())).collect());
    }

    pub fn list<T>(&mut self, field: &str, list: &[T], write: fn(&T) -> Value) {
        self.put(field, Value::Array(list.iter().map(write).collect()));
    }

    /// A number that is not written when it is zero.
    pub fn count(&mut self, field: &str, number: u32) {
        self.number_if_any(field, Some(number).filter(|n| *n > 0));
    }

    /// Ids that are not written when there is none.
    pub fn ids_if_any<'a>(&mut self, field: &str, ids: impl Iterator<Item = &'a str>) {
        let ids: Vec<Value> = ids.map(Value::from).collect();
        if !ids.is_empty() {
            self.put(field, Value::Array(ids));
        }
    }

    /// A list that is not written when nothing is in it.
    pub fn list_if_any<T>(&mut self, field: &str, list: &[T], write: fn(&T) -> Value) {
        if !list.is_empty() {
            self.list(field, list, write);
        }
    }

    pub fn entries<'a, T: 'a>(
        &mut self,
        field: &str,
        entries: impl Iterator<Item = (&'a str, &'a T)>,
        write: fn(&T) -> Value,
    ) {
        let mut object = Self::default();
        entries.for_each(|(id, entry)| object.put(id, write(entry)));
        self.put(field, Value::Object(object.fields));
    }

    #[inline(never)]
    pub fn end(mut self, extra: &Extra) -> Value {
        extra.put_back(&mut self.fields);
        Value::Object(self.fields)
    }
}

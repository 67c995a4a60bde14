//! Reading the files that Paliers publishes (référentiel, pages of text): strictly, and small.
//!
//! The first thing that is missing or of another type refuses the whole file, with its place. Unknown fields are passed
//! over. serde’s derived readers, made anew for each type, weighed 30 kB of brotli in the browser for the same work;
//! the tools that run natively still use them, and a test holds both to the same reading.

use serde_json::{Map, Value};

/// One object of a file, and where it stands in it.
pub struct Object<'f> {
    fields: Map<String, Value>,
    place: String,
    fault: &'f mut Option<String>,
}

/// Reads a whole file, whose root is an object.
///
/// # Errors
/// The first fault, with its place.
pub fn read<T>(text: &str, read: fn(&mut Object) -> Option<T>) -> Result<T, String> {
    let value = text.parse().map_err(|error: serde_json::Error| error.to_string())?;
    let mut fault = None;
    let whole = object(value, String::new(), &mut fault).and_then(|mut root| read(&mut root));
    match (whole, fault) {
        (Some(whole), None) => Ok(whole),
        (_, fault) => Err(fault.unwrap_or_default()),
    }
}

fn object(value: Value, place: String, fault: &mut Option<String>) -> Option<Object<'_>> {
    if let Value::Object(fields) = value {
        return Some(Object { fields, place, fault });
    }
    fault.get_or_insert(place);
    None
}

impl Object<'_> {
    /// Says that a field is not what it should be.
    #[inline(never)]
    pub fn refuse(&mut self, field: &str) {
        let place = format!("{}.{field}", self.place);
        self.fault.get_or_insert(place);
    }

    /// Whether a field is there.
    #[inline(never)]
    pub fn has(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    #[inline(never)]
    fn take(&mut self, field: &str) -> Value {
        self.fields.remove(field).unwrap_or_default()
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self, field: &str) -> String {
        let Value::String(text) = self.take(field) else {
            self.refuse(field);
            return String::new();
        };
        text
    }

    /// A text that may be absent.
    #[inline(never)]
    pub fn text_if_any(&mut self, field: &str) -> Option<String> {
        self.has(field).then(|| self.text(field))
    }

    /// A whole number.
    #[inline(never)]
    pub fn number(&mut self, field: &str) -> u32 {
        let number = self.take(field).as_u64().and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            self.refuse(field);
        }
        number.unwrap_or_default()
    }

    /// True or false.
    #[inline(never)]
    pub fn flag(&mut self, field: &str) -> bool {
        let flag = self.take(field).as_bool();
        if flag.is_none() {
            self.refuse(field);
        }
        flag.unwrap_or_default()
    }

    /// A text of a certain shape: an id, a word of a list.
    pub fn word<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
        let word = parse(&self.text(field));
        if word.is_none() {
            self.refuse(field);
        }
        word
    }

    /// A whole number of a certain kind.
    pub fn level<T>(&mut self, field: &str, parse: fn(u8) -> Option<T>) -> Option<T> {
        let level = u8::try_from(self.number(field)).ok().and_then(parse);
        if level.is_none() {
            self.refuse(field);
        }
        level
    }

    /// The elements of a list, as they are.
    #[inline(never)]
    pub fn elements(&mut self, field: &str) -> Vec<Value> {
        let Value::Array(elements) = self.take(field) else {
            self.refuse(field);
            return Vec::new();
        };
        elements
    }

    /// A list of objects.
    pub fn list<T>(&mut self, field: &str, read: fn(&mut Object) -> Option<T>) -> Vec<T> {
        let mut list = Vec::new();
        for (index, element) in self.elements(field).into_iter().enumerate() {
            list.extend(self.element(field, index, element).and_then(|mut element| read(&mut element)));
        }
        list
    }

    /// A list of objects that may be absent.
    pub fn list_if_any<T>(&mut self, field: &str, read: fn(&mut Object) -> Option<T>) -> Vec<T> {
        if self.has(field) { self.list(field, read) } else { Vec::new() }
    }

    /// An object.
    pub fn part<T>(&mut self, field: &str, read: fn(&mut Object) -> T) -> Option<T> {
        let value = self.take(field);
        object(value, format!("{}.{field}", self.place), self.fault).map(|mut part| read(&mut part))
    }

    #[inline(never)]
    fn element(&mut self, field: &str, index: usize, element: Value) -> Option<Object<'_>> {
        object(element, format!("{}.{field}[{index}]", self.place), self.fault)
    }

    /// A list of lists of objects.
    pub fn lists<T>(&mut self, field: &str, read: fn(&mut Object) -> Option<T>) -> Vec<Vec<T>> {
        let lists = self.elements(field);
        lists.into_iter().map(|list| self.inner(field, list).list(field, read)).collect()
    }

    /// A list that stands in a list, as the same field of an object of its own.
    #[inline(never)]
    pub fn inner(&mut self, field: &str, list: Value) -> Object<'_> {
        let fields = std::iter::once((field.to_owned(), list)).collect();
        Object { fields, place: self.place.clone(), fault: self.fault }
    }

    /// A list of texts.
    #[inline(never)]
    pub fn texts(&mut self, field: &str) -> Vec<String> {
        self.words(field, |text| Some(text.to_owned()))
    }

    /// A list of texts that may be absent.
    #[inline(never)]
    pub fn texts_if_any(&mut self, field: &str) -> Vec<String> {
        if self.has(field) { self.texts(field) } else { Vec::new() }
    }

    /// A list of texts of a certain shape that may be absent.
    pub fn words_if_any<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Vec<T> {
        if self.has(field) { self.words(field, parse) } else { Vec::new() }
    }

    /// A list of texts of a certain shape.
    pub fn words<T>(&mut self, field: &str, parse: fn(&str) -> Option<T>) -> Vec<T> {
        let mut words = Vec::new();
        for element in self.elements(field) {
            match element.as_str().and_then(parse) {
                Some(word) => words.push(word),
                None => self.refuse(field),
            }
        }
        words
    }
}

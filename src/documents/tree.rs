//! The JSON of a dossier’s file, read and not yet understood: a tree that borrows from the text what it can.
//!
//! serde_json reads; its own `Value` copies each name and each text, and of a thousand files nearly all of that is thrown
//! away. It refuses what serde_json refuses, at the same place. The fields of an object stand in the order of their names,
//! each once: the last of the same name. A number that `u64` does not hold is kept digit for digit.
//!
//! Nothing here sorts, nor collects into a map: for each type, the standard library’s sort weighs more than this file.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::{Formatter, Result as Written};

/// The name under which serde_json hands over a number that no integer holds, as text.
const NUMBER: &str = "$serde_json::private::Number";

/// A value of the file.
pub(super) enum Json<'t> {
    Null,
    Bool(bool),
    Whole(u64),
    Number(Number),
    Text(Cow<'t, str>),
    List(Vec<Json<'t>>),
    Object(Object<'t>),
}

/// An object of the file.
pub(super) struct Object<'t> {
    /// In the order of their names.
    fields: Vec<Field<'t>>,
}

/// A field of an object.
pub(super) struct Field<'t> {
    pub name: Cow<'t, str>,
    pub value: Json<'t>,
    /// Whether the reader has asked for it.
    pub is_taken: Cell<bool>,
}

impl<'t> Json<'t> {
    /// The tree of a whole text.
    pub fn read(text: &'t str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(flag) = self { Some(*flag) } else { None }
    }

    pub fn as_u64(&self) -> Option<u64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }

    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Whole(number) => Some(*number as f64),
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    pub fn as_object(&self) -> Option<&Object<'t>> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// A copy that outlives the text.
    #[inline(never)]
    pub fn kept(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(flag) => Value::Bool(*flag),
            Self::Whole(number) => Value::from(*number),
            Self::Number(number) => Value::Number(number.clone()),
            Self::Text(text) => Value::from(text.as_ref()),
            Self::List(list) => list.iter().map(Self::kept).collect(),
            Self::Object(object) => Value::Object(object.kept(|_| true)),
        }
    }
}

impl<'t> Object<'t> {
    /// In the order of their names.
    pub fn fields(&self) -> &[Field<'t>] {
        &self.fields
    }

    /// The field of that name.
    #[inline(never)]
    pub fn field(&self, name: &str) -> Option<&Field<'t>> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&Json<'t>> {
        self.field(name).map(|field| &field.value)
    }

    /// Copies of the fields that nobody has asked for.
    pub fn rest(&self) -> Map<String, Value> {
        self.kept(|field| !field.is_taken.get())
    }

    #[inline(never)]
    fn kept(&self, which: fn(&Field) -> bool) -> Map<String, Value> {
        let mut kept = Map::new();
        for Field { name, value, .. } in self.fields.iter().filter(|field| which(field)) {
            kept.insert(name.as_ref().to_owned(), value.kept());
        }
        kept
    }

    /// The app itself writes in the order of the names; what others write is put in it.
    fn of(fields: Vec<Field<'t>>) -> Self {
        if fields.is_sorted_by(|a, b| a.name < b.name) {
            return Self { fields };
        }
        let mut values = BTreeMap::new();
        for field in fields {
            values.insert(field.name, field.value);
        }
        Self { fields: values.into_iter().map(|(name, value)| Field::of(name, value)).collect() }
    }
}

impl<'t> Field<'t> {
    fn of(name: Cow<'t, str>, value: Json<'t>) -> Self {
        Self { name, value, is_taken: Cell::new(false) }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Tree)
    }
}

/// A name, borrowed when it holds no escape.
struct Name<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match from.deserialize_str(Tree)? {
            Json::Text(text) => Ok(Self(text)),
            _ => Err(D::Error::custom("not a name")),
        }
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut Formatter) -> Written {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Json<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element()? {
            list.push(element);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(Name(name)) = entries.next_key()? {
            if name == NUMBER {
                let digits: String = entries.next_value()?;
                return digits.parse().map(Json::Number).map_err(A::Error::custom);
            }
            let value = entries.next_value()?;
            fields.push(Field::of(name, value));
        }
        Ok(Json::Object(Object::of(fields)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_serde_json_says() {
        for text in [
            "null",
            " [ true , false ] ",
            "{}",
            "[]",
            "\"\"",
            r#""é \u00e9 \ud83d\ude00 \n \" \\""#,
            "0",
            "-0",
            "-1",
            "2.0",
            "1.10",
            "1e3",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775809",
            "0.1000000000000000055",
            r#"{"b": 1, "a": {"c": [1.50]}, "b\u0062": 2}"#,
            r#"{"a": 1, "b": 2, "a": 3}"#,
            r#"{"a": 1, "a": 2, "a": 3}"#,
            r#"{"\u0061": 1, "a": 2}"#,
            "",
            "nul",
            "[1,]",
            "{\"a\"}",
            "{\"a\": 1,}",
            "01",
            "1.",
            "\"",
            r#""\ud83d""#,
            "[1] 2",
            "{1: 2}",
            "\"\u{1}\"",
            r#"{"$serde_json::private::Number": 3}"#,
        ] {
            let ours = Json::read(text).map(|tree| tree.kept()).map_err(|e| (e.line(), e.column()));
            let theirs = text.parse::<Value>().map_err(|e| (e.line(), e.column()));
            assert_eq!(ours.clone().map(|v| v.to_string()), theirs.clone().map(|v| v.to_string()), "{text}");
            assert_eq!(ours, theirs, "{text}");
        }
    }

    #[test]
    fn it_goes_no_deeper_than_serde_json() {
        for depth in [127, 128, 100_000] {
            let text = "[".repeat(depth) + &"]".repeat(depth);
            assert_eq!(Json::read(&text).is_ok(), text.parse::<Value>().is_ok(), "{depth}");
        }
    }

    #[test]
    fn what_holds_no_escape_is_borrowed() {
        let tree = Json::read(r#"{"name": "École", "note": "un\ndeux"}"#).ok();
        let field = |name| tree.as_ref()?.as_object()?.get(name);
        assert!(matches!(field("name"), Some(Json::Text(Cow::Borrowed("École")))));
        assert!(matches!(field("note"), Some(Json::Text(Cow::Owned(_)))));
    }
}

//! Values of attributes: a text, nothing, or a closure that gives one of these.

use super::El;
use std::borrow::Cow;

/// The value of an attribute; none leaves the attribute out.
pub enum Value {
    Fixed(Option<Cow<'static, str>>),
    Live(Box<dyn FnMut() -> Option<Cow<'static, str>>>),
}

/// Whatever an attribute accepts.
pub trait IntoValue {
    fn give(self, el: El, name: &'static str) -> El;
}

/// What a closure gives to an attribute.
pub trait IntoText {
    fn into_text(self) -> Option<Cow<'static, str>>;
}

impl IntoText for &'static str {
    fn into_text(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl IntoText for String {
    fn into_text(self) -> Option<Cow<'static, str>> {
        Some(self.into())
    }
}

impl<T: IntoText> IntoText for Option<T> {
    fn into_text(self) -> Option<Cow<'static, str>> {
        self.and_then(T::into_text)
    }
}

macro_rules! fixed {
    ($($kind:ty),*) => {$(
        impl IntoValue for $kind {
            #[inline(never)]
            fn give(self, el: El, name: &'static str) -> El {
                el.give(name, Value::Fixed(self.into_text()))
            }
        }
    )*};
}
fixed!(&'static str, String, Option<&'static str>, Option<String>);

impl<F: FnMut() -> T + 'static, T: IntoText> IntoValue for F {
    fn give(mut self, el: El, name: &'static str) -> El {
        el.give(name, Value::Live(Box::new(move || self().into_text())))
    }
}

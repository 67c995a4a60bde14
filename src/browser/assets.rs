//! The one door to the files of the app's own folder: référentiel, pages, example.
//!
//! What was loaded once stays in memory, so the network may drop. A second maker of the app can answer from inside
//! the page instead of fetching.

use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Response;

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No answer: the network, or a page opened from the disk.
    Unreachable,
    /// The server says it has no such file.
    Missing,
}

thread_local! {
    /// Names, and what came or is coming: the text, null where the server has no such file. A handful.
    static ASKED: RefCell<Vec<(String, Promise)>> = const { RefCell::new(Vec::new()) };
}

/// The text of a file named from the app's folder, `frameworks/egn-2020.json`. It is asked for once, however many wait
/// for it and whatever the answer; only where none came is it asked for again.
///
/// # Errors
/// Why it did not come.
pub async fn load(name: &str) -> Result<String, LoadError> {
    let coming = ASKED.with_borrow_mut(|asked| match asked.iter().find(|(known, _)| known == name) {
        Some((_, coming)) => coming.clone(),
        None => {
            let coming = ask(name.to_owned());
            asked.push((name.to_owned(), coming.clone()));
            coming
        }
    });
    let came = JsFuture::from(coming).await.unwrap_or(JsValue::UNDEFINED);
    match came.as_string() {
        Some(text) => Ok(text),
        None if came.is_null() => Err(LoadError::Missing),
        None => {
            forget(name);
            Err(LoadError::Unreachable)
        }
    }
}

/// The text, null for a file that is missing, undefined without an answer.
fn ask(name: String) -> Promise {
    future_to_promise(async move {
        Ok(match fetch(&name).await {
            Ok(text) => text.into(),
            Err(LoadError::Missing) => JsValue::NULL,
            Err(LoadError::Unreachable) => JsValue::UNDEFINED,
        })
    })
}

async fn fetch(name: &str) -> Result<String, LoadError> {
    let unreachable = |_: JsValue| LoadError::Unreachable;
    let window = super::page::window().ok_or(LoadError::Unreachable)?;
    let response = JsFuture::from(window.fetch_with_str(name)).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    if !response.ok() {
        return Err(LoadError::Missing);
    }
    let text = JsFuture::from(response.text().map_err(unreachable)?).await.map_err(unreachable)?;
    text.as_string().ok_or(LoadError::Unreachable)
}

/// Forgets a file, so that the next `load` asks again.
pub fn forget(name: &str) {
    ASKED.with_borrow_mut(|asked| asked.retain(|(known, _)| known != name));
}

/// Whether the person asked their browser to spare data.
#[must_use]
pub fn saves_data() -> bool {
    let read = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED);
    super::page::window().is_some_and(|window| {
        let connection = read(&read(&window, "navigator"), "connection");
        !connection.is_undefined() && read(&connection, "saveData").is_truthy()
    })
}

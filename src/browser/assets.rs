//! The one door to the files of the app's own folder: référentiel, pages, example.
//!
//! What was loaded once stays in memory, so the network may drop. A second maker of the app can answer from inside
//! the page instead of fetching.

use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
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
    /// Names and texts; a handful.
    static LOADED: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The text of a file named from the app's folder, `frameworks/egn-2020.json`.
///
/// # Errors
/// Why it did not come.
pub async fn load(name: &str) -> Result<String, LoadError> {
    if let Some(text) =
        LOADED.with_borrow(|loaded| loaded.iter().find(|(n, _)| n == name).map(|(_, text)| text.clone()))
    {
        return Ok(text);
    }
    let text = fetch(name).await?;
    LOADED.with_borrow_mut(|loaded| loaded.push((name.to_owned(), text.clone())));
    Ok(text)
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
    LOADED.with_borrow_mut(|loaded| loaded.retain(|(n, _)| n != name));
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

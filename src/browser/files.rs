//! Files that the person saves or opens. Nothing is sent anywhere.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Offers a text as a file. False when the browser refuses (a sandboxed frame): show the text instead.
pub fn download(name: &str, text: &str, mime: &str) -> bool {
    try_download(name, text, mime).is_ok()
}

fn try_download(name: &str, text: &str, mime: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = super::page::document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the blob after the click: let go of it a minute later.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// A file the person chose.
#[derive(Clone)]
pub struct Chosen {
    file: File,
}

impl Chosen {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.file.size()
    }

    /// Its text; none when the disk refuses. Bytes that are no UTF-8 become �, as `Blob.text()` does.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.file.text()).await.ok()?.as_string()
    }
}

/// The file of an input's change event; the input is emptied, so that the same file can be chosen again.
#[must_use]
pub fn chosen(input: &HtmlInputElement) -> Option<Chosen> {
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(Chosen { file })
}

/// Hands the current text over to `start.js`, which offers it after a trap when nothing could be stored.
pub fn hand_over(text: Option<&str>) {
    let value = text.map_or(JsValue::UNDEFINED, JsValue::from_str);
    let _ = js_sys::Reflect::set(&js_sys::global(), &"paliersUnsaved".into(), &value);
}

//! Files that the person saves or opens. Nothing is sent anywhere.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Offers a text as a file. False when the browser refuses (a sandboxed frame): show the text instead.
pub fn download(name: &str, text: &str, mime: &str) -> bool {
    download_bytes(name, &text.into(), mime)
}

/// Offers bytes, or a text, as a file. False when the browser refuses.
pub fn download_bytes(name: &str, content: &JsValue, mime: &str) -> bool {
    try_download(name, content, mime).is_ok()
}

fn try_download(name: &str, content: &JsValue, mime: &str) -> Result<(), JsValue> {
    if super::page::is_sandboxed() {
        return Err(JsValue::NULL);
    }
    let parts = js_sys::Array::of1(content);
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

/// Copies the text of a field, chosen first so that Ctrl+C works too. False when the browser refuses.
#[must_use]
pub fn copy(selector: &str) -> bool {
    let field = super::page::document().and_then(|d| d.query_selector(selector).ok().flatten());
    let Some(field) = field.and_then(|f| f.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) else { return false };
    field.select();
    let document = super::page::document().and_then(|d| d.dyn_into::<web_sys::HtmlDocument>().ok());
    document.is_some_and(|d| d.exec_command("copy") == Ok(true))
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

    /// Its bytes; none when the disk refuses.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.file.array_buffer()).await.ok()?;
        Some(js_sys::Uint8Array::new(&buffer).to_vec())
    }

    /// Its text; none when the disk refuses. Bytes that are no UTF-8 become �, as `Blob.text()` does.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.file.text()).await.ok()?.as_string()
    }
}

/// The files of an input's change event; the input is emptied.
#[must_use]
pub fn all_chosen(input: &HtmlInputElement) -> Vec<Chosen> {
    let files = input.files().map(|list| (0..list.length()).filter_map(|n| list.get(n)).collect::<Vec<File>>());
    input.set_value("");
    files.unwrap_or_default().into_iter().map(|file| Chosen { file }).collect()
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

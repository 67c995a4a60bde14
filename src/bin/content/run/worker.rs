//! The worker of the documents: Trunk gives its two files plain names, the page announces them by what they hold.
//!
//! A page loads the worker that was built with it or none: the names are made of the bytes, and stand with their
//! integrity in a `meta` of the page. Nothing of it is preloaded. The JavaScript waits for its module in a message, so
//! that it need not know its name, nor a host the type of `.wasm`. It is a classic script: Chromium starts no worker by a module
//! in a page opened from a disk.

use super::fingerprint::{integrity, short};
use super::finish::INDEX;
use super::parts::without_custom_sections;
use std::path::Path;
use std::{fs, io};

/// What stands in the page until the worker has its names; no sign of it needs quotes, nor any of what replaces it.
const PLACE: &str = "a-worker-comes-here";
/// What wasm-bindgen calls what starts the module.
const START: &str = "let wasm_bindgen";
/// The end of the JavaScript.
const WAIT: &str = include_str!("worker_wait.js");

/// Names the files that Trunk has left in `dir`, and announces them in its page.
pub fn name(dir: &Path) -> io::Result<()> {
    let (js, wasm) = (dir.join("documents.js"), dir.join("documents_bg.wasm"));
    let script = fs::read_to_string(&js)?;
    let page = fs::read_to_string(dir.join(INDEX))?;
    if !script.contains(START) || !page.contains(PLACE) {
        return Err(io::Error::other("le script des documents ou la page n’ont pas la forme attendue"));
    }
    let (script, module) = ((script + WAIT).into_bytes(), without_custom_sections(&fs::read(&wasm)?)?);
    let of = |bytes: &[u8], end: &str| (format!("documents-{}{end}", short(bytes)), integrity(bytes));
    let ((script_name, script_print), (module_name, module_print)) = (of(&script, ".js"), of(&module, "_bg.wasm"));
    fs::write(dir.join(&script_name), script)?;
    fs::write(dir.join(&module_name), module)?;
    fs::remove_file(js)?;
    fs::remove_file(wasm)?;
    let announced = [script_name, script_print, module_name, module_print].join(",");
    fs::write(dir.join(INDEX), page.replace(PLACE, &announced))
}

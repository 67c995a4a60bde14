//! The worker that makes documents: a module of its own, fetched when the report is opened, kept for the next document.
//!
//! The page names its two files with their integrity (`bin content`). The module is checked as it is fetched; a script
//! of a worker cannot be, so its bytes are fetched and checked first, and the worker then starts from the same address.
//! Nothing here panics: whatever fails is told as [`Told::Failed`]. To cancel is to end the worker.

use super::assets::LoadError;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, MessageEvent, RequestInit, Response};

/// What the worker says on the way.
pub enum Told {
    /// Steps done and to do.
    Progress(u32, u32),
    Made(Made),
    /// Refused with a sentence to show.
    Refused(String),
    /// The worker did not come, or stopped.
    Failed,
}

/// A document.
pub struct Made {
    pub name: String,
    pub mime: String,
    pub bytes: JsValue,
}

type Tell = Box<dyn Fn(Told)>;

thread_local! {
    /// The checked bytes of the module.
    static MODULE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    /// The worker, and whether it has its module.
    static WORKER: RefCell<Option<(web_sys::Worker, bool)>> = const { RefCell::new(None) };
    /// Raised at each request and each end: what comes for a former one is not listened to.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Fetches the worker, so that a document can be made without the network. What does not come is told when a document
/// is asked for.
pub async fn warm() {
    let online = super::page::window().is_some_and(|window| window.navigator().on_line());
    if online && fetch_module().await.is_ok() {
        let _ = worker();
    }
}

/// Asks for a document: fields and their values, as `bin/documents` reads them.
pub fn ask(fields: &[(&str, JsValue)], tell: impl Fn(Told) + 'static) {
    let request = js_sys::Object::new();
    for (field, value) in fields {
        let _ = js_sys::Reflect::set(&request, &(*field).into(), value);
    }
    let turn = next_turn();
    spawn_local(async move {
        let module = fetch_module().await;
        if TURN.get() != turn {
            return;
        }
        match module {
            Ok(module) if send(&module, &request).is_ok() => listen(Box::new(tell), request.into()),
            _ => {
                end();
                tell(Told::Failed);
            }
        }
    });
}

/// Ends the work under way.
pub fn end() {
    next_turn();
    if let Some((worker, _)) = WORKER.take() {
        worker.set_onmessage(None);
        worker.set_onerror(None);
        worker.terminate();
    }
}

fn next_turn() -> u32 {
    TURN.set(TURN.get().wrapping_add(1));
    TURN.get()
}

/// The two files of the worker, as the page announces them.
fn announced() -> Option<Vec<String>> {
    Some(super::page::said("documents")?.split(',').map(str::to_owned).collect())
}

/// The bytes of the module; the script is checked on the way.
async fn fetch_module() -> Result<JsValue, LoadError> {
    if let Some(module) = MODULE.with_borrow(Clone::clone) {
        return Ok(module);
    }
    let files = announced().ok_or(LoadError::Missing)?;
    let [script, script_print, module, module_print] = files.as_slice() else { return Err(LoadError::Missing) };
    fetch(script, script_print).await?;
    let bytes = fetch(module, module_print).await?;
    MODULE.set(Some(bytes.clone()));
    Ok(bytes)
}

async fn fetch(name: &str, integrity: &str) -> Result<JsValue, LoadError> {
    let unreachable = |_: JsValue| LoadError::Unreachable;
    let window = super::page::window().ok_or(LoadError::Unreachable)?;
    let init = RequestInit::new();
    init.set_integrity(integrity);
    let response = JsFuture::from(window.fetch_with_str_and_init(name, &init)).await.map_err(unreachable)?;
    let response: Response = response.dyn_into().map_err(unreachable)?;
    if !response.ok() {
        return Err(LoadError::Missing);
    }
    JsFuture::from(response.array_buffer().map_err(unreachable)?).await.map_err(unreachable)
}

/// The worker that is there, or a new one, which waits for its module.
fn worker() -> Result<(web_sys::Worker, bool), JsValue> {
    if let Some(worker) = WORKER.with_borrow(Clone::clone) {
        return Ok(worker);
    }
    let files = announced().ok_or(JsValue::NULL)?;
    let worker = web_sys::Worker::new(files.first().ok_or(JsValue::NULL)?)?;
    // One that stops before anything is asked of it: the next request makes another.
    let gone = Closure::once_into_js(|event: Event| {
        event.prevent_default();
        WORKER.take();
    });
    worker.set_onerror(Some(gone.unchecked_ref()));
    WORKER.set(Some((worker.clone(), false)));
    Ok((worker, false))
}

/// The request to a worker that has its module, else the module: the request follows once it is ready.
fn send(module: &JsValue, request: &JsValue) -> Result<(), JsValue> {
    let (worker, has_module) = worker()?;
    worker.post_message(if has_module { request } else { module })
}

fn listen(tell: Tell, request: JsValue) {
    let Some((worker, _)) = WORKER.with_borrow(Clone::clone) else { return };
    let tell = std::rc::Rc::new(tell);
    let on_message = {
        let (worker, tell) = (worker.clone(), tell.clone());
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| match told(&event.data()) {
            Some(told) => tell(told),
            // Ready.
            None => {
                WORKER.set(Some((worker.clone(), true)));
                let _ = worker.post_message(&request);
            }
        })
    };
    let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        event.prevent_default();
        end();
        tell(Told::Failed);
    });
    // They live until the next request puts others in their place.
    worker.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
    worker.set_onerror(Some(on_error.into_js_value().unchecked_ref()));
}

fn told(message: &JsValue) -> Option<Told> {
    let field = |name: &str| js_sys::Reflect::get(message, &name.into()).ok().filter(|value| !value.is_undefined());
    let text = |name: &str| field(name).and_then(|value| value.as_string());
    if field("ready").is_some() {
        return None;
    }
    if let Some(error) = text("error") {
        return Some(Told::Refused(error));
    }
    let made = || Some(Made { name: text("name")?, mime: text("mime")?, bytes: field("bytes")? });
    if let Some(made) = made() {
        return Some(Told::Made(made));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = |name: &str| field(name).and_then(|value| value.as_f64()).map_or(0, |n| n as u32);
    Some(Told::Progress(number("done"), number("total")))
}

//! Messages in, messages out.

use js_sys::{Array, Object, Reflect, Uint8Array};
use paliers::domain::Day;
use paliers::domain::group::{self, Sieve};
use paliers::exports::{Asked, Document, GroupKind, Kind, Options, Part, make, make_group, make_paper};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for what is asked of this worker, for as long as it lives.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answer = {
        let scope = scope.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| on_message(&scope, &event.data()))
    };
    scope.set_onmessage(Some(answer.into_js_value().unchecked_ref()));
    post(&scope, &[("ready", JsValue::TRUE)]);
}

fn on_message(scope: &DedicatedWorkerGlobalScope, asked: &JsValue) {
    let text = |field| get(asked, field).as_string().unwrap_or_default();
    let Some(today) = Day::parse(&text("today")) else { return refuse(scope) };
    let mut last = 0;
    // A message each hundredth, not each row.
    let mut tell = |done: u32, total: u32| {
        let hundredth = u64::from(done) * 100 / u64::from(total.max(1));
        if hundredth > last {
            last = hundredth;
            post(scope, &[("done", done.into()), ("total", total.into())]);
        }
        true
    };
    let (kind, framework, dossier, models) = (text("kind"), text("framework"), text("dossier"), text("models"));
    let made = if let Some(kind) = Kind::parse(&kind).filter(|_| !models.is_empty()) {
        let (paper, models) = (&*text("about"), &*models);
        make_paper(kind, &framework, &dossier, Asked { paper, models }, today, &mut tell)
    } else if let Some(kind) = Kind::parse(&kind) {
        let parts = text("parts").split(' ').filter_map(Part::parse).collect();
        let options = Options { parts, notes: !text("notes").is_empty(), about: text("about") };
        make(kind, &framework, &dossier, &options, today, &mut tell)
    } else if let Some(kind) = GroupKind::parse(&kind) {
        let commune = Some(text("commune")).filter(|commune| !commune.is_empty());
        let sieve = Sieve { kind: group::Kind::parse(&text("type")), commune };
        make_group(kind, &framework, &dossier, &sieve, today, &mut tell)
    } else {
        return refuse(scope);
    };
    match made {
        Ok(document) => hand_over(scope, &document),
        Err(error) => post(scope, &[("error", error.message().into())]),
    }
}

fn refuse(scope: &DedicatedWorkerGlobalScope) {
    post(scope, &[("error", "Ce document n’existe pas dans cette version de Paliers.".into())]);
}

/// The bytes change hands without being copied once more.
fn hand_over(scope: &DedicatedWorkerGlobalScope, document: &Document) {
    let bytes = Uint8Array::from(document.bytes.as_slice());
    let buffer = bytes.buffer();
    let made =
        object(&[("name", document.name.as_str().into()), ("mime", document.mime.into()), ("bytes", bytes.into())]);
    // Refused only when the page is gone.
    let _ = scope.post_message_with_transfer(&made, &Array::of1(&buffer));
}

fn post(scope: &DedicatedWorkerGlobalScope, fields: &[(&str, JsValue)]) {
    let _ = scope.post_message(&object(fields));
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (field, value) in fields {
        let _ = Reflect::set(&object, &(*field).into(), value);
    }
    object.into()
}

fn get(object: &JsValue, field: &str) -> JsValue {
    Reflect::get(object, &field.into()).unwrap_or(JsValue::UNDEFINED)
}

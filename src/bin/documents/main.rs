//! The worker that makes documents, so that the page stays alive meanwhile. Natively there is nothing to start.
//!
//! It says `{ready: true}` once it listens. A message `{kind, framework, dossier, parts, notes, today}` (texts; `parts` are
//! words set apart by spaces; `notes` empty or not; `about` an addressee, a workshop, or a document that the school adapts,
//! which comes with its `models`) is answered by any number of `{done, total}`, then by
//! `{name, mime, bytes}` or `{error}`, a sentence to show. Of several schools: `{kind, framework, dossier, type, commune, today}`, the dossiers one after the other. To cancel, the page ends the worker.

#[cfg(target_arch = "wasm32")]
mod worker;

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::listen();
}

//! The content tool: checks what is written under `content/`, compiles it for the app, and verifies a built folder.
//!
//! - `content check`: every fault of the référentiel and of the pages, with file, line and place.
//! - `content build [DIR]`: the same, then writes `DIR/frameworks/<id>.json` and `DIR/pages/<name>.json`. Without DIR,
//!   the folder that Trunk is filling, and the parts of the app with it.
//! - `content parts DIR`: binds the parts of the app, cut out by `scripts/bin/wasm-bindgen`, into `DIR/paliers.js`.
//! - `content finish DIR`: every script, style sheet and preloaded file of `DIR/index.html` is the one it announces.
//! - `content single DIR`: makes `DIR/paliers.html`, the single-file edition of that folder.
//!
//! It runs at the root of the project, writes nothing when there is a fault, and exists natively only.

#[cfg(not(target_arch = "wasm32"))]
mod run;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run::run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(said) => {
            println!("{said}");
            std::process::ExitCode::SUCCESS
        }
        Err(refused) => {
            eprintln!("{refused}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

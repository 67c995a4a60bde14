//! The parts of the app: what the cutting tool leaves becomes files that a static host can serve.
//!
//! After `scripts/bin/wasm-bindgen` has cut the module, `out/split/` holds a module for each part and a JavaScript
//! that loads them. That JavaScript is written into `out/paliers.js`, so that one integrity covers it; each part gets a
//! name made of its bytes, and is fetched with its integrity, without minding its media type (`fetch_part.js`). It
//! corrects nothing of the code itself.

use super::fingerprint::{brief_integrity, short};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The JavaScript of the app, as wasm-bindgen names it before Trunk does.
const APP: &str = "paliers.js";
/// What the cutting tool names its own.
const LOADER: &str = "__wasm_split.js";
/// Where the parts wait, beside the JavaScript, for [`copy`].
const WAITING: &str = "parts";
/// How a part is fetched.
const FETCH: &str = include_str!("fetch_part.js");

/// Writes the loading of the parts into `out/paliers.js`, and the parts into `out/parts/`. Says how many.
pub fn bind(out: &Path) -> io::Result<usize> {
    let (split, waiting) = (out.join("split"), out.join(WAITING));
    if waiting.exists() {
        fs::remove_dir_all(&waiting)?;
    }
    fs::create_dir_all(&waiting)?;
    let mut loader = fs::read_to_string(split.join(LOADER))?;
    let mut parts = 0;
    for path in modules(&split)? {
        let bytes = without_custom_sections(&fs::read(&path)?)?;
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = format!("{}-{}.wasm", stem.replace('_', "-"), short(&bytes));
        fs::write(waiting.join(&name), &bytes)?;
        let fetched = format!("fetch(new URL(\"./{stem}.wasm\", import.meta.url))");
        loader = replaced(&loader, &fetched, &format!("fetchPart(\"{name}\", \"{}\")", brief_integrity(&bytes)))?;
        parts += 1;
    }
    let app = fs::read_to_string(out.join(APP))?;
    fs::write(out.join(APP), bound(&app, &loader)?)?;
    Ok(parts)
}

/// Copies the parts into the folder that Trunk is filling.
pub fn copy(built: &Path, dir: &Path) -> io::Result<()> {
    for entry in fs::read_dir(built.join(WAITING))? {
        let path = entry?.path();
        if let Some(name) = path.file_name() {
            fs::copy(&path, dir.join(name))?;
        }
    }
    Ok(())
}

/// The modules of the parts, in the order of their names; the first module of the app is none.
fn modules(split: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(split)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| {
        path.extension().is_some_and(|e| e == "wasm") && path.file_stem().is_some_and(|s| s != "paliers")
    });
    paths.sort();
    Ok(paths)
}

/// The app’s JavaScript with the loader in it: no module imports another, so none can be mistaken for another build’s.
fn bound(app: &str, loader: &str) -> io::Result<String> {
    let mut loader = replaced(loader, "import { initSync } from \"./paliers.js\";", FETCH)?;
    loader = replaced(&loader, "WebAssembly.instantiateStreaming(src, imports)", "instantiatePart(src, imports)")?;
    let names: Vec<&str> =
        loader.split("export const ").skip(1).filter_map(|rest| rest.split_once(' ').map(|(name, _)| name)).collect();
    let exports = format!("const partLoaders = {{ {} }};\n", names.join(", "));
    let mut lines = String::new();
    let mut imports = 0;
    for line in app.lines() {
        let import = line.strip_prefix("import * as ").and_then(|rest| rest.split_once(" from "));
        match import.filter(|(_, from)| from.contains(LOADER)) {
            Some((name, _)) => {
                imports += 1;
                lines += &format!("const {name} = partLoaders;\n");
            }
            None => {
                lines += line;
                lines.push('\n');
            }
        }
    }
    if imports == 0 {
        return Err(surprise(LOADER));
    }
    Ok(loader.replace("export const ", "const ") + &exports + &lines)
}

fn replaced(text: &str, from: &str, to: &str) -> io::Result<String> {
    if text.contains(from) { Ok(text.replace(from, to)) } else { Err(surprise(from)) }
}

/// The tools write something else than what this module knows how to bind: their pinned versions must be looked at.
fn surprise(wanted: &str) -> io::Error {
    io::Error::other(format!("« {wanted} » est introuvable dans ce que les outils ont écrit"))
}

/// A module without its names, producers and other sections that a browser does not need.
pub fn without_custom_sections(module: &[u8]) -> io::Result<Vec<u8>> {
    const HEADER: usize = 8;
    const CUSTOM: u8 = 0;
    let broken = || io::Error::other("module WebAssembly illisible");
    let mut kept = module.get(..HEADER).ok_or_else(broken)?.to_vec();
    let mut at = HEADER;
    while let Some(id) = module.get(at) {
        let (size, body) = length(module, at + 1).ok_or_else(broken)?;
        let end = body + size;
        let section = module.get(at..end).ok_or_else(broken)?;
        if *id != CUSTOM {
            kept.extend_from_slice(section);
        }
        at = end;
    }
    Ok(kept)
}

/// An unsigned LEB128 number, and where what follows begins.
fn length(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(at)?;
        value |= usize::from(byte & 0x7f).checked_shl(shift)?;
        at += 1;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some((value, at));
        }
    }
}

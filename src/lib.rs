//! Paliers: a school positions itself on maturity tiers (*paliers*), sees its gaps, and leaves with an action plan.
//!
//! The modules in reading order. Arrows run one way, and `tests/layers.rs` holds them to it:
//!
//! `names`, `extra`, `json` ← `framework` ← `papers`, `domain` ← `documents` ← `texts` ← `charts` ← `exports` ← `ui`; `browser` is
//! called by `ui` alone.
//!
//! Everything but `browser` and `ui` compiles natively, without a browser, a clock or a source of chance: those are
//! passed in. What is deliberately absent: a server, an account, a network request to anything but the app's own folder.

pub mod extra;
mod json;
pub mod names;

pub mod framework;

pub mod domain;

pub mod charts;
pub mod documents;
pub mod exports;
pub mod pages;
pub mod papers;
pub mod routes;
pub mod texts;

#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod browser;
#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod ui;

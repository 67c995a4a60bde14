//! Any text at all: the reader and the checker of référentiels answer, and what the checker accepts can be read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use paliers::framework;

fuzz_target!(|text: &str| {
    let read = framework::read(text);
    if framework::check::check(text).is_empty() {
        assert!(read.is_ok());
    }
});

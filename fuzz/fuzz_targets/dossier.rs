//! Any text at all: the reader of dossiers answers, and what it has read is written and read again as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use paliers::documents;

fuzz_target!(|text: &str| {
    if let Ok(reading) = documents::read(text) {
        let again = documents::read_stored(&documents::write(&reading.dossier));
        assert!(again.is_ok_and(|again| again.dossier == reading.dossier));
    }
});

//! Zips of dossiers: read, and refused when they are hostile, damaged, or say what they are not.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "common/archive.rs"]
mod archive;

use arbtest::arbtest;
use archive::{File, deflated, stored, zip, zip_with};
use miniz_oxide::deflate::compress_to_vec;
use paliers::documents::MAX_BYTES;
use paliers::documents::archive::{Fault, MAX_ARCHIVE, MAX_FILES, content, files, is_zip};

/// What the first file of a zip holds, or why not.
fn first(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    files(bytes).and_then(|entries| content(bytes, &entries[0]))
}

#[test]
fn files_are_given_back_packed_or_not_in_their_order() {
    let text = "« é » ".repeat(500);
    let bytes = zip_with(&[deflated("a/é.json", text.as_bytes()), stored("b.json", b"{}")], b"made by a system");
    assert!(is_zip(&bytes) && is_zip(&zip(&[])) && !is_zip(b"{}") && !is_zip(b""));
    let entries = files(&bytes).unwrap();
    let read: Vec<(&str, Vec<u8>)> = entries.iter().map(|e| (e.name.as_str(), content(&bytes, e).unwrap())).collect();
    assert_eq!(read, [("a/é.json", text.into_bytes()), ("b.json", b"{}".to_vec())]);
    assert_eq!(files(&zip(&[])), Ok(vec![]));
}

#[test]
fn folders_and_what_systems_hide_are_left_out() {
    let names = ["dossier/", "__MACOSX/._a.json", "a/.DS_Store", ".b", "a.json"];
    let entries = files(&zip(&names.map(|name| stored(name, b"")))).unwrap();
    assert_eq!(entries.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["a.json"]);
}

#[test]
fn what_is_hostile_or_damaged_is_refused() {
    let good = || deflated("a.json", b"{\"format\": 1}");
    let change = |change: &dyn Fn(&mut File)| {
        let mut file = good();
        change(&mut file);
        first(&zip(&[file]))
    };
    let bomb = |announced: u32| {
        let packed = compress_to_vec(&vec![0; 8 << 20], 9);
        let packed_size = u32::try_from(packed.len()).unwrap();
        File { packed, packed_size, size: announced, ..good() }
    };
    for (case, found, expected) in [
        ("encrypted", change(&|f| f.flags = 1), Fault::Encrypted),
        ("packed otherwise", change(&|f| f.method = 14), Fault::Unknown),
        ("a wrong sum", change(&|f| f.sum ^= 1), Fault::Damaged),
        ("says it is shorter", change(&|f| f.size -= 1), Fault::Damaged),
        ("says it is longer", change(&|f| f.size += 1), Fault::Damaged),
        ("ends beyond the zip", change(&|f| f.packed_size += 4000), Fault::Damaged),
        ("ends nowhere", change(&|f| f.packed_size = u32::MAX - 1), Fault::Damaged),
        ("not deflate", change(&|f| f.packed = b"0123456789abc".to_vec()), Fault::Damaged),
        ("a bomb that says so", first(&zip(&[bomb(8 << 20)])), Fault::Unfolds),
        ("a bomb that lies", first(&zip(&[bomb(1000)])), Fault::Damaged),
        ("many that unfold to too much", first(&zip(&vec![bomb(5 << 20); 60])), Fault::Unfolds),
        ("too many", first(&zip(&vec![stored("a", b""); MAX_FILES + 1])), Fault::TooMany),
        ("as many as larger formats say", first(&zip(&vec![stored("a", b""); 0xffff])), Fault::Unknown),
        ("too large", first(&vec![0; MAX_ARCHIVE + 1]), Fault::TooLarge),
        ("nothing", first(b""), Fault::Damaged),
        ("no end", first(&zip(&[good()])[..40]), Fault::Damaged),
    ] {
        assert_eq!(found, Err(expected), "{case}");
    }
    assert_eq!(first(&zip(&[stored("a.json", &vec![b' '; MAX_BYTES])])).map(|c| c.len()), Ok(MAX_BYTES));
}

/// Whatever a byte is changed to, or wherever the zip is cut, reading ends, with the content or a reason.
#[test]
fn no_change_of_a_zip_makes_reading_fail_otherwise_than_by_a_reason() {
    let good = zip(&[deflated("a.json", "{} ".repeat(90).as_bytes()), stored("b.json", b"[]")]);
    arbtest(|u| {
        let mut bytes = good.clone();
        for _ in 0..u.int_in_range(1..=6)? {
            let at = u.choose_index(bytes.len())?;
            bytes[at] = u.arbitrary()?;
        }
        bytes.truncate(u.int_in_range(0..=bytes.len())?);
        for entry in files(&bytes).unwrap_or_default() {
            if let Ok(content) = content(&bytes, &entry) {
                assert!(content.len() <= MAX_BYTES);
            }
        }
        Ok(())
    });
}

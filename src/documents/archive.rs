//! A zip of dossiers, read: where its files are, and the content of each.
//!
//! A zip is written by someone else. It refuses one that is larger than [`MAX_ARCHIVE`], that holds more than
//! [`MAX_FILES`], that would unfold to more than [`MAX_UNFOLDED`], that is split, encrypted or packed otherwise than by
//! deflate; and a file whose size or sum is not the one announced. Nothing is unfolded beyond the size that the file
//! announces, nor that size accepted beyond what the whole may hold: a zip that lies costs no more than one that does not.
//!
//! The directory is read by hand: two shapes of records, of which three fields matter. Unfolding is miniz_oxide’s, safe
//! Rust that the same tests run natively.

use super::MAX_BYTES;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::sync::OnceLock;

/// Longest zip.
pub const MAX_ARCHIVE: usize = 128 * 1024 * 1024;
/// Most files in a zip.
pub const MAX_FILES: usize = 20_000;
/// Most bytes that its files may make together.
pub const MAX_UNFOLDED: usize = 256 * 1024 * 1024;

const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
/// A comment may follow the end.
const MAX_COMMENT: usize = 0xffff;
const IN_DIRECTORY: &[u8] = b"PK\x01\x02";
const DIRECTORY_LENGTH: usize = 46;
const BEFORE_FILE: &[u8] = b"PK\x03\x04";
const BEFORE_LENGTH: usize = 30;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// A file of a zip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    is_encrypted: bool,
    method: u16,
    sum: u32,
    packed: usize,
    /// As the directory announces it.
    size: usize,
    at: usize,
}

/// Why a zip, or a file of it, is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Cut, or not made as it says.
    Damaged,
    Encrypted,
    /// Packed in another way, split, or larger than such a zip can be.
    Unknown,
    TooLarge,
    TooMany,
    /// Unfolds to more than a dossier may have, or all of them to more than may be held.
    Unfolds,
}

/// Whether these bytes are those of a zip.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(BEFORE_FILE) || bytes.starts_with(END)
}

/// The files of a zip; folders, and what systems hide in it, are left out.
///
/// # Errors
/// Why the zip is not read.
pub fn files(zip: &[u8]) -> Result<Vec<Entry>, Fault> {
    if zip.len() > MAX_ARCHIVE {
        return Err(Fault::TooLarge);
    }
    let end = end(zip).ok_or(Fault::Damaged)?;
    let half = |at| half(zip, end + at).map(usize::from).ok_or(Fault::Damaged);
    let (disk, count, mut at) = (half(4)?, half(10)?, whole(zip, end + 16).ok_or(Fault::Damaged)?);
    if disk != 0 || count != half(8)? || count == usize::from(u16::MAX) {
        return Err(Fault::Unknown);
    }
    if count > MAX_FILES {
        return Err(Fault::TooMany);
    }
    let (mut entries, mut unfolded) = (Vec::new(), 0_usize);
    for _ in 0..count {
        let (entry, next) = entry(zip, at).ok_or(Fault::Damaged)?;
        at = next;
        unfolded = unfolded.saturating_add(entry.size);
        if !is_hidden(&entry.name) {
            entries.push(entry);
        }
    }
    if unfolded > MAX_UNFOLDED { Err(Fault::Unfolds) } else { Ok(entries) }
}

/// The content of a file of a zip.
///
/// # Errors
/// Why the file is not read.
pub fn content(zip: &[u8], entry: &Entry) -> Result<Vec<u8>, Fault> {
    if entry.is_encrypted {
        return Err(Fault::Encrypted);
    }
    if entry.size > MAX_BYTES {
        return Err(Fault::Unfolds);
    }
    let packed = packed(zip, entry).ok_or(Fault::Damaged)?;
    let content = match entry.method {
        STORED => packed.to_vec(),
        DEFLATED => decompress_to_vec_with_limit(packed, entry.size).map_err(|_| Fault::Damaged)?,
        _ => return Err(Fault::Unknown),
    };
    if content.len() == entry.size && crc32(&content) == entry.sum { Ok(content) } else { Err(Fault::Damaged) }
}

/// Where the record of the end begins.
fn end(zip: &[u8]) -> Option<usize> {
    let last = zip.len().checked_sub(END_LENGTH)?;
    let begins = |at: &usize| {
        zip[*at..].starts_with(END) && half(zip, at + 20).map(usize::from) == Some(zip.len() - at - END_LENGTH)
    };
    (last.saturating_sub(MAX_COMMENT)..=last).rev().find(begins)
}

/// A record of the directory, and where the next begins.
fn entry(zip: &[u8], at: usize) -> Option<(Entry, usize)> {
    if !zip.get(at..)?.starts_with(IN_DIRECTORY) {
        return None;
    }
    let length = |field| half(zip, at + field).map(usize::from);
    let name_end = at + DIRECTORY_LENGTH + length(28)?;
    let entry = Entry {
        name: String::from_utf8_lossy(zip.get(at + DIRECTORY_LENGTH..name_end)?).into_owned(),
        is_encrypted: half(zip, at + 8)? & 1 == 1,
        method: half(zip, at + 10)?,
        sum: u32::from_le_bytes(zip.get(at + 16..at + 20)?.try_into().ok()?),
        packed: whole(zip, at + 20)?,
        size: whole(zip, at + 24)?,
        at: whole(zip, at + 42)?,
    };
    Some((entry, name_end + length(30)? + length(32)?))
}

/// The bytes of a file as they are in the zip.
fn packed<'z>(zip: &'z [u8], entry: &Entry) -> Option<&'z [u8]> {
    if !zip.get(entry.at..)?.starts_with(BEFORE_FILE) {
        return None;
    }
    let length = |field| half(zip, entry.at + field).map(usize::from);
    let begins = entry.at + BEFORE_LENGTH + length(26)? + length(28)?;
    zip.get(begins..begins.checked_add(entry.packed)?)
}

/// Folders, and the files that systems keep for themselves.
fn is_hidden(name: &str) -> bool {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.is_empty() || last.starts_with('.') || name.starts_with("__MACOSX/")
}

fn half(zip: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(zip.get(at..at + 2)?.try_into().ok()?))
}

/// Four bytes; none when they say that the number is too large for them.
fn whole(zip: &[u8], at: usize) -> Option<usize> {
    let number = u32::from_le_bytes(zip.get(at..at + 4)?.try_into().ok()?);
    usize::try_from(number).ok().filter(|_| number != u32::MAX)
}

/// The sums of the 256 bytes, each followed by none to three zeros: four bytes are summed at a time. Made at the first
/// zip, for as constants they would be loaded with the first page.
fn sums() -> &'static [[u32; 256]; 4] {
    static SUMS: OnceLock<[[u32; 256]; 4]> = OnceLock::new();
    SUMS.get_or_init(|| {
        let step = |sum: u32| (0..8).fold(sum, |sum, _| (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 });
        let mut sums = [[0; 256]; 4];
        for byte in 0..=255_u8 {
            (0..4).fold(u32::from(byte), |sum, zeros| {
                let sum = step(sum);
                sums[zeros][usize::from(byte)] = sum;
                sum
            });
        }
        sums
    })
}

/// The checksum of zip.
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    let sums = sums();
    let of = |zeros: usize, sum: u32| sums[zeros][(sum & 0xff) as usize];
    let (fours, rest) = bytes.as_chunks::<4>();
    let sum = fours.iter().fold(u32::MAX, |sum, four| {
        let sum = sum ^ u32::from_le_bytes(*four);
        of(3, sum) ^ of(2, sum >> 8) ^ of(1, sum >> 16) ^ of(0, sum >> 24)
    });
    !rest.iter().fold(sum, |sum, byte| (sum >> 8) ^ of(0, sum ^ u32::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
        let slowly = |bytes: &[u8]| {
            !bytes.iter().fold(u32::MAX, |sum, byte| {
                (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
            })
        };
        let bytes: Vec<u8> = (0..=255).rev().collect();
        for length in 0..bytes.len() {
            assert_eq!(crc32(&bytes[..length]), slowly(&bytes[..length]), "{length}");
        }
    }
}

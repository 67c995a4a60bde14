//! A zip whose files are stored as they are: what OpenDocument needs, and nothing else. It refuses to compress.
//!
//! By hand: two record shapes are less than a crate that also reads, compresses and dates.

use crate::documents::archive::crc32;

/// A file and its content.
pub(super) type Entry<'a> = (&'a str, &'a [u8]);

/// 1 January 1980, the first day a zip knows: the same document gives the same bytes.
const DAY: u16 = 0x21;
/// Version 2.0 of the format.
const VERSION: u16 = 20;

/// The bytes of a zip that holds these files, in this order.
pub(super) fn stored(entries: &[Entry]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let at = size(bytes.len());
        let common = common(name, content);
        put(&mut bytes, &[&[0x50, 0x4b, 3, 4], &VERSION.to_le_bytes(), &common, &[0, 0], name.as_bytes(), content]);
        put(&mut directory, &[&[0x50, 0x4b, 1, 2], &VERSION.to_le_bytes(), &VERSION.to_le_bytes(), &common]);
        // No extra field, no comment, first disk, no attribute.
        put(&mut directory, &[&[0; 12], &at, name.as_bytes()]);
    }
    let (at, length) = (size(bytes.len()), size(directory.len()));
    let count = u16::try_from(entries.len()).unwrap_or(u16::MAX).to_le_bytes();
    put(&mut bytes, &[&directory, &[0x50, 0x4b, 5, 6, 0, 0, 0, 0], &count, &count, &length, &at, &[0, 0]]);
    bytes
}

/// What the record before a file and the one in the directory share: no flag, stored, midnight, day, sum, sizes.
fn common(name: &str, content: &[u8]) -> Vec<u8> {
    let mut common = vec![0; 6];
    let length = size(content.len());
    let name = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
    put(&mut common, &[&DAY.to_le_bytes(), &crc32(content).to_le_bytes(), &length, &length, &name]);
    common
}

fn put(bytes: &mut Vec<u8>, parts: &[&[u8]]) {
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
}

fn size(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_file_stands_where_readers_look_for_it() {
        let zip = stored(&[("mimetype", b"application/x"), ("a.xml", b"<a/>")]);
        assert_eq!(&zip[30..51], b"mimetypeapplication/x");
        assert_eq!(&zip[zip.len() - 22..zip.len() - 18], b"PK\x05\x06");
    }
}

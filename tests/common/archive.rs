//! A zip, made record by record, so that each can be made to lie.

#![allow(dead_code, reason = "each suite uses its part")]

use miniz_oxide::deflate::compress_to_vec;
use paliers::documents::archive::crc32;

/// A file of a zip, as its records will say it is.
#[derive(Clone)]
pub struct File {
    pub name: String,
    pub packed: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    pub sum: u32,
    pub packed_size: u32,
    pub size: u32,
}

/// A file packed by deflate.
pub fn deflated(name: &str, content: &[u8]) -> File {
    of(name, compress_to_vec(content, 6), content, 8)
}

/// A file as it is.
pub fn stored(name: &str, content: &[u8]) -> File {
    of(name, content.to_vec(), content, 0)
}

fn of(name: &str, packed: Vec<u8>, content: &[u8], method: u16) -> File {
    let size = |length| u32::try_from(length).unwrap();
    let (packed_size, size) = (size(packed.len()), size(content.len()));
    File { name: name.into(), packed, flags: 0, method, sum: crc32(content), packed_size, size }
}

/// The bytes of a zip that holds these files.
pub fn zip(files: &[File]) -> Vec<u8> {
    zip_with(files, b"")
}

/// The same, with a comment at its end.
pub fn zip_with(files: &[File], comment: &[u8]) -> Vec<u8> {
    let (mut bytes, mut directory) = (vec![], vec![]);
    for file in files {
        let at = u32::try_from(bytes.len()).unwrap();
        let name = u16::try_from(file.name.len()).unwrap();
        let mut common = vec![];
        common.extend(file.flags.to_le_bytes());
        common.extend(file.method.to_le_bytes());
        common.extend([0; 4]);
        common.extend(file.sum.to_le_bytes());
        common.extend(file.packed_size.to_le_bytes());
        common.extend(file.size.to_le_bytes());
        common.extend(name.to_le_bytes());
        bytes.extend(b"PK\x03\x04\x14\x00");
        bytes.extend(&common);
        bytes.extend([0; 2]);
        bytes.extend(file.name.as_bytes());
        bytes.extend(&file.packed);
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend(&common);
        directory.extend([0; 12]);
        directory.extend(at.to_le_bytes());
        directory.extend(file.name.as_bytes());
    }
    let (at, length) = (u32::try_from(bytes.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\x00\x00\x00\x00");
    bytes.extend([count, count].concat());
    bytes.extend(length.to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend(u16::try_from(comment.len()).unwrap().to_le_bytes());
    bytes.extend(comment);
    bytes
}

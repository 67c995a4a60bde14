//! Fingerprints of files: what an `integrity` attribute says, and what a file is named after.

use sha2::{Digest, Sha256, Sha384};

/// What an `integrity` attribute says of these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// The shortest that a browser takes: the first load names two hundred parts, and a fingerprint does not compress.
pub fn brief_integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sextets = |three: &[u8]| {
        let bits = (0..3).fold(0, |bits, n| bits << 8 | usize::from(three.get(n).copied().unwrap_or(0)));
        let given = three.len();
        [18, 12, 6, 0].into_iter().enumerate().map(move |(n, shift)| match n <= given {
            true => char::from(ALPHABET[bits >> shift & 63]),
            false => '=',
        })
    };
    bytes.chunks(3).flat_map(sextets).collect()
}

/// Sixteen hexadecimal digits, as Trunk names its own files.
pub fn short(bytes: &[u8]) -> String {
    Sha384::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_base64() {
        for (bytes, written) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), written, "RFC 4648");
        }
        assert_eq!(brief_integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}

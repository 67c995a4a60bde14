//! The single-file edition: one page that holds every file of the folder and needs no other, for a stick or for a host
//! that refuses `.wasm`.
//!
//! The page is the folder's own, less what it loads. Its files stand in it compressed, one by one, as bytes of
//! windows-1252: a hundredth more than the bytes themselves, where base64 adds a third. All else in it is ASCII, so that a host
//! that announces another encoding spoils nothing but these bytes, which `single.js` then asks for again. Nothing of the
//! app knows about it: `fetch` and `Worker` answer from inside the page. It refuses the network in its policy.

use super::fingerprint::integrity;
use super::finish::INDEX;
use paliers::pages::SINGLE_FILE;
use std::fmt::Write as _;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};
use std::{fs, io, thread};
use zopfli::{Format, Options};

/// What the folder’s page says once the single file stands beside it.
const SAYS: &str = "<meta name=single content=paliers.html>";
/// What answers from inside the page.
const INSIDE: &str = include_str!("single.js");
/// One pass of Zopfli: more of them win a thousandth.
const PASSES: NonZeroU64 = NonZeroU64::MIN;
/// Written before a byte that an HTML reader would change, itself then marked.
const ESCAPE: u8 = b'\\';
/// What marks an escaped byte.
const MARKED: u8 = 0x40;

/// Makes the page from the files of `dir`, beside them, and has the folder’s page say so; gives its size in bytes.
pub fn make(dir: &Path) -> io::Result<usize> {
    let index = fs::read_to_string(dir.join(INDEX))?.replace(SAYS, "");
    let (head, styles, scripts) = taken_apart(dir, &index)?;
    let (mut directory, mut held) = (String::new(), Vec::new());
    let paths = files(dir)?;
    for (path, bytes) in paths.iter().zip(compressed(&paths)?) {
        let name = path.strip_prefix(dir).map_err(io::Error::other)?.to_string_lossy().replace('\\', "/");
        write!(directory, "[{name:?},{}],", bytes.len()).map_err(io::Error::other)?;
        held.extend(escaped(&bytes));
    }
    let (script, module) = started(&index)?;
    let inside = INSIDE.replace("/*files*/", &directory).replace("/*script*/", &script).replace("/*module*/", &module);
    let code = in_ascii(&format!("{{\n{inside}\n}}\n{scripts}"), in_script);
    let styles = in_ascii(&styles, |c| format!("\\{:x} ", u32::from(c)));
    let policy = format!(
        "default-src 'none'; script-src '{}' blob: 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; \
         worker-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'",
        integrity(code.as_bytes()),
        integrity(styles.as_bytes())
    );
    let (before, after) =
        head.split_once("</head>").ok_or_else(|| io::Error::other("la page n’a pas de fin d’en-tête"))?;
    let policy = format!("<meta http-equiv=Content-Security-Policy content=\"{policy}\">");
    let mut page = in_ascii(before, |c| format!("&#{};", u32::from(c)))
        .replacen("<meta charset=utf-8>", &format!("<meta charset=windows-1252>{policy}"), 1)
        .into_bytes();
    page.extend(format!("<style>{styles}</style></head>").bytes());
    page.extend(in_ascii(after.trim_end_matches("</body></html>"), |c| format!("&#{};", u32::from(c))).bytes());
    page.extend(b"<script type=application/octet-stream id=inside>");
    page.extend(held);
    page.extend(format!("</script><script type=module>{code}</script></body></html>").bytes());
    fs::write(dir.join(SINGLE_FILE), &page)?;
    fs::write(dir.join(INDEX), index.replacen("<title>", &format!("{SAYS}<title>"), 1))?;
    Ok(page.len())
}

/// The page without what it loads and without its policy; its style sheets in one; its scripts in one.
fn taken_apart(dir: &Path, index: &str) -> io::Result<(String, String, String)> {
    let (mut page, mut styles, mut scripts) = (String::new(), String::new(), String::new());
    let mut rest = index;
    while let Some(at) = rest.find('<') {
        page += &rest[..at];
        let end = rest[at..].find('>').map_or(rest.len(), |length| at + length + 1);
        let tag = &rest[at..end];
        rest = &rest[end..];
        if tag.starts_with("<link") && tag.contains("rel=stylesheet") {
            styles += &read(dir, tag, "href=")?;
        } else if tag.starts_with("<script") {
            scripts += &read(dir, tag, "src=")?;
            rest = rest.strip_prefix("</script>").unwrap_or(rest);
        } else if !(tag.starts_with("<link") && tag.contains("preload") || tag.contains("Content-Security-Policy")) {
            page += tag;
        }
    }
    let faults = [
        (page.contains("preload"), "un fichier chargé"),
        (styles.is_empty(), "pas de style"),
        (scripts.is_empty(), "pas de script"),
    ];
    match faults.iter().find(|(fault, _)| *fault) {
        Some((_, fault)) => Err(io::Error::other(format!("{INDEX} n’a pas la forme attendue : {fault}"))),
        None => Ok((page + rest, styles, scripts)),
    }
}

/// The file that an attribute of a tag names, as Trunk writes it: without quotes.
fn named<'a>(tag: &'a str, attribute: &str) -> io::Result<&'a str> {
    let value = tag.split_once(attribute).map(|(_, value)| value.trim_start_matches("./"));
    let value = value.and_then(|value| value.split([' ', '>']).next());
    value.ok_or_else(|| io::Error::other(format!("{tag} : pas d’adresse")))
}

fn read(dir: &Path, tag: &str, attribute: &str) -> io::Result<String> {
    fs::read_to_string(dir.join(named(tag, attribute)?))
}

/// The names of the app's script and of its module.
fn started(index: &str) -> io::Result<(String, String)> {
    let link = |sign: &str| {
        let tag = index.split('<').find(|tag| tag.starts_with("link") && tag.contains(sign));
        named(tag.unwrap_or_default(), "href=").map(|name| format!("{name:?}"))
    };
    Ok((link("rel=modulepreload")?, link("application/wasm")?))
}

/// The files that the page holds, in the order of their names: all but the pages, the styles and what a host alone uses.
fn files(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else if !(name.ends_with(".html")
            || name.ends_with(".css")
            || name.ends_with(".schema.json")
            || name == "sw.js"
            || name.starts_with("start-"))
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Each file by deflate, as small as it gets, on every core: it takes most of the time of a build.
fn compressed(paths: &[PathBuf]) -> io::Result<Vec<Vec<u8>>> {
    let one = |path: &PathBuf| {
        let (options, mut bytes) = (Options { iteration_count: PASSES, ..Options::default() }, Vec::new());
        zopfli::compress(options, Format::Deflate, fs::File::open(path)?, &mut bytes)?;
        Ok(bytes)
    };
    thread::scope(|scope| {
        let working: Vec<_> = paths.iter().map(|path| scope.spawn(move || one(path))).collect();
        working
            .into_iter()
            .map(|one| one.join().unwrap_or_else(|_| Err(io::Error::other("un fichier ne se comprime pas"))))
            .collect()
    })
}

/// Bytes that an HTML reader gives back as they are: it would change NUL and CR, and take a « < » for a tag.
fn escaped(bytes: &[u8]) -> impl Iterator<Item = u8> + '_ {
    bytes
        .iter()
        .flat_map(|byte| match *byte {
            0 | b'\r' | b'<' | ESCAPE => [Some(ESCAPE), Some(byte ^ MARKED)],
            byte => [Some(byte), None],
        })
        .flatten()
}

/// A character as a script writes it.
fn in_script(c: char) -> String {
    c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

fn in_ascii(text: &str, write: impl Fn(char) -> String) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { write(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_html_reader_would_change_is_escaped() {
        let written: Vec<u8> = escaped(b"a\0b\r<\\\xff").collect();
        assert_eq!(written, b"a\\@b\\M\\|\\\x1c\xff");
    }

    #[test]
    fn a_script_is_ascii() {
        assert_eq!(in_ascii("« é » \u{1f600}", in_script), "\\u00ab \\u00e9 \\u00bb \\ud83d\\ude00");
    }
}

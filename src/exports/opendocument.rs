//! What a text and a spreadsheet of OpenDocument share: the package, its list of files, its title, its language.

use super::xml::Xml;
use super::zip;
use crate::domain::Day;

/// The name spaces of every part.
const SPACES: [(&str, &str); 12] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
    ("xmlns:ooo", "http://openoffice.org/2004/office"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("office:version", "1.3"),
];

/// A file of the package and its text.
pub(super) type Part<'a> = (&'a str, String);

/// A whole part: the declaration, the root and what it holds.
pub(super) fn part(root: &str, content: &str) -> String {
    let mut xml = Xml::default();
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.open(root, &SPACES);
    xml.raw(content);
    xml.close(root);
    xml.end()
}

/// The bytes of a document: `mimetype` first, so that a reader knows it from its first bytes.
pub(super) fn package(mime: &str, title: &str, today: Day, parts: Vec<Part>) -> Vec<u8> {
    let mut parts = parts;
    parts.push(("meta.xml", meta(title, today)));
    parts.push(("META-INF/manifest.xml", manifest(mime, &parts)));
    let files = parts.iter().map(|(name, text)| (*name, text.as_bytes()));
    let entries: Vec<zip::Entry> = std::iter::once(("mimetype", mime.as_bytes())).chain(files).collect();
    zip::stored(&entries)
}

fn meta(title: &str, today: Day) -> String {
    let mut xml = Xml::default();
    xml.open("office:meta", &[]);
    xml.element("meta:generator", &[], "Paliers");
    xml.element("dc:title", &[], title);
    xml.element("dc:language", &[], "fr-FR");
    xml.element("dc:date", &[], &format!("{today}T00:00:00"));
    xml.close("office:meta");
    part("office:document-meta", &xml.end())
}

fn manifest(mime: &str, parts: &[Part]) -> String {
    let mut xml = Xml::default();
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    xml.open("manifest:manifest", &[("xmlns:manifest", space), ("manifest:version", "1.3")]);
    let mut file = |path: &str, kind: &str| {
        xml.empty("manifest:file-entry", &[("manifest:full-path", path), ("manifest:media-type", kind)]);
    };
    file("/", mime);
    parts.iter().for_each(|(name, _)| file(name, "text/xml"));
    xml.close("manifest:manifest");
    xml.end()
}

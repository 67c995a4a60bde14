//! Writing XML, and HTML's elements that close: tags, attributes, escaped texts. It refuses nothing and checks nothing.

use super::harmless::clean;

/// A text of XML in the making.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
}

/// Name and value of an attribute.
pub(super) type Attribute<'a> = (&'a str, &'a str);

impl Xml {
    /// Begins an element.
    #[inline(never)]
    pub fn open(&mut self, tag: &str, attributes: &[Attribute]) {
        self.begin(tag, attributes);
        self.text.push('>');
    }

    /// Ends an element.
    #[inline(never)]
    pub fn close(&mut self, tag: &str) {
        self.text.push_str("</");
        self.text.push_str(tag);
        self.text.push('>');
    }

    /// An element without content; XML only.
    #[inline(never)]
    pub fn empty(&mut self, tag: &str, attributes: &[Attribute]) {
        self.begin(tag, attributes);
        self.text.push_str("/>");
    }

    /// An element that holds a text.
    #[inline(never)]
    pub fn element(&mut self, tag: &str, attributes: &[Attribute], text: &str) {
        self.open(tag, attributes);
        self.write(text);
        self.close(tag);
    }

    /// A text, escaped.
    #[inline(never)]
    pub fn write(&mut self, text: &str) {
        for letter in clean(text).chars() {
            match letter {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                _ => self.text.push(letter),
            }
        }
    }

    /// What is written already.
    pub fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The text.
    pub fn end(self) -> String {
        self.text
    }

    fn begin(&mut self, tag: &str, attributes: &[Attribute]) {
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.write(value);
            self.text.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_attributes_are_escaped() {
        let mut xml = Xml::default();
        xml.element("p", &[("a", "\"<&")], "]]> <b>\0");
        assert_eq!(xml.end(), "<p a=\"&quot;&lt;&amp;\">]]&gt; &lt;b&gt;</p>");
    }
}

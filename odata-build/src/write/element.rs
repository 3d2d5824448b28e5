//! A tree of XML elements from which an XML document is created.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An XML element that has attributes, and either child elements or text.
pub(super) struct Element<'d> {
    name: Cow<'d, str>,
    attributes: Vec<(Cow<'d, str>, Cow<'d, str>)>,
    children: Vec<Element<'d>>,
    text: Option<Cow<'d, str>>,
}

impl<'d> Element<'d> {
    pub(super) fn new(name: impl Into<Cow<'d, str>>) -> Self {
        Self { name: name.into(), attributes: Vec::new(), children: Vec::new(), text: None }
    }

    /// Sets the text of an element. An element with text must not have child elements.
    pub(super) fn with_text(mut self, text: impl Into<Cow<'d, str>>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Adds an attribute.
    pub(super) fn with(mut self, name: impl Into<Cow<'d, str>>, value: impl Into<Cow<'d, str>>) -> Self {
        self.attributes.push((name.into(), value.into()));
        self
    }

    /// Adds an attribute if `value` is `Some`.
    pub(super) fn with_some(self, name: &'static str, value: Option<impl Into<Cow<'d, str>>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds several attributes.
    pub(super) fn with_all(self, attributes: impl IntoIterator<Item = (&'static str, &'d str)>) -> Self {
        attributes.into_iter().fold(self, |element, (name, value)| element.with(name, value))
    }

    /// Adds the attribute `name="true"` if `is_set` is true.
    pub(super) fn with_flag(self, name: &'static str, is_set: bool) -> Self {
        self.with_some(name, is_set.then_some("true"))
    }

    /// Adds child elements.
    pub(super) fn with_children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// Returns an indented XML document with this element as the root.
    pub(super) fn to_text(&self) -> String {
        let mut text = Vec::new();
        // Writing to a `Vec` doesn't fail.
        let written = self.write_document(&mut text);
        debug_assert!(written.is_ok(), "{written:?}");
        String::from_utf8_lossy(&text).into_owned()
    }

    fn write_document(&self, text: &mut Vec<u8>) -> io::Result<()> {
        let mut writer = Writer::new_with_indent(&mut *text, b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        self.write(&mut writer)?;
        text.push(b'\n');
        Ok(())
    }

    fn write(&self, writer: &mut Writer<&mut Vec<u8>>) -> io::Result<()> {
        let mut start = BytesStart::new(&*self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((&**name, &*allowed(value)));
        }
        if let Some(text) = &self.text {
            writer.write_event(Event::Start(start))?;
            writer.write_event(Event::Text(BytesText::from_escaped(escaped(&allowed(text)))))?;
            return writer.write_event(Event::End(BytesEnd::new(&*self.name)));
        }
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.children {
            child.write(writer)?;
        }
        writer.write_event(Event::End(BytesEnd::new(&*self.name)))
    }
}

/// Escapes the characters that an XML parser would normalize or interpret as markup.
fn escaped(text: &str) -> String {
    let escape = |character| match character {
        '&' => Cow::Borrowed("&amp;"),
        '<' => Cow::Borrowed("&lt;"),
        '>' => Cow::Borrowed("&gt;"),
        '\r' => Cow::Borrowed("&#13;"),
        other => Cow::Owned(String::from(other)),
    };
    text.chars().map(escape).collect()
}

/// Replaces each character that XML doesn't allow with U+FFFD. A disallowed character can't be escaped, because XML
/// doesn't allow a character reference such as `&#0;` either ([XML 1.0, 2.2](https://www.w3.org/TR/xml/#charsets)).
fn allowed(text: &str) -> Cow<'_, str> {
    let is_disallowed = |character| matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(is_disallowed) {
        return Cow::Owned(text.replace(is_disallowed, "\u{fffd}"));
    }
    Cow::Borrowed(text)
}

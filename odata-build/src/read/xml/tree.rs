//! The elements of an XML document, as a tree.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::read::{DEEPEST, ReadError};

/// An element. Prefixes of namespaces are dropped: names in CSDL are told apart without them.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    pub(super) text: String,
    /// Where it begins, in bytes.
    pub(super) position: usize,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find_map(|(attribute, value)| (attribute == name).then_some(value.as_str()))
    }

    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub(super) fn children_named(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// The root element.
pub(super) fn read(text: &str) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(text);
    // The elements around the place, and a nameless one around the root.
    let mut open = vec![Element::default()];
    loop {
        let position = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let path = || open[1..].iter().map(|element| element.name.as_str()).collect::<Vec<_>>().join("/");
        let error = |message: &dyn core::fmt::Display| ReadError::at(text, position, &path(), message);
        match reader.read_event().map_err(|of_xml| error(&of_xml))? {
            Event::Start(_) | Event::Empty(_) if open.len() > DEEPEST => {
                return Err(error(&format_args!("elements stand more than {DEEPEST} deep")));
            }
            Event::Start(start) => {
                let element = element(&start, position).map_err(|message| error(&message))?;
                open.push(element);
            }
            Event::Empty(start) => {
                let element = element(&start, position).map_err(|message| error(&message))?;
                open.push(element);
                close(&mut open);
            }
            Event::End(_) => close(&mut open),
            Event::Text(text) => push_text(&mut open, &text.xml10_content()),
            Event::CData(text) => push_text(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let text = referred(&reference).map_err(|message| error(&message))?;
                push_text(&mut open, &text);
            }
            Event::DocType(_) => {
                return Err(error(
                    &"a document type declaration: CSDL has none, and it may define entities without end",
                ));
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof if open.len() > 1 => {
                return Err(error(&format_args!("the document ends within `{}`", open[open.len() - 1].name)));
            }
            Event::Eof => {
                return open
                    .remove(0)
                    .children
                    .into_iter()
                    .next()
                    .ok_or_else(|| ReadError::at(text, 0, "", "the document has no element"));
            }
        }
    }
}

fn close(open: &mut Vec<Element>) {
    let closed = open.pop().unwrap_or_default();
    if let Some(parent) = open.last_mut() {
        parent.children.push(closed);
    }
}

fn push_text(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn element(start: &BytesStart<'_>, position: usize) -> Result<Element, String> {
    let mut element =
        Element { name: start.local_name().into_inner().to_owned(), position, ..Element::default() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        element.attributes.push((attribute.key.local_name().into_inner().to_owned(), value.into_owned()));
    }
    Ok(element)
}

/// `&amp;`, `&#38;`: XML's own, since a document can't define any.
fn referred(reference: &BytesRef<'_>) -> Result<String, String> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Ok(character.into()),
        Err(error) => Err(error.to_string()),
        Ok(None) => {
            let name = reference.xml10_content();
            quick_xml::escape::resolve_predefined_entity(&name)
                .map(str::to_owned)
                .ok_or_else(|| format!("the entity `&{name};` is defined nowhere"))
        }
    }
}

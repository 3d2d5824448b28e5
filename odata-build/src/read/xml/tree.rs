//! Parsing of an XML document into a tree of elements.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::Prefix;

use crate::read::{MAX_DEPTH, ReadError};

/// An XML element. The field `name` contains no namespace prefix: `Edmx` for `edmx:Edmx`.
///
/// Attributes and child elements that aren't part of CSDL, such as `sap:label`, are stored by name only, in the field
/// `foreign`.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    /// The names and byte positions of the attributes and child elements that aren't part of CSDL, such as `sap:label`.
    pub(super) foreign: Vec<(String, usize)>,
    /// The name of an element from a non-CSDL namespace, including its prefix, such as `sap:filter`. The field
    /// `foreign_name` is `None` for a CSDL element.
    foreign_name: Option<String>,
    /// The namespace prefixes that the element declares, such as `edmx` for `xmlns:edmx`.
    prefixes: Vec<String>,
    pub(super) text: String,
    /// The byte position of the element in the document.
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

/// Parses a document and returns its root element.
pub(super) fn read(text: &str) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(text);
    let mut tree = Tree { open: vec![Element::default()], foreign: HashMap::new() };
    loop {
        let position = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event = reader.read_event().map_err(|error| error.to_string());
        let is_end = matches!(event, Ok(Event::Eof));
        let added = event.and_then(|event| tree.add(event, position));
        added.map_err(|message| ReadError::at(text, position, &tree.path(), message))?;
        if is_end {
            let root = tree.open.remove(0).children.into_iter().next();
            return root.ok_or_else(|| ReadError::at(text, 0, "", "the document has no root element"));
        }
    }
}

/// The state of the XML parser: the elements that have been parsed so far.
struct Tree {
    /// The elements whose end tag hasn't been parsed yet. The first element of `open` is a placeholder for the parent of the root element.
    open: Vec<Element>,
    /// A map from namespace prefixes, such as `sap` in `xmlns:sap`, to the declarations of the prefix in the open
    /// elements. The `bool` of a declaration is `true` if the prefix refers to a namespace that isn't part of CSDL. If
    /// several open elements declare the same prefix, the last `bool`, which belongs to the innermost element, is used.
    foreign: HashMap<String, Vec<bool>>,
}

impl Tree {
    fn path(&self) -> String {
        self.open[1..].iter().map(|element| element.name.as_str()).collect::<Vec<_>>().join("/")
    }

    fn add(&mut self, event: Event<'_>, position: usize) -> Result<(), String> {
        match event {
            Event::Start(start) => self.begin(&start, position)?,
            Event::Empty(start) => {
                self.begin(&start, position)?;
                self.end();
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.push_text(&text.xml10_content())?,
            Event::CData(text) => self.push_text(&text.xml10_content())?,
            Event::GeneralRef(reference) => self.push_text(&resolve_reference(&reference)?)?,
            Event::DocType(_) => {
                return Err(
                    "document type declarations aren't allowed: CSDL doesn't use them, and they can declare recursive entities"
                        .to_owned(),
                );
            }
            Event::Eof if self.open.len() > 1 => {
                return Err(format!("the document ends inside `{}`", self.open[self.open.len() - 1].name));
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn begin(&mut self, start: &BytesStart<'_>, position: usize) -> Result<(), String> {
        if self.open.len() > MAX_DEPTH {
            return Err(format!("elements are nested more than {MAX_DEPTH} levels deep"));
        }
        let element = self.element(start, position)?;
        if let [around] = self.open.as_slice()
            && !around.children.is_empty()
        {
            return Err(format!("element `{}` after the end of the root element", element.name));
        }
        self.open.push(element);
        Ok(())
    }

    fn end(&mut self) {
        let mut closed = self.open.pop().unwrap_or_default();
        for prefix in &closed.prefixes {
            self.foreign.get_mut(prefix).map(Vec::pop);
        }
        let is_root = self.open.len() == 1;
        if let Some(parent) = self.open.last_mut() {
            match closed.foreign_name.take() {
                Some(name) if !is_root => parent.foreign.push((name, closed.position)),
                _ => parent.children.push(closed),
            }
        }
    }

    fn push_text(&mut self, text: &str) -> Result<(), String> {
        match self.open.as_mut_slice() {
            [_, .., element] => element.text.push_str(text),
            _ if text.trim().is_empty() => {}
            _ => return Err("text outside of the root element".to_owned()),
        }
        Ok(())
    }
}

impl Tree {
    fn element(&mut self, start: &BytesStart<'_>, position: usize) -> Result<Element, String> {
        let mut element =
            Element { name: start.local_name().into_inner().to_owned(), position, ..Element::default() };
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| error.to_string())?;
            let value =
                attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
            let name = attribute.key.local_name().into_inner();
            match attribute.key.prefix().map(Prefix::into_inner) {
                None => element.attributes.push((name.to_owned(), value.into_owned())),
                Some("xmlns") => {
                    self.foreign.entry(name.to_owned()).or_default().push(!is_csdl(&value));
                    element.prefixes.push(name.to_owned());
                }
                Some(prefix) => element.foreign.push((format!("{prefix}:{name}"), position)),
            }
        }
        if let Some(prefix) = start.name().prefix() {
            // A prefix without a declaration is ignored, because a handwritten document can omit `xmlns:edmx`.
            let is_foreign = self.foreign.get(prefix.into_inner()).and_then(|all| all.last());
            element.foreign_name = is_foreign
                .is_some_and(|is_foreign| *is_foreign)
                .then(|| start.name().into_inner().to_owned());
        }
        Ok(element)
    }
}

/// Checks whether an XML namespace belongs to any version of CSDL.
fn is_csdl(namespace: &str) -> bool {
    let of_earlier_version = namespace
        .strip_prefix("http://schemas.microsoft.com/ado/")
        .is_some_and(|rest| rest.ends_with("/edm"));
    of_earlier_version
        || namespace.starts_with("http://docs.oasis-open.org/odata/ns/edm")
        || namespace == "http://schemas.microsoft.com/ado/2007/06/edmx"
}

/// Resolves an XML character reference, such as `&#38;`, or a predefined XML entity, such as `&amp;`. Returns an error
/// for an entity that XML doesn't predefine, such as `&nbsp;`.
fn resolve_reference(reference: &BytesRef<'_>) -> Result<String, String> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Ok(character.into()),
        Err(error) => Err(error.to_string()),
        Ok(None) => {
            let name = reference.xml10_content();
            quick_xml::escape::resolve_predefined_entity(&name)
                .map(str::to_owned)
                .ok_or_else(|| format!("the entity `&{name};` isn't declared"))
        }
    }
}

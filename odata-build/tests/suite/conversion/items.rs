//! The elements and attributes of an XML document as normalized items, which are equal for documents with the same meaning.
//!
//! The following differences are normalized: the version of the document, namespace declarations and prefixes, aliases, attributes with
//! their default values, values of enumeration members, targets of annotations, the syntax of annotation values (attribute or element), and
//! the order of elements.

use std::collections::BTreeMap;

use odata_build::Document;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::values::{Names, value};

/// An XML element of a document.
#[derive(Clone, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Self>,
    pub(super) text: String,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find_map(|(attribute, value)| (attribute == name).then_some(&**value))
    }

    fn named<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// The normalized content of a document.
#[derive(Default)]
pub(super) struct Items {
    elements: BTreeMap<String, usize>,
    annotations: BTreeMap<String, String>,
    names: Names,
    /// The names of extensions, by the kind of the parent element.
    extensions: Vec<(String, String)>,
    targets: Vec<(String, String, String)>,
}

impl Items {
    /// Returns the items of a document, without the extensions that the reader found in the document.
    pub(super) fn of(xml: &str, read: &Document) -> Self {
        let root = parse(xml);
        let extensions = read.extensions.iter().map(|one| (one.parent.clone(), one.name.clone()));
        let mut items = Self { names: Names::of(&root), extensions: extensions.collect(), ..Self::default() };
        items.add_children(&root, "");
        // Annotations inside an element take precedence over annotations with a target path.
        for (target, term, value) in std::mem::take(&mut items.targets) {
            items.annotations.entry(format!("{target}@{term}")).or_insert(value);
        }
        items
    }

    /// Returns the items that differ from the converted document, except items of the elements whose names are in `left_out`.
    pub(super) fn differences(&self, converted: &Self, format: &str, left_out: &[String]) -> Vec<String> {
        let is_left_out = |item: &str| {
            left_out.iter().any(|name| {
                item.strip_prefix(&**name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
        };
        let mut differences = Vec::new();
        let counts = |items: &Self, item: &String| items.elements.get(item).copied().unwrap_or_default();
        for item in self.elements.keys().chain(converted.elements.keys()).filter(|item| !is_left_out(item)) {
            match (counts(self, item), counts(converted, item)) {
                (before, after) if before > after => differences.push(format!("{format}: `{item}` is lost")),
                (before, after) if before < after => differences.push(format!("{format}: `{item}` is new")),
                _ => {}
            }
        }
        let keys = self.annotations.keys().chain(converted.annotations.keys());
        for key in keys.filter(|key| !is_left_out(key)) {
            let (before, after) = (self.annotations.get(key), converted.annotations.get(key));
            if before != after {
                differences.push(format!("{format}: `{key}` is {after:?}, not {before:?}"));
            }
        }
        differences.sort();
        differences.dedup();
        differences
    }

    fn add_children(&mut self, element: &Element, path: &str) {
        let mut next_value = 0_i64;
        for child in &element.children {
            let is_extension =
                |(parent, name): &(String, String)| *parent == element.name && *name == child.name;
            match child.name.as_str() {
                _ if self.extensions.iter().any(is_extension) => {}
                "Annotation" => {
                    let (term, value) = self.annotation(child, None);
                    self.annotations.entry(format!("{path}@{term}")).or_insert(value);
                }
                "Annotations" => self.add_targets(child),
                "Member" => {
                    let value =
                        child.attribute("Value").map_or(next_value, |value| value.parse().expect("a number"));
                    next_value = value + 1;
                    let mut member = child.clone();
                    member.attributes.retain(|(name, _)| name != "Value");
                    member.attributes.push(("Value".to_owned(), value.to_string()));
                    self.add(&member, path);
                }
                _ => self.add(child, path),
            }
        }
    }

    fn add_targets(&mut self, element: &Element) {
        let target = self.names.resolve(element.attribute("Target").expect("a target"));
        // This test doesn't distinguish annotations of one overload from annotations of all overloads.
        let target = match target.split_once('(') {
            Some((name, rest)) => format!(
                "{name}{}",
                rest.split_once(")/").map_or(String::new(), |(_, rest)| format!("/{rest}"))
            ),
            None => target,
        };
        for child in element.named("Annotation") {
            let (term, value) = self.annotation(child, element.attribute("Qualifier"));
            self.targets.push((target.clone(), term, value));
        }
    }

    /// Returns the term of an annotation with its qualifier, and the value of the annotation.
    fn annotation(&self, element: &Element, qualifier: Option<&str>) -> (String, String) {
        let term = self.names.resolve(element.attribute("Term").expect("a term"));
        let qualifier = element.attribute("Qualifier").or(qualifier).unwrap_or_default();
        (format!("{term}#{qualifier}"), value(element, &self.names))
    }

    fn add(&mut self, element: &Element, path: &str) {
        let path = path_of(element, path);
        // The converter merges references to the same document.
        let is_set = matches!(
            &*element.name,
            "Edmx" | "DataServices" | "Reference" | "Include" | "IncludeAnnotations"
        );
        let mut items = vec![format!("{path} <{}>", element.name)];
        for (name, value) in &element.attributes {
            let is_extension =
                |(parent, extension): &(String, String)| *parent == element.name && extension == name;
            if self.extensions.iter().any(is_extension) || is_default(element, name, value) {
                continue;
            }
            items.push(format!("{path} <{}> {name}={}", element.name, self.attribute(name, value)));
        }
        // A `Key` element without properties is ignored.
        for item in items.into_iter().filter(|_| element.name != "Key") {
            let count = self.elements.entry(item).or_default();
            *count = if is_set { 1 } else { *count + 1 };
        }
        self.add_children(element, &path);
    }

    fn attribute(&self, name: &str, value: &str) -> String {
        match (name, value) {
            ("Name" | "Uri" | "Namespace" | "Alias" | "DefaultValue", _) => value.to_owned(),
            (_, "1") if is_boolean(name) => "true".to_owned(),
            (_, "0") if is_boolean(name) => "false".to_owned(),
            ("AppliesTo", _) => value.split_whitespace().collect::<Vec<_>>().join(" "),
            _ => self.names.resolve(value),
        }
    }
}

/// Returns the path of an element in the syntax of annotation targets: `NS.Type/property`.
fn path_of(element: &Element, path: &str) -> String {
    let attribute = |name: &str| element.attribute(name).unwrap_or_default();
    match element.name.as_str() {
        "DataServices" | "NavigationPropertyBinding" => path.to_owned(),
        "Schema" => attribute("Namespace").to_owned(),
        "Reference" => attribute("Uri").to_owned(),
        "Include" => format!("{path}/{} {}", attribute("Namespace"), attribute("Alias")),
        "ReturnType" => format!("{path}/$ReturnType"),
        "ReferentialConstraint" => format!("{path}/constraint {}", attribute("Property")),
        "OnDelete" | "Key" | "IncludeAnnotations" => format!("{path}/{}", element.name),
        _ if is_nested(element) => format!("{path}/{}", attribute("Name")),
        _ => format!("{path}.{}", attribute("Name")),
    }
}

/// Checks whether an XML element isn't a child of a `Schema` element.
fn is_nested(element: &Element) -> bool {
    matches!(
        &*element.name,
        "Property"
            | "NavigationProperty"
            | "Member"
            | "Parameter"
            | "PropertyRef"
            | "EntitySet"
            | "Singleton"
            | "ActionImport"
            | "FunctionImport"
    )
}

fn is_boolean(name: &str) -> bool {
    matches!(
        name,
        "Nullable"
            | "Abstract"
            | "OpenType"
            | "HasStream"
            | "IsFlags"
            | "IsBound"
            | "IsComposable"
            | "ContainsTarget"
            | "IncludeInServiceDocument"
    )
}

/// Checks whether an attribute can be ignored because it has its default value or has no effect.
fn is_default(element: &Element, name: &str, value: &str) -> bool {
    let is_false = matches!(value, "false" | "0");
    let is_collection = element.attribute("Type").is_some_and(|name| name.starts_with("Collection("));
    match (&*element.name, name) {
        ("Edmx", "Version") => value == "4.01",
        ("FunctionImport", "IncludeInServiceDocument")
        | ("Singleton", "Nullable")
        | (
            _,
            "Abstract" | "OpenType" | "HasStream" | "IsFlags" | "IsBound" | "IsComposable" | "ContainsTarget",
        ) => is_false,
        ("EntitySet", "IncludeInServiceDocument") => !is_false,
        // Entities in a collection are never null.
        ("NavigationProperty", "Nullable") if is_collection => true,
        (_, "Nullable") => !is_collection && !is_false,
        (_, "Scale") => value == "0",
        ("EnumType", "UnderlyingType") => value == "Edm.Int32",
        _ => false,
    }
}

fn parse(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => open.last_mut().expect("an element").children.push(element(&start)),
            Event::End(_) => {
                let closed = open.pop().expect("an element");
                open.last_mut().expect("an element").children.push(closed);
            }
            Event::Text(text) => open.last_mut().expect("an element").text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().expect("a reference");
                let predefined = || resolve_predefined_entity(&reference).expect("an entity").to_owned();
                let text = character.map_or_else(predefined, String::from);
                open.last_mut().expect("an element").text.push_str(&text);
            }
            Event::Eof => return open.pop().expect("an element"),
            _ => {}
        }
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("an attribute");
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).expect("a value").into_owned();
        (attribute.key.into_inner().to_owned(), value)
    });
    let name = start.name().into_inner().to_owned();
    Element {
        name: name.strip_prefix("edmx:").unwrap_or(&name).to_owned(),
        attributes: attributes.filter(|(name, _)| !name.starts_with("xmlns")).collect(),
        ..Element::default()
    }
}

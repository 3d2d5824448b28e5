//! Replacement of aliases, and normalization of annotation values.

use super::items::Element;

/// A map from the aliases in a document to their namespaces.
#[derive(Default)]
pub(super) struct Names(Vec<(String, String)>);

impl Names {
    pub(super) fn of(root: &Element) -> Self {
        let mut aliases = Vec::new();
        collect(root, &mut aliases);
        Self(aliases)
    }

    /// Replaces the aliases in a string with namespaces.
    pub(super) fn resolve(&self, text: &str) -> String {
        let is_name = |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-');
        let mut resolved = String::new();
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(|character| !is_name(character)).unwrap_or(rest.len());
            resolved.push_str(&self.resolve_name(&rest[..end]));
            let others = rest[end..].find(is_name).unwrap_or(rest.len() - end);
            resolved.push_str(&rest[end..end + others]);
            rest = &rest[end + others..];
        }
        resolved
    }

    fn resolve_name(&self, name: &str) -> String {
        let namespace = name.rsplit_once('.').and_then(|(alias, name)| {
            let (_, namespace) = self.0.iter().find(|(of, _)| of == alias)?;
            Some(format!("{namespace}.{name}"))
        });
        namespace.unwrap_or_else(|| name.to_owned())
    }
}

fn collect(element: &Element, aliases: &mut Vec<(String, String)>) {
    if let (Some(alias), Some(namespace)) = (element.attribute("Alias"), element.attribute("Namespace")) {
        aliases.push((alias.to_owned(), namespace.to_owned()));
    }
    element.children.iter().for_each(|child| collect(child, aliases));
}

const STRUCTURE: [&str; 9] =
    ["Term", "Qualifier", "Property", "Type", "Function", "Name", "MaxLength", "Precision", "Scale"];

/// Returns the value of an annotation or of a record's property, including nested annotations.
pub(super) fn value(element: &Element, names: &Names) -> String {
    let attributes = element.attributes.iter().filter(|(name, _)| !STRUCTURE.contains(&&**name));
    let mut values: Vec<_> = attributes.map(|(name, text)| constant(name, text, names)).collect();
    let children = element.children.iter().filter(|child| child.name != "Annotation");
    values.extend(children.map(|child| match &*child.name {
        // Whitespace around the text of an element isn't part of the value.
        "String" => constant("String", child.text.trim(), names),
        _ => expression(child, names),
    }));
    if values.is_empty() {
        values.push("Bool=true".to_owned());
    }
    format!("{}{}", values.join(" "), annotations(element, names))
}

fn annotations(element: &Element, names: &Names) -> String {
    let annotations = element.children.iter().filter(|child| child.name == "Annotation").map(|child| {
        let term = names.resolve(child.attribute("Term").expect("a term"));
        let qualifier = child.attribute("Qualifier").unwrap_or_default();
        format!(" @{term}#{qualifier}=({})", value(child, names))
    });
    annotations.collect()
}

fn constant(name: &str, text: &str, names: &Names) -> String {
    match (name, text) {
        ("String", _) => format!("String={text}"),
        ("Bool", "1") => "Bool=true".to_owned(),
        ("Bool", "0") => "Bool=false".to_owned(),
        ("EnumMember", _) => {
            let members: Vec<_> = text.split_whitespace().map(|member| names.resolve(member)).collect();
            format!("EnumMember={}", members.join(" "))
        }
        // The paths contain aliases, which the document declares.
        _ => format!("{name}={}", names.resolve(text)),
    }
}

fn expression(element: &Element, names: &Names) -> String {
    match element.name.as_str() {
        "String" => constant("String", &element.text, names),
        "Record" => {
            let properties = element.children.iter().filter(|child| child.name == "PropertyValue");
            let mut properties: Vec<_> = properties
                .map(|child| {
                    format!("{}=({})", child.attribute("Property").unwrap_or_default(), value(child, names))
                })
                .collect();
            properties.sort();
            let type_name = element.attribute("Type").map(|name| names.resolve(name)).unwrap_or_default();
            format!("Record {type_name}({}){}", properties.join(" "), annotations(element, names))
        }
        name if element.children.is_empty() && element.attributes.is_empty() && !element.text.is_empty() => {
            constant(name, element.text.trim(), names)
        }
        name => {
            let operands: Vec<_> = element
                .attributes
                .iter()
                .map(|(name, text)| constant(name, text, names))
                .chain(
                    element
                        .children
                        .iter()
                        .filter(|child| child.name != "Annotation")
                        .map(|child| expression(child, names)),
                )
                .collect();
            format!("{name}({}){}", operands.join(", "), annotations(element, names))
        }
    }
}

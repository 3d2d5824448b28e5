//! Generates the model of a document with the derives of serde: `flatten` for base types, and internally tagged enums.

use std::collections::BTreeSet;
use std::fmt::Write;

use odata_build::Document;
use odata_build::document::{EnumerationType, Property, StructuredType, TypeReference};

const DERIVES: &str = "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]";

/// Returns a model with the types and properties of the document.
pub(crate) fn source(document: &Document) -> String {
    let mut source = String::from(
        "#![allow(non_camel_case_types, non_snake_case)]\nuse chrono::{DateTime, NaiveDate, NaiveTime, Utc};\nuse rust_decimal::Decimal;\n\
         use serde::{Deserialize, Serialize};\nuse serde_json::{Map, Value};\nuse uuid::Uuid;\n\n",
    );
    let bases: BTreeSet<&str> =
        document.structured_types().filter_map(|structured| structured.base.as_deref()).collect();
    let names = Names { document, bases };
    document.enumeration_types().for_each(|enumeration| add_enumeration(&mut source, enumeration));
    for structured in document.structured_types() {
        names.add_structure(&mut source, structured);
        if names.bases.contains(&*structured.qualified_name) {
            names.add_polymorphic(&mut source, structured);
        }
    }
    source
}

fn add_enumeration(source: &mut String, enumeration: &EnumerationType) {
    let members: Vec<String> = enumeration.members.iter().map(|member| variant(&member.name)).collect();
    let _ = writeln!(
        source,
        "{DERIVES}\npub enum {} {{\n{}    #[serde(untagged)]\n    Unknown_(String),\n}}\n",
        identifier(&enumeration.qualified_name),
        members.concat(),
    );
}

fn variant(name: &str) -> String {
    match field(name) {
        (rename, name) if rename.is_empty() => format!("    {name},\n"),
        (rename, name) => format!("    #[serde({rename})]\n    {name},\n"),
    }
}

/// The types of the document, by their names.
struct Names<'d> {
    document: &'d Document,
    /// The types that have derived types.
    bases: BTreeSet<&'d str>,
}

impl Names<'_> {
    fn add_structure(&self, source: &mut String, structured: &StructuredType) {
        let flattened = match &structured.base {
            Some(base) => format!("base_: {}", identifier(base)),
            None => "extra_: Map<String, Value>".to_owned(),
        };
        let properties: Vec<String> =
            structured.properties.iter().map(|property| self.property(property)).collect();
        let _ = writeln!(
            source,
            "{DERIVES}\npub struct {} {{\n    #[serde(flatten)]\n    pub {flattened},\n{}}}\n",
            identifier(&structured.qualified_name),
            properties.concat(),
        );
    }

    fn property(&self, property: &Property) -> String {
        let (rename, name) = field(&property.name);
        format!(
            "    #[serde({rename}skip_serializing_if = \"Option::is_none\")]\n    pub {name}: Option<{}>,\n",
            self.rust_type(&property.value_type),
        )
    }

    fn rust_type(&self, reference: &TypeReference) -> String {
        let name = match &*reference.name {
            "Edm.String" | "Edm.Duration" | "Edm.Binary" | "Edm.Stream" => "String".to_owned(),
            "Edm.Boolean" => "bool".to_owned(),
            "Edm.Byte" => "u8".to_owned(),
            "Edm.SByte" => "i8".to_owned(),
            "Edm.Int16" => "i16".to_owned(),
            "Edm.Int32" => "i32".to_owned(),
            "Edm.Int64" => "i64".to_owned(),
            "Edm.Single" => "f32".to_owned(),
            "Edm.Double" => "f64".to_owned(),
            "Edm.Decimal" => "Decimal".to_owned(),
            "Edm.Date" => "NaiveDate".to_owned(),
            "Edm.TimeOfDay" => "NaiveTime".to_owned(),
            "Edm.DateTimeOffset" => "DateTime<Utc>".to_owned(),
            "Edm.Guid" => "Uuid".to_owned(),
            name if self.bases.contains(name) => format!("Any_{}", identifier(name)),
            name if self.document.structured_type(name).is_some() => format!("Box<{}>", identifier(name)),
            name if self.document.enumeration_type(name).is_some() => identifier(name),
            _ => "Value".to_owned(),
        };
        if reference.is_collection { format!("Vec<{name}>") } else { name }
    }

    /// Adds an enum with a variant for each direct or indirect derived type.
    fn add_polymorphic(&self, source: &mut String, base: &StructuredType) {
        let name = identifier(&base.qualified_name);
        let _ = writeln!(source, "{DERIVES}\n#[serde(tag = \"@odata.type\")]\npub enum Any_{name} {{");
        for derived in self.document.structured_types().filter(|derived| self.derives_from(derived, base)) {
            let variant = identifier(&derived.qualified_name);
            let _ = writeln!(
                source,
                "    #[serde(rename = \"#{}\")]\n    {variant}(Box<{variant}>),",
                derived.qualified_name
            );
        }
        let _ = writeln!(source, "    #[serde(untagged)]\n    Other_(Box<{name}>),\n}}\n");
    }

    fn derives_from(&self, derived: &StructuredType, base: &StructuredType) -> bool {
        let mut current = derived.base.as_deref();
        while let Some(name) = current {
            if name == base.qualified_name {
                return true;
            }
            current = self.document.structured_type(name).and_then(|structured| structured.base.as_deref());
        }
        false
    }
}

/// Returns a Rust identifier for a qualified name, such as `microsoft_graph_user`.
fn identifier(qualified_name: &str) -> String {
    qualified_name.replace('.', "_")
}

/// Returns the attribute that renames a field, and the name of the field.
fn field(name: &str) -> (String, String) {
    const KEYWORDS: &str = " Self abstract as async await become box break const continue crate do dyn else enum extern false final fn \
                            for gen if impl in let loop macro match mod move mut override priv pub ref return self static struct super \
                            trait true try type typeof unsafe unsized use virtual where while yield ";
    let is_identifier = name.chars().all(|character| character == '_' || character.is_alphanumeric());
    if !is_identifier || KEYWORDS.contains(&format!(" {name} ")) {
        (format!("rename = \"{name}\", "), format!("{}_", name.replace(|c: char| !c.is_alphanumeric(), "_")))
    } else {
        (String::new(), name.to_owned())
    }
}

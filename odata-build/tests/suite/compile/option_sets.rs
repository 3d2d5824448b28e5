//! Option sets that together use all options of the generator.

use std::collections::BTreeSet;

use odata_build::document::{Property, StructuredKind, StructuredType, Warning};
use odata_build::{Configuration, ConfigurationOption, Document, Generator};

/// A function that returns the values of an option for a document, in the syntax of the command line. The value of a flag is `true`.
type Values = fn(&Document) -> Vec<String>;

/// A set of options of the generator.
pub(super) struct OptionSet {
    pub(super) name: &'static str,
    pub(super) options: &'static [(&'static str, Values)],
    /// Whether the generator writes one file for each namespace.
    pub(super) has_files: bool,
}

static SETS: [OptionSet; 3] = [
    OptionSet {
        name: "full",
        options: &[
            ("follow-navigation", set),
            ("operations", set),
            ("accessors", set),
            ("inherited-constants", set),
            ("default-values", set),
            ("alternate-keys", set),
            ("strict", is_valid),
            ("derive", hash_of_enumerations),
            ("key", |_| vec!["*=computed".to_owned()]),
        ],
        has_files: false,
    },
    OptionSet {
        name: "merged",
        options: &[
            ("merge-versions", set),
            ("operations", set),
            ("flat-enums", set),
            ("accessors", set),
            ("unset", |_| vec!["accessors".to_owned()]),
            ("related", set),
            ("non-exhaustive", set),
            ("follow-navigation", set),
            ("computed", |_| vec!["*/*e*".to_owned()]),
            ("non-null-elements", |_| vec!["*".to_owned()]),
            ("omit-derive", |_| ["PartialEq", "Default"].map(str::to_owned).to_vec()),
        ],
        has_files: true,
    },
    OptionSet {
        name: "partial",
        options: &[
            ("types", namespaces),
            ("operations", set),
            ("exclude", excluded),
            ("map-type", mapped),
            ("rename", renamed),
            ("rename-operation", renamed_operation),
            ("module", modules),
            ("not-related", set),
            ("not-computed", computed_properties),
            ("preset", preset),
        ],
        has_files: true,
    },
];

/// Returns all option sets. Also checks that the option sets together use all options.
pub(super) fn all() -> &'static [OptionSet] {
    let used: BTreeSet<&str> = SETS.iter().flat_map(|set| set.options).map(|(name, _)| *name).collect();
    let names: BTreeSet<&str> = Configuration::options().iter().map(ConfigurationOption::name).collect();
    assert_eq!(used, names, "an option isn't used by any option set, or doesn't exist");
    &SETS
}

impl OptionSet {
    /// Returns the values of an option for a document. Returns no values if the set doesn't contain the option.
    pub(super) fn values(&self, option: &str, document: &Document) -> Vec<String> {
        let values = self.options.iter().find(|(name, _)| *name == option);
        values.map(|(_, values)| values(document)).unwrap_or_default()
    }

    /// Converts the options to TOML and parses the TOML as a configuration.
    pub(super) fn configuration(&self, document: &Document) -> Configuration {
        let line = |(name, values): &(&str, Values)| {
            let values = values(document);
            match &*values {
                [] => String::new(),
                [value] if value == "true" => format!("{name} = true\n"),
                // JSON strings are valid TOML strings.
                values => format!("{name} = {}\n", serde_json::to_string(values).expect("JSON")),
            }
        };
        let toml: String = self.options.iter().map(line).collect();
        Configuration::from_toml(&toml).unwrap_or_else(|error| panic!("{error}\n{toml}"))
    }
}

fn set(_: &Document) -> Vec<String> {
    vec!["true".to_owned()]
}

/// The option `strict` is used only for documents without warnings.
fn is_valid(document: &Document) -> Vec<String> {
    let generator =
        Generator::new(document).default_values().alternate_keys().follow_navigation().operations();
    let is_read = !document.warnings().iter().any(Warning::is_about_element);
    if is_read && generator.generate().expect("a model").warnings.is_empty() {
        set(document)
    } else {
        Vec::new()
    }
}

fn hash_of_enumerations(document: &Document) -> Vec<String> {
    document.enumeration_types().map(|one| format!("{}=Hash", one.qualified_name)).collect()
}

/// Returns all namespaces with types, except the last namespace.
fn namespaces(document: &Document) -> Vec<String> {
    let is_used = |of: &str| document.structured_types().any(|one| namespace_of(&one.qualified_name) == of);
    let used =
        document.schemas.iter().map(|schema| &*schema.namespace).filter(|namespace| is_used(namespace));
    let used: Vec<_> = used.map(|namespace| format!("{namespace}.*")).collect();
    used[..used.len().saturating_sub(1).max(used.len().min(1))].to_vec()
}

fn namespace_of(qualified_name: &str) -> &str {
    qualified_name.rsplit_once('.').expect("a qualified name").0
}

fn names_of(document: &Document, kind: StructuredKind) -> Vec<String> {
    let types = document.structured_types().filter(|one| one.kind == kind);
    types.map(|one| one.qualified_name.clone()).collect()
}

/// Returns the last complex type and the second entity type.
fn excluded(document: &Document) -> Vec<String> {
    let complex = names_of(document, StructuredKind::Complex).pop();
    complex.into_iter().chain(names_of(document, StructuredKind::Entity).into_iter().nth(1)).collect()
}

/// Returns the first complex type, and types of the namespace `Edm`.
fn mapped(document: &Document) -> Vec<String> {
    let complex = names_of(document, StructuredKind::Complex).into_iter().next();
    let complex = complex.map(|name| format!("{name}=Untyped"));
    let primitive = ["Edm.DateTimeOffset=DateTime<FixedOffset>", "Edm.Single=::odata_core::Untyped"];
    complex.into_iter().chain(primitive.map(str::to_owned)).collect()
}

fn renamed(document: &Document) -> Vec<String> {
    let structured = names_of(document, StructuredKind::Entity).into_iter().next();
    let enumeration = document.enumeration_types().next().map(|one| one.qualified_name.clone());
    structured
        .into_iter()
        .map(|name| format!("{name}=RenamedType"))
        .chain(enumeration.map(|name| format!("{name}=RenamedEnumeration")))
        .collect()
}

/// Returns the first action or function.
fn renamed_operation(document: &Document) -> Vec<String> {
    let functions = document.schemas.iter().flat_map(|schema| &schema.functions);
    let operation = document.actions().chain(functions.map(|function| &function.signature)).next();
    let operation = operation.map(|operation| {
        let types: Vec<String> = operation
            .parameters
            .iter()
            .map(|parameter| &parameter.value_type)
            .map(|of| if of.is_collection { format!("Collection({})", of.name) } else { of.name.clone() })
            .collect();
        format!("{}({})=RenamedOperation", operation.qualified_name, types.join(","))
    });
    operation.into_iter().collect()
}

fn modules(document: &Document) -> Vec<String> {
    document
        .schemas
        .first()
        .map(|schema| format!("{}=renamed::module", schema.namespace))
        .into_iter()
        .collect()
}

/// Returns the properties that the document annotates as computed, except key properties.
pub(super) fn computed_properties(document: &Document) -> Vec<String> {
    let is_computed = |owner: &StructuredType, property: &Property| {
        let is_key = owner.key.iter().any(|part| part.name == property.name);
        !is_key && property.is_never_sent(false)
    };
    let of_type = |owner: &StructuredType| {
        let properties = owner.properties.iter().filter(|property| is_computed(owner, property));
        properties.map(|property| format!("{}/{}", owner.qualified_name, property.name)).collect::<Vec<_>>()
    };
    document.structured_types().flat_map(of_type).collect()
}

/// The preset is used only for documents with the types of Microsoft Graph.
fn preset(document: &Document) -> Vec<String> {
    let is_graph = document.structured_type("microsoft.graph.Json").is_some();
    is_graph.then(|| "graph".to_owned()).into_iter().collect()
}

//! Random documents with unusual names, types, keys, facets and base types.

use odata_build::Document;
use odata_build::document::{
    Action, Annotation, Annotations, EnumerationType, Expression, Facets, Member, Property, PropertyRef,
    PropertyValue, Schema, StructuredKind, StructuredType, TypeDefinition, TypeReference,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const NAMESPACES: [&str; 8] =
    ["clinic", "clinic.v1", "clinic.v2", "clinic.v2_1_0", "std", "core.type", "Self.odata_core", "chrono"];

/// Names that are Rust keywords, that the generated source uses itself, that are invalid, or that differ only in letter case or
/// punctuation.
const NAMES: [&str; 58] = [
    "type", "self", "Self", "super", "crate", "async", "dyn", "gen", "try", "union", "static", "_", "__", "",
    "1a", "a-b", "a b", "a_b", "aB", "AB", "é", "straße", "名前", "a\"b", "a\\b", "a{b}", "a@b", "a/b",
    "a#b", "a.b", "Option", "Some", "None", "Vec", "Box", "String", "Result", "Ok", "Default", "Clone",
    "Extra", "Untyped", "Flags", "Related", "DateTime", "Utc", "Uuid", "Decimal", "bool", "i32", "str", "u8",
    "extra", "base", "unknown", "Unknown", "AnyType", "id",
];

/// Types of properties that the document doesn't declare.
const TYPES: [&str; 28] = [
    "Edm.String",
    "Edm.Boolean",
    "Edm.Byte",
    "Edm.SByte",
    "Edm.Int16",
    "Edm.Int32",
    "Edm.Int64",
    "Edm.Single",
    "Edm.Double",
    "Edm.Decimal",
    "Edm.Guid",
    "Edm.Date",
    "Edm.TimeOfDay",
    "Edm.DateTimeOffset",
    "Edm.Duration",
    "Edm.Binary",
    "Edm.Stream",
    "Edm.Untyped",
    "Edm.PrimitiveType",
    "Edm.ComplexType",
    "Edm.EntityType",
    "Edm.GeographyPoint",
    "Edm.Geometry",
    "Edm.AnnotationPath",
    "Edm.None",
    "Collection(Edm.Int32)",
    "nowhere.type",
    "",
];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(&NAMES[..]).prop_map(str::to_owned),
        2 => select(&["a", "b", "c", "d", "id", "Ward", "ward"][..]).prop_map(str::to_owned),
        1 => "[A-Za-z_][A-Za-z0-9_]{0,4}",
        1 => Just("x".repeat(129)),
    ]
}

/// Returns a placeholder that [`resolved`] replaces with the name of a type or property of the document.
fn reference() -> impl Strategy<Value = String> {
    (0..100_usize).prop_map(|number| format!("?{number}"))
}

fn type_name() -> impl Strategy<Value = String> {
    prop_oneof![select(&TYPES[..]).prop_map(str::to_owned), reference()]
}

fn text() -> impl Strategy<Value = String> {
    "[ -~\t\n\r\u{e9}\u{2028}\u{202e}\u{1f600}]{0,12}"
}

fn annotations() -> impl Strategy<Value = Annotations> {
    let flags = (prop::bool::weighted(0.2), prop::bool::weighted(0.2), prop::bool::weighted(0.2));
    (option::of(text()), flags).prop_map(|(description, (is_computed, is_read_only, is_immutable))| {
        Annotations { description, is_computed, is_read_only, is_immutable, ..Annotations::default() }
    })
}

fn facets() -> impl Strategy<Value = Facets> {
    let number = || option::weighted(0.2, "(-?[0-9]{1,3}|max|variable|x)");
    let default = prop_oneof![
        text(),
        name(),
        "-?[0-9]{1,4}(\\.[0-9]{1,2})?",
        select(&["true", "2024-02-29", "INF", "", "01234567-89ab-cdef-0123-456789abcdef", "P1D", "a,b"][..])
            .prop_map(str::to_owned),
    ];
    (number(), number(), number(), option::weighted(0.4, default)).prop_map(
        |(max_length, precision, scale, default_value)| Facets {
            max_length,
            precision,
            scale,
            default_value,
            ..Facets::default()
        },
    )
}

fn property() -> impl Strategy<Value = Property> {
    let flags = (any::<bool>(), any::<bool>(), prop::bool::weighted(0.3), any::<bool>(), any::<bool>());
    (name(), type_name(), flags, facets(), annotations()).prop_map(
        |(
            name,
            type_name,
            (is_collection, is_nullable, is_navigation, contains_target, is_open),
            facets,
            annotations,
        )| {
            let is_nullability_unspecified = is_collection && !is_nullable && is_open && !is_navigation;
            let value_type =
                TypeReference { name: type_name, is_collection, is_nullable, is_nullability_unspecified };
            Property {
                name,
                value_type,
                is_navigation,
                contains_target,
                facets,
                annotations,
                ..Property::default()
            }
        },
    )
}

fn alternate_key() -> impl Strategy<Value = Annotation> {
    let part = (name(), option::of(name())).prop_map(|(path, alias)| {
        let value =
            |name: &str, value| PropertyValue { name: name.to_owned(), value, annotations: Vec::new() };
        let alias = alias.map(|alias| value("Alias", Expression::constant("Edm.String", alias)));
        let path = value("Name", Expression::constant("Edm.PropertyPath", path));
        Expression::Record {
            type_name: None,
            properties: alias.into_iter().chain([path]).collect(),
            annotations: Vec::new(),
        }
    });
    vec(part, 0..3).prop_map(|parts| {
        let key = PropertyValue {
            name: "Key".to_owned(),
            value: Expression::Collection(parts),
            annotations: Vec::new(),
        };
        let key = Expression::Record { type_name: None, properties: vec![key], annotations: Vec::new() };
        Annotation {
            term: "Org.OData.Core.V1.AlternateKeys".to_owned(),
            value: Expression::Collection(vec![key]),
            qualifier: None,
            annotations: Vec::new(),
        }
    })
}

fn structured_type(namespace: &'static str) -> impl Strategy<Value = StructuredType> {
    let path = prop_oneof![4 => reference(), 1 => name(), 1 => "[ab]/(id|a|type)"];
    let part = (path, option::of(name()));
    let part = part.prop_map(|(name, alias)| PropertyRef { name, alias });
    let base = option::of(reference());
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let lists = (vec(property(), 0..8), vec(part, 0..3), vec(alternate_key(), 0..2));
    (name(), base, flags, lists, annotations()).prop_map(
        move |(name, base, (is_entity, is_abstract, is_open), (properties, key, others), annotations)| {
            StructuredType {
                kind: if is_entity { StructuredKind::Entity } else { StructuredKind::Complex },
                qualified_name: format!("{namespace}.{name}"),
                base,
                is_abstract,
                is_open,
                key,
                properties,
                annotations: Annotations { others, ..annotations },
                ..StructuredType::default()
            }
        },
    )
}

fn enumeration_type(namespace: &'static str) -> impl Strategy<Value = EnumerationType> {
    let value = prop_oneof![0..9_i64, Just(i64::MIN), Just(i64::MAX), -3..0_i64];
    let name_of_member = prop_oneof![4 => name(), 1 => Just("unknownFutureValue".to_owned())];
    let member = (name_of_member, value, annotations()).prop_map(|(name, value, annotations)| Member {
        name,
        value,
        annotations,
    });
    (name(), any::<bool>(), vec(member, 0..6), annotations()).prop_map(
        move |(name, is_flags, members, annotations)| EnumerationType {
            qualified_name: format!("{namespace}.{name}"),
            underlying_type: "Edm.Int64".to_owned(),
            is_flags,
            members,
            annotations,
        },
    )
}

fn schema() -> impl Strategy<Value = Schema> {
    select(&NAMESPACES[..]).prop_flat_map(|namespace| {
        let definition =
            (name(), type_name(), facets()).prop_map(move |(name, underlying_type, facets)| TypeDefinition {
                qualified_name: format!("{namespace}.{name}"),
                underlying_type,
                facets,
                ..TypeDefinition::default()
            });
        let action =
            (name(), any::<bool>(), vec(property(), 0..4)).prop_map(move |(name, is_bound, parameters)| {
                Action {
                    qualified_name: format!("{namespace}.{name}"),
                    is_bound,
                    parameters,
                    ..Action::default()
                }
            });
        let types = (vec(structured_type(namespace), 1..8), vec(enumeration_type(namespace), 0..3));
        (types, vec(definition, 0..3), vec(action, 0..3)).prop_map(
            move |((structured_types, enumeration_types), type_definitions, actions)| Schema {
                namespace: namespace.to_owned(),
                structured_types,
                enumeration_types,
                type_definitions,
                actions,
                ..Schema::default()
            },
        )
    })
}

/// Returns a strategy for documents with up to three schemas.
pub(super) fn document() -> impl Strategy<Value = Document> {
    vec(schema(), 1..4).prop_map(|schemas| resolved(Document { schemas, ..Document::default() }))
}

/// Replaces the placeholders in a document with names that the document declares.
fn resolved(mut document: Document) -> Document {
    let structured: Vec<_> = document.structured_types().map(|one| one.qualified_name.clone()).collect();
    let enumerations = document.enumeration_types().map(|one| one.qualified_name.clone());
    let definitions = document.schemas.iter().flat_map(|schema| &schema.type_definitions);
    let definitions = definitions.map(|one| one.qualified_name.clone());
    let all: Vec<_> = structured.iter().cloned().chain(enumerations).chain(definitions).collect();
    for schema in &mut document.schemas {
        for one in &mut schema.structured_types {
            one.base.iter_mut().for_each(|base| resolve(base, &structured));
            one.properties.iter_mut().for_each(|property| resolve(&mut property.value_type.name, &all));
            let names: Vec<_> = one.properties.iter().map(|property| property.name.clone()).collect();
            one.key.iter_mut().for_each(|part| resolve(&mut part.name, &names));
        }
        let parameters = schema.actions.iter_mut().flat_map(|action| &mut action.parameters);
        parameters.for_each(|parameter| resolve(&mut parameter.value_type.name, &all));
        schema.type_definitions.iter_mut().for_each(|one| resolve(&mut one.underlying_type, &all));
    }
    document
}

fn resolve(reference: &mut String, names: &[String]) {
    let number = reference.strip_prefix('?').and_then(|number| number.parse::<usize>().ok());
    if let (Some(number), false) = (number, names.is_empty()) {
        reference.clone_from(&names[number % names.len()]);
    }
}

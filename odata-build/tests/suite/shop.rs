//! A document with all elements of CSDL as CSDL XML and CSDL JSON, and the expected content of the document.

use odata_build::Document;
use odata_build::document::{
    Action, ActionImport, Annotations, Deprecation, EntityContainer, EntitySet, EnumerationType, Facets,
    FunctionImport, Include, Member, Property, PropertyRef, Reference, Schema, Singleton, StructuredKind,
    StructuredType, TypeDefinition, TypeReference,
};

pub(crate) const XML: &str = include_str!("../data/shop.csdl.xml");
pub(crate) const JSON: &str = include_str!("../data/shop.csdl.json");

/// Returns the expected content of the CSDL XML and the CSDL JSON document.
pub(crate) fn document() -> Document {
    let reference = |uri: &str, namespaces: &[&str]| Reference {
        uri: uri.to_owned(),
        includes: namespaces
            .iter()
            .map(|namespace| Include { namespace: (*namespace).to_owned(), ..Include::default() })
            .collect(),
        ..Reference::default()
    };
    Document {
        references: vec![
            reference("https://vocabularies.example/Core.xml", &["Org.OData.Core.V1"]),
            reference("https://shop.example/more?a=1&b=2", &["shop.money", "shop.taxes"]),
        ],
        schemas: vec![goods(), people()],
        ..Document::default()
    }
}

fn goods() -> Schema {
    let entity_set = |name: &str, entity_type: &str| {
        (name.to_owned(), EntitySet { entity_type: entity_type.to_owned(), ..EntitySet::default() })
    };
    let owner = Singleton { entity_type: "shop.people.Supplier".to_owned(), ..Singleton::default() };
    let close = ActionImport { action: "shop.goods.Sell".to_owned(), ..ActionImport::default() };
    let best = FunctionImport { function: "shop.goods.Best".to_owned(), ..FunctionImport::default() };
    Schema {
        namespace: "shop.goods".to_owned(),
        alias: Some("goods".to_owned()),
        structured_types: vec![thing(), product(), category()],
        enumeration_types: vec![features()],
        type_definitions: vec![TypeDefinition {
            qualified_name: "shop.goods.Weight".to_owned(),
            underlying_type: "Edm.Decimal".to_owned(),
            ..TypeDefinition::default()
        }],
        actions: actions(),
        container: Some(EntityContainer {
            name: "Shop".to_owned(),
            entity_sets: [
                entity_set("Products", "shop.goods.Product"),
                entity_set("Suppliers", "shop.people.Supplier"),
            ]
            .into(),
            singletons: [("Owner".to_owned(), owner)].into(),
            action_imports: [("Close".to_owned(), close)].into(),
            function_imports: [("BestOfAll".to_owned(), best)].into(),
            ..EntityContainer::default()
        }),
        ..Schema::default()
    }
}

fn actions() -> Vec<Action> {
    let parameter = |name: &str, type_name: &str, is_collection, is_nullable| {
        let value_type = TypeReference {
            name: type_name.to_owned(),
            is_collection,
            is_nullable,
            ..TypeReference::default()
        };
        Property { name: name.to_owned(), value_type, ..Property::default() }
    };
    let sell = |parameters| Action {
        qualified_name: "shop.goods.Sell".to_owned(),
        is_bound: true,
        parameters,
        ..Action::default()
    };
    vec![
        sell(vec![
            parameter("it", "shop.goods.Product", false, true),
            parameter("Count", "Edm.Int32", false, false),
            parameter("Discounts", "shop.taxes.Amount", true, true),
        ]),
        sell(vec![parameter("it", "shop.goods.Category", false, true)]),
    ]
}

fn thing() -> StructuredType {
    let code = Property {
        annotations: Annotations { is_immutable: true, ..Annotations::default() },
        ..property("Code", "Edm.String")
    };
    StructuredType {
        is_abstract: true,
        key: vec![PropertyRef { name: "Code".to_owned(), alias: None }],
        ..structured(StructuredKind::Entity, "shop.goods.Thing", vec![code])
    }
}

fn product() -> StructuredType {
    let deprecation = Deprecation {
        description: Some("`Price` has it".to_owned()),
        version: Some("2.0".to_owned()),
        removal_date: Some("2030-01-31".to_owned()),
    };
    let properties = vec![
        nullable(property("Price", "Edm.Decimal")),
        Property {
            annotations: Annotations { is_computed: true, ..Annotations::default() },
            ..property("Weight", "shop.goods.Weight")
        },
        collection(property("Tags", "Edm.String")),
        nullable(collection(property("Sizes", "Edm.Int32"))),
        nullable(property("Features", "shop.goods.Features")),
        Property {
            annotations: Annotations { deprecation: Some(deprecation), ..Annotations::default() },
            ..nullable(property("Price2019", "shop.taxes.Amount"))
        },
        navigation(property("Category", "shop.goods.Category")),
        navigation(collection(property("Suppliers", "shop.people.Supplier"))),
    ];
    StructuredType {
        base: Some("shop.goods.Thing".to_owned()),
        is_open: true,
        has_stream: true,
        annotations: Annotations {
            long_description: Some("It lies on a shelf.".to_owned()),
            ..described("What is sold: \"A\" < \u{201c}B\u{201d}")
        },
        ..structured(StructuredKind::Entity, "shop.goods.Product", properties)
    }
}

fn category() -> StructuredType {
    let products = navigation(collection(property("Products", "shop.goods.Product")));
    let properties = vec![
        property("Name", "Edm.String"),
        property("Place", "shop.people.Address"),
        Property { contains_target: true, ..products },
    ];
    StructuredType {
        key: vec![
            PropertyRef { name: "Name".to_owned(), alias: None },
            PropertyRef { name: "Place/Region".to_owned(), alias: Some("Region".to_owned()) },
        ],
        annotations: described("A group of products"),
        ..structured(StructuredKind::Entity, "shop.goods.Category", properties)
    }
}

fn features() -> EnumerationType {
    EnumerationType {
        qualified_name: "shop.goods.Features".to_owned(),
        underlying_type: "Edm.Int64".to_owned(),
        is_flags: true,
        members: vec![
            member("none", 0),
            Member { annotations: described("at 30 degrees"), ..member("washable", 1) },
            Member { annotations: described("fills a room"), ..member("huge", 1 << 40) },
            member("less", -1),
        ],
        annotations: described("What it has"),
    }
}

fn people() -> Schema {
    let name = Property {
        annotations: Annotations { is_read_only: true, ..described("The supplier") },
        ..nullable(property("Name", "Edm.String"))
    };
    let supplier = StructuredType {
        base: Some("shop.goods.Thing".to_owned()),
        ..structured(
            StructuredKind::Entity,
            "shop.people.Supplier",
            vec![name, nullable(property("Address", "shop.people.Address"))],
        )
    };
    let in_address = vec![property("Region", "Edm.String"), property("State", "shop.people.State")];
    Schema {
        namespace: "shop.people".to_owned(),
        alias: Some("people".to_owned()),
        structured_types: vec![
            supplier,
            structured(StructuredKind::Complex, "shop.people.Address", in_address),
        ],
        enumeration_types: vec![EnumerationType {
            qualified_name: "shop.people.State".to_owned(),
            underlying_type: "Edm.Int32".to_owned(),
            members: vec![member("open", 0), member("closed", 7), member("gone", 8)],
            ..EnumerationType::default()
        }],
        ..Schema::default()
    }
}

fn structured(kind: StructuredKind, qualified_name: &str, properties: Vec<Property>) -> StructuredType {
    StructuredType {
        kind,
        qualified_name: qualified_name.to_owned(),
        properties,
        ..StructuredType::default()
    }
}

fn property(name: &str, type_name: &str) -> Property {
    let value_type = TypeReference { name: type_name.to_owned(), ..TypeReference::default() };
    Property { name: name.to_owned(), value_type, ..Property::default() }
}

fn nullable(mut property: Property) -> Property {
    property.value_type.is_nullable = true;
    property
}

fn collection(mut property: Property) -> Property {
    property.value_type.is_collection = true;
    property
}

fn navigation(property: Property) -> Property {
    Property { is_navigation: true, ..property }
}

fn member(name: &str, value: i64) -> Member {
    Member { name: name.to_owned(), value, ..Member::default() }
}

fn described(text: &str) -> Annotations {
    Annotations { description: Some(text.to_owned()), ..Annotations::default() }
}

/// Removes the details that [`document`] doesn't contain, such as all annotations in [`Annotations::others`].
pub(crate) fn without_details(mut document: Document) -> Document {
    document.annotations.clear();
    document.extensions.clear();
    document.read_warnings.clear();
    for reference in &mut document.references {
        reference.includes.iter_mut().for_each(|include| include.alias = None);
        reference.included_annotations.clear();
        reference.annotations = Annotations::default();
    }
    for schema in &mut document.schemas {
        schema.functions.clear();
        schema.terms.clear();
        if let Some(container) = &mut schema.container {
            container.annotations = Annotations::default();
        }
        let parameters = schema.actions.iter_mut().flat_map(|action| &mut action.parameters);
        let properties = schema.structured_types.iter_mut().flat_map(|structured| &mut structured.properties);
        for property in parameters.chain(properties) {
            property.facets = Facets::default();
            property.partner = None;
            property.referential_constraints.clear();
            property.on_delete = None;
            property.constraint_annotations.clear();
        }
        let structured = schema.structured_types.iter_mut();
        let of_types = structured.flat_map(|of| {
            let of_properties = of.properties.iter_mut().map(|property| &mut property.annotations);
            of_properties.chain([&mut of.annotations])
        });
        let of_enumerations = schema.enumeration_types.iter_mut().flat_map(|of| {
            let of_members = of.members.iter_mut().map(|member| &mut member.annotations);
            of_members.chain([&mut of.annotations])
        });
        schema.type_definitions.iter_mut().for_each(|definition| definition.facets = Facets::default());
        for action in &mut schema.actions {
            action.annotations = Annotations::default();
            action.return_type = None;
            action.entity_set_path = None;
        }
        schema
            .type_definitions
            .iter_mut()
            .for_each(|definition| definition.annotations = Annotations::default());
        let parameters = schema.actions.iter_mut().flat_map(|action| &mut action.parameters);
        let of_parameters = parameters.map(|parameter| &mut parameter.annotations);
        for annotations in of_types.chain(of_enumerations).chain(of_parameters) {
            annotations.others.clear();
        }
    }
    document
}

/// Sorts actions and functions, whose overloads are in one array in CSDL JSON, and removes extensions and warnings, which aren't written.
pub(crate) fn normalized(mut document: Document) -> Document {
    document.extensions.clear();
    document.read_warnings.clear();
    for schema in &mut document.schemas {
        schema.actions.sort_by(|one, other| one.qualified_name.cmp(&other.qualified_name));
        schema
            .functions
            .sort_by(|one, other| one.signature.qualified_name.cmp(&other.signature.qualified_name));
    }
    document
}

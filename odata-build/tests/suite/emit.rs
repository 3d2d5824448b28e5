//! Writing of CSDL documents, and creation of CSDL documents from Rust types.

use odata_build::document::{
    Annotations, Deprecation, EnumerationType, Expression, Member, Property, PropertyRef, Reference, Schema,
    StructuredKind, StructuredType, TypeReference,
};
use odata_build::{Document, Generator};
use odata_core::{ODataComplex, ODataEntity, ODataEnum, ODataValue, Untyped};
use odata_examples::security::{AnyCaseOperation, EdiscoveryCase};

use crate::shop;

#[track_caller]
fn assert_round_trip(document: &Document) {
    let (xml, json) = (document.to_xml(), document.to_json());
    assert!(Document::read(&xml).as_ref() == Ok(document), "{xml}\n{document:#?}");
    assert!(Document::read(&json).as_ref() == Ok(document), "{json}\n{document:#?}");
}

#[test]
fn written_document_is_read_unchanged() {
    assert_round_trip(&Document::default());
    assert_round_trip(&shop::document());
    assert_round_trip(&Document::of::<AnyCaseOperation>());
    assert_round_trip(&Document::of::<EdiscoveryCase>());
}

#[test]
fn any_string_is_preserved() {
    for text in [
        "",
        " ",
        " a\tb\r\nc\u{a0} ",
        "<a b='c' d=\"e\">&amp;&#10;]]>--></a>",
        "\\\"\u{2028}\u{85}\u{1f600}",
        "\u{7f}\u{fffd}",
    ] {
        let annotations = Annotations {
            description: Some(text.to_owned()),
            long_description: Some(text.to_owned()),
            deprecation: Some(Deprecation {
                description: Some(text.to_owned()),
                version: None,
                removal_date: Some(text.to_owned()),
            }),
            is_computed: true,
            is_read_only: true,
            is_immutable: true,
            others: Vec::new(),
        };
        assert_round_trip(&document_with(text, &annotations));
    }
    let empty = Annotations { deprecation: Some(Deprecation::default()), ..Annotations::default() };
    assert_round_trip(&document_with("x", &empty));
}

#[test]
fn characters_not_allowed_in_xml_are_replaced() {
    let described = |text: &str| {
        document_with("x", &Annotations { description: Some(text.to_owned()), ..Annotations::default() })
    };
    let read = Document::read(&described("\0a\u{b}b\u{ffff}").to_xml());
    assert_eq!(read, Ok(described("\u{fffd}a\u{fffd}b\u{fffd}")));
    let hostile = described("\0a\u{b}b\u{ffff}");
    assert_eq!(Document::read(&hostile.to_json()), Ok(hostile));
}

/// Creates a document with annotated types, properties and members, with unusual names, and with the smallest and the largest member value.
fn document_with(text: &str, annotations: &Annotations) -> Document {
    let value_type = TypeReference {
        name: "Edm.String".to_owned(),
        is_collection: true,
        is_nullable: true,
        ..TypeReference::default()
    };
    let property = Property {
        name: "request-id".to_owned(),
        value_type,
        annotations: annotations.clone(),
        ..Property::default()
    };
    let member =
        |name: &str, value| Member { name: name.to_owned(), value, annotations: annotations.clone() };
    let schema = Schema {
        namespace: "clinic.base".to_owned(),
        structured_types: vec![StructuredType {
            kind: StructuredKind::Complex,
            qualified_name: "clinic.base.größe".to_owned(),
            base: Some("clinic.other".to_owned()),
            is_abstract: false,
            is_open: false,
            has_stream: false,
            key: vec![PropertyRef { name: "a/b".to_owned(), alias: Some("c".to_owned()) }],
            properties: vec![property],
            annotations: annotations.clone(),
            ..StructuredType::default()
        }],
        enumeration_types: vec![EnumerationType {
            qualified_name: "clinic.base.state".to_owned(),
            underlying_type: "Edm.SByte".to_owned(),
            is_flags: false,
            members: vec![member("least", i64::MIN), member("most", i64::MAX)],
            annotations: annotations.clone(),
        }],
        ..Schema::default()
    };
    Document {
        references: vec![Reference { uri: format!("https://a.example/{text}"), ..Reference::default() }],
        schemas: vec![schema, Schema { namespace: "clinic.empty".to_owned(), ..Schema::default() }],
        ..Document::default()
    }
}

#[test]
fn graph_document_is_read_unchanged_after_writing() {
    let Some(document) = crate::document_of_graph().map(shop::normalized) else { return };
    assert!(document.structured_types().count() > 2_500);
    assert!(Document::from_xml(&document.to_xml()).as_ref() == Ok(&document), "by XML");
    // CSDL JSON can't represent a function with the same name as a type in the same schema, such as `microsoft.graph.image`.
    let mut document = document;
    let types: Vec<_> = document.structured_types().map(|of| of.qualified_name.clone()).collect();
    for schema in &mut document.schemas {
        schema.functions.retain(|function| !types.contains(&function.signature.qualified_name));
    }
    // An action and a function can have the same name. In CSDL JSON, they are in the same array.
    let by_json = Document::from_json(&document.to_json()).map(shop::normalized);
    crate::round_trips::assert_same(&by_json.expect("CSDL JSON"), &document);
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic", abstract)]
struct Record {
    #[odata(key)]
    number: i64,
    #[odata(key, immutable)]
    ward: String,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic.wards")]
struct Patient {
    #[odata(base)]
    record: Record,
    #[odata(computed)]
    state: Option<State>,
    doses: Vec<Dose>,
    marks: Option<Vec<Option<String>>>,
    anything: Option<Untyped>,
    #[odata(navigation)]
    doctor: Option<Box<Patient>>,
    #[odata(navigation)]
    visitors: Option<Vec<AnyRecord>>,
}

#[derive(ODataEntity)]
enum AnyRecord {
    #[odata(base)]
    Record(Record),
    Visitor(Visitor),
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic.wards")]
struct Visitor {
    #[odata(base)]
    record: Record,
}

#[derive(ODataComplex)]
#[odata(namespace = "clinic")]
struct Dose {
    unit: Unit,
    parts: Option<Vec<Dose>>,
}

#[derive(ODataEnum)]
#[odata(namespace = "clinic")]
enum State {
    Here = -1,
    Gone = 7,
}

#[derive(ODataEnum)]
#[odata(namespace = "clinic")]
#[repr(i64)]
enum Unit {
    Milligram,
    Barrel = 0x1_0000_0000,
}

#[test]
fn model_is_written_as_xml_and_json() {
    let document = Document::of::<Option<Vec<Patient>>>();
    assert_round_trip(&document);
    assert_eq!(document.to_json(), include_str!("../data/clinic.csdl.json"));
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic", abstract)]
struct Item {
    #[odata(key, computed)]
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
struct Connection {
    #[odata(base, key = "optional")]
    item: Item,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
struct Named {
    #[odata(key = "required")]
    name: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
struct Numbered {
    #[odata(key)]
    number: Option<i64>,
}

#[test]
fn access_of_keys_is_annotated() {
    let document = Document::of_model([Connection::TYPE, Named::TYPE, Numbered::TYPE]);
    assert_round_trip(&document);
    let access = |annotations: &Annotations| {
        let all = annotations.others.iter().map(|one| {
            let Expression::Constant { text, .. } = &one.value else { panic!("a constant") };
            format!("{}={text}", one.term.trim_start_matches("Org.OData.Core.V1."))
        });
        (annotations.is_computed, all.collect::<Vec<_>>())
    };
    let own = |name: &str| access(&document.structured_type(name).expect("a type").properties[0].annotations);
    assert_eq!(own("clinic.item"), (true, vec![]));
    assert_eq!(own("clinic.named"), (false, vec![]));
    assert_eq!(own("clinic.numbered"), (false, vec!["ComputedDefaultValue=true".to_owned()]));
    // The key in the document isn't nullable, although the field is an `Option`.
    for name in ["clinic.item", "clinic.named", "clinic.numbered"] {
        let key = &document.structured_type(name).expect("a type").properties[0];
        assert!(!key.value_type.is_nullable, "{name}");
    }
    let connection = document.structured_type("clinic.connection").expect("a type");
    assert_eq!(
        access(&connection.inherited_annotations["id"]),
        (false, vec!["Computed=false".to_owned(), "ComputedDefaultValue=true".to_owned()])
    );
    // The generator uses the overridden access of the key that the document contains.
    let source = Generator::new(&document).source().expect("a model");
    assert!(source.contains("#[odata(base, key = \"optional\")]\n        pub item: Item,"), "{source}");
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
struct Order {
    #[odata(key)]
    id: Option<i32>,
    #[odata(navigation, contained)]
    lines: Option<Vec<OrderLine>>,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
struct OrderLine {
    #[odata(key, dependent)]
    order_id: Option<i32>,
    #[odata(key)]
    number: Option<i32>,
    #[odata(navigation)]
    order: Option<Box<Order>>,
    // Another navigation property to an entity, which isn't the parent.
    #[odata(navigation)]
    replaces: Option<Box<Connection>>,
    #[odata(navigation)]
    notes: Option<Vec<Note>>,
}

/// The parent has several key properties, and isn't contained.
#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
struct Note {
    #[odata(key, dependent)]
    order_id: Option<i32>,
    #[odata(key, dependent)]
    line: Option<i32>,
    #[odata(navigation)]
    line_of: Option<Box<OrderLine>>,
}

#[test]
fn dependent_key_property_has_referential_constraint() {
    let document = Document::of::<Order>();
    assert_round_trip(&document);
    let constraints = |name: &str| {
        let properties = &document.structured_type(name).expect("a type").properties;
        let of_property = |property: &Property| {
            let constraints = property.referential_constraints.iter();
            let name = property.name.clone();
            constraints.map(|(own, other)| format!("{name}: {own} = {other}")).collect::<Vec<_>>()
        };
        properties.iter().flat_map(of_property).collect::<Vec<_>>()
    };
    assert_eq!(constraints("clinic.orderLine"), ["order: orderId = id"]);
    // `line` has no counterpart with the same name.
    assert_eq!(constraints("clinic.note"), ["lineOf: orderId = orderId"]);
    assert_eq!(constraints("clinic.order"), Vec::<String>::new());
}

#[test]
fn referenced_types_are_included_once() {
    let case = Document::of::<EdiscoveryCase>();
    for name in ["ediscoveryCase", "case", "ediscoveryHoldOperation", "ediscoveryReviewTag"] {
        assert!(case.structured_type(&format!("microsoft.graph.security.{name}")).is_some(), "{name}");
    }
    let namespaces: Vec<_> = case.schemas.iter().map(|schema| &*schema.namespace).collect();
    assert_eq!(namespaces, ["microsoft.graph", "microsoft.graph.security"]);
    let twice = Document::of_model([EdiscoveryCase::TYPE, AnyCaseOperation::TYPE, EdiscoveryCase::TYPE]);
    assert_eq!(twice, case);
    for schema in &case.schemas {
        assert!(schema.structured_types.is_sorted_by(|one, next| one.qualified_name < next.qualified_name));
        assert!(schema.enumeration_types.is_sorted_by(|one, next| one.qualified_name < next.qualified_name));
    }
    assert_eq!(Document::of::<Vec<String>>(), Document::default());
}

mod namesake {
    use odata_core::ODataComplex;

    #[derive(ODataComplex)]
    #[odata(namespace = "clinic")]
    pub(super) struct Dose {
        pub(super) amount: Option<f64>,
    }
}

#[test]
fn first_of_two_types_with_same_name_is_used() {
    let properties = |types| {
        let document = Document::of_model(types);
        let dose = document.structured_type("clinic.dose").expect("it is reached");
        dose.properties.iter().map(|property| property.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(properties([Dose::TYPE, namesake::Dose::TYPE]), ["unit", "parts"]);
    assert_eq!(properties([namesake::Dose::TYPE, Dose::TYPE]), ["amount"]);
}

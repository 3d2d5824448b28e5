//! Documents are equal after they are written and read again as CSDL XML and as CSDL JSON.

use std::path::Path;

use odata_build::Document;
use odata_build::document::{
    Annotation, Annotations, Expression, PropertyValue, Schema, StructuredKind, StructuredType,
};
use proptest::prelude::*;

use crate::shop;

#[track_caller]
fn assert_round_trip(document: &Document) {
    let json = document.to_json();
    let by_json = Document::from_json(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    assert_same(&by_json, document);
    let xml = by_json.to_xml();
    let by_xml = Document::from_xml(&xml).unwrap_or_else(|error| panic!("{error}\n{xml}"));
    assert_same(&by_xml, document);
    assert_eq!(document.to_xml(), xml);
}

/// If the documents differ, panics with the first lines that differ, because whole documents are too long for a message.
#[track_caller]
pub(crate) fn assert_same(read: &Document, expected: &Document) {
    if read == expected {
        return;
    }
    let (read, expected) = (format!("{read:#?}"), format!("{expected:#?}"));
    let lines: Vec<_> = read.lines().zip(expected.lines()).collect();
    let first = lines.iter().position(|(left, right)| left != right).unwrap_or(lines.len());
    panic!("{:#?}", &lines[first.saturating_sub(8)..lines.len().min(first + 8)]);
}

fn document_with(annotation: &str) -> Document {
    let xml = format!(
        r#"<Edmx><Reference Uri="core.xml"><Include Namespace="Org.OData.Core.V1" Alias="Core"/></Reference>
           <DataServices><Schema Namespace="clinic" Alias="self"><ComplexType Name="dose">{annotation}</ComplexType>
           </Schema></DataServices></Edmx>"#
    );
    Document::from_xml(&xml).expect("CSDL")
}

#[test]
fn expressions_are_preserved() {
    for annotation in [
        r#"<Annotation Term="Core.Description" Qualifier="short" String=" a "/>"#,
        r#"<Annotation Term="Core.Description" String="a"><Annotation Term="Core.IsLanguageDependent"/></Annotation>"#,
        r#"<Annotation Term="Core.Computed" Bool="false"/>"#,
        r#"<Annotation Term="self.since" Date="2026-11-25"/>"#,
        r#"<Annotation Term="self.a" Decimal="5"/><Annotation Term="self.b" Decimal="5.50"/><Annotation Term="self.c" Float="INF"/>
           <Annotation Term="self.d" Float="1e5"/><Annotation Term="self.e" Int="-42"/><Annotation Term="self.f" Int="+42"/>"#,
        r#"<Annotation Term="self.a" EnumMember="open self.state/closed"/>"#,
        r#"<Annotation Term="self.a" EnumMember="self.state/open self.state/closed"/>"#,
        r#"<Annotation Term="self.a" Path="b/@Core.Description"/><Annotation Term="self.b" AnnotationPath="b/@self.c"/>"#,
        r#"<Annotation Term="self.a" UrlRef="https://a.example"/><Annotation Term="self.b"><Null/></Annotation>"#,
        r#"<Annotation Term="self.a"><Collection><PropertyPath>b/c</PropertyPath><PropertyPath>d</PropertyPath></Collection></Annotation>"#,
        r#"<Annotation Term="self.a"><Collection><String> x
             y</String><Int>1</Int><Date>2026-11-25</Date><Path>b</Path><Null/></Collection></Annotation>"#,
        r#"<Annotation Term="self.a"><Record Type="self.restrictions"><PropertyValue Property="Readable" Bool="false"/>
             <PropertyValue Property="Paths"><Collection/></PropertyValue><PropertyValue Property="Kind" EnumMember="self.kind/a">
             <Annotation Term="Core.Description" String="of a property"/></PropertyValue>
             <Annotation Term="Core.Description" String="of a record"/></Record></Annotation>"#,
        r#"<Annotation Term="self.a"><If><And><Not><Path>b</Path></Not><Gt><Path>c</Path><Int>1</Int></Gt></And>
             <Apply Function="odata.concat"><String>a</String><Date>2026-11-25</Date></Apply>
             <Cast Type="Collection(Edm.String)" MaxLength="5"><Path>b</Path></Cast></If></Annotation>"#,
        r#"<Annotation Term="self.a"><LabeledElement Name="label" Path="b"/></Annotation>
           <Annotation Term="self.b"><LabeledElementReference>self.label</LabeledElementReference></Annotation>"#,
        r#"<Annotation Term="Core.Revisions"><Collection><Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Deprecated"/>
             <PropertyValue Property="Date" Date="2026-11-25"/></Record></Collection></Annotation>"#,
    ] {
        let document = document_with(annotation);
        let annotations = &document.structured_types().next().expect("a type").annotations;
        assert_eq!(
            annotations.others.len(),
            annotation.matches(" Term=\"self.").count().max(1),
            "{annotation}"
        );
        assert_round_trip(&document);
    }
}

#[test]
fn annotations_in_fields_are_written_once() {
    let document = document_with(
        r#"<Annotation Term="Core.Description" String="a"><Annotation Term="self.b"/></Annotation>"#,
    );
    assert_eq!(
        document.structured_types().next().expect("a type").annotations.description.as_deref(),
        Some("a")
    );
    assert_eq!(document.to_xml().matches("Core.V1.Description").count(), 1);
    assert_eq!(document.to_json().matches("Core.V1.Description\"").count(), 1);
}

#[test]
fn facets_and_relations_are_preserved() {
    let xml = r#"<Edmx><DataServices><Schema Namespace="clinic">
        <TypeDefinition Name="code" UnderlyingType="Edm.String" MaxLength="5" Unicode="false"/>
        <ComplexType Name="dose">
          <Property Name="name" Type="Edm.String" MaxLength="max" DefaultValue="5"/>
          <Property Name="amount" Type="Edm.Decimal" Precision="10" Scale="2" DefaultValue="0.50"/>
          <Property Name="factor" Type="Edm.Decimal" Scale="variable"/>
          <Property Name="whole" Type="Edm.Decimal" Scale="0"/>
          <Property Name="share" Type="Edm.Decimal" Scale="floating"/>
          <Property Name="given" Type="Edm.DateTimeOffset" Precision="3"/>
          <Property Name="place" Type="Edm.GeographyPoint" SRID="variable"/>
          <Property Name="is_new" Type="Edm.Boolean" DefaultValue="false"/>
          <NavigationProperty Name="ward" Type="clinic.ward" Partner="doses">
            <ReferentialConstraint Property="floor" ReferencedProperty="level"/>
            <ReferentialConstraint Property="wing" ReferencedProperty="wing"/><OnDelete Action="Cascade"/></NavigationProperty>
        </ComplexType></Schema></DataServices></Edmx>"#;
    let document = Document::from_xml(xml).expect("CSDL");
    let dose = document.structured_type("clinic.dose").expect("a type");
    let scales: Vec<_> = dose.properties.iter().map(|property| property.facets.scale.as_deref()).collect();
    assert_eq!(scales[1..5], [Some("2"), Some("variable"), None, Some("floating")]);
    assert_eq!(dose.properties[1].facets.default_value.as_deref(), Some("0.50"));
    assert_eq!(dose.properties[8].partner.as_deref(), Some("doses"));
    assert_eq!(dose.properties[8].referential_constraints["floor"], "level");
    assert_eq!(dose.properties[8].on_delete.as_deref(), Some("Cascade"));
    assert_eq!(
        document.type_definition("clinic.code").expect("a type").facets.max_length.as_deref(),
        Some("5")
    );
    let json = document.to_json();
    for member in [
        r#""$Scale": 2"#,
        r#""$Scale": 0"#,
        r#""$Scale": "floating""#,
        r#""$DefaultValue": "5""#,
        r#""$DefaultValue": 0.50"#,
        r#""$DefaultValue": false"#,
        r#""$OnDelete": "Cascade""#,
    ] {
        assert!(json.contains(member), "{json}");
    }
    assert_round_trip(&document);
}

// C7
#[test]
fn json_references_to_same_document_are_merged() {
    let reference = |uri: &str, include: &str| format!(r#"<Reference Uri="{uri}">{include}</Reference>"#);
    let xml = format!(
        "<Edmx>{}{}{}{}<DataServices/></Edmx>",
        reference("a.xml", r#"<Include Namespace="a" Alias="A"/><Include Namespace="a" Alias="A"/>"#),
        reference("a.xml", r#"<Include Namespace="a.b"/>"#),
        reference("b.xml", ""),
        reference("a.xml", r#"<Include Namespace="a.b"/>"#),
    );
    let json = Document::from_xml(&xml).expect("CSDL").to_json();
    let document = Document::from_json(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    let references: Vec<_> = document
        .references
        .iter()
        .map(|of| (&*of.uri, of.namespaces().collect::<Vec<_>>().join(" ")))
        .collect();
    assert_eq!(references, [("a.xml", "a a.b".to_owned()), ("b.xml", String::new())]);
    assert_eq!(document.references[0].includes[0].alias.as_deref(), Some("A"));
    assert_round_trip(&document);
}

// C7
#[test]
fn names_that_clash_in_json_are_written_once() {
    let schema = |name: &str| Schema {
        namespace: "clinic".to_owned(),
        structured_types: vec![StructuredType {
            qualified_name: format!("clinic.{name}"),
            ..StructuredType::default()
        }],
        ..Schema::default()
    };
    let document = Document { schemas: vec![schema("dose"), schema("ward")], ..Document::default() };
    let json = document.to_json();
    let read = Document::from_json(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    assert!(read.structured_type("clinic.dose").is_some() && read.structured_type("clinic.ward").is_some());
    let read = Document::from_xml(&document.to_xml()).expect("CSDL");
    assert!(read.structured_type("clinic.dose").is_some() && read.structured_type("clinic.ward").is_some());
}

#[test]
fn real_documents_are_preserved() {
    let Some(folder) = std::env::var_os("ODATA_TEST_DATA") else { return };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder).join("metadata");
    let entries = std::fs::read_dir(folder).expect("a folder");
    for entry in entries {
        let path = entry.expect("an entry").path();
        match Document::read_file(&path) {
            Ok(document) => assert_round_trip(&shop::normalized(document)),
            Err(error) => eprintln!("{error}"),
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    "[ -~\t\n\r\u{a0}-\u{ff}\u{2028}\u{1f600}]{0,8}"
}

fn name() -> impl Strategy<Value = String> {
    "[A-Za-z_][A-Za-z0-9_]{0,5}"
}

fn constant() -> impl Strategy<Value = Expression> {
    prop_oneof![
        text().prop_map(|text| Expression::constant("Edm.String", text)),
        any::<bool>().prop_map(|value| Expression::constant("Edm.Boolean", value.to_string())),
        any::<i64>().prop_map(|value| Expression::constant("Edm.Int64", value.to_string())),
        any::<f64>().prop_map(|value| Expression::constant("Edm.Double", value.to_string())),
        "-?[0-9]{1,4}(\\.[0-9]{1,4})?".prop_map(|value| Expression::constant("Edm.Decimal", value)),
        ("Edm\\.(Date|Guid|Binary|Duration|TimeOfDay|PropertyPath|AnnotationPath|Int16|Byte)", name())
            .prop_map(|(type_name, text)| Expression::constant(type_name, text)),
        (name(), "[a-z]{1,3}(,[a-z]{1,3}){0,2}")
            .prop_map(|(type_name, text)| Expression::constant(format!("clinic.{type_name}"), text)),
        name().prop_map(Expression::Path),
        Just(Expression::Null),
    ]
}

fn annotations(value: impl Strategy<Value = Expression>) -> impl Strategy<Value = Vec<Annotation>> {
    let annotation = (name(), prop::option::of(name()), value).prop_map(|(term, qualifier, value)| {
        Annotation { term: format!("clinic.{term}"), qualifier, value, annotations: Vec::new() }
    });
    prop::collection::btree_map(name(), annotation, 0..3).prop_map(|all| {
        let all = all.into_iter().map(|(name, of)| Annotation { term: format!("clinic.{name}"), ..of });
        all.collect()
    })
}

fn expression() -> impl Strategy<Value = Expression> {
    constant().prop_recursive(3, 20, 4, |inner| {
        let operands = || prop::collection::vec(inner.clone(), 0..4);
        let property = (inner.clone(), annotations(inner.clone()));
        let record = (
            prop::option::of(name()),
            prop::collection::btree_map(name(), property, 0..4),
            annotations(inner.clone()),
        );
        prop_oneof![
            operands().prop_map(Expression::Collection),
            record.prop_map(|(type_name, properties, annotations)| Expression::Record {
                type_name: type_name.map(|name| format!("clinic.{name}")),
                properties: properties
                    .into_iter()
                    .map(|(name, (value, annotations))| PropertyValue { name, value, annotations })
                    .collect(),
                annotations,
            }),
            ("(And|Eq|If|Add)", operands()).prop_map(|(name, operands)| Expression::Operation {
                name,
                attributes: Vec::new(),
                operands,
                annotations: Vec::new(),
            }),
            (name(), operands()).prop_map(|(function, operands)| Expression::Operation {
                name: "Apply".to_owned(),
                attributes: vec![("Function".to_owned(), format!("odata.{function}"))],
                operands,
                annotations: Vec::new(),
            }),
            ("(Not|UrlRef)", inner.clone()).prop_map(|(name, operand)| Expression::Operation {
                name,
                attributes: Vec::new(),
                operands: vec![operand],
                annotations: Vec::new(),
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_annotations_are_preserved(others in annotations(expression()), description in prop::option::of(text())) {
        let annotations = Annotations { description, others, ..Annotations::default() };
        let structured = StructuredType {
            kind: StructuredKind::Complex,
            qualified_name: "clinic.dose".to_owned(),
            annotations,
            ..StructuredType::default()
        };
        let schema = Schema { namespace: "clinic".to_owned(), structured_types: vec![structured], ..Schema::default() };
        assert_round_trip(&Document { schemas: vec![schema], ..Document::default() });
    }
}

#[test]
fn name_with_dots_is_preserved() {
    let document = Document::from_xml(
        r#"<Edmx><DataServices><Schema Namespace="n"><ComplexType Name="a.b" /><EnumType Name="a.$c" />
           <Action Name="d.e" /><Term Name="f.g" Type="Edm.String" /></Schema></DataServices></Edmx>"#,
    )
    .expect("CSDL");
    for name in ["\"a.b\"", "\"a.$c\"", "\"d.e\"", "\"f.g\""] {
        assert!(document.to_xml().contains(name) && document.to_json().contains(name), "{name}");
    }
    assert_round_trip(&document);
}

//! The options of the generator.

use odata_build::{Document, Generator};

fn document(types: &str) -> Document {
    let schema =
        format!(r#"<Edmx><DataServices><Schema Namespace="clinic">{types}</Schema></DataServices></Edmx>"#);
    Document::read(&schema).expect("CSDL")
}

/// Returns the lines of the source, without indents.
#[track_caller]
fn lines(generator: &Generator<'_>) -> Vec<String> {
    let source = generator.source().expect("a model");
    syn::parse_file(&source).expect("Rust");
    source.lines().map(|line| line.trim().to_owned()).collect()
}

#[track_caller]
fn assert_lines(generator: &Generator<'_>, expected: &[&str]) {
    let lines = lines(generator);
    for line in expected {
        assert!(lines.iter().any(|other| other == line), "{line} is not in\n{}", lines.join("\n"));
    }
}

const JSON: &str = r#"
    <ComplexType Name="Json" />
    <ComplexType Name="range">
      <Property Name="values" Type="clinic.Json" /><Property Name="rows" Type="Collection(clinic.Json)" Nullable="false" />
      <Property Name="changed" Type="Edm.DateTimeOffset" /><Property Name="length" Type="clinic.length" />
    </ComplexType>
    <EntityType Name="entry"><Key><PropertyRef Name="at" /></Key><Property Name="at" Type="Edm.DateTimeOffset" /></EntityType>
    <TypeDefinition Name="length" UnderlyingType="Edm.Decimal" />"#;

// B6
#[test]
fn type_is_mapped_to_a_rust_type() {
    let document = document(JSON);
    let generator = Generator::new(&document)
        .map_type("clinic.Json", "Untyped")
        .map_type("Edm.DateTimeOffset", "DateTime<FixedOffset>")
        .map_type("Edm.Decimal", "::my_crate::Money<crate::Unit>");
    assert_lines(
        &generator,
        &[
            "use chrono::{DateTime, FixedOffset};",
            "pub values: Option<Untyped>,",
            "pub rows: Option<Vec<Untyped>>,",
            "pub changed: Option<DateTime<FixedOffset>>,",
            "pub length: Option<::my_crate::Money<crate::Unit>>,",
            "#[odata(key)]",
            "pub at: Option<DateTime<FixedOffset>>,",
        ],
    );
    assert!(!lines(&generator).iter().any(|line| line.contains("struct Json")));
    let by_definition = Generator::new(&document).map_type("clinic.length", "f64");
    assert_lines(&by_definition, &["pub length: Option<f64>,"]);
}

// B6
#[test]
fn mapped_type_is_generated_as_a_base_type() {
    let document = document(
        r#"<ComplexType Name="Json" /><ComplexType Name="a" BaseType="clinic.Json"><Property Name="p" Type="clinic.Json" /></ComplexType>"#,
    );
    let generator = Generator::new(&document).map_type("clinic.Json", "Untyped");
    assert_lines(&generator, &["pub struct Json {", "pub json: Json,", "pub p: Option<Untyped>,"]);
}

#[test]
fn type_map_that_can_not_be_used_is_an_error() {
    let document = document(JSON);
    for (name, rust, expected) in [
        (
            "clinic.Jsn",
            "Untyped",
            "no type matches `clinic.Jsn`: names are qualified, as in `microsoft.graph.user`, and letter case counts",
        ),
        (
            "clinic.Json",
            "Vec<Value>",
            "`Vec<Value>` can't be used: `Value` needs its full path, such as `crate::Value` or `::some_crate::Value`",
        ),
        ("clinic.Json", "Vec<", "`Vec<` can't be used: it isn't a Rust type"),
    ] {
        let error = Generator::new(&document).map_type(name, rust).source().expect_err("no model");
        assert_eq!(error.to_string(), expected);
    }
}

const COLLECTIONS: &str = r#"
    <ComplexType Name="a">
      <Property Name="open" Type="Collection(Edm.String)" />
      <Property Name="yes" Type="Collection(Edm.String)" Nullable="true" />
      <Property Name="no" Type="Collection(Edm.String)" Nullable="false" />
    </ComplexType>
    <ComplexType Name="b"><Property Name="open" Type="Collection(clinic.a)" /></ComplexType>
    <Action Name="do"><Parameter Name="sent" Type="Collection(Edm.String)" /></Action>"#;

// B5
#[test]
fn elements_of_a_collection_without_a_nullable_facet_may_be_null() {
    let document = document(COLLECTIONS);
    assert_lines(
        &Generator::new(&document).actions(),
        &[
            "pub open: Option<Vec<Option<String>>>,",
            "pub yes: Option<Vec<Option<String>>>,",
            "pub no: Option<Vec<String>>,",
            "pub open: Option<Vec<Option<A>>>,",
            "pub sent: Option<Vec<String>>,",
        ],
    );
    for converted in [document.to_xml(), document.to_json()] {
        assert_eq!(Document::read(&converted).as_ref(), Ok(&document), "{converted}");
    }
}

// B5
#[test]
fn elements_of_a_collection_are_non_null_if_that_is_known() {
    let document = document(COLLECTIONS);
    let nullable = "pub open: Option<Vec<Option<String>>>,";
    for (pattern, expected) in [
        ("clinic.*", ["pub open: Option<Vec<String>>,", "pub open: Option<Vec<A>>,"]),
        ("clinic.a/open", ["pub open: Option<Vec<String>>,", "pub open: Option<Vec<Option<A>>>,"]),
        ("clinic.b", [nullable, "pub open: Option<Vec<A>>,"]),
    ] {
        let generator = Generator::new(&document).non_null_elements(pattern);
        assert_lines(&generator, &expected);
        assert_lines(&generator, &["pub yes: Option<Vec<Option<String>>>,"]);
    }
}

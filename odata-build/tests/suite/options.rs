//! The options of the generator.

use odata_build::{Document, Generator};

fn document(types: &str) -> Document {
    let schema =
        format!(r#"<Edmx><DataServices><Schema Namespace="clinic">{types}</Schema></DataServices></Edmx>"#);
    Document::read(&schema).expect("CSDL")
}

/// Returns the lines of the generated source without indentation.
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
fn mapped_type_is_replaced_by_rust_type() {
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
fn mapped_base_type_is_generated() {
    let document = document(
        r#"<ComplexType Name="Json" /><ComplexType Name="a" BaseType="clinic.Json"><Property Name="p" Type="clinic.Json" /></ComplexType>"#,
    );
    let generator = Generator::new(&document).map_type("clinic.Json", "Untyped");
    assert_lines(&generator, &["pub struct Json {", "pub json: Json,", "pub p: Option<Untyped>,"]);
}

#[test]
fn invalid_type_map_is_rejected() {
    let document = document(JSON);
    for (name, rust, expected) in [
        (
            "clinic.Jsn",
            "Untyped",
            "no type matches `clinic.Jsn`: use a qualified name such as `microsoft.graph.user`; names are case-sensitive",
        ),
        (
            "clinic.Json",
            "Vec<Value>",
            "`Vec<Value>` can't be used: `Value` needs its full path, such as `crate::Value` or `::some_crate::Value`",
        ),
        (
            "clinic.Json",
            "Vec<",
            "`Vec<` can't be used: the value must be a Rust type, such as `DateTime<FixedOffset>` or `crate::Json`",
        ),
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
    <Action Name="do"><Parameter Name="sent" Type="Collection(Edm.String)" /></Action>
    <EntityContainer Name="c"><ActionImport Name="do" Action="clinic.do" /></EntityContainer>"#;

// B5
#[test]
fn collection_without_nullable_facet_has_nullable_elements() {
    let document = document(COLLECTIONS);
    assert_lines(
        &Generator::new(&document).operations(),
        &[
            "pub open: Option<Vec<Option<String>>>,",
            "pub yes: Option<Vec<Option<String>>>,",
            "pub no: Option<Vec<String>>,",
            "pub open: Option<Vec<Option<A>>>,",
            "pub sent: Vec<String>,",
        ],
    );
    for converted in [document.to_xml(), document.to_json()] {
        assert_eq!(Document::read(&converted).as_ref(), Ok(&document), "{converted}");
    }
}

// B5
#[test]
fn non_null_elements_option_removes_inner_option() {
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

const WARD: &str = r#"
    <EntityType Name="ward"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.Int32" />
      <Property Name="state" Type="clinic.state" /><Property Name="beds" Type="Collection(clinic.bed)" Nullable="false" />
      <NavigationProperty Name="nurse" Type="clinic.nurse" /></EntityType>
    <EntityType Name="openWard" BaseType="clinic.ward" />
    <EntityType Name="nurse" />
    <ComplexType Name="bed" />
    <EnumType Name="state"><Member Name="open" /></EnumType>
    <EnumType Name="rights" IsFlags="true"><Member Name="read" Value="1" /></EnumType>"#;

#[test]
fn excluded_type_is_untyped_in_properties() {
    let document = document(WARD);
    let generator = Generator::new(&document).follow_navigation().exclude("clinic.[^x]").exclude("clinic.b*");
    assert!(generator.source().is_err(), "the first pattern matches no type");
    let generator = ["clinic.b*", "clinic.nurse", "clinic.state"]
        .into_iter()
        .fold(Generator::new(&document), Generator::exclude);
    let generator = generator.follow_navigation();
    assert_lines(&generator, &["pub state: Option<Untyped>,", "pub beds: Option<Vec<Untyped>>,"]);
    let names: Vec<String> = generator.paths().expect("a model").into_keys().collect();
    assert_eq!(names, ["clinic.openWard", "clinic.rights", "clinic.ward"]);
    assert!(!lines(&generator).iter().any(|line| line.contains("nurse")));
    // Derived types need their base type.
    let generator = Generator::new(&document).exclude("clinic.ward");
    assert_lines(&generator, &["pub ward: Ward,"]);
}

#[test]
fn types_and_modules_are_renamed() {
    let document = document(WARD);
    let generator = Generator::new(&document)
        .follow_navigation()
        .rename("clinic.ward", "Room")
        .rename("clinic.bed", "Nurse")
        .module("clinic", "hospital::v1");
    assert_lines(
        &generator,
        &[
            "pub mod hospital {",
            "pub mod v1 {",
            r#"#[odata(namespace = "clinic", name = "ward")]"#,
            "pub struct Room {",
            "pub room: Room,",
            "pub enum AnyRoom {",
            r#"#[odata(namespace = "clinic", name = "bed")]"#,
            "pub struct Nurse {",
            "pub struct NurseType {",
            "pub nurse: Option<Box<NurseType>>,",
        ],
    );
    assert_eq!(generator.paths().expect("a model")["clinic.ward"], "hospital::v1::AnyRoom");
}

#[test]
fn derives_are_added_and_omitted() {
    let document = document(WARD);
    let generator = Generator::new(&document)
        .derive("clinic.s*", "Hash")
        .derive("clinic.state", "Eq")
        .derive("clinic.ward", "::serde::Extra")
        .omit_derive("clinic.bed", "Default")
        .omit_derive("clinic.rights", "Clone")
        .omit_derive("clinic.rights", "PartialEq")
        .non_exhaustive();
    assert_lines(
        &generator,
        &[
            "#[derive(Debug, Clone, PartialEq, Eq, ODataEnum, Hash)]",
            "#[derive(Debug, Clone, Default, PartialEq, ODataEntity, ::serde::Extra)]",
            "#[derive(Debug, Clone, PartialEq, ODataEntity, ::serde::Extra)]",
            "#[derive(Debug, Clone, PartialEq, ODataComplex)]",
            "#[derive(Debug, ODataEnum)]",
        ],
    );
    let lines = lines(&generator);
    let count = |text: &str| lines.iter().filter(|line| line.starts_with(text)).count();
    assert_eq!(count("#[non_exhaustive]"), count("pub struct") + count("pub enum"));
}

/// `Default` and `Copy` can't be derived for polymorphic enums and for enums with a variant for unknown members.
#[test]
fn derives_of_structs_are_omitted_from_enums() {
    let document = document(WARD);
    let generator = Generator::new(&document)
        .omit_derive("*", "Default")
        .derive("clinic.ward", "Default")
        .derive("*", "Default")
        .derive("*", "Copy");
    let lines = lines(&generator);
    let derives_of = |item: &str| {
        let position = lines.iter().position(|line| line.starts_with(item)).expect("the item");
        let derives = lines[..position].iter().rev().find(|line| line.starts_with("#[derive"));
        derives.expect("derives").trim_start_matches("#[derive(").trim_end_matches(")]").to_owned()
    };
    assert_eq!(derives_of("pub struct Ward "), "Debug, Clone, PartialEq, ODataEntity, Default, Copy");
    assert_eq!(derives_of("pub enum AnyWard "), "Debug, Clone, PartialEq, ODataEntity");
    assert_eq!(derives_of("pub enum State "), "Debug, Clone, PartialEq, Eq, ODataEnum");
    assert_eq!(derives_of("pub enum Rights "), "Debug, Clone, Copy, PartialEq, Eq, ODataEnum");
}

#[test]
fn default_of_enumeration_is_rejected() {
    let document = document(WARD);
    let error = Generator::new(&document).derive("clinic.state", "Default").source().expect_err("no model");
    assert_eq!(
        error.to_string(),
        "`clinic.state=Default` can't be used: enums can't derive `Default`; use a pattern that matches an entity or complex type"
    );
}

#[test]
fn invalid_option_is_rejected() {
    let document = Document::read(
        r#"<Edmx><DataServices><Schema Namespace="a.x"><ComplexType Name="b" /><ComplexType Name="c" /></Schema>
             <Schema Namespace="a.y"><ComplexType Name="b" /></Schema></DataServices></Edmx>"#,
    );
    let document = document.expect("CSDL");
    let unknown = "no type matches `a.x.d`: use a qualified name such as `microsoft.graph.user`; names are case-sensitive";
    let new = || Generator::new(&document);
    for (generator, expected) in [
        (new().exclude("a.x.d"), unknown),
        (new().rename("a.x.d", "D"), unknown),
        (new().derive("a.x.d", "Hash"), unknown),
        (
            new().rename("a.x.b", "b"),
            "`b` can't be used: a type name must be an identifier that starts with an uppercase letter",
        ),
        (
            new().rename("a.x.b", "Vec"),
            "`Vec` can't be used: the generated source already uses this name; use a different name",
        ),
        (
            new().rename("a.x.b", "D").rename("a.x.c", "D"),
            "`D` can't be used: two types in a module can't have the same name",
        ),
        (
            new().module("a.x", "A"),
            "`A` can't be used: a module path must consist of `snake_case` identifiers that are separated by `::`",
        ),
        (new().module("a.z", "z"), "`a.z` can't be used: the document has no schema with this namespace"),
        (
            new().module("a.x", "z").module("a.y", "z"),
            "`z` can't be used: the namespaces `a.x` and `a.y` can't have the same module",
        ),
        (
            new().derive("*", "Serialize"),
            "`Serialize` can't be used: this derive needs its full path, such as `::some_crate::Serialize`",
        ),
        (
            new().omit_derive("*", "Serialize"),
            "`Serialize` can't be used: only these derives can be omitted: Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd",
        ),
    ] {
        assert_eq!(generator.source().expect_err("no model").to_string(), expected);
    }
}

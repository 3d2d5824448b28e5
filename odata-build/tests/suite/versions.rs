//! Versions of types, long inheritance chains, and many types that refer to each other.

use std::fmt::Write;

use odata_build::{Check, Document, Generator, Warning};

/// Creates a document that resembles a Redfish schema: `devices` resources that refer to each other, each in `versions` versions.
pub(crate) fn redfish(devices: usize, versions: usize) -> Document {
    let mut schemas = String::from(
        r#"<Schema Namespace="Resource">
             <EntityType Name="Resource" Abstract="true"><Key><PropertyRef Name="Id" /></Key><Property Name="Id" Type="Edm.String" /></EntityType>
             <ComplexType Name="Links" Abstract="true" /></Schema>"#,
    );
    for device in 0..devices {
        let (name, next) = (format!("Device{device}"), format!("Device{}", (device + 1) % devices));
        let _ = write!(
            schemas,
            r#"<Schema Namespace="{name}"><EntityType Name="{name}" BaseType="Resource.Resource" Abstract="true" /></Schema>"#
        );
        for version in 0..versions {
            let namespace = format!("{name}.v1_{version}_0");
            let bases = match version.checked_sub(1) {
                Some(previous) => [&*name, "Links"].map(|of| format!("{name}.v1_{previous}_0.{of}")),
                None => [format!("{name}.{name}"), "Resource.Links".to_owned()],
            };
            let links = format!(r#"<Property Name="Links" Type="{namespace}.Links" />"#);
            let _ = write!(
                schemas,
                r#"<Schema Namespace="{namespace}">
                     <EntityType Name="{name}" BaseType="{}"><Property Name="Size{version}" Type="Edm.Int64" />{}</EntityType>
                     <ComplexType Name="Links" BaseType="{}"><NavigationProperty Name="Next{version}" Type="Collection({next}.{next})" /></ComplexType>
                   </Schema>"#,
                bases[0],
                if version == 0 { &*links } else { "" },
                bases[1],
            );
        }
    }
    Document::read(&format!("<Edmx><DataServices>{schemas}</DataServices></Edmx>")).expect("CSDL")
}

/// Returns the lines of an item without indentation.
#[track_caller]
fn item(source: &str, first_line: &str) -> Vec<String> {
    syn::parse_file(source).expect("Rust");
    let mut lines = source.lines().map(str::trim).skip_while(|line| *line != first_line);
    let item: Vec<_> = lines.by_ref().take_while(|line| *line != "}").map(str::to_owned).collect();
    assert!(!item.is_empty(), "{first_line} is not in\n{source}");
    item
}

// C4
#[test]
fn versions_are_variants_of_one_enum() {
    let document = redfish(3, 12);
    let source = Generator::new(&document).source().expect("a model");
    let any = item(&source, "pub enum AnyDevice1 {");
    assert_eq!(any.len(), 2 + 1 + 12);
    assert_eq!(
        any[1..5],
        [
            "#[odata(base)]",
            "Device1(Box<Device1>),",
            "V1_0_0(Box<v1_0_0::Device1>),",
            "V1_1_0(Box<v1_1_0::Device1>),",
        ]
    );
    assert_eq!(any[13], "V1_10_0(Box<v1_10_0::Device1>),");
    // Only the type that a property refers to has an enum. The other versions have none.
    assert_eq!(source.matches("pub enum AnyLinks {").count(), 1 + 3);
    assert_eq!(source.matches("pub enum AnyDevice").count(), 3);
    assert_eq!(
        item(&source, "pub enum AnyLinks {")[1..4],
        ["#[odata(base)]", "V1_0_0(Box<Links>),", "V1_1_0(Box<super::v1_1_0::Links>),"],
    );
}

#[test]
fn variants_of_types_with_one_name_are_named_after_their_namespaces() {
    let document = redfish(2, 1);
    let source = Generator::new(&document).accessors().source().expect("a model");
    let resource = &source[source.find("pub mod resource").expect("a module")..];
    assert_eq!(
        item(resource, "pub enum AnyLinks {")[1..],
        [
            "#[odata(base)]",
            "Links(Box<Links>),",
            "Device0Links(Box<super::device0::v1_0_0::Links>),",
            "Device1Links(Box<super::device1::v1_0_0::Links>),",
        ],
    );
}

// C4
#[test]
fn versions_are_merged_into_one_struct() {
    let document = redfish(2, 3);
    let generator = Generator::new(&document).merge_versions();
    let source = generator.source().expect("a model");
    assert_eq!(
        item(&source, "pub struct Device0 {")[1..],
        [
            "#[odata(base)]",
            "pub resource: super::resource::Resource,",
            "pub size0: Option<i64>,",
            "pub links: Option<v1_0_0::Links>,",
            "pub size1: Option<i64>,",
            "pub size2: Option<i64>,",
        ],
    );
    assert_eq!(source.matches(", any_version)]").count(), 2 + 2);
    assert_eq!(source.matches("pub enum").count(), 2, "of `Resource.Resource` and `Resource.Links`");
    let paths: Vec<String> = generator.paths().expect("a model").into_keys().collect();
    assert_eq!(
        paths,
        [
            "Device0.Device0",
            "Device0.v1_0_0.Links",
            "Device1.Device1",
            "Device1.v1_0_0.Links",
            "Resource.Links",
            "Resource.Resource",
        ],
    );
}

#[test]
fn conflicting_versions_are_untyped() {
    let document = Document::read(
        r#"<Edmx><DataServices>
             <Schema Namespace="n"><ComplexType Name="a" /><ComplexType Name="c" BaseType="n.v1.a"><Property Name="q" Type="Edm.Int32" /></ComplexType></Schema>
             <Schema Namespace="n.v1"><ComplexType Name="a" BaseType="n.a"><Property Name="p" Type="Edm.Int32" /></ComplexType></Schema>
             <Schema Namespace="n.v2"><ComplexType Name="a" BaseType="n.a"><Property Name="p" Type="Edm.String" /><Property Name="q" Type="Edm.Int32" /></ComplexType></Schema>
             <Schema Namespace="n.v10"><ComplexType Name="a" BaseType="n.v2.a"><Property Name="r" Type="Collection(n.v2.a)" Nullable="false" /></ComplexType></Schema>
           </DataServices></Edmx>"#,
    )
    .expect("CSDL");
    let output = Generator::new(&document).merge_versions().generate().expect("a model");
    assert_eq!(
        item(&output.source, "pub struct A {")[1..],
        [
            "pub p: Option<Untyped>,",
            "pub q: Option<i32>,",
            "pub r: Option<Vec<AnyA>>,",
            "#[odata(extra)]",
            "pub extra: Extra,",
        ],
    );
    assert_eq!(
        output.warnings,
        [
            Warning::ConflictingVersions { element: "n.a/p".to_owned(), version: "n.v2.a".to_owned() },
            Warning::RedeclaredProperty { element: "n.c/q".to_owned(), base: "n.a".to_owned() },
        ]
    );
    assert_eq!(
        output.warnings[0].to_string(),
        "`n.a/p`: the version `n.v2.a` declares the property with a different type; the property is generated as `Untyped`",
    );
}

#[test]
fn invalid_versions_are_not_merged() {
    let document = Document::read(
        r#"<Edmx><DataServices>
             <Schema Namespace="n.v1"><ComplexType Name="a" BaseType="n.v2.a" /><EntityType Name="b" /></Schema>
             <Schema Namespace="n.v2"><ComplexType Name="a" BaseType="n.v1.a" /><ComplexType Name="b" BaseType="n.v1.b" /></Schema>
           </DataServices></Edmx>"#,
    )
    .expect("CSDL");
    let output = Generator::new(&document).merge_versions().generate().expect("a model");
    syn::parse_file(&output.source).expect("Rust");
    assert_eq!(output.source.matches("pub struct").count(), 4);
    let elements: Vec<&str> = output.warnings.iter().map(Warning::element).collect();
    assert_eq!(elements, ["n.v1.a", "n.v2.b"]);
}

#[test]
fn merged_document_contains_merged_types() {
    let merged = redfish(2, 3).merge_versions();
    assert!(merged.structured_type("Device0.v1_2_0.Device0").is_none());
    let device = merged.structured_type("Device0.Device0").expect("the merged type");
    let names: Vec<&str> = device.properties.iter().map(|property| &*property.name).collect();
    assert_eq!(names, ["Size0", "Links", "Size1", "Size2"]);
    assert!(!device.is_abstract);
    assert!(Check::new(&merged).findings().is_empty());
    let unversioned = Document::read(
        r#"<Edmx><DataServices><Schema Namespace="n"><ComplexType Name="a" /></Schema></DataServices></Edmx>"#,
    );
    let unversioned = unversioned.expect("CSDL");
    assert_eq!(unversioned.merge_versions(), unversioned);
}

#[test]
fn properties_of_merged_type_are_sorted_by_version() {
    let schemas = ["v2", "v10", "v1", "v9"].map(|version| {
        format!(
            r#"<Schema Namespace="n.{version}"><ComplexType Name="a" BaseType="n.a"><Property Name="{version}" Type="Edm.Int32" />
               </ComplexType></Schema>"#
        )
    });
    let document = Document::read(&format!(
        r#"<Edmx><DataServices>{}<Schema Namespace="n"><ComplexType Name="a" /></Schema></DataServices></Edmx>"#,
        schemas.concat()
    ));
    let merged = document.expect("CSDL").merge_versions();
    let properties = &merged.structured_type("n.a").expect("the merged type").properties;
    let names: Vec<&str> = properties.iter().map(|property| &*property.name).collect();
    assert_eq!(names, ["v1", "v2", "v9", "v10"]);
}

// C5
#[test]
fn long_inheritance_chain_has_one_enum() {
    let chain = |length: usize| {
        let types = (0..length).map(|number| match number.checked_sub(1) {
            Some(base) => format!(r#"<ComplexType Name="t{number}" BaseType="n.t{base}" />"#),
            None => r#"<ComplexType Name="t0" />"#.to_owned(),
        });
        let types: String = types.collect();
        Document::read(&format!(
            r#"<Edmx><DataServices><Schema Namespace="n">{types}<ComplexType Name="u">
            <Property Name="p" Type="n.t50" /></ComplexType></Schema></DataServices></Edmx>"#
        ))
    };
    let source = |length| Generator::new(&chain(length).expect("CSDL")).source().expect("a model");
    // In a short inheritance chain, such as the chains of Microsoft Graph, each type with derived types has an enum.
    assert_eq!(source(5).matches("pub enum").count(), 4);
    let source = source(100);
    assert_eq!(source.matches("pub enum").count(), 2);
    assert_eq!(item(&source, "pub enum AnyT0 {").len(), 2 + 100);
    assert_eq!(item(&source, "pub enum AnyT50 {").len(), 2 + 50);
}

#[test]
fn flat_enum_has_variants_for_all_derived_types() {
    let document = Document::read(
        r#"<Edmx><DataServices><Schema Namespace="n">
             <EntityType Name="person" /><EntityType Name="doctor" BaseType="n.person" Abstract="true" />
             <EntityType Name="nurse" BaseType="n.person" /><EntityType Name="surgeon" BaseType="n.doctor" />
           </Schema></DataServices></Edmx>"#,
    )
    .expect("CSDL");
    let nested = Generator::new(&document).source().expect("a model");
    assert_eq!(item(&nested, "pub enum AnyPerson {")[3..], ["Doctor(Box<AnyDoctor>),", "Nurse(Box<Nurse>),"]);
    let flat = Generator::new(&document).flat_enums().source().expect("a model");
    assert_eq!(item(&flat, "pub enum AnyPerson {")[3..], ["Nurse(Box<Nurse>),", "Surgeon(Box<Surgeon>),"]);
    assert_eq!(item(&flat, "pub enum AnyDoctor {")[2..], ["Doctor(Box<Doctor>),", "Surgeon(Box<Surgeon>),"]);
}

#[test]
fn related_is_used_if_many_types_refer_to_each_other() {
    let of = |devices| Generator::new(&redfish(devices, 2)).source().expect("a model");
    assert!(!of(2).contains("Related"));
    let source = of(12);
    assert_eq!(
        source.matches(": Option<Vec<Related<").count(),
        source.matches("#[odata(navigation)]").count()
    );
    let without = Generator::new(&redfish(12, 2)).related(false).source().expect("a model");
    assert!(!without.contains("Related"));
}

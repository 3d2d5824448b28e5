//! Computed properties and the constants of inherited properties.

use odata_build::{Document, Generator};

fn document() -> Document {
    let text = r#"<Edmx><DataServices><Schema Namespace="clinic">
        <EntityType Name="record"><Key><PropertyRef Name="id" /></Key>
          <Property Name="id" Type="Edm.String" Nullable="false" />
          <Property Name="created" Type="Edm.Date"><Annotation Term="Org.OData.Core.V1.Computed" Bool="true" /></Property>
          <Property Name="Created" Type="Edm.Guid" />
          <Property Name="notes" Type="Collection(clinic.note)" />
          <Property Name="owner" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Immutable" />
            <Annotation Term="Org.OData.Core.V1.Description" String="Who is responsible." /></Property>
          <NavigationProperty Name="next" Type="clinic.record" /></EntityType>
        <EntityType Name="ward" BaseType="clinic.record"><Property Name="notes_" Type="Edm.Int32" /></EntityType>
        <ComplexType Name="note" /></Schema>
      <Schema Namespace="clinic.old">
        <EntityType Name="oldWard" BaseType="clinic.ward"><Property Name="Id" Type="Edm.Int32" /></EntityType>
      </Schema></DataServices></Edmx>"#;
    Document::read(text).expect("CSDL")
}

#[track_caller]
fn assert_contains(source: &str, expected: &[&str]) {
    syn::parse_file(source).expect("Rust");
    for text in expected {
        assert!(source.contains(text), "{text} is not in\n{source}");
    }
}

#[test]
fn last_matching_computed_pattern_applies() {
    let document = document();
    let source = |patterns: &[(&str, bool)]| {
        let generator = Generator::new(&document);
        let generator = patterns
            .iter()
            .fold(generator, |generator, (pattern, is_computed)| generator.computed(*pattern, *is_computed));
        generator.source().expect("a model")
    };
    let is_computed = |patterns: &[(&str, bool)], field: &str| {
        source(patterns).contains(&format!("#[odata(computed)]\n        pub {field}: "))
    };
    assert!(is_computed(&[], "created"));
    assert!(!is_computed(&[("clinic.record/created", false)], "created"));
    assert!(is_computed(&[("*/created", false), ("*", true)], "created"));
    assert!(!is_computed(&[("*", true), ("*/created", false)], "created"));
    assert!(is_computed(&[("clinic.record/owner", true)], "owner"));
    // Patterns of computed properties don't apply to key properties, which have a separate option.
    assert_contains(
        &source(&[("*", true)]),
        &["#[odata(key)]\n        pub id:", "#[odata(computed, navigation)]"],
    );
}

#[test]
fn property_pattern_without_match_is_rejected() {
    let document = document();
    let message = |pattern: &str| {
        Generator::new(&document).computed(pattern, true).source().expect_err("no model").to_string()
    };
    // The property belongs to the base type.
    let expected = "no property matches `clinic.ward/created`: use the type that declares the property, as in \
                    `microsoft.graph.user/displayName`; names are case-sensitive";
    assert_eq!(message("clinic.ward/created"), expected);
    assert!(message("clinic.record").starts_with("no property matches `clinic.record`: "));
    let keys = "`clinic.record/id` can't be used: the pattern matches only key properties; use `key_access` or `--key` for key properties";
    assert_eq!(message("clinic.record/id"), keys);
    let of_elements = |pattern: &str| {
        Generator::new(&document).non_null_elements(pattern).source().expect_err("no model").to_string()
    };
    assert!(of_elements("clinic.recrod").starts_with("no type matches `clinic.recrod`: "));
    assert!(of_elements("clinic.record/note").starts_with("no property matches `clinic.record/note`: "));
}

#[test]
fn inherited_constants_are_not_duplicated() {
    let document = document();
    let source = Generator::new(&document).inherited_constants().source().expect("a model");
    assert_contains(
        &source,
        &[
            "impl Ward {\n        /// The inherited property `id`.\n        pub const ID: \
             ::odata_core::TypedProperty<\n            Record,\n            Option<String>,\n            ::odata_core::access::Key,\n        > = Record::ID;",
            "::odata_core::access::Computed,\n        > = Record::CREATED;",
            "pub const CREATED_: ::odata_core::TypedProperty<Record, Option<Uuid>> = Record::CREATED_;",
            "pub const NOTES: ::odata_core::TypedProperty<super::Ward, Option<i32>> = super::Ward::NOTES;",
            "/// Who is responsible.\n        pub const OWNER: ",
            "::odata_core::access::Immutable,\n        > = Record::OWNER;",
            "impl OldWard {",
            "super::Ward",
            "use chrono::NaiveDate;\n        use odata_core::ODataEntity;\n        use uuid::Uuid;",
        ],
    );
    assert_eq!(source.matches("pub const ID:").count(), 1, "`OldWard` has its own `ID`\n{source}");
    assert!(!source.contains("= Record::NOTES"), "`Ward` has its own `NOTES`\n{source}");
    assert!(!Generator::new(&document).source().expect("a model").contains("const"));
}

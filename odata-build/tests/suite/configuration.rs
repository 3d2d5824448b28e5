//! The configuration file `odata-build.toml` and its presets.

use odata_build::{Configuration, Document, Generator, KeyAccess, Warning};

pub(crate) const CLINIC: &str = r#"<Edmx><DataServices><Schema Namespace="clinic">
    <ComplexType Name="Json" /><ComplexType Name="internal" /><ComplexType Name="unrelated" />
    <EntityType Name="record"><Key><PropertyRef Name="id" /></Key>
      <Property Name="id" Type="Edm.String" Nullable="false" />
      <Property Name="data" Type="clinic.Json" /><Property Name="state" Type="clinic.internal" />
      <Property Name="tags" Type="Collection(Edm.String)" />
      <Property Name="created" Type="Edm.Date" />
      <NavigationProperty Name="note" Type="clinic.note" />
      <Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>
        <Record><PropertyValue Property="Name" PropertyPath="created" /></Record>
      </Collection></PropertyValue></Record></Collection></Annotation>
    </EntityType>
    <EntityType Name="wardV2" BaseType="clinic.record">
      <Property Name="beds" Type="Edm.Int32" DefaultValue="4">
        <Annotation Term="Org.OData.Core.V1.Computed" Bool="true" /></Property>
    </EntityType>
    <ComplexType Name="dose" />
    <EntityType Name="surgicalWard" BaseType="clinic.wardV2" />
    <EntityType Name="note" />
    <Action Name="open" IsBound="true"><Parameter Name="it" Type="clinic.wardV2" /><Parameter Name="by" Type="Edm.String" /></Action>
  </Schema><Schema Namespace="clinic.v2"><ComplexType Name="dose" BaseType="clinic.dose" />
  </Schema></DataServices></Edmx>"#;

/// A configuration with all options, one option in each line.
pub(crate) const EVERY_OPTION: &str = r#"
types = ["clinic.record", "clinic.*ard*", "clinic*dose"]
exclude = "clinic.internal"
follow-navigation = true
operations = true
accessors = true
key = { "clinic.*" = "computed", "clinic.wardV2" = "required" }
computed = ["clinic.*/*"]
not-computed = ["clinic.wardV2/beds"]
non-null-elements = ["clinic.record/tags"]
map-type = { "clinic.Json" = "Untyped" }
rename = { "clinic.wardV2" = "Ward" }
rename-operation = { "clinic.open(clinic.wardV2,Edm.String)" = "OpenWard" }
module = { clinic = "hospital::v2" }
derive = ["clinic.wardV2=::serde::Serialize", "PartialOrd"]
omit-derive = { "clinic.record" = ["Default", "Debug"] }
inherited-constants = true
default-values = true
alternate-keys = true
merge-versions = true
flat-enums = true
not-related = true
related = true
non-exhaustive = true
strict = true
"#;

fn clinic() -> Document {
    Document::read(CLINIC).expect("CSDL")
}

fn configured(text: &str) -> String {
    let configuration = Configuration::from_toml(text).expect("a configuration");
    Generator::new(&clinic()).configure(&configuration).source().expect("a model")
}

#[test]
fn all_file_options_call_their_builder_methods() {
    let document = clinic();
    let generator = Generator::new(&document)
        .types("clinic.record")
        .types("clinic.*ard*")
        .types("clinic*dose")
        .exclude("clinic.internal")
        .follow_navigation()
        .operations()
        .accessors()
        .computed("clinic.*/*", true)
        .computed("clinic.wardV2/beds", false)
        .non_null_elements("clinic.record/tags")
        .derive("clinic.wardV2", "::serde::Serialize")
        .derive("*", "PartialOrd")
        .inherited_constants()
        .default_values()
        .alternate_keys()
        .merge_versions()
        .flat_enums()
        .related(true)
        .non_exhaustive()
        .strict()
        .key_access("clinic.*", KeyAccess::Computed)
        .key_access("clinic.wardV2", KeyAccess::Required)
        .map_type("clinic.Json", "Untyped")
        .rename("clinic.wardV2", "Ward")
        .rename_operation("clinic.open(clinic.wardV2,Edm.String)", "OpenWard")
        .module("clinic", "hospital::v2")
        .omit_derive("clinic.record", "Default")
        .omit_derive("clinic.record", "Debug");
    assert_eq!(configured(EVERY_OPTION), generator.source().expect("a model"));
}

#[test]
fn all_file_options_change_the_model() {
    let all = configured(EVERY_OPTION);
    let others = ["strict", "not-related", "related"];
    let is_other = |line: &&str| others.iter().any(|other| line.starts_with(other));
    for option in EVERY_OPTION.lines().filter(|line| !line.is_empty() && !is_other(line)) {
        assert!(configured(&EVERY_OPTION.replace(option, "")) != all, "{option}");
    }
    assert!(configured(&EVERY_OPTION.replace("\nrelated = true", "")) != all);
    assert!(!configured(&EVERY_OPTION.replace("\nrelated = true", "")).contains("Related<"));
    let invalid = CLINIC.replace("Edm.Date", "Edm.Dat");
    let configuration = Configuration::from_toml("strict = true").expect("a configuration");
    let document = Document::read(&invalid).expect("CSDL");
    assert!(Generator::new(&document).source().is_ok());
    let error = Generator::new(&document).configure(&configuration).source().expect_err("a warning");
    assert!(error.to_string().contains("`clinic.record/created`"), "{error}");
}

#[test]
fn values_can_be_strings_arrays_or_tables() {
    let by_table = configured("[key]\n'clinic.*' = 'computed'\n'clinic.wardV2' = 'required'");
    assert_eq!(configured("key = ['clinic.*=computed', 'clinic.wardV2=required']"), by_table);
    assert_eq!(configured("key.'clinic.*' = 'computed'\nkey.'clinic.wardV2' = 'required'"), by_table);
    assert_eq!(configured("[omit-derive]\n'*' = ['Debug']"), configured("omit-derive = 'Debug'"));
    assert_eq!(configured("strict = false"), configured(""));
}

#[test]
fn options_are_unset() {
    let all = "types = 'clinic.record'\nexclude = 'clinic.internal'\nkey = 'clinic.*=computed'\nnon-exhaustive = true\n";
    let source = |more: &[(&str, &str)]| {
        let mut configuration = Configuration::from_toml(all).expect("a configuration");
        for (option, value) in more {
            configuration.set(option, value).expect("an option");
        }
        Generator::new(&clinic()).configure(&configuration).source().expect("a model")
    };
    assert_eq!(source(&[]), configured(all));
    assert_eq!(source(&[("non-exhaustive", "false")]), configured(&all.replace("true", "false")));
    assert_eq!(source(&[("non-exhaustive", "false"), ("non-exhaustive", "true")]), configured(all));
    assert_eq!(source(&[("unset", "non-exhaustive")]), configured(&all.replace("true", "false")));
    assert_eq!(
        source(&[("unset", "exclude")]),
        configured(&all.replace("exclude = 'clinic.internal'\n", ""))
    );
    let other_types = source(&[("unset", "types"), ("types", "clinic.note")]);
    assert_eq!(other_types, configured(&all.replace("clinic.record", "clinic.note")));
    let mut configuration = Configuration::from_toml(all).expect("a configuration");
    for option in ["types", "exclude", "key", "non-exhaustive"] {
        configuration.unset(option).expect("an option");
    }
    let generator = Generator::new(&clinic()).configure(&configuration).source().expect("a model");
    assert_eq!(generator, configured(""));
    let error = configuration.unset("typs").expect_err("an unknown option");
    assert_eq!(error.to_string(), "unknown option `typs`; did you mean `types`?");
}

#[test]
fn options_of_preset_are_unset() {
    let document = Document::read(&graph("")).expect("CSDL");
    let source = |text: &str| {
        let configuration = Configuration::from_toml(text).expect("a configuration");
        Generator::new(&document).configure(&configuration).source().expect("a model")
    };
    let without_keys = source("preset = 'graph'\nunset = 'key'");
    assert!(!without_keys.contains("computed") && source("preset = 'graph'").contains("computed"));
    assert_eq!(source("unset = 'key'\npreset = 'graph'"), without_keys, "presets precede all other options");
    let own_key = "key = 'microsoft.graph.user=required'";
    let with_own_key = source(&format!("preset = 'graph'\nunset = ['key']\n{own_key}"));
    assert_eq!(with_own_key.matches("required").count(), 1);
    assert_eq!(source("preset = 'graph'\nunset = 'preset'"), source(""));
}

// The patterns in a table are applied in the order of the file, although a map of the names would sort them differently.
#[test]
fn last_matching_pattern_in_file_applies() {
    assert!(
        configured("[key]\n'clinic.record' = 'required'\n'clinic.*' = 'computed'")
            .contains("(key, computed)")
    );
    assert!(
        configured("[key]\n'clinic.*' = 'computed'\n'clinic.record' = 'required'")
            .contains("key = \"required\"")
    );
    let beds = |text: &str| configured(text).contains("#[odata(computed)]\n        pub beds");
    assert!(!beds("computed = '*/beds'\nnot-computed = '*/beds'"));
    assert!(beds("not-computed = '*/beds'\ncomputed = '*/beds'"));
}

#[test]
fn configuration_errors_contain_line() {
    let all = "`types`, `exclude`, ";
    for (text, expected) in [
        ("\nnon-exhaustiv = true", "line 2: unknown option `non-exhaustiv`; did you mean `non-exhaustive`?"),
        ("[keys]\n'clinic.*' = 'computed'", "line 1: unknown option `keys`; did you mean `key`?"),
        ("strict = 1", "line 1: invalid type: integer `1`, expected `true` or `false`"),
        ("strict = 'true'", "line 1: expected `true` or `false`"),
        ("strict = [true]", "line 1: invalid type: sequence, expected `true` or `false`"),
        ("types = true", "line 1: invalid type: boolean `true`, expected a string, or an array of strings"),
        ("types = ['a.b',\n 1]", "line 2: invalid type: integer `1`, expected a string"),
        ("[types]\na = 'b'", "line 1: invalid type: map, expected a string, or an array of strings"),
        (
            "rename = 1",
            "line 1: invalid type: integer `1`, expected a table of strings, or an array of strings",
        ),
        ("[rename]\na = { b = 'c' }", "line 2: invalid type: map, expected a string, or an array of strings"),
        ("rename = ['a=B',\n 'a']", "line 2: expected `NAME=VALUE`"),
        ("key = 'a'", "line 1: expected `PATTERN=ACCESS`"),
        (
            "[key]\n'a.*' = 'computed'\n'a.b' = 'auto'",
            "line 3: invalid key access `auto`; expected `computed`, `optional` or `required`",
        ),
        ("unset = ['types',\n'typs']", "line 2: unknown option `typs`; did you mean `types`?"),
        ("preset = 'grph'", "line 1: unknown preset `grph`; the only preset is `graph`"),
    ] {
        let error = Configuration::from_toml(text).expect_err(text);
        assert_eq!(error.to_string(), expected);
        assert!(error.line().is_some());
    }
    let unknown = Configuration::from_toml("colour = 'red'").expect_err("unknown").to_string();
    assert!(unknown.starts_with("line 1: unknown option `colour`; the options are `preset`, "), "{unknown}");
    assert!(unknown.contains(all), "{unknown}");
    let malformed = Configuration::from_toml("a = \n").expect_err("malformed");
    assert_eq!(malformed.line(), Some(1));
    let duplicate = Configuration::from_toml("strict = true\nstrict = true\n").expect_err("duplicate");
    assert_eq!(duplicate.line(), Some(2), "{duplicate}");
}

#[test]
fn builder_methods_extend_or_override_configuration() {
    let document = clinic();
    let configuration = Configuration::from_toml(
        "types = 'clinic.note'\nkey = 'clinic.*=computed'\nrename = 'clinic.wardV2=Ward'\ncomputed = '*/created'",
    );
    let generator = Generator::new(&document).configure(&configuration.expect("a configuration"));
    let generator = generator
        .types("clinic.wardV2")
        .key_access("clinic.record", KeyAccess::Required)
        .rename("clinic.wardV2", "Room")
        .computed("clinic.record/created", false);
    let names: Vec<String> = generator.paths().expect("a model").into_keys().collect();
    assert_eq!(names, ["clinic.Json", "clinic.internal", "clinic.note", "clinic.record", "clinic.wardV2"]);
    let source = generator.source().expect("a model");
    assert!(source.contains("pub struct Room {") && source.contains(r#"key = "required""#), "{source}");
    assert!(!source.contains("#[odata(computed)]\n        pub created"), "{source}");
}

#[test]
fn preset_is_applied_before_other_options() {
    let document = Document::read(&graph("")).expect("CSDL");
    for text in [
        "preset = 'graph'\nkey = 'microsoft.graph.user=required'",
        "key = 'microsoft.graph.user=required'\npreset = 'graph'",
    ] {
        let configuration = Configuration::from_toml(text).expect("a configuration");
        let source = Generator::new(&document).configure(&configuration).source().expect("a model");
        assert!(source.contains("pub struct User {\n        #[odata(base, key = \"required\")]"), "{source}");
    }
}

/// Returns a document with the types that the preset for Microsoft Graph contains.
fn graph(more: &str) -> String {
    let entity = |name: &str| format!(r#"<EntityType Name="{name}" BaseType="microsoft.graph.entity" />"#);
    let entities: String = [
        "b2xIdentityUserFlow",
        "cloudPcProvisioningPolicyAssignment",
        "multiValueLegacyExtendedProperty",
        "schemaExtension",
        "singleValueLegacyExtendedProperty",
        "user",
    ]
    .map(entity)
    .concat();
    format!(
        r#"<Edmx><DataServices><Schema Namespace="microsoft.graph"><ComplexType Name="Json" />
             <EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id" /></Key>
               <Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>{entities}{more}</Schema>
           <Schema Namespace="microsoft.graph.externalConnectors">{}</Schema></DataServices></Edmx>"#,
        entity("externalConnection"),
    )
}

// A3, B5, B6
#[test]
fn graph_preset_sets_keys_json_and_elements() {
    let settings = r#"<ComplexType Name="settings"><Property Name="values" Type="Collection(Edm.String)" />
        <Property Name="rows" Type="microsoft.graph.Json" /></ComplexType>"#;
    let document = Document::read(&graph(settings)).expect("CSDL");
    let source = Generator::new(&document).configure(&Configuration::graph()).source().expect("a model");
    for expected in [
        "#[odata(key, computed)]\n        pub id: Option<String>,",
        "pub struct SchemaExtension {\n        #[odata(base, key = \"optional\")]",
        "pub struct SingleValueLegacyExtendedProperty {\n        #[odata(base, key = \"required\")]",
        "pub struct User {\n        #[odata(base)]",
        "pub values: Option<Vec<String>>,",
        "pub rows: Option<Untyped>,",
    ] {
        assert!(source.contains(expected), "{expected} is not in\n{source}");
    }
}

#[test]
fn graph_preset_warns_about_missing_types() {
    let document = Document::read(
        r#"<Edmx><DataServices><Schema Namespace="microsoft.graph">
             <EntityType Name="user"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" /></EntityType>
           </Schema></DataServices></Edmx>"#,
    )
    .expect("CSDL");
    let generator = Generator::new(&document).configure(&Configuration::graph()).strict();
    let output = generator.generate().expect("a model");
    assert!(output.source.contains("#[odata(key, computed)]"), "{}", output.source);
    let unused: Vec<&str> = output.warnings.iter().map(Warning::element).collect();
    assert_eq!(unused.len(), 7, "{unused:?}");
    assert_eq!(
        output.warnings[0].to_string(),
        "`microsoft.graph.Json`: no type of the document matches this pattern of the preset `graph`, which is for the complete \
         `$metadata` document; the option is ignored",
    );

    // The same pattern in an option of the user is an error.
    let configuration = "preset = 'graph'\nkey = 'microsoft.graph.schemaExtension=required'";
    let configuration = Configuration::from_toml(configuration).expect("a configuration");
    let error = Generator::new(&document).configure(&configuration).source().expect_err("no model");
    assert!(error.to_string().starts_with("no type matches `microsoft.graph.schemaExtension`: "), "{error}");
}

// A3, B5
#[test]
fn graph_preset_matches_graph_document() {
    let Some(document) = crate::document_of_graph() else { return };
    let collections = || {
        let properties = document.structured_types().flat_map(|one| &one.properties);
        properties.filter(|property| property.value_type.is_collection && !property.is_navigation)
    };
    let unspecified = collections().filter(|property| property.value_type.is_nullability_unspecified);
    assert_eq!((unspecified.count(), collections().count()), (649, 884));
    let generator = Generator::new(&document).configure(&Configuration::graph());
    let source = generator.source().expect("a model");
    let source: String = source.chars().filter(|character| !character.is_whitespace()).collect();
    assert!(!source.contains("Option<Vec<Option<"));
}

//! For each warning of the generator, a golden file with the model of a document that causes the warning.
//!
//! `UPDATE_GOLDEN=1 cargo test -p odata-build` updates the files in `tests/data/warnings`. Review the changes before you commit them. The
//! test in `compile` checks that the golden files compile.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use odata_build::{Document, Generator};
use syn::{Attribute, Expr, Item, ItemEnum, Lit, Meta};

/// The name of each warning, and the schemas of a document that causes the warning.
const CASES: [(&str, &str); 24] = [
    (
        "UndeclaredType",
        r#"<ComplexType Name="a"><Property Name="p" Type="staff.person" /><Property Name="q" Type="Edm.Strin" /></ComplexType>"#,
    ),
    (
        "UndeclaredTarget",
        r#"<EntityType Name="a"><NavigationProperty Name="p" Type="staff.person" /></EntityType>"#,
    ),
    (
        "NestedCollection",
        r#"<ComplexType Name="a"><Property Name="p" Type="Collection(Collection(Edm.String))" Nullable="false" /></ComplexType>"#,
    ),
    (
        "NavigationToOtherType",
        r#"<EntityType Name="a"><NavigationProperty Name="p" Type="clinic.b" /></EntityType><ComplexType Name="b" />"#,
    ),
    (
        "RedeclaredProperty",
        r#"<ComplexType Name="a"><Property Name="p" Type="Edm.String" /></ComplexType>
           <ComplexType Name="b" BaseType="clinic.a"><Property Name="p" Type="Edm.Int32" /></ComplexType>"#,
    ),
    (
        "DuplicateProperty",
        r#"<ComplexType Name="a"><Property Name="p" Type="Edm.String" /><Property Name="p-duplicate" Type="Edm.Int32" /></ComplexType>"#,
    ),
    (
        "DuplicateType",
        r#"<ComplexType Name="a" /><EnumType Name="a-duplicate"><Member Name="x" /></EnumType>"#,
    ),
    ("InvalidName", r#"<ComplexType Name="a"><Property Name="p/q" Type="Edm.String" /></ComplexType>"#),
    ("UndeclaredBase", r#"<ComplexType Name="a" BaseType="staff.person" />"#),
    ("BaseOfOtherKind", r#"<ComplexType Name="a" /><EntityType Name="b" BaseType="clinic.a" />"#),
    (
        "CircularBase",
        r#"<ComplexType Name="a" BaseType="clinic.b" /><ComplexType Name="b" BaseType="clinic.a" />"#,
    ),
    (
        "KeyOfComplexType",
        r#"<ComplexType Name="a"><Key><PropertyRef Name="p" /></Key><Property Name="p" Type="Edm.Int32" /></ComplexType>"#,
    ),
    (
        "RedeclaredKey",
        r#"<EntityType Name="a"><Key><PropertyRef Name="p" /></Key><Property Name="p" Type="Edm.Int32" /></EntityType>
           <EntityType Name="b" BaseType="clinic.a"><Key><PropertyRef Name="q" /></Key><Property Name="q" Type="Edm.Int32" /></EntityType>"#,
    ),
    (
        "InvalidKeyProperty",
        r#"<EntityType Name="a"><Key><PropertyRef Name="p" /><PropertyRef Name="q" /></Key>
             <Property Name="p" Type="Edm.Int32" /><Property Name="q" Type="Collection(Edm.Int32)" Nullable="false" /></EntityType>"#,
    ),
    (
        "ConflictingVersions",
        r#"</Schema><Schema Namespace="clinic.v1"><ComplexType Name="a"><Property Name="p" Type="Edm.Int32" /></ComplexType></Schema>
           <Schema Namespace="clinic.v2"><ComplexType Name="a" BaseType="clinic.v1.a"><Property Name="p" Type="Edm.String" /></ComplexType>"#,
    ),
    (
        "DuplicateMember",
        r#"<EnumType Name="a"><Member Name="x" Value="1" /><Member Name="x-duplicate" Value="2" /></EnumType>"#,
    ),
    (
        "DuplicateValue",
        r#"<EnumType Name="a"><Member Name="x" Value="1" /><Member Name="y" Value="1" /></EnumType>"#,
    ),
    (
        "InvalidFlag",
        r#"<EnumType Name="a" IsFlags="true"><Member Name="x" Value="1" /><Member Name="y" Value="6" /></EnumType>"#,
    ),
    (
        "InvalidDefaultValue",
        r#"<ComplexType Name="a"><Property Name="p" Type="Edm.Int32" DefaultValue="1.5" /></ComplexType>"#,
    ),
    (
        "InvalidAlternateKey",
        r#"<EntityType Name="a"><Key><PropertyRef Name="p" /></Key><Property Name="p" Type="Edm.Int32" />
             <Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>
               <Record><PropertyValue Property="Name" PropertyPath="q" /></Record>
             </Collection></PropertyValue></Record></Collection></Annotation></EntityType>"#,
    ),
    (
        "InvalidOperation",
        r#"<EntityType Name="a" /><Action Name="b" IsBound="true" /><Function Name="c" IsBound="true"><Parameter Name="it" Type="clinic.a" /></Function>"#,
    ),
    (
        "OperationWithoutImport",
        r#"<Action Name="a" /><Function Name="b"><ReturnType Type="Edm.Int32" /></Function>"#,
    ),
    (
        "InvalidContainerMember",
        r#"<EntityType Name="a" /><ComplexType Name="b" /><EntityContainer Name="c"><EntitySet Name="a" EntityType="clinic.a" />
             <EntitySet Name="b" EntityType="clinic.b" /><Singleton Name="d" Type="staff.person" />
             <ActionImport Name="e" Action="clinic.e" /><FunctionImport Name="f" Function="clinic.f" /></EntityContainer>"#,
    ),
    (
        "InvalidBaseContainer",
        r#"<EntityType Name="a" /><EntityContainer Name="c" Extends="staff.service"><EntitySet Name="a" EntityType="clinic.a" /></EntityContainer>
           </Schema><Schema Namespace="clinic.v2"><EntityContainer Name="c" Extends="clinic.v2.c" />"#,
    ),
];

/// Reads schemas. The reader skips a second element with the same name, so the XML contains the name with a suffix, which this function
/// removes.
fn document(schemas: &str) -> Document {
    let xml =
        format!(r#"<Edmx><DataServices><Schema Namespace="clinic">{schemas}</Schema></DataServices></Edmx>"#);
    let mut document = Document::read(&xml).expect("CSDL");
    let rename = |name: &mut String| *name = name.replace("-duplicate", "");
    for schema in &mut document.schemas {
        let properties = schema.structured_types.iter_mut().flat_map(|one| &mut one.properties);
        properties.for_each(|property| rename(&mut property.name));
        for enumeration in &mut schema.enumeration_types {
            rename(&mut enumeration.qualified_name);
            enumeration.members.iter_mut().for_each(|member| rename(&mut member.name));
        }
    }
    document
}

/// Returns the name of each warning, and the source of the model, which starts with the message of the warning.
fn models() -> impl Iterator<Item = (&'static str, String)> {
    CASES.into_iter().map(|(name, types)| {
        let document = document(types);
        let generator =
            Generator::new(&document).follow_navigation().default_values().alternate_keys().merge_versions();
        let generator = generator.operations();
        let output = generator.generate().expect("a model");
        let warnings: Vec<String> = output.warnings.iter().map(|warning| format!("// {warning}\n")).collect();
        let is_expected = |warning: &String| warning.split([' ', '{']).next() == Some(name);
        let shown: Vec<String> = output.warnings.iter().map(|warning| format!("{warning:?}")).collect();
        assert!(!shown.is_empty() && shown.iter().all(is_expected), "{name}: {shown:?}");
        (name, format!("{}{}", warnings.concat(), output.source))
    })
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/warnings").join(format!("{name}.rs"))
}

/// Returns the contents of the golden files by module name (snake case).
pub(crate) fn golden_files() -> BTreeMap<String, String> {
    let snake_case = |name: &str| {
        let words = name.chars().map(|character| match character {
            'A'..='Z' => format!("_{}", character.to_ascii_lowercase()),
            _ => character.to_string(),
        });
        words.collect::<String>().trim_start_matches('_').to_owned()
    };
    let read = |name| fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    CASES.iter().map(|(name, _)| (snake_case(name), read(name))).collect()
}

// C3
#[test]
fn models_with_warnings_match_golden_files() {
    for (name, model) in models() {
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(path(name), &model).expect("the golden file can be written");
        }
        let golden = fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(golden.replace("\r\n", "\n") == model, "`{name}` has another model:\n{model}");
    }
}

/// Parses the source file of the generator's warnings and returns the declaration of the enum.
fn declaration() -> ItemEnum {
    let source = include_str!("../../src/generate/warning.rs");
    let items = syn::parse_file(source).expect("Rust").items.into_iter();
    let mut enums = items.filter_map(|item| match item {
        Item::Enum(declaration) if declaration.ident == "Warning" => Some(declaration),
        _ => None,
    });
    enums.next().expect("the enum `Warning`")
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else { return None };
    match &pair.value {
        Expr::Lit(literal) if pair.path.is_ident("doc") => match &literal.lit {
            Lit::Str(line) => Some(line.value()),
            _ => None,
        },
        _ => None,
    }
}

#[test]
fn all_warnings_have_golden_files_and_table_rows() {
    let declaration = declaration();
    let mut variants: Vec<String> =
        declaration.variants.iter().map(|variant| variant.ident.to_string()).collect();
    let rows =
        declaration.attrs.iter().filter_map(doc_line).filter(|line| line.trim_start().starts_with("| [`"));
    let mut rows: Vec<String> = rows.collect();
    variants.sort();
    rows.sort();
    assert_eq!(rows.len(), variants.len());
    for (row, name) in rows.iter().zip(&variants) {
        assert!(row.trim_start().starts_with(&format!("| [`{name}`](Self::{name}) | ")), "{name}: {row}");
    }
    // `graph_preset_warns_about_missing_types` tests this warning, which requires a preset.
    variants.retain(|name| name != "UnusedPreset");
    let mut cases = CASES.map(|(name, _)| name);
    cases.sort_unstable();
    assert_eq!(cases.as_slice(), variants);
}

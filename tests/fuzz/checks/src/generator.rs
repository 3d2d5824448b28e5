//! Generates models of documents with unusual names, types, keys and options. The generated source must be valid Rust syntax.

#![expect(
    clippy::format_push_string,
    reason = "the fuzzer needs no fast formatting, and `write!` would need a `Result`"
)]

use arbitrary::{Result, Unstructured};
use odata_build::{Document, Generator, KeyAccess};

/// Names whose Rust names are equal, invalid or empty.
const NAMES: [&str; 24] = [
    "a",
    "A",
    "a_",
    "aB",
    "a-b",
    "Order No",
    "12 Months",
    "self",
    "Self",
    "gen",
    "type",
    "String",
    "Vec",
    "extra",
    "Extra",
    "Any",
    "AnyA",
    "v1_0_0",
    "Key",
    "é",
    "e\u{301}",
    "[]",
    "_",
    "",
];

const TYPES: [&str; 16] = [
    "Edm.String",
    "Edm.Int32",
    "Edm.Decimal",
    "Edm.Guid",
    "Edm.DateTimeOffset",
    "Edm.Date",
    "Edm.Duration",
    "Edm.Binary",
    "Edm.GeographyPoint",
    "Edm.Stream",
    "Edm.Untyped",
    "Edm.Boolean",
    "Edm.Double",
    "Edm.Nothing",
    "Edm.ComplexType",
    "n.missing",
];

const VALUES: [&str; 12] = [
    "",
    "0",
    "1.5",
    "true",
    "a",
    "a,b",
    "max",
    "variable",
    "2020-01-01",
    "PT1S",
    "-9223372036854775808",
    "```\u{202e}",
];

/// Checks that the source generated from a document is valid Rust syntax.
///
/// # Panics
///
/// Panics if the syntax is invalid.
pub fn check(payload: &[u8]) {
    let mut input = Unstructured::new(payload);
    let Ok(text) = document(&mut input) else { return };
    let document = Document::from_xml(&text).expect("CSDL");
    let generator = with_options(Generator::new(&document), &mut input);
    if let Ok(output) = generator.generate()
        && let Err(error) = syn::parse_file(&output.source)
    {
        panic!("{error}: {}", output.source);
    }
    if let Ok(files) = generator.generate_files() {
        files.files.iter().for_each(|file| drop(syn::parse_file(&file.source).expect("Rust")));
    }
}

fn with_options<'d>(generator: Generator<'d>, input: &mut Unstructured<'_>) -> Generator<'d> {
    let mut is_set = || input.arbitrary().unwrap_or(false);
    let options: [fn(Generator<'d>) -> Generator<'d>; 12] = [
        Generator::follow_navigation,
        Generator::operations,
        Generator::accessors,
        Generator::non_exhaustive,
        Generator::inherited_constants,
        Generator::default_values,
        Generator::alternate_keys,
        Generator::merge_versions,
        Generator::flat_enums,
        |generator| generator.related(true),
        |generator| generator.key_access("*", KeyAccess::Required).computed("*", true),
        |generator| generator.non_null_elements("*").omit_derive("*", "Clone").derive("*", "Eq"),
    ];
    options.into_iter().fold(generator, |generator, set| if is_set() { set(generator) } else { generator })
}

fn document(input: &mut Unstructured<'_>) -> Result<String> {
    let mut schemas = String::new();
    for namespace in ["n", "n.v1", "n.v2", "other.name-space"] {
        let mut elements = String::new();
        for _ in 0..input.int_in_range(0..=6)? {
            elements += &element(input)?;
        }
        schemas += &format!(r#"<Schema Namespace="{namespace}">{elements}</Schema>"#);
    }
    Ok(format!("<Edmx><DataServices>{schemas}</DataServices></Edmx>"))
}

fn element(input: &mut Unstructured<'_>) -> Result<String> {
    let name = name(input)?;
    let annotation = annotation(input)?;
    Ok(match input.int_in_range(0..=6)? {
        0 => {
            let flags: bool = input.arbitrary()?;
            let mut members = String::new();
            for _ in 0..input.int_in_range(0..=4)? {
                members += &format!(r#"<Member Name="{}" Value="{}" />"#, self::name(input)?, value(input)?);
            }
            format!(r#"<EnumType Name="{name}" IsFlags="{flags}">{annotation}{members}</EnumType>"#)
        }
        1 => format!(r#"<TypeDefinition Name="{name}" UnderlyingType="{}" />"#, type_name(input)?),
        2 => {
            let (bound, parameter) = (type_name(input)?, property(input, "Parameter")?);
            format!(
                r#"<Action Name="{name}" IsBound="true"><Parameter Name="it" Type="{bound}" />{parameter}</Action>"#
            )
        }
        3 => {
            let sets = format!(
                r#"<EntitySet Name="{}" EntityType="{}">{annotation}</EntitySet>"#,
                self::name(input)?,
                type_name(input)?
            );
            format!(r#"<EntityContainer Name="{name}">{sets}</EntityContainer>"#)
        }
        kind => structured(if kind == 4 { "ComplexType" } else { "EntityType" }, &name, &annotation, input)?,
    })
}

fn structured(kind: &str, name: &str, annotation: &str, input: &mut Unstructured<'_>) -> Result<String> {
    let base =
        if input.arbitrary()? { format!(r#" BaseType="{}""#, type_name(input)?) } else { String::new() };
    let is_abstract: bool = input.arbitrary()?;
    let mut content = String::new();
    if input.arbitrary()? {
        content += &format!(
            r#"<Key><PropertyRef Name="{}" Alias="{}" /></Key>"#,
            self::name(input)?,
            self::name(input)?
        );
    }
    for _ in 0..input.int_in_range(0..=5)? {
        let kind = if input.ratio(1, 4)? { "NavigationProperty" } else { "Property" };
        content += &property(input, kind)?;
    }
    Ok(format!(r#"<{kind} Name="{name}"{base} Abstract="{is_abstract}">{content}{annotation}</{kind}>"#))
}

fn property(input: &mut Unstructured<'_>, kind: &str) -> Result<String> {
    let (name, type_name, annotation) = (name(input)?, type_name(input)?, annotation(input)?);
    let type_name = if input.ratio(1, 4)? { format!("Collection({type_name})") } else { type_name };
    let facet =
        *input.choose(&["Nullable", "MaxLength", "Scale", "DefaultValue", "Partner", "ContainsTarget"])?;
    Ok(format!(
        r#"<{kind} Name="{name}" Type="{type_name}" {facet}="{}">{annotation}</{kind}>"#,
        value(input)?
    ))
}

fn annotation(input: &mut Unstructured<'_>) -> Result<String> {
    let term =
        *input.choose(&["", "Computed", "Description", "Immutable", "Permissions", "AlternateKeys"])?;
    Ok(match term {
        "" => String::new(),
        "AlternateKeys" => format!(
            r#"<Annotation Term="Org.OData.Core.V1.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>
                 <Record><PropertyValue Property="Name" PropertyPath="{}" /></Record>
               </Collection></PropertyValue></Record></Collection></Annotation>"#,
            name(input)?
        ),
        _ => format!(r#"<Annotation Term="Org.OData.Core.V1.{term}" String="{}" />"#, value(input)?),
    })
}

fn name(input: &mut Unstructured<'_>) -> Result<String> {
    if input.ratio(1, 10)? {
        return Ok(escaped(input.arbitrary()?));
    }
    input.choose(&NAMES).map(|name| (*name).to_owned())
}

fn value(input: &mut Unstructured<'_>) -> Result<String> {
    if input.ratio(1, 5)? {
        return Ok(escaped(input.arbitrary()?));
    }
    input.choose(&VALUES).map(|value| (*value).to_owned())
}

fn type_name(input: &mut Unstructured<'_>) -> Result<String> {
    if input.ratio(1, 2)? {
        return input.choose(&TYPES).map(|name| (*name).to_owned());
    }
    let namespace = *input.choose(&["n", "n.v1", "n.v2", "other.name-space"])?;
    Ok(format!("{namespace}.{}", name(input)?))
}

/// Escapes a string for an attribute in XML, and removes control characters.
fn escaped(text: &str) -> String {
    let text: String = text.chars().filter(|character| !character.is_control()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

//! Alternate keys: doc comments and constructors.

use odata_build::{Document, Generator};

/// Returns an annotation value with alternate keys. Each key is a list of pairs of a property path and an alias.
fn keys(keys: &[&[(&str, &str)]]) -> String {
    let key = |parts: &&[(&str, &str)]| {
        let parts = parts.iter().map(|(path, alias)| {
            let alias = match *alias {
                "" => String::new(),
                alias => format!(r#"<PropertyValue Property="Alias" String="{alias}" />"#),
            };
            format!(r#"<Record>{alias}<PropertyValue Property="Name" PropertyPath="{path}" /></Record>"#)
        });
        let parts: String = parts.collect();
        format!(
            r#"<Record><PropertyValue Property="Key"><Collection>{parts}</Collection></PropertyValue></Record>"#
        )
    };
    format!("<Collection>{}</Collection>", keys.iter().map(key).collect::<String>())
}

fn document(of_type: &str, of_set: &str) -> Document {
    let term = "Org.OData.Core.V1.AlternateKeys";
    let schema = format!(
        r#"<Edmx><DataServices><Schema Namespace="clinic">
             <EntityType Name="person"><Key><PropertyRef Name="id" /></Key>
               <Property Name="id" Type="Edm.Int32" /><Property Name="ssn" Type="Edm.String" /></EntityType>
             <EntityType Name="patient" BaseType="clinic.person">
               <Property Name="number" Type="Edm.Guid" /><Property Name="type" Type="Edm.Int32" />
               <Property Name="address" Type="clinic.address" /><Property Name="state" Type="clinic.state" />
               <Property Name="names" Type="Collection(Edm.String)" /><Property Name="place" Type="Edm.GeographyPoint" />
               <NavigationProperty Name="doctor" Type="clinic.person" />
               <Annotation Term="{term}">{of_type}</Annotation>
             </EntityType>
             <ComplexType Name="address"><Property Name="country" Type="Edm.String" /></ComplexType>
             <EnumType Name="state"><Member Name="open" /></EnumType>
             <EntityContainer Name="container"><EntitySet Name="patients" EntityType="clinic.patient">
               <Annotation Term="{term}">{of_set}</Annotation>
             </EntitySet></EntityContainer>
           </Schema></DataServices></Edmx>"#
    );
    Document::read(&schema).expect("CSDL")
}

#[test]
fn alternate_keys_are_documented() {
    let document =
        document(&keys(&[&[("number", "")], &[("address/country", "land"), ("ssn", "")]]), &keys(&[]));
    let output = Generator::new(&document).generate().expect("a model");
    let expected = "/// Entity set: `patients`. Alternate keys: `number`; `address/country` and `ssn`.";
    assert!(output.source.contains(expected), "{}", output.source);
    assert_eq!(output.warnings, []);
    assert!(!output.source.contains("http"));
}

#[test]
fn alternate_keys_have_constructors() {
    let document = document(
        &keys(&[
            &[("number", "number")],
            &[("address/country", "land"), ("ssn", "")],
            &[("type", ""), ("state", "")],
        ]),
        &keys(&[&[("number", "")], &[("ssn", "")]]),
    );
    let output = Generator::new(&document).alternate_keys().generate().expect("a model");
    syn::parse_file(&output.source).expect("Rust");
    assert_eq!(output.warnings, []);
    assert!(!output.source.contains("Alternate key"));
    let lines: Vec<&str> = output.source.lines().map(str::trim).collect();
    let functions: Vec<&&str> = lines.iter().filter(|line| line.starts_with("pub fn ")).collect();
    assert_eq!(
        functions,
        [
            &"pub fn key_by_number(number: Uuid) -> ::odata_core::request::Key {",
            &"pub fn key_by_land_and_ssn(land: &str, ssn: &str) -> ::odata_core::request::Key {",
            &"pub fn key_by_type_and_state(",
            &"pub fn key_by_ssn(ssn: &str) -> ::odata_core::request::Key {",
        ]
    );
    for line in [
        "/// Creates the alternate key with the values of `address/country` and `ssn`.",
        r#"::odata_core::request::Key::by_name("land", land).and_name("ssn", ssn).into()"#,
        "r#type: i32,",
        "state: State,",
        "use uuid::Uuid;",
        "// Requires the feature `http` of odata-core.",
    ] {
        assert!(lines.contains(&line), "{line} is not in\n{}", output.source);
    }
}

// C3
#[test]
fn invalid_alternate_key_is_skipped() {
    let primitive = "a key property must have a primitive type or an enumeration type";
    for (key, element, reason) in [
        (keys(&[&[("ssn", ""), ("none", "")]]), "/none", "the entity type doesn't have this property"),
        (keys(&[&[("address/none", "a")]]), "/address/none", "the entity type doesn't have this property"),
        (keys(&[&[("doctor/ssn", "a")]]), "/doctor/ssn", "the entity type doesn't have this property"),
        (
            keys(&[&[("address/country", "")]]),
            "/address/country",
            "a key property with a path such as `info/number` needs an alias",
        ),
        (keys(&[&[("ssn", "a b")]]), "/ssn", "the alias of a key property must be an identifier"),
        (keys(&[&[("names", "")]]), "/names", primitive),
        (keys(&[&[("place", "")]]), "/place", primitive),
        (keys(&[&[("address", "")]]), "/address", primitive),
        (keys(&[&[("doctor", "")]]), "/doctor", primitive),
        (
            keys(&[&[("ssn", ""), ("number", "ssn")]]),
            "/number",
            "the alternate key has two properties with this name",
        ),
        (keys(&[&[]]), "", "the alternate key has no properties"),
        ("<String>ssn</String>".to_owned(), "", "the alternate key has no properties"),
        (
            keys(&[&[("ssn", "")]]).replace("\"Name\"", "\"Path\""),
            "",
            "a property of the alternate key has no `Name`",
        ),
    ] {
        let document = document(&key, &key);
        let generator = Generator::new(&document);
        assert!(!generator.source().expect("a model").contains("Alternate key"));
        let output = generator.clone().alternate_keys().generate().expect("a model");
        let messages: Vec<String> = output.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(messages, [format!("`clinic.patient{element}`: {reason}; the alternate key is skipped")]);
        assert!(!output.source.contains("key_by"), "{}", output.source);
        assert!(generator.alternate_keys().strict().source().is_err());
    }
}

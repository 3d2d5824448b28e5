//! Default values of a CSDL document in the `Default` implementation of a struct.

use odata_build::{Document, Generator};

const TYPES: &str = r#"
    <EnumType Name="state"><Member Name="open" Value="1" /><Member Name="closed" Value="5" /><Member Name="shut" Value="5" /></EnumType>
    <EnumType Name="rights" IsFlags="true"><Member Name="read" Value="1" /><Member Name="write" Value="2" />
      <Member Name="odd" Value="20" /></EnumType>
    <TypeDefinition Name="count" UnderlyingType="Edm.Int32" />"#;

fn document(content: &str) -> Document {
    let schema = format!(
        r#"<Edmx><DataServices><Schema Namespace="clinic">{TYPES}{content}</Schema></DataServices></Edmx>"#
    );
    Document::read(&schema).expect("CSDL")
}

fn of_property(attributes: &str) -> Document {
    document(&format!(
        r#"<ComplexType Name="ward"><Property Name="other" Type="Edm.String" /><Property Name="p" {attributes} /></ComplexType>"#
    ))
}

#[test]
fn default_values_are_rust_expressions() {
    for (name, value, expected) in [
        ("Edm.Boolean", "true", "Some(true)"),
        ("Edm.Byte", "255", "Some(255)"),
        ("Edm.Int64", "-9223372036854775808", "Some(-9223372036854775808)"),
        ("clinic.count", "+7", "Some(7)"),
        ("Edm.Single", "0.1", "Some(0.1)"),
        ("Edm.Double", "-1E+20", "Some(-1e20)"),
        ("Edm.Double", "-INF", "Some(f64::NEG_INFINITY)"),
        ("Edm.String", "", r#"Some(String::from(""))"#),
        ("Edm.String", "a&quot;\\\u{202e}", r#"Some(String::from("a\"\\\u{202e}"))"#),
        ("Edm.Decimal", "-1.50", r#""-1.50".parse().ok()"#),
        ("Edm.Decimal", "79228162514264337593543950335", r#""79228162514264337593543950335".parse().ok()"#),
        (
            "Edm.Guid",
            "01234567-89ab-cdef-0123-456789ABCDEF",
            r#""01234567-89ab-cdef-0123-456789ABCDEF".parse().ok()"#,
        ),
        ("Edm.Date", "2024-02-29", r#""2024-02-29".parse().ok()"#),
        ("Edm.TimeOfDay", "07:30", r#""07:30:00".parse().ok()"#),
        ("Edm.DateTimeOffset", "2024-02-29T07:30+01:00", r#""2024-02-29T06:30:00Z".parse().ok()"#),
        ("Edm.Duration", "P1DT2H", r#""P1DT2H".parse().ok()"#),
        ("Edm.Binary", "T0RhdGE", r#""T0RhdGE".parse().ok()"#),
        ("clinic.state", "closed", "Some(State::Closed)"),
        ("clinic.state", "shut", "Some(State::Closed)"),
        ("clinic.state", "1", "Some(State::Open)"),
        ("clinic.rights", "read", "Some(Flags::from([Rights::Read]))"),
        ("clinic.rights", "write, read", "Some(Flags::from([Rights::Write, Rights::Read]))"),
    ] {
        let document = of_property(&format!(r#"Type="{name}" DefaultValue="{value}""#));
        let output = Generator::new(&document).types("clinic.ward").default_values().generate();
        let output = output.expect("a model");
        syn::parse_file(&output.source).expect("Rust");
        let line = format!("p: {expected},");
        assert!(
            output.source.lines().any(|other| other.trim() == line),
            "{line} is not in\n{}",
            output.source
        );
        assert!(!output.warnings.iter().any(|warning| warning.to_string().contains("default value")));
    }
}

// C3
#[test]
fn invalid_default_value_is_reported() {
    let invalid = "isn't a value of the property's type";
    let other = "can't be generated for a property of this type";
    for (attributes, value, reason) in [
        (r#"Type="Edm.Boolean""#, "1", invalid),
        (r#"Type="Edm.SByte""#, "128", invalid),
        (r#"Type="Edm.Int32""#, "1.0", invalid),
        (r#"Type="Edm.Double""#, "1e999", invalid),
        (r#"Type="Edm.Double""#, "infinity", invalid),
        (
            r#"Type="Edm.Decimal""#,
            "79228162514264337593543950336",
            "isn't a value of `rust_decimal::Decimal`",
        ),
        (r#"Type="Edm.Decimal""#, "1.", "isn't a value of `rust_decimal::Decimal`"),
        (r#"Type="Edm.Guid""#, "01234567-89ab-cdef-0123-456789abcdeg", invalid),
        (r#"Type="Edm.Date""#, "2023-02-29", invalid),
        (r#"Type="clinic.state""#, "clinic.state'open'", invalid),
        (r#"Type="clinic.state""#, "open,closed", invalid),
        (r#"Type="clinic.rights""#, "odd", "is an enumeration member that has no variant"),
        (r#"Type="clinic.ward""#, "{}", other),
        (r#"Type="Edm.GeographyPoint""#, "SRID=4326;POINT (10.22 10)", other),
        (r#"Type="Collection(Edm.Int32)""#, "1", "can't be the value of a collection"),
        (r#"Type="Edm.Stream""#, "a", "can't be used, because the options replace the type of the property"),
    ] {
        let document = of_property(&format!(r#"{attributes} DefaultValue="{value}""#));
        let generator = Generator::new(&document).types("clinic.ward").map_type("Edm.Stream", "String");
        assert!(generator.source().expect("a model").contains("Default, "), "the option isn't set");
        let output = generator.clone().default_values().generate().expect("a model");
        let messages: Vec<String> = output.warnings.iter().map(ToString::to_string).collect();
        let expected = format!(
            "`clinic.ward/p`: the default value `{value}` {reason}; the property is `None` by default"
        );
        assert!(messages.contains(&expected), "{messages:?}");
        assert!(output.source.contains("#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]"));
        assert!(!output.source.contains("impl Default"));
        assert!(generator.default_values().strict().source().is_err());
    }
}

const WARDS: &str = r#"
    <EntityType Name="ward"><Property Name="id" Type="Edm.Int32" /><Property Name="beds" Type="Edm.Int32" DefaultValue="4" /></EntityType>
    <EntityType Name="openWard" BaseType="clinic.ward"><Property Name="hours" Type="Edm.Int32" DefaultValue="8" /></EntityType>
    <EntityType Name="closedWard" BaseType="clinic.ward" />"#;

#[test]
fn only_types_with_default_values_implement_default() {
    let document = document(WARDS);
    let source = Generator::new(&document).default_values().source().expect("a model");
    let expected = "
    /// The default values in the CSDL document. Properties without a default value are `None`.
    impl Default for OpenWard {
        fn default() -> Self {
            Self {
                ward: Default::default(),
                hours: Some(8),
            }
        }
    }
";
    assert!(source.contains(expected), "{source}");
    let expected = "
    /// The default values in the CSDL document. Properties without a default value are `None`.
    impl Default for Ward {
        fn default() -> Self {
            Self {
                id: None,
                beds: Some(4),
                extra: Default::default(),
            }
        }
    }
";
    assert!(source.contains(expected), "{source}");
    assert_eq!(
        source.matches("#[derive(Debug, Clone, PartialEq, ODataEntity)]\n    #[odata(namespace").count(),
        2
    );
    assert_eq!(source.matches("#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]").count(), 1);
}

#[test]
fn default_values_require_default_derive() {
    let document = document(WARDS);
    let generator = Generator::new(&document).default_values().omit_derive("*", "Default");
    let source = generator.source().expect("a model");
    assert!(!source.contains("Default,") && !source.contains("impl Default"), "{source}");
    // A `Default` derive would conflict with the generated `Default` implementation.
    let source = generator.derive("clinic.openWard", "Default").source().expect("a model");
    assert!(source.contains("impl Default for OpenWard {") && !source.contains("Default)]"), "{source}");
}

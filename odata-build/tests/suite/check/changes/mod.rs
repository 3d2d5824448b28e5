//! What is changed in the clinic's document, and what is then found.

mod enumerations;
mod properties;
mod types;
mod values;

/// What stands there, what stands there instead, and the findings.
pub(super) type Change = (&'static str, &'static str, &'static [&'static str]);

pub(super) fn found() -> impl Iterator<Item = Change> {
    [types::FOUND, properties::FOUND, values::FOUND, enumerations::FOUND].into_iter().flatten().copied()
}

/// What stands there, and what may stand there as well.
pub(super) const NOT_FOUND: &[(&str, &str)] = &[
    // Who sets a property is annotated here and there; the model may know better.
    (r#"<Annotation Term="Org.OData.Core.V1.Computed" />"#, ""),
    (
        r#"<Annotation Term="Org.OData.Core.V1.Computed" />"#,
        r#"<Annotation Term="Org.OData.Core.V1.Immutable" />"#,
    ),
    (r#"<Annotation Term="Org.OData.Core.V1.Immutable" />"#, ""),
    // No key along the line: nothing is said about keys.
    (r#"<Key><PropertyRef Name="id" /></Key>"#, ""),
    // A key is set once, and never null.
    (
        r#"<Property Name="room" Type="Edm.String" Nullable="false" />"#,
        r#"<Property Name="room" Type="Edm.String" />"#,
    ),
    (
        r#"<Property Name="room" Type="Edm.String" Nullable="false" />"#,
        r#"<Property Name="room" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Immutable" /></Property>"#,
    ),
    // What is never null may be absent.
    (
        r#"<Property Name="shelf" Type="Edm.String" />"#,
        r#"<Property Name="shelf" Type="Edm.String" Nullable="false" />"#,
    ),
    (
        r#"Name="remarks" Type="Collection(Edm.String)""#,
        r#"Name="remarks" Type="Collection(Edm.String)" Nullable="false""#,
    ),
    // `Edm.Untyped` is anything.
    (r#"Name="anything" Type="Collection(Edm.Int32)""#, r#"Name="anything" Type="c.address""#),
    // The order of members matters only around the sentinel.
    (
        r#"<Member Name="open" Value="0" />
  <Member Name="closed" Value="1" />"#,
        r#"<Member Name="closed" Value="1" />
  <Member Name="open" Value="0" />"#,
    ),
];

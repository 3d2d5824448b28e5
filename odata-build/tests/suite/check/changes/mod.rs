//! Changes of the sample document, with the expected findings.

mod enumerations;
mod properties;
mod types;
mod values;

/// The original text, its replacement, and the expected findings.
pub(super) type Change = (&'static str, &'static str, &'static [&'static str]);

pub(super) fn found() -> impl Iterator<Item = Change> {
    [types::FOUND, properties::FOUND, values::FOUND, enumerations::FOUND].into_iter().flatten().copied()
}

/// The original text, and a replacement that isn't a finding.
pub(super) const NOT_FOUND: &[(&str, &str)] = &[
    // The model can restrict the access of properties that the document doesn't annotate.
    (r#"<Annotation Term="Org.OData.Core.V1.Computed" />"#, ""),
    (
        r#"<Annotation Term="Org.OData.Core.V1.Computed" />"#,
        r#"<Annotation Term="Org.OData.Core.V1.Immutable" />"#,
    ),
    (r#"<Annotation Term="Org.OData.Core.V1.Immutable" />"#, ""),
    // Without a key in the inheritance chain, the document doesn't declare keys.
    (r#"<Key><PropertyRef Name="id" /></Key>"#, ""),
    // A key is immutable and never null.
    (
        r#"<Property Name="room" Type="Edm.String" Nullable="false" />"#,
        r#"<Property Name="room" Type="Edm.String" />"#,
    ),
    (
        r#"<Property Name="room" Type="Edm.String" Nullable="false" />"#,
        r#"<Property Name="room" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Immutable" /></Property>"#,
    ),
    // A non-nullable property can be absent.
    (
        r#"<Property Name="shelf" Type="Edm.String" />"#,
        r#"<Property Name="shelf" Type="Edm.String" Nullable="false" />"#,
    ),
    (
        r#"Name="remarks" Type="Collection(Edm.String)""#,
        r#"Name="remarks" Type="Collection(Edm.String)" Nullable="false""#,
    ),
    // `Edm.Untyped` includes all types.
    (r#"Name="anything" Type="Collection(Edm.Int32)""#, r#"Name="anything" Type="c.address""#),
    // The order of members only matters relative to the sentinel.
    (
        r#"<Member Name="open" Value="0" />
  <Member Name="closed" Value="1" />"#,
        r#"<Member Name="closed" Value="1" />
  <Member Name="open" Value="0" />"#,
    ),
];

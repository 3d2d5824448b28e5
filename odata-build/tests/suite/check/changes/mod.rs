//! Changes of the sample document, with the expected findings.

pub(super) mod containers;
mod enumerations;
pub(super) mod operations;
mod properties;
mod types;
mod values;

/// A change of the sample document: the original text, the replacement, and the expected findings.
pub(super) type Change = (&'static str, &'static str, &'static [&'static str]);

pub(super) fn found() -> impl Iterator<Item = Change> {
    [types::FOUND, properties::FOUND, values::FOUND, enumerations::FOUND].into_iter().flatten().copied()
}

/// Changes of the sample document that cause no finding: the original text and the replacement.
pub(super) const NOT_FOUND: &[(&str, &str)] = &[
    // The model can declare computed and immutable properties that the document doesn't annotate.
    (r#"<Annotation Term="Org.OData.Core.V1.Computed" />"#, ""),
    (
        r#"<Annotation Term="Org.OData.Core.V1.Computed" />"#,
        r#"<Annotation Term="Org.OData.Core.V1.Immutable" />"#,
    ),
    (r#"<Annotation Term="Org.OData.Core.V1.Immutable" />"#, ""),
    // If no type of an inheritance chain declares a key in the document, the model can declare any key.
    (r#"<Key><PropertyRef Name="id" /></Key>"#, ""),
    // A key property is always immutable and never null, even if the document doesn't declare this.
    (
        r#"<Property Name="room" Type="Edm.String" Nullable="false" />"#,
        r#"<Property Name="room" Type="Edm.String" />"#,
    ),
    (
        r#"<Property Name="room" Type="Edm.String" Nullable="false" />"#,
        r#"<Property Name="room" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Immutable" /></Property>"#,
    ),
    // A property that isn't nullable can be absent in a response, so the model can use an `Option`.
    (
        r#"<Property Name="shelf" Type="Edm.String" />"#,
        r#"<Property Name="shelf" Type="Edm.String" Nullable="false" />"#,
    ),
    (
        r#"Name="remarks" Type="Collection(Edm.String)""#,
        r#"Name="remarks" Type="Collection(Edm.String)" Nullable="false""#,
    ),
    // A property with the type `Untyped` in the model accepts values of all types.
    (r#"Name="anything" Type="Collection(Edm.Int32)""#, r#"Name="anything" Type="c.address""#),
    // Only the order of members relative to the sentinel is compared.
    (
        r#"<Member Name="open" Value="0" />
  <Member Name="closed" Value="1" />"#,
        r#"<Member Name="closed" Value="1" />
  <Member Name="open" Value="0" />"#,
    ),
];

//! Generates a document with many properties.

use std::fmt::Write;

use odata_build::Document;

/// The types of the properties, in turn.
const TYPES: [&str; 8] = [
    "Edm.String",
    "Edm.Int32",
    "Edm.Boolean",
    "Edm.DateTimeOffset",
    "scale.kind",
    "scale.address",
    "Collection(Edm.String)",
    "Edm.Int64",
];

/// Returns a document with entity types that all derive from the same base type.
pub(crate) fn with_types(types: usize, properties: usize) -> Document {
    let mut schema = String::from(
        r#"<EnumType Name="kind"><Member Name="small" /><Member Name="large" /></EnumType>
           <ComplexType Name="address"><Property Name="city" Type="Edm.String" /></ComplexType>
           <EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id" /></Key>
             <Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>"#,
    );
    for number in 0..types {
        let _ = write!(schema, r#"<EntityType Name="item{number}" BaseType="scale.entity">"#);
        for property in 0..properties {
            let ty = TYPES[property % TYPES.len()];
            let _ = write!(schema, r#"<Property Name="property{property}OfItem" Type="{ty}" />"#);
        }
        schema.push_str("</EntityType>");
    }
    let text =
        format!(r#"<Edmx><DataServices><Schema Namespace="scale">{schema}</Schema></DataServices></Edmx>"#);
    Document::read(&text).expect("CSDL")
}

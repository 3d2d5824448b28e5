//! Changes of structured types, base types and keys.

use super::Change;

pub(super) const FOUND: &[Change] = &[
    (
        r#"<EnumType Name="unit">"#,
        r#"<EnumType Name="units">"#,
        &["contradiction at `clinic.unit`: not in the document"],
    ),
    (
        r#"<EnumType Name="unit">"#,
        r#"<EnumType Name="Unit">"#,
        &["contradiction at `clinic.unit`: not in the document, which declares `clinic.Unit`"],
    ),
    (
        r#"<EnumType Name="unit"><Member Name="mg" /></EnumType>"#,
        r#"<ComplexType Name="unit" />"#,
        &[
            "contradiction at `clinic.unit`: a structured type in the document, an enumeration type in the model",
        ],
    ),
    (
        r#"<EnumType Name="unit"><Member Name="mg" /></EnumType>"#,
        r#"<TypeDefinition Name="unit" UnderlyingType="Edm.String" />"#,
        &[
            "contradiction at `clinic.unit`: a type definition in the document, an enumeration type in the model",
        ],
    ),
    (
        r#"EntityType Name="desk""#,
        r#"EntityType Name="table""#,
        &["contradiction at `clinic.desk`: not in the document"],
    ),
    (
        r#"EntityType Name="desk""#,
        r#"EntityType Name="Desk""#,
        &["contradiction at `clinic.desk`: not in the document, which declares `clinic.Desk`"],
    ),
    (
        r#"<ComplexType Name="dwelling"></ComplexType>"#,
        r#"<EnumType Name="dwelling" />"#,
        &[
            "contradiction at `clinic.dwelling`: an enumeration type in the document, a structured type in the model",
        ],
    ),
    (
        r#"<ComplexType Name="dwelling"></ComplexType>"#,
        r#"<TypeDefinition Name="dwelling" UnderlyingType="c.dwelling" />"#,
        &[
            "contradiction at `clinic.dwelling`: a type definition in the document, a structured type in the model",
        ],
    ),
    (
        r#"<ComplexType Name="dwelling"></ComplexType>"#,
        r#"<EntityType Name="dwelling"></EntityType>"#,
        &["contradiction at `clinic.dwelling`: an entity type in the document, a complex type in the model"],
    ),
    (
        r#"<EntityType Name="desk"><Property Name="drawers" Type="Edm.Byte" /></EntityType>"#,
        r#"<ComplexType Name="desk"><Property Name="drawers" Type="Edm.Byte" /></ComplexType>"#,
        &["contradiction at `clinic.desk`: a complex type in the document, an entity type in the model"],
    ),
    (
        r#"Name="office" BaseType="c.house""#,
        r#"Name="office" BaseType="c.dwelling""#,
        &[
            "contradiction at `clinic.office`: the base type is `clinic.dwelling` in the document, `clinic.house` in the model",
        ],
    ),
    (
        r#"Name="office" BaseType="c.house""#,
        r#"Name="office""#,
        &[
            "contradiction at `clinic.office`: the base type is none in the document, `clinic.house` in the model",
        ],
    ),
    (
        r#"<EntityType Name="desk">"#,
        r#"<EntityType Name="desk" BaseType="c.furniture">"#,
        &[
            "contradiction at `clinic.desk`: the base type is `clinic.furniture` in the document, none in the model",
        ],
    ),
    (
        r#"Name="record" Abstract="true""#,
        r#"Name="record""#,
        &["contradiction at `clinic.record`: abstract in the model, not in the document"],
    ),
    (
        r#"<EntityType Name="visit">"#,
        r#"<EntityType Name="visit" Abstract="true">"#,
        &["addition at `clinic.visit`: abstract in the document, not in the model"],
    ),
    (
        r#"<EntityType Name="visit">"#,
        r#"<EntityType Name="visit" OpenType="true">"#,
        &[
            "addition at `clinic.visit`: an open type in the document, whose dynamic properties are lost without an `extra` field",
        ],
    ),
    (
        r#"<ComplexType Name="dwelling">"#,
        r#"<ComplexType Name="dwelling" OpenType="true">"#,
        &[
            "contradiction at `clinic.office`: an open type in the document, whose dynamic properties the model rejects",
        ],
    ),
    (
        r#"<Key><PropertyRef Name="id" /></Key>"#,
        r#"<Key><PropertyRef Name="shelf" /></Key>"#,
        &["contradiction at `clinic.record`: the key is `shelf` in the document, `id` in the model"],
    ),
    (
        r#"<PropertyRef Name="room" /><PropertyRef Name="hour" />"#,
        r#"<PropertyRef Name="hour" /><PropertyRef Name="room" />"#,
        &[
            "contradiction at `clinic.visit`: the key is `hour`, `room` in the document, `room`, `hour` in the model",
        ],
    ),
    (
        r#"<EntityType Name="desk">"#,
        r#"<EntityType Name="desk"><Key><PropertyRef Name="drawers" /></Key>"#,
        &["contradiction at `clinic.desk`: the key is `drawers` in the document, none in the model"],
    ),
    (
        r#"<PropertyRef Name="room" />"#,
        r#"<PropertyRef Name="room" /><PropertyRef Name="office/code" Alias="code" />"#,
        &[
            "addition at `clinic.visit`: the key has `office/code` (alias `code`) in the document, not in the model",
        ],
    ),
];

//! Changes of properties that both the model and the document declare: types, nullability, navigation and access.

use super::Change;

pub(super) const FOUND: &[Change] = &[
    (
        r#"Name="packs" Type="Edm.Int32""#,
        r#"Name="packs" Type="Edm.Int64""#,
        &[
            "contradiction at `clinic.prescription/packs`: `Edm.Int64` in the document, `Edm.Int32` in the model",
        ],
    ),
    (
        r#"UnderlyingType="Edm.Double""#,
        r#"UnderlyingType="Edm.Decimal""#,
        &[
            "contradiction at `clinic.prescription/dose`: `clinic.milligrams` (`Edm.Decimal`) in the document, `Edm.Double` in the model",
        ],
    ),
    (
        r#"Name="notes" Type="Collection(Edm.String)""#,
        r#"Name="notes" Type="Edm.String""#,
        &[
            "contradiction at `clinic.prescription/notes`: `Edm.String` in the document, `Collection(Edm.String)` in the model",
        ],
    ),
    (
        r#"Name="shelf" Type="Edm.String""#,
        r#"Name="shelf" Type="Collection(Edm.String)""#,
        &[
            "contradiction at `clinic.record/shelf`: `Collection(Edm.String)` in the document, `Edm.String` in the model",
        ],
    ),
    (
        r#"Name="notes" Type="Collection(Edm.String)""#,
        r#"Name="notes" Type="Collection(Edm.Guid)""#,
        &[
            "contradiction at `clinic.prescription/notes`: `Collection(Edm.Guid)` in the document, `Collection(Edm.String)` in the model",
        ],
    ),
    (
        r#"Name="shelf" Type="Edm.String""#,
        r#"Name="shelf" Type="Edm.Untyped""#,
        &["contradiction at `clinic.record/shelf`: `Edm.Untyped` in the document, `Edm.String` in the model"],
    ),
    (
        r#"Name="kinds" Type="c.kinds""#,
        r#"Name="kinds" Type="c.unit""#,
        &[
            "contradiction at `clinic.prescription/kinds`: `clinic.unit` in the document, `clinic.kinds` in the model",
        ],
    ),
    (
        r#"Name="address" Type="c.address""#,
        r#"Name="address" Type="c.house""#,
        &[
            "contradiction at `clinic.prescription/address`: `clinic.house` in the document, `clinic.address` in the model",
        ],
    ),
    (
        r#"Name="lodging" Type="c.house""#,
        r#"Name="lodging" Type="c.dwelling""#,
        &[
            "contradiction at `clinic.prescription/lodging`: `clinic.dwelling` in the document, `clinic.house` in the model",
        ],
    ),
    (
        r#"Name="lodging" Type="c.house""#,
        r#"Name="lodging" Type="c.office""#,
        &[
            "contradiction at `clinic.prescription/lodging`: `clinic.office` in the document, `clinic.house` in the model; the service rejects the base type in requests",
        ],
    ),
    (
        r#"Name="doctor" Type="c.doctor""#,
        r#"Name="doctor" Type="c.chiefDoctor""#,
        &[
            "contradiction at `clinic.prescription/doctor`: `clinic.chiefDoctor` in the document, `clinic.doctor` in the model; the service rejects the base type in requests",
        ],
    ),
    (
        r#"Name="home" Type="c.dwelling""#,
        r#"Name="home" Type="c.house""#,
        &[
            "addition at `clinic.prescription/home`: `clinic.house` in the document, `clinic.dwelling` in the model, which is the base type",
        ],
    ),
    (
        r#"Name="origin" Type="c.house""#,
        r#"Name="origin" Type="c.office""#,
        &[
            "addition at `clinic.prescription/origin`: `clinic.office` in the document, `clinic.house` in the model, which is the base type",
        ],
    ),
    (
        r#"Name="packs" Type="Edm.Int32" Nullable="false""#,
        r#"Name="packs" Type="Edm.Int32""#,
        &["contradiction at `clinic.prescription/packs`: may be null in the document, not in the model"],
    ),
    (
        r#"Name="notes" Type="Collection(Edm.String)" Nullable="false""#,
        r#"Name="notes" Type="Collection(Edm.String)" Nullable="true""#,
        &[
            "contradiction at `clinic.prescription/notes`: elements may be null in the document, not in the model",
        ],
    ),
    (
        r#"<Property Name="lodging""#,
        r#"<NavigationProperty Name="lodging""#,
        &[
            "contradiction at `clinic.prescription/lodging`: a navigation property in the document, not in the model",
        ],
    ),
    (
        r#"<NavigationProperty Name="doctor""#,
        r#"<Property Name="doctor""#,
        &[
            "contradiction at `clinic.prescription/doctor`: a navigation property in the model, not in the document",
        ],
    ),
    (
        r#"<Property Name="shelf" Type="Edm.String" />"#,
        r#"<Property Name="shelf" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Computed" /></Property>"#,
        &["contradiction at `clinic.record/shelf`: computed in the document, not in the model"],
    ),
    (
        r#"<Annotation Term="Org.OData.Core.V1.Immutable" />"#,
        r#"<Annotation Term="Org.OData.Core.V1.Computed" />"#,
        &["contradiction at `clinic.prescription/opened`: computed in the document, not in the model"],
    ),
    (
        r#"<Property Name="shelf" Type="Edm.String" />"#,
        r#"<Property Name="shelf" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Immutable" /></Property>"#,
        &["contradiction at `clinic.record/shelf`: immutable in the document, not in the model"],
    ),
];

//! Properties that only the model or only the document declares.

use super::Change;

pub(super) const FOUND: &[Change] = &[
    (
        r#"<Property Name="shelf" Type="Edm.String" />"#,
        "",
        &["contradiction at `clinic.record/shelf`: not in the document"],
    ),
    (
        r#"Name="shelf""#,
        r#"Name="Shelf""#,
        &["contradiction at `clinic.record/shelf`: not in the document, which declares `Shelf`"],
    ),
    (
        r#"<Property Name="shelf" Type="Edm.String" />
</EntityType>
<EntityType Name="prescription" BaseType="c.record">"#,
        r#"</EntityType>
<EntityType Name="prescription" BaseType="c.record">
<Property Name="shelf" Type="Edm.String" />"#,
        &[
            "contradiction at `clinic.record/shelf`: not in the document, where the derived type `clinic.prescription` declares the property",
        ],
    ),
    (
        r#"</EntityType>
<EntityType Name="chiefDoctor" BaseType="c.doctor">
  <Property Name="ward" Type="Edm.String" />"#,
        r#"<Property Name="ward" Type="Edm.String" /></EntityType><EntityType Name="chiefDoctor" BaseType="c.doctor">"#,
        &[
            "contradiction at `clinic.chiefDoctor/ward`: not in the document, where the base type `clinic.doctor` declares the property",
            "addition at `clinic.doctor/ward`: not in the model, `Edm.String` in the document",
        ],
    ),
    (
        r#"<Property Name="city" Type="Edm.String" />"#,
        "",
        &["addition at `clinic.address/city`: not in the document: a dynamic property of an open type"],
    ),
    (
        r#"Name="city""#,
        r#"Name="City""#,
        &["contradiction at `clinic.address/city`: not in the document, which declares `City`"],
    ),
    (
        r#"<Property Name="name" Type="Edm.String" />"#,
        r#"<Property Name="name" Type="Edm.String" /><Property Name="Name" Type="Edm.Int32" />"#,
        &["addition at `clinic.doctor/Name`: not in the model, `Edm.Int32` in the document"],
    ),
    (
        r#"<Property Name="name" Type="Edm.String" />"#,
        r#"<Property Name="name" Type="Edm.String" /><NavigationProperty Name="desks" Type="Collection(c.desk)" />"#,
        &[
            "addition at `clinic.doctor/desks`: not in the model, a navigation property to `Collection(clinic.desk)` in the document",
        ],
    ),
    (
        r#"<Property Name="room" "#,
        r#"<Property Name="floor" Type="Edm.Int16" /><Property Name="room" "#,
        &[
            "addition at `clinic.visit/floor`: not in the model, `Edm.Int16` in the document, which is lost without an `extra` field",
        ],
    ),
    (
        r#"<Property Name="code" Type="Edm.String" />"#,
        r#"<Property Name="code" Type="Edm.String" /><Property Name="fax" Type="Edm.String" />"#,
        &[
            "contradiction at `clinic.office/fax`: not in the model, `Edm.String` in the document, which the model rejects",
        ],
    ),
    (
        r#"<Property Name="code" Type="Edm.String" />"#,
        r#"<Property Name="code" Type="Edm.String" /><Property Name="plan" Type="Edm.Stream" />"#,
        &["addition at `clinic.office/plan`: not in the model, `Edm.Stream` in the document"],
    ),
    (
        r#"<ComplexType Name="dwelling">"#,
        r#"<ComplexType Name="dwelling"><Property Name="fax" Type="Edm.String" />"#,
        &[
            "contradiction at `clinic.office/fax`: not in the model, `Edm.String` in the document, which the model rejects",
            "addition at `clinic.dwelling/fax`: not in the model, `Edm.String` in the document",
        ],
    ),
];

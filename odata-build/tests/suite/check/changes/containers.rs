//! Changes of entity containers.

use super::Change;

pub(in crate::check) const FOUND: &[Change] = &[
    (
        r#"EntityContainer Name="service" Extends"#,
        r#"EntityContainer Name="Service" Extends"#,
        &["contradiction at `clinic.service`: not in the document, which declares `clinic.Service`"],
    ),
    (
        r#" Extends="clinic.base.service""#,
        "",
        &["contradiction at `clinic.service/main`: not in the document"],
    ),
    (
        r#"<EntitySet Name="wards""#,
        r#"<EntitySet Name="Wards""#,
        &["contradiction at `clinic.service/wards`: not in the document, which declares `Wards`"],
    ),
    (
        r#"<EntitySet Name="wards" EntityType="clinic.ward" />"#,
        r#"<Singleton Name="wards" Type="clinic.ward" />"#,
        &["contradiction at `clinic.service/wards`: a singleton in the document, an entity set in the model"],
    ),
    (
        r#"<EntitySet Name="wards" EntityType="clinic.ward" />"#,
        r#"<EntitySet Name="wards" EntityType="clinic.ownWard" />"#,
        &[
            "contradiction at `clinic.service/wards`: `clinic.ownWard` in the document, `clinic.ward` in the model",
        ],
    ),
    (
        r#"<Singleton Name="main" Type="clinic.ward" />"#,
        r#"<Singleton Name="main" Type="clinic.ward" Nullable="true" />"#,
        &["contradiction at `clinic.service/main`: may be null in the document, not in the model"],
    ),
    (
        r#"<EntitySet Name="wards" EntityType="clinic.ward" />"#,
        r#"<EntitySet Name="wards" EntityType="clinic.ward" /><EntitySet Name="more" EntityType="clinic.ward" />
           <Singleton Name="one" Type="clinic.ward" /><ActionImport Name="do" Action="clinic.do" />
           <FunctionImport Name="report" Function="clinic.report" />"#,
        &[
            "addition at `clinic.service/do`: not in the model, an action import of `clinic.do` in the document",
            "addition at `clinic.service/more`: not in the model, an entity set of `clinic.ward` in the document",
            "addition at `clinic.service/one`: not in the model, a singleton of `clinic.ward` in the document",
            "addition at `clinic.service/report`: not in the model, a function import of `clinic.report` in the document",
        ],
    ),
    (
        r#"<FunctionImport Name="freeBeds" Function="clinic.free" />"#,
        r#"<FunctionImport Name="freeBeds" Function="clinic.report" />"#,
        &[
            "contradiction at `clinic.free()`: the import is none in the document, `freeBeds` in the model",
            "contradiction at `clinic.free(Edm.Int32)`: the import is none in the document, `freeBeds` in the model",
            "contradiction at `clinic.service/freeBeds`: `clinic.report` in the document, `clinic.free` in the model",
        ],
    ),
    (
        r#"<FunctionImport Name="freeBeds" Function="clinic.free" />"#,
        r#"<ActionImport Name="freeBeds" Action="clinic.free" />"#,
        &[
            "contradiction at `clinic.free()`: the import is none in the document, `freeBeds` in the model",
            "contradiction at `clinic.free(Edm.Int32)`: the import is none in the document, `freeBeds` in the model",
            "contradiction at `clinic.service/freeBeds`: an action import in the document, a function import in the model",
        ],
    ),
];

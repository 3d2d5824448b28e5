//! Changes of actions and functions.

use super::Change;

/// The changes. `{close}` is the path of the action `Close`.
pub(in crate::check) const FOUND: &[Change] = &[
    // The name and the kind.
    (
        r#"Action Name="close" IsBound="true"><Parameter Name="them""#,
        r#"Action Name="shut" IsBound="true"><Parameter Name="them""#,
        &[
            "contradiction at `clinic.close(Collection(clinic.ward))`: bound to `clinic.ward` in the document, bound to `Collection(clinic.ward)` in the model",
            "addition at `clinic.shut(Collection(clinic.ward))`: not in the model",
        ],
    ),
    (
        r#"Type="Collection(clinic.ward)" Nullable="false" /></Action>"#,
        r#"Type="Collection(clinic.ownWard)" Nullable="false" /></Action>"#,
        &[
            "contradiction at `clinic.close(Collection(clinic.ward))`: no overload in the document is bound to `Collection(clinic.ward)`",
            "addition at `clinic.close(Collection(clinic.ownWard))`: not in the model",
        ],
    ),
    // The parameters.
    (
        r#"Name="reason" Type="Edm.String""#,
        r#"Name="reason" Type="Edm.Int64""#,
        &["contradiction at `{close}/reason`: `Edm.Int64` in the document, `Edm.String` in the model"],
    ),
    (
        r#"Name="reason""#,
        r#"Name="Reason""#,
        &["contradiction at `{close}/reason`: not in the document, which declares `Reason`"],
    ),
    (
        r#"<Parameter Name="reason" Type="Edm.String" />"#,
        "",
        &["contradiction at `{close}/reason`: not in the document"],
    ),
    (
        r#"<Parameter Name="reason" Type="Edm.String" />"#,
        r#"<Parameter Name="reason" Type="Edm.String" Nullable="false" />"#,
        &["contradiction at `{close}/reason`: may be null in the model, not in the document"],
    ),
    (
        r#"<Parameter Name="until" Type="Edm.String" Nullable="false">"#,
        r#"<Parameter Name="until" Type="Edm.String">"#,
        &["addition at `{close}/until`: may be null in the document, not in the model"],
    ),
    (
        r#"<Parameter Name="by" Type="Edm.String">"#,
        r#"<Parameter Name="by" Type="Edm.String" Nullable="false">"#,
        &["contradiction at `{close}/by`: may be null in the model, not in the document"],
    ),
    (
        r#"<Parameter Name="beds" Type="Collection(Edm.Int32)" Nullable="false" />"#,
        r#"<Parameter Name="beds" Type="Collection(Edm.Int32)" Nullable="true" />"#,
        &["addition at `{close}/beds`: elements may be null in the document, not in the model"],
    ),
    (
        r#"Name="beds" Type="Collection(Edm.Int32)""#,
        r#"Name="beds" Type="Edm.Int32""#,
        &[
            "contradiction at `{close}/beds`: `Edm.Int32` in the document, `Collection(Edm.Int32)` in the model",
        ],
    ),
    (
        r#"<Parameter Name="by" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.OptionalParameter" /></Parameter>"#,
        r#"<Parameter Name="by" Type="Edm.String" />"#,
        &["contradiction at `{close}/by`: optional in the model, not in the document"],
    ),
    (
        r#"<Parameter Name="reason" Type="Edm.String" />"#,
        r#"<Parameter Name="reason" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.OptionalParameter" /></Parameter>"#,
        &["addition at `{close}/reason`: optional in the document, not in the model"],
    ),
    (
        r#"<Parameter Name="reason" Type="Edm.String" />"#,
        r#"<Parameter Name="reason" Type="Edm.String" /><Parameter Name="floor" Type="Edm.Int32" />"#,
        &[
            "contradiction at `{close}/floor`: not in the model, `Edm.Int32` in the document, which the service requires",
        ],
    ),
    (
        r#"<Parameter Name="reason" Type="Edm.String" />"#,
        r#"<Parameter Name="reason" Type="Edm.String" />
           <Parameter Name="floor" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.OptionalParameter" /></Parameter>"#,
        &[
            "addition at `{close}/floor`: not in the model, an optional parameter with the type `Edm.Int32` in the document",
        ],
    ),
    // The result.
    (
        r#"<ReturnType Type="clinic.ward" />"#,
        "",
        &["contradiction at `{close}/$ReturnType`: no result in the document, `clinic.ward` in the model"],
    ),
    (
        r#"Type="Collection(clinic.ward)" Nullable="false" /></Action>"#,
        r#"Type="Collection(clinic.ward)" Nullable="false" /><ReturnType Type="Edm.Int32" /></Action>"#,
        &[
            "contradiction at `clinic.close(Collection(clinic.ward))/$ReturnType`: `Edm.Int32` in the document, no result in the model",
        ],
    ),
    (
        r#"<ReturnType Type="clinic.ward" />"#,
        r#"<ReturnType Type="Edm.Int32" />"#,
        &["contradiction at `{close}/$ReturnType`: `Edm.Int32` in the document, `clinic.ward` in the model"],
    ),
    (
        r#"<ReturnType Type="clinic.ward" />"#,
        r#"<ReturnType Type="clinic.ownWard" />"#,
        &[
            "addition at `{close}/$ReturnType`: `clinic.ownWard` in the document, `clinic.ward` in the model, which is the base type",
        ],
    ),
    (
        r#"<ReturnType Type="Collection(Edm.Int32)" Nullable="false" />"#,
        r#"<ReturnType Type="Collection(Edm.Int32)" Nullable="true" />"#,
        &[
            "contradiction at `clinic.free()/$ReturnType`: elements may be null in the document, not in the model",
        ],
    ),
    // The overloads, composability and imports of functions.
    (
        r#"<Function Name="free">"#,
        r#"<Function Name="free" IsComposable="true">"#,
        &["addition at `clinic.free()`: composable in the document, not in the model"],
    ),
    (
        r#"<Function Name="free" IsComposable="true">"#,
        r#"<Function Name="free">"#,
        &["contradiction at `clinic.free(Edm.Int32)`: composable in the model, not in the document"],
    ),
    (
        r#"<Function Name="report">"#,
        r#"<Function Name="free"><Parameter Name="room" Type="Edm.String" />"#,
        &["addition at `clinic.free(Edm.String)`: not in the model"],
    ),
    (
        r#"<Function Name="report">"#,
        r#"<Function Name="report" IsBound="true"><Parameter Name="it" Type="clinic.ownWard" />"#,
        &["addition at `clinic.report(clinic.ownWard)`: not in the model"],
    ),
];

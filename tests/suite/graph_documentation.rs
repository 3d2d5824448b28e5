//! Tests the bodies on five pages of Graph's documentation. With real values, they are read and written back unchanged.
//! With the placeholders of the documentation, they are errors that name the first placeholder.

use chrono::{DateTime, Utc};
use odata_core::Flags;
use odata_examples::{legacy, security};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::support::{assert_writes_back, error};

/// The properties of every documented body, with placeholders for values.
const COMMON: &str = r#"
    "completedDateTime": "String (timestamp)",
    "percentProgress": "Integer",
    "status": "String",
    "action": "String",
    "createdBy": {"@odata.type": "microsoft.graph.identitySet"},
    "resultInfo": {"@odata.type": "microsoft.graph.resultInfo"}"#;

/// The additional properties of a documented export operation, with placeholders for values.
const EXPORT: &str = r#",
    "outputName": "String",
    "description": "String",
    "outputFolderId": "String",
    "azureBlobContainer": "String",
    "azureBlobToken": "String",
    "exportOptions": "String",
    "exportStructure": "String""#;

/// Returns the documented body of a request.
fn request(type_annotation: &str, more: &str) -> String {
    format!(r#"{{"@odata.type": "{type_annotation}",{COMMON}{more}}}"#)
}

/// Returns the documented body of a response, which also has the computed properties.
fn response(type_annotation: &str, more: &str) -> String {
    format!(
        r#"{{"@odata.type": "{type_annotation}",
    "id": "b8ed6b47-81a5-2e9d-7285-0d9b0f019ace",
    "createdDateTime": "String (timestamp)",{COMMON}{more}}}"#
    )
}

/// Replaces the placeholders of a body with real values.
fn filled(body: &str, action: &str) -> String {
    body.replace(
        r#""createdDateTime": "String (timestamp)""#,
        r#""createdDateTime": "2022-05-23T16:51:34.8281972Z""#,
    )
    .replace("String (timestamp)", "2022-05-23T16:54:00.012Z")
    .replace(r#""Integer""#, "100")
    .replace(r#""status": "String""#, r#""status": "partiallySucceeded""#)
    .replace(r#""action": "String""#, &format!(r#""action": "{action}""#))
    .replace(r#""exportOptions": "String""#, r#""exportOptions": "originalFiles,fileInfo,tags""#)
    .replace(r#""exportStructure": "String""#, r#""exportStructure": "pst""#)
    .replace(
        r#"identitySet"}"#,
        r#"identitySet", "user": {"id": "1", "displayName": "Pat", "userPrincipalName": "pat@contoso.example"}}"#,
    )
    .replace(r#"resultInfo"}"#, r#"resultInfo", "code": 0, "message": "done \"well\"", "subcode": 12}"#)
}

fn check<T: Serialize + DeserializeOwned>(body: &str, action: &str) -> T {
    let type_name = body.split('"').nth(3).expect("a type annotation").trim_start_matches('#').to_owned();
    let declaring =
        type_name.replace("caseExportOperation", "caseOperation").replace("tagOperation", "caseOperation");
    let message = error::<T>(body);
    let first = if body.contains("createdDateTime") { "createdDateTime" } else { "completedDateTime" };
    let expected = format!(
        "`{first}` (property of `{declaring}`): invalid value: string \"String (timestamp)\", expected \
         `Edm.DateTimeOffset` such as \"2022-05-23T16:51:34.8281972Z\" at line "
    );
    assert!(message.starts_with(&expected), "{message}");
    assert_writes_back(&filled(body, action))
}

const SECURITY: &str = "#microsoft.graph.security.caseOperation";

#[test]
fn security_caseoperation_resource() {
    let operation: security::CaseOperation =
        check(&response(SECURITY, "").replace("b8ed6b47-81a5-2e9d-7285-0d9b0f019ace", "7"), "purgeData");
    assert_eq!(operation.id.as_deref(), Some("7"));
    assert_eq!(operation.action, Some(security::CaseAction::PurgeData));
}

#[test]
fn security_ediscoverycase_post_operations() {
    for body in [request(SECURITY, ""), response(SECURITY, "")] {
        let operation: security::CaseOperation = check(&body, "holdUpdate");
        assert_eq!(operation.status, Some(security::CaseOperationStatus::PartiallySucceeded));
        let user = operation.created_by.and_then(|created_by| created_by.user).expect("a user");
        assert_eq!(user.extra.get_str("userPrincipalName"), Some("pat@contoso.example"));
    }
}

#[test]
fn security_caseoperation_update() {
    for body in [request(SECURITY, ""), response(SECURITY, "")] {
        let operation: security::AnyCaseOperation = check(&body, "applyTags");
        assert_eq!(operation.percent_progress, Some(100));
        assert_eq!(operation.result_info.as_ref().and_then(|info| info.subcode), Some(12));
    }
}

#[test]
fn caseexportoperation_update() {
    const TYPE: &str = "#microsoft.graph.caseExportOperation";
    for body in [request(TYPE, EXPORT), response(TYPE, EXPORT)] {
        let operation: legacy::CaseExportOperation = check(&body, "contentExport");
        let options = operation.export_options.expect("options");
        assert_eq!(
            options,
            Flags::from([
                legacy::ExportOptions::Tags,
                legacy::ExportOptions::OriginalFiles,
                legacy::ExportOptions::FileInfo
            ])
        );
        assert_eq!(operation.export_structure, Some(legacy::ExportFileStructure::Pst));
    }
}

#[test]
fn tagoperation_update() {
    const TYPE: &str = "#microsoft.graph.tagOperation";
    // An older list of actions in the documentation has `tag`, and a newer one has `applyTags`.
    for action in ["tag", "applyTags", "addDataToReviewSet", "estimateStatistics"] {
        for body in [request(TYPE, ""), response(TYPE, "")] {
            let operation: legacy::TagOperation = check(&body, action);
            assert_eq!(operation.action.as_ref().map(legacy::CaseAction::as_str), Some(action));
            let completed: DateTime<Utc> = "2022-05-23T16:54:00.012Z".parse().expect("a date");
            assert_eq!(operation.completed_date_time, Some(completed));
        }
    }
}

#[test]
fn placeholder_error_names_property_type_and_value() {
    let body = filled(&response(SECURITY, ""), "index").replace("100", r#""Integer""#);
    assert_eq!(
        error::<security::CaseOperation>(&body).split(" at line").next(),
        Some(
            "`percentProgress` (property of `microsoft.graph.security.caseOperation`): invalid type: string \
             \"Integer\", expected `Edm.Int32`"
        ),
    );
}

//! The actions and the function of cases, searches and review sets. The service accepts only the bodies that the documentation shows.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use odata_examples::security::{AnyCaseOperation, CaseAction, CaseOperation, CaseOperationStatus};
use serde_json::{Value, json};

use super::{Shared, bad_request, not_found};

/// The path below `ediscoveryCases/{id}`, and the body that the documentation page of the action shows. Without a body, the request
/// must have none. `Some` action means that the service starts an operation and returns its URL.
const DOCUMENTED: [(&str, &str, Option<CaseAction>); 15] = [
    // https://learn.microsoft.com/graph/api/security-ediscoverycase-close
    ("close", "", None),
    // https://learn.microsoft.com/graph/api/security-ediscoverycase-reopen
    ("reopen", "", None),
    // https://learn.microsoft.com/graph/api/security-ediscoverycustodian-applyhold
    (
        "custodians/applyHold",
        r#"{"ids": ["7f697316-43ed-48e1-977f-261be050db93", "b26888b3-e1f5-47c5-bdf2-33d1b90cb2e8"]}"#,
        Some(CaseAction::HoldUpdate),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoverycustodian-removehold
    (
        "custodians/removeHold",
        r#"{"ids": ["7f697316-43ed-48e1-977f-261be050db93", "b26888b3-e1f5-47c5-bdf2-33d1b90cb2e8"]}"#,
        Some(CaseAction::HoldUpdate),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoverynoncustodialdatasource-applyhold
    (
        "noncustodialDataSources/applyHold",
        r#"{"ids": ["39333641443238353535383731453339", "46333131344239353834433430454335"]}"#,
        Some(CaseAction::HoldUpdate),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoverynoncustodialdatasource-removehold
    (
        "noncustodialDataSources/removeHold",
        r#"{"ids": ["39333641443238353535383731453339", "46333131344239353834433430454335"]}"#,
        Some(CaseAction::HoldUpdate),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoverysearch-exportresult
    (
        "searches/1/exportResult",
        r#"{"displayName": "Export 5", "exportCriteria": "partiallyIndexed", "exportLocation": "responsiveLocations",
            "additionalOptions": "cloudAttachments", "exportFormat": "eml"}"#,
        Some(CaseAction::ExportResult),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoverysearch-exportreport
    (
        "searches/1/exportReport",
        r#"{"displayName": "Export 5", "exportCriteria": "partiallyIndexed", "exportLocation": "responsiveLocations",
            "additionalOptions": "cloudAttachments"}"#,
        Some(CaseAction::ExportReport),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoverysearch-estimatestatistics
    ("searches/1/estimateStatistics", "", Some(CaseAction::EstimateStatistics)),
    // https://learn.microsoft.com/graph/api/security-ediscoverysearch-purgedata
    (
        "searches/1/purgeData",
        r#"{"purgeType": "recoverable", "purgeAreas": "teamsMessages"}"#,
        Some(CaseAction::PurgeData),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoveryreviewset-export
    (
        "reviewSets/1/export",
        r#"{"outputName": "Export via API", "description": "Export for the Contoso investigation",
            "exportOptions": "originalFiles,tags", "exportStructure": "directory"}"#,
        Some(CaseAction::ContentExport),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoveryreviewsetquery-export
    (
        "reviewSets/1/queries/1/export",
        r#"{"outputName": "Export reviewset query via API", "description": "Export for the Contoso investigation 2",
            "exportOptions": "originalFiles,tags", "exportStructure": "directory"}"#,
        Some(CaseAction::ContentExport),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoveryreviewset-addtoreviewset
    (
        "reviewSets/1/addToReviewSet",
        r#"{"search": {"id": "c17e91d6-6bc0-4ecb-b388-269ea3d4ffb7"}, "additionalDataOptions": "linkedFiles"}"#,
        Some(CaseAction::AddToReviewSet),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoveryreviewsetquery-applytags
    (
        "reviewSets/1/queries/1/applyTags",
        r#"{"tagsToAdd": [{"id": "d3d99dc704a74801b792b3e1e722aa0d"}]}"#,
        Some(CaseAction::ApplyTags),
    ),
    // https://learn.microsoft.com/graph/api/security-ediscoveryreviewtag-ashierarchy
    ("tags/asHierarchy()", "", None),
];

/// Calls an action. The response has the documented status code: 204, or 202 with the URL of the operation that the action started.
pub(super) async fn call(
    State(store): State<Shared>,
    Path((case, path)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some((_, expected, action)) = documented(&path) else { return not_found(&path) };
    let is_documented = if expected.is_empty() {
        body.is_empty()
    } else {
        serde_json::from_slice::<Value>(&body).ok() == serde_json::from_str(expected).ok()
    };
    if !is_documented {
        return bad_request(&format!("The body differs from the documentation: {expected}"));
    }
    let Some(action) = action else { return StatusCode::NO_CONTENT.into_response() };
    let operation = AnyCaseOperation::from(CaseOperation {
        action: Some(action),
        status: Some(CaseOperationStatus::Running),
        ..CaseOperation::default()
    });
    let id = store.lock().unwrap_or_else(std::sync::PoisonError::into_inner).create(operation);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let url = format!("http://{host}{}/{id}", super::OPERATIONS.replace("{case}", &case));
    (StatusCode::ACCEPTED, [(header::LOCATION, url)]).into_response()
}

/// Returns the tags of the case. The response is a part of the documented response.
pub(super) async fn as_hierarchy(Path((_, path)): Path<(String, String)>) -> Response {
    if documented(&path).is_none_or(|(name, ..)| name != "tags/asHierarchy()") {
        return not_found(&path);
    }
    axum::Json(json!({"value": [
        {"@odata.type": "#microsoft.graph.security.ediscoveryReviewTag", "id": "062de822f17a4a2e9b833aa3f6c37108",
         "displayName": "My tag API 2", "childSelectability": "Many", "childTags": []},
    ]}))
    .into_response()
}

/// Returns the entry of an operation. The last segment of `path` is the qualified name.
fn documented(path: &str) -> Option<(&'static str, &'static str, Option<CaseAction>)> {
    let path = path.replace("microsoft.graph.security.", "");
    DOCUMENTED.into_iter().find(|(name, ..)| *name == path)
}

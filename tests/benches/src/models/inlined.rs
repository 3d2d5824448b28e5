//! Model B: serde's derive on one struct with the properties of all types, without polymorphism.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A page of a collection.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Listing<T> {
    #[serde(rename = "@odata.context", skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
    #[serde(rename = "@odata.nextLink", skip_serializing_if = "Option::is_none")]
    pub next_link: Option<String>,
    pub value: Vec<T>,
}

/// An operation of any type.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseOperation {
    #[serde(rename = "@odata.type", skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<CaseAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_date_time: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<IdentitySet>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_date_time: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent_progress: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result_info: Option<ResultInfo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CaseOperationStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_file_metadata: Option<Vec<ExportFileMetadata>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_structure: Option<ExportFileStructure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indexed_item_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indexed_items_size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mailbox_count: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site_count: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unindexed_item_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unindexed_items_size: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IdentitySet {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<Identity>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_principal_name: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultInfo {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subcode: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportFileMetadata {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub download_url: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CaseAction {
    ContentExport,
    ApplyTags,
    ConvertToPdf,
    Index,
    EstimateStatistics,
    AddToReviewSet,
    HoldUpdate,
    PurgeData,
    ExportReport,
    ExportResult,
    HoldPolicySync,
    #[serde(other)]
    UnknownFutureValue,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CaseOperationStatus {
    NotStarted,
    SubmissionFailed,
    Running,
    Succeeded,
    PartiallySucceeded,
    Failed,
    #[serde(other)]
    UnknownFutureValue,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ExportFileStructure {
    None,
    Directory,
    Pst,
    #[serde(other)]
    UnknownFutureValue,
}

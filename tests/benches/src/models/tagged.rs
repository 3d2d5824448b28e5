//! Model A: serde's derive with an internally tagged enum, and structs with flattened base types.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::inlined::{
    CaseAction, CaseOperationStatus, ExportFileMetadata, ExportFileStructure, IdentitySet, ResultInfo,
};

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseOperation {
    #[serde(flatten)]
    pub entity: Entity,
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
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EdiscoveryExportOperation {
    #[serde(flatten)]
    pub case_operation: CaseOperation,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_file_metadata: Option<Vec<ExportFileMetadata>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_structure: Option<ExportFileStructure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output_name: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EdiscoveryEstimateOperation {
    #[serde(flatten)]
    pub case_operation: CaseOperation,
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
pub struct EdiscoveryIndexOperation {
    #[serde(flatten)]
    pub case_operation: CaseOperation,
}

/// A tagged enum of all operation types.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(tag = "@odata.type")]
pub enum AnyCaseOperation {
    #[serde(rename = "#microsoft.graph.security.caseOperation")]
    CaseOperation(CaseOperation),
    #[serde(rename = "#microsoft.graph.security.ediscoveryExportOperation")]
    Export(EdiscoveryExportOperation),
    #[serde(rename = "#microsoft.graph.security.ediscoveryEstimateOperation")]
    Estimate(EdiscoveryEstimateOperation),
    #[serde(rename = "#microsoft.graph.security.ediscoveryIndexOperation")]
    Index(EdiscoveryIndexOperation),
}

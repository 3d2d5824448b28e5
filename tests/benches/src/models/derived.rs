//! The model with the derives of odata-derive.

use chrono::{DateTime, Utc};
use odata_core::{Extra, ODataComplex, ODataEntity, ODataEnum};

/// `microsoft.graph.entity`
#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", abstract)]
pub struct Entity {
    #[odata(key, computed)]
    pub id: Option<String>,
    #[odata(extra)]
    pub extra: Extra,
}

/// `microsoft.graph.security.caseOperation`
#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct CaseOperation {
    #[odata(base)]
    pub entity: Entity,
    pub action: Option<CaseAction>,
    pub completed_date_time: Option<DateTime<Utc>>,
    pub created_by: Option<IdentitySet>,
    pub created_date_time: Option<DateTime<Utc>>,
    pub percent_progress: Option<i32>,
    pub result_info: Option<ResultInfo>,
    pub status: Option<CaseOperationStatus>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryExportOperation {
    #[odata(base)]
    pub case_operation: CaseOperation,
    pub description: Option<String>,
    pub export_file_metadata: Option<Vec<ExportFileMetadata>>,
    pub export_structure: Option<ExportFileStructure>,
    pub output_name: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryEstimateOperation {
    #[odata(base)]
    pub case_operation: CaseOperation,
    pub indexed_item_count: Option<i64>,
    pub indexed_items_size: Option<i64>,
    pub mailbox_count: Option<i32>,
    pub site_count: Option<i32>,
    pub unindexed_item_count: Option<i64>,
    pub unindexed_items_size: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryIndexOperation {
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// A polymorphic enum of all operation types.
#[derive(Debug, Clone, PartialEq, ODataEntity)]
pub enum AnyCaseOperation {
    #[odata(base)]
    CaseOperation(CaseOperation),
    Export(EdiscoveryExportOperation),
    Estimate(EdiscoveryEstimateOperation),
    Index(EdiscoveryIndexOperation),
}

#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct IdentitySet {
    pub user: Option<Identity>,
    #[odata(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct Identity {
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub user_principal_name: Option<String>,
    #[odata(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct ResultInfo {
    pub code: Option<i32>,
    pub subcode: Option<i32>,
    pub message: Option<String>,
    #[odata(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportFileMetadata {
    pub file_name: Option<String>,
    pub size: Option<i64>,
    pub download_url: Option<String>,
    #[odata(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
pub enum CaseAction {
    ContentExport,
    ApplyTags,
    ConvertToPdf,
    Index,
    EstimateStatistics,
    AddToReviewSet,
    HoldUpdate,
    UnknownFutureValue,
    PurgeData,
    ExportReport,
    ExportResult,
    HoldPolicySync,
    #[odata(unknown)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
pub enum CaseOperationStatus {
    NotStarted,
    SubmissionFailed,
    Running,
    Succeeded,
    PartiallySucceeded,
    Failed,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
pub enum ExportFileStructure {
    None,
    Directory,
    Pst,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

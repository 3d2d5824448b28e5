//! Types of `microsoft.graph.ediscovery`, a beta version of 2021. The examples model the versions before and after it.

use chrono::{DateTime, Utc};
use odata_core::{Flags, ODataComplex, ODataEntity};
use odata_examples::graph::{Entity, IdentitySet, ResultInfo};
use odata_examples::legacy::{CaseAction, CaseOperationStatus, ExportFileStructure, ExportOptions};

#[derive(Debug, ODataEntity)]
#[odata(namespace = "microsoft.graph.ediscovery")]
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

#[derive(Debug, ODataEntity)]
#[odata(namespace = "microsoft.graph.ediscovery")]
pub struct AddToReviewSetOperation {
    #[odata(base)]
    pub case_operation: CaseOperation,
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "microsoft.graph.ediscovery")]
pub struct TagOperation {
    #[odata(base)]
    pub case_operation: CaseOperation,
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "microsoft.graph.ediscovery")]
pub struct PurgeDataOperation {
    #[odata(base)]
    pub case_operation: CaseOperation,
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "microsoft.graph.ediscovery")]
pub struct CaseExportOperation {
    #[odata(base)]
    pub case_operation: CaseOperation,
    pub azure_blob_container: Option<String>,
    pub azure_blob_token: Option<String>,
    pub description: Option<String>,
    pub export_options: Option<Flags<ExportOptions>>,
    pub export_structure: Option<ExportFileStructure>,
    pub output_folder_id: Option<String>,
    pub output_name: Option<String>,
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "microsoft.graph.ediscovery")]
pub struct EstimateStatisticsOperation {
    #[odata(base)]
    pub case_operation: CaseOperation,
    pub indexed_item_count: Option<i64>,
    pub indexed_items_size: Option<i64>,
    pub mailbox_count: Option<i32>,
    pub site_count: Option<i32>,
    pub unindexed_item_count: Option<i64>,
    pub unindexed_items_size: Option<i64>,
}

#[derive(Debug, ODataEntity)]
pub enum AnyCaseOperation {
    #[odata(base)]
    CaseOperation(CaseOperation),
    AddToReviewSet(AddToReviewSetOperation),
    Estimate(EstimateStatisticsOperation),
    Export(CaseExportOperation),
    Tag(TagOperation),
}

#[derive(Debug, ODataEntity)]
#[odata(namespace = "microsoft.graph.ediscovery")]
pub struct SourceCollection {
    #[odata(base)]
    pub entity: Entity,
    pub content_query: Option<String>,
    pub created_by: Option<IdentitySet>,
    pub created_date_time: Option<DateTime<Utc>>,
    pub data_source_scopes: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_by: Option<IdentitySet>,
    pub last_modified_date_time: Option<DateTime<Utc>>,
    #[odata(navigation)]
    pub add_to_review_set_operation: Option<AddToReviewSetOperation>,
    #[odata(navigation)]
    pub last_estimate_statistics_operation: Option<EstimateStatisticsOperation>,
}

#[derive(Debug, ODataComplex)]
#[odata(namespace = "microsoft.graph.ediscovery")]
pub struct AddToReviewSetParameters {
    pub source_collection: Option<SourceCollection>,
    pub additional_data: Option<String>,
}

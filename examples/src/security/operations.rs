//! Case operations.

use chrono::{DateTime, Utc};
use odata_core::{Extra, Flags, ODataComplex, ODataEntity};

use super::{
    AdditionalDataOptions, AdditionalOptions, CaseAction, CaseOperationStatus, CloudAttachmentVersion,
    DocumentVersion, EdiscoveryReviewSet, EdiscoveryReviewSetQuery, EdiscoverySearch, ExportCriteria,
    ExportFileStructure, ExportFormat, ExportLocation, ExportOptions, ItemsToInclude, StatisticsOptions,
};
use crate::graph::{Entity, IdentitySet, ResultInfo};

/// An operation on an eDiscovery case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct CaseOperation {
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The action of the operation.
    pub action: Option<CaseAction>,
    /// The completion time of the operation. Its year is 1 while the operation is running.
    pub completed_date_time: Option<DateTime<Utc>>,
    /// The user or application that started the operation.
    pub created_by: Option<IdentitySet>,
    /// The start time of the operation.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The progress of the operation in percent, from 0 to 100.
    pub percent_progress: Option<i32>,
    /// The result of the operation.
    pub result_info: Option<ResultInfo>,
    /// The status of the operation.
    pub status: Option<CaseOperationStatus>,
}

/// Any operation on a case.
///
/// The service omits `@odata.type` when it returns a list of operations, so most operations in a list are read as the declared type.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
pub enum AnyCaseOperation {
    /// An operation without `@odata.type`, or an operation of an unknown type. The field `extra` of `Entity` contains the undeclared
    /// properties.
    #[odata(base)]
    CaseOperation(CaseOperation),
    /// An operation that adds items to a review set.
    AddToReviewSet(EdiscoveryAddToReviewSetOperation),
    /// An operation that estimates the results of a search.
    Estimate(EdiscoveryEstimateOperation),
    /// An export from a review set.
    Export(EdiscoveryExportOperation),
    /// An operation that places data sources on hold.
    Hold(EdiscoveryHoldOperation),
    /// An operation that distributes a hold policy.
    HoldPolicySync(EdiscoveryHoldPolicySyncOperation),
    /// An operation that indexes data sources.
    Index(EdiscoveryIndexOperation),
    /// An operation that deletes data.
    PurgeData(EdiscoveryPurgeDataOperation),
    /// An export from a search.
    SearchExport(EdiscoverySearchExportOperation),
    /// An operation that tags documents.
    Tag(EdiscoveryTagOperation),
}

/// An operation that adds the results of a search to a review set.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryAddToReviewSetOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The additional data to add to the review set.
    pub additional_data_options: Option<Flags<AdditionalDataOptions>>,
    /// The versions of cloud attachments to add to the review set.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// The versions of documents to add to the review set.
    pub document_version: Option<DocumentVersion>,
    /// The items to add to the review set.
    pub items_to_include: Option<Flags<ItemsToInclude>>,
    /// The report files of the operation.
    pub report_file_metadata: Option<Vec<ReportFileMetadata>>,
    /// The review set to which the operation adds items.
    #[odata(navigation)]
    pub review_set: Option<Box<EdiscoveryReviewSet>>,
    /// The search whose results are added to the review set.
    #[odata(navigation)]
    pub search: Option<Box<EdiscoverySearch>>,
}

/// An operation that estimates the results of a search.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryEstimateOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The number of indexed items in the results of the search.
    pub indexed_item_count: Option<i64>,
    /// The total size of the indexed items in bytes.
    pub indexed_items_size: Option<i64>,
    /// The number of mailboxes with results of the search.
    pub mailbox_count: Option<i32>,
    /// The report files of the operation.
    pub report_file_metadata: Option<Vec<ReportFileMetadata>>,
    /// The number of sites with results of the search.
    pub site_count: Option<i32>,
    /// The options of the estimate.
    pub statistics_options: Option<Flags<StatisticsOptions>>,
    /// The number of items without an index in the results of the search.
    pub unindexed_item_count: Option<i64>,
    /// The total size of the items that aren't indexed, in bytes.
    pub unindexed_items_size: Option<i64>,
    /// The search whose results are estimated.
    #[odata(navigation)]
    pub search: Option<Box<EdiscoverySearch>>,
}

/// An export from a review set.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryExportOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The description of the export.
    pub description: Option<String>,
    /// The exported files.
    pub export_file_metadata: Option<Vec<ExportFileMetadata>>,
    /// The content of the export.
    pub export_options: Option<Flags<ExportOptions>>,
    /// The folder structure of the exported files.
    pub export_structure: Option<ExportFileStructure>,
    /// The name of the export.
    pub output_name: Option<String>,
    /// The review set that is exported.
    #[odata(navigation)]
    pub review_set: Option<Box<EdiscoveryReviewSet>>,
    /// The query that selects the exported items of the review set.
    #[odata(navigation)]
    pub review_set_query: Option<Box<EdiscoveryReviewSetQuery>>,
}

/// An operation that places data sources on hold.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryHoldOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// An operation that distributes a hold policy.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryHoldPolicySyncOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The report files of the operation.
    pub report_file_metadata: Option<Vec<ReportFileMetadata>>,
}

/// An operation that indexes data sources.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryIndexOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// An operation that deletes data.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryPurgeDataOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The report files of the operation.
    pub report_file_metadata: Option<Vec<ReportFileMetadata>>,
}

/// An export from a search.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoverySearchExportOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// Additional export options.
    pub additional_options: Option<Flags<AdditionalOptions>>,
    /// The versions of cloud attachments to export.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// The description of the export.
    pub description: Option<String>,
    /// The display name of the export.
    pub display_name: Option<String>,
    /// The versions of documents to export.
    pub document_version: Option<DocumentVersion>,
    /// The items to export.
    pub export_criteria: Option<Flags<ExportCriteria>>,
    /// The exported files.
    pub export_file_metadata: Option<Vec<ExportFileMetadata>>,
    /// The format of the exported items.
    pub export_format: Option<ExportFormat>,
    /// The locations to export from.
    pub export_location: Option<Flags<ExportLocation>>,
    /// Whether each item is exported as a separate file.
    pub export_single_items: Option<bool>,
    /// The search whose results are exported.
    #[odata(navigation)]
    pub search: Option<Box<EdiscoverySearch>>,
}

/// An operation that tags documents.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryTagOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// A file of an export.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportFileMetadata {
    /// The download URL of the file.
    pub download_url: Option<String>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// The size of the file in bytes.
    pub size: Option<i64>,
    /// Undeclared properties and annotations.
    #[odata(extra)]
    pub extra: Extra,
}

/// A report file of an operation.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ReportFileMetadata {
    /// The download URL of the file.
    pub download_url: Option<String>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// The size of the file in bytes.
    pub size: Option<i64>,
    /// Undeclared properties and annotations.
    #[odata(extra)]
    pub extra: Extra,
}

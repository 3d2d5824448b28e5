//! The operations themselves.

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
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// What it does.
    pub action: Option<CaseAction>,
    /// When it ended; the year 1 while it is running.
    pub completed_date_time: Option<DateTime<Utc>>,
    /// Who began it.
    pub created_by: Option<IdentitySet>,
    /// When it began.
    pub created_date_time: Option<DateTime<Utc>>,
    /// How much of it is done, from 0 to 100.
    pub percent_progress: Option<i32>,
    /// What came of it.
    pub result_info: Option<ResultInfo>,
    /// How it is going.
    pub status: Option<CaseOperationStatus>,
}

/// Any operation on a case.
///
/// The service lists operations without their types, so that most of a listing is of the declared type.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
pub enum AnyCaseOperation {
    /// One without a type, or with a type that is not known here: what it has beyond the declared properties is in
    /// its `extra`.
    #[odata(base)]
    CaseOperation(CaseOperation),
    /// The addition of items to a review set.
    AddToReviewSet(EdiscoveryAddToReviewSetOperation),
    /// An estimate of what a search will find.
    Estimate(EdiscoveryEstimateOperation),
    /// An export from a review set.
    Export(EdiscoveryExportOperation),
    /// A hold on sources.
    Hold(EdiscoveryHoldOperation),
    /// The distribution of a hold policy.
    HoldPolicySync(EdiscoveryHoldPolicySyncOperation),
    /// The indexing of sources.
    Index(EdiscoveryIndexOperation),
    /// The deletion of data.
    PurgeData(EdiscoveryPurgeDataOperation),
    /// An export from a search.
    SearchExport(EdiscoverySearchExportOperation),
    /// The tagging of documents.
    Tag(EdiscoveryTagOperation),
}

/// The addition of the items that a search found to a review set.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryAddToReviewSetOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// What else is added.
    pub additional_data_options: Option<Flags<AdditionalDataOptions>>,
    /// Which versions of cloud attachments are added.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// Which versions of documents are added.
    pub document_version: Option<DocumentVersion>,
    /// Which items are added.
    pub items_to_include: Option<Flags<ItemsToInclude>>,
    /// The reports on it.
    pub report_file_metadata: Option<Vec<ReportFileMetadata>>,
    /// The review set.
    #[odata(navigation)]
    pub review_set: Option<Box<EdiscoveryReviewSet>>,
    /// The search.
    #[odata(navigation)]
    pub search: Option<Box<EdiscoverySearch>>,
}

/// An estimate of what a search will find.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryEstimateOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// How many indexed items the search finds.
    pub indexed_item_count: Option<i64>,
    /// Their size in bytes.
    pub indexed_items_size: Option<i64>,
    /// In how many mailboxes it finds some.
    pub mailbox_count: Option<i32>,
    /// The reports on it.
    pub report_file_metadata: Option<Vec<ReportFileMetadata>>,
    /// In how many sites it finds some.
    pub site_count: Option<i32>,
    /// What is estimated.
    pub statistics_options: Option<Flags<StatisticsOptions>>,
    /// How many items it finds that are not indexed.
    pub unindexed_item_count: Option<i64>,
    /// Their size in bytes.
    pub unindexed_items_size: Option<i64>,
    /// The search.
    #[odata(navigation)]
    pub search: Option<Box<EdiscoverySearch>>,
}

/// An export from a review set.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryExportOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// A text about it.
    pub description: Option<String>,
    /// The files that it made.
    pub export_file_metadata: Option<Vec<ExportFileMetadata>>,
    /// What is exported.
    pub export_options: Option<Flags<ExportOptions>>,
    /// How the files are arranged.
    pub export_structure: Option<ExportFileStructure>,
    /// The name of what is exported.
    pub output_name: Option<String>,
    /// The review set.
    #[odata(navigation)]
    pub review_set: Option<Box<EdiscoveryReviewSet>>,
    /// The query in that review set.
    #[odata(navigation)]
    pub review_set_query: Option<Box<EdiscoveryReviewSetQuery>>,
}

/// A hold on sources.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryHoldOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// The distribution of a hold policy.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryHoldPolicySyncOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The reports on it.
    pub report_file_metadata: Option<Vec<ReportFileMetadata>>,
}

/// The indexing of sources.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryIndexOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// The deletion of data.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryPurgeDataOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The reports on it.
    pub report_file_metadata: Option<Vec<ReportFileMetadata>>,
}

/// An export from a search.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoverySearchExportOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// What else is exported.
    pub additional_options: Option<Flags<AdditionalOptions>>,
    /// Which versions of cloud attachments are exported.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// A text about it.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Which versions of documents are exported.
    pub document_version: Option<DocumentVersion>,
    /// Which items are exported.
    pub export_criteria: Option<Flags<ExportCriteria>>,
    /// The files that it made.
    pub export_file_metadata: Option<Vec<ExportFileMetadata>>,
    /// The form of the exported items.
    pub export_format: Option<ExportFormat>,
    /// Which locations are exported from.
    pub export_location: Option<Flags<ExportLocation>>,
    /// Whether every item becomes a file of its own.
    pub export_single_items: Option<bool>,
    /// The search.
    #[odata(navigation)]
    pub search: Option<Box<EdiscoverySearch>>,
}

/// The tagging of documents.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryTagOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// A file that an export made.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportFileMetadata {
    /// Where it can be downloaded.
    pub download_url: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
    /// Its size in bytes.
    pub size: Option<i64>,
    /// What is not declared.
    #[odata(extra)]
    pub extra: Extra,
}

/// A report on an operation.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ReportFileMetadata {
    /// Where it can be downloaded.
    pub download_url: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
    /// Its size in bytes.
    pub size: Option<i64>,
    /// What is not declared.
    #[odata(extra)]
    pub extra: Extra,
}

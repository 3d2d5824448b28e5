//! The actions and functions of cases, searches and review sets.

use odata_core::{Flags, ODataAction, ODataFunction};

use super::{
    AdditionalDataOptions, AdditionalOptions, CloudAttachmentVersion, DocumentVersion, EdiscoveryCase,
    EdiscoveryCustodian, EdiscoveryNoncustodialDataSource, EdiscoveryReviewSet, EdiscoveryReviewSetQuery,
    EdiscoveryReviewTag, EdiscoverySearch, ExportCriteria, ExportFileStructure, ExportFormat, ExportLocation,
    ExportOptions, ItemsToInclude, PurgeAreas, PurgeType, StatisticsOptions,
};

/// Closes a case.
#[derive(Clone, Debug, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "EdiscoveryCase")]
pub struct Close {}

/// Reopens a case that was closed.
#[derive(Clone, Debug, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "EdiscoveryCase")]
pub struct Reopen {}

/// Starts the hold of the data of custodians.
#[derive(Clone, Debug, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "Vec<EdiscoveryCustodian>")]
pub struct ApplyHold {
    /// The keys of the custodians.
    pub ids: Vec<String>,
}

/// Ends the hold of the data of custodians.
#[derive(Clone, Debug, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "Vec<EdiscoveryCustodian>")]
pub struct RemoveHold {
    /// The keys of the custodians.
    pub ids: Vec<String>,
}

/// Starts the hold of data sources without a custodian.
#[derive(Clone, Debug, PartialEq, ODataAction)]
#[odata(
    namespace = "microsoft.graph.security",
    name = "applyHold",
    binding = "Vec<EdiscoveryNoncustodialDataSource>"
)]
pub struct NoncustodialDataSourceApplyHold {
    /// The keys of the data sources.
    pub ids: Vec<String>,
}

/// Ends the hold of data sources without a custodian.
#[derive(Clone, Debug, PartialEq, ODataAction)]
#[odata(
    namespace = "microsoft.graph.security",
    name = "removeHold",
    binding = "Vec<EdiscoveryNoncustodialDataSource>"
)]
pub struct NoncustodialDataSourceRemoveHold {
    /// The keys of the data sources.
    pub ids: Vec<String>,
}

/// Exports the items that a search found. The response header `Location` contains the URL of the case operation that performs the export.
#[derive(Clone, Debug, Default, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "EdiscoverySearch")]
pub struct ExportResult {
    /// The display name of the export.
    #[odata(optional)]
    pub display_name: Option<String>,
    /// The description of the export.
    #[odata(optional)]
    pub description: Option<String>,
    /// The items to export.
    #[odata(optional)]
    pub export_criteria: Option<Flags<ExportCriteria>>,
    /// The locations to export from.
    #[odata(optional)]
    pub export_location: Option<Flags<ExportLocation>>,
    /// Additional export options.
    #[odata(optional)]
    pub additional_options: Option<Flags<AdditionalOptions>>,
    /// The format of the exported items.
    #[odata(optional)]
    pub export_format: Option<ExportFormat>,
    /// Whether each item is exported as a separate file.
    #[odata(optional)]
    pub export_single_items: Option<bool>,
    /// The versions of cloud attachments to export.
    #[odata(optional)]
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// The versions of documents to export.
    #[odata(optional)]
    pub document_version: Option<DocumentVersion>,
}

/// Exports a report about the items that a search found.
#[derive(Clone, Debug, Default, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "EdiscoverySearch")]
pub struct ExportReport {
    /// The display name of the report.
    #[odata(optional)]
    pub display_name: Option<String>,
    /// The description of the report.
    #[odata(optional)]
    pub description: Option<String>,
    /// The items to include in the report.
    #[odata(optional)]
    pub export_criteria: Option<Flags<ExportCriteria>>,
    /// The locations to include in the report.
    #[odata(optional)]
    pub export_location: Option<Flags<ExportLocation>>,
    /// Additional report options.
    #[odata(optional)]
    pub additional_options: Option<Flags<AdditionalOptions>>,
    /// The versions of cloud attachments to include in the report.
    #[odata(optional)]
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// The versions of documents to include in the report.
    #[odata(optional)]
    pub document_version: Option<DocumentVersion>,
}

/// Estimates the number and the size of the items that a search finds.
#[derive(Clone, Debug, Default, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "EdiscoverySearch")]
pub struct EstimateStatistics {
    /// The statistics to estimate.
    #[odata(optional)]
    pub statistics_options: Option<Flags<StatisticsOptions>>,
}

/// Deletes the items that a search found.
#[derive(Clone, Debug, Default, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "EdiscoverySearch")]
pub struct PurgeData {
    /// Whether the items can be recovered.
    #[odata(optional)]
    pub purge_type: Option<PurgeType>,
    /// The locations in which items are deleted.
    #[odata(optional)]
    pub purge_areas: Option<Flags<PurgeAreas>>,
}

/// Exports the items of a review set.
#[derive(Clone, Debug, Default, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", name = "export", binding = "EdiscoveryReviewSet")]
pub struct ReviewSetExport {
    /// The name of the export.
    pub output_name: String,
    /// The description of the export.
    #[odata(optional)]
    pub description: Option<String>,
    /// The content of the export.
    #[odata(optional)]
    pub export_options: Option<Flags<ExportOptions>>,
    /// The folder structure of the exported files.
    #[odata(optional)]
    pub export_structure: Option<ExportFileStructure>,
}

/// Exports the items that a query of a review set finds.
#[derive(Clone, Debug, Default, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", name = "export", binding = "EdiscoveryReviewSetQuery")]
pub struct ReviewSetQueryExport {
    /// The name of the export.
    pub output_name: String,
    /// The description of the export.
    #[odata(optional)]
    pub description: Option<String>,
    /// The content of the export.
    #[odata(optional)]
    pub export_options: Option<Flags<ExportOptions>>,
    /// The folder structure of the exported files.
    #[odata(optional)]
    pub export_structure: Option<ExportFileStructure>,
}

/// Adds the items that a search found to a review set.
#[derive(Clone, Debug, Default, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "EdiscoveryReviewSet")]
pub struct AddToReviewSet {
    /// The search, identified by its key.
    pub search: EdiscoverySearch,
    /// The additional data to add to the review set.
    #[odata(optional)]
    pub additional_data_options: Option<Flags<AdditionalDataOptions>>,
    /// The items to add to the review set.
    #[odata(optional)]
    pub items_to_include: Option<Flags<ItemsToInclude>>,
    /// The versions of cloud attachments to add to the review set.
    #[odata(optional)]
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// The versions of documents to add to the review set.
    #[odata(optional)]
    pub document_version: Option<DocumentVersion>,
}

/// Changes the tags of the documents that a query of a review set finds.
#[derive(Clone, Debug, Default, PartialEq, ODataAction)]
#[odata(namespace = "microsoft.graph.security", binding = "EdiscoveryReviewSetQuery")]
pub struct ApplyTags {
    /// The tags to add to documents, identified by their keys.
    #[odata(optional)]
    pub tags_to_add: Option<Vec<EdiscoveryReviewTag>>,
    /// The tags to remove from documents, identified by their keys.
    #[odata(optional)]
    pub tags_to_remove: Option<Vec<EdiscoveryReviewTag>>,
}

/// Returns the tags of a case with their child tags.
#[derive(Clone, Debug, PartialEq, ODataFunction)]
#[odata(
    namespace = "microsoft.graph.security",
    binding = "Vec<EdiscoveryReviewTag>",
    returns = "Vec<EdiscoveryReviewTag>"
)]
pub struct AsHierarchy {}

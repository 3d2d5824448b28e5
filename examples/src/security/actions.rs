//! Request bodies with the parameters of actions. The schema doesn't declare these types, so they are written without `@odata.type`.

use odata_core::{Flags, ODataComplex};

use super::{
    AdditionalDataOptions, AdditionalOptions, CloudAttachmentVersion, DocumentVersion, EdiscoveryReviewTag,
    EdiscoverySearch, ExportCriteria, ExportFileStructure, ExportFormat, ExportLocation, ExportOptions,
    ItemsToInclude,
};

/// The parameters of the action `ediscoverySearch/exportResult`.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportResultParameters {
    /// The display name of the export.
    pub display_name: Option<String>,
    /// The description of the export.
    pub description: Option<String>,
    /// The items to export.
    pub export_criteria: Option<Flags<ExportCriteria>>,
    /// The locations to export from.
    pub export_location: Option<Flags<ExportLocation>>,
    /// Additional export options.
    pub additional_options: Option<Flags<AdditionalOptions>>,
    /// The format of the exported items.
    pub export_format: Option<ExportFormat>,
    /// Whether each item is exported as a separate file.
    pub export_single_items: Option<bool>,
    /// The versions of cloud attachments to export.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// The versions of documents to export.
    pub document_version: Option<DocumentVersion>,
}

/// The parameters of the action `ediscoverySearch/exportReport`.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportReportParameters {
    /// The display name of the report.
    pub display_name: Option<String>,
    /// The description of the report.
    pub description: Option<String>,
    /// The items to include in the report.
    pub export_criteria: Option<Flags<ExportCriteria>>,
    /// The locations to include in the report.
    pub export_location: Option<Flags<ExportLocation>>,
    /// Additional report options.
    pub additional_options: Option<Flags<AdditionalOptions>>,
    /// The versions of cloud attachments to include in the report.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// The versions of documents to include in the report.
    pub document_version: Option<DocumentVersion>,
}

/// The parameters of the actions `ediscoveryReviewSet/export` and `ediscoveryReviewSetQuery/export`.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportParameters {
    /// The name of the export.
    pub output_name: Option<String>,
    /// The description of the export.
    pub description: Option<String>,
    /// The content of the export.
    pub export_options: Option<Flags<ExportOptions>>,
    /// The folder structure of the exported files.
    pub export_structure: Option<ExportFileStructure>,
}

/// The parameters of the action `ediscoveryReviewSet/addToReviewSet`.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct AddToReviewSetParameters {
    /// The search whose results are added, identified by its key.
    pub search: Option<EdiscoverySearch>,
    /// The additional data to add to the review set.
    pub additional_data_options: Option<Flags<AdditionalDataOptions>>,
    /// The items to add to the review set.
    pub items_to_include: Option<Flags<ItemsToInclude>>,
    /// The versions of cloud attachments to add to the review set.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// The versions of documents to add to the review set.
    pub document_version: Option<DocumentVersion>,
}

/// The parameters of the action `ediscoveryReviewSetQuery/applyTags`.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ApplyTagsParameters {
    /// The tags to add to documents, identified by their keys.
    pub tags_to_add: Option<Vec<EdiscoveryReviewTag>>,
    /// The tags to remove from documents, identified by their keys.
    pub tags_to_remove: Option<Vec<EdiscoveryReviewTag>>,
}

/// The parameters of the actions `applyHold` and `removeHold` of custodians and noncustodial data sources.
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct HoldParameters {
    /// The keys of the custodians or data sources.
    pub ids: Vec<String>,
}

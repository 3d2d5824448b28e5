//! The parameters of actions: bodies of requests. They are no types of the schema and are written without one.

use odata_core::{Flags, ODataComplex};

use super::{
    AdditionalDataOptions, AdditionalOptions, CloudAttachmentVersion, DocumentVersion, EdiscoveryReviewTag,
    EdiscoverySearch, ExportCriteria, ExportFileStructure, ExportFormat, ExportLocation, ExportOptions,
    ItemsToInclude,
};

/// `ediscoverySearch/exportResult`
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportResultParameters {
    /// The name to show.
    pub display_name: Option<String>,
    /// A text about it.
    pub description: Option<String>,
    /// Which items are exported.
    pub export_criteria: Option<Flags<ExportCriteria>>,
    /// Which locations are exported from.
    pub export_location: Option<Flags<ExportLocation>>,
    /// What else is exported.
    pub additional_options: Option<Flags<AdditionalOptions>>,
    /// The form of the exported items.
    pub export_format: Option<ExportFormat>,
    /// Whether every item becomes a file of its own.
    pub export_single_items: Option<bool>,
    /// Which versions of cloud attachments are exported.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// Which versions of documents are exported.
    pub document_version: Option<DocumentVersion>,
}

/// `ediscoverySearch/exportReport`
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportReportParameters {
    /// The name to show.
    pub display_name: Option<String>,
    /// A text about it.
    pub description: Option<String>,
    /// Which items are reported on.
    pub export_criteria: Option<Flags<ExportCriteria>>,
    /// Which locations are reported on.
    pub export_location: Option<Flags<ExportLocation>>,
    /// What else is reported on.
    pub additional_options: Option<Flags<AdditionalOptions>>,
    /// Which versions of cloud attachments are reported on.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// Which versions of documents are reported on.
    pub document_version: Option<DocumentVersion>,
}

/// `ediscoveryReviewSet/export` and `ediscoveryReviewSetQuery/export`
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportParameters {
    /// The name of what is exported.
    pub output_name: Option<String>,
    /// A text about it.
    pub description: Option<String>,
    /// What is exported.
    pub export_options: Option<Flags<ExportOptions>>,
    /// How the files are arranged.
    pub export_structure: Option<ExportFileStructure>,
}

/// `ediscoveryReviewSet/addToReviewSet`
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct AddToReviewSetParameters {
    /// The search, by its key.
    pub search: Option<EdiscoverySearch>,
    /// What else is added.
    pub additional_data_options: Option<Flags<AdditionalDataOptions>>,
    /// Which items are added.
    pub items_to_include: Option<Flags<ItemsToInclude>>,
    /// Which versions of cloud attachments are added.
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    /// Which versions of documents are added.
    pub document_version: Option<DocumentVersion>,
}

/// `ediscoveryReviewSetQuery/applyTags`
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ApplyTagsParameters {
    /// The tags that documents get, by their keys.
    pub tags_to_add: Option<Vec<EdiscoveryReviewTag>>,
    /// The tags that are taken from them, by their keys.
    pub tags_to_remove: Option<Vec<EdiscoveryReviewTag>>,
}

/// `applyHold` and `removeHold` of custodians and of noncustodial data sources
#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct HoldParameters {
    /// The keys of those concerned.
    pub ids: Vec<String>,
}

//! The parameters of actions as complex types, as a service reads them. The schema doesn't declare these types, so they are written
//! without `@odata.type`.

use odata_core::{Flags, ODataComplex};
use odata_examples::security::{
    AdditionalDataOptions, AdditionalOptions, CloudAttachmentVersion, DocumentVersion, EdiscoveryReviewTag,
    EdiscoverySearch, ExportCriteria, ExportFileStructure, ExportFormat, ExportLocation, ExportOptions,
    ItemsToInclude,
};

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportResultParameters {
    pub display_name: Option<String>,
    pub description: Option<String>,
    pub export_criteria: Option<Flags<ExportCriteria>>,
    pub export_location: Option<Flags<ExportLocation>>,
    pub additional_options: Option<Flags<AdditionalOptions>>,
    pub export_format: Option<ExportFormat>,
    pub export_single_items: Option<bool>,
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    pub document_version: Option<DocumentVersion>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportReportParameters {
    pub display_name: Option<String>,
    pub description: Option<String>,
    pub export_criteria: Option<Flags<ExportCriteria>>,
    pub export_location: Option<Flags<ExportLocation>>,
    pub additional_options: Option<Flags<AdditionalOptions>>,
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    pub document_version: Option<DocumentVersion>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportParameters {
    pub output_name: Option<String>,
    pub description: Option<String>,
    pub export_options: Option<Flags<ExportOptions>>,
    pub export_structure: Option<ExportFileStructure>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct AddToReviewSetParameters {
    pub search: Option<EdiscoverySearch>,
    pub additional_data_options: Option<Flags<AdditionalDataOptions>>,
    pub items_to_include: Option<Flags<ItemsToInclude>>,
    pub cloud_attachment_version: Option<CloudAttachmentVersion>,
    pub document_version: Option<DocumentVersion>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ApplyTagsParameters {
    pub tags_to_add: Option<Vec<EdiscoveryReviewTag>>,
    pub tags_to_remove: Option<Vec<EdiscoveryReviewTag>>,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct HoldParameters {
    pub ids: Vec<String>,
}

//! The model with the derives of odata-derive. Strings without escape sequences are borrowed from the input.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use odata_core::{Extra, ODataComplex, ODataEntity};

use super::derived::{CaseAction, CaseOperationStatus, ExportFileStructure};

/// `microsoft.graph.entity`
#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph", abstract)]
pub struct Entity<'a> {
    #[odata(key, computed)]
    pub id: Option<Cow<'a, str>>,
    #[odata(extra)]
    pub extra: Extra,
}

/// `microsoft.graph.security.caseOperation`
#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct CaseOperation<'a> {
    #[odata(base)]
    pub entity: Entity<'a>,
    pub action: Option<CaseAction>,
    pub completed_date_time: Option<DateTime<Utc>>,
    pub created_by: Option<IdentitySet<'a>>,
    pub created_date_time: Option<DateTime<Utc>>,
    pub percent_progress: Option<i32>,
    pub result_info: Option<ResultInfo<'a>>,
    pub status: Option<CaseOperationStatus>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryExportOperation<'a> {
    #[odata(base)]
    pub case_operation: CaseOperation<'a>,
    pub description: Option<Cow<'a, str>>,
    pub export_file_metadata: Option<Vec<ExportFileMetadata<'a>>>,
    pub export_structure: Option<ExportFileStructure>,
    pub output_name: Option<Cow<'a, str>>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryEstimateOperation<'a> {
    #[odata(base)]
    pub case_operation: CaseOperation<'a>,
    pub indexed_item_count: Option<i64>,
    pub indexed_items_size: Option<i64>,
    pub mailbox_count: Option<i32>,
    pub site_count: Option<i32>,
    pub unindexed_item_count: Option<i64>,
    pub unindexed_items_size: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryIndexOperation<'a> {
    #[odata(base)]
    pub case_operation: CaseOperation<'a>,
}

/// A polymorphic enum of all operation types.
#[derive(Debug, Clone, PartialEq, ODataEntity)]
pub enum AnyCaseOperation<'a> {
    #[odata(base)]
    CaseOperation(CaseOperation<'a>),
    Export(EdiscoveryExportOperation<'a>),
    Estimate(EdiscoveryEstimateOperation<'a>),
    Index(EdiscoveryIndexOperation<'a>),
}

#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct IdentitySet<'a> {
    pub user: Option<Identity<'a>>,
    #[odata(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct Identity<'a> {
    pub id: Option<Cow<'a, str>>,
    pub display_name: Option<Cow<'a, str>>,
    pub user_principal_name: Option<Cow<'a, str>>,
    #[odata(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph")]
pub struct ResultInfo<'a> {
    pub code: Option<i32>,
    pub subcode: Option<i32>,
    pub message: Option<Cow<'a, str>>,
    #[odata(extra)]
    pub extra: Extra,
}

#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "microsoft.graph.security")]
pub struct ExportFileMetadata<'a> {
    pub file_name: Option<Cow<'a, str>>,
    pub size: Option<i64>,
    pub download_url: Option<Cow<'a, str>>,
    #[odata(extra)]
    pub extra: Extra,
}

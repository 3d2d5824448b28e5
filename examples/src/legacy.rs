//! The previous version of the case operations, in the namespace `microsoft.graph`.

use chrono::{DateTime, Utc};
use odata_core::{Flags, ODataEntity, ODataEnum};

use crate::graph::{Entity, IdentitySet, ResultInfo};

/// An operation on a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct CaseOperation {
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The start time of the operation.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The completion time of the operation.
    pub completed_date_time: Option<DateTime<Utc>>,
    /// The progress of the operation in percent, from 0 to 100.
    pub percent_progress: Option<i32>,
    /// The status of the operation.
    pub status: Option<CaseOperationStatus>,
    /// The action of the operation.
    pub action: Option<CaseAction>,
    /// The user or application that started the operation.
    pub created_by: Option<IdentitySet>,
    /// The result of the operation.
    pub result_info: Option<ResultInfo>,
}

/// An export of the content of a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct CaseExportOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The name of the export.
    pub output_name: Option<String>,
    /// The description of the export.
    pub description: Option<String>,
    /// The ID of the target folder.
    pub output_folder_id: Option<String>,
    /// The URL of the target container in Azure Blob Storage.
    pub azure_blob_container: Option<String>,
    /// The access token of the target container.
    pub azure_blob_token: Option<String>,
    /// The content of the export.
    pub export_options: Option<Flags<ExportOptions>>,
    /// The folder structure of the exported files.
    pub export_structure: Option<ExportFileStructure>,
}

/// An operation that tags documents of a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct TagOperation {
    /// The properties of the base type `CaseOperation`.
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// Any operation on a case.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
pub enum AnyCaseOperation {
    /// An operation without `@odata.type`, or an operation of an unknown type.
    #[odata(base)]
    CaseOperation(CaseOperation),
    /// An export operation.
    Export(CaseExportOperation),
    /// A tag operation.
    Tag(TagOperation),
}

/// The action of an operation. The enum has the members of two versions of the schema, because the second version renamed some members.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph")]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum CaseAction {
    ContentExport,
    Tag,
    ConvertToPdf,
    Index,
    Search,
    AddDataToReviewSet,
    ApplyTags,
    EstimateStatistics,
    AddToReviewSet,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

/// The status of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph")]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum CaseOperationStatus {
    NotStarted,
    SubmissionFailed,
    Running,
    Succeeded,
    PartiallySucceeded,
    Failed,
    #[odata(unknown)]
    Unknown(String),
}

/// The content of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum ExportOptions {
    OriginalFiles = 1,
    Text = 2,
    PdfReplacement = 4,
    FileInfo = 8,
    Tags = 16,
    UnknownFutureValue = 32,
}

/// The folder structure of an export.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph")]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum ExportFileStructure {
    None,
    Directory,
    Pst,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

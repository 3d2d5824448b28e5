//! The earlier generation of the case operations, in `microsoft.graph`.

use chrono::{DateTime, Utc};
use odata_core::{Flags, ODataEntity, ODataEnum};

use crate::graph::{Entity, IdentitySet, ResultInfo};

/// An operation on a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct CaseOperation {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// When it began.
    pub created_date_time: Option<DateTime<Utc>>,
    /// When it ended.
    pub completed_date_time: Option<DateTime<Utc>>,
    /// How much of it is done, from 0 to 100.
    pub percent_progress: Option<i32>,
    /// How it is going.
    pub status: Option<CaseOperationStatus>,
    /// What it does.
    pub action: Option<CaseAction>,
    /// Who began it.
    pub created_by: Option<IdentitySet>,
    /// What came of it.
    pub result_info: Option<ResultInfo>,
}

/// An export of the content of a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct CaseExportOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
    /// The name of what is exported.
    pub output_name: Option<String>,
    /// A text about it.
    pub description: Option<String>,
    /// The folder that it goes to.
    pub output_folder_id: Option<String>,
    /// The container in Azure that it goes to.
    pub azure_blob_container: Option<String>,
    /// The token for that container.
    pub azure_blob_token: Option<String>,
    /// What is exported.
    pub export_options: Option<Flags<ExportOptions>>,
    /// How the files are arranged.
    pub export_structure: Option<ExportFileStructure>,
}

/// The tagging of documents of a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct TagOperation {
    /// The base type.
    #[odata(base)]
    pub case_operation: CaseOperation,
}

/// Any operation on a case.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
pub enum AnyCaseOperation {
    /// One of a type that is not known here.
    #[odata(base)]
    CaseOperation(CaseOperation),
    /// An export.
    Export(CaseExportOperation),
    /// A tagging.
    Tag(TagOperation),
}

/// What an operation does: the members of the first list and those of the later one, which renamed some of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph")]
#[expect(missing_docs, reason = "the service documents the names alone")]
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

/// How an operation is going.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph")]
#[expect(missing_docs, reason = "the service documents the names alone")]
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

/// What an export contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ExportOptions {
    OriginalFiles = 1,
    Text = 2,
    PdfReplacement = 4,
    FileInfo = 8,
    Tags = 16,
    UnknownFutureValue = 32,
}

/// How the files of an export are arranged.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph")]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ExportFileStructure {
    None,
    Directory,
    Pst,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

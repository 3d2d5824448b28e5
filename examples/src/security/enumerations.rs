//! The enumeration types. Numbers are given where they do not count up from zero.

use odata_core::ODataEnum;

/// What an operation does.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum CaseAction {
    ContentExport,
    ApplyTags,
    ConvertToPdf,
    Index,
    EstimateStatistics,
    AddToReviewSet,
    HoldUpdate,
    UnknownFutureValue,
    PurgeData,
    ExportReport,
    ExportResult,
    HoldPolicySync,
    #[odata(unknown)]
    Unknown(String),
}

/// How an operation is going.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum CaseOperationStatus {
    NotStarted,
    SubmissionFailed,
    Running,
    Succeeded,
    PartiallySucceeded,
    Failed,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

/// What an export contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ExportOptions {
    OriginalFiles = 1,
    Text = 2,
    PdfReplacement = 4,
    Tags = 16,
    UnknownFutureValue = 32,
    SplitSource = 64,
    IncludeFolderAndPath = 128,
    FriendlyName = 256,
    CondensePaths = 512,
}

/// How the files of an export are arranged.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ExportFileStructure {
    None,
    Directory,
    Pst,
    UnknownFutureValue,
    Msg,
    #[odata(unknown)]
    Unknown(String),
}

/// Which items are exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ExportCriteria {
    SearchHits = 1,
    PartiallyIndexed = 2,
    UnknownFutureValue = 4,
}

/// Which locations are exported from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ExportLocation {
    ResponsiveLocations = 1,
    NonresponsiveLocations = 2,
    UnknownFutureValue = 4,
}

/// The form of the exported items.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ExportFormat {
    Pst,
    Msg,
    Eml,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

/// What else is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum AdditionalOptions {
    None = 0,
    TeamsAndYammerConversations = 1,
    CloudAttachments = 2,
    AllDocumentVersions = 4,
    SubfolderContents = 8,
    ListAttachments = 16,
    UnknownFutureValue = 32,
    HtmlTranscripts = 64,
    AdvancedIndexing = 128,
    AllItemsInFolder = 256,
    IncludeFolderAndPath = 512,
    CondensePaths = 1024,
    FriendlyName = 2048,
    SplitSource = 4096,
    IncludeReport = 16384,
}

/// What else is added to a review set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum AdditionalDataOptions {
    AllVersions = 1,
    LinkedFiles = 2,
    UnknownFutureValue = 4,
    AdvancedIndexing = 8,
    ListAttachments = 16,
    HtmlTranscripts = 32,
    MessageConversationExpansion = 64,
    LocationsWithoutHits = 256,
    AllItemsInFolder = 512,
    CloudNativeHtmlConversion = 1024,
}

/// Which versions of cloud attachments are taken.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[repr(i64)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum CloudAttachmentVersion {
    Latest = 1,
    Recent10 = 2,
    Recent100 = 3,
    All = 4,
    UnknownFutureValue = 5,
    #[odata(unknown)]
    Unknown(String),
}

/// Which versions of documents are taken.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[repr(i64)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum DocumentVersion {
    Latest = 1,
    Recent10 = 2,
    Recent100 = 3,
    All = 4,
    UnknownFutureValue = 5,
    #[odata(unknown)]
    Unknown(String),
}

/// Which items are added to a review set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ItemsToInclude {
    SearchHits = 1,
    PartiallyIndexed = 2,
    UnknownFutureValue = 4,
}

/// What is estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum StatisticsOptions {
    IncludeRefiners = 1,
    IncludeQueryStats = 2,
    IncludeUnindexedStats = 4,
    AdvancedIndexing = 8,
    LocationsWithoutHits = 16,
    UnknownFutureValue = 32,
}

/// Where a search looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum DataSourceScopes {
    None = 0,
    AllTenantMailboxes = 1,
    AllTenantSites = 2,
    AllCaseCustodians = 4,
    AllCaseNoncustodialDataSources = 8,
    UnknownFutureValue = 16,
}

/// How a case stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum CaseStatus {
    Unknown,
    Active,
    PendingDelete,
    Closing,
    Closed,
    ClosedWithError,
    UnknownFutureValue,
    #[odata(unknown)]
    Other(String),
}

/// How a hold on a source stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[repr(i64)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum DataSourceHoldStatus {
    NotApplied = 1,
    Applied = 2,
    Applying = 3,
    Removing = 4,
    Partial = 5,
    UnknownFutureValue = 6,
    #[odata(unknown)]
    Unknown(String),
}

/// Whether a custodian is still one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[repr(i64)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum DataSourceContainerStatus {
    Active = 1,
    Released = 2,
    UnknownFutureValue = 3,
    #[odata(unknown)]
    Unknown(String),
}

/// How many tags of a group may be chosen: members that begin in upper case, but for the sentinel.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum ChildSelectability {
    #[odata(name = "One")]
    One,
    #[odata(name = "Many")]
    Many,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

/// What of a source is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents the names alone")]
pub enum SourceType {
    Mailbox = 1,
    Site = 2,
    UnknownFutureValue = 4,
}

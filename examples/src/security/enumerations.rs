//! Enumeration types. Members have explicit values if the values aren't consecutive from zero.

use odata_core::ODataEnum;

/// The action of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents only the names")]
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

/// The status of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents only the names")]
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

/// The content of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
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

/// The folder structure of an export.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum ExportFileStructure {
    None,
    Directory,
    Pst,
    UnknownFutureValue,
    Msg,
    #[odata(unknown)]
    Unknown(String),
}

/// The items to export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum ExportCriteria {
    SearchHits = 1,
    PartiallyIndexed = 2,
    UnknownFutureValue = 4,
}

/// The locations to export from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum ExportLocation {
    ResponsiveLocations = 1,
    NonresponsiveLocations = 2,
    UnknownFutureValue = 4,
}

/// The format of the exported items.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum ExportFormat {
    Pst,
    Msg,
    Eml,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

/// Additional export options.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
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

/// Additional data to add to a review set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
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

/// The versions of cloud attachments.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[repr(i64)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum CloudAttachmentVersion {
    Latest = 1,
    Recent10 = 2,
    Recent100 = 3,
    All = 4,
    UnknownFutureValue = 5,
    #[odata(unknown)]
    Unknown(String),
}

/// The versions of documents.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[repr(i64)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum DocumentVersion {
    Latest = 1,
    Recent10 = 2,
    Recent100 = 3,
    All = 4,
    UnknownFutureValue = 5,
    #[odata(unknown)]
    Unknown(String),
}

/// The items to add to a review set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum ItemsToInclude {
    SearchHits = 1,
    PartiallyIndexed = 2,
    UnknownFutureValue = 4,
}

/// The options of the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum StatisticsOptions {
    IncludeRefiners = 1,
    IncludeQueryStats = 2,
    IncludeUnindexedStats = 4,
    AdvancedIndexing = 8,
    LocationsWithoutHits = 16,
    UnknownFutureValue = 32,
}

/// The scope of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum DataSourceScopes {
    None = 0,
    AllTenantMailboxes = 1,
    AllTenantSites = 2,
    AllCaseCustodians = 4,
    AllCaseNoncustodialDataSources = 8,
    UnknownFutureValue = 16,
}

/// The status of a case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents only the names")]
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

/// The status of a hold on a data source.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[repr(i64)]
#[expect(missing_docs, reason = "the service documents only the names")]
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

/// The status of a data source container in a case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[repr(i64)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum DataSourceContainerStatus {
    Active = 1,
    Released = 2,
    UnknownFutureValue = 3,
    #[odata(unknown)]
    Unknown(String),
}

/// The number of child tags that can be selected. Except for the sentinel, the names of the members start with an uppercase letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum ChildSelectability {
    #[odata(name = "One")]
    One,
    #[odata(name = "Many")]
    Many,
    UnknownFutureValue,
    #[odata(unknown)]
    Unknown(String),
}

/// The parts of a data source that are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum SourceType {
    Mailbox = 1,
    Site = 2,
    UnknownFutureValue = 4,
}

/// Whether purged items can be recovered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security")]
pub enum PurgeType {
    /// The items can be recovered.
    Recoverable,
    /// The sentinel member, which the service returns in place of the members declared after it.
    UnknownFutureValue,
    /// The items are deleted permanently.
    PermanentlyDelete,
    /// An unknown member.
    #[odata(unknown)]
    Unknown(String),
}

/// The locations in which items are purged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ODataEnum)]
#[odata(namespace = "microsoft.graph.security", flags)]
#[expect(missing_docs, reason = "the service documents only the names")]
pub enum PurgeAreas {
    Mailboxes = 1,
    TeamsMessages = 2,
    UnknownFutureValue = 4,
}

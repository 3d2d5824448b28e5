//! `microsoft.graph.security`: the current version of the case operations, and related types.

mod actions;
mod cases;
mod enumerations;
mod operations;
mod review_sets;
mod searches;
mod sources;
mod tags;

pub use actions::{
    AddToReviewSet, ApplyHold, ApplyTags, AsHierarchy, Close, EstimateStatistics, ExportReport, ExportResult,
    NoncustodialDataSourceApplyHold, NoncustodialDataSourceRemoveHold, PurgeData, RemoveHold, Reopen,
    ReviewSetExport, ReviewSetQueryExport,
};
pub use cases::{Case, EdiscoveryCase, EdiscoveryHoldPolicy, PolicyBase};
pub use enumerations::{
    AdditionalDataOptions, AdditionalOptions, CaseAction, CaseOperationStatus, CaseStatus,
    ChildSelectability, CloudAttachmentVersion, DataSourceContainerStatus, DataSourceHoldStatus,
    DataSourceScopes, DocumentVersion, ExportCriteria, ExportFileStructure, ExportFormat, ExportLocation,
    ExportOptions, ItemsToInclude, PurgeAreas, PurgeType, SourceType, StatisticsOptions,
};
pub use operations::{
    AnyCaseOperation, CaseOperation, EdiscoveryAddToReviewSetOperation, EdiscoveryEstimateOperation,
    EdiscoveryExportOperation, EdiscoveryHoldOperation, EdiscoveryHoldPolicySyncOperation,
    EdiscoveryIndexOperation, EdiscoveryPurgeDataOperation, EdiscoverySearchExportOperation,
    EdiscoveryTagOperation, ExportFileMetadata, ReportFileMetadata,
};
pub use review_sets::{DataSet, EdiscoveryReviewSet, EdiscoveryReviewSetQuery};
pub use searches::{EdiscoverySearch, Search};
pub use sources::{
    AnyDataSource, DataSource, DataSourceContainer, EdiscoveryCustodian, EdiscoveryNoncustodialDataSource,
    SiteSource, UnifiedGroupSource, UserSource,
};
pub use tags::{EdiscoveryReviewTag, Tag};

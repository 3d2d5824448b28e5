//! Data sources of searches: mailboxes and sites, with or without custodians.

use chrono::{DateTime, Utc};
use odata_core::{Flags, ODataEntity};

use super::{DataSourceContainerStatus, DataSourceHoldStatus, EdiscoveryIndexOperation, SourceType};
use crate::graph::{Entity, IdentitySet, Site};

/// The base type of data sources.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct DataSource {
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The creator of the data source.
    pub created_by: Option<IdentitySet>,
    /// The creation time of the data source.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The display name of the data source.
    pub display_name: Option<String>,
    /// The hold status of the data source.
    pub hold_status: Option<DataSourceHoldStatus>,
}

/// Any data source.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
pub enum AnyDataSource {
    /// A data source without `@odata.type`, or a data source of an unknown type.
    #[odata(base)]
    DataSource(DataSource),
    /// A SharePoint site.
    Site(Box<SiteSource>),
    /// The mailbox and site of a group.
    UnifiedGroup(UnifiedGroupSource),
    /// The mailbox and site of a user.
    User(UserSource),
}

/// The mailbox and site of a user as a data source.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct UserSource {
    /// The properties of the base type `DataSource`.
    #[odata(base)]
    pub data_source: DataSource,
    /// The email address of the user.
    pub email: Option<String>,
    /// Whether the user's mailbox, site or both are included.
    pub included_sources: Option<Flags<SourceType>>,
    /// The URL of the user's site.
    pub site_web_url: Option<String>,
}

/// A SharePoint site as a data source.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct SiteSource {
    /// The properties of the base type `DataSource`.
    #[odata(base)]
    pub data_source: DataSource,
    /// The SharePoint site of the data source.
    #[odata(navigation)]
    pub site: Option<Site>,
}

/// The mailbox and site of a group as a data source.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct UnifiedGroupSource {
    /// The properties of the base type `DataSource`.
    #[odata(base)]
    pub data_source: DataSource,
    /// Whether the group's mailbox, site or both are included.
    pub included_sources: Option<Flags<SourceType>>,
}

/// The base type of data source containers.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct DataSourceContainer {
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The creation time of the data source container.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The display name of the data source container.
    pub display_name: Option<String>,
    /// The hold status of the data sources in the container.
    pub hold_status: Option<DataSourceHoldStatus>,
    /// The time of the last change of the data source container.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// The time when the container was released from the case.
    pub released_date_time: Option<DateTime<Utc>>,
    /// The status of the container in the case.
    pub status: Option<DataSourceContainerStatus>,
}

/// A person whose data is relevant to a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryCustodian {
    /// The properties of the base type `DataSourceContainer`.
    #[odata(base)]
    pub data_source_container: DataSourceContainer,
    /// The time when the custodian acknowledged the hold.
    pub acknowledged_date_time: Option<DateTime<Utc>>,
    /// The email address of the custodian.
    pub email: Option<String>,
    /// The last operation that indexed the data sources of the custodian.
    #[odata(navigation)]
    pub last_index_operation: Option<EdiscoveryIndexOperation>,
    /// The sites of the custodian.
    #[odata(navigation)]
    pub site_sources: Option<Vec<SiteSource>>,
    /// The groups of the custodian.
    #[odata(navigation)]
    pub unified_group_sources: Option<Vec<UnifiedGroupSource>>,
    /// The mailboxes of the custodian.
    #[odata(navigation)]
    pub user_sources: Option<Vec<UserSource>>,
}

/// A data source without a custodian.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryNoncustodialDataSource {
    /// The properties of the base type `DataSourceContainer`.
    #[odata(base)]
    pub data_source_container: DataSourceContainer,
    /// The data source that has no custodian.
    #[odata(navigation)]
    pub data_source: Option<Box<AnyDataSource>>,
    /// The last operation that indexed the data source.
    #[odata(navigation)]
    pub last_index_operation: Option<EdiscoveryIndexOperation>,
}

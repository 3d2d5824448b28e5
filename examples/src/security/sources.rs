//! Data sources of searches: mailboxes and sites, with or without custodians.

use chrono::{DateTime, Utc};
use odata_core::{Flags, ODataEntity};

use super::{DataSourceContainerStatus, DataSourceHoldStatus, EdiscoveryIndexOperation, SourceType};
use crate::graph::{Entity, IdentitySet, Site};

/// The base type of data sources.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct DataSource {
    /// The properties of the base type.
    #[odata(base)]
    pub entity: Entity,
    /// The creator.
    pub created_by: Option<IdentitySet>,
    /// The creation time.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The display name.
    pub display_name: Option<String>,
    /// The hold status.
    pub hold_status: Option<DataSourceHoldStatus>,
}

/// Any data source.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
pub enum AnyDataSource {
    /// A data source without a type or of an unknown type.
    #[odata(base)]
    DataSource(DataSource),
    /// A site.
    Site(Box<SiteSource>),
    /// A group.
    UnifiedGroup(UnifiedGroupSource),
    /// A user.
    User(UserSource),
}

/// The mailbox and site of a user.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct UserSource {
    /// The properties of the base type.
    #[odata(base)]
    pub data_source: DataSource,
    /// The email address.
    pub email: Option<String>,
    /// Whether the mailbox, the site or both are included.
    pub included_sources: Option<Flags<SourceType>>,
    /// The URL of the site.
    pub site_web_url: Option<String>,
}

/// A site.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct SiteSource {
    /// The properties of the base type.
    #[odata(base)]
    pub data_source: DataSource,
    /// The site.
    #[odata(navigation)]
    pub site: Option<Site>,
}

/// The mailbox and site of a group.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct UnifiedGroupSource {
    /// The properties of the base type.
    #[odata(base)]
    pub data_source: DataSource,
    /// Whether the mailbox, the site or both are included.
    pub included_sources: Option<Flags<SourceType>>,
}

/// The base type of data source containers.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct DataSourceContainer {
    /// The properties of the base type.
    #[odata(base)]
    pub entity: Entity,
    /// The creation time.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The display name.
    pub display_name: Option<String>,
    /// The hold status of the data sources.
    pub hold_status: Option<DataSourceHoldStatus>,
    /// The time of the last change.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// The time of the release from the case.
    pub released_date_time: Option<DateTime<Utc>>,
    /// The status in the case.
    pub status: Option<DataSourceContainerStatus>,
}

/// A person whose data is relevant to a case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryCustodian {
    /// The properties of the base type.
    #[odata(base)]
    pub data_source_container: DataSourceContainer,
    /// The time when the custodian acknowledged the hold.
    pub acknowledged_date_time: Option<DateTime<Utc>>,
    /// The email address.
    pub email: Option<String>,
    /// The last operation that indexed the data sources.
    #[odata(navigation)]
    pub last_index_operation: Option<EdiscoveryIndexOperation>,
    /// The sites.
    #[odata(navigation)]
    pub site_sources: Option<Vec<SiteSource>>,
    /// The groups.
    #[odata(navigation)]
    pub unified_group_sources: Option<Vec<UnifiedGroupSource>>,
    /// The mailboxes.
    #[odata(navigation)]
    pub user_sources: Option<Vec<UserSource>>,
}

/// A data source without a custodian.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryNoncustodialDataSource {
    /// The properties of the base type.
    #[odata(base)]
    pub data_source_container: DataSourceContainer,
    /// The data source.
    #[odata(navigation)]
    pub data_source: Option<Box<AnyDataSource>>,
    /// The last operation that indexed the data source.
    #[odata(navigation)]
    pub last_index_operation: Option<EdiscoveryIndexOperation>,
}

//! Where searches look: mailboxes and sites, of custodians and of nobody.

use chrono::{DateTime, Utc};
use odata_core::{Flags, ODataEntity};

use super::{DataSourceContainerStatus, DataSourceHoldStatus, EdiscoveryIndexOperation, SourceType};
use crate::graph::{Entity, IdentitySet, Site};

/// The base of sources.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct DataSource {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// Who created it.
    pub created_by: Option<IdentitySet>,
    /// When it was created.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The name to show.
    pub display_name: Option<String>,
    /// How the hold on it stands.
    pub hold_status: Option<DataSourceHoldStatus>,
}

/// Any source.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
pub enum AnyDataSource {
    /// One of a type that is not known here, or without a type.
    #[odata(base)]
    DataSource(DataSource),
    /// A site.
    Site(Box<SiteSource>),
    /// A group.
    UnifiedGroup(UnifiedGroupSource),
    /// A user.
    User(UserSource),
}

/// A user's mailbox and site.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct UserSource {
    /// The base type.
    #[odata(base)]
    pub data_source: DataSource,
    /// The address.
    pub email: Option<String>,
    /// Which of the two are looked through.
    pub included_sources: Option<Flags<SourceType>>,
    /// Where the site is.
    pub site_web_url: Option<String>,
}

/// A site.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct SiteSource {
    /// The base type.
    #[odata(base)]
    pub data_source: DataSource,
    /// The site.
    #[odata(navigation)]
    pub site: Option<Site>,
}

/// A group's mailbox and site.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct UnifiedGroupSource {
    /// The base type.
    #[odata(base)]
    pub data_source: DataSource,
    /// Which of the two are looked through.
    pub included_sources: Option<Flags<SourceType>>,
}

/// The base of what holds sources.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct DataSourceContainer {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// When it was created.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The name to show.
    pub display_name: Option<String>,
    /// How the hold on its sources stands.
    pub hold_status: Option<DataSourceHoldStatus>,
    /// When it was changed last.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// When it was released from the case.
    pub released_date_time: Option<DateTime<Utc>>,
    /// Whether it is part of the case.
    pub status: Option<DataSourceContainerStatus>,
}

/// Somebody whose data a case is about.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryCustodian {
    /// The base type.
    #[odata(base)]
    pub data_source_container: DataSourceContainer,
    /// When the custodian acknowledged the hold.
    pub acknowledged_date_time: Option<DateTime<Utc>>,
    /// The address.
    pub email: Option<String>,
    /// The last indexing of the sources.
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

/// A source that has no custodian.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryNoncustodialDataSource {
    /// The base type.
    #[odata(base)]
    pub data_source_container: DataSourceContainer,
    /// The source.
    #[odata(navigation)]
    pub data_source: Option<Box<AnyDataSource>>,
    /// The last indexing of the source.
    #[odata(navigation)]
    pub last_index_operation: Option<EdiscoveryIndexOperation>,
}

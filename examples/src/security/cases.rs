//! Cases and hold policies.

use chrono::{DateTime, Utc};
use odata_core::ODataEntity;

use super::{
    AnyCaseOperation, CaseStatus, EdiscoveryCustodian, EdiscoveryNoncustodialDataSource, EdiscoveryReviewSet,
    EdiscoveryReviewTag, EdiscoverySearch, SiteSource, UserSource,
};
use crate::graph::{Entity, IdentitySet};

/// The base type of cases.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct Case {
    /// The properties of the base type.
    #[odata(base)]
    pub entity: Entity,
    /// The creation time.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The description.
    pub description: Option<String>,
    /// The display name.
    pub display_name: Option<String>,
    /// The user or application that made the last change.
    pub last_modified_by: Option<IdentitySet>,
    /// The time of the last change.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// The status.
    pub status: Option<CaseStatus>,
}

/// An eDiscovery case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryCase {
    /// The properties of the base type.
    #[odata(base)]
    pub case: Case,
    /// The user or application that closed the case.
    pub closed_by: Option<IdentitySet>,
    /// The closing time.
    pub closed_date_time: Option<DateTime<Utc>>,
    /// The ID of the case in an external system.
    pub external_id: Option<String>,
    /// The custodians.
    #[odata(navigation)]
    pub custodians: Option<Vec<EdiscoveryCustodian>>,
    /// Data sources without a custodian.
    #[odata(navigation)]
    pub noncustodial_data_sources: Option<Vec<EdiscoveryNoncustodialDataSource>>,
    /// The operations.
    #[odata(navigation)]
    pub operations: Option<Vec<AnyCaseOperation>>,
    /// The review sets.
    #[odata(navigation)]
    pub review_sets: Option<Vec<EdiscoveryReviewSet>>,
    /// The searches.
    #[odata(navigation)]
    pub searches: Option<Vec<EdiscoverySearch>>,
    /// The tags.
    #[odata(navigation)]
    pub tags: Option<Vec<EdiscoveryReviewTag>>,
}

/// The base type of policies. The service sends it, but the published schema doesn't contain it.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct PolicyBase {
    /// The properties of the base type.
    #[odata(base)]
    pub entity: Entity,
    /// The creator.
    pub created_by: Option<IdentitySet>,
    /// The creation time.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The description.
    pub description: Option<String>,
    /// The display name.
    pub display_name: Option<String>,
    /// The user or application that made the last change.
    pub last_modified_by: Option<IdentitySet>,
    /// The time of the last change.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// The distribution status. It is a string, because the members of the enumeration aren't published.
    pub status: Option<String>,
}

/// A hold policy for data sources of a case. The service sends it, but the published schema doesn't contain it.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryHoldPolicy {
    /// The properties of the base type.
    #[odata(base)]
    pub policy: PolicyBase,
    /// The query for the content on hold, in the Keyword Query Language.
    pub content_query: Option<String>,
    /// The errors of the distribution.
    pub errors: Option<Vec<String>>,
    /// Whether the hold is enabled.
    pub is_enabled: Option<bool>,
    /// The sites.
    #[odata(navigation)]
    pub site_sources: Option<Vec<SiteSource>>,
    /// The mailboxes.
    #[odata(navigation)]
    pub user_sources: Option<Vec<UserSource>>,
}

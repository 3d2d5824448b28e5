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
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The creation time of the case.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The description of the case.
    pub description: Option<String>,
    /// The display name of the case.
    pub display_name: Option<String>,
    /// The user or application that last changed the case.
    pub last_modified_by: Option<IdentitySet>,
    /// The time of the last change of the case.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// The status of the case.
    pub status: Option<CaseStatus>,
}

/// An eDiscovery case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryCase {
    /// The properties of the base type `Case`.
    #[odata(base)]
    pub case: Case,
    /// The user or application that closed the case.
    pub closed_by: Option<IdentitySet>,
    /// The closing time of the case.
    pub closed_date_time: Option<DateTime<Utc>>,
    /// The ID of the case in an external system.
    pub external_id: Option<String>,
    /// The custodians of the case.
    #[odata(navigation)]
    pub custodians: Option<Vec<EdiscoveryCustodian>>,
    /// The data sources of the case that have no custodian.
    #[odata(navigation)]
    pub noncustodial_data_sources: Option<Vec<EdiscoveryNoncustodialDataSource>>,
    /// The operations of the case.
    #[odata(navigation)]
    pub operations: Option<Vec<AnyCaseOperation>>,
    /// The review sets of the case.
    #[odata(navigation)]
    pub review_sets: Option<Vec<EdiscoveryReviewSet>>,
    /// The searches of the case.
    #[odata(navigation)]
    pub searches: Option<Vec<EdiscoverySearch>>,
    /// The tags of the case.
    #[odata(navigation)]
    pub tags: Option<Vec<EdiscoveryReviewTag>>,
}

/// The base type of policies. The service sends this type, but the published schema doesn't declare it.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct PolicyBase {
    /// The properties of the base type `Entity`.
    #[odata(base)]
    pub entity: Entity,
    /// The creator of the policy.
    pub created_by: Option<IdentitySet>,
    /// The creation time of the policy.
    pub created_date_time: Option<DateTime<Utc>>,
    /// The description of the policy.
    pub description: Option<String>,
    /// The display name of the policy.
    pub display_name: Option<String>,
    /// The user or application that last changed the policy.
    pub last_modified_by: Option<IdentitySet>,
    /// The time of the last change of the policy.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// The distribution status of the policy. It is a string, because the members of the enumeration aren't published.
    pub status: Option<String>,
}

/// A hold policy for data sources of a case. The service sends this type, but the published schema doesn't declare it.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryHoldPolicy {
    /// The properties of the base type `PolicyBase`.
    #[odata(base)]
    pub policy: PolicyBase,
    /// The query for the content on hold, in the Keyword Query Language.
    pub content_query: Option<String>,
    /// The errors of the distribution of the policy.
    pub errors: Option<Vec<String>>,
    /// Whether the hold is enabled.
    pub is_enabled: Option<bool>,
    /// The sites on hold.
    #[odata(navigation)]
    pub site_sources: Option<Vec<SiteSource>>,
    /// The mailboxes on hold.
    #[odata(navigation)]
    pub user_sources: Option<Vec<UserSource>>,
}

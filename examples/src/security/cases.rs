//! Cases, and holds on what they are about.

use chrono::{DateTime, Utc};
use odata_core::ODataEntity;

use super::{
    AnyCaseOperation, CaseStatus, EdiscoveryCustodian, EdiscoveryNoncustodialDataSource, EdiscoveryReviewSet,
    EdiscoveryReviewTag, EdiscoverySearch, SiteSource, UserSource,
};
use crate::graph::{Entity, IdentitySet};

/// The base of cases.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct Case {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// When it was created.
    pub created_date_time: Option<DateTime<Utc>>,
    /// A text about it.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Who changed it last.
    pub last_modified_by: Option<IdentitySet>,
    /// When it was changed last.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// How it stands.
    pub status: Option<CaseStatus>,
}

/// An eDiscovery case.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryCase {
    /// The base type.
    #[odata(base)]
    pub case: Case,
    /// Who closed it.
    pub closed_by: Option<IdentitySet>,
    /// When it was closed.
    pub closed_date_time: Option<DateTime<Utc>>,
    /// The number that it has elsewhere.
    pub external_id: Option<String>,
    /// Whose data it is about.
    #[odata(navigation)]
    pub custodians: Option<Vec<EdiscoveryCustodian>>,
    /// Sources without a custodian.
    #[odata(navigation)]
    pub noncustodial_data_sources: Option<Vec<EdiscoveryNoncustodialDataSource>>,
    /// What was done in it.
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

/// The base of policies: sent by the service, absent from its published schema.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security", abstract)]
pub struct PolicyBase {
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// Who created it.
    pub created_by: Option<IdentitySet>,
    /// When it was created.
    pub created_date_time: Option<DateTime<Utc>>,
    /// A text about it.
    pub description: Option<String>,
    /// The name to show.
    pub display_name: Option<String>,
    /// Who changed it last.
    pub last_modified_by: Option<IdentitySet>,
    /// When it was changed last.
    pub last_modified_date_time: Option<DateTime<Utc>>,
    /// How its distribution stands, as text: its members are not published.
    pub status: Option<String>,
}

/// A hold on sources of a case: sent by the service, absent from its published schema.
#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph.security")]
pub struct EdiscoveryHoldPolicy {
    /// The base type.
    #[odata(base)]
    pub policy: PolicyBase,
    /// The query for what is held, in the Keyword Query Language.
    pub content_query: Option<String>,
    /// What went wrong in distributing it.
    pub errors: Option<Vec<String>>,
    /// Whether it holds.
    pub is_enabled: Option<bool>,
    /// The sites.
    #[odata(navigation)]
    pub site_sources: Option<Vec<SiteSource>>,
    /// The mailboxes.
    #[odata(navigation)]
    pub user_sources: Option<Vec<UserSource>>,
}

//! A model of the case operations of Microsoft Graph eDiscovery, as an API client library would define it: plain structs and
//! enums with derive macros.
//!
//! The model has a module for each of two versions of the service: [`security`] has the types of the current version, in
//! the namespace `microsoft.graph.security`. [`legacy`] has the types of the previous version, in the namespace
//! `microsoft.graph`. Types that both versions use are in [`graph`].
//!
//! [`graph_v1`] is an excerpt of Microsoft Graph v1.0 that odata-build generated: users, groups, messages, events and files, with their
//! operations.

pub mod graph;
#[rustfmt::skip]
#[allow(missing_docs, reason = "a generated model documents only what the service documents")]
pub mod graph_v1;
pub mod legacy;
pub mod security;

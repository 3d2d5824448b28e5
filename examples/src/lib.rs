//! A model of the case operations of Microsoft Graph eDiscovery, as an API client library would define it: plain structs and
//! enums with derive macros.
//!
//! The model has a module for each of two versions of the service: [`security`] has the types of the current version, in
//! the namespace `microsoft.graph.security`. [`legacy`] has the types of the previous version, in the namespace
//! `microsoft.graph`. Types that both versions use are in [`graph`].

pub mod graph;
pub mod legacy;
pub mod security;

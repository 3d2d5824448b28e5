//! Builds OData requests and reads OData responses with the types of the `http` crate (Cargo feature `http`).
//!
//! A [`Service`] creates the path of a resource, such as a [`CollectionPath`]. A method of a path, such as
//! [`CollectionPath::list`], creates a [`Request`]. The method [`Request::read`] deserializes the response to the
//! request. This crate doesn't send requests. Send the requests with any HTTP client that supports the types of the
//! `http` crate.
//!
//! ```
//! use odata_core::request::{Response, Service, Token};
//! use odata_core::query::QueryOptions;
//! use odata_core::{Collection, ODataEntity};
//!
//! #[derive(Debug, PartialEq, ODataEntity)]
//! #[odata(namespace = "microsoft.graph.security")]
//! struct EdiscoveryCase {
//!     #[odata(key, computed)]
//!     id: Option<String>,
//!     display_name: Option<String>,
//!     #[odata(navigation)]
//!     operations: Option<Vec<CaseOperation>>,
//! }
//!
//! #[derive(Debug, PartialEq, ODataEntity)]
//! #[odata(namespace = "microsoft.graph.security")]
//! struct CaseOperation {
//!     #[odata(key, computed)]
//!     id: Option<String>,
//!     percent_progress: Option<i32>,
//! }
//!
//! let service = Service::graph("https://graph.microsoft.com/v1.0")?.with_token(Token::new("secret"));
//! let cases = service.entity_set::<EdiscoveryCase>("security/cases/ediscoveryCases");
//! let operations = cases.key("22aa2acd").to(EdiscoveryCase::OPERATIONS);
//!
//! let list = operations.list().query(&QueryOptions::new().filter(CaseOperation::PERCENT_PROGRESS.lt(100)));
//! let request: http::Request<Vec<u8>> = list.build()?;
//! assert_eq!(
//!     request.uri(),
//!     "https://graph.microsoft.com/v1.0/security/cases/ediscoveryCases/22aa2acd/operations?$filter=percentProgress%20lt%20100",
//! );
//!
//! // The HTTP client returns a response, and `Request::read` deserializes its body:
//! let response = http::Response::builder().status(200).body(r#"{"value": [{"id": "1", "percentProgress": 50}]}"#)?;
//! let page: Response<Collection<CaseOperation>> = list.read(&response)?;
//! assert_eq!(page.value[0].percent_progress, Some(50));
//!
//! let update = operations.key("1").update(&CaseOperation::update().set(CaseOperation::PERCENT_PROGRESS, 60));
//! assert_eq!(update.build()?.method(), "PATCH");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod apply;
mod async_result;
mod batch;
mod batch_body;
mod batch_dependencies;
mod batch_group;
mod batch_headers;
mod batch_part;
mod batch_request;
mod batch_response;
mod batch_warning;
mod bearer_token;
mod binding;
mod build;
mod call;
mod container;
mod count;
mod default_headers;
mod entity_key;
mod entity_reference;
mod escape;
mod expected_response;
mod function_call;
mod function_path;
mod headers;
mod http_message;
mod into_key;
mod invalid_key;
mod key;
mod key_value;
mod link;
mod linked_resource;
mod media;
mod monitor;
mod navigation;
mod operation;
mod operation_result;
mod origin;
mod path;
mod path_template;
mod payload;
mod preferences;
mod primitive_types;
mod property;
mod query_in_body;
mod query_target;
mod raw_value;
mod readable_entity;
mod readable_response;
mod reference_value;
mod relative_url;
mod replace;
mod request_error;
mod response;
mod response_body;
mod response_error;
mod response_parts;
mod retry_after;
mod service;
mod service_path;
mod settings;
mod single_batch_response;
mod unknown_members;
mod value_binding;
mod value_path;

pub use batch::Batch;
pub use batch_group::BatchGroup;
pub use batch_part::{BatchPart, EntityResponse};
pub use batch_request::BatchRequest;
pub use batch_response::BatchResponse;
pub use batch_warning::BatchWarning;
pub use bearer_token::Token;
pub use binding::{CollectionBinding, NoBinding, SingleBinding};
pub use build::Request;
pub use container::{ContainerField, EntitySet, Import, ODataContainer, Singleton};
pub use function_path::ResultPath;
pub use headers::MetadataLevel;
pub use into_key::IntoKey;
pub use invalid_key::InvalidKey;
pub use key::{Key, NamedKey};
pub use key_value::KeyValue;
pub use link::{HasContext, TrackedItem};
pub use media::{MediaPath, StreamValue};
pub use monitor::Monitored;
pub use navigation::{NavigableFrom, NavigationAccess, NavigationValue};
pub use operation_result::OperationResult;
pub use path::{CollectionPath, EntityPath, NullableEntityPath};
pub use query_target::QueryTarget;
pub use raw_value::RawValue;
pub use readable_entity::{MayBeNull, NotNull, Nullability, ReadableEntity};
pub use readable_response::ReadableResponse;
pub use reference_value::EntityReference;
pub use request_error::RequestError;
pub use response::{Conditional, Response};
pub use response_error::ResponseError;
pub use response_parts::ResponseParts;
pub use retry_after::RetryAfter;
pub use service::{KeyForm, ODataVersion, Service};
pub use value_binding::{BoundValue, ValueBinding};
pub use value_path::{CastValue, ValuePath};

pub(crate) use service_path::ServicePath;

//! Requests to a service and their answers, on the types of the `http` crate: whatever sends those can send these.
//!
//! ```
//! use odata_core::request::{Service, Token};
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
//! let service = Service::new("https://graph.microsoft.com/v1.0")?.with_token(Token::new("secret"));
//! let cases = service.entity_set::<EdiscoveryCase>("security/cases/ediscoveryCases");
//! let operations = cases.key("22aa2acd").collection(EdiscoveryCase::OPERATIONS);
//!
//! let list = operations.list().query(&QueryOptions::new().filter(CaseOperation::PERCENT_PROGRESS.lt(100)));
//! let request: http::Request<Vec<u8>> = list.build()?;
//! assert_eq!(
//!     request.uri(),
//!     "https://graph.microsoft.com/v1.0/security/cases/ediscoveryCases/22aa2acd/operations?$filter=percentProgress%20lt%20100",
//! );
//!
//! // Whatever sends it gives an answer, which the request reads:
//! let response = http::Response::builder().status(200).body(r#"{"value": [{"id": "1", "percentProgress": 50}]}"#)?;
//! let page: Collection<CaseOperation> = list.read(&response)?;
//! assert_eq!(page.value[0].percent_progress, Some(50));
//!
//! let update = operations.key("1").update(&CaseOperation::update().set(CaseOperation::PERCENT_PROGRESS, 60));
//! assert_eq!(update.build()?.method(), "PATCH");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod batch;
mod build;
mod escape;
mod failure;
mod head;
mod invalid_key;
mod key;
mod key_value;
mod link;
mod operation;
mod origin;
mod path;
mod place;
mod preference;
mod reference;
mod service;
mod token;

pub use answer::ResponseError;
pub use batch::{Answers, Batch, Part};
pub use build::Request;
pub use failure::RequestError;
pub use head::MetadataLevel;
pub use invalid_key::InvalidKey;
pub use key::{Key, NamedKey};
pub use key_value::KeyValue;
pub use path::{CollectionPath, EntityPath};
pub use service::{KeyForm, Service};
pub use token::Token;

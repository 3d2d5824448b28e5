//! The body of a request.

use std::sync::Arc;

use serde::Serialize;

use super::request_error::RequestError;
use crate::json;
use crate::wire_format::WireFormat;

/// The body of a request.
#[derive(Clone)]
pub(super) enum Payload {
    /// A JSON value, which is serialized when the request is built.
    Json(Arc<dyn Fn() -> json::Result<Vec<u8>> + Send + Sync>),
    /// Content of any media type.
    Raw { content: Arc<Vec<u8>>, media_type: String },
}

/// The media type of a request body, which determines the headers of the request.
#[derive(Clone, Debug)]
pub(super) enum BodyType {
    /// The request has no body.
    None,
    /// The body is in the JSON format of OData.
    Json,
    /// The body is raw content, such as a photo. The variant contains the media type, such as `image/jpeg`.
    Raw(String),
}

impl Payload {
    pub(super) fn of<B: Serialize + Send + Sync + 'static>(body: B) -> Self {
        Self::Json(Arc::new(move || json::to_vec(&body)))
    }

    /// Creates a body from bytes, which are sent unchanged.
    pub(super) fn raw(content: Vec<u8>, media_type: &str) -> Self {
        Self::Raw { content: content.into(), media_type: media_type.to_owned() }
    }

    pub(super) fn body_type(&self) -> BodyType {
        match self {
            Self::Json(_) => BodyType::Json,
            Self::Raw { media_type, .. } => BodyType::Raw(media_type.clone()),
        }
    }

    pub(super) fn write(&self, format: WireFormat) -> Result<Vec<u8>, RequestError> {
        match self {
            Self::Json(write) => format.scope(|| write()).map_err(|error| RequestError::unwritable(&error)),
            Self::Raw { content, .. } => Ok(content.to_vec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::{Serialize, Serializer};

    use super::Payload;
    use crate::request::build::Request;
    use crate::request::{ODataVersion, Service};
    use crate::wire_format::{Base64Alphabet, EnumLiterals, WireFormat};

    /// A request body for tests, which contains the fields of the current [`WireFormat`]. For example, the body is
    /// `"false true Unqualified"` without IEEE 754 compatibility, with the standard base64 alphabet, and with
    /// [`EnumLiterals::Unqualified`].
    struct CurrentFormat;

    impl Serialize for CurrentFormat {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let WireFormat { is_ieee754_compatible, base64, enum_literals } = WireFormat::current();
            let is_standard = base64 == Base64Alphabet::Standard;
            serializer.collect_str(&format_args!("{is_ieee754_compatible} {is_standard} {enum_literals:?}"))
        }
    }

    #[test]
    fn payloads_use_format_of_service_and_request() {
        let body = |request: Request<()>| {
            String::from_utf8(request.build().expect("a request").into_body()).expect("UTF-8")
        };
        let post = |service: &Service| {
            let path = crate::request::service_path::ServicePath::of_names(service, "a");
            Request::without_value(http::Method::POST, path, Some(Payload::of(CurrentFormat)))
        };
        let graph = Service::graph("https://host").expect("a root");
        let standard = Service::new("https://host").expect("a root");
        assert_eq!(body(post(&graph)), r#""false true Unqualified""#);
        assert_eq!(body(post(&standard)), r#""false false Qualified""#);
        assert_eq!(body(post(&standard).ieee754_compatible()), r#""true false Qualified""#);
        let json = "application/json; ieee754compatible=TRUE";
        assert_eq!(body(post(&standard).header("Content-Type", json)), r#""true false Qualified""#);
        let plain = post(&standard).ieee754_compatible().header("content-type", "application/json");
        assert_eq!(body(plain), r#""false false Qualified""#);
        let custom = graph.with_base64(Base64Alphabet::UrlSafe).with_enum_literals(EnumLiterals::Qualified);
        assert_eq!(body(post(&custom.with_max_version(ODataVersion::V4_0))), r#""false false Qualified""#);
        assert_eq!(WireFormat::current(), WireFormat::default());
    }
}

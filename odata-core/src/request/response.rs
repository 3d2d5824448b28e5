//! Responses to requests.

use core::ops::{Deref, DerefMut};

use http::{HeaderMap, StatusCode};

use super::response_parts::ResponseParts;
use super::retry_after::RetryAfter;

/// A successful response: the deserialized body (the value), the status code and the headers.
///
/// A `Response<R>` dereferences to its value of the type `R`.
///
/// ```
/// # use odata_core::ODataEntity;
/// # #[derive(ODataEntity)]
/// # #[odata(namespace = "microsoft.graph")]
/// # struct User { id: Option<String> }
/// use odata_core::request::Service;
///
/// let users = Service::graph("https://graph.microsoft.com/v1.0")?.entity_set::<User>("users");
/// let get = users.key("1").get();
/// let received = http::Response::builder().header("request-id", "5c7a").body(r#"{"id": "1"}"#)?;
///
/// let response = get.read(&received)?;
/// assert_eq!(response.id.as_deref(), Some("1"));
/// assert_eq!(response.request_id(), Some("5c7a"));
/// let user: User = response.into_value();
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Response<R> {
    value: R,
    parts: ResponseParts,
}

/// The value of a response to a request with `If-None-Match`: see
/// [`Request::if_none_match`](super::Request::if_none_match).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conditional<R> {
    /// The resource has changed (status code 200). The variant contains the changed resource.
    Modified(R),
    /// The resource hasn't changed (status code 304), and the response has no body.
    NotModified,
}

impl<R> Conditional<R> {
    /// Returns the changed resource, or `None` if the resource hasn't changed (status code 304).
    pub fn modified(self) -> Option<R> {
        match self {
            Self::Modified(value) => Some(value),
            Self::NotModified => None,
        }
    }

    /// Returns `true` if the service returned the status code 304 (Not Modified) instead of the resource.
    #[must_use]
    pub const fn is_not_modified(&self) -> bool {
        matches!(self, Self::NotModified)
    }
}

impl<R> Response<R> {
    pub(super) const fn new(value: R, parts: ResponseParts) -> Self {
        Self { value, parts }
    }

    /// Returns a reference to the deserialized body.
    #[must_use]
    pub const fn value(&self) -> &R {
        &self.value
    }

    /// Returns the deserialized body, and drops the status code and the headers.
    #[must_use]
    pub fn into_value(self) -> R {
        self.value
    }

    /// Splits the response into the deserialized body, and [`ResponseParts`] with the status code and the headers.
    #[must_use]
    pub fn into_parts(self) -> (R, ResponseParts) {
        (self.value, self.parts)
    }

    /// Creates a response from a value and [`ResponseParts`], for example after [`into_parts`](Self::into_parts).
    ///
    /// ```
    /// # use odata_core::request::{Request, Response, Service};
    /// # let service = Service::new("https://host/service")?;
    /// # let received = http::Response::new("1");
    /// let response = Request::get::<String>(&service, "users/$count").read(&received)?;
    /// let (text, parts) = response.into_parts();
    /// let response: Response<i64> = Response::from_parts(text.parse()?, parts);
    /// assert_eq!((*response, response.status().as_u16()), (1, 200));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn from_parts(value: R, parts: ResponseParts) -> Self {
        Self::new(value, parts)
    }

    /// Returns the status code and the headers of the response.
    #[must_use]
    pub const fn parts(&self) -> &ResponseParts {
        &self.parts
    }

    /// Converts the deserialized body with a function, and preserves the status code and the headers.
    pub fn map<Q>(self, convert: impl FnOnce(R) -> Q) -> Response<Q> {
        Response { value: convert(self.value), parts: self.parts }
    }
}

impl<R> Deref for Response<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.value
    }
}

impl<R> DerefMut for Response<R> {
    fn deref_mut(&mut self) -> &mut R {
        &mut self.value
    }
}

impl<R: IntoIterator> IntoIterator for Response<R> {
    type Item = R::Item;
    type IntoIter = R::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter()
    }
}

#[expect(clippy::into_iter_without_iter, reason = "`Response` dereferences to a value with a method `iter`")]
impl<'r, R> IntoIterator for &'r Response<R>
where
    &'r R: IntoIterator,
{
    type Item = <&'r R as IntoIterator>::Item;
    type IntoIter = <&'r R as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter()
    }
}

/// Implements `status`, `headers` and the other methods of [`ResponseParts`] for a type with a method `parts`.
macro_rules! forward_to_parts {
    ($type:ty $(, $parameter:ident)?) => {
        impl$(<$parameter>)? $type {
            /// Returns the status code of the response.
            #[must_use]
            pub const fn status(&self) -> StatusCode {
                self.parts().status()
            }

            /// Returns all headers of the response.
            #[must_use]
            pub const fn headers(&self) -> &HeaderMap {
                self.parts().headers()
            }

            /// Returns the first value of a header of the response: see [`ResponseParts::header`].
            #[must_use]
            pub fn header(&self, name: &str) -> Option<&str> {
                self.parts().header(name)
            }

            /// Returns the ETag of the entity from the header `ETag`.
            #[must_use]
            pub fn etag(&self) -> Option<&str> {
                self.parts().etag()
            }

            /// Returns the URL in the header `Location`, for example the URL of a created entity.
            #[must_use]
            pub fn location(&self) -> Option<&str> {
                self.parts().location()
            }

            /// Returns the URL of the status monitor of an accepted request (status code 202): see
            /// [`ResponseParts::monitor_url`].
            #[must_use]
            pub fn monitor_url(&self) -> Option<&str> {
                self.parts().monitor_url()
            }

            /// Returns the earliest time at which the client should send the next request (`Retry-After`).
            #[must_use]
            pub fn retry_after(&self) -> Option<RetryAfter> {
                self.parts().retry_after()
            }

            /// Returns the URL that identifies the created or updated entity, from the header `OData-EntityId`.
            #[must_use]
            pub fn entity_id(&self) -> Option<&str> {
                self.parts().entity_id()
            }

            /// Returns the value of a preference that the service applied (`Preference-Applied`): see
            /// [`ResponseParts::preference_applied`].
            #[must_use]
            pub fn preference_applied(&self, name: &str) -> Option<&str> {
                self.parts().preference_applied(name)
            }

            /// Returns the media type of the response body (`Content-Type`).
            #[must_use]
            pub fn content_type(&self) -> Option<&str> {
                self.parts().content_type()
            }
        }
    };
}

pub(super) use forward_to_parts;

forward_to_parts!(Response<R>, R);

impl<R> Response<R> {
    /// Returns the identifier that Microsoft Graph assigned to the request (response header `request-id`).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.parts.request_id()
    }

    /// Returns the identifier that the client assigned to the request (response header `client-request-id`).
    #[must_use]
    pub fn client_request_id(&self) -> Option<&str> {
        self.parts.client_request_id()
    }
}

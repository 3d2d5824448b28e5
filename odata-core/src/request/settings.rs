//! The settings of a request: query options, headers and preferences.

use std::sync::Arc;

use super::build::Request;
use super::headers::MetadataLevel;
use super::query_target::QueryTarget;
use crate::query::QueryOptions;

impl<R> Request<R> {
    /// Sets the query options of the URL, such as `$filter` and `$top`. Replaces all query options that were set
    /// before. If the URL of the request contains a query option, such as `$top` in an `@odata.nextLink`, an option in
    /// `options` with the same name replaces it.
    pub fn query<E>(mut self, options: &QueryOptions<E>) -> Self
    where
        R: QueryTarget<E>,
    {
        self.query = Arc::new(options.untyped().clone());
        self
    }

    /// Sets `If-Match` to `etag`. The service executes the request only if the current ETag of the entity equals
    /// `etag`. Pass the value of `@odata.etag`. To accept any ETag of an existing entity, pass `*`.
    ///
    /// If the entity has another ETag, the service returns the status code 412, and [`read`](Self::read) returns a
    /// [`ResponseError`](super::ResponseError).
    pub fn if_match(mut self, etag: impl Into<String>) -> Self {
        self.headers.set_if_match(etag.into());
        self
    }

    /// Sets `If-None-Match: *`. The service executes the request only if the entity doesn't exist. Use this method for
    /// a `PATCH` request that creates an entity.
    ///
    /// If the entity exists, the service returns the status code 412, and [`read`](Self::read) returns a [`ResponseError`](super::ResponseError).
    pub fn if_absent(mut self) -> Self {
        self.headers.set_if_none_match("*".to_owned());
        self
    }

    /// Requests a response without the created or updated entity (`Prefer: return=minimal`).
    pub fn return_minimal(self) -> Self {
        self.prefer("return=minimal")
    }

    /// Requests a response with the created or updated entity (`Prefer: return=representation`).
    pub fn return_representation(self) -> Self {
        self.prefer("return=representation")
    }

    /// Limits the number of items per page (`Prefer: odata.maxpagesize`).
    pub fn max_page_size(self, items: u32) -> Self {
        self.prefer(&format!("odata.maxpagesize={items}"))
    }

    /// Adds a preference (`Prefer`), for example `outlook.timezone="UTC"`. Replaces an earlier preference with the same
    /// name.
    pub fn prefer(mut self, preference: &str) -> Self {
        self.headers.preferences.add(preference);
        self
    }

    /// Writes `Edm.Int64` and `Edm.Decimal` values as strings in the request body, and requests the same format for the
    /// response (`IEEE754Compatible=true`).
    pub fn ieee754_compatible(mut self) -> Self {
        self.headers.uses_ieee754_strings = true;
        self
    }

    /// Sets the amount of control information, such as `@odata.type`, in the response (`odata.metadata`).
    pub fn metadata(mut self, level: MetadataLevel) -> Self {
        self.headers.metadata = Some(level);
        self
    }

    /// Sets a header of this request.
    ///
    /// For most headers, the new value replaces an earlier value: a value that was set on this request, a default
    /// header such as `Accept`, or a value from [`Service::with_header`](super::Service::with_header). The preferences
    /// in a `Prefer` header are added to all earlier preferences. Setting `Accept-Language`, `Accept-Encoding`,
    /// `Cache-Control` or `Via` twice on a request appends the second value to the first. A `Via` header on a request,
    /// for example, replaces a `Via` header from [`Service::with_header`](super::Service::with_header).
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.set(name.into(), value.into());
        self
    }
}

//! Typed access to the control information of an instance and of its properties.

use super::Extra;
use crate::control;
use crate::untyped::Untyped;

impl Extra {
    /// Returns the qualified type name in `@odata.type`, such as `microsoft.graph.user`. The `#` before the type name
    /// and the URL before the `#` are removed.
    ///
    /// Returns `None` if the payload contains no `@odata.type`, or if `@odata.type` names the type of the Rust struct.
    /// For example, the `Extra` of a struct `User` doesn't store the `@odata.type` `#microsoft.graph.user`, because
    /// serialization adds it again.
    #[must_use]
    pub fn type_name(&self) -> Option<&str> {
        self.get_str(control::TYPE).map(crate::metadata::type_set::qualified_name)
    }

    /// Returns `@odata.context`, the URL whose fragment describes the content of the payload.
    #[must_use]
    pub fn context(&self) -> Option<&str> {
        self.get_str(control::CONTEXT)
    }

    /// Returns `@odata.etag`, the ETag of the instance, which a request can send in the header `If-Match`.
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.get_str("@odata.etag")
    }

    /// Returns `@odata.id`, the URL that identifies the instance.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.get_str("@odata.id")
    }

    /// Returns `@odata.readLink`, the URL to read the instance.
    #[must_use]
    pub fn read_link(&self) -> Option<&str> {
        self.get_str("@odata.readLink")
    }

    /// Returns `@odata.editLink`, the URL to update the instance.
    #[must_use]
    pub fn edit_link(&self) -> Option<&str> {
        self.get_str("@odata.editLink")
    }

    /// Returns the value of an annotation of a declared or undeclared property. For example, `annotation("members",
    /// "odata.navigationLink")` returns the URL in `members@odata.navigationLink`.
    #[must_use]
    pub fn annotation(&self, property: &str, term: &str) -> Option<&Untyped> {
        self.get(&format!("{property}@{term}"))
    }

    /// Returns the type name in a dynamic property's annotation `@odata.type`, without the `#`: for example `Date`,
    /// `Collection(String)` or `microsoft.graph.identity`.
    #[must_use]
    pub fn property_type(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.type")?.as_str().map(crate::metadata::type_set::qualified_name)
    }

    /// Returns the URL to read the entities of a navigation property: the value of an annotation such as
    /// `manager@odata.navigationLink`.
    #[must_use]
    pub fn navigation_link(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.navigationLink")?.as_str()
    }

    /// Returns the URL of the next part of a collection: the value of an annotation such as `members@odata.nextLink`.
    /// `members@odata.nextLink` is present if the payload contains only a part of the collection.
    #[must_use]
    pub fn next_link(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.nextLink")?.as_str()
    }

    /// Returns the number of elements in a collection: the value of an annotation such as `members@odata.count`. A
    /// service sends `members@odata.count` if the request contains `$expand=members($count=true)`.
    #[must_use]
    pub fn count(&self, property: &str) -> Option<i64> {
        self.annotation(property, "odata.count")?.read_as().ok()
    }

    /// Returns the links of a property of type `Edm.Stream`, such as `photo@odata.mediaReadLink`.
    #[must_use]
    pub const fn stream<'e>(&'e self, property: &'e str) -> StreamLinks<'e> {
        StreamLinks { extra: self, property }
    }

    /// Returns the links of a media entity's stream, such as `@odata.mediaReadLink`.
    #[must_use]
    pub const fn media(&self) -> StreamLinks<'_> {
        self.stream("")
    }
}

/// The URLs, the media type and the ETag of a stream. [`Extra::stream`] and [`Extra::media`] return a `StreamLinks`.
#[derive(Clone, Copy, Debug)]
pub struct StreamLinks<'e> {
    extra: &'e Extra,
    property: &'e str,
}

impl<'e> StreamLinks<'e> {
    /// Returns the URL to read the content of the stream, from the annotation `odata.mediaReadLink`.
    #[must_use]
    pub fn read_link(self) -> Option<&'e str> {
        self.annotation("odata.mediaReadLink")
    }

    /// Returns the URL to update the content of the stream, from the annotation `odata.mediaEditLink`.
    #[must_use]
    pub fn edit_link(self) -> Option<&'e str> {
        self.annotation("odata.mediaEditLink")
    }

    /// Returns the media type of the stream (`odata.mediaContentType`), such as `image/jpeg`. Returns `None` if
    /// `odata.mediaContentType` is absent or `null`. A service sends `"photo@odata.mediaContentType": null` if the
    /// stream `photo` has no content.
    #[must_use]
    pub fn content_type(self) -> Option<&'e str> {
        self.annotation("odata.mediaContentType")
    }

    /// Returns the ETag of the stream (`odata.mediaEtag`), which a request can send in the header `If-Match`.
    #[must_use]
    pub fn etag(self) -> Option<&'e str> {
        self.annotation("odata.mediaEtag")
    }

    fn annotation(self, term: &str) -> Option<&'e str> {
        self.extra.annotation(self.property, term)?.as_str()
    }
}

//! Typed access to the control information of an instance and of its properties.

use super::Extra;
use crate::control;
use crate::untyped::Untyped;

impl Extra {
    /// Returns the qualified name in `@odata.type`, without the `#` and the URL before it.
    ///
    /// Returns `None` if the type of the instance is the Rust type.
    #[must_use]
    pub fn type_name(&self) -> Option<&str> {
        self.get_str(control::TYPE).map(crate::metadata::type_set::qualified_name)
    }

    /// Returns `@odata.context`: the URL with a fragment that describes the payload.
    #[must_use]
    pub fn context(&self) -> Option<&str> {
        self.get_str(control::CONTEXT)
    }

    /// Returns `@odata.etag`: the ETag of the instance, for `If-Match`.
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.get_str("@odata.etag")
    }

    /// Returns `@odata.id`: the URL that identifies the instance.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.get_str("@odata.id")
    }

    /// Returns `@odata.readLink`: the URL to read the instance.
    #[must_use]
    pub fn read_link(&self) -> Option<&str> {
        self.get_str("@odata.readLink")
    }

    /// Returns `@odata.editLink`: the URL to update the instance.
    #[must_use]
    pub fn edit_link(&self) -> Option<&str> {
        self.get_str("@odata.editLink")
    }

    /// Returns an annotation of a declared or undeclared property. For example, `annotation("members",
    /// "odata.navigationLink")`.
    #[must_use]
    pub fn annotation(&self, property: &str, term: &str) -> Option<&Untyped> {
        self.get(&format!("{property}@{term}"))
    }

    /// Returns the type of a dynamic property in `@odata.type`, without the `#`: `Date`, `Collection(String)`,
    /// `microsoft.graph.identity`.
    #[must_use]
    pub fn property_type(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.type")?.as_str().map(crate::metadata::type_set::qualified_name)
    }

    /// Returns `manager@odata.navigationLink`: the URL to read the entities of a navigation property.
    #[must_use]
    pub fn navigation_link(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.navigationLink")?.as_str()
    }

    /// Returns `members@odata.nextLink`: the URL of the next part of a collection that was only partially returned.
    #[must_use]
    pub fn next_link(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.nextLink")?.as_str()
    }

    /// Returns `members@odata.count`: the number of elements in a collection, if the request included `$count`.
    #[must_use]
    pub fn count(&self, property: &str) -> Option<i64> {
        self.annotation(property, "odata.count")?.read_as().ok()
    }

    /// Returns the links of a property of type `Edm.Stream`, such as `photo@odata.mediaReadLink`.
    #[must_use]
    pub const fn stream<'e>(&'e self, property: &'e str) -> StreamLinks<'e> {
        StreamLinks { extra: self, property }
    }

    /// Returns the links of the stream of a media entity, such as `@odata.mediaReadLink`.
    #[must_use]
    pub const fn media(&self) -> StreamLinks<'_> {
        self.stream("")
    }
}

/// The control information of a stream. See [`Extra::stream`] and [`Extra::media`].
#[derive(Clone, Copy, Debug)]
pub struct StreamLinks<'e> {
    extra: &'e Extra,
    property: &'e str,
}

impl<'e> StreamLinks<'e> {
    /// Returns the URL to read the content.
    #[must_use]
    pub fn read_link(self) -> Option<&'e str> {
        self.annotation("odata.mediaReadLink")
    }

    /// Returns the URL to update the content.
    #[must_use]
    pub fn edit_link(self) -> Option<&'e str> {
        self.annotation("odata.mediaEditLink")
    }

    /// Returns the media type of the content, such as `image/jpeg`. Returns `None` if it is absent, or `null` because there is
    /// no content.
    #[must_use]
    pub fn content_type(self) -> Option<&'e str> {
        self.annotation("odata.mediaContentType")
    }

    /// Returns the ETag of the content, for `If-Match`.
    #[must_use]
    pub fn etag(self) -> Option<&'e str> {
        self.annotation("odata.mediaEtag")
    }

    fn annotation(self, term: &str) -> Option<&'e str> {
        self.extra.annotation(self.property, term)?.as_str()
    }
}

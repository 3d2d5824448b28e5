//! What the control information of an instance and of its properties says, typed.

use super::Extra;
use crate::control;
use crate::untyped::Untyped;

impl Extra {
    /// The qualified name that `@odata.type` holds, without the `#` or the address in front of it.
    ///
    /// `None` when the type is the one that the Rust type stands for.
    #[must_use]
    pub fn type_name(&self) -> Option<&str> {
        self.get_str(control::TYPE).map(crate::metadata::type_set::qualified_name)
    }

    /// What the payload describes, a URL with a fragment: `@odata.context`.
    #[must_use]
    pub fn context(&self) -> Option<&str> {
        self.get_str(control::CONTEXT)
    }

    /// The version of the instance, for `If-Match`: `@odata.etag`.
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.get_str("@odata.etag")
    }

    /// The URL that identifies the instance: `@odata.id`.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.get_str("@odata.id")
    }

    /// The URL to read the instance from: `@odata.readLink`.
    #[must_use]
    pub fn read_link(&self) -> Option<&str> {
        self.get_str("@odata.readLink")
    }

    /// The URL to change the instance at: `@odata.editLink`.
    #[must_use]
    pub fn edit_link(&self) -> Option<&str> {
        self.get_str("@odata.editLink")
    }

    /// An annotation of a property, declared or not: `annotation("members", "odata.navigationLink")`.
    #[must_use]
    pub fn annotation(&self, property: &str, term: &str) -> Option<&Untyped> {
        self.get(&format!("{property}@{term}"))
    }

    /// The type that the payload gives a dynamic property, without the `#` in front of it: `Date`,
    /// `Collection(String)`, `microsoft.graph.identity`.
    #[must_use]
    pub fn property_type(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.type")?.as_str().map(crate::metadata::type_set::qualified_name)
    }

    /// Where what a navigation property leads to can be read: `manager@odata.navigationLink`.
    #[must_use]
    pub fn navigation_link(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.navigationLink")?.as_str()
    }

    /// Where the rest of a collection can be read, when the property has a part of it: `members@odata.nextLink`.
    #[must_use]
    pub fn next_link(&self, property: &str) -> Option<&str> {
        self.annotation(property, "odata.nextLink")?.as_str()
    }

    /// How many elements a collection has, when the request asked for it: `members@odata.count`.
    #[must_use]
    pub fn count(&self, property: &str) -> Option<i64> {
        self.annotation(property, "odata.count")?.read_as().ok()
    }

    /// What is said about a property of the type `Edm.Stream`: `photo@odata.mediaReadLink` and its like.
    #[must_use]
    pub const fn stream<'e>(&'e self, property: &'e str) -> StreamLinks<'e> {
        StreamLinks { extra: self, property }
    }

    /// What is said about the stream that a media entity is itself: `@odata.mediaReadLink` and its like.
    #[must_use]
    pub const fn media(&self) -> StreamLinks<'_> {
        self.stream("")
    }
}

/// What an instance says about a stream; see [`Extra::stream`].
#[derive(Clone, Copy, Debug)]
pub struct StreamLinks<'e> {
    extra: &'e Extra,
    property: &'e str,
}

impl<'e> StreamLinks<'e> {
    /// The URL to read the content from.
    #[must_use]
    pub fn read_link(self) -> Option<&'e str> {
        self.annotation("odata.mediaReadLink")
    }

    /// The URL to write the content to.
    #[must_use]
    pub fn edit_link(self) -> Option<&'e str> {
        self.annotation("odata.mediaEditLink")
    }

    /// The media type of the content: `image/jpeg`. `null` in the payload, and `None` here, when there is no content.
    #[must_use]
    pub fn content_type(self) -> Option<&'e str> {
        self.annotation("odata.mediaContentType")
    }

    /// The version of the content, for `If-Match`.
    #[must_use]
    pub fn etag(self) -> Option<&'e str> {
        self.annotation("odata.mediaEtag")
    }

    fn annotation(self, term: &str) -> Option<&'e str> {
        self.extra.annotation(self.property, term)?.as_str()
    }
}

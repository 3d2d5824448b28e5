//! Control information: annotations with the prefix `@odata.` on an instance, a property or a collection.

use std::borrow::Cow;

/// The names in OData 4.01 JSON format, clause 4.6, and the names that exist in OData 4.0 only.
const NAMES: [&str; 20] = [
    "associationLink",
    "bind",
    "collectionAnnotations",
    "context",
    "count",
    "delta",
    "deltaLink",
    "editLink",
    "etag",
    "id",
    "mediaContentType",
    "mediaEditLink",
    "mediaEtag",
    "mediaReadLink",
    "metadataEtag",
    "navigationLink",
    "nextLink",
    "readLink",
    "removed",
    "type",
];

/// The context URL, which describes the payload.
pub(crate) const CONTEXT: &str = "@odata.context";

/// The number of items in a collection on all pages.
pub(crate) const COUNT: &str = "@odata.count";

/// The reason why an instance was removed, in a delta response.
pub(crate) const REMOVED: &str = "@odata.removed";

/// The type annotation of an instance.
pub(crate) const TYPE: &str = "@odata.type";

/// Returns the name of an annotation in the form of OData 4.0.
///
/// The prefix `odata.` is optional in OData 4.01: `@context`, `photo@mediaReadLink`. Both forms are read. The form of
/// OData 4.0 is written, because Microsoft Graph supports no other. Other names are unchanged:
/// `@Org.OData.Core.V1.Description`.
pub(crate) fn normalized(name: &str) -> Cow<'_, str> {
    match name.split_once('@') {
        Some((target, term)) if NAMES.contains(&term) => Cow::Owned(format!("{target}@odata.{term}")),
        _ => Cow::Borrowed(name),
    }
}

/// Checks whether the name of an annotation is the type annotation of the instance.
pub(crate) fn is_type(name: &str) -> bool {
    name == TYPE || name == "@type"
}

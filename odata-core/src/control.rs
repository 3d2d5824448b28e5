//! Control information: annotations with the prefix `@odata.` on an instance, a property or a collection.

use std::borrow::Cow;

/// The names of control information without the prefix `odata.`: all names of OData 4.01 (JSON format, clause 4.6), and
/// the names that exist only in OData 4.0.
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

/// The annotation with the context URL, which describes the payload.
pub(crate) const CONTEXT: &str = "@odata.context";

/// The annotation with the total number of items in a collection, including the items on other pages.
pub(crate) const COUNT: &str = "@odata.count";

/// The annotation of a removed instance in a delta response, with the reason of the removal: `{"reason": "deleted"}`.
pub(crate) const REMOVED: &str = "@odata.removed";

/// The type annotation of an instance.
pub(crate) const TYPE: &str = "@odata.type";

/// Adds the prefix `odata.` to the name of control information: `@context` becomes `@odata.context`.
///
/// OData 4.01 services may omit the prefix `odata.` in a response. Requests always contain the prefix `odata.`, because
/// Microsoft Graph requires the prefix. The names of other annotations, such as `@Org.OData.Core.V1.Description`, are
/// returned unchanged.
pub(crate) fn normalized(name: &str) -> Cow<'_, str> {
    match name.split_once('@') {
        Some((target, term)) if NAMES.contains(&term) => Cow::Owned(format!("{target}@odata.{term}")),
        _ => Cow::Borrowed(name),
    }
}

/// Checks whether `name` is the name of an instance's type annotation: `@odata.type` or `@type`.
pub(crate) fn is_type(name: &str) -> bool {
    name.starts_with('@') && (name == TYPE || name == "@type")
}

//! Control information: what `@odata.…` says about an instance, a property or a collection.

use std::borrow::Cow;

/// The names of OData 4.01 JSON format, clause 4.6, and those that only 4.0 has.
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

/// The control information that says what a payload describes.
pub(crate) const CONTEXT: &str = "@odata.context";

/// The control information that counts a collection.
pub(crate) const COUNT: &str = "@odata.count";

/// The control information of an instance that is gone.
pub(crate) const REMOVED: &str = "@odata.removed";

/// The control information that names an instance's type.
pub(crate) const TYPE: &str = "@odata.type";

/// The name of an annotation as 4.0 writes it.
///
/// 4.01 leaves out `odata.`: `@context`, `photo@mediaReadLink`. Both are read, and the 4.0 form is written,
/// because Graph knows no other. Anything else stays as it is: `@Org.OData.Core.V1.Description`.
pub(crate) fn normalized(name: &str) -> Cow<'_, str> {
    match name.split_once('@') {
        Some((target, term)) if NAMES.contains(&term) => Cow::Owned(format!("{target}@odata.{term}")),
        _ => Cow::Borrowed(name),
    }
}

/// Whether the name of an annotation on the instance itself says its type.
pub(crate) fn is_type(name: &str) -> bool {
    name == TYPE || name == "@type"
}

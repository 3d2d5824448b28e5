//! The JSON format of a page of a collection.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::{read_value, write_value};
use crate::control;
use crate::extra::Extra;
use crate::value::{ODataValue, ReadValue};

/// A page of a collection: the items of the page, and the annotations of the response.
///
/// ```
/// use odata_core::{Collection, ODataComplex};
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "microsoft.graph")]
/// struct ResultInfo {
///     code: i32,
/// }
///
/// let page: Collection<ResultInfo> =
///     serde_json::from_str(r#"{"@odata.count": 31, "value": [{"code": 7}], "@odata.nextLink": "https://…"}"#)?;
/// assert_eq!(page.value[0].code, 7);
/// assert_eq!(page.count(), Some(31));
/// assert_eq!(page.next_link(), Some("https://…"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Collection<T> {
    /// The items of this page.
    pub value: Vec<T>,
    /// The annotations of the response, such as `@odata.context`, `@odata.count` and `@odata.nextLink`.
    pub extra: Extra,
}

impl<T> Collection<T> {
    /// Returns the context URL, which describes the content of the response (`@odata.context`).
    #[must_use]
    pub fn context(&self) -> Option<&str> {
        self.extra.context()
    }

    /// Returns the total number of items on all pages (`@odata.count`). Services send `@odata.count` if the request
    /// contains `$count=true`.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.extra.get(control::COUNT)?.read_as().ok()
    }

    /// Returns an iterator over the items of this page.
    pub fn iter(&self) -> core::slice::Iter<'_, T> {
        self.value.iter()
    }

    /// Returns the URL of the next page (`@odata.nextLink`), or `None` on the last page.
    #[must_use]
    pub fn next_link(&self) -> Option<&str> {
        self.extra.get_str("@odata.nextLink")
    }

    /// Returns the URL for requesting the changes since this collection was read (`@odata.deltaLink`), or `None` if the
    /// response contains no `@odata.deltaLink`.
    #[must_use]
    pub fn delta_link(&self) -> Option<&str> {
        self.extra.get_str("@odata.deltaLink")
    }
}

impl<T> From<Vec<T>> for Collection<T> {
    fn from(value: Vec<T>) -> Self {
        Self { value, extra: Extra::new() }
    }
}

impl<T> IntoIterator for Collection<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter()
    }
}

impl<'c, T> IntoIterator for &'c Collection<T> {
    type Item = &'c T;
    type IntoIter = core::slice::Iter<'c, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> FromIterator<T> for Collection<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        items.into_iter().collect::<Vec<T>>().into()
    }
}

impl<T: ODataValue> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_value(&self.value, &self.extra, serializer)
    }
}

impl<'de, T: ReadValue<'de>> Deserialize<'de> for Collection<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (value, extra) = read_value(deserializer, "a collection: an object with an array `value`")?;
        Ok(Self { value, extra })
    }
}

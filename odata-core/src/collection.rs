//! `Collection<T>`: the envelope around a listing.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::error;
use crate::extra::Extra;
use crate::untyped::{NameIndex, Untyped};
use crate::value::{AsSerialize, ODataValue, ReadValue, ValueSeed};

/// The name of the member that holds the items.
const VALUE: &str = "value";

/// A collection as a service sends it: the items, and what is said about them.
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection<T> {
    /// The items of this page.
    pub value: Vec<T>,
    /// Context, count, links and other annotations.
    pub extra: Extra,
}

impl<T> Collection<T> {
    /// What the payload describes, a URL with a fragment.
    #[must_use]
    pub fn context(&self) -> Option<&str> {
        self.extra.get_str("@odata.context")
    }

    /// How many items there are on all pages together, when the request asked for it.
    #[must_use]
    pub fn count(&self) -> Option<i64> {
        self.extra.get("@odata.count")?.read_as().ok()
    }

    /// The items of this page.
    pub fn iter(&self) -> core::slice::Iter<'_, T> {
        self.value.iter()
    }

    /// Where the next page is.
    #[must_use]
    pub fn next_link(&self) -> Option<&str> {
        self.extra.get_str("@odata.nextLink")
    }

    /// Where the changes since this collection will be.
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
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in self.extra.iter() {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry(VALUE, &AsSerialize(&self.value))?;
        map.end()
    }
}

impl<'de, T: ReadValue<'de>> Deserialize<'de> for Collection<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EnvelopeVisitor(PhantomData)).map_err(error::located)
    }
}

struct EnvelopeVisitor<T>(PhantomData<T>);

impl<'de, T: ReadValue<'de>> Visitor<'de> for EnvelopeVisitor<T> {
    type Value = Collection<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a collection: an object with an array `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Collection<T>, A::Error> {
        let mut items: Option<Vec<T>> = None;
        let mut extra = Extra::new();
        let mut names = NameIndex::default();
        while let Some(name) = map.next_key::<String>()? {
            if name != VALUE {
                let value: Untyped = map.next_value().map_err(|error| error::in_member(error, &name))?;
                extra.push_new(&name, value, &mut names).map_err(A::Error::custom)?;
            } else if items.is_none() {
                let read = map.next_value_seed(ValueSeed::new());
                items = Some(read.map_err(|error| error::in_member(error, VALUE))?);
            } else {
                return Err(A::Error::custom("duplicate property `value`"));
            }
        }
        let value = items.ok_or_else(|| A::Error::custom("missing property `value` of a collection"))?;
        Ok(Collection { value, extra })
    }
}

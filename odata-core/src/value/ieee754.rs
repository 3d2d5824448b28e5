//! Serialization with `IEEE754Compatible=true`, which represents every `Edm.Int64` and every `Edm.Decimal` as a string.

use serde::ser::{Serialize, Serializer};

use crate::wire_format::WireFormat;

/// A wrapper that serializes a value for `Content-Type: application/json;IEEE754Compatible=true`. Every `Edm.Int64`,
/// every `Edm.Decimal` and every `@odata.count` is written as a string (OData 4.01 JSON format, clause 3.2).
///
/// Use `Ieee754Compatible` if the program that reads the JSON parses every number as a double, as JavaScript does.
/// JavaScript would round the number `9007199254740993`, but not the string `"9007199254740993"`. Deserialization of an
/// `Edm.Int64` or `Edm.Decimal` always accepts both numbers and strings.
///
/// ```
/// use odata_core::{Ieee754Compatible, ODataComplex};
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "microsoft.graph.security")]
/// struct ExportFileMetadata {
///     size: i64,
///     parts: i32,
/// }
///
/// let file = ExportFileMetadata { size: 9_007_199_254_740_993, parts: 2 };
/// assert_eq!(serde_json::to_string(&file)?, r#"{"size":9007199254740993,"parts":2}"#);
/// assert_eq!(serde_json::to_string(&Ieee754Compatible(&file))?, r#"{"size":"9007199254740993","parts":2}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Ieee754Compatible<'v, T: ?Sized>(pub &'v T);

impl<T: Serialize + ?Sized> Serialize for Ieee754Compatible<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let format = WireFormat { is_ieee754_compatible: true, ..WireFormat::current() };
        format.scope(|| self.0.serialize(serializer))
    }
}

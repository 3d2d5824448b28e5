//! `IEEE754Compatible=true`: integers of 64 bits and decimals as strings.

use core::cell::Cell;

use serde::ser::{Serialize, Serializer};

thread_local! {
    static IS_ASKED_FOR: Cell<bool> = const { Cell::new(false) };
}

/// Writes a value as `Content-Type: application/json;IEEE754Compatible=true` wants it: every `Edm.Int64`, every
/// `Edm.Decimal` and the count of a collection as a string (OData 4.01 JSON format, clause 3.2).
///
/// That is for readers to whom every number is a double. Both forms are read without being asked.
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

/// serde's serializers can't be told about it, so the thread that writes is.
impl<T: Serialize + ?Sized> Serialize for Ieee754Compatible<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let _restored = Restored(IS_ASKED_FOR.replace(true));
        self.0.serialize(serializer)
    }
}

/// Puts back what was so before, even if writing panics.
struct Restored(bool);

impl Drop for Restored {
    fn drop(&mut self) {
        IS_ASKED_FOR.set(self.0);
    }
}

/// Whether the value that this thread writes is to be compatible.
pub(crate) fn is_asked_for() -> bool {
    IS_ASKED_FOR.get()
}

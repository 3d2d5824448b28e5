//! The settings of a service that determine the format of values in requests.

use core::cell::Cell;

/// The format of values in request bodies and in URLs.
///
/// The current `WireFormat` is stored in a thread-local variable, because serde can't pass settings to `Serialize`
/// implementations. [`Self::scope`] sets the current `WireFormat` while a value is serialized.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WireFormat {
    /// Whether `Edm.Int64` and `Edm.Decimal` values are written as strings (`IEEE754Compatible=true`).
    pub(crate) is_ieee754_compatible: bool,
    /// The default base64 alphabet of `Edm.Binary` values.
    pub(crate) base64: Base64Alphabet,
    /// The syntax of enumeration members in URLs.
    pub(crate) enum_literals: EnumLiterals,
}

/// The base64 alphabet of `Edm.Binary` values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base64Alphabet {
    /// base64url (RFC 4648, section 5), with the characters `-` and `_`, as the OData standard requires.
    #[default]
    UrlSafe,
    /// Standard base64 (RFC 4648, section 4), with the characters `+` and `/`, as Microsoft Graph requires.
    Standard,
}

/// The syntax of enumeration members in URLs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EnumLiterals {
    /// A string with the qualified name of the enumeration type as a prefix, as OData 4.0 requires: `Sales.Color'Yellow'`.
    #[default]
    Qualified,
    /// A string without the name of the enumeration type, as OData 4.01 allows: `'Yellow'`.
    Unqualified,
}

thread_local! {
    static CURRENT: Cell<WireFormat> = const {
        Cell::new(WireFormat {
            is_ieee754_compatible: false,
            base64: Base64Alphabet::UrlSafe,
            enum_literals: EnumLiterals::Qualified,
        })
    };
}

impl WireFormat {
    /// Returns the settings for the value that the current thread is serializing.
    pub(crate) fn current() -> Self {
        CURRENT.get()
    }

    /// Applies the settings in `self`, such as the base64 alphabet, to all values that the function `write` serializes.
    pub(crate) fn scope<R>(self, write: impl FnOnce() -> R) -> R {
        let _restored = Restored(CURRENT.replace(self));
        write()
    }
}

/// A guard that restores the previous settings when [`WireFormat::scope`] ends, even after a panic.
struct Restored(WireFormat);

impl Drop for Restored {
    fn drop(&mut self) {
        CURRENT.set(self.0);
    }
}

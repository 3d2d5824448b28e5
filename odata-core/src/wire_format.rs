//! The settings of a service that affect how values are written.

use core::cell::Cell;

/// The format of values in request bodies and in URLs.
///
/// serde's serializers have no context for settings, so they are stored in a thread-local variable while a value is
/// serialized: see [`Self::scope`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WireFormat {
    /// Whether `Edm.Int64` and `Edm.Decimal` values are strings (`IEEE754Compatible=true`).
    pub(crate) is_ieee754_compatible: bool,
    /// The alphabet of `Edm.Binary` values that don't specify an alphabet.
    pub(crate) base64: Base64Alphabet,
    /// The form of enumeration members in URLs.
    pub(crate) enum_literals: EnumLiterals,
}

/// The base64 alphabet of `Edm.Binary` values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base64Alphabet {
    /// base64url (RFC 4648, section 5), which the standard requires: `-` and `_`.
    #[default]
    UrlSafe,
    /// Standard base64 (RFC 4648, section 4), which Microsoft Graph requires: `+` and `/`.
    Standard,
}

/// The form of enumeration members in URLs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EnumLiterals {
    /// Qualified with the name of the type, `Sales.Color'Yellow'`. OData 4.0 requires this form.
    #[default]
    Qualified,
    /// A string, `'Yellow'`. This form was added in OData 4.01.
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
    /// Returns the settings for the value that this thread is serializing.
    pub(crate) fn current() -> Self {
        CURRENT.get()
    }

    /// Calls a function that serializes values with these settings.
    pub(crate) fn scope<R>(self, write: impl FnOnce() -> R) -> R {
        let _restored = Restored(CURRENT.replace(self));
        write()
    }
}

/// A guard that restores the earlier settings, even if the function panics.
struct Restored(WireFormat);

impl Drop for Restored {
    fn drop(&mut self) {
        CURRENT.set(self.0);
    }
}

//! The settings that decide how values are written for one service.

use core::cell::Cell;

/// How values are written in request bodies and in URLs.
///
/// serde's serializers have no place for settings, so the thread that writes a value holds them: see [`Self::scope`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WireFormat {
    /// Whether `Edm.Int64` and `Edm.Decimal` are strings (`IEEE754Compatible=true`).
    pub(crate) is_ieee754_compatible: bool,
    /// The alphabet of an `Edm.Binary` value that has no alphabet of its own.
    pub(crate) base64: Base64Alphabet,
    /// How an enumeration member is written in a URL.
    pub(crate) enum_literals: EnumLiterals,
}

/// The alphabet of an `Edm.Binary` value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Base64Alphabet {
    /// base64url (RFC 4648, section 5), which the standard requires: `-` and `_`.
    #[default]
    UrlSafe,
    /// Standard base64 (RFC 4648, section 4), which Microsoft Graph requires: `+` and `/`.
    Standard,
}

/// How an enumeration member is written in a URL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EnumLiterals {
    /// With the name of its type, `Sales.Color'Yellow'`, which OData 4.0 requires.
    #[default]
    Qualified,
    /// As a string, `'Yellow'` (OData 4.01).
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
    /// Returns the settings of the value that this thread writes.
    pub(crate) fn current() -> Self {
        CURRENT.get()
    }

    /// Calls a function that writes values with these settings.
    pub(crate) fn scope<R>(self, write: impl FnOnce() -> R) -> R {
        let _restored = Restored(CURRENT.replace(self));
        write()
    }
}

/// Restores the earlier settings, even if writing panics.
struct Restored(WireFormat);

impl Drop for Restored {
    fn drop(&mut self) {
        CURRENT.set(self.0);
    }
}

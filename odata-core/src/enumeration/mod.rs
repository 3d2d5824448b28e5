//! The trait `ODataEnum` of enumeration types, and the type `Flags` for sets of members.

mod flags;
mod kind;
mod read;

use core::fmt;

use serde::ser::Serializer;

use crate::metadata::{EnumerationType, Member};

#[cfg(feature = "http")]
pub(crate) use flags::FlagsKind;
pub use flags::{Flag, Flags};
pub use kind::{EnumerationKind, deserialize_enumeration};
pub(crate) use read::read_enumeration;

/// A string type that can store the name of an unknown enumeration member, such as `String` in the variant
/// `#[odata(unknown)] Unknown(String)`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't store the name of an unknown enumeration member: use `String`",
    label = "not a string type",
    note = "store the name in a `String`, a `Box<str>` or an `Arc<str>`"
)]
pub trait UnknownText {
    /// Returns the name of the unknown member.
    fn as_text(&self) -> &str;

    /// Creates a string from the name of an unknown member.
    fn of_text(name: &str) -> Self;
}

impl<T: AsRef<str> + for<'a> From<&'a str>> UnknownText for T {
    fn as_text(&self) -> &str {
        self.as_ref()
    }

    fn of_text(name: &str) -> Self {
        name.into()
    }
}

/// An enumeration type: a Rust enum that represents a CSDL `EnumType`. The [derive macro](derive@crate::ODataEnum)
/// `ODataEnum` implements this trait.
///
/// ```
/// use odata_core::ODataEnum;
///
/// #[derive(Debug, PartialEq, ODataEnum)]
/// #[odata(namespace = "microsoft.graph.security")]
/// enum CaseAction {
///     ContentExport,
///     HoldUpdate,
///     UnknownFutureValue,
///     PurgeData,
///     #[odata(unknown)]
///     Unknown(String),
/// }
///
/// assert_eq!(CaseAction::HoldUpdate.as_str(), "holdUpdate");
/// assert!(CaseAction::PurgeData.is_after_sentinel());
/// assert_eq!("somethingNew".parse(), Ok(CaseAction::Unknown("somethingNew".to_owned())));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enumeration type: use an enum that derives `ODataEnum`",
    label = "not an enumeration type"
)]
pub trait ODataEnum: Sized {
    /// The name and the members of the enumeration type.
    const METADATA: &'static EnumerationType;

    /// Returns the position of this member in the declaration of the enumeration, or `None` for an unknown member.
    fn position(&self) -> Option<usize>;

    /// Returns the member at the given position in the declaration of the enumeration, or `None` if the enumeration has
    /// no member at this position.
    fn from_position(position: usize) -> Option<Self>;

    /// Returns the name of an unknown member, or `None` for a declared member.
    fn unknown(&self) -> Option<&str>;

    /// Creates an unknown member with the name `text`. Returns `None` if the enum has no variant with `#[odata(unknown)]`.
    fn from_unknown(text: &str) -> Option<Self>;

    /// Returns the constant [`METADATA`](Self::METADATA).
    ///
    /// [`TypeKind::Enumeration`](crate::metadata::TypeKind::Enumeration) contains a pointer to this function.
    #[must_use]
    fn metadata() -> &'static EnumerationType {
        Self::METADATA
    }

    /// Returns the declared name and value of this member, or `None` for an unknown member.
    fn member(&self) -> Option<&'static Member> {
        Self::METADATA.members().get(self.position()?)
    }

    /// Returns the wire name of this member, such as `holdUpdate`.
    fn as_str(&self) -> &str {
        match self.position() {
            Some(position) => Self::METADATA.name_at(position),
            None => self.unknown().unwrap_or_default(),
        }
    }

    /// Returns the numeric value of this member, or `None` for an unknown member.
    fn value(&self) -> Option<i64> {
        self.member().map(Member::value)
    }

    /// Checks whether this member is the sentinel of an evolvable enumeration, such as `unknownFutureValue`.
    ///
    /// Without `Prefer: include-unknown-enum-members` in the request, a service sends the sentinel instead of members
    /// that are declared after the sentinel. A client must not send the sentinel in a request.
    fn is_sentinel(&self) -> bool {
        let position = self.position();
        position.is_some() && position == Self::METADATA.sentinel()
    }

    /// Checks whether this member is declared after the sentinel of an evolvable enumeration.
    ///
    /// A client can send and receive members that are declared after the sentinel only with `Prefer:
    /// include-unknown-enum-members`. Returns `false` for an unknown member, because an unknown member has no position
    /// in the declaration of the enumeration.
    fn is_after_sentinel(&self) -> bool {
        let sentinel = Self::METADATA.sentinel();
        sentinel.is_some() && self.position() > sentinel
    }

    /// Returns the member with the name `text`. If `text` is a number such as `"3"`, returns the member with this
    /// value. If no declared member has the name or value `text`, returns an unknown member with the name `text`.
    ///
    /// # Errors
    ///
    /// Returns an error for an unknown member if the enum has no variant with `#[odata(unknown)]`.
    fn from_text(text: &str) -> Result<Self, UnknownMember> {
        let known = Self::METADATA.position_of_text(text).and_then(Self::from_position);
        known.or_else(|| Self::from_unknown(text)).ok_or_else(|| UnknownMember::new(text, Self::METADATA))
    }
}

/// Serializes an enumeration member as its wire name.
///
/// # Errors
///
/// Returns an error if the serializer returns an error.
pub fn write_enumeration<E: ODataEnum, S: Serializer>(value: &E, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.as_str())
}

/// The error returned when a string is parsed as an enumeration type that has no member with this name.
#[derive(Clone, Debug)]
pub struct UnknownMember {
    text: String,
    metadata: &'static EnumerationType,
}

impl UnknownMember {
    fn new(text: &str, metadata: &'static EnumerationType) -> Self {
        Self { text: text.to_owned(), metadata }
    }

    /// Returns the name of the unknown member, such as `somethingNew`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for UnknownMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a member of `{}`", self.text, self.metadata.qualified_name())?;
        for (index, member) in self.metadata.members().iter().enumerate() {
            f.write_str(if index == 0 { ", whose members are `" } else { ", `" })?;
            write!(f, "{}`", member.name())?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownMember {}

impl PartialEq for UnknownMember {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.metadata.qualified_name() == other.metadata.qualified_name()
    }
}

impl Eq for UnknownMember {}

//! Enumeration types: members, the sentinel of an evolvable enumeration, and flags.

mod flags;
mod kind;
mod read;

use core::fmt;

use serde::ser::Serializer;

use crate::metadata::{EnumerationType, Member};

pub use flags::{Flag, Flags};
pub use kind::{EnumerationKind, deserialize_enumeration};
pub(crate) use read::read_enumeration;

/// A type that can store the name of an unknown member in a variant with `#[odata(unknown)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't store the name of an unknown member",
    label = "not a string type",
    note = "store the name in a `String`, a `Box<str>` or an `Arc<str>`"
)]
pub trait UnknownText {
    /// Returns the name.
    fn as_text(&self) -> &str;

    /// Creates a value from a name.
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

/// An enumeration type. The [derive macro](derive@crate::ODataEnum) with the same name implements this trait.
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
    message = "`{Self}` is not an enumeration type",
    label = "not an enumeration type",
    note = "an enumeration type is an enum that derives `ODataEnum`"
)]
pub trait ODataEnum: Sized {
    /// The name and members of the type.
    const METADATA: &'static EnumerationType;

    /// Returns the position of this member in the declaration, or `None` for an unknown member.
    fn position(&self) -> Option<usize>;

    /// Returns the member at a position in the declaration.
    fn from_position(position: usize) -> Option<Self>;

    /// Returns the string of an unknown member, or `None` for a declared member.
    fn unknown(&self) -> Option<&str>;

    /// Creates an unknown member, or returns `None` if the type has no variant for unknown members.
    fn from_unknown(text: &str) -> Option<Self>;

    /// Returns [`METADATA`](Self::METADATA). [`TypeKind`](crate::metadata::TypeKind) needs a function.
    #[must_use]
    fn metadata() -> &'static EnumerationType {
        Self::METADATA
    }

    /// Returns the metadata of this member, or `None` for an unknown member.
    fn member(&self) -> Option<&'static Member> {
        Self::METADATA.members().get(self.position()?)
    }

    /// Returns the wire name.
    fn as_str(&self) -> &str {
        match self.position() {
            Some(position) => Self::METADATA.name_at(position),
            None => self.unknown().unwrap_or_default(),
        }
    }

    /// Returns the numeric value, or `None` for an unknown member.
    fn value(&self) -> Option<i64> {
        self.member().map(Member::value)
    }

    /// Checks whether this is the sentinel of an evolvable enumeration, such as `unknownFutureValue`.
    ///
    /// A service sends the sentinel instead of a member that is declared after it, unless the client requested such members.
    /// Don't send it in a request.
    fn is_sentinel(&self) -> bool {
        let position = self.position();
        position.is_some() && position == Self::METADATA.sentinel()
    }

    /// Checks whether this member is declared after the sentinel.
    ///
    /// A service only sends and accepts such members with `Prefer: include-unknown-enum-members`. Returns `false` for unknown
    /// members.
    fn is_after_sentinel(&self) -> bool {
        let sentinel = Self::METADATA.sentinel();
        sentinel.is_some() && self.position() > sentinel
    }

    /// Returns the member with this name or this value in digits. Any other string is an unknown member.
    ///
    /// # Errors
    ///
    /// Returns an error if the member is unknown and the type has no variant with `#[odata(unknown)]`.
    fn from_text(text: &str) -> Result<Self, UnknownMember> {
        let known = Self::METADATA.position_of_text(text).and_then(Self::from_position);
        known.or_else(|| Self::from_unknown(text)).ok_or_else(|| UnknownMember::new(text, Self::METADATA))
    }
}

/// Writes the name of a member.
///
/// # Errors
///
/// Returns an error if the serializer fails.
pub fn write_enumeration<E: ODataEnum, S: Serializer>(value: &E, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.as_str())
}

/// The error returned when a string isn't a member of an enumeration type.
#[derive(Clone, Debug)]
pub struct UnknownMember {
    text: String,
    metadata: &'static EnumerationType,
}

impl UnknownMember {
    fn new(text: &str, metadata: &'static EnumerationType) -> Self {
        Self { text: text.to_owned(), metadata }
    }

    /// Returns the string that is not a member.
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

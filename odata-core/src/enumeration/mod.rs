//! Enumeration types: members by name and number, the sentinel of an evolvable enumeration, sets of members.

mod flags;
mod read;

use core::fmt;

use serde::ser::Serializer;

use crate::metadata::{EnumerationType, Member};

pub use flags::{Flag, Flags};
pub(crate) use read::read_enumeration;

/// What a variant with `#[odata(unknown)]` holds: the name of a member that has no variant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't hold the name of an unknown member",
    label = "not a text",
    note = "take `String`, `Box<str>` or `Arc<str>`: any name may come"
)]
pub trait UnknownText {
    /// The name.
    fn as_text(&self) -> &str;

    /// The name as this type has it.
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

/// An enumeration type; the derive of the [same name](derive@crate::ODataEnum) implements it.
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
    note = "derive `ODataEnum` for it"
)]
pub trait ODataEnum: Sized {
    /// The type's name and members.
    const METADATA: &'static EnumerationType;

    /// The position of this member in the declaration; `None` for one that no variant stands for.
    fn position(&self) -> Option<usize>;

    /// The member at a position in the declaration.
    fn from_position(position: usize) -> Option<Self>;

    /// The text of a member that no variant stands for.
    fn unknown(&self) -> Option<&str>;

    /// A member that no variant stands for, if the type keeps such.
    fn from_unknown(text: &str) -> Option<Self>;

    /// [`METADATA`](Self::METADATA), where a function is asked for.
    #[must_use]
    fn metadata() -> &'static EnumerationType {
        Self::METADATA
    }

    /// The name and number of this member; `None` for one that no variant stands for.
    fn member(&self) -> Option<&'static Member> {
        Self::METADATA.members().get(self.position()?)
    }

    /// The name on the wire.
    fn as_str(&self) -> &str {
        match self.position() {
            Some(position) => Self::METADATA.name_at(position),
            None => self.unknown().unwrap_or_default(),
        }
    }

    /// The number behind the name; `None` for a member that no variant stands for.
    fn value(&self) -> Option<i64> {
        self.member().map(Member::value)
    }

    /// Whether this is the sentinel of an evolvable enumeration, `unknownFutureValue`.
    ///
    /// A service sends it in the place of members that a client did not ask for. It means nothing in a request.
    fn is_sentinel(&self) -> bool {
        let position = self.position();
        position.is_some() && position == Self::METADATA.sentinel()
    }

    /// Whether this member is declared behind the sentinel.
    ///
    /// A service sends and takes such members only with `Prefer: include-unknown-enum-members`. A member that no
    /// variant stands for is not known to be one.
    fn is_after_sentinel(&self) -> bool {
        let sentinel = Self::METADATA.sentinel();
        sentinel.is_some() && self.position() > sentinel
    }

    /// The member that a text stands for: its name, or its number in digits. Any other text is a member that no
    /// variant stands for.
    ///
    /// # Errors
    ///
    /// There is none, and the type has no variant marked `#[odata(unknown)]`.
    fn from_text(text: &str) -> Result<Self, UnknownMember> {
        let known = Self::METADATA.position_of_text(text).and_then(Self::from_position);
        known.or_else(|| Self::from_unknown(text)).ok_or_else(|| UnknownMember::new(text, Self::METADATA))
    }
}

/// Writes the member's name.
///
/// # Errors
///
/// Those of the serializer.
pub fn write_enumeration<E: ODataEnum, S: Serializer>(value: &E, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.as_str())
}

/// Why a text is no member of an enumeration type.
#[derive(Clone, Debug)]
pub struct UnknownMember {
    text: String,
    metadata: &'static EnumerationType,
}

impl UnknownMember {
    fn new(text: &str, metadata: &'static EnumerationType) -> Self {
        Self { text: text.to_owned(), metadata }
    }

    /// The text.
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

//! Conversions of property values into `Untyped`.

use crate::enumeration::{Flag, Flags, ODataEnum};
use crate::extra::Extra;
use crate::stream::Stream;
use crate::untyped::{Members, Untyped};

/// Converts `None` into `null`, and `Some` into the contained value.
impl<T: Into<Untyped>> From<Option<T>> for Untyped {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, T::into)
    }
}

impl<T: Into<Untyped>> From<Vec<T>> for Untyped {
    fn from(elements: Vec<T>) -> Self {
        Self::Collection(elements.into_iter().map(T::into).collect())
    }
}

impl<T: Into<Untyped>, const N: usize> From<[T; N]> for Untyped {
    fn from(elements: [T; N]) -> Self {
        Self::Collection(elements.into_iter().map(T::into).collect())
    }
}

impl<T: Clone + Into<Untyped>> From<&[T]> for Untyped {
    fn from(elements: &[T]) -> Self {
        Self::Collection(elements.iter().cloned().map(T::into).collect())
    }
}

impl<T: Into<Untyped>> FromIterator<T> for Untyped {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        Self::Collection(elements.into_iter().map(T::into).collect())
    }
}

impl From<Members> for Untyped {
    fn from(members: Members) -> Self {
        Self::Object(members)
    }
}

impl From<Extra> for Untyped {
    fn from(extra: Extra) -> Self {
        Self::Object(extra.into_iter().collect())
    }
}

/// Converts a stream into its inline content.
impl From<Stream> for Untyped {
    fn from(stream: Stream) -> Self {
        stream.into_content()
    }
}

/// Converts an enumeration member into a string with the name of the member.
#[diagnostic::do_not_recommend]
impl<E: ODataEnum> From<E> for Untyped {
    fn from(member: E) -> Self {
        Self::from(member.as_str())
    }
}

/// Converts a set of flags into a string with the names of its members, separated by commas.
impl<E: Flag> From<Flags<E>> for Untyped {
    fn from(flags: Flags<E>) -> Self {
        Self::String(flags.to_string())
    }
}

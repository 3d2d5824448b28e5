//! `Assign`: the values that can be assigned to a property or compared with it.

use crate::enumeration::{Flag, Flags};

// The implementations have the attribute `do_not_recommend`, because rustc would otherwise list eight of them in the
// error message for an invalid value, and most of them are unrelated to the property.

/// A value that can be assigned to a property or compared with a property. The type parameter `V` is the type of the
/// property's field in the struct.
///
/// For example, an `i32` can be assigned to an `Option<i32>` field, a `&str` to a `String` field, an array to a `Vec`
/// field, and a single enumeration member to a `Flags` field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a valid value for a property of the type `{V}`",
    label = "the property has a different type",
    note = "pass a value of the type of the property's field, such as a member of the enumeration; if the field is an `Option<T>`, a `T` is also accepted"
)]
pub trait Assign<V> {
    /// Converts the value into `V`, the type of the property's field.
    fn into_value(self) -> V;
}

#[diagnostic::do_not_recommend]
impl<V> Assign<V> for V {
    fn into_value(self) -> V {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<V> Assign<Option<V>> for V {
    fn into_value(self) -> Option<V> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<V> Assign<Option<Option<V>>> for V {
    fn into_value(self) -> Option<Option<V>> {
        Some(Some(self))
    }
}

#[diagnostic::do_not_recommend]
impl<V> Assign<Option<Box<V>>> for V {
    fn into_value(self) -> Option<Box<V>> {
        Some(Box::new(self))
    }
}

macro_rules! strings {
    ($($text:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Assign<$text> for &str {
            fn into_value(self) -> $text {
                self.into()
            }
        }

        #[diagnostic::do_not_recommend]
        impl Assign<Option<$text>> for &str {
            fn into_value(self) -> Option<$text> {
                Some(self.into())
            }
        }

        #[diagnostic::do_not_recommend]
        impl Assign<Option<$text>> for Option<&str> {
            fn into_value(self) -> Option<$text> {
                self.map(Into::into)
            }
        }

        #[diagnostic::do_not_recommend]
        impl Assign<$text> for &&str {
            fn into_value(self) -> $text {
                (*self).into()
            }
        }

        #[diagnostic::do_not_recommend]
        impl Assign<$text> for &String {
            fn into_value(self) -> $text {
                self.as_str().into()
            }
        }

        #[diagnostic::do_not_recommend]
        impl Assign<Option<$text>> for &String {
            fn into_value(self) -> Option<$text> {
                Some(self.as_str().into())
            }
        }
    )*};
}

strings! { String, Box<str>, std::sync::Arc<str> }

macro_rules! references {
    ($($text:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Assign<String> for $text {
            fn into_value(self) -> String {
                self.as_ref().to_owned()
            }
        }
    )*};
}

references! { &Box<str>, &std::sync::Arc<str>, &std::borrow::Cow<'_, str> }

#[diagnostic::do_not_recommend]
impl<T, const N: usize> Assign<Vec<T>> for [T; N] {
    fn into_value(self) -> Vec<T> {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<T, const N: usize> Assign<Option<Vec<T>>> for [T; N] {
    fn into_value(self) -> Option<Vec<T>> {
        Some(self.into())
    }
}

#[diagnostic::do_not_recommend]
impl<E: Flag> Assign<Flags<E>> for E {
    fn into_value(self) -> Flags<E> {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl<E: Flag> Assign<Option<Flags<E>>> for E {
    fn into_value(self) -> Option<Flags<E>> {
        Some(self.into())
    }
}

/// The field type of a property that may be `null`, such as `Option<i32>`.
#[diagnostic::on_unimplemented(
    message = "a property of the type `{Self}` is never null: only a property of the type `Option<_>` can be null",
    label = "requires a nullable property",
    note = "a property is nullable if its field is an `Option`"
)]
pub trait Nullable {}

impl<T> Nullable for Option<T> {}
impl Nullable for crate::untyped::Untyped {}
impl Nullable for serde_json::Value {}

//! A property that must be there and is not.

/// The name of a property that a payload lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingProperty(pub(crate) &'static str);

/// The value that was read, or what the property holds when nothing was.
///
/// # Errors
///
/// Nothing was read of a property that must be there.
pub fn finish_property<T: crate::value::ODataValue>(
    read: Option<T>,
    name: &'static str,
) -> Result<T, MissingProperty> {
    read.or_else(T::absent).ok_or(MissingProperty(name))
}

/// The value that was read by a module of the user's.
///
/// # Errors
///
/// Nothing was read: only a field with `default` may then be absent.
pub fn finish_required<T>(read: Option<T>, name: &'static str) -> Result<T, MissingProperty> {
    read.ok_or(MissingProperty(name))
}

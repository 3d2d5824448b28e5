//! Arguments that can be converted into a `Key`.

use super::key::Key;

/// A type that can be converted into a [`Key`]. The trait is implemented for every type that implements `Into<Key>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be used as a key: use `Key::try_from` for an `Option`, or `Key::of` for the key of an entity",
    label = "not a key",
    note = "use `Key::of(&entity)?` for the key of an entity, `Key::try_from(value)?` for an `Option`, and `Key::by` for a composite key"
)]
pub trait IntoKey {
    /// Converts this value into a [`Key`].
    fn into_key(self) -> Key;
}

#[diagnostic::do_not_recommend]
impl<T: Into<Key>> IntoKey for T {
    fn into_key(self) -> Key {
        self.into()
    }
}

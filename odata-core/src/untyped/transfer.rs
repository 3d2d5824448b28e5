//! Deserializes an [`Untyped`] from another `Untyped` by moving the value instead of rebuilding it.
//!
//! For example, a property that precedes `@odata.type` is first read into an `Untyped`, because the type of the object
//! is still unknown. If the property has a complex type, the complex value is then deserialized from the `Untyped`, and
//! its undeclared members are moved into the `Extra` of the complex type. Moving an `Untyped` is faster than rebuilding
//! it with a serde visitor, because the visitor would rebuild every nested value, and parse every long number again.
//!
//! serde has no method that moves a value out of a deserializer, so the `Untyped` is moved through a thread-local
//! variable. The deserializer of the `Untyped` calls [`send`], which stores the `Untyped` in the thread-local variable.
//! [`receive`] moves the `Untyped` out of the thread-local variable, and returns it as the deserialized value.

use core::cell::Cell;

use super::Untyped;

thread_local! {
    static TRANSFER: Cell<Transfer> = const { Cell::new(Transfer::Idle) };
}

#[derive(Default)]
enum Transfer {
    /// No call of [`receive`] is running, so [`send`] can't move a value.
    #[default]
    Idle,
    /// A call of [`receive`] is running, and the deserializer hasn't called [`send`] yet.
    Waiting,
    /// The `Untyped` that the deserializer passed to [`send`], until [`receive`] returns the `Untyped`.
    Filled(Untyped),
}

/// Deserializes an `Untyped` by calling the function `read`, which calls a serde deserializer. If the deserializer
/// passes an `Untyped` to [`send`], `receive` returns this `Untyped`. For a deserializer that doesn't call [`send`],
/// such as `serde_json`, `receive` returns the result of `read`.
pub(super) fn receive<E>(read: impl FnOnce() -> Result<Untyped, E>) -> Result<Untyped, E> {
    let _reset = Reset;
    TRANSFER.set(Transfer::Waiting);
    let read = read();
    match TRANSFER.take() {
        Transfer::Filled(value) => Ok(value),
        Transfer::Idle | Transfer::Waiting => read,
    }
}

/// A guard that resets the state to [`Transfer::Idle`] when [`receive`] ends, even after a panic. Without the reset, an
/// `Untyped` that is passed to [`send`] after a panic could be lost.
struct Reset;

impl Drop for Reset {
    fn drop(&mut self) {
        TRANSFER.set(Transfer::Idle);
    }
}

/// Moves an `Untyped` from a deserializer to the running call of [`receive`], through a thread-local variable. Returns
/// the `Untyped` as an error if no call of [`receive`] is waiting for a value.
pub(super) fn send(value: Untyped) -> Result<(), Untyped> {
    match TRANSFER.take() {
        Transfer::Waiting => {
            TRANSFER.set(Transfer::Filled(value));
            Ok(())
        }
        other => {
            TRANSFER.set(other);
            Err(value)
        }
    }
}

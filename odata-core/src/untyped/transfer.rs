//! Deserializes an [`Untyped`] from another `Untyped` by moving the value instead of rebuilding it.
//!
//! Members that precede `@odata.type` are stored as `Untyped`, and are read again when the type of the object has been
//! determined. An undeclared member of a stored object is deserialized from an `Untyped` into an `Untyped`. Moving the
//! value is faster than rebuilding every nested `Untyped`. Without the transfer, a value with long numbers would be
//! formatted and parsed again.

use core::cell::Cell;

use super::Untyped;

thread_local! {
    static TRANSFER: Cell<Transfer> = const { Cell::new(Transfer::Idle) };
}

#[derive(Default)]
enum Transfer {
    /// No `Untyped` is being deserialized, and no transfer is possible.
    #[default]
    Idle,
    /// The deserialization of an `Untyped` has started, and the deserializer may send an `Untyped`.
    Waiting,
    /// The deserializer sent this `Untyped` with [`send`].
    Filled(Untyped),
}

/// Calls the function `read`, which deserializes an `Untyped`. Returns the value that the deserializer passed to
/// [`send`], or the result of `read` if [`send`] wasn't called.
pub(super) fn receive<E>(read: impl FnOnce() -> Result<Untyped, E>) -> Result<Untyped, E> {
    let _reset = Reset;
    TRANSFER.set(Transfer::Waiting);
    let read = read();
    match TRANSFER.take() {
        Transfer::Filled(value) => Ok(value),
        Transfer::Idle | Transfer::Waiting => read,
    }
}

/// A guard that ends the transfer, even if `read` panics. Without the guard, a later call of [`send`] could lose its
/// value, because no call of [`receive`] returns the value.
struct Reset;

impl Drop for Reset {
    fn drop(&mut self) {
        TRANSFER.set(Transfer::Idle);
    }
}

/// Sends a value to the current call of [`receive`]. Returns the value as an error if no call of [`receive`] is waiting
/// for a value.
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

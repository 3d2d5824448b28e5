//! Deserializes an [`Untyped`] from another `Untyped` by moving the value instead of rebuilding it.
//!
//! Members that precede `@odata.type` are stored as `Untyped` until the type of the object has been determined. If the
//! type doesn't declare one of these members, the stored `Untyped` is deserialized into an `Untyped` in the object's
//! `Extra`. Moving the stored value is faster than rebuilding every nested `Untyped`. If the value weren't moved, long
//! numbers would have to be formatted and parsed again.
//!
//! [`receive`] deserializes an `Untyped` from any deserializer. If the deserializer itself reads from an `Untyped`, it
//! calls [`send`] to move its `Untyped` to [`receive`].

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
    /// The `Untyped` that the deserializer passed to [`send`], and that [`receive`] returns.
    Filled(Untyped),
}

/// Deserializes an `Untyped` with the function `read`. Returns the value that the deserializer passed to [`send`], or
/// the result of `read` if the deserializer didn't call [`send`].
pub(super) fn receive<E>(read: impl FnOnce() -> Result<Untyped, E>) -> Result<Untyped, E> {
    let _reset = Reset;
    TRANSFER.set(Transfer::Waiting);
    let read = read();
    match TRANSFER.take() {
        Transfer::Filled(value) => Ok(value),
        Transfer::Idle | Transfer::Waiting => read,
    }
}

/// A guard that resets the state to [`Transfer::Idle`] when [`receive`] ends, even after a panic. In the state
/// [`Transfer::Waiting`], a later call of [`send`] would lose its value, because no call of [`receive`] would return
/// the value.
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

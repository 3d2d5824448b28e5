//! Moves an [`Untyped`] value unchanged when it is read from another [`Untyped`].
//!
//! Members before a late `@odata.type` are stored as `Untyped` and read again when the type is known. Their undeclared members
//! are read as `Untyped` a second time, and again at each level of nesting. Rebuilding the value, or formatting and parsing it
//! to preserve long numbers, would cost time proportional to its size at each level.

use core::cell::Cell;

use super::Untyped;

thread_local! {
    static PLACE: Cell<Place> = const { Cell::new(Place::Idle) };
}

#[derive(Default)]
enum Place {
    /// No reader waits for a value.
    #[default]
    Idle,
    /// The reader that was just called accepts any value.
    Waiting,
    /// The value that was passed to the reader.
    Filled(Untyped),
}

/// Calls a reader. Returns the value that was passed with [`pass`], if any, otherwise the result of the reader.
pub(super) fn receive<E>(read: impl FnOnce() -> Result<Untyped, E>) -> Result<Untyped, E> {
    let _reset = Reset;
    PLACE.set(Place::Waiting);
    let read = read();
    match PLACE.take() {
        Place::Filled(value) => Ok(value),
        Place::Idle | Place::Waiting => read,
    }
}

/// Resets the place, even if reading panics. Otherwise the next value would be lost.
struct Reset;

impl Drop for Reset {
    fn drop(&mut self) {
        PLACE.set(Place::Idle);
    }
}

/// Passes a value to the waiting reader. Returns the value as an error if no reader is waiting.
pub(super) fn pass(value: Untyped) -> Result<(), Untyped> {
    match PLACE.take() {
        Place::Waiting => {
            PLACE.set(Place::Filled(value));
            Ok(())
        }
        place => {
            PLACE.set(place);
            Err(value)
        }
    }
}

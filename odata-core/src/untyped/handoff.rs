//! An [`Untyped`] that is read out of an [`Untyped`], handed over as it is.
//!
//! What came before a late `@odata.type` is kept untyped, and read again once the type is known. What is undeclared in that is
//! read as untyped a second time, and at every level of nesting once more. Taking it apart and putting it together, or going
//! over its text for the sake of long numbers, would cost its size at each level.

use core::cell::Cell;

use super::Untyped;

thread_local! {
    static PLACE: Cell<Place> = const { Cell::new(Place::Nobody) };
}

#[derive(Default)]
enum Place {
    /// Nobody waits for a value.
    #[default]
    Nobody,
    /// The reader that has just been called takes any value.
    Open,
    /// It was given this one.
    Given(Untyped),
}

/// Calls a reader, and takes the value that is handed over instead of what the reader made.
pub(super) fn receive<E>(read: impl FnOnce() -> Result<Untyped, E>) -> Result<Untyped, E> {
    let _closed = Closed;
    PLACE.set(Place::Open);
    let read = read();
    match PLACE.take() {
        Place::Given(value) => Ok(value),
        Place::Nobody | Place::Open => read,
    }
}

/// Closes the place, even if reading panics: the next value would go to nobody.
struct Closed;

impl Drop for Closed {
    fn drop(&mut self) {
        PLACE.set(Place::Nobody);
    }
}

/// Hands a value over, or gives it back when nobody waits for one.
pub(super) fn give(value: Untyped) -> Result<(), Untyped> {
    match PLACE.take() {
        Place::Open => {
            PLACE.set(Place::Given(value));
            Ok(())
        }
        place => {
            PLACE.set(place);
            Err(value)
        }
    }
}

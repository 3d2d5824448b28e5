//! Detects whether serialized data depends on the base64 alphabet of the service.

use core::cell::Cell;

/// Whether a base64 string that depends on the service's alphabet has been written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Dependence {
    /// No call of [`depends_on_alphabet`] is running on the current thread.
    Unwatched,
    /// A call of [`depends_on_alphabet`] is running, and no string written so far depends on the service's base64
    /// alphabet.
    Independent,
    Dependent,
}

thread_local! {
    static DEPENDENCE: Cell<Dependence> = const { Cell::new(Dependence::Unwatched) };
}

/// Checks whether the data that the function `write` serializes depends on the service's
/// [`Base64Alphabet`](crate::Base64Alphabet). A request body that depends on the alphabet is stored once for each
/// alphabet. `depends_on_alphabet` calls `write` once, and returns the result of `write` and `true` if the data depends
/// on the alphabet.
///
/// A [`Binary`](super::Binary) is written in the service's alphabet if no alphabet was set or detected for the
/// `Binary`. A base64 string without the characters `+`, `/`, `-` and `_` doesn't depend on the alphabet.
pub(crate) fn depends_on_alphabet<R>(write: impl FnOnce() -> R) -> (R, bool) {
    let outer = Outer(DEPENDENCE.replace(Dependence::Independent));
    let result = write();
    let is_dependent = DEPENDENCE.get() == Dependence::Dependent;
    drop(outer);
    (result, is_dependent)
}

/// Must be called when a `Binary` is written in the service's base64 alphabet, so that [`depends_on_alphabet`] can
/// return `true`. The function `differs` returns `true` if standard base64 and base64url represent the `Binary` by
/// different strings.
pub(super) fn record(differs: impl FnOnce() -> bool) {
    if DEPENDENCE.get() == Dependence::Independent && differs() {
        DEPENDENCE.set(Dependence::Dependent);
    }
}

/// A guard that restores the previous [`Dependence`] when a call of [`depends_on_alphabet`] returns or panics. If a
/// part of a request body depends on the alphabet, [`depends_on_alphabet`] also returns `true` for the whole body.
struct Outer(Dependence);

impl Drop for Outer {
    fn drop(&mut self) {
        let is_dependent = self.0 == Dependence::Independent && DEPENDENCE.get() == Dependence::Dependent;
        DEPENDENCE.set(if is_dependent { Dependence::Dependent } else { self.0 });
    }
}

#[cfg(test)]
mod tests {
    use super::super::Binary;
    use super::depends_on_alphabet;
    use crate::wire_format::Base64Alphabet;

    fn is_dependent(values: &[Binary]) -> bool {
        depends_on_alphabet(|| serde_json::to_string(values).expect("written")).1
    }

    #[test]
    fn only_values_without_own_alphabet_depend_on_service() {
        let special = Binary::new([0xff; 3]);
        assert!(is_dependent(&[b"OData".into(), special.clone()]));
        assert!(!is_dependent(&[b"OData".into(), Binary::default()]));
        assert!(!is_dependent(&[special.clone().with_alphabet(Base64Alphabet::Standard)]));
        assert!(!is_dependent(&["____".parse().expect("base64")]));
        assert!(!is_dependent(&[]));
    }

    #[test]
    fn inner_dependence_applies_to_outer_data() {
        let outer = depends_on_alphabet(|| {
            assert!(is_dependent(&[Binary::new([0xff; 3])]));
            assert!(!is_dependent(&[]));
        });
        assert!(outer.1);
        assert!(!depends_on_alphabet(|| is_dependent(&[])).1);
    }
}

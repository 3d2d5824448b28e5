//! Reads a collection: `Lenient` items and errors are complete, and collections and deltas are equal after writing and reading.

use odata_core::{Collection, Delta, Lenient};
use odata_examples::security::AnyCaseOperation;

/// Checks reading a collection: `Lenient` items and errors are complete, and collections and deltas are equal after writing and reading.
///
/// # Panics
///
/// Panics if a property in the description doesn't hold.
pub fn check(payload: &[u8]) {
    let strict = serde_json::from_slice::<Collection<AnyCaseOperation>>(payload);
    let lenient = serde_json::from_slice::<Collection<Lenient<AnyCaseOperation>>>(payload);
    if let Ok(strict) = &strict {
        let lenient = lenient.as_ref().expect("a lenient collection");
        assert!(
            strict.iter().zip(lenient).all(|(strict, lenient)| *lenient == Lenient::Valid(strict.clone()))
        );
        let written = serde_json::to_string(strict).expect("a value that was read can be written");
        assert!(
            serde_json::from_str::<Collection<_>>(&written).expect("a written value can be read") == *strict,
            "{written}"
        );
    }
    if let Ok(lenient) = lenient {
        let count = lenient.value.len();
        let (items, errors) = lenient.into_items_and_errors();
        assert_eq!(items.len() + errors.len(), count);
        assert!(strict.is_ok() || !errors.is_empty());
    }
    if let Ok(delta) = serde_json::from_slice::<Delta<AnyCaseOperation>>(payload) {
        let written = serde_json::to_string(&delta).expect("a value that was read can be written");
        assert!(
            serde_json::from_str::<Delta<_>>(&written).expect("a written value can be read") == delta,
            "{written}"
        );
        let _ = delta.count();
    }
}

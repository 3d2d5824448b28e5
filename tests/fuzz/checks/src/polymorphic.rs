//! Reads a polymorphic value from bytes, a reader and an `Untyped` value. The value must be equal after writing and reading.

use odata_core::Untyped;
use odata_examples::security::AnyCaseOperation;

/// Checks reading a polymorphic value from bytes, a reader and an `Untyped` value. The value must be equal after writing and reading.
///
/// # Panics
///
/// Panics if a property in the description doesn't hold.
pub fn check(payload: &[u8]) {
    let read = serde_json::from_slice::<AnyCaseOperation>(payload);
    let from_reader = serde_json::from_reader::<_, AnyCaseOperation>(payload);
    match (read, from_reader) {
        (Ok(operation), Ok(from_reader)) => {
            assert!(operation == from_reader);
            let written = serde_json::to_string(&operation).expect("a value that was read can be written");
            let again: AnyCaseOperation =
                serde_json::from_str(&written).expect("a written value can be read");
            assert!(again == operation, "{written}");
            let tree: Untyped = serde_json::from_slice(payload).expect("valid JSON");
            let from_tree: AnyCaseOperation =
                tree.read_as().expect("an `Untyped` value can be read as the operation");
            assert!(from_tree == operation, "{written}");
        }
        (Err(error), Err(_)) => assert!(error.to_string().len() < 2000, "{error}"),
        (read, from_reader) => panic!("the results differ: {read:?} and {from_reader:?}"),
    }
}

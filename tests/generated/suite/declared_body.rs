//! The declared types and JSON structures of the bodies in `ODATA_TEST_DATA`. The build script generates code only for these types and
//! structures, and the tests select the code by them.

use serde_json::Value;

/// The JSON structure of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// A single value without a wrapper.
    Object,
    /// A collection: an object with an array `value`.
    Collection,
    /// A single value with a wrapper: an object with a member `value`.
    Wrapped,
    /// An array without a wrapper.
    BareArray,
}

/// The qualified name of the type that a body is read as, and the JSON structure of the body.
pub(crate) type DeclaredBody = (String, Shape);

/// Returns the type and the structure of a body from a line of `graph_examples_sample.jsonl`.
pub(crate) fn of_example(about: &Value) -> DeclaredBody {
    let shape = match about["shape"].as_str() {
        Some("collection") => Shape::Collection,
        Some("wrapped") => Shape::Wrapped,
        Some("bare-array") => Shape::BareArray,
        _ => Shape::Object,
    };
    (about["type"].as_str().unwrap_or_default().to_owned(), shape)
}

/// Returns the type and the structure of a body from an entry of the manifest of `ediscovery`. Returns `None` for the bodies of actions
/// that the CSDL no longer declares, and for an error response.
pub(crate) fn of_case_operation(entry: &Value) -> Option<DeclaredBody> {
    let declared = entry["declared_type"].as_str().expect("a type");
    let element = declared.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
    let shape = match (element, entry["shape"].as_str()) {
        (Some(_), _) => Shape::Collection,
        (None, Some("wrapped")) => Shape::Wrapped,
        (None, _) => Shape::Object,
    };
    Some((generated_type(element.unwrap_or(declared))?, shape))
}

/// Returns the type as which a body of eDiscovery is read. Types that the CSDL no longer declares are read as their base type `entity`.
fn generated_type(declared: &str) -> Option<String> {
    match declared {
        "error" => None,
        // The documentation and the CSDL have different names for this type.
        "microsoft.graph.security.ediscoveryExportFileMetadata" => {
            Some("microsoft.graph.security.exportFileMetadata".to_owned())
        }
        // `action:exportResult:microsoft.graph.security.ediscoverySearch`
        _ if declared.starts_with("action:") => {
            let (action, of) = declared.trim_start_matches("action:").split_once(':')?;
            let (first, rest) = action.split_at_checked(1)?;
            // The hold actions are bound to collections.
            let collection = if action.ends_with("Hold") { "Collection" } else { "" };
            let name = format!("{of}{collection}{}{rest}Parameters", first.to_uppercase());
            (!of.starts_with("microsoft.graph.ediscovery.")).then_some(name)
        }
        _ if declared.starts_with("microsoft.graph.ediscovery.") => Some("microsoft.graph.entity".to_owned()),
        "microsoft.graph.security.ediscoveryHoldPolicy" => Some("microsoft.graph.entity".to_owned()),
        _ => Some(declared.to_owned()),
    }
}

//! Bodies from documentation, read into the generated types that they are declared as.

use std::fs;
use std::path::{Path, PathBuf};

use odata_build::{Check, Document};
use serde_json::Value;

use crate::difference::differences;
use crate::{Outcome, Shape, dispatch};

/// A body and what is known about it.
struct Body {
    declared: String,
    page: String,
    shape: Shape,
    json: Value,
    is_clean: bool,
    /// The first thing that is not as the CSDL has it: `placeholder:Date at usageDate: …`.
    why: String,
}

impl Body {
    fn read(line: &str) -> Self {
        let about: Value = serde_json::from_str(line).expect("a line is JSON");
        let string = |name: &str| about[name].as_str().unwrap_or_default().to_owned();
        let shape = match string("shape").as_str() {
            "collection" => Shape::Collection,
            "wrapped" => Shape::Wrapped,
            "bare-array" => Shape::BareArray,
            _ => Shape::Object,
        };
        let json = about["json"].clone();
        let is_clean = about["clean"] == true;
        Self { declared: string("type"), page: string("page"), shape, json, is_clean, why: string("why") }
    }

    fn outcome(&self) -> Outcome {
        dispatch::through(&self.declared, self.shape, &self.json.to_string())
            .expect("the type is in the model")
    }

    /// Whether reading has to fail: something in it is no value of the type at all. (Of the members that came twice, `duplicate-key`,
    /// the file has one.)
    fn is_to_be_refused(&self) -> bool {
        const REFUSED: [&str; 5] = [
            "datetime-no-offset",
            "bool-as-string",
            "string-for-object",
            "string-for-number",
            "type-is-base",
        ];
        let (class, _) = self.why.split_once(" at ").unwrap_or((&self.why, ""));
        REFUSED.contains(&class) || (class.starts_with("placeholder:") && class != "placeholder:enum")
    }
}

/// A body with one oddity may have another: a name of a type in the place of a value, or an object in that of a member.
fn names_a_placeholder(error: &str) -> bool {
    const PLACEHOLDERS: [&str; 6] = ["string", "boolean", "binary", "guid", "datetimeoffset", "int"];
    let of_string = error.split_once("string \"").is_some_and(|(_, text)| {
        PLACEHOLDERS.iter().any(|placeholder| text.to_lowercase().starts_with(placeholder))
    });
    of_string || error.contains("invalid type: map, expected a member of `microsoft.graph.userPurpose`")
}

fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("ODATA_TEST_DATA").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("ODATA_TEST_DATA is not set: the bodies of Graph's documentation are not read");
    }
    Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder?))
}

fn bodies() -> Vec<Body> {
    let Some(folder) = data() else { return Vec::new() };
    let text =
        fs::read_to_string(folder.join("graph_examples_sample.jsonl")).expect("the file of the examples");
    text.lines().map(Body::read).collect()
}

#[test]
fn the_generated_types_do_not_contradict_the_document_that_they_come_from() {
    let Some(folder) = data() else { return };
    let document = Document::read_file(folder.join("graph-v1.0.csdl.xml")).expect("CSDL");
    let findings = Check::new(&document).types(dispatch::types()).findings();
    assert!(!findings.has_contradictions(), "{findings}");
    assert!(findings.type_count() >= dispatch::types().len());
}

/// The type that a body of `ediscovery` is read as: what the CSDL no longer has derives from `entity`.
fn generated_type(declared: &str) -> Option<String> {
    match declared {
        "error" => None,
        // Documented under this name, published under the other.
        "microsoft.graph.security.ediscoveryExportFileMetadata" => {
            Some("microsoft.graph.security.exportFileMetadata".to_owned())
        }
        // `action:exportResult:microsoft.graph.security.ediscoverySearch`
        _ if declared.starts_with("action:") => {
            let (action, of) = declared.trim_start_matches("action:").split_once(':')?;
            let (first, rest) = action.split_at_checked(1)?;
            // Holds are applied to several at once.
            let collection = if action.ends_with("Hold") { "Collection" } else { "" };
            let name = format!("{of}{collection}{}{rest}Parameters", first.to_uppercase());
            (!of.starts_with("microsoft.graph.ediscovery.")).then_some(name)
        }
        _ if declared.starts_with("microsoft.graph.ediscovery.") => Some("microsoft.graph.entity".to_owned()),
        "microsoft.graph.security.ediscoveryHoldPolicy" => Some("microsoft.graph.entity".to_owned()),
        _ => Some(declared.to_owned()),
    }
}

#[test]
fn bodies_of_case_operations_come_back_or_are_refused_for_a_placeholder() {
    let Some(folder) = data().map(|folder| folder.join("ediscovery")) else { return };
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a file of the manifest");
    let manifest: Value = serde_json::from_str(&read("manifest.json")).expect("a manifest");
    let (mut findings, mut count) = (Vec::new(), 0);
    for entry in manifest["files"].as_array().expect("files") {
        let name = entry["file"].as_str().expect("a name");
        let declared = entry["declared_type"].as_str().expect("a type");
        let element = declared.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
        let Some(generated) = generated_type(element.unwrap_or(declared)) else { continue };
        let body = read(name);
        let shape = match (element, entry["shape"].as_str()) {
            (Some(_), _) => Shape::Collection,
            (None, Some("wrapped")) => Shape::Wrapped,
            (None, _) => Shape::Object,
        };
        let original = serde_json::from_str(&body).expect("JSON");
        let found = match dispatch::through(&generated, shape, &body)
            .unwrap_or_else(|| panic!("`{generated}` is not in the model"))
        {
            Ok(written) => differences(&original, &written),
            Err(error) if entry["clean"] != true && names_a_placeholder(&error) => Vec::new(),
            Err(error) => vec![error],
        };
        findings.extend(found.iter().map(|found| format!("{name} ({declared}): {found}")));
        count += 1;
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    // Without bodies of actions that the CSDL no longer has, and without an error response.
    assert_eq!(count, 67);
}

/// One of the 387 has `"contentBytes": "Binary"`: a placeholder, and no base64, because its last letter has bits that no byte takes.
#[test]
fn nothing_of_a_clean_body_is_lost() {
    let mut findings = Vec::new();
    for body in bodies().iter().filter(|body| body.is_clean) {
        let found = match body.outcome() {
            Ok(written) => differences(&body.json, &written),
            Err(error) if error.contains("string \"Binary\"") => Vec::new(),
            Err(error) => vec![error],
        };
        findings.extend(found.iter().map(|found| format!("{} of {}: {found}", body.declared, body.page)));
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn what_is_odd_about_a_body_is_an_error_or_kept() {
    let mut findings = Vec::new();
    for body in bodies().iter().filter(|body| !body.is_clean) {
        let found = match body.outcome() {
            Ok(_) if body.is_to_be_refused() => vec!["read without an error".to_owned()],
            Ok(written) => differences(&body.json, &written),
            Err(error) if body.is_to_be_refused() || names_a_placeholder(&error) => Vec::new(),
            Err(error) => vec![error],
        };
        findings.extend(found.iter().map(|found| format!("{} ({}): {found}", body.declared, body.why)));
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

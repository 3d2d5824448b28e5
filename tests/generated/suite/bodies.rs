//! Tests bodies of Graph's documentation: each is read as the generated type that the documentation declares.

use std::fs;
use std::path::{Path, PathBuf};

use odata_build::{Check, Document};
use serde_json::Value;

use crate::declared_body::Shape;
use crate::difference::differences;
use crate::{Outcome, declared_body, dispatch};

/// A documented body with its declared type and its page in the documentation.
struct Body {
    declared: String,
    page: String,
    shape: Shape,
    json: Value,
    is_clean: bool,
    /// The first difference from the CSDL, such as `placeholder:Date at usageDate: …`.
    why: String,
}

impl Body {
    fn read(line: &str) -> Self {
        let about: Value = serde_json::from_str(line).expect("a line is JSON");
        let string = |name: &str| about[name].as_str().unwrap_or_default().to_owned();
        let (declared, shape) = declared_body::of_example(&about);
        let json = about["json"].clone();
        let is_clean = about["clean"] == true;
        Self { declared, page: string("page"), shape, json, is_clean, why: string("why") }
    }

    fn outcome(&self) -> Outcome {
        dispatch::round_trip(&self.declared, self.shape, &self.json.to_string())
            .expect("the type is in the model")
    }

    /// Returns whether reading the body must fail because a value is invalid for its type. (Bodies of the class `duplicate-key` can be
    /// read, because the file with the bodies has only one of the duplicate members.)
    fn must_be_rejected(&self) -> bool {
        const REJECTED: [&str; 5] = [
            "datetime-no-offset",
            "bool-as-string",
            "string-for-object",
            "string-for-number",
            "type-is-base",
        ];
        let (class, _) = self.why.split_once(" at ").unwrap_or((&self.why, ""));
        REJECTED.contains(&class) || (class.starts_with("placeholder:") && class != "placeholder:enum")
    }
}

/// Returns whether an error is caused by a placeholder: the name of a type instead of a value, or an object instead of a member.
fn is_caused_by_placeholder(error: &str) -> bool {
    const PLACEHOLDERS: [&str; 6] = ["string", "boolean", "binary", "guid", "datetimeoffset", "int"];
    let of_string = error.split_once("string \"").is_some_and(|(_, text)| {
        PLACEHOLDERS.iter().any(|placeholder| text.to_lowercase().starts_with(placeholder))
    });
    of_string || error.contains("invalid type: map, expected a member of `microsoft.graph.userPurpose`")
}

fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("ODATA_TEST_DATA").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("`ODATA_TEST_DATA` is not set: the tests with bodies of Graph's documentation are skipped");
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
fn generated_graph_model_matches_document() {
    let Some(folder) = data() else { return };
    let document = Document::read_file(folder.join("graph-v1.0.csdl.xml")).expect("CSDL");
    let (operations, containers) = crate::operations::graph();
    let check = Check::new(&document).types(dispatch::types()).operations(operations);
    let findings = containers.into_iter().fold(check, Check::container).findings();
    assert!(!findings.has_contradictions(), "{findings}");
    assert!(findings.type_count() >= dispatch::types().len());
    assert!(findings.operation_count() > 100, "{}", findings.operation_count());
    assert_eq!(findings.container_count(), 1);
}

#[test]
fn case_operation_bodies_round_trip_or_have_placeholders() {
    let Some(folder) = data().map(|folder| folder.join("ediscovery")) else { return };
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a file of the manifest");
    let manifest: Value = serde_json::from_str(&read("manifest.json")).expect("a manifest");
    let (mut findings, mut count) = (Vec::new(), 0);
    for entry in manifest["files"].as_array().expect("files") {
        let name = entry["file"].as_str().expect("a name");
        let Some((declared, shape)) = declared_body::of_case_operation(entry) else { continue };
        let body = read(name);
        let original = serde_json::from_str(&body).expect("JSON");
        let found = match dispatch::round_trip(&declared, shape, &body)
            .unwrap_or_else(|| panic!("`{declared}` is not in the model"))
        {
            Ok(written) => differences(&original, &written),
            Err(error) if entry["clean"] != true && is_caused_by_placeholder(&error) => Vec::new(),
            Err(error) => vec![error],
        };
        findings.extend(found.iter().map(|found| format!("{name} ({declared}): {found}")));
        count += 1;
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    // Bodies of actions that the CSDL no longer declares, and an error response, are skipped.
    assert_eq!(count, 67);
}

/// One of the 387 bodies has the placeholder `"contentBytes": "Binary"`, which isn't valid base64.
#[test]
fn clean_bodies_round_trip_without_loss() {
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
fn invalid_values_are_rejected_and_unusual_values_are_preserved() {
    let mut findings = Vec::new();
    for body in bodies().iter().filter(|body| !body.is_clean) {
        let found = match body.outcome() {
            Ok(_) if body.must_be_rejected() => vec!["read without an error".to_owned()],
            Ok(written) => differences(&body.json, &written),
            Err(error) if body.must_be_rejected() || is_caused_by_placeholder(&error) => Vec::new(),
            Err(error) => vec![error],
        };
        findings.extend(found.iter().map(|found| format!("{} ({}): {found}", body.declared, body.why)));
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

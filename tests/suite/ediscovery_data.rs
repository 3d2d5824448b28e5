//! Tests real and documented bodies of eDiscovery: each body is read as the type that the manifest declares, and
//! written back without loss.

mod calls;
mod earlier;
mod parameters;

use std::fs;
use std::path::Path;

use odata_core::{Collection, ODataError, SingleValue};
use odata_examples::graph::{IdentitySet, ResultInfo};
use odata_examples::security::{
    AnyCaseOperation, EdiscoveryAddToReviewSetOperation, EdiscoveryCase, EdiscoveryCustodian,
    EdiscoveryEstimateOperation, EdiscoveryExportOperation, EdiscoveryHoldOperation, EdiscoveryHoldPolicy,
    EdiscoveryHoldPolicySyncOperation, EdiscoveryIndexOperation, EdiscoveryPurgeDataOperation,
    EdiscoveryReviewTag, EdiscoverySearch, EdiscoverySearchExportOperation, EdiscoveryTagOperation,
    ExportFileMetadata, ReportFileMetadata, SiteSource, UserSource,
};
use parameters::{
    AddToReviewSetParameters, ApplyTagsParameters, ExportParameters, ExportReportParameters,
    ExportResultParameters, HoldParameters,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::json_comparison;
use crate::support::{self, data};

type Outcome = Result<Value, String>;

fn round_trip<T: Serialize + DeserializeOwned>(body: &str) -> Outcome {
    let value: T = support::try_read(body)?;
    serde_json::from_str(&support::write(&value)).map_err(|error| error.to_string())
}

fn round_trip_page<T>(body: &str) -> Outcome
where
    T: odata_core::ODataValue + for<'de> odata_core::ReadValue<'de>,
{
    round_trip::<Collection<T>>(body)
}

/// Reads and writes a body as the type `declared`.
fn round_trip_as(declared: &str, body: &str) -> Outcome {
    if let Some(element) = declared.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
        return match element {
            "microsoft.graph.security.caseOperation" => round_trip_page::<AnyCaseOperation>(body),
            "microsoft.graph.security.ediscoveryAddToReviewSetOperation" => {
                round_trip_page::<EdiscoveryAddToReviewSetOperation>(body)
            }
            "microsoft.graph.security.ediscoveryExportOperation" => {
                round_trip_page::<EdiscoveryExportOperation>(body)
            }
            "microsoft.graph.security.ediscoveryCase" => round_trip_page::<EdiscoveryCase>(body),
            "microsoft.graph.security.ediscoveryHoldPolicy" => round_trip_page::<EdiscoveryHoldPolicy>(body),
            "microsoft.graph.security.userSource" => round_trip_page::<UserSource>(body),
            "microsoft.graph.security.siteSource" => round_trip_page::<SiteSource>(body),
            "microsoft.graph.security.ediscoveryReviewTag" => round_trip_page::<EdiscoveryReviewTag>(body),
            "microsoft.graph.ediscovery.caseOperation" => round_trip_page::<earlier::AnyCaseOperation>(body),
            "microsoft.graph.ediscovery.addToReviewSetOperation" => {
                round_trip_page::<earlier::AddToReviewSetOperation>(body)
            }
            "microsoft.graph.ediscovery.estimateStatisticsOperation" => {
                round_trip_page::<earlier::EstimateStatisticsOperation>(body)
            }
            _ => panic!("no model of {declared}"),
        };
    }
    match declared {
        "microsoft.graph.security.caseOperation" => round_trip::<AnyCaseOperation>(body),
        "microsoft.graph.security.ediscoveryEstimateOperation" => {
            round_trip::<EdiscoveryEstimateOperation>(body)
        }
        "microsoft.graph.security.ediscoveryIndexOperation" => round_trip::<EdiscoveryIndexOperation>(body),
        "microsoft.graph.security.ediscoverySearch" => round_trip::<EdiscoverySearch>(body),
        "microsoft.graph.security.ediscoveryCustodian" => round_trip::<EdiscoveryCustodian>(body),
        "microsoft.graph.security.ediscoveryExportOperation" => round_trip::<EdiscoveryExportOperation>(body),
        "microsoft.graph.security.ediscoverySearchExportOperation" => {
            round_trip::<EdiscoverySearchExportOperation>(body)
        }
        "microsoft.graph.security.ediscoveryHoldPolicySyncOperation" => {
            round_trip::<EdiscoveryHoldPolicySyncOperation>(body)
        }
        "microsoft.graph.security.reportFileMetadata" => round_trip::<ReportFileMetadata>(body),
        // The documentation uses this name, but `$metadata` declares `exportFileMetadata`: `@odata.type` names an unknown type.
        "microsoft.graph.security.ediscoveryExportFileMetadata" => round_trip::<ExportFileMetadata>(body),
        "microsoft.graph.security.ediscoveryAddToReviewSetOperation" => {
            round_trip::<EdiscoveryAddToReviewSetOperation>(body)
        }
        "microsoft.graph.security.ediscoveryHoldOperation" => round_trip::<EdiscoveryHoldOperation>(body),
        "microsoft.graph.security.ediscoveryTagOperation" => round_trip::<EdiscoveryTagOperation>(body),
        "microsoft.graph.security.ediscoveryPurgeDataOperation" if body.contains(r#""value": {"#) => {
            round_trip::<SingleValue<EdiscoveryPurgeDataOperation>>(body)
        }
        "microsoft.graph.security.ediscoveryPurgeDataOperation" => {
            round_trip::<EdiscoveryPurgeDataOperation>(body)
        }
        "microsoft.graph.identitySet" => round_trip::<IdentitySet>(body),
        "microsoft.graph.resultInfo" => round_trip::<ResultInfo>(body),
        "error" => round_trip::<ODataError>(body),
        "microsoft.graph.ediscovery.sourceCollection" => round_trip::<earlier::SourceCollection>(body),
        "microsoft.graph.ediscovery.addToReviewSetOperation" => {
            round_trip::<earlier::AddToReviewSetOperation>(body)
        }
        "microsoft.graph.ediscovery.caseExportOperation" => round_trip::<earlier::CaseExportOperation>(body),
        "microsoft.graph.ediscovery.caseOperation" => round_trip::<earlier::CaseOperation>(body),
        "microsoft.graph.ediscovery.estimateStatisticsOperation" => {
            round_trip::<earlier::EstimateStatisticsOperation>(body)
        }
        "microsoft.graph.ediscovery.tagOperation" => round_trip::<earlier::TagOperation>(body),
        "microsoft.graph.ediscovery.purgeDataOperation" => round_trip::<earlier::PurgeDataOperation>(body),
        _ => round_trip_parameters(declared, body),
    }
}

/// Reads and writes the body of an action, which is `action:NAME:TYPE` in the manifest.
fn round_trip_parameters(declared: &str, body: &str) -> Outcome {
    match declared.split(':').collect::<Vec<_>>()[..] {
        ["action", "exportResult", _] => round_trip::<ExportResultParameters>(body),
        ["action", "exportReport", _] => round_trip::<ExportReportParameters>(body),
        ["action", "addToReviewSet", "microsoft.graph.ediscovery.reviewSet"] => {
            round_trip::<earlier::AddToReviewSetParameters>(body)
        }
        ["action", "addToReviewSet", _] => round_trip::<AddToReviewSetParameters>(body),
        ["action", "export", _] => round_trip::<ExportParameters>(body),
        ["action", "applyTags", _] => round_trip::<ApplyTagsParameters>(body),
        ["action", "applyHold" | "removeHold", _] => round_trip::<HoldParameters>(body),
        _ => panic!("no model of {declared}"),
    }
}

#[test]
fn calls_write_documented_bodies() {
    let Some(folder) = data("the bodies of the actions of eDiscovery") else { return };
    let folder = folder.join("ediscovery");
    let manifest: Value = parse(&fs::read_to_string(folder.join("manifest.json")).expect("a manifest"));
    let mut written = 0;
    for entry in manifest["files"].as_array().expect("files") {
        let declared = entry["declared_type"].as_str().expect("a type");
        let ["action", action, binding] = declared.split(':').collect::<Vec<_>>()[..] else { continue };
        let name = entry["file"].as_str().expect("a name");
        let body = fs::read_to_string(folder.join(name)).expect(name);
        if let Some(sent) = calls::written_by_call(action, binding, &body) {
            assert_eq!(sent, without_spaces_in_flags(parse(&body)), "{name}");
            written += 1;
        }
    }
    assert_eq!(written, 20);
}

/// Removes the spaces after commas, which the documentation has in the values of flags. The standard doesn't allow them.
fn without_spaces_in_flags(body: Value) -> Value {
    match body {
        Value::Object(members) => {
            Value::Object(members.into_iter().map(|(name, it)| (name, without_spaces_in_flags(it))).collect())
        }
        Value::String(text) => Value::String(text.replace(", ", ",")),
        other => other,
    }
}

#[test]
fn bodies_round_trip_or_are_rejected_at_placeholders() {
    let Some(folder) = data("the 71 bodies of eDiscovery") else { return };
    let folder = folder.join("ediscovery");
    let manifest: Value = parse(&fs::read_to_string(folder.join("manifest.json")).expect("a manifest"));
    let files = manifest["files"].as_array().expect("files");
    let [mut written_back, mut rejected] = [0, 0];
    for entry in files {
        match check(&folder, entry) {
            Verdict::WrittenBack => written_back += 1,
            Verdict::Rejected => rejected += 1,
        }
    }
    eprintln!("{written_back} bodies written back, {rejected} rejected because of placeholders");
    assert_eq!(written_back + rejected, 71);
}

enum Verdict {
    WrittenBack,
    Rejected,
}

fn check(folder: &Path, entry: &Value) -> Verdict {
    let name = entry["file"].as_str().expect("a name");
    let declared = entry["declared_type"].as_str().expect("a type");
    let body = fs::read_to_string(folder.join(name)).expect(name);
    let original = parse(&body);
    let placeholders = json_comparison::placeholders(&original);
    match round_trip_as(declared, &body) {
        Ok(written) => {
            assert!(placeholders.is_empty(), "{name}: the placeholders {placeholders:?} are not rejected");
            json_comparison::assert_nothing_lost(name, &original, &written);
            Verdict::WrittenBack
        }
        Err(message) => {
            assert_ne!(entry["clean"], true, "{name}: {message}");
            let located =
                placeholders.iter().any(|path| message.starts_with(&format!("`{path}` (property of `")));
            assert!(located, "{name}: {message} is not at one of {placeholders:?}");
            assert!(message.contains("expected `Edm."), "{name}: {message}");
            Verdict::Rejected
        }
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

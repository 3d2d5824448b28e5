//! The documented bodies of actions, written by typed calls.

use odata_core::request::{Request, Service};
use odata_examples::security::{
    AddToReviewSet, ApplyHold, ApplyTags, EdiscoveryCase, EdiscoveryReviewSet, ExportReport, ExportResult,
    NoncustodialDataSourceApplyHold, NoncustodialDataSourceRemoveHold, RemoveHold, ReviewSetExport,
    ReviewSetQueryExport,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::parameters::{
    AddToReviewSetParameters, ApplyTagsParameters, ExportParameters, ExportReportParameters,
    ExportResultParameters, HoldParameters,
};

fn parse<T: DeserializeOwned>(body: &str) -> T {
    serde_json::from_str(body).expect("the parameters")
}

fn sent(call: &Request<()>) -> Value {
    parse(std::str::from_utf8(call.build().expect("a request").body()).expect("UTF-8"))
}

/// Reads the parameters of an action from a documented body, calls the action with them, and returns the body of the call. Returns
/// `None` if the model has no type for the action.
pub fn written_by_call(action: &str, binding: &str, body: &str) -> Option<Value> {
    let service = Service::graph("https://host").expect("a root");
    let case = service.singleton::<EdiscoveryCase>("case");
    let custodians = case.to(EdiscoveryCase::CUSTODIANS);
    let sources = case.to(EdiscoveryCase::NONCUSTODIAL_DATA_SOURCES);
    let search = case.to(EdiscoveryCase::SEARCHES).key("1");
    let review_set = case.to(EdiscoveryCase::REVIEW_SETS).key("1");
    let query = review_set.to(EdiscoveryReviewSet::QUERIES).key("1");
    let written = match (action, binding.strip_prefix("microsoft.graph.security.")?) {
        ("applyHold", "ediscoveryCustodian") => {
            sent(&custodians.call(&ApplyHold { ids: parse::<HoldParameters>(body).ids }))
        }
        ("removeHold", "ediscoveryCustodian") => {
            sent(&custodians.call(&RemoveHold { ids: parse::<HoldParameters>(body).ids }))
        }
        ("applyHold", "ediscoveryNoncustodialDataSource") => {
            let ids = parse::<HoldParameters>(body).ids;
            sent(&sources.call(&NoncustodialDataSourceApplyHold { ids }))
        }
        ("removeHold", "ediscoveryNoncustodialDataSource") => {
            let ids = parse::<HoldParameters>(body).ids;
            sent(&sources.call(&NoncustodialDataSourceRemoveHold { ids }))
        }
        ("exportResult", _) => sent(&search.call(&ExportResult::from(parse::<ExportResultParameters>(body)))),
        ("exportReport", _) => sent(&search.call(&ExportReport::from(parse::<ExportReportParameters>(body)))),
        ("export", "ediscoveryReviewSet") => {
            let ExportParameters { output_name, description, export_options, export_structure } = parse(body);
            let output_name = output_name.expect("a name");
            sent(&review_set.call(&ReviewSetExport {
                output_name,
                description,
                export_options,
                export_structure,
            }))
        }
        ("export", "ediscoveryReviewSetQuery") => {
            let ExportParameters { output_name, description, export_options, export_structure } = parse(body);
            let output_name = output_name.expect("a name");
            sent(&query.call(&ReviewSetQueryExport {
                output_name,
                description,
                export_options,
                export_structure,
            }))
        }
        ("addToReviewSet", _) => {
            sent(&review_set.call(&AddToReviewSet::from(parse::<AddToReviewSetParameters>(body))))
        }
        ("applyTags", _) => {
            let ApplyTagsParameters { tags_to_add, tags_to_remove } = parse(body);
            sent(&query.call(&ApplyTags { tags_to_add, tags_to_remove }))
        }
        _ => return None,
    };
    Some(written)
}

impl From<ExportResultParameters> for ExportResult {
    fn from(parameters: ExportResultParameters) -> Self {
        Self {
            display_name: parameters.display_name,
            description: parameters.description,
            export_criteria: parameters.export_criteria,
            export_location: parameters.export_location,
            additional_options: parameters.additional_options,
            export_format: parameters.export_format,
            export_single_items: parameters.export_single_items,
            cloud_attachment_version: parameters.cloud_attachment_version,
            document_version: parameters.document_version,
        }
    }
}

impl From<ExportReportParameters> for ExportReport {
    fn from(parameters: ExportReportParameters) -> Self {
        Self {
            display_name: parameters.display_name,
            description: parameters.description,
            export_criteria: parameters.export_criteria,
            export_location: parameters.export_location,
            additional_options: parameters.additional_options,
            cloud_attachment_version: parameters.cloud_attachment_version,
            document_version: parameters.document_version,
        }
    }
}

impl From<AddToReviewSetParameters> for AddToReviewSet {
    fn from(parameters: AddToReviewSetParameters) -> Self {
        Self {
            search: parameters.search.expect("a search"),
            additional_data_options: parameters.additional_data_options,
            items_to_include: parameters.items_to_include,
            cloud_attachment_version: parameters.cloud_attachment_version,
            document_version: parameters.document_version,
        }
    }
}

//! Calls of the documented actions and of the function.

use http::StatusCode;
use odata_core::request::{EntityPath, Request, Service};
use odata_examples::graph::Entity;
use odata_examples::security::{
    AddToReviewSet, AdditionalDataOptions, AdditionalOptions, AnyCaseOperation, ApplyHold, ApplyTags,
    AsHierarchy, CaseAction, Close, EdiscoveryCase, EdiscoveryReviewSet, EdiscoveryReviewTag,
    EdiscoverySearch, EstimateStatistics, ExportCriteria, ExportFileStructure, ExportFormat, ExportLocation,
    ExportOptions, ExportReport, ExportResult, NoncustodialDataSourceApplyHold,
    NoncustodialDataSourceRemoveHold, PurgeAreas, PurgeData, PurgeType, RemoveHold, Reopen, ReviewSetExport,
    ReviewSetQueryExport, Search, Tag,
};

use super::case;
use crate::Outcome;
use crate::client::send;

/// Sends a call that starts an operation (status code 202), and gets the operation from the URL in the header `Location`.
async fn started(service: &Service, call: Request<()>, action: CaseAction) -> Outcome {
    let accepted = send(&call).await??;
    assert_eq!(accepted.status(), StatusCode::ACCEPTED);
    let url = accepted.location().ok_or("no `Location`")?;
    let operation = send(&service.entity_at::<AnyCaseOperation>(url).get()).await??;
    assert_eq!(operation.action, Some(action));
    Ok(())
}

fn entity(id: &str) -> Entity {
    Entity { id: Some(id.to_owned()), ..Entity::default() }
}

/// Closes and reopens the case, and changes the holds of custodians and of data sources without a custodian.
pub async fn case_actions(service: &Service) -> Outcome {
    let case = case(service);
    assert_eq!(send(&case.call(&Close {})).await??.status(), StatusCode::NO_CONTENT);
    assert_eq!(send(&case.call(&Reopen {})).await??.status(), StatusCode::NO_CONTENT);

    let custodians = case.to(EdiscoveryCase::CUSTODIANS);
    let ids = ["7f697316-43ed-48e1-977f-261be050db93", "b26888b3-e1f5-47c5-bdf2-33d1b90cb2e8"];
    let ids = ids.map(str::to_owned).to_vec();
    started(service, custodians.call(&ApplyHold { ids: ids.clone() }), CaseAction::HoldUpdate).await?;
    started(service, custodians.call(&RemoveHold { ids }), CaseAction::HoldUpdate).await?;

    let sources = case.to(EdiscoveryCase::NONCUSTODIAL_DATA_SOURCES);
    let ids = ["39333641443238353535383731453339", "46333131344239353834433430454335"];
    let ids = ids.map(str::to_owned).to_vec();
    let apply = NoncustodialDataSourceApplyHold { ids: ids.clone() };
    started(service, sources.call(&apply), CaseAction::HoldUpdate).await?;
    let remove = NoncustodialDataSourceRemoveHold { ids };
    started(service, sources.call(&remove), CaseAction::HoldUpdate).await?;

    let tags = send(&case.to(EdiscoveryCase::TAGS).call(&AsHierarchy {})).await??;
    assert_eq!(tags.value[0].tag.display_name.as_deref(), Some("My tag API 2"));
    Ok(())
}

/// Exports, estimates and purges the items that a search found.
pub async fn search_actions(service: &Service) -> Outcome {
    let search = case(service).to(EdiscoveryCase::SEARCHES).key("1");
    let export = ExportResult {
        display_name: Some("Export 5".to_owned()),
        export_criteria: Some(ExportCriteria::PartiallyIndexed.into()),
        export_location: Some(ExportLocation::ResponsiveLocations.into()),
        additional_options: Some(AdditionalOptions::CloudAttachments.into()),
        export_format: Some(ExportFormat::Eml),
        ..ExportResult::default()
    };
    started(service, search.call(&export), CaseAction::ExportResult).await?;

    let report = ExportReport {
        display_name: export.display_name,
        export_criteria: export.export_criteria,
        export_location: export.export_location,
        additional_options: export.additional_options,
        ..ExportReport::default()
    };
    started(service, search.call(&report), CaseAction::ExportReport).await?;

    started(service, search.call(&EstimateStatistics::default()), CaseAction::EstimateStatistics).await?;
    let purge = PurgeData {
        purge_type: Some(PurgeType::Recoverable),
        purge_areas: Some(PurgeAreas::TeamsMessages.into()),
    };
    started(service, search.call(&purge), CaseAction::PurgeData).await
}

/// Adds items to a review set, tags them and exports them.
pub async fn review_set_actions(service: &Service) -> Outcome {
    let review_set: EntityPath<EdiscoveryReviewSet> = case(service).to(EdiscoveryCase::REVIEW_SETS).key("1");
    let query = review_set.to(EdiscoveryReviewSet::QUERIES).key("1");

    let found = Search { entity: entity("c17e91d6-6bc0-4ecb-b388-269ea3d4ffb7"), ..Search::default() };
    let add = AddToReviewSet {
        search: EdiscoverySearch { search: found, ..EdiscoverySearch::default() },
        additional_data_options: Some(AdditionalDataOptions::LinkedFiles.into()),
        ..AddToReviewSet::default()
    };
    started(service, review_set.call(&add), CaseAction::AddToReviewSet).await?;

    let tag = Tag { entity: entity("d3d99dc704a74801b792b3e1e722aa0d"), ..Tag::default() };
    let tags = vec![EdiscoveryReviewTag { tag, ..EdiscoveryReviewTag::default() }];
    let apply = ApplyTags { tags_to_add: Some(tags), ..ApplyTags::default() };
    started(service, query.call(&apply), CaseAction::ApplyTags).await?;

    let options = [ExportOptions::OriginalFiles, ExportOptions::Tags];
    let export = ReviewSetExport {
        output_name: "Export via API".to_owned(),
        description: Some("Export for the Contoso investigation".to_owned()),
        export_options: Some(options.into()),
        export_structure: Some(ExportFileStructure::Directory),
    };
    started(service, review_set.call(&export), CaseAction::ContentExport).await?;
    let export = ReviewSetQueryExport {
        output_name: "Export reviewset query via API".to_owned(),
        description: Some("Export for the Contoso investigation 2".to_owned()),
        export_options: Some(options.into()),
        export_structure: Some(ExportFileStructure::Directory),
    };
    started(service, query.call(&export), CaseAction::ContentExport).await
}

//! The documented requests for case operations, and requests that result in errors.

mod actions;

use std::error::Error;

use chrono::Utc;
use http::StatusCode;
use odata_core::query::QueryOptions;
use odata_core::request::{Batch, CollectionPath, EntityPath, ResponseError, Service, Token};
use odata_core::{Collection, ODataEntity};
use odata_examples::graph::{Entity, Identity, IdentitySet, ResultInfo};
use odata_examples::legacy;
use odata_examples::security::{
    AnyCaseOperation, CaseAction, CaseOperation, CaseOperationStatus, EdiscoveryCase,
    EdiscoveryExportOperation, EdiscoverySearchExportOperation, ExportOptions,
};

use crate::Outcome;
use crate::client::{build_error, exchange, send};

pub use actions::{case_actions, review_set_actions, search_actions};

/// `/security/cases/ediscoveryCases/{id}`
fn case(service: &Service) -> EntityPath<EdiscoveryCase> {
    let cases = service.entity_set::<EdiscoveryCase>("security/cases/ediscoveryCases");
    cases.key("b0073e4e-4184-41c6-9eb7-8c8cc3e2288b")
}

/// `/security/cases/ediscoveryCases/{id}/operations`
fn operations(service: &Service) -> CollectionPath<AnyCaseOperation> {
    case(service).to(EdiscoveryCase::OPERATIONS)
}

/// Returns the code of an OData error.
fn code(error: &ResponseError) -> Option<&str> {
    error.odata_error().map(|error| error.code.as_str())
}

pub async fn without_a_token(service: &Service) -> Outcome {
    let unauthorized = service.clone().with_token(Token::new("invalid"));
    let Err(error) = send(&operations(&unauthorized).list()).await? else {
        return Err("a request with an invalid token was accepted".into());
    };
    assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(code(&error), Some("InvalidAuthenticationToken"));
    Ok(())
}

/// "Create caseOperation" returns the status code 201 and the operation.
pub async fn create(service: &Service) -> Outcome {
    let body = CaseOperation::create()
        .set(CaseOperation::ACTION, CaseAction::ContentExport)
        .set(CaseOperation::STATUS, CaseOperationStatus::NotStarted)
        .set(CaseOperation::PERCENT_PROGRESS, 0)
        .set(CaseOperation::CREATED_BY.then(IdentitySet::USER).then(Identity::DISPLAY_NAME), "Pat");
    let created = send(&operations(service).create(&body)).await??.into_value().ok_or("no operation")?;
    assert_eq!(
        (created.id.as_deref(), created.action.as_ref()),
        (Some("1"), Some(&CaseAction::ContentExport))
    );

    // Creates an operation of a derived type from a value. The body doesn't contain the computed key.
    let export = EdiscoveryExportOperation {
        case_operation: CaseOperation {
            entity: Entity { id: Some("not sent".to_owned()), ..Entity::default() },
            status: Some(CaseOperationStatus::Running),
            action: Some(CaseAction::PurgeData),
            ..CaseOperation::default()
        },
        output_name: Some("Evidence \"A\"".to_owned()),
        export_options: Some(ExportOptions::Tags.into()),
        ..EdiscoveryExportOperation::default()
    };
    let created = send(&operations(service).create(&export.to_create()?)).await??;
    let created = created.into_value().ok_or("no operation")?;
    assert_eq!(created.id.as_deref(), Some("2"));
    assert_eq!(created.as_export().and_then(|export| export.output_name.as_deref()), Some("Evidence \"A\""));

    let third =
        EdiscoverySearchExportOperation::create().set(EdiscoverySearchExportOperation::DISPLAY_NAME, "third");
    assert!(send(&operations(service).create(&third).return_minimal()).await??.is_none());
    Ok(())
}

/// "List caseOperations" returns several pages, and enumeration members after the sentinel.
pub async fn list(service: &Service) -> Outcome {
    let mut request = operations(service).list().max_page_size(2);
    let mut all: Vec<AnyCaseOperation> = Vec::new();
    loop {
        let page: Collection<AnyCaseOperation> = send(&request).await??.into_value();
        let next = request.next_page(&page)?;
        all.extend(page);
        let Some(next) = next else { break };
        request = next;
    }
    assert_eq!(
        all.iter().filter_map(|operation| operation.id.as_deref()).collect::<Vec<_>>(),
        ["1", "2", "3"]
    );
    // The enumeration has members after the sentinel, so the request prefers `include-unknown-enum-members`.
    assert_eq!(all[1].action, Some(CaseAction::PurgeData));
    let mut without = operations(service).list().build()?;
    without.headers_mut().remove("prefer");
    let page = operations(service).list().read(&exchange(without).await?)?;
    assert_eq!(page.value[1].action, Some(CaseAction::UnknownFutureValue));

    let running = operations(service).list().query(
        &QueryOptions::new()
            .filter(CaseOperation::STATUS.eq(CaseOperationStatus::Running))
            .order_by(CaseOperation::PERCENT_PROGRESS)
            .count(),
    );
    let running = send(&running).await??;
    assert_eq!((running.value.len(), running.count()), (1, Some(1)));
    Ok(())
}

/// "Get caseOperation" and "Update caseOperation" return the status code 200 and the operation, 204 or 412.
pub async fn get_and_update(service: &Service) -> Outcome {
    let path = operations(service).key("2");
    let original = send(&path.get()).await??.into_value();
    let etag = original.extra.etag().ok_or("no etag")?.to_owned();

    let mut changed = original.clone();
    changed.status = Some(CaseOperationStatus::Succeeded);
    changed.percent_progress = Some(100);
    changed.completed_date_time = Some(Utc::now());
    changed.result_info = Some(ResultInfo { code: Some(200), ..ResultInfo::default() });
    let updated = send(&path.update(&changed.changes_since(&original)?).if_match(&etag)).await??;
    let updated = updated.into_value().ok_or("no operation")?;
    assert_eq!((updated.percent_progress, updated.as_export().is_some()), (Some(100), true));

    // The ETag is stale, because the operation has changed.
    let late = AnyCaseOperation::update().null(CaseOperation::RESULT_INFO);
    let Err(error) = send(&path.update(&late).if_match(&etag)).await? else {
        return Err("a stale etag was accepted".into());
    };
    assert_eq!(error.status(), StatusCode::PRECONDITION_FAILED);

    let message = CaseOperation::RESULT_INFO.then(ResultInfo::MESSAGE);
    let merged = AnyCaseOperation::update().set(message, "done");
    assert!(send(&path.update(&merged).return_minimal()).await??.is_none());
    let read = send(&path.get()).await??.result_info.clone().ok_or("no result")?;
    assert_eq!((read.code, read.message.as_deref()), (Some(200), Some("done")));
    Ok(())
}

/// "Update caseExportOperation" and "Update tagOperation" of the previous version of the service.
pub async fn legacy_operations(service: &Service) -> Outcome {
    let update = legacy::CaseExportOperation::update()
        .set(legacy::CaseOperation::PERCENT_PROGRESS, 75)
        .set(legacy::CaseExportOperation::OUTPUT_NAME, "evidence")
        .set(legacy::CaseExportOperation::AZURE_BLOB_CONTAINER, "https://contoso.example/blob");
    let path = service.singleton::<legacy::CaseExportOperation>("caseExportOperation");
    let export = send(&path.update(&update)).await??.into_value().ok_or("no operation")?;
    assert_eq!((export.percent_progress, export.output_name.as_deref()), (Some(75), Some("evidence")));

    let update = legacy::TagOperation::update().set(legacy::CaseOperation::PERCENT_PROGRESS, 5);
    let path = service.singleton::<legacy::TagOperation>("tagOperation");
    let tag = send(&path.update(&update)).await??.into_value();
    assert_eq!(tag.and_then(|tag| tag.percent_progress), Some(5));
    Ok(())
}

/// Errors of the service (404, 400 and an HTML page), and requests that can't be built.
pub async fn errors(service: &Service) -> Outcome {
    let Err(error) = send(&operations(service).key("no ')/.. such").get()).await? else {
        return Err("found".into());
    };
    assert_eq!((error.status(), code(&error)), (StatusCode::NOT_FOUND, Some("NotFound")));
    assert!(error.request_id().is_some());

    let undeclared = CaseOperation::create().dynamic("undeclaredProperty", 5);
    let Err(error) = send(&operations(service).create(&undeclared)).await? else {
        return Err("created".into());
    };
    assert_eq!((error.status(), code(&error)), (StatusCode::BAD_REQUEST, Some("BadRequest")));

    let sentinel = AnyCaseOperation::update().set(CaseOperation::ACTION, CaseAction::UnknownFutureValue);
    assert!(build_error(&operations(service).key("1").update(&sentinel)).is_some());
    assert!(build_error(&operations(service).key("..").get()).is_some());

    let lost = service.singleton::<EdiscoveryCase>("not/a/path");
    let Err(ResponseError::UnexpectedStatus { parts, body_start, .. }) = send(&lost.get()).await? else {
        return Err("an HTML page isn't an OData error".into());
    };
    assert_eq!((parts.status(), body_start.starts_with("<html>")), (StatusCode::BAD_GATEWAY, true));
    Ok(())
}

/// "Delete caseOperation" returns the status code 204. A batch deletes an operation and gets another one.
pub async fn delete(service: &Service) -> Outcome {
    send(&operations(service).key("1").delete()).await??;

    let mut batch = Batch::new(service);
    let delete = batch.add(&operations(service).key("3").delete())?;
    let get = batch.add(&operations(service).key("2").get())?;
    let gone = batch.add_after(&operations(service).key("3").get(), &delete)?;
    let responses = batch.read(&exchange(batch.build()?).await?)?;
    responses.read(&delete)?;
    assert_eq!(responses.read(&get)?.id.as_deref(), Some("2"));
    let missing = responses.read(&gone).err();
    assert_eq!(missing.map(|error| error.status()), Some(StatusCode::NOT_FOUND));
    Ok::<(), Box<dyn Error>>(())
}

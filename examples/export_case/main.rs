//! Opens an eDiscovery case, exports the results of a search, waits until the export has succeeded, and downloads the file. The
//! server is local. It throttles requests and interrupts the download, as Microsoft Graph sometimes does.
//!
//! ```text
//! cargo run --example export_case
//! ```

#![allow(unreachable_pub, reason = "an example exports nothing")]

mod server;

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use odata_core::ODataEntity;
use odata_core::request::Service;
use odata_examples::security::{
    AnyCaseOperation, Case, CaseOperationStatus, EdiscoveryCase, ExportCriteria, ExportFormat, ExportResult,
};
use odata_reqwest::{AccessToken, Client, PollPolicy, RetryPolicy};
use sha2::{Digest, Sha256};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    run().await
}

async fn run() -> Outcome {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let root = format!("http://{}/v1.0", listener.local_addr()?);
    let server = Arc::new(server::Server::new(&root));
    let routes = server::routes(Arc::clone(&server));
    tokio::spawn(async move { axum::serve(listener, routes).await });

    let client = Client::new(Service::graph(&root)?)
        .with_token_provider(|_claims| async {
            Ok(AccessToken::new(server::TOKEN).expires_in(Duration::from_secs(3600)))
        })
        .with_retry(RetryPolicy::new().delays(Duration::from_millis(20), Duration::from_secs(1)))
        .with_polling(PollPolicy::new().delays(Duration::from_millis(20), Duration::from_millis(100)));
    let file = export(&client).await?;

    let hash = Sha256::digest(&file).iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
    println!("downloaded {} bytes with the SHA-256 hash {hash}", file.len());
    assert_eq!(hash, server::HASH);
    // The creation, a status request and the download were throttled once, and the download was interrupted once.
    assert_eq!(server.counts(), [("create case", 2), ("export", 1), ("get operation", 6), ("download", 3)],);
    Ok(())
}

/// Opens a case, exports the results of a search, and returns the exported file.
async fn export(client: &Client) -> Outcome<Vec<u8>> {
    let cases = client.service().entity_set::<EdiscoveryCase>("security/cases/ediscoveryCases");
    let body = EdiscoveryCase::create().set(Case::DISPLAY_NAME, "Contoso investigation");
    let case = client.send(&cases.create(&body)).await?.into_value().ok_or("no case")?;

    let search = cases.key(case.id.as_deref().ok_or("no id")?).to(EdiscoveryCase::SEARCHES).key("1");
    let call = search.call(&ExportResult {
        display_name: Some("Export 1".to_owned()),
        export_criteria: Some(ExportCriteria::SearchHits.into()),
        export_format: Some(ExportFormat::Pst),
        ..ExportResult::default()
    });
    let accepted = client.send(&call).await?;
    let operation = accepted.location().ok_or("no `Location`")?;
    download(client, &finished(client, operation).await?).await
}

/// Shows a progress bar until the operation has succeeded.
async fn finished(client: &Client, url: &str) -> Outcome<AnyCaseOperation> {
    let bar =
        ProgressBar::new(100).with_style(ProgressStyle::with_template("exporting {bar:40} {percent} %")?);
    let operation = client.service().entity_at::<AnyCaseOperation>(url).get();
    let finished = client
        .poll(&operation, |operation| {
            bar.set_position(operation.percent_progress.unwrap_or(0).try_into().unwrap_or(0));
            !matches!(operation.status, Some(CaseOperationStatus::NotStarted | CaseOperationStatus::Running))
        })
        .await?
        .into_value();
    bar.finish();
    match finished.status {
        Some(CaseOperationStatus::Succeeded) => Ok(finished),
        _ => Err(format!("the export failed: {:?}", finished.result_info).into()),
    }
}

/// Downloads the first file of an export. If the connection is lost, the download continues with the remaining bytes.
async fn download(client: &Client, operation: &AnyCaseOperation) -> Outcome<Vec<u8>> {
    let export = operation.as_search_export().ok_or("not an export")?;
    let files = export.export_file_metadata.as_deref().unwrap_or_default();
    let url = files.first().and_then(|file| file.download_url.as_deref()).ok_or("no file")?;

    let bar =
        ProgressBar::no_length().with_style(ProgressStyle::with_template("downloading {bar:38} {bytes}")?);
    let of_download = bar.clone();
    let mut content = Vec::new();
    client
        .download(&client.service().media_at(url).get())
        .await?
        .on_progress(move |progress| {
            progress.total.into_iter().for_each(|total| of_download.set_length(total));
            of_download.set_position(progress.bytes);
        })
        .write_to(&mut content)
        .await?;
    bar.finish();
    Ok(content)
}

#[tokio::test]
async fn export_survives_throttling_and_interruption() -> Outcome {
    run().await
}

//! Reads a collection of case operations and prints it as a table. Then it changes an operation, and prints the JSON of the
//! whole operation and the body of an update request with only the changes.
//!
//! ```text
//! cargo run --example case_operations             reads an embedded collection with every type of operation
//! cargo run --example case_operations -- FILE     reads a response of the service from a file
//! ```

use std::error::Error;

use odata_core::{Collection, ODataEntity, ODataStructured, Untyped};
use odata_examples::graph::{Identity, IdentitySet};
use odata_examples::security::{AnyCaseOperation, CaseOperationStatus, EdiscoveryExportOperation};

fn main() -> Result<(), Box<dyn Error>> {
    let json = if let Some(file) = std::env::args_os().nth(1) {
        std::fs::read_to_string(&file).map_err(|error| format!("`{}`: {error}", file.to_string_lossy()))?
    } else {
        check_embedded_collection()?;
        EMBEDDED.to_owned()
    };
    let page: Collection<AnyCaseOperation> = serde_json::from_str(&json)?;
    print_table(&page);
    if let Some(operation) = page.into_iter().next() {
        let cancelled = cancelled(operation.clone());
        println!("\nThe first operation after cancelling it:\n{}", serde_json::to_string_pretty(&cancelled)?);
        let update = cancelled.changes_since(&operation)?;
        println!("\nThe body of the update request:\n{}", serde_json::to_string_pretty(&update)?);
    }
    Ok(())
}

/// A collection with every type of operation, an operation without `@odata.type`, and an operation of a type that the
/// model doesn't contain.
const EMBEDDED: &str = include_str!("case_operations.json");

/// Returns an operation of any type with another status and a message.
fn cancelled(mut operation: AnyCaseOperation) -> AnyCaseOperation {
    // `AnyCaseOperation` dereferences to `CaseOperation`, the base type of all operations.
    operation.status = Some(CaseOperationStatus::Failed);
    operation.result_info.get_or_insert_default().message =
        Some("cancelled by the owner of the case".to_owned());
    operation
}

fn print_table(page: &Collection<AnyCaseOperation>) {
    let rows: Vec<[String; 7]> = page.value.iter().map(row).collect();
    let titles =
        ["type", "id", "action", "status", "progress", "created by", "created at"].map(str::to_owned);
    let lines = || std::iter::once(&titles).chain(&rows);
    let mut widths = [0; 7];
    for line in lines() {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    for line in lines() {
        let cells: Vec<String> =
            line.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        println!("{}", cells.join("  ").trim_end());
    }
    match page.count() {
        Some(count) => println!("{} of {count} operations", page.value.len()),
        None => println!("{} operations", page.value.len()),
    }
}

fn row(operation: &AnyCaseOperation) -> [String; 7] {
    fn or_dash(value: Option<impl ToString>) -> String {
        value.map_or_else(|| "-".to_owned(), |value| value.to_string())
    }
    [
        type_name(operation),
        or_dash(operation.id.as_deref()),
        or_dash(operation.action.as_ref()),
        or_dash(operation.status.as_ref()),
        or_dash(operation.percent_progress.map(|percent| format!("{percent} %"))),
        or_dash(operation.created_by.as_ref().and_then(creator)),
        or_dash(operation.created_date_time.map(|when| when.format("%Y-%m-%d %H:%M"))),
    ]
}

/// Returns the name of the operation's type: the name in an unknown `@odata.type`, or the name of the Rust type.
fn type_name(operation: &AnyCaseOperation) -> String {
    if let Some(unknown) = operation.extra.type_name() {
        let name = unknown.rsplit('.').next().unwrap_or(unknown);
        return format!("{name} (unknown)");
    }
    operation.instance_type().name().to_owned()
}

/// Returns the display name, the user principal name (which Graph doesn't declare) or the ID of a user or an application.
fn creator(created_by: &IdentitySet) -> Option<&str> {
    fn name_of(identity: &Identity) -> Option<&str> {
        let declared = identity.display_name.as_deref();
        declared.or_else(|| identity.extra.get_str("userPrincipalName")).or(identity.id.as_deref())
    }
    let application = || created_by.application.as_ref().and_then(name_of);
    created_by.user.as_ref().and_then(name_of).or_else(application)
}

/// Checks the values of the embedded collection.
fn check_embedded_collection() -> Result<(), Box<dyn Error>> {
    let page: Collection<AnyCaseOperation> = serde_json::from_str(EMBEDDED)?;
    let export: &EdiscoveryExportOperation =
        page.value.iter().find_map(AnyCaseOperation::as_export).ok_or("the collection has no export")?;
    assert_eq!(export.output_name.as_deref(), Some("Evidence \"A\""));
    // An operation of an unknown type preserves all of its properties.
    let unknown = page.value.last().ok_or("the collection is empty")?;
    assert_eq!(type_name(unknown), "ediscoveryArchiveOperation (unknown)");
    assert_eq!(
        unknown.extra.get("archive").and_then(|it| it.get("shelf")).and_then(Untyped::as_i64),
        Some(12)
    );
    // The body of an update request contains only the changes.
    let changed = cancelled(unknown.clone()).changes_since(unknown)?;
    assert_eq!(changed.members().get("status").and_then(Untyped::as_str), Some("failed"));
    assert!(changed.members().get("archive").is_none() && unknown.changes_since(unknown)?.is_empty());
    let again: Collection<AnyCaseOperation> = serde_json::from_str(&serde_json::to_string(&page)?)?;
    assert_eq!(again, page);
    Ok(())
}

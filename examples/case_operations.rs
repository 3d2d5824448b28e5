//! Reads a listing of case operations, shows it as a table, changes an operation and shows the JSON to be sent: the whole of
//! it, and the body of an update with nothing but the change.
//!
//! ```text
//! cargo run --example case_operations             a listing with every type of operation
//! cargo run --example case_operations -- FILE     the response of the service in a file
//! ```

use std::error::Error;

use odata_core::{Collection, ODataEntity, ODataStructured, Untyped};
use odata_examples::graph::{Identity, IdentitySet};
use odata_examples::security::{AnyCaseOperation, CaseOperationStatus, EdiscoveryExportOperation};

fn main() -> Result<(), Box<dyn Error>> {
    let listing = if let Some(file) = std::env::args_os().nth(1) {
        std::fs::read_to_string(&file).map_err(|error| format!("`{}`: {error}", file.to_string_lossy()))?
    } else {
        check_the_embedded_listing()?;
        EMBEDDED.to_owned()
    };
    let page: Collection<AnyCaseOperation> = serde_json::from_str(&listing)?;
    print_table(&page);
    if let Some(operation) = page.into_iter().next() {
        let cancelled = cancelled(operation.clone());
        println!("\nThe first of them, cancelled:\n{}", serde_json::to_string_pretty(&cancelled)?);
        let update = cancelled.changes_since(&operation)?;
        println!("\nThe update that does it:\n{}", serde_json::to_string_pretty(&update)?);
    }
    Ok(())
}

/// A listing of our own making, with every type of operation in it, one without a type and one of a type that the
/// model doesn't have.
const EMBEDDED: &str = include_str!("case_operations.json");

/// The operation, whatever its type, with another status and a word about it.
fn cancelled(mut operation: AnyCaseOperation) -> AnyCaseOperation {
    // The value dereferences to the type that all operations derive from.
    operation.status = Some(CaseOperationStatus::Failed);
    operation.result_info.get_or_insert_default().message =
        Some("cancelled by the owner of the case".to_owned());
    operation
}

fn print_table(page: &Collection<AnyCaseOperation>) {
    let rows: Vec<[String; 7]> = page.value.iter().map(row).collect();
    let titles = ["type", "id", "action", "status", "progress", "who", "when"].map(str::to_owned);
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
    fn shown(value: Option<impl ToString>) -> String {
        value.map_or_else(|| "-".to_owned(), |value| value.to_string())
    }
    [
        type_name(operation),
        shown(operation.id.as_deref()),
        shown(operation.action.as_ref()),
        shown(operation.status.as_ref()),
        shown(operation.percent_progress.map(|percent| format!("{percent} %"))),
        shown(operation.created_by.as_ref().and_then(who)),
        shown(operation.created_date_time.map(|when| when.format("%Y-%m-%d %H:%M"))),
    ]
}

/// The name of the instance's type: that of the Rust type, or the one that the model doesn't have.
fn type_name(operation: &AnyCaseOperation) -> String {
    if let Some(unknown) = operation.extra.type_name() {
        let name = unknown.rsplit('.').next().unwrap_or(unknown);
        return format!("{name} (unknown)");
    }
    operation.instance_type().name().to_owned()
}

/// The user, or else the application: by name, by a name that Graph sends without declaring it, or by identifier.
fn who(created_by: &IdentitySet) -> Option<&str> {
    fn named(identity: &Identity) -> Option<&str> {
        let declared = identity.display_name.as_deref();
        declared.or_else(|| identity.extra.get_str("userPrincipalName")).or(identity.id.as_deref())
    }
    let application = || created_by.application.as_ref().and_then(named);
    created_by.user.as_ref().and_then(named).or_else(application)
}

/// What this example shows, as assertions.
fn check_the_embedded_listing() -> Result<(), Box<dyn Error>> {
    let page: Collection<AnyCaseOperation> = serde_json::from_str(EMBEDDED)?;
    let export: &EdiscoveryExportOperation =
        page.value.iter().find_map(AnyCaseOperation::as_export).ok_or("the listing has no export")?;
    assert_eq!(export.output_name.as_deref(), Some("Evidence \"A\""));
    // Nothing is lost of the operation whose type the model doesn't have.
    let unknown = page.value.last().ok_or("the listing is empty")?;
    assert_eq!(type_name(unknown), "ediscoveryArchiveOperation (unknown)");
    assert_eq!(
        unknown.extra.get("archive").and_then(|it| it.get("shelf")).and_then(Untyped::as_i64),
        Some(12)
    );
    // An update has what changed, and nothing when nothing did.
    let changed = cancelled(unknown.clone()).changes_since(unknown)?;
    assert_eq!(changed.members().get("status").and_then(Untyped::as_str), Some("failed"));
    assert!(changed.members().get("archive").is_none() && unknown.changes_since(unknown)?.is_empty());
    let again: Collection<AnyCaseOperation> = serde_json::from_str(&serde_json::to_string(&page)?)?;
    assert_eq!(again, page);
    Ok(())
}

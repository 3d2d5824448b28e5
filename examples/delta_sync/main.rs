//! Synchronizes the users of a service into a file. The first run reads all users. Later runs continue with the delta link in the
//! file and read only the changes. The server is local. It removes users, fails once between two pages, and lets a delta link expire.
//!
//! ```text
//! cargo run --example delta_sync
//! ```

#![allow(unreachable_pub, reason = "an example exports nothing")]

mod local_copy;
mod model;
mod server;
mod synchronize;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use local_copy::LocalCopy;
use server::Server;
use synchronize::{Summary, synchronize};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    run().await
}

async fn run() -> Outcome {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let root = format!("http://{}/v1.0", listener.local_addr()?);
    let server = Arc::new(Server::new(&root));
    let routes = server::routes(Arc::clone(&server));
    tokio::spawn(async move { axum::serve(listener, routes).await });

    let folder = std::env::temp_dir().join(format!("delta_sync-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let outcome = rounds(&server, &root, &folder.join("users.json")).await;
    fs::remove_dir_all(&folder)?;
    outcome
}

/// Changes the users of the server several times, and synchronizes the file after each change. Every call of [`synchronize`] starts
/// from the file, as after a restart of the program.
async fn rounds(server: &Server, root: &str, file: &Path) -> Outcome {
    server.change("1", json!({ "displayName": "Ana", "jobTitle": "Engineer" }));
    server.change("2", json!({ "displayName": "Ben", "jobTitle": "Writer", "department": "Docs" }));
    server.change("3", json!({ "displayName": "Cem", "jobTitle": null }));
    assert_eq!(synchronize(root, file).await?, Summary { is_full: true, changed: 3, removed: 0 });
    assert_eq!(users(file)?, ["Ana, Engineer", "Ben, Writer", "Cem, -"]);

    // The service sends only the changed properties of a user, and `@removed` for a deleted user.
    server.change("2", json!({ "jobTitle": null }));
    server.change("4", json!({ "displayName": "Dea", "jobTitle": "Lawyer" }));
    server.remove("3");
    assert_eq!(synchronize(root, file).await?, Summary { is_full: false, changed: 2, removed: 1 });
    assert_eq!(users(file)?, ["Ana, Engineer", "Ben, -", "Dea, Lawyer"]);
    // The model doesn't declare the property `department`. The file contains it anyway.
    let ben = &LocalCopy::read(file)?.users["2"];
    assert_eq!(ben.extra.get_str("department"), Some("Docs"));

    // If a page can't be read, the file is unchanged, and the next run reads the same changes again.
    for id in ["1", "2", "4"] {
        server.change(id, json!({ "jobTitle": "Manager" }));
    }
    let before = fs::read(file)?;
    server.fail_next_page();
    let error = synchronize(root, file).await.expect_err("the second page fails");
    println!("{error}");
    assert_eq!(fs::read(file)?, before);
    assert_eq!(synchronize(root, file).await?, Summary { is_full: false, changed: 3, removed: 0 });
    assert_eq!(users(file)?, ["Ana, Manager", "Ben, Manager", "Dea, Manager"]);

    // The delta link expires, and the service doesn't report the removal of the user.
    server.remove("4");
    server.expire_delta_links();
    assert_eq!(synchronize(root, file).await?, Summary { is_full: true, changed: 2, removed: 0 });
    assert_eq!(users(file)?, ["Ana, Manager", "Ben, Manager"]);
    assert_eq!(synchronize(root, file).await?, Summary { is_full: false, changed: 0, removed: 0 });
    Ok(())
}

/// Prints and returns the users in the file.
fn users(file: &Path) -> Outcome<Vec<String>> {
    let copy = LocalCopy::read(file)?;
    let users: Vec<String> = copy.users.values().map(ToString::to_string).collect();
    println!("users: {}", users.join("; "));
    Ok(users)
}

#[tokio::test]
async fn rounds_run_without_errors() -> Outcome {
    run().await
}

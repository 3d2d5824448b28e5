//! A run of the synchronization.

use std::path::Path;

use odata_core::request::{Request, Service};
use odata_core::{Change, Delta};
use odata_reqwest::Client;

use crate::Outcome;
use crate::local_copy::LocalCopy;
use crate::model::User;

/// The number of changes that a run has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Whether the run has read all users instead of the changes.
    pub is_full: bool,
    pub changed: usize,
    pub removed: usize,
}

/// The changes of a run, and the link for the next run.
struct Changes {
    changes: Vec<Change<User>>,
    delta_link: Option<String>,
}

/// Reads the changes since the last run, and applies them to the file.
pub async fn synchronize(root: &str, file: &Path) -> Outcome<Summary> {
    let client = Client::new(Service::graph(root)?);
    let all = client.service().entity_set::<User>("users").delta();
    let mut copy = LocalCopy::read(file)?;
    let mut is_full = copy.delta_link.is_none();
    let request = match &copy.delta_link {
        Some(link) => Request::get(client.service(), link),
        None => all.clone(),
    };
    let Changes { changes, delta_link } = match read(&client, request).await {
        Ok(changes) => changes,
        Err(error) => {
            // Status code 410: the service can't return the changes since the stored link.
            let Some(resync) = error.resync() else { return Err(error.into()) };
            // The local copy has no changes of its own, so it is replaced, whatever `resync.action()` recommends.
            (copy, is_full) = (LocalCopy::default(), true);
            let request = resync.link().map_or(all, |link| Request::get(client.service(), link));
            read(&client, request).await?
        }
    };
    let removed = changes.iter().filter(|change| matches!(change, Change::Removed(_))).count();
    let summary = Summary { is_full, changed: changes.len() - removed, removed };
    changes.into_iter().try_for_each(|change| copy.apply(change))?;
    copy.delta_link = delta_link;
    copy.write(file)?;
    println!("{summary:?}");
    Ok(summary)
}

/// Reads all pages of changes.
async fn read(client: &Client, request: Request<Delta<User>>) -> Result<Changes, odata_reqwest::Error> {
    let mut stream = client.changes(request);
    let mut changes = Vec::new();
    while let Some(change) = stream.try_next().await? {
        changes.push(change);
    }
    Ok(Changes { changes, delta_link: stream.delta_link().map(str::to_owned) })
}

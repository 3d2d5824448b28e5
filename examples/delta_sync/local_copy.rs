//! The file with the local copy of the users.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use odata_core::{Change, Collection};

use crate::Outcome;
use crate::model::User;

/// The users of the service, and the link for reading the later changes.
///
/// In the file, they are a [`Collection`] with an `@odata.deltaLink`, like the response of a service.
#[derive(Default)]
pub struct LocalCopy {
    /// The users by ID.
    pub users: BTreeMap<String, User>,
    pub delta_link: Option<String>,
}

impl LocalCopy {
    /// Reads the file. If there is no file yet, the copy is empty.
    pub fn read(file: &Path) -> Outcome<Self> {
        let json = match fs::read(file) {
            Ok(json) => json,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error.into()),
        };
        let stored: Collection<User> = serde_json::from_slice(&json)?;
        let delta_link = stored.delta_link().map(str::to_owned);
        let users = stored.into_iter().map(|user| (user.id.clone(), user)).collect();
        Ok(Self { users, delta_link })
    }

    /// Replaces the file. If the program or the machine stops in the meantime, the file contains either the old or the new content.
    pub fn write(&self, file: &Path) -> Outcome {
        let mut stored: Collection<User> = self.users.values().cloned().collect();
        if let Some(link) = &self.delta_link {
            stored.extra.insert("@odata.deltaLink", link.as_str());
        }
        let temporary = file.with_extension("json.tmp");
        let mut output = File::create(&temporary)?;
        output.write_all(&serde_json::to_vec_pretty(&stored)?)?;
        // The content must be on the disk before the new file replaces the old file.
        output.sync_all()?;
        Ok(fs::rename(&temporary, file)?)
    }

    /// Applies a change of the service.
    pub fn apply(&mut self, change: Change<User>) -> Outcome {
        match change {
            Change::Changed(user) => match self.users.get_mut(&user.id) {
                Some(existing) => existing.apply(user),
                None => drop(self.users.insert(user.id.clone(), user)),
            },
            // The reason `changed` means that the user still exists but no longer matches the query.
            Change::Removed(removed) => {
                let id = removed.id().ok_or("a removed user has no ID")?;
                self.users.remove(id);
            }
            Change::Link(link) | Change::DeletedLink(link) => {
                let relationship = link.relationship().unwrap_or_default();
                return Err(format!("the query contains no relationships, such as `{relationship}`").into());
            }
        }
        Ok(())
    }
}

//! What the server holds.

use std::collections::BTreeMap;

use odata_core::{ODataEnum, Untyped};
use odata_examples::security::{AnyCaseOperation, CaseAction};
use serde_json::{Map, Value};

/// The operations of one case, and how often each was changed.
#[derive(Default)]
pub struct Store {
    operations: BTreeMap<u32, (AnyCaseOperation, u32)>,
    last: u32,
}

impl Store {
    /// Keeps a new operation, with what a service sets.
    pub fn create(&mut self, mut operation: AnyCaseOperation) -> u32 {
        self.last += 1;
        operation.id = Some(self.last.to_string());
        operation.created_date_time = Some(chrono::Utc::now());
        self.operations.insert(self.last, (operation, 1));
        self.last
    }

    pub fn get(&self, id: u32) -> Option<AnyCaseOperation> {
        let (operation, version) = self.operations.get(&id)?;
        let mut operation = operation.clone();
        operation.extra.insert("@odata.etag", etag(*version).as_str());
        Some(operation)
    }

    pub fn is_at(&self, id: u32, expected: &str) -> bool {
        self.operations.get(&id).is_some_and(|(_, version)| expected == "*" || expected == etag(*version))
    }

    /// Merges changes into an operation; `None` if it is none then.
    pub fn update(&mut self, id: u32, changes: Map<String, Value>) -> Option<()> {
        let (operation, version) = self.operations.get_mut(&id)?;
        let Value::Object(mut members) = serde_json::to_value(&*operation).ok()? else { return None };
        merge(&mut members, changes);
        *operation = serde_json::from_value(Value::Object(members)).ok()?;
        *version += 1;
        Some(())
    }

    pub fn delete(&mut self, id: u32) -> bool {
        self.operations.remove(&id).is_some()
    }

    /// All operations behind the one with that number.
    pub fn after(&self, id: u32) -> impl Iterator<Item = (u32, AnyCaseOperation)> {
        self.operations.range(id + 1..).map(|(id, (operation, _))| (*id, operation.clone()))
    }
}

fn etag(version: u32) -> String {
    format!("W/\"{version}\"")
}

/// As PATCH does it: complex values are merged, null clears, anything else is replaced. A type never changes.
pub fn merge(members: &mut Map<String, Value>, changes: Map<String, Value>) {
    for (name, change) in changes {
        match (members.get_mut(&name), change) {
            _ if name == "@odata.type" => {}
            (_, Value::Null) => drop(members.remove(&name)),
            (Some(Value::Object(members)), Value::Object(changes)) => merge(members, changes),
            (_, change) => drop(members.insert(name, change)),
        }
    }
}

/// The operation as a client gets it that did not ask for members behind the sentinel.
pub fn with_sentinels(mut operation: AnyCaseOperation) -> AnyCaseOperation {
    if operation.action.as_ref().is_some_and(CaseAction::is_after_sentinel) {
        operation.action = Some(CaseAction::UnknownFutureValue);
    }
    operation
}

/// What a client has no business to send: undeclared properties.
pub fn undeclared(operation: &AnyCaseOperation) -> Option<String> {
    let mut undeclared = operation.extra.dynamic_properties();
    undeclared.next().map(|(name, _): (&str, &Untyped)| name.to_owned())
}

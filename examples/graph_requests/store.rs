//! The data of the server.

use std::collections::BTreeMap;

use odata_core::{ODataEnum, Untyped};
use odata_examples::security::{AnyCaseOperation, CaseAction};
use serde_json::{Map, Value};

/// The operations of a case, each with its version.
#[derive(Default)]
pub struct Store {
    operations: BTreeMap<u32, (AnyCaseOperation, u32)>,
    last: u32,
}

impl Store {
    /// Adds a new operation and sets its computed properties. Returns its ID.
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

    pub fn has_etag(&self, id: u32, expected: &str) -> bool {
        self.operations.get(&id).is_some_and(|(_, version)| expected == "*" || expected == etag(*version))
    }

    /// Merges changes into an operation. Returns `None` if the result isn't a valid operation.
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

    /// Returns the operations with a greater ID.
    pub fn after(&self, id: u32) -> impl Iterator<Item = (u32, AnyCaseOperation)> {
        self.operations.range(id + 1..).map(|(id, (operation, _))| (*id, operation.clone()))
    }
}

fn etag(version: u32) -> String {
    format!("W/\"{version}\"")
}

/// Applies the body of a `PATCH` request: it merges complex values, removes values that are `null`, replaces other values, and
/// ignores `@odata.type`.
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

/// Replaces members after the sentinel with the sentinel, for clients that don't prefer `include-unknown-enum-members`.
pub fn with_sentinels(mut operation: AnyCaseOperation) -> AnyCaseOperation {
    if operation.action.as_ref().is_some_and(CaseAction::is_after_sentinel) {
        operation.action = Some(CaseAction::UnknownFutureValue);
    }
    operation
}

/// Returns the name of the first undeclared property.
pub fn undeclared(operation: &AnyCaseOperation) -> Option<String> {
    let mut undeclared = operation.extra.dynamic_properties();
    undeclared.next().map(|(name, _): (&str, &Untyped)| name.to_owned())
}

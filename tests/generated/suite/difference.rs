//! Compares a body with the JSON that is written after reading it.

use chrono::{DateTime, NaiveTime};
use odata_core::{Binary, Duration, Untyped};
use serde_json::Value;
use uuid::Uuid;

/// Returns the members and elements that are missing, added or changed, each with its path.
///
/// Equivalent values aren't differences: `null` and absent properties, `60` and `60.0`, `.000Z` and `Z`, GUIDs in either letter case,
/// base64 and base64url, flags with and without spaces between them, type names with and without `#`, and control
/// information with and without `odata.`. An added `@odata.type` isn't a difference either.
pub(crate) fn differences(original: &Value, written: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(original, written, "$", &mut found);
    found
}

fn compare(original: &Value, written: &Value, path: &str, found: &mut Vec<String>) {
    match (original, written) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                let value_after = after.get(name).or_else(|| after.get(&name.replace('@', "@odata.")));
                compare(value, value_after.unwrap_or(&Value::Null), &format!("{path}.{name}"), found);
            }
            let is_new = |name: &str| {
                !before.contains_key(name) && !before.contains_key(&name.replace("@odata.", "@"))
            };
            let added = after.keys().filter(|name| is_new(name) && *name != "@odata.type");
            found.extend(added.map(|name| format!("{path}.{name} was added")));
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (position, (before, after)) in before.iter().zip(after).enumerate() {
                compare(before, after, &format!("{path}[{position}]"), found);
            }
        }
        (before, after) if is_same(before, after) => {}
        (before, after) => found.push(format!("{path}: {before} became {after}")),
    }
}

fn is_same(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Number(before), Value::Number(after)) => before == after || before.as_f64() == after.as_f64(),
        (Value::String(before), Value::String(after)) => before == after || is_same_value(before, after),
        _ => before == after,
    }
}

fn is_same_value(before: &str, after: &str) -> bool {
    fn both<T: PartialEq>(before: &str, after: &str, read: impl Fn(&str) -> Option<T>) -> bool {
        read(before).is_some_and(|before| read(after) == Some(before))
    }
    both(before, after, |string| DateTime::parse_from_rfc3339(string).ok())
        || both(before, after, |string| string.parse::<NaiveTime>().ok())
        || both(before, after, |string| string.parse::<Duration>().ok())
        || both(before, after, |string| Uuid::parse_str(string).ok())
        || both(before, after, |string| Untyped::from(string).read_as::<Binary>().ok())
        || before.replace(", ", ",") == after
        || format!("#{before}") == after
}

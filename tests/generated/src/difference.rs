//! What of a body did not come back.

use chrono::{DateTime, NaiveTime};
use odata_core::{Binary, Duration, Untyped};
use serde_json::Value;
use uuid::Uuid;

/// The members and elements that are missing, added or other, each with its path.
///
/// The wire has several forms of one thing: null and absent, `60` and `60.0`, `.000Z` and `Z`, guids in either letter case,
/// base64 and base64url, flags with a space between them, types with and without `#`, control
/// information with and without `odata.`. And a type that went without saying may be said.
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
    both(before, after, |text| DateTime::parse_from_rfc3339(text).ok())
        || both(before, after, |text| text.parse::<NaiveTime>().ok())
        || both(before, after, |text| text.parse::<Duration>().ok())
        || both(before, after, |text| Uuid::parse_str(text).ok())
        || both(before, after, |text| Untyped::from(text).read_as::<Binary>().ok())
        || before.replace(", ", ",") == after
        || format!("#{before}") == after
}

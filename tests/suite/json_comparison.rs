//! Compares a body with the JSON that is written after reading it.

use serde_json::{Map, Value};

/// Placeholders in Graph's documentation that aren't valid values of their properties.
const PLACEHOLDERS: [&str; 5] = ["String (timestamp)", "Integer", "Int32", "Int64", "Boolean"];

/// Returns the paths of all placeholders in a body.
pub fn placeholders(body: &Value) -> Vec<String> {
    fn collect(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::String(text) if PLACEHOLDERS.contains(&text.as_str()) => found.push(path.to_owned()),
            Value::Object(members) => {
                for (name, value) in members {
                    let dot = if path.is_empty() { "" } else { "." };
                    collect(value, &format!("{path}{dot}{name}"), found);
                }
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    collect(element, &format!("{path}[{index}]"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(body, "", &mut found);
    found
}

/// Asserts that the written JSON equals the original. Ignores differences that don't change the meaning: `null` for an absent
/// property, an added `@odata.type`, an added empty collection, spaces between flags, and `60.0` for `60`.
pub fn assert_nothing_lost(name: &str, original: &Value, written: &Value) {
    let mut written = written.clone();
    remove_additions(original, &mut written);
    assert_eq!(normalized(&written), normalized(original), "{name}");
}

fn remove_additions(original: &Value, written: &mut Value) {
    match (original, written) {
        (Value::Object(original), Value::Object(written)) => {
            if !original.contains_key("@odata.type") {
                written.remove("@odata.type");
            }
            written.retain(|name, value| original.contains_key(name) || *value != Value::Array(Vec::new()));
            for (name, value) in written {
                remove_additions(original.get(name).unwrap_or(&Value::Null), value);
            }
        }
        (Value::Array(original), Value::Array(written)) => {
            original.iter().zip(written).for_each(|(original, written)| remove_additions(original, written));
        }
        _ => {}
    }
}

fn normalized(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace(", ", ",")),
        Value::Array(elements) => elements.iter().map(normalized).collect(),
        Value::Object(members) => {
            let present = members.iter().filter(|(_, value)| !value.is_null());
            Value::Object(
                present.map(|(name, value)| (name.clone(), normalized(value))).collect::<Map<_, _>>(),
            )
        }
        // `60` for an `Edm.Double` is written as `60.0`.
        Value::Number(number)
            if number.is_f64() && value.as_f64().is_some_and(|double| double.fract() == 0.0) =>
        {
            Value::String(value.as_f64().map(|double| format!("{double:.0}")).unwrap_or_default())
        }
        Value::Number(number) if !number.is_f64() => Value::String(number.to_string()),
        value => value.clone(),
    }
}

//! Whether a body came back whole.

use serde_json::{Map, Value};

/// What documentation has in the place of a value that is no string, or has a form of its own.
const PLACEHOLDERS: [&str; 5] = ["String (timestamp)", "Integer", "Int32", "Int64", "Boolean"];

/// The paths of all placeholders in a body.
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

/// Compares, but for what the wire has two forms of: null and absent; a type that goes without saying; spaces
/// between flags.
pub fn assert_nothing_lost(name: &str, original: &Value, written: &Value) {
    let mut written = written.clone();
    forget_added_types(original, &mut written);
    assert_eq!(normalized(&written), normalized(original), "{name}");
}

fn forget_added_types(original: &Value, written: &mut Value) {
    match (original, written) {
        (Value::Object(original), Value::Object(written)) => {
            if !original.contains_key("@odata.type") {
                written.remove("@odata.type");
            }
            for (name, value) in written {
                forget_added_types(original.get(name).unwrap_or(&Value::Null), value);
            }
        }
        (Value::Array(original), Value::Array(written)) => {
            original
                .iter()
                .zip(written)
                .for_each(|(original, written)| forget_added_types(original, written));
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
        value => value.clone(),
    }
}

//! Recognition of JSON documents in other formats than CSDL, such as service documents and `OpenAPI`.

use serde_json::{Map, Value};

use super::{Foreign, excerpt};

pub(super) fn recognize(text: &str) -> Option<Foreign> {
    let Ok(Value::Object(object)) = serde_json::from_str(text) else { return None };
    if object.contains_key("$Version") {
        return None;
    }
    let string = |name: &str| object.get(name).and_then(Value::as_str);
    if let Some(version) = string("openapi") {
        return Some(Foreign::Other(format!("OpenAPI {}", excerpt(version))));
    }
    if object.contains_key("swagger") {
        return Some(Foreign::Other("OpenAPI 2 (Swagger)".to_owned()));
    }
    if let Some(error) = object.get("error").or_else(|| object.get("odata.error")) {
        return Some(self::error(error, string("error_description")));
    }
    if let Some(url) = string("odata.metadata") {
        // An OData 3 response in the JSON Light format.
        return url.contains("$metadata").then_some(Foreign::EarlierVersion("3"));
    }
    if object.get("d").is_some_and(|data| data.is_object() || data.is_array()) {
        return Some(Foreign::EarlierVersion("1, 2 or 3"));
    }
    let context = string("@odata.context").or_else(|| string("@context"));
    if let Some(elements) = object.get("value").and_then(Value::as_array)
        && (context.is_some() || !elements.is_empty())
    {
        let metadata = context.and_then(metadata);
        let is_service_document = match context {
            Some(context) => !context.contains('#'),
            None => elements.iter().all(is_resource),
        };
        return Some(if is_service_document {
            Foreign::ServiceDocument { metadata }
        } else {
            Foreign::Data { metadata }
        });
    }
    if context.is_some() || object.keys().any(|name| name.starts_with("@odata.")) {
        return Some(Foreign::Data { metadata: context.and_then(metadata) });
    }
    Some(Foreign::Other(other(&object).to_owned()))
}

fn other(object: &Map<String, Value>) -> &'static str {
    if object.contains_key("$schema") {
        "a JSON Schema document"
    } else if object.get("data").is_some_and(|data| data.get("__schema").is_some()) {
        "a GraphQL schema"
    } else {
        "JSON without `$Version`"
    }
}

/// Checks whether a JSON object describes an entity set or a singleton, as in the array `value` of a service document.
fn is_resource(element: &Value) -> bool {
    element.get("name").is_some() && element.get("url").is_some()
}

/// Returns the URL of the metadata from an absolute context URL, or `None` for a relative context URL.
fn metadata(context: &str) -> Option<String> {
    let url = context.split('#').next()?;
    (url.starts_with("http") && url.contains("$metadata")).then(|| excerpt(url))
}

/// Parses an OData error, or the error of an OAuth endpoint: `{"error": "invalid_token", "error_description": "…"}`.
fn error(error: &Value, description: Option<&str>) -> Foreign {
    let member = |name: &str| error.get(name);
    // In OData 2 and 3, the message is an object with `lang` and `value`.
    let message = member("message").map(|message| message.get("value").unwrap_or(message));
    let text = |text: Option<&str>| text.map(excerpt).filter(|text| !text.is_empty());
    Foreign::Error {
        code: text(member("code").unwrap_or(error).as_str()),
        message: text(message.and_then(Value::as_str).or(description)),
    }
}

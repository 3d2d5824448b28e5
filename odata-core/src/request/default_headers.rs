//! The headers that are sent with every request to a service.

use core::fmt;
use std::sync::Arc;

/// The headers that are sent with every request to a service. The value of a header is a string, or a function that
/// returns a string.
#[derive(Clone, Default)]
pub(super) struct DefaultHeaders(Vec<(String, Value)>);

#[derive(Clone)]
enum Value {
    Text(String),
    Function(Arc<dyn Fn() -> String + Send + Sync>),
}

impl DefaultHeaders {
    /// Sets a header. Replaces an earlier header with the same name. Unlike other headers, `Prefer` can be set several
    /// times.
    pub(super) fn set(&mut self, name: String, value: String) {
        self.put(name, Value::Text(value));
    }

    /// Sets a header whose value is computed for each request.
    pub(super) fn set_function(&mut self, name: String, value: impl Fn() -> String + Send + Sync + 'static) {
        self.put(name, Value::Function(Arc::new(value)));
    }

    fn put(&mut self, name: String, value: Value) {
        if !name.eq_ignore_ascii_case("prefer") {
            self.0.retain(|(earlier, _)| !earlier.eq_ignore_ascii_case(&name));
        }
        self.0.push((name, value));
    }

    /// Returns the names and values of all headers. If the value of a header is a function, calls the function to
    /// compute the value.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, String)> {
        self.0.iter().map(|(name, value)| {
            let value = match value {
                Value::Text(text) => text.clone(),
                Value::Function(value) => value(),
            };
            (name.as_str(), value)
        })
    }
}

/// Prints only the names of the headers, because the values may be secret.
impl fmt::Debug for DefaultHeaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

//! Paths relative to the root URL of a service.

use std::sync::Arc;

use super::escape;
use super::request_error::RequestError;
use super::service::Service;
use crate::typed_property::PropertyPath;

/// A path relative to the root URL of a service, or the reason why the path is invalid.
#[derive(Clone, Debug)]
pub struct ServicePath {
    pub(super) service: Arc<Service>,
    /// The percent-encoded path, which starts with a slash.
    pub(super) text: Result<String, RequestError>,
    /// The names and values of the parameter aliases in the path, which are query options: `@names=[…]`.
    pub(super) aliases: Vec<(String, String)>,
}

impl ServicePath {
    /// Creates a path from names that are separated by slashes: `security/cases/ediscoveryCases`.
    pub(super) fn of_names(service: &Service, names: &str) -> Self {
        let plain = names.strip_prefix('/').unwrap_or(names);
        let is_invalid = plain.split('/').any(escape::is_empty_or_dots);
        let segments = plain.split('/').map(escape::segment).map(|segment| format!("/{segment}"));
        let text =
            if is_invalid { Err(RequestError::Path(names.to_owned())) } else { Ok(segments.collect()) };
        Self { service: Arc::new(service.clone()), text, aliases: Vec::new() }
    }

    /// Creates the path of the root itself, to which segments are appended.
    pub(super) fn of_root(service: &Service) -> Self {
        Self { service: Arc::new(service.clone()), text: Ok(String::new()), aliases: Vec::new() }
    }

    /// Returns this path, or an invalid path with the error of `other` if `other` is invalid.
    pub(super) fn with_error_of(&self, other: &Self) -> Self {
        self.with(other.text.clone().map(|_| String::new()))
    }

    pub(super) fn with(&self, suffix: Result<String, RequestError>) -> Self {
        let text = self.text.clone().and_then(|text| Ok(text + &suffix?));
        Self { service: Arc::clone(&self.service), text, aliases: self.aliases.clone() }
    }

    /// Returns an invalid path with the given error. If this path is already invalid, returns this path unchanged.
    pub(super) fn failed(&self, error: RequestError) -> Self {
        self.with(Err(error))
    }

    /// Appends a parameter alias: `@names`. Its name is unique in the path.
    pub(super) fn with_alias(&self, parameter: &str, value: String) -> Self {
        let is_free = |alias: &String| self.aliases.iter().all(|(earlier, _)| earlier != alias);
        let mut candidates = (1_usize..).map(|number| match number {
            1 => format!("@{parameter}"),
            _ => format!("@{parameter}{number}"),
        });
        let alias = candidates.find(is_free).unwrap_or_default();
        let mut path = self.with(Ok(escape::segment(&alias)));
        path.aliases.push((alias, value));
        path
    }

    pub(super) fn segment(&self, name: &str) -> Self {
        if escape::is_empty_or_dots(name) {
            return self.failed(RequestError::Path(name.to_owned()));
        }
        self.with(Ok(format!("/{}", escape::segment(name))))
    }

    pub(super) fn property<O, V, A>(&self, property: &PropertyPath<O, V, A>) -> Self {
        property.segments().iter().fold(self.clone(), |path, name| path.segment(name))
    }
}

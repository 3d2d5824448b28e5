//! The URLs of resources, to which segments can be appended.

use std::sync::Arc;

use super::escape;
use super::request_error::RequestError;
use super::service::Service;
use crate::typed_property::PropertyPath;

/// The URL of a resource of a service, or an error if the URL is invalid, for example because a key is empty. If the
/// URL is invalid, `Request::build` returns the error.
#[derive(Clone, Debug)]
pub struct ServicePath {
    pub(super) service: Arc<Service>,
    /// The percent-encoded absolute URL without a query. The URL is relative only if it refers to the result of an
    /// earlier request in a batch, as in `$1`.
    pub(super) url: Result<String, RequestError>,
    /// The path relative to the root URL, with placeholders for keys and for the arguments of functions:
    /// `/users/{key}`.
    pub(super) template: String,
    /// The names and values of the query options that belong to the path: `$id`, `$apply`, and parameter aliases such
    /// as `@names`.
    pub(super) query: Vec<(String, String)>,
}

impl ServicePath {
    /// Creates a path from names that are separated by slashes: `security/cases/ediscoveryCases`. The names are
    /// appended to the root URL of the service.
    pub(super) fn of_names(service: &Service, names: &str) -> Self {
        let plain = names.strip_prefix('/').unwrap_or(names);
        let is_invalid = plain.split('/').any(escape::is_empty_or_dots);
        let segments = plain.split('/').map(escape::segment).map(|segment| format!("/{segment}"));
        let root = Self::of_root(service);
        if is_invalid {
            return root.failed(RequestError::Path(names.to_owned()));
        }
        root.with(Ok(segments.collect()))
    }

    /// Creates the path of the root URL of the service, to which segments can be appended.
    pub(super) fn of_root(service: &Service) -> Self {
        Self { template: String::new(), ..Self::of_url(service, Ok(service.root.clone())) }
    }

    /// Creates a path from a URL without a query.
    pub(super) fn of_url(service: &Service, url: Result<String, RequestError>) -> Self {
        Self { service: Arc::new(service.clone()), url, template: "{url}".to_owned(), query: Vec::new() }
    }

    /// Returns a copy of this path, to which the error of the path `other` is added if `other` contains an error.
    pub(super) fn with_error_of(&self, other: &Self) -> Self {
        self.with(other.url.clone().map(|_| String::new()))
    }

    pub(super) fn with(&self, suffix: Result<String, RequestError>) -> Self {
        let template = suffix.clone().unwrap_or_default();
        self.with_template(suffix, &template)
    }

    /// Appends a key or the arguments of a function to the URL, such as `/42` or `('42')`. The template of the path
    /// contains the placeholder `{key}` instead of the key or the arguments: `/users/{key}` for the path `/users/42`.
    pub(super) fn with_values(&self, suffix: Result<String, RequestError>) -> Self {
        let is_segment = suffix.as_ref().is_ok_and(|suffix| suffix.starts_with('/'));
        self.with_template(suffix, if is_segment { "/{key}" } else { "({key})" })
    }

    fn with_template(&self, suffix: Result<String, RequestError>, template: &str) -> Self {
        let url = self.url.clone().and_then(|url| Ok(url + &suffix?));
        let template = format!("{}{template}", self.template);
        Self { service: Arc::clone(&self.service), url, template, query: self.query.clone() }
    }

    /// Returns a copy of this path with an error, which is returned when a request is built. Ignores `error` if this
    /// path already contains an error.
    pub(super) fn failed(&self, error: RequestError) -> Self {
        self.with(Err(error))
    }

    /// Adds a parameter alias with a value to the query. Returns an alias that is unique in the path, such as `@names`
    /// or `@names2`.
    pub(super) fn add_alias(&mut self, parameter: &str, value: String) -> String {
        let is_free = |alias: &String| self.query.iter().all(|(earlier, _)| earlier != alias);
        let mut candidates = (1_usize..).map(|number| match number {
            1 => format!("@{parameter}"),
            _ => format!("@{parameter}{number}"),
        });
        let alias = candidates.find(is_free).unwrap_or_default();
        self.query.push((alias.clone(), value));
        alias
    }

    /// Returns the root URL of the service and the URL of this path.
    ///
    /// # Errors
    ///
    /// Returns the error of the path if it is invalid.
    pub(crate) fn root_and_url(&self) -> Result<(&str, &str), &RequestError> {
        self.url.as_ref().map(|url| (self.service.root.as_str(), url.as_str()))
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

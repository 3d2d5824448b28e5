//! A place below the root of a service.

use std::sync::Arc;

use super::escape;
use super::request_error::RequestError;
use super::service::Service;
use crate::typed_property::PropertyPath;

/// A path below the root of a service, or why there is none.
#[derive(Clone, Debug)]
pub(super) struct Path {
    pub(super) service: Arc<Service>,
    /// With a slash at its beginning.
    pub(super) text: Result<String, RequestError>,
}

impl Path {
    /// A path of names: `security/cases/ediscoveryCases`.
    pub(super) fn of_names(service: &Service, names: &str) -> Self {
        let plain = names.strip_prefix('/').unwrap_or(names);
        let misread = plain.split('/').any(escape::is_misread);
        let segments = plain.split('/').map(escape::segment).map(|segment| format!("/{segment}"));
        let text = if misread { Err(RequestError::Path(names.to_owned())) } else { Ok(segments.collect()) };
        Self { service: Arc::new(service.clone()), text }
    }

    /// The same place, if the other is one.
    pub(super) fn and(&self, other: &Self) -> Self {
        self.with(other.text.clone().map(|_| String::new()))
    }

    pub(super) fn with(&self, suffix: Result<String, RequestError>) -> Self {
        let text = self.text.clone().and_then(|text| Ok(text + &suffix?));
        Self { service: Arc::clone(&self.service), text }
    }

    /// No place, for that reason.
    pub(super) fn failed(&self, error: RequestError) -> Self {
        self.with(Err(error))
    }

    pub(super) fn segment(&self, name: &str) -> Self {
        if escape::is_misread(name) {
            return self.failed(RequestError::Path(name.to_owned()));
        }
        self.with(Ok(format!("/{}", escape::segment(name))))
    }

    pub(super) fn property<O, V, A>(&self, property: &PropertyPath<O, V, A>) -> Self {
        property.segments().iter().fold(self.clone(), |path, name| path.segment(name))
    }
}

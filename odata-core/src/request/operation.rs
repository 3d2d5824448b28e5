//! Actions: what a service does with an entity or a collection beyond the four of HTTP.

use serde::Deserialize;

use super::build::{Payload, Request};
use super::path::{CollectionPath, EntityPath};
use crate::body::Parameters;
use crate::structured::ODataStructured;
use crate::value::ODataValue;

macro_rules! actions {
    ($($path:ident),*) => {$(
        impl<T> $path<T> {
            /// Calls an action that is bound to what is here, by its qualified name: `microsoft.graph.security.close`. What it
            /// answers is read with [`returning`](Request::returning).
            pub fn action<P>(&self, name: &str, parameters: &P) -> Request<()>
            where
                P: ODataStructured + 'static,
            {
                let path = self.path.segment(name);
                match Parameters::of(parameters) {
                    Ok(body) => Request::without_answer(http::Method::POST, path, Some(Payload::of(body))),
                    Err(error) => Request::without_answer(http::Method::POST, path.failed(error.into()), None),
                }
                .for_values_of(P::TYPE)
            }

            /// Calls an action without parameters.
            pub fn action_without_parameters(&self, name: &str) -> Request<()> {
                Request::without_answer(http::Method::POST, self.path.segment(name), None)
            }
        }
    )*};
}

actions! { CollectionPath, EntityPath }

impl Request<()> {
    /// The same request, with an answer that is read: an entity, a [`Collection`](crate::Collection), a
    /// [`SingleValue`](crate::SingleValue).
    pub fn returning<R: for<'de> Deserialize<'de>>(self) -> Request<R> {
        self.reading_as(|body| serde_json::from_slice(body))
    }

    /// The same request, with an entity, or another value that has a type, as its answer: members behind a sentinel in it are
    /// asked for.
    pub fn returning_value<R: ODataValue + for<'de> Deserialize<'de>>(self) -> Request<R> {
        self.returning::<R>().for_values_of(R::TYPE)
    }
}

//! Requests that call bound actions.

use serde::Deserialize;

use super::build::Request;
use super::path::{CollectionPath, EntityPath};
use super::payload::Payload;
use super::response_body;
use crate::body::Parameters;
use crate::structured::ODataStructured;
use crate::value::ODataValue;

macro_rules! actions {
    ($($path:ident<T $(, $nullability:ident)?>),*) => {$(
        impl<T $(, $nullability)?> $path<T $(, $nullability)?> {
            /// Returns a request that calls an action bound to this resource (`POST`). The argument `name` is the
            /// qualified name of the action: `microsoft.graph.security.close`.
            ///
            /// Use [`returning`](Request::returning) to read the result of the action.
            pub fn action<P>(&self, name: &str, parameters: &P) -> Request<()>
            where
                P: ODataStructured + 'static,
            {
                let path = self.path.segment(name);
                match Parameters::of(parameters) {
                    Ok(body) => Request::without_value(http::Method::POST, path, Some(Payload::of(body))),
                    Err(error) => Request::without_value(http::Method::POST, path.failed(error.into()), None),
                }
                .for_values_of(P::TYPE)
            }

            /// Returns a request that calls a bound action without parameters (`POST`).
            pub fn action_without_parameters(&self, name: &str) -> Request<()> {
                Request::without_value(http::Method::POST, self.path.segment(name), None)
            }
        }
    )*};
}

actions! { CollectionPath<T>, EntityPath<T, N> }

impl Request<()> {
    /// Sets the Rust type of the action's result, such as [`Collection<User>`](crate::Collection) or
    /// [`SingleValue<i32>`](crate::SingleValue). If the result may be null (status code 204), use an `Option`, such as
    /// `Option<User>`.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(Debug, PartialEq, ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let users = service.entity_set::<User>("users");
    /// let deputy = users.key("1").action_without_parameters("n.deputy").returning::<Option<User>>();
    /// let received = http::Response::builder().status(204).body("")?;
    /// assert_eq!(deputy.read(&received)?.into_value(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn returning<R: for<'de> Deserialize<'de>>(self) -> Request<R> {
        self.read_with(response_body::read_value)
    }

    /// Sets the Rust type of the action's result, such as `User`. Adds `Prefer: include-unknown-enum-members` if the
    /// result may contain enumeration members that the service sends only with this preference.
    ///
    /// Use this method instead of [`returning`](Self::returning) if the type of the result implements [`ODataValue`],
    /// for example if the result is an entity.
    pub fn returning_value<R: ODataValue + for<'de> Deserialize<'de>>(self) -> Request<R> {
        self.returning::<R>().for_values_of(R::TYPE)
    }
}

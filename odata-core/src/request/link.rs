//! Requests for the links in a response: `@odata.nextLink` and `@odata.deltaLink`.

use serde::Deserialize;

use super::build::Request;
use super::relative_url::{is_absolute, percent_encoded, resolve};
use super::request_error::RequestError;
use super::service::Service;
use crate::control;
use crate::envelope::{Change, Collection, Lenient, SingleValue};
use crate::structured::{DerivedFrom, ODataStructured};
use crate::typed_property::{Elements, IntoPropertyPath};
use crate::untyped::{Untyped, written};

/// An item of a collection that supports [`Request::changes`]: an entity, or a [`Change`] in a [`Delta`](crate::Delta).
#[diagnostic::on_unimplemented(
    message = "`changes` can't be called for a collection of `{Self}`, because it is not an entity type",
    label = "requires a `Collection<T>` or a `Delta<T>` of an entity type `T`"
)]
pub trait TrackedItem {
    /// An item in the response to [`Request::changes`]: `Change<User>` for a collection of `User`.
    type Change;
}

impl<T: ODataStructured> TrackedItem for T {
    type Change = Change<T>;
}

impl<T> TrackedItem for Change<T> {
    type Change = Self;
}

impl<T: TrackedItem> TrackedItem for Lenient<T> {
    type Change = Lenient<T::Change>;
}

/// The value of a response that may contain an `@odata.context` URL. Relative links in the response are resolved
/// against the `@odata.context` URL.
pub trait HasContext {
    /// Returns the `@odata.context` URL of the response, or `None` if the response doesn't contain this annotation.
    fn odata_context(&self) -> Option<String>;
}

impl<T> HasContext for Collection<T> {
    fn odata_context(&self) -> Option<String> {
        self.context().map(str::to_owned)
    }
}

impl<T> HasContext for SingleValue<T> {
    fn odata_context(&self) -> Option<String> {
        self.extra.context().map(str::to_owned)
    }
}

impl<T: HasContext> HasContext for Option<T> {
    fn odata_context(&self) -> Option<String> {
        self.as_ref()?.odata_context()
    }
}

impl<T: ODataStructured> HasContext for T {
    fn odata_context(&self) -> Option<String> {
        written(self).ok()?.get(control::CONTEXT)?.as_str().map(str::to_owned)
    }
}

impl<T> Request<Collection<T>>
where
    Collection<T>: for<'de> Deserialize<'de>,
{
    /// Returns a request for the next page (`@odata.nextLink`), or `None` if `page` is the last page. The new request
    /// has the same headers as this request, except for `If-Match` and `If-None-Match`.
    ///
    /// # Errors
    ///
    /// Returns [`RequestError::Url`] if the link isn't a valid URL, or [`RequestError::Origin`] if the link has neither
    /// the origin of the service nor an [allowed](super::Service::allow_origin) origin.
    pub fn next_page(&self, page: &Collection<T>) -> Result<Option<Self>, RequestError> {
        self.linked(page.next_link(), &[page.context()])
    }
}

impl<T: TrackedItem> Request<Collection<T>> {
    /// Sets `Prefer: odata.track-changes`, so that the last page of the response contains an `@odata.deltaLink` for
    /// [`changes`](Self::changes) (OData 4.01 Protocol, 8.2.8.6 and 11.3).
    ///
    /// If the service tracks the changes, `preference_applied("track-changes")` of the response returns `Some("")`.
    /// Microsoft Graph doesn't support this preference for most collections: use
    /// [`CollectionPath::delta`](super::CollectionPath::delta) instead.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let list = service.entity_set::<User>("users").list().track_changes();
    /// assert_eq!(list.build()?.headers()["prefer"], "odata.track-changes");
    ///
    /// let received = http::Response::new(r#"{"value": [], "@odata.deltaLink": "users?$deltatoken=x"}"#);
    /// let page = list.read(&received)?;
    /// let changes = list.changes(&page)?.expect("a delta link");
    /// assert_eq!(changes.url()?, "https://host/service/users?$deltatoken=x");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn track_changes(self) -> Self {
        self.prefer("odata.track-changes")
    }

    /// Returns a request for the changes since the collection was read (`@odata.deltaLink`).
    ///
    /// Returns `None` if `page` contains no `@odata.deltaLink`, either because the service doesn't track changes, or
    /// because `page` isn't the last page.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # let service = odata_core::request::Service::graph("https://graph.microsoft.com/v1.0")?;
    /// let delta = service.entity_set::<User>("users").delta();
    /// let received = http::Response::new(r#"{"value": [], "@odata.deltaLink": "delta?$deltatoken=x"}"#);
    /// let page = delta.read(&received)?;
    /// let changes = delta.changes(&page)?.expect("a delta link");
    /// assert_eq!(changes.url()?, "https://graph.microsoft.com/v1.0/users/delta?$deltatoken=x");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Request::next_page`].
    pub fn changes(
        &self,
        page: &Collection<T>,
    ) -> Result<Option<Request<Collection<T::Change>>>, RequestError>
    where
        Collection<T::Change>: for<'de> Deserialize<'de>,
    {
        self.linked(page.delta_link(), &[page.context()])
    }
}

/// The type of a response with related entities: `Collection<Order>` for the navigation property `Customer.orders`.
type ElementsOf<P> = Collection<<<P as IntoPropertyPath>::Value as Elements>::Element>;

impl<R: HasContext> Request<R> {
    /// Returns a request for the next page of an expanded navigation property (`orders@odata.nextLink`), or `None` if
    /// the response contains all entities of the navigation property.
    ///
    /// Call `next_page_of` on the request that returned `response`. `entity` is the entity with the navigation
    /// property, such as `page.value[0]`.
    ///
    /// ```
    /// # use odata_core::{Extra, ODataEntity};
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct Order { id: Option<i32> }
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "n")]
    /// struct Customer {
    ///     id: Option<i32>,
    ///     #[odata(navigation)]
    ///     orders: Option<Vec<Order>>,
    ///     #[odata(extra)]
    ///     extra: Extra,
    /// }
    ///
    /// # let service = odata_core::request::Service::new("https://host/service")?;
    /// let list = service.entity_set::<Customer>("customers").list();
    /// let received = http::Response::new(
    ///     r#"{"value": [{"id": 1, "orders": [{"id": 7}], "orders@odata.nextLink": "customers/1/orders?$skip=1"}]}"#,
    /// );
    /// let page = list.read(&received)?;
    /// let orders = list.next_page_of(&page, &page.value[0], Customer::ORDERS)?.expect("a next page");
    /// assert_eq!(orders.url()?, "https://host/service/customers/1/orders?$skip=1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns [`RequestError::NoExtra`] if the type of `entity` has no [`Extra`](crate::Extra) field that preserves
    /// annotations, or [`RequestError::Body`] if `entity` can't be serialized. If the link `orders@odata.nextLink` is
    /// invalid or has a foreign origin, returns the same error as [`Request::next_page`].
    pub fn next_page_of<E, P, I>(
        &self,
        response: &R,
        entity: &E,
        property: P,
    ) -> Result<Option<Request<ElementsOf<P>>>, RequestError>
    where
        P: IntoPropertyPath<Value: Elements>,
        E: ODataStructured + DerivedFrom<P::Owner, I>,
        ElementsOf<P>: for<'de> Deserialize<'de>,
    {
        let property = property.into_property_path();
        let entity_type = entity.instance_type();
        let annotation = format!("{}@odata.nextLink", property.segments().last().unwrap_or(&""));
        if !entity_type.preserves_undeclared() {
            return Err(RequestError::NoExtra { type_name: entity_type.qualified_name(), annotation });
        }
        let entity = written(entity).map_err(|error| RequestError::unwritable(&error))?;
        let parents = property.segments().split_last().map_or(&[][..], |(_, parents)| parents);
        let parent = parents.iter().try_fold(&entity, |value, segment| value.get(segment));
        let link = parent.and_then(|parent| parent.get(&annotation)).and_then(Untyped::as_str);
        // The context URL of a nested entity may be relative to the context URL of the response.
        let outer_context = response.odata_context();
        let own_context = entity.get(control::CONTEXT).and_then(Untyped::as_str);
        let own_context = own_context.filter(|context| Some(*context) != outer_context.as_deref());
        self.linked(link, &[outer_context.as_deref(), own_context])
    }
}

impl<R> Request<R> {
    fn linked<Q: for<'de> Deserialize<'de>>(
        &self,
        link: Option<&str>,
        contexts: &[Option<&str>],
    ) -> Result<Option<Request<Q>>, RequestError> {
        let Some(link) = link else { return Ok(None) };
        self.resolved(link, contexts).map(|url| Some(self.at_url(url)))
    }

    /// Returns the absolute URL of a link in a response, such as `@odata.nextLink` (OData 4.01 JSON format, 4.3).
    ///
    /// `contexts` contains the `@odata.context` URL of the response, followed by the `@odata.context` URL of the nested
    /// entity with the link. A relative link is resolved against the context URL of the nested entity. If the entity
    /// has no context URL, the link is resolved against the context URL of the response. If the response has no context
    /// URL, the link is resolved against the URL of the request. The context URL of a nested entity can be relative to the context URL of the response. The context URL
    /// of a response can be relative to the URL of the request. A context URL with an untrusted origin is ignored,
    /// because a service behind a gateway may send an internal host name in its context URLs.
    fn resolved(&self, link: &str, contexts: &[Option<&str>]) -> Result<String, RequestError> {
        let base = contexts.iter().flatten().fold(self.url()?, |base, context| {
            let context = resolve(&percent_encoded(context), &base);
            if self.service.is_trusted(&context) { context } else { base }
        });
        self.service.trusted_url(link, &base)
    }
}

impl Service {
    /// Returns the absolute URL of a link, such as `@odata.nextLink`, after checking that the link has the origin of
    /// the service or an allowed origin. The check prevents the token of the service from being sent to a foreign
    /// origin. A relative link is resolved against the URL `base`.
    ///
    /// # Errors
    ///
    /// Returns [`RequestError::Origin`] if the link has neither the origin of the service nor an allowed origin, or
    /// [`RequestError::Url`] if the link isn't a valid URL.
    pub(super) fn trusted_url(&self, link: &str, base: &str) -> Result<String, RequestError> {
        let url = resolve(&percent_encoded(link), base);
        if self.is_trusted(&url) {
            return Ok(url);
        }
        let is_url = url.parse::<http::Uri>().is_ok() && is_absolute(&url);
        Err(if is_url { RequestError::Origin(link.to_owned()) } else { RequestError::Url(link.to_owned()) })
    }
}

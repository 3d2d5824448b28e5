//! Request bodies: creating and updating entities, and calling actions.
//!
//! Serializing an entity with `serde_json::to_string(&operation)` writes all of its properties. A service rejects many
//! of them in a request, for example computed properties, the key of an existing entity, and control information.
//! Therefore, requests have their own body types. The body of a create request contains no computed properties. The
//! body of an update request contains only the changes, with an explicit `null` for each property to clear.
//!
//! ```
//! use odata_core::{Extra, ODataComplex, ODataEntity};
//!
//! #[derive(Clone, ODataEntity)]
//! #[odata(namespace = "microsoft.graph.security")]
//! struct EdiscoveryCase {
//!     #[odata(key, computed)]
//!     id: Option<String>,
//!     display_name: Option<String>,
//!     description: Option<String>,
//!     contact: Option<Contact>,
//!     #[odata(extra)]
//!     extra: Extra,
//! }
//!
//! #[derive(Clone, ODataComplex)]
//! #[odata(namespace = "microsoft.graph.security")]
//! struct Contact {
//!     name: Option<String>,
//!     phone: Option<String>,
//! }
//!
//! let create = EdiscoveryCase::create().set(EdiscoveryCase::DISPLAY_NAME, "Contoso");
//! assert_eq!(
//!     serde_json::to_string(&create)?,
//!     r##"{"@odata.type":"#microsoft.graph.security.ediscoveryCase","displayName":"Contoso"}"##,
//! );
//!
//! let update = EdiscoveryCase::update()
//!     .null(EdiscoveryCase::DESCRIPTION)
//!     .set(EdiscoveryCase::CONTACT.then(Contact::PHONE), "555-0100");
//! assert_eq!(
//!     serde_json::to_string(&update)?,
//!     r##"{"@odata.type":"#microsoft.graph.security.ediscoveryCase","description":null,"contact":{"phone":"555-0100"}}"##,
//! );
//!
//! // Or create the body from the difference between two values:
//! let original: EdiscoveryCase =
//!     serde_json::from_str(r#"{"id": "1", "displayName": "Contoso", "contact": {"name": "Pat"}, "@odata.etag": "W/1"}"#)?;
//! let mut changed = original.clone();
//! changed.display_name = None;
//! changed.contact.as_mut().unwrap().phone = Some("555-0100".to_owned());
//! assert_eq!(
//!     serde_json::to_string(&changed.changes_since(&original)?)?,
//!     r##"{"@odata.type":"#microsoft.graph.security.ediscoveryCase","contact":{"phone":"555-0100"},"displayName":null}"##,
//! );
//! assert!(original.changes_since(&original)?.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//! A body never drops a value silently. Either the type excludes the value (a computed property, a stream), or
//! building the body fails with an error that names the path. There is one exception: in `to_create()`, an empty `Vec`
//! counts as not set. An empty `Option<Vec<_>>` is sent.
//!
//! # Keys
//!
//! A key property is computed, optional or required; see [`KeyAccess`](crate::metadata::KeyAccess) and the
//! [attribute `key`](crate::attributes).
//!
//! | | computed | optional | required |
//! |---|---|---|---|
//! | create | not sent; `set` doesn't compile | sent when set | sent; an error if missing |
//! | deep insert | an error if set, since that entity exists already | sent when set | sent; an error if missing |
//! | action parameter | sent when set | sent when set | sent when set |
//! | update | not sent; `set` doesn't compile | not sent; `set` doesn't compile | not sent; `set` doesn't compile |
//! | difference | not sent; an error if both values are set and differ | the same | the same |
//! | URL | any value | any value | any value |
//!
//! A copy of an entity from a response has its key. If the key is optional, `to_create()` sends it. Set it to `None`
//! to have the service generate a key.
//!
//! # Entities in navigation properties
//!
//! `to_create()` creates the entities in navigation properties together with the entity (deep insert). An entity with
//! an `@odata.id` is sent as a reference: `manager@odata.bind`. An entity that exists already, because it has a
//! computed key, `@odata.etag`, `@odata.editLink` or `@odata.readLink`, is an error: bind it, or remove it. To make it
//! a reference, set its URL in its [`Extra`](crate::Extra): `manager.extra.insert("@odata.id", "users/7")`.
//!
//! `changes_since` returns an error if the entities in a navigation property changed. For services that support deep
//! updates (OData 4.01), `deep_changes_since` sends the changes.

#[cfg(feature = "http")]
mod arguments;
mod builder;
mod changes;
mod child;
mod content;
mod contents;
mod nested;
mod place;
mod sentinel;
mod update;
mod write;

#[cfg(feature = "http")]
pub(crate) use arguments::of_function;
#[cfg(feature = "http")]
pub(crate) use write::to_json;

use core::fmt;
use core::marker::PhantomData;

use self::content::Purpose;
use self::contents::Contents;
use self::place::Place;
use crate::control;
use crate::metadata::StructuredType;
use crate::structured::ODataStructured;
use crate::untyped::{Members, Untyped, written};
use crate::value::ODataValue;

/// The body of a `POST` request that creates a `T`; see the [module](self).
pub type Create<T> = Body<T, ForCreate>;

/// The body of a `PATCH` request that updates a `T`; see the [module](self).
pub type Update<T> = Body<T, ForUpdate>;

/// The body of a request that calls an action. Contains the values of the parameters.
pub type Parameters<T> = Body<T, ForAction>;

/// The body of a request that creates or updates a `T`, or calls an action with the parameters `T`.
///
/// Use the aliases [`Create`], [`Update`] and [`Parameters`]. Serializing the body fails if it can't be sent; see
/// [`check`](Self::check).
pub struct Body<T, P> {
    members: Contents,
    metadata: &'static StructuredType,
    /// Whether all required key properties must be set.
    requires_key: bool,
    /// Whether the body changes related entities.
    is_deep: bool,
    /// The error of the first value that can't be sent.
    failure: Option<InvalidBody>,
    marker: PhantomData<fn() -> (T, P)>,
}

/// Marker type for the [`Body`] of a create request.
#[derive(Debug)]
pub enum ForCreate {}

/// Marker type for the [`Body`] of an update request.
#[derive(Debug)]
pub enum ForUpdate {}

/// Marker type for the [`Body`] of an action.
#[derive(Debug)]
pub enum ForAction {}

/// The error returned when a request body can't be built. Its message names the path of the value that can't be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidBody(String);

impl InvalidBody {
    pub(crate) const fn new(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for InvalidBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for InvalidBody {}

impl<T: ODataStructured> Create<T> {
    /// Creates the body of a create request with the values of an entity.
    ///
    /// Omits computed properties, control information from a response, and empty `Vec`s. To send an empty collection,
    /// use `Option<Vec<_>>` or [`set`](Self::set). A key is sent if it is set and not computed; see [Keys](self#keys).
    ///
    /// An entity in a navigation property is created together with this entity. If it has an `@odata.id`, it is sent
    /// as a reference.
    ///
    /// # Errors
    ///
    /// Returns an error that names the path if an entity in a navigation property exists already and isn't a
    /// reference, if a required key property is missing, if a value is the sentinel of an evolvable enumeration, or if
    /// a value can't be serialized.
    pub fn of(value: &T) -> Result<Self, InvalidBody> {
        let metadata = value.instance_type();
        let members = Contents::build(|| {
            content::members(&members_of(value)?, metadata, Purpose::Create, &Place::Body)
        })?;
        Self { requires_key: true, ..Self::of_members(members, metadata) }.checked()
    }
}

impl<T: ODataStructured> Parameters<T> {
    /// Creates the body of an action with the values of the parameters.
    ///
    /// Contains every property that has a value, including keys, computed properties and empty `Vec`s at every level.
    /// Omits only control information from a response.
    ///
    /// # Errors
    ///
    /// Returns an error that names the path if a value is the sentinel of an evolvable enumeration, or if it can't be
    /// serialized.
    pub fn of(parameters: &T) -> Result<Self, InvalidBody> {
        let metadata = parameters.instance_type();
        let members = Contents::build(|| {
            content::members(&members_of(parameters)?, metadata, Purpose::Parameters, &Place::Body)
        })?;
        Self::of_members(members, metadata).checked()
    }
}

impl<T, P> Body<T, P> {
    const fn of_members(members: Contents, metadata: &'static StructuredType) -> Self {
        Self { members, metadata, requires_key: false, is_deep: false, failure: None, marker: PhantomData }
    }

    fn checked(self) -> Result<Self, InvalidBody> {
        self.check()?;
        Ok(self)
    }

    /// Checks whether the body can be sent.
    ///
    /// # Errors
    ///
    /// Returns an error that names the path if a value can't be serialized or sent, if a required key property is
    /// missing, or if a value is the sentinel of an evolvable enumeration.
    pub fn check(&self) -> Result<(), InvalidBody> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        if self.requires_key {
            child::require_key(self.members(), self.metadata, &Place::Body)?;
        }
        sentinel::reject(self.members(), Some(self.metadata))
    }

    /// Checks whether the body contains nothing but the `@odata.type`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members().iter().all(|(name, _)| name == control::TYPE)
    }

    /// Checks whether the body changes related entities (deep update), which only OData 4.01 services support.
    #[must_use]
    pub const fn is_deep(&self) -> bool {
        self.is_deep
    }

    /// Returns the members of the body. `Edm.Binary` values without an alphabet are in base64url.
    #[must_use]
    pub const fn members(&self) -> &Members {
        self.members.url_safe()
    }

    /// Returns the type of the entity.
    #[must_use]
    pub const fn metadata(&self) -> &'static StructuredType {
        self.metadata
    }
}

/// Serializes a value with all of its members.
fn members_of<T: ODataValue>(value: &T) -> Result<Members, InvalidBody> {
    match written(value).map_err(|error| InvalidBody(error.to_string()))? {
        Untyped::Object(members) => Ok(members),
        _ => Err(InvalidBody(format!("`{}` is not written as an object", T::TYPE))),
    }
}

impl<T, P> Clone for Body<T, P> {
    fn clone(&self) -> Self {
        Self { members: self.members.clone(), failure: self.failure.clone(), ..*self }
    }
}

impl<T, P> PartialEq for Body<T, P> {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members && self.failure == other.failure
    }
}

impl<T, P> fmt::Debug for Body<T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.members(), f)
    }
}

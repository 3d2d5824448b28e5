//! The bodies of requests that create an entity, update an entity or call an action.
//!
//! Serializing an entity, for example with `serde_json::to_string(&user)`, writes all of its properties. A service
//! rejects many of an entity's properties in a request, for example computed properties, the key of an existing entity,
//! and control information. Use the types in this module to build a request body from an entity. A [`Create`] body
//! contains no computed properties. An [`Update`] body contains only the properties to change. The value `null` in an
//! [`Update`] body clears a property.
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
//!
//! Computed properties and streams are never sent in a create or update request. If a value can't be sent, for example
//! the sentinel of an evolvable enumeration, building the body returns an error with the path of the value.
//! `to_create()` omits an empty `Vec`, because a `Vec` field can't distinguish an empty collection from an unset
//! property. To send an empty collection, declare the field as `Option<Vec<_>>`.
//!
//! # Keys
//!
//! A key property is computed, optional or required; see [`KeyAccess`](crate::metadata::KeyAccess) and the
//! [attribute `key`](crate::attributes). The following table shows whether a request body contains the key property:
//!
//! | Body | computed key | optional key | required key |
//! |---|---|---|---|
//! | `create()`, `to_create()` | not sent; `set` doesn't compile | sent if set | sent; an error if missing |
//! | entity in a navigation property of `to_create()` | an error if set, since the entity exists already | sent if set | sent; an error if missing |
//! | [`Parameters`] of an action | sent if set | sent if set | sent if set |
//! | `update()` | not sent; `set` doesn't compile | not sent; `set` doesn't compile | not sent; `set` doesn't compile |
//! | `changes_since()` | not sent; an error if both keys are set and differ | not sent; an error if both keys are set and differ | not sent; an error if both keys are set and differ |
//!
//! To create a copy of an entity from a response, set its optional key to `None` before you call `to_create()`, because
//! `to_create()` sends an optional key that is set.
//!
//! # Entities in navigation properties
//!
//! The body from `to_create()` also contains the new entities in navigation properties, and the service creates them
//! (deep insert). An entity with an `@odata.id` in a navigation property is sent as a reference to an existing entity:
//! `manager@odata.bind`.
//!
//! `to_create()` returns an error if a navigation property contains an existing entity without an `@odata.id`. An
//! entity is an existing entity if it has a computed key, an `@odata.etag`, an `@odata.editLink` or an
//! `@odata.readLink`. Before you call `to_create()`, remove existing entities from navigation properties, or set the
//! `@odata.id` of each existing entity to its URL: `manager.extra.insert("@odata.id", "users/7")`.
//!
//! `changes_since()` returns an error if the entities in a navigation property changed. To send changes of entities in
//! navigation properties to a service that supports deep updates (OData 4.01), use `deep_changes_since()`.

#[cfg(feature = "http")]
mod arguments;
mod builder;
mod changes;
mod deep_changes;
mod invalid_body;
mod members;
mod navigation;
mod selection;
mod sentinel;
mod update;
mod value_path;
mod write;

#[cfg(feature = "http")]
pub(crate) use arguments::of_function;
pub use invalid_body::InvalidBody;
#[cfg(feature = "http")]
pub(crate) use write::{CheckedBody, to_json};

use core::fmt;
use core::marker::PhantomData;
use std::sync::Arc;

use self::members::Contents;
use self::selection::Purpose;
use self::value_path::ValuePath;
use crate::control;
use crate::metadata::StructuredType;
use crate::structured::ODataStructured;
use crate::untyped::{Members, Untyped, written};
use crate::value::ODataValue;

/// The body of a `POST` request that creates a `T`; see the [module](self).
pub type Create<T> = Body<T, ForCreate>;

/// The body of a `PATCH` request that updates a `T`; see the [module](self).
pub type Update<T> = Body<T, ForUpdate>;

/// The body of a request that calls an action with the parameters `T`.
pub type Parameters<T> = Body<T, ForAction>;

/// The body of a request that creates an entity, updates an entity or calls an action. `T` is the type of the entity,
/// or a struct with the parameters of the action.
///
/// Use the aliases [`Create`], [`Update`] and [`Parameters`]. Serializing a body calls [`check`](Self::check), and
/// fails if `check` returns an error.
pub struct Body<T, P> {
    /// A clone of the body shares the members.
    members: Arc<Contents>,
    metadata: &'static StructuredType,
    /// Whether [`Self::check`] returns an error if a required key property is missing.
    requires_key: bool,
    /// Whether the body is a deep update. A deep update can change related entities.
    is_deep: bool,
    /// The error that [`Self::check`] returns after a method such as `set` failed.
    failure: Option<InvalidBody>,
    marker: PhantomData<fn() -> (T, P)>,
}

/// Marker type for the [`Body`] of a create request.
#[derive(Debug)]
pub enum ForCreate {}

/// Marker type for the [`Body`] of an update request.
#[derive(Debug)]
pub enum ForUpdate {}

/// Marker type for the [`Body`] of an action call.
#[derive(Debug)]
pub enum ForAction {}

impl<T: ODataStructured> Create<T> {
    /// Creates the body of a create request with the property values of an entity.
    ///
    /// The body contains no computed properties, no control information from a response, and no empty `Vec`s. To send
    /// an empty collection, declare the field as `Option<Vec<_>>`, or call [`set`](Self::set). The body contains the
    /// key if the key is set and not computed; see [Keys](self#keys).
    ///
    /// The service also creates the new entities in the navigation properties of `value`. An entity with an `@odata.id`
    /// in a navigation property is sent as a reference to an existing entity.
    ///
    /// # Errors
    ///
    /// Returns an error if a required key property is missing. Returns an error if a navigation property contains an
    /// existing entity without an `@odata.id`. Returns an error if a value is the sentinel of an evolvable enumeration
    /// or can't be serialized.
    pub fn of(value: &T) -> Result<Self, InvalidBody> {
        let metadata = value.instance_type();
        let members = Contents::build(|| {
            selection::members(members_of(value)?, metadata, Purpose::Create, &ValuePath::Body)
        })?;
        Self { requires_key: true, ..Self::of_members(members, metadata) }.checked()
    }
}

impl<T: ODataStructured> Parameters<T> {
    /// Creates the body of a request that calls an action with the given parameters.
    ///
    /// Each property of `parameters` is a parameter of the action. The body of an action call also contains computed
    /// properties and empty `Vec`s, unlike the body of a create request. Fields with the value `None` are omitted from
    /// the body. Control information in `parameters`, such as `@odata.etag`, isn't sent, except for `@odata.type`,
    /// `@odata.bind` and the `@odata.id` of a nested entity.
    ///
    /// # Errors
    ///
    /// Returns an error if a value is the sentinel of an evolvable enumeration or can't be serialized.
    pub fn of(parameters: &T) -> Result<Self, InvalidBody> {
        let metadata = parameters.instance_type();
        let members = Contents::build(|| {
            selection::members(members_of(parameters)?, metadata, Purpose::Parameters, &ValuePath::Body)
        })?;
        Self::of_members(members, metadata).checked()
    }
}

impl<T, P> Body<T, P> {
    fn of_members(members: Contents, metadata: &'static StructuredType) -> Self {
        Self {
            members: Arc::new(members),
            metadata,
            requires_key: false,
            is_deep: false,
            failure: None,
            marker: PhantomData,
        }
    }

    fn checked(self) -> Result<Self, InvalidBody> {
        self.check()?;
        Ok(self)
    }

    /// Checks whether the body can be sent.
    ///
    /// # Errors
    ///
    /// Returns an error if a required key property is missing. Also returns an error if a value can't be sent, for
    /// example the sentinel of an evolvable enumeration.
    pub fn check(&self) -> Result<(), InvalidBody> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        if self.requires_key {
            navigation::require_key(self.members(), self.metadata, &ValuePath::Body)?;
        }
        sentinel::reject(self.members(), Some(self.metadata))
    }

    /// Checks whether the body contains no members other than `@odata.type`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members().iter().all(|(name, _)| name == control::TYPE)
    }

    /// Checks whether the body is a deep update, which changes related entities. Only OData 4.01 services support deep
    /// updates.
    #[must_use]
    pub const fn is_deep(&self) -> bool {
        self.is_deep
    }

    /// Returns the members of the body. A [`Binary`](crate::Binary) value is in base64url, unless its
    /// [`alphabet`](crate::Binary::alphabet) is standard base64.
    #[must_use]
    pub fn members(&self) -> &Members {
        self.members.url_safe()
    }

    /// Returns the metadata of the type of the body: the created or updated type, or the type of the action's parameters.
    #[must_use]
    pub const fn metadata(&self) -> &'static StructuredType {
        self.metadata
    }
}

/// Serializes an entity or complex value, and returns all members of the JSON object.
fn members_of<T: ODataValue>(value: &T) -> Result<Members, InvalidBody> {
    match written(value).map_err(|error| InvalidBody::new(error.to_string()))? {
        Untyped::Object(members) => Ok(members),
        _ => Err(InvalidBody::new(format!(
            "a value of the type `{}` isn't serialized as a JSON object",
            T::TYPE
        ))),
    }
}

impl<T, P> Clone for Body<T, P> {
    fn clone(&self) -> Self {
        Self { members: Arc::clone(&self.members), failure: self.failure.clone(), ..*self }
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

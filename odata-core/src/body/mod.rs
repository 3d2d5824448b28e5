//! What a client may send: the bodies of create and update requests.
//!
//! Writing a value by itself, with `serde_json::to_string(&operation)`, writes everything that it holds. A service refuses much of
//! that: what it computes itself, the key of what exists already, its own annotations. So there are bodies of their own. One for
//! creating has no computed property; one for updating has what is to be changed and nothing else, nulls where they were
//! asked for.
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
//! // Or by difference: what was read, changed, against what was read.
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

mod builder;
mod changes;
mod sendable;
mod sentinel;
mod write;

use core::fmt;
use core::marker::PhantomData;

use crate::control;
use crate::metadata::{Property, StructuredType};
use crate::structured::ODataStructured;
use crate::untyped::{Members, Untyped, written};
use crate::value::ODataValue;

/// The body of a request that creates a `T`; see the [module](self).
pub type Create<T> = Body<T, ForCreate>;

/// The body of a request that changes a `T`; see the [module](self).
pub type Update<T> = Body<T, ForUpdate>;

/// The body of a request that creates or changes a `T`.
///
/// Writing it fails when it has what a client must not send: the sentinel of an evolvable enumeration.
pub struct Body<T, P> {
    members: Members,
    metadata: &'static StructuredType,
    /// The value that could not be written, when there is one.
    failure: Option<InvalidBody>,
    marker: PhantomData<fn() -> (T, P)>,
}

/// That a [`Body`] creates.
#[derive(Debug)]
pub enum ForCreate {}

/// That a [`Body`] changes.
#[derive(Debug)]
pub enum ForUpdate {}

/// Why a body is not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidBody(String);

impl InvalidBody {
    #[cfg(feature = "http")]
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
    /// The body that creates an instance like this: without computed properties, and without what only a service says.
    ///
    /// An entity in a navigation property is created with it, unless it has a key that only the service gives: that one exists
    /// already, and is left out. To link it, [bind](Self::bind) it.
    ///
    /// # Errors
    ///
    /// The value can't be written, or has the sentinel of an evolvable enumeration.
    pub fn of(value: &T) -> Result<Self, InvalidBody> {
        let metadata = value.instance_type();
        let all = sendable::without_existing(members_of(value)?, metadata);
        Self::checked(sendable::members(&all, Some(metadata), true), metadata)
    }
}

impl<T: ODataStructured> Update<T> {
    /// The body that makes of one value the other.
    ///
    /// It has what an update can change: neither key, computed and immutable properties nor what navigation properties lead to,
    /// which have requests of their own. A complex value is merged, a collection is replaced whole, what is no longer there
    /// is `null`.
    ///
    /// # Errors
    ///
    /// One of them can't be written, they are of different types or have different keys, or a change is to the sentinel of an
    /// evolvable enumeration.
    pub fn between(original: &T, changed: &T) -> Result<Self, InvalidBody> {
        let metadata = changed.instance_type();
        let [before, after] = [members_of(original)?, members_of(changed)?];
        let types = [&before, &after].map(|members| members.get(control::TYPE));
        if types[0] != types[1] || original.instance_type().tag() != metadata.tag() {
            let name = original.instance_type().qualified_name();
            return Err(InvalidBody(format!(
                "an update can't change the type of an instance: the original is `{name}`"
            )));
        }
        refuse_other_key(&before, &after, metadata)?;
        let mut members = Members::default();
        if let Some(tag) = types[1] {
            members.push(control::TYPE.into(), tag.clone());
        }
        members.append(changes::between(&before, &after, Some(metadata)));
        Self::checked(members, metadata)
    }
}

impl<T, P> Body<T, P> {
    fn checked(members: Members, metadata: &'static StructuredType) -> Result<Self, InvalidBody> {
        let body = Self { members, metadata, failure: None, marker: PhantomData };
        body.check()?;
        Ok(body)
    }

    /// Whether it can be sent.
    ///
    /// # Errors
    ///
    /// It can't: a value can't be written, or is the sentinel of an evolvable enumeration.
    pub fn check(&self) -> Result<(), InvalidBody> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        sentinel::refuse(&self.members, Some(self.metadata))
    }

    /// Whether it says nothing but the type of the instance.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.iter().all(|(name, _)| name == control::TYPE)
    }

    /// What it says.
    #[must_use]
    pub const fn members(&self) -> &Members {
        &self.members
    }

    /// The type that it is a body of.
    #[must_use]
    pub const fn metadata(&self) -> &'static StructuredType {
        self.metadata
    }
}

/// Refuses two values that are not the same instance.
fn refuse_other_key(
    before: &Members,
    after: &Members,
    metadata: &'static StructuredType,
) -> Result<(), InvalidBody> {
    for name in metadata.key_properties().map(Property::name) {
        if before.get(name).zip(after.get(name)).is_some_and(|(before, after)| before != after) {
            return Err(InvalidBody(format!(
                "an update can't change the key `{name}`: these are two instances"
            )));
        }
    }
    Ok(())
}

/// Everything that a value holds, as it is written.
fn members_of<T: ODataValue>(value: &T) -> Result<Members, InvalidBody> {
    match written(value).map_err(|error| InvalidBody(error.to_string()))? {
        Untyped::Object(members) => Ok(members),
        _ => Err(InvalidBody(format!("`{}` is not written as an object", T::TYPE))),
    }
}

impl<T, P> Clone for Body<T, P> {
    fn clone(&self) -> Self {
        Self {
            members: self.members.clone(),
            metadata: self.metadata,
            failure: self.failure.clone(),
            marker: PhantomData,
        }
    }
}

impl<T, P> PartialEq for Body<T, P> {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members && self.failure == other.failure
    }
}

impl<T, P> fmt::Debug for Body<T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.members, f)
    }
}

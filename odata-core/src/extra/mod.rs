//! `Extra`: the undeclared members of an instance.

mod control_information;
mod iter;
mod order;
mod stored;
mod typed;

use core::fmt;

use crate::control;
use crate::untyped::{MemberIter, Members, NameIndex, Untyped};

pub(crate) use crate::untyped::Duplicate;
pub use control_information::StreamLinks;
pub(crate) use order::{annotations_of, has_property_annotations, leading, trailing};
pub(crate) use stored::MembersText;
use stored::Stored;

/// The undeclared members of an instance: dynamic properties, annotations and control information, in document order.
///
/// A struct with a field `#[odata(extra)] extra: Extra` is lossless: properties that a service adds later are preserved
/// and serialized again. The names of control information have the form of OData 4.0 (`@odata.etag`), even if the
/// payload has the short names of OData 4.01 (`@etag`). Two `Extra` values with the same members are equal, even if the
/// order of the members differs, because serialization always uses the order that OData requires. An `Extra` has the
/// size of a pointer, and an empty `Extra` doesn't allocate memory.
///
/// The functions in [`json`](crate::json) store undeclared members as JSON text if possible. The text is parsed when the
/// program accesses the members for the first time. For a `HashSet` of entities, clippy therefore reports
/// `mutable_key_type`. The warning can be ignored, because parsing the text doesn't change the hash.
///
/// Usually, an `Extra` contains no `@odata.type`, because serialization writes the `@odata.type` of the Rust type.
/// Deserialization stores `@odata.type` in the `Extra` only if serialization of the Rust type wouldn't write the same
/// type, for example if the derived type is unknown. If an `Extra` contains `@odata.type`, serialization writes this
/// `@odata.type` instead of the name of the Rust type.
///
/// ```
/// use odata_core::{Extra, ODataComplex};
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "microsoft.graph")]
/// struct Identity {
///     id: Option<String>,
///     #[odata(extra)]
///     extra: Extra,
/// }
///
/// let payload = r#"{"id":"1","userPrincipalName":"pat@contoso.example"}"#;
/// let identity: Identity = serde_json::from_str(payload)?;
/// assert_eq!(identity.extra.get_str("userPrincipalName"), Some("pat@contoso.example"));
/// assert_eq!(serde_json::to_string(&identity)?, payload);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Extra {
    /// The members of the `Extra`. An empty `Extra` always contains `None`. `Some` with empty `Members` never occurs,
    /// because it wouldn't be equal to `None`.
    stored: Option<Box<Stored>>,
}

/// The type of a field with `#[odata(extra)]`. [`Extra`] is the only type that implements `IsExtra`.
#[diagnostic::on_unimplemented(
    message = "a field with `extra` must have the type `Extra`, not `{Self}`",
    label = "not the type `odata_core::Extra`",
    note = "use `odata_core::Extra`, which preserves undeclared properties and annotations in their order"
)]
pub trait IsExtra {
    /// Returns the `Extra` in a field with `#[odata(extra)]`.
    fn extra(&self) -> &Extra;

    /// Creates the value of a field with `#[odata(extra)]` from an `Extra`.
    fn of_extra(extra: Extra) -> Self;
}

impl IsExtra for Extra {
    fn extra(&self) -> &Extra {
        self
    }

    fn of_extra(extra: Extra) -> Self {
        extra
    }
}

impl Extra {
    /// Creates an empty `Extra`.
    #[must_use]
    pub const fn new() -> Self {
        Self { stored: None }
    }

    /// Checks whether the `Extra` has no members.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.stored.is_none()
    }

    /// Returns the number of members of the `Extra`.
    #[must_use]
    pub fn len(&self) -> usize {
        self.stored.as_ref().map_or(0, |stored| stored.members().len())
    }

    /// Returns the value of a dynamic property (`nickname`), of an annotation (`@Org.OData.Core.V1.Description`,
    /// `nickname@Contoso.Source`) or of control information (`@odata.etag`).
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Untyped> {
        self.stored.as_ref()?.members().get(&control::normalized(name))
    }

    /// Returns the value of the member with the name `name` if the value is a string.
    #[must_use]
    pub fn get_str(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// Sets the value of a member of the `Extra` and returns the member's previous value. A new member is appended, and
    /// an existing member keeps its position in document order.
    pub fn insert(&mut self, name: &str, value: impl Into<Untyped>) -> Option<Untyped> {
        self.members_mut().insert(control::normalized(name), value)
    }

    /// Removes the member with the name `name` from the `Extra` and returns the member's value.
    pub fn remove(&mut self, name: &str) -> Option<Untyped> {
        let members = self.stored.as_mut()?.members_mut();
        let removed = members.remove(&control::normalized(name));
        if members.is_empty() {
            self.stored = None;
        }
        removed
    }

    /// Iterates over the names and values of all members of the `Extra` in document order.
    #[must_use]
    pub fn iter(&self) -> MemberIter<'_> {
        self.stored.as_ref().map_or_else(MemberIter::default, |stored| stored.members().iter())
    }

    /// Iterates over the dynamic properties in document order, and skips annotations and control information.
    pub fn dynamic_properties(&self) -> impl Iterator<Item = (&str, &Untyped)> {
        self.iter().filter(|(name, _)| !name.contains('@'))
    }

    /// Appends a member to the `Extra`, or returns an error if the `Extra` already has a member with the same name.
    pub(crate) fn push_new(
        &mut self,
        name: &str,
        value: Untyped,
        index: &mut NameIndex,
    ) -> Result<(), Duplicate> {
        self.members_mut().push_new(control::normalized(name).into(), value, index)
    }

    /// Reserves memory for `additional` members that the caller appends next. The function allocates memory even if
    /// `additional` is 0, so call it only before appending a member.
    pub(crate) fn reserve(&mut self, additional: usize) {
        self.members_mut().reserve(additional);
    }

    /// Removes or changes the members of the `Extra`. For each member, `take` returns the new value, or `None` to
    /// remove the member.
    pub(crate) fn try_retain<E>(
        &mut self,
        mut take: impl FnMut(&str, Untyped) -> Result<Option<Untyped>, E>,
    ) -> Result<(), E> {
        let mut retained = Members::default();
        for (name, value) in self.take_members() {
            if let Some(value) = take(&name, value)? {
                retained.push(name, value);
            }
        }
        self.set_members(retained);
        Ok(())
    }

    /// Creates an `Extra` with members that are parsed when they are accessed. The text must contain at least one
    /// member.
    pub(crate) fn from_text(text: MembersText) -> Self {
        Self { stored: Some(Box::new(Stored::from_text(text))) }
    }

    /// Returns the members as the text of a JSON object, if a JSON writer writes all members unchanged after the
    /// declared properties.
    pub(crate) fn canonical_text(&self) -> Option<&str> {
        let text = self.stored.as_ref()?.text().filter(|text| text.is_canonical)?;
        Some(&text.object)
    }

    /// Returns the members for a change that leaves at least one member.
    fn members_mut(&mut self) -> &mut Members {
        self.stored.get_or_insert_default().members_mut()
    }

    /// Removes all members of the `Extra` and returns the members.
    fn take_members(&mut self) -> Members {
        self.stored.take().map_or_else(Members::default, |stored| stored.into_members())
    }

    fn set_members(&mut self, members: Members) {
        self.stored = (!members.is_empty()).then(|| Box::new(members.into()));
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

//! Entities in the navigation properties of a body: new entities, and references to existing entities.

use super::InvalidBody;
use super::selection::{self, Purpose};
use super::value_path::ValuePath;
use crate::metadata::{KeyAccess, Property, StructuredType, ValueType};
use crate::untyped::{Members, Untyped};

/// The name of the annotation that contains the URL of an entity. An entity in a navigation property that has an
/// `@odata.id` is sent as a reference to an existing entity.
pub(super) const ID: &str = "@odata.id";

/// The control information that shows that an entity exists already. For example, only an entity that was read from a
/// response has an `@odata.etag`.
const OF_EXISTING_ENTITIES: [&str; 3] = ["@odata.etag", "@odata.editLink", "@odata.readLink"];

/// An entity in a navigation property of a request body.
enum Child {
    /// The URL of an existing entity, which is sent in an `@odata.bind` annotation.
    Reference(Untyped),
    /// A new entity that the service creates. For a navigation property with the value `null`, this variant contains
    /// `null`.
    New(Untyped),
}

/// Adds the entities in a navigation property to a request body. New entities are added as the value of the navigation
/// property. The URLs of existing entities are added as a binding, such as `manager@odata.bind`.
///
/// # Errors
///
/// Returns an error if the navigation property contains an existing entity without an `@odata.id`, or a new entity
/// without a required key property. An entity with a computed key or an `@odata.etag` is an existing entity.
pub(super) fn add(
    sent: &mut Members,
    property: &'static Property,
    value: Untyped,
    purpose: Purpose,
    path: &ValuePath<'_>,
) -> Result<(), InvalidBody> {
    let (name, value_type) = (property.name(), property.value_type());
    let binding = format!("{name}@odata.bind");
    let Untyped::Collection(elements) = value else {
        match child(value, value_type, purpose, path)? {
            Child::Reference(url) => bind(sent, &binding, url)?,
            Child::New(value) => sent.push(name.into(), value),
        }
        return Ok(());
    };
    let element_type = value_type.element().copied().unwrap_or(value_type);
    let (mut new, mut references) = (Vec::new(), Vec::new());
    for (index, element) in elements.into_iter().enumerate() {
        match child(element, element_type, purpose, &path.element(index))? {
            Child::Reference(url) => references.push(url),
            Child::New(value) => new.push(value),
        }
    }
    if !new.is_empty() || references.is_empty() {
        sent.push(name.into(), Untyped::Collection(new));
    }
    if !references.is_empty() {
        bind(sent, &binding, Untyped::Collection(references))?;
    }
    Ok(())
}

/// Adds a binding such as `manager@odata.bind` to a request body. If the body already contains a binding of the same
/// collection-valued navigation property, the URLs are appended to the existing binding.
///
/// # Errors
///
/// Returns an error if the body already binds a single-valued navigation property to a different URL.
pub(super) fn bind(sent: &mut Members, binding: &str, urls: Untyped) -> Result<(), InvalidBody> {
    let urls = match (sent.get(binding), urls) {
        (Some(Untyped::Collection(earlier)), Untyped::Collection(urls)) => {
            Untyped::Collection(earlier.iter().cloned().chain(urls).collect())
        }
        (Some(earlier), urls) if *earlier != urls => {
            return Err(InvalidBody::new(format!(
                "`{binding}` has two different URLs: remove either the binding or the `@odata.id` of the entity in the \
                 navigation property"
            )));
        }
        (_, urls) => urls,
    };
    sent.insert(binding, urls);
    Ok(())
}

fn child(
    value: Untyped,
    value_type: ValueType,
    purpose: Purpose,
    path: &ValuePath<'_>,
) -> Result<Child, InvalidBody> {
    let Untyped::Object(members) = value else { return Ok(Child::New(value)) };
    if let Some(url) = members.get(ID).filter(|url| !url.is_null()) {
        return Ok(Child::Reference(url.clone()));
    }
    let Some(metadata) = selection::structured(Some(value_type), &members) else {
        return Ok(Child::New(Untyped::Object(members)));
    };
    new_entity(members, metadata, purpose, path).map(|members| Child::New(Untyped::Object(members)))
}

/// Returns the members to send for a new entity in a navigation property.
///
/// # Errors
///
/// Returns an error if a required key property is missing. Returns an error if the entity exists already: the value of
/// its computed key is set, or it has an `@odata.etag`.
pub(super) fn new_entity(
    members: Members,
    metadata: &'static StructuredType,
    purpose: Purpose,
    path: &ValuePath<'_>,
) -> Result<Members, InvalidBody> {
    if let Some(evidence) = evidence_of_existence(&members, metadata) {
        return Err(InvalidBody::new(format!(
            "`{path}` is an existing entity, since it has {evidence}: bind it with `bind`, set its `@odata.id`, or \
             remove it from the navigation property; to create a copy of it, remove its key and its control information"
        )));
    }
    require_key(&members, metadata, path)?;
    selection::members(members, metadata, purpose, path)
}

/// Describes the member that shows that an entity exists already, such as a computed key or `@odata.etag`. Returns
/// `None` for a new entity.
fn evidence_of_existence(members: &Members, metadata: &'static StructuredType) -> Option<String> {
    let is_set = |name: &str| members.get(name).is_some_and(|value| !value.is_null());
    let mut keys = metadata.key_properties().filter(|property| metadata.is_computed(property));
    let key = keys.find(|property| is_set(property.name()));
    key.map(|key| format!("the computed key `{}`", key.name())).or_else(|| {
        let control = OF_EXISTING_ENTITIES.into_iter().find(|name| is_set(name))?;
        Some(format!("`{control}`"))
    })
}

/// Checks that all required key properties of an entity are set.
///
/// # Errors
///
/// Returns an error that names the first missing key property. A key property in a referential constraint may be
/// missing, because the service copies its value from the parent entity.
pub(super) fn require_key(
    members: &Members,
    metadata: &'static StructuredType,
    path: &ValuePath<'_>,
) -> Result<(), InvalidBody> {
    let mut required = metadata.key_properties().filter(|property| {
        metadata.key_access(property) == Some(KeyAccess::Required) && !property.is_dependent()
    });
    match required.find(|property| members.get(property.name()).is_none_or(Untyped::is_null)) {
        None => Ok(()),
        Some(property) => Err(InvalidBody::new(format!(
            "`{}` is missing: it is a required key property of `{}`",
            path.member(property.name()),
            metadata.qualified_name(),
        ))),
    }
}

//! Functions that select which members of a value are sent in a request body.

use super::value_path::ValuePath;
use super::{InvalidBody, navigation};
use crate::control;
use crate::metadata::{PrimitiveType, Property, StructuredKind, StructuredType, TypeKind, ValueType};
use crate::untyped::{Members, Untyped};

/// The purpose for which a value is sent. The purpose determines which members of the value the request body contains.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A create request. The body contains no computed properties, no streams and no empty `Vec`s.
    Create,
    /// A value in a create or update request that the caller passes to `set`, such as `set(User::ADDRESS, address)`.
    /// The computed properties and stream properties of `address` aren't sent.
    Set,
    /// A call of an action with `Parameters::of(&value)`: each property of `value` is a parameter of the action. The
    /// body contains all parameters that have a value.
    Parameters,
    /// A call of an action or function with a Rust struct that implements `ODataOperation`: each field of the struct is
    /// a parameter. The body contains all parameters that have a value. An object has an `@odata.type` only if its type
    /// differs from the declared type of the parameter or property.
    Operation,
}

impl Purpose {
    const fn includes_all(self) -> bool {
        matches!(self, Self::Parameters | Self::Operation)
    }
}

/// Returns the members of an entity or complex value that are sent in a request. For example, a create request omits
/// computed properties.
///
/// # Errors
///
/// Returns an error if a navigation property contains an existing entity without an `@odata.id`, or a new entity
/// without a required key property; see [`navigation::add`].
pub(super) fn members(
    all: Members,
    metadata: &'static StructuredType,
    purpose: Purpose,
    path: &ValuePath<'_>,
) -> Result<Members, InvalidBody> {
    let may_be_reference = !matches!(path, ValuePath::Body) && metadata.kind() == StructuredKind::Entity;
    let mut sent = Members::default();
    for (name, member) in all {
        let (target, term) = split(&name);
        let property = metadata.property_named(target);
        let is_excluded = !purpose.includes_all() && property.is_some_and(|it| is_never_sent(metadata, it));
        if !is_sent((target, term), may_be_reference) || is_excluded {
            continue;
        }
        let path = path.member(&name);
        match property.filter(|_| term.is_none()) {
            Some(property) if purpose == Purpose::Create && is_unset_collection(property, &member) => {}
            Some(property) if property.is_navigation() && !purpose.includes_all() => {
                navigation::add(&mut sent, property, member, purpose, &path)?;
            }
            property => {
                let value = value(member, property.map(Property::value_type), purpose, &path)?;
                add(&mut sent, name, value)?;
            }
        }
    }
    Ok(sent)
}

/// Adds a member to a request body.
///
/// If the body already contains the binding `name`, such as `members@odata.bind`, appends the URLs in `value` to the
/// existing binding.
fn add(sent: &mut Members, name: Box<str>, value: Untyped) -> Result<(), InvalidBody> {
    if name.ends_with("@odata.bind") {
        return navigation::bind(sent, &name, value);
    }
    sent.push(name, value);
    Ok(())
}

/// Returns a value without the members that aren't sent in a request. For example, a create request omits
/// computed properties.
///
/// # Errors
///
/// Returns an error if a navigation property in the value contains an existing entity without an `@odata.id`, or a new
/// entity without a required key property; see [`navigation::add`].
pub(super) fn value(
    value: Untyped,
    value_type: Option<ValueType>,
    purpose: Purpose,
    path: &ValuePath<'_>,
) -> Result<Untyped, InvalidBody> {
    match value {
        Untyped::Object(all) => match structured(value_type, &all) {
            Some(metadata) => {
                let mut sent = members(all, metadata, purpose, path)?;
                if purpose == Purpose::Operation && has_declared_type(&sent, value_type) {
                    sent.remove(control::TYPE);
                }
                Ok(Untyped::Object(sent))
            }
            None => Ok(Untyped::Object(all)),
        },
        Untyped::Collection(elements) => {
            let element_type = value_type.and_then(|value_type| value_type.element().copied());
            let elements = elements.into_iter().enumerate();
            let sent = elements
                .map(|(index, element)| self::value(element, element_type, purpose, &path.element(index)));
            sent.collect::<Result<_, _>>().map(Untyped::Collection)
        }
        value => Ok(value),
    }
}

/// Returns the declared property to which a member belongs: the property `manager` for the member `manager` and for its
/// annotations, such as `manager@odata.bind`.
pub(super) fn declared(metadata: &'static StructuredType, name: &str) -> Option<&'static Property> {
    metadata.property_named(split(name).0)
}

/// Splits the name of a member, such as `manager@odata.bind`, into the name of the property and the term of the annotation. The
/// term is `None` if the member isn't an annotation.
pub(super) fn split(name: &str) -> (&str, Option<&str>) {
    // Most names are short. For a short name, `split_once` takes longer than a search byte by byte.
    let at = name.bytes().position(|byte| byte == b'@');
    at.map_or((name, None), |at| (&name[..at], Some(&name[at + 1..])))
}

/// Returns the metadata of an object's type, or `None` if `value_type` is neither an entity type nor a complex type. If
/// `value_type` is a polymorphic enum, the `@odata.type` of the object determines the object's type.
pub(super) fn structured(
    value_type: Option<ValueType>,
    members: &Members,
) -> Option<&'static StructuredType> {
    match value_type?.kind() {
        TypeKind::Structured(metadata) => Some(metadata()),
        TypeKind::Polymorphic(declared, types) => {
            let named =
                members.get(control::TYPE).and_then(Untyped::as_str).and_then(|uri| types().find(uri, None));
            Some(named.map_or_else(declared, |(_, metadata)| metadata))
        }
        _ => None,
    }
}

/// Checks whether the `@odata.type` of an object is the declared type. An object of the declared type needs no
/// `@odata.type` (OData 4.01 JSON format, clause 4.6.3).
fn has_declared_type(members: &Members, value_type: Option<ValueType>) -> bool {
    let declared = value_type.and_then(|value_type| value_type.structured());
    let annotation = members.get(control::TYPE).and_then(Untyped::as_str);
    declared.is_some_and(|declared| annotation == Some(declared.type_annotation()))
}

/// Checks whether a property is never sent in a create or update request, because it is computed or a stream.
pub(super) fn is_never_sent(metadata: &'static StructuredType, property: &'static Property) -> bool {
    metadata.is_computed(property)
        || matches!(property.value_type().kind(), TypeKind::Primitive(PrimitiveType::Stream))
}

/// Checks whether the value of a property is an empty `Vec`. Create requests omit empty `Vec`s.
///
/// Returns `false` for the value `Some(vec![])` of an `Option<Vec<_>>` field, because `None` represents an unset
/// collection.
fn is_unset_collection(property: &'static Property, value: &Untyped) -> bool {
    let value_type = property.value_type();
    matches!(value_type.kind(), TypeKind::Collection(_))
        && !value_type.is_nullable()
        && value.as_collection().is_some_and(<[Untyped]>::is_empty)
}

/// Checks whether a member is sent in a request body. `name` is the name of the member as [`split`] returns it.
///
/// The only control information that is sent is `@odata.type`, `@odata.bind` and the `@odata.id` of a nested entity.
/// Operations that a response advertises, such as the member `#microsoft.graph.security.close`, aren't sent.
pub(super) fn is_sent(name: (&str, Option<&str>), may_be_reference: bool) -> bool {
    match name {
        (name, None) => !name.bytes().any(|byte| byte == b'#'),
        (_, Some("odata.type" | "odata.bind")) => true,
        ("", Some("odata.id")) => may_be_reference,
        (_, Some(term)) => !term.starts_with("odata."),
    }
}

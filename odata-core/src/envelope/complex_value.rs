//! Complex values in a response body: either the value itself (`{"timeZone": "UTC"}`), or a wrapper object that
//! contains the value (`{"value": {"timeZone": "UTC"}}`).

use core::fmt;
use core::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Error as _, SerializeMap, Serializer};

use super::{VALUE, write_value};
use crate::control;
use crate::error;
use crate::extra::Extra;
use crate::metadata::{StructuredType, TypeKind, TypeSet};
use crate::untyped::{Members, NameIndex, Untyped, written};
use crate::value::{ODataValue, ReadValue};

/// Reads a complex value, an entity or an untyped value, and the annotations of the response. The value is either the
/// response body itself, or is in a wrapper object `{"value": …}`.
pub(super) fn read_complex<'de, T: ReadValue<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<(T, Extra), D::Error> {
    deserializer.deserialize_map(ComplexVisitor(PhantomData)).map_err(error::located)
}

struct ComplexVisitor<T>(PhantomData<T>);

impl<'de, T: ReadValue<'de>> Visitor<'de> for ComplexVisitor<T> {
    type Value = (T, Extra);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of type `{}`", T::TYPE)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(T, Extra), A::Error> {
        let mut leading = LeadingMembers::default();
        let declares_value = T::TYPE.structured().is_some_and(|metadata| metadata.declares(VALUE));
        let next = leading.read(&mut map, declares_value)?;
        if next.is_none() && leading.is_wrapper(T::TYPE.kind()) {
            let (value, extra) = leading.into_wrapped();
            let value = T::read(value).map_err(|error| error::in_member(error::converted(&error), VALUE))?;
            return Ok((value, extra));
        }
        let mut context = leading.members.remove(control::CONTEXT);
        let buffered = leading.members.into_iter();
        let members = Replay { buffered, value: None, next, map, context: &mut context };
        let value = T::read(MapAccessDeserializer::new(members))?;
        Ok((value, context.map(|context| (control::CONTEXT, context)).into_iter().collect()))
    }
}

/// The members of a JSON object, such as `@odata.context`, that are read before it is known whether the object is a
/// complex value or a wrapper object `{"value": …}`.
#[derive(Default)]
struct LeadingMembers {
    members: Members,
    names: NameIndex,
}

impl LeadingMembers {
    /// Buffers the members of an object until a property, such as `timeZone`, shows that the object is a complex value,
    /// not a wrapper object `{"value": …}`. Returns the name of the property that was found, such as `timeZone`, or
    /// `None` if all members of the object were buffered.
    ///
    /// If `declares_value` is `true`, the complex type has a property `value`, and the member `value` is read as this
    /// property.
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        map: &mut A,
        declares_value: bool,
    ) -> Result<Option<String>, A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if !name.contains('@') && (declares_value || name != VALUE) {
                return Ok(Some(name));
            }
            let value: Untyped = map.next_value().map_err(|error| error::in_member(error, &name))?;
            let name = control::normalized(&name).into();
            self.members.push_new(name, value, &mut self.names).map_err(A::Error::custom)?;
        }
        Ok(None)
    }

    /// Checks whether the buffered members are a wrapper object `{"value": …}`, and not a complex value with a declared
    /// property `value`.
    fn is_wrapper(&self, kind: TypeKind) -> bool {
        let type_annotation = self.members.get(control::TYPE).and_then(Untyped::as_str);
        self.members.get(VALUE).is_some()
            && !declared_type(kind, type_annotation).is_some_and(|metadata| metadata.declares(VALUE))
    }

    /// Returns the member `value` of a wrapper object `{"value": …}`, and all other members of the wrapper object as
    /// annotations.
    fn into_wrapped(mut self) -> (Untyped, Extra) {
        let value = self.members.remove(VALUE).unwrap_or_default();
        (value, self.members.into_iter().collect())
    }
}

/// Returns the type that the annotation `@odata.type` names. If `@odata.type` is absent or names an unknown type,
/// returns the declared type.
fn declared_type(kind: TypeKind, type_annotation: Option<&str>) -> Option<&'static StructuredType> {
    let (declared, types) = match kind {
        TypeKind::Structured(metadata) => (metadata(), TypeSet::One(metadata())),
        TypeKind::Polymorphic(metadata, types) => (metadata(), types()),
        _ => return None,
    };
    let named = type_annotation.and_then(|type_annotation| types.find(type_annotation, None));
    Some(named.map_or(declared, |(_, metadata)| metadata))
}

/// A serde `MapAccess` for the whole object: first the buffered members, and then the rest of the input without
/// `@odata.context`.
struct Replay<'c, A> {
    buffered: <Members as IntoIterator>::IntoIter,
    /// The value of the current member, if the current member was buffered.
    value: Option<Untyped>,
    /// The name of the member after the buffered members, such as `timeZone`. The value of this member is still in
    /// `map`.
    next: Option<String>,
    map: A,
    context: &'c mut Option<Untyped>,
}

impl<'de, A: MapAccess<'de>> Replay<'_, A> {
    /// Returns the name of the next member in the input, after all buffered members. The member `@odata.context` is
    /// skipped, and its value is stored in `self.context`.
    fn next_name(&mut self) -> Result<Option<String>, A::Error> {
        if let Some(name) = self.next.take() {
            return Ok(Some(name));
        }
        while let Some(name) = self.map.next_key::<String>()? {
            if control::normalized(&name) != control::CONTEXT {
                return Ok(Some(name));
            }
            if self.context.replace(self.map.next_value()?).is_some() {
                return Err(A::Error::custom(format_args!("duplicate property `{}`", control::CONTEXT)));
            }
        }
        Ok(None)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some((name, value)) = self.buffered.next() {
            self.value = Some(value);
            return seed.deserialize(StrDeserializer::new(&name)).map(Some);
        }
        let Some(name) = self.next_name()? else { return Ok(None) };
        seed.deserialize(StrDeserializer::new(&name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value).map_err(|error| error::converted(&error)),
            None => self.map.next_value_seed(seed),
        }
    }
}

/// Writes a complex value directly as the response body, without a wrapper object `{"value": …}`.
///
/// A complex value whose only property is a dynamic property `value` is written in a wrapper object, as
/// `{"value": {"value": 1}}`, because `{"value": 1}` would be read as a wrapper object.
pub(super) fn write_complex<T: ODataValue, S: Serializer>(
    value: &T,
    extra: &Extra,
    declared: &'static StructuredType,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let Untyped::Object(members) = written(value).map_err(S::Error::custom)? else {
        return write_value(value, extra, serializer);
    };
    let mut properties = members.iter().filter(|(name, _)| !name.contains('@')).map(|(name, _)| name);
    if properties.next() == Some(VALUE) && properties.next().is_none() && !declared.declares(VALUE) {
        return write_value(value, extra, serializer);
    }
    let mut map = serializer.serialize_map(None)?;
    for (name, member) in extra.iter().filter(|(name, _)| members.get(name).is_none()) {
        map.serialize_entry(name, member)?;
    }
    members.iter().try_for_each(|(name, member)| map.serialize_entry(name, member))?;
    map.end()
}

//! A complex value by itself: the object, or an object with the member `value` around it.

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

/// Reads a complex value, an entity or an untyped value in either form, and what annotates the response.
pub(super) fn read_complex<'de, T: ReadValue<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<(T, Extra), D::Error> {
    deserializer.deserialize_map(ComplexVisitor(PhantomData)).map_err(error::located)
}

struct ComplexVisitor<T>(PhantomData<T>);

impl<'de, T: ReadValue<'de>> Visitor<'de> for ComplexVisitor<T> {
    type Value = (T, Extra);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object, `{}`", T::TYPE)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(T, Extra), A::Error> {
        let mut head = Head::default();
        let declares_value = T::TYPE.structured().is_some_and(|metadata| metadata.declares(VALUE));
        let next = head.read(&mut map, declares_value)?;
        if next.is_none() && head.is_wrapper(T::TYPE.kind()) {
            let (value, extra) = head.into_wrapped();
            let value = T::read(value).map_err(|error| error::in_member(error::converted(&error), VALUE))?;
            return Ok((value, extra));
        }
        let mut context = head.members.remove(control::CONTEXT);
        let buffered = head.members.into_iter();
        let members = Replay { buffered, value: None, next, map, context: &mut context };
        let value = T::read(MapAccessDeserializer::new(members))?;
        Ok((value, context.map(|context| (control::CONTEXT, context)).into_iter().collect()))
    }
}

/// The annotations at the start of an object and its member `value`, as far as no other member was read.
#[derive(Default)]
struct Head {
    members: Members,
    names: NameIndex,
}

impl Head {
    /// Reads up to the first member that is neither an annotation nor perhaps a wrapper, and returns its name.
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

    /// Returns whether `value` is a wrapper, if there is no other property.
    fn is_wrapper(&self, kind: TypeKind) -> bool {
        let tag = self.members.get(control::TYPE).and_then(Untyped::as_str);
        self.members.get(VALUE).is_some()
            && !declared_type(kind, tag).is_some_and(|metadata| metadata.declares(VALUE))
    }

    /// Returns the wrapped value, and what is beside it.
    fn into_wrapped(mut self) -> (Untyped, Extra) {
        let value = self.members.remove(VALUE).unwrap_or_default();
        (value, self.members.into_iter().collect())
    }
}

/// Returns the type that `@odata.type` names, or the declared one.
fn declared_type(kind: TypeKind, tag: Option<&str>) -> Option<&'static StructuredType> {
    let (declared, types) = match kind {
        TypeKind::Structured(metadata) => (metadata(), TypeSet::One(metadata())),
        TypeKind::Polymorphic(metadata, types) => (metadata(), types()),
        _ => return None,
    };
    let named = tag.and_then(|tag| types.find(tag, None));
    Some(named.map_or(declared, |(_, metadata)| metadata))
}

/// The members of an object, some of which were read already, without the context of the response.
struct Replay<'c, A> {
    buffered: <Members as IntoIterator>::IntoIter,
    /// The value of the member whose name was returned, if it was read already.
    value: Option<Untyped>,
    /// The name that was read last.
    next: Option<String>,
    map: A,
    context: &'c mut Option<Untyped>,
}

impl<'de, A: MapAccess<'de>> Replay<'_, A> {
    /// Returns the name of the next member that isn't the context.
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

/// Writes a complex value without the member `value`, unless reading would take a dynamic property `value` for a wrapper.
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

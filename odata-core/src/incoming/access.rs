//! Adapters that implement serde's `MapAccess` for an [`Object`], and serde's `SeqAccess` for a [`Sequence`].

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::{Incoming, Object, Sequence};
use crate::read_error::ReadError;

/// An adapter that implements serde's `MapAccess` for an [`Object`].
pub(super) struct Members<'v, 'de>(pub(super) &'v mut dyn Object<'de>);

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        self.0.next_name()?.map(|name| seed.deserialize(name)).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        let (mut seed, mut read) = (Some(seed), None);
        self.0.next_value(false, &mut |value: Incoming<'_, 'de>| {
            read = seed.take().map(|seed| seed.deserialize(value)).transpose()?;
            Ok(())
        })?;
        read.ok_or_else(|| ReadError::new("the deserializer provided no value"))
    }
}

/// An adapter that implements serde's `SeqAccess` for a [`Sequence`].
pub(super) struct Elements<'v, 'de>(pub(super) &'v mut dyn Sequence<'de>);

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        let (mut seed, mut read) = (Some(seed), None);
        self.0.next(false, &mut |value: Incoming<'_, 'de>| {
            read = seed.take().map(|seed| seed.deserialize(value)).transpose()?;
            Ok(())
        })?;
        Ok(read)
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

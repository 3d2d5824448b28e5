//! Reads members before `@odata.type` again, if `@odata.type` names a derived type that declares these members.

use serde::de::Error;

use super::state::{ObjectState, in_slot, reject_undeclared};
use crate::incoming::{Receiver, read_value};
use crate::metadata::{Property, StructuredType};
use crate::read_error::ReadError;

impl ObjectState {
    /// Continues to read an object as an instance of the type `derived`. Members that were stored as undeclared become
    /// properties if `derived` declares them.
    #[inline]
    pub(crate) fn enter_derived(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'_>,
    ) -> Result<(), ReadError> {
        self.cursor.enter_derived(derived);
        if self.undeclared.is_empty() { Ok(()) } else { self.replay(target, derived) }
    }

    /// Moves members from `self.undeclared` to the properties of the type `metadata`. A member without a property of
    /// the same name stays in `self.undeclared`.
    fn replay(
        &mut self,
        target: &mut dyn Receiver<'_>,
        metadata: &'static StructuredType,
    ) -> Result<(), ReadError> {
        let mut undeclared = core::mem::take(&mut self.undeclared);
        undeclared.try_retain(|name, value| {
            let Some(slot) = metadata.slot_of(name) else {
                reject_undeclared(metadata, name)?;
                return Ok(Some(value));
            };
            self.record::<ReadError>(metadata, slot)?;
            let uses_deserialize_any = metadata.property(slot).is_some_and(Property::uses_deserialize_any);
            read_value(value, uses_deserialize_any, target, slot)
                .map_err(|error| in_slot(error, metadata, slot))?;
            Ok(None)
        })?;
        self.undeclared = undeclared;
        Ok(())
    }

    /// Returns an error if an undeclared property occurred before `@odata.type` and the type has `deny_unknown`.
    pub(crate) fn reject_undeclared_before_type<E: Error>(&self, metadata: &StructuredType) -> Result<(), E> {
        // Iterating over the members would parse them.
        if !metadata.denies_unknown() {
            return Ok(());
        }
        self.undeclared.dynamic_properties().try_for_each(|(name, _)| reject_undeclared(metadata, name))
    }
}

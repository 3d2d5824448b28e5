//! Members before `@odata.type` that the derived type declares.

use serde::de::Error;

use super::reading::{Reading, in_slot, refuse_if_denied};
use crate::incoming::{ReadError, Receiver, deliver};
use crate::metadata::{Property, StructuredType};

impl Reading {
    /// Reads undeclared members that the type declares into its properties. The other members remain undeclared.
    pub(super) fn replay(
        &mut self,
        target: &mut dyn Receiver<'_>,
        metadata: &'static StructuredType,
    ) -> Result<(), ReadError> {
        let mut undeclared = core::mem::take(&mut self.undeclared);
        undeclared.try_retain(|name, value| {
            let Some(slot) = metadata.slot_of(name) else {
                refuse_if_denied(metadata, name)?;
                return Ok(Some(value));
            };
            self.note::<ReadError>(metadata, slot)?;
            let is_at_once = metadata.property(slot).is_some_and(Property::is_at_once);
            deliver(value, is_at_once, target, slot).map_err(|error| in_slot(error, metadata, slot))?;
            Ok(None)
        })?;
        self.undeclared = undeclared;
        Ok(())
    }

    /// Returns an error for undeclared properties that were read before `@odata.type`, if the type rejects them.
    pub(super) fn refuse_denied<E: Error>(&self, metadata: &StructuredType) -> Result<(), E> {
        self.undeclared.dynamic_properties().try_for_each(|(name, _)| refuse_if_denied(metadata, name))
    }
}

//! Members that came before `@odata.type` and belong to the derived type that it names.

use serde::de::Error;

use super::reading::{Reading, in_slot, refuse_if_denied};
use crate::incoming::{ReadError, Receiver, deliver};
use crate::metadata::{Property, StructuredType};

impl Reading {
    /// Reads what was not declared into the properties that the type declares after all; the rest stays undeclared.
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

    /// Refuses what came before an `@odata.type` that named no other type, or did not come at all.
    pub(super) fn refuse_denied<E: Error>(&self, metadata: &StructuredType) -> Result<(), E> {
        self.undeclared.dynamic_properties().try_for_each(|(name, _)| refuse_if_denied(metadata, name))
    }
}

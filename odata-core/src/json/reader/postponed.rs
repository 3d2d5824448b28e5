//! The undeclared members of an object. Members that precede `@odata.type` are skipped, and are read again when the type
//! of the object is known.

use core::ops::Range;
use std::borrow::Cow;

use serde::de::Error;

use super::DEPTH;
use super::members_text::Form;
use super::object::JsonObject;
use crate::error;
use crate::extra::Extra;
use crate::incoming::{Receiver, in_slot, reject_undeclared};
use crate::metadata::StructuredType;
use crate::read_error::ReadError;
use crate::untyped::NameIndex;

/// An undeclared member that was skipped.
pub(super) struct Postponed<'de> {
    name: Cow<'de, str>,
    /// The range of the value in the text that is read.
    value: Range<usize>,
    pub(super) form: Form,
    /// Whether the member has been read as a declared property.
    is_property: bool,
}

impl<'de> Postponed<'de> {
    /// Returns the name, or `None` if the member isn't plain.
    pub(super) const fn plain_name(&self) -> Option<&'de str> {
        match (&self.name, self.form) {
            (Cow::Borrowed(name), Form::Plain | Form::Canonical) => Some(name),
            _ => None,
        }
    }

    /// Returns the range of the name and the value of a plain member.
    pub(super) fn text_range(&self) -> Range<usize> {
        self.value.start - 3 - self.name.len()..self.value.end
    }
}

impl<'de> JsonObject<'_, 'de> {
    /// Skips an undeclared member, and stores the position of its value. If a later `@odata.type` names a derived type
    /// that declares the member, the value is read from the stored position.
    ///
    /// An undeclared member inside of a skipped member is stored as an untyped value immediately, because skipping it
    /// again would read its text a third time.
    #[inline(never)]
    pub(super) fn postpone(&mut self, name: Cow<'de, str>) -> Result<(), ReadError> {
        if let Cow::Borrowed(name) = name
            && self.postpone_plain(name)
        {
            return Ok(());
        }
        self.reader.colon().map_err(|error| error::in_member(error, &name))?;
        if self.reader.is_replaying {
            return self.read_undeclared(&name);
        }
        let start = self.reader.position;
        self.reader.skip().map_err(|error| error::in_member(error, &name))?;
        self.push_postponed(name, start, Form::Other);
        Ok(())
    }

    /// Reads the colon and the value of an undeclared member, and stores the member. Returns an error if the type
    /// `metadata` has `deny_unknown` and the member is a property.
    #[inline(never)]
    pub(super) fn undeclared(
        &mut self,
        metadata: &'static StructuredType,
        name: Cow<'de, str>,
    ) -> Result<(), ReadError> {
        reject_undeclared::<ReadError>(metadata, &name)?;
        match name {
            Cow::Borrowed(name) if self.state.undeclared.is_empty() && self.postpone_plain(name) => Ok(()),
            Cow::Borrowed(name) => self.parse_undeclared(name),
            Cow::Owned(name) => self.parse_undeclared(&name),
        }
    }

    /// Reads the colon and the value of an undeclared member, and stores the parsed value.
    fn parse_undeclared(&mut self, name: &str) -> Result<(), ReadError> {
        self.store_postponed()?;
        self.reader.colon().map_err(|error| error::in_member(error, name))?;
        self.read_undeclared(name)
    }

    /// Reads the value of an undeclared member and stores the member.
    fn read_undeclared(&mut self, name: &str) -> Result<(), ReadError> {
        let value = self.reader.untyped().map_err(|error| error::in_member(error, name))?;
        self.state.push_undeclared(name, value)
    }

    /// Skips the colon and the value of a member whose text can be stored and parsed later. Returns `false` and skips
    /// nothing if the member must be parsed while the object is read.
    #[inline]
    fn postpone_plain(&mut self, name: &'de str) -> bool {
        let start = self.reader.position + 1;
        if self.reader.is_replaying || self.reader.peek() != Some(b':') {
            return false;
        }
        self.reader.position = start;
        let Some(is_canonical) = self.reader.skip_plain() else {
            self.reader.position = start - 1;
            return false;
        };
        self.push_postponed(name.into(), start, if is_canonical { Form::Canonical } else { Form::Plain });
        true
    }

    #[inline]
    fn push_postponed(&mut self, name: Cow<'de, str>, start: usize, form: Form) {
        let value = start..self.reader.position;
        let all = &mut self.reader.postponed;
        if self.postponed.is_empty() {
            self.postponed = all.len()..all.len();
        }
        // A nested object whose reading failed can leave members after the range.
        if all.len() > self.postponed.end {
            all.truncate(self.postponed.end);
        }
        all.push(Postponed { name, value, form, is_property: false });
        self.postponed.end += 1;
    }

    /// Reads the members that were skipped because they precede `@odata.type`. If the type `derived` declares a
    /// property with the name of a skipped member, the member is read as this property. All other skipped members are
    /// stored as undeclared members.
    #[inline(never)]
    pub(super) fn read_postponed(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.with_postponed(|object, postponed| {
            object.read_properties(postponed, derived, target)?;
            object.store_undeclared(postponed)
        })
    }

    /// Stores the postponed members as undeclared members.
    #[inline]
    pub(super) fn store_postponed(&mut self) -> Result<(), ReadError> {
        if self.postponed.is_empty() {
            return Ok(());
        }
        self.with_postponed(|object, postponed| object.store_undeclared(postponed))
    }

    /// Reads the postponed members of this object with the function `read`, and removes them.
    fn with_postponed(
        &mut self,
        read: impl FnOnce(&mut Self, &mut [Postponed<'de>]) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut postponed = core::mem::take(&mut self.reader.postponed);
        let range = core::mem::take(&mut self.postponed);
        let own = &mut postponed[range.clone()];
        let (end, depth) = (self.reader.position, self.reader.remaining_depth);
        self.reader.remaining_depth = DEPTH;
        let read = read(self, own);
        self.reader.remaining_depth = depth;
        let read = match read {
            Ok(()) => {
                self.reader.position = end;
                Ok(())
            }
            Err(error) => Err(self.first_error_of(own, error)),
        };
        postponed.truncate(range.start);
        self.reader.postponed = postponed;
        read
    }

    /// Reads the postponed members that the type `derived` declares.
    fn read_properties(
        &mut self,
        postponed: &mut [Postponed<'de>],
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        let end = self.reader.position;
        for member in postponed {
            // Errors without a position have the position of the object, as in `serde_json`.
            self.reader.position = end;
            let (cursor, name) = (&mut self.state.cursor, &member.name);
            let Some((slot, property)) = cursor.next_if(name).or_else(|| cursor.find(name)) else {
                reject_undeclared(derived, name)?;
                continue;
            };
            member.is_property = true;
            self.state.record::<ReadError>(derived, slot)?;
            self.reader.position = member.value.start;
            self.reader.is_replaying = true;
            let read = self.reader.value(property.uses_deserialize_any(), &mut *target, slot);
            self.reader.is_replaying = false;
            self.reader.position = end;
            read.map_err(|error| in_slot(error, derived, slot))?;
        }
        Ok(())
    }

    /// Stores the postponed members that aren't declared properties.
    fn store_undeclared(&mut self, postponed: &[Postponed<'de>]) -> Result<(), ReadError> {
        let count = postponed.iter().filter(|member| !member.is_property).count();
        if count == 0 {
            return Ok(());
        }
        let undeclared = postponed.iter().filter(|member| !member.is_property);
        if self.state.undeclared.is_empty()
            && let Some(text) = self.reader.members_text(undeclared.clone(), count)
        {
            self.state.undeclared = Extra::from_text(text);
            return Ok(());
        }
        self.state.undeclared.reserve(count);
        for member in undeclared {
            self.reader.position = member.value.start;
            self.read_undeclared(&member.name)?;
        }
        Ok(())
    }

    /// Returns the error that `serde_json` would report if reading an object with postponed members fails with `error`.
    #[cold]
    pub(super) fn first_error(&mut self, error: ReadError) -> ReadError {
        let range = core::mem::take(&mut self.postponed);
        let postponed: Vec<_> = self.reader.postponed.drain(range).collect();
        self.first_error_of(&postponed, error)
    }

    /// Returns the error that `serde_json` would report for an object with the members `postponed` and the error
    /// `error`.
    ///
    /// If a postponed member is invalid as an untyped value, returns the error of the first invalid member. If all
    /// postponed members are valid as untyped values, returns `error`.
    #[cold]
    fn first_error_of(&mut self, postponed: &[Postponed<'de>], error: ReadError) -> ReadError {
        let position = self.reader.position;
        let found = error::restoring_path(|| {
            let (mut extra, mut names) = (Extra::new(), NameIndex::default());
            postponed.iter().find_map(|Postponed { name, value, .. }| {
                self.reader.position = value.start;
                match self.reader.untyped() {
                    Err(error) => Some(error::in_member(error, name)),
                    Ok(value) => extra.push_new(name, value, &mut names).map_err(ReadError::custom).err(),
                }
            })
        });
        found.unwrap_or_else(|| {
            self.reader.position = position;
            error
        })
    }
}

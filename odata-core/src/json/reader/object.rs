//! JSON objects.

use std::borrow::Cow;

use serde::de::Error;

use super::string::Parsed;
use super::{DEPTH, Reader};
use crate::control;
use crate::error;
use crate::extra::Extra;
use crate::incoming::{
    Member, NamedType, NamedTypeSeed, Object, ObjectState, Receiver, in_slot, reject_undeclared,
};
use crate::member_name::MemberName;
use crate::metadata::{Property, StructuredType, TypeIndex, TypeSet};
use crate::read_error::ReadError;
use crate::untyped::NameIndex;

/// An object whose members are being read.
pub(super) struct JsonObject<'r, 'de> {
    reader: &'r mut Reader<'de>,
    state: ObjectState,
    is_first: bool,
    /// The undeclared members that precede `@odata.type`: their names, and the positions of their values.
    skipped: Vec<(Cow<'de, str>, usize)>,
}

impl<'r, 'de> JsonObject<'r, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'de>) -> Self {
        Self { reader, state: ObjectState::default(), is_first: true, skipped: Vec::new() }
    }

    /// Reads the name of the next member and finds the declared property with this name. If no property has this name,
    /// the name is stored in `name`.
    #[inline]
    fn next_member(&mut self, name: &mut Cow<'de, str>) -> Result<Option<Member>, ReadError> {
        if !self.reader.has_member(core::mem::take(&mut self.is_first))? {
            return Ok(None);
        }
        let member = match self.reader.string()? {
            Parsed::Borrowed(text) => self.state.cursor.member(text, || *name = Cow::Borrowed(text)),
            Parsed::Scratch => {
                let text = &self.reader.scratch;
                self.state.cursor.member(text, || *name = Cow::Owned(text.clone()))
            }
        };
        Ok(Some(member))
    }

    /// Reads the name and the colon of the next member if the member is the expected property, the property that is
    /// declared after the last read property. Returns `None` for any other member.
    ///
    /// This function is faster than [`next_member`](Self::next_member), which also reads names with escapes or with
    /// whitespace around the name.
    #[inline]
    fn next_expected(&mut self) -> Option<(usize, &'static Property)> {
        let name = self.state.cursor.expected_name()?.as_bytes();
        // Before the first member, the opening bracket takes the place of the comma.
        let start = self.reader.position - usize::from(self.is_first);
        let length = name.len() + 4;
        let member = self.reader.text.as_bytes().get(start..)?.get(..length)?;
        let [separator, b'"', found @ .., b'"', b':'] = member else { return None };
        if (*separator != b',' && !self.is_first) || !is_equal(found, name) {
            return None;
        }
        self.reader.position = start + length;
        self.is_first = false;
        self.state.cursor.next()
    }

    /// Implements [`Object::read_members`].
    fn members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        (types, index): (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<NamedType>, ReadError> {
        let metadata = self.state.cursor.metadata();
        let is_open_ended = matches!(types, TypeSet::All(_));
        let preserves_undeclared =
            is_open_ended || metadata.denies_unknown() || metadata.preserves_undeclared();
        let mut name = Cow::Borrowed("");
        loop {
            if let Some((slot, property)) = self.next_expected() {
                self.state.record::<ReadError>(metadata, slot)?;
                let read = self.reader.value(property.uses_deserialize_any(), &mut *target, slot);
                if let Err(error) = read {
                    return Err(in_slot(error, metadata, slot));
                }
                continue;
            }
            if self.reader.peek() == Some(b'}') {
                return Ok(None);
            }
            if self.state.cursor.advance_to_next_type() {
                continue;
            }
            let member = if self.reader.has_type_annotation(self.is_first) {
                self.is_first = false;
                Some(Member::Type)
            } else {
                self.next_member(&mut name)?
            };
            match member {
                Some(Member::Property { slot, uses_deserialize_any }) => {
                    self.state.record::<ReadError>(metadata, slot)?;
                    let read = self.reader.member_value(uses_deserialize_any, &mut *target, slot);
                    if let Err(error) = read {
                        return Err(in_slot(error, metadata, slot));
                    }
                }
                None => return Ok(None),
                Some(Member::Type) => {
                    return self.named_type(NamedTypeSeed { types, index, preserves_undeclared }).map(Some);
                }
                Some(Member::Undeclared) if is_open_ended => self.postpone(core::mem::take(&mut name))?,
                Some(Member::Undeclared) if preserves_undeclared => {
                    reject_undeclared::<ReadError>(metadata, &name)?;
                    self.reader.colon().map_err(|error| error::in_member(error, &name))?;
                    self.undeclared(&name)?;
                }
                Some(Member::Undeclared) => {
                    self.reader.colon()?;
                    self.reader.skip()?;
                }
            }
        }
    }

    /// Skips an undeclared member, and stores the position of its value. If a later `@odata.type` names a derived type
    /// that declares the member, the value is read from the stored position.
    ///
    /// An undeclared member inside of a skipped member is stored as an untyped value immediately, because skipping it
    /// again would read its text a third time.
    #[inline(never)]
    fn postpone(&mut self, name: Cow<'de, str>) -> Result<(), ReadError> {
        self.reader.colon().map_err(|error| error::in_member(error, &name))?;
        if self.reader.is_replaying {
            return self.undeclared(&name);
        }
        let start = self.reader.position;
        self.reader.skip().map_err(|error| error::in_member(error, &name))?;
        self.skipped.push((name, start));
        Ok(())
    }

    #[inline(never)]
    fn named_type(&mut self, seed: NamedTypeSeed) -> Result<NamedType, ReadError> {
        self.state.record_type()?;
        let read = self.reader.colon().and_then(|()| self.reader.type_name(seed));
        read.map_err(|error| error::in_member(error, control::TYPE))
    }

    #[inline(never)]
    fn undeclared(&mut self, name: &str) -> Result<(), ReadError> {
        let value = self.reader.untyped().map_err(|error| error::in_member(error, name))?;
        self.state.push_undeclared(name, value)
    }

    /// Returns the error that `serde_json` would report for an object with skipped members and the error `error`.
    ///
    /// If a skipped member is invalid as an untyped value, returns the error of the first invalid skipped member. If
    /// all skipped members are valid as untyped values, returns `error`.
    #[cold]
    fn first_error(&mut self, skipped: &[(Cow<'de, str>, usize)], error: ReadError) -> ReadError {
        let position = self.reader.position;
        let found = error::restoring_path(|| {
            let (mut extra, mut names) = (Extra::new(), NameIndex::default());
            skipped.iter().find_map(|(name, start)| {
                self.reader.position = *start;
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

    /// Reads the members that were skipped because they precede `@odata.type`. If the type `derived` declares a
    /// property with the name of a skipped member, the member is read as this property. All other skipped members are
    /// stored as undeclared members.
    fn read_skipped(
        &mut self,
        derived: Option<&'static StructuredType>,
        target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        let skipped = core::mem::take(&mut self.skipped);
        let (end, depth) = (self.reader.position, self.reader.remaining_depth);
        self.reader.remaining_depth = DEPTH;
        let read = self.read_all_skipped(&skipped, derived, target, end);
        self.reader.remaining_depth = depth;
        if let Err(error) = read {
            return Err(self.first_error(&skipped, error));
        }
        self.reader.position = end;
        Ok(())
    }

    fn read_all_skipped(
        &mut self,
        skipped: &[(Cow<'de, str>, usize)],
        derived: Option<&'static StructuredType>,
        target: &mut dyn Receiver<'de>,
        end: usize,
    ) -> Result<(), ReadError> {
        for (name, start) in skipped {
            // Errors without a position have the position of the object, as in `serde_json`.
            self.reader.position = end;
            let cursor = &mut self.state.cursor;
            let property = derived.and_then(|derived| {
                let (slot, property) = cursor.next_if(name).or_else(|| cursor.find(name))?;
                Some((derived, slot, property.uses_deserialize_any()))
            });
            let Some((derived, slot, uses_deserialize_any)) = property else {
                derived.map_or(Ok(()), |derived| reject_undeclared(derived, name))?;
                self.reader.position = *start;
                self.undeclared(name)?;
                continue;
            };
            self.state.record::<ReadError>(derived, slot)?;
            self.reader.position = *start;
            self.reader.is_replaying = true;
            let read = self.reader.value(uses_deserialize_any, &mut *target, slot);
            self.reader.is_replaying = false;
            self.reader.position = end;
            read.map_err(|error| in_slot(error, derived, slot))?;
        }
        Ok(())
    }
}

/// Compares two names, which must have the same length. Comparing eight or four bytes at a time is faster than a
/// function call, because most names are short. The last eight bytes may overlap the bytes before them: a name of 12
/// bytes is compared as the bytes `0..8` and the bytes `4..12`.
#[inline]
fn is_equal(one: &[u8], other: &[u8]) -> bool {
    if let (Some(one_end), Some(other_end)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        let (one_chunks, other_chunks) = (one.as_chunks::<8>().0, other.as_chunks::<8>().0);
        return one_end == other_end && one_chunks.iter().zip(other_chunks).all(|(one, other)| one == other);
    }
    if let (Some(one_end), Some(other_end)) = (one.last_chunk::<4>(), other.last_chunk::<4>()) {
        return one_end == other_end && one.first_chunk::<4>() == other.first_chunk::<4>();
    }
    one == other
}

impl<'de> Object<'de> for JsonObject<'_, 'de> {
    fn state(&mut self) -> &mut ObjectState {
        &mut self.state
    }

    fn read_members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<NamedType>, ReadError> {
        let read = self.members(target, types);
        if read.is_err() && !self.skipped.is_empty() {
            let skipped = core::mem::take(&mut self.skipped);
            return read.map_err(|error| self.first_error(&skipped, error));
        }
        read
    }

    fn enter_derived(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.state.enter_derived(derived, target)?;
        if self.skipped.is_empty() { Ok(()) } else { self.read_skipped(Some(derived), target) }
    }

    fn enter_declared(
        &mut self,
        declared: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        if !self.skipped.is_empty() {
            self.state.undeclared.reserve(self.skipped.len());
            self.read_skipped(None, target)?;
        }
        self.state.reject_undeclared_before_type(declared)
    }

    fn next_name(&mut self) -> Result<Option<MemberName<'de>>, ReadError> {
        if !self.reader.has_member(core::mem::take(&mut self.is_first))? {
            return Ok(None);
        }
        self.reader.cow().map(|name| Some(MemberName(name)))
    }

    fn next_value(
        &mut self,
        uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.reader.member_value(uses_deserialize_any, receiver, 0)
    }
}

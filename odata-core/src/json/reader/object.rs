//! JSON objects.

use core::ops::Range;
use std::borrow::Cow;

use super::Reader;
use super::string::Parsed;
use crate::control;
use crate::error;
use crate::incoming::{
    Member, NamedType, NamedTypeSeed, Object, ObjectState, Receiver, in_slot, is_same_name,
};
use crate::member_name::MemberName;
use crate::metadata::{Property, StructuredType, TypeIndex, TypeSet};
use crate::read_error::ReadError;

/// An object whose members are being read.
pub(super) struct JsonObject<'r, 'de> {
    pub(super) reader: &'r mut Reader<'de>,
    pub(super) state: ObjectState,
    is_first: bool,
    /// The range of this object's members in [`Reader::postponed`]. The vector can also contain members before the
    /// range, which belong to other objects. Members after the range are obsolete.
    pub(super) postponed: Range<usize>,
}

impl<'r, 'de> JsonObject<'r, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'de>) -> Self {
        Self { reader, state: ObjectState::default(), is_first: true, postponed: 0..0 }
    }

    /// Reads the name of the next member and finds the declared property with this name. If no property has this name,
    /// the name is stored in `name`.
    #[inline]
    fn next_member(&mut self, name: &mut Cow<'de, str>) -> Result<Option<Member>, ReadError> {
        if self.reader.has_type_annotation(self.is_first) {
            self.is_first = false;
            return Ok(Some(Member::Type));
        }
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
        let (before, rest) = self.reader.text.as_bytes().get(start..)?.split_first_chunk()?;
        let (found, rest) = rest.split_at_checked(name.len())?;
        let &[separator, quote] = before;
        let is_start = quote == b'"' && (separator == b',' || self.is_first);
        let is_delimited = is_start && *rest.first_chunk()? == *b"\":";
        if !is_delimited || !is_same_name(found, name) {
            return None;
        }
        self.reader.position = start + name.len() + 4;
        self.is_first = false;
        self.state.cursor.next()
    }

    /// Implements [`Object::read_members`].
    #[inline]
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
        // Whether the last declared property of the type has been read, so that no property is expected.
        let mut is_past_last = false;
        loop {
            if let Some((slot, property)) = self.next_expected() {
                let uses_any = property.uses_deserialize_any();
                self.declared(metadata, slot, |reader| reader.value(uses_any, &mut *target, slot))?;
                continue;
            }
            if self.reader.peek() == Some(b'}') {
                return Ok(None);
            }
            if !is_past_last && self.state.cursor.advance_to_next_type() {
                continue;
            }
            is_past_last = true;
            match self.next_member(&mut name)? {
                Some(Member::Property { slot, uses_deserialize_any: uses_any }) => {
                    is_past_last = false;
                    self.declared(metadata, slot, |reader| {
                        reader.member_value(uses_any, &mut *target, slot)
                    })?;
                }
                None => return Ok(None),
                Some(Member::Type) => {
                    return self.named_type(NamedTypeSeed { types, index, preserves_undeclared }).map(Some);
                }
                Some(Member::Undeclared) if is_open_ended => self.postpone(core::mem::take(&mut name))?,
                Some(Member::Undeclared) if preserves_undeclared => {
                    self.undeclared(metadata, core::mem::take(&mut name))?;
                }
                Some(Member::Undeclared) => {
                    self.reader.colon()?;
                    self.reader.skip()?;
                }
            }
        }
    }

    /// Reads the value of the declared property at `slot` with the function `read`.
    #[inline]
    fn declared(
        &mut self,
        metadata: &'static StructuredType,
        slot: usize,
        read: impl FnOnce(&mut Reader<'de>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        self.state.record::<ReadError>(metadata, slot)?;
        match read(self.reader) {
            Ok(()) => Ok(()),
            Err(error) => Err(in_slot(error, metadata, slot)),
        }
    }

    #[inline(never)]
    fn named_type(&mut self, seed: NamedTypeSeed) -> Result<NamedType, ReadError> {
        self.state.record_type()?;
        let read = self.reader.colon().and_then(|()| self.reader.type_name(seed));
        read.map_err(|error| error::in_member(error, control::TYPE))
    }
}

impl<'de> Object<'de> for JsonObject<'_, 'de> {
    fn state(&mut self) -> &mut ObjectState {
        &mut self.state
    }

    #[inline]
    fn read_members(
        &mut self,
        target: &mut dyn Receiver<'de>,
        types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<NamedType>, ReadError> {
        let is_open_ended = matches!(types.0, TypeSet::All(_));
        let read = self.members(target, types);
        if self.postponed.is_empty() {
            return read;
        }
        match read {
            Ok(named) if is_open_ended => Ok(named),
            Ok(named) => self.store_postponed().map(|()| named),
            Err(error) => Err(self.first_error(error)),
        }
    }

    #[inline]
    fn enter_derived(
        &mut self,
        derived: &'static StructuredType,
        target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.state.enter_derived(derived, target)?;
        if self.postponed.is_empty() { Ok(()) } else { self.read_postponed(derived, target) }
    }

    fn enter_declared(
        &mut self,
        declared: &'static StructuredType,
        _target: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        self.store_postponed()?;
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

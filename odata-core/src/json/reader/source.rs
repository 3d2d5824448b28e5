//! `JsonSource`: a value that is read as the type that its receiver requests, such as `f32` or raw JSON.

use super::number::Number;
use super::{Reader, syntax};
use crate::arbitrary_precision;
use crate::incoming::{Hint, Incoming, NamedType, Object, ObjectState, Receiver, Source};
use crate::member_name::MemberName;
use crate::metadata::{TypeIndex, TypeSet};
use crate::raw_json;
use crate::read_error::ReadError;
use crate::untyped::Untyped;

/// A value that hasn't been read yet.
pub(super) struct JsonSource<'r, 'de>(Option<&'r mut Reader<'de>>);

impl<'r, 'de> JsonSource<'r, 'de> {
    pub(super) const fn new(reader: &'r mut Reader<'de>) -> Self {
        Self(Some(reader))
    }

    fn reader(&mut self) -> Result<&'r mut Reader<'de>, ReadError> {
        self.0.take().ok_or_else(|| ReadError::new("the value has already been read"))
    }
}

impl<'de> Source<'de> for JsonSource<'_, 'de> {
    fn read(&mut self, hint: Hint, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError> {
        let reader = self.reader()?;
        let is_number = matches!(reader.peek_token(), Some(b'-' | b'0'..=b'9'));
        match hint {
            Hint::Option if reader.peek() != Some(b'n') => {
                receiver.receive(0, Incoming::Pending(&mut JsonSource::new(reader)))
            }
            Hint::RawJson => pass_member(raw_json::NAME, reader.skip()?, receiver),
            Hint::AsIs if is_number && arbitrary_precision::is_on() => {
                let digits = reader.digits()?;
                let passed = match digits.integer() {
                    Some(Number::Unsigned(number)) => receiver.receive(0, Incoming::Unsigned(number)),
                    Some(Number::Signed(number)) => receiver.receive(0, Incoming::Signed(number)),
                    _ => pass_member(arbitrary_precision::NUMBER, digits.text, receiver),
                };
                passed.map_err(|error| reader.located(error))
            }
            Hint::Signed128 | Hint::Unsigned128 | Hint::Single if is_number => {
                reader.pass_typed_number(hint, receiver)
            }
            _ => reader.pass(receiver, 0),
        }
    }

    fn read_untyped(&mut self) -> Option<Result<Untyped, ReadError>> {
        Some(self.reader().and_then(Reader::untyped))
    }

    fn read_raw(
        &mut self,
        parse: &mut dyn FnMut(&'de str) -> Result<(), ReadError>,
    ) -> Option<Result<(), ReadError>> {
        Some(self.reader().and_then(Reader::skip).and_then(parse))
    }
}

impl<'de> Reader<'de> {
    /// Reads a number as the type that the [`Hint`] requests: `i128`, `u128` or `f32`.
    fn pass_typed_number(&mut self, hint: Hint, receiver: &mut dyn Receiver<'de>) -> Result<(), ReadError> {
        let start = self.position;
        let number = self.digits()?;
        let (digits, fits_u64) = (number.text, number.fits_u64());
        let is_integer = !digits.contains(['.', 'e', 'E']);
        let result = match hint {
            Hint::Signed128 if is_integer => {
                let number = digits.parse().map_err(|_| self.error(syntax::NUMBER_OUT_OF_RANGE))?;
                receiver.receive(0, Incoming::Signed128(&number))
            }
            Hint::Unsigned128 if is_integer => {
                let number = digits.parse().map_err(|_| self.error(syntax::NUMBER_OUT_OF_RANGE))?;
                receiver.receive(0, Incoming::Unsigned128(&number))
            }
            // A `u64` is exact. Passing any other number as a double would round it twice.
            Hint::Single if !fits_u64 => {
                let single = digits.parse().ok().filter(|single: &f32| single.is_finite());
                let single = single.ok_or_else(|| self.error(syntax::NUMBER_OUT_OF_RANGE))?;
                receiver.receive(0, Incoming::Double(single.into()))
            }
            _ => {
                self.position = start;
                return self.pass(receiver, 0);
            }
        };
        result.map_err(|error| self.located(error))
    }
}

/// Passes raw JSON or a number to a type such as `RawValue` or `Number` of `serde_json`. `RawValue` and `Number` are
/// read from an object with one member, which has a private name of `serde_json` and a string value.
fn pass_member<'de>(
    name: &'static str,
    value: &'de str,
    receiver: &mut dyn Receiver<'de>,
) -> Result<(), ReadError> {
    let mut member = SingleMember { state: ObjectState::default(), name: Some(name), value };
    receiver.receive(0, Incoming::Object(&mut member))
}

/// The object with one member from which a `RawValue` or a `Number` of `serde_json` is read.
struct SingleMember<'de> {
    state: ObjectState,
    name: Option<&'static str>,
    value: &'de str,
}

impl<'de> Object<'de> for SingleMember<'de> {
    fn state(&mut self) -> &mut ObjectState {
        &mut self.state
    }

    /// Reads nothing. `RawValue` and `Number` read the member with `next_name` and `next_value`.
    fn read_members(
        &mut self,
        _target: &mut dyn Receiver<'de>,
        _types: (TypeSet, Option<&'static TypeIndex>),
    ) -> Result<Option<NamedType>, ReadError> {
        Ok(None)
    }

    fn next_name(&mut self) -> Result<Option<MemberName<'de>>, ReadError> {
        Ok(self.name.take().map(|name| MemberName(name.into())))
    }

    fn next_value(
        &mut self,
        _uses_deserialize_any: bool,
        receiver: &mut dyn Receiver<'de>,
    ) -> Result<(), ReadError> {
        receiver.receive(0, Incoming::Borrowed(self.value))
    }
}

//! The elements of a comma-separated flags string.

use crate::enumeration::ODataEnum;
use crate::metadata::Member;
use crate::metadata::number;

/// An element of a comma-separated flags string: a declared member, a number or an unknown name.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// The position of a declared member in the declaration of the enumeration.
    Member(usize),
    /// A number such as `3`, which may contain undeclared bits.
    Number(i64),
    /// The name of an unknown member.
    Unknown(Box<str>),
}

impl Token {
    pub(super) fn bits<E: ODataEnum>(&self) -> i64 {
        match self {
            Self::Member(position) => bits_at::<E>(*position),
            Self::Number(number) => *number,
            Self::Unknown(_) => 0,
        }
    }

    /// Checks whether the element is a declared member with the value 0, such as `none`.
    pub(super) fn is_zero_member<E: ODataEnum>(&self) -> bool {
        matches!(self, Self::Member(position) if bits_at::<E>(*position) == 0)
    }

    /// Returns a [`Token::Member`] if a declared member has the value `bits`, or a [`Token::Number`] if no declared
    /// member has this value.
    pub(super) fn of_bits<E: ODataEnum>(bits: i64) -> Self {
        match E::METADATA.position_of_value(bits) {
            Some(position) if bits != 0 => Self::Member(position),
            _ => Self::Number(bits),
        }
    }

    /// Returns the token of an unknown member. If the name of the unknown member is a number, such as `"8"`, the token
    /// is a [`Token::Number`].
    pub(super) fn of_unknown<E: ODataEnum>(member: &E) -> Self {
        let text = member.unknown().unwrap_or_default();
        number(text).map_or_else(|| Self::Unknown(text.into()), Self::Number)
    }

    /// Returns the positions of the declared members that this element of a flags string represents. A number such as
    /// `3` can represent several members.
    pub(super) fn positions<E: ODataEnum>(&self) -> Vec<usize> {
        match self {
            Self::Member(position) => vec![*position],
            Self::Number(number) => {
                if let Self::Member(position) = Self::of_bits::<E>(*number) {
                    return vec![position];
                }
                let members = E::METADATA.members().iter().enumerate();
                let contained = members
                    .filter(|(_, member)| member.value() != 0 && number & member.value() == member.value());
                contained.map(|(position, _)| position).collect()
            }
            Self::Unknown(_) => Vec::new(),
        }
    }
}

pub(super) fn bits_at<E: ODataEnum>(position: usize) -> i64 {
    E::METADATA.members().get(position).map_or(0, Member::value)
}

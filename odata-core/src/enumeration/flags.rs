//! `Flags<E>`: a value of an enumeration type with `IsFlags`, a set of its members.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;
use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{ODataEnum, number};
use crate::metadata::{Member, TypeKind, ValueType};
use crate::value::{ODataValue, ReadValue};

/// An [enumeration type](ODataEnum) whose members are bits: one with `#[odata(flags)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enumeration type with flags",
    label = "not an enumeration with `#[odata(flags)]`",
    note = "derive `ODataEnum` for it and add `#[odata(flags)]`; a single member needs no `Flags<_>` around it"
)]
pub trait Flag: ODataEnum {}

/// A set of members of an enumeration type with `IsFlags`, such as `exportOptions`.
///
/// It keeps what the payload had: the order, names that this build has never heard of, and numbers. It is written as
/// the standard wants it, with commas and without spaces, though `a, b` is read too. Sets are equal when they have
/// the same members, in whatever order.
///
/// ```
/// use odata_core::{Flags, ODataEnum};
///
/// #[derive(Debug, ODataEnum)]
/// #[odata(namespace = "microsoft.graph.security", flags)]
/// enum ExportOptions {
///     OriginalFiles = 1,
///     Text = 2,
///     Tags = 16,
/// }
///
/// let mut options: Flags<ExportOptions> = "tags, fileInfo".parse()?;
/// assert!(options.contains(&ExportOptions::Tags));
/// assert_eq!(options.unknown().collect::<Vec<_>>(), ["fileInfo"]);
///
/// options.insert(ExportOptions::Text);
/// options.remove(&ExportOptions::Tags);
/// assert_eq!(options.to_string(), "fileInfo,text");
/// assert_eq!(Flags::from([ExportOptions::Text, ExportOptions::OriginalFiles]).to_string(), "text,originalFiles");
/// # Ok::<(), std::convert::Infallible>(())
/// ```
pub struct Flags<E> {
    tokens: Vec<Token>,
    members: PhantomData<fn() -> E>,
}

/// What stands between two commas.
#[derive(Clone, PartialEq, Eq)]
enum Token {
    /// The position of a member in the declaration.
    Member(usize),
    /// A number: one member, several at once, or bits without a name.
    Number(i64),
    /// A name without a member.
    Unknown(Box<str>),
}

impl<E: Flag> Flags<E> {
    /// No member.
    #[must_use]
    pub const fn new() -> Self {
        Self { tokens: Vec::new(), members: PhantomData }
    }

    /// Whether nothing is in the set, known or unknown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Whether all bits of a member are in the set. A member without bits, `none`, is in the empty set.
    #[must_use]
    pub fn contains(&self, member: &E) -> bool {
        let Some(position) = member.position() else {
            return member.unknown().is_some_and(|name| self.unknown().any(|unknown| unknown == name));
        };
        match bits_at::<E>(position) {
            0 => self.is_empty() || self.tokens.contains(&Token::Member(position)),
            bits => self.bits() & bits == bits,
        }
    }

    /// Adds a member behind the others; `false` when it was in the set.
    pub fn insert(&mut self, member: E) -> bool {
        let token = match (member.position(), member.unknown()) {
            (Some(position), _) => Token::Member(position),
            (None, Some(name)) => Token::Unknown(name.into()),
            (None, None) => return false,
        };
        drop(member);
        self.push(token)
    }

    /// Takes a member out; `false` when it was not in the set. What shares a bit with it loses that bit.
    pub fn remove(&mut self, member: &E) -> bool {
        let was_there = self.contains(member);
        if let Some(position) = member.position() {
            let bits = bits_at::<E>(position);
            self.tokens.retain_mut(|token| {
                let (before, was_named) = (token.bits::<E>(), *token == Token::Member(position));
                if before & bits != 0 {
                    *token = Token::Number(before & !bits);
                }
                !was_named && *token != Token::Number(0)
            });
        } else if let Some(name) = member.unknown() {
            self.tokens.retain(|token| !matches!(token, Token::Unknown(unknown) if **unknown == *name));
        }
        was_there
    }

    /// The members in the set, in its order; those of a number in the order of declaration.
    ///
    /// A name without a member is among the [unknown](Self::unknown) ones.
    pub fn iter(&self) -> impl Iterator<Item = E> {
        self.tokens.iter().flat_map(Token::positions::<E>).filter_map(E::at_position)
    }

    /// What no variant stands for: names, and the rest of a number.
    pub fn unknown(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.tokens.iter().filter_map(|token| match token {
            Token::Member(_) => None,
            Token::Number(number) => {
                let named = token
                    .positions::<E>()
                    .into_iter()
                    .fold(0, |bits, position| bits | bits_at::<E>(position));
                let rest = number & !named;
                (rest != 0).then(|| Cow::Owned(rest.to_string()))
            }
            Token::Unknown(name) => Some(Cow::Borrowed(&**name)),
        })
    }

    /// The bits of all members and numbers in the set.
    #[must_use]
    pub fn bits(&self) -> i64 {
        self.tokens.iter().fold(0, |bits, token| bits | token.bits::<E>())
    }

    fn push(&mut self, token: Token) -> bool {
        let is_new = !self.tokens.contains(&token);
        if is_new {
            self.tokens.push(token);
        }
        is_new
    }

    fn push_text(&mut self, text: &str) {
        let token = match (E::METADATA.position_of_name(text), number(text)) {
            (Some(position), _) => Token::Member(position),
            (None, Some(0)) => return,
            (None, Some(number)) => Token::Number(number),
            (None, None) => Token::Unknown(text.into()),
        };
        self.push(token);
    }

    /// Bits and unknown names: what two equal sets have in common.
    fn content(&self) -> (i64, Vec<&str>, Vec<usize>) {
        let mut names = Vec::new();
        let mut without_bits = Vec::new();
        for token in &self.tokens {
            match token {
                Token::Unknown(name) => names.push(&**name),
                Token::Member(position) if bits_at::<E>(*position) == 0 => without_bits.push(*position),
                Token::Member(_) | Token::Number(_) => {}
            }
        }
        names.sort_unstable();
        without_bits.sort_unstable();
        (self.bits(), names, without_bits)
    }
}

impl Token {
    fn bits<E: ODataEnum>(&self) -> i64 {
        match self {
            Self::Member(position) => bits_at::<E>(*position),
            Self::Number(number) => *number,
            Self::Unknown(_) => 0,
        }
    }

    /// The members that it stands for.
    fn positions<E: ODataEnum>(&self) -> Vec<usize> {
        match self {
            Self::Member(position) => vec![*position],
            Self::Number(number) => {
                let members = E::METADATA.members().iter().enumerate();
                let contained = members
                    .filter(|(_, member)| member.value() != 0 && number & member.value() == member.value());
                contained.map(|(position, _)| position).collect()
            }
            Self::Unknown(_) => Vec::new(),
        }
    }
}

fn bits_at<E: ODataEnum>(position: usize) -> i64 {
    E::METADATA.members().get(position).map_or(0, Member::value)
}

impl<E> Clone for Flags<E> {
    fn clone(&self) -> Self {
        Self { tokens: self.tokens.clone(), members: PhantomData }
    }
}

impl<E> Default for Flags<E> {
    fn default() -> Self {
        Self { tokens: Vec::new(), members: PhantomData }
    }
}

impl<E: Flag> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        self.content() == other.content()
    }
}

impl<E: Flag> Eq for Flags<E> {}

impl<E: Flag> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        let mut flags = Self::new();
        flags.extend(members);
        flags
    }
}

impl<E: Flag> Extend<E> for Flags<E> {
    fn extend<I: IntoIterator<Item = E>>(&mut self, members: I) {
        for member in members {
            self.insert(member);
        }
    }
}

impl<E: Flag, const N: usize> From<[E; N]> for Flags<E> {
    fn from(members: [E; N]) -> Self {
        members.into_iter().collect()
    }
}

impl<E: Flag> From<E> for Flags<E> {
    fn from(member: E) -> Self {
        Self::from([member])
    }
}

/// As on the wire: `originalFiles,tags`; the empty set is `0`.
impl<E: Flag> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.tokens.is_empty() {
            return f.write_str("0");
        }
        for (index, token) in self.tokens.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "," })?;
            match token {
                Token::Member(position) => f.write_str(E::METADATA.members()[*position].name())?,
                Token::Number(number) => write!(f, "{number}")?,
                Token::Unknown(name) => f.write_str(name)?,
            }
        }
        Ok(())
    }
}

impl<E: Flag> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flags({self})")
    }
}

/// Reads what [`Display`](fmt::Display) writes, and spaces around the commas. Any text is a set.
impl<E: Flag> FromStr for Flags<E> {
    type Err = core::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut flags = Self::new();
        for token in text.split(',').map(str::trim).filter(|token| !token.is_empty()) {
            flags.push_text(token);
        }
        Ok(flags)
    }
}

impl<E: Flag> ODataValue for Flags<E> {
    const TYPE: ValueType = ValueType::new(TypeKind::Enumeration(E::metadata));

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self.tokens {
            [Token::Member(position)] => serializer.serialize_str(E::METADATA.members()[position].name()),
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de, E: Flag> ReadValue<'de> for Flags<E> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FlagsVisitor(PhantomData))
    }
}

impl<E: Flag> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(serializer)
    }
}

impl<'de, E: Flag> Deserialize<'de> for Flags<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer)
    }
}

struct FlagsVisitor<E>(PhantomData<E>);

impl<F: Flag> Visitor<'_> for FlagsVisitor<F> {
    type Value = Flags<F>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "members of `{}`", F::METADATA.qualified_name())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Flags<F>, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Flags<F>, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Flags<F>, E> {
        self.visit_str(&number.to_string())
    }
}

//! `Flags<E>`: a set of members of an enumeration type with `IsFlags="true"`.

mod text;
mod token;

use core::hash::{Hash, Hasher};
use core::marker::PhantomData;
use core::ops::{BitOr, BitOrAssign};
use std::borrow::Cow;

use super::ODataEnum;
use crate::metadata::number;
#[cfg(feature = "http")]
pub(crate) use text::FlagsKind;
use token::{Token, bits_at};

/// An [enumeration type](ODataEnum) with `#[odata(flags)]` (`IsFlags="true"`). The value of each member is a bit or a
/// combination of bits.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enumeration type with flags: add `#[odata(flags)]` to it, or use it without `Flags`",
    label = "not an enumeration with `#[odata(flags)]`",
    note = "`Flags<E>` requires an enum `E` that derives `ODataEnum` with `#[odata(flags)]`; if each value is a single member, use `E` instead of `Flags<E>`"
)]
pub trait Flag: ODataEnum {}

/// A set of members of an enumeration type with `IsFlags="true"`, such as `exportOptions`.
///
/// `Flags` preserves unknown member names, numbers, and the order of the members in the payload. `Flags` is serialized
/// as a string with commas and without spaces, as the OData standard requires: `"a,b"`. Deserialization also accepts
/// spaces after the commas: `"a, b"`. The comparison of two sets ignores the order of the members.
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

impl<E> Flags<E> {
    /// Creates an empty set of flags.
    #[must_use]
    pub const fn new() -> Self {
        Self { tokens: Vec::new(), members: PhantomData }
    }
}

impl<E: Flag> Flags<E> {
    /// Checks whether the set contains no declared members, no unknown members and no numbers.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Checks whether the set contains all bits of a member.
    ///
    /// An empty set contains every declared member with the value 0, such as `none`. For an unknown member, this method
    /// checks whether the set contains the name of the member.
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

    /// Adds a member to the end of the set. Returns `false` if the set doesn't change, for example because it already
    /// contained the member.
    ///
    /// Adding a member with a nonzero value removes members with the value 0, such as `none`. Adding a member with the
    /// value 0 to a set with other members has no effect.
    #[expect(clippy::needless_pass_by_value, reason = "same signature as `HashSet::insert`")]
    pub fn insert(&mut self, member: E) -> bool {
        let Some(position) = member.position() else {
            let mut unknown = Self::new();
            unknown.push_text(member.unknown().unwrap_or_default());
            let mut is_new = false;
            for token in unknown.tokens {
                is_new |= self.add(token);
            }
            return is_new;
        };
        let is_contained = bits_at::<E>(position) != 0 && self.contains(&member);
        !is_contained && self.add(Token::Member(position))
    }

    /// Removes a member from the set. Returns `false` if the set didn't contain the member.
    ///
    /// Removing `write` (2) from a set with `readWrite` (3) replaces `readWrite` with `read` (1), because `readWrite`
    /// contains the bit of `write`.
    pub fn remove(&mut self, member: &E) -> bool {
        if !self.contains(member) {
            return false;
        }
        let before = self.tokens.len();
        let removed = member.position().map_or_else(|| Token::of_unknown(member), Token::Member);
        let bits = removed.bits::<E>();
        self.tokens.retain_mut(|token| {
            let is_removed = *token == removed;
            if token.bits::<E>() & bits != 0 {
                *token = Token::of_bits::<E>(token.bits::<E>() & !bits);
            }
            !is_removed && *token != Token::Number(0)
        });
        bits != 0 || self.tokens.len() < before
    }

    /// Iterates over the declared members in the set, in the order in which they were read or inserted.
    ///
    /// A number in the set is split into declared members: `"5"` becomes the members with the values 1 and 4, in
    /// declaration order. Use [`Self::unknown`] to iterate over unknown names and undeclared bits.
    pub fn iter(&self) -> impl Iterator<Item = E> {
        let mut positions = Vec::new();
        for position in self.tokens.iter().flat_map(Token::positions::<E>) {
            if !positions.contains(&position) {
                positions.push(position);
            }
        }
        positions.into_iter().filter_map(E::from_position)
    }

    /// Iterates over the names of the unknown members in the set. Undeclared bits are returned as a number: if only the
    /// value 1 is declared, the iterator returns `"8"` for the number `9`.
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

    /// Returns the numeric value of the set. For example, the numeric value of a set of the members with the values 1
    /// and 2 is 3. Unknown member names are ignored, because their values are unknown.
    #[must_use]
    pub fn bits(&self) -> i64 {
        self.tokens.iter().fold(0, |bits, token| bits | token.bits::<E>())
    }

    /// Adds a token to the set. A set with other members contains no members with the value 0, because a value such as
    /// `none,tags` contradicts itself.
    fn add(&mut self, token: Token) -> bool {
        if !token.is_zero_member::<E>() {
            self.tokens.retain(|token| !token.is_zero_member::<E>());
        } else if self.tokens.iter().any(|token| !token.is_zero_member::<E>()) {
            return false;
        }
        self.push(token)
    }

    fn push(&mut self, token: Token) -> bool {
        let is_new = !self.tokens.contains(&token);
        if is_new {
            self.tokens.push(token);
        }
        is_new
    }

    /// Adds the comma-separated member names and numbers in `text` to the set. Spaces around commas are ignored.
    fn push_text(&mut self, text: &str) {
        for token in text.split(',').map(str::trim).filter(|token| !token.is_empty()) {
            let token = match (E::METADATA.position_of_name(token), number(token)) {
                (Some(position), _) => Token::Member(position),
                (None, Some(0)) => continue,
                (None, Some(number)) => Token::Number(number),
                (None, None) => Token::Unknown(token.into()),
            };
            self.push(token);
        }
    }

    /// Returns the content of the set for `Eq` and `Hash`. Sets such as `read,write` and `write,read` have the same
    /// content, because the order doesn't matter. The returned tuple contains the bits of the set, the sorted unknown
    /// names, and the sorted positions of members with the value 0.
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

impl<E> Clone for Flags<E> {
    fn clone(&self) -> Self {
        Self { tokens: self.tokens.clone(), members: PhantomData }
    }
}

impl<E> Default for Flags<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: Flag> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        self.content() == other.content()
    }
}

impl<E: Flag> Eq for Flags<E> {}

impl<E: Flag> Hash for Flags<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.content().hash(state);
    }
}

/// Returns the union of two sets of flags.
impl<E: Flag> BitOr for Flags<E> {
    type Output = Self;

    fn bitor(mut self, other: Self) -> Self {
        self |= other;
        self
    }
}

impl<E: Flag> BitOrAssign for Flags<E> {
    fn bitor_assign(&mut self, other: Self) {
        for token in other.tokens {
            self.add(token);
        }
    }
}

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

//! Enumeration types and their members.

/// An enumeration type with its name and its members in declaration order.
#[derive(Clone, Copy, Debug)]
pub struct EnumerationType {
    qualified_name: &'static str,
    members: &'static [Member],
    sentinel: Option<usize>,
    is_flags: bool,
}

impl EnumerationType {
    /// Creates an enumeration type without `IsFlags`, which means that a value of the type is a single member.
    #[must_use]
    pub const fn new(qualified_name: &'static str, members: &'static [Member]) -> Self {
        Self { qualified_name, members, sentinel: None, is_flags: false }
    }

    /// Marks the member at `index` as the sentinel of an evolvable enumeration, such as `unknownFutureValue`.
    #[must_use]
    pub const fn with_sentinel(self, index: usize) -> Self {
        Self { sentinel: Some(index), ..self }
    }

    /// Marks the enumeration type as `IsFlags`, which means that a value of the type is a set of members.
    #[must_use]
    pub const fn with_flags(self) -> Self {
        Self { is_flags: true, ..self }
    }

    /// Returns the qualified name of the enumeration type, such as `microsoft.graph.security.caseAction`.
    #[must_use]
    pub const fn qualified_name(&self) -> &'static str {
        self.qualified_name
    }

    /// Returns the members of the enumeration type in declaration order.
    #[must_use]
    pub const fn members(&self) -> &'static [Member] {
        self.members
    }

    /// Returns the position of the sentinel in [`Self::members`], or `None` if the enumeration isn't evolvable.
    #[must_use]
    pub const fn sentinel(&self) -> Option<usize> {
        self.sentinel
    }

    /// Checks whether the enumeration type has `IsFlags="true"`, which means that a value of the type is a set of
    /// members.
    #[must_use]
    pub const fn is_flags(&self) -> bool {
        self.is_flags
    }

    /// Checks whether the value of the member at `position` is valid in an enumeration type with `IsFlags`. The value
    /// must be zero or a combination of the flags that the members declare. For example, 3 is the combination of the
    /// flags 1 and 2.
    ///
    /// Returns `true` for the sentinel member and for every negative value. For example, an enumeration of Microsoft
    /// Graph has the flags 1, 2, 4 and 8, and its sentinel has the value 22, although 16 isn't a flag.
    #[doc(hidden)]
    #[must_use]
    pub const fn is_combination(&self, position: usize) -> bool {
        let is_sentinel = matches!(self.sentinel, Some(sentinel) if sentinel == position);
        if is_sentinel || self.members[position].value < 0 {
            return true;
        }
        let value = self.members[position].value.cast_unsigned();
        let (mut bits, mut other) = (0, 0);
        while other < self.members.len() {
            let member = self.members[other].value.cast_unsigned();
            if member.is_power_of_two() {
                bits |= member;
            }
            other += 1;
        }
        value & !bits == 0
    }

    /// Returns the wire name of the member at a position, or an empty string if there is no such member.
    pub(crate) fn name_at(&self, position: usize) -> &'static str {
        self.members.get(position).map_or("", |member| member.name)
    }

    /// Returns the position of the member with the name `text`. If `text` is a number such as `"3"`, returns the
    /// position of the member with this value. Returns `None` if no member has the name or value `text`.
    pub(crate) fn position_of_text(&self, text: &str) -> Option<usize> {
        self.position_of_name(text).or_else(|| self.position_of_value(number(text)?))
    }

    /// Returns the position of the member with the wire name `name` (case-sensitive), or `None` if there is no such
    /// member.
    #[must_use]
    pub fn position_of_name(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }

    /// Returns the position of the first member with the numeric value `value`, or `None` if there is no such member.
    #[must_use]
    pub fn position_of_value(&self, value: i64) -> Option<usize> {
        self.members.iter().position(|member| member.value == value)
    }
}

/// A member of an enumeration type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    name: &'static str,
    value: i64,
}

impl Member {
    /// Creates a member of an enumeration type from its wire name and its numeric value.
    #[must_use]
    pub const fn new(name: &'static str, value: i64) -> Self {
        Self { name, value }
    }

    /// Returns the wire name of the member, such as `holdUpdate`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the numeric value of the member.
    #[must_use]
    pub const fn value(&self) -> i64 {
        self.value
    }
}

/// Parses a string with the numeric value of an enumeration member, such as the `"3"` in `"action": "3"`. Returns
/// `None` if the string isn't a number.
pub(crate) fn number(text: &str) -> Option<i64> {
    let starts_as_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    starts_as_number.then(|| text.parse().ok()).flatten()
}

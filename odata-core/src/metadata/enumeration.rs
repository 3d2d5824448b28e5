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
    /// Creates an enumeration type whose values are single members.
    #[must_use]
    pub const fn new(qualified_name: &'static str, members: &'static [Member]) -> Self {
        Self { qualified_name, members, sentinel: None, is_flags: false }
    }

    /// Marks the member at `index` as the sentinel.
    #[must_use]
    pub const fn with_sentinel(self, index: usize) -> Self {
        Self { sentinel: Some(index), ..self }
    }

    /// Makes each value a set of members (`IsFlags`).
    #[must_use]
    pub const fn with_flags(self) -> Self {
        Self { is_flags: true, ..self }
    }

    /// Returns the qualified name, such as `microsoft.graph.security.caseAction`.
    #[must_use]
    pub const fn qualified_name(&self) -> &'static str {
        self.qualified_name
    }

    /// Returns the members in declaration order.
    #[must_use]
    pub const fn members(&self) -> &'static [Member] {
        self.members
    }

    /// Returns the position of the sentinel in [`Self::members`] if this is an evolvable enumeration.
    #[must_use]
    pub const fn sentinel(&self) -> Option<usize> {
        self.sentinel
    }

    /// Checks whether each value is a set of members (`IsFlags`).
    #[must_use]
    pub const fn is_flags(&self) -> bool {
        self.is_flags
    }

    /// Checks whether the value of the member at a position is valid for flags: zero, a single bit, or a combination of other
    /// members. Two exceptions that occur in services are also valid: the value of the sentinel (Graph has a 22 next to 1, 2, 4
    /// and 8) and negative values.
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

    /// Returns the name of the member at a position.
    pub(crate) fn name_at(&self, position: usize) -> &'static str {
        self.members.get(position).map_or("", |member| member.name)
    }

    /// Returns the position of a member by its name or its value in digits (`"action": "3"`).
    pub(crate) fn position_of_text(&self, text: &str) -> Option<usize> {
        self.position_of_name(text).or_else(|| self.position_of_value(number(text)?))
    }

    /// Returns the position of the member with exactly this name.
    #[must_use]
    pub fn position_of_name(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }

    /// Returns the position of the first member with this value.
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
    /// Creates a member with its name and value.
    #[must_use]
    pub const fn new(name: &'static str, value: i64) -> Self {
        Self { name, value }
    }

    /// Returns the wire name, such as `holdUpdate`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the numeric value.
    #[must_use]
    pub const fn value(&self) -> i64 {
        self.value
    }
}

/// Parses a value in digits: `"action": "3"`.
pub(crate) fn number(text: &str) -> Option<i64> {
    let starts_as_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    starts_as_number.then(|| text.parse().ok()).flatten()
}

//! Enumeration types and their members.

/// An enumeration type: its name and its members in declaration order.
#[derive(Clone, Copy, Debug)]
pub struct EnumerationType {
    qualified_name: &'static str,
    members: &'static [Member],
    sentinel: Option<usize>,
    is_flags: bool,
}

impl EnumerationType {
    /// An enumeration type of which a value is one member.
    #[must_use]
    pub const fn new(qualified_name: &'static str, members: &'static [Member]) -> Self {
        Self { qualified_name, members, sentinel: None, is_flags: false }
    }

    /// The same type with the member at `index` as its sentinel.
    #[must_use]
    pub const fn with_sentinel(self, index: usize) -> Self {
        Self { sentinel: Some(index), ..self }
    }

    /// The same type with sets of members as its values (`IsFlags`).
    #[must_use]
    pub const fn with_flags(self) -> Self {
        Self { is_flags: true, ..self }
    }

    /// The qualified name: `microsoft.graph.security.caseAction`.
    #[must_use]
    pub const fn qualified_name(&self) -> &'static str {
        self.qualified_name
    }

    /// The members in declaration order.
    #[must_use]
    pub const fn members(&self) -> &'static [Member] {
        self.members
    }

    /// The position of the sentinel among the [members](Self::members), in an evolvable enumeration.
    #[must_use]
    pub const fn sentinel(&self) -> Option<usize> {
        self.sentinel
    }

    /// Whether a value is a set of members.
    #[must_use]
    pub const fn is_flags(&self) -> bool {
        self.is_flags
    }

    /// Whether the number of the member at a position is zero, a bit, or made of the bits of other members; or one that services
    /// have all the same: the sentinel's (Graph has a 22 beside 1, 2, 4, 8) and a negative one.
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

    /// The name of the member at a position.
    pub(crate) fn name_at(&self, position: usize) -> &'static str {
        self.members.get(position).map_or("", |member| member.name)
    }

    /// The position of the member that a text stands for: its name, or its number in digits (`"action": "3"`).
    pub(crate) fn position_of_text(&self, text: &str) -> Option<usize> {
        self.position_of_name(text).or_else(|| self.position_of_value(number(text)?))
    }

    /// The position of the member with that name, to the letter.
    #[must_use]
    pub fn position_of_name(&self, name: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == name)
    }

    /// The position of the first member with that value.
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
    /// A member with its name and its number.
    #[must_use]
    pub const fn new(name: &'static str, value: i64) -> Self {
        Self { name, value }
    }

    /// The name on the wire: `holdUpdate`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The number behind the name.
    #[must_use]
    pub const fn value(&self) -> i64 {
        self.value
    }
}

/// The number that a text of digits stands for: `"action": "3"`.
pub(crate) fn number(text: &str) -> Option<i64> {
    let starts_as_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    starts_as_number.then(|| text.parse().ok()).flatten()
}

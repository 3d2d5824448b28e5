//! The storage of an `Extra`: JSON text that is parsed when the members are accessed, or parsed members.

use core::hash::{Hash, Hasher};
use std::sync::OnceLock;

use crate::json::plain;
use crate::untyped::Members;

/// The undeclared members of an object as JSON text, such as `{"nickname":"Pat","age":7}`.
///
/// The names of the members are unique and have no escapes, and the values are [plain](crate::json::plain), so that
/// parsing can't fail. The text contains no whitespace between values.
#[derive(Clone, Debug)]
pub(crate) struct MembersText {
    pub(crate) object: Box<str>,
    /// Whether the members are written as they are in the text: all members are dynamic properties, and the writer uses
    /// the same escapes and digits.
    pub(crate) is_canonical: bool,
}

/// The members of an `Extra` that isn't empty.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// The text of the members. `None` if the members weren't read as text, or were changed after reading.
    text: Option<MembersText>,
    /// The members, which are parsed from `text` at the first access. If `text` is `None`, the members are always set.
    members: OnceLock<Members>,
}

impl Stored {
    pub(super) const fn from_text(text: MembersText) -> Self {
        Self { text: Some(text), members: OnceLock::new() }
    }

    /// Returns the text of the members, if it is available.
    pub(super) const fn text(&self) -> Option<&MembersText> {
        self.text.as_ref()
    }

    /// Returns the members. Parses the text if the members are accessed for the first time.
    #[inline]
    pub(super) fn members(&self) -> &Members {
        self.members.get_or_init(|| Self::parsed(self.text.as_ref()))
    }

    /// Returns the members for a change, and discards their text.
    pub(super) fn members_mut(&mut self) -> &mut Members {
        self.members();
        self.text = None;
        self.members.get_mut().unwrap_or_else(|| unreachable!("the members are parsed"))
    }

    /// Returns the members. Parses the text if the members haven't been accessed yet.
    pub(super) fn into_members(self) -> Members {
        self.members.into_inner().unwrap_or_else(|| Self::parsed(self.text.as_ref()))
    }

    #[inline(never)]
    fn parsed(text: Option<&MembersText>) -> Members {
        text.map_or_else(Members::default, |text| plain::parse(&text.object))
    }
}

impl From<Members> for Stored {
    fn from(members: Members) -> Self {
        Self { text: None, members: members.into() }
    }
}

/// Clones the text if it is available, because cloning the parsed members would allocate memory for each member.
impl Clone for Stored {
    fn clone(&self) -> Self {
        match &self.text {
            Some(text) => Self::from_text(text.clone()),
            None => self.members().clone().into(),
        }
    }
}

/// Compares the members. If both were read from the same text, the members are equal and don't have to be parsed.
impl PartialEq for Stored {
    fn eq(&self, other: &Self) -> bool {
        let has_equal_text = match (&self.text, &other.text) {
            (Some(text), Some(other)) => text.object == other.object,
            _ => false,
        };
        has_equal_text || self.members() == other.members()
    }
}

impl Eq for Stored {}

impl Hash for Stored {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.members().hash(state);
    }
}

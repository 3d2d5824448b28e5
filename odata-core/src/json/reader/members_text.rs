//! Creates the text of undeclared members, which an `Extra` parses when its members are accessed.

use core::ops::Range;
use std::borrow::Cow;
use std::collections::HashSet;

use super::Reader;
use super::plain::MAX_MEMBERS;
use super::postponed::Postponed;
use super::string::contains_at_sign;
use crate::control;
use crate::extra::MembersText;

/// How the text of an undeclared member can be used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The member must be parsed while the object is read.
    Other,
    /// The name of the member has no escapes, and the value is [plain](super::plain).
    Plain,
    /// The member is plain, and the writer would write its value with exactly the same text.
    Canonical,
}

impl<'de> Reader<'de> {
    /// Returns the text of an object with `count` members. Returns `None` if a member isn't plain, or if two members
    /// have the same name.
    pub(super) fn members_text<'p>(
        &mut self,
        members: impl Iterator<Item = &'p Postponed<'de>> + Clone,
        count: usize,
    ) -> Option<MembersText>
    where
        'de: 'p,
    {
        let (mut length, mut is_canonical) = (1, true);
        let mut names = core::mem::take(&mut self.names);
        names.clear();
        let has_few = count <= MAX_MEMBERS;
        for member in members.clone() {
            let name = member.plain_name()?;
            let is_annotation = contains_at_sign(name.as_bytes());
            // A short name such as `@etag` is stored as `@odata.etag`.
            if is_annotation && matches!(control::normalized(name), Cow::Owned(_)) {
                return None;
            }
            if has_few && names.contains(&name) {
                return None;
            }
            names.push(name);
            length += member.text_range().len() + 1;
            is_canonical &= member.form == Form::Canonical && !is_annotation;
        }
        if !has_few && names.iter().collect::<HashSet<_>>().len() < count {
            return None;
        }
        self.names = names;
        let ranges = members.map(Postponed::text_range);
        Some(MembersText { object: object_text(self.text, ranges, length).into(), is_canonical })
    }
}

/// Returns the text of an object with the given members, whose names and values have the given ranges in `text`.
/// `length` is the length of the object's text.
fn object_text(text: &str, mut members: impl Iterator<Item = Range<usize>>, length: usize) -> String {
    let mut object = String::with_capacity(length);
    object.push('{');
    let mut range = members.next().unwrap_or_default();
    for next in members {
        // Usually, the members are separated only by commas, and can be copied at once.
        if next.start == range.end + 1 {
            range.end = next.end;
            continue;
        }
        object.push_str(&text[range]);
        object.push(',');
        range = next;
    }
    object.push_str(&text[range]);
    object.push('}');
    object
}

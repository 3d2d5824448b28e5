//! The members of an enumeration type that are generated as variants.

use std::collections::HashSet;

use super::Warning;
use crate::document::{EnumerationType, Member, UNKNOWN_FUTURE_VALUE};

/// Checks whether properties with an enumeration type are generated as `Flags<T>`. Returns `false` if no member is generated as a variant,
/// because `Flags<T>` needs an enum with variants.
pub(super) fn is_generated_as_flags(enumeration: &EnumerationType) -> bool {
    enumeration.is_flags && !split_members(enumeration).0.is_empty()
}

/// Returns the members of an enumeration type for which a variant is generated, and a doc comment text that lists the
/// omitted members. For example, a member is omitted if its value is a duplicate. When an omitted member is
/// deserialized, it is read as an unknown member.
pub(super) fn split_members(enumeration: &EnumerationType) -> (Vec<&Member>, String) {
    let others = without_variant(enumeration);
    let is_other = |member: &Member| others.iter().any(|(other, _)| core::ptr::eq(*other, member));
    let members = enumeration.members.iter().filter(|member| !is_other(member)).collect();
    let others: Vec<_> = others.iter().map(|(one, _)| format!("`{}` ({})", one.name, one.value)).collect();
    let sentence = match others.as_slice() {
        [] => String::new(),
        others => format!("; members without a variant: {}", others.join(", ")),
    };
    (members, sentence)
}

/// Returns the members for which no variant is generated: members with a duplicate value, and invalid flags. An invalid
/// flag combines bits that aren't all declared: the value 5 (4 + 1) is invalid if the type doesn't have both a member
/// with the value 4 and a member with the value 1. Each returned member comes with a `bool`: `true` for a duplicate
/// value, `false` for an invalid flag.
fn without_variant(enumeration: &EnumerationType) -> Vec<(&Member, bool)> {
    let values = enumeration.members.iter().map(|member| member.value.cast_unsigned());
    let bits = values.filter(|value| value.is_power_of_two()).fold(0, |bits, bit| bits | bit);
    let sentinel = |member: &Member| member.name == UNKNOWN_FUTURE_VALUE;
    let (mut values, mut others) = (HashSet::new(), Vec::new());
    for member in &enumeration.members {
        let is_combination =
            member.value < 0 || sentinel(member) || member.value.cast_unsigned() & !bits == 0;
        let is_flag = !enumeration.is_flags || is_combination;
        if values.contains(&member.value) || !is_flag {
            others.push((member, is_flag));
        } else {
            values.insert(member.value);
        }
    }
    others
}

/// Returns a warning for each member that has no variant.
pub(super) fn warnings(enumeration: &EnumerationType) -> impl Iterator<Item = Warning> {
    without_variant(enumeration).into_iter().map(|(member, is_duplicate)| {
        let element = format!("{}/{}", enumeration.qualified_name, member.name);
        if is_duplicate {
            Warning::DuplicateValue { element, value: member.value }
        } else {
            Warning::InvalidFlag { element, value: member.value }
        }
    })
}

//! Comparison of an enumeration type in the model with the CSDL document.

use core::cmp::Ordering;

use odata_core::metadata::{EnumerationType, Member};

use super::findings::Location;
use super::sentinels::Sentinels;
use super::service::Service;
use crate::document;

pub(super) fn check(service: &Service<'_>, model: &'static EnumerationType, location: &mut Location<'_>) {
    let name = model.qualified_name();
    let Some(documented) = service.enumeration(name) else {
        return location.contradiction(service.missing_type(name, "an enumeration type"));
    };
    match (documented.is_flags, model.is_flags()) {
        // A generated model has a normal enum for a flags enumeration without members, because `Flags` needs members.
        (true, false) if documented.members.is_empty() => {}
        (true, false) => location.contradiction("a flags enumeration in the document, not in the model"),
        (false, true) => location.contradiction("a flags enumeration in the model, not in the document"),
        _ => {}
    }
    let sentinels = Sentinels::of(documented, model);
    sentinels.check(location);
    for (here, member) in model.members().iter().enumerate() {
        let location = &mut location.inside(member.name());
        match documented.position(member.name()) {
            Some(there) => {
                check_value(&documented.members[there], member, location);
                sentinels.check_order(there, here, location);
            }
            None if sentinels.is_missing(here) => {}
            None => add_undocumented(documented, member.name(), location),
        }
    }
    for (there, member) in documented.members.iter().enumerate() {
        let order = sentinels.order_in_document(there);
        if order != Some(Ordering::Equal) && !is_modelled(documented, member, model) {
            let is_after_sentinel = order == Some(Ordering::Greater);
            let position = if is_after_sentinel { ", after the sentinel in the document" } else { "" };
            location.inside(&member.name).addition(format_args!("not in the model{position}"));
        }
    }
}

fn check_value(there: &document::Member, here: &Member, location: &mut Location<'_>) {
    let (there, here) = (there.value, here.value());
    if there != here {
        location.contradiction(format_args!("{there} in the document, {here} in the model"));
    }
}

/// Adds a finding about an enumeration member that only the model declares.
fn add_undocumented(documented: &document::EnumerationType, name: &str, location: &mut Location<'_>) {
    let mut members = documented.members.iter();
    match members.find(|there| there.name.eq_ignore_ascii_case(name)) {
        Some(there) => {
            location.contradiction(format_args!("not in the document, which declares `{}`", there.name));
        }
        None => location.contradiction("not in the document"),
    }
}

/// Checks whether the model declares an enumeration member of the document.
///
/// A member with a different letter case in the model, such as `Read` instead of `read`, also counts as declared,
/// because [`add_undocumented`] reports the wrong letter case. If the document declares both `Read` and `read`, the
/// model's `Read` doesn't count as `read`.
fn is_modelled(
    documented: &document::EnumerationType,
    there: &document::Member,
    model: &EnumerationType,
) -> bool {
    let differs_in_case =
        |name: &str| name.eq_ignore_ascii_case(&there.name) && documented.position(name).is_none();
    model.members().iter().any(|here| here.name() == there.name || differs_in_case(here.name()))
}

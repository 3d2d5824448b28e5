//! Enumeration types.

use core::cmp::Ordering;

use odata_core::metadata::{EnumerationType, Member};

use super::findings::Place;
use super::sentinels::Sentinels;
use super::service::Service;
use crate::document;

pub(super) fn check(service: &Service<'_>, model: &'static EnumerationType, place: &mut Place<'_>) {
    let name = model.qualified_name();
    let Some(documented) = service.enumeration(name) else {
        return place.contradiction(service.instead(name, "an enumeration type"));
    };
    match (documented.is_flags, model.is_flags()) {
        // A set without members is no set in Rust.
        (true, false) if documented.members.is_empty() => {}
        (true, false) => place.contradiction("a set of members in the document, one member in the model"),
        (false, true) => place.contradiction("one member in the document, a set of members in the model"),
        _ => {}
    }
    let sentinels = Sentinels::of(documented, model);
    sentinels.check(place);
    for (here, member) in model.members().iter().enumerate() {
        let place = &mut place.inside(member.name());
        match documented.position(member.name()) {
            Some(there) => {
                check_value(&documented.members[there], member, place);
                sentinels.check_sides(there, here, place);
            }
            None if sentinels.is_missing(here) => {}
            None => note_undocumented(documented, member.name(), place),
        }
    }
    for (there, member) in documented.members.iter().enumerate() {
        let side = sentinels.side_in_document(there);
        if side != Some(Ordering::Equal) && !is_modelled(documented, member, model) {
            let is_behind = side == Some(Ordering::Greater);
            let where_it_is = if is_behind { ", behind the sentinel in the document" } else { "" };
            place.inside(&member.name).addition(format_args!("not in the model{where_it_is}"));
        }
    }
}

fn check_value(there: &document::Member, here: &Member, place: &mut Place<'_>) {
    let (there, here) = (there.value, here.value());
    if there != here {
        place.contradiction(format_args!("{there} in the document, {here} in the model"));
    }
}

fn note_undocumented(documented: &document::EnumerationType, name: &str, place: &mut Place<'_>) {
    let mut members = documented.members.iter();
    match members.find(|there| there.name.eq_ignore_ascii_case(name)) {
        Some(there) => place.contradiction(format_args!("not in the document, which has `{}`", there.name)),
        None => place.contradiction("not in the document"),
    }
}

/// Whether the model has it; in another letter case, too, if the document has nothing by that name: that is
/// [noted](note_undocumented) where the model has it.
fn is_modelled(
    documented: &document::EnumerationType,
    there: &document::Member,
    model: &EnumerationType,
) -> bool {
    let is_meant_by =
        |name: &str| name.eq_ignore_ascii_case(&there.name) && documented.position(name).is_none();
    model.members().iter().any(|here| here.name() == there.name || is_meant_by(here.name()))
}

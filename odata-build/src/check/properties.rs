//! Which properties a type has.

use odata_core::metadata::StructuredType;

use super::findings::{Place, Severity};
use super::property;
use super::service::{Service, declares};
use crate::document::{self, Property};

pub(super) fn check<'d>(
    service: &Service<'d>,
    documented: &'d document::StructuredType,
    model: &'static StructuredType,
    place: &mut Place<'_>,
) {
    let key = service.key(documented);
    for here in model.own_properties() {
        let place = &mut place.inside(here.name());
        match documented.properties.iter().find(|there| there.name == here.name()) {
            Some(there) => {
                let is_key = key.iter().any(|reference| reference.name == there.name);
                property::check(service, there, is_key, (model, here), place);
            }
            None => note_undocumented(service, documented, here.name(), place),
        }
    }
    let is_modelled = |there: &&Property| is_modelled(service, documented, there, model);
    for there in documented.properties.iter().filter(|there| !is_modelled(there)) {
        note_unmodelled(there, model, place);
    }
    if model.denies_unknown() {
        let of_bases = service.line(documented).skip(1).flat_map(|base| &base.properties);
        for there in of_bases.filter(|there| comes_unasked(there) && !is_modelled(there)) {
            note_unmodelled(there, model, place);
        }
    }
}

/// A property of the model that the document's type does not declare.
///
/// An open type takes any, but not under a name that it declares elsewhere or in another letter case: that is no dynamic
/// property, it is a mistake.
fn note_undocumented<'d>(
    service: &Service<'d>,
    documented: &'d document::StructuredType,
    name: &str,
    place: &mut Place<'_>,
) {
    let of_base = service.line(documented).skip(1).find(|base| declares(base, name));
    let mut all = service.line(documented).flat_map(|one| &one.properties);
    let in_other_case = all.find(|there| there.name.eq_ignore_ascii_case(name));
    if let Some(base) = of_base {
        let base = &base.qualified_name;
        place.contradiction(format_args!("not in the document, where the base type `{base}` has it"));
    } else if let Some(there) = in_other_case {
        place.contradiction(format_args!("not in the document, which has `{}`", there.name));
    } else if service.is_open(documented) {
        place.addition("not in the document, whose type is open: a dynamic property");
    } else if let Some(derived) = service.derived_with(documented, name) {
        let derived = &derived.qualified_name;
        place.contradiction(format_args!("not in the document, where the derived type `{derived}` has it"));
    } else {
        place.contradiction("not in the document");
    }
}

/// A property of the document that the model's type does not declare.
fn note_unmodelled(there: &Property, model: &'static StructuredType, place: &mut Place<'_>) {
    let (severity, consequence) = match (model.denies_unknown(), model.preserves_undeclared()) {
        (true, _) if comes_unasked(there) => (Severity::Contradiction, ", which the model refuses"),
        (false, false) => (Severity::Addition, ", which is lost without an `extra`"),
        _ => (Severity::Addition, ""),
    };
    let kind = if there.is_navigation { "a navigation property to " } else { "" };
    let value_type = property::shown(&there.value_type);
    let message = format_args!("not in the model, {kind}{value_type} in the document{consequence}");
    place.inside(&there.name).note(severity, &message);
}

/// Whether the model has it, in the type or in a base type. In another letter case, too, if the document has nothing by that
/// name: that is [noted](note_undocumented) where the model has it.
fn is_modelled<'d>(
    service: &Service<'d>,
    documented: &'d document::StructuredType,
    there: &Property,
    model: &'static StructuredType,
) -> bool {
    let is_meant_by = |name: &str| {
        name.eq_ignore_ascii_case(&there.name) && !service.line(documented).any(|one| declares(one, name))
    };
    let mut all = model.inheritance_chain().flat_map(StructuredType::own_properties);
    all.any(|here| here.name() == there.name || is_meant_by(here.name()))
}

/// Whether it is there without being asked for. What a navigation property leads to has to be expanded, and a stream is
/// there as annotations, which no model refuses.
fn comes_unasked(there: &Property) -> bool {
    !there.is_navigation && there.value_type.name != "Edm.Stream"
}

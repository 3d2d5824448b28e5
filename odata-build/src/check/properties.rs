//! Comparison of the properties of a type in the model with the CSDL document.

use odata_core::metadata::StructuredType;

use super::findings::{Location, Severity};
use super::property;
use super::service::{Service, declares};
use crate::document::{self, Property};

pub(super) fn check<'d>(
    service: &Service<'d>,
    documented: &'d document::StructuredType,
    model: &'static StructuredType,
    location: &mut Location<'_>,
) {
    let key = service.key(documented);
    for here in model.own_properties() {
        let location = &mut location.inside(here.name());
        match documented.properties.iter().find(|there| there.name == here.name()) {
            Some(there) => {
                let is_key = key.iter().any(|reference| reference.name == there.name);
                property::check(service, there, is_key, (model, here), location);
            }
            None => add_undocumented(service, documented, here.name(), location),
        }
    }
    let is_modelled = |there: &&Property| is_modelled(service, documented, there, model);
    for there in documented.properties.iter().filter(|there| !is_modelled(there)) {
        add_unmodelled(there, model, location);
    }
    if model.denies_unknown() {
        let of_bases = service.inheritance_chain(documented).skip(1).flat_map(|base| &base.properties);
        for there in of_bases.filter(|there| is_returned_by_default(there) && !is_modelled(there)) {
            add_unmodelled(there, model, location);
        }
    }
}

/// Adds a finding about a property that a type declares in the model but not in the document.
///
/// If the type isn't open (`OpenType`), the finding is a [`Contradiction`](Severity::Contradiction). For an open type,
/// the finding is only an [`Addition`](Severity::Addition), because the service can return the property as a dynamic
/// property.
///
/// A property with the wrong letter case, such as `ID` instead of `id`, is a contradiction even in an open type. A
/// property that the document declares in a base type is also a contradiction even in an open type.
fn add_undocumented<'d>(
    service: &Service<'d>,
    documented: &'d document::StructuredType,
    name: &str,
    location: &mut Location<'_>,
) {
    let of_base = service.inheritance_chain(documented).skip(1).find(|base| declares(base, name));
    let mut all = service.inheritance_chain(documented).flat_map(|one| &one.properties);
    let in_other_case = all.find(|there| there.name.eq_ignore_ascii_case(name));
    if let Some(base) = of_base {
        let base = &base.qualified_name;
        location.contradiction(format_args!(
            "not in the document, where the base type `{base}` declares the property"
        ));
    } else if let Some(there) = in_other_case {
        location.contradiction(format_args!("not in the document, which declares `{}`", there.name));
    } else if service.is_open(documented) {
        location.addition("not in the document: a dynamic property of an open type");
    } else if let Some(derived) = service.derived_with(documented, name) {
        let derived = &derived.qualified_name;
        location.contradiction(format_args!(
            "not in the document, where the derived type `{derived}` declares the property"
        ));
    } else {
        location.contradiction("not in the document");
    }
}

/// Adds a finding about a property of the document that the model doesn't declare.
fn add_unmodelled(there: &Property, model: &'static StructuredType, location: &mut Location<'_>) {
    let (severity, consequence) = match (model.denies_unknown(), model.preserves_undeclared()) {
        (true, _) if is_returned_by_default(there) => (Severity::Contradiction, ", which the model rejects"),
        (false, false) => (Severity::Addition, ", which is lost without an `extra` field"),
        _ => (Severity::Addition, ""),
    };
    let kind = if there.is_navigation { "a navigation property to " } else { "" };
    let value_type = property::shown(&there.value_type);
    let message = format!("not in the model, {kind}{value_type} in the document{consequence}");
    location.inside(&there.name).add(severity, &message);
}

/// Checks whether the model declares a property of the document, in the same type or in a base type.
///
/// A property with a different letter case in the model, such as `ID` instead of `id`, also counts as declared, because
/// [`add_undocumented`] reports the wrong letter case. If the document declares both `ID` and `id`, the model's `ID`
/// doesn't count as `id`.
fn is_modelled<'d>(
    service: &Service<'d>,
    documented: &'d document::StructuredType,
    there: &Property,
    model: &'static StructuredType,
) -> bool {
    let differs_in_case = |name: &str| {
        name.eq_ignore_ascii_case(&there.name)
            && !service.inheritance_chain(documented).any(|one| declares(one, name))
    };
    let mut all = model.inheritance_chain().flat_map(StructuredType::own_properties);
    all.any(|here| here.name() == there.name || differs_in_case(here.name()))
}

/// Checks whether a response contains the property even if the request has no `$expand`. Returns `false` for a
/// navigation property, because a response contains it only if the request has `$expand`. Returns `false` for a stream
/// property such as `photo`: a response has no member `photo`, only annotations such as `photo@odata.mediaReadLink`.
fn is_returned_by_default(there: &Property) -> bool {
    !there.is_navigation && there.value_type.name != "Edm.Stream"
}

//! Entity and complex types.

use odata_core::metadata::{self, StructuredType};

use super::findings::Place;
use super::service::Service;
use super::{key, properties};
use crate::document;

pub(super) fn check(service: &Service<'_>, model: &'static StructuredType, place: &mut Place<'_>) {
    let name = model.qualified_name();
    let Some(documented) = service.structured(name) else {
        return place.contradiction(service.instead(name, "a structured type"));
    };
    check_kind(documented, model, place);
    check_base(documented, model, place);
    check_abstract(documented, model, place);
    if service.is_open(documented) {
        check_open(model, place);
    }
    key::check(service, documented, model, place);
    properties::check(service, documented, model, place);
}

fn check_kind(documented: &document::StructuredType, model: &StructuredType, place: &mut Place<'_>) {
    let there = match documented.kind {
        document::StructuredKind::Entity => "an entity type",
        document::StructuredKind::Complex => "a complex type",
    };
    let here = match model.kind() {
        metadata::StructuredKind::Entity => "an entity type",
        metadata::StructuredKind::Complex => "a complex type",
    };
    if there != here {
        place.contradiction(format_args!("{there} in the document, {here} in the model"));
    }
}

/// A base type that the model leaves out is a contradiction, too: its properties and its instances would be another type's.
fn check_base(documented: &document::StructuredType, model: &StructuredType, place: &mut Place<'_>) {
    let there = documented.base.as_deref();
    let here = model.base().map(StructuredType::qualified_name);
    if there != here {
        let shown = |base: Option<&str>| base.map_or_else(|| "none".to_owned(), |base| format!("`{base}`"));
        let (there, here) = (shown(there), shown(here));
        place.contradiction(format_args!("the base type is {there} in the document, {here} in the model"));
    }
}

/// A model may read what is of an abstract type: services send it, and it is the fallback for types that are not known.
fn check_abstract(documented: &document::StructuredType, model: &StructuredType, place: &mut Place<'_>) {
    match (documented.is_abstract, model.is_abstract()) {
        (true, false) => place.addition("abstract in the document, not in the model"),
        (false, true) => place.contradiction("abstract in the model, not in the document"),
        _ => {}
    }
}

/// What the dynamic properties of an open type come to.
fn check_open(model: &StructuredType, place: &mut Place<'_>) {
    if model.denies_unknown() {
        place.contradiction("an open type in the document, whose dynamic properties the model refuses");
    } else if !model.preserves_undeclared() {
        place.addition("an open type in the document, whose dynamic properties are lost without an `extra`");
    }
}

//! Comparison of an entity or complex type in the model with the CSDL document.

use odata_core::metadata::{self, StructuredType};

use super::findings::Location;
use super::service::Service;
use super::{key, properties};
use crate::document;

pub(super) fn check(service: &Service<'_>, model: &'static StructuredType, location: &mut Location<'_>) {
    let name = model.qualified_name();
    let Some(documented) = service.structured(name) else {
        return location.contradiction(service.missing_type(name, "a structured type"));
    };
    check_kind(documented, model, location);
    check_base(documented, model, location);
    check_abstract(documented, model, location);
    if service.is_open(documented) {
        check_open(model, location);
    }
    key::check(service, documented, model, location);
    properties::check(service, documented, model, location);
}

fn check_kind(documented: &document::StructuredType, model: &StructuredType, location: &mut Location<'_>) {
    let there = match documented.kind {
        document::StructuredKind::Entity => "an entity type",
        document::StructuredKind::Complex => "a complex type",
    };
    let here = match model.kind() {
        metadata::StructuredKind::Entity => "an entity type",
        metadata::StructuredKind::Complex => "a complex type",
    };
    if there != here {
        location.contradiction(format_args!("{there} in the document, {here} in the model"));
    }
}

/// Reports a type whose base type in the model differs from its base type in the document. For example, `user` is
/// reported if it derives from `directoryObject` in the document, but has no base type in the model.
fn check_base(documented: &document::StructuredType, model: &StructuredType, location: &mut Location<'_>) {
    let there = documented.base.as_deref();
    let here = model.base().map(StructuredType::qualified_name);
    if there != here {
        let shown = |base: Option<&str>| base.map_or_else(|| "none".to_owned(), |base| format!("`{base}`"));
        let (there, here) = (shown(there), shown(here));
        location.contradiction(format_args!("the base type is {there} in the document, {here} in the model"));
    }
}

/// Reports a type that is abstract only in the document or only in the model. If the type is abstract only in the
/// document, the finding is an [`Addition`](super::Severity::Addition), because the model can still read all values.
fn check_abstract(
    documented: &document::StructuredType,
    model: &StructuredType,
    location: &mut Location<'_>,
) {
    match (documented.is_abstract, model.is_abstract()) {
        (true, false) => location.addition("abstract in the document, not in the model"),
        (false, true) => location.contradiction("abstract in the model, not in the document"),
        _ => {}
    }
}

/// Reports an open type of the document if the model rejects or loses dynamic properties. Dynamic properties are lost if the type in the
/// model has no `Extra` field.
fn check_open(model: &StructuredType, location: &mut Location<'_>) {
    if model.denies_unknown() {
        location.contradiction("an open type in the document, whose dynamic properties the model rejects");
    } else if !model.preserves_undeclared() {
        location.addition(
            "an open type in the document, whose dynamic properties are lost without an `extra` field",
        );
    }
}

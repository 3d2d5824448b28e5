//! Tests the `METADATA` constants of types.

use odata_core::metadata::{Property, StructuredKind, StructuredType};
use odata_core::{ODataEnum, ODataStructured};
use odata_examples::graph::{Entity, IdentitySet};
use odata_examples::security::{CaseAction, EdiscoveryExportOperation, EdiscoverySearch, ExportOptions};

#[test]
fn type_has_name_and_inheritance_chain() {
    let metadata = EdiscoveryExportOperation::METADATA;
    assert_eq!(metadata.qualified_name(), "microsoft.graph.security.ediscoveryExportOperation");
    assert_eq!(metadata.namespace(), "microsoft.graph.security");
    assert_eq!(metadata.name(), "ediscoveryExportOperation");
    let chain: Vec<_> = metadata.inheritance_chain().map(StructuredType::name).collect();
    assert_eq!(chain, ["ediscoveryExportOperation", "caseOperation", "entity"]);
    assert_eq!(metadata.kind(), StructuredKind::Entity);
    assert_eq!(IdentitySet::METADATA.kind(), StructuredKind::Complex);
    assert!(Entity::METADATA.is_abstract() && !metadata.is_abstract());
}

#[test]
fn property_has_name_type_and_access() {
    let metadata = EdiscoveryExportOperation::METADATA;
    let described: Vec<_> =
        ["id", "createdBy", "exportFileMetadata", "exportOptions", "completedDateTime", "reviewSet"]
            .iter()
            .map(|name| metadata.property_named(name).expect(name).value_type().to_string())
            .collect();
    assert_eq!(
        described,
        [
            "Edm.String",
            "microsoft.graph.identitySet",
            "Collection(microsoft.graph.security.exportFileMetadata)",
            "microsoft.graph.security.exportOptions",
            "Edm.DateTimeOffset",
            "microsoft.graph.security.ediscoveryReviewSet",
        ]
    );
    let id = metadata.property_named("id").expect("a key");
    assert!(id.is_key() && id.is_computed() && !id.is_immutable() && !id.is_navigation());
    assert!(metadata.property_named("reviewSet").expect("a navigation property").is_navigation());
    assert!(metadata.property_named("ID").is_none());
}

#[test]
fn property_has_same_slot_in_derived_types() {
    let metadata = EdiscoveryExportOperation::METADATA;
    assert_eq!(metadata.property_count(), 1 + 7 + 7);
    for (slot, name) in [(0, "id"), (1, "action"), (7, "status"), (8, "description"), (14, "reviewSetQuery")]
    {
        assert_eq!(metadata.slot_of(name), Some(slot));
        assert_eq!(metadata.property(slot).map(Property::name), Some(name));
    }
    assert!(metadata.property(15).is_none());
}

#[test]
fn metadata_of_mutually_recursive_types() {
    let to_search = EdiscoverySearch::METADATA.property_named("addToReviewSetOperation").expect("declared");
    let Some(operation) = to_search.value_type().structured() else { panic!("not structured") };
    let back = operation.property_named("search").expect("declared");
    assert_eq!(back.value_type().to_string(), "microsoft.graph.security.ediscoverySearch");
}

#[test]
fn enumeration_has_members() {
    let metadata = CaseAction::METADATA;
    assert_eq!(metadata.qualified_name(), "microsoft.graph.security.caseAction");
    assert_eq!((metadata.members().len(), metadata.sentinel(), metadata.is_flags()), (12, Some(7), false));
    let flags = ExportOptions::METADATA;
    assert_eq!((flags.members().len(), flags.sentinel(), flags.is_flags()), (9, Some(4), true));
    assert_eq!(flags.members()[3].value(), 16);
}

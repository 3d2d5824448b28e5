//! Compares the handwritten model with the `$metadata` of the service. Run this test in CI. After the service has changed,
//! replace `metadata.xml`: the test then lists the differences.

use generated_model::handwritten::Order;
use odata_build::{Check, Document, Finding};

fn metadata() -> Document {
    Document::read_file(concat!(env!("CARGO_MANIFEST_DIR"), "/metadata.xml")).expect("valid CSDL")
}

#[test]
fn model_does_not_contradict_metadata() {
    let metadata = metadata();
    let findings = Check::new(&metadata).model::<Order>().findings();
    assert!(!findings.has_contradictions(), "{findings}");
    // `Order` and the types of its properties: `Address` and `OrderState`.
    assert_eq!(findings.type_count(), 3);
}

/// Lists everything that the model omits, so that the test fails if the service adds a property.
#[test]
fn model_omits_only_known_elements() {
    let metadata = metadata();
    let findings = Check::new(&metadata).model::<Order>().findings();
    let additions: Vec<&str> = findings.additions().map(Finding::path).collect();
    assert_eq!(additions, ["contoso.order/items"], "{findings}");
}

/// The service has changed the type of a property and added another property.
#[test]
fn changes_of_service_are_reported() {
    let note = r#"<Property Name="note" Type="Edm.String" />"#;
    let changed =
        r#"<Property Name="note" Type="Edm.Int32" /><Property Name="discount" Type="Edm.Decimal" />"#;
    let metadata = include_str!("../metadata.xml").replace(note, changed);
    let document = Document::read(&metadata).expect("valid CSDL");
    let findings = Check::new(&document).model::<Order>().findings();
    assert!(findings.has_contradictions());
    assert_eq!(
        findings.to_string(),
        "contradictions:
  contoso.order
    note: `Edm.Int32` in the document, `Edm.String` in the model
additions:
  contoso.order
    discount: not in the model, `Edm.Decimal` in the document
    items: not in the model, a navigation property to `Collection(contoso.orderItem)` in the document

1 contradiction and 2 additions in 1 of 3 types",
    );
}

//! Comparison of models with documents: a sample model with one difference in each test case, and the case operations of Microsoft Graph.

mod changes;
mod clinic;
mod operations;

use odata_build::{Check, Configuration, Document, Findings, Severity};
use odata_core::{ODataEntity, ODataValue};
use odata_examples::graph::Site;
use odata_examples::{legacy, security};

use clinic::{DOCUMENT, Desk, Prescription, Unit, Visit};

fn findings(document: &str) -> Findings {
    let document = Document::read(document).expect("CSDL");
    Check::new(&document).model::<Prescription>().types([Visit::TYPE, Desk::TYPE, Unit::TYPE]).findings()
}

/// Returns the sample document in which one string is replaced.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    assert_eq!(DOCUMENT.matches(from).count(), 1, "one `{from}` in the document");
    assert_ne!(from, to);
    DOCUMENT.replace(from, to)
}

#[test]
fn matching_document_has_no_findings() {
    let findings = findings(DOCUMENT);
    assert_eq!(findings.to_string(), "no difference in 14 types");
    assert!(findings.is_empty() && !findings.has_contradictions());
}

#[test]
fn model_matches_its_own_document() {
    let types = || {
        let clinic = [Prescription::TYPE, Visit::TYPE, Desk::TYPE, Unit::TYPE];
        let of_cases = [security::EdiscoveryCase::TYPE, security::AnyCaseOperation::TYPE, Site::TYPE];
        clinic.into_iter().chain(of_cases).chain([legacy::AnyCaseOperation::TYPE])
    };
    let document = Document::of_model(types());
    let findings = Check::new(&document).types(types()).findings();
    assert!(findings.is_empty(), "{findings}");
    assert_eq!(
        findings.type_count(),
        document.structured_types().count() + document.enumeration_types().count()
    );
}

#[test]
fn differences_are_reported_at_their_paths() {
    for (from, to, expected) in changes::found() {
        let found: Vec<_> = findings(&changed(from, to)).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "`{from}` changed to `{to}`");
    }
}

#[test]
fn irrelevant_differences_are_not_reported() {
    for (from, to) in changes::NOT_FOUND {
        let findings = findings(&changed(from, to));
        assert!(findings.is_empty(), "`{from}` changed to `{to}`: {findings}");
    }
}

#[test]
fn findings_are_grouped_by_severity_and_type() {
    let document = changed(r#"Name="city" Type="Edm.String""#, r#"Name="city" Type="Edm.Guid""#)
        .replace(r#"<PropertyRef Name="room" />"#, "")
        .replace(r#"Name="hour" Type="Edm.Int16""#, r#"Name="hour" Type="Edm.Int32""#)
        .replace(r#"<Member Name="mg" />"#, r#"<Member Name="mg" /><Member Name="g" /><Member Name="kg" />"#)
        .replace(r#"<EntityType Name="visit">"#, r#"<EntityType Name="visit" Abstract="true">"#);
    let findings = findings(&document);
    assert_eq!(
        findings.to_string(),
        "contradictions:
  clinic.address
    city: `Edm.Guid` in the document, `Edm.String` in the model
  clinic.visit
    the key is `hour` in the document, `room`, `hour` in the model
    hour: `Edm.Int32` in the document, `Edm.Int16` in the model
additions:
  clinic.unit
    g: not in the model
    kg: not in the model
  clinic.visit
    abstract in the document, not in the model

3 contradictions and 3 additions in 3 of 14 types"
    );
    assert_eq!((findings.len(), findings.iter().count(), findings.type_count()), (6, 6, 14));
    assert_eq!((findings.contradictions().count(), findings.additions().count()), (3, 3));
    let first = findings.contradictions().next().expect("there are three");
    assert_eq!((first.severity(), first.path()), (Severity::Contradiction, "clinic.address/city"));
    assert_eq!(first.message(), "`Edm.Guid` in the document, `Edm.String` in the model");
}

#[test]
fn missing_type_message_names_other_document() {
    let document = r#"<Edmx><Reference Uri="https://clinic.example/$metadata"><Include Namespace="clinic" /></Reference></Edmx>"#;
    let found = Check::new(&Document::read(document).expect("CSDL")).model::<Unit>().findings().to_string();
    let message =
        "not in the document, which includes the namespace `clinic` from `https://clinic.example/$metadata`";
    assert!(found.contains(message), "{found}");
}

#[test]
fn circular_base_types_are_supported() {
    let document =
        changed(r#"<ComplexType Name="dwelling">"#, r#"<ComplexType Name="dwelling" BaseType="c.office">"#);
    assert!(findings(&document).has_contradictions());
}

#[test]
fn options_of_model_prevent_findings_about_computed_properties() {
    let document = Document::read(
        r#"<Edmx><DataServices><Schema Namespace="c"><EntityType Name="robot"><Key><PropertyRef Name="id" /></Key>
        <Property Name="id" Type="Edm.Int32" Nullable="false"><Annotation Term="Org.OData.Core.V1.Computed" /></Property>
        <Property Name="arms" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.Computed" /></Property>
        <Property Name="legs" Type="Edm.Int32"><Annotation Term="Org.OData.Core.V1.Permissions" EnumMember="Org.OData.Core.V1.Permission/Read" />
        </Property></EntityType></Schema></DataServices></Edmx>"#,
    )
    .expect("CSDL");
    let paths = |check: Check<'_>| {
        let findings = check.model::<Robot>().findings();
        findings.iter().map(|finding| finding.path().to_owned()).collect::<Vec<_>>()
    };
    let new = || Check::new(&document);
    assert_eq!(paths(new()), ["c.robot/arms", "c.robot/id", "c.robot/legs"]);
    assert_eq!(paths(new().not_computed("c.robot/arms")), ["c.robot/id", "c.robot/legs"]);
    assert_eq!(paths(new().not_computed("*/*s")), ["c.robot/id"], "a pattern doesn't apply to keys");
    let mut configuration = Configuration::default();
    configuration.set("not-computed", "c.robot/legs").expect("an option");
    configuration.set("key", "c.*=required").expect("an option");
    configuration.set("types", "c.robot").expect("an option");
    assert_eq!(paths(new().configure(&configuration)), ["c.robot/arms"]);
    // The options don't require that other properties of the model are computed.
    configuration.set("computed", "*").expect("an option");
    assert_eq!(paths(new().configure(&configuration)), ["c.robot/arms", "c.robot/legs"]);
}

#[derive(ODataEntity)]
#[odata(namespace = "c")]
struct Robot {
    #[odata(key)]
    id: Option<i32>,
    arms: Option<i32>,
    legs: Option<i32>,
}

#[test]
fn case_operations_match_graph_document() {
    let Some(document) = crate::document_of_graph() else { return };
    let check = Check::new(&document).model::<security::EdiscoveryCase>().model::<security::AnyDataSource>();
    let findings = check.model::<security::AnyCaseOperation>().model::<Site>().findings();
    println!("{findings}");
    assert!(!findings.has_contradictions(), "{findings}");
    assert!(findings.additions().any(|addition| addition.path() == "microsoft.graph.site/drives"));
}

/// The model differs from the document in types of an earlier version, and in elements that the service returns but that the document
/// doesn't declare.
#[test]
fn unpublished_elements_are_only_differences() {
    let Some(document) = crate::document_of_graph() else { return };
    let check =
        Check::new(&document).model::<legacy::AnyCaseOperation>().model::<security::EdiscoveryHoldPolicy>();
    let findings = check.findings();
    let differing: Vec<_> = findings.contradictions().map(|one| (one.path(), one.message())).collect();
    let unpublished = [
        "caseAction",
        "caseExportOperation",
        "caseOperation",
        "caseOperationStatus",
        "exportFileStructure",
        "exportOptions",
        "security.ediscoveryHoldPolicy",
        "security.policyBase",
        "tagOperation",
    ]
    .map(|name| format!("microsoft.graph.{name}"));
    let expected: Vec<_> = unpublished.iter().map(|place| (place.as_str(), "not in the document")).collect();
    assert_eq!(differing, expected);
}

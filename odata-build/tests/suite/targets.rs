//! Annotations with a target path apply to the elements of all documents, regardless of the order in which the documents are included.
//! (A13)

use odata_build::Document;
use odata_build::document::{Annotations, Warning};

const MODEL: &str = r#"<Edmx><DataServices><Schema Namespace="clinic.model" Alias="m">
  <EntityType Name="record" Abstract="true"><Key><PropertyRef Name="id"/></Key>
    <Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="made" Type="Edm.DateTimeOffset"/></EntityType>
  <EntityType Name="ward" BaseType="m.record"><NavigationProperty Name="head" Type="m.record"/><Property Name="size" Type="m.size"/>
  </EntityType>
  <ComplexType Name="size"><Property Name="beds" Type="Edm.Int32"/></ComplexType>
  <EnumType Name="state"><Member Name="open"/></EnumType>
  <TypeDefinition Name="length" UnderlyingType="Edm.Int32"/>
  <Action Name="close" IsBound="true"><Parameter Name="it" Type="m.ward"/><Parameter Name="reason" Type="Edm.String"/></Action>
  <Action Name="close" IsBound="true"><Parameter Name="it" Type="Collection(m.ward)"/></Action>
  <Function Name="count"/><Term Name="color" Type="Edm.String"/>
  <EntityContainer Name="all"><EntitySet Name="wards" EntityType="m.ward"/><ActionImport Name="reset" Action="m.reset"/></EntityContainer>
</Schema></DataServices></Edmx>"#;

fn annotations(targets: &[&str]) -> (Document, Document) {
    let of_target = |target: &&str| {
        format!(
            r#"<Annotations Target="{target}"><Annotation Term="Core.Description" String="{target}"/></Annotations>"#
        )
    };
    let all: String = targets.iter().map(of_target).collect();
    let xml = format!(
        r#"<Edmx><Reference Uri="model.xml"><Include Namespace="clinic.model" Alias="model"/></Reference>
           <Reference Uri="core.xml"><Include Namespace="Org.OData.Core.V1" Alias="Core"/></Reference>
           <DataServices><Schema Namespace="clinic.annotations">{all}</Schema></DataServices></Edmx>"#
    );
    let all: Vec<_> =
        targets.iter().map(|target| format!(r#""{target}": {{"@Core.Description": "{target}"}}"#)).collect();
    let json = format!(
        r#"{{"$Version": "4.01", "$Reference": {{"model.xml": {{"$Include": [{{"$Namespace": "clinic.model", "$Alias": "model"}}]}},
           "core.xml": {{"$Include": [{{"$Namespace": "Org.OData.Core.V1", "$Alias": "Core"}}]}}}},
           "clinic.annotations": {{"$Annotations": {{{}}}}}}}"#,
        all.join(",")
    );
    (Document::from_xml(&xml).expect("CSDL XML"), Document::from_json(&json).expect("CSDL JSON"))
}

/// Returns documents with annotations that were included before or after the annotated elements, from CSDL XML and CSDL JSON.
fn with_annotations(targets: &[&str]) -> [Document; 4] {
    let (xml, json) = annotations(targets);
    let model = || Document::from_xml(MODEL).expect("CSDL");
    let include = |mut document: Document, other: Document| {
        document.include(other);
        document
    };
    [
        include(model(), xml.clone()),
        include(xml, model()),
        include(model(), json.clone()),
        include(json, model()),
    ]
}

#[track_caller]
fn assert_applied(target: &str, annotations: impl Fn(&Document) -> &Annotations) {
    for document in with_annotations(&[target]) {
        assert_eq!(annotations(&document).description.as_deref(), Some(target));
        assert_eq!(document.annotations, []);
        assert_eq!(document.warnings(), []);
        for text in [document.to_xml(), document.to_json()] {
            let read = Document::read(&text).expect("CSDL");
            assert_eq!(annotations(&read).description.as_deref(), Some(target), "{text}");
        }
    }
}

#[test]
fn target_in_another_document_is_annotated() {
    for alias in ["clinic.model", "m", "model"] {
        assert_applied(&format!("{alias}.ward"), |document| {
            &document.structured_type("clinic.model.ward").unwrap().annotations
        });
        assert_applied(&format!("{alias}.record/made"), |document| {
            &document.structured_type("clinic.model.record").unwrap().properties[1].annotations
        });
        assert_applied(&format!("{alias}.ward/head"), |document| {
            &document.structured_type("clinic.model.ward").unwrap().properties[0].annotations
        });
        assert_applied(&format!("{alias}.state"), |document| {
            &document.enumeration_type("clinic.model.state").unwrap().annotations
        });
        assert_applied(&format!("{alias}.state/open"), |document| {
            &document.enumeration_type("clinic.model.state").unwrap().members[0].annotations
        });
        assert_applied(&format!("{alias}.length"), |document| {
            &document.type_definition("clinic.model.length").unwrap().annotations
        });
        assert_applied(&format!("{alias}.close({alias}.ward)"), |document| {
            &document.actions().next().unwrap().annotations
        });
        assert_applied(&format!("{alias}.close(Collection({alias}.ward))"), |document| {
            &document.actions().nth(1).unwrap().annotations
        });
        assert_applied(&format!("{alias}.close/reason"), |document| {
            &document.actions().next().unwrap().parameters[1].annotations
        });
        let container = |document: &'_ Document| {
            document.schemas.iter().find_map(|schema| schema.container.clone()).expect("a container")
        };
        for document in with_annotations(&[
            &format!("{alias}.all"),
            &format!("{alias}.all/wards"),
            &format!("{alias}.all/reset"),
        ]) {
            assert!(container(&document).annotations.description.is_some());
            assert!(container(&document).entity_sets["wards"].annotations.description.is_some());
            assert!(container(&document).action_imports["reset"].annotations.description.is_some());
            assert_eq!(document.warnings(), []);
        }
    }
}

#[test]
fn annotation_of_inherited_property_applies_to_derived_type() {
    assert_applied("model.ward/id", |document| {
        let ward = document.structured_type("clinic.model.ward").unwrap();
        ward.inherited_annotations.get("id").unwrap_or(&ward.annotations)
    });
    for document in with_annotations(&["m.ward/id"]) {
        let record = document.structured_type("clinic.model.record").expect("a type");
        assert_eq!(record.properties[0].annotations, Annotations::default());
    }
}

#[test]
fn target_without_own_annotations_is_preserved() {
    for target in [
        "clinic.model.all/wards/made",
        "clinic.model.all/wards/clinic.model.ward/head",
        "clinic.model.ward/size/beds",
        "clinic.model.count()",
        "clinic.model.color",
        "clinic.model.ward/head@Core.Description",
    ] {
        for document in with_annotations(&[target]) {
            assert_eq!(document.annotations.len(), 1);
            assert_eq!(document.annotations[0].target, target);
            assert_eq!(document.annotations[0].annotations.description.as_deref(), Some(target));
            assert_eq!(document.warnings(), []);
        }
    }
}

#[test]
fn unknown_target_is_reported() {
    for target in [
        "clinic.model.missing",
        "clinic.model.ward/nothing",
        "clinic.model.ward/size/nothing",
        "clinic.model.state/closed",
        "clinic.model.all/rooms",
        "clinic.model.close/nothing",
        "other.ward",
        "nonsense",
        "",
    ] {
        for document in with_annotations(&[target, "m.ward"]) {
            let expected = target.to_owned();
            assert_eq!(document.warnings(), [Warning::UnknownTarget(expected)]);
            assert_eq!(document.annotations.len(), 1, "the annotation is preserved");
        }
    }
    let (xml, _) = annotations(&["m.ward"]);
    assert_eq!(
        xml.warnings()[0].to_string(),
        "the annotations of `m.ward` are ignored: no document declares the target"
    );
}

#[test]
fn computed_annotation_in_other_document_applies() {
    let mut document = Document::from_xml(MODEL).expect("CSDL");
    let annotations = r#"<Edmx><DataServices><Schema Namespace="a"><Annotations Target="clinic.model.record/made">
        <Annotation Term="Core.Computed"/></Annotations><Annotations Target="clinic.model.record/made" Qualifier="q">
        <Annotation Term="Core.Immutable"/></Annotations></Schema></DataServices></Edmx>"#;
    document.include(Document::from_xml(annotations).expect("CSDL"));
    let core =
        r#"<Edmx><DataServices><Schema Namespace="Org.OData.Core.V1" Alias="Core"/></DataServices></Edmx>"#;
    document.include(Document::from_xml(core).expect("CSDL"));
    let made = &document.structured_type("clinic.model.record").expect("a type").properties[1];
    assert_eq!(made.annotations.others.iter().filter(|one| one.qualifier.as_deref() == Some("q")).count(), 1);
    assert!(!made.annotations.is_immutable, "a qualified annotation isn't the default");
}

#[test]
fn including_document_twice_has_no_effect() {
    let once = Document::from_xml(MODEL).expect("CSDL");
    let mut twice = once.clone();
    twice.include(once.clone());
    assert_eq!(twice, once);
    let other = MODEL.replace(r#"Name="made" Type="Edm.DateTimeOffset""#, r#"Name="made" Type="Edm.Date""#);
    twice.include(Document::from_xml(&other).expect("CSDL"));
    assert_eq!(twice.warnings(), [Warning::Redeclared("clinic.model.record".to_owned())]);
    Document::from_json(&twice.to_json()).expect("names are unique");
}

#[test]
fn containers_with_different_base_containers_are_reported() {
    let document = |extends: &str| {
        let xml = format!(
            r#"<Edmx><DataServices><Schema Namespace="clinic"><EntityContainer Name="all"{extends}/></Schema></DataServices></Edmx>"#
        );
        Document::from_xml(&xml).expect("CSDL")
    };
    let (of_base, of_other) = (r#" Extends="base.all""#, r#" Extends="other.all""#);
    let redeclared = Warning::Redeclared("clinic.all".to_owned());
    for (first, second, base, expected) in [
        (of_base, of_base, Some("base.all"), vec![]),
        (of_base, "", Some("base.all"), vec![]),
        ("", of_base, Some("base.all"), vec![]),
        ("", "", None, vec![]),
        (of_base, of_other, Some("base.all"), vec![redeclared]),
    ] {
        let mut merged = document(first);
        merged.include(document(second));
        let container = merged.schemas[0].container.as_ref().expect("a container");
        assert_eq!(container.base.as_deref(), base, "{first} and {second}");
        assert_eq!(merged.warnings(), expected, "{first} and {second}");
    }
}

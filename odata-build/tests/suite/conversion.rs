//! A converted document contains everything that the original document contains, except content that a warning lists.
//!
//! The tests compare the XML elements of the original and the converted document, so they also detect elements that the reader ignores.

mod grammar;
mod items;
mod values;

use std::path::Path;

use odata_build::Document;
use odata_build::document::{Version, Warning};
use proptest::prelude::*;

use items::Items;

/// Returns the items that only the original document or only the converted documents contain.
fn differences(xml: &str) -> Vec<String> {
    let document = Document::from_xml(xml).unwrap_or_else(|error| panic!("{error}\n{xml}"));
    let expected = Items::of(xml, &document);
    let by_xml = Items::of(&document.to_xml(), &document);
    let json = document.to_json();
    let by_json = Document::from_json(&json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    let by_json = Items::of(&by_json.to_xml(), &document);
    let left_out: Vec<_> = document.json_warnings().into_iter().filter_map(not_in_json).collect();
    let mut differences = expected.differences(&by_xml, "XML", &[]);
    differences.extend(expected.differences(&by_json, "JSON", &left_out));
    differences
}

fn not_in_json(warning: Warning) -> Option<String> {
    match warning {
        Warning::NotInJson(name) => Some(name),
        _ => None,
    }
}

#[track_caller]
fn assert_preserved(xml: &str) {
    let differences = differences(xml);
    assert!(differences.is_empty(), "{:#?}\n{xml}", &differences[..differences.len().min(20)]);
}

#[test]
fn every_element_of_real_documents_is_preserved() {
    let Some(data) = std::env::var_os("ODATA_TEST_DATA") else {
        eprintln!("ODATA_TEST_DATA is not set: the documents of services are not converted");
        return;
    };
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(data);
    let entries = std::fs::read_dir(data.join("metadata")).expect("a folder");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.push(data.join("graph-v1.0.csdl.xml"));
    let mut all = Vec::new();
    for file in files {
        let differences = differences(&std::fs::read_to_string(&file).expect("a file"));
        all.extend(differences.into_iter().map(|of| format!("{}: {of}", file.display())));
    }
    assert!(all.is_empty(), "{} differences, {:#?}", all.len(), &all[..all.len().min(60)]);
}

#[test]
fn lost_element_is_found() {
    let xml = r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="dose"/><Shelf Name="a"/></Schema></DataServices></Edmx>"#;
    let document = Document::from_xml(xml).expect("CSDL");
    let lost = Items::of(xml, &Document::default()).differences(
        &Items::of(&document.to_xml(), &document),
        "XML",
        &[],
    );
    assert_eq!(lost, ["XML: `clinic.a <Shelf> Name=a` is lost", "XML: `clinic.a <Shelf>` is lost"]);
    assert_preserved(xml);
    assert_eq!(
        document.xml_warnings()[0].to_string(),
        "line 1: `Shelf` of `Schema` isn't written: it isn't part of CSDL 4.01"
    );
}

#[test]
fn convert_command_lists_omitted_content() {
    let file = std::env::temp_dir().join(format!("odata-build-conversion-{}.xml", std::process::id()));
    let xml = r#"<Edmx xmlns:sap="http://www.sap.com/Protocols/SAPData"><DataServices><Schema Namespace="clinic">
        <ComplexType Name="dose" sap:label="a"/><ComplexType Name="unit" sap:label="b"/><sap:note/></Schema></DataServices></Edmx>"#;
    std::fs::write(&file, xml).expect("a file");
    for format in ["xml", "json"] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_odata-build"));
        let output = command.args(["convert", "--to", format]).arg(&file).output().expect("the command");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let lines: Vec<_> =
            text.lines().filter_map(|line| line.split_once(".xml: ")).map(|(_, line)| line).collect();
        let expected = [
            "line 2: `sap:label` of `ComplexType` isn't written: it isn't part of CSDL 4.01 (2 times)",
            "line 2: `sap:note` of `Schema` isn't written: it isn't part of CSDL 4.01",
        ];
        assert_eq!(lines.len(), 2, "{text}");
        assert!(expected.iter().all(|line| lines.contains(line)), "{text}");
        assert!(output.status.success());
    }
    std::fs::remove_file(&file).expect("the file");
}

#[test]
fn version_is_preserved() {
    let xml = |version: &str| {
        format!(r#"<Edmx{version}><DataServices><Schema Namespace="clinic" /></DataServices></Edmx>"#)
    };
    let document = |version: &str| Document::read(&xml(version)).expect("CSDL");
    for (attribute, version) in [(" Version=\"4.0\"", "4.0"), (" Version=\"4.01\"", "4.01"), ("", "4.01")] {
        let document = document(attribute);
        assert_eq!(document.version.to_string(), version);
        let (xml, json) = (document.to_xml(), document.to_json());
        assert!(xml.contains(&format!("<edmx:Edmx Version=\"{version}\"")), "{xml}");
        assert!(json.contains(&format!("\"$Version\": \"{version}\"")), "{json}");
        assert_eq!(Document::read(&xml).expect("CSDL"), document);
        assert_eq!(Document::read(&json).expect("CSDL"), document);
    }
    // A merged document has the highest version.
    let (earlier, later) = (document(" Version=\"4.0\""), document(" Version=\"4.01\""));
    for (first, second, expected) in [
        (&earlier, &earlier, Version::V4_0),
        (&earlier, &later, Version::V4_01),
        (&later, &earlier, Version::V4_01),
    ] {
        let mut merged = first.clone();
        merged.include(second.clone());
        assert_eq!(merged.version, expected);
    }
}

#[test]
fn duplicate_json_name_is_reported() {
    let xml = r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="a"/><Function Name="a"/><Function Name="a"/>
        <Action Name="b"/><Function Name="b"/><Term Name="b" Type="Edm.String"/><Action Name="c"/>
        <EntityContainer Name="c"><Singleton Name="me" Type="clinic.a"/></EntityContainer></Schema></DataServices></Edmx>"#;
    let document = Document::from_xml(xml).expect("CSDL");
    let expected = ["clinic.a", "clinic.b", "clinic.c"].map(|name| Warning::NotInJson(name.to_owned()));
    assert_eq!(document.json_warnings(), expected);
    let read = Document::from_json(&document.to_json()).expect("CSDL JSON");
    assert_eq!(read.warnings(), []);
    let schema = &read.schemas[0];
    assert_eq!((schema.actions.len(), schema.functions.len(), schema.terms.len()), (2, 1, 0));
    assert_eq!(schema.container, None);
}

#[test]
fn json_member_outside_csdl_is_reported() {
    let json = r#"{"$Version": "4.01", "$Extra": 1, "clinic": {"dose": {"$Kind": "ComplexType", "$Label": "Dose",
        "unit": {"$Label": "Unit", "more": 1}, "unit@x.y": 1}}}"#;
    let document = Document::from_json(json).expect("CSDL");
    let found: Vec<_> =
        document.extensions.iter().map(|one| format!("{}/{}", one.parent, one.name)).collect();
    assert_eq!(
        found,
        ["CSDL/$Extra", "ComplexType/$Label", "Property/$Label", "Property/more", "ComplexType/unit@x.y"]
    );
}

#[test]
fn annotation_outside_csdl_is_reported() {
    let xml = r#"<Edmx><DataServices><Schema Namespace="clinic"><EntityType Name="ward">
        <Key><PropertyRef Name="id"/><Annotation Term="x.a"/></Key><Property Name="id" Type="Edm.Int32"/>
        <Annotation Term="x.b"><Int>1<Annotation Term="x.c"/></Int></Annotation>
        <Annotation Term="x.d"><Null><Annotation Term="x.e"/></Null></Annotation></EntityType></Schema></DataServices></Edmx>"#;
    let document = Document::from_xml(xml).expect("CSDL");
    let found: Vec<_> =
        document.extensions.iter().map(|one| format!("{}/{}", one.parent, one.name)).collect();
    assert_eq!(found, ["Key/Annotation", "Int/Annotation"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_element_of_any_document_is_preserved(choices in prop::collection::vec(any::<u8>(), 0..600)) {
        let xml = grammar::document(&choices);
        let document = Document::from_xml(&xml).expect("CSDL");
        prop_assert_eq!(&document.extensions, &[], "{}", xml);
        assert_preserved(&xml);
    }
}

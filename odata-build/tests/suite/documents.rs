//! Reading of CSDL XML and CSDL JSON, and the errors for invalid documents.

use odata_build::Document;

use crate::round_trips::assert_same;
use crate::shop;

#[track_caller]
fn error(text: &str) -> String {
    Document::read(text).expect_err("no CSDL").to_string()
}

#[test]
fn error_contains_line_and_path() {
    let xml =
        "<Edmx>\n<DataServices>\n<Schema Namespace=\"clinic\">\n&lol;\n</Schema>\n</DataServices>\n</Edmx>";
    assert_eq!(error(xml), "line 4, `Edmx/DataServices/Schema`: the entity `&lol;` isn't declared");
    assert_eq!(error("{\"$Version\": \"4.01\",\n\"clinic\" {}}"), "line 2: expected `:` at column 10");
    // An XML element with a repeated attribute isn't well-formed.
    assert!(
        error("<Edmx>\n<Schema Namespace=\"clinic\" Namespace=\"clinic\"/></Edmx>")
            .starts_with("line 2, `Edmx`: ")
    );
}

#[test]
fn error_about_root_contains_line() {
    let unknown_version = "the OData version `5.0` isn't supported; the version must be 4.0 or 4.01";
    assert_eq!(error("<!-- a -->\n<Edmx Version=\"5.0\"/>"), format!("line 2: {unknown_version}"));
    assert_eq!(error("{\n\"$Version\": 4}"), "line 2: `$Version` must be a string, not a number");
}

#[test]
fn hostile_documents_are_rejected() {
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Edmx>&b;</Edmx>"#;
    assert!(error(bomb).contains("document type declaration"), "{}", error(bomb));
    let deep = format!("<Edmx>{}", "<a>".repeat(1_000_000));
    assert!(error(&deep).ends_with("elements are nested more than 64 levels deep"));
}

#[test]
fn both_formats_are_read_completely_and_equally() {
    for text in [shop::XML, shop::JSON] {
        assert_same(&shop::without_details(Document::read(text).expect("CSDL")), &shop::document());
    }
}

#[test]
fn alias_can_be_used_before_declaration() {
    let xml = r#"<Edmx><DataServices>
        <Schema Namespace="clinic">
          <ComplexType Name="dose" BaseType="Ours.amount">
            <Annotation Term="Core.Description" String="how much of it" />
          </ComplexType>
        </Schema>
        <Schema Namespace="clinic.base" Alias="Ours"><ComplexType Name="amount" /></Schema>
        <Schema Namespace="Org.OData.Core.V1" Alias="Core" />
      </DataServices></Edmx>"#;
    let json = r#"{
        "clinic": {
          "dose": {"$Kind": "ComplexType", "$BaseType": "Ours.amount", "@Core.Description": "how much of it"}
        },
        "clinic.base": {"amount": {"$Kind": "ComplexType"}, "$Alias": "Ours"},
        "Org.OData.Core.V1": {"$Alias": "Core"},
        "$Version": "4.01"
      }"#;
    for text in [xml, json] {
        let document = Document::read(text).expect("CSDL");
        let dose = document.structured_type("clinic.dose").expect("it is declared");
        assert_eq!(dose.base.as_deref(), Some("clinic.base.amount"));
        assert_eq!(dose.annotations.description.as_deref(), Some("how much of it"), "{text}");
    }
}

#[test]
fn deeply_nested_json_is_rejected_or_skipped() {
    const LENGTH: usize = 1_000_000;
    let document = |name: &str, value: &str| {
        format!(
            "{{\"$Version\": \"4.01\", \"clinic\": {{\"dose\": {{\"$Kind\": \"ComplexType\",\n\"{name}\": {value}}}}}}}"
        )
    };
    let arrays = "[".repeat(LENGTH) + &"]".repeat(LENGTH);
    let objects = r#"{"a":"#.repeat(LENGTH) + "1" + &"}".repeat(LENGTH);
    for value in [&arrays, &objects] {
        for name in ["@Core.Description", "@Core.Description#Tablet"] {
            let read = Document::read(&document(name, value)).expect("CSDL");
            assert_eq!(
                read.warnings()[0].to_string(),
                format!(
                    "line 2, `clinic/dose/{name}`: the value is nested more than 64 levels deep; the annotation is skipped"
                ),
            );
        }
        for of_no_use in ["@Core.Description@Core.Example", "$Unheard"] {
            let read = Document::read(&document(of_no_use, value)).expect("ignored content");
            assert_eq!(read.extensions[0].name, of_no_use);
        }
    }
    let open = Document::from_json(&arrays[..LENGTH]).expect_err("no JSON");
    assert_eq!(open.to_string(), "line 1: EOF while parsing a list at column 1000000");
    let in_a_text = format!("\"\\\"{}\"", "[".repeat(LENGTH));
    assert_eq!(Document::read(&document("@Core.Description", &in_a_text)).expect("CSDL").warnings(), []);
    let as_deep_as_may_be = "[".repeat(64) + &"]".repeat(64);
    assert_eq!(
        Document::read(&document("@Core.Description", &as_deep_as_may_be)).expect("64 deep").warnings(),
        []
    );
}

#[test]
fn truncated_document_is_rejected() {
    for (text, read) in [(shop::XML, Document::from_xml as fn(&str) -> _), (shop::JSON, Document::from_json)]
    {
        let text = text.trim_end();
        for end in (1..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let error = read(&text[..end]).expect_err("it is cut off");
            let line = 1 + text[..end].matches('\n').count();
            assert!(
                error.line().is_some_and(|found| (1..=line).contains(&found)),
                "{error}, cut off in line {line}"
            );
        }
        read(text).expect("the whole is CSDL");
    }
    assert_eq!(
        error("<Edmx>\n<DataServices>"),
        "line 2, `Edmx/DataServices`: the document ends inside `DataServices`"
    );
}

#[test]
fn byte_order_mark_and_whitespace_are_ignored() {
    for text in [shop::XML, shop::JSON] {
        let text = text.strip_prefix(r#"<?xml version="1.0" encoding="utf-8"?>"#).unwrap_or(text);
        let read = Document::read(&format!("\u{feff}\r\n {text}\r\n"));
        assert_eq!(read.map(shop::without_details), Ok(shop::document()));
    }
}

#[test]
fn read_permission_makes_property_read_only() {
    for (permissions, is_read_only) in [
        ("Org.OData.Core.V1.Permission/Read", true),
        ("1", true),
        ("Org.OData.Core.V1.Permission/Write Org.OData.Core.V1.Permission/Read", false),
        ("Org.OData.Core.V1.Permission/ReadWrite", false),
        ("3", false),
    ] {
        let xml = format!(
            r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="dose"><Property Name="unit" Type="Edm.String">
               <Annotation Term="Org.OData.Core.V1.Permissions" EnumMember="{permissions}" />
               </Property></ComplexType></Schema></DataServices></Edmx>"#
        );
        let document = Document::read(&xml).expect("CSDL");
        let dose = document.structured_type("clinic.dose").expect("a type");
        assert_eq!(dose.properties[0].annotations.is_read_only, is_read_only, "{permissions}");
        assert_eq!(dose.properties[0].is_never_sent(false), is_read_only, "{permissions}");
        assert!(
            !dose.properties[0].is_never_sent(true),
            "a key that is read-only is sent on create: {permissions}"
        );
        assert_eq!(Document::read(&document.to_json()), Ok(document.clone()));
        assert_eq!(Document::read(&document.to_xml()), Ok(document));
    }
}

#[test]
fn document_with_content_after_root_is_rejected() {
    assert_eq!(error("<Edmx/>\n<Edmx/>"), "line 2: element `Edmx` after the end of the root element");
    assert_eq!(error("<Edmx/> more"), "line 1: text outside of the root element");
}

#[test]
fn document_of_earlier_odata_version_is_rejected() {
    assert_eq!(
        error(r#"{"$Version": "2.0"}"#),
        "line 1: the OData version `2.0` isn't supported; the version must be 4.0 or 4.01"
    );
    assert_eq!(error(r#"{"$Version": 4}"#), "line 1: `$Version` must be a string, not a number");
}

#[test]
fn read_error_contains_file_name() {
    let error = Document::read_file("no/such/file.xml").expect_err("no file");
    assert!(format!("{error:?}").starts_with("no/such/file.xml: "), "{error:?}");
}

/// Reads a CSDL JSON document with annotations, and returns the document as XML.
#[track_caller]
fn xml_of_annotations(annotations: &str) -> String {
    let json = format!(
        r#"{{"$Version": "4.01", "clinic": {{"$Alias": "self", "dose": {{"$Kind": "ComplexType", {annotations}}}}}}}"#
    );
    let document = Document::from_json(&json).expect("CSDL JSON");
    assert_eq!(document.warnings(), []);
    document.to_xml()
}

#[test]
fn json_string_is_enumeration_member_or_cast() {
    for (value, expected) in [
        ("open", r#"EnumMember="clinic.state/open""#),
        ("open,closed", r#"EnumMember="clinic.state/open clinic.state/closed""#),
        // The names of enumeration members contain no spaces and aren't empty.
        ("not open", r#"<Cast Type="clinic.state">"#),
        ("", r#"<Cast Type="clinic.state">"#),
    ] {
        let xml = xml_of_annotations(&format!(r##""@x.a@type": "#self.state", "@x.a": "{value}""##));
        assert!(xml.contains(expected), "{expected} is not in\n{xml}");
    }
}

#[test]
fn alias_in_json_expression_is_resolved() {
    for (expression, expected) in [
        (r#""$Apply": [1], "$Function": "self.sum""#, r#"<Apply Function="clinic.sum">"#),
        (r#""$Cast": 1, "$Type": "self.dose""#, r#"<Cast Type="clinic.dose">"#),
        (
            r#""$IsOf": 1, "$Type": "self.dose", "$Collection": true"#,
            r#"<IsOf Type="Collection(clinic.dose)">"#,
        ),
        (r#""$LabeledElement": 1, "$Name": "self.label""#, r#"<LabeledElement Name="self.label">"#),
    ] {
        let xml = xml_of_annotations(&format!(r#""@x.a": {{{expression}}}"#));
        assert!(xml.contains(expected), "{expected} is not in\n{xml}");
    }
}

//! What a document says is read, whatever of CSDL it is written in, and what is wrong is said with its place.

use odata_build::Document;

use crate::shop;

#[track_caller]
fn error(text: &str) -> String {
    Document::read(text).expect_err("no CSDL").to_string()
}

#[test]
fn an_error_has_its_line_and_path() {
    let schema = |inside: &str| {
        format!(
            "<Edmx>\n<DataServices>\n<Schema Namespace=\"clinic\">\n{inside}\n</Schema>\n</DataServices>\n</Edmx>"
        )
    };
    for (inside, expected) in [
        ("<EntityType/>", "line 4, `clinic`: `EntityType` has no `Name`"),
        (
            "<EntityType Name=\"record\">\n<Property Name=\"id\"/></EntityType>",
            "line 5, `clinic/record/id`: `Property` has no `Type`",
        ),
        (
            r#"<ComplexType Name="dose" Abstract="yes"/>"#,
            "line 4, `clinic/dose`: `Abstract` is `true` or `false`, not `yes`",
        ),
        (
            r#"<EnumType Name="state"><Member Name="open" Value="first"/></EnumType>"#,
            "line 4, `clinic/state/open`: `Value` is a whole number, not `first`",
        ),
        ("&lol;", "line 4, `Edmx/DataServices/Schema`: the entity `&lol;` is defined nowhere"),
    ] {
        assert_eq!(error(&schema(inside)), expected);
    }
}

#[test]
fn what_is_hostile_is_refused() {
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><Edmx>&b;</Edmx>"#;
    assert!(error(bomb).contains("document type declaration"), "{}", error(bomb));
    let deep = format!("<Edmx>{}", "<a>".repeat(1_000_000));
    assert!(error(&deep).ends_with("elements stand more than 64 deep"));
}

#[test]
fn both_formats_say_the_same_and_nothing_is_lost() {
    for text in [shop::XML, shop::JSON] {
        assert_eq!(shop::without_details(Document::read(text).expect("CSDL")), shop::document());
    }
}

#[test]
fn an_alias_may_be_used_before_it_is_declared() {
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
        assert_eq!(dose.remarks.description.as_deref(), Some("how much of it"), "{text}");
    }
}

#[test]
fn a_name_that_stands_twice_is_refused_with_its_place() {
    let schema = |inside: &str| {
        format!(
            "<Edmx><DataServices><Schema Namespace=\"clinic\">\n{inside}\n</Schema></DataServices></Edmx>"
        )
    };
    for (inside, expected) in [
        (
            "<EntityType Name=\"dose\"/>\n<EnumType Name=\"dose\"/>",
            "line 3, `clinic`: `dose` stands here twice",
        ),
        (
            "<ComplexType Name=\"dose\"><Property Name=\"unit\" Type=\"Edm.String\"/>\n<NavigationProperty Name=\"unit\" Type=\"clinic.unit\"/></ComplexType>",
            "line 3, `clinic/dose`: `unit` stands here twice",
        ),
        (
            "<EnumType Name=\"state\"><Member Name=\"open\"/>\n<Member Name=\"open\"/></EnumType>",
            "line 3, `clinic/state`: `open` stands here twice",
        ),
        (
            "<EntityContainer Name=\"all\"><EntitySet Name=\"doses\" EntityType=\"clinic.dose\"/>\n<Singleton Name=\"doses\" Type=\"clinic.dose\"/></EntityContainer>",
            "line 3, `clinic/all`: `doses` stands here twice",
        ),
    ] {
        assert_eq!(error(&schema(inside)), expected);
    }
    let twice = error(
        "<Edmx><DataServices>\n<Schema Namespace=\"clinic\"/>\n<Schema Namespace=\"clinic\"/></DataServices></Edmx>",
    );
    assert_eq!(twice, "line 3: `clinic` stands here twice");
    assert!(
        error("<Edmx>\n<Schema Namespace=\"clinic\" Namespace=\"clinic\"/></Edmx>")
            .starts_with("line 2, `Edmx`: ")
    );
    for (json, expected) in [
        ("{\"$Version\": \"4.01\",\n\"clinic\": {},\n\"clinic\": {}}", "line 3: `clinic` stands here twice"),
        ("{\"$Version\": \"4.01\", \"$Version\": \"4.0\"}", "line 1: `$Version` stands here twice"),
        (
            "{\"$Version\": \"4.01\", \"clinic\": {\"dose\": {\"$Kind\": \"ComplexType\",\n\"unit\": {},\n\"\\u0075nit\": {}}}}",
            "line 3, `clinic/dose`: `unit` stands here twice",
        ),
        (
            "{\"$Version\": \"4.01\", \"clinic\": {\"dose\": {\"$Kind\": \"ComplexType\", \"@a.b\": [{\"c\": 1,\n\"c\": 2}]}}}",
            "line 2, `clinic/dose/@a.b`: `c` stands here twice",
        ),
    ] {
        assert_eq!(error(json), expected);
    }
}

#[test]
fn a_json_value_of_another_kind_is_refused_with_its_line_and_path() {
    let schema = |inside: &str| format!("{{\"$Version\": \"4.01\",\n\"clinic\": {{\n{inside}\n}}}}");
    for (inside, expected) in [
        (r#""dose": "mg""#, "line 3, `clinic/dose`: `dose` is an object, not a string"),
        (r#""dose": {}"#, "line 3, `clinic/dose`: `$Kind` is missing"),
        (r#""dose": {"$Kind": 1}"#, "line 3, `clinic/dose`: `$Kind` is a string, not a number"),
        (r#""$Alias": null"#, "line 3, `clinic`: `$Alias` is a string, not `null`"),
        (r#""$Annotations": []"#, "line 3, `clinic`: `$Annotations` is an object, not an array"),
        (
            r#""$Annotations": {"clinic.dose": true}"#,
            "line 3, `clinic/clinic.dose`: `clinic.dose` is an object, not `true` or `false`",
        ),
        (
            "\"dose\": {\"$Kind\": \"ComplexType\",\n\"$Abstract\": \"yes\"}",
            "line 4, `clinic/dose`: `$Abstract` is `true` or `false`, not a string",
        ),
        (
            "\"dose\": {\"$Kind\": \"ComplexType\",\n\"unit\": {\n\"$Type\": {}}}",
            "line 5, `clinic/dose/unit`: `$Type` is a string, not an object",
        ),
        (
            "\"dose\": {\"$Kind\": \"ComplexType\",\n\"unit\": {\"$Kind\": \"Action\"}}",
            "line 4, `clinic/dose/unit`: `$Kind` is `Property` or `NavigationProperty`, not `Action`",
        ),
        (
            "\"dose\": {\"$Kind\": \"ComplexType\",\n\"unit\": {\"$Kind\": \"NavigationProperty\"}}",
            "line 4, `clinic/dose/unit`: `$Type` is missing",
        ),
        (
            "\"dose\": {\"$Kind\": \"EntityType\",\n\"$Key\": \"id\"}",
            "line 4, `clinic/dose`: `$Key` is an array, not a string",
        ),
        (
            "\"dose\": {\"$Kind\": \"EntityType\",\n\"$Key\": [\"id\",\n{}]}",
            "line 5, `clinic/dose`: a part of `$Key` has one alias and the path that it stands for",
        ),
        (
            "\"state\": {\"$Kind\": \"EnumType\",\n\"open\": \"1\"}",
            "line 4, `clinic/state/open`: the value of a member is a whole number, not a string",
        ),
        (
            "\"state\": {\"$Kind\": \"EnumType\",\n\"open\": 1.0}",
            "line 4, `clinic/state/open`: the value of a member is a whole number, not `1.0`",
        ),
        (
            "\"state\": {\"$Kind\": \"EnumType\",\n\"open\": 9223372036854775808}",
            "line 4, `clinic/state/open`: the value of a member is a whole number, not `9223372036854775808`",
        ),
        (r#""length": {"$Kind": "TypeDefinition"}"#, "line 3, `clinic/length`: `$UnderlyingType` is missing"),
        (
            "\"all\": {\"$Kind\": \"EntityContainer\",\n\"doses\": {\"$Collection\": true}}",
            "line 4, `clinic/all/doses`: `$Type` is missing",
        ),
        (
            "\"dose\": {\"$Kind\": \"ComplexType\",\n\"@Core.Description\": \"\\ud800\"}",
            "line 4, `clinic/dose/@Core.Description`: unexpected end of hex escape",
        ),
    ] {
        assert_eq!(error(&schema(inside)), expected);
    }
    for (json, expected) in [
        (
            "{\"$Version\": \"4.01\", \"$Reference\": {\n\"https://a.example\": {\"$Include\": [{}]}}}",
            "line 2, `$Reference/https://a.example`: `$Namespace` is missing",
        ),
        ("{\"$Version\": \"4.01\",\n\"clinic\" {}}", "line 2: expected `:` at column 10"),
    ] {
        assert_eq!(error(json), expected);
    }
}

#[test]
fn json_without_end_is_refused_or_passed_over() {
    const LENGTH: usize = 1_000_000;
    let document = |name: &str, value: &str| {
        format!(
            "{{\"$Version\": \"4.01\", \"clinic\": {{\"dose\": {{\"$Kind\": \"ComplexType\",\n\"{name}\": {value}}}}}}}"
        )
    };
    let arrays = "[".repeat(LENGTH) + &"]".repeat(LENGTH);
    let objects = r#"{"a":"#.repeat(LENGTH) + "1" + &"}".repeat(LENGTH);
    for value in [&arrays, &objects] {
        assert_eq!(
            error(&document("@Core.Description", value)),
            "line 2, `clinic/dose/@Core.Description`: values stand more than 64 deep",
        );
        assert_eq!(
            error(&document("@Core.Description#Tablet", value)),
            "line 2, `clinic/dose/@Core.Description#Tablet`: values stand more than 64 deep",
        );
        for of_no_use in ["@Core.Description@Core.Example", "$Unheard"] {
            Document::read(&document(of_no_use, value)).expect("nobody looks into it");
        }
    }
    let open = Document::from_json(&arrays[..LENGTH]).expect_err("no JSON");
    assert_eq!(open.to_string(), "line 1: EOF while parsing a list at column 1000000");
    let in_a_text = format!("\"\\\"{}\"", "[".repeat(LENGTH));
    Document::read(&document("@Core.Description", &in_a_text)).expect("a text has no depth");
    let as_deep_as_may_be = "[".repeat(64) + &"]".repeat(64);
    Document::read(&document("@Core.Description", &as_deep_as_may_be)).expect("64 deep");
}

#[test]
fn a_document_that_is_cut_off_anywhere_is_refused() {
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
}

#[test]
fn what_a_byte_order_mark_and_white_space_come_before_is_read() {
    for text in [shop::XML, shop::JSON] {
        let text = text.strip_prefix(r#"<?xml version="1.0" encoding="utf-8"?>"#).unwrap_or(text);
        let read = Document::read(&format!("\u{feff}\r\n {text}\r\n"));
        assert_eq!(read.map(shop::without_details), Ok(shop::document()));
    }
}

#[test]
fn permission_to_read_only_makes_a_property_read_only() {
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
        assert_eq!(dose.properties[0].remarks.is_read_only, is_read_only, "{permissions}");
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
fn a_document_is_one_element_and_nothing_behind_it() {
    assert_eq!(error("<Edmx/>\n<Edmx/>"), "line 2: `Edmx` stands behind the end of the document");
    assert_eq!(error("<Edmx/> more"), "line 1: a text outside of the document");
}

#[test]
fn a_document_of_an_earlier_odata_is_refused() {
    assert_eq!(
        error(r#"{"$Version": "2.0"}"#),
        "line 1: a document of OData 4 has the version 4.0 or 4.01, not `2.0`"
    );
}

#[test]
fn a_file_that_can_not_be_read_is_named() {
    let error = Document::read_file("no/such/file.xml").expect_err("no file");
    assert!(format!("{error:?}").starts_with("no/such/file.xml: "), "{error:?}");
}

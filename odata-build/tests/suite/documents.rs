//! What a document says is read, whatever of CSDL it is written in, and what is wrong is said with its place.

use odata_build::Document;

#[track_caller]
fn error(text: &str) -> String {
    Document::read(text).expect_err("no CSDL").to_string()
}

#[test]
fn an_error_has_its_line_and_path() {
    let schema = |inside: &str| {
        format!("<Edmx>\n<DataServices>\n<Schema Namespace=\"clinic\">\n{inside}\n</Schema>\n</DataServices>\n</Edmx>")
    };
    for (inside, expected) in [
        (r#"<EntityType/>"#, "line 4, `clinic`: `EntityType` has no `Name`"),
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
    let deep = "<a>".repeat(1_000_000);
    assert!(error(&deep).ends_with("elements stand more than 64 deep"));
}

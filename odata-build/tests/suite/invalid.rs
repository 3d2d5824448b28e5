//! Invalid elements are skipped or replaced, with a warning that contains the line and the path. (C3)

mod rows;

use odata_build::document::{Problem, Warning};
use odata_build::{Document, GenerateError, Generator};

/// Checks the warnings and the types of a document whose third line contains invalid elements.
#[track_caller]
fn assert_invalid(document: &str, warnings: &[&str], types: &[&str]) {
    let document = Document::read(document).unwrap_or_else(|error| panic!("{error}\n{document}"));
    let messages: Vec<_> = document.warnings().iter().map(ToString::to_string).collect();
    assert_eq!(messages, warnings);
    let structured = document.structured_types().map(|one| &one.qualified_name);
    let names: Vec<_> =
        structured.chain(document.enumeration_types().map(|one| &one.qualified_name)).collect();
    assert_eq!(names, types);
    let generator = Generator::new(&document);
    syn::parse_file(&generator.source().expect("a model")).expect("Rust");
    match generator.strict().generate() {
        Err(GenerateError::InvalidDocument { document: errors, .. }) => {
            assert_eq!(errors, document.warnings());
        }
        other => panic!("{other:?}"),
    }
    for text in [document.to_xml(), document.to_json()] {
        assert_eq!(Document::read(&text).expect("CSDL").warnings(), [], "{text}");
    }
}

fn xml(elements: &str) -> String {
    let elements = elements.replace('\n', " ");
    format!(
        "<Edmx><DataServices>\n<Schema Namespace=\"clinic\"><ComplexType Name=\"first\"/>\n{elements}\n\
         <ComplexType Name=\"last\"/></Schema></DataServices></Edmx>"
    )
}

fn json(elements: &str) -> String {
    format!(
        "{{\"$Version\": \"4.01\",\n\"clinic\": {{\"first\": {{\"$Kind\": \"ComplexType\"}},\n{elements},\n\
         \"last\": {{\"$Kind\": \"ComplexType\"}}}}}}"
    )
}

/// A row of the table in the documentation of `Warning`: invalid elements of a schema in CSDL XML and CSDL JSON, and the expected warnings
/// without the prefix `line 3`.
struct Row {
    elements: [&'static str; 2],
    warnings: [&'static [&'static str]; 2],
    /// The types that are read in addition to the first and the last type of the document.
    types: &'static [&'static str],
}

#[track_caller]
fn assert_row(row: &Row) {
    let mut types = vec!["clinic.first"];
    types.extend(row.types.iter().filter(|name| **name != "clinic.state"));
    types.push("clinic.last");
    types.extend(row.types.iter().filter(|name| **name == "clinic.state"));
    for (document, warnings) in [xml(row.elements[0]), json(row.elements[1])].iter().zip(row.warnings) {
        let warnings: Vec<_> = warnings.iter().map(|warning| format!("line 3, {warning}")).collect();
        let warnings: Vec<_> = warnings.iter().map(String::as_str).collect();
        assert_invalid(document, &warnings, &types);
    }
}

// C3
#[test]
fn invalid_elements_are_skipped_or_replaced() {
    for row in rows::ROWS {
        assert_row(row);
    }
}

// C3
#[test]
fn schemas_with_same_namespace_are_merged() {
    let xml = r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="first"/></Schema>
<Schema Namespace="clinic"><ComplexType Name="last"/></Schema></DataServices></Edmx>"#;
    let json = r#"{"$Version": "4.01", "clinic": {"first": {"$Kind": "ComplexType"}},
"clinic": {"last": {"$Kind": "ComplexType"}}}"#;
    for text in [xml, json] {
        let warning = "line 2: duplicate namespace `clinic`; the elements of the second schema are added to the first one";
        assert_invalid(text, &[warning], &["clinic.first", "clinic.last"]);
    }
}

#[test]
fn annotations_with_and_without_alias_are_duplicates() {
    let json = r#"{"$Version": "4.01", "x.y": {"$Alias": "X"}, "clinic": {"dose": {"$Kind": "ComplexType",
"@X.a": 1, "@x.y.a": 2}}}"#;
    let duplicate = "duplicate annotation `x.y.a` with the same qualifier; the second annotation is skipped";
    assert_invalid(json, &[&format!("line 2, `clinic/dose`: {duplicate}")], &["clinic.dose"]);
}

#[test]
fn second_annotation_with_term_of_core_vocabulary_is_skipped() {
    let revisions = r#"<Collection><Record><PropertyValue Property="Kind" EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated"/>
        </Record></Collection>"#;
    for (term, value) in [
        ("Description", "<String>a</String>"),
        ("LongDescription", "<String>a</String>"),
        ("Computed", ""),
        ("Immutable", ""),
        ("Permissions", "<EnumMember>Org.OData.Core.V1.Permission/Read</EnumMember>"),
        ("Revisions", revisions),
    ] {
        let annotation = format!(r#"<Annotation Term="Org.OData.Core.V1.{term}">{value}</Annotation>"#);
        let warning = format!(
            "line 3, `clinic/dose`: duplicate annotation `Org.OData.Core.V1.{term}` with the same qualifier; the second annotation is skipped"
        );
        assert_invalid(
            &xml(&format!(r#"<ComplexType Name="dose">{annotation}{annotation}</ComplexType>"#)),
            &[&warning],
            &["clinic.first", "clinic.dose", "clinic.last"],
        );
    }
}

#[test]
fn conflicting_annotation_by_target_is_reported() {
    let annotations = |text: &str| {
        format!(
            r#"<ComplexType Name="dose"><Annotation Term="x.a" String="a"/></ComplexType>
               <Annotations Target="clinic.dose"><Annotation Term="x.a" String="{text}"/></Annotations>"#
        )
    };
    assert_eq!(Document::read(&xml(&annotations("a"))).expect("CSDL").warnings(), []);
    let document = Document::read(&xml(&annotations("b"))).expect("CSDL");
    assert_eq!(document.warnings(), [Warning::Redeclared("clinic.dose@x.a".to_owned())]);
}

#[test]
fn strict_accepts_annotations_with_unknown_target() {
    let annotations = r#"<Annotations Target="clinic.missing"><Annotation Term="x.a"/></Annotations>"#;
    let document = Document::read(&xml(annotations)).expect("CSDL");
    assert_eq!(document.warnings(), [Warning::UnknownTarget("clinic.missing".to_owned())]);
    let output = Generator::new(&document).strict().generate().expect("a model");
    assert_eq!(output.warnings, []);
    // An error about an invalid element doesn't list the unknown target.
    let document = Document::read(&xml(&format!("<EntityType/>{annotations}"))).expect("CSDL");
    let error = Generator::new(&document).strict().generate().expect_err("an invalid element");
    let GenerateError::InvalidDocument { document: listed, .. } = error else { panic!("{error}") };
    assert!(matches!(&*listed, [Warning::Invalid(_)]), "{listed:?}");
}

#[test]
fn warnings_contain_file_name() {
    let file = std::env::temp_dir().join(format!("odata-build-invalid-{}.xml", std::process::id()));
    std::fs::write(&file, xml("<EntityType/>")).expect("a file");
    let warnings = Document::read_file(&file).map(|document| document.warnings());
    let output = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_odata-build"));
        command.arg("generate").arg(&file).args(arguments).output().expect("the command")
    };
    let (lenient, strict) = (output(&[]), output(&["--strict"]));
    std::fs::remove_file(&file).expect("the file");
    let [Warning::Invalid(element)] = &*warnings.expect("CSDL") else { panic!("one invalid element") };
    assert_eq!(element.file.as_deref(), file.to_str());
    assert_eq!((element.line, &*element.path), (3, "clinic"));
    assert!(matches!(&element.problem, Problem::MissingAttribute { attribute, .. } if attribute == "Name"));
    // The command reports the warning once, with and without `--strict`.
    let message = element.to_string();
    for (output, is_error) in [(lenient, false), (strict, true)] {
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(text.matches(&message).count(), 1, "{text}");
        assert_eq!(text.contains("error: the document has 1 invalid element(s)"), is_error, "{text}");
        assert_eq!(output.status.success(), !is_error);
    }
}

//! Several documents are read and merged into one document. (C6)

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use odata_build::Document;
use odata_build::document::Warning;

/// A temporary folder that is removed at the end of a test.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("odata-build-{test}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for (name, text) in files {
            fs::write(folder.join(name), text).expect("a file");
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn schema(name: &str, references: &[&str]) -> String {
    let reference = |uri: &&str| {
        format!(r#"<Reference Uri="https://a.example/v1/{uri}"><Include Namespace="{uri}"/></Reference>"#)
    };
    let references: String = references.iter().map(reference).collect();
    format!(
        r#"<Edmx>{references}<DataServices><Schema Namespace="{name}"><ComplexType Name="T"/></Schema></DataServices></Edmx>"#
    )
}

fn namespaces(document: &Document) -> Vec<&str> {
    document.schemas.iter().map(|schema| &*schema.namespace).collect()
}

#[test]
fn references_are_resolved_in_same_folder() {
    let folder = Folder::new(
        "references",
        &[
            ("a.xml", &schema("a", &["b.xml?version=1#x", "c.json", "Missing.xml"])),
            // The references form a cycle.
            ("b.xml", &schema("b", &["a.xml", "b.xml", "Missing.xml"])),
            ("c.json", r#"{"$Version": "4.01", "$Reference": {"../d.xml": {}}, "c": {}}"#),
            ("d.xml", &schema("d", &[])),
            ("unrelated.xml", &schema("unrelated", &[])),
        ],
    );
    let document = Document::read_all([folder.path("a.xml")]).expect("CSDL");
    assert_eq!(namespaces(&document), ["a", "b", "c", "d"]);
    let missing = "https://a.example/v1/Missing.xml";
    assert_eq!(document.warnings(), [Warning::MissingReference(missing.to_owned())]);
    assert!(document.warnings()[0].to_string().contains(missing));
    let twice =
        Document::read_all([folder.path("b.xml"), folder.path("a.xml"), folder.path("b.xml")]).expect("CSDL");
    assert_eq!(namespaces(&twice), ["b", "a", "c", "d"]);
}

#[test]
fn vocabularies_and_declared_namespaces_are_not_reported() {
    let xml = r#"<Edmx><Reference Uri="x"><Include Namespace="Org.OData.Core.V1"/></Reference>
        <Reference Uri="y"><Include Namespace="com.sap.vocabularies.UI.v1"/></Reference>
        <Reference Uri="z"><Include Namespace="b"/></Reference><DataServices/></Edmx>"#;
    let folder = Folder::new("vocabularies", &[("a.xml", xml), ("b.xml", &schema("b", &[]))]);
    let document = Document::read_all([folder.path("a.xml"), folder.path("b.xml")]).expect("CSDL");
    assert_eq!(document.warnings(), []);
}

#[test]
fn folder_includes_all_documents() {
    let folder = Folder::new(
        "folder",
        &[
            ("b.xml", &schema("b", &["a.XML"])),
            ("a.XML", &schema("a", &[])),
            ("c.json", r#"{"$Version": "4.01", "c": {}}"#),
            ("notes.txt", "notes"),
            ("page.xml", "<html><title>Sign in</title></html>"),
        ],
    );
    let document = Document::read_folder(&folder.0).expect("CSDL");
    assert_eq!(namespaces(&document), ["a", "b", "c"]);
    let warnings = document.warnings();
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].to_string().contains("page.xml: this is HTML, not CSDL"), "{}", warnings[0]);
    assert_eq!(Document::read_all([&folder.0]).expect("CSDL"), document);
}

#[test]
fn path_without_csdl_is_rejected() {
    let folder = Folder::new("errors", &[("a.xml", "<html/>"), ("b.txt", "")]);
    let message = |path: PathBuf| Document::read_all([path]).expect_err("no CSDL").to_string();
    assert!(message(folder.path("a.xml")).contains("a.xml: this is HTML"));
    assert!(message(folder.0.clone()).contains("a.xml: this is HTML"));
    assert!(message(folder.path("nothing.xml")).contains("nothing.xml: "));
    fs::remove_file(folder.path("a.xml")).expect("a file");
    assert!(
        message(folder.0.clone())
            .ends_with("the folder contains no `.xml`, `.json`, `.edmx` or `.csdl` file")
    );
}

#[test]
fn command_reads_files_folders_and_standard_input() {
    let annotations = r#"<Edmx><DataServices><Schema Namespace="x"><Annotations Target="a.Nothing">
        <Annotation Term="x.y"/></Annotations></Schema></DataServices></Edmx>"#;
    let folder = Folder::new("command", &[("a.xml", &schema("a", &["b.xml"])), ("b.xml", &schema("b", &[]))]);
    let other = Folder::new("command-other", &[("x.xml", annotations)]);
    let input = folder.path("input");
    fs::write(&input, schema("input", &[])).expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_odata-build"))
        .args([Path::new("list"), &folder.path("a.xml"), Path::new("-"), &other.0])
        .stdin(Stdio::from(fs::File::open(&input).expect("a file")))
        .output()
        .expect("the command");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert_eq!(text(&output.stdout), "complex type a.T\ncomplex type b.T\ncomplex type input.T\n");
    assert_eq!(
        text(&output.stderr),
        "warning: the annotations of `a.Nothing` are ignored: no document declares the target\n"
    );
    assert!(output.status.success());
}

#[test]
fn command_accepts_closed_pipe() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_odata-build"));
    let command = command.args(["list", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().expect("the command");
    // The command writes only after it has read the document, so the pipe is already closed.
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("standard input");
    input.write_all(schema("a", &[]).as_bytes()).expect("the command reads the document");
    drop(input);
    let output = child.wait_with_output().expect("the command ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

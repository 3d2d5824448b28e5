//! Tests that the generated model of the guide is current.

use odata_build::{Configuration, Document, Generator};

use crate::support::data;

/// The types in `examples/src/graph_v1.rs`. This command generates the file:
///
/// ```text
/// odata-build generate graph-v1.0.csdl.xml --preset graph --operations -t microsoft.graph.user … -o examples/src/graph_v1.rs
/// ```
const TYPES: [&str; 9] = [
    "drive",
    "driveItem",
    "event",
    "fileAttachment",
    "group",
    "mailFolder",
    "message",
    "profilePhoto",
    "user",
];

#[test]
fn model_of_the_guide_is_current() {
    let Some(folder) = data("the model of the guide") else { return };
    let document = Document::read_file(folder.join("graph-v1.0.csdl.xml")).expect("CSDL");
    let generator = Generator::new(&document).configure(&Configuration::graph()).operations();
    let generator =
        TYPES.iter().fold(generator, |generator, name| generator.types(format!("microsoft.graph.{name}")));
    let source = generator.source().expect("a model");
    let committed = include_str!("../../examples/src/graph_v1.rs");
    assert!(source == committed, "`examples/src/graph_v1.rs` is out of date: regenerate it");
}

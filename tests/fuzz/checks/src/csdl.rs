//! Checks that every document can be converted and generated.

use odata_build::{Document, Generator};

/// Checks a document in CSDL XML.
///
/// # Panics
///
/// Panics if a conversion changes the document twice, or if a converted document can't be read.
pub fn check_xml(payload: &[u8]) {
    if let Some(Ok(document)) = str::from_utf8(payload).ok().map(Document::from_xml) {
        check(&document);
    }
}

/// Checks a document in CSDL JSON.
///
/// # Panics
///
/// Panics if a conversion changes the document twice, or if a converted document can't be read.
pub fn check_json(payload: &[u8]) {
    if let Some(Ok(document)) = str::from_utf8(payload).ok().map(Document::from_json) {
        check(&document);
    }
}

/// Converts a document to XML and JSON and back, and generates a model.
///
/// A document may have names that a format can't represent, or content that isn't valid. Then the first conversion can change it, but the
/// converted document isn't changed by the next conversion.
fn check(document: &Document) {
    let (_, _, _) =
        (document.warnings().len(), document.xml_warnings().len(), document.json_warnings().len());
    let by_xml = Document::from_xml(&document.to_xml()).expect("CSDL XML");
    let by_json = Document::from_json(&document.to_json()).expect("CSDL JSON");
    for converted in [by_xml, by_json] {
        assert_eq!(converted.extensions, []);
        let xml = converted.to_xml();
        assert_eq!(Document::from_xml(&xml).expect("CSDL XML").to_xml(), xml);
        let json = converted.to_json();
        assert_eq!(Document::from_json(&json).expect("CSDL JSON").to_json(), json);
    }
    drop(Generator::new(document).generate());
}

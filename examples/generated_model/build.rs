//! Generates the model from the `$metadata` of the service.

use std::error::Error;

use odata_build::{Document, Generator};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=metadata.xml");
    let document = Document::read_file("metadata.xml")?;
    // `strict`: if a part of the document can't be generated, the build fails instead of printing a warning.
    Ok(Generator::new(&document).follow_navigation().strict().write_to_out_dir("model.rs")?)
}

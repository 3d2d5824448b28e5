//! Generates the model from the `$metadata` of the service.

use std::env;
use std::error::Error;
use std::path::PathBuf;

use odata_build::{Document, Generator};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=metadata.xml");
    let document = Document::read_file("metadata.xml")?;
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("cargo sets `OUT_DIR`")?;
    Generator::new(&document).follow_navigation().operations().write(folder.join("model.rs"))?;
    Ok(())
}

use std::collections::HashMap;

use odata_core::ODataComplex;

#[derive(ODataComplex)]
#[odata(namespace = "microsoft.graph")]
struct Settings {
    values: Option<Box<HashMap<String, i32>>>,
}

fn main() {}

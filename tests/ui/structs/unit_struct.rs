use odata_core::ODataComplex;

#[derive(ODataComplex)]
#[odata(namespace = "microsoft.graph")]
struct Nothing;

fn main() {}

use odata_core::{ODataComplex};

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Name {
    #[odata(key)]
    first: String,
}

fn main() {}

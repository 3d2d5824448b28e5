use odata_core::{Extra, ODataComplex};

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Name {
    extra: Extra,
}

fn main() {}

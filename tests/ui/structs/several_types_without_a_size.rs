use odata_core::ODataComplex;

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Name {
    text: str,
}

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Names {
    texts: [String],
}

fn main() {}

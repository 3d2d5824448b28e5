use odata_core::ODataComplex;

struct Others;

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Name {
    #[odata(extra)]
    others: Others,
}

fn main() {}

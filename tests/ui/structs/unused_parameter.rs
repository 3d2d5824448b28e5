use odata_core::ODataComplex;

#[derive(ODataComplex)]
#[odata(namespace = "microsoft.graph")]
struct Page<T> {
    count: Option<i64>,
}

fn main() {}

use odata_core::ODataComplex;

#[derive(ODataComplex)]
#[odata(namespace = "microsoft.graph")]
struct Size {
    width: Option<u32>,
    height: u64,
    depths: Option<Vec<Option<usize>>>,
    unit: char,
}

fn main() {}

use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex)]
#[odata(namespace = "microsoft.graph")]
struct ResultInfo {
    code: i32,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Operation {
    #[odata(navigation)]
    results: Option<Vec<ResultInfo>>,
}

fn main() {}

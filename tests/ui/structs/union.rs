use odata_core::ODataComplex;

#[derive(ODataComplex)]
#[odata(namespace = "microsoft.graph")]
union Number {
    integer: i32,
    float: f32,
}

fn main() {}

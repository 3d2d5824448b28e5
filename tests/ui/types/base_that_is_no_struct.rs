use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Guest {
    #[odata(base)]
    number: i32,
}

fn main() {}

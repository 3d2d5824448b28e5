use std::time::Duration;

use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Operation {
    #[odata(key)]
    id: Duration,
}

fn main() {}

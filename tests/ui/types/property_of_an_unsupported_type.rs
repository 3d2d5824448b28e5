use std::time::Duration;

use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Operation {
    id: Option<String>,
    timeout: Option<Duration>,
}

fn main() {}

use odata_core::{Flags, ODataEntity, ODataEnum};

#[derive(ODataEnum)]
#[odata(namespace = "microsoft.graph")]
enum Status {
    Running,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Operation {
    status: Option<Flags<Status>>,
}

fn main() {}

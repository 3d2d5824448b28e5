use odata_core::ODataContainer;

#[derive(ODataContainer)]
#[odata(namespace = "n")]
struct Graph {}

fn main() {}

use odata_core::ODataContainer;

#[derive(ODataContainer)]
#[odata(namespace = "n")]
enum Graph {}

fn main() {}

use odata_core::ODataFunction;

#[derive(ODataFunction)]
#[odata(namespace = "n")]
struct Nearest {}

fn main() {}

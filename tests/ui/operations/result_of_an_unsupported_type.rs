use odata_core::ODataFunction;

#[derive(ODataFunction)]
#[odata(namespace = "n", returns = "char")]
struct First {}

fn main() {}

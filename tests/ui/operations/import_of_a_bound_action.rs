use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n", binding = "String", import = "close")]
struct Close {}

fn main() {}

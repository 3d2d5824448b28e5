use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n", composable)]
struct Close {}

fn main() {}

use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n", bound = "User")]
struct Close {}

fn main() {}

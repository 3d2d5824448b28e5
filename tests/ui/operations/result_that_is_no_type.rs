use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n", returns = "Option<")]
struct Close {}

fn main() {}

use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n", returns = "()")]
struct Close {}

fn main() {}

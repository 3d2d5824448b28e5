use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n")]
struct Close(String);

fn main() {}
